"""Read a YAML file into texts, sections and lists that know their place, and nothing else.

Every scalar is text: ``no``, ``12:30`` and ``010`` mean what they say. Anchors, aliases and tags are
refused, depth and size are bounded, and a key stands once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NoReturn, TypeGuard

import yaml
from msgspec.structs import replace

from samenwerkadvies.errors import MOST_PROBLEMS, InvalidInputError, Location, Problem, Text, quoted, sign_problem
from samenwerkadvies.loading.yaml_problems import (
    DEEPEST,
    NOTHING_MORE,
    cut_problem,
    no_space_after,
    place,
    too_deep,
    yaml_problem,
)
from samenwerkadvies.loading.yaml_reader import LOADER
from samenwerkadvies.signs import forbidden_signs

MOST_NODES = 60_000


class Section(dict[Text, "Node"]):
    """A mapping that knows where it stands."""

    at: Location


class Sequence(list["Node"]):
    """A list that knows where it stands."""

    at: Location


Node = Text | Section | Sequence


def read_document(text: str, shown: str, cut: list[Problem] | None = None) -> Node:
    """Read the one YAML document in a text; ``shown`` is the name of the file in messages.

    A text between brackets that YAML ends at a comma is read as a whole, and refused: by whoever gives a list ``cut``
    for that, to which it is added, so that what is wrong elsewhere can be told with it.

    Raises:
        InvalidInputError: when it is not YAML, or more than this project needs of it.
    """
    lines = text.split("\n")
    composer = _Composer(shown, lines)
    try:
        document = composer.compose(iter(LOADER(text).get_event, None))
    except yaml.YAMLError as error:
        raise InvalidInputError([yaml_problem(error, shown, lines)]) from None
    found = [cut_problem(whole, key) for whole, key in composer.cut.values()][:MOST_PROBLEMS]
    if found and cut is None:
        raise InvalidInputError(found)
    if cut is not None:
        cut += found
    return document


def _marks(event: yaml.Event) -> tuple[yaml.Mark, yaml.Mark]:
    """Return where an event begins and ends: marks are there for every event of a text."""
    return event.start_mark, event.end_mark  # type: ignore[return-value]  # optional only by its declaration


_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)

_CURLED = re.compile("[“”„«][^“”„«»]*[“”»]|[‘’‚][^‘’‚]*[‘’]", re.DOTALL)
"""A whole text between quotation marks as Word makes them: to YAML they are part of the text."""


_RUN_ON = re.compile(r"\s*(?P<key>(?:[a-z_]\w*(?=:))?)(?P<sign>[:-])(?P<value>(?<=-)[^\s\d-].*|(?<=\w:)[^\s:/].*)")
"""A line that was meant as an entry, but lacks the space after its colon or dash."""


_NO_NAME = Text("", Location("", 1, 1))
"""Stands for the name of an entry between braces that has none: what it says belongs to the text before it."""
_NAME = re.compile(r"[A-Za-z_]\w*")


def _is_rest(before: Node, key: Text) -> TypeGuard[Text]:
    """Say whether an entry between braces without a colon, which is no name, can be the rest of a text with a comma."""
    is_bare = not _NAME.fullmatch(key) and NOTHING_MORE.match(key.at.source, key.at.column - 1 + len(key.raw))
    return bool(is_bare) and _are_beside(before, key)


def _is_halved(before: Node, item: Text) -> TypeGuard[Text]:
    """Say whether a comma in a list can stand in a number in a text; numbers alone are two numbers."""
    return (
        _are_beside(before, item)
        and item.at.column - before.at.column == len(before.raw) + 1
        and bool(_ENDS_IN_NUMBER.fullmatch(before) and _BEGINS_WITH_NUMBER.match(item))
        and not (before.isdecimal() and item.isdecimal())
    )


_ENDS_IN_NUMBER = re.compile(r"(?:.*\s)?[-€]?[0-9]+(?:\.[0-9]{3})*")
_BEGINS_WITH_NUMBER = re.compile(r"[0-9]+(?![\w-])")


def _are_beside(before: Node, text: Text) -> TypeGuard[Text]:
    """Say whether something is a text without quotation marks on the line of another one without these."""
    return all(isinstance(each, Text) and each.raw_at == (text.at.line, each.at.column) for each in (before, text))


class _Composer:
    """Builds nodes from the events of a YAML parser, without recursion."""

    def __init__(self, shown: str, lines: list[str]) -> None:
        self._shown = shown
        self._lines = lines
        self._problems: list[Problem] = []
        """What need not end the reading."""
        self.cut: dict[tuple[int, int], tuple[Text, str]] = {}
        """Texts between brackets that end at a comma in them, and what leads each, by where they stand."""

    def compose(self, events: Iterator[yaml.Event]) -> Node:
        document: Node | None = None
        stack: list[Section | Sequence] = []
        keys: list[Text | None] = []
        count = 0
        for event in events:
            node: Node
            kind = type(event)
            if kind in _ENDS:
                stack.pop()
                keys.pop()
                continue
            if kind is yaml.DocumentStartEvent and document is not None:
                self._refuse("LEES04", "er staan meer documenten in dit bestand", event, "één document, zonder ---")
            if not isinstance(event, yaml.NodeEvent):
                continue
            if event.anchor or getattr(event, "tag", None):
                message = "ankers (&), sterretjes (*) en tags (!) worden hier niet gebruikt"
                self._refuse("LEES05", message, event, "zet de tekst tussen aanhalingstekens, of schrijf haar uit")
            if isinstance(event, yaml.ScalarEvent):
                node = self._text(event)
            else:
                node = Section() if kind is yaml.MappingStartEvent else Sequence()
                node.at = self._place_of(event)
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
                    raise InvalidInputError([too_deep(self._place_of(event))])
        if document is None:
            raise InvalidInputError(
                [Problem(code="LEES07", message="dit bestand is leeg", place=self._shown, expected="tekst in YAML")]
            )
        if self._problems:
            raise InvalidInputError(self._problems[:MOST_PROBLEMS])
        return document

    def _add(self, node: Node, parent: Section | Sequence, keys: list[Text | None], event: yaml.Event) -> None:
        if isinstance(parent, Sequence):
            if isinstance(node, Text) and parent and _is_halved(parent[-1], node):
                parent[-1] = self._joined(parent[-1], node)
            else:
                parent.append(node)
        elif (key := keys[-1]) is not None:
            if key is not _NO_NAME:
                parent[key] = node
            keys[-1] = None
        elif not isinstance(node, Text):
            self._refuse("LEES04", "een sleutel is hier geen woord", event, "een woord met een dubbele punt erachter")
        elif parent and _is_rest(last := next(reversed(parent.values())), node):
            name = next(reversed(parent))
            parent[name] = self._joined(last, node, f"{name}: ")
            keys[-1] = _NO_NAME
        elif node in parent:
            first = next(key for key in parent if key == node)
            message = f"{quoted(node)} staat hier twee keer (eerst op regel {first.at.line})"
            self._refuse("LEES08", message, event, "elke sleutel één keer")
        else:
            keys[-1] = node
            self._note(sign_problem(node))

    def _note(self, problem: Problem | None) -> None:
        self._problems += [problem] if problem else []

    def _joined(self, before: Text, rest: Text, key: str = "") -> Text:
        """Return the whole of a text between brackets that ended at a comma in it."""
        at, start = before.at, before.at.column - 1
        whole = at.source[start : rest.at.column - 1 + len(rest.raw)]
        joined = Text(whole, replace(at, width=len(whole)), whole, before.raw_at)
        self.cut[before.raw_at] = joined, key
        return joined

    def _place_of(self, event: yaml.Event) -> Location:
        mark, _ = _marks(event)
        return place(self._shown, self._lines, mark.line + 1, mark.column + 1)

    def _text(self, event: yaml.ScalarEvent) -> Text:
        start, end = _marks(event)
        value = event.value
        width = end.column - start.column if end.line == start.line else 1
        at = place(self._shown, self._lines, start.line + 1, start.column + 1, max(1, width))
        if not value and not event.style:
            return Text("", at)
        if event.style == '"' and (sign := next(forbidden_signs(value), None)):  # written as an escape
            self._note(Problem(code="LEES03", message=f"hier staat {sign.name}", location=at, expected=sign.way_out))
        if not event.style and _CURLED.fullmatch(value):
            message = "deze tekst staat tussen gekrulde aanhalingstekens"
            self._note(Problem(code="LEES11", message=message, location=at, expected='rechte aanhalingstekens: "…"'))
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
        if not event.style and "\n" in raw:
            self._note_run_on(raw, start.line)
        return Text(value, at, raw, (line + 1, column + 1))

    def _note_run_on(self, raw: str, first: int) -> None:
        """Tell of lines that look like entries, and became part of the text above them for want of a space."""
        for shift, line in enumerate(raw.split("\n")[1:], start=1):
            if found := _RUN_ON.match(line):
                at = place(self._shown, self._lines, first + shift + 1, 1)
                self._note(no_space_after(found["sign"], at, found.start("key"), found["key"], found["value"].rstrip()))

    def _between(self, line: int, column: int, last_line: int, last_column: int) -> str:
        if line == last_line:
            return self._lines[line][column:last_column]
        return "\n".join(
            [self._lines[line][column:], *self._lines[line + 1 : last_line], self._lines[last_line][:last_column]]
        )

    def _refuse(self, code: str, message: str, event: yaml.Event, expected: str) -> NoReturn:
        raise InvalidInputError(
            [Problem(code=code, message=message, location=self._place_of(event), expected=expected)]
        )


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
