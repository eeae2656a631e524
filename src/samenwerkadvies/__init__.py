"""Advice on cooperation between municipalities and migrant organisations, from facts and declarative rules.

>>> from samenwerkadvies import Adviser
>>> adviser = Adviser()
>>> assessment = adviser.assess({"dragers_mo": 1}, reference_date="2026-01-01")
>>> assessment.findings
('leunt_op_een_persoon_mo',)
"""

from samenwerkadvies.advising import (
    Advice,
    Adviser,
    Assessment,
    ConditionStatus,
    Evidence,
    OpenQuestion,
    RulesetIdentity,
    Status,
    Waiting,
    WaitingFact,
)
from samenwerkadvies.errors import (
    InvalidAssessmentError,
    InvalidFactsError,
    InvalidInputError,
    InvalidRulesetError,
    Location,
    MissingDependencyError,
    Problem,
    SamenwerkadviesError,
    UsageError,
)
from samenwerkadvies.loading import load_cases
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import AdviceKind, Condition, Rule, Ruleset, Severity
from samenwerkadvies.vocabulary import FactType, Vocabulary

__all__ = [
    "Advice",
    "AdviceKind",
    "Adviser",
    "Assessment",
    "Condition",
    "ConditionStatus",
    "Evidence",
    "FactType",
    "InvalidAssessmentError",
    "InvalidFactsError",
    "InvalidInputError",
    "InvalidRulesetError",
    "Location",
    "MissingDependencyError",
    "OpenQuestion",
    "Partnership",
    "Problem",
    "Rule",
    "Ruleset",
    "RulesetIdentity",
    "SamenwerkadviesError",
    "Severity",
    "Status",
    "UsageError",
    "Vocabulary",
    "Waiting",
    "WaitingFact",
    "load_cases",
]
