"""Read feature files: scenarios with their steps, an outline as one scenario for each row of examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs
from pytest_bdd import feature as bdd_cache
from pytest_bdd import parser as bdd

from samenwerkadvies.errors import InvalidInputError, Problem
from samenwerkadvies.loading import read_text
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.scenarios import gherkin


@attrs.frozen
class Step:
    """One line of a scenario."""

    keyword: str
    """As written: Gegeven, Als, Dan, En, Maar."""
    type: str
    """``given``, ``when`` or ``then``; En and Maar take that of the step before them."""
    text: str
    line: int
    table: tuple[tuple[str, ...], ...] = ()

    def __str__(self) -> str:
        """Return the step as it is written."""
        return f"{self.keyword} {self.text}"


@attrs.frozen
class Scenario:
    """One scenario, or one row of the examples of an outline, with the steps of its backgrounds."""

    file: str
    feature: str
    language: str
    """``nl`` or ``en``: in which the steps are."""
    rule: str
    """The ``Regel`` that it stands under; empty when there is none."""
    name: str
    line: int
    """Of the scenario, or of its row of examples."""
    steps: tuple[Step, ...]
    example: tuple[tuple[str, str], ...] = ()
    """The row of an outline: column and value."""
    path: Path = attrs.field(default=Path(), eq=False, repr=False)
    """Where the file is."""

    @property
    def title(self) -> str:
        """The name, with the row of examples."""
        row = ", ".join(f"{column}: {value}" for column, value in self.example)
        return f"{self.name} ({row})" if row else self.name


def feature_files(folder: Path) -> list[Path]:
    """Return the feature files in a folder and the folders below it (hidden ones excepted), or the one file."""
    if folder.is_file():
        return [folder]
    found = (path for path in folder.rglob("*.feature") if path.is_file())
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def is_ours(text: str) -> bool:
    """Say whether a feature file is about a partnership, and not about something else that speaks Gherkin."""
    return _OPENING.search(text) is not None


_OPENING = re.compile(
    r'^\s*\S+ +(?:een samenwerking|de samenwerking "|om advies wordt gevraagd'
    r'|a partnership|the partnership "|advice is asked for)',
    re.MULTILINE,
)


def read_feature(path: Path, shown: str, ruleset: Ruleset | None = None) -> tuple[Scenario, ...]:
    """Return the scenarios of a feature file.

    With a ``ruleset``, a ``Regel`` that looks like the name of a rule must be one.

    Raises:
        InvalidInputError: with everything that is wrong with the file.
    """
    text = read_text(path, shown)
    document = gherkin.parse(text, shown, ruleset)
    if not is_ours(text):
        expected = "stappen zoals 'Gegeven een samenwerking'; 'samenwerkadvies test --steps' toont ze allemaal"
        raise InvalidInputError([Problem("SCEN02", "hier staat geen stap die we kennen", None, shown, expected)])
    return tuple(_scenarios(document, parsed(path), path, shown))


def parsed(path: Path) -> bdd.Feature:
    """Return a feature as pytest-bdd reads it, anew: a file may have changed since it was read last."""
    bdd_cache.features.pop(str(path.absolute()), None)
    return bdd_cache.get_feature(str(path.absolute().parent), path.name)


def _scenarios(document: gherkin.Node, feature: bdd.Feature, path: Path, shown: str) -> Iterator[Scenario]:
    for found in gherkin.scenarios(document):
        template = feature.scenarios[found.scenario["name"]]
        for line, row in gherkin.rows(found.scenario) or [(template.line_number, {})]:
            yield Scenario(
                file=shown,
                feature=feature.name,
                language="nl" if feature.language == "nl" else "en",
                rule=template.rule.name if template.rule else "",
                name=template.name,
                line=line,
                steps=tuple(map(_to_step, template.render(row).steps)),
                example=tuple(row.items()),
                path=path.absolute(),
            )


def _to_step(step: bdd.Step) -> Step:
    """Return a step of pytest-bdd as a value of our own."""
    rows = step.datatable.raw() if step.datatable else ()
    table = tuple(tuple(str(cell) for cell in row) for row in rows)
    return Step(step.keyword, step.type, step.name, step.line_number, table)
