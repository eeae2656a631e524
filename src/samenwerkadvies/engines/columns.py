"""The engine for many partnerships: the rules of a stratum become columns beside the answers, in any kind of frame.

Answers stand in columns named by ``column_of``: yes/no as a boolean, counts and scores as whole numbers, an option as
its place in the list, a date as its ``day_number`` (``NEVER_CAME`` where it never came); unknown is null.
"""

from __future__ import annotations

import calendar
import datetime
import functools
import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, assert_never

import narwhals as nw

from samenwerkadvies.grammar.tree import Operator
from samenwerkadvies.meaning.calendar import add_months
from samenwerkadvies.meaning.core import (
    All,
    Answered,
    AnsweredCount,
    Core,
    Day,
    Direction,
    Earlier,
    Enough,
    InForce,
    Negation,
    Never,
    OneOf,
    Outcome,
    Reached,
    Some,
    Total,
    Undefined,
    Yes,
    parts_of,
)
from samenwerkadvies.meaning.evaluate import COMPARE
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.validity import Validity
from samenwerkadvies.vocabulary import Slot

AnyFrame = nw.DataFrame[Any] | nw.LazyFrame[Any]
Written = Any
"""An expression of narwhals, or of Polars itself."""

REFERENCE = "reference_date"
"""The column with the reference date of each row, as a day number, where there is not one date for all."""
NEVER_CAME = -1
_MONTH = 32
"""Day numbers are counted as if every month had so many days."""
_LAST = 31
_AFTER_ALL = 2**30

__all__ = [
    "NEVER_CAME",
    "REFERENCE",
    "AnyFrame",
    "added",
    "column_of",
    "date_of",
    "day_number",
    "day_number_of",
    "decide_columns",
    "in_force_at",
    "last_day",
    "mapped",
    "nw",
    "outcome_of",
]


def column_of(slot: Slot) -> str:
    """Return the column in which an answer stands; without a dot, which Spark reads as a field of a structure."""
    return "__".join(part for part in ("fact", *slot) if part).replace(".", "·")


def outcome_of(rule: str) -> str:
    """Return the column in which the outcome of a rule stands."""
    return f"rule__{rule}"


def day_number(date: datetime.date) -> int:
    """Return a whole number for a day, so that later days have greater numbers and a month is always 32."""
    return (date.year * 12 + date.month - 1) * _MONTH + date.day


def date_of(number: int) -> datetime.date | None:
    """Return the day with a number; None for ``NEVER_CAME``.

    >>> date_of(day_number(datetime.date(2026, 3, 1)))
    datetime.date(2026, 3, 1)
    """
    months, day = divmod(number, _MONTH)
    return None if number == NEVER_CAME else datetime.date(months // 12, months % 12 + 1, day)


def day_number_of(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> nw.Expr:
    """Return the same for columns."""
    return (year.cast(nw.Int32()) * 12 + month.cast(nw.Int32()) - 1) * _MONTH + day.cast(nw.Int32())


def last_day(year: nw.Expr, month: nw.Expr) -> nw.Expr:
    """Return the number of days of a month (1 to 12)."""
    is_leap = nw.any_horizontal(
        nw.all_horizontal(_divides(4, year), ~_divides(100, year), ignore_nulls=False),
        _divides(400, year),
        ignore_nulls=False,
    )
    is_short = (month == 4) | (month == 6) | (month == 9) | (month == 11)  # noqa: PLR2004 - months
    february = nw.when(is_leap).then(nw.lit(29)).otherwise(nw.lit(28))
    return nw.when(month == 2).then(february).when(is_short).then(nw.lit(30)).otherwise(nw.lit(_LAST))  # noqa: PLR2004


def _divides(number: int, column: nw.Expr) -> nw.Expr:
    return (column // number) * number == column  # pandas has no remainder for Arrow's numbers


def added(frame: AnyFrame, columns: Iterable[nw.Expr | nw.Series[Any]]) -> AnyFrame:
    """Return a frame with more columns, if any: not every kind of frame takes none."""
    found = list(columns)
    return frame.with_columns(*found) if found else frame


def mapped(column: nw.Expr, values: Mapping[Any, Any], dtype: Any = nw.String) -> nw.Expr:
    """Return for each value of a column what it stands for; null for other values."""
    if not values:
        return nw.lit(None, dtype=dtype)
    return column.replace_strict(list(values), list(values.values()), default=None, return_dtype=dtype)


def decide_columns(frame: AnyFrame, ruleset: Ruleset, reference_date: datetime.date | None) -> AnyFrame:
    """Add a boolean column for each rule to a frame of answers: true, false, or null for undecided.

    Without a reference date for all, the frame has one in the column ``REFERENCE``.
    """
    parts = list(dict.fromkeys(part for core in ruleset.cores.values() for part in parts_of(core)))
    is_polars = frame.implementation.is_polars()
    writer = _Writer(ruleset, reference_date, frame.implementation.to_native_namespace() if is_polars else nw)
    found: Any = added(frame, writer.ends(parts))
    found = added(nw.to_native(found) if is_polars else found, writer.shared(parts))
    for layer in ruleset.strata:
        found = found.with_columns(*(writer.write(ruleset.cores[rule.id]).alias(outcome_of(rule.id)) for rule in layer))
    decided: AnyFrame = nw.from_native(found)
    return decided


def in_force_at(validity: Validity, reference_date: datetime.date | None, by: Any = nw) -> Written:
    """Return where the reference date lies within some days: of each row, or one date for all."""
    if reference_date is not None:
        return by.lit(validity.includes(reference_date))
    day = by.col(REFERENCE)
    sides = [day >= day_number(validity.since)] if validity.since else []
    sides += [day < day_number(validity.before)] if validity.before else []
    return _all_of(by, sides) if sides else by.lit(value=True)


class _Writer:
    """Writes cores as column expressions.

    These are made ``by`` narwhals, or by Polars for its own frames: it speaks the same language, and making hundreds of
    expressions then takes a third of the time.
    """

    def __init__(self, ruleset: Ruleset, reference_date: datetime.date | None, by: Any) -> None:
        self._facts = ruleset.vocabulary.parts
        self._date = reference_date
        self._by, self._col = by, by.col

    def ends(self, parts: Iterable[Core]) -> Iterator[nw.Expr]:
        """Yield the month ends that rules need where each row has its own reference date, always by narwhals."""
        ends = set()
        for part in parts if self._date is None else ():
            match part:
                case Reached(slot, Direction.SINCE, _, False):
                    ends.add(REFERENCE)
                case Reached(slot, Direction.UNTIL, _, False):
                    ends.add(column_of(slot))
                case _:
                    pass
        for column in sorted(ends):
            yield _end(nw.col(column)).alias(_end_of(column))

    def shared(self, parts: Iterable[Core]) -> Iterator[Written]:
        """Yield the columns that several rules need: sums, and how many are answered."""
        sums: dict[tuple[Slot, ...], None] = {}
        counts: dict[tuple[Slot, ...], None] = {}
        for part in parts:
            match part:
                case Total(plus, _, _, minus):
                    sums |= dict.fromkeys(each for each in (plus, minus) if len(each) > 1)
                case AnsweredCount(slots):
                    counts[slots] = None
                case _:
                    pass
        for slots in sums:
            columns = [self._col(column_of(slot)).cast(self._by.Int16()) for slot in slots]  # averages are of scores
            yield functools.reduce(operator.add, columns).alias(_sum_of(slots))
        for slots in counts:
            none, one = (self._by.lit(number, dtype=self._by.Int16()) for number in (0, 1))
            is_open = (self._col(column_of(slot)).is_null() for slot in slots)
            found = (self._by.when(each).then(none).otherwise(one) for each in is_open)  # a cast takes far longer
            yield self._by.sum_horizontal(*found).alias(_count_of(slots))

    def write(self, core: Core) -> Written:
        match core:
            case All(parts):
                return _all_of(self._by, map(self.write, parts))
            case Some(parts):
                return _any_of(self._by, map(self.write, parts))
            case Enough(number, parts):
                return _enough(self._by, number, [self.write(part).cast(self._by.Int16()) for part in parts])
            case Negation(part):
                return ~self.write(part)
            case Outcome(rule):
                return self._col(outcome_of(rule))
            case Yes(slot):
                return self._col(column_of(slot))
            case OneOf(slot, options):
                return self._one_of(slot, options)
            case Total(plus, sign, limit, minus, times):
                total = self._times(times[0], self._col(_sum_of(plus)))
                return _compared(
                    total - self._times(times[1], self._col(_sum_of(minus))) if minus else total, sign, limit
                )
            case Never(slot):
                return self._col(column_of(slot)) == NEVER_CAME
            case Reached():
                return self._reached(core)
            case Earlier(day, other):
                return self._moment(day) < self._moment(other)
            case Answered(slots):
                found = [~self._col(column_of(slot)).is_null() for slot in slots]
                return _all_of(self._by, found)
            case AnsweredCount(slots, sign, limit):
                return _compared(self._col(_count_of(slots)), sign, limit)
            case InForce(validity):
                return in_force_at(validity, self._date, self._by)
            case Undefined():
                return self._by.lit(None, dtype=self._by.Boolean)
            case _:  # pragma: no cover - mypy proves that no form is left
                assert_never(core)

    def _times(self, number: int, column: Written) -> Written:
        return column if number == 1 else column.cast(self._by.Int64()) * number

    def _one_of(self, slot: Slot, options: tuple[str, ...]) -> Written:
        fact, column = self._facts[slot[0]], self._col(column_of(slot))
        each = [column == fact.options.index(option) for option in options]
        return _any_of(self._by, each)

    def _reached(self, reached: Reached) -> Written:
        name, shift = column_of(reached.slot), reached.months * _MONTH
        column = self._col(name)
        found = (
            self._since(column, shift, reached)
            if reached.direction is Direction.SINCE
            else self._until(column, shift, reached)
        )
        if not self._facts[reached.slot[0]].may_be_never:
            return found
        return _any_of(self._by, [column == NEVER_CAME, found])

    def _moment(self, day: Day) -> Written:
        """Return the number of a day, where it never came one before or after all others."""
        column = self._col(column_of(day.slot))
        if not self._facts[day.slot[0]].may_be_never or day.never == datetime.date.min:
            return column
        return self._by.when(column == NEVER_CAME).then(self._by.lit(_AFTER_ALL)).otherwise(column)

    def _since(self, column: Written, shift: int, reached: Reached) -> Written:
        if self._date is None:
            reference = self._col(REFERENCE)
            return column < reference - shift if reached.is_passed else column <= self._col(_end_of(REFERENCE)) - shift
        number = day_number(self._date)
        is_last = self._date.day == calendar.monthrange(self._date.year, self._date.month)[1]
        end = number - self._date.day + _LAST if is_last else number
        return column < number - shift if reached.is_passed else column <= end - shift

    def _until(self, column: Written, shift: int, reached: Reached) -> Written:
        if self._date is None:
            limit = self._col(REFERENCE) + shift
            return column > limit if reached.is_passed else self._col(_end_of(column_of(reached.slot))) >= limit
        if reached.is_passed:
            return column > day_number(self._date) + shift
        index, day = add_months(self._date, reached.months)
        return column >= index * _MONTH + day


def _compared(column: Written, sign: Operator, limit: int) -> Written:
    return COMPARE[sign](column, limit)


def _all_of(by: Any, parts: Iterable[Written]) -> Written:
    """Return whether all are so; what is unknown is not left out, which only narwhals must be told."""
    return by.all_horizontal(*parts, ignore_nulls=False) if by is nw else by.all_horizontal(*parts)


def _any_of(by: Any, parts: Iterable[Written]) -> Written:
    """Return whether one is so, in the same way."""
    return by.any_horizontal(*parts, ignore_nulls=False) if by is nw else by.any_horizontal(*parts)


def _enough(by: Any, number: int, held: Sequence[Written]) -> Written:
    """Return whether so many columns are 1; null counts neither as 1 nor as 0."""
    certain, possible = (by.sum_horizontal(*(each.fill_null(value) for each in held)) for value in (0, 1))
    whole = functools.reduce(operator.add, held)  # null where one of them is
    return _any_of(by, [certain >= number, _all_of(by, [possible >= number, whole >= number])])


def _sum_of(slots: tuple[Slot, ...]) -> str:
    return column_of(slots[0]) if len(slots) == 1 else f"__sum__{'+'.join(map(column_of, slots))}"


def _count_of(slots: tuple[Slot, ...]) -> str:
    return f"__answered__{'+'.join(map(column_of, slots))}"


def _end_of(column: str) -> str:
    return f"__end__{column}"


def _end(column: nw.Expr) -> nw.Expr:
    """Return day numbers with the last day of every month as its 31st: the clamping of calendar months."""
    months = column // _MONTH
    day = column - months * _MONTH
    year = months // 12
    month = months - year * 12 + 1
    return nw.when(day == last_day(year, month)).then(months * _MONTH + _LAST).otherwise(column)
