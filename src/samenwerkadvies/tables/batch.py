"""From a file of partnerships to a file of advice: in parts, so that the file may be larger than memory."""

from __future__ import annotations

import datetime
import functools
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, get_args

import attrs

from samenwerkadvies.bilingual import either
from samenwerkadvies.errors import InvalidFactsError, UsageError, quoted
from samenwerkadvies.frames import DATE_COLUMN, FrameAssessment, assess_frame, assess_long
from samenwerkadvies.frames.counting import Key
from samenwerkadvies.frames.groups import put_together
from samenwerkadvies.loading import load_ruleset
from samenwerkadvies.placing import put_in_place
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.tables.choices import BatchOptions, BatchResult, ResultTable, RowCounts
from samenwerkadvies.tables.group_report import PAGE, check_report, is_page, write_report
from samenwerkadvies.tables.heads import Heads, heads_of, known_columns
from samenwerkadvies.tables.opening import open_tables
from samenwerkadvies.tables.questionnaires import COLUMNS, Questionnaires, is_questionnaire, read_questionnaires
from samenwerkadvies.tables.readers import for_readers
from samenwerkadvies.tables.table import (
    ROW,
    SPREADSHEET_TEXT,
    UNREAD,
    Table,
    TextFile,
    is_nameless,
    pl,
    told_of,
    wrong_file,
)
from samenwerkadvies.tables.workbooks import check_alike, chosen, with_rows
from samenwerkadvies.tables.writing import Written, check_writable
from samenwerkadvies.vocabulary import UNKNOWN_WORDS

ASIDE = "-apart"
"""Stands behind the name of the file with rows that are set aside."""
SHEET, PLACE, REASON = "blad", "rij", "reden"
"""The columns that such a file has more: of several sheets the name, the number of the row, and what does not fit in
it. Read back, the number is kept and the others are forgotten, unless the caller has columns of these names
(metadata)."""
_ELSEWHERE = "deze rij klopt, maar een andere rij van deze samenwerking niet"
_MOST_TOLD = 20
_WITH_RULES = ("advice", "undecided")


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

    With ``by`` in the options groups are compared, and the target is their report: a page or a workbook.

    Args:
        source: csv, xlsx or parquet; a questionnaire that came back, or a folder of these.
        target: csv, xlsx, parquet or jsonl, or html for groups; a file that is there is replaced.
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
    if options.sheet is not None and options.all_sheets:
        raise UsageError("one sheet or all sheets: choose")
    if options.table not in get_args(ResultTable):
        raise UsageError(f"unknown table {options.table!r}: choose {either(get_args(ResultTable)).english}")
    if options.has_texts and options.table not in _WITH_RULES:
        raise UsageError(f"texts stand beside rules: choose the table {either(_WITH_RULES).english}")
    beside = target.with_name(f"{target.stem}{ASIDE}{'.csv' if options.by and is_page(target) else target.suffix}")
    with told_of(target):
        if options.by:
            check_report(target)
        for each in (target, beside):
            check_writable(each, *([PAGE] if options.by else ()))
            if source.resolve() == each.resolve():
                message = "dit bestand zou worden vervangen terwijl het wordt gelezen"
                raise wrong_file("TABEL05", source, message, "een andere naam voor de uitkomst")
        ruleset = load_ruleset() if ruleset is None else ruleset
        run = _Run(ruleset, reference_date, options, target.parent)
        text = run.read(source, progress or _nobody)
        return run.finish(target, beside, text)


def _numbered(part: pl.DataFrame, first: int) -> pl.DataFrame:
    """Return rows with their numbers, and with a place for why they could not be read."""
    if UNREAD not in part.columns:
        part = part.with_columns(pl.lit(None, dtype=pl.String).alias(UNREAD))
    if PLACE in part.columns:
        return part.drop(ROW, strict=False)
    return part.rename({ROW: PLACE}) if ROW in part.columns else part.with_row_index(PLACE, offset=first)


def _nobody(done: int, rows: int) -> None:
    """Be told how far the work is."""


class _Run:
    """One file on its way."""

    def __init__(
        self, ruleset: Ruleset, reference_date: datetime.date | str, options: BatchOptions, folder: Path
    ) -> None:
        self._ruleset, self._reference_date, self._options = ruleset, reference_date, options
        self._result, self._aside = Written(folder), Written(folder)
        self._counts: dict[str | None, Counter[Key]] = {}
        self._kept = tuple(dict.fromkeys((*options.metadata, *([options.by] if options.by else ()))))
        self._unanswered = self._little_known = self._first_looks = 0
        self._names: list[pl.Series] = []
        self._assessed = self._provisional = self._contradicting = self._set_aside = self._wrong = 0
        self._rows_read = self._rows_assessed = self._rows_blank = 0
        self._reasons: list[str] = []
        self._perhaps_unknown: dict[str, None] = {}
        self._came_back: Questionnaires | None = None
        self._ignored: tuple[str, ...] = ()
        self._sheets: tuple[str, ...] = ()
        self._other_sheets: tuple[str, ...] = ()
        self._has_sheets = False

    def read(self, source: Path, progress: Callable[[int, int], None]) -> TextFile:
        """Read and assess everything; return how text is to be written."""
        options = self._options
        if REASON in (options.partnership, *self._kept):
            message = f"kolom {quoted(REASON)} kan niet mee: zo heet de kolom met wat er niet klopt"
            raise wrong_file("TABEL01", source, message, "een andere naam voor je kolom")
        tables = {} if source.is_dir() else open_tables(source, options.text)
        if source.is_dir() or any(is_questionnaire(table.columns) for table in tables.values()):
            self._came_back = read_questionnaires(source, options.text)
            self._add(self._came_back.answers, [], is_long=True)
            return SPREADSHEET_TEXT
        first = chosen(tables, source, options.sheet)
        self._has_sheets = len(tables) > 1
        seen = with_rows(tables)
        if options.all_sheets:
            self._sheets = tuple(seen or [first])
            check_alike({name: tables[name] for name in self._sheets}, source)
        else:
            self._sheets = (first,)
        self._other_sheets = tuple(name for name in seen if name not in self._sheets)
        total = sum(tables[name].rows for name in self._sheets)
        done = 0
        for name in self._sheets:
            for number in self._read_table(tables[name], name):
                done += number
                progress(done, total)
        return tables[first].text

    def _read_table(self, table: Table, sheet: str) -> Iterator[int]:
        """Read and assess a table; yield how many rows are done each time."""
        heads = self._heads_of(table)
        called = {heads.renamed.get(column, column) for column in table.columns}
        is_long = {COLUMNS.fact, COLUMNS.answer} <= called
        ours = {SHEET, PLACE, REASON} - {self._options.partnership, *self._kept}
        own = [name for name in (SHEET, PLACE) if name in ours and (name == PLACE or len(self._sheets) > 1)]
        done = 0
        for part in [pl.concat(table.parts())] if is_long else table.parts():
            rows = _numbered(part, table.first_row + done).drop(ours & {REASON, SHEET}, strict=False)
            # an empty row is what a spreadsheet leaves behind
            filled = rows.filter(pl.any_horizontal(pl.exclude(PLACE).is_not_null()))
            self._rows_read += len(rows)
            self._rows_blank += len(rows) - len(filled)
            filled = filled.drop(self._ignored, strict=False).rename(heads.renamed, strict=False)
            filled = self._known(filled, is_long=is_long)
            if SHEET in own:
                filled = filled.with_columns(pl.lit(sheet).alias(SHEET))
            is_read = pl.col(UNREAD).is_null()
            self._leave(filled.filter(~is_read), own)
            self._add(filled.filter(is_read).drop(UNREAD), own, is_long=is_long)
            done += len(part)
            yield len(part)

    def _heads_of(self, table: Table) -> Heads:
        """Say what the columns of a table hold, and leave out those that are to be ignored."""
        options = self._options
        columns = [
            column for column in table.columns if column not in (SHEET, PLACE, REASON) and not is_nameless(column)
        ]
        own = {options.partnership, *self._kept, DATE_COLUMN, *attrs.astuple(COLUMNS)}
        if isinstance(self._reference_date, str):
            own.add(self._reference_date)
        heads = heads_of(columns, self._ruleset.vocabulary, own, options.columns)
        self._ignored = heads.others if options.ignores_others else ()
        return heads

    def _known(self, rows: pl.DataFrame, *, is_long: bool) -> pl.DataFrame:
        """Return rows in which what the caller takes for unknown is empty."""
        words = [word.strip().lower() for word in self._options.unknown_words]
        answers = [COLUMNS.answer] if is_long else known_columns(self._ruleset.vocabulary)
        texts = [name for name in answers if rows.schema.get(name) == pl.String]
        is_known = [~pl.col(name).str.strip_chars().str.to_lowercase().is_in(words) for name in texts]
        return rows.with_columns(pl.when(known).then(pl.col(name)) for name, known in zip(texts, is_known, strict=True))

    def _assess(self, rows: pl.DataFrame, own: list[str], *, is_long: bool) -> FrameAssessment:
        options = self._options
        name = options.partnership
        of_layout: Callable[..., FrameAssessment] = (
            functools.partial(assess_long, columns=attrs.evolve(COLUMNS, partnership=name))
            if is_long
            else functools.partial(assess_frame, partnership=name)
        )
        return of_layout(
            rows,
            self._ruleset,
            self._reference_date,
            metadata=[*self._kept, *own],
            on_error="set_aside",
            language=options.language,
        )

    def _add(self, rows: pl.DataFrame, own: list[str], *, is_long: bool) -> None:
        """Assess rows and keep what comes of it; ``own`` is the column that we added."""
        options = self._options
        assessment = self._assess(rows, own, is_long=is_long)
        found = getattr(assessment, options.table)
        if options.has_texts:
            found = assessment.with_texts(found)
        self._result.add(found.drop(own))
        if options.by:
            for name, counts in assessment.counts_by(options.by).items():
                self._counts.setdefault(name, Counter()).update(counts)
        self._assessed += assessment.number
        outline = assessment.partnerships
        self._provisional += int((outline["provisional"] & (outline["checks"] == 0)).sum())
        self._contradicting += int((outline["checks"] > 0).sum())
        self._weigh(assessment)
        bad = assessment.bad_values["value"].unique(maintain_order=True)
        words = bad.filter(bad.str.strip_chars().str.to_lowercase().is_in(UNKNOWN_WORDS))
        self._perhaps_unknown |= dict.fromkeys(words)
        aside = assessment.set_aside.rename({"reasons": REASON})
        wrong = aside.filter(pl.col(REASON) != "")
        self._wrong += len(wrong)
        self._rows_assessed += len(rows) - len(aside)
        self._set_aside += aside[options.partnership].n_unique() if is_long else len(aside)
        self._tell(wrong)
        why = pl.when(pl.col(REASON) == "").then(pl.lit(_ELSEWHERE)).otherwise(REASON).alias(REASON)
        self._aside.add(aside.select(*own, why, pl.exclude(*own, REASON)))

    def _weigh(self, assessment: FrameAssessment) -> None:
        """Count of how many partnerships nothing, no more than a first look, or little is known; keep their names."""
        answered, outline = assessment.answered, assessment.partnerships
        least = float(self._ruleset.policy.enough_known)
        is_empty = pl.col("answered") == 0
        is_little = (
            ~is_empty
            & ~pl.col("first_look")
            & (pl.col("answered") < least * pl.col("asked"))
            & (outline["undecided"] > 0)
        )
        counted = answered.select(is_empty.sum().alias("none"), is_little.sum().alias("little"), pl.sum("first_look"))
        self._unanswered += counted["none"].item()
        self._little_known += counted["little"].item()
        self._first_looks += counted["first_look"].item()
        self._names.append(outline["partnership"].cast(pl.String))

    def _twice(self) -> tuple[str, ...]:
        names = pl.concat(self._names)
        return tuple(names.filter(names.is_duplicated()).unique(maintain_order=True).head(_MOST_TOLD))

    def _tell(self, wrong: pl.DataFrame) -> None:
        """Keep the first reasons, each with its place: a row with a name, or a file with a question."""
        name = self._options.partnership
        if self._came_back:
            of_fact = pl.when(pl.col(REASON).str.starts_with(pl.col(COLUMNS.fact))).then(COLUMNS.fact)
            told = wrong.select(COLUMNS.respondent, name, REASON, of_fact)
        else:
            place = pl.format(PLACE + " {}", PLACE)
            if len(self._sheets) > 1 and SHEET in wrong.columns:
                place = pl.format(SHEET + " {}, {}", SHEET, place)
            told = wrong.select(place, name, REASON, fact=pl.lit(None, dtype=pl.String))
        left = _MOST_TOLD - len(self._reasons)
        for place, named, reason, asked in told.unique(maintain_order=True).head(left).iter_rows():
            fact = self._ruleset.vocabulary.facts.get(asked)
            question = f", '{fact.texts[DUTCH].question}'" if fact else ""
            self._reasons.append(f"{place}{f' ({named})' if named else ''}{question}: {reason}")

    def _leave(self, unread: pl.DataFrame, own: list[str]) -> None:
        """Set rows aside that could not be read."""
        if unread.is_empty():
            return
        rows = unread.rename({UNREAD: REASON})
        self._wrong += len(rows)
        self._set_aside += len(rows)
        self._tell(rows)
        self._aside.add(rows.select(*own, REASON, pl.exclude(*own, REASON)))

    def _is_ours(self, beside: Path) -> bool:
        try:
            return any(REASON in table.columns for table in open_tables(beside, TextFile()).values())
        except InvalidFactsError:  # not there, or of another kind
            return False

    def finish(self, target: Path, beside: Path, text: TextFile) -> BatchResult:
        """Make both files, and only then move them into place."""
        dressed = functools.partial(for_readers, ruleset=self._ruleset, language=self._options.language)
        folder, options = target.parent, self._options
        groups = (
            put_together(self._counts, self._ruleset, options.language, options.by, options.minimum)
            if options.by
            else None
        )
        with tempfile.TemporaryFile(dir=folder) as result, tempfile.TemporaryFile(dir=folder) as aside:
            if groups is None:
                self._result.make(result, target, text, dressed)
            else:
                write_report(result, target, groups)
            files: dict[Path, IO[bytes]] = {target: result}
            if self._aside.rows:
                self._aside.make(aside, beside, text)
                files[beside] = aside
            put_in_place(files)
        if not self._aside.rows and self._is_ours(beside):
            beside.unlink()  # one of an earlier run would be taken for one of this run
        return BatchResult(
            assessed=self._assessed,
            provisional=self._provisional,
            contradicting=self._contradicting,
            unanswered=self._unanswered,
            little_known=self._little_known,
            first_looks=self._first_looks,
            twice=self._twice(),
            rows=self._result.rows,
            table_rows=None
            if self._came_back
            else RowCounts(self._rows_read, self._rows_assessed, self._aside.rows, self._rows_blank),
            aside=beside if self._aside.rows else None,
            set_aside=self._set_aside,
            wrong=self._wrong,
            reasons=tuple(self._reasons),
            perhaps_unknown=tuple(self._perhaps_unknown),
            questionnaires=self._came_back.files if self._came_back else {},
            empty=self._came_back.empty if self._came_back else (),
            unread=self._came_back.unread if self._came_back else (),
            copies=self._came_back.copies if self._came_back else {},
            ignored=self._ignored,
            sheets=self._sheets if self._has_sheets else (),
            other_sheets=self._other_sheets,
            groups=groups,
        )
