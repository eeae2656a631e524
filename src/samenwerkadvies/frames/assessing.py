"""Assess every partnership in a frame at once: the same advice as row by row, in tables of the caller's own kind."""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, TypeVar, cast

import attrs

from samenwerkadvies.advising import Adviser, Assessment, Status
from samenwerkadvies.advising.assembling import SERIOUS
from samenwerkadvies.engines.columns import (
    REFERENCE,
    AnyFrame,
    added,
    column_of,
    date_of,
    decide_columns,
    mapped,
    nw,
    outcome_of,
)
from samenwerkadvies.errors import UsageError
from samenwerkadvies.frames.checking import DATE_COLUMN, ROW, Checked
from samenwerkadvies.frames.kinds import collected, made_like, opened
from samenwerkadvies.frames.long import CheckedLong, LongColumns
from samenwerkadvies.frames.wide import CheckedWide
from samenwerkadvies.partnership import Partnership, Slot, answers_of
from samenwerkadvies.priority import Ranking
from samenwerkadvies.ruleset import DUTCH, Condition, Rule, Ruleset, Severity
from samenwerkadvies.vocabulary import NEVER, Answer, FactType, Kind

_PART = 50_000
"""Frames in memory are turned from wide to long so many rows at a time: for a moment every cell stands there twice."""
_BLOCK = 8
_PACK = 10_000
"""Whole numbers that belong together travel as one while columns become rows."""
_MOST_COUNTED = 500
"""Spark compiles a query that counts more things at once ever more slowly."""
_ALL = "__all__"
_STATUSES = tuple(Status)

OnError = Literal["raise", "set_aside"]
_T = TypeVar("_T")


def assess_frame(  # noqa: PLR0913 - one parameter for each choice
    frame: object,
    ruleset: Ruleset | None = None,
    reference_date: datetime.date | str = DATE_COLUMN,
    partnership: str = "naam",
    *,
    metadata: Sequence[str] = (),
    on_error: OnError = "raise",
    language: str = DUTCH,
) -> FrameAssessment:
    """Assess every row of a frame as ``Adviser.assess`` assesses one partnership.

    Args:
        frame: of Polars (also lazy), pandas, PyArrow, DuckDB or PySpark: one row for each partnership; a column for
            each fact type, of a perception one for each party (``fact.gemeente``, ``fact.migrantenorganisatie``); of a
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
        InvalidFactsError: with every column that is unknown or missing.
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
    language: str = DUTCH,
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
        InvalidFactsError: with every column that is unknown or missing.
        InvalidFrameError: when rows do not fit, unless they are set aside.
        UsageError: when it is no frame, or for a language that the ruleset is not written in.
        MissingDependencyError: for a pandas frame without pyarrow.
    """
    adviser = _adviser(ruleset, language, on_error)
    checked = CheckedLong(frame, adviser.ruleset.vocabulary, reference_date, columns, metadata)
    return _assessed(adviser, checked, on_error)


def _adviser(ruleset: Ruleset | None, language: str, on_error: OnError) -> Adviser:
    if on_error not in ("raise", "set_aside"):
        raise UsageError(f"unknown on_error {on_error!r}: choose 'raise' or 'set_aside'")
    return Adviser(Ruleset.load() if ruleset is None else ruleset, "reference", language)


def _assessed(adviser: Adviser, checked: Checked, on_error: OnError) -> FrameAssessment:
    if on_error == "raise":
        checked.refuse()
    return FrameAssessment(adviser, checked)


@attrs.frozen
class Summary:
    """How often rules and conditions come out how; three small frames of the caller's kind."""

    rules: Any
    """rule, severity, partnerships (in which it holds), share (0 to 1), undecided; in rank order."""
    conditions: Any
    """condition, title, status, partnerships, share; every status of every condition."""
    together: Any
    """rule, other, partnerships, share: pairs of rules that hold in the same partnership, the most frequent first."""


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
        self._ranking = Ranking(self.ruleset)
        self._places = {rule.id: place for place, rule in enumerate(self._ranking.rules, start=1)}
        self._order = [ROW] if checked.has_rows else []
        self._identity = ["partnership", *checked.metadata]

    @functools.cached_property
    def advice(self) -> Any:
        """One row for each finding, ranked as in ``Assessment.findings``.

        partnership, metadata, rank, rule, conditions, severity, kind, title, absorbed_by: the highest finding that
        absorbs it (null: it is advice of its own).
        """
        return self._checked.closed(self._long(self._ranked, self._advice_columns()))

    @functools.cached_property
    def conditions(self) -> Any:
        """One row for each partnership and condition: condition, title, status, findings, answered, asked."""
        return self._checked.closed(self._long(self._standing, self._condition_columns()))

    @functools.cached_property
    def undecided(self) -> Any:
        """One row for each rule that missing answers leave open: partnership, metadata, rule."""
        return self._checked.closed(self._long(self._open, [self._named(nw.col("value")).alias("rule")]))

    @functools.cached_property
    def outcomes(self) -> Any:
        """One row for each partnership: a yes/no column for each rule, null where it is undecided."""
        columns = [nw.col(outcome_of(rule)).alias(rule) for rule in self.ruleset.rules]
        return self._checked.closed(self._wide(lambda decided: decided, columns))

    @functools.cached_property
    def partnerships(self) -> Any:
        """One row for each partnership, for a list or a spreadsheet.

        partnership, metadata, provisional, findings and undecided (how many), advice_1, advice_2 … (titles of the
        advice that is shown first), condition_1 … (the status of each condition).
        """
        return self._checked.closed(self._wide(self._outlined, self._outline_columns()))

    @functools.cached_property
    def number(self) -> int:
        """How many partnerships are assessed; this reads the whole frame."""
        return int(collected(self._checked.answers.select(nw.len())).item())

    @property
    def set_aside(self) -> Any:
        """The rows that are not assessed, as they were, with the column ``reasons``."""
        return self._checked.closed(self._checked.set_aside)

    @property
    def bad_values(self) -> Any:
        """Values that do not fit: row (from 1; only where rows have an order), partnership, column, value, expected."""
        return self._checked.closed(self._checked.bad_values)

    def assessments(self, partnerships: Iterable[object] | None = None) -> Iterator[Assessment]:
        """Yield the whole assessment of the partnerships with these names, or of all: one by one, for a few of many."""
        answers = self._checked.answers
        if partnerships is not None:
            answers = answers.filter(nw.col("partnership").is_in(list(partnerships)))
        if self._order:
            answers = answers.sort(ROW)
        for row in collected(answers).iter_rows(named=True):
            yield self._adviser.assess(self._partnership(row))

    def open_questions(self, partnerships: Iterable[object] | None = None) -> Any:
        """Return what is worth asking in the partnerships with these names, or in all; worked out one by one.

        One row for each question: partnership, rank, fact, party, question, could_decide (rules), severity.
        """
        found: dict[str, list[object]] = {name: [] for name in _QUESTION}
        for assessment in self.assessments(partnerships):
            for rank, question in enumerate(assessment.open_questions, start=1):
                severity = question.severity.value if question.severity else None
                could_decide = ", ".join(question.could_decide)
                texts = (question.fact, question.party, question.question, could_decide, severity)
                for name, value in zip(_QUESTION, (assessment.partnership, rank, *texts), strict=True):
                    found[name].append(value)
        return self._checked.closed(made_like(self._checked.answers, found, _QUESTION))

    def with_texts(self, table: Any) -> Any:
        """Return a table of results that has a column ``rule``, with what was found and the steps in words."""
        texts = {rule.id: rule.texts[self.language] for rule in self._ranking.rules}
        finding = mapped(nw.col("rule"), {name: found.finding for name, found in texts.items()})
        steps = mapped(nw.col("rule"), {name: " ".join(found.steps) for name, found in texts.items()})
        found = opened(table)
        return found.closed(found.frame.with_columns(finding.alias("finding"), steps.alias("steps")))

    # --- from answers to outcomes, and from wide to long ---

    @functools.cached_property
    def _decided(self) -> AnyFrame:
        decided = decide_columns(self._checked.answers, self.ruleset, self._checked.reference_date)
        return added(decided, (_is_true(outcome_of(rule)).alias(_held(rule)) for rule in self.ruleset.rules))

    def _wide(self, prepared: Callable[[AnyFrame], AnyFrame], columns: Sequence[nw.Expr]) -> AnyFrame:
        frame = self._decided.sort(ROW) if self._order else self._decided
        return prepared(frame).select(*self._identity, *columns)

    def _long(self, numbers: Callable[[AnyFrame], AnyFrame], columns: Sequence[nw.Expr]) -> AnyFrame:
        """Turn the columns named ``_NUMBER…`` into rows in which ``value`` is such a number, and read it as columns."""

        def turned(decided: AnyFrame) -> AnyFrame:
            # a ruleset may have no conditions, but there must be something to turn
            wide = numbers(decided).with_columns(nw.lit(None, dtype=nw.Int64()).alias(_NUMBER))
            names = [name for name in wide.collect_schema().names() if name.startswith(_NUMBER)]
            identity = [*self._order, *self._identity]
            long = wide.select(*identity, *names).unpivot(names, index=identity, value_name="value")
            long = long.filter(~nw.col("value").is_null())
            if self._order:
                long = long.sort(ROW, "value")
            return long.select(*self._identity, *columns)

        frame = self._decided
        if isinstance(frame, nw.LazyFrame):
            return turned(frame)
        starts = range(0, max(1, len(frame)), _PART)
        parts = [turned(frame[start : start + _PART]) for start in starts]
        return nw.concat(parts)  # type: ignore[type-var]  # all of them are of the one kind

    def _named(self, place: nw.Expr) -> nw.Expr:
        """Return the rule with a place in the ranking; null for 0."""
        return mapped(place, {at: rule for rule, at in self._places.items()})

    # --- advice ---

    def _ranked(self, decided: AnyFrame) -> AnyFrame:
        """Add for each rule that holds its rank, its place and the place of what absorbs it, as one number.

        The rank is how many rules hold up to this one. These are counted by block, so that it takes few additions.
        """
        rules = [rule.id for rule in self._ranking.rules]
        blocks = {f"__block__{start}": rules[start : start + _BLOCK] for start in range(0, len(rules), _BLOCK)}
        frame = added(decided, (_count(map(_held, block)).alias(name) for name, block in blocks.items()))
        numbers = []
        before: list[str] = []
        for name, block in blocks.items():
            for index, rule in enumerate(block, start=1):
                rank = _count([*before, *map(_held, block[:index])])
                packed = (rank * _PACK + self._places[rule]) * _PACK + self._absorber(rule)
                numbers.append(nw.when(nw.col(_held(rule))).then(packed).alias(_NUMBER + rule))
            before.append(name)
        return added(frame, numbers)

    def _absorbers(self, rule: str) -> list[str]:
        return [other for other in self._places if rule in self._ranking.absorbs[other]]

    def _absorber(self, rule: str) -> nw.Expr:
        """Return the place of the highest finding that absorbs a rule; 0 when there is none."""
        found = [nw.when(nw.col(_held(other))).then(nw.lit(self._places[other])) for other in self._absorbers(rule)]
        return nw.coalesce(*found, nw.lit(0)) if found else nw.lit(0)

    def _advice_columns(self) -> list[nw.Expr]:
        left, absorber = _parted(nw.col("value"))
        rank, place = _parted(left)
        rules = dict(enumerate(self._ranking.rules, start=1))
        texts = {
            "conditions": {at: ", ".join(map(str, rule.conditions)) for at, rule in rules.items()},
            "severity": {at: rule.severity.value for at, rule in rules.items()},
            "kind": {at: rule.kind.value for at, rule in rules.items()},
            "title": {at: rule.texts[self.language].title for at, rule in rules.items()},
        }
        described = [mapped(place, values).alias(name) for name, values in texts.items()]
        named = self._named(place).alias("rule"), self._named(absorber).alias("absorbed_by")
        return [rank.alias("rank"), named[0], *described, named[1]]

    # --- conditions ---

    def _standing(self, decided: AnyFrame) -> AnyFrame:
        """Add for each condition its place, status, findings and answers, as one number."""
        return added(
            decided,
            (
                self._standing_of(place, condition).alias(f"{_NUMBER}{condition.number}")
                for place, condition in enumerate(self.ruleset.conditions.values())
            ),
        )

    def _standing_of(self, place: int, condition: Condition) -> nw.Expr:
        asked = [nw.col(column_of(slot)) for slot in self._asked(condition)]
        answered = _total([(~column.is_null()).cast(nw.Int64()) for column in asked])
        findings = _count(_held(rule.id) for rule in self._rules_of(condition))
        status = self._status(condition).cast(nw.Int64()) + place * len(_STATUSES)
        return (status * _PACK + findings) * _PACK + answered

    def _rules_of(self, condition: Condition) -> list[Rule]:
        return [rule for rule in self.ruleset.rules.values() if condition.number in rule.conditions]

    def _asked(self, condition: Condition) -> list[Slot]:
        facts = [fact for fact in self.ruleset.vocabulary.facts.values() if fact.condition == condition.number]
        return [(fact.id, party) for fact in facts for party in fact.parties]

    def _status(self, condition: Condition) -> nw.Expr:
        """Return which of the statuses a condition has."""
        rules = self._rules_of(condition)
        if not rules:
            return nw.lit(_STATUSES.index(Status.UNKNOWN))
        serious = [_held(rule.id) for rule in rules if rule.severity in SERIOUS]
        other = [_held(rule.id) for rule in rules if rule.severity not in (*SERIOUS, Severity.STRENGTH)]
        is_decided = nw.all_horizontal(*(~nw.col(outcome_of(rule.id)).is_null() for rule in rules), ignore_nulls=False)
        found = [
            nw.when(is_so).then(nw.lit(_STATUSES.index(status)))
            for is_so, status in (
                (_any(serious), Status.RISK),
                (_any(other), Status.ATTENTION),
                (is_decided, Status.IN_ORDER),
            )
        ]
        return nw.coalesce(*found, nw.lit(_STATUSES.index(Status.UNKNOWN)))

    def _condition_columns(self) -> list[nw.Expr]:
        left, answered = _parted(nw.col("value"))
        standing, findings = _parted(left)
        place = standing // len(_STATUSES)
        conditions = dict(enumerate(self.ruleset.conditions.values()))
        number = {at: condition.number for at, condition in conditions.items()}
        asked = {at: len(self._asked(condition)) for at, condition in conditions.items()}
        titles = {at: condition.texts[self.language].short_title for at, condition in conditions.items()}
        return [
            mapped(place, number, nw.Int64).alias("condition"),
            mapped(place, titles).alias("title"),
            _status_text(standing - place * len(_STATUSES)).alias("status"),
            findings.alias("findings"),
            answered.alias("answered"),
            mapped(place, asked, nw.Int64).alias("asked"),
        ]

    # --- one row for each partnership ---

    def _open(self, decided: AnyFrame) -> AnyFrame:
        """Add for each undecided rule its place, as a number."""
        numbers = [
            nw.when(nw.col(outcome_of(rule)).is_null()).then(nw.lit(place)).alias(_NUMBER + rule)
            for rule, place in self._places.items()
        ]
        return added(decided, numbers)

    def _outlined(self, decided: AnyFrame) -> AnyFrame:
        """Add the places of the advice that is shown first."""
        shown = {}
        for rule in self._places:
            is_shown = nw.col(_held(rule))
            for other in self._absorbers(rule):
                is_shown &= ~nw.col(_held(other))
            shown[f"__shown__{rule}"] = is_shown
        frame = added(decided, (is_shown.alias(name) for name, is_shown in shown.items()))
        for number in self._shown_first:
            above = nw.col(f"__first__{number - 1}") if number > 1 else nw.lit(0)
            places = [
                nw.when(nw.col(name) & (above < place)).then(nw.lit(place))
                for name, place in zip(shown, self._places.values(), strict=True)
            ]
            frame = frame.with_columns(nw.min_horizontal(*places).alias(f"__first__{number}"))
        return frame

    @property
    def _shown_first(self) -> range:
        return range(1, 1 + self.ruleset.policy.shown_first)

    def _outline_columns(self) -> list[nw.Expr]:
        provisional = [_held(rule.id) for rule in self._ranking.rules if rule.makes_provisional]
        open_rules = [nw.col(outcome_of(rule)).is_null().cast(nw.Int64()) for rule in self._places]
        titles = {place: rule.texts[self.language].title for place, rule in enumerate(self._ranking.rules, start=1)}
        first = [mapped(nw.col(f"__first__{number}"), titles).alias(f"advice_{number}") for number in self._shown_first]
        statuses = [
            _status_text(self._status(condition)).alias(f"condition_{condition.number}")
            for condition in self.ruleset.conditions.values()
        ]
        return [
            _any(provisional).alias("provisional"),
            _count(map(_held, self._places)).alias("findings"),
            _total(open_rules).alias("undecided"),
            *first,
            *statuses,
        ]

    # --- counting ---

    @functools.cached_property
    def summary(self) -> Summary:
        """How often rules and conditions come out how, and which rules hold together; this reads the whole frame."""
        rules = list(self._places)
        holds, undecided, together, standing = (
            f"__{name}__" for name in ("holds", "undecided", "together", "standing")
        )
        pairs = [(one, other) for index, one in enumerate(rules) for other in rules[index + 1 :]]
        conditions = self.ruleset.conditions
        counts = self._counted(
            {f"{holds}{rule}": nw.col(_held(rule)) for rule in rules}
            | {f"{undecided}{rule}": nw.col(outcome_of(rule)).is_null() for rule in rules}
            | {
                f"{standing}{number}__{status.value}": self._status(condition) == place
                for number, condition in conditions.items()
                for place, status in enumerate(_STATUSES)
            }
            | {f"{together}{one}__{other}": nw.col(_held(one)) & nw.col(_held(other)) for one, other in pairs}
        )
        number = counts[_ALL]

        def with_share(count: int) -> tuple[int, float]:
            return count, count / number if number else 0.0

        of_rules = [
            (rule.id, rule.severity.value, *with_share(counts[f"{holds}{rule.id}"]), counts[f"{undecided}{rule.id}"])
            for rule in self._ranking.rules
        ]
        of_conditions = [
            (
                condition.number,
                condition.texts[self.language].short_title,
                status.value,
                *with_share(counts[f"{standing}{condition.number}__{status.value}"]),
            )
            for condition in conditions.values()
            for status in _STATUSES
        ]
        of_pairs = [(one, other, *with_share(counts[f"{together}{one}__{other}"])) for one, other in pairs]
        frequent = sorted((pair for pair in of_pairs if pair[2]), key=lambda pair: -pair[2])
        text, count = nw.String(), {"partnerships": nw.Int64(), "share": nw.Float64()}
        return Summary(
            rules=self._table(of_rules, {"rule": text, "severity": text, **count, "undecided": nw.Int64()}),
            conditions=self._table(of_conditions, {"condition": nw.Int64(), "title": text, "status": text, **count}),
            together=self._table(frequent, {"rule": text, "other": text, **count}),
        )

    def _counted(self, wanted: Mapping[str, nw.Expr]) -> dict[str, int]:
        """Return in how many partnerships each thing is so, and under ``_ALL`` how many there are."""
        frame = self._decided
        found: dict[str, int] = {}
        is_spark = frame.implementation.is_pyspark()
        for part in _parts(wanted.items(), _MOST_COUNTED if is_spark else len(wanted)):
            # Spark adds no booleans; Polars counts them much faster than numbers
            sums = [(is_so.cast(nw.Int64()) if is_spark else is_so).sum().alias(name) for name, is_so in part]
            counts = collected(frame.select(nw.len().alias(_ALL), *sums)).rows(named=True)[0]
            found |= {name: int(count or 0) for name, count in counts.items()}
        return found

    def _table(self, rows: Sequence[tuple[object, ...]], schema: Mapping[str, Any]) -> Any:
        columns = list(zip(*rows, strict=True)) or [()] * len(schema)
        made = {name: list(column) for name, column in zip(schema, columns, strict=True)}
        return self._checked.closed(made_like(self._decided, made, schema))

    # --- one partnership ---

    def _partnership(self, row: Mapping[str, Any]) -> Partnership:
        """Return a row of answers as a partnership."""
        given = {
            (fact.id, party): _answer(fact, row[column_of((fact.id, party))])
            for fact in self.ruleset.vocabulary.facts.values()
            for party in fact.parties
        }
        date = self._checked.reference_date or cast(datetime.date, date_of(row[REFERENCE]))
        return Partnership(
            date, answers_of(given.items()), "" if row["partnership"] is None else str(row["partnership"])
        )


_NUMBER = "__number__"
_QUESTION = {
    "partnership": nw.String(),
    "rank": nw.Int64(),
    **dict.fromkeys(("fact", "party", "question", "could_decide", "severity"), nw.String()),
}


def _parts(items: Iterable[_T], size: int) -> Iterator[tuple[_T, ...]]:
    """Yield so many items at a time (itertools.batched, from Python 3.12 on)."""
    rest = iter(items)
    while part := tuple(itertools.islice(rest, size)):
        yield part


def _answer(fact: FactType, found: Any) -> Answer | None:
    if found is None or fact.kind is Kind.YES_NO:
        return None if found is None else bool(found)
    if fact.kind is Kind.CHOICE:
        return fact.options[int(found)]
    if fact.kind is Kind.DATE:
        return date_of(found) or NEVER
    return int(found)


def _held(rule: str) -> str:
    return f"__held__{rule}"


def _is_true(column: str) -> nw.Expr:
    return nw.when(nw.col(column)).then(nw.lit(value=True)).otherwise(nw.lit(value=False))


def _total(numbers: Sequence[nw.Expr]) -> nw.Expr:
    return nw.sum_horizontal(*numbers) if numbers else nw.lit(0)


def _count(columns: Iterable[str]) -> nw.Expr:
    """Return how many of some yes/no columns are true, together with numbers that were counted before."""
    return _total([nw.col(column).cast(nw.Int64()) for column in columns])


def _any(columns: Sequence[str]) -> nw.Expr:
    return nw.any_horizontal(*map(nw.col, columns), ignore_nulls=False) if columns else nw.lit(value=False)


def _parted(packed: nw.Expr) -> tuple[nw.Expr, nw.Expr]:
    left = packed // _PACK
    return left, packed - left * _PACK


def _status_text(place: nw.Expr) -> nw.Expr:
    return mapped(place, {index: status.value for index, status in enumerate(_STATUSES)})
