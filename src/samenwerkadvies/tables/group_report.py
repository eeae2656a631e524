"""The report of groups in a file: a page, or a workbook that begins with how to read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, Any

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import quoted
from samenwerkadvies.frames.groups import Group, GroupComparison, Share
from samenwerkadvies.outputs.groups import Told, groups_to_html
from samenwerkadvies.policy import Severity
from samenwerkadvies.tables.table import wrong_file
from samenwerkadvies.tables.writing import A4, open_workbook

PAGE = ".html"
_REPORTS = (PAGE, ".xlsx")
_COLOURS = {
    Severity.CRITICAL: "#F8D7DA",
    Severity.HIGH: "#FCE5D2",
    Severity.MEDIUM: "#FFF4CC",
    Severity.LOW: "#DDF1F5",
    Severity.STRENGTH: "#DFF2E3",
}
"""Behind the words, which say the same."""
_WIDE, _NARROW = 46, 13
_GUIDE = 90
"""How wide the sheet is that tells how to read the others."""


def is_page(target: Path) -> bool:
    """Say whether a file is to be a page."""
    return target.suffix.lower() == PAGE


def check_report(target: Path) -> None:
    """Refuse a file that is neither a page nor a workbook.

    Raises:
        InvalidFactsError: with what it may be.
    """
    if target.suffix.lower() not in _REPORTS:
        message = f"een vergelijking van groepen kan ik niet schrijven als {quoted(target.suffix)}"
        raise wrong_file("TABEL05", target, message, f"een bestand dat eindigt op {any_of(_REPORTS)}")


def write_report(made: IO[bytes], target: Path, comparison: GroupComparison) -> None:
    """Write groups as the name of the target says."""
    if is_page(target):
        made.write(groups_to_html(comparison).encode())
        return
    with open_workbook(made) as book:
        _Book(book, comparison).write()


class _Book:
    """A workbook with groups."""

    def __init__(self, book: Any, comparison: GroupComparison) -> None:
        self._book, self._comparison = book, comparison
        self._told = Told(comparison)
        self._words = self._told.words
        top = {"text_wrap": True, "valign": "top"}
        self._text, self._head = book.add_format(top), book.add_format({**top, "bold": True, "bottom": 1})
        self._title = book.add_format({**top, "bold": True, "font_size": 14})
        self._percent = book.add_format({"valign": "top", "num_format": "0%"})
        self._severities = {each: book.add_format({**top, "bg_color": colour}) for each, colour in _COLOURS.items()}

    def write(self) -> None:
        self._guide()
        self._summary()
        self._conditions()
        self._advice()

    def _guide(self) -> None:
        words, told = self._words, self._told
        sheet = self._book.add_worksheet(words["guide"])
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, _GUIDE, self._text)
        sheet.write(0, 0, words["title"].format(self._comparison.by), self._title)
        of_sheets = [words[f"sheet {each}"] for each in ("summary", "conditions", "advices")]
        lines = [*told.opening, "", *of_sheets, "", words["chance means"], words["limits"], told.small]
        for row, line in enumerate(lines, start=2):
            sheet.write(row, 0, line, self._text)
        _for_paper(sheet)

    def _summary(self) -> None:
        words, parties = self._words, self._told.parties
        heads = [words["partnerships"], words["cannot wait"], words["open"], words["least"], words["most"]]
        heads += [words["answered"], *(f"{words['answered']}: {name}" for name in parties.values()), words["known"]]
        self._sheet(
            words["summary"],
            [self._comparison.by, *heads],
            (
                [
                    *(self._told.name(group), group.number, group.urgent.found, group.urgent.open),
                    *(group.urgent.least, group.urgent.most, group.answers.share),
                    *(group.answers_of[party].share for party in parties),
                    words["little known"] if group.is_silent else "",
                ]
                for group in self._everyone
            ),
        )

    def _conditions(self) -> None:
        words = self._words
        self._sheet(
            words["conditions"],
            [self._comparison.by, words["condition"], words["partnerships"], words["at risk"], *self._heads],
            (
                [
                    *(self._told.name(group), f"{found.number}. {found.title}"),
                    *(found.risk.number, found.risk.found, *_shares(found.risk)),
                ]
                for group in self._everyone
                for found in group.conditions
            ),
        )

    def _advice(self) -> None:
        words = self._words
        given = {advice.rule for advice in self._comparison.total.given}
        heads = [self._comparison.by, words["advice"], words["severity"], words["cannot wait"]]
        self._sheet(
            words["advices"],
            [*heads, words["partnerships"], words["how many"], *self._heads],
            (
                [
                    *(self._told.name(group), advice.title, advice.severity),
                    *(words["yes"] if advice.cannot_wait else words["no"], advice.share.number, advice.share.found),
                    *_shares(advice.share),
                ]
                for group in self._everyone
                for advice in group.advice
                if advice.rule in given
            ),
        )

    @property
    def _everyone(self) -> Iterable[Group]:
        return (self._comparison.total, *self._comparison.groups)

    @property
    def _heads(self) -> list[str]:
        return [self._words[name] for name in ("known", "least", "most", "low", "high")]

    def _sheet(self, name: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        sheet = self._book.add_worksheet(name)
        sheet.write_row(0, 0, heads, self._head)
        number = 0
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                match cell:
                    case Severity():
                        word = self._told.severity_word(cell)
                        sheet.write_string(number, column, word, self._severities[cell])
                    case float():
                        sheet.write_number(number, column, cell, self._percent)
                    case int():
                        sheet.write_number(number, column, cell, self._text)
                    case _:
                        sheet.write_string(number, column, str(cell), self._text)
        sheet.set_column(0, 0, _WIDE // 2)
        sheet.set_column(1, len(heads) - 1, _NARROW)
        if heads[1] != self._words["partnerships"]:
            sheet.set_column(1, 1, _WIDE)
        sheet.autofilter(0, 0, number, len(heads) - 1)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        _for_paper(sheet)


def _shares(share: Share) -> tuple[object, ...]:
    return share.known, share.least, share.most, *share.interval


def _for_paper(sheet: Any) -> None:
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
