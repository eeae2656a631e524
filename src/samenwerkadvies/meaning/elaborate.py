"""From a rule as it is written to its core: the one place that says what each view of the language means."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from operator import le, lt
from typing import assert_never

import attrs

from samenwerkadvies.facts import alike, part_of
from samenwerkadvies.grammar.quotients import weights
from samenwerkadvies.grammar.tree import (
    And,
    AtLeast,
    Beside,
    Compared,
    Contains,
    Expression,
    Known,
    Literal,
    Membership,
    Not,
    Operator,
    Or,
    Quantity,
    Quotient,
    Signal,
    View,
)
from samenwerkadvies.meaning.core import (
    All,
    Answered,
    AnsweredCount,
    Core,
    Day,
    Direction,
    Earlier,
    Enough,
    Negation,
    Never,
    OneOf,
    Outcome,
    Reached,
    Some,
    Total,
    Undefined,
    Yes,
)
from samenwerkadvies.vocabulary import GREATEST_COUNT, SCALE, FactType, Kind, Slot, Vocabulary, level

Number = int | Fraction


def slots(quantity: Quantity, vocabulary: Vocabulary) -> Iterator[Slot]:
    """Yield the answers that a quantity is made of; the share answered is always known, and needs none."""
    if quantity.view is View.SHARE_ANSWERED:
        return
    average = vocabulary.averages.get(quantity.of)
    for fact in average.parts if average else (quantity.of,):
        for party in vocabulary.facts[fact].parties:
            if quantity.party in (None, party):
                yield fact, party


def threshold(literal: Literal, fact: FactType | None) -> Number:
    """Return what a quantity is compared with, for a count in its smallest unit."""
    if fact is not None and isinstance(literal, int | str):
        return level(fact, literal)
    exact = literal if isinstance(literal, int) else Fraction(Decimal(literal))
    return exact * 10**fact.decimals if fact else exact


def elaborated(expression: Expression, vocabulary: Vocabulary) -> Core:
    """Return the core of an expression."""
    match expression:
        case And(parts):
            return All(tuple(elaborated(part, vocabulary) for part in parts))
        case Or(parts):
            return Some(tuple(elaborated(part, vocabulary) for part in parts))
        case AtLeast(number, parts):
            return Enough(number, tuple(elaborated(part, vocabulary) for part in parts))
        case Not(part):
            return Negation(elaborated(part, vocabulary))
        case Signal(rule):
            return Outcome(rule)
        case Known(quantity):
            asked = slots(quantity, vocabulary)
            return Answered(tuple((part.id, party) for name, party in asked for part in vocabulary.facts[name].parts))
        case Contains(quantity, option):
            return _contains(quantity, option, vocabulary)
        case Membership(quantity, options):
            return OneOf(next(slots(quantity, vocabulary)), options)
        case Compared(quantity, Operator.NOT_EQUAL, literal):
            return Negation(elaborated(Compared(quantity, Operator.EQUAL, literal), vocabulary))
        case Compared():
            return _comparison(expression, vocabulary)
        case Beside(quantity, operator, other):
            times = alike(*(vocabulary.facts.get(each.of) for each in (quantity, other)))
            sides = (_side(each, vocabulary, often) for each, often in zip((quantity, other), times, strict=True))
            return _beside(next(sides), operator, next(sides))
        case Quotient():
            return _quotient(expression, vocabulary)
        case _:  # pragma: no cover - mypy proves that no form is left
            assert_never(expression)


def _comparison(comparison: Compared, vocabulary: Vocabulary) -> Core:
    """Return a comparison by its view: here it stands what each of them means."""
    quantity, operator, literal = comparison.quantity, comparison.operator, comparison.literal
    asked = tuple(slots(quantity, vocabulary))
    fact = vocabulary.facts.get(quantity.of)
    match quantity.view:
        case View.MONTHS_SINCE:
            return _months(asked[0], Direction.SINCE, operator, int(literal))
        case View.MONTHS_UNTIL:
            return _months(asked[0], Direction.UNTIL, operator, int(literal))
        case View.SHARE_ANSWERED:
            counted = tuple((vocabulary.facts[name].parts[0].id, quantity.of) for name in vocabulary.perceptions)
            return AnsweredCount(counted, operator, _whole(operator, threshold(literal, None) * len(counted)))
        case View.ITSELF:
            return _own(asked, operator, literal, fact)
        case View.CHOSEN:
            parts = tuple((part.id, party) for name, party in asked for part in vocabulary.facts[name].parts)
            return Total(parts, operator, int(literal))
        case View.DIFFERENCE:
            return _difference(_by_party(asked), operator, literal, fact)
        case View.LOWEST:
            return _extreme(_by_party(asked), operator, literal, fact, is_some_below=True)
        case View.EVERYBODY:  # of yes and no, no is the lowest
            return _extreme(_by_party(asked), operator, literal, fact, is_some_below=True)
        case View.HIGHEST | View.EITHER | View.ANYBODY:  # and yes the highest
            return _extreme(_by_party(asked), operator, literal, fact, is_some_below=False)
        case _:  # pragma: no cover - mypy proves that no view is left
            assert_never(quantity.view)


def _contains(quantity: Quantity, option: str, vocabulary: Vocabulary) -> Core:
    """Return that an option is chosen: by one who answers, by some party, or by each."""
    each = [Yes((part_of(name, option), party)) for name, party in slots(quantity, vocabulary)]
    return _joined(each, is_some=quantity.view is not View.EVERYBODY)


@attrs.frozen
class _Side:
    """A quantity that is compared with another one."""

    parties: tuple[tuple[Slot, ...], ...]
    """The answers of each party; together they are one number."""
    view: View
    fact: FactType | None
    times: int
    """How often its smallest unit counts."""
    ends: tuple[int, int]
    """Between what each of its answers lies."""
    can_decide: bool = True
    """Whether what it decides by itself, whatever the other one is, is worth looking at."""


def _side(quantity: Quantity, vocabulary: Vocabulary, times: int) -> _Side:
    fact = vocabulary.facts.get(quantity.of)
    parties = _by_party(tuple(slots(quantity, vocabulary)))
    return _Side(parties, quantity.view, fact, times, fact.range if fact else SCALE)


def _quotient(quotient: Quotient, vocabulary: Vocabulary) -> Core:
    """Compare a quotient with a fraction: its numbers, each so many times; unknown where nothing is divided by."""
    often, times = weights(quotient, vocabulary)
    by = _side(quotient.by, vocabulary, times)
    by = attrs.evolve(by, ends=(1, by.ends[1]))
    divided = _side(quotient.quantity, vocabulary, often)
    divided = attrs.evolve(divided, can_decide=len(by.parties) > 1)  # one answer to divide by is needed anyway
    is_there = _comparison(Compared(quotient.by, Operator.MORE, 0), vocabulary)
    compared = _beside(divided, quotient.operator, by)
    return Some((All((is_there, compared)), All((Negation(is_there), Undefined()))))


def _beside(one: _Side, operator: Operator, other: _Side) -> Core:
    """Compare two quantities with each other: all comes down to the one being below the other, or not above it."""
    match operator:
        case Operator.LESS | Operator.AT_MOST:
            return _below(one, other, operator)
        case Operator.MORE:
            return _below(other, one, Operator.LESS)
        case Operator.AT_LEAST:
            return _below(other, one, Operator.AT_MOST)
        case Operator.EQUAL:
            sides = (Operator.AT_MOST, Operator.AT_LEAST)
            return All(tuple(_beside(one, side, other) for side in sides))
        case Operator.NOT_EQUAL:
            return Negation(_beside(one, Operator.EQUAL, other))
        case _:  # pragma: no cover - mypy proves that no operator is left
            assert_never(operator)


def _below(low: _Side, high: _Side, operator: Operator) -> Core:
    """Return that one quantity is below another: the lowest when one of its answers is, the highest when all are."""

    def below(one: tuple[Slot, ...], another: tuple[Slot, ...]) -> Core:
        if low.fact and high.fact and low.fact.kind is Kind.DATE:
            return _earlier(Day(one[0], low.fact.never), Day(another[0], high.fact.never), operator)
        return _less(one, another, operator, low, high)

    each = [
        _joined([below(one, another) for another in high.parties], is_some=high.view is View.HIGHEST)
        for one in low.parties
    ]
    return _joined(each, is_some=low.view is View.LOWEST)


def _joined(parts: Sequence[Core], *, is_some: bool) -> Core:
    if len(parts) == 1:
        return parts[0]
    return Some(tuple(parts)) if is_some else All(tuple(parts))


def _earlier(day: Day, other: Day, operator: Operator) -> Core:
    return Earlier(day, other) if operator is Operator.LESS else Negation(Earlier(other, day))


def _less(low: tuple[Slot, ...], high: tuple[Slot, ...], operator: Operator, low_side: _Side, high_side: _Side) -> Core:
    """Compare two totals of so many numbers, each within bounds: one that is at its end may decide it by itself."""
    compared = lt if operator is Operator.LESS else le
    mirrored = Operator.MORE if operator is Operator.LESS else Operator.AT_LEAST
    (least, greatest), (other_least, other_greatest) = (
        [end * len(low) * side.times for end in side.ends] for side in (low_side, high_side)
    )

    def is_low(limit: int) -> list[Core]:
        alone = Total(low, operator, _whole(operator, Fraction(limit, low_side.times)))
        return [alone] * low_side.can_decide

    def is_high(limit: int) -> list[Core]:
        alone = Total(high, mirrored, _whole(mirrored, Fraction(limit, high_side.times)))
        return [alone] * high_side.can_decide

    enough = is_low(other_least) * compared(least, other_least)  # whatever the other is
    enough += is_high(greatest) * compared(greatest, other_greatest)
    needed = is_low(other_greatest) * (not compared(greatest, other_greatest))
    needed += is_high(least) * (not compared(least, other_least))
    decided = _joined([Total(low, operator, 0, high, (low_side.times, high_side.times)), *enough], is_some=True)
    return _joined([decided, *needed], is_some=False)


def _by_party(asked: tuple[Slot, ...]) -> tuple[tuple[Slot, ...], ...]:
    parties = dict.fromkeys(party for _, party in asked)
    return tuple(tuple(slot for slot in asked if slot[1] == party) for party in parties)


def _months(slot: Slot, direction: Direction, operator: Operator, months: int) -> Core:
    reached, passed = (Reached(slot, direction, months, is_passed) for is_passed in (False, True))
    if operator is Operator.EQUAL:
        return All((reached, Negation(passed)))
    found = reached if operator in (Operator.AT_LEAST, Operator.LESS) else passed
    return found if operator in (Operator.AT_LEAST, Operator.MORE) else Negation(found)


def _extreme(
    parties: tuple[tuple[Slot, ...], ...],
    operator: Operator,
    literal: Literal,
    fact: FactType | None,
    *,
    is_some_below: bool,
) -> Core:
    """Compare the lowest, or the highest, of what the parties answer: the lowest is below when one of them is."""
    if operator is Operator.EQUAL:
        least, greatest = fact.range if fact else SCALE
        sides = _sides(threshold(literal, fact), least, greatest)
        both = tuple(_extreme(parties, side, literal, fact, is_some_below=is_some_below) for side in sides)
        return both[0] if len(both) == 1 else All(both)
    each = tuple(_own(asked, operator, literal, fact) for asked in parties)
    return Some(each) if is_some_below is (operator in (Operator.AT_MOST, Operator.LESS)) else All(each)


def _difference(
    parties: tuple[tuple[Slot, ...], ...], operator: Operator, literal: Literal, fact: FactType | None
) -> Core:
    """Compare how far the parties lie apart: the greatest difference between any two of them."""
    bounds = fact.range if fact else SCALE
    if operator is Operator.EQUAL:
        sides = _sides(threshold(literal, fact), 0, bounds[1] - bounds[0])
        both = tuple(_difference(parties, side, literal, fact) for side in sides)
        return both[0] if len(both) == 1 else All(both)
    is_below = operator in (Operator.AT_MOST, Operator.LESS)
    limit = _whole(operator, threshold(literal, fact) * len(parties[0]))
    found = tuple(
        _apart(high, low, operator, limit, bounds)
        for one, other in itertools.combinations(parties, 2)
        for high, low in ((one, other), (other, one))
    )
    return All(found) if is_below else Some(found)


def _apart(
    high: tuple[Slot, ...], low: tuple[Slot, ...], operator: Operator, limit: int, bounds: tuple[int, int]
) -> Core:
    """Compare how far one party lies above another: one that is low itself lies above nobody, whatever others say."""
    least, greatest = (bound * len(high) for bound in bounds)
    is_below = operator in (Operator.AT_MOST, Operator.LESS)
    apart = Total(high, operator, limit, low)
    if greatest >= GREATEST_COUNT:  # there is no greatest answer
        alone: tuple[Core, ...] = (Total(high, operator, least + limit),)
    else:
        alone = Total(high, operator, least + limit), Total(low, _MIRRORED[operator], greatest - limit)
    return Some((*alone, apart)) if is_below else All((*alone, apart))


_MIRRORED = {
    Operator.LESS: Operator.MORE,
    Operator.AT_MOST: Operator.AT_LEAST,
    Operator.MORE: Operator.LESS,
    Operator.AT_LEAST: Operator.AT_MOST,
}


def _sides(limit: Number, least: int, greatest: int) -> list[Operator]:
    """Return the comparisons that together say that a number is exactly this; at a bound one is enough."""
    return [Operator.AT_MOST] * (limit < greatest) + [Operator.AT_LEAST] * (limit > least)


def _own(asked: tuple[Slot, ...], operator: Operator, literal: Literal, fact: FactType | None) -> Core:
    """Compare one answer, or the total of the answers of one party of which an average is made."""
    match fact.kind if fact else None:
        case Kind.DATE:
            return Never(*asked)
        case Kind.CHOICE:
            return OneOf(asked[0], (str(literal),))
        case Kind.YES_NO:
            is_yes = _whole(operator, threshold(literal, fact)) == 1
            return Yes(*asked) if is_yes else Negation(Yes(*asked))
        case Kind.COUNT | Kind.SCALE | Kind.CHOICES | None:
            return Total(asked, operator, _whole(operator, threshold(literal, fact) * len(asked)))


def _whole(operator: Operator, limit: Number) -> int:
    """Return the limit for whole numbers that comes down to this one."""
    return math.ceil(limit) if operator in (Operator.AT_LEAST, Operator.LESS) else math.floor(limit)
