"""Read a file of people as text: refuse what is no file and no text, and say what it is instead."""

from __future__ import annotations

import itertools
import re
import stat
from pathlib import Path

from samenwerkadvies.bilingual import both
from samenwerkadvies.errors import MOST_PROBLEMS, InvalidInputError, Location, Problem
from samenwerkadvies.signs import forbidden_signs

LARGEST = 1_000_000
"""Bytes in one file."""


def require_file(path: Path, shown: str) -> None:
    """Refuse, before it is opened, what is no ordinary file: reading a pipe or a device may never end.

    Raises:
        InvalidInputError: when it is not there, or is a folder, pipe, device or socket.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        problem = Problem(
            code="LEES01", message="dit bestand bestaat niet", place=shown, expected="een bestand dat er is"
        )
    except (OSError, ValueError):  # a name may hold signs that no file name has
        problem = _unreadable(shown)
    else:
        if stat.S_ISREG(mode):
            return
        what = "een map" if stat.S_ISDIR(mode) else "geen gewoon bestand, maar een apparaat of een doorgeefluik"
        problem = Problem(code="LEES01", message=f"dit is {what}", place=shown, expected="een bestand")
    raise InvalidInputError([problem])


def _unreadable(shown: str) -> Problem:
    return Problem(
        code="LEES01", message="dit bestand is niet te lezen", place=shown, expected="een bestand dat je mag openen"
    )


def read_text(path: Path, shown: str) -> str:
    """Return the text of a file, with plain line ends; ``shown`` is its name in messages.

    Raises:
        InvalidInputError: when it cannot be read, is too large or is no text.
    """
    return decode(read_content(path, shown), shown)


def read_content(path: Path, shown: str) -> bytes:
    """Return the bytes of a file of text.

    Raises:
        InvalidInputError: when it cannot be read, is too large or is another kind of file.
    """
    require_file(path, shown)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError:
        raise InvalidInputError([_unreadable(shown)]) from None
    if (what := _other_kind(content)) is not None:
        raise InvalidInputError([Problem(code="LEES03", message=f"dit is {what}", place=shown, expected=_PLAIN)])
    if len(content) > LARGEST:
        expected = f"hoogstens {LARGEST // 1_000_000} MB"
        raise InvalidInputError(
            [Problem(code="LEES02", message="dit bestand is te groot", place=shown, expected=expected)]
        )
    return content


_PLAIN = "een tekstbestand in UTF-8: kies Opslaan als, en dan 'Tekst zonder opmaak' met codering UTF-8"
_SAVE_AS = "kies Opslaan als, en dan bij Codering: UTF-8"
_KINDS = (
    (b"%PDF-", "een pdf"),
    (b"{\\rtf", "een tekst met opmaak (RTF)"),
    (b"\xd0\xcf\x11\xe0", "een oud bestand van Word of Excel"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"\x1f\x8b", "een ingepakt bestand"),
    (b"PAR1", "een tabel (Parquet)"),
    (b"<!DOCTYPE", "een webpagina"),
    (b"<html", "een webpagina"),
)
"""How files begin that people give another name."""
_PACKED = (
    (b"word/", "een bestand van Word"),
    (b"xl/", "een bestand van Excel"),
    (b"opendocument.text", "een bestand van LibreOffice Writer"),
    (b"opendocument.spreadsheet", "een bestand van LibreOffice Calc"),
)
"""What stands in zip files that are something else."""


def _other_kind(content: bytes) -> str | None:
    if content.startswith(b"PK\x03\x04"):
        return next((what for sign, what in _PACKED if sign in content), "een ingepakt bestand (zip)")
    return next((what for start, what in _KINDS if content.startswith(start)), None)


def decode(content: bytes, shown: str) -> str:
    """Return the text in bytes, with plain line ends.

    Raises:
        InvalidInputError: when it is not UTF-8, holds signs that no text has, or two versions of a file.
    """
    if _is_utf_16(content):
        message = "dit bestand is opgeslagen als UTF-16 (in Windows heet dat 'Unicode')"
        raise InvalidInputError([Problem(code="LEES03", message=message, place=shown, expected=f"UTF-8: {_SAVE_AS}")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInputError([_encoding_problem(content, error.start, shown)]) from None
    text = text.replace("\r\n", "\n")
    if "\n" not in text:  # an old Mac ends its lines so
        text = text.replace("\r", "\n")
    if problems := [*_merge_problems(text, shown), *_sign_problems(text, shown)]:
        raise InvalidInputError(problems)
    return text


def _is_utf_16(content: bytes) -> bool:
    """Recognise UTF-16 by its mark, or by its zeros: each Latin letter has one beside it."""
    head = content[:1000]
    zeros = sorted((head[::2].count(0), head[1::2].count(0)))
    return head[:2] in (b"\xff\xfe", b"\xfe\xff") or zeros[0] * 10 < zeros[1] > len(head) // 4


def _encoding_problem(content: bytes, position: int, shown: str) -> Problem:
    line_start = content.rfind(b"\n", 0, position) + 1
    line, _, _ = content[line_start:].partition(b"\n")
    number = content[:line_start].count(b"\n") + 1
    source = line[:_LONGEST_LINE].decode("cp1252", "replace").rstrip("\r")
    at = Location(shown, number, position - line_start + 1, source)
    if not _is_windows_1252(content):
        at = Location(shown, number, 1)
        return Problem(code="LEES03", message="dit is geen tekst in UTF-8", location=at, expected=_PLAIN)
    if content.decode("utf-8", "ignore").isascii():
        return Problem(
            code="LEES03", message="dit lijkt Windows-1252, geen UTF-8", location=at, expected=f"UTF-8: {_SAVE_AS}"
        )
    message = f"hier staan twee coderingen door elkaar: UTF-8, en op regel {number} iets als Windows-1252"
    return Problem(
        code="LEES03",
        message=message,
        location=at,
        expected="typ de bijzondere letters op deze regel opnieuw, en sla op als UTF-8",
    )


_LONGEST_LINE = 10_000
_NO_TEXT = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")


def _is_windows_1252(content: bytes) -> bool:
    return not _NO_TEXT.search(content)


_MERGE_MARKERS = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:$| .*)", re.MULTILINE)


def _merge_problems(text: str, shown: str) -> list[Problem]:
    found = _MERGE_MARKERS.search(text)
    if not found:
        return []
    message = "hier staan twee versies van dit bestand door elkaar"
    expected = "één versie: kies wat blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
    return [
        Problem(
            code="LEES10",
            message=message,
            location=location(shown, text, found.start(), len(found.group())),
            expected=expected,
        )
    ]


def _sign_problems(text: str, shown: str) -> list[Problem]:
    return [
        Problem(
            code="LEES03",
            message=f"hier staat {sign.name}",
            location=location(shown, text, sign.position),
            expected=sign.way_out,
        )
        for sign in itertools.islice(forbidden_signs(text), MOST_PROBLEMS)
    ]


_NESTING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)
"""What counts in JSON for how deep it is; brackets within a text do not."""


def nests_deeper(text: str, most: int) -> bool:
    """Say whether a text of JSON has more than so many levels, before anything follows them down."""
    depth = 0
    for found in _NESTING.finditer(text):
        sign = found[0]
        depth += (sign in "[{") - (sign in "]}")
        if depth > most:
            return True
    return False


def require_shallow(text: str, most: int, shown: str) -> None:
    """Refuse JSON with more levels than so many; ``shown`` is its name in messages.

    Raises:
        InvalidInputError: when it nests deeper.
    """
    if nests_deeper(text, most):
        message = both("te veel niveaus in elkaar", "too many levels in each other")
        expected = both("hoogstens {} diep", "{} deep at the most", str(most))
        raise InvalidInputError([Problem(code="LEES06", message=message, place=shown, expected=expected)])


def line_and_column(text: str, position: int) -> tuple[int, int]:
    """Return the line and column, from 1, of a position in a text."""
    before = text[:position]
    return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1


def location(shown: str, text: str, position: int, width: int = 1) -> Location:
    """Return a position in a text as a place in the file with that text."""
    line, column = line_and_column(text, position)
    start = position - column + 1
    end = text.find("\n", position)
    return Location(shown, line, column, text[start : len(text) if end < 0 else end], width)
