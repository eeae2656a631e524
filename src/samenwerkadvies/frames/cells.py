"""What a cell may say: the answers to one fact type in one column, read at once, whatever type the column has.

That is what a text may say at every door (``answers.py``), by the same words and shapes, and what has a type already.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Mapping
from typing import Any

import attrs

from samenwerkadvies.amounts import MOST_DECIMALS, shape_of
from samenwerkadvies.answers import YES_NO
from samenwerkadvies.dates import APART, BLANK, EARLIEST, LATEST, MIDNIGHT, MONTH_NUMBERS, SHAPES
from samenwerkadvies.engines.columns import NEVER_CAME, AnyFrame, day_number, day_number_of, last_day, mapped, nw
from samenwerkadvies.frames.chosen import marked, number_of_list, number_of_text
from samenwerkadvies.vocabulary import NEVER, UNKNOWN, FactType, Kind

TYPES: Mapping[Kind, nw.dtypes.DType] = {
    Kind.YES_NO: nw.Boolean(),
    Kind.COUNT: nw.Int64(),
    Kind.SCALE: nw.Int8(),
    Kind.CHOICE: nw.Int16(),
    Kind.CHOICES: nw.Int64(),
    Kind.DATE: nw.Int32(),
}
"""How the answers of each kind stand in a column; of options chosen together until each has a column of its own."""

_LONG = 5_000
"""In a frame of so many rows it pays to look first at what stands in a column at all."""
_MOST_TEXTS = 10_000
"""Columns with more different texts than this are read row by row."""
_FEW = 8
"""So many texts are found faster by comparing with each than by looking them up."""
Step = Mapping[str, nw.Expr | nw.Series[Any]]
"""Columns to add to a frame before an answer is read."""
_NOTHING: Step = {}
_DAY_ZERO = datetime.date(1970, 1, 1)


def days_since_1970(date: datetime.date) -> int:
    """Return a day as frames in memory hold it."""
    return (date - _DAY_ZERO).days


class Contents:
    """What stands in the columns of a long frame in memory: what is looked at once need not be read row by row."""

    def __init__(self, frame: nw.DataFrame[Any]) -> None:
        self._frame = frame
        self.compares_words = frame.implementation.is_polars()
        """Whether options of an Enum are compared as if they were text."""
        self._schema = frame.schema
        numbers = [name for name, dtype in self._schema.items() if dtype.is_integer()]
        days = [name for name, dtype in self._schema.items() if dtype == nw.Date]
        self._spans: dict[str, tuple[int | None, int | None]] = {}
        for names, found in ((numbers, nw.col(*numbers)), (days, nw.col(*days).cast(nw.Int32()))):
            if names:
                lows, highs = frame.select(found.min()).row(0), frame.select(found.max()).row(0)
                self._spans |= dict(zip(names, zip(lows, highs, strict=True), strict=True))

    def lies_within(self, column: str, least: int, most: int) -> bool:
        """Say whether all that stands in a column of whole numbers (or days since 1970) is known to lie between two."""
        low, high = self._spans.get(column, (None, None))
        return low is not None and high is not None and least <= low and high <= most

    def day_numbers(self, column: str) -> nw.Series[Any] | None:
        """Return the number of each day in a column of days; None where one is out of bounds, or nothing is gained."""
        low, high = self._spans[column]
        is_within = self.lies_within(column, days_since_1970(EARLIEST), days_since_1970(LATEST))
        if not is_within or low is None or high is None or high - low >= len(self._frame):
            return None
        numbers = [day_number(_DAY_ZERO + datetime.timedelta(day)) for day in range(low, high + 1)]
        table = nw.new_series("numbers", numbers, TYPES[Kind.DATE], backend=self._frame.implementation)
        return table[self._frame.select(nw.col(column).cast(nw.Int32()) - low).get_column(column)]

    def texts(self, column: str) -> nw.DataFrame[Any] | None:
        """Return the different values of a column; None when there are too many to gain by it."""
        dtype = self._schema[column]
        if isinstance(dtype, nw.Enum):
            found = nw.new_series(column, dtype.categories, dtype, backend=self._frame.implementation)
        else:
            found = self._frame.get_column(column).unique()
        return found.to_frame() if len(found) <= _MOST_TEXTS else None


def contents_of(frame: AnyFrame) -> Contents | None:
    """Return what stands in a frame; None when it is not in memory, or so short that looking costs more."""
    return Contents(frame) if isinstance(frame, nw.DataFrame) and len(frame) >= _LONG else None


def has_text(dtype: nw.dtypes.DType) -> bool:
    """Say whether what stands in a column can be shown as text."""
    return not (dtype.is_nested() or dtype in (nw.Object, nw.Binary, nw.Unknown, nw.Duration, nw.Time))


@attrs.frozen
class TypedAnswer:
    """An answer as it was read, where there is one, and the columns to add first."""

    typed: nw.Expr
    given: nw.Expr | None
    steps: tuple[Step, ...] = ()

    @property
    def is_given(self) -> nw.Expr:
        """Whether there is an answer."""
        return ~self.typed.is_null() if self.given is None else self.given


@attrs.frozen
class Source:
    """A column of the caller's frame, to be read as the answers to a fact type."""

    column: str
    dtype: nw.dtypes.DType
    contents: Contents | None = None

    @property
    def is_text(self) -> bool:
        """Whether answers stand here as text."""
        return self.dtype in (nw.String, nw.Categorical, nw.Enum)

    def ends_by(self, date: datetime.date | None) -> bool:
        """Say whether it is known that no day in it lies after a date."""
        if date is None or self.contents is None or self.dtype != nw.Date:
            return False
        return self.contents.lies_within(self.column, days_since_1970(EARLIEST), days_since_1970(date))

    def read(self, fact: FactType) -> TypedAnswer:
        """Read every cell as an answer to a fact type."""
        match fact.kind:
            case Kind.YES_NO:
                return self.read_yes_no()
            case Kind.DATE:
                return self.read_date(may_be_never=fact.may_be_never)
            case Kind.CHOICE:
                places = {option: place for place, option in enumerate(fact.options)}
                words = {word: places[meant[0]] for word, meant in fact.words.items() if not meant[1:]}
                return self._read_words(words, fact.kind)
            case Kind.CHOICES:
                return self._read_chosen(fact)
            case Kind.COUNT | Kind.SCALE if self.is_text:
                low, high = fact.range
                units = _units(nw.col(self._text), fact.decimals)
                return self._answered(nw.when((units >= low) & (units <= high)).then(units))
            case _:
                return self._read_number(fact)

    def read_yes_no(self) -> TypedAnswer:
        """Read every cell as yes or no."""
        return (
            TypedAnswer(nw.col(self.column), None)
            if self.dtype == nw.Boolean
            else self._read_words(YES_NO, Kind.YES_NO)
        )

    def read_date(self, *, may_be_never: bool) -> TypedAnswer:
        """Read every cell as a day."""
        column = nw.col(self.column)
        if self.dtype == nw.Date:
            numbers = self.contents.day_numbers(self.column) if self.contents else None
            if numbers is not None:
                return TypedAnswer(nw.col(self._step("day")), None, ({self._step("day"): numbers},))
            return TypedAnswer(_number_of(column), ~column.is_null())
        if self.dtype == nw.Datetime:
            at = (column.dt.hour(), column.dt.minute(), column.dt.second(), column.dt.microsecond())
            is_midnight = nw.all_horizontal(*(part == 0 for part in at), ignore_nulls=False)
            return TypedAnswer(nw.when(is_midnight).then(_number_of(column)), ~column.is_null())
        if not self.is_text:
            return self._nothing_fits(Kind.DATE)
        day = self._step("day")
        text = nw.col(day)
        shaped: dict[str, nw.Expr] = {}
        parts: dict[str, nw.Expr] = {}
        days = []
        for order, shape in SHAPES.items():
            name = self._step(order)
            shaped[name] = nw.when(text.str.contains(shape)).then(text)
            written = zip(order, _parts(nw.col(name)), strict=True)
            parts |= {self._step(order + part): _number(part, found) for part, found in written}
            days.append(_existing_day(*(nw.col(self._step(order + part)) for part in "ymd")))
        found = _one_of(*days)
        if may_be_never:
            found = nw.when(text == NEVER).then(nw.lit(NEVER_CAME)).otherwise(found)
        return self._answered(found, {day: nw.col(self._text).str.replace_all(MIDNIGHT, "")}, shaped, parts)

    @property
    def _text(self) -> str:
        return self._step("text")

    def _step(self, name: str) -> str:
        return f"__{name}__{self.column}"

    def _answered(self, typed: nw.Expr, *steps: Step) -> TypedAnswer:
        """Return what was read of texts."""
        text = nw.col(self._text)
        given = nw.when((text == "") | (text == UNKNOWN)).then(nw.lit(value=False)).otherwise(~text.is_null())
        plain = nw.col(self.column).cast(nw.String()).str.strip_chars(BLANK).str.to_lowercase()
        plain = plain.str.replace_all(f"[{BLANK}]+", " ")
        answer = TypedAnswer(typed, given, ({self._text: plain}, *steps))
        texts = self.contents.texts(self.column) if self.contents else None
        return answer if texts is None else self._looked_up(texts, answer)

    def _looked_up(self, texts: nw.DataFrame[Any], answer: TypedAnswer) -> TypedAnswer:
        """Return the same, read once for every different text."""
        for step in answer.steps:
            texts = texts.with_columns(*(found.alias(name) for name, found in step.items()))
        read = texts.select(nw.col(self.column).cast(nw.String()), typed=answer.typed, given=answer.is_given)
        rows = read.rows()
        is_word = self.dtype == nw.String or (self.contents is not None and self.contents.compares_words)
        column = nw.col(self.column) if is_word else nw.col(self.column).cast(nw.String())
        typed = chosen(column, {text: found for text, found, _ in rows if found is not None}, read.schema["typed"])
        odd = [text for text, found, is_given in rows if is_given and found is None]
        return TypedAnswer(typed, ~typed.is_null() | _is_true(column.is_in(odd)) if odd else None)

    def _read_words(self, words: Mapping[str, bool] | Mapping[str, int], kind: Kind) -> TypedAnswer:
        """Read texts that say one thing each, in lower case."""
        if not self.is_text:
            return self._nothing_fits(kind)
        return self._answered(mapped(nw.col(self._text), words, TYPES[kind]))

    def _read_chosen(self, fact: FactType) -> TypedAnswer:
        """Read every cell as options that are chosen together: a text with separators, or a list."""
        if self.dtype == nw.List(nw.String):
            column = nw.col(self.column)
            return TypedAnswer(number_of_list(fact, column), ~column.is_null())
        if not self.is_text:
            return self._nothing_fits(fact.kind)
        text, options = nw.col(self._text), self._step("options")
        return self._answered(number_of_text(fact, text, nw.col(options)), {options: marked(text)})

    def _read_number(self, fact: FactType) -> TypedAnswer:
        if not self.dtype.is_numeric():
            return self._nothing_fits(fact.kind)
        column, scale = nw.col(self.column), 10**fact.decimals
        low, high = fact.range
        if not fact.decimals and self.contents and self.contents.lies_within(self.column, low, high):
            return TypedAnswer(column, None)
        if self.dtype.is_integer():
            fits = (column >= low) & (column <= high // scale)
            return TypedAnswer(nw.when(fits).then(column).cast(nw.Int64()) * scale, ~column.is_null())
        found = column.cast(nw.Float64())
        units = (found * scale + 0.5).floor()  # those of the number that is written so, if there is one
        exactly = units / (units * 0 + scale)  # Polars divides by a column exactly, but not by a number
        fits = (units >= low) & (units <= high) & (exactly == found)
        return TypedAnswer(nw.when(fits).then(units).cast(nw.Int64()), ~column.is_null())

    def _nothing_fits(self, kind: Kind) -> TypedAnswer:
        return TypedAnswer(nw.lit(None, dtype=TYPES[kind]), ~nw.col(self.column).is_null())


def chosen(column: nw.Expr, values: Mapping[str, Any], dtype: nw.dtypes.DType) -> nw.Expr:
    """Return for each text what it stands for; of a few, comparing with each is faster than looking them up."""
    if not 0 < len(values) <= _FEW:
        return mapped(column, values, dtype)
    return nw.coalesce(*(nw.when(column == text).then(nw.lit(value, dtype=dtype)) for text, value in values.items()))


def _units(text: nw.Expr, decimals: int) -> nw.Expr:
    """Return in its smallest unit the number that a text says; null where it says none."""
    number = nw.when(text.str.contains(shape_of(decimals))).then(text)
    whole = number.str.replace_all("[.,].*", "").cast(nw.Int64())
    if not decimals:
        return whole
    part = nw.concat_str(number.str.replace_all("^[^.,]*[.,]?", ""), nw.lit("0" * MOST_DECIMALS))
    units: nw.Expr = whole * 10**decimals + part.str.slice(0, decimals).cast(nw.Int64())
    return units


def _number_of(column: nw.Expr) -> nw.Expr:
    """Return the number of a day; null where it lies outside of the bounds."""
    year = column.dt.year()
    return nw.when(_within(year)).then(day_number_of(year, column.dt.month(), column.dt.day()))


def _parts(text: nw.Expr) -> tuple[nw.Expr, nw.Expr, nw.Expr]:
    """Return the three parts of a date, in the order in which they stand."""
    rest = text.str.replace_all(f"^[^-./, ]+{APART}", "")
    after = f"{APART}.*$"
    return text.str.replace_all(after, ""), rest.str.replace_all(after, ""), rest.str.replace_all(f"^.*{APART}", "")


def _number(part: str, text: nw.Expr) -> nw.Expr:
    """Return the year, month or day that a part of a date says."""
    return mapped(text, MONTH_NUMBERS, nw.Int32()) if part == "m" else text.cast(nw.Int32())


def _one_of(*days: nw.Expr) -> nw.Expr:
    """Return the one day that a text means; null where it means none, or several."""
    least, most = nw.min_horizontal(*days), nw.max_horizontal(*days)
    return nw.when(least == most).then(least)


def _within(year: nw.Expr) -> nw.Expr:
    return (year >= EARLIEST.year) & (year <= LATEST.year)


def _existing_day(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> nw.Expr:
    """Return the day number of a year, month and day; null where there is no such day."""
    exists = _within(year) & (month >= 1) & (month <= 12) & (day >= 1) & (day <= last_day(year, month))  # noqa: PLR2004
    return nw.when(exists).then(day_number_of(year, month, day))


def with_never(date: TypedAnswer, never: TypedAnswer) -> TypedAnswer:
    """Put together a date and whether it never came, where these stand in two columns that may contradict."""
    given, said = date.is_given, never.is_given
    is_never, is_denied = _is_true(never.typed), _is_true(~never.typed)
    is_odd = said & ~is_never & ~is_denied
    typed = nw.when(is_never & ~given).then(nw.lit(NEVER_CAME)).when(~(is_never | is_odd)).then(date.typed)
    steps = tuple({**one, **other} for one, other in itertools.zip_longest(date.steps, never.steps, fillvalue=_NOTHING))
    return TypedAnswer(typed, given | is_never | is_odd, steps)


def _is_true(column: nw.Expr) -> nw.Expr:
    return nw.when(column).then(nw.lit(value=True)).otherwise(nw.lit(value=False))
