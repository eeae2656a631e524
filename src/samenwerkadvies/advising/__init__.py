"""From facts to an assessment."""

from samenwerkadvies.advising.adviser import Adviser
from samenwerkadvies.advising.assessment import (
    Advice,
    Assessment,
    ConditionStatus,
    Evidence,
    OpenQuestion,
    RulesetIdentity,
    Status,
    Waiting,
    WaitingFact,
)

__all__ = [
    "Advice",
    "Adviser",
    "Assessment",
    "ConditionStatus",
    "Evidence",
    "OpenQuestion",
    "RulesetIdentity",
    "Status",
    "Waiting",
    "WaitingFact",
]
