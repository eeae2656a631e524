"""The assessment: the whole answer about one partnership, as values that never change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Self

import msgspec
from msgspec.structs import replace

from samenwerkadvies.advising.contents import (
    Advice,
    Change,
    Check,
    Completeness,
    ConditionStatus,
    Evidence,
    JsonAnswer,
    OpenQuestion,
    OrganisationAnswers,
    PartyNames,
    PlainFacts,
    PlainRemarks,
    RespondentsSpread,
    RuleNotInForce,
    RuleOff,
    RulesetIdentity,
    Views,
    freeze,
    parties_of,
)
from samenwerkadvies.advising.json_checks import (
    check_advice,
    check_completeness,
    check_conditions,
    check_counts,
    check_facts,
    check_heading,
    check_links,
    check_names,
    check_not_in_force,
    check_organisations,
    check_parties,
    check_questions,
    check_remarks,
    check_respondents,
    check_views,
)
from samenwerkadvies.advising.json_form import read_json, refuse, structured, to_json, to_plain
from samenwerkadvies.citations import Citation
from samenwerkadvies.errors import InvalidAssessmentError, quoted
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.showing import in_notebook, to_html
from samenwerkadvies.wording.words import LANGUAGES

__all__ = [
    "SCHEMA",
    "Advice",
    "Assessment",
    "Change",
    "Check",
    "Citation",
    "Completeness",
    "ConditionStatus",
    "Evidence",
    "JsonAnswer",
    "OpenQuestion",
    "OrganisationAnswers",
    "PartyNames",
    "PlainFacts",
    "RespondentsSpread",
    "RuleNotInForce",
    "RuleOff",
    "RulesetIdentity",
    "Views",
]

SCHEMA = "https://samenwerkadvies.nl/schema/assessment-2.json"
"""The name of the JSON Schema that describes an assessment (it ships as ``outputs/assessment-2.json``)."""
_READ = (SCHEMA, "https://samenwerkadvies.nl/schema/assessment-1.json")
"""What is read: version 1 had the same shape."""


class Assessment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The whole answer about one partnership."""

    schema: str = msgspec.field(default_factory=lambda: SCHEMA)
    partnership: str
    reference_date: str
    """ISO date."""
    language: str
    engine: str
    ruleset: RulesetIdentity
    parties: tuple[PartyNames, ...] = ()
    """The parties of the ruleset; the shipped ones in JSON that does not say, for then there were no others."""
    facts: PlainFacts
    """What was known; without the answers that too few respondents of a party gave."""
    respondents: tuple[RespondentsSpread, ...]
    """Where several people of a party answered: how far they lie apart."""
    organisations: tuple[OrganisationAnswers, ...] = ()
    """Where several organisations of a party take part: what each of them says; in ``facts`` is what counts."""
    known: Completeness
    """How much is known: read it before what was not found."""
    provisional: bool
    """Whether the picture is one-sided: a rule that says so holds; ``known`` says whose answers are missing.

    It is provisional as well while there are ``checks``.
    """
    advice: tuple[Advice, ...]
    """Findings that nothing absorbs, the most pressing first, strengths last."""
    findings: tuple[str, ...]
    """Every rule that holds, in rank order."""
    undecided: tuple[str, ...]
    """The rules that missing facts leave open, in file order."""
    conditions: tuple[ConditionStatus, ...]
    open_questions: tuple[OpenQuestion, ...] | None = None
    """The questions worth asking, the most telling first; None: not asked for."""
    views: tuple[Views, ...] | None = None
    """What the parties answered to questions with a scale, in file order; None: not asked for."""
    remarks: PlainRemarks | None = None
    """What people wrote beside answers, but those that may not be shown; no rule looks at it. None: nothing."""
    checks: tuple[Check, ...] = ()
    """Answers that contradict each other, in the order of the files."""
    shown_first: int
    """How many pieces of advice the policy shows first."""
    rules_off: tuple[RuleOff, ...] = ()
    """The rules that take no part because the ruleset switches them off."""
    rules_not_in_force: tuple[RuleNotInForce, ...] = ()
    """The rules that take no part because of the reference date."""
    caution: str = ""
    """What whoever reads it must know of these rules, as the rules say it; may be empty."""
    sources: tuple[Citation, ...] = ()
    """What the rules behind its advice and checks rest on, each once, in the order in which they are named."""

    def __post_init__(self) -> None:
        freeze(self, "facts", self.facts)
        freeze(self, "remarks", self.remarks)

    def __repr__(self) -> str:
        """Return whose it is and how much was found, in short."""
        found = f"{len(self.findings)} findings, {len(self.undecided)} undecided"
        return f"<Assessment of {self.partnership!r} at {self.reference_date}: {found}>"

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts, lists, texts, numbers and booleans, as the JSON Schema describes."""
        return to_plain(self)

    def to_json(self, indent: int | None = None) -> str:
        """Return ``to_dict`` as one JSON object; equal assessments give equal text."""
        return to_json(self, indent)

    def to_html(self, *, fragment: bool = False) -> str:
        """Return a page in HTML that prints and needs nothing else, or the part of one that goes into a page of yours.

        Ask for the assessment with ``thinking_along=True``: views, questions and ways out are part of the page.
        """
        return to_html(self, fragment=fragment)

    _repr_html_ = in_notebook

    @classmethod
    def from_dict(cls, source: object) -> Self:
        """Return the assessment that ``to_dict`` made, by this version or the one before.

        Raises:
            InvalidAssessmentError: with everything that does not fit.
        """
        if not isinstance(source, Mapping):
            raise InvalidAssessmentError([f"expected an object, found {type(source).__name__}"])
        schema = source.get("schema")
        if not isinstance(schema, str) or schema not in _READ:
            raise InvalidAssessmentError([f"schema: expected {SCHEMA!r}, found {quoted(schema)}"])
        made = structured({**source, "schema": SCHEMA}, cls)
        if "parties" not in source and made.language in LANGUAGES:
            made = replace(made, parties=parties_of(load_ruleset(), made.language))
        refuse(_contradictions(made))
        return made

    @classmethod
    def from_json(cls, source: str | bytes) -> Self:
        """Return the assessment that ``to_json`` made, by this version or the one before.

        Raises:
            InvalidAssessmentError: when it is no JSON, or with everything that does not fit.
        """
        return cls.from_dict(read_json(source))


def _contradictions(made: Assessment) -> Iterator[str]:
    """Yield every field whose value an assessment cannot have, or that does not fit the others."""
    yield from check_heading(made.language, made.engine, made.reference_date, made.partnership, made.ruleset)
    parties = [party.id for party in made.parties]
    yield from check_parties(made.parties)
    yield from check_counts("", shown_first=made.shown_first)
    yield from check_facts("facts", made.facts, parties)
    yield from check_remarks(made.remarks, parties)
    yield from check_completeness(made.known, parties, has_answers=bool(made.facts or made.respondents))
    yield from check_names("findings", made.findings)
    yield from check_names("undecided", made.undecided)
    if not set(made.findings).isdisjoint(made.undecided):
        yield "undecided: expected no finding"
    yield from check_conditions(made.conditions, made.findings, made.facts, parties)
    yield from check_advice(made.advice, made.findings, {found.number for found in made.conditions}, parties)
    yield from check_respondents(made.respondents, made.parties)
    yield from check_organisations(made.organisations, made.parties)
    yield from check_names("checks", [found.rule for found in made.checks])
    if made.checks and not made.provisional:
        yield "provisional: expected true beside checks"
    yield from check_names("rules_off", [off.rule for off in made.rules_off])
    yield from check_not_in_force(made.rules_not_in_force, {*made.findings, *made.undecided})
    yield from check_links(made.sources)
    yield from check_questions(made.open_questions or (), made.undecided, made.parties)
    yield from check_views(made.views or (), made.facts)
    if len({found is None for found in _thoughts(made)}) > 1:
        yield "open_questions: expected with resolved_when, no_way_out and in_order_when, or without them"


def _thoughts(made: Assessment) -> Iterator[object]:
    """Yield everything that is there only when thinking along was asked for."""
    yield made.open_questions
    for advice in made.advice:
        yield from (advice.resolved_when, advice.no_way_out)
    yield from (found.in_order_when for found in made.conditions)
