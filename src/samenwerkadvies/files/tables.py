"""Tables in files, read in parts of bounded size; what is not typed there is text."""

from __future__ import annotations

import codecs
import contextlib
import csv
import functools
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

from samenwerkadvies.errors import InvalidFactsError, MissingDependencyError, Problem, listed, nearest, quoted

try:
    import polars as pl
except ImportError as _error:  # pragma: no cover - tested in a Python of its own
    raise MissingDependencyError("tables in files need more: pip install 'samenwerkadvies[frames]'") from _error

__all__ = [
    "PART",
    "READABLE",
    "SPREADSHEET_TEXT",
    "Table",
    "TextFile",
    "chosen",
    "open_tables",
    "pl",
    "told_of",
    "wrong_file",
]

PART = 250_000
"""Rows in one part."""
_TEXT_FILES = (".csv", ".tsv", ".txt")
READABLE = (*_TEXT_FILES, ".xlsx", ".parquet")
_SEPARATORS = ";,\t|"
_NO_SEPARATORS = '"\r\n'
_MOST_TOLD = 20
_CHUNK = 1 << 20


@attrs.frozen
class TextFile:
    """How a text file is written: found by looking at it, or given."""

    encoding: str | None = None
    separator: str | None = None


SPREADSHEET_TEXT = TextFile("utf-8-sig", ";")
"""How a Dutch spreadsheet program reads a text file without asking."""


@attrs.frozen
class Table:
    """A table in a file; nothing more than its columns is in memory."""

    columns: tuple[str, ...]
    rows: int
    first_row: int
    """The number of the first row as a reader of the file counts: in a spreadsheet the head is row 1."""
    parts: Callable[[], Iterator[pl.DataFrame]]
    """Reads the table, at most ``PART`` rows at a time; the first part is there even without rows."""
    text: TextFile


def open_tables(path: Path, work: Path, given: TextFile) -> dict[str, Table]:
    """Look at the tables in a file: the sheets of a workbook by name, else one table.

    Args:
        path: csv (also .tsv and .txt), xlsx or parquet.
        work: a folder for what must be written to read it.
        given: how a text file is written, as far as the caller knows.

    Raises:
        InvalidFactsError: when it cannot be read.
        MissingDependencyError: for a workbook, without the extra for Excel.
    """
    if not path.is_file():
        raise wrong_file("LEES01", path, "dit bestand is er niet", "een naam die klopt; kijk ook in welke map je bent")
    suffix = path.suffix.lower()
    if suffix in _TEXT_FILES:
        return {"": _open_text(path, work, given)}
    if suffix == ".parquet":
        return {"": _open_parquet(path)}
    if suffix == ".xlsx":
        return _open_sheets(path)
    expected = f"een bestand dat eindigt op {listed(READABLE)}"
    raise wrong_file("TABEL05", path, f"een bestand op {quoted(suffix)} kan ik niet lezen", expected)


def chosen(tables: dict[str, Table], path: Path, sheet: str | None) -> Table:
    """Return the sheet with a name, or else the first table.

    Raises:
        InvalidFactsError: when there is no such sheet.
    """
    if sheet is None:
        return next(iter(tables.values()))
    if sheet not in tables:
        names = listed([quoted(name) for name in tables if name]) or "een Excel-bestand"
        message = f"er is geen tabblad {quoted(sheet)}"
        raise wrong_file("TABEL04", path, message, names, nearest(sheet, tables))
    return tables[sheet]


def wrong_file(code: str, path: Path, message: str, expected: str, hint: str = "") -> InvalidFactsError:
    """Return the error that something is wrong with a whole file."""
    return InvalidFactsError([Problem(code, message, place=str(path), expected=expected, hint=hint)])


@contextlib.contextmanager
def told_of(target: Path) -> Iterator[None]:
    """Tell of files what the operating system says, such as that a disk is full.

    Raises:
        InvalidFactsError: in place of an OSError.
    """
    try:
        str(target).encode()
        yield
    except UnicodeEncodeError:
        name = ascii(str(target))
        raise wrong_file("TABEL05", Path(name), "deze naam is geen tekst", "een andere naam") from None
    except OSError as error:
        said = error.strerror or str(error)
        expected = "een bestand dat je mag lezen, en een plek met ruimte waar je mag schrijven"
        raise wrong_file("TABEL05", Path(error.filename or target), f"dat lukt niet ({said})", expected) from None


def _check_names(path: Path, names: list[str]) -> None:
    """Refuse a head with names that are missing or stand there twice."""
    expected = "een eerste rij met de naam van elke kolom"
    problems = []
    if not any(names):
        problems = [Problem("TABEL04", "dit bestand is leeg", place=str(path), expected=expected)]
    elif empty := [str(place) for place, name in enumerate(names, start=1) if not name]:
        columns = ("kolom {} heeft" if len(empty) == 1 else "kolommen {} hebben").format(listed(empty, "en"))
        problems = [Problem("TABEL04", f"{columns} geen naam", place=str(path), expected=expected)]
    elif twice := [quoted(name) for name, count in Counter(names).items() if count > 1]:
        message = f"meer dan één kolom heet {listed(twice, 'en')}"
        problems = [Problem("TABEL04", message, place=str(path), expected="elke naam één keer")]
    if problems:
        raise InvalidFactsError(problems)


# --- text ---


def _open_text(path: Path, work: Path, given: TextFile) -> Table:
    if given.separator and (len(given.separator.encode()) > 1 or given.separator in _NO_SEPARATORS):
        message = f"{quoted(given.separator)} kan geen scheidingsteken zijn"
        raise wrong_file("TABEL04", path, message, "één teken, zoals ; of ,")
    try:
        encoding = codecs.lookup(given.encoding).name if given.encoding else _encoding_of(path)
        if encoding == "utf-8":
            encoding = "utf-8-sig"  # a mark at the beginning may be there
        with path.open(encoding=encoding, newline="") as file:
            first = file.readline(_CHUNK)
            separator = given.separator or max(_SEPARATORS, key=first.count)
            head = next(csv.reader(itertools.chain([first], file), delimiter=separator), [])
        plain = path if encoding == "utf-8-sig" else _as_utf8(path, encoding, work / "plain.csv")
    except (LookupError, UnicodeError):
        expected = "utf-8, cp1252 of utf-16"
        message = f"dit is geen tekst in {quoted(given.encoding or 'cp1252')}"
        raise wrong_file("TABEL04", path, message, expected) from None
    except csv.Error as error:  # such as a head that never ends
        raise _unreadable(path, error) from None
    columns = [name.strip() for name in head]
    _check_names(path, columns)
    found = pl.scan_csv(plain, separator=separator, infer_schema=False, new_columns=columns, glob=False)
    explain = functools.partial(_ragged, path, encoding, separator)
    parts = functools.partial(_parts, path, found, explain)
    has_mark = encoding != "utf-8-sig" or _has_mark(path)
    as_written = TextFile("utf-8-sig" if has_mark else "utf-8", separator)
    return Table(tuple(columns), _count(path, found, explain), 2, parts, as_written)


def _has_mark(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(3) == codecs.BOM_UTF8


def _encoding_of(path: Path) -> str:
    """Return the encoding of a text file: what its first bytes say, else UTF-8, else that of Windows."""
    with path.open("rb") as file:
        start = file.read(4)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _as_utf8(path: Path, encoding: str, plain: Path) -> Path:
    """Write a text file again in the one encoding that is read in parts."""
    with path.open(encoding=encoding, newline="") as file, plain.open("w", encoding="utf-8", newline="") as written:
        while chunk := file.read(_CHUNK):
            written.write(chunk)
    return plain


def _ragged(path: Path, encoding: str, separator: str) -> Iterator[Problem]:
    """Yield the rows of a text file that have more cells than its head."""
    with path.open(encoding=encoding, newline="", errors="replace") as file:
        rows = csv.reader(file, delimiter=separator)
        width = len(next(rows))
        for number, row in enumerate(rows, start=2):
            if len(row) > width:
                yield Problem(
                    "TABEL04",
                    f"deze rij heeft {len(row)} cellen en de eerste rij {width}",
                    place=f"{path}, rij {number}",
                    expected=f"een cel met een {quoted(separator)} erin tussen aanhalingstekens",
                )


# --- parquet ---


def _open_parquet(path: Path) -> Table:
    found = pl.scan_parquet(path, glob=False)
    rows = _count(path, found)
    columns = found.collect_schema().names()
    _check_names(path, columns)
    return Table(tuple(columns), rows, 1, functools.partial(_parts, path, found), TextFile("utf-8", ","))


Explain = Callable[[], Iterable[Problem]]


def _count(path: Path, found: pl.LazyFrame, explain: Explain = tuple) -> int:
    try:
        return int(found.select(pl.len()).collect().item())
    except pl.exceptions.PolarsError as error:
        raise _unreadable(path, error, explain) from None


def _parts(path: Path, found: pl.LazyFrame, explain: Explain = tuple) -> Iterator[pl.DataFrame]:
    try:
        yield found.head(0).collect()  # a table without rows has columns too
        yield from found.collect_batches(chunk_size=PART, maintain_order=True)
    except pl.exceptions.PolarsError as error:
        raise _unreadable(path, error, explain) from None


def _unreadable(path: Path, error: Exception, explain: Explain = tuple) -> InvalidFactsError:
    problems = list(itertools.islice(explain(), _MOST_TOLD))
    if problems:
        return InvalidFactsError(problems)
    said = str(error).partition("\n")[0]
    expected = "een hele tabel, met in elke rij dezelfde kolommen"
    return wrong_file("TABEL04", path, f"dit bestand is niet te lezen ({said})", expected)


# --- Excel ---


def _open_sheets(path: Path) -> dict[str, Table]:
    try:
        import fastexcel  # noqa: PLC0415 - only for workbooks
    except ImportError:
        raise MissingDependencyError("Excel needs more: pip install 'samenwerkadvies[excel]'") from None
    try:
        book = fastexcel.read_excel(path)
        return {name: _open_sheet(path, book, name) for name in book.sheet_names}
    except fastexcel.FastExcelError:
        expected = "een .xlsx-bestand zonder wachtwoord"
        raise wrong_file("TABEL04", path, "dit is geen goed Excel-bestand", expected) from None


_MIDNIGHT = r"^(\d{4}-\d{2}-\d{2}) 00:00:00$"
_NAMELESS = "__UNNAMED__"
"""How the library calls a column without a name, with its number (from 0) behind it."""


def _open_sheet(path: Path, book: Any, name: str) -> Table:
    """Look at a sheet; every cell is read as text."""
    head = book.load_sheet(name, header_row=None, n_rows=1, dtypes="string")
    names = [(column or "").strip() for column in (head.to_polars().row(0) if head.height else ())]
    columns = [column or f"{_NAMELESS}{place}" for place, column in enumerate(names)]

    def parts() -> Iterator[pl.DataFrame]:
        sheet = book.load_sheet(name, dtypes="string", skip_whitespace_tail_rows=True, whitespace_as_null=True)
        found = sheet.to_polars()
        _check_names(path, columns)
        found = found.rename(dict(zip(found.columns, columns, strict=True)))
        found = found.with_columns(pl.col(pl.String).str.replace(_MIDNIGHT, "$1"))  # how a day is written here
        nameless = [column for column in columns if column.startswith(_NAMELESS)]
        left = [column for column in nameless if found[column].null_count() == len(found)]
        found = found.drop(left)  # what was emptied, but not taken away
        _check_names(path, ["" if column in nameless else column for column in found.columns])
        yield found.head(0)
        yield from found.iter_slices(PART)

    return Table(tuple(columns), max(0, head.total_height - 1), 2, parts, SPREADSHEET_TEXT)
