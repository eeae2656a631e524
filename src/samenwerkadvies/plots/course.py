"""How every condition stood at each moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samenwerkadvies.advising import ConditionCourse, Course, Movement
from samenwerkadvies.advising.comparing import moved
from samenwerkadvies.outputs.words import written_date
from samenwerkadvies.plots.conditions import about
from samenwerkadvies.plots.pictures import (
    LINE,
    QUIET,
    SIZE,
    STATUS_MARKS,
    Canvas,
    Caption,
    Picture,
    canvas,
    labelled,
    lines,
)
from samenwerkadvies.wording.words import words_in

_NUMBER, _TITLE, _MOMENTS, _MOVED = 0.38, 0.48, 3.8, 1.45
"""Where columns begin, in inches; the last from the right."""
_LETTERS = 44
_MOST_WITH_WORDS = 2
"""With more moments a word beside each mark does not fit: then only the marks stand there, explained below."""


def plot_course(course: Course) -> Picture:
    """Return a picture of how each condition stood at each moment, and how it moved from the first to the last.

    It speaks the language of the assessments.
    """
    words = words_in(course.language)
    said, report = words.pictures, words.report
    dates = [written_date(moment.reference_date, course.language) for moment in course.moments]
    movements = [moved(found.statuses[0], found.statuses[-1]) for found in course.conditions]
    heading = said["course"].format(dates[0], dates[-1], ", ".join(_counts(movements, said)))
    told = (_told(found, dates, said, report) for found in course.conditions)
    caption = Caption(heading, about(course.moments[-1].partnership, report), " ".join(told))
    drawn = canvas(caption, len(movements), left=_MOMENTS, right=_MOVED)
    for row, (found, movement) in enumerate(zip(course.conditions, movements, strict=True)):
        drawn.write(_NUMBER, row, str(found.number), ha="right", color=QUIET)
        has_moved = movement is not Movement.UNCHANGED
        drawn.write(_TITLE, row, lines(found.short_title, _LETTERS), weight="bold" if has_moved else "normal")
        _moments(drawn, row, found, report)
        if has_moved:
            drawn.write(8.0 - _MOVED + 0.1, row, said[movement.value])
    _axis(drawn, [moment.reference_date for moment in course.moments])
    drawn.explain(labelled({report[status.value]: mark for status, mark in STATUS_MARKS.items()}))
    return drawn.picture


def _counts(movements: list[Movement], said: Mapping[str, str]) -> Iterator[str]:
    """Yield how many have moved how; those that have not come last."""
    for movement in sorted(Movement, key=lambda movement: movement is Movement.UNCHANGED):
        if movement in movements:
            yield f"{movements.count(movement)} {said[movement.value]}"


def _told(found: ConditionCourse, dates: list[str], said: Mapping[str, str], report: Mapping[str, str]) -> str:
    statuses = ", ".join(
        said["then"].format(date, report[status.value]) for date, status in zip(dates, found.statuses, strict=True)
    )
    return f"{found.number}. {found.short_title}. {statuses}."


def _moments(drawn: Canvas, row: int, found: ConditionCourse, report: Mapping[str, str]) -> None:
    places = range(len(found.statuses))
    if len(places) > _MOST_WITH_WORDS:
        drawn.axes.plot(places, [row] * len(places), color=LINE, linewidth=1.0, zorder=1)
    for place, status in enumerate(found.statuses):
        drawn.mark(place, row, STATUS_MARKS[status])
        if len(places) <= _MOST_WITH_WORDS:
            drawn.write_after(place, row, report[status.value])


def _axis(drawn: Canvas, dates: list[str]) -> None:
    last = len(dates) - 1
    is_wide = len(dates) <= _MOST_WITH_WORDS
    drawn.axes.set_xlim(-0.1, last + (0.9 if is_wide else 0.25))
    drawn.axes.xaxis.tick_top()
    drawn.axes.set_xticks(
        range(len(dates)), dates, fontsize=SIZE if is_wide else 8.0, ha="left", rotation=0 if is_wide else 35
    )
