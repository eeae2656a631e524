"""What is wanted of rules: that one no longer holds, that a condition comes in order."""

from __future__ import annotations

import attrs

from samenwerkadvies.grammar.tree import And, Expression, Not, Or, Signal
from samenwerkadvies.inquiry.changes import Goal, Search
from samenwerkadvies.inquiry.lookers import Lookers
from samenwerkadvies.inquiry.memory import Memory
from samenwerkadvies.ruleset import Rule, Severity

_MOST_REMEMBERED = 1_000


@attrs.frozen(eq=False)
class InOrder:
    """What is wanted of the rules of a condition, for it to come in order."""

    ended: Goal
    """None of them holds, but strengths."""
    strengths: tuple[str, ...]
    decided: Expression
    """Strengths are decided as well: seldom wanted, so no goal yet."""


class Goals:
    """What can be wanted of the rules of one ruleset, each worked out once."""

    def __init__(self, search: Search, lookers: Lookers) -> None:
        """Begin without any."""
        self._search = search
        self._ruleset = search.diagrams.ruleset
        self._lookers = lookers
        self._resolving: dict[str, Goal] = {}
        self._of_condition: dict[int, tuple[tuple[Rule, ...], int, int]] = {}
        self._ordering: Memory[InOrder] = Memory(_MOST_REMEMBERED)

    def resolving(self, rule: str) -> Goal:
        """Return that a rule no longer holds."""
        if rule not in self._resolving:
            self._resolving[rule] = self._search.goal(Not(Signal(rule)))
        return self._resolving[rule]

    def ordering(self, condition: int, held: int) -> InOrder:
        """Return that a condition comes in order: what holds ends, and what must be is decided."""
        if condition not in self._of_condition:
            rules, deciding = self._ruleset.rules_of(condition), self._ruleset.deciding(condition)
            every, needed = (self._lookers.bits(rule.id for rule in each) for each in (rules, deciding))
            self._of_condition[condition] = rules, every, needed
        rules, every, needed = self._of_condition[condition]
        bits = needed | (held & every)
        return self._ordering.of((condition, bits), self._in_order, rules, bits)

    def _in_order(self, rules: tuple[Rule, ...], bits: int) -> InOrder:
        counting = frozenset(self._lookers.names(bits))
        found = [rule for rule in rules if rule.id in counting]
        strengths = tuple(rule.id for rule in found if rule.severity is Severity.STRENGTH)
        ended = [Not(Signal(rule.id)) for rule in found if rule.severity is not Severity.STRENGTH]
        decided: list[Expression] = [Or((Signal(rule), Not(Signal(rule)))) for rule in strengths]
        return InOrder(self._search.goal(And(tuple(ended))), strengths, And((*ended, *decided)))
