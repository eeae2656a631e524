"""The action plan as a workbook: who does what and when, to fill in, and read back."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from samenwerkadvies.advising import Agreement, Assessment
from samenwerkadvies.outputs.agreed import (
    COLUMNS,
    FILLED,
    MOST_STEPS,
    agreements,
    heads_in,
    is_plan,
    no_plan,
    plan_rows,
    too_long,
)
from samenwerkadvies.placing import put_in_place
from samenwerkadvies.tables.opening import open_tables
from samenwerkadvies.tables.table import ROW, TextFile, pl, told_of, wrong_file
from samenwerkadvies.tables.writing import A4, open_workbook
from samenwerkadvies.wording.words import words_in

_WIDTHS = {"what": 30, "step": 40, "who": 18, "when": 16, "done": 11, "worked": 40, "rule": 0}
"""In letters; without a width a column is hidden."""
_HEIGHT = 48


def write_plan(target: Path, assessment: Assessment) -> None:
    """Write the steps of all advice with room for who, when and whether it was done; ``read_plan`` reads it back.

    Raises:
        InvalidFactsError: for another kind of file, when it is there already, or when it cannot be written.
        MissingDependencyError: without the extra for Excel.
    """
    if target.suffix.lower() != ".xlsx":
        raise wrong_file("TABEL05", target, "een actieplan is een werkmap", "een bestand op .xlsx")
    with told_of(target):
        if target.exists():
            message = "dit bestand is er al, en misschien is het ingevuld"
            raise wrong_file("TABEL06", target, message, "een nieuwe naam")
        made = io.BytesIO()
        with open_workbook(made) as book:
            _write_sheet(book, assessment)
        put_in_place({target: made})


def _write_sheet(book: Any, assessment: Assessment) -> None:
    words = words_in(assessment.language).page
    wrapped = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#8A8A8A"}
    head = book.add_format({"bold": True, "bg_color": "#DDEBF0", **wrapped})
    plain, bold = book.add_format(wrapped), book.add_format({"bold": True, **wrapped})
    open_cell = book.add_format({"bg_color": "#FFF8DC", **wrapped})
    sheet = book.add_worksheet(words["plan"])
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    for column, (name, width) in enumerate(_WIDTHS.items()):
        sheet.set_column(column, column, width or None, None, {"hidden": not width})
        sheet.write_string(0, column, words[name], head)
    row = 0
    for row, cells in enumerate(plan_rows(assessment), start=1):
        sheet.set_row(row, _HEIGHT)
        for column, name in enumerate(COLUMNS):
            style = open_cell if name in FILLED else bold if name == "what" else plain
            sheet.write_string(row, column, cells[name], style)
    if row:
        done = COLUMNS.index("done")
        options = {"validate": "list", "source": [words["done yes"], words["done no"]]}
        sheet.data_validation(1, done, row, done, options)


def read_plan(path: Path) -> tuple[Agreement, ...]:
    """Read an action plan that was filled in; rows in which nobody filled in anything are steps that were not agreed.

    Raises:
        InvalidFactsError: when it is no action plan, or with everything in it that cannot be read.
        MissingDependencyError: for a workbook, without the extra for Excel.
    """
    with told_of(path):
        for table in open_tables(path, TextFile()).values():
            heads = heads_in(table.columns)
            if is_plan(heads):
                if table.rows > MOST_STEPS:
                    raise too_long(str(path))
                rows = pl.concat(list(table.parts())).rename({head: name for name, head in heads.items()})
                numbered = rows.with_row_index(ROW, table.first_row) if ROW not in rows.columns else rows
                return agreements(((row[ROW], row) for row in numbered.iter_rows(named=True)), str(path))
    raise no_plan(str(path))
