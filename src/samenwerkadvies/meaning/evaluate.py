"""How a core comes out for one partnership: true, false, or None for unknown (Kleene's logic)."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, assert_never

from samenwerkadvies.grammar.tree import Expression, Operator
from samenwerkadvies.meaning.calendar import add_months
from samenwerkadvies.meaning.core import (
    All,
    Answered,
    AnsweredCount,
    Core,
    Direction,
    Negation,
    Never,
    OneOf,
    Outcome,
    Reached,
    Some,
    Total,
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
    match core:
        case All(parts):
            return _all(outcome_of(part, partnership, decided) for part in parts)
        case Some(parts):
            return _not(_all(_not(outcome_of(part, partnership, decided)) for part in parts))
        case Negation(part):
            return _not(outcome_of(part, partnership, decided))
        case Outcome(rule):
            return decided[rule]
        case Total(plus, sign, limit, minus):
            more, less = total(plus, partnership), total(minus, partnership)
            return None if more is None or less is None else _compared(more - less, sign, limit)
        case Yes(slot):
            return partnership.answer(*slot)  # type: ignore[return-value]  # yes, no or nothing
        case OneOf(slot, options):
            answer = partnership.answer(*slot)
            return None if answer is None else answer in options
        case Never(slot):
            answer = partnership.answer(*slot)
            return None if answer is None else answer == NEVER
        case Reached(slot):
            answer = partnership.answer(*slot)
            return None if answer is None else is_reached(core, answer, partnership.reference_date)
        case Answered(slots):
            return all(partnership.answer(*slot) is not None for slot in slots)
        case AnsweredCount(slots, sign, limit):
            return _compared(answered(slots, partnership), sign, limit)
        case _:  # pragma: no cover - mypy proves that no form is left
            assert_never(core)


def _compared(number: int, sign: Operator, limit: int) -> bool:
    holds: bool = COMPARE[sign](number, limit)
    return holds


def _all(outcomes: Iterable[bool | None]) -> bool | None:
    is_unknown = False
    for outcome in outcomes:
        if outcome is False:
            return False
        is_unknown |= outcome is None
    return None if is_unknown else True


def _not(outcome: bool | None) -> bool | None:  # noqa: FBT001 - the outcome is all it takes
    return None if outcome is None else not outcome


def total(slots: tuple[Slot, ...], partnership: Partnership) -> int | None:
    """Return the sum of numbers; None when one of them is unknown."""
    found = 0
    for slot in slots:
        answer = partnership.answer(*slot)
        if answer is None:
            return None
        found += answer  # type: ignore[operator]  # counts and scores are whole numbers
    return found


def answered(slots: tuple[Slot, ...], partnership: Partnership) -> int:
    """Return how many answers are there."""
    return sum(partnership.answer(*slot) is not None for slot in slots)


def share_answered(party: str, partnership: Partnership, vocabulary: Vocabulary) -> Fraction:
    """Return which share (0 to 1) of the perceptions a party has answered."""
    asked = tuple((fact, party) for fact in vocabulary.perceptions)
    return Fraction(answered(asked, partnership), len(asked))


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
    reached, day = add_months(earlier, months), add_months(later, 0)
    return (day > reached) - (day < reached)
