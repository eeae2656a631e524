"""Thresholds: the numbers of a ruleset that somebody chose, each with its name, unit, explanation and sources."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import attrs

from samenwerkadvies.frozen import frozen

Number = int | Decimal


@attrs.frozen
class ThresholdTexts:
    """The words of a threshold in one language."""

    unit: str
    explanation: str


@attrs.frozen
class Threshold:
    """A number that rules compare with and texts quote."""

    id: str
    value: Number
    texts: Mapping[str, ThresholdTexts] = attrs.field(converter=frozen)
    sources: tuple[str, ...] = ()
    declared_by: str = ""
    """The name of the set in which it was written first."""
    changed_by: str = ""
    """The name of the set that changed it; empty where nobody did."""
    was: Number | None = None
    """Its number before that."""
    is_inherited: bool = False
    """Whether an extending set takes it over as it is."""
    written: str = attrs.field(default="", eq=False, repr=False)
    """Its number as it stands in its file."""
