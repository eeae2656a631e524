"""What a table in a file is: read in parts of bounded size; what is not typed there is text."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs

from samenwerkadvies.bilingual import all_of
from samenwerkadvies.errors import InvalidFactsError, MissingDependencyError, Problem, quoted
from samenwerkadvies.placing import said_by_system

try:
    import polars as pl
except ImportError as _error:  # pragma: no cover - tested in a Python of its own
    raise MissingDependencyError("tables in files need more: pip install 'samenwerkadvies[frames]'") from _error

__all__ = [
    "ROW",
    "SPREADSHEET_TEXT",
    "UNREAD",
    "Table",
    "TextFile",
    "check_names",
    "count_rows",
    "is_nameless",
    "named",
    "parts_of",
    "pl",
    "sliced",
    "told_of",
    "unreadable",
    "without_nameless",
    "wrong_file",
]

PART = 250_000
"""Rows in one part."""


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
    is_visible: bool = True
    """Whether people see it: a sheet can be hidden."""


def wrong_file(code: str, path: Path, message: str, expected: str, hint: str = "") -> InvalidFactsError:
    """Return the error that something is wrong with a whole file."""
    return InvalidFactsError([Problem(code=code, message=message, place=str(path), expected=expected, hint=hint)])


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
        expected = "een bestand dat je mag lezen, en een plek met ruimte waar je mag schrijven"
        if isinstance(error, PermissionError):
            expected += "; staat het bestand nog open? Sluit het dan eerst"
        place = Path(error.filename or target)
        raise wrong_file("TABEL05", place, f"dat lukt niet ({said_by_system(error)})", expected) from None


ROW, UNREAD = "__row", "__unread"
"""Columns that a part may have besides its own: the number of each row, and why it could not be read (else null).

How a row that could not be read is written, stands in its first column."""
_NAMELESS = "__nameless"


def named(names: Sequence[str]) -> list[str]:
    """Return the names of columns, with a name of ours for those that have none."""
    return [name or f"{_NAMELESS}{place}" for place, name in enumerate(names)]


def is_nameless(column: str) -> bool:
    """Say whether a column has a name of ours, because it has none itself."""
    return column.startswith(_NAMELESS)


def without_nameless(path: Path, found: pl.DataFrame) -> pl.DataFrame:
    """Return a part without the columns that have no name, as long as nothing stands in them.

    Raises:
        InvalidFactsError: when something does.
    """
    nameless = list(filter(is_nameless, found.columns))
    if filled := [name for name in nameless if found[name].null_count() < len(found)]:
        places = [str(found.columns.index(name) + 1) for name in filled]
        columns = ("kolom {} heeft" if len(places) == 1 else "kolommen {} hebben").format(all_of(places))
        expected = "in de eerste rij de naam van elke kolom"
        raise wrong_file("TABEL04", path, f"{columns} geen naam", expected)
    return found.drop(nameless)


def check_names(path: Path, names: list[str], below: Sequence[Sequence[str]] = ()) -> None:
    """Refuse a head without names, or with a name twice; ``below``: the first rows below it."""
    filled = [name for name in names if name]
    if not filled:
        raise wrong_file("TABEL04", path, "dit bestand is leeg", "een eerste rij met de naam van elke kolom")
    for number, row in enumerate(below, start=2):
        others = [cell for cell in row if cell.strip()]
        if len(filled) < len(others) and len(filled) == 1 and len(others) == len(set(others)):
            message = f"de eerste rij is een titel: de namen van de kolommen staan zo te zien in rij {number}"
            raise wrong_file("TABEL04", path, message, "de namen in de eerste rij: haal de rijen erboven weg")
    if twice := [quoted(name) for name, count in Counter(filled).items() if count > 1]:
        message = f"meer dan één kolom heet {all_of(twice)}"
        raise wrong_file("TABEL04", path, message, "elke naam één keer")


def count_rows(path: Path, found: pl.LazyFrame) -> int:
    """Return how many rows a plan reads."""
    try:
        return int(found.select(pl.len()).collect().item())
    except pl.exceptions.PolarsError:
        raise unreadable(path) from None


def parts_of(path: Path, found: pl.LazyFrame) -> Iterator[pl.DataFrame]:
    """Yield what a plan reads, at most ``PART`` rows at a time; the first part has no rows, but columns."""
    try:
        yield found.head(0).collect()  # a table without rows has columns too
        yield from found.collect_batches(chunk_size=PART, maintain_order=True)
    except pl.exceptions.PolarsError:
        raise unreadable(path) from None


def sliced(found: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Yield a table that is in memory in the same way."""
    yield found.head(0)
    yield from found.iter_slices(PART)


def unreadable(path: Path) -> InvalidFactsError:
    """Return the error that a file is not what its name says."""
    return wrong_file("TABEL04", path, "dit bestand is niet te lezen", "een heel bestand van de soort die het heet")
