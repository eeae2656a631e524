"""Give YAML documents their shape with cattrs: strictly, and with every misfit as a located problem."""

from __future__ import annotations

import enum
import itertools
import re
from collections.abc import Callable
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn

from samenwerkadvies.errors import (
    MOST_PROBLEMS,
    InvalidInputError,
    Location,
    Problem,
    Text,
    listed,
    nearest,
    quoted,
    sign_problem,
)
from samenwerkadvies.grammar.parser import as_name
from samenwerkadvies.loading.documents import Node, Section, Sequence
from samenwerkadvies.loading.yaml_problems import BULLET, bullet_problem, in_quotes, no_space_after

T = TypeVar("T")
Id = Text
"""A name for the machine: small letters, digits and low lines."""


class MisfitError(Exception):
    """Parts of a document do not fit; carries every problem below one node."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems."""
        super().__init__(*problems)
        self.problems = problems


def shape(node: Node, wanted: type[T]) -> T:
    """Return a document as an attrs class.

    Raises:
        InvalidInputError: with every unknown, missing or misfitting part.
    """
    try:
        return _converter.structure(node, wanted)
    except (MisfitError, cattrs.BaseValidationError) as error:
        raise InvalidInputError(_problems(error)) from None


def _problems(error: BaseException) -> list[Problem]:
    if isinstance(error, MisfitError):
        return list(error.problems)
    if isinstance(error, BaseExceptionGroup):
        return [problem for inner in error.exceptions for problem in _problems(inner)]
    raise error


def _misfit(code: str, message: str, at: Location, expected: str, hint: str = "") -> MisfitError:
    return MisfitError(Problem(code, message, at, expected=expected, hint=hint))


def _misread(code: str, message: str, node: Node, expected: str, hint: str = "") -> MisfitError:
    """Return what is wrong with a word or a number: the sign in it that does not belong there, if there is one."""
    problem = sign_problem(node) if isinstance(node, Text) else None
    return MisfitError(problem) if problem else _misfit(code, message, node.at, expected, hint)


def _kind_of(node: object) -> str:
    return "een lijst" if isinstance(node, Sequence) else "een groep regels" if isinstance(node, Section) else "tekst"


def _structure_text(node: Node, _: object) -> Text:
    if not isinstance(node, Text):
        opening = node.at.source[node.at.column - 1 : node.at.column]
        if opening and opening in "{[":
            expected = f"tekst; een tekst die met {opening} begint, staat tussen aanhalingstekens"
            raise _misfit("VORM03", f"hier staat {_kind_of(node)}", node.at, expected)
        raise _misfit("VORM03", f"hier staat {_kind_of(node)}", node.at, "tekst")
    if not node.strip():
        raise _misfit("VORM03", "hier ontbreekt tekst", node.at, "tekst")
    return node


def _structure_whole_number(node: Node, _: object) -> int:
    if not isinstance(node, Text) or not re.fullmatch(r"[0-9]{1,15}", node):
        shown = quoted(str(node)) if isinstance(node, Text) else _kind_of(node)
        raise _misread("VORM03", f"{shown} is geen heel getal", node, "een heel getal")
    return int(node)


def _structure_yes_no(node: Node, _: object) -> bool:
    if node not in ("ja", "nee"):
        shown = quoted(str(node)) if isinstance(node, Text) else _kind_of(node)
        raise _misread("VORM04", f"{shown} is geen ja of nee", node, "ja of nee")
    return node == "ja"


def _structure_word(node: Node, wanted: type[enum.Enum]) -> enum.Enum:
    words = {str(member.value): member for member in wanted}
    if not isinstance(node, Text) or node not in words:
        shown = quoted(str(node)) if isinstance(node, Text) else _kind_of(node)
        hint = nearest(node, words) if isinstance(node, Text) else ""
        raise _misread("VORM04", f"onbekend woord {shown}", node, listed(list(words)), hint)
    return words[node]


def _structure_tuple(node: Node, wanted: Any) -> tuple[object, ...]:
    if not isinstance(node, Sequence):
        if isinstance(node, Text) and node.startswith("-") and node.raw:
            raise MisfitError(no_space_after("-", node.at, node.at.column - 1, "", node.raw.partition("\n")[0][1:]))
        if isinstance(node, Text) and (found := BULLET.match(node.raw.partition("\n")[0])):
            raise MisfitError(bullet_problem(node.at, found))
        hint = f"[{node if _ID.fullmatch(node) else in_quotes(node)}]" if isinstance(node, Text) and node else ""
        raise _misread("VORM03", f"hier staat {_kind_of(node)}", node, "een lijst, zoals [a, b]", hint)
    inner = get_args(wanted)[0]
    return tuple(_each(node, lambda part: _converter.structure(part, inner)))


_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")


def _structure_mapping(node: Node, wanted: Any) -> dict[object, object]:
    if not isinstance(node, Section):
        raise _misfit(
            "VORM03",
            f"hier staat {_kind_of(node)}",
            node.at,
            "een naam met een dubbele punt, en daaronder wat erbij hoort",
        )
    inner = get_args(wanted)[1]

    def entry(key: Text) -> tuple[Text, object]:
        if not _ID.fullmatch(key):
            expected = "kleine letters, cijfers en _ (hoogstens 80)"
            raise _misread("VORM06", f"{quoted(str(key))} is geen naam", key, expected, as_name(key))
        return key, _converter.structure(node[key], inner)

    return dict(_each(node, entry))


def _each(parts: Any, structure: Callable[[Any], T]) -> list[T]:
    """Structure every part, and raise all misfits together."""
    made: list[T] = []
    problems: list[Problem] = []
    for part in parts:
        if len(problems) >= MOST_PROBLEMS:
            break
        try:
            made.append(structure(part))
        except (MisfitError, cattrs.BaseValidationError) as error:
            problems += _problems(error)
    if problems:
        raise MisfitError(*problems)
    return made


def _make_section_hook(wanted: type[T]) -> Callable[[Node, object], T]:
    attrs.resolve_types(wanted)  # type: ignore[type-var]  # only attrs classes come here
    fields = attrs.fields(wanted)  # type: ignore[arg-type]  # only attrs classes come here
    names = {field.name: field for field in fields}
    structure = make_dict_structure_fn(wanted, _converter)
    required = [name for name, field in names.items() if field.default is attrs.NOTHING]

    def hook(node: Node, _: object) -> T:
        if not isinstance(node, Section):
            raise _misfit(
                "VORM03", f"hier staat {_kind_of(node)}", node.at, f"een groep regels met {listed(required, 'en')}"
            )
        unknown = list(itertools.islice((key for key in node if key not in names), MOST_PROBLEMS))
        missing = [name for name in required if name not in node]
        meant = {key: nearest(key, missing) or nearest(key, names) for key in unknown}
        problems = [
            Problem(
                "VORM01", f"onbekende sleutel {quoted(str(key))}", key.at, expected=listed(list(names)), hint=meant[key]
            )
            for key in unknown
        ]
        problems += [
            Problem("VORM02", f"hier ontbreekt {quoted(name)}", node.at, expected=f"een regel die begint met '{name}:'")
            for name in missing
            if name not in meant.values()  # one mistake is one error
        ]
        if not problems:
            return structure({str(key): part for key, part in node.items()}, wanted)
        for name, field in names.items():
            if name in node:
                try:
                    _converter.structure(node[name], field.type)
                except (MisfitError, cattrs.BaseValidationError) as error:
                    problems += _problems(error)
        raise MisfitError(*problems)

    return hook


def _has_origin(origin: type) -> Callable[[Any], bool]:
    return lambda wanted: get_origin(wanted) is origin


def _optional(wanted: Any) -> bool:
    return get_origin(wanted) in (Union, UnionType) and type(None) in get_args(wanted)


def _structure_optional(node: Node, wanted: Any) -> object:
    """Structure what may be left out: a key that is there has a value, which is either a Node or one other thing."""
    inner = [part for part in get_args(wanted) if part is not type(None)]
    return _converter.structure(node, inner[0]) if len(inner) == 1 else node


_converter = cattrs.Converter(detailed_validation=True)
_converter.register_structure_hook_factory(attrs.has, _make_section_hook)
_converter.register_structure_hook_func(_has_origin(tuple), _structure_tuple)
_converter.register_structure_hook_func(_has_origin(dict), _structure_mapping)
_converter.register_structure_hook_func(_optional, _structure_optional)
_converter.register_structure_hook_func(
    lambda wanted: isinstance(wanted, type) and issubclass(wanted, enum.Enum), _structure_word
)
_converter.register_structure_hook_func(lambda wanted: wanted == Node, lambda node, _: node)
_converter.register_structure_hook(Text, _structure_text)
_converter.register_structure_hook(int, _structure_whole_number)
_converter.register_structure_hook(bool, _structure_yes_no)
