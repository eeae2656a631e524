"""The Gherkin of a feature file: read with the official parser, within bounds, and what it refuses told in Dutch."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from gherkin.errors import (
    AstBuilderException,
    CompositeParserException,
    NoSuchLanguageException,
    ParserException,
    UnexpectedEOFException,
    UnexpectedTokenException,
)
from gherkin.parser import Parser

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import InvalidInputError, Location, Problem, nearest, quoted
from samenwerkadvies.signs import odd_sign

SECTIONS = {
    "nl": ("Functionaliteit:", "Achtergrond:", "Regel:", "Scenario:", "Abstract Scenario:", "Voorbeelden:"),
    "en": ("Feature:", "Background:", "Rule:", "Scenario:", "Scenario Outline:", "Examples:"),
}
"""In the same order in each language."""
STEPS = {"nl": ("Gegeven", "Als", "Dan", "En", "Maar"), "en": ("Given", "When", "Then", "And", "But")}
"""In the same order in each language."""

ALL_SECTIONS = frozenset(section for sections in SECTIONS.values() for section in sections)

LONGEST_LINE = 2_000
"""Signs in one line; a row of a table takes time that grows with its square."""
MOST_STEPS = 200
"""Steps and rows of tables in one scenario, with those of its backgrounds: each scenario plays them all again."""
LONGEST_RUN = 100
"""Lines from a tag up to what it belongs to; from each tag in it, the parser looks ahead to the end."""

Node = dict[str, Any]
"""A part of the document that the official Gherkin parser makes: plain mappings and lists."""


class Found(NamedTuple):
    """A scenario in a document, with the rule that it stands under and the steps of its backgrounds."""

    scenario: Node
    rule: Node | None
    steps: list[Node]
    """Of the backgrounds and of the scenario itself."""


def parse(text: str, shown: str) -> Node:
    """Return the feature in a text.

    Raises:
        InvalidInputError: when it is empty, larger than one person can mean, or no Gherkin.
    """
    lines = text.split("\n")
    if all(not line.strip() or line.lstrip().startswith("#") for line in lines):
        expected = "'# language: nl', en daaronder 'Functionaliteit: …' met scenario's"
        raise InvalidInputError([Problem(code="SCEN02", message="dit bestand is leeg", place=shown, expected=expected)])
    if problem := next(_too_much(lines, shown), None):
        raise InvalidInputError([problem])
    try:
        feature: Node = Parser().parse(text)["feature"]  # type: ignore[assignment]  # a typed mapping
    except CompositeParserException as error:
        raise InvalidInputError(_syntax_problems(error.errors, shown, lines)) from None
    if problem := next(_too_many_steps(feature, shown, lines), None):
        raise InvalidInputError([problem])
    return feature


def _too_much(lines: list[str], shown: str) -> Iterator[Problem]:
    """Yield what would take the parser more time than the file is long."""
    run = 0
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            at = location(shown, lines, number)
            expected = f"hoogstens {LONGEST_LINE} tekens op één regel"
            yield Problem(code="SCEN10", message="deze regel is te lang", location=at, expected=expected)
        written = line.lstrip()
        if run or written.startswith("@"):
            run = run + 1 if not written or written[0] in "@#" else 0
        if run > LONGEST_RUN:
            at = location(shown, lines, number)
            expected = f"tags op hoogstens {LONGEST_RUN} regels boven waar ze bij horen"
            yield Problem(
                code="SCEN10",
                message="hier staan te veel regels met tags, uitleg of niets achter elkaar",
                location=at,
                expected=expected,
            )


def _too_many_steps(feature: Node, shown: str, lines: list[str]) -> Iterator[Problem]:
    """Yield the backgrounds and scenarios that are too long to be played again and again."""
    for above, node in _with_size_above(feature):
        if above + _size(node) > MOST_STEPS:
            at = location(shown, lines, line_of(node))
            message = f"hier staan meer dan {MOST_STEPS} stappen en rijen van tabellen, met die van de achtergrond"
            yield Problem(code="SCEN10", message=message, location=at, expected="meer en kortere scenario's")


def _with_size_above(feature: Node) -> Iterator[tuple[int, Node]]:
    above = 0
    for child in feature["children"]:
        if "rule" in child:
            yield from ((above + size, node) for size, node in _with_size_above(child["rule"]))
            continue
        yield above, child.get("background") or child["scenario"]
        above += _size(child["background"]) if "background" in child else 0


def _size(node: Node) -> int:
    return sum(1 + len(step.get("dataTable", {}).get("rows", [])) for step in node["steps"])


def scenarios(feature: Node) -> Iterator[Found]:
    """Yield the scenarios of a feature in order."""
    above: list[Node] = []
    for child in feature["children"]:
        above += child.get("background", {}).get("steps", [])
        if "scenario" in child:
            yield Found(child["scenario"], None, above + child["scenario"]["steps"])
        if "rule" in child:
            below = list(above)
            for inner in child["rule"]["children"]:
                below += inner.get("background", {}).get("steps", [])
                if "scenario" in inner:
                    yield Found(inner["scenario"], child["rule"], below + inner["scenario"]["steps"])


def columns(examples: Node) -> list[str]:
    """Return the names above the columns of examples."""
    return [cell["value"] for cell in (examples.get("tableHeader") or {"cells": []})["cells"]]


def line_of(node: Node) -> int:
    """Return the line of a node."""
    line: int = node["location"]["line"]
    return line


def location(shown: str, lines: list[str], line: int) -> Location:
    """Return the place of a whole line."""
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    written = source.strip()
    return Location(shown, line, source.find(written) + 1, source, max(1, len(written)))


def language_of(lines: list[str]) -> str:
    """Return the language that a file says it is in: ``nl``, or else ``en``."""
    return "nl" if _stated(lines) == "nl" else "en"


def _stated(lines: list[str]) -> str:
    """Return the language that stands above everything but explanation; empty when none does."""
    above = itertools.takewhile(lambda line: not line.strip() or line.lstrip().startswith("#"), lines)
    return next((found[1] for found in map(_LANGUAGE.match, above) if found), "")


_LANGUAGE = re.compile(r"\s*#\s*language\s*:\s*(\w+)")


def meant(written: str, lines: list[str]) -> str:
    """Return what a writer may have meant by a line that is none; empty when nothing comes near."""
    language = language_of(lines)
    other = "en" if language == "nl" else "nl"
    first, (head, colon, _) = written.partition(" ")[0], written.partition(":")
    words = dict(zip((*SECTIONS[other], *STEPS[other]), (*SECTIONS[language], *STEPS[language]), strict=True))
    if foreign := words.get(f"{head}:" if colon else first) or words.get(first):
        if _stated(lines):
            return foreign
        return f"'# language: {other}' op de eerste regel, of woorden in één taal"
    if colon and (section := section_meant(head, language)):
        return section
    return nearest(first, STEPS[language]) or nearest(first, SECTIONS[language])


def section_meant(head: str, language: str) -> str:
    """Return the section that a word before a colon stands for."""
    known = _HABITS[language] | {section[:-1].lower(): section for section in SECTIONS[language]}
    near = nearest(head, known)
    return known[near] if near else ""


_HABITS = {
    "nl": {
        "functie": "Functionaliteit:",
        "feature": "Functionaliteit:",
        "eigenschap": "Functionaliteit:",
        "context": "Achtergrond:",
        "voorbeeld": "Voorbeelden:",
        "scenario abstract": "Abstract Scenario:",
        "scenariosjabloon": "Abstract Scenario:",
    },
    "en": {"function": "Feature:", "example": "Examples:", "abstract scenario": "Scenario Outline:"},
}
"""What people write for a section, in small letters."""


def _syntax_problems(errors: list[ParserException], shown: str, lines: list[str]) -> Iterator[Problem]:
    """Yield what Gherkin refuses; where a heading or the language is wrong that alone: the rest follows from it."""
    before = -1
    for error in errors:  # the parser stops after ten
        line = error.location["line"]
        written = location(shown, lines, line).source.strip()
        if not (written.startswith(_BELOW) and _follows(before, line, lines)):
            yield _syntax_problem(error, shown, lines)
        before = line
        if isinstance(error, NoSuchLanguageException) or _is_heading(written, language_of(lines)):
            return


_BELOW = ("|", '"""', "```")
"""How lines begin that belong to the step above them."""


def _follows(before: int, line: int, lines: list[str]) -> bool:
    """Say whether only such lines stand between two."""
    return before > 0 and all(between.strip().startswith(_BELOW) for between in lines[before : line - 1])


def _is_heading(written: str, language: str) -> bool:
    head, colon, _ = written.partition(":")
    return bool(colon) and (f"{head}:" in ALL_SECTIONS or section_meant(head, language) != "")


def _syntax_problem(error: ParserException, shown: str, lines: list[str]) -> Problem:
    at, language = location(shown, lines, error.location["line"]), language_of(lines)
    written = at.source.strip()
    expected, hint = any_of([*SECTIONS[language], *STEPS[language]]), ""
    if isinstance(error, NoSuchLanguageException):
        message, expected = "deze taal kennen we niet", "'# language: nl' of '# language: en'"
    elif isinstance(error, AstBuilderException):
        message, expected = "deze rij heeft meer of minder vakjes dan de rij erboven", "evenveel vakjes in elke rij"
    elif isinstance(error, UnexpectedEOFException):
        message = "dit bestand houdt te vroeg op"
    elif not isinstance(error, UnexpectedTokenException):  # what is left for other exceptions: white space in a tag
        message, expected = "een tag is één woord", "tags zoals @rand @langzaam"
    elif sign := odd_sign(written.partition(" ")[0]):
        message, expected = f"hier staat {sign.name}", sign.way_out
    elif own := next((section for section in _ONCE[language] if written.startswith(section)), None):
        message, expected = f"{quoted(own)} past hier niet", _ONCE[language][own]
    else:
        message, hint = f"{quoted(written)} past hier niet", meant(written, lines)
    return Problem(code="SCEN01", message=message, location=at, expected=expected, hint=hint)


_ONCE = {
    language: dict(
        zip(
            SECTIONS[language],
            (
                "één functionaliteit in een bestand, bovenaan",
                "één achtergrond, boven de scenario's",
                "een regel onder de functionaliteit",
                "scenario's onder de functionaliteit of een regel",
                "scenario's onder de functionaliteit of een regel",
                "voorbeelden onder de stappen van een scenario",
            ),
            strict=True,
        )
    )
    for language in SECTIONS
}
"""Where each section may stand."""
