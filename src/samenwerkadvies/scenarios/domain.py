"""Prove that two rules are the same: try every answer that the facts in them can have, as far as it matters."""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Iterator

import attrs

from samenwerkadvies.engines.quantities import slots
from samenwerkadvies.engines.reference import evaluate
from samenwerkadvies.language.tree import Comparison, Expression, Signal, View, leaves
from samenwerkadvies.partnership import Partnership, Slot
from samenwerkadvies.ruleset import Rule, Ruleset
from samenwerkadvies.vocabulary import NEVER, SCALE, Answer, FactType, Kind

MOST_CASES = 200_000
"""More combinations of answers than this are not tried: then nothing is proved."""

_DAY = datetime.date(2026, 1, 31)
"""The reference date of every case; the end of a month, where months are clamped."""


def is_equivalent(rule: Rule, changed: Rule, ruleset: Ruleset) -> bool:
    """Say whether it is proved that a changed rule is the same for every partnership.

    The outcomes of other rules are taken as free, which can only hide a proof, never give a wrong one.
    """
    if attrs.evolve(changed, expression=rule.expression) != rule:
        return False
    both = (rule.expression, changed.expression)
    parts = [leaf for tree in both for leaf in leaves(tree)]
    signals = sorted({leaf.rule for leaf in parts if isinstance(leaf, Signal)})
    if any(leaf.quantity.view is View.SHARE_ANSWERED for leaf in parts if not isinstance(leaf, Signal)):
        return False
    asked = list(
        dict.fromkeys(
            slot for leaf in parts if not isinstance(leaf, Signal) for slot in slots(leaf.quantity, ruleset.vocabulary)
        )
    )
    values = [_values(ruleset.vocabulary.facts[fact], _limits(fact, both)) for fact, _ in asked]
    if math.prod(map(len, values)) * 3 ** len(signals) > MOST_CASES:
        return False
    return all(
        evaluate(both[0], case, ruleset.vocabulary, decided) is evaluate(both[1], case, ruleset.vocabulary, decided)
        for case in (_partnership(asked, answers) for answers in itertools.product(*values))
        for decided in _outcomes(signals)
    )


def _outcomes(signals: list[str]) -> Iterator[dict[str, bool | None]]:
    for outcomes in itertools.product((True, False, None), repeat=len(signals)):
        yield dict(zip(signals, outcomes, strict=True))


def _partnership(asked: list[Slot], answers: tuple[Answer | None, ...]) -> Partnership:
    known: dict[str, Answer | dict[str, Answer]] = {}
    for (fact, party), answer in zip(asked, answers, strict=True):
        if answer is not None:
            of_parties = known.get(fact, {})
            known[fact] = {**of_parties, party: answer} if party and isinstance(of_parties, dict) else answer
    return Partnership(_DAY, known)


def _limits(fact: str, trees: tuple[Expression, ...]) -> list[int]:
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
    """Yield the days so many months before and after the reference date, and the days beside those."""
    for distance in (-months, months):
        index = _DAY.year * 12 + _DAY.month - 1 + distance
        first = datetime.date(index // 12, index % 12 + 1, 1)
        for day in range(-4, 36):
            yield first + datetime.timedelta(day)
