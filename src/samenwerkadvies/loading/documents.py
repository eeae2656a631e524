"""Read a YAML file into texts, sections and lists that know their place, and nothing else.

Every scalar is text: ``no``, ``12:30`` and ``010`` mean what they say. Anchors, aliases and tags are
refused, depth and size are bounded, and a key stands once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

import yaml

from samenwerkadvies.errors import InvalidInputError, Location, Problem, Text, quoted

LARGEST = 1_000_000
"""Bytes in one file."""
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


def read_bytes(path: Path, shown: str) -> bytes:
    """Return the content of a file that is not too large.

    Raises:
        InvalidInputError: when it cannot be read or is too large.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # a name may hold signs that no file name has
        reason = "dit bestand bestaat niet" if isinstance(error, FileNotFoundError) else "dit bestand is niet te lezen"
        raise InvalidInputError([Problem("LEES01", reason, place=shown, expected="een bestand dat er is")]) from None
    if len(content) > LARGEST:
        expected = f"hoogstens {LARGEST // 1_000_000} MB"
        raise InvalidInputError([Problem("LEES02", "dit bestand is te groot", place=shown, expected=expected)])
    return content


_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def decode(content: bytes, shown: str) -> str:
    """Return the text of a file, with plain line ends.

    Raises:
        InvalidInputError: when it is not UTF-8, or holds signs that no text has.
    """
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        at = Location(shown, line, 1)
        raise InvalidInputError(
            [Problem("LEES03", "dit is geen tekst in UTF-8", at, expected="een tekstbestand")]
        ) from None
    if found := _FORBIDDEN.search(text):
        at = _location(shown, text.split("\n"), *line_and_column(text, found.start()))
        message = f"hier staat een verboden teken (U+{ord(found.group()):04X})"
        raise InvalidInputError([Problem("LEES03", message, at, expected="gewone tekst")])
    return text


def read_text(path: Path, shown: str) -> str:
    """Return the text of a file; ``shown`` is its name in messages.

    Raises:
        InvalidInputError: when it cannot be read, is too large or is no text.
    """
    return decode(read_bytes(path, shown), shown)


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
    if at.source[: at.column].endswith("\t"):
        message = "hier staat een tab: spring in met spaties"
    else:
        message = next((dutch for english, dutch in _EXPLANATIONS.items() if english in said), "dit is geen YAML")
    expected = "geldige YAML: let op inspringen, dubbele punten en aanhalingstekens"
    is_deep = "exceeded maximum nesting depth" in said  # some releases of libyaml look ahead, and count for themselves
    return _too_deep(at) if is_deep else Problem("LEES04", message, at, expected=expected)


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


def line_and_column(text: str, position: int) -> tuple[int, int]:
    """Return the line and column, from 1, of a position in a text."""
    before = text[:position]
    return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1


def _location(shown: str, lines: list[str], line: int, column: int, width: int = 1) -> Location:
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    return Location(shown, line, column, source, width)


def _marks(event: yaml.Event) -> tuple[yaml.Mark, yaml.Mark]:
    """Return where an event begins and ends: marks are there for every event of a text."""
    return event.start_mark, event.end_mark  # type: ignore[return-value]  # optional only by its declaration


class _Composer:
    """Builds nodes from the events of a YAML parser, without recursion."""

    def __init__(self, shown: str, lines: list[str]) -> None:
        self._shown = shown
        self._lines = lines

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
