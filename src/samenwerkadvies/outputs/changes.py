"""What has changed between assessments: as text, and as markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samenwerkadvies.advising import (
    Agreement,
    Comparison,
    Course,
    FindingMovement,
    Followed,
    Moment,
    Movement,
    Status,
)
from samenwerkadvies.outputs.lines import Line, marked, page, plain
from samenwerkadvies.outputs.reports import lowered
from samenwerkadvies.outputs.words import SIGNS, written_date
from samenwerkadvies.wording.words import words_in

MOVED = (
    (Movement.NEW, "new"),
    (Movement.WORSE, "worse"),
    (Movement.BETTER, "better"),
    (Movement.RESOLVED, "resolved heading"),
    (Movement.NO_LONGER_KNOWN, "no longer known"),
)
"""How findings move, in the order in which it is told, with the heading of each."""


def comparison_to_text(comparison: Comparison) -> str:
    """Return a comparison as plain text, ending in a line end."""
    return plain(_comparison(comparison))


def comparison_to_markdown(comparison: Comparison) -> str:
    """Return a comparison as markdown, ending in a line end."""
    return marked(_comparison(comparison))


def course_to_text(course: Course, language: str) -> str:
    """Return a series as plain text: how each condition stood at each moment, and what each step brought."""
    return plain(_course(course, language))


def course_to_markdown(course: Course, language: str) -> str:
    """Return a series as markdown: the same as a table and lists."""
    return marked(_course(course, language))


def comparison_to_html(comparison: Comparison, *others: Comparison, fragment: bool = False) -> str:
    """Return a page in HTML with one comparison, or with several below each other; or a part of a page of your own."""
    return page(comparison.language, *map(_comparison, (comparison, *others)), fragment=fragment)


def course_to_html(course: Course, language: str, *, fragment: bool = False) -> str:
    """Return a series as a page in HTML, or as a part of a page of your own."""
    return page(language, _course(course, language), fragment=fragment)


def _comparison(comparison: Comparison) -> Iterator[Line]:
    words, before, after = words_in(comparison.language).report, comparison.before, comparison.after
    is_what_if = before.reference_date == after.reference_date
    title = words["what if" if is_what_if else "compared"]
    yield "title", title.format(after.partnership or words["a partnership"])
    if not is_what_if:
        yield "text", words["from to"].format(*(_when(moment, comparison.language) for moment in (before, after)))
    yield from _joined(comparison)
    yield from _movements(comparison)
    if comparison.plan:
        yield "heading", words["agreed"]
    for followed in comparison.plan:
        yield from (("item", _agreed(agreement, followed, words)) for agreement in followed.agreements)


def _agreed(agreement: Agreement, followed: Followed, words: Mapping[str, str]) -> str:
    """Return what was agreed, whether it was done, and what became of the point that it is about."""
    with_whom = ", ".join(filter(None, (agreement.who, agreement.when)))
    step = f"{followed.title.removesuffix('.')}: {lowered(agreement.step.removesuffix('.'))}"
    said = words["agreed with"].format(step, with_whom) if with_whom else step
    done = {True: "done", False: "not done", None: "done unknown"}[agreement.done]
    match followed.holds, followed.held:
        case None, _:
            change = "advice unknown"
        case True, held:
            change = "advice holds" if held else "advice is new"
        case _, held:
            change = "advice never" if held is False else "advice gone"
    return f"{said}. {words[done]} {words[change]}"


def _when(moment: Moment, language: str) -> str:
    return written_date(moment.reference_date, language)


def _movements(comparison: Comparison) -> Iterator[Line]:
    words = words_in(comparison.language).report
    if comparison.is_empty:
        yield "text", words["nothing changed"]
        return
    for movement, name in MOVED:
        found = comparison.of(movement)
        if not found:
            continue
        yield "heading", words[name]
        for each in found:
            if each.finding:
                yield "item", _moved(each, words)
        unclear = sum(not each.finding for each in found)
        if unclear:
            yield "item", words["not known now one" if unclear == 1 else "not known now"].format(unclear)
    moved = [found for found in comparison.conditions if found.movement is not Movement.UNCHANGED]
    if moved:
        yield "heading", words["moved conditions"]
    for condition in moved:
        before, after = words[condition.before.value], words[condition.after.value]
        yield "item", f"{condition.number}. {condition.short_title}: {before} → {after}"
    if same := len(comparison.of(Movement.UNCHANGED)):
        yield "text", words["unchanged one" if same == 1 else "unchanged"].format(same)


def _joined(comparison: Comparison) -> Iterator[Line]:
    words = words_in(comparison.language).report
    for each in comparison.organisations:
        yield "text", words["joined" if each.has_joined else "left"].format(each.name)


def _moved(found: FindingMovement, words: Mapping[str, str]) -> str:
    if found.after and found.before is None:
        return f"{found.finding} {words['was not known']}"
    is_mixed = found.movement in (Movement.BETTER, Movement.WORSE)
    return words["no longer so"].format(found.finding) if is_mixed and found.after is False else found.finding


def _course(course: Course, language: str) -> Iterator[Line]:
    words, moments = words_in(language).report, course.moments
    yield "title", words["course of"].format(moments[-1].partnership or words["a partnership"])
    yield "columns", ["", words["condition"], *(moment.reference_date for moment in moments)]
    for each in course.conditions:
        yield "row", [str(each.number), each.short_title, *(_status(found, language) for found in each.statuses)]
    for step in course.steps:
        yield "heading", words["from to"].format(*(_when(moment, language) for moment in (step.before, step.after)))
        yield from (("item" if kind == "text" else kind, text) for kind, text in (*_joined(step), *_movements(step)))


def _status(status: Status, language: str) -> str:
    return f"{SIGNS[status]} {words_in(language).report[status.value]}"
