"""A case file that answers are added to: whatever else its writer put there, and how, stays as it is.

A library that writes a whole document anew (PyYAML, and ruamel.yaml too) lays it out in its own way: texts are folded
elsewhere, columns shift, remarks move to another key. So an answer is written where it belongs in the text itself, and
not a sign of the rest is touched; what then stands there is read back before it is kept.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Self

import attrs
import yaml

from samenwerkadvies.errors import InvalidFactsError, InvalidInputError, Problem
from samenwerkadvies.known import plain_answer
from samenwerkadvies.loading.cases import case_in, document_in, is_json
from samenwerkadvies.loading.documents import written_document
from samenwerkadvies.loading.texts import decode, read_content
from samenwerkadvies.loading.yaml_reader import LOADER
from samenwerkadvies.placing import put_in_place, said_by_system
from samenwerkadvies.vocabulary import Answer, Chosen

_BOM = "\ufeff"


@attrs.frozen
class CaseFile:
    """A file with one case, as it was read or written last."""

    path: Path
    content: bytes = attrs.field(repr=False)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read the file.

        Raises:
            InvalidInputError: when that cannot be done.
        """
        return cls(path, read_content(path, str(path)))

    @classmethod
    def made(cls, path: Path, case: Mapping[str, object]) -> Self:
        """Make a file with a case, in JSON or YAML as its name tells.

        Raises:
            InvalidFactsError: when it cannot be written.
        """
        text = json.dumps(case, ensure_ascii=False, indent=2) + "\n" if is_json(path) else written_document(case)
        return cls(path, _put(path, text))

    @property
    def case(self) -> Mapping[str, object]:
        """What the file says.

        Raises:
            InvalidInputError: when it is no single case.
        """
        return case_in(self.content, self.path)

    def with_answer(self, path: tuple[str, ...], answer: Answer | None) -> Self:
        """Write what stands under a path of keys (``feiten``, a fact, a party), None for what is not known yet.

        Raises:
            InvalidFactsError: when it cannot be written, or was changed by somebody else; then it is left as it is.
        """
        if self._now() != self.content:
            expected = "begin opnieuw met ask: dan ga je verder met wat er nu staat"
            raise _failed(self.path, "dit bestand is intussen ergens anders veranderd", expected)
        text = self.content.decode()
        before = document_in(decode(self.content, str(self.path)), self.path)
        if is_json(self.path):
            plain = None if answer is None else plain_answer(answer)
            return attrs.evolve(self, content=_put(self.path, _json_like(text, _with(before, path, plain))))
        word = _word(answer)
        value = [*answer.options] if isinstance(answer, Chosen) else word
        bom = text[: text.startswith(_BOM)]
        text = text[len(bom) :]
        root = yaml.compose(text, Loader=LOADER)
        assert isinstance(root, yaml.MappingNode)  # noqa: S101 - for mypy: it was read as a case
        changed = bom + _edited(text, root, path, word)
        try:
            is_right = document_in(decode(changed.encode(), str(self.path)), self.path) == _with(before, path, value)
        except InvalidInputError:
            is_right = False
        if not is_right:
            expected = "elk feit op een eigen regel, met een dubbele punt en het antwoord"
            raise _failed(self.path, "zoals dit bestand is geschreven, past het antwoord er niet in", expected)
        return attrs.evolve(self, content=_put(self.path, changed))

    def _now(self) -> bytes:
        try:
            return read_content(self.path, str(self.path))
        except InvalidInputError:
            return b""


def _put(path: Path, text: str) -> bytes:
    content = text.encode()
    try:
        put_in_place({path: io.BytesIO(content)})
    except OSError as error:
        message = f"dit bestand kan niet worden geschreven ({said_by_system(error)})"
        raise _failed(path, message, "een plek waar je mag schrijven") from None
    return content


def _failed(path: Path, message: str, expected: str) -> InvalidFactsError:
    return InvalidFactsError([Problem(code="LEES01", message=message, place=str(path), expected=expected)])


def _word(answer: Answer | None) -> str:
    if isinstance(answer, bool):
        return "ja" if answer else "nee"
    if isinstance(answer, Chosen):
        return f"[{', '.join(answer.options)}]"
    return "" if answer is None else str(answer)


def _with(document: object, path: tuple[str, ...], value: object) -> dict[str, object]:
    """Return a document in which a value stands under a path of keys."""
    key, *rest = path
    known = document if isinstance(document, Mapping) else {}
    return {**known, key: _with(known.get(key), tuple(rest), value) if rest else value}


def _json_like(text: str, document: object) -> str:
    """Write a document in the manner of the JSON that it replaces."""
    body = text.rstrip()
    inner = re.search(r"\n([ \t]+)\S", body)
    written = json.dumps(document, ensure_ascii="\\u" in body, indent=inner[1] if inner else None)
    written = written.replace("\n", "\r\n") if "\r\n" in body else written
    return text[: text.startswith(_BOM)] + written + text[len(body) :]


def _entry(path: tuple[str, ...], word: str) -> str:
    key, *below = path
    key = key if _PLAIN.fullmatch(key) else json.dumps(key, ensure_ascii=False)
    return f"{key}: {{{_entry(tuple(below), word)}}}" if below else f"{key}: {word}"


_PLAIN = re.compile(r"[^\W\d_](?:[\w .&'()-]*[\w.)])?")
"""A key that stands without quotes and means itself."""


def _edited(text: str, node: yaml.MappingNode, path: tuple[str, ...], word: str) -> str:
    """Put a word under a path of keys below a node of a YAML text, and change nothing else."""
    key, below = path[0], path[1:]
    found = next((value for name, value in node.value if name.value == key), None)
    if found is None:
        return _added(text, node, _entry(path, word))
    if not isinstance(found, yaml.MappingNode) or not below:
        return _replaced(text, found, f"{{{_entry(below, word)}}}" if below else word)
    remark = "#" in text[found.start_mark.index : found.end_mark.index]
    if not found.value and not node.flow_style and not remark:
        return _opened(text, node, found, _entry(below, word))
    return _edited(text, found, below, word)


def _replaced(text: str, node: yaml.Node, written: str) -> str:
    start, end = node.start_mark.index, _end(text, node)
    if start < end:
        return f"{text[:start]}{written}{text[end:]}"
    has_space = text[end : end + 1] == " " and text[end + 1 : end + 2] != "#"
    at = end + has_space
    return f"{text[:at]}{'' if has_space else ' '}{written}{text[at:]}"


def _added(text: str, node: yaml.MappingNode, entry: str) -> str:
    """Add an entry behind the last one of a mapping."""
    if not node.flow_style:
        at = _line_end(text, _end(text, node))
        return f"{text[:at]}{_newline(text)}{' ' * node.start_mark.column}{entry}{text[at:]}"
    if not node.value:
        at = node.start_mark.index + 1
        return f"{text[:at]}{entry}{text[at:]}"
    at = _end(text, node.value[-1][1])
    return f"{text[:at]}, {entry}{text[at:]}"


def _opened(text: str, parent: yaml.Node, node: yaml.Node, entry: str) -> str:
    """Write the first entry of an empty pair of braces on a line of its own, and take the braces away."""
    before, after = text[: node.start_mark.index].rstrip(), text[node.end_mark.index :]
    at = _line_end(after, 0)
    indent = " " * (parent.start_mark.column + 2)
    return f"{before}{after[:at]}{_newline(text)}{indent}{entry}{after[at:]}"


def _end(text: str, node: yaml.Node) -> int:
    """Return where the last sign of a node stands, white space and remarks after it left out."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    return len(text[: node.end_mark.index].rstrip())


def _line_end(text: str, at: int) -> int:
    return at + len(re.split("[\r\n]", text[at:], maxsplit=1)[0])


def _newline(text: str) -> str:
    found = re.search("\r?\n|\r", text)
    return found[0] if found else "\n"
