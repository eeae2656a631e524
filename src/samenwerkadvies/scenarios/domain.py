"""Prove that two rules are the same: try every answer that the facts in them can have, as far as it matters."""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Iterable, Iterator

import attrs

from samenwerkadvies.engines.quantities import slots
from samenwerkadvies.engines.reference import evaluate
from samenwerkadvies.language.tree import Comparison, Expression, Signal, View, leaves, signals
from samenwerkadvies.partnership import Partnership, Slot
from samenwerkadvies.ruleset import Rule, Ruleset
from samenwerkadvies.vocabulary import NEVER, SCALE, Answer, FactType, Kind

MOST_CASES = 200_000
"""More combinations of answers than this are not tried."""

_DAY = datetime.date(2026, 1, 31)
"""The reference date of every case; the end of a month, where months are clamped."""

Answers = tuple[tuple[Slot, Answer | None], ...]
Outcomes = tuple[tuple[str, bool | None], ...]


def is_equivalent(rule: Rule, changed: Rule, ruleset: Ruleset) -> bool:
    """Say whether it is proved that a changed rule comes out the same for every partnership.

    What the rule looks at (answers, outcomes of other rules) falls into groups that share no fact. In each
    group every combination of answers is tried; what the rule can see of them is combined with the other groups.
    A group that is too large is taken as free, which can hide a proof, but never gives a wrong one.
    """
    if attrs.evolve(changed, expression=rule.expression) != rule:
        return False
    trees = (rule.expression, changed.expression)
    if any(_looks_at_share(tree, ruleset) for tree in trees):
        return False
    groups = [list(dict.fromkeys(group.sights(ruleset))) for group in _groups(trees, ruleset)]
    if math.prod(map(len, groups)) > MOST_CASES:
        return False
    for sights in itertools.product(*groups):
        case = _partnership(itertools.chain.from_iterable(answers for answers, _ in sights))
        decided = dict(itertools.chain.from_iterable(outcomes for _, outcomes in sights))
        first, second = (evaluate(tree, case, ruleset.vocabulary, decided) for tree in trees)
        if first is not second:
            return False
    return True


def _looks_at_share(tree: Expression, ruleset: Ruleset) -> bool:
    """Say whether a tree counts answers: then every fact that both parties answer matters."""
    return any(
        _looks_at_share(ruleset.rules[leaf.rule].expression, ruleset)
        if isinstance(leaf, Signal)
        else leaf.quantity.view is View.SHARE_ANSWERED
        for leaf in leaves(tree)
    )


@attrs.frozen
class _Group:
    """Facts and rules that a rule looks at, and that have facts in common."""

    slots: frozenset[Slot]
    """Every fact, also those that only the other rules look at."""
    direct: tuple[Slot, ...]
    rules: tuple[str, ...]
    trees: tuple[Expression, ...]

    def joined(self, other: _Group) -> _Group:
        return _Group(self.slots | other.slots, self.direct + other.direct, self.rules + other.rules, self.trees)

    def sights(self, ruleset: Ruleset) -> Iterator[tuple[Answers, Outcomes]]:
        """Yield what the rule can see: answers to the facts that it looks at, and outcomes of other rules."""
        below = _rules_below(self.rules, ruleset)
        trees = (*self.trees, *(ruleset.rules[name].expression for name in below))
        values = {slot: _values(ruleset.vocabulary.facts[slot[0]], _limits(slot[0], trees)) for slot in self.slots}
        if math.prod(map(len, values.values())) > MOST_CASES:
            for answers in itertools.product(*(values[slot] for slot in self.direct)):
                for outcomes in itertools.product((True, False, None), repeat=len(self.rules)):
                    yield tuple(zip(self.direct, answers, strict=True)), tuple(zip(self.rules, outcomes, strict=True))
            return
        for answers in itertools.product(*values.values()):
            given = dict(zip(values, answers, strict=True))
            case, decided = _partnership(given.items()), dict[str, bool | None]()
            for name in below:
                decided[name] = evaluate(ruleset.rules[name].expression, case, ruleset.vocabulary, decided)
            seen = tuple((slot, given[slot]) for slot in self.direct)
            yield seen, tuple((name, decided[name]) for name in self.rules)


def _groups(trees: tuple[Expression, ...], ruleset: Ruleset) -> list[_Group]:
    direct = dict.fromkeys(slot for tree in trees for slot in _slots(tree, ruleset))
    parts = [_Group(frozenset({slot}), (slot,), (), trees) for slot in direct]
    for name in dict.fromkeys(name for tree in trees for name in signals(tree)):
        below = [ruleset.rules[other].expression for other in _rules_below((name,), ruleset)]
        parts.append(_Group(frozenset(slot for tree in below for slot in _slots(tree, ruleset)), (), (name,), trees))
    groups: list[_Group] = []
    for part in parts:
        joined, apart = part, []
        for group in groups:
            if group.slots & joined.slots:
                joined = group.joined(joined)
            else:
                apart.append(group)
        groups = [*apart, joined]
    return groups


def _slots(tree: Expression, ruleset: Ruleset) -> Iterator[Slot]:
    for leaf in leaves(tree):
        if not isinstance(leaf, Signal):
            yield from slots(leaf.quantity, ruleset.vocabulary)


def _rules_below(names: Iterable[str], ruleset: Ruleset) -> list[str]:
    """Return rules and those that they are built on, each after those that it uses."""
    found: dict[str, None] = {}
    for name in names:
        found |= dict.fromkeys(_rules_below(signals(ruleset.rules[name].expression), ruleset))
        found[name] = None
    return list(found)


def _partnership(given: Iterable[tuple[Slot, Answer | None]]) -> Partnership:
    known: dict[str, Answer | dict[str, Answer]] = {}
    for (fact, party), answer in given:
        if answer is not None:
            others = known.get(fact, {})
            known[fact] = {**others, party: answer} if party and isinstance(others, dict) else answer
    return Partnership(_DAY, known)


def _limits(fact: str, trees: Iterable[Expression]) -> list[int]:
    """Return the numbers with which a fact is compared."""
    return sorted(
        {
            int(leaf.literal)
            for tree in trees
            for leaf in leaves(tree)
            if isinstance(leaf, Comparison) and leaf.quantity.of == fact and not isinstance(leaf.literal, str)
        }
    )


def _values(fact: FactType, limits: list[int]) -> list[Answer | None]:
    """Return the answers of a fact that can make a difference, unknown among them."""
    match fact.kind:
        case Kind.YES_NO:
            return [None, True, False]
        case Kind.CHOICE:
            return [None, *fact.options]
        case Kind.SCALE:
            return [None, *range(SCALE[0], SCALE[1] + 1)]
        case Kind.COUNT:
            near = {number for limit in limits for number in range(limit - 1, limit + 3)}
            return [None, *sorted(number for number in {0, 1, *near} if 0 <= number <= fact.maximum)]
        case Kind.DATE:
            days = {day for limit in limits for day in _days_around(limit)}
            return [None, *sorted(days | {_DAY}), *([NEVER] if fact.may_be_never else [])]


def _days_around(months: int) -> Iterator[datetime.date]:
    """Yield the days at the end of the months that lie so far before and after the reference date."""
    for distance in (-months, months):
        index = _DAY.year * 12 + _DAY.month + distance
        last = datetime.date(index // 12, index % 12 + 1, 1) - datetime.timedelta(1)
        for day in range(-4, 5):
            yield last + datetime.timedelta(day)
