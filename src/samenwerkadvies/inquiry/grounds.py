"""The smallest sets of facts that settle how a rule comes out."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable

from samenwerkadvies.engines.decided import Decided
from samenwerkadvies.grammar.tree import (
    OWN_VIEWS,
    And,
    Compared,
    Expression,
    Known,
    Membership,
    Not,
    Or,
    Quantity,
    Signal,
    View,
)
from samenwerkadvies.meaning.elaborate import elaborated, slots
from samenwerkadvies.meaning.evaluate import outcome_of
from samenwerkadvies.partnership import Partnership, answers_of

MOST_SETS = 200
"""More sets than this are not followed; the smallest are."""

Ground = Quantity
"""One fact that counts: an answer (of a party, by its view) or its absence, or the share answered."""

_Sets = tuple[frozenset[Ground], ...]


def grounds(expression: Expression, decided: Decided, settled: dict[str, _Sets] | None = None) -> _Sets:
    """Return the smallest sets of facts each of which settles an outcome, whatever the other facts are.

    Empty for an expression that is undecided. Smaller sets come first. ``settled`` is for what has been found for
    other rules on the way.
    """
    settled = {} if settled is None else settled
    outcome = decided.outcome(expression)
    if outcome is None:
        return ()

    def of(part: Expression) -> _Sets:
        return grounds(part, decided, settled)

    match expression:
        case And(parts) | Or(parts):
            if isinstance(expression, And) is outcome:  # all parts are needed
                return functools.reduce(_joined, map(of, parts))
            same = [part for part in parts if decided.outcome(part) is outcome]
            return _smallest(found for part in same for found in of(part))
        case Not(part):
            return of(part)
        case Signal(rule):
            if rule not in settled:
                settled[rule] = of(decided.ruleset.rules[rule].expression)
            return settled[rule]
        case Compared() | Membership() | Known():
            return _of_leaf(expression, decided, outcome=outcome)


def _of_leaf(leaf: Compared | Membership | Known, decided: Decided, *, outcome: bool) -> _Sets:
    quantity, partnership, vocabulary = leaf.quantity, decided.partnership, decided.ruleset.vocabulary
    if quantity.view is View.SHARE_ANSWERED or (isinstance(leaf, Known) and not outcome):
        return (frozenset({Ground(quantity.of, quantity.view)}),)
    known = [
        (slot, answer) for slot in slots(quantity, vocabulary) if (answer := partnership.answer(*slot)) is not None
    ]
    core = elaborated(leaf, vocabulary)
    found: list[frozenset[Ground]] = []
    for size in range(1, len(known) + 1):
        for chosen in itertools.combinations(known, size):
            case = Partnership(partnership.reference_date, answers_of(chosen))
            if outcome_of(core, case, {}) is outcome:
                found.append(frozenset(Ground(fact, OWN_VIEWS[party]) for (fact, party), _ in chosen))
    return _smallest(found)


def _joined(first: _Sets, second: _Sets) -> _Sets:
    return _smallest(one | other for one in first for other in second)


def _smallest(sets: Iterable[frozenset[Ground]]) -> _Sets:
    kept: list[frozenset[Ground]] = []
    for found in sorted(dict.fromkeys(sets), key=len):
        if not any(other <= found for other in kept):
            kept.append(found)
    return tuple(kept[:MOST_SETS])
