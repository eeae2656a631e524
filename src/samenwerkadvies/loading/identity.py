"""What a ruleset is called, where its rules come from, and what to know of them."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from samenwerkadvies.errors import Problem, quoted
from samenwerkadvies.loading.entries import IdentityEntry, RuleFile
from samenwerkadvies.loading.origins import Lines
from samenwerkadvies.loading.sources import SHIPPED


@attrs.frozen
class Identity:
    """Which ruleset it is; a set of one's own comes before the one that it extends."""

    name: str
    version: str
    lines: Lines
    cautions: Lines
    """What whoever reads the outcome must know of these rules."""


def identity_of(files: Sequence[tuple[bool, RuleFile]], name: str, problems: list[Problem]) -> Identity:
    """Return what files, each with whether it is of the shipped set, say of themselves; without a name ``name``."""
    for _, file in files:
        if file.breidt_uit is not None and file.breidt_uit != SHIPPED:
            message = f"onbekende regelset {quoted(str(file.breidt_uit))}"
            problems.append(Problem(code="VORM04", message=message, location=file.breidt_uit.at, expected=SHIPPED))
    own = [file.regelset for is_base, file in files if file.regelset and not is_base]
    base = [file.regelset for is_base, file in files if file.regelset and is_base]
    for entry in own[1:]:
        message = "de naam van de regelset staat al in een ander bestand"
        problems.append(Problem(code="VORM05", message=message, location=entry.naam.at, expected="één keer 'regelset'"))
    is_shipped = all(is_base for is_base, _ in files)
    named = own[:1] or (base if is_shipped else [])
    stated, version = (str(named[0].naam), str(named[0].versie)) if named else (name, "0")
    lines, cautions = (Lines(shipped=_line(base, key), own=_line(own[:1], key)) for key in ("herkomst", "let_op"))
    return Identity(stated, version, lines, cautions)


def _line(entries: Sequence[IdentityEntry], key: str) -> str:
    return next((str(said) for entry in entries if (said := getattr(entry, key))), "")
