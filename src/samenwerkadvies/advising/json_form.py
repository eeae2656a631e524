"""Values of this package as JSON and back: written through msgspec, read through cattrs; nothing is coerced."""

from __future__ import annotations

import functools
import itertools
import json
import math
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, TypeVar, get_args, get_origin

import attrs
import msgspec

from samenwerkadvies.advising.contents import LEFT_OUT, PlainFacts
from samenwerkadvies.advising.json_checks import unfit_parts
from samenwerkadvies.errors import MOST_PROBLEMS, InvalidAssessmentError
from samenwerkadvies.vocabulary import PARTIES

T = TypeVar("T")


def to_json(value: object, indent: int | None = None) -> str:
    """Return a value of this package as JSON on one line, or, with an indent, on many."""
    return msgspec.json.format(_encoded(value), indent=indent or 0).decode()


def to_plain(value: object) -> dict[str, Any]:
    """Return a value of this package as plain dicts, lists, texts, numbers and booleans."""
    made: dict[str, Any] = msgspec.json.decode(_encoded(value))
    return made


def _encoded(value: object) -> bytes:
    return msgspec.json.encode(_written(value))


def _written(value: Any) -> object:
    """Return what msgspec writes for a value: of the values that leave out fields those that stay, as a dict."""
    if type(value) is tuple:
        return [*map(_written, value)]
    kind: Any = type(value)
    form = _form(kind)
    return form.written(value) if form else value


@attrs.frozen
class _Form:
    """How a value of one type becomes a dict of its fields."""

    names: tuple[str, ...]
    values_of: Callable[[object], tuple[object, ...]]
    nested: tuple[str, ...]
    """The fields that hold values of this package."""
    left_out: tuple[tuple[str, object], ...]
    """The fields that can be left out, with the value with which they are."""

    def written(self, value: object) -> dict[str, object]:
        found = dict(zip(self.names, self.values_of(value), strict=True))
        for name, default in self.left_out:
            if found[name] == default:
                del found[name]
        for name in self.nested:
            if name in found:
                found[name] = _written(found[name])
        return found


@functools.cache
def _form(kind: Any) -> _Form | None:
    """Return the form of a type of this package; None for what msgspec writes as it is."""
    if not attrs.has(kind):
        return None
    fields = attrs.fields(attrs.resolve_types(kind))
    names = tuple(field.name for field in fields)
    return _Form(
        names,
        attrgetter(*names),
        tuple(field.name for field in fields if any(map(attrs.has, _types_in(field.type)))),
        tuple((field.name, field.default) for field in fields if field.metadata == LEFT_OUT),
    )


def _types_in(wanted: Any) -> Iterator[type]:
    """Yield the types of which a type is made."""
    if isinstance(wanted, type):
        yield wanted
    for part in get_args(wanted):
        yield from _types_in(part)


def read_json(text: str | bytes) -> object:
    """Return what a text of JSON says; a key that stands twice in one object is refused.

    Raises:
        InvalidAssessmentError: when it is no JSON.
    """
    try:
        return json.loads(text, object_pairs_hook=_each_once)
    except (ValueError, TypeError, RecursionError) as error:
        raise InvalidAssessmentError([f"not JSON: {error}"]) from None


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def structured(source: object, wanted: type[T]) -> T:
    """Return the value of this package that plain dicts and lists stand for.

    Raises:
        InvalidAssessmentError: with everything that does not fit.
    """
    import cattrs  # noqa: PLC0415 - it takes long to load, and only who reads needs it

    refuse(unfit_parts(source))
    try:
        made: T = _converter().structure(source, wanted)
    except cattrs.BaseValidationError as error:
        raise InvalidAssessmentError(cattrs.transform_error(error, format_exception=_reason)) from None
    return made


def refuse(reasons: Iterator[str]) -> None:
    """Raise ``InvalidAssessmentError`` with the first reasons, if there are any."""
    if found := list(itertools.islice(reasons, MOST_PROBLEMS)):
        raise InvalidAssessmentError(found)


def _reason(error: BaseException, wanted: type | None) -> str:
    """Return our own words for what a hook of this module refused, and those of cattrs for the rest."""
    from cattrs.v import format_exception  # noqa: PLC0415 - as above

    return str(error) if str(error).startswith("expected ") else format_exception(error, wanted)


def _exactly(wanted: type) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not wanted:
            raise TypeError(f"expected {wanted.__name__}, found {type(value).__name__}")
        return value

    return structure


def _structure_value(value: Any, _: Any) -> Any:
    """Return an answer, or the answers of the parties."""
    if not isinstance(value, dict):
        return None if value is None else _structure_answer(value)
    if not value or not set(value) <= set(PARTIES):
        raise ValueError(f"expected answers of {' and '.join(PARTIES)}")
    return {party: _structure_answer(answer) for party, answer in value.items()}


def _structure_facts(value: Any, _: Any) -> Any:
    if not isinstance(value, dict):
        raise TypeError(f"expected an object, found {type(value).__name__}")
    return {name: _structure_value(answer, None) for name, answer in value.items()}


def _structure_answer(value: object) -> object:
    if not isinstance(value, bool | int | float | str):
        raise TypeError(f"expected an answer, found {type(value).__name__}")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("expected a finite number")
    return value


@functools.cache
def _converter() -> Any:
    """Return the converter of cattrs that reads; it is no business of anybody else's."""
    import cattrs  # noqa: PLC0415 - as above
    from cattrs.gen import make_dict_structure_fn, override  # noqa: PLC0415 - as above

    converter = cattrs.Converter()
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _exactly(plain))

    def structure_tuple(value: Any, wanted: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError(f"expected a list, found {type(value).__name__}")
        return tuple(converter.structure(item, get_args(wanted)[0]) for item in value)

    def structure_present(value: Any, wanted: Any) -> Any:
        if value is None:
            raise TypeError("expected a value, or no key at all")
        return converter.structure(value, wanted)

    def make_structurer(wanted: Any) -> Any:
        present = override(struct_hook=structure_present)
        never_null: dict[str, Any] = {
            field.name: present for field in attrs.fields(wanted) if field.metadata == LEFT_OUT
        }
        return make_dict_structure_fn(wanted, converter, _cattrs_forbid_extra_keys=True, **never_null)

    def is_tuple(wanted: Any) -> bool:
        return get_origin(wanted) is tuple

    converter.register_structure_hook_factory(attrs.has, make_structurer)
    converter.register_structure_hook_func(is_tuple, structure_tuple)
    converter.register_structure_hook_func(lambda wanted: wanted == PlainFacts, _structure_facts)
    converter.register_structure_hook_func(lambda wanted: bool in get_args(wanted), _structure_value)
    return converter
