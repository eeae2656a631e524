"""A partnership as one object of whole numbers, and conditions on it as the C module of durable-rules reads them.

What the reference engine works out for each comparison anew, is prepared here once for a ruleset.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, assert_never

import attrs

from samenwerkadvies.engines.quantities import slots, threshold
from samenwerkadvies.engines.reference import months_beyond
from samenwerkadvies.language.tree import (
    MONTH_VIEWS,
    PARTY_VIEWS,
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
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.vocabulary import NEVER, PARTIES, SCALE, FactType, Kind, Vocabulary, level

Reader = Callable[[Partnership, Mapping[str, bool | None]], int | None]
"""Reads one number from a partnership and the rules decided so far; None leaves it out of the object,
so that no comparison on it holds."""


@attrs.frozen
class _Property:
    """One number in the object that stands for a partnership."""

    quantity: Quantity | str
    """A quantity, or the rule whose outcome it is."""
    side: int = 0
    """For a quantity that may be partly known: 0 for its least, 1 for its greatest possible value."""
    scale: int = 1
    """What it is multiplied by, to be a whole number."""
    months: int | None = None
    """For a date: compared with so many months."""
    is_known: bool = False


def _is_date(quantity: Quantity, vocabulary: Vocabulary) -> bool:
    fact = vocabulary.facts.get(quantity.of)
    return fact is not None and fact.kind is Kind.DATE


_PARTLY_KNOWN = (View.LOWEST, View.HIGHEST, View.EITHER)
Condition = Mapping[str, Any]
"""A condition as the C module reads it."""


class Properties:
    """The properties that conditions use, each with a short name; they grow while conditions are written."""

    def __init__(self, vocabulary: Vocabulary, names: Mapping[_Property, str] | None = None) -> None:
        self._vocabulary = vocabulary
        self._names = dict(names or {})

    def __len__(self) -> int:
        return len(self._names)

    def copy(self) -> Properties:
        """Return a copy that can grow by itself."""
        return Properties(self._vocabulary, self._names)

    def readers(self) -> tuple[tuple[str, Reader], ...]:
        """Return for each property its name and what reads its number."""
        return tuple((name, _reader(prop, self._vocabulary)) for prop, name in self._names.items())

    def _name(self, prop: _Property) -> str:
        return self._names.setdefault(prop, f"p{len(self._names)}")

    def condition(self, expression: Expression) -> Condition:
        """Write an expression in negation normal form as a condition of the C module."""
        match expression:
            case And(parts):
                return _group("$and", [self.condition(part) for part in parts])
            case Or(parts):
                return _group("$or", [self.condition(part) for part in parts])
            case Not(Membership() as membership):
                return _group("$and", [{"$neq": test} for test in self._tests(membership)])
            case Membership():
                return _group("$or", self._tests(expression))
            case Not(Known() | Signal() as leaf):
                return self._flag(leaf, 0)
            case Known() | Signal():
                return self._flag(expression, 1)
            case Comparison():
                return self._comparison(expression)
            case Not():  # pragma: no cover - negation normal form has no other
                raise AssertionError(expression)
            case _:  # pragma: no cover - mypy proves that no form is left
                assert_never(expression)

    def _tests(self, membership: Membership) -> list[Condition]:
        fact = self._vocabulary.facts[membership.quantity.of]
        name = self._name(_Property(_plain(membership.quantity)))
        return [{name: level(fact, option)} for option in membership.options]

    def _flag(self, leaf: Known | Signal, value: int) -> Condition:
        subject = leaf.rule if isinstance(leaf, Signal) else _plain(leaf.quantity)
        return {self._name(_Property(subject, is_known=isinstance(leaf, Known))): value}

    def _comparison(self, comparison: Comparison) -> Condition:
        quantity, operator, literal = _plain(comparison.quantity), comparison.operator, comparison.literal
        if quantity.view in MONTH_VIEWS:
            name = self._name(_Property(quantity, months=int(literal)))
            return _bounded(operator, name, name, 0, 0)
        if _is_date(quantity, self._vocabulary):
            name = self._name(_Property(quantity))
            return _bounded(operator, name, name, 1, 1)
        average = self._vocabulary.averages.get(quantity.of)
        scale = len(average.parts) if average else 1
        if quantity.view is View.SHARE_ANSWERED:
            scale = len(self._vocabulary.perceptions)
        low = self._name(_Property(quantity, 0, scale))
        high = self._name(_Property(quantity, 1, scale)) if quantity.view in _PARTLY_KNOWN else low
        limit = threshold(literal, self._vocabulary.facts.get(quantity.of)) * scale
        return _bounded(operator, low, high, math.floor(limit), math.ceil(limit))


def _plain(quantity: Quantity) -> Quantity:
    """Return a quantity as a key: equal quantities at other places in a file are one property."""
    return Quantity(quantity.of, quantity.view)


def _group(word: str, conditions: Sequence[Condition]) -> Condition:
    """Join conditions without needless groups inside each other."""
    if len(conditions) == 1:
        return conditions[0]
    return {word: [inner for condition in conditions for inner in condition.get(word, [condition])]}


def groups(expression: Expression) -> int:
    """Return how many groups the condition of an expression (in negation normal form) has, at the most."""
    match expression:
        case And(parts) | Or(parts):
            return 1 + sum(map(groups, parts))
        case Not(part):
            return groups(part)
        case Membership(_, options):
            return int(len(options) > 1)
        case Comparison(quantity, operator):
            is_equality = operator in (Operator.EQUAL, Operator.NOT_EQUAL)
            return int(is_equality and quantity.view in _PARTLY_KNOWN)
        case Known() | Signal():
            return 0
        case _:  # pragma: no cover - mypy proves that no form is left
            assert_never(expression)


def _bounded(operator: Operator, low: str, high: str, floor: int, ceiling: int) -> Condition:
    """Compare everything between two properties with a limit between floor and ceiling (the same for an equality)."""
    match operator:
        case Operator.LESS:
            return {"$lt": {high: ceiling}}
        case Operator.AT_MOST:
            return {"$lte": {high: floor}}
        case Operator.MORE:
            return {"$gt": {low: floor}}
        case Operator.AT_LEAST:
            return {"$gte": {low: ceiling}}
        case Operator.EQUAL if low == high:
            return {low: floor}
        case Operator.NOT_EQUAL if low == high:
            return {"$neq": {low: floor}}
        case Operator.EQUAL:
            return {"$and": [{"$gte": {low: floor}}, {"$lte": {high: floor}}]}
        case Operator.NOT_EQUAL:
            return {"$or": [{"$lt": {high: floor}}, {"$gt": {low: floor}}]}
        case _:  # pragma: no cover - mypy proves that no operator is left
            assert_never(operator)


# --- reading the numbers -------------------------------------------------------------------------------


def _reader(prop: _Property, vocabulary: Vocabulary) -> Reader:
    quantity = prop.quantity
    if isinstance(quantity, str):
        return lambda _, decided: None if (outcome := decided.get(quantity)) is None else int(outcome)
    if prop.is_known:
        needed = tuple(slots(quantity, vocabulary))
        return lambda partnership, _: int(all(partnership.answer(*slot) is not None for slot in needed))
    if quantity.view is View.SHARE_ANSWERED:
        asked = vocabulary.perceptions
        return lambda partnership, _: sum(partnership.answer(fact, quantity.of) is not None for fact in asked)
    if _is_date(quantity, vocabulary):
        return _date_reader(quantity, prop.months)
    read = _quantity_reader(quantity, prop.side, vocabulary)
    return lambda partnership, _: read(partnership)


def _date_reader(quantity: Quantity, months: int | None) -> Reader:
    def read(partnership: Partnership, _: Mapping[str, bool | None]) -> int | None:
        date = partnership.answer(quantity.of)
        if date is None or months is None:
            return None if date is None else int(date == NEVER)
        return months_beyond(quantity.view, date, partnership.reference_date, months)

    return read


def _quantity_reader(quantity: Quantity, side: int, vocabulary: Vocabulary) -> Callable[[Partnership], int | None]:
    """Read a quantity, or one of the two bounds between which it lies."""
    if (party := PARTY_VIEWS.get(quantity.view)) or quantity.view is View.ITSELF:
        return _answer_reader(quantity.of, party, vocabulary)
    first, second = (_answer_reader(quantity.of, each, vocabulary) for each in PARTIES)
    average = vocabulary.averages.get(quantity.of)
    bounds = [bound * len(average.parts) for bound in SCALE] if average else vocabulary.facts[quantity.of].range
    unknown, pick = bounds[side], min if quantity.view is View.LOWEST else max
    is_difference = quantity.view is View.DIFFERENCE

    def read(partnership: Partnership) -> int | None:
        one, other = first(partnership), second(partnership)
        if one is not None and other is not None:
            return abs(one - other) if is_difference else pick(one, other)
        if is_difference or (one is None and other is None):
            return None
        return pick(unknown if one is None else one, unknown if other is None else other)

    return read


def _answer_reader(name: str, party: str | None, vocabulary: Vocabulary) -> Callable[[Partnership], int | None]:
    """Read the answer of a party (or the shared one) as a level; for an average the sum of its parts."""
    average = vocabulary.averages.get(name)
    if average is not None:
        parts = tuple(_answer_reader(part, party, vocabulary) for part in average.parts)

        def total(partnership: Partnership) -> int | None:
            scores = [read(partnership) for read in parts]
            return None if None in scores else sum(score for score in scores if score is not None)

        return total
    levels = _levels(vocabulary.facts[name])
    return lambda partnership: levels(partnership.answer(name, party))


def _levels(fact: FactType) -> Callable[[object], int | None]:
    if fact.kind is Kind.CHOICE:
        return {option: place for place, option in enumerate(fact.options)}.get  # type: ignore[return-value]  # options only
    if fact.kind is Kind.YES_NO:
        return {True: 1, False: 0}.get  # type: ignore[return-value]  # yes, no or nothing
    return lambda answer: answer  # type: ignore[return-value]  # counts and scores are whole numbers
