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

from samenwerkadvies.bilingual import all_of, any_of
from samenwerkadvies.errors import MOST_PROBLEMS, InvalidInputError, Problem, Text, nearest, quoted, sign_problem
from samenwerkadvies.grammar.parser import as_name
from samenwerkadvies.loading.documents import Node, Section, Sequence
from samenwerkadvies.loading.yaml_problems import BULLET, bullet_problem, in_quotes, no_space_after, or_rest

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


def _misread(problem: Problem, node: Node) -> MisfitError:
    """Return what is wrong with a word or a number: the sign in it that does not belong there, if there is one."""
    sign = sign_problem(node) if isinstance(node, Text) else None
    return MisfitError(sign or problem.at(node))


def _kind_of(node: object) -> str:
    return "een lijst" if isinstance(node, Sequence) else "een groep regels" if isinstance(node, Section) else "tekst"


def _structure_text(node: Node, _: object) -> Text:
    if not isinstance(node, Text):
        opening = node.at.source[node.at.column - 1 : node.at.column]
        if opening and opening in "{[":
            expected = f"tekst; een tekst die met {opening} begint, staat tussen aanhalingstekens"
            raise MisfitError(
                Problem(code="VORM03", message=f"hier staat {_kind_of(node)}", expected=expected).at(node)
            )
        raise MisfitError(Problem(code="VORM03", message=f"hier staat {_kind_of(node)}", expected="tekst").at(node))
    if not node.strip():
        raise MisfitError(Problem(code="VORM03", message="hier ontbreekt tekst", expected="tekst").at(node))
    return node


def _structure_whole_number(node: Node, _: object) -> int:
    if not isinstance(node, Text) or not re.fullmatch(r"[0-9]{1,15}", node):
        shown = quoted(str(node)) if isinstance(node, Text) else _kind_of(node)
        raise _misread(Problem(code="VORM03", message=f"{shown} is geen heel getal", expected="een heel getal"), node)
    return int(node)


def _structure_yes_no(node: Node, _: object) -> bool:
    if node not in ("ja", "nee"):
        shown = quoted(str(node)) if isinstance(node, Text) else _kind_of(node)
        raise _misread(Problem(code="VORM04", message=f"{shown} is geen ja of nee", expected="ja of nee"), node)
    return node == "ja"


def _structure_word(node: Node, wanted: type[enum.Enum]) -> enum.Enum:
    words = {str(member.value): member for member in wanted}
    if not isinstance(node, Text) or node not in words:
        shown = quoted(str(node)) if isinstance(node, Text) else _kind_of(node)
        hint = nearest(node, words) if isinstance(node, Text) else ""
        expected = any_of(list(words))
        raise _misread(Problem(code="VORM04", message=f"onbekend woord {shown}", expected=expected, hint=hint), node)
    return words[node]


def _structure_tuple(node: Node, wanted: Any) -> tuple[object, ...]:
    if not isinstance(node, Sequence):
        if isinstance(node, Text) and node.startswith("-") and node.raw:
            raise MisfitError(no_space_after("-", node.at, node.at.column - 1, "", node.raw.partition("\n")[0][1:]))
        if isinstance(node, Text) and (found := BULLET.match(node.raw.partition("\n")[0])):
            raise MisfitError(bullet_problem(node.at, found))
        hint = f"[{node if _ID.fullmatch(node) else in_quotes(node)}]" if isinstance(node, Text) and node else ""
        expected = "een lijst, zoals [a, b]"
        raise _misread(
            Problem(code="VORM03", message=f"hier staat {_kind_of(node)}", expected=expected, hint=hint), node
        )
    inner = get_args(wanted)[0]
    return tuple(_each(node, lambda part: _converter.structure(part, inner)))


_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")


def _structure_mapping(node: Node, wanted: Any) -> dict[object, object]:
    if not isinstance(node, Section):
        expected = "een naam met een dubbele punt, en daaronder wat erbij hoort"
        raise MisfitError(Problem(code="VORM03", message=f"hier staat {_kind_of(node)}", expected=expected).at(node))
    inner = get_args(wanted)[1]

    def entry(key: Text) -> tuple[Text, object]:
        if not _ID.fullmatch(key):
            expected = "kleine letters, cijfers en _ (hoogstens 80)"
            message = f"{quoted(str(key))} is geen naam"
            raise _misread(Problem(code="VORM06", message=message, expected=expected, hint=as_name(key)), key)
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
            expected = f"een groep regels met {all_of(required) or any_of(list(names))}"
            message = f"hier staat {_kind_of(node)}"
            raise MisfitError(Problem(code="VORM03", message=message, expected=expected).at(node))
        unknown = list(itertools.islice((key for key in node if key not in names), MOST_PROBLEMS))
        missing = [name for name in required if name not in node]
        meant = {key: nearest(key, missing) or nearest(key, names) for key in unknown}
        problems = [
            or_rest(
                Problem(
                    code="VORM01",
                    message=f"onbekende sleutel {quoted(str(key))}",
                    location=key.at,
                    expected=any_of(list(names)),
                    hint=meant[key],
                )
            )
            for key in unknown
        ]
        problems += [
            Problem(
                code="VORM02",
                message=f"hier ontbreekt {quoted(name)}",
                location=node.at,
                expected=f"een regel die begint met '{name}:'",
            )
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
