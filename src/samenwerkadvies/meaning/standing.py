"""How a condition stands, and what that depends on."""

from __future__ import annotations

import enum

import attrs


class Status(enum.Enum):
    """How a condition stands."""

    RISK = "risk"
    ATTENTION = "attention"
    IN_ORDER = "in_order"
    UNKNOWN = "unknown"


@attrs.frozen
class Standing:
    """A status that a condition can have: when one of some rules holds, or when all of some rules are decided."""

    status: Status
    any_holds: tuple[str, ...] = ()
    all_decided: tuple[str, ...] = ()
