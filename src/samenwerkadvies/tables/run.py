"""One file that is read and assessed in parts: what fits is handed on, what does not is set aside with its reason."""

from __future__ import annotations

import datetime
import functools
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import attrs

from samenwerkadvies.errors import InvalidFactsError, quoted
from samenwerkadvies.frames import DATE_COLUMN, FrameAssessment, GroupComparison, assess_frame, assess_long
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.tables.choices import BatchOptions, BatchResult, RowCounts
from samenwerkadvies.tables.heads import Heads, heads_of, known_columns
from samenwerkadvies.tables.opening import open_tables
from samenwerkadvies.tables.questionnaires import COLUMNS, Questionnaires, is_questionnaire, read_questionnaires
from samenwerkadvies.tables.table import (
    ROW,
    SPREADSHEET_TEXT,
    UNREAD,
    Table,
    TextFile,
    is_nameless,
    pl,
    wrong_file,
)
from samenwerkadvies.tables.workbooks import check_alike, chosen, with_rows
from samenwerkadvies.tables.writing import Written
from samenwerkadvies.vocabulary import UNKNOWN_WORDS

SHEET, PLACE, REASON = "blad", "rij", "reden"
"""The columns that such a file has more: of several sheets the name, the number of the row, and what does not fit in
it. Read back, the number is kept and the others are forgotten, unless the caller has columns of these names
(metadata)."""
_ELSEWHERE = "deze rij klopt, maar een andere rij van deze samenwerking niet"
_MOST_TOLD = 20


def _numbered(part: pl.DataFrame, first: int) -> pl.DataFrame:
    """Return rows with their numbers, and with a place for why they could not be read."""
    if UNREAD not in part.columns:
        part = part.with_columns(pl.lit(None, dtype=pl.String).alias(UNREAD))
    if PLACE in part.columns:
        return part.drop(ROW, strict=False)
    return part.rename({ROW: PLACE}) if ROW in part.columns else part.with_row_index(PLACE, offset=first)


def _is_ours(beside: Path) -> bool:
    try:
        return any(REASON in table.columns for table in open_tables(beside, TextFile()).values())
    except InvalidFactsError:  # not there, or of another kind
        return False


class Run:
    """One file on its way."""

    def __init__(
        self,
        ruleset: Ruleset,
        reference_date: datetime.date | str,
        options: BatchOptions,
        folder: Path,
        assessed: Callable[[FrameAssessment, list[str]], None],
    ) -> None:
        """Begin; ``assessed`` is given each part as it is assessed, with the columns in it that are ours."""
        self._ruleset, self._reference_date, self._options = ruleset, reference_date, options
        self._hand_on, self.aside = assessed, Written(folder)
        self.names_aside: Counter[str] = Counter()
        """How often each name stands in what is set aside, where it could be read; of a long table, once."""
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
        self._hand_on(assessment, own)
        self._assessed += assessment.number
        outline = assessment.partnerships
        self._provisional += int((outline["provisional"] & (outline["checks"] == 0)).sum())
        self._contradicting += int((outline["checks"] > 0).sum())
        self._weigh(outline)
        bad = assessment.bad_values["value"].unique(maintain_order=True)
        words = bad.filter(bad.str.strip_chars().str.to_lowercase().is_in(UNKNOWN_WORDS))
        self._perhaps_unknown |= dict.fromkeys(words)
        aside = assessment.set_aside.rename({"reasons": REASON})
        wrong = aside.filter(pl.col(REASON) != "")
        self._wrong += len(wrong)
        self._rows_assessed += len(rows) - len(aside)
        names = aside[options.partnership].unique(maintain_order=True) if is_long else aside[options.partnership]
        self._set_aside += len(names)
        self.names_aside.update(names.cast(pl.String).str.strip_chars().drop_nulls().replace("", None).drop_nulls())
        self._tell(wrong)
        why = pl.when(pl.col(REASON) == "").then(pl.lit(_ELSEWHERE)).otherwise(REASON).alias(REASON)
        self.aside.add(aside.select(*own, why, pl.exclude(*own, REASON)))

    def _weigh(self, outline: pl.DataFrame) -> None:
        """Count of how many partnerships nothing, no more than a first look, or little is known; keep their names."""
        least = float(self._ruleset.policy.enough_known)
        is_empty = pl.col("answered") == 0
        is_little = (
            ~is_empty
            & ~pl.col("first_look")
            & (pl.col("answered") < least * pl.col("asked"))
            & (pl.col("undecided") > 0)
        )
        counted = outline.select(is_empty.sum().alias("none"), is_little.sum().alias("little"), pl.sum("first_look"))
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
        self.aside.add(rows.select(*own, REASON, pl.exclude(*own, REASON)))

    def files_aside(self, beside: Path, text: TextFile) -> dict[Path, Callable[[IO[bytes]], None]]:
        """Return what makes the file with rows that are set aside; nothing where every row fits."""
        return {beside: lambda made: self.aside.make(made, beside, text)} if self.aside.rows else {}

    def forget_aside(self, beside: Path) -> None:
        """Take away the file of an earlier run where every row fits now: it would be taken for one of this run."""
        if not self.aside.rows and _is_ours(beside):
            beside.unlink()

    def result(self, beside: Path | None, rows: int = 0, groups: GroupComparison | None = None) -> BatchResult:
        """Return what became of the file.

        Args:
            beside: where rows that are set aside stand; None where they are not written.
            rows: how many were written.
            groups: what was compared.
        """
        came_back = self._came_back
        return BatchResult(
            assessed=self._assessed,
            provisional=self._provisional,
            contradicting=self._contradicting,
            unanswered=self._unanswered,
            little_known=self._little_known,
            first_looks=self._first_looks,
            twice=self._twice(),
            rows=rows,
            table_rows=None
            if came_back
            else RowCounts(self._rows_read, self._rows_assessed, self.aside.rows, self._rows_blank),
            aside=beside if self.aside.rows else None,
            set_aside=self._set_aside,
            wrong=self._wrong,
            reasons=tuple(self._reasons),
            perhaps_unknown=tuple(self._perhaps_unknown),
            questionnaires=came_back.files if came_back else {},
            empty=came_back.empty if came_back else (),
            unread=came_back.unread if came_back else (),
            copies=came_back.copies if came_back else {},
            ignored=self._ignored,
            sheets=self._sheets if self._has_sheets else (),
            other_sheets=self._other_sheets,
            groups=groups,
        )
