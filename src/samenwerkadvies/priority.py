"""Rank findings by the policy of the ruleset, and say which findings others absorb.

Neither depends on the facts, so both are worked out once for a ruleset.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from samenwerkadvies.grammar.tree import And, AtLeast, Expression, Or, Signal, push_negations_inward
from samenwerkadvies.ruleset import AdviceKind, Criterion, Rule, Ruleset


class Ranking:
    """The order of all rules of a ruleset, the most pressing first, and what each absorbs where it holds."""

    def __init__(self, ruleset: Ruleset) -> None:
        """Rank the rules; what the policy cannot tell apart stays in file order."""
        self._criteria = ruleset.policy.criteria
        self._keys = {
            rule.id: tuple(_measure(criterion, rule, ruleset) for criterion in self._criteria)
            for rule in ruleset.rules.values()
        }
        self.rules = tuple(sorted(ruleset.rules.values(), key=lambda rule: self._keys[rule.id]))
        self.absorbs = {rule.id: tuple(_absorbed_by(rule, ruleset)) for rule in self.rules}
        """Per rule: the findings that it absorbs where it holds."""

    def deciding_criterion(self, first: Rule, second: Rule) -> Criterion | None:
        """Return why one rule stands above another: the first criterion that differs; None: their place in files."""
        pairs = zip(self._criteria, self._keys[first.id], self._keys[second.id], strict=True)
        return next((criterion for criterion, higher, lower in pairs if higher != lower), None)

    def absorbed(self, findings: Iterable[Rule]) -> set[str]:
        """Return the rules that some finding absorbs."""
        return {name for rule in findings for name in self.absorbs[rule.id]}

    def under(self, rule: Rule, places: Mapping[str, int]) -> tuple[str, ...]:
        """Return every finding that a rule absorbs, also through what it absorbs, in rank order.

        ``places`` has the place of each finding; it is made once for all advice, as findings can be many.
        """
        waiting = [name for name in self.absorbs[rule.id] if name in places]
        if not waiting:
            return ()
        under = set(waiting)
        while waiting:
            found = [name for name in self.absorbs[waiting.pop()] if name in places and name not in under]
            under.update(found)
            waiting += found
        return tuple(sorted(under, key=places.__getitem__))


def _measure(criterion: Criterion, rule: Rule, ruleset: Ruleset) -> int:
    """Return a number by which a criterion ranks a rule; lower comes first."""
    policy, condition = ruleset.policy, rule.condition
    match criterion:
        case Criterion.GATE_FIRST:
            return int(rule.kind is not AdviceKind.GATE)
        case Criterion.SEVERITY:
            return policy.severities.index(rule.severity)
        case Criterion.KIND:
            return policy.kinds.index(rule.kind)
        case Criterion.COMPOUND_FIRST:
            return int(not rule.is_compound)
        case Criterion.DEPTH:
            return len(ruleset.conditions) if condition is None else ruleset.depths[condition]
        case Criterion.SUPPORTS:
            return 0 if condition is None else -ruleset.supports[condition]
        case Criterion.CONDITION:
            return max(ruleset.conditions, default=0) + 1 if condition is None else condition


def _absorbed_by(rule: Rule, ruleset: Ruleset) -> Iterable[str]:
    """Return what a rule absorbs: what it is built on, unless more severe, what it replaces, and what gives way."""
    parts = [
        name
        for name in _positive_signals(push_negations_inward(rule.expression))
        if ruleset.rules[name].severity.rank >= rule.severity.rank
    ]
    return dict.fromkeys((*parts, *rule.replaces, *ruleset.giving_way_to(rule)))


def _positive_signals(expression: Expression) -> Iterator[str]:
    """Yield the rules that help an expression (in negation normal form) to hold by holding themselves."""
    match expression:
        case And(parts) | Or(parts) | AtLeast(_, parts):
            for part in parts:
                yield from _positive_signals(part)
        case Signal(rule):
            yield rule
        case _:
            return
