"""From facts to an assessment."""

from samenwerkadvies.advising.adviser import Adviser
from samenwerkadvies.advising.assessment import (
    Advice,
    Assessment,
    Change,
    Check,
    Citation,
    Completeness,
    ConditionStatus,
    Evidence,
    OpenQuestion,
    OrganisationAnswers,
    PartyNames,
    RespondentsSpread,
    RuleNotInForce,
    RuleOff,
    RulesetIdentity,
    Views,
)
from samenwerkadvies.advising.comparing import (
    Comparison,
    ConditionCourse,
    ConditionMovement,
    Course,
    FindingMovement,
    Moment,
    Movement,
    OrganisationMovement,
    compare,
    course,
)
from samenwerkadvies.advising.explaining import Part, WhyNot
from samenwerkadvies.advising.interview import Interview, Question
from samenwerkadvies.advising.plan import Agreement, Followed
from samenwerkadvies.meaning.standing import Status

__all__ = [
    "Advice",
    "Adviser",
    "Agreement",
    "Assessment",
    "Change",
    "Check",
    "Citation",
    "Comparison",
    "Completeness",
    "ConditionCourse",
    "ConditionMovement",
    "ConditionStatus",
    "Course",
    "Evidence",
    "FindingMovement",
    "Followed",
    "Interview",
    "Moment",
    "Movement",
    "OpenQuestion",
    "OrganisationAnswers",
    "OrganisationMovement",
    "Part",
    "PartyNames",
    "Question",
    "RespondentsSpread",
    "RuleNotInForce",
    "RuleOff",
    "RulesetIdentity",
    "Status",
    "Views",
    "WhyNot",
    "compare",
    "course",
]
