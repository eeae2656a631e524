"""Advice on cooperation between municipalities and migrant organisations, from facts and declarative rules.

>>> from samenwerkadvies import Adviser
>>> adviser = Adviser()
>>> assessment = adviser.assess({"dragers_mo": 1}, reference_date="2026-01-01")
>>> assessment.findings
('leunt_op_een_persoon_mo',)
"""

from typing import TYPE_CHECKING

from samenwerkadvies.advising import (
    Advice,
    Adviser,
    Agreement,
    Assessment,
    Change,
    Comparison,
    Completeness,
    ConditionCourse,
    ConditionMovement,
    ConditionStatus,
    Course,
    Evidence,
    FindingMovement,
    Followed,
    Interview,
    Moment,
    Movement,
    OpenQuestion,
    OrganisationAnswers,
    OrganisationMovement,
    Part,
    Question,
    RespondentsSpread,
    RuleOff,
    RulesetIdentity,
    Status,
    Views,
    WhyNot,
    compare,
    course,
)
from samenwerkadvies.engines import EngineName
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
from samenwerkadvies.loading import load_case_json, load_cases, load_ruleset
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import AdviceKind, Condition, Language, Rule, Ruleset, Severity
from samenwerkadvies.vocabulary import FactType, Vocabulary

__all__ = [
    "Advice",
    "AdviceKind",
    "Adviser",
    "Agreement",
    "Assessment",
    "Change",
    "Comparison",
    "Completeness",
    "Condition",
    "ConditionCourse",
    "ConditionMovement",
    "ConditionStatus",
    "Course",
    "EngineName",
    "Evidence",
    "FactType",
    "FindingMovement",
    "Followed",
    "Interview",
    "InvalidAssessmentError",
    "InvalidFactsError",
    "InvalidInputError",
    "InvalidRulesetError",
    "Language",
    "Location",
    "MissingDependencyError",
    "Moment",
    "Movement",
    "OpenQuestion",
    "OrganisationAnswers",
    "OrganisationMovement",
    "Part",
    "Partnership",
    "Problem",
    "Question",
    "RespondentsSpread",
    "Rule",
    "RuleOff",
    "Ruleset",
    "RulesetIdentity",
    "SamenwerkadviesError",
    "Severity",
    "Status",
    "UsageError",
    "Views",
    "Vocabulary",
    "WhyNot",
    "__version__",
    "compare",
    "course",
    "load_case_json",
    "load_cases",
    "load_ruleset",
]

__version__: str

if not TYPE_CHECKING:  # pragma: no branch - to mypy a name that is not there stays an error

    def __getattr__(name: str) -> str:
        """Return the version when it is asked for: what reads it takes long to load."""
        if name != "__version__":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib.metadata import version  # noqa: PLC0415 - as said

        return version(__name__)
