"""What a feature file holds: scenarios with their steps, an outline as one scenario for each row of examples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import attrs


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
    below: str | None = None
    """The text between marks that stands under it; only a step of somebody else takes one."""

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
    written: tuple[Step, ...]
    """The steps as they stand in the file, with ``<column>`` where a row fills something in."""
    example: tuple[tuple[str, str], ...] = ()
    """The row of an outline: column and value."""
    tags: tuple[str, ...] = ()
    """Of the feature, the rule, the scenario and the examples, without their ``@``; they change nothing."""
    path: Path = attrs.field(default=Path(), eq=False, repr=False)
    """Where the file is."""

    @property
    def title(self) -> str:
        """The name, with the row of examples."""
        row = ", ".join(f"{column}: {value}" for column, value in self.example)
        return f"{self.name} ({row})" if row else self.name

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps, with the row filled in; made each time, or a file of kilobytes would take gigabytes."""
        return tuple(_filled(step, dict(self.example)) for step in self.written) if self.example else self.written


PARAMETER = re.compile(r"<([^<>\s][^<>]*)>")
"""What a row of examples fills in."""


def _filled(step: Step, row: Mapping[str, str]) -> Step:
    def fill(text: str) -> str:
        return PARAMETER.sub(lambda found: row.get(found[1], found[0]), text)

    table = tuple(tuple(map(fill, cells)) for cells in step.table)
    below = None if step.below is None else fill(step.below)
    return attrs.evolve(step, text=fill(step.text), table=table, below=below)


SUFFIX = ".feature"


def feature_files(folder: Path) -> list[Path]:
    """Return the feature files in a folder and the folders below it (hidden ones excepted), or the one file."""
    if folder.is_file():
        return [folder]
    found = (path for path in folder.rglob("*") if path.suffix.lower() == SUFFIX and not path.is_dir())
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def is_ours(text: str) -> bool:
    """Say whether a feature file is about a partnership, and not about something else that speaks Gherkin."""
    return _OPENING.search(text) is not None


_OPENING = re.compile(
    r'^[^\S\n]*+\S++[^\S\n]++(?:een samenwerking|de samenwerking "|om advies wordt gevraagd'
    r'|a partnership|the partnership "|advice is asked for)',
    re.MULTILINE,
)
"""Nothing in it can be taken two ways: it passes over each sign once, whatever stands there."""
