"""Tables in workbooks: every sheet is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samenwerkadvies.errors import MissingDependencyError, listed, nearest, quoted
from samenwerkadvies.files.tables import SPREADSHEET_TEXT, Table, check_names, pl, sliced, wrong_file

WORKBOOKS = (".xlsx",)


def open_workbook(path: Path) -> dict[str, Table]:
    """Look at the sheets of a workbook."""
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
        check_names(path, columns)
        found = found.rename(dict(zip(found.columns, columns, strict=True)))
        found = found.with_columns(pl.col(pl.String).str.replace(_MIDNIGHT, "$1"))  # how a day is written here
        nameless = [column for column in columns if column.startswith(_NAMELESS)]
        left = [column for column in nameless if found[column].null_count() == len(found)]
        found = found.drop(left)  # what was emptied, but not taken away
        check_names(path, ["" if column in nameless else column for column in found.columns])
        yield from sliced(found)

    return Table(tuple(columns), max(0, head.total_height - 1), 2, parts, SPREADSHEET_TEXT)
