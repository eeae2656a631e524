"""Tables in text files, however they are written."""

from __future__ import annotations

import codecs
import csv
import functools
import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

from samenwerkadvies.errors import Problem, quoted
from samenwerkadvies.files.tables import Table, TextFile, check_names, count_rows, parts_of, pl, unreadable, wrong_file

TEXT_FILES = (".csv", ".tsv", ".txt")
_SEPARATORS = ";,\t|"
_NO_SEPARATORS = '"\r\n'
_CHUNK = 1 << 20


def open_text(path: Path, given: TextFile) -> Table:
    """Look at a text file; every cell is read as text."""
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
        columns = [name.strip() for name in head]
        check_names(path, columns)
        found = _scanned(path, encoding, separator, columns)
    except (LookupError, UnicodeError):
        expected = "utf-8, cp1252 of utf-16"
        message = f"dit is geen tekst in {quoted(given.encoding or 'cp1252')}"
        raise wrong_file("TABEL04", path, message, expected) from None
    except csv.Error as error:  # such as a head that never ends
        raise unreadable(path, error) from None
    explain = functools.partial(_ragged, path, encoding, separator)
    parts = functools.partial(parts_of, path, found, explain)
    has_mark = encoding != "utf-8-sig" or _has_mark(path)
    as_written = TextFile("utf-8-sig" if has_mark else "utf-8", separator)
    return Table(tuple(columns), count_rows(path, found, explain), 2, parts, as_written)


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


def _scanned(path: Path, encoding: str, separator: str, columns: list[str]) -> pl.LazyFrame:
    """Return a plan that reads a text file in parts; one in another encoding is written again in UTF-8."""
    scan = functools.partial(pl.scan_csv, separator=separator, infer_schema=False, new_columns=columns, glob=False)
    if encoding == "utf-8-sig":
        return scan(path)
    # a file without a name: nothing of it stays behind, and the plan keeps it
    with path.open(encoding=encoding, newline="") as file, tempfile.TemporaryFile() as plain:
        while chunk := file.read(_CHUNK):
            plain.write(chunk.encode())
        plain.flush()
        plain.seek(0)
        return scan(plain)


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
