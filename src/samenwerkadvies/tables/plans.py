"""The action plan as a workbook: who does what and when, to fill in, and read back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samenwerkadvies.advising import Agreement, Assessment
from samenwerkadvies.bilingual import all_of, any_of
from samenwerkadvies.errors import InvalidFactsError, Problem, quoted
from samenwerkadvies.names import is_fit
from samenwerkadvies.outputs.page import worked
from samenwerkadvies.outputs.reports import parts
from samenwerkadvies.placing import put_in_place
from samenwerkadvies.tables.opening import open_tables
from samenwerkadvies.tables.table import ROW, TextFile, pl, told_of, wrong_file
from samenwerkadvies.tables.writing import A4, open_workbook
from samenwerkadvies.wording.words import LANGUAGES, words_in

_COLUMNS = {"what": 30, "step": 40, "who": 18, "when": 16, "done": 11, "worked": 40, "rule": 0}
"""The heads, as keys of the words of a page, with their width in letters; without a width they are hidden."""
_FILLED = ("who", "when", "done")
_HEIGHT = 48
_LONGEST = 500
"""Letters in what somebody fills in."""
MOST_STEPS = 2_000
_YES, _NO = ("ja", "yes", "x", "✓"), ("nee", "no")


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
    for column, (name, width) in enumerate(_COLUMNS.items()):
        sheet.set_column(column, column, width or None, None, {"hidden": not width})
        sheet.write_string(0, column, words[name], head)
    first, later, _ = parts(assessment)
    row = 0
    for advice in (*first, *later):
        for step in advice.steps:
            row += 1
            sheet.set_row(row, _HEIGHT)
            cells = {"what": f"{advice.rank}. {advice.title}", "step": step, "rule": advice.rule}
            cells["worked"] = worked(advice, assessment.language)
            for column, name in enumerate(_COLUMNS):
                style = open_cell if name in _FILLED else bold if name == "what" else plain
                sheet.write_string(row, column, cells.get(name, ""), style)
    if row:
        done = list(_COLUMNS).index("done")
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
            heads = _heads(table.columns)
            if {"step", "rule"} <= heads.keys():
                if table.rows > MOST_STEPS:
                    raise wrong_file("TABEL04", path, f"dit plan heeft {table.rows} rijen", f"hoogstens {MOST_STEPS}")
                rows = pl.concat(list(table.parts())).rename({head: name for name, head in heads.items()})
                return _agreements(rows.with_row_index(ROW, table.first_row) if ROW not in rows.columns else rows, path)
    words = words_in(LANGUAGES[0]).page
    expected = f"een werkmap zoals 'samenwerkadvies advise --format xlsx' die maakt, met {all_of(_needed(words))}"
    raise wrong_file("TABEL04", path, "dit is geen actieplan", expected)


def _needed(words: Any) -> list[str]:
    return [quoted(words[name]) for name in ("step", "rule")]


def _heads(columns: tuple[str, ...]) -> dict[str, str]:
    """Return which column is which, by its head in any language."""
    known = {words_in(language).page[name].lower(): name for language in LANGUAGES for name in _COLUMNS}
    return {known[column.strip().lower()]: column for column in columns if column.strip().lower() in known}


def _agreements(rows: pl.DataFrame, path: Path) -> tuple[Agreement, ...]:
    problems: list[Problem] = []
    made = list(_read(rows, path, problems))
    if problems:
        raise InvalidFactsError(problems)
    return tuple(made)


def _read(rows: pl.DataFrame, path: Path, problems: list[Problem]) -> Iterator[Agreement]:
    for row in rows.iter_rows(named=True):
        cells = {name: " ".join((row.get(name) or "").split()) for name in _COLUMNS}
        if not any(cells[name] for name in _FILLED):
            continue
        place = f"{path}: rij {row[ROW]}"
        for text in cells.values():
            if len(text) > _LONGEST or not is_fit(text):
                expected = f"hoogstens {_LONGEST} tekens, zonder tekens die je niet ziet"
                message = f"dit past niet in een plan: {quoted(text)}"
                problems.append(Problem(code="TABEL03", message=message, place=place, expected=expected))
        done = cells["done"].lower()
        if done not in ("", *_YES, *_NO):
            message = f"{quoted(cells['done'])} past niet bij 'gedaan'"
            expected = any_of(["ja", "nee", "een leeg vak"])
            problems.append(Problem(code="TABEL03", message=message, place=place, expected=expected))
        yield Agreement(
            rule=cells["rule"],
            title=cells["what"].partition(". ")[2] or cells["what"],
            step=cells["step"],
            who=cells["who"],
            when=cells["when"].removesuffix(" 00:00:00"),
            done=done in _YES if done else None,
        )
