"""Assess every partnership in a frame at once: the same advice as row by row, in tables of the caller's own kind."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from samenwerkadvies.advising import Adviser, Assessment
from samenwerkadvies.engines.columns import (
    AnyFrame,
    added,
    decide_columns,
    mapped,
    nw,
    outcome_of,
)
from samenwerkadvies.errors import UsageError
from samenwerkadvies.frames.checking import DATE_COLUMN, ROW, Checked, check_names
from samenwerkadvies.frames.completeness import completeness, is_first_look
from samenwerkadvies.frames.counting import Counts, counted_by, value_in
from samenwerkadvies.frames.kinds import collected, made_like, opened
from samenwerkadvies.frames.long import CheckedLong, LongColumns
from samenwerkadvies.frames.one_by_one import QUESTION, partnerships_of, questions_of
from samenwerkadvies.frames.results import Results, held, is_true
from samenwerkadvies.frames.rows import Columns, Rows, in_rows, read
from samenwerkadvies.frames.summary import Summary, summarised
from samenwerkadvies.frames.wide import CheckedWide
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.ruleset import DUTCH, Language, Ruleset
from samenwerkadvies.showing import in_notebook

OnError = Literal["raise", "set_aside"]


def assess_frame(  # noqa: PLR0913 - one parameter for each choice
    frame: object,
    ruleset: Ruleset | None = None,
    reference_date: datetime.date | str = DATE_COLUMN,
    partnership: str = "naam",
    *,
    metadata: Sequence[str] = (),
    on_error: OnError = "raise",
    language: Language = DUTCH,
) -> FrameAssessment:
    """Assess every row of a frame as ``Adviser.assess`` assesses one partnership.

    Args:
        frame: of Polars (also lazy), pandas, PyArrow, DuckDB or PySpark: one row for each partnership; a column for
            each fact type, of a perception one for each party (``fact.party``); of a
            date that may never have come, if wanted, a yes/no column ``fact.nooit``. A column that is not there, an
            empty cell and ``onbekend`` are unknown.
        ruleset: the rules; None for the shipped ones.
        reference_date: one date for all (also as an ISO text), or the name of the column with that of each row.
        partnership: the column with the name of each partnership; names need not be unique.
        metadata: other columns, kept in the results.
        on_error: what happens when values do not fit. ``raise``: the whole frame is looked at now, and an error tells
            them. ``set_aside``: these rows are not assessed, and stand in ``set_aside``.
        language: of titles and other texts in the results.

    Raises:
        InvalidFactsError: with every column that is unknown or missing, or called as one of the results.
        InvalidFrameError: when values do not fit, unless they are set aside.
        UsageError: when it is no frame, or for a language that the ruleset is not written in.
        MissingDependencyError: for a pandas frame without pyarrow.
    """
    adviser = _adviser(ruleset, language, on_error)
    checked = CheckedWide(frame, adviser.ruleset.vocabulary, reference_date, partnership, metadata)
    return _assessed(adviser, checked, on_error)


def assess_long(  # noqa: PLR0913 - one parameter for each choice
    frame: object,
    ruleset: Ruleset | None = None,
    reference_date: datetime.date | str = DATE_COLUMN,
    columns: LongColumns = LongColumns(),  # noqa: B008 - it is frozen
    *,
    metadata: Sequence[str] = (),
    on_error: OnError = "raise",
    language: Language = DUTCH,
) -> FrameAssessment:
    """Assess a long table: one row for each answer, of several people of a party if need be.

    The answers of the respondents of one party become one as the fact type asks, as in a case file. Answers to what
    is not asked of each party stand with no party, the party that is asked, or ``samen``; whoever gives them, they
    must be the same.

    Args:
        frame: of the same kinds as for ``assess_frame``.
        ruleset: the rules; None for the shipped ones.
        reference_date: one date for all, or the name of a column, with one date in all rows of a partnership.
        columns: the names of the columns; those of the party and the respondent may be absent.
        metadata: other columns, kept in the results: of each partnership, the least value.
        on_error: as for ``assess_frame``; a partnership is set aside with all its rows.
        language: of titles and other texts in the results.

    Raises:
        InvalidFactsError: with every column that is unknown or missing, or called as one of the results.
        InvalidFrameError: when rows do not fit, unless they are set aside.
        UsageError: when it is no frame, or for a language that the ruleset is not written in.
        MissingDependencyError: for a pandas frame without pyarrow.
    """
    adviser = _adviser(ruleset, language, on_error)
    checked = CheckedLong(frame, adviser.ruleset.vocabulary, reference_date, columns, metadata)
    return _assessed(adviser, checked, on_error)


def _adviser(ruleset: Ruleset | None, language: Language, on_error: OnError) -> Adviser:
    if on_error not in ("raise", "set_aside"):
        raise UsageError(f"unknown on_error {on_error!r}: choose 'raise' or 'set_aside'")
    return Adviser(load_ruleset() if ruleset is None else ruleset, "reference", language)


def _assessed(adviser: Adviser, checked: Checked, on_error: OnError) -> FrameAssessment:
    check_names(checked.safe, checked.metadata, adviser.ruleset)
    if on_error == "raise":
        checked.refuse()
    return FrameAssessment(adviser, checked)


class FrameAssessment:
    """The assessment of many partnerships: tables of the caller's own kind, each computed when it is asked for.

    Of a lazy frame (a Polars LazyFrame, a DuckDB relation, a PySpark frame) the tables are lazy. Where rows have an
    order (not in a database or on a cluster), tables follow it.
    """

    def __init__(self, adviser: Adviser, checked: Checked) -> None:
        """Prepare; use ``assess_frame`` or ``assess_long``."""
        self.ruleset = adviser.ruleset
        self.language = adviser.language
        self._adviser = adviser
        self._checked = checked
        self._results = Results(self.ruleset, self.language, checked.reference_date)
        self._order = [ROW] if checked.has_rows else []
        self._identity = ["partnership", *checked.metadata]

    def __repr__(self) -> str:
        """Return of how many partnerships it is, in short; a lazy frame is not read for that."""
        what = "a lazy frame" if self.is_lazy else f"{self.number} partnerships"
        return f"<FrameAssessment of {what} by {self.ruleset.name} {self.ruleset.version}>"

    _repr_html_ = in_notebook

    @property
    def is_lazy(self) -> bool:
        """Whether nothing is read before a table is used."""
        return isinstance(self._checked.answers, nw.LazyFrame)

    @functools.cached_property
    def advice(self) -> Any:
        """One row for each finding, ranked as in ``Assessment.findings``.

        partnership, metadata, rank, rule, conditions, severity, kind, title, absorbed_by: the highest finding that
        absorbs it (null: it is advice of its own).
        """
        decided, rows = self._results.findings(self._in_order(self._decided))
        return self._in_rows(decided, rows, self._results.advice_columns(decided))

    @functools.cached_property
    def conditions(self) -> Any:
        """One row for each partnership and condition: condition, title, status, findings, answered, asked."""
        decided = self._in_order(self._decided)
        return self._in_rows(decided, self._results.standing(), self._results.condition_columns())

    @functools.cached_property
    def undecided(self) -> Any:
        """One row for each rule that missing answers leave open: partnership, metadata, rule."""
        decided = self._in_order(self._decided)
        return self._in_rows(decided, self._results.undecided(), self._results.rule_columns())

    @functools.cached_property
    def checks(self) -> Any:
        """One row for each check: answers that contradict each other. partnership, metadata, rule, finding."""
        decided = self._in_order(self._decided)
        return self._in_rows(decided, self._results.checks(), self._results.check_columns())

    @functools.cached_property
    def not_in_force(self) -> Any:
        """One row for each rule that takes no part at the reference date: partnership, metadata, rule."""
        decided = self._in_order(self._outcomes)
        return self._in_rows(decided, self._results.not_in_force(), self._results.rule_columns())

    @functools.cached_property
    def remarks(self) -> Any:
        """One row for each remark beside an answer in a long table: partnership, metadata, fact, party, remark."""
        found = self._checked.remarks
        names = (*self._identity, "fact", "party", "remark")
        return (
            self._made({name: [] for name in names}, dict.fromkeys(names, nw.String()))
            if found is None
            else self._checked.closed(found)
        )

    @functools.cached_property
    def outcomes(self) -> Any:
        """One row for each partnership: a yes/no column for each rule, null where it is undecided.

        A rule that is not in force does not hold.
        """
        columns = [nw.col(outcome_of(rule)).alias(rule) for rule in self.ruleset.rules]
        return self._checked.closed(self._in_order(self._outcomes).select(*self._identity, *columns))

    @functools.cached_property
    def statuses(self) -> Any:
        """One row for each partnership: condition_1 … with the status of each condition; a part of ``partnerships``."""
        frame = self._results.add_statuses(self._in_order(self._outcomes))
        return self._checked.closed(read(frame, self._identity, self._results.status_columns()))

    @functools.cached_property
    def partnerships(self) -> Any:
        """One row for each partnership, for a list or a spreadsheet.

        partnership, metadata, provisional, first_look (whether of the conditions only first looks are known), checks,
        findings and undecided (how many), answered and asked (how many, in all and for each party: answered_gemeente),
        advice_1, advice_2 … (titles of the advice that is shown first), condition_1 … (the status of each condition).
        """
        outlined = self._results.add_outline(self._in_order(self._decided))
        return self._checked.closed(read(outlined, self._identity, self._results.outline_columns()))

    @functools.cached_property
    def answered(self) -> Any:
        """One row for each partnership: answered, asked and first_look, as ``Assessment.known`` has them."""
        answers = self._in_order(self._checked.answers)
        found = dict(zip(("answered", "asked"), completeness(self.ruleset), strict=True))
        found["first_look"] = is_first_look(self.ruleset)
        return self._checked.closed(answers.select(*self._identity, *(found[name].alias(name) for name in found)))

    @functools.cached_property
    def number(self) -> int:
        """How many partnerships are assessed; this reads the whole frame."""
        return int(collected(self._checked.answers.select(nw.len())).item())

    @functools.cached_property
    def summary(self) -> Summary:
        """How often rules and conditions come out how, and which rules hold together; this reads the whole frame."""
        return summarised(self._decided, self._results, self._made)

    def counts_by(self, column: str | None) -> Counts:
        """Return what there is to count per value of a column that was kept; None: of all.

        ``compare_groups`` says what it means.

        Raises:
            UsageError: when the column was not kept.
        """
        self._check_kept(column)
        return counted_by(self._decided, self._results, column)

    def value_of(self, partnership: str, column: str) -> str | None:
        """Return what stands in a column that was kept, of the first partnership with a name; None: nothing.

        Raises:
            UsageError: when the column was not kept.
        """
        self._check_kept(column)
        answers = self._checked.answers.filter(nw.col("partnership") == partnership)
        return collected(answers.select(value_in(column).alias("value")).head(1)).item() or None

    def _check_kept(self, column: str | None) -> None:
        if column is not None and column not in self._checked.metadata:
            raise UsageError(f"the column {column!r} was not kept: name it in metadata")

    @property
    def set_aside(self) -> Any:
        """The rows that are not assessed, as they were, with the column ``reasons``."""
        return self._checked.closed(self._checked.set_aside)

    @property
    def bad_values(self) -> Any:
        """Values that do not fit: row (from 1; only where rows have an order), partnership, column, value, expected."""
        return self._checked.closed(self._checked.bad_values)

    def assessments(
        self, partnerships: Iterable[object] | None = None, *, thinking_along: bool = False
    ) -> Iterator[Assessment]:
        """Yield the assessment of the partnerships with these names, or of all: one by one, for a few of many.

        With ``thinking_along`` they say what to ask first and what would change each finding as well.
        """
        for partnership in partnerships_of(self._checked, partnerships):
            yield self._adviser.assess(partnership, thinking_along=thinking_along)

    def open_questions(self, partnerships: Iterable[object] | None = None) -> Any:
        """Return what is worth asking in the partnerships with these names, or in all; worked out one by one.

        One row for each question: partnership, rank, fact, party, question, could_decide (rules), severity.
        """
        found = questions_of(self._adviser, partnerships_of(self._checked, partnerships))
        return self._made(found, QUESTION)

    def with_texts(self, table: Any) -> Any:
        """Return a table of results that has a column ``rule``, with what was found and the steps in words."""
        texts = {rule.id: rule.texts[self.language] for rule in self.ruleset.with_checks.rules.values()}
        finding = mapped(nw.col("rule"), {name: found.finding for name, found in texts.items()})
        steps = mapped(nw.col("rule"), {name: " ".join(found.steps) for name, found in texts.items()})
        found = opened(table)
        return found.closed(found.frame.with_columns(finding.alias("finding"), steps.alias("steps")))

    def _made(self, columns: Mapping[str, Sequence[object]], schema: Mapping[str, Any]) -> Any:
        return self._checked.closed(made_like(self._checked.answers, columns, schema))

    # --- from answers to outcomes, and from wide to long ---

    @functools.cached_property
    def _outcomes(self) -> AnyFrame:
        return decide_columns(self._checked.answers, self.ruleset.with_checks, self._checked.reference_date)

    @functools.cached_property
    def _decided(self) -> AnyFrame:
        """The outcomes, and beside each of them whether the rule holds."""
        rules = self.ruleset.with_checks.rules
        return added(self._outcomes, (is_true(outcome_of(rule)).alias(held(rule)) for rule in rules))

    def _in_order(self, frame: AnyFrame) -> AnyFrame:
        return frame.sort(ROW) if self._order else frame

    def _in_rows(self, frame: AnyFrame, rows: Rows, columns: Columns) -> Any:
        return self._checked.closed(in_rows(frame, self._identity, self._order, rows, columns))
