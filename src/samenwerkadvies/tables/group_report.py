"""The report of groups in a file: a page, or a workbook that begins with how to read it."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import quoted
from samenwerkadvies.frames.groups import GroupComparison, Share
from samenwerkadvies.outputs.groups import Told, groups_to_html
from samenwerkadvies.tables.sheets import WIDE, Sheets
from samenwerkadvies.tables.table import wrong_file
from samenwerkadvies.tables.writing import open_workbook

PAGE = ".html"
_REPORTS = (PAGE, ".xlsx")


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
        _write_book(Sheets(book, comparison.language), comparison)


def _write_book(sheets: Sheets, comparison: GroupComparison) -> None:
    told = Told(comparison)
    words, parties = told.words, told.parties
    everyone = (comparison.total, *comparison.groups)
    heads = [words[name] for name in ("known", "least", "most", "low", "high")]
    of_sheets = [words[f"sheet {each}"] for each in ("summary", "conditions", "advices")]
    lines = [*told.opening, "", *of_sheets, "", words["chance means"], words["limits"]]
    lines += filter(None, [comparison.caution, told.small])
    sheets.guide(words["title"].format(comparison.by), lines)
    sheets.table(
        words["summary"],
        [
            *(comparison.by, words["partnerships"], words["cannot wait"], words["open"], words["least"]),
            *(words["most"], words["answered"], words["asked"], words["share answered"]),
            *(f"{words['share answered']}: {name}" for name in parties.values()),
            words["known"],
        ],
        (
            [
                *(told.name(group), group.number, group.urgent.found, group.urgent.open, group.urgent.least),
                *(group.urgent.most, group.answers.answered, group.answers.asked, group.answers.share),
                *(group.answers_of[party].share for party in parties),
                words["little known"] if group.is_silent else "",
            ]
            for group in everyone
        ),
        [WIDE // 2],
    )
    sheets.table(
        words["conditions"],
        [
            *(comparison.by, words["condition"], words["partnerships"], words["at risk"], *heads),
            *(words["answered"], words["asked"], words["share answered"]),
        ],
        (
            [
                *(told.name(group), f"{found.number}. {found.title}", found.risk.number, found.risk.found),
                *_shares(found.risk),
                *(found.answers.answered, found.answers.asked, found.answers.share),
            ]
            for group in everyone
            for found in group.conditions
        ),
        [WIDE // 2, WIDE],
    )
    given = {advice.rule for advice in comparison.total.given}
    sheets.table(
        words["advices"],
        [
            *(comparison.by, words["advice"], words["severity"], words["cannot wait"]),
            *(words["partnerships"], words["how many"], *heads),
        ],
        (
            [
                *(told.name(group), advice.title, advice.severity),
                *(words["yes"] if advice.cannot_wait else words["no"], advice.share.number, advice.share.found),
                *_shares(advice.share),
            ]
            for group in everyone
            for advice in group.advice
            if advice.rule in given
        ),
        [WIDE // 2, WIDE],
    )


def _shares(share: Share) -> tuple[object, ...]:
    return share.known, share.least, share.most, *share.interval
