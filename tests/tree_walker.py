"""The meaning of the rule language, told independently of the library: a walk over the tree as it is written.

A quantity that is partly known (one party has answered) lies between two bounds; a comparison that comes out the same
for every value between them is decided, whatever the missing party would say. The library elaborates each rule to a
core and computes on that; ``engines/test_engines_agree.py`` holds the core to this.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from samenwerkadvies.grammar.tree import (
    MONTH_VIEWS,
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
from samenwerkadvies.partnership import Partnership, perceived
from samenwerkadvies.ruleset import Rule, Ruleset
from samenwerkadvies.vocabulary import SCALE, Answer, Chosen, FactType, Kind, Slot, Vocabulary, level

Number = int | Fraction
Bounds = tuple[Number, Number]


def decide(ruleset: Ruleset, partnership: Partnership) -> dict[str, bool | None]:
    """Decide every rule for one partnership."""
    decided: dict[str, bool | None] = {}
    for layer in ruleset.strata:
        for rule in layer:
            decided[rule.id] = _is_in_force(rule, partnership.reference_date) and evaluate(
                rule.expression, partnership, ruleset.vocabulary, decided
            )
    return {name: decided[name] for name in ruleset.rules}


def _is_in_force(rule: Rule, day: datetime.date) -> bool:
    since, before = rule.validity.since, rule.validity.before
    return not (since and day < since) and not (before and day >= before)


def evaluate(
    expression: Expression,
    partnership: Partnership,
    vocabulary: Vocabulary,
    decided: Mapping[str, bool | None],
) -> bool | None:
    """Return the outcome of an expression, given the outcomes of the rules that it uses."""
    match expression:
        case And(parts):
            return _all(evaluate(part, partnership, vocabulary, decided) for part in parts)
        case Or(parts):
            return _not(_all(_not(evaluate(part, partnership, vocabulary, decided)) for part in parts))
        case AtLeast(number, parts):  # the number-th best of them decides
            outcomes = [evaluate(part, partnership, vocabulary, decided) for part in parts]
            return sorted(outcomes, key=(True, None, False).index)[number - 1]
        case Not(part):
            return _not(evaluate(part, partnership, vocabulary, decided))
        case Signal(rule):
            return decided[rule]
        case Known(quantity):
            return is_known(quantity, partnership, vocabulary)
        case Membership(quantity, options):
            fact = vocabulary.facts[quantity.of]
            found = bounds(quantity, partnership, vocabulary)
            return None if found is None else found[0] in {level(fact, option) for option in options}
        case Contains(quantity, option):
            said = [_chose(option, partnership.answer(*slot)) for slot in slots(quantity, vocabulary)]
            return _all(said) if quantity.view is View.EVERYBODY else _not(_all(map(_not, said)))
        case Beside(quantity, operator, other):
            one, another = (range_of(each, partnership, vocabulary) for each in (quantity, other))
            return _between(one, operator, another)
        case Quotient(quantity, by, operator, literal):
            one, another = (range_of(each, partnership, vocabulary) for each in (quantity, by))
            return _divided(one, another, operator, Fraction(Decimal(literal)))
        case Compared():
            return _compare(expression, partnership, vocabulary)
        case _:  # pragma: no cover - mypy proves that no form is left
            assert_never(expression)


def _chose(option: str, answer: object) -> bool | None:
    return option in answer.options if isinstance(answer, Chosen) else None


def _all(outcomes: Iterable[bool | None]) -> bool | None:
    is_unknown = False
    for outcome in outcomes:
        if outcome is False:
            return False
        is_unknown |= outcome is None
    return None if is_unknown else True


def _not(outcome: bool | None) -> bool | None:
    return None if outcome is None else not outcome


def _compare(comparison: Compared, partnership: Partnership, vocabulary: Vocabulary) -> bool | None:
    quantity = comparison.quantity
    fact = vocabulary.facts.get(quantity.of)
    if fact is not None and fact.kind is Kind.DATE:
        date = partnership.answer(quantity.of)
        if date is None:
            return None
        if quantity.view in MONTH_VIEWS:
            beyond = months_beyond(quantity.view, date, partnership.reference_date, int(comparison.literal))
            return _within((beyond, beyond), comparison.operator, 0)
        return (date == comparison.literal) is (comparison.operator is Operator.EQUAL)
    if quantity.view is View.CHOSEN:
        answer = partnership.answer(quantity.of, quantity.party)
        number = len(answer.options) if isinstance(answer, Chosen) else None
        return None if number is None else _within((number, number), comparison.operator, int(comparison.literal))
    found = bounds(quantity, partnership, vocabulary)
    return None if found is None else _within(found, comparison.operator, threshold(comparison.literal, fact))


def range_of(quantity: Quantity, partnership: Partnership, vocabulary: Vocabulary) -> Bounds | None:
    """Return between what a quantity lies, also where nothing is known of it; of a date the day, if it is known."""
    fact = vocabulary.facts.get(quantity.of)
    if fact is not None and fact.kind is Kind.DATE:
        date = partnership.answer(quantity.of)
        if date is None:
            return None
        far = -1 if fact.is_past else 10**9  # never is before all days that have been, and after all others
        return _exactly(date.toordinal() if isinstance(date, datetime.date) else far)
    return bounds(quantity, partnership, vocabulary) or _range(fact)


def _between(one: Bounds | None, operator: Operator, another: Bounds | None) -> bool | None:
    """Compare all that lies between some bounds with all that lies between others; None when the outcome differs."""
    if one is None or another is None:
        return None
    outcomes = {_within(one, operator, end) for end in (*another, min(max(one[0], another[0]), another[1]))}
    return outcomes.pop() if len(outcomes) == 1 else None


def _divided(one: Bounds | None, by: Bounds | None, operator: Operator, limit: Fraction) -> bool | None:
    """Compare every quotient of what lies between some bounds; None when it may be one of nothing, or differs."""
    assert one is not None
    assert by is not None
    if by[0] <= 0:
        return None
    return _within((Fraction(one[0]) / by[1], Fraction(one[1]) / by[0]), operator, limit)


def _within(found: Bounds, operator: Operator, limit: Number) -> bool | None:
    """Compare everything between two bounds with a limit: None when the outcome differs."""
    low, high = found
    match operator:
        case Operator.LESS:
            certain, possible = high < limit, low < limit
        case Operator.AT_MOST:
            certain, possible = high <= limit, low <= limit
        case Operator.EQUAL:
            certain, possible = low == high == limit, low <= limit <= high
        case Operator.MORE | Operator.AT_LEAST | Operator.NOT_EQUAL:
            return _not(_within(found, operator.opposite, limit))
        case _:  # pragma: no cover - mypy proves that no operator is left
            assert_never(operator)
    return True if certain else None if possible else False


def months_beyond(view: View, date: object, reference: datetime.date, months: int) -> int:
    """Return 1 when a date is further than so many months from the reference date, 0 when exactly so, else -1.

    ``nooit`` is infinitely far, before as well as after.
    """
    if not isinstance(date, datetime.date):
        return 1
    earlier, later = (date, reference) if view is View.MONTHS_SINCE else (reference, date)
    reached, day = add_months(earlier, months), add_months(later, 0)
    return (day > reached) - (day < reached)


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
    """Return what a quantity is compared with; without a fact type (averages, shares) it may have decimals."""
    if fact is not None and fact.decimals:
        return Fraction(Decimal(literal))
    if fact is not None and isinstance(literal, int | str):
        return level(fact, literal)
    return literal if isinstance(literal, int) else Fraction(Decimal(literal))


def _value(fact: FactType, answer: Answer) -> Number:
    """Return an answer as a number: one with decimals exactly as it is."""
    return Fraction(answer) if isinstance(answer, Decimal) else level(fact, answer)


def _range(fact: FactType | None) -> Bounds:
    least, greatest = fact.range if fact else SCALE
    parts = 10**fact.decimals if fact else 1
    return Fraction(least, parts), Fraction(greatest, parts)


def bounds(quantity: Quantity, partnership: Partnership, vocabulary: Vocabulary) -> Bounds | None:
    """Return the least and greatest value that a quantity can still have; None when nothing is known of it."""
    view = quantity.view
    if view is View.SHARE_ANSWERED:
        share = share_answered(quantity.of, partnership, vocabulary)
        return _exactly(share)
    if quantity.party:
        value = party_value(quantity.of, quantity.party, partnership, vocabulary)
        return None if value is None else _exactly(value)
    if view is View.ITSELF:
        fact = vocabulary.facts[quantity.of]
        shared = partnership.answer(quantity.of)
        return None if shared is None else _exactly(_value(fact, shared))
    values = [party_value(quantity.of, party, partnership, vocabulary) for party in vocabulary.parties]
    known: list[Number] = [value for value in values if value is not None]
    if not known:
        return None
    least, greatest = _range(vocabulary.facts.get(quantity.of))
    if view is View.DIFFERENCE:
        return _apart(known, len(values) - len(known), least, greatest)
    pick = min if view in (View.LOWEST, View.EVERYBODY) else max
    lows = [least if value is None else value for value in values]
    highs = [greatest if value is None else value for value in values]
    return pick(lows), pick(highs)


def _apart(known: list[Number], missing: int, least: Number, greatest: Number) -> Bounds:
    """Return how far the answers lie apart at the least and at the most: who is missing may say the extremes."""
    low, high = min(known), max(known)
    if not missing:
        return _exactly(high - low)
    return high - low, greatest - least if missing > 1 else max(greatest - low, high - least)


def _exactly(value: Number) -> Bounds:
    return value, value


def party_value(name: str, party: str, partnership: Partnership, vocabulary: Vocabulary) -> Number | None:
    """Return what a party answers on a fact type, or its average; None when that is unknown."""
    found = perceived(name, party, partnership, vocabulary)
    if found is None or isinstance(found, Fraction):
        return found
    return _value(vocabulary.facts[name], found)


def share_answered(party: str, partnership: Partnership, vocabulary: Vocabulary) -> Fraction:
    """Return which share (0 to 1) of the perceptions a party has answered."""
    asked = vocabulary.perceptions
    return Fraction(sum(partnership.answer(fact, party) is not None for fact in asked), len(asked))


def is_known(quantity: Quantity, partnership: Partnership, vocabulary: Vocabulary) -> bool:
    """Say whether the answer to a fact type (of a party) is there."""
    if quantity.party:
        return perceived(quantity.of, quantity.party, partnership, vocabulary) is not None
    return partnership.answer(quantity.of) is not None


_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def add_months(date: datetime.date, months: int) -> tuple[int, int]:
    """Return the day so many calendar months later, clamped to the end of its month.

    >>> add_months(datetime.date(2026, 1, 31), 1) == add_months(datetime.date(2026, 2, 28), 0)
    True
    """
    index = date.year * 12 + date.month - 1 + months
    year, month = divmod(index, 12)
    days = 29 if month == 1 and calendar.isleap(year) else _DAYS[month]
    return index, min(date.day, days)
