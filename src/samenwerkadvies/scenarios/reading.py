"""Read a feature file: its text, its Gherkin, and the scenarios in it, or everything that is wrong with it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

from samenwerkadvies.errors import MOST_PROBLEMS, InvalidInputError, Problem
from samenwerkadvies.loading.texts import read_text
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.scenarios.features import SUFFIX, Scenario, Step, is_ours
from samenwerkadvies.scenarios.gherkin import Found, Node, columns, line_of, parse, scenarios
from samenwerkadvies.scenarios.proving import Proof

_HARD_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007", " "))
"""What Word types for a space, each as long as the space that it is read as."""


def read_feature(path: Path, shown: str, ruleset: Ruleset) -> tuple[Scenario, ...]:
    """Return the scenarios of a feature file about a ruleset; ``shown`` is how the file is called in messages.

    Raises:
        InvalidInputError: with what is wrong with the file.
    """
    if path.suffix.lower() != SUFFIX:
        raise InvalidInputError(
            [Problem(code="SCEN08", message="dit is geen bestand met scenario's", place=shown, expected=_FILE)]
        )
    text = read_text(path, shown).translate(_HARD_SPACES)
    feature = parse(text, shown)
    proof = Proof(feature, shown, text.split("\n"))
    _refuse(proof.strays())
    if not is_ours(text):
        expected = "stappen zoals 'Gegeven een samenwerking'; 'samenwerkadvies test --steps' toont ze allemaal"
        raise InvalidInputError(
            [Problem(code="SCEN02", message="hier staat geen stap die we kennen", place=shown, expected=expected)]
        )
    _refuse(proof.problems(ruleset))
    read = tuple(_scenarios(feature, path, shown))
    _refuse(proof.step_problems(read, ruleset))
    return read


_FILE = f"een bestand dat eindigt op {SUFFIX}"


def _refuse(problems: Iterator[Problem]) -> None:
    if found := list(itertools.islice(problems, MOST_PROBLEMS)):
        raise InvalidInputError(found)


def _scenarios(feature: Node, path: Path, shown: str) -> Iterator[Scenario]:
    for found in scenarios(feature):
        scenario, rule = found.scenario, found.rule or {"name": "", "tags": []}
        tags = (*feature["tags"], *rule["tags"], *scenario["tags"])
        written = tuple(_steps(found))
        for line, row, above in _rows(scenario):
            yield Scenario(
                file=shown,
                feature=feature["name"],
                language="nl" if feature["language"] == "nl" else "en",
                rule=rule["name"],
                name=scenario["name"],
                line=line,
                written=written,
                example=row,
                tags=tuple(dict.fromkeys(tag["name"].removeprefix("@") for tag in (*tags, *above))),
                path=path.absolute(),
            )


def _rows(scenario: Node) -> Iterator[tuple[int, tuple[tuple[str, str], ...], Iterable[Node]]]:
    """Yield the rows of an outline, each with its line and the tags of its examples; of a scenario itself one."""
    if not scenario["examples"]:
        yield line_of(scenario), (), ()
    for examples in scenario["examples"]:
        names = columns(examples)
        for row in examples["tableBody"]:
            values = (cell["value"] for cell in row["cells"])
            yield line_of(row), tuple(zip(names, values, strict=True)), examples["tags"]


_TYPES = {"Context": "given", "Action": "when", "Outcome": "then"}


def _steps(found: Found) -> Iterator[Step]:
    type_ = ""
    for node in found.steps:
        type_ = _TYPES.get(node["keywordType"], type_)
        rows = node.get("dataTable", {}).get("rows", [])
        table = tuple(tuple(cell["value"] for cell in row["cells"]) for row in rows)
        below = node["docString"]["content"] if "docString" in node else None
        yield Step(node["keyword"].strip(), type_, node["text"], line_of(node), table, below)
