"""What a table in a file is: read in parts of bounded size; what is not typed there is text."""

from __future__ import annotations

import contextlib
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import attrs

from samenwerkadvies.errors import InvalidFactsError, MissingDependencyError, Problem, listed, quoted
from samenwerkadvies.placing import said_by_system

try:
    import polars as pl
except ImportError as _error:  # pragma: no cover - tested in a Python of its own
    raise MissingDependencyError("tables in files need more: pip install 'samenwerkadvies[frames]'") from _error

__all__ = [
    "SPREADSHEET_TEXT",
    "Explain",
    "Table",
    "TextFile",
    "check_names",
    "count_rows",
    "parts_of",
    "pl",
    "sliced",
    "told_of",
    "unreadable",
    "wrong_file",
]

PART = 250_000
"""Rows in one part."""
_MOST_TOLD = 20


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
        expected = "een bestand dat je mag lezen, en een plek met ruimte waar je mag schrijven"
        if isinstance(error, PermissionError):
            expected += "; staat het bestand nog open? Sluit het dan eerst"
        place = Path(error.filename or target)
        raise wrong_file("TABEL05", place, f"dat lukt niet ({said_by_system(error)})", expected) from None


def check_names(path: Path, names: list[str]) -> None:
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


Explain = Callable[[], Iterable[Problem]]
"""Looks for what is wrong with a table that could not be read."""


def count_rows(path: Path, found: pl.LazyFrame, explain: Explain = tuple) -> int:
    """Return how many rows a plan reads."""
    try:
        return int(found.select(pl.len()).collect().item())
    except pl.exceptions.PolarsError as error:
        raise unreadable(path, error, explain) from None


def parts_of(path: Path, found: pl.LazyFrame, explain: Explain = tuple) -> Iterator[pl.DataFrame]:
    """Yield what a plan reads, at most ``PART`` rows at a time; the first part has no rows, but columns."""
    try:
        yield found.head(0).collect()  # a table without rows has columns too
        yield from found.collect_batches(chunk_size=PART, maintain_order=True)
    except pl.exceptions.PolarsError as error:
        raise unreadable(path, error, explain) from None


def sliced(found: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Yield a table that is in memory in the same way."""
    yield found.head(0)
    yield from found.iter_slices(PART)


def unreadable(path: Path, error: Exception, explain: Explain = tuple) -> InvalidFactsError:
    """Return the error that a table cannot be read, with what explains it."""
    problems = list(itertools.islice(explain(), _MOST_TOLD))
    if problems:
        return InvalidFactsError(problems)
    said = str(error).partition("\n")[0]
    expected = "een hele tabel, met in elke rij dezelfde kolommen"
    return wrong_file("TABEL04", path, f"dit bestand is niet te lezen ({said})", expected)
