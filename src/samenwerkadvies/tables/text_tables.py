"""Tables in text files, however they are written: row by row, so that one row spoils no other and none is lost.

A line without quotes is split where its separators stand. Others are read here, cell by cell, and written again as they
should be; only then Polars makes columns of them. So there is one reading, and it is the one below.
"""

from __future__ import annotations

import codecs
import contextlib
import functools
import itertools
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs

from samenwerkadvies.errors import quoted
from samenwerkadvies.signs import FORMULA
from samenwerkadvies.tables.table import (
    PART,
    ROW,
    UNREAD,
    Table,
    TextFile,
    check_names,
    named,
    pl,
    without_nameless,
    wrong_file,
)

TEXT_FILES = (".csv", ".tsv", ".txt")
_SEPARATORS = ";,\t|"
_NO_SEPARATORS = '"\r\n'
_LOOKED_AT = 50
"""Lines by which the separator is judged."""
_LONGEST = 1 << 20
"""Letters in a line, or in a row of more than one line."""
_MOST_LINES = 100
"""Lines in one row: after these a quote that was opened is taken to be one that nobody closed."""


def open_text(path: Path, given: TextFile) -> Table:
    """Look at a text file; every cell is read as text.

    Raises:
        InvalidFactsError: when it is no table, or not in one encoding.
    """
    if given.separator and (len(given.separator.encode()) > 1 or given.separator in _NO_SEPARATORS):
        message = f"{quoted(given.separator)} kan geen scheidingsteken zijn"
        raise wrong_file("TABEL04", path, message, "één teken, zoals ; of ,")
    with _in(given.encoding or "cp1252", path):
        encoding = codecs.lookup(given.encoding).name if given.encoding else _encoding_of(path)
        if encoding == "utf-8":
            encoding = "utf-8-sig"  # a mark at the beginning may be there
        told = _separator_told(path, encoding)
    read = functools.partial(_lines, path, encoding)
    sample = list(itertools.islice(read(), _LOOKED_AT))
    separator = given.separator or told or _separator_of(sample)
    first = list(itertools.islice(_rows(iter(sample), separator), _HEADS_OF_QUALTRICS))
    heads = _HEADS_OF_QUALTRICS if any(map(_is_of_qualtrics, first[2:])) else 1
    head = first[heads // 2] if first else ""  # of three rows the second has the questions
    if isinstance(head, _Row) and head.cells is None:
        message = f"rij {1 + heads // 2}: {head.reason}"
        raise wrong_file("TABEL04", path, message, "een eerste rij met de naam van elke kolom")
    cells = head.cells or () if isinstance(head, _Row) else head.split(separator)
    names = [re.sub(f"^'({FORMULA})", r"\1", name.strip()) for name in cells]
    check_names(path, names, [line.split(separator) for line in sample[1:]])
    columns = named(names)
    parts = functools.partial(_parts, path, read, separator, columns, heads)
    has_mark = encoding != "utf-8-sig" or _has_mark(path)
    as_written = TextFile("utf-8-sig" if has_mark else "utf-8", separator)
    return Table(tuple(columns), _count(path), heads + 1, parts, as_written)


@contextlib.contextmanager
def _in(encoding: str, path: Path) -> Iterator[None]:
    """Tell of text that is not in an encoding, or of an encoding that does not exist.

    Raises:
        InvalidFactsError: instead of what Python says.
    """
    try:
        yield
    except (LookupError, UnicodeError):
        expected = "utf-8, cp1252 of utf-16"
        raise wrong_file("TABEL04", path, f"dit is geen tekst in {quoted(encoding)}", expected) from None


_HEADS_OF_QUALTRICS = 3
"""Rows above the answers of a survey of Qualtrics: codes, questions, and what it needs to read them back."""


def _is_of_qualtrics(row: _Row | str) -> bool:
    """Say whether a row is the one with which Qualtrics reads answers back."""
    return isinstance(row, _Row) and (row.cells or ("",))[0].startswith('{"ImportId":')


def _has_mark(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(3) == codecs.BOM_UTF8


def _count(path: Path) -> int:
    """Return about how many rows there are, to show how far the work is."""
    with path.open("rb") as file:
        return sum(1 for _ in file) - 1


def _encoding_of(path: Path) -> str:
    """Return the encoding of a text file: what its first bytes say, else UTF-8, else that of Windows.

    Raises:
        InvalidFactsError: where some lines are in the one and some in the other.
    """
    utf8 = other = 0
    with path.open("rb") as file:
        if file.read(4).startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        file.seek(0)
        for number, line in enumerate(iter(functools.partial(file.readline, _LONGEST), b""), start=1):
            if b"\0" in line:
                raise wrong_file("TABEL04", path, "dit is geen tekst", "een tabel; sla het bestand op als UTF-8")
            if not line.isascii():
                if _is_utf8(line):
                    utf8 = utf8 or number
                else:
                    other = other or number
            if utf8 and other:
                message = f"rij {utf8} is opgeslagen als UTF-8, en rij {other} niet"
                raise wrong_file("TABEL04", path, message, "één codering; sla het bestand op als UTF-8")
    return "cp1252" if other else "utf-8"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


_TOLD = re.compile("sep=(.)", re.IGNORECASE)
"""The line with which Excel is told of the separator."""


def _separator_told(path: Path, encoding: str) -> str:
    with path.open(encoding=encoding) as file:
        found = _TOLD.fullmatch(file.readline(_LONGEST).rstrip("\n"))
    return found[1] if found else ""


def _lines(path: Path, encoding: str) -> Iterator[str]:
    """Yield the lines of a file without their ends, of whatever kind those are.

    Raises:
        InvalidFactsError: for a line that is too long to be a row.
    """
    with path.open(encoding=encoding) as file, _in(encoding, path):
        for number, line in enumerate(iter(functools.partial(file.readline, _LONGEST), ""), start=1):
            if len(line) == _LONGEST:
                raise wrong_file("TABEL04", path, f"rij {number} is te lang", "een tabel met op elke regel één rij")
            text = line.removesuffix("\n")
            if number > 1 or not _TOLD.fullmatch(text):
                yield text


def _separator_of(lines: Sequence[str]) -> str:
    """Return the sign that stands equally often, outside quotes, in most lines."""
    bare = [_QUOTED.sub("", line) for line in lines]

    def fit(separator: str) -> tuple[int, int]:
        counts = Counter(count for line in bare if (count := line.count(separator)))
        return max(((lines, count) for count, lines in counts.items()), default=(0, 0))

    return max(_SEPARATORS, key=fit)


_QUOTED = re.compile('"(?:[^"]|"")*"')


# --- rows ---


@attrs.frozen
class _Row:
    """A row as it was read."""

    cells: tuple[str, ...] | None
    """None where it cannot be read."""
    text: str = ""
    """How it is written; only of what cannot be read."""
    reason: str = ""


def _rows(lines: Iterator[str], separator: str) -> Iterator[_Row | str]:
    """Yield the head and the rows below it: a line as it is where its separators alone say what the cells are."""
    width = 0
    ahead: deque[str] = deque()
    while (line := ahead.popleft() if ahead else next(lines, None)) is not None:
        if width and '"' not in line and line.count(separator) == width - 1:
            yield line
            continue
        taken: list[str] = []
        whole = line
        row = _row(line, separator, width)
        while row is None and len(taken) < _MOST_LINES and len(whole) < _LONGEST:
            more = ahead.popleft() if ahead else next(lines, None)
            if more is None:
                break
            taken.append(more)
            whole += f"\n{more}"
            row = _row(whole, separator, width) if '"' in more else None
        if row is None or (taken and row.cells is None):  # a quote that nobody closed: what follows is no part of it
            ahead.extendleft(reversed(taken))
            row = _Row(None, line, "een aanhalingsteken aan het begin van een cel wordt niet gesloten")
        width = width or len(row.cells or ())
        yield row


def _row(line: str, separator: str, width: int) -> _Row | None:
    """Return a row; None where it goes on in the next line."""
    try:
        cells = _cells(line, separator, width)
    except _AfterQuoteError:
        return _Row(None, line, "achter een aanhalingsteken aan het eind van een cel staat nog tekst")
    if cells is None:
        return None
    if not width or len(cells) == width or not any(map(str.strip, cells)):
        return _Row(cells)
    if len(cells) == 1 and separator in cells[0]:
        return _Row(None, line, "de hele rij staat tussen aanhalingstekens: dan is het één cel")
    few = f"deze rij heeft {len(cells)} {'cel' if len(cells) == 1 else 'cellen'} en de eerste rij {width}"
    way_out = f"; zet een cel met een {separator} erin tussen aanhalingstekens" if len(cells) > width else ""
    return _Row(None, line, few + way_out)


class _AfterQuoteError(Exception):
    """Text behind the closing quote of a cell."""


_CELL = re.compile(r'"((?:[^"]|"")*)(")? *')
_ESCAPED_CELL = re.compile(r'"((?:[^"\\]|\\.|"")*)(")? *', re.DOTALL)
"""A cell within quotes, and one as PHP writes it, with a backslash before a quote; an open one has no second group."""


def _cells(line: str, separator: str, width: int) -> tuple[str, ...] | None:
    """Return the cells of a line; None where a quote is open at its end.

    Quotes around a cell count, and two of them are one within; elsewhere they are text.

    Raises:
        _AfterQuoteError: where text stands behind a quoted cell.
    """
    if '"' not in line:
        return tuple(line.split(separator))
    try:
        cells = _split(line, separator, _CELL)
    except _AfterQuoteError:
        if '\\"' not in line:
            raise
        return _escaped(line, separator)
    if '\\"' in line and (cells is None or len(cells) != width):
        with contextlib.suppress(_AfterQuoteError):
            escaped = _escaped(line, separator)
            return escaped if escaped and len(escaped) == width else cells
    return cells


def _escaped(line: str, separator: str) -> tuple[str, ...] | None:
    """Return the cells of a line in which a backslash stands before a quote within a cell, as PHP writes it."""
    cells = _split(line, separator, _ESCAPED_CELL)
    return cells and tuple(re.sub(r"\\(.)", r"\1", cell) for cell in cells)


def _split(line: str, separator: str, within_quotes: re.Pattern[str]) -> tuple[str, ...] | None:
    cells = []
    at = 0
    while True:
        if found := within_quotes.match(line, at):
            if found[2] is None:
                return None
            cells.append(found[1].replace('""', '"'))
            end = found.end()
        else:
            end = line.find(separator, at)
            end = len(line) if end < 0 else end
            cells.append(line[at:end])
        if end == len(line):
            return tuple(cells)
        if line[end] != separator:
            raise _AfterQuoteError
        at = end + 1


# --- columns ---


def _parts(
    path: Path, lines: Callable[[], Iterator[str]], separator: str, columns: list[str], heads: int
) -> Iterator[pl.DataFrame]:
    """Yield the rows below the head, at most ``PART`` at a time; the first part has none, but it has the columns."""
    rows = itertools.islice(enumerate(_rows(lines(), separator), start=1), heads, None)
    yield without_nameless(path, _as_frame([], separator, columns))
    while part := list(itertools.islice(rows, PART)):
        yield without_nameless(path, _as_frame(part, separator, columns))


def _as_frame(rows: list[tuple[int, _Row | str]], separator: str, columns: list[str]) -> pl.DataFrame:
    """Return rows as columns of text, with their numbers, and why they could not be read."""
    lines: list[str] = []
    numbers: list[int] = []
    reasons: list[str | None] = []
    empty = separator.join(['""'] * len(columns))
    for number, row in rows:
        if isinstance(row, str):
            lines.append(row or empty)  # a line with nothing at all would be skipped
            reasons.append(None)
        else:
            cells = row.cells or (row.text, *[""] * (len(columns) - 1))
            if len(cells) != len(columns):  # blank rows may be shorter or longer
                cells = ("",) * len(columns)
            lines.append(separator.join('"' + cell.replace('"', '""') + '"' for cell in cells))
            reasons.append(row.reason or None)
        numbers.append(number)
    found = (
        pl.read_csv(
            "\n".join(lines).encode(),
            has_header=False,
            new_columns=columns,
            separator=separator,
            infer_schema=False,
        )
        if lines
        else pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
    )
    text = pl.col(columns).str.replace(f"^'({FORMULA})", "$1")  # as we write it
    return found.select(
        pl.when(text.str.strip_chars() != "").then(text),
        pl.Series(ROW, numbers, dtype=pl.UInt32),
        pl.Series(UNREAD, reasons, dtype=pl.String),
    )
