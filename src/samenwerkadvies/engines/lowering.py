"""Rules over a table: every view of the language as plain comparisons of single columns.

``columns`` computes these over frames and ``sql`` writes them for databases. A table has three-valued logic of its
own (Kleene's: null is unknown), so all that is left to do here is to write a view of two parties, an average, a share
or a number of months as what can be said of columns; it comes out exactly as ``quantities.bounds`` has it.
"""

from __future__ import annotations

import math
from typing import assert_never

import attrs

from samenwerkadvies.engines.quantities import Number, slots, threshold
from samenwerkadvies.language.tree import (
    MONTH_VIEWS,
    And,
    Comparison,
    Expression,
    Known,
    Membership,
    Not,
    Operator,
    Or,
    Quantity,
    Signal,
    View,
)
from samenwerkadvies.partnership import Slot
from samenwerkadvies.vocabulary import SCALE, FactType, Kind, Vocabulary


@attrs.frozen
class All:
    """Every part holds."""

    parts: tuple[Plain, ...]


@attrs.frozen
class Some:
    """At least one part holds."""

    parts: tuple[Plain, ...]


@attrs.frozen
class Negation:
    """The part does not hold."""

    part: Plain


@attrs.frozen
class Outcome:
    """The outcome of another rule, of an earlier stratum."""

    rule: str


@attrs.frozen
class Yes:
    """The answer is yes."""

    slot: Slot


@attrs.frozen
class OneOf:
    """The answer is one of some options."""

    slot: Slot
    options: tuple[str, ...]


@attrs.frozen
class Total:
    """The numbers ``plus``, less the numbers ``minus``, compared with a whole number; unknown if one of them is."""

    plus: tuple[Slot, ...]
    operator: Operator
    limit: int
    minus: tuple[Slot, ...] = ()


@attrs.frozen
class Never:
    """The date never came."""

    slot: Slot


@attrs.frozen
class Reached:
    """So many calendar months lie between a date and the reference date, or more than that; never is further still.

    With ``view`` MONTHS_SINCE: date + months <= reference date; with MONTHS_UNTIL: reference date + months <= date;
    ``is_passed``: strictly.
    """

    slot: Slot
    view: View
    months: int
    is_passed: bool


@attrs.frozen
class Answered:
    """All these answers are there."""

    slots: tuple[Slot, ...]


@attrs.frozen
class AnsweredCount:
    """How many of these answers are there, compared with a whole number."""

    slots: tuple[Slot, ...]
    operator: Operator
    limit: int


Plain = All | Some | Negation | Outcome | Yes | OneOf | Total | Never | Reached | Answered | AnsweredCount


def lowered(expression: Expression, vocabulary: Vocabulary) -> Plain:
    """Return an expression as plain comparisons of columns."""
    match expression:
        case And(parts):
            return All(tuple(lowered(part, vocabulary) for part in parts))
        case Or(parts):
            return Some(tuple(lowered(part, vocabulary) for part in parts))
        case Not(part):
            return Negation(lowered(part, vocabulary))
        case Signal(rule):
            return Outcome(rule)
        case Known(quantity):
            return Answered(tuple(slots(quantity, vocabulary)))
        case Membership(quantity, options):
            return OneOf(next(slots(quantity, vocabulary)), options)
        case Comparison(quantity, Operator.NOT_EQUAL, literal):
            return Negation(lowered(Comparison(quantity, Operator.EQUAL, literal), vocabulary))
        case Comparison():
            return _comparison(expression, vocabulary)
        case _:  # pragma: no cover - mypy proves that no form is left
            assert_never(expression)


def _comparison(comparison: Comparison, vocabulary: Vocabulary) -> Plain:
    quantity, operator, literal = comparison.quantity, comparison.operator, comparison.literal
    asked = tuple(slots(quantity, vocabulary))
    fact = vocabulary.facts.get(quantity.of)
    if quantity.view in MONTH_VIEWS:
        return _months(asked[0], quantity.view, operator, int(literal))
    if fact is not None and fact.kind is Kind.DATE:
        return Never(*asked)
    if fact is not None and fact.kind is Kind.CHOICE:
        return OneOf(asked[0], (str(literal),))
    limit = threshold(literal, fact)
    if quantity.view is View.SHARE_ANSWERED:
        counted = tuple((name, quantity.of) for name in vocabulary.perceptions)
        return AnsweredCount(counted, operator, _whole(operator, limit * len(counted)))
    return _numbers(quantity, operator, limit, fact, asked)


def _months(slot: Slot, view: View, operator: Operator, months: int) -> Plain:
    reached, passed = (Reached(slot, view, months, is_passed) for is_passed in (False, True))
    if operator is Operator.EQUAL:
        return All((reached, Negation(passed)))
    found = reached if operator in (Operator.AT_LEAST, Operator.LESS) else passed
    return found if operator in (Operator.AT_LEAST, Operator.MORE) else Negation(found)


def _numbers(
    quantity: Quantity, operator: Operator, limit: Number, fact: FactType | None, asked: tuple[Slot, ...]
) -> Plain:
    """Compare yes/no, counts, scores and averages of these."""
    parties = [
        tuple(slot for slot in asked if slot[1] == party) for party in dict.fromkeys(party for _, party in asked)
    ]
    whole = _whole(operator, limit * len(parties[0]))
    if quantity.view is View.DIFFERENCE:
        one, other = parties
        found = tuple(Total(plus, operator, whole, minus) for plus, minus in ((one, other), (other, one)))
        return All(found) if operator in (Operator.AT_MOST, Operator.LESS) else Some(found)
    if len(parties) == 1:
        return _own(parties[0], operator, whole, fact)
    if operator is Operator.EQUAL:
        least, greatest = fact.range if fact else SCALE
        sides = [Operator.AT_MOST] * (limit < greatest) + [Operator.AT_LEAST] * (limit > least)
        both = tuple(_numbers(quantity, side, limit, fact, asked) for side in sides)
        return both[0] if len(both) == 1 else All(both)
    is_some = (quantity.view is View.LOWEST) is (operator in (Operator.AT_MOST, Operator.LESS))
    each = tuple(_own(slots_of_party, operator, whole, fact) for slots_of_party in parties)
    return Some(each) if is_some else All(each)


def _own(asked: tuple[Slot, ...], operator: Operator, limit: int, fact: FactType | None) -> Plain:
    """Compare the answer, or the total, of one party."""
    if fact is None or fact.kind is not Kind.YES_NO:
        return Total(asked, operator, limit)
    return Yes(*asked) if limit == 1 else Negation(Yes(*asked))


def _whole(operator: Operator, limit: Number) -> int:
    """Return the limit for whole numbers that comes down to this one."""
    return math.ceil(limit) if operator in (Operator.AT_LEAST, Operator.LESS) else math.floor(limit)
