"""Values of the library as plain lists for JSON, and back: the same values, whole.

A list stands for a value: the number of its kind, and its parts. Texts, whole numbers, true, false and None stand for
themselves. Nothing can be made but values of the kinds that are named here.
"""

from __future__ import annotations

import datetime
import enum
import functools
import itertools
from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import NoneType
from typing import Any, NamedTuple

import attrs
import msgspec

from samenwerkadvies import citations, errors, extension, facts, policy, rule, ruleset, thresholds, validity, vocabulary
from samenwerkadvies.frozen import FrozenDict
from samenwerkadvies.grammar import tree

_HOMES = (citations, errors, extension, facts, policy, rule, ruleset, thresholds, tree, validity, vocabulary)
_THEMSELVES = frozenset({str, int, bool, NoneType})


class _Kind(NamedTuple):
    """How a value falls into parts, and is made of them."""

    parts: Callable[[Any], Iterable[Any]]
    make: Callable[..., Any]


def _text(value: object) -> tuple[str]:
    return (str(value),)


def _mapping(*parts: Any) -> FrozenDict[Any, Any]:
    return FrozenDict.of_frozen(dict(zip(parts[::2], parts[1::2], strict=True)))


def _kind_of(wanted: type) -> _Kind | None:
    if issubclass(wanted, enum.Enum):
        return _Kind(lambda member: (member.value,), wanted)
    if issubclass(wanted, msgspec.Struct):
        return _with_fields(wanted.__struct_fields__, wanted)
    if not attrs.has(wanted):
        return None
    fields = attrs.fields(wanted)
    make = _by_name(wanted, [field.alias for field in fields]) if any(field.kw_only for field in fields) else wanted
    return _with_fields([field.name for field in fields], make)


def _with_fields(names: Collection[str], make: Callable[..., Any]) -> _Kind:
    return _Kind(lambda value: [getattr(value, name) for name in names], make)


def _by_name(wanted: Callable[..., Any], names: Collection[str]) -> Callable[..., Any]:
    return lambda *parts: wanted(**dict(zip(names, parts, strict=True)))


@functools.cache
def _kinds() -> Mapping[type, _Kind]:
    found = {
        tuple: _Kind(iter, lambda *parts: parts),
        frozenset: _Kind(sorted, lambda *parts: frozenset(parts)),
        FrozenDict: _Kind(lambda content: itertools.chain.from_iterable(content.items()), _mapping),
        Decimal: _Kind(_text, Decimal),
        Fraction: _Kind(_text, Fraction),
        datetime.date: _Kind(_text, datetime.date.fromisoformat),
    }
    for home in _HOMES:
        for each in vars(home).values():
            if isinstance(each, type) and each not in found and (kind := _kind_of(each)):
                found[each] = kind
    return found


def to_plain(value: object) -> dict[str, Any]:
    """Return a value as what JSON can hold.

    Raises:
        TypeError: for a value of another kind, in it too.
    """
    numbers: dict[type, int] = {}

    def plain(value: object) -> object:
        kind = type(value)
        if kind in _THEMSELVES:
            return value
        if kind not in _kinds():
            raise TypeError(f"{value!r} cannot be written as plain lists")
        number = numbers.setdefault(kind, len(numbers))
        return [number, *map(plain, _kinds()[kind].parts(value))]

    written = plain(value)
    return {"kinds": [_name(kind) for kind in numbers], "value": written}


def from_plain(document: Mapping[str, Any]) -> Any:
    """Return the value that was written."""
    by_name = {_name(kind): how.make for kind, how in _kinds().items()}
    makers = [by_name[name] for name in document["kinds"]]
    texts: dict[Any, str] = {}

    def made(written: Any) -> Any:
        if type(written) is str:
            return texts.setdefault(written, written)  # one for all who say the same
        if type(written) is not list:
            return written
        number, *parts = written
        return makers[number](*[made(part) for part in parts])

    return made(document["value"])


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"
