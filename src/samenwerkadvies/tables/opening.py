"""Open the tables in a file, whatever kind of file it is."""

from __future__ import annotations

import functools
from pathlib import Path

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import quoted
from samenwerkadvies.tables.table import Table, TextFile, check_names, count_rows, parts_of, pl, wrong_file
from samenwerkadvies.tables.text_tables import TEXT_FILES, open_text
from samenwerkadvies.tables.workbooks import WORKBOOKS, open_workbook

READABLE = (*TEXT_FILES, *WORKBOOKS, ".parquet")


def open_tables(path: Path, given: TextFile) -> dict[str, Table]:
    """Look at the tables in a file: the sheets of a workbook by name, else one table.

    Args:
        path: csv (also .tsv and .txt), xlsx or parquet.
        given: how a text file is written, as far as the caller knows.

    Raises:
        InvalidFactsError: when it cannot be read.
        MissingDependencyError: for a workbook, without the extra for Excel.
    """
    if not path.is_file():
        if path.exists():  # a pipe, or a device: reading it may never end
            raise wrong_file("LEES01", path, "dit is geen gewoon bestand", "een bestand")
        raise wrong_file("LEES01", path, "dit bestand is er niet", "een naam die klopt; kijk ook in welke map je bent")
    suffix = path.suffix.lower()
    if suffix in TEXT_FILES:
        return {"": open_text(path, given)}
    if suffix == ".parquet":
        return {"": _open_parquet(path)}
    if suffix in WORKBOOKS:
        return open_workbook(path)
    expected = f"een bestand dat eindigt op {any_of(READABLE)}"
    raise wrong_file("TABEL05", path, f"een bestand op {quoted(suffix)} kan ik niet lezen", expected)


def _open_parquet(path: Path) -> Table:
    found = pl.scan_parquet(path, glob=False)
    rows = count_rows(path, found)
    columns = found.collect_schema().names()
    check_names(path, columns)
    return Table(tuple(columns), rows, 1, functools.partial(parts_of, path, found), TextFile("utf-8", ","))
