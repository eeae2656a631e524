"""The workbook of a questionnaire: an explanation, the sheets with questions, and answers to pick."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

import attrs

from samenwerkadvies.tables.questionnaires import COLUMNS, OWN_ROWS
from samenwerkadvies.tables.writing import A4, open_workbook
from samenwerkadvies.vocabulary import NEVER, UNKNOWN, Kind

HEAD = ("vraag", COLUMNS.answer, "mogelijke antwoorden", COLUMNS.party, COLUMNS.fact, COLUMNS.remark)


@attrs.frozen
class Line:
    """One question as it stands on a sheet."""

    party: str
    fact: str
    question: str
    possible: str
    """What can be answered, in words."""
    options: tuple[str, ...] = ()
    """The answers to pick from; empty where something is filled in."""
    kind: Kind | None = None
    """None for the name."""
    maximum: str = ""
    """Of a count: the greatest."""
    decimals: int = 0
    may_be_never: bool = False
    answer: str = ""


Sheets = Mapping[str, Mapping[str, Sequence[Line]]]
"""For each sheet, the questions under each heading."""


_WIDTHS = (60, 32, 52, 0, 0, 40)
"""Of the columns, in characters; without a width they are hidden."""
_FULL = 1.1
"""How many letters stand where the width counts one: most are narrower than a figure."""
_LINE = 16
"""The height of a line of text, in points."""
_HIDDEN = "Keuzes"
_WRONG = "Dit past niet bij deze vraag"
_LONGEST = 210
"""So much of what can be answered fits in a message of a spreadsheet."""


def write_workbook(made: BinaryIO, sheets: Sheets, explanation: Sequence[tuple[str, str]]) -> None:
    """Write a workbook with an explanation (lines, each with its style) and a sheet for each name."""
    with open_workbook(made) as book:
        wrapped = {"text_wrap": True, "valign": "top"}
        boxed = {"bg_color": "#FFF8DC", "border": 1, "border_color": "#8A8A8A"}
        answered = {"locked": False, "align": "left", **boxed, **wrapped}
        styles = {
            "hoofd": book.add_format({"bold": True, "font_size": 12, "bg_color": "#9FC5CF", **wrapped}),
            "titel": book.add_format({"bold": True, "font_size": 18, **wrapped}),
            "kop": book.add_format({"bold": True, "font_size": 12, "bg_color": "#DDEBF0", **wrapped}),
            "tekst": book.add_format({"indent": 1, "align": "left", **wrapped}),
            "antwoord": book.add_format(answered),
            "toelichting": book.add_format({"num_format": "@", **answered}),
            "datum": book.add_format({"num_format": "d-m-yyyy", **answered}),
        }
        _write_explanation(book.add_worksheet("Uitleg"), explanation, styles)
        written = {name: book.add_worksheet(name) for name in sheets}
        choices = _Choices(book.add_worksheet(_HIDDEN))
        for name, sheet in written.items():
            _write_sheet(sheet, sheets[name], styles, choices)


def _write_explanation(sheet: Any, explanation: Sequence[tuple[str, str]], styles: Mapping[str, Any]) -> None:
    sheet.set_column(0, 0, 100)
    sheet.hide_gridlines(2)
    _fit_for_print(sheet)
    sheet.protect()
    for row, (style, text) in enumerate(explanation):
        sheet.set_row(row, _LINE * (2 if style == "titel" else 1))
        sheet.write_string(row, 0, text, styles[style])


def _fit_for_print(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RBladzijde &P van &N")


class _Choices:
    """A hidden sheet with the answers to pick from: a list in a cell itself may not be long, nor have commas."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._ranges: dict[tuple[str, ...], str] = {}
        sheet.hide()

    def range_of(self, options: tuple[str, ...]) -> str:
        """Return where these answers stand, and write them there when they are new."""
        if options not in self._ranges:
            row = len(self._ranges)
            for column, option in enumerate(options):
                if option.isdigit():  # what somebody types is a number as well
                    self._sheet.write_number(row, column, int(option))
                else:
                    self._sheet.write_string(row, column, option)
            last = _column_name(len(options) - 1)
            self._ranges[options] = f"={_HIDDEN}!$A${row + 1}:${last}${row + 1}"
        return self._ranges[options]


def _column_name(index: int) -> str:
    """Return the letters of a column of a spreadsheet, from 0.

    >>> _column_name(0), _column_name(27)
    ('A', 'AB')
    """
    before, letter = divmod(index, 26)
    return (_column_name(before - 1) if before else "") + chr(ord("A") + letter)


def _write_sheet(sheet: Any, parts: Mapping[str, Sequence[Line]], styles: Mapping[str, Any], choices: _Choices) -> None:
    for column, (name, width) in enumerate(zip(HEAD, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width or None, None, {"hidden": not width})
        sheet.write_string(0, column, name.capitalize(), styles["hoofd"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    _fit_for_print(sheet)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    row = 1
    for heading, lines in parts.items():
        for column in range(len(_WIDTHS)):
            if _WIDTHS[column]:
                sheet.write_string(row, column, "" if column else heading, styles["kop"])
        for row, line in enumerate(lines, start=row + 1):  # noqa: B020 - goes on where it was
            sheet.set_row(row, _height(line))
            sheet.write_string(row, 0, line.question, styles["tekst"])
            _write_answer(sheet, row, line, styles)
            sheet.write_string(row, 2, line.possible, styles["tekst"])
            sheet.write_string(row, 3, line.party)
            sheet.write_string(row, 4, line.fact)
            if line.fact not in OWN_ROWS:
                sheet.write_blank(row, 5, None, styles["toelichting"])
            if line.kind is not None:
                sheet.data_validation(row, 1, row, 1, _validation(line, f"B{row + 1}", choices))
        row += 1


def _write_answer(sheet: Any, row: int, line: Line, styles: Mapping[str, Any]) -> None:
    if line.kind is not Kind.DATE:
        sheet.write_string(row, 1, line.answer, styles["antwoord"])
    elif line.answer:
        sheet.write_datetime(row, 1, datetime.date.fromisoformat(line.answer), styles["datum"])
    else:
        sheet.write_blank(row, 1, None, styles["datum"])


def _height(line: Line) -> int:
    """Return how high a row must be: not every program looks at what it holds."""
    lines = [
        math.ceil(len(text) / width / _FULL)
        for text, width in zip((line.question, "", line.possible), _WIDTHS, strict=False)
    ]
    return _LINE * max(1, *lines)


def _validation(line: Line, cell: str, choices: _Choices) -> dict[str, Any]:
    """Return what a spreadsheet checks when a cell is filled in."""
    verb = "Kies" if line.options else "Typ"
    told = f"{verb}: {line.possible}."
    empty = "" if line.fact in OWN_ROWS else " Weet je het niet? Laat het vak leeg."
    message = {"error_title": _WRONG, "error_message": f"{told[:_LONGEST]}{empty}"}
    if line.kind is Kind.CHOICES:  # a cell takes no list of several answers: it is told what fits, and read later
        return {"validate": "any", "input_message": message["error_message"]}
    if line.options:
        return {"validate": "list", "source": choices.range_of((*line.options, UNKNOWN)), **message}
    words = [f'{cell}="{word}"' for word in (UNKNOWN, *[NEVER] * line.may_be_never)]
    is_number = f"ISNUMBER({cell})"
    if line.kind is Kind.COUNT:
        is_number = f"IF(ISNUMBER({cell}),AND({cell}>=0,{cell}<={line.maximum},ROUND({cell},{line.decimals})={cell}))"
    return {"validate": "custom", "value": f"=OR({is_number},{','.join(words)})", **message}
