"""An assessment as markdown, for a report or a wiki."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerkadvies.advising import Advice, Assessment
from samenwerkadvies.citations import Citation
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
    reason_lines,
    respondent_lines,
    severity_word,
    undecided_line,
    view_cells,
    view_heads,
    view_line,
    warnings,
    way_lines,
)
from samenwerkadvies.outputs.words import escaped
from samenwerkadvies.ruleset import Severity
from samenwerkadvies.wording.words import words_in


def to_markdown(assessment: Assessment) -> str:
    """Return the report, ending in a line end."""
    return "\n".join(_lines(assessment)) + "\n"


def _lines(assessment: Assessment) -> Iterator[str]:
    words = words_in(assessment.language).report
    title, *about = heading(assessment)
    yield f"# {escaped(title)}"
    yield ""
    for line in warnings(assessment):
        yield from (f"**{escaped(line)}**", "")
    yield from (f"{escaped(line)}  " for line in about)
    yield ""
    yield from (f"- {escaped(line)}" for line in opening(assessment))
    if checks := check_lines(assessment):
        yield from ("", f"## {words['checks heading']}", "")
        yield from (f"- {escaped(finding)} {escaped(answers)}" for finding, answers in checks)
    first, later, strengths = parts(assessment)
    is_unknown_first = not first and not assessment.known.enough
    if is_unknown_first:
        yield from _unknown(assessment)
    for name, group in (("start here", first), ("later", later), ("keep", strengths)):
        if group:
            yield from ("", f"## {words[name]}")
            for advice in group:
                yield from _advice(advice, assessment, is_whole=name == "start here")
    yield from ("", f"## {words['conditions']}", "")
    heads = view_heads(assessment)
    yield _row("", words["condition"], words["status"], words["answers"], *heads)
    yield f"| ---: |{' --- |' * (3 + len(heads))}"
    for found in assessment.conditions:
        answers = words["of"].format(found.answered, found.asked)
        cells = view_cells(found, assessment) if heads else ()
        yield _row(str(found.number), escaped(found.short_title), words[found.status.value], answers, *cells)
    if line := view_line(assessment):
        yield from ("", line)
    if lines := respondent_lines(assessment):
        yield from ("", f"## {words['respondents heading']}", "", *(f"- {escaped(line)}" for line in lines))
    if not is_unknown_first:
        yield from _unknown(assessment)
    if assessment.sources:
        yield from ("", f"## {words['sources heading']}", "", words["sources for"], "")
        yield from map(_source, assessment.sources)
    for title_of, lines in left_out(assessment):
        yield from ("", f"## {title_of}", "", *(f"- {escaped(line)}" for line in lines))


def _source(cited: Citation) -> str:
    title = escaped(cited.title)
    named = f"[{title}](<{cited.link}>)" if cited.link else title
    return f"- {named}{f' ({escaped(cited.about)})' if cited.about else ''}"


def _row(*cells: str) -> str:
    return f"|{''.join(f' {cell} |' if cell else ' |' for cell in cells)}"


def _unknown(assessment: Assessment) -> Iterator[str]:
    yield from ("", f"## {words_in(assessment.language).report['unknown heading']}", "", undecided_line(assessment))
    for asked, listed in questions(assessment):
        yield from ("", asked, "")
        for question in listed:
            yield f"- {escaped(question)}"
    if line := more_questions_line(assessment):
        yield from ("", line)


def _advice(advice: Advice, assessment: Assessment, *, is_whole: bool) -> Iterator[str]:
    words = words_in(assessment.language).report
    severity = severity_word(advice.severity, assessment.language)
    yield from ("", f"### {advice.rank}. {escaped(advice.title)}", "", f"{escaped(advice.finding)} ({severity})")
    if line := first_line(advice, assessment):
        yield from ("", escaped(line))
    reasons = [(depth, text) for depth, text in reason_lines(advice, assessment) if is_whole or not depth]
    if reasons:
        yield from ("", words["why"], "")
        yield from (f"{'  ' * depth}- {escaped(text)}" for depth, text in reasons)
    yield from ("", words["steps"], "")
    for number, step in enumerate(advice.steps, start=1):
        yield f"{number}. {escaped(step)}"
    if line := decision_line(advice, assessment.language):
        yield from ("", escaped(line))
    if advice.severity is not Severity.STRENGTH:
        title, ways, more = way_lines(advice, assessment.language)
        if title:
            yield from ("", title)
        if ways:
            yield from ("", *(f"- {escaped(way)}" for way in ways))
        if more:
            yield from ("", more)
    if is_whole:
        if advice.above_next:
            yield from ("", f"{words['above next']} {escaped(advice.above_next)}")
        yield from ("", f"{words['sources']} {escaped('; '.join(advice.sources))}")
