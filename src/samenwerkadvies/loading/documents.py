"""Read a YAML file into texts, sections and lists that know their place, and nothing else.

Every scalar is text: ``no``, ``12:30`` and ``010`` mean what they say. Anchors, aliases and tags are
refused, depth and size are bounded, and a key stands once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NoReturn

import yaml

from samenwerkadvies.errors import MOST_PROBLEMS, InvalidInputError, Location, Problem, Text, quoted, sign_problem
from samenwerkadvies.signs import forbidden_signs

DEEPEST = 12
MOST_NODES = 60_000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Section(dict[Text, "Node"]):
    """A mapping that knows where it stands."""

    at: Location


class Sequence(list["Node"]):
    """A list that knows where it stands."""

    at: Location


Node = Text | Section | Sequence


def read_document(text: str, shown: str) -> Node:
    """Read the one YAML document in a text; ``shown`` is the name of the file in messages.

    Raises:
        InvalidInputError: when it is not YAML, or more than this project needs of it.
    """
    lines = text.split("\n")
    try:
        return _Composer(shown, lines).compose(yaml.parse(text, Loader=_Loader))
    except yaml.YAMLError as error:
        raise InvalidInputError([_yaml_problem(error, shown, lines)]) from None


def _yaml_problem(error: yaml.YAMLError, shown: str, lines: list[str]) -> Problem:
    """Say what the YAML parser says, in Dutch and at the place where a writer should look."""
    problem, context = (str(getattr(error, name, None) or "") for name in ("problem", "context"))
    mark = getattr(error, "context_mark" if "scanning" in context else "problem_mark", None)
    at = _location(shown, lines, mark.line + 1, mark.column + 1) if mark else Location(shown, 1, 1)
    said = f"{problem} {context}"
    for line in (at.line, at.line - 1):  # what runs on from the line before is noticed one line too late
        if found := sign_problem(_before_colon(_location(shown, lines, line, 1))):
            return found
    if at.source[: at.column].endswith("\t"):
        message = "hier staat een tab: spring in met spaties"
    else:
        message = next((dutch for english, dutch in _EXPLANATIONS.items() if english in said), "dit is geen YAML")
    expected = "geldige YAML: let op inspringen, dubbele punten en aanhalingstekens"
    is_deep = "exceeded maximum nesting depth" in said  # some releases of libyaml look ahead, and count for themselves
    return _too_deep(at) if is_deep else Problem("LEES04", message, at, expected=expected)


def _before_colon(at: Location) -> Text:
    """Return the part of a line that YAML reads as a name."""
    name = at.source.partition(": ")[0]
    return Text(name, at, name, (at.line, 1))


def _too_deep(at: Location) -> Problem:
    return Problem("LEES06", "te veel niveaus in elkaar", at, expected=f"hoogstens {DEEPEST} diep")


_EXPLANATIONS = {
    "mapping values are not allowed": "hier kan geen dubbele punt staan: zet de tekst tussen aanhalingstekens",
    "could not find expected ':'": "hier ontbreekt een dubbele punt",
    "expected <block end>": "deze regel springt niet goed in",
    "did not find expected key": "deze regel springt niet goed in",
    "found unexpected end of stream": "een aanhalingsteken of haakje wordt niet gesloten",
    "found undefined alias": "een sterretje aan het begin: zet de tekst tussen aanhalingstekens",
    "found unknown escape character": "een schuine streep in dubbele aanhalingstekens: gebruik enkele aanhalingstekens",
}


def _location(shown: str, lines: list[str], line: int, column: int, width: int = 1) -> Location:
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    return Location(shown, line, column, source, width)


def _marks(event: yaml.Event) -> tuple[yaml.Mark, yaml.Mark]:
    """Return where an event begins and ends: marks are there for every event of a text."""
    return event.start_mark, event.end_mark  # type: ignore[return-value]  # optional only by its declaration


_CURLED = re.compile("[“”„«][^“”„«»]*[“”»]|[‘’‚][^‘’‚]*[‘’]", re.DOTALL)
"""A whole text between quotation marks as Word makes them: to YAML they are part of the text."""


class _Composer:
    """Builds nodes from the events of a YAML parser, without recursion."""

    def __init__(self, shown: str, lines: list[str]) -> None:
        self._shown = shown
        self._lines = lines
        self._problems: list[Problem] = []
        """What need not end the reading."""

    def compose(self, events: Iterator[yaml.Event]) -> Node:
        document: Node | None = None
        stack: list[Section | Sequence] = []
        keys: list[Text | None] = []
        count = 0
        for event in events:
            node: Node
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
                message = "ankers (&), sterretjes (*) en tags (!) worden hier niet gebruikt"
                self._refuse("LEES05", message, event, "zet de tekst tussen aanhalingstekens, of schrijf haar uit")
            if isinstance(event, yaml.DocumentStartEvent) and document is not None:
                self._refuse("LEES04", "er staan meer documenten in dit bestand", event, "één document, zonder ---")
            if isinstance(event, yaml.ScalarEvent):
                node = self._text(event)
            elif isinstance(event, yaml.MappingStartEvent):
                node = Section()
                node.at = self._at(event)
            elif isinstance(event, yaml.SequenceStartEvent):
                node = Sequence()
                node.at = self._at(event)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                stack.pop()
                keys.pop()
                continue
            else:
                continue
            count += 1
            if count > MOST_NODES:
                self._refuse("LEES02", "dit bestand heeft te veel onderdelen", event, f"hoogstens {MOST_NODES}")
            if stack:
                self._add(node, stack[-1], keys, event)
            else:
                document = node
            if not isinstance(node, Text):
                stack.append(node)
                keys.append(None)
                if len(stack) > DEEPEST:
                    raise InvalidInputError([_too_deep(self._at(event))])
        if document is None:
            raise InvalidInputError(
                [Problem("LEES07", "dit bestand is leeg", place=self._shown, expected="tekst in YAML")]
            )
        if self._problems:
            raise InvalidInputError(self._problems[:MOST_PROBLEMS])
        return document

    def _add(self, node: Node, parent: Section | Sequence, keys: list[Text | None], event: yaml.Event) -> None:
        if isinstance(parent, Sequence):
            parent.append(node)
        elif (key := keys[-1]) is not None:
            parent[key] = node
            keys[-1] = None
        elif not isinstance(node, Text):
            self._refuse("LEES04", "een sleutel is hier geen woord", event, "een woord met een dubbele punt erachter")
        elif node in parent:
            first = next(key for key in parent if key == node)
            message = f"{quoted(node)} staat hier twee keer (eerst op regel {first.at.line})"
            self._refuse("LEES08", message, event, "elke sleutel één keer")
        else:
            keys[-1] = node
            self._note(sign_problem(node))

    def _note(self, problem: Problem | None) -> None:
        self._problems += [problem] if problem else []

    def _at(self, event: yaml.Event, width: int = 1) -> Location:
        mark, _ = _marks(event)
        return _location(self._shown, self._lines, mark.line + 1, mark.column + 1, width)

    def _text(self, event: yaml.ScalarEvent) -> Text:
        start, end = _marks(event)
        value = event.value
        width = end.column - start.column if end.line == start.line else 1
        at = self._at(event, max(1, width))
        if not value and not event.style:
            return Text("", at)
        if sign := next(forbidden_signs(value), None):  # written as an escape
            self._note(Problem("LEES03", f"hier staat {sign.name}", at, expected=sign.way_out))
        if not event.style and _CURLED.fullmatch(value):
            message = "deze tekst staat tussen gekrulde aanhalingstekens"
            self._note(Problem("LEES11", message, at, expected='rechte aanhalingstekens: "…"'))
        if event.style in ("|", ">"):
            line, column = start.line + 1, 0
            raw = "\n".join(self._lines[line : end.line + (end.column > 0)])
        elif not event.style:
            line, column = start.line, start.column
            raw = self._between(start.line, start.column, end.line, end.column)
        else:
            line, column = start.line, start.column + 1
            raw = self._between(start.line, start.column + 1, end.line, end.column - 1)
            if "\\" in raw or "''" in raw:
                raw = ""
        return Text(value, at, raw, (line + 1, column + 1))

    def _between(self, line: int, column: int, last_line: int, last_column: int) -> str:
        if line == last_line:
            return self._lines[line][column:last_column]
        return "\n".join(
            [self._lines[line][column:], *self._lines[line + 1 : last_line], self._lines[last_line][:last_column]]
        )

    def _refuse(self, code: str, message: str, event: yaml.Event, expected: str) -> NoReturn:
        raise InvalidInputError([Problem(code, message, self._at(event), expected=expected)])


def written_document(values: Mapping[str, object]) -> str:
    """Return plain values as YAML that ``read_document`` reads as the same; yes and no as ja and nee."""
    written: str = yaml.safe_dump(_in_words(values), allow_unicode=True, sort_keys=False, width=100)
    return written


def _in_words(value: object) -> object:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Mapping):
        return {str(key): _in_words(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_in_words(part) for part in value]
    return str(value) if isinstance(value, str) else value
