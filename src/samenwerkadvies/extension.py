"""What a set of one's own changes in the set that it extends: beside what it was, and what it switches off."""

from __future__ import annotations

import enum
from collections.abc import Mapping

import attrs

from samenwerkadvies.frozen import frozen

Written = str | tuple[str, ...] | None
"""What stands behind a key: a text, a list of texts; None: the key is not there."""


class Part(enum.Enum):
    """What is changed."""

    RULE = "regel"
    THRESHOLD = "grens"
    FACT = "feit"
    PARTY = "partij"
    PRIORITY = "prioriteit"


@attrs.frozen
class KeyChange:
    """A key of a rule file, with what stood there and what stands there now."""

    key: str
    was: Written
    became: Written


@attrs.frozen
class Change:
    """One part of the extended set that an extending set changes, and where it does so."""

    part: Part
    id: str
    place: str
    keys: tuple[KeyChange, ...]
    is_whole: bool = False
    """Whether it was written anew as a whole, so that nothing of the other is left."""


@attrs.frozen
class SwitchedOff:
    """A rule of the extended set that does not take part."""

    rule: str
    why: str
    place: str
    findings: Mapping[str, str] = attrs.field(converter=frozen)
    """Per language what it would find."""
