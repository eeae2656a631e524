"""Values of this package as JSON and back: written through msgspec, read through cattrs; nothing is coerced."""

from __future__ import annotations

import functools
import itertools
import json
import math
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, get_args, get_origin

import attrs
import msgspec

from samenwerkadvies.advising.contents import PlainFacts, PlainRemarks
from samenwerkadvies.advising.json_checks import DEEPEST, unfit_parts
from samenwerkadvies.errors import MOST_PROBLEMS, InvalidAssessmentError
from samenwerkadvies.loading.texts import nests_deeper

T = TypeVar("T")


def to_json(value: object, indent: int | None = None) -> str:
    """Return a value of this package as JSON without any space, or, with an indent, on many lines."""
    encoded = msgspec.json.encode(value)
    return (encoded if indent is None else msgspec.json.format(encoded, indent=indent)).decode()


def to_plain(value: object) -> dict[str, Any]:
    """Return a value of this package as plain dicts, lists, texts, numbers and booleans."""
    made: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(value))
    return made


def read_json(text: str | bytes) -> object:
    """Return what a text of JSON says; a key that stands twice in one object is refused.

    Raises:
        InvalidAssessmentError: when it is no JSON.
    """
    try:
        return json.loads(_bounded(text), object_pairs_hook=_each_once)
    except (ValueError, TypeError, AttributeError) as error:
        raise InvalidAssessmentError([f"not JSON: {error}"]) from None


def _bounded(text: str | bytes) -> str:
    told = text if isinstance(text, str) else text.decode(json.detect_encoding(text))
    if nests_deeper(told, DEEPEST):
        raise ValueError("nested too deep")
    return told


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
    if not value:
        raise ValueError("expected answers of parties")
    return {party: _structure_answer(answer) for party, answer in value.items()}


def _structure_facts(value: Any, _: Any) -> Any:
    if not isinstance(value, dict):
        raise TypeError(f"expected an object, found {type(value).__name__}")
    return {name: _structure_value(answer, None) for name, answer in value.items()}


def _structure_remarks(value: Any, _: Any) -> Any:
    """Return texts, or that of each party, by fact type."""
    if not isinstance(value, dict):
        raise TypeError(f"expected an object, found {type(value).__name__}")
    for found in value.values():
        each = list(found.values()) if isinstance(found, dict) else [found]
        if not each or not all(type(text) is str for text in each):
            raise ValueError("expected a text, or those of parties")
    return value


def _structure_answer(value: object) -> object:
    if isinstance(value, list) and all(type(option) is str for option in value):
        return tuple(value)
    if not isinstance(value, bool | int | float | str):
        raise TypeError(f"expected an answer, found {type(value).__name__}")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("expected a finite number")
    return value


def _default_of(field: msgspec.structs.FieldInfo) -> dict[str, Any]:
    if field.default_factory is not msgspec.NODEFAULT:
        return {"factory": field.default_factory}
    return {} if field.default is msgspec.NODEFAULT else {"default": field.default}


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

    def make_structurer(wanted: Any) -> Callable[[Any, Any], Any]:
        """Return what reads a struct, by way of an attrs class with the same fields, as cattrs reads those."""
        fields = msgspec.structs.fields(wanted)
        optional = [field for field in fields if not field.required]
        twin = attrs.make_class(
            wanted.__name__,
            {field.name: attrs.field(type=field.type, **_default_of(field)) for field in fields},
            kw_only=True,
        )
        never_null: dict[str, Any] = {field.name: override(struct_hook=structure_present) for field in optional}
        read: Any = make_dict_structure_fn(twin, converter, _cattrs_forbid_extra_keys=True, **never_null)
        return lambda value, _: wanted(**attrs.asdict(read(value, twin), recurse=False))

    def is_struct(wanted: Any) -> bool:
        return isinstance(wanted, type) and issubclass(wanted, msgspec.Struct)

    def is_tuple(wanted: Any) -> bool:
        return get_origin(wanted) is tuple

    converter.register_structure_hook_factory(is_struct, make_structurer)
    converter.register_structure_hook_func(is_tuple, structure_tuple)
    converter.register_structure_hook_func(lambda wanted: wanted == PlainFacts, _structure_facts)
    converter.register_structure_hook_func(lambda wanted: wanted == PlainRemarks, _structure_remarks)
    converter.register_structure_hook_func(lambda wanted: bool in get_args(wanted), _structure_value)
    return converter
