"""The assessment: the whole answer about one partnership, as values that never change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import attrs

from samenwerkadvies.advising.later import Later
from samenwerkadvies.errors import InvalidAssessmentError
from samenwerkadvies.frozen import frozen, frozen_value
from samenwerkadvies.meaning.standing import Status
from samenwerkadvies.partnership import PlainAnswer
from samenwerkadvies.ruleset import AdviceKind, Severity

SCHEMA = "https://samenwerkadvies.nl/schema/assessment-1.json"
"""The name of the JSON Schema that describes an assessment (it ships as ``outputs/assessment-1.json``)."""

JsonAnswer = PlainAnswer | float
"""An answer or an average as JSON has it: a date is an ISO text."""

PlainFacts = Mapping[str, PlainAnswer | Mapping[str, PlainAnswer]]
"""Fact types with their answer, or the answer of each party."""


def _nothing() -> Later[tuple[Any, ...]]:
    return Later.done(())


def _no_words() -> Later[str]:
    return Later.done("")


@attrs.frozen
class RulesetIdentity:
    """Which ruleset gave an assessment."""

    name: str
    version: str
    fingerprint: str


@attrs.frozen(kw_only=True)
class Evidence:
    """One reason why a rule holds: a fact with its value, or another finding with its own reasons.

    Reasons in a list hold together; of an ``of`` in the rule, each part that holds is there.
    """

    text: str
    fact: str | None = None
    """The fact type or average; for the share of answered questions None, with ``party`` and ``value``."""
    party: str | None = None
    """The party whose answer counts; None where the answer is shared or where both count."""
    value: JsonAnswer | Mapping[str, JsonAnswer] | None = attrs.field(default=None, converter=frozen_value)
    """The answer; per party where both count; None where it counts that the answer is missing."""
    rule: str | None = None
    """The rule whose outcome is the reason."""
    because: tuple[Evidence, ...] = ()
    """The reasons of that rule; empty where it counts that it does not hold."""


@attrs.frozen(kw_only=True)
class Change:
    """A smallest change of facts: what must come to be so, and answers with which it is."""

    when: tuple[str, ...]
    """What must come to be so, all of it; a clause each."""
    facts: PlainFacts = attrs.field(converter=frozen)
    """The fewest and nearest answers with which it is, as ``Adviser.what_if`` takes them; the others stay."""


@attrs.frozen(kw_only=True)
class Advice:
    """A ranked finding that nothing absorbs, with what to do and why."""

    rank: int
    """1 for what comes first."""
    rule: str
    conditions: tuple[int, ...]
    severity: Severity
    kind: AdviceKind
    finding: str
    title: str
    steps: tuple[str, ...]
    first: tuple[int, ...]
    """Conditions at risk that this one rests on and whose advice stands above it: work on those first.

    Empty for a deadline, a safety gate and a strength: these do not wait.
    """
    because: tuple[Evidence, ...]
    absorbs: tuple[str, ...]
    above_next: str
    """Why it stands above the next advice; empty for the last."""
    later_resolved: Later[tuple[Change, ...]] = attrs.field(repr=False, alias="resolved_when", factory=_nothing)
    later_no_way_out: Later[str] = attrs.field(repr=False, alias="no_way_out", factory=_no_words)
    sources: tuple[str, ...]

    @property
    def resolved_when(self) -> tuple[Change, ...]:
        """Every smallest change after which the rule no longer holds, the smallest first; worked out when asked for.

        Facts change for the better or stay as they are. A change that would bring something as serious has with it
        what keeps that away; where nothing does, it is left out.
        """
        return self.later_resolved()

    @property
    def no_way_out(self) -> str:
        """Why there is no such change, as the rule says it; empty where there is one, or the rule does not say."""
        return self.later_no_way_out()


@attrs.frozen(kw_only=True)
class ConditionStatus:
    """How one condition stands."""

    number: int
    id: str
    title: str
    short_title: str
    status: Status
    findings: tuple[str, ...]
    answered: int
    """How many of the answers asked for this condition are there, as ``Assessment.known`` counts them."""
    asked: int
    first_look: PlainFacts = attrs.field(factory=dict, converter=frozen)
    """What is answered to its first looks, by each party: their views beside each other."""
    later_in_order: Later[tuple[Change, ...]] = attrs.field(repr=False, alias="in_order_when", factory=_nothing)

    @property
    def in_order_when(self) -> tuple[Change, ...]:
        """For a condition at risk: the smallest change that brings it in order, if there is one; else empty."""
        return self.later_in_order()


@attrs.frozen(kw_only=True)
class OpenQuestion:
    """A question worth asking: its answer can still change how rules come out."""

    fact: str
    party: str | None
    """The party that can answer; None: the parties together."""
    condition: int | None
    """The number of the condition that it belongs to; None for what is asked about every partnership."""
    question: str
    could_decide: tuple[str, ...]
    """The undecided rules that it could decide, alone or with other answers, in file order."""
    severity: Severity | None
    """How serious the most serious of those is that can still hold; None where none can."""


@attrs.frozen(kw_only=True)
class Completeness:
    """How much of what the rules ask is known."""

    answered: int
    """How many answers are there; a question to both parties counts twice."""
    asked: int
    enough: bool
    """Whether so much is known that what was not found may be taken as not there; the policy says how much that is."""
    missing_from: tuple[str, ...]
    """The parties of whose own answers fewer are there than that; at first look, of those of the quick scan."""
    first_look: bool = False
    """Whether of the conditions only first looks are known, so that the advice is no more than that."""


@attrs.frozen(kw_only=True)
class RespondentsSpread:
    """How far the answers of several people of one party lie apart."""

    fact: str
    party: str
    respondents: int
    """How many people answered."""
    lowest: PlainAnswer | None
    """None where so few answered that it would be known whose answer it is."""
    highest: PlainAnswer | None
    is_divided: bool
    text: str
    """The same as a sentence; empty where there is nothing to say."""


@attrs.frozen(kw_only=True, repr=False)
class Assessment:
    """The whole answer about one partnership."""

    schema: str = SCHEMA
    partnership: str
    reference_date: str
    """ISO date."""
    language: str
    engine: str
    ruleset: RulesetIdentity
    facts: PlainFacts = attrs.field(converter=frozen)
    """What was known; without the answers that too few respondents of a party gave."""
    respondents: tuple[RespondentsSpread, ...]
    """Where several people of a party answered: how far they lie apart."""
    known: Completeness
    """How much is known: read it before what was not found."""
    provisional: bool
    """Whether the picture is one-sided: a rule that says so holds; ``known`` says whose answers are missing."""
    advice: tuple[Advice, ...]
    """Findings that nothing absorbs, the most pressing first, strengths last."""
    findings: tuple[str, ...]
    """Every rule that holds, in rank order."""
    undecided: tuple[str, ...]
    """The rules that missing facts leave open, in file order."""
    conditions: tuple[ConditionStatus, ...]
    later_questions: Later[tuple[OpenQuestion, ...]] = attrs.field(repr=False, alias="open_questions", factory=_nothing)
    shown_first: int
    """How many pieces of advice the policy shows first."""

    def __repr__(self) -> str:
        """Return whose it is and how much was found, in short."""
        found = f"{len(self.findings)} findings, {len(self.undecided)} undecided"
        return f"<Assessment of {self.partnership!r} at {self.reference_date}: {found}>"

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """The questions worth asking, the most telling first; worked out when they are first asked for."""
        return self.later_questions()

    def to_dict(self, *, thinking_along: bool = True) -> dict[str, Any]:
        """Return plain dicts, lists, texts, numbers and booleans, as the JSON Schema describes.

        With ``thinking_along`` False, what takes time is left out: ``resolved_when``, ``in_order_when`` and
        ``open_questions``. What is read back from that has none of them.
        """
        from samenwerkadvies.advising.json_form import to_plain  # noqa: PLC0415 - it imports this module

        return to_plain(self, thinking_along=thinking_along)

    def to_json(self, indent: int | None = None, *, thinking_along: bool = True) -> str:
        """Return ``to_dict`` as one JSON object; equal assessments give equal text."""
        return json.dumps(self.to_dict(thinking_along=thinking_along), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, source: object) -> Assessment:
        """Return the assessment that ``to_dict`` made.

        Raises:
            InvalidAssessmentError: with everything that does not fit.
        """
        from samenwerkadvies.advising.json_form import from_dict  # noqa: PLC0415 - it imports this module

        return from_dict(source)

    @classmethod
    def from_json(cls, source: str | bytes) -> Assessment:
        """Return the assessment that ``to_json`` made.

        Raises:
            InvalidAssessmentError: when it is no JSON, or with everything that does not fit.
        """
        try:
            plain = json.loads(source, object_pairs_hook=_each_once)
        except (ValueError, TypeError, RecursionError) as error:
            raise InvalidAssessmentError([f"not JSON: {error}"]) from None
        return cls.from_dict(plain)


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found
