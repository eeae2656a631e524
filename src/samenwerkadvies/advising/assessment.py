"""The assessment: the whole answer about one partnership, as values that never change."""

from __future__ import annotations

import enum
import json
from collections.abc import Mapping
from typing import Any

import attrs

from samenwerkadvies.errors import InvalidAssessmentError
from samenwerkadvies.ruleset import AdviceKind, Severity

SCHEMA = "https://samenwerkadvies.nl/schema/assessment-1.json"
"""The name of the JSON Schema that describes an assessment (it ships as ``outputs/assessment-1.json``)."""

JsonAnswer = bool | int | float | str
"""An answer as JSON has it: a date is an ISO text."""


class Status(enum.Enum):
    """How a condition stands."""

    RISK = "risk"
    ATTENTION = "attention"
    IN_ORDER = "in_order"
    UNKNOWN = "unknown"


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
    value: JsonAnswer | Mapping[str, JsonAnswer] | None = None
    """The answer; per party where both count; None where it counts that the answer is missing."""
    rule: str | None = None
    """The rule whose outcome is the reason."""
    because: tuple[Evidence, ...] = ()
    """The reasons of that rule; empty where it counts that it does not hold."""


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
    """Conditions that this one rests on and that are at risk: work on those first."""
    because: tuple[Evidence, ...]
    absorbs: tuple[str, ...]
    above_next: str
    """Why it stands above the next advice; empty for the last."""
    resolved_when: tuple[tuple[str, ...], ...]
    """Room for what would make it go away; empty in this version."""
    sources: tuple[str, ...]


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
    """How many of the answers asked for this condition are there."""
    asked: int


@attrs.frozen(kw_only=True)
class WaitingFact:
    """An answer that is missing: a fact type and the party that can give it (None: the parties together)."""

    fact: str
    party: str | None
    question: str


@attrs.frozen(kw_only=True)
class Waiting:
    """A rule that missing answers leave undecided, and those answers."""

    rule: str
    facts: tuple[WaitingFact, ...]


@attrs.frozen(kw_only=True)
class OpenQuestion:
    """A question worth asking; there are none in this version."""

    fact: str
    party: str | None
    question: str
    could_decide: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Assessment:
    """The whole answer about one partnership."""

    schema: str = SCHEMA
    partnership: str
    reference_date: str
    """ISO date."""
    language: str
    engine: str
    ruleset: RulesetIdentity
    provisional: bool
    """Whether the picture is one-sided: a rule that says so holds."""
    advice: tuple[Advice, ...]
    """Findings that nothing absorbs, the most pressing first, strengths last."""
    findings: tuple[str, ...]
    """Every rule that holds, in rank order."""
    undecided: tuple[str, ...]
    """The rules that missing facts leave open, in file order."""
    waiting_for: tuple[Waiting, ...]
    """For each undecided rule the answers that it waits for."""
    conditions: tuple[ConditionStatus, ...]
    open_questions: tuple[OpenQuestion, ...]
    shown_first: int
    """How many pieces of advice the policy shows first."""

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts, lists, texts, numbers and booleans, as the JSON Schema describes."""
        from samenwerkadvies.advising.json_form import to_dict  # noqa: PLC0415 - it imports this module

        return to_dict(self)

    def to_json(self, indent: int | None = None) -> str:
        """Return one JSON object; equal assessments give equal text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

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
            return cls.from_dict(json.loads(source))
        except (ValueError, RecursionError) as error:
            if isinstance(error, InvalidAssessmentError):
                raise
            raise InvalidAssessmentError([f"not JSON: {error}"]) from None
