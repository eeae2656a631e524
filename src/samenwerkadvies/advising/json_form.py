"""Assessments as plain JSON values and back, through cattrs; nothing is coerced."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_unstructure_fn, override
from cattrs.v import format_exception

from samenwerkadvies.advising.assessment import SCHEMA, Advice, Assessment, ConditionStatus, Evidence, PlainFacts
from samenwerkadvies.advising.json_checks import contradictions, unfit_parts
from samenwerkadvies.advising.later import Later
from samenwerkadvies.errors import MOST_PROBLEMS, InvalidAssessmentError, quoted
from samenwerkadvies.frozen import thawed
from samenwerkadvies.vocabulary import PARTIES


def to_plain(value: object, *, thinking_along: bool = True) -> dict[str, Any]:
    """Return an assessment, or another value of this package, as plain dicts, lists, texts, numbers and booleans.

    Without ``thinking_along``, what an assessment works out only when it is asked for is left out.
    """
    made: dict[str, Any] = _converter(thinking_along).unstructure(value)
    return made


def from_dict(source: object) -> Assessment:
    """Return the assessment that ``to_dict`` made.

    Raises:
        InvalidAssessmentError: with everything that does not fit.
    """
    if not isinstance(source, Mapping):
        raise InvalidAssessmentError([f"expected an object, found {type(source).__name__}"])
    schema = source.get("schema")
    if not isinstance(schema, str) or schema != SCHEMA:
        raise InvalidAssessmentError([f"schema: expected {SCHEMA!r}, found {quoted(schema)}"])
    _refuse(unfit_parts(source))
    try:
        made = _converter().structure(source, Assessment)
    except cattrs.BaseValidationError as error:
        raise InvalidAssessmentError(cattrs.transform_error(error, format_exception=_reason)) from None
    _refuse(contradictions(made))
    return made


def _refuse(reasons: Iterator[str]) -> None:
    if found := list(itertools.islice(reasons, MOST_PROBLEMS)):
        raise InvalidAssessmentError(found)


def _reason(error: BaseException, wanted: type | None) -> str:
    """Return our own words for what a hook of this module refused, and those of cattrs for the rest."""
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
def _converter(thinking_along: bool = True) -> cattrs.Converter:  # noqa: FBT001, FBT002 - the key of a cache
    converter = cattrs.Converter(forbid_extra_keys=True, use_alias=True)
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _exactly(plain))

    def structure_tuple(value: Any, wanted: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError(f"expected a list, found {type(value).__name__}")
        return tuple(converter.structure(item, get_args(wanted)[0]) for item in value)

    def make_tuple_unstructurer(wanted: Any) -> Callable[[tuple[Any, ...]], list[Any]]:
        inner = get_args(wanted)[0]
        if inner in (str, int):
            return list
        return lambda value: [converter.unstructure(item, inner) for item in value]

    def is_tuple(wanted: Any) -> bool:
        return get_origin(wanted) is tuple

    def is_answer(wanted: Any) -> bool:
        return bool in get_args(wanted)

    def is_later(wanted: Any) -> bool:
        return get_origin(wanted) is Later

    converter.register_structure_hook_func(
        is_later, lambda value, wanted: Later.done(converter.structure(value, get_args(wanted)[0]))
    )
    converter.register_unstructure_hook_factory(
        is_later, lambda wanted: lambda later: converter.unstructure(later(), get_args(wanted)[0])
    )
    converter.register_structure_hook_func(is_tuple, structure_tuple)
    converter.register_unstructure_hook_factory(is_tuple, make_tuple_unstructurer)
    converter.register_structure_hook_func(lambda wanted: wanted == PlainFacts, _structure_facts)
    converter.register_unstructure_hook_func(lambda wanted: wanted == PlainFacts, thawed)
    converter.register_structure_hook_func(is_answer, _structure_value)
    converter.register_unstructure_hook_func(is_answer, thawed)
    converter.register_unstructure_hook(
        Evidence, make_dict_unstructure_fn(Evidence, converter, _cattrs_omit_if_default=True)
    )
    for wanted in () if thinking_along else (Advice, ConditionStatus, Assessment):
        later = {field.name: override(omit=True) for field in attrs.fields(wanted) if field.name.startswith("later_")}
        converter.register_unstructure_hook(wanted, make_dict_unstructure_fn(wanted, converter, **later))  # type: ignore[arg-type]  # names of fields
    return converter
