"""The smallest sets of facts that settle how a rule comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from samenwerkadvies.engines.decided import Decided
from samenwerkadvies.grammar.tree import (
    And,
    AtLeast,
    Beside,
    Compared,
    Contains,
    Expression,
    Known,
    Membership,
    Not,
    Or,
    Quantity,
    Quotient,
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
        case And(parts):
            return _of_parts(len(parts), parts, decided.outcome, of, outcome=outcome)
        case Or(parts):
            return _of_parts(1, parts, decided.outcome, of, outcome=outcome)
        case AtLeast(number, parts):
            return _of_parts(number, parts, decided.outcome, of, outcome=outcome)
        case Not(part):
            return of(part)
        case Signal(rule):
            if rule not in settled:
                settled[rule] = of(decided.ruleset.rules[rule].expression)
            return settled[rule]
        case (
            Compared(quantity)
            | Beside(quantity)
            | Quotient(quantity)
            | Membership(quantity)
            | Contains(quantity)
            | Known(quantity)
        ):
            return _of_core(elaborated(expression, decided.ruleset.vocabulary), quantity, decided)


def _of_parts(
    number: int,
    parts: Sequence[_P],
    outcome_of_part: Callable[[_P], bool | None],
    of: Callable[[_P], _Sets],
    *,
    outcome: bool,
) -> _Sets:
    """Return the sets of parts of which so many must hold; where they do not, too many do not hold."""
    needed = number if outcome else len(parts) - number + 1
    same = [part for part in parts if outcome_of_part(part) is outcome]
    enough: list[_Sets] = [(frozenset(),), *[()] * needed]
    for left, part in zip(range(len(same))[::-1], same, strict=True):
        found = of(part)
        for count in range(needed, max(0, needed - left - 1), -1):  # fewer would not become enough
            enough[count] = _smallest((*enough[count], *_joined(enough[count - 1], found)))
    return enough[needed]


def _of_core(core: Core, quantity: Quantity, decided: Decided) -> _Sets:
    """Return the sets of what a comparison means; ``quantity`` says what counts where it is not an answer."""

    def outcome(part: Core) -> bool | None:
        return outcome_of(part, decided.partnership, decided.outcomes)

    def of(part: Core) -> _Sets:
        return _of_core(part, quantity, decided)

    match core:
        case All(parts):
            return _of_parts(len(parts), parts, outcome, of, outcome=outcome(core) is True)
        case Some(parts):
            return _of_parts(1, parts, outcome, of, outcome=outcome(core) is True)
        case Negation(part):
            return of(part)
        case AnsweredCount():
            return (frozenset({quantity}),)
        case Answered() if not outcome(core):
            return (frozenset({quantity}),)
        case _:
            asked = map(decided.ruleset.vocabulary.questions.__getitem__, looked_at(core))
            return (frozenset(Ground(fact, party=party) for fact, party in asked),)


def _joined(first: _Sets, second: _Sets) -> _Sets:
    return _smallest(one | other for one in first for other in second)


def _smallest(sets: Iterable[frozenset[Ground]]) -> _Sets:
    kept: list[frozenset[Ground]] = []
    for found in sorted(dict.fromkeys(sets), key=len):
        if not any(other <= found for other in kept):
            kept.append(found)
    return tuple(kept[:MOST_SETS])
