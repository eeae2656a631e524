"""An assessment as markdown, for a report or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samenwerkadvies.advising import Advice, Assessment
from samenwerkadvies.outputs.words import (
    WORDS,
    first_line,
    heading,
    parts,
    questions,
    reason_lines,
    severity_word,
    undecided_line,
)


def to_markdown(assessment: Assessment) -> str:
    """Return the report, ending in a line end."""
    return "\n".join(_lines(assessment)) + "\n"


def _lines(assessment: Assessment) -> Iterator[str]:
    words = WORDS[assessment.language]
    title, *about = heading(assessment)
    yield f"# {_escaped(title)}"
    yield ""
    for line in about:
        yield f"{_escaped(line)}  "
    first, later, strengths = parts(assessment)
    if not first:
        yield from ("", words["nothing found"])
    for name, group in (("start here", first), ("later", later), ("keep", strengths)):
        if group:
            yield from ("", f"## {words[name]}")
            for advice in group:
                yield from _advice(advice, assessment, is_whole=name == "start here")
    yield from ("", f"## {words['conditions']}", "")
    yield f"| | {words['condition']} | {words['status']} | {words['answers']} |"
    yield "| ---: | --- | --- | --- |"
    for found in assessment.conditions:
        answers = words["of"].format(found.answered, found.asked)
        yield f"| {found.number} | {_escaped(found.short_title)} | {words[found.status.value]} | {answers} |"
    yield from ("", f"## {words['unknown heading']}", "", undecided_line(assessment))
    for asked, listed in questions(assessment):
        yield from ("", asked, "")
        for question in listed:
            yield f"- {_escaped(question)}"


def _advice(advice: Advice, assessment: Assessment, *, is_whole: bool) -> Iterator[str]:
    words = WORDS[assessment.language]
    severity = severity_word(advice.severity, assessment.language)
    yield from ("", f"### {advice.rank}. {_escaped(advice.title)}", "", f"{_escaped(advice.finding)} ({severity})")
    if line := first_line(advice, assessment):
        yield from ("", _escaped(line))
    if is_whole:
        yield from ("", words["why"], "")
        for depth, text in reason_lines(advice.because):
            yield f"{'  ' * depth}- {_escaped(text)}"
    yield from ("", words["steps"], "")
    for number, step in enumerate(advice.steps, start=1):
        yield f"{number}. {_escaped(step)}"
    if is_whole:
        if advice.above_next:
            yield from ("", f"{words['above next']} {_escaped(advice.above_next)}")
        yield from ("", f"{words['sources']} {_escaped('; '.join(advice.sources))}")


_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def _escaped(text: str) -> str:
    """Return text in which nothing is read as markdown, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
