"""A partnership as one object of whole numbers, and cores on it as conditions that the C module of durable-rules reads.

What is read for each comparison is prepared here once for a ruleset. A number that is unknown is left out of the
object, so that no comparison on it holds.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any, assert_never

import attrs

from samenwerkadvies.grammar.tree import Operator
from samenwerkadvies.known import Known
from samenwerkadvies.meaning.core import (
    All,
    Answered,
    AnsweredCount,
    Core,
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
from samenwerkadvies.meaning.evaluate import answered, difference_of, is_earlier, months_beyond
from samenwerkadvies.vocabulary import GREATEST_COUNT, NEVER, Answer, Slot, Vocabulary

Numbers = Mapping[Answer, int]
"""Answers with the number of each."""
Lookup = tuple[str, Slot, Numbers | None]
"""The name of a property, the answer whose number it is, and those numbers; None: a number already."""
Reader = Callable[[Known, datetime.date], int | None]
"""Reads one number from what is known and the reference date; None: unknown."""

Condition = Mapping[str, Any]
"""A condition as the C module reads it."""

_SIGNS: Mapping[Operator, str] = {
    Operator.LESS: "$lt",
    Operator.AT_MOST: "$lte",
    Operator.MORE: "$gt",
    Operator.AT_LEAST: "$gte",
    Operator.NOT_EQUAL: "$neq",
}


@attrs.frozen
class _Months:
    """Whether a date is further than so many months away (1), exactly so far (0) or nearer (-1)."""

    slot: Slot
    direction: Direction
    months: int


@attrs.frozen
class _Count:
    """How many answers are there."""

    slots: tuple[Slot, ...]


@attrs.frozen
class _Held:
    """How many of some rules hold."""

    rules: tuple[str, ...]


_Property = Total | _Months | _Count | _Held | Yes | Never | Earlier | InForce | Undefined | Slot | str
"""One number in the object: of a choice the place of its option, of a rule its outcome, of a total what it is."""


_FARTHEST = 2 * GREATEST_COUNT
_YES: Numbers = {True: 1, False: 0}


class Properties:
    """The numbers that conditions use, each with a short name; they grow while conditions are written."""

    def __init__(self, vocabulary: Vocabulary, names: Mapping[_Property, str] | None = None) -> None:
        self._vocabulary = vocabulary
        self._names = dict(names or {})

    def __len__(self) -> int:
        return len(self._names)

    def copy(self) -> Properties:
        """Return a copy that can grow by itself."""
        return Properties(self._vocabulary, self._names)

    def outcomes(self) -> tuple[tuple[str, str], ...]:
        """Return the properties that are the outcome of a rule, each with the rule."""
        return tuple((name, found) for found, name in self._names.items() if isinstance(found, str))

    def held(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the properties that are how many of some rules hold, each with the rules."""
        return tuple((name, found.rules) for found, name in self._names.items() if isinstance(found, _Held))

    def lookups(self) -> tuple[Lookup, ...]:
        """Return the properties that are the number of one answer."""
        found = ((name, self._lookup(found)) for found, name in self._names.items())
        return tuple((name, *lookup) for name, lookup in found if lookup)

    def readers(self) -> tuple[tuple[str, Reader], ...]:
        """Return for each other property its name and what reads its number."""
        others = ((found, name) for found, name in self._names.items() if not isinstance(found, str | _Held))
        return tuple((name, self._reader(found)) for found, name in others if not self._lookup(found))

    def condition(self, core: Core, *, negate: bool = False) -> Condition:
        """Write a core, or its opposite, as a condition of the C module.

        Of ``Enough`` the parts are outcomes of rules, each true where it is there; it is never negated.
        """
        match core:
            case All(parts) | Some(parts):
                word = "$and" if isinstance(core, All) is not negate else "$or"
                return _group(word, [self.condition(part, negate=negate) for part in parts])
            case Enough(number, parts):
                held = _Held(tuple(part.rule for part in parts if isinstance(part, Outcome)))
                return self._compared(held, Operator.AT_LEAST, number)
            case Negation(part):
                return self.condition(part, negate=not negate)
            case OneOf(slot, options):
                places = self._vocabulary.parts[slot[0]].options
                tests = [
                    self._compared(slot, Operator.EQUAL, places.index(option), negate=negate) for option in options
                ]
                return _group("$and" if negate else "$or", tests)
            case Outcome(rule):
                return self._compared(rule, Operator.EQUAL, int(not negate))
            case Yes() | Never() | Earlier() | InForce() | Undefined():
                return self._compared(core, Operator.EQUAL, int(not negate))
            case Answered(slots):
                return self._compared(_Count(slots), Operator.EQUAL, len(slots), negate=negate)
            case AnsweredCount(slots, operator, limit):
                return self._compared(_Count(slots), operator, limit, negate=negate)
            case Total(_, operator, limit):
                return self._compared(
                    attrs.evolve(core, operator=Operator.EQUAL, limit=0), operator, limit, negate=negate
                )
            case Reached(slot, direction, months, is_passed):
                return self._compared(
                    _Months(slot, direction, months), Operator.AT_LEAST, int(is_passed), negate=negate
                )
            case _:  # pragma: no cover - mypy proves that no form is left
                assert_never(core)

    def _compared(self, found: _Property, operator: Operator, limit: int, *, negate: bool = False) -> Condition:
        name = self._names.setdefault(found, f"p{len(self._names)}")
        sign = _SIGNS.get(operator.opposite if negate else operator)
        return {sign: {name: limit}} if sign else {name: limit}

    def _lookup(self, found: _Property) -> tuple[Slot, Numbers | None] | None:
        match found:
            case Total((slot,), _, _, ()):
                return slot, None
            case Yes(slot):
                return slot, _YES
            case (name, _):
                return found, {option: place for place, option in enumerate(self._vocabulary.parts[name].options)}
            case _:
                return None

    def _reader(self, found: _Property) -> Reader:
        match found:
            case Total():
                difference = difference_of(found)
                return lambda known, _: _within_reach(difference(known))
            case _Months(slot, direction, months):
                return lambda known, day: (
                    None if (date := known.get(slot)) is None else months_beyond(direction, date, day, months)
                )
            case Earlier(day, other):
                return lambda known, _: None if (found := is_earlier(day, other, known)) is None else int(found)
            case _Count(slots):
                return lambda known, _: answered(slots, known)
            case Never(slot):
                return lambda known, _: None if (answer := known.get(slot)) is None else int(answer == NEVER)
            case InForce(validity):
                return lambda _, day: int(validity.includes(day))
            case Undefined():
                return lambda _, __: None
            case _:  # pragma: no cover - the others are looked up
                raise AssertionError(found)


def _within_reach(number: int | None) -> int | None:
    """Return a number as the C module can have it; what lies further is told by no limit from what lies there."""
    if number is None or -_FARTHEST <= number <= _FARTHEST:  # nearly always
        return number
    return _FARTHEST if number > 0 else -_FARTHEST


def _group(word: str, conditions: Sequence[Condition]) -> Condition:
    """Join conditions without needless groups inside each other."""
    if len(conditions) == 1:
        return conditions[0]
    return {word: [inner for condition in conditions for inner in condition.get(word, [condition])]}


def groups(core: Core) -> int:
    """Return how many groups the condition of a core has, at the most."""
    match core:
        case All(parts) | Some(parts):
            return 1 + sum(map(groups, parts))
        case Negation(part):
            return groups(part)
        case OneOf(_, options):
            return int(len(options) > 1)
        case _:
            return 0
