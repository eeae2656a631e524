"""From a file of partnerships to a file of advice: in parts, so that the file may be larger than memory."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args

import attrs

from samenwerkadvies.errors import UsageError, listed
from samenwerkadvies.files.questionnaires import COLUMNS, is_questionnaire, read_questionnaires
from samenwerkadvies.files.tables import SPREADSHEET_TEXT, Table, TextFile, chosen, open_tables, pl, told_of
from samenwerkadvies.files.writing import Written, check_writable, move
from samenwerkadvies.frames import DATE_COLUMN, FrameAssessment, assess_frame, assess_long
from samenwerkadvies.ruleset import DUTCH, Ruleset

ASIDE = "-apart"
"""Stands behind the name of the file with rows that are set aside."""
PLACE, REASON = "rij", "reden"
"""The columns that such a file has more: the number of the row, and what does not fit in it. Read back, the first is
kept and the second is forgotten, unless the caller has columns of these names (metadata)."""
_MOST_TOLD = 20
_WITH_RULES = ("advice", "undecided")

ResultTable = Literal["partnerships", "advice", "conditions", "statuses", "undecided", "outcomes"]
"""Which table is written: the names are those of ``FrameAssessment``."""


@attrs.frozen
class BatchResult:
    """What became of a file."""

    assessed: int
    """Partnerships."""
    rows: int
    """Rows in the file that was written."""
    aside: Path | None
    """The file with rows that were set aside; None when every row fits."""
    set_aside: int
    """Its rows."""
    reasons: tuple[str, ...]
    """The first reasons, each with its place."""


@attrs.frozen
class BatchOptions:
    """How a file is read and what is written; every choice has a default."""

    table: ResultTable = "partnerships"
    has_texts: bool = False
    """Whether findings and steps are written beside each rule."""
    partnership: str = COLUMNS.partnership
    """The column with the names."""
    metadata: tuple[str, ...] = ()
    """Other columns, kept in the result."""
    text: TextFile = attrs.field(factory=TextFile)
    """How a text file is written; what is not given is found by looking at it."""
    sheet: str | None = None
    """Of a workbook; None for the first."""
    language: str = DUTCH


def assess_file(  # noqa: PLR0913 - one parameter for each choice
    source: Path,
    target: Path,
    *,
    ruleset: Ruleset | None = None,
    reference_date: datetime.date | str = DATE_COLUMN,
    options: BatchOptions | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> BatchResult:
    """Assess every partnership in a file, and write one table of results.

    A wide table (one row for each partnership) is read and assessed in parts. A long table (columns ``feit`` and
    ``antwoord``) and questionnaires are put together in memory. Rows that do not fit stand with their reasons in a file
    beside the target, with ``-apart`` behind its name; corrected there, it can be assessed as it is. Both files are
    moved into place at the end, or neither is.

    Args:
        source: csv, xlsx or parquet; a questionnaire that came back, or a folder of these.
        target: csv, xlsx, parquet or jsonl; a file that is there is replaced.
        ruleset: the rules; None for the shipped ones.
        reference_date: one date for all, or the name of the column with that of each row.
        options: how it is read and what is written.
        progress: is told how many rows of how many are done.

    Raises:
        InvalidFactsError: when a file cannot be read or written, or its columns are wrong; nothing is written.
        UsageError: for choices that do not go together, or a language that the ruleset is not written in.
        MissingDependencyError: for Excel without its extra.
    """
    options = options or BatchOptions()
    if options.table not in get_args(ResultTable):
        raise UsageError(f"unknown table {options.table!r}: choose {listed(get_args(ResultTable), 'or')}")
    if options.has_texts and options.table not in _WITH_RULES:
        raise UsageError(f"texts stand beside rules: choose the table {listed(_WITH_RULES, 'or')}")
    beside = target.with_name(f"{target.stem}{ASIDE}{target.suffix}")
    with told_of(target):
        check_writable(target)
        if source.resolve() in (target.resolve(), beside.resolve()):
            raise UsageError(f"{source} would be replaced while it is read: write to another file")
        ruleset = Ruleset.load() if ruleset is None else ruleset
        with tempfile.TemporaryDirectory(prefix=f".{target.stem}-", dir=target.parent) as made:
            run = _Run(ruleset, reference_date, options, Path(made))
            text = run.read(source, progress or _nobody)
            return run.finish(target, beside, text)


def _nobody(done: int, rows: int) -> None:
    """Be told how far the work is."""


class _Run:
    """One file on its way."""

    def __init__(
        self, ruleset: Ruleset, reference_date: datetime.date | str, options: BatchOptions, work: Path
    ) -> None:
        self._ruleset, self._reference_date, self._options = ruleset, reference_date, options
        self._work = work
        self._result, self._aside = Written(work / "result"), Written(work / "aside")
        self._assessed = 0
        self._reasons: list[str] = []

    def read(self, source: Path, progress: Callable[[int, int], None]) -> TextFile:
        """Read and assess everything; return how text is to be written."""
        options = self._options
        tables = {} if source.is_dir() else open_tables(source, self._work, options.text)
        if source.is_dir() or any(is_questionnaire(table.columns) for table in tables.values()):
            self._long(read_questionnaires(source, self._work, options.text), COLUMNS.respondent)
            return SPREADSHEET_TEXT
        table = chosen(tables, source, options.sheet)
        self._table(table, progress)
        return table.text

    def _table(self, table: Table, progress: Callable[[int, int], None]) -> None:
        is_long = {COLUMNS.fact, COLUMNS.answer} <= set(table.columns)
        ours = {PLACE, REASON} - set(self._options.metadata)
        done = 0
        for part in [pl.concat(table.parts())] if is_long else table.parts():
            rows = part.drop(ours & {REASON}, strict=False)
            if PLACE not in rows.columns:
                rows = rows.with_row_index(PLACE, offset=table.first_row + done)
            # an empty row is what a spreadsheet leaves behind
            filled = rows.filter(pl.any_horizontal(pl.exclude(PLACE).is_not_null()))
            (self._long if is_long else self._wide)(filled, PLACE, is_own=PLACE in ours)
            done += len(part)
            progress(done, table.rows)

    def _long(self, rows: pl.DataFrame, place: str, *, is_own: bool = False) -> None:
        """Assess answers in rows; ``place`` says where a row comes from, and ``is_own`` that we added it."""
        options = self._options
        assessment = assess_long(
            rows,
            self._ruleset,
            self._reference_date,
            attrs.evolve(COLUMNS, partnership=options.partnership),
            metadata=[*options.metadata, *[place] * is_own],
            on_error="set_aside",
            language=options.language,
        )
        self._add(assessment, place, is_own=is_own)

    def _wide(self, rows: pl.DataFrame, place: str, *, is_own: bool) -> None:
        options = self._options
        assessment = assess_frame(
            rows,
            self._ruleset,
            self._reference_date,
            options.partnership,
            metadata=[*options.metadata, *[place] * is_own],
            on_error="set_aside",
            language=options.language,
        )
        self._add(assessment, place, is_own=is_own)

    def _add(self, assessment: FrameAssessment, place: str, *, is_own: bool) -> None:
        options = self._options
        found = getattr(assessment, options.table)
        if options.has_texts:
            found = assessment.with_texts(found)
        self._result.add(found.drop(place) if is_own else found)
        self._assessed += assessment.number
        aside = assessment.set_aside.rename({"reasons": REASON})
        self._aside.add(aside)
        told = aside.filter(pl.col(REASON) != "").select(place, options.partnership, REASON).unique(maintain_order=True)
        for where, name, reason in told.head(_MOST_TOLD - len(self._reasons)).rows():
            self._reasons.append(f"{place} {where}{f' ({name})' if name else ''}: {reason}")

    def finish(self, target: Path, beside: Path, text: TextFile) -> BatchResult:
        """Make both files, and only then move them into place."""
        made = {target: self._result.make(target, text)}
        if self._aside.rows:
            made[beside] = self._aside.make(beside, text)
        else:
            beside.unlink(missing_ok=True)  # one of an earlier run would be taken for one of this run
        move(made)
        aside = beside if self._aside.rows else None
        return BatchResult(self._assessed, self._result.rows, aside, self._aside.rows, tuple(self._reasons))
