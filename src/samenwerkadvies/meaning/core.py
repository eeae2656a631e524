"""The core: what a rule means, as comparisons of single answers. Everything that computes reads it.

Every view of two parties, average, share and number of months of the language is written out in it (``elaborate``). An
outcome is true, false or unknown (Kleene's logic), as is that of every part.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterator

import attrs

from samenwerkadvies.grammar.tree import Operator
from samenwerkadvies.validity import Validity
from samenwerkadvies.vocabulary import Slot


class Direction(enum.Enum):
    """Which way months are counted from a date."""

    SINCE = "since"
    """How long ago it is: date + months, against the reference date."""
    UNTIL = "until"
    """How far it is ahead: reference date + months, against the date."""


@attrs.frozen(cache_hash=True)
class All:
    """Every part holds."""

    parts: tuple[Core, ...]


@attrs.frozen(cache_hash=True)
class Some:
    """At least one part holds."""

    parts: tuple[Core, ...]


@attrs.frozen(cache_hash=True)
class Enough:
    """At least so many parts hold: not so as soon as too few still can."""

    number: int
    parts: tuple[Core, ...]


@attrs.frozen(cache_hash=True)
class Negation:
    """The part does not hold."""

    part: Core


@attrs.frozen(cache_hash=True)
class Outcome:
    """The outcome of another rule, of an earlier stratum."""

    rule: str


@attrs.frozen(cache_hash=True)
class Yes:
    """The answer is yes; of options that are chosen together: this one is."""

    slot: Slot


@attrs.frozen(cache_hash=True)
class OneOf:
    """The answer is one of some options."""

    slot: Slot
    options: tuple[str, ...]


@attrs.frozen(cache_hash=True)
class Total:
    """The numbers ``plus``, less the numbers ``minus``, compared with a whole number; unknown if one of them is.

    A yes counts as one. Each number is in its smallest unit, and counts ``times``: so often those of ``plus``, so often
    those of ``minus``.
    """

    plus: tuple[Slot, ...]
    operator: Operator
    limit: int
    minus: tuple[Slot, ...] = ()
    times: tuple[int, int] = (1, 1)


@attrs.frozen(cache_hash=True)
class Never:
    """The date never came."""

    slot: Slot


@attrs.frozen(cache_hash=True)
class Reached:
    """So many calendar months lie between a date and the reference date, or more than that; never is further still.

    SINCE: date + months <= reference date; UNTIL: reference date + months <= date; ``is_passed``: strictly.
    """

    slot: Slot
    direction: Direction
    months: int
    is_passed: bool


@attrs.frozen(cache_hash=True)
class Day:
    """The date that somebody answers; where it never came, a day before all others or after them."""

    slot: Slot
    never: datetime.date

    def of(self, answer: object) -> datetime.date:
        """Return the day that an answer counts as."""
        return answer if isinstance(answer, datetime.date) else self.never


@attrs.frozen(cache_hash=True)
class Earlier:
    """One day lies before another one; unknown where one of them is."""

    day: Day
    other: Day


@attrs.frozen(cache_hash=True)
class Answered:
    """All these answers are there."""

    slots: tuple[Slot, ...]


@attrs.frozen(cache_hash=True)
class AnsweredCount:
    """How many of these answers are there, compared with a whole number."""

    slots: tuple[Slot, ...]
    operator: Operator
    limit: int


@attrs.frozen(cache_hash=True)
class InForce:
    """The rule is in force on the reference date; that is always known."""

    validity: Validity


@attrs.frozen(cache_hash=True)
class Undefined:
    """What nobody can say, whatever is answered: always unknown."""


Core = (
    All
    | Some
    | Enough
    | Negation
    | Outcome
    | Yes
    | OneOf
    | Total
    | Never
    | Reached
    | Earlier
    | Answered
    | AnsweredCount
    | InForce
    | Undefined
)
"""A tree of these."""


def parts_of(core: Core) -> Iterator[Core]:
    """Yield the comparisons and outcomes of which a tree is made, from left to right."""
    match core:
        case All(parts) | Some(parts) | Enough(_, parts):
            for part in parts:
                yield from parts_of(part)
        case Negation(part):
            yield from parts_of(part)
        case _:
            yield core


def conjuncts_of(core: Core) -> Iterator[Core]:
    """Yield what must all hold for a tree to hold."""
    if isinstance(core, All):
        for part in core.parts:
            yield from conjuncts_of(part)
    else:
        yield core


def slots_of(core: Core) -> Iterator[Slot]:
    """Yield the answers without which a tree itself may be undecided; whether an answer is there is always known."""
    for part in parts_of(core):
        if not isinstance(part, Answered | AnsweredCount):
            yield from looked_at(part)


def looked_at(core: Core) -> Iterator[Slot]:
    """Yield the answers at which a tree itself looks, also where only counts whether they are there."""
    for part in parts_of(core):
        match part:
            case Total(plus, _, _, minus):
                yield from (*plus, *minus)
            case Yes(slot) | OneOf(slot) | Never(slot) | Reached(slot):
                yield slot
            case Earlier(day, other):
                yield from (day.slot, other.slot)
            case Answered(slots) | AnsweredCount(slots):
                yield from slots


def asks_what_is_known(core: Core) -> bool:
    """Say whether a tree itself is about answers that are there or not, rather than about what they say."""
    return any(isinstance(part, Answered | AnsweredCount) for part in parts_of(core))


def pushed_inward(core: Core, *, negate: bool = False) -> Core:
    """Return the same with negations only of single comparisons and outcomes."""
    match core:
        case Negation(part):
            return pushed_inward(part, negate=not negate)
        case All(parts) | Some(parts):
            pushed = tuple(pushed_inward(part, negate=negate) for part in parts)
            return (All if isinstance(core, All) is not negate else Some)(pushed)
        case Enough(number, parts):
            pushed = tuple(pushed_inward(part, negate=negate) for part in parts)
            return Enough(len(parts) - number + 1 if negate else number, pushed)
        case _:
            return Negation(core) if negate else core
