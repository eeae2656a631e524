"""Advice on cooperation between municipalities and migrant organisations, from facts and declarative rules.

>>> from samenwerkadvies import Adviser
>>> adviser = Adviser()
>>> assessment = adviser.assess({"dragers_mo": 1}, reference_date="2026-01-01")
>>> assessment.findings
('leunt_op_een_persoon_mo',)
"""

import lazy_loader

_HOMES = {
    "advising": [
        "Advice",
        "Adviser",
        "Agreement",
        "Assessment",
        "Change",
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
        "Question",
        "RespondentsSpread",
        "RuleOff",
        "RulesetIdentity",
        "Status",
        "Views",
        "WhyNot",
        "compare",
        "course",
    ],
    "engines": ["EngineName"],
    "errors": [
        "InvalidAssessmentError",
        "InvalidFactsError",
        "InvalidInputError",
        "InvalidRulesetError",
        "Location",
        "MissingDependencyError",
        "Problem",
        "SamenwerkadviesError",
        "UsageError",
    ],
    "loading.cases": ["load_case_json", "load_cases"],
    "loading.prepared": ["load_ruleset"],
    "partnership": ["Partnership"],
    "ruleset": ["AdviceKind", "Condition", "Language", "Rule", "Ruleset", "Severity"],
    "version": ["__version__"],
    "vocabulary": ["FactType", "Vocabulary"],
}
"""What is public, by where it stands; ``__init__.pyi`` says the same to type checkers."""

__getattr__, __dir__, __all__ = lazy_loader.attach(__name__, submod_attrs=_HOMES)  # imported when it is used
