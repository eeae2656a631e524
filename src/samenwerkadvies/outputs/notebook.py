"""What a notebook shows: each value as a page of its own or as a part of one, in the same style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from samenwerkadvies.advising import Assessment, Comparison, Course, Status
from samenwerkadvies.frames import FrameAssessment
from samenwerkadvies.frames.kinds import rows_of
from samenwerkadvies.outputs import changes, lines, page
from samenwerkadvies.outputs.lines import Line
from samenwerkadvies.ruleset import DUTCH, SERIOUS, Ruleset, Severity
from samenwerkadvies.wording.lists import counted
from samenwerkadvies.wording.words import words_in

URGENT_SHOWN = 5
"""Of many partnerships: the findings that cannot wait, the most common first."""


def shown(value: object, *, fragment: bool) -> str:
    """Return a value as a page in HTML, or as a part of a page of your own."""
    match value:
        case Assessment():
            return page.to_html(value, fragment=fragment)
        case Comparison():
            return changes.comparison_to_html(value, fragment=fragment)
        case Course():
            return changes.course_to_html(value, value.language, fragment=fragment)
        case FrameAssessment():
            return lines.page(value.language, _many(value), fragment=fragment)
        case Ruleset():
            return lines.page(DUTCH, _rules(value), fragment=fragment)
    raise TypeError(f"nothing shows {type(value).__name__}")


# --- many partnerships ---


def _many(assessment: FrameAssessment) -> Iterator[Line]:
    words = words_in(assessment.language)
    said, ruleset = words.notebook, assessment.ruleset
    if assessment.is_lazy:
        yield "title", said["not read"]
        yield "text", said["ask for tables"]
    else:
        yield "title", counted(assessment.number, said["assessed one"], said["assessed"])
        yield from _counts(assessment, said)
    yield "text", words.report["rules"].format(ruleset.name, ruleset.version)


def _counts(assessment: FrameAssessment, said: Mapping[str, str]) -> Iterator[Line]:
    apart = len(list(rows_of(assessment.set_aside)))
    if apart:
        yield "text", counted(apart, said["apart one"], said["apart"])
    urgent = [row for row in rows_of(assessment.summary.rules) if _is_urgent(row)]
    if urgent:
        yield "heading", said["cannot wait"]
    for row in sorted(urgent, key=lambda row: -int(row["partnerships"]))[:URGENT_SHOWN]:
        title = assessment.ruleset.rules[row["rule"]].texts[assessment.language].title.removesuffix(".")
        yield "item", said["so often"].format(title, row["partnerships"], assessment.number)
    yield from _standing(assessment)
    yield "text", said["unknown is not well"]


def _is_urgent(row: Mapping[str, Any]) -> bool:
    return bool(row["severity"] == Severity.CRITICAL.value and row["partnerships"])


def _standing(assessment: FrameAssessment) -> Iterator[Line]:
    words = words_in(assessment.language).report
    found: dict[int, list[str]] = {}
    for row in rows_of(assessment.summary.conditions):
        found.setdefault(row["condition"], [str(row["condition"]), row["title"]]).append(str(row["partnerships"]))
    yield "heading", words["conditions"]
    yield "columns", ["", words["condition"], *(words[status.value] for status in Status)]
    yield from (("row", cells) for cells in found.values())


# --- rules ---


def _rules(ruleset: Ruleset) -> Iterator[Line]:
    said, report = words_in(DUTCH).notebook, words_in(DUTCH).report
    yield "title", report["rules"].format(ruleset.name, ruleset.version)
    questions = counted(len(ruleset.vocabulary.facts), said["question"], said["questions"])
    yield "text", f"{counted(len(ruleset.rules), said['rule'], said['rules'])}, {questions}"
    yield "text", said["languages"].format(", ".join(ruleset.languages))
    yield "text", said["fingerprint"].format(ruleset.fingerprint)
    if ruleset.conditions:
        yield "columns", ["", report["condition"], said["rules of it"], said["serious rules"]]
    for number, condition in ruleset.conditions.items():
        rules = ruleset.rules_of(number)
        serious = sum(rule.severity in SERIOUS for rule in rules)
        yield "row", [str(number), condition.texts[DUTCH].short_title, str(len(rules)), str(serious)]
