"""Tables written to files: grown by parts in files without a name, of which nothing stays behind."""

from __future__ import annotations

import contextlib
import datetime
import errno
import math
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import attrs

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import MissingDependencyError, quoted
from samenwerkadvies.placing import put_in_place
from samenwerkadvies.signs import FORMULA
from samenwerkadvies.tables import labelled
from samenwerkadvies.tables.table import TextFile, pl, wrong_file
from samenwerkadvies.tables.variables import Variable

WRITABLE = (".csv", ".tsv", ".xlsx", ".parquet", ".jsonl")
A4 = 9
"""The number of this size of paper in a workbook."""
MOST_IN_EXCEL = 1_048_575
"""Rows that fit below the head of a sheet."""
_MOST_PARTS = 64
"""More files than this are not open at once: they are put together."""


@attrs.frozen
class Dressed:
    """Rows as people read them in a workbook."""

    rows: pl.DataFrame
    colours: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    """Per column the colour behind each word."""
    shares: tuple[str, ...] = ()
    """The columns with a number from 0 to 1, shown in per cents."""
    before: Callable[[Any], None] | None = None
    """Writes the sheets that come first."""
    name: str = "Uitkomst"
    """Of the sheet."""


class Written:
    """A table that grows by parts, and becomes a file at the end.

    All of it stands in files without a name: of these nothing stays behind, even when the process is killed.
    """

    def __init__(self, folder: Path) -> None:
        """Begin; the folder says on which disk there must be room."""
        self._folder = folder
        self._parts: list[pl.LazyFrame] = []
        self.rows = 0

    def add(self, part: pl.DataFrame) -> None:
        """Add rows; the first part says what the columns are, even without rows."""
        if part.is_empty() and self._parts:
            return
        with _told_as_system():
            if len(self._parts) == _MOST_PARTS:
                self._parts = [self._kept(pl.concat(self._parts))]
            self._parts.append(self._kept(part.lazy()))
        self.rows += len(part)

    def _kept(self, rows: pl.LazyFrame) -> pl.LazyFrame:
        """Return a plan that reads rows from the disk; the plan keeps the file."""
        with tempfile.TemporaryFile(dir=self._folder) as file:
            rows.sink_parquet(file, compression="lz4")
            file.seek(0)
            return pl.scan_parquet(file)

    def make(
        self,
        made: IO[bytes],
        target: Path,
        text: TextFile,
        for_readers: Callable[[pl.DataFrame], Dressed] = Dressed,
        variables: Sequence[Variable] = (),
    ) -> None:
        """Write all rows as they will stand in a file.

        Args:
            made: where it is written now.
            target: where it will stand.
            text: how a text file is written.
            for_readers: what becomes of the rows in a workbook, which is for people.
            variables: what the columns are, for a file that says so.

        Raises:
            InvalidFactsError: when the rows do not fit in a file of this kind.
        """
        suffix = target.suffix.lower()
        rows = pl.concat(self._parts)
        for name, dtype in rows.collect_schema().items():
            if _is_odd(dtype, suffix):
                message = f"kolom {quoted(name)} past niet in zo'n bestand"
                raise wrong_file("TABEL05", target, message, "parquet, of een kolom minder")
        with _told_as_system():
            match suffix:
                case ".parquet":
                    rows.sink_parquet(made)
                case ".jsonl":
                    rows.sink_ndjson(made)
                case labelled.SUFFIX:
                    found = rows.collect()
                    longest = found.select(pl.max_horizontal(0, pl.col(pl.String).str.len_bytes().max())).item()
                    _check_fits(longest, labelled.LONGEST_TEXT, "tekens in een cel", target, "SPSS")
                    labelled.write_labelled(found, made, variables)
                case ".xlsx":
                    _check_fits(self.rows, MOST_IN_EXCEL, "rijen", target)
                    dressed = for_readers(rows.collect())
                    found = dressed.rows
                    longest = found.select(pl.max_horizontal(0, pl.col(pl.String).str.len_chars().max())).item()
                    _check_fits(longest, _LONGEST_CELL, "tekens in een cel", target)
                    _write_excel(dressed, made)
                case _:
                    separator = "\t" if suffix == ".tsv" else text.separator or ","
                    _without_formulas(rows).sink_csv(
                        made, separator=separator, include_bom=text.encoding not in (None, "utf-8")
                    )


def _without_formulas(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Return rows in which no text is worked out by a spreadsheet program: an apostrophe stands before it.

    Numbers stay numbers; what is read back is without the apostrophe.
    """
    schema = rows.collect_schema()
    for name in (name for name, dtype in schema.items() if dtype == pl.String):
        text = pl.col(name)
        is_formula = text.str.contains(f"^{FORMULA}") & ~text.str.contains(r"^[+-]?[0-9]+([.,][0-9]+)?$")
        rows = rows.with_columns(pl.when(is_formula).then(pl.lit("'") + text).otherwise(text).alias(name))
    return rows.rename({name: f"'{name}" for name in schema if re.match(FORMULA, name)})


def _check_fits(number: int, most: int, what: str, target: Path, where: str = "Excel") -> None:
    if number > most:
        message = f"{number} {what} passen niet in {where}"
        raise wrong_file("TABEL05", target, message, "csv, parquet of jsonl")


@contextlib.contextmanager
def _told_as_system() -> Iterator[None]:
    """Tell what Polars says in words of its own, such as that a disk is full, as the system does.

    Raises:
        OSError: with the number of what went wrong.
    """
    try:
        yield
    except (pl.exceptions.ComputeError, OSError) as error:
        if getattr(error, "errno", None):
            raise
        number = re.search(r"\(os error (\d+)\)", str(error))
        is_full = os.strerror(errno.ENOSPC) in str(error)
        raise OSError(int(number[1]) if number else errno.ENOSPC if is_full else errno.EIO, str(error)) from None


def _is_odd(dtype: pl.DataType, suffix: str) -> bool:
    """Say whether files of a kind have no way to write values of a type."""
    if suffix == ".parquet":
        return False
    return dtype in (pl.Binary, pl.Object) or (suffix != ".jsonl" and (dtype.is_nested() or dtype == pl.Duration))


def make_all(makers: Mapping[Path, Callable[[IO[bytes]], None]]) -> None:
    """Make files without a name, and only then move all of them into place."""
    with contextlib.ExitStack() as stack:
        made: dict[Path, IO[bytes]] = {}
        for target, make in makers.items():
            made[target] = stack.enter_context(tempfile.TemporaryFile(dir=target.parent))
            make(made[target])
        put_in_place(made)


def check_writable(target: Path, *others: str) -> None:
    """Refuse a file that cannot be written; other suffixes may be written by somebody else.

    Raises:
        InvalidFactsError: for another suffix, or when its folder is not there.
        MissingDependencyError: for a workbook, without the extra for Excel.
    """
    if target.suffix.lower() not in (*WRITABLE, *others):
        expected = f"een bestand dat eindigt op {any_of((*WRITABLE, *others))}"
        raise wrong_file("TABEL05", target, f"een bestand op {quoted(target.suffix)} kan ik niet schrijven", expected)
    if not target.parent.is_dir():
        raise wrong_file("TABEL05", target.parent, "deze map is er niet", "een map die er al is")
    if target.is_dir():
        raise wrong_file("TABEL05", target, "dit is een map", "de naam van een bestand")
    if target.suffix.lower() == ".xlsx":
        _library()
    if labelled.is_labelled(target):
        labelled.library()


def _library() -> Any:
    try:
        import xlsxwriter  # noqa: PLC0415 - only for workbooks
    except ImportError:
        raise MissingDependencyError("Excel needs more: pip install 'samenwerkadvies[excel]'") from None
    return xlsxwriter


@contextlib.contextmanager
def open_workbook(made: Path | IO[bytes]) -> Iterator[Any]:
    """Begin a workbook, which is written at the end; what looks like a formula in it stays text.

    Raises:
        OSError: when it cannot be written.
        MissingDependencyError: without the extra for Excel.
    """
    library = _library()
    # in memory: else its parts stand in files with a name, which stay behind when the process is killed
    book = library.Workbook(made, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    book.set_properties({"created": datetime.datetime(2026, 1, 1)})  # noqa: DTZ001 - equal input, equal bytes
    yield book
    try:
        book.close()
    except library.exceptions.FileCreateError as error:
        raise error.args[0] from None


_LONGEST_CELL = 32_767
"""Letters that fit in a cell of a workbook."""
_GREATEST = 10**15
"""Whole numbers that a workbook keeps exactly."""
_FIRST_YEAR = 1900
_LEAST, _WIDEST = 9, 45
"""Letters in a line of a cell; what is longer goes on below."""
_MOST_MEASURED = 20_000
"""In so many rows each row gets its own height: not every program looks at what a row holds."""
_LINE, _LETTER = 15, 7
"""The height of a line in points, the width of a letter in pixels."""


def _as_cells(found: pl.DataFrame) -> pl.DataFrame:
    """Return as text what a workbook would write as something else: it has no large numbers and no early days."""
    fits = {
        pl.Float64: pl.col(pl.Float32, pl.Float64).is_finite(),
        pl.Int64: pl.selectors.integer().abs() <= _GREATEST,
        pl.Date: pl.col(pl.Date).dt.year() > _FIRST_YEAR,
    }
    plain = found.select(each.all() for each in fits.values())
    kept = {name for name in plain.columns if plain[name][0]}
    kept |= {name for name, dtype in found.schema.items() if dtype in (pl.String, pl.Boolean)}
    return found.with_columns(pl.col(name).cast(pl.String) for name in found.columns if name not in kept)


def _write_excel(dressed: Dressed, made: IO[bytes]) -> None:
    """Write a workbook that reads and prints well; the last sheet has the rows."""
    found = _as_cells(dressed.rows)
    shown = found.with_columns(pl.lit("100%").alias(name) for name in dressed.shares).select(
        pl.all().cast(pl.String).str.len_chars().fill_null(0)
    )
    lengths = shown.select(pl.all().max().fill_null(0))
    widths = {
        name: min(_WIDEST, max(_LEAST, *(len(word) + 3 for word in name.split()), min(lengths[name][0], _WIDEST)))
        for name in found.columns  # 3: the button of a filter
    } | dict.fromkeys(dressed.colours, _LEAST + 2)
    cell = {"text_wrap": True, "valign": "top"}
    with open_workbook(made) as book:
        if dressed.before:
            dressed.before(book)
        sheet = book.add_worksheet(dressed.name)
        found.write_excel(
            book,
            sheet,
            column_widths={name: width * _LETTER + _LETTER for name, width in widths.items()},
            column_formats={
                name: {**cell, "num_format": "0%"} if name in dressed.shares else cell for name in found.columns
            },
            header_format={"bold": True, "valign": "top", "text_wrap": True},
            freeze_panes=(1, 1),
            table_style="Table Style Light 9",
        )
        for name, colours in dressed.colours.items():
            place = found.columns.index(name)
            for word, colour in colours.items():
                form = {"bg_color": colour, "font_color": "#000000"}
                meant = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": book.add_format(form)}
                sheet.conditional_format(1, place, max(1, len(found)), place, meant)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_row(0, _LINE * max((math.ceil((len(name) + 3) / widths[name]) for name in found.columns), default=1))
        if len(found) <= _MOST_MEASURED:
            lines = [pl.col(name) / width for name, width in widths.items()]
            highest = shown.select(pl.max_horizontal(1, *lines).ceil()).to_series()
            for row, number in enumerate(highest, start=1):
                sheet.set_row(row, _LINE * number)
