"""Where in a rule file a line stands: read line by line, so that it can be told while the file is being written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

import attrs

SECTIONS = ("feiten", "gemiddelden", "grenzen", "regels", "partijen", "bronnen")
"""What a rule file declares names under."""
_KEY = re.compile(r"""([ ]*)(?:-[ ]+)?["']?([A-Za-z_][\w-]*)["']?[ ]*:(?=[ ]|$)""")
_NAME = re.compile(r"[A-Za-z0-9_]+")


@attrs.frozen
class Declared:
    """Where a name is declared."""

    file: str
    line: int


def is_rule_file(file: str) -> bool:
    """Say whether a file, by its name, holds rules or a translation of them."""
    return PurePosixPath(file).suffix.lower() in (".yaml", ".yml")


def is_translation(file: str) -> bool:
    """Say whether a file, by its name, holds the words of rules in another language."""
    return PurePosixPath(file).parent.name == "vertalingen"


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, as editors count them."""
    return re.split(r"\r\n|\r|\n", text)


def key_of(line: str) -> tuple[int, str] | None:
    """Return the key on a line, with how far it stands from the margin."""
    found = _KEY.match(line)
    return (len(found[1]), found[2]) if found else None


def keys_above(lines: Sequence[str], line: int, indent: int) -> tuple[str, ...]:
    """Return the keys under which something stands that is so far from the margin, the outermost first."""
    above: list[str] = []
    for written in reversed(lines[: line - 1]):
        if indent == 0:
            break
        found = key_of(written)
        if found and found[0] < indent:
            indent = found[0]
            above.insert(0, found[1])
    return tuple(above)


def path_at(lines: Sequence[str], line: int, column: int) -> tuple[str, ...]:
    """Return the keys under which a place stands, with that of its own line where it stands behind it."""
    written = lines[line - 1]
    found = key_of(written)
    if found:
        return (*keys_above(lines, line, found[0]), found[1])
    indent = len(written) - len(written.lstrip(" ")) if written.strip() else column - 1
    return keys_above(lines, line, indent)


def keys_beside(lines: Sequence[str], line: int, indent: int) -> frozenset[str]:
    """Return the keys that stand beside each other around a line, so far from the margin; that of the line is none."""
    found = set[str]()
    for run in (reversed(lines[: line - 1]), lines[line:]):
        for written in run:
            key = key_of(written)
            if key and key[0] < indent:
                break
            if key and key[0] == indent:
                found.add(key[1])
    return frozenset(found)


def word_at(written: str, column: int) -> tuple[int, str]:
    """Return the name under a place on a line, or that ends there, and its column; the name is empty for none."""
    for found in _NAME.finditer(written):
        if found.start() < column <= found.end() + 1:
            return found.start() + 1, found[0]
    return column, ""


def declared(files: Mapping[str, str]) -> dict[tuple[str, str], Declared]:
    """Return where each name is declared, by section and name (of a condition its number): the first place counts."""
    found: dict[tuple[str, str], Declared] = {}
    for file, text in files.items():
        if is_rule_file(file) and not is_translation(file):
            for section, name, line in _declared_in(lines_of(text)):
                found.setdefault((section, name), Declared(file, line))
    return found


def _declared_in(lines: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    section, depth = "", 0
    for number, written in enumerate(lines, 1):
        key = key_of(written)
        if key is None:
            continue
        indent, name = key
        if indent == 0:
            section, depth = name, 0
        elif section in SECTIONS:
            depth = depth or indent
            if indent == depth:
                yield section, name, number
        elif section == "voorwaarde" and name == "nummer":
            yield section, written.partition(":")[2].strip(), number
