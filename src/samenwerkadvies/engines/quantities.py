"""What a quantity can still be, given what is known: the ground under the meaning of every comparison.

Answers become numbers: yes is 1 and no is 0, an option its place in the list. A quantity that is partly
known (one party has answered) lies between two bounds; a comparison that comes out the same for every
value between them is decided, whatever the missing party would say.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from samenwerkadvies.language.tree import PARTY_VIEWS, Literal, Quantity, View
from samenwerkadvies.partnership import Partnership, Slot, perceived
from samenwerkadvies.vocabulary import PARTIES, SCALE, FactType, Vocabulary, level

Number = int | Fraction
Bounds = tuple[Number, Number]


def slots(quantity: Quantity, vocabulary: Vocabulary) -> Iterator[Slot]:
    """Yield the answers that a quantity is made of; the share answered is always known, and needs none."""
    if quantity.view is View.SHARE_ANSWERED:
        return
    average = vocabulary.averages.get(quantity.of)
    for fact in average.parts if average else (quantity.of,):
        for party in vocabulary.facts[fact].parties:
            if PARTY_VIEWS.get(quantity.view) in (None, party):
                yield fact, party


def threshold(literal: Literal, fact: FactType | None) -> Number:
    """Return what a quantity is compared with; without a fact type (averages, shares) it may have decimals."""
    if fact is not None and isinstance(literal, int | str):
        return level(fact, literal)
    return literal if isinstance(literal, int) else Fraction(Decimal(literal))


def bounds(quantity: Quantity, partnership: Partnership, vocabulary: Vocabulary) -> Bounds | None:
    """Return the least and greatest value that a quantity can still have; None when nothing is known of it."""
    view = quantity.view
    if view is View.SHARE_ANSWERED:
        share = share_answered(quantity.of, partnership, vocabulary)
        return _exactly(share)
    if view is View.ITSELF:
        fact = vocabulary.facts[quantity.of]
        shared = partnership.answer(quantity.of)
        return None if shared is None else _exactly(level(fact, shared))
    if view in PARTY_VIEWS:
        value = party_value(quantity.of, PARTY_VIEWS[view], partnership, vocabulary)
        return None if value is None else _exactly(value)
    values = [party_value(quantity.of, party, partnership, vocabulary) for party in PARTIES]
    known: list[Number] = [value for value in values if value is not None]
    if view is View.DIFFERENCE:
        return _exactly(abs(Fraction(known[0]) - known[1])) if len(known) == len(PARTIES) else None
    if not known:
        return None
    fact_type = vocabulary.facts.get(quantity.of)
    least, greatest = fact_type.range if fact_type else SCALE
    pick = min if view is View.LOWEST else max
    lows = [least if value is None else value for value in values]
    highs = [greatest if value is None else value for value in values]
    return pick(lows), pick(highs)


def _exactly(value: Number) -> Bounds:
    return value, value


def party_value(name: str, party: str, partnership: Partnership, vocabulary: Vocabulary) -> Number | None:
    """Return what a party answers on a fact type, or its average; None when that is unknown."""
    found = perceived(name, party, partnership, vocabulary)
    if found is None or isinstance(found, Fraction):
        return found
    return level(vocabulary.facts[name], found)


def share_answered(party: str, partnership: Partnership, vocabulary: Vocabulary) -> Fraction:
    """Return which share (0 to 1) of the perceptions a party has answered."""
    asked = vocabulary.perceptions
    return Fraction(sum(partnership.answer(fact, party) is not None for fact in asked), len(asked))


def is_known(quantity: Quantity, partnership: Partnership, vocabulary: Vocabulary) -> bool:
    """Say whether the answer to a fact type (of a party) is there."""
    if quantity.view in PARTY_VIEWS:
        return party_value(quantity.of, PARTY_VIEWS[quantity.view], partnership, vocabulary) is not None
    return partnership.answer(quantity.of) is not None


Day = tuple[int, int]
"""A day that may lie beyond the years of Python's calendar: months since year 0, day of the month."""


_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def add_months(date: datetime.date, months: int) -> Day:
    """Return the day so many calendar months later, clamped to the end of its month.

    >>> add_months(datetime.date(2026, 1, 31), 1) == add_months(datetime.date(2026, 2, 28), 0)
    True
    """
    index = date.year * 12 + date.month - 1 + months
    year, month = divmod(index, 12)
    days = 29 if month == 1 and calendar.isleap(year) else _DAYS[month]
    return index, min(date.day, days)
