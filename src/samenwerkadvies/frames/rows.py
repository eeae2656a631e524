"""From columns to rows: what holds of a partnership becomes a row of its own, and is read as all that it stands for.

Whole numbers that belong together travel as one, so that one column is turned and sorted.
"""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import attrs

from samenwerkadvies.engines.columns import AnyFrame, mapped, nw

Frame = TypeVar("Frame", nw.DataFrame[Any], nw.LazyFrame[Any])

RANK = "__rank__"
"""The column with the rank among the rows of a partnership, counted in frames in memory."""
_VALUE, _AT, _INDEX = "__value__", "__at__", "__index__"
_ROW, _ABOVE, _WHERE, _REST = "__row__", "__above__", "__where__", "__rest__"
_PACK = 2**14
"""Numbers stay below this, so that one stands above the other; a power of two, by which dividing is fast."""
_PART = 50_000
"""Frames in memory are turned so many rows at a time: for a moment every row stands there several times."""


def number(index: int) -> str:
    """Return the column in which a number of a row comes to stand, from 0."""
    return f"__number__{index}"


@attrs.frozen
class Row:
    """What becomes a row of its own for each partnership where it is, and the numbers that the row says."""

    where: nw.Expr | None
    """A yes/no column without nulls; None: it is everywhere."""
    numbers: tuple[int | nw.Expr, ...]
    """Up to three, of 0 or more; by the first the rows of a partnership are in order."""

    @property
    def value(self) -> nw.Expr:
        """The numbers as one, null where it is not."""
        found = nw.lit(self.known, nw.Int64()) if self.rest is None else self.rest + self.known
        return found if self.where is None else nw.when(self.where).then(found)

    @property
    def known(self) -> int:
        """What of that number is the same everywhere."""
        return sum(each * weight for each, weight in self._weighed() if isinstance(each, int))

    @property
    def rest(self) -> nw.Expr | None:
        """What is not; None: nothing."""
        found = [each.cast(nw.Int64()) * weight for each, weight in self._weighed() if not isinstance(each, int)]
        return functools.reduce(operator.add, found) if found else None

    def _weighed(self) -> list[tuple[int | nw.Expr, int]]:
        weights = [_PACK**power for power in reversed(range(len(self.numbers)))]
        return list(zip(self.numbers, weights, strict=True))


@attrs.frozen
class Rows:
    """What becomes the rows of a table."""

    width: int
    """How many numbers each row has."""
    each: Sequence[Row]


@attrs.frozen
class Column:
    """A column of a table of results: a number, or what the number stands for."""

    number: str
    """The column with the number."""
    stands_for: Mapping[int, object] | None = None
    """What each number from 0 on stands for, null where it is not here; None: it is the number itself."""
    dtype: nw.dtypes.DType = nw.String()  # noqa: RUF009 - it is a value

    def written(self) -> nw.Expr:
        """Return it as an expression."""
        found = nw.col(self.number)
        return found if self.stands_for is None else mapped(found, self.stands_for, self.dtype)


Columns = Mapping[str, Column]


def read(frame: AnyFrame, kept: Sequence[str], columns: Columns) -> AnyFrame:
    """Return some columns of a frame, and beside them those that are read."""
    if isinstance(frame, nw.DataFrame):
        return _read(frame, kept, columns)
    return frame.select(*kept, *(column.written().alias(name) for name, column in columns.items()))


def _read(frame: nw.DataFrame[Any], kept: Sequence[str], columns: Columns) -> nw.DataFrame[Any]:
    groups = itertools.groupby(columns.items(), key=lambda item: (item[1].number, item[1].stands_for is None))
    found = [frame.select(*kept)]
    for (place, is_plain), group in groups:
        if is_plain:
            found.append(frame.select(*(nw.col(place).alias(name) for name, _ in group)))
        else:
            found.append(_fetched(frame.get_column(place), dict(group)))
    return nw.concat(found, how="horizontal")


def _fetched(numbers: nw.Series[Any], columns: Columns) -> nw.DataFrame[Any]:
    """Return all that numbers in memory stand for: fetching by number is much faster than looking values up."""
    meant = {name: column.stands_for or {} for name, column in columns.items()}
    places = range(1 + max(max(each, default=0) for each in meant.values()))
    values = {name: [each.get(place) for place in places] for name, each in meant.items()}
    schema = {name: column.dtype for name, column in columns.items()}
    return nw.from_dict(values, schema, backend=numbers.implementation)[numbers]


def in_rows(frame: AnyFrame, kept: Sequence[str], order: Sequence[str], rows: Rows, columns: Columns) -> AnyFrame:
    """Turn a frame with a row for each partnership into one with a row for each thing that is there, and read it.

    Args:
        frame: one row for each partnership.
        kept: the columns to keep.
        order: the column by which the rows are in order; empty where they have none.
        rows: what becomes a row for each of them.
        columns: how its numbers are read.
    """
    if isinstance(frame, nw.DataFrame):
        starts = range(0, max(1, len(frame)), _PART)
        parts = (_turned(frame[start : start + _PART], kept, rows, columns) for start in starts)
        return nw.concat(parts)
    values = {f"{_ROW}{index}": row.value for index, row in enumerate(rows.each)}
    values[_ROW] = nw.lit(None, dtype=nw.Int64())  # a ruleset may have no rows, but there must be something to turn
    index = [*order, *kept]
    wide = frame.select(*index, *(value.alias(name) for name, value in values.items()))
    long = wide.unpivot(list(values), index=index, value_name=_VALUE)
    long = long.filter(~nw.col(_VALUE).is_null())
    return read(_unpacked(long.sort(*order, _VALUE) if order else long, _names(rows)), kept, columns)


def _names(rows: Rows) -> list[str]:
    return [number(index) for index in range(rows.width)]


def _unpacked(frame: Frame, names: Sequence[str]) -> Frame:
    """Add the numbers of which each value is made."""
    left = _VALUE
    for name in reversed(names[1:]):
        above = f"{_ABOVE}{name}"
        frame = frame.with_columns((nw.col(left) // _PACK).alias(above))
        frame = frame.with_columns((nw.col(left) - nw.col(above) * _PACK).alias(name))
        left = above
    return frame.with_columns(nw.col(left).alias(names[0]))


def _turned(part: nw.DataFrame[Any], kept: Sequence[str], rows: Rows, columns: Columns) -> nw.DataFrame[Any]:
    """Turn rows in memory: only one number is sorted, and what belongs to it is fetched after that."""
    at = part.with_row_index(_AT).select(nw.col(_AT).cast(nw.Int64()) * _PACK**rows.width).get_column(_AT)
    where = {f"{_WHERE}{index}": row.where for index, row in enumerate(rows.each) if row.where is not None}
    rest = {f"{_REST}{index}": beside for index, row in enumerate(rows.each) if (beside := row.rest) is not None}
    wide = part.with_columns(*(found.alias(name) for name, found in (where | rest).items()))
    values = [at.head(0)]  # a ruleset may have no rows, but there must be something to turn
    for index, row in enumerate(rows.each):
        value = at + wide.get_column(f"{_REST}{index}") if f"{_REST}{index}" in rest else at
        found = value if row.where is None else value.filter(wide.get_column(f"{_WHERE}{index}"))
        values.append(found + row.known)
    long = nw.concat([value.alias(_VALUE).to_frame() for value in values]).sort(_VALUE)
    numbers = _unpacked(long, [_AT, *_names(rows)])
    if any(column.number == RANK for column in columns.values()):
        numbers = _ranked(numbers)
    kept_beside = part.select(*kept)[numbers.get_column(_AT)]
    return _read(nw.concat([kept_beside, numbers], how="horizontal"), kept, columns)


def _ranked(numbers: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Add the rank of each row among those of its partnership, from 1."""
    placed = numbers.with_row_index(_INDEX)
    is_first = nw.col(_AT) != nw.col(_AT).shift(1)
    first = nw.when(is_first).then(nw.col(_INDEX)).otherwise(nw.lit(0)).cum_max()
    return placed.with_columns(((nw.col(_INDEX) - first).cast(nw.Int64()) + 1).alias(RANK))
