"""Values of the library as lists for JSON, and back: the same values, whole.

A list stands for a value: the number of its form, and its parts. Texts, whole numbers, true, false and None stand for
themselves. Nothing can be made but values of the forms that are known here.
"""

from __future__ import annotations

import datetime
import enum
import functools
import itertools
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import NoneType
from typing import Any

import attrs
import msgspec

from samenwerkadvies import citations, errors, extension, facts, policy, rule, ruleset, thresholds, validity, vocabulary
from samenwerkadvies.frozen import FrozenDict
from samenwerkadvies.grammar import tree

_MODULES = (citations, errors, extension, facts, policy, rule, ruleset, thresholds, tree, validity, vocabulary)
_THEMSELVES = frozenset({str, int, bool, NoneType})


@attrs.frozen
class _Form:
    """How a value of some class falls into parts, and is made of them."""

    parts: Callable[[Any], Iterable[Any]]
    make: Callable[..., Any]
    fields: tuple[str, ...] = ()


def _text(value: object) -> tuple[str]:
    return (str(value),)


def _mapping(*parts: Any) -> FrozenDict[Any, Any]:
    return FrozenDict.of_frozen(dict(zip(parts[::2], parts[1::2], strict=True)))


def _form_of(wanted: type) -> _Form | None:
    if issubclass(wanted, enum.Enum):
        return _Form(lambda member: (member.value,), wanted)
    if issubclass(wanted, msgspec.Struct):
        return _with_fields(tuple(wanted.__struct_fields__), wanted)
    if not attrs.has(wanted):
        return None
    fields = attrs.fields(wanted)
    make = _by_name(wanted, [field.alias for field in fields]) if any(field.kw_only for field in fields) else wanted
    return _with_fields(tuple(field.name for field in fields), make)


def _with_fields(names: tuple[str, ...], make: Callable[..., Any]) -> _Form:
    return _Form(lambda value: [getattr(value, name) for name in names], make, names)


def _by_name(wanted: Callable[..., Any], names: Iterable[str]) -> Callable[..., Any]:
    return lambda *parts: wanted(**dict(zip(names, parts, strict=True)))


@functools.cache
def _forms() -> Mapping[type, _Form]:
    found = {
        tuple: _Form(iter, lambda *parts: parts),
        frozenset: _Form(sorted, lambda *parts: frozenset(parts)),
        FrozenDict: _Form(lambda content: itertools.chain.from_iterable(content.items()), _mapping),
        Decimal: _Form(_text, Decimal),
        Fraction: _Form(_text, Fraction),
        datetime.date: _Form(_text, datetime.date.fromisoformat),
    }
    for module in _MODULES:
        for each in vars(module).values():
            if isinstance(each, type) and each not in found and (form := _form_of(each)):
                found[each] = form
    return found


def to_lists(value: object) -> dict[str, Any]:
    """Return a value as what JSON can hold.

    Raises:
        TypeError: for a value of another form, in it too.
    """
    numbers: dict[type, int] = {}

    def written(value: object) -> object:
        kind = type(value)
        if kind in _THEMSELVES:
            return value
        if kind not in _forms():
            raise TypeError(f"{value!r} cannot be written as lists")
        number = numbers.setdefault(kind, len(numbers))
        return [number, *map(written, _forms()[kind].parts(value))]

    found = written(value)
    return {"forms": [_told(kind) for kind in numbers], "value": found}


def from_lists(document: Mapping[str, Any]) -> Any:
    """Return the value that was written.

    Raises:
        ValueError: when something in it has another form here.
    """
    makers = {tuple(_told(kind)): form.make for kind, form in _forms().items()}
    forms = [*map(tuple, document["forms"])]
    if unknown := [form for form in forms if form not in makers]:
        raise ValueError(f"{unknown[0][0]} has another form here")
    make = [makers[form] for form in forms]
    texts: dict[Any, str] = {}

    def made(written: Any) -> Any:
        if type(written) is str:
            return texts.setdefault(written, written)  # one for all who say the same
        if type(written) is not list:
            return written
        number, *parts = written
        return make[number](*[made(part) for part in parts])

    return made(document["value"])


def _told(kind: type) -> list[str]:
    """Return which form it is: the class and its fields."""
    return [f"{kind.__module__}.{kind.__qualname__}", *_forms()[kind].fields]
