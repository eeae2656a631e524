"""How every condition stands, and how much of it is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from samenwerkadvies.advising import Assessment, ConditionStatus, Status
from samenwerkadvies.outputs.words import written_date
from samenwerkadvies.plots.pictures import (
    INK,
    LINE,
    QUIET,
    SOFT,
    STATUS_MARKS,
    Canvas,
    Caption,
    Picture,
    canvas,
    cut,
    lines,
)
from samenwerkadvies.wording.words import words_in

_NUMBER, _TITLE, _MARK, _STATUS, _BAR = 0.38, 0.48, 3.85, 4.0, 5.25
"""Where columns begin, in inches."""
_LETTERS, _LETTERS_ABOVE = 46, 70


def plot_conditions(assessment: Assessment) -> Picture:
    """Return a picture of how each condition stands, with the share of its questions that is answered beside it.

    It speaks the language of the assessment.
    """
    words = words_in(assessment.language)
    said, report, conditions = words.pictures, words.report, assessment.conditions
    heading = said["conditions"].format(len(conditions), ", ".join(_counts(conditions, report)))
    below = about(assessment.partnership, report, written_date(assessment.reference_date, assessment.language))
    caption = Caption(heading, below, " ".join(_told(conditions, said, report)))
    drawn = canvas(caption, len(conditions), left=_BAR, right=0.95, foot=0.45)
    _head(drawn, said, report)
    for row, found in enumerate(conditions):
        drawn.write(_NUMBER, row, str(found.number), ha="right", color=QUIET)
        drawn.write(_TITLE, row, lines(found.short_title, _LETTERS))
        _status(drawn, row, found.status, report)
        _answered(drawn, row, found, report)
    drawn.axes.set_xlim(0, 1)
    drawn.axes.set_xticks([0, 1], ["0%", "100%"])
    return drawn.picture


def about(partnership: str, report: Mapping[str, str], *dates: str) -> str:
    """Return the line below a heading: which partnership, and when."""
    return ", ".join([cut(partnership, _LETTERS_ABOVE) or report["a partnership"], *dates])


def _counts(conditions: Iterable[ConditionStatus], report: Mapping[str, str]) -> Iterator[str]:
    """Yield how many conditions stand how, the unknown always too: silence is not health."""
    statuses = [found.status for found in conditions]
    for status in Status:
        if status in statuses:
            yield f"{statuses.count(status)} {report[status.value]}"


def _told(conditions: Iterable[ConditionStatus], said: Mapping[str, str], report: Mapping[str, str]) -> Iterator[str]:
    for found in conditions:
        answered = report["of"].format(found.answered, found.asked)
        yield said["condition"].format(found.number, found.short_title, report[found.status.value], answered)


def _head(drawn: Canvas, said: Mapping[str, str], report: Mapping[str, str]) -> None:
    style = {"color": QUIET, "fontsize": 8.0, "va": "bottom"}
    for place, text in ((_TITLE, report["condition"]), (_MARK - 0.1, report["status"]), (_BAR, said["answered"])):
        drawn.write(place, -0.55, text, **style)
    drawn.axes.axhline(-0.5, color=LINE, linewidth=0.8)


def _status(drawn: Canvas, row: int, status: Status, report: Mapping[str, str]) -> None:
    share = (_MARK - _BAR) / drawn.width
    drawn.mark(share, row, STATUS_MARKS[status])
    drawn.write(_STATUS, row, report[status.value], weight="bold" if status is Status.RISK else "normal")


def _answered(drawn: Canvas, row: int, found: ConditionStatus, report: Mapping[str, str]) -> None:
    share = found.answered / found.asked if found.asked else 0.0
    drawn.axes.barh(row, 1, height=0.46, facecolor=SOFT, edgecolor=LINE, linewidth=0.8)
    drawn.axes.barh(row, share, height=0.46, facecolor="#5b6b7a", edgecolor=INK, linewidth=0.8)
    drawn.write_after(1, row, report["of"].format(found.answered, found.asked))
