"""Answers that are written exactly as they are kept, as programs give them: read at once, without a second look.

What is read here is what ``answers`` reads as well. Everything else, right or wrong, is left to it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from samenwerkadvies.dates import EARLIEST, LATEST
from samenwerkadvies.facts import NEVER, UNKNOWN, Answer, Chosen, FactType, Kind
from samenwerkadvies.frozen import FrozenDict

ExactReader = Callable[[object, datetime.date | None], Answer | FrozenDict[str, Answer] | None]
"""Reads an answer, or the answers of the parties, at a reference date; None for what needs a second look."""

_One = Callable[[object, datetime.date | None], Answer | None]
_ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_KEPT = 64
"""Answers of all parties to one question that are kept, so that equal ones are one value."""


def exact_reader(fact: FactType) -> ExactReader:
    """Return what reads the answers to a fact type."""
    one = _reader_of_one(fact)
    parties = [party for party in fact.parties if party is not None]
    return _reader_of_parties(parties, _TYPES[fact.kind], one) if parties else one


def _reader_of_one(fact: FactType) -> _One:
    match fact.kind:
        case Kind.YES_NO:
            return lambda raw, _: raw if raw is True or raw is False else None
        case Kind.COUNT if fact.decimals:  # written in several ways
            return lambda _, __: None
        case Kind.COUNT | Kind.SCALE:
            low, high = fact.range
            return lambda raw, _: raw if type(raw) is int and low <= raw <= high else None
        case Kind.CHOICE:
            options = {option: option for option in fact.options if option != UNKNOWN}
            return lambda raw, _: options.get(raw) if type(raw) is str else None
        case Kind.CHOICES:  # of which the order is the declared one
            return lambda _, __: None
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


_TYPES: Mapping[Kind, type] = {
    Kind.YES_NO: bool,
    Kind.COUNT: int,
    Kind.SCALE: int,
    Kind.CHOICE: str,
    Kind.CHOICES: Chosen,
}
"""How an answer is kept; there are no days of each party."""


def _reader_of_parties(parties: Sequence[str], kind: type, one: _One) -> ExactReader:
    number, in_order, own = len(parties), tuple(parties), {party: party for party in parties}
    kept: dict[tuple[object, ...], FrozenDict[str, Answer]] = {}

    def read(raw: object, _: datetime.date | None) -> FrozenDict[str, Answer] | None:
        if not (type(raw) is dict or type(raw) is FrozenDict):
            return None
        if len(raw) != number:
            return of_some(raw) if 0 < len(raw) < number else None
        if (*raw,) != in_order:
            return of_some(raw)
        answers = (*raw.values(),)
        for answer in answers:
            if type(answer) is not kind:
                return None
        found = kept.get(answers)
        return of_all(answers) if found is None else found

    def of_some(raw: Mapping[Any, object]) -> FrozenDict[str, Answer] | None:
        """Read the answers of some parties, or of all in another order."""
        read: dict[str, Answer] = {}
        for party, answer in raw.items():
            known = one(answer, None) if isinstance(party, str) and party in own else None
            if known is None:
                return None
            read[own[party]] = known
        return FrozenDict.of_frozen({party: read[party] for party in parties if party in read})

    def of_all(answers: tuple[object, ...]) -> FrozenDict[str, Answer] | None:
        read: dict[str, Answer] = {}
        for party, answer in zip(parties, answers, strict=True):
            known = one(answer, None)
            if known is None:
                return None
            read[party] = known
        made: FrozenDict[str, Answer] = FrozenDict.of_frozen(read)
        if len(kept) < _MOST_KEPT:
            kept[answers] = made
        return made

    return read
