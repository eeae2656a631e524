"""Workbooks for people: a sheet that tells how to read the others, and tables that read, filter and print well.

Nothing in them is a formula; a colour stands behind a word that says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from samenwerkadvies.meaning.standing import Status
from samenwerkadvies.outputs.reports import severity_word
from samenwerkadvies.policy import Severity
from samenwerkadvies.tables.writing import A4
from samenwerkadvies.wording.words import words_in

COLOURS: dict[Severity | Status, str] = {
    Severity.CRITICAL: "#F8D7DA",
    Severity.HIGH: "#FCE5D2",
    Severity.MEDIUM: "#FFF4CC",
    Severity.LOW: "#DDF1F5",
    Severity.STRENGTH: "#DFF2E3",
    Status.RISK: "#F8D7DA",
    Status.ATTENTION: "#FFF4CC",
    Status.IN_ORDER: "#DFF2E3",
    Status.UNKNOWN: "#E6E8EA",
}
"""Behind the words."""
WIDE, NARROW = 46, 13
_GUIDE = 90
"""How wide the sheet is that tells how to read the others."""


def word_of(found: Severity | Status, language: str) -> str:
    """Return how serious something is, or how a condition stands, in a word."""
    return severity_word(found, language) if isinstance(found, Severity) else words_in(language).report[found.value]


class Sheets:
    """Writes the sheets of one workbook, in one language."""

    def __init__(self, book: Any, language: str) -> None:
        """Make the forms of cells."""
        self._book, self._language = book, language
        top = {"text_wrap": True, "valign": "top"}
        self._text, self._head = book.add_format(top), book.add_format({**top, "bold": True, "bottom": 1})
        self._title = book.add_format({**top, "bold": True, "font_size": 14})
        self._percent = book.add_format({"valign": "top", "num_format": "0%"})
        self._coloured = {each: book.add_format({**top, "bg_color": colour}) for each, colour in COLOURS.items()}

    def guide(self, title: str, lines: Iterable[str]) -> None:
        """Write the sheet that comes first."""
        sheet = self._book.add_worksheet(words_in(self._language).groups["guide"])
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, _GUIDE, self._text)
        sheet.write_string(0, 0, title, self._title)
        for row, line in enumerate(lines, start=2):
            sheet.write_string(row, 0, line, self._text)
        for_paper(sheet)

    def table(
        self, name: str, heads: Sequence[str], rows: Iterable[Sequence[object]], widths: Sequence[int] = ()
    ) -> None:
        """Write a table: its first column stays in sight, and numbers stay numbers, shares per cents.

        Args:
            name: of the sheet.
            heads: of the columns.
            rows: of numbers, texts, severities and statuses.
            widths: of the first columns, in letters; the others are narrow.
        """
        sheet = self._book.add_worksheet(name)
        sheet.write_row(0, 0, heads, self._head)
        number = 0
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                self._write(sheet, number, column, cell)
        for column in range(len(heads)):
            sheet.set_column(column, column, widths[column] if column < len(widths) else NARROW)
        sheet.autofilter(0, 0, number, len(heads) - 1)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        for_paper(sheet)

    def _write(self, sheet: Any, row: int, column: int, cell: object) -> None:
        match cell:
            case Severity() | Status():
                sheet.write_string(row, column, word_of(cell, self._language), self._coloured[cell])
            case "":
                sheet.write_blank(row, column, None, self._text)
            case float():
                sheet.write_number(row, column, cell, self._percent)
            case int():
                sheet.write_number(row, column, cell, self._text)
            case _:
                sheet.write_string(row, column, str(cell), self._text)


def for_paper(sheet: Any) -> None:
    """Make a sheet print on as many pages as it is long, and one wide."""
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
