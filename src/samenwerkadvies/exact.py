"""Answers that are written exactly as they are kept, as programs give them: read at once, without a second look.

What is read here is what ``answers`` reads as well. Everything else, right or wrong, is left to it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping

from samenwerkadvies.dates import EARLIEST, LATEST
from samenwerkadvies.facts import NEVER, PARTIES, UNKNOWN, Answer, FactType, Kind, is_party
from samenwerkadvies.frozen import FrozenDict

ExactReader = Callable[[object, datetime.date | None], Answer | FrozenDict[str, Answer] | None]
"""Reads an answer, or the answers of the parties, at a reference date; None for what needs a second look."""

_One = Callable[[object, datetime.date | None], Answer | None]
_ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_KEPT = 64
"""Pairs of answers to one question that are kept, so that equal ones are one value."""


def exact_reader(fact: FactType) -> ExactReader:
    """Return what reads the answers to a fact type."""
    one = _reader_of_one(fact)
    return _reader_of_parties(_TYPES[fact.kind], one) if fact.is_perception else one


def _reader_of_one(fact: FactType) -> _One:
    match fact.kind:
        case Kind.YES_NO:
            return lambda raw, _: raw if raw is True or raw is False else None
        case Kind.COUNT | Kind.SCALE:
            low, high = fact.range
            return lambda raw, _: raw if type(raw) is int and low <= raw <= high else None
        case Kind.CHOICE:
            options = {option: option for option in fact.options if option != UNKNOWN}
            return lambda raw, _: options.get(raw) if type(raw) is str else None
        case Kind.DATE:
            return _reader_of_date(fact)


def _reader_of_date(fact: FactType) -> _One:
    may_be_never, is_past = fact.may_be_never, fact.is_past

    def read(raw: object, reference_date: datetime.date | None) -> Answer | None:
        if type(raw) is str:
            if may_be_never and raw == NEVER:
                return NEVER
            day = _day(raw)
        else:
            day = raw if type(raw) is datetime.date else None
        latest = reference_date if is_past and reference_date else LATEST
        return day if day is not None and EARLIEST <= day <= latest <= LATEST else None

    return read


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:
        return None


_TYPES: Mapping[Kind, type] = {Kind.YES_NO: bool, Kind.COUNT: int, Kind.SCALE: int, Kind.CHOICE: str}
"""How an answer is kept; there are no days of each party."""


def _reader_of_parties(kind: type, one: _One) -> ExactReader:
    first, second = PARTIES
    kept: dict[tuple[object, object], FrozenDict[str, Answer]] = {}

    def read(raw: object, _: datetime.date | None) -> FrozenDict[str, Answer] | None:
        if not (type(raw) is dict or type(raw) is FrozenDict):
            return None
        if len(raw) != len(PARTIES):
            return of_one(*raw.items()) if len(raw) == 1 else None
        (party, left), (other, right) = raw.items()
        if not (type(party) is str and type(other) is str and type(left) is kind and type(right) is kind):
            return None
        if party == second:
            party, left, other, right = other, right, party, left
        if party != first or other != second:
            return None
        found = kept.get((left, right))
        return of_both(left, right) if found is None else found

    def of_one(entry: tuple[object, object]) -> FrozenDict[str, Answer] | None:
        party, answer = entry
        read = one(answer, None) if is_party(party) else None
        return None if read is None else FrozenDict.of_frozen({PARTIES[PARTIES.index(party)]: read})

    def of_both(left: object, right: object) -> FrozenDict[str, Answer] | None:
        answers = one(left, None), one(right, None)
        if answers[0] is None or answers[1] is None:
            return None
        made: FrozenDict[str, Answer] = FrozenDict.of_frozen({first: answers[0], second: answers[1]})
        if len(kept) < _MOST_KEPT:
            kept[left, right] = made
        return made

    return read
