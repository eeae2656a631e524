"""Tables written to files: grown by parts beside their place, and moved there at the end."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from samenwerkadvies.errors import MissingDependencyError, listed, quoted
from samenwerkadvies.files.tables import TextFile, pl, wrong_file

WRITABLE = (".csv", ".tsv", ".xlsx", ".parquet", ".jsonl")
MOST_IN_EXCEL = 1_048_575
"""Rows that fit below the head of a sheet."""


class Written:
    """A table that grows by parts in a folder of its own, and becomes a file at the end."""

    def __init__(self, folder: Path) -> None:
        """Begin; the folder is made."""
        folder.mkdir()
        self._folder = folder
        self._parts: list[Path] = []
        self.rows = 0

    def add(self, part: pl.DataFrame) -> None:
        """Add rows; the first part says what the columns are, even without rows."""
        if part.is_empty() and self._parts:
            return
        path = self._folder / f"{len(self._parts)}.parquet"
        part.write_parquet(path, compression="lz4")
        self._parts.append(path)
        self.rows += len(part)

    def make(self, target: Path, text: TextFile) -> Path:
        """Make the file beside its place, and return where it stands.

        Raises:
            InvalidFactsError: when the rows do not fit in a file of this kind.
        """
        made = self._folder / f"made{target.suffix.lower()}"
        rows = pl.scan_parquet(self._parts)
        try:
            match made.suffix:
                case ".parquet":
                    rows.sink_parquet(made)
                case ".jsonl":
                    rows.sink_ndjson(made)
                case ".xlsx":
                    if self.rows > MOST_IN_EXCEL:
                        message = f"{self.rows} rijen passen niet in Excel"
                        raise wrong_file("TABEL05", target, message, "csv, parquet of jsonl")
                    _write_excel(rows.collect(), made)
                case suffix:
                    separator = "\t" if suffix == ".tsv" else text.separator or ","
                    rows.sink_csv(made, separator=separator, include_bom=text.encoding not in (None, "utf-8"))
        except pl.exceptions.PolarsError as error:  # such as lists, which csv has no way to write
            said = str(error).partition("\n")[0]
            raise wrong_file("TABEL05", target, f"dit past niet in zo'n bestand ({said})", "parquet") from None
        return made


def move(made: Mapping[Path, Path]) -> None:
    """Move files into place, each at once; what stood there is replaced."""
    for target, path in made.items():
        path.replace(target)


def check_writable(target: Path) -> None:
    """Refuse a file that cannot be written.

    Raises:
        InvalidFactsError: for another suffix, or when its folder is not there.
        MissingDependencyError: for a workbook, without the extra for Excel.
    """
    if target.suffix.lower() not in WRITABLE:
        expected = f"een bestand dat eindigt op {listed(WRITABLE)}"
        raise wrong_file("TABEL05", target, f"een bestand op {quoted(target.suffix)} kan ik niet schrijven", expected)
    if not target.parent.is_dir() or target.is_dir():
        raise wrong_file("TABEL05", target, "hier kan geen bestand komen", "een bestand in een map die er is")
    if target.suffix.lower() == ".xlsx":
        _library()


def _library() -> Any:
    try:
        import xlsxwriter  # noqa: PLC0415 - only for workbooks
    except ImportError:
        raise MissingDependencyError("Excel needs more: pip install 'samenwerkadvies[excel]'") from None
    return xlsxwriter


@contextlib.contextmanager
def open_workbook(path: Path) -> Iterator[Any]:
    """Begin a workbook, which is written at the end; what looks like a formula in it stays text.

    Raises:
        OSError: when it cannot be written.
        MissingDependencyError: without the extra for Excel.
    """
    library = _library()
    book = library.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    yield book
    try:
        book.close()
    except library.exceptions.FileCreateError as error:
        raise error.args[0] from None


def _write_excel(found: pl.DataFrame, path: Path) -> None:
    with open_workbook(path) as book:
        found.write_excel(book, autofit=True, freeze_panes=(1, 0), table_style="Table Style Light 9")
