"""An assessment as text for people: with colour in a terminal, plain when it goes to a file or a pipe."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from samenwerkadvies.advising import Advice, Assessment, Status
from samenwerkadvies.outputs.opening import opening
from samenwerkadvies.outputs.reports import (
    check_lines,
    decision_line,
    first_line,
    heading,
    left_out,
    more_questions_line,
    parts,
    questions,
    reason_line,
    reason_lines,
    respondent_lines,
    severity_word,
    undecided_line,
    view_cells,
    view_heads,
    view_line,
    warnings,
    way_line,
    way_lines,
)
from samenwerkadvies.outputs.words import SIGNS
from samenwerkadvies.ruleset import Severity
from samenwerkadvies.wording.words import words_in

WIDTH = 100

_SEVERITY_STYLES = {
    Severity.CRITICAL: "bold red",
    Severity.HIGH: "red",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "cyan",
    Severity.STRENGTH: "green",
}
_STATUS_STYLES = {
    Status.RISK: "bold red",
    Status.ATTENTION: "yellow",
    Status.IN_ORDER: "green",
    Status.UNKNOWN: "dim",
}


def to_text(assessment: Assessment, width: int = WIDTH, *, brief: bool = False) -> str:
    """Return the report as plain text, in lines of at most ``width`` signs; if wanted, in a screen and a half."""
    target = io.StringIO()
    Console(file=target, width=width, color_system=None, highlight=False, legacy_windows=False).print(
        to_renderable(assessment, brief=brief)
    )
    return "".join(f"{line.rstrip()}\n" for line in target.getvalue().splitlines())


def to_renderable(assessment: Assessment, *, brief: bool = False) -> RenderableType:
    """Return the report as something that a Rich console prints; if wanted, what fits a screen and a half."""
    return Group(*_parts(assessment, brief=brief))


def _parts(assessment: Assessment, *, brief: bool) -> Iterator[RenderableType]:
    words = words_in(assessment.language).report
    title, *about = heading(assessment)
    yield Text(title, "bold")
    yield from (Text(line, "bold yellow") for line in warnings(assessment))
    yield from (Text(line, "dim") for line in about)
    yield Text()
    yield from (_item(">", Text(line), 0) for line in opening(assessment))
    if checks := check_lines(assessment):
        yield from _heading(words["checks heading"])
        for finding, answers in checks:
            yield from (_item("?", Text(finding), 0), Padding(Text(answers, "dim"), (0, 0, 0, 2)))
    first, later, strengths = parts(assessment)
    is_unknown_first = not first and not assessment.known.enough
    if is_unknown_first:
        yield from _unknown(assessment, brief=brief)
    tell = _brief_advice if brief else _advice
    for name, group in (("start here", first), ("later", later), ("keep", strengths)):
        if group:
            yield from _heading(words[name])
            for advice in group:
                yield from tell(advice, assessment, is_whole=name == "start here")
    yield from _heading(words["conditions"])
    yield _conditions(assessment)
    if line := view_line(assessment):
        yield from (Text(), Text(line))
    if lines := respondent_lines(assessment):
        yield from _heading(words["respondents heading"])
        yield from (_item("-", Text(line), 0) for line in lines)
    if not is_unknown_first:
        yield from _unknown(assessment, brief=brief)
    for title, lines in left_out(assessment):
        yield from _heading(title)
        yield from (_item("-", Text(line), 0) for line in lines)
    if brief and assessment.advice:
        yield from (Text(), Text(words["more in full"], "dim"))


def _unknown(assessment: Assessment, *, brief: bool) -> Iterator[RenderableType]:
    asked_of = list(questions(assessment))
    if brief and not asked_of:  # that is said at the top
        return
    yield from _heading(words_in(assessment.language).report["unknown heading"])
    if not brief:
        yield from (Text(undecided_line(assessment)), *[Text()] * bool(asked_of))
    for place, (asked, listed) in enumerate(asked_of):
        yield from (*[Text()] * bool(place), Text(asked))
        for question in listed:
            yield _item("-", Text(question), 2)
    if line := more_questions_line(assessment):
        yield from (Text(), Text(line))


def _heading(text: str) -> Iterator[RenderableType]:
    yield from (Text(), Text(text.upper(), "bold underline"))


def _item(sign: str, body: Text, indent: int) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column()
    table.add_row(Text(sign), body)
    return Padding(table, (0, 0, 0, indent))


def _advice(advice: Advice, assessment: Assessment, *, is_whole: bool) -> Iterator[RenderableType]:
    words = words_in(assessment.language).report
    if is_whole:
        yield Text()
    yield _title(advice, assessment.language)
    yield Padding(Text(advice.finding), (0, 0, 0, 3))
    if line := first_line(advice, assessment):
        yield Padding(Text(line, "italic"), (0, 0, 0, 3))
    if not is_whole:
        short = [reason_line(advice, assessment)]
        if advice.severity is not Severity.STRENGTH:
            short.append(way_line(advice, assessment.language))
        yield from (Padding(Text(line, "dim"), (0, 0, 0, 3)) for line in short if line)
        return
    reasons = reason_lines(advice, assessment)
    if reasons:
        yield Padding(Text(words["why"], "bold"), (1, 0, 0, 3))
    for depth, text in reasons:
        yield _item("-", Text(text), 3 + 2 * depth)
    yield Padding(Text(words["steps"], "bold"), (1, 0, 0, 3))
    for number, step in enumerate(advice.steps, start=1):
        yield _item(f"{number})", Text(step), 3)
    if line := decision_line(advice, assessment.language):
        yield Padding(Text(line), (1, 0, 0, 3))
    ways_heading, ways, more = way_lines(advice, assessment.language)
    if ways_heading:
        yield Padding(Text(ways_heading, "bold" if ways else ""), (1, 0, 0, 3))
    for way in ways:
        yield _item("-", Text(way), 3)
    if more:
        yield Padding(Text(more), (0, 0, 0, 3))
    if advice.above_next:
        yield Padding(Text(f"{words['above next']} {advice.above_next}", "dim"), (1, 0, 0, 3))
    for source in advice.sources[:1]:
        yield Padding(Text(f"{words['sources']} {source}", "dim"), (0 if advice.above_next else 1, 0, 0, 3))


def _brief_advice(advice: Advice, assessment: Assessment, *, is_whole: bool) -> Iterator[RenderableType]:
    """Yield advice without its reasons: of what comes first with how to go about it, of the rest a line."""
    yield _title(advice, assessment.language)
    if is_whole:
        yield Padding(Text(advice.finding), (0, 0, 0, 3))
        for step in advice.steps:
            yield _item("-", Text(step), 3)


def _title(advice: Advice, language: str) -> RenderableType:
    severity = severity_word(advice.severity, language)
    title = Text.assemble((advice.title, "bold"), "  ", (f"[{severity}]", _SEVERITY_STYLES[advice.severity]))
    return _item(f"{advice.rank}.", title, 0)


def _conditions(assessment: Assessment) -> RenderableType:
    words = words_in(assessment.language).report
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    table.add_column(no_wrap=True)
    heads = view_heads(assessment)
    for _ in heads:
        table.add_column(no_wrap=True)
    if heads:
        table.add_row(*(Text(head, "dim") for head in ("", "", "", words["answers"], *heads)))
    for found in assessment.conditions:
        style = _STATUS_STYLES[found.status]
        status = Text(f"{SIGNS[found.status]} {words[found.status.value]}", style)
        table.add_row(
            Text(str(found.number)),
            Text(found.short_title),
            status,
            Text(words["of"].format(found.answered, found.asked), "dim"),
            *(Text(cell) for cell in view_cells(found, assessment) if heads),
        )
    return table
