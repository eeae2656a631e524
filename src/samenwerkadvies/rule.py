"""Conditions and rules, as values: what they are called, when a rule holds, how serious that is, what to do."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerkadvies.frozen import frozen
from samenwerkadvies.grammar.tree import Expression, signals, thresholds
from samenwerkadvies.policy import AdviceKind, Severity
from samenwerkadvies.validity import ALWAYS, Validity

Language = str
"""A language in which texts are written, such as ``nl`` or ``en``."""


@attrs.frozen
class ConditionTexts:
    """The words of a condition in one language."""

    title: str
    explanation: str
    short_title: str
    """For tables and lists: a few words."""


@attrs.frozen
class Condition:
    """One of the conditions for cooperation, and the conditions that it rests on."""

    number: int
    id: str
    texts: Mapping[str, ConditionTexts] = attrs.field(converter=frozen)
    rests_on: tuple[int, ...] = ()


@attrs.frozen
class RuleTexts:
    """The words of a rule in one language."""

    finding: str
    title: str
    steps: tuple[str, ...]
    decision: str = ""
    """Which decision is asked of whom; empty where none is."""
    note: str = ""
    no_way_out: str = ""
    """Why nothing that people do makes the finding go away, for where that is so."""


@attrs.frozen
class Rule:
    """When something holds, how serious that is, and what to do."""

    id: str
    expression: Expression
    severity: Severity
    kind: AdviceKind
    texts: Mapping[str, RuleTexts] = attrs.field(converter=frozen)
    conditions: tuple[int, ...] = ()
    replaces: tuple[str, ...] = ()
    """Findings that this one absorbs where it holds."""
    gives_way: bool = False
    """Whether any other finding of its condition absorbs it; strengths, and others that give way, do not."""
    sources: tuple[str, ...] = ()
    makes_provisional: bool = False
    owner: str = ""
    """Who answers for it; empty where nobody is named."""
    origin: Mapping[str, str] = attrs.field(factory=dict, converter=frozen)
    """Per language where it comes from, by the file in which it was written, and who changed it; may be empty."""
    misses: tuple[str, ...] = ()
    """Rules whose outcome it would use, but that are switched off: it goes by what is left of it."""
    is_check: bool = False
    """Whether it asks if answers that contradict each other are right: no advice, so severity and kind say nothing."""
    validity: Validity = ALWAYS
    """When it is in force, by the reference date."""
    written: str = attrs.field(default="", eq=False, repr=False)
    """The expression as it stands in its file."""

    @property
    def condition(self) -> int | None:
        """The condition that counts in the ranking: the first."""
        return self.conditions[0] if self.conditions else None

    @property
    def thresholds(self) -> tuple[str, ...]:
        """The names of the thresholds that it compares with."""
        return thresholds([self.expression])

    @property
    def is_compound(self) -> bool:
        """Whether it uses the outcome of other rules."""
        return bool(signals(self.expression))


@attrs.frozen
class Replacement:
    """A rule of the shipped set that an extending set replaces, and where it does so."""

    rule: str
    place: str
