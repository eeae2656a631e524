"""The smallest sets of facts that settle how a rule comes out."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from samenwerkadvies.engines.decided import Decided
from samenwerkadvies.grammar.tree import (
    And,
    Compared,
    Expression,
    Known,
    Membership,
    Not,
    Or,
    Quantity,
    Signal,
)
from samenwerkadvies.meaning.core import All, Answered, AnsweredCount, Core, Negation, Some, looked_at
from samenwerkadvies.meaning.elaborate import elaborated
from samenwerkadvies.meaning.evaluate import outcome_of

MOST_SETS = 200
"""More sets than this are not followed; the smallest are."""

Ground = Quantity
"""One fact that counts, as it is said: an answer (of a party) or its absence, or the share answered."""

_Sets = tuple[frozenset[Ground], ...]
_P = TypeVar("_P")


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
            return _of_parts(parts, decided.outcome, of, outcome=outcome, is_all=isinstance(expression, And))
        case Not(part):
            return of(part)
        case Signal(rule):
            if rule not in settled:
                settled[rule] = of(decided.ruleset.rules[rule].expression)
            return settled[rule]
        case Compared(quantity) | Membership(quantity) | Known(quantity):
            return _of_core(elaborated(expression, decided.ruleset.vocabulary), quantity, decided)


def _of_parts(
    parts: Sequence[_P],
    outcome_of_part: Callable[[_P], bool | None],
    of: Callable[[_P], _Sets],
    *,
    outcome: bool,
    is_all: bool,
) -> _Sets:
    """Return the sets of parts that must all hold, or of which one must."""
    if is_all is outcome:  # all parts are needed
        return functools.reduce(_joined, map(of, parts))
    same = [part for part in parts if outcome_of_part(part) is outcome]
    return _smallest(found for part in same for found in of(part))


def _of_core(core: Core, quantity: Quantity, decided: Decided) -> _Sets:
    """Return the sets of what a comparison means; ``quantity`` says what counts where it is not an answer."""

    def outcome(part: Core) -> bool | None:
        return outcome_of(part, decided.partnership, decided.outcomes)

    def of(part: Core) -> _Sets:
        return _of_core(part, quantity, decided)

    match core:
        case All(parts) | Some(parts):
            is_all = isinstance(core, All)
            return _of_parts(parts, outcome, of, outcome=outcome(core) is True, is_all=is_all)
        case Negation(part):
            return of(part)
        case AnsweredCount():
            return (frozenset({quantity}),)
        case Answered() if not outcome(core):
            return (frozenset({quantity}),)
        case _:
            return (frozenset(Ground(fact, party=party) for fact, party in looked_at(core)),)


def _joined(first: _Sets, second: _Sets) -> _Sets:
    return _smallest(one | other for one in first for other in second)


def _smallest(sets: Iterable[frozenset[Ground]]) -> _Sets:
    kept: list[frozenset[Ground]] = []
    for found in sorted(dict.fromkeys(sets), key=len):
        if not any(other <= found for other in kept):
            kept.append(found)
    return tuple(kept[:MOST_SETS])
