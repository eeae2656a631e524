"""From two files of the same partnerships to one that tells what changed: a page, a workbook, or a table."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import attrs

from samenwerkadvies.advising import Assessment, Movement
from samenwerkadvies.frames import DATE_COLUMN, FrameAssessment
from samenwerkadvies.frames.years import FrameComparison, compare_by_name
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.outputs.years import ToldYears, years_to_html
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.tables.batch import aside_of, check_apart, check_options, nobody
from samenwerkadvies.tables.choices import BatchOptions, BatchResult
from samenwerkadvies.tables.group_report import PAGE
from samenwerkadvies.tables.run import Run
from samenwerkadvies.tables.sheets import NARROW, WIDE, Sheets
from samenwerkadvies.tables.table import TextFile, pl, told_of
from samenwerkadvies.tables.writing import Written, check_writable, make_all, open_workbook

_ASIDES = ("-eerder", "-later")
"""What stands behind the names of the files with rows of each that are set aside."""
_ROW = {
    **dict.fromkeys(("partnership", "movement", "rule", "finding"), pl.String),
    **dict.fromkeys(("before", "after"), pl.Boolean),
}


@attrs.frozen
class YearsResult:
    """What became of two files."""

    before: BatchResult
    after: BatchResult
    comparison: FrameComparison
    told: ToldYears
    """All that is said of it."""


def compare_files(  # noqa: PLR0913 - one parameter for each choice
    before: Path,
    after: Path,
    target: Path | None = None,
    *,
    ruleset: Ruleset | None = None,
    reference_date: datetime.date | str = DATE_COLUMN,
    options: BatchOptions | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> YearsResult:
    """Compare the partnerships in two files by name, and write what changed; all is held in memory.

    Args:
        before: the older file, of the kinds that ``assess_file`` reads.
        after: the later one.
        target: html for a page, xlsx for a workbook, or csv, parquet or jsonl: then a row for each finding that moved,
            and one for each partnership in which nothing moved or that could not be compared. None: nothing is written.
        ruleset: the rules; None for the shipped ones.
        reference_date: one date for all, or the name of the column with that of each row.
        options: how both are read; which table is written makes no difference.
        progress: is told how many rows of how many are done, of each file.

    Raises:
        InvalidFactsError: when a file cannot be read or written, or its columns are wrong; nothing is written.
        UsageError: for choices that do not go together, or a language that the ruleset is not written in.
        MissingDependencyError: for Excel without its extra.
    """
    options = options or BatchOptions()
    check_options(options)
    asides = [aside_of(target, more, is_report=True) for more in _ASIDES] if target else []
    for place in [target, *asides] if target else []:
        check_writable(place, PAGE)
        for source in (before, after):
            check_apart(source, place)
    ruleset = load_ruleset() if ruleset is None else ruleset
    folder = target.parent if target else Path(tempfile.gettempdir())
    with told_of(target or folder):
        read = [_Read(ruleset, reference_date, options, folder) for _ in _ASIDES]
        for each, source in zip(read, (before, after), strict=True):
            each.read(source, progress or nobody)
        older, newer = read
        names = (older.run.names_aside, newer.run.names_aside)
        comparison = compare_by_name(older.assessments, newer.assessments, *names)
        told = ToldYears(comparison, ruleset, options.language, before.name, after.name)
        if target:
            makers = {target: _maker(told, target, newer.text)}
            for each, aside in zip(read, asides, strict=True):
                makers |= each.run.files_aside(aside, each.text)
            make_all(makers)
            for each, aside in zip(read, asides, strict=True):
                each.run.forget_aside(aside)
    first, last = (each.run.result(aside) for each, aside in zip(read, asides or (None, None), strict=True))
    return YearsResult(first, last, comparison, told)


class _Read:
    """A file that is read: the assessments in it, and what did not fit."""

    def __init__(
        self, ruleset: Ruleset, reference_date: datetime.date | str, options: BatchOptions, folder: Path
    ) -> None:
        self.assessments: list[Assessment] = []
        self.text = TextFile()
        self.run = Run(ruleset, reference_date, options, folder, self._add)

    def _add(self, assessment: FrameAssessment, _: list[str]) -> None:
        self.assessments += assessment.assessments()

    def read(self, source: Path, progress: Callable[[int, int], None]) -> None:
        self.text = self.run.read(source, progress)


def _maker(told: ToldYears, target: Path, text: TextFile) -> Callable[[IO[bytes]], None]:
    def make(made: IO[bytes]) -> None:
        match target.suffix.lower():
            case ".html":
                made.write(years_to_html(told).encode())
            case ".xlsx":
                with open_workbook(made) as book:
                    _write_book(Sheets(book, told.language), told)
            case _:
                written = Written(target.parent)
                written.add(pl.DataFrame(list(_rows(told.comparison)), schema=_ROW, orient="row"))
                written.make(made, target, text)

    return make


def _rows(comparison: FrameComparison) -> Iterator[dict[str, object]]:
    """Yield a row for each finding that moved, and for each name of which there is none: no name is left out."""
    moved = comparison.rows()
    yield from moved
    named = {row["partnership"] for row in moved}
    for each in comparison.comparisons:
        if each.after.partnership not in named:
            yield dict.fromkeys(_ROW) | {"partnership": each.after.partnership, "movement": Movement.UNCHANGED.value}
    for left in comparison.unmatched:
        yield dict.fromkeys(_ROW) | {"partnership": left.name, "movement": left.why.value}


def _write_book(sheets: Sheets, told: ToldYears) -> None:
    words, compared = told.words, told.ordered
    of_sheets = [words[f"sheet {each}"] for each in ("partnerships", "findings", "conditions", "unmatched")]
    about = words["about"].format(told.before, told.after)
    read = [about, "", *told.opening, *told.left_out, "", *of_sheets, "", words["limits"]]
    sheets.guide(words["title"], [*read, *filter(None, [told.caution])])
    sheets.table(
        words["by partnership"],
        [words["partnership"], words["urgent count"], *map(told.movement, told.movements)],
        (
            [
                *(each.after.partnership, sum(found.is_urgent for found in told.findings_of(each))),
                *(len(each.of(movement)) for movement in told.movements),
            ]
            for each in compared
        ),
        [WIDE],
    )
    sheets.table(
        words["findings"],
        [words[head] for head in ("partnership", "change", "severity", "advice", "finding")],
        (
            [found.partnership, found.movement, found.severity, found.title, found.finding]
            for each in compared
            for found in told.findings_of(each)
        ),
        [WIDE // 2, NARROW + 4, NARROW, WIDE, WIDE + NARROW],
    )
    moments = (words["before"], words["after"])
    sheets.table(
        words["by condition"],
        [
            words["condition"],
            *(words[what].format(moment) for what in ("at risk", "unknown") for moment in moments),
            *map(told.movement, told.of_conditions),
        ],
        (
            [
                *(f"{each.number}. {each.title}", each.at_risk_before, each.at_risk_after),
                *(each.unknown_before, each.unknown_after, *(each.moved[how] for how in told.of_conditions)),
            ]
            for each in told.conditions
        ),
        [WIDE],
    )
    sheets.table(
        words["unmatched"],
        [words[head] for head in ("name", "why", "times before", "times after")],
        ([each.name, told.why(each), each.before, each.after] for each in told.comparison.unmatched),
        [WIDE, WIDE],
    )
