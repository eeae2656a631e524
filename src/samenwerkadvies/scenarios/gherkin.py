"""What can be wrong with a feature file, told in Dutch: the Gherkin itself, and scenarios that prove nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from gherkin.errors import CompositeParserException, ParserException
from gherkin.parser import Parser

from samenwerkadvies.errors import InvalidInputError, Location, Problem, listed, nearest, quoted
from samenwerkadvies.language.parser import is_name
from samenwerkadvies.ruleset import Ruleset

SECTIONS = {
    "nl": ("Functionaliteit:", "Achtergrond:", "Regel:", "Scenario:", "Abstract Scenario:", "Voorbeelden:"),
    "en": ("Feature:", "Background:", "Rule:", "Scenario:", "Scenario Outline:", "Examples:"),
}
STEPS = {"nl": ("Gegeven", "Als", "Dan", "En", "Maar"), "en": ("Given", "When", "Then", "And", "But")}
PARAMETER = re.compile("<(.+?)>")
_OUTLINES = ("Abstract Scenario", "Scenario Outline", "Scenario Template")

Node = dict[str, Any]
"""A part of the document that the official Gherkin parser makes: plain mappings and lists."""


class Found(NamedTuple):
    """A scenario in a document, with the rule that it stands under and the steps of its backgrounds."""

    scenario: Node
    rule: Node | None
    steps: list[Node]
    """Of the backgrounds and of the scenario itself."""


def parse(text: str, shown: str, ruleset: Ruleset | None) -> Node:
    """Return the feature in a text; with a ``ruleset``, a ``Regel`` that looks like a rule's name must be one.

    Raises:
        InvalidInputError: with everything that is wrong.
    """
    lines = text.split("\n")
    if all(not line.strip() or line.lstrip().startswith("#") for line in lines):
        expected = "'# language: nl', en daaronder 'Functionaliteit: …' met scenario's"
        raise InvalidInputError([Problem("SCEN02", "dit bestand is leeg", None, shown, expected)])
    try:
        feature: Node = Parser().parse(text)["feature"]  # type: ignore[assignment]  # a typed mapping
    except CompositeParserException as error:
        raise InvalidInputError(_syntax_problems(error.errors, shown, lines)) from None
    if problems := _Checks(feature, shown, lines).problems(ruleset):
        raise InvalidInputError(problems)
    return feature


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


def rows(scenario: Node) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of the examples of an outline, each with its line."""
    return [
        (_line(row), {name: cell["value"] for name, cell in zip(_columns(examples), row["cells"], strict=True)})
        for examples in scenario["examples"]
        for row in examples.get("tableBody", [])
    ]


def _columns(examples: Node) -> list[str]:
    return [cell["value"] for cell in (examples.get("tableHeader") or {"cells": []})["cells"]]


def _line(node: Node) -> int:
    line: int = node["location"]["line"]
    return line


def _syntax_problems(errors: list[ParserException], shown: str, lines: list[str]) -> Iterator[Problem]:
    """Yield what Gherkin refuses; where the language is wrong, that alone: the rest follows from it."""
    for error in errors:
        yield _syntax_problem(error, shown, lines)
        written = location(shown, lines, error.location["line"]).source.strip()
        if "Language not supported" in str(error) or _is_section_of_other(written, _language(lines)):
            return


def _is_section_of_other(written: str, language: str) -> bool:
    others = {section for sections in SECTIONS.values() for section in sections}.difference(SECTIONS[language])
    return written.startswith(tuple(others))


def _syntax_problem(error: ParserException, shown: str, lines: list[str]) -> Problem:
    at, language = location(shown, lines, error.location["line"]), _language(lines)
    said, written = str(error), at.source.strip()
    expected, hint = listed([*SECTIONS[language], *STEPS[language]]), ""
    if "Language not supported" in said:
        message, expected = "deze taal kennen we niet", "'# language: nl' of '# language: en'"
    elif "inconsistent cell count" in said:
        message, expected = "deze rij heeft meer of minder vakjes dan de rij erboven", "evenveel vakjes in elke rij"
    elif "unexpected end of file" in said:
        message = "dit bestand houdt te vroeg op"
    else:
        message, hint = f"{quoted(written)} past hier niet", _meant(written, language)
    return Problem("SCEN01", message, at, "", expected, hint)


def _meant(written: str, language: str) -> str:
    """Return what a writer may have meant by a line that Gherkin does not take; empty when nothing comes near."""
    other = "en" if language == "nl" else "nl"
    if _is_section_of_other(written, language) or written.startswith(STEPS[other]):
        return f"'# language: {other}' op de eerste regel, of woorden in één taal"
    return nearest(written.partition(" ")[0], (*SECTIONS[language], *STEPS[language]))


def _language(lines: list[str]) -> str:
    found = re.match(r"\s*#\s*language\s*:\s*(\w+)", next((line for line in lines if line.strip()), ""))
    return "nl" if found and found[1] == "nl" else "en"


def location(shown: str, lines: list[str], line: int) -> Location:
    """Return the place of a whole line."""
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    written = source.strip()
    return Location(shown, line, source.find(written) + 1, source, max(1, len(written)))


class _Checks:
    """Looks at a feature that Gherkin takes, for what would pass without proving anything."""

    def __init__(self, feature: Node, shown: str, lines: list[str]) -> None:
        self._found = list(scenarios(feature))
        self._feature = feature
        self._shown = shown
        self._lines = lines

    def problems(self, ruleset: Ruleset | None) -> list[Problem]:
        found = [*self._double_names(), *self._first_lines(), *self._rules(ruleset)]
        for each in self._found:
            found += [*self._without_check(each), *self._examples(each)]
        if not self._found:
            expected = "minstens één regel 'Scenario: …' met stappen"
            found.append(self._problem("SCEN02", "hier staan geen scenario's", self._feature, expected))
        return found

    def _problem(self, code: str, message: str, node: Node, expected: str, hint: str = "") -> Problem:
        at = location(self._shown, self._lines, _line(node))
        return Problem(code, message, at, "", expected, hint)

    def _double_names(self) -> Iterator[Problem]:
        first: dict[str, int] = {}
        for scenario, _, _ in self._found:
            name = scenario["name"]
            if name in first:  # pytest-bdd would run the last one only
                message = f"scenario {quoted(name)} staat er al (regel {first[name]})"
                yield self._problem("SCEN03", message, scenario, "voor elk scenario een eigen naam")
            first.setdefault(name, _line(scenario))

    def _first_lines(self) -> Iterator[Problem]:
        """Yield what stands where the first step should: Gherkin takes a line that is no step for a description."""
        language = "nl" if self._feature["language"] == "nl" else "en"
        children = [*self._feature["children"]]
        children += [inner for child in children for inner in child.get("rule", {}).get("children", [])]
        for node in [child.get("scenario") or child.get("background") for child in children if "rule" not in child]:
            if described := node["description"].strip():
                written = described.split("\n")[0]
                line = next(n for n, text in enumerate(self._lines, 1) if n > _line(node) and text.strip() == written)
                at = location(self._shown, self._lines, line)
                message = f"{quoted(written)} is geen stap"
                yield Problem("SCEN01", message, at, "", listed(STEPS[language]), _meant(written, language))
            first = node["steps"][0] if node["steps"] else None
            if first and first["keywordType"] not in ("Context", "Action", "Outcome"):
                message = f"de eerste stap begint met {first['keyword'].strip()}"
                yield self._problem("SCEN07", message, first, listed(STEPS[language][:3]))

    def _rules(self, ruleset: Ruleset | None) -> Iterator[Problem]:
        for child in self._feature["children"]:
            name = child.get("rule", {}).get("name", "")
            if ruleset and is_name(name) and name not in ruleset.rules:
                hint = nearest(name, ruleset.rules)
                expected = "een regel uit de regelset"
                yield self._problem("SCEN06", f"onbekende regel {quoted(name)}", child["rule"], expected, hint)

    def _without_check(self, found: Found) -> Iterator[Problem]:
        if not any(step["keywordType"] == "Outcome" for step in found.steps):
            message = f"scenario {quoted(found.scenario['name'])} controleert niets"
            yield self._problem("SCEN04", message, found.scenario, "minstens één stap die begint met Dan")

    def _examples(self, found: Found) -> Iterator[Problem]:
        scenario = found.scenario
        used = {name: step for step in found.steps for name in PARAMETER.findall(_whole_text(step))}
        if not rows(scenario):
            if used or scenario["keyword"] in _OUTLINES:
                message = f"bij {quoted(scenario['name'])} staan geen voorbeelden"
                expected = "'Voorbeelden:' met een tabel: een rij met namen, en daaronder minstens één rij"
                yield self._problem("SCEN05", message, scenario, expected)
            return
        for examples in scenario["examples"]:
            columns = _columns(examples)
            for name, step in used.items():
                if name not in columns:
                    message = f"{quoted(f'<{name}>')} staat niet boven een kolom van de voorbeelden"
                    yield self._problem("SCEN05", message, step, listed(columns, "en"), nearest(name, columns))
            for name in columns:
                if name not in used:
                    message = f"kolom {quoted(name)} wordt in geen stap gebruikt"
                    yield self._problem("SCEN05", message, examples, f"een stap met <{name}>", nearest(name, used))


def _whole_text(step: Node) -> str:
    cells = [cell["value"] for row in step.get("dataTable", {}).get("rows", []) for cell in row["cells"]]
    return " ".join([step["text"], *cells])
