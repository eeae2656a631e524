"""What an assessment is made of, as values that never change.

What is only there when thinking along was asked for is None without it: absent, which is not the same as empty.
They are structs of msgspec, which cost little to make and become JSON as they are, without what has its default.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import force_setattr

from samenwerkadvies.frozen import FrozenDict, frozen_value
from samenwerkadvies.known import PlainAnswer
from samenwerkadvies.meaning.standing import Status
from samenwerkadvies.ruleset import AdviceKind, Ruleset, Severity

JsonAnswer = PlainAnswer
"""An answer or an average as JSON has it: a date is an ISO text."""

PlainRemarks = Mapping[str, str | Mapping[str, str]]
"""Fact types with what was written beside their answer, or beside that of each party."""

PlainFacts = Mapping[str, PlainAnswer | Mapping[str, PlainAnswer]]
"""Fact types with their answer, or the answer of each party."""


def freeze(made: msgspec.Struct, name: str, found: object) -> None:
    """Keep a mapping that a new value was given as one that never changes."""
    if type(found) is not FrozenDict:
        force_setattr(made, name, frozen_value(found))


class RulesetIdentity(msgspec.Struct, frozen=True):
    """Which ruleset gave an assessment."""

    name: str
    version: str
    fingerprint: str


class PartyNames(msgspec.Struct, frozen=True, omit_defaults=True):
    """A party, and what it is called in the language of the assessment."""

    id: str
    name: str
    """Without its article."""
    full: str
    """With its article."""
    short: str
    """One word, above a column."""
    organisations: tuple[str, ...] = ()
    """The names of those that take part, where several organisations of this kind do."""


def parties_of(ruleset: Ruleset, language: str) -> tuple[PartyNames, ...]:
    """Return the parties of a ruleset, in their order."""
    texts = {name: party.texts[language] for name, party in ruleset.vocabulary.declared.items()}
    return tuple(PartyNames(name, said.name, said.full, said.short) for name, said in texts.items())


class RuleOff(msgspec.Struct, frozen=True):
    """A rule that the ruleset switches off: nothing was said of it."""

    rule: str
    finding: str
    """What it would find."""
    why: str


class RuleNotInForce(msgspec.Struct, frozen=True, omit_defaults=True):
    """A rule that takes no part at the reference date: nothing was said of it."""

    rule: str
    finding: str
    """What it would find."""
    why: str
    """On which days it counts, as a sentence; or that it is built on a rule that does not count now."""
    since: str | None = None
    """ISO date: the first day on which it is in force; None: there is none."""
    before: str | None = None
    """ISO date: the first day on which it is in force no more; None: there is none."""
    without: tuple[str, ...] = ()
    """Where it is in force itself, but cannot hold now: the rules that it uses and that take no part."""


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """Answers that contradict each other: are they right? It is no advice, and no part of a condition."""

    rule: str
    finding: str
    """What contradicts what."""
    because: tuple[Evidence, ...]
    """The answers that do."""
    sources: tuple[str, ...]


class Evidence(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One reason why a rule holds: a fact with its value, or another finding with its own reasons.

    Reasons in a list hold together; of an ``of`` in the rule, each part that holds is there.
    """

    text: str
    fact: str | None = None
    """The fact type or average; for the share of answered questions None, with ``party`` and ``value``."""
    party: str | None = None
    """The party whose answer counts; None where the answer is shared or where several count."""
    value: JsonAnswer | Mapping[str, JsonAnswer] | None = None
    """The answer; per party where several count; None where it counts that the answer is missing."""
    rule: str | None = None
    """The rule whose outcome is the reason."""
    because: tuple[Evidence, ...] = ()
    """The reasons of that rule; empty where it counts that it does not hold."""

    def __post_init__(self) -> None:
        freeze(self, "value", self.value)


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A smallest change of facts: what must come to be so, and answers with which it is."""

    when: tuple[str, ...]
    """What must come to be so, all of it; a clause each."""
    facts: PlainFacts
    """The fewest and nearest answers with which it is, as ``Adviser.what_if`` takes them; the others stay."""

    def __post_init__(self) -> None:
        freeze(self, "facts", self.facts)


class Advice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
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
    decision: str = ""
    """Which decision is asked of whom; empty where none is."""
    first: tuple[int, ...]
    """Conditions at risk that this one rests on and whose advice stands above it: work on those first.

    Empty for a deadline, a safety gate and a strength: these do not wait.
    """
    because: tuple[Evidence, ...]
    absorbs: tuple[str, ...]
    above_next: str
    """Why it stands above the next advice; empty for the last."""
    resolved_when: tuple[Change, ...] | None = None
    """Every smallest change after which the rule no longer holds, the smallest first; None: not asked for.

    Facts change for the better or stay as they are. A change that would bring something as serious has with it
    what keeps that away; where nothing does, it is left out.
    """
    no_way_out: str | None = None
    """Why there is no such change, as the rule says it; empty where there is one, or the rule does not say.

    None: not asked for.
    """
    sources: tuple[str, ...]


class ConditionStatus(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
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
    first_look: PlainFacts = msgspec.field(default_factory=FrozenDict)
    """What is answered to its first looks, by each party: their views beside each other."""
    in_order_when: tuple[Change, ...] | None = None
    """For a condition at risk: the smallest change that brings it in order, if there is one; else empty.

    None: not asked for.
    """

    def __post_init__(self) -> None:
        freeze(self, "first_look", self.first_look)


class OpenQuestion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
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
    organisations: tuple[str, ...] = ()
    """The organisations of that party that have not answered yet, where several of them take part."""


class Completeness(msgspec.Struct, frozen=True, kw_only=True):
    """How much of what the rules ask is known."""

    answered: int
    """How many answers are there; a question to each party counts for each."""
    asked: int
    enough: bool
    """Whether so much is known that what was not found may be taken as not there; the policy says how much that is."""
    missing_from: tuple[str, ...]
    """The parties of whose own answers fewer are there than that; at first look, of those of the quick scan."""
    first_look: bool = False
    """Whether of the conditions only first looks are known, so that the advice is no more than that."""


class RespondentsSpread(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
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
    organisation: str = ""
    """The organisation whose people they are, where several organisations of the party take part."""


class OrganisationAnswers(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the organisations of one party answer to a question, each for itself."""

    fact: str
    party: str
    answers: Mapping[str, PlainAnswer]
    """Per organisation; without those of which so few people answered that it would be known who they are."""
    silent: tuple[str, ...]
    """The organisations that have not answered."""
    is_divided: bool
    """Whether not all of those answers are the same."""
    remarks: Mapping[str, str] | None = None
    """Per organisation what was written beside its answer; None: nothing."""
    text: str
    """The same as a clause."""

    def __post_init__(self) -> None:
        freeze(self, "answers", self.answers)
        freeze(self, "remarks", self.remarks)


class Views(msgspec.Struct, frozen=True, kw_only=True):
    """What the parties answer to a question with a scale, each for itself: beside each other, never an average."""

    fact: str
    condition: int | None
    """The number of the condition that it belongs to; None for what is asked about every partnership."""
    question: str
    lowest: str
    """What the lowest score means; empty where nobody said so."""
    highest: str
    answers: Mapping[str, PlainAnswer]
    """The score of each party that answered, 1 to 5."""

    def __post_init__(self) -> None:
        freeze(self, "answers", self.answers)
