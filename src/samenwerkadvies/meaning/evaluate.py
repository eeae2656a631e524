"""How a core comes out for one partnership: true, false, or None for unknown (Kleene's logic)."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, assert_never

from samenwerkadvies.grammar.tree import Expression, Operator
from samenwerkadvies.known import Known
from samenwerkadvies.meaning.calendar import add_months
from samenwerkadvies.meaning.core import (
    All,
    Answered,
    AnsweredCount,
    Core,
    Day,
    Direction,
    Earlier,
    Enough,
    InForce,
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
from samenwerkadvies.meaning.elaborate import elaborated
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.vocabulary import NEVER, Answer, Slot, Vocabulary

COMPARE: Mapping[Operator, Callable[[Any, Any], Any]] = {
    Operator.EQUAL: operator.eq,
    Operator.LESS: operator.lt,
    Operator.AT_MOST: operator.le,
    Operator.MORE: operator.gt,
    Operator.AT_LEAST: operator.ge,
}
"""How numbers are compared, and columns of numbers; ``!=`` is a negation."""


def evaluate(
    expression: Expression,
    partnership: Partnership,
    vocabulary: Vocabulary,
    decided: Mapping[str, bool | None],
) -> bool | None:
    """Return the outcome of an expression, given the outcomes of the rules that it uses."""
    return outcome_of(elaborated(expression, vocabulary), partnership, decided)


def outcome_of(core: Core, partnership: Partnership, decided: Mapping[str, bool | None]) -> bool | None:
    """Return the outcome of a core, given the outcomes of the rules that it uses."""
    return test_of(core)(partnership.known, partnership.reference_date, decided)


Test = Callable[[Known, datetime.date, Mapping[str, bool | None]], bool | None]
"""Tells how a core comes out by the answers that are known, the reference date, and the outcomes decided before."""


def test_of(core: Core) -> Test:
    """Return what tells how a core comes out: made once, it is used for as many partnerships as there are."""
    match core:
        case All(parts):
            return _all_of([*map(test_of, parts)])
        case Some(parts):
            return _some_of([*map(test_of, parts)])
        case Enough(number, parts):
            return _enough(number, [*map(test_of, parts)])
        case Negation(part):
            return _not(test_of(part))
        case Outcome(rule):
            return lambda _, __, decided: decided[rule]
        case Total((slot,), sign, limit, ()):
            return _compared(lambda known: known.get(slot), sign, limit)
        case Total(_, sign, limit):
            return _compared(difference_of(core), sign, limit)
        case Yes(slot):
            return lambda known, _, __: known.get(slot)  # type: ignore[return-value]  # yes, no or nothing
        case OneOf(slot, options):
            return lambda known, _, __: None if (answer := known.get(slot)) is None else answer in options
        case Never(slot):
            return lambda known, _, __: None if (answer := known.get(slot)) is None else answer == NEVER
        case Reached(slot):
            return lambda known, day, _: None if (date := known.get(slot)) is None else is_reached(core, date, day)
        case Earlier(day, other):
            return lambda known, _, __: is_earlier(day, other, known)
        case Answered(slots):
            return lambda known, _, __: all(slot in known for slot in slots)
        case AnsweredCount(slots, sign, limit):
            return _compared(lambda known: answered(slots, known), sign, limit)
        case InForce(validity):
            return lambda _, day, __: validity.includes(day)
        case Undefined():
            return lambda _, __, ___: None
        case _:  # pragma: no cover - mypy proves that no form is left
            assert_never(core)


def _all_of(tests: Sequence[Test]) -> Test:
    def test(known: Known, day: datetime.date, decided: Mapping[str, bool | None]) -> bool | None:
        found: bool | None = True
        for each in tests:
            outcome = each(known, day, decided)
            if outcome is False:
                return False
            if outcome is None:
                found = None
        return found

    return test


def _some_of(tests: Sequence[Test]) -> Test:
    def test(known: Known, day: datetime.date, decided: Mapping[str, bool | None]) -> bool | None:
        found: bool | None = False
        for each in tests:
            outcome = each(known, day, decided)
            if outcome is True:
                return True
            if outcome is None:
                found = None
        return found

    return test


def _enough(number: int, tests: Sequence[Test]) -> Test:
    def test(known: Known, day: datetime.date, decided: Mapping[str, bool | None]) -> bool | None:
        outcomes = [each(known, day, decided) for each in tests]
        if outcomes.count(True) >= number:
            return True
        return None if len(outcomes) - outcomes.count(False) >= number else False

    return test


def _not(test: Test) -> Test:
    return lambda known, day, decided: None if (outcome := test(known, day, decided)) is None else not outcome


def _compared(number: Callable[[Known], Any], sign: Operator, limit: int) -> Test:
    compare = COMPARE[sign]
    return lambda known, _, __: None if (found := number(known)) is None else compare(found, limit)


def difference_of(total: Total) -> Callable[[Known], int | None]:
    """Return what tells what a total of numbers is, less that of others; None when one of them is unknown."""
    more, less, (times, times_less) = _sum_of(total.plus), _sum_of(total.minus), total.times

    def difference(known: Known) -> int | None:
        try:
            return more(known) * times - less(known) * times_less
        except KeyError:
            return None

    return difference


def _sum_of(slots: tuple[Slot, ...]) -> Callable[[Known], int]:
    """Return what adds answers, which are numbers in their smallest unit."""
    if not slots:
        return lambda _: 0
    found = operator.itemgetter(*slots)
    return found if len(slots) == 1 else lambda known: sum(found(known))


def is_earlier(day: Day, other: Day, known: Known) -> bool | None:
    """Say whether one day lies before another; None when one of them is unknown."""
    one, another = known.get(day.slot), known.get(other.slot)
    return None if one is None or another is None else day.of(one) < other.of(another)


def answered(slots: tuple[Slot, ...], known: Known) -> int:
    """Return how many answers are there."""
    return sum(map(known.__contains__, slots))


def share_answered(party: str, partnership: Partnership, vocabulary: Vocabulary) -> Fraction:
    """Return which share (0 to 1) of the perceptions a party has answered."""
    asked = tuple((fact, party) for fact in vocabulary.perceptions)
    return Fraction(answered(asked, partnership.given), len(asked))


def is_reached(reached: Reached, date: Answer, reference: datetime.date) -> bool:
    """Say whether so many months lie between a date and the reference date."""
    return months_beyond(reached.direction, date, reference, reached.months) >= reached.is_passed


def months_beyond(direction: Direction, date: object, reference: datetime.date, months: int) -> int:
    """Return 1 when a date is further than so many months from the reference date, 0 when exactly so, else -1.

    ``nooit`` is infinitely far, before as well as after.
    """
    if not isinstance(date, datetime.date):
        return 1
    earlier, later = (date, reference) if direction is Direction.SINCE else (reference, date)
    beyond = (later.year - earlier.year) * 12 + later.month - earlier.month - months
    if beyond:
        return 1 if beyond > 0 else -1
    _, day = add_months(earlier, months)
    return (later.day > day) - (later.day < day)
