"""How serious findings are, what sort of step they ask for, and the policy that ranks them."""

from __future__ import annotations

import enum
from fractions import Fraction

import attrs


class Severity(enum.Enum):
    """How serious a finding is, the most serious first; a strength is worth keeping."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    STRENGTH = "strength"

    @property
    def rank(self) -> int:
        """0 for the most serious."""
        return _RANKS[self]


SERIOUS = (Severity.CRITICAL, Severity.HIGH)
"""What puts a condition at risk."""
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class AdviceKind(enum.Enum):
    """What sort of step an advice asks for."""

    GATE = "gate"
    DEADLINE = "deadline"
    REPAIR = "repair"
    BUILD = "build"
    SECURE = "secure"


def cannot_wait(severity: Severity, kind: AdviceKind) -> bool:
    """Say whether advice is critical, or asks for a step that all else waits for or that has its day."""
    return severity is Severity.CRITICAL or (
        kind in (AdviceKind.GATE, AdviceKind.DEADLINE) and severity is not Severity.STRENGTH
    )


class Criterion(enum.Enum):
    """Something by which advice is ranked; the words are those of the policy file."""

    GATE_FIRST = "poort"
    SEVERITY = "ernst"
    KIND = "soort"
    COMPOUND_FIRST = "samengesteld"
    DEPTH = "diepte"
    SUPPORTS = "steunt"
    CONDITION = "voorwaarde"


ENOUGH_KNOWN = Fraction(1, 2)
"""Below half of the answers more is unknown than known. That is an own choice; a policy says otherwise with
``genoeg_bekend``."""


@attrs.frozen
class PriorityPolicy:
    """How findings are ranked and how many are shown first."""

    criteria: tuple[Criterion, ...]
    severities: tuple[Severity, ...]
    kinds: tuple[AdviceKind, ...]
    shown_first: int = 3
    enough_known: Fraction = ENOUGH_KNOWN
    """The share (0 to 1) of the answers from which on it can be said that nothing was found."""
