"""Tables in workbooks: every sheet is one."""

from __future__ import annotations

import decimal
import functools
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from samenwerkadvies.bilingual import all_of, any_of
from samenwerkadvies.errors import MissingDependencyError, nearest, quoted
from samenwerkadvies.tables.inspection import BrokenError, Look, TooLargeError, inspect
from samenwerkadvies.tables.table import (
    SPREADSHEET_TEXT,
    Table,
    check_names,
    named,
    pl,
    sliced,
    without_nameless,
    wrong_file,
)

logging.getLogger("calamine").addHandler(logging.NullHandler())
"""The library tells of charts, in English; nobody set up logging, so it would stand in a terminal."""

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
_OLD = b"\xd0\xcf\x11\xe0"
"""How a file begins that Excel wrote before 2007, or that has a password."""


def open_workbook(path: Path) -> dict[str, Table]:
    """Look at the sheets of a workbook by name, in order; one with a chart has no columns.

    Raises:
        InvalidFactsError: when it cannot be read, or would not fit in memory.
        MissingDependencyError: without the extra for Excel.
    """
    try:
        import fastexcel  # noqa: PLC0415 - only for workbooks
    except ImportError:
        raise MissingDependencyError("Excel needs more: pip install 'samenwerkadvies[excel]'") from None
    try:
        looks = inspect(path)
        book = fastexcel.read_excel(path.read_bytes())  # bytes: what a file is called says too little
        return {name: _open_sheet(path, book, name, looks.get(name)) for name in book.sheet_names}
    except TooLargeError:
        message = "in deze werkmap lopen de gevulde cellen te ver uiteen, of hij is te groot om te lezen"
        expected = "een werkmap zonder losse cellen ver weg; of sla het blad op als .csv"
        raise wrong_file("TABEL04", path, message, expected) from None
    except (BrokenError, fastexcel.FastExcelError):
        has_password = path.suffix.lower() != ".xls" and path.read_bytes()[: len(_OLD)] == _OLD
        message = "deze werkmap heeft een wachtwoord" if has_password else "dit is geen goede werkmap"
        expected = "een werkmap zonder wachtwoord; open hem in Excel of LibreOffice, en sla hem op als .xlsx"
        raise wrong_file("TABEL04", path, message, expected) from None


def chosen(tables: dict[str, Table], path: Path, sheet: str | None) -> str:
    """Return the name of the sheet to read: the one that is asked for, or else the first that people see.

    Raises:
        InvalidFactsError: when there is none.
    """
    if sheet is None:
        seen = with_rows(tables)
        if not seen and (hidden := [quoted(name) for name, table in tables.items() if not table.is_visible]):
            message = f"hier is alleen een verborgen tabblad: {all_of(hidden)}"
            raise wrong_file("TABEL04", path, message, "een tabblad dat je ziet; of kies er een met --sheet")
        if not tables:
            raise wrong_file("TABEL04", path, "in deze werkmap staat geen tabel", "een tabblad met een tabel")
        return next(iter(seen or tables))
    if sheet not in tables:
        names = any_of([quoted(name) for name in tables if name]) or "een werkmap met tabbladen"
        message = f"er is geen tabblad {quoted(sheet)}"
        raise wrong_file("TABEL04", path, message, names, nearest(sheet, tables))
    return sheet


def with_rows(tables: dict[str, Table]) -> list[str]:
    """Return the names of the tables that people see and in which something stands."""
    return [name for name, table in tables.items() if table.is_visible and table.columns]


def check_alike(tables: dict[str, Table], path: Path) -> None:
    """Refuse sheets that are no one table: each must have the same columns.

    Raises:
        InvalidFactsError: with the first that differs, and how.
    """
    (first, model), *others = tables.items()
    for name, table in others:
        more, less = set(table.columns) - set(model.columns), set(model.columns) - set(table.columns)
        if more or less:
            column = quoted(min(more or less))
            has = f"heeft kolom {column}" if more else f"mist kolom {column}"
            message = f"tabblad {quoted(name)} {has}, anders dan {quoted(first)}"
            expected = "op elk tabblad dezelfde kolommen; of kies er een met --sheet"
            raise wrong_file("TABEL04", path, message, expected)


_MIDNIGHT = r"^(\d{4}-\d{2}-\d{2}) 00:00:00$"
_LOOKED_AT = 20
"""Rows among which the head is looked for."""


def _open_sheet(path: Path, book: Any, name: str, look: Look | None) -> Table:
    """Look at a sheet; every cell is read as text."""
    head = book.load_sheet(name, header_row=None, n_rows=_LOOKED_AT, dtypes="string")
    first, *below = [[(cell or "").strip() for cell in row] for row in head.to_polars().rows()] or [[]]
    columns = named(first)

    def parts() -> Iterator[pl.DataFrame]:
        sheet = book.load_sheet(name, dtypes="string", skip_whitespace_tail_rows=True, whitespace_as_null=True)
        found = sheet.to_polars()
        check_names(path, first, below)
        found = found.rename(dict(zip(found.columns, columns, strict=True)))
        found = found.with_columns(pl.col(pl.String).str.replace(_MIDNIGHT, "$1"))  # how a day is written here
        found = found if look is None else _as_shown(found, look)
        yield from sliced(without_nameless(path, found))

    first_row = 2 if look is None else look.rows[0] + 1
    is_visible = head.visible == "visible"
    return Table(tuple(columns), max(0, head.total_height - 1), first_row, parts, SPREADSHEET_TEXT, is_visible)


def _as_shown(found: pl.DataFrame, look: Look) -> pl.DataFrame:
    """Return rows with percentages as people see them, and with what stands in cells without a value."""
    changes: dict[int, list[tuple[int, Callable[[str | None], str | None]]]] = {}
    for row, column in look.per_cent:
        changes.setdefault(column, []).append((row, _hundredfold))
    for (row, column), shown in look.odd.items():
        changes.setdefault(column, []).append((row, functools.partial(lambda text, _: text, shown)))
    for place, name in enumerate(found.columns, start=look.columns[0]):
        changed = changes.get(place, ())
        if not changed:
            continue
        values = found[name].to_list()
        for row, change in changed:
            index = row - look.rows[0] - 1
            if 0 <= index < len(values):  # not the head, nor what was left out at the end
                values[index] = change(values[index])
        found = found.with_columns(pl.Series(name, values, dtype=pl.String))
    return found


_DECIMALS = 10


def _hundredfold(text: str | None) -> str | None:
    """Return a number as the percentage that people see."""
    if text is None:
        return None
    number = round(decimal.Decimal(text) * 100, _DECIMALS)
    return f"{number.normalize():f}"
