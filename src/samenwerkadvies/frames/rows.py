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
_VALUE, _AT, _INDEX, _FIRST = "__value__", "__at__", "__index__", "__first__"
_ROW, _ABOVE, _WHERE, _REST = "__row__", "__above__", "__where__", "__rest__"
_PART = 2**15
"""Frames in memory are turned so many rows at a time: for a moment every row stands there several times."""
_SHORT, _SHORT_LIMIT = nw.UInt32(), 2**32
"""Numbers by which Polars fetches at once; of longer ones it looks at all first."""


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


@attrs.frozen
class Rows:
    """What becomes the rows of a table."""

    width: int
    """How many numbers each row has."""
    each: Sequence[Row]
    most: int = 2**14 - 1
    """No number is greater."""

    @property
    def pack(self) -> int:
        """By how much one number stands above the next: a power of two, by which dividing is fast."""
        return 1 << self.most.bit_length()

    def value(self, row: Row) -> nw.Expr:
        """Return the numbers of a row as one, null where it is not."""
        differing = [each.cast(nw.Int64()) * weight for each, weight in self.differing(row)]
        found = functools.reduce(operator.add, differing, nw.lit(self.known(row), nw.Int64()))
        return found if row.where is None else nw.when(row.where).then(found)

    def known(self, row: Row) -> int:
        """Return what of that number is the same everywhere."""
        return sum(each * weight for each, weight in self._weighed(row) if isinstance(each, int))

    def differing(self, row: Row) -> list[tuple[nw.Expr, int]]:
        """Return the numbers that are not, each with how much it weighs."""
        return [(each, weight) for each, weight in self._weighed(row) if not isinstance(each, int)]

    def _weighed(self, row: Row) -> list[tuple[int | nw.Expr, int]]:
        weights = [self.pack**power for power in reversed(range(self.width))]
        return list(zip(row.numbers, weights, strict=True))


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
    return nw.from_dict(values, schema, backend=numbers.implementation)[numbers.cast(_SHORT)]


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
        ready = _prepared(frame, kept, rows)
        starts = range(0, max(1, len(ready)), _PART)
        return nw.concat([_turned(ready[start : start + _PART], kept, rows, columns) for start in starts])
    values = {f"{_ROW}{index}": rows.value(row) for index, row in enumerate(rows.each)}
    values[_ROW] = nw.lit(None, dtype=nw.Int64())  # a ruleset may have no rows, but there must be something to turn
    index = [*order, *kept]
    wide = frame.select(*index, *(value.alias(name) for name, value in values.items()))
    long = wide.unpivot(list(values), index=index, value_name=_VALUE)
    long = long.filter(~nw.col(_VALUE).is_null())
    long = long.sort(*order, _VALUE) if order else long
    return read(_unpacked(long, rows.pack, _names(rows)), kept, columns)


def _names(rows: Rows) -> list[str]:
    return [number(index) for index in range(rows.width)]


def _unpacked(frame: Frame, pack: int, names: Sequence[str]) -> Frame:
    """Add the numbers of which each value is made."""
    left = _VALUE
    for name in reversed(names[1:]):
        above = f"{_ABOVE}{name}"
        frame = frame.with_columns((nw.col(left) // pack).alias(above))
        frame = frame.with_columns((nw.col(left) - nw.col(above) * pack).alias(name))
        left = above
    return frame.with_columns(nw.col(left).alias(names[0]))


def _prepared(frame: nw.DataFrame[Any], kept: Sequence[str], rows: Rows) -> nw.DataFrame[Any]:
    """Return what is kept, and for each row where it is and the numbers in it that differ."""
    found = {}
    for index, row in enumerate(rows.each):
        found[f"{_WHERE}{index}"] = nw.lit(value=True) if row.where is None else row.where
        found |= {f"{_REST}{index}_{weight}": each for each, weight in rows.differing(row)}
    return frame.select(*kept, *(column.alias(name) for name, column in found.items()))


def _turned(part: nw.DataFrame[Any], kept: Sequence[str], rows: Rows, columns: Columns) -> nw.DataFrame[Any]:
    """Turn rows in memory: only one number is put in its place, and what belongs to it is fetched after that."""
    where = [part.get_column(f"{_WHERE}{index}") for index in range(len(rows.each))]
    at = part.with_row_index(_AT).get_column(_AT)
    count = functools.reduce(operator.add, (each.cast(_SHORT) for each in where), (at - at).cast(_SHORT))
    first = place = count.cum_sum() - count
    above = rows.pack**rows.width
    dtype = _SHORT if _PART * above <= _SHORT_LIMIT else nw.Int64()
    at = at.cast(dtype) * above
    values, places = [at.head(0)], [place.head(0)]  # a ruleset may have no rows, but there must be something to turn
    for index, (row, is_there) in enumerate(zip(rows.each, where, strict=True)):
        value = at.filter(is_there) + rows.known(row)
        for _, weight in rows.differing(row):
            value += part.get_column(f"{_REST}{index}_{weight}").filter(is_there).cast(dtype) * weight
        values.append(value)
        places.append(place.filter(is_there))
        place += is_there.cast(_SHORT)
    numbers = _unpacked(_put(_joined(values), _joined(places)), rows.pack, [_AT, *_names(rows)])
    beside = part.select(*kept).with_columns(first.alias(_FIRST))[numbers.get_column(_AT).cast(_SHORT)]
    found = nw.concat([beside, numbers], how="horizontal").with_row_index(_INDEX)
    plain = [column.number for column in columns.values() if column.stands_for is None]
    if RANK in plain:
        found = found.with_columns((nw.col(_INDEX) - nw.col(_FIRST) + 1).alias(RANK))
    return _read(found.with_columns(*(nw.col(name).cast(nw.Int64()) for name in plain)), kept, columns)


def _joined(parts: Sequence[nw.Series[Any]]) -> nw.DataFrame[Any]:
    return nw.concat([part.alias(_VALUE).to_frame() for part in parts])


def _put(values: nw.DataFrame[Any], places: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Put values in their places; in Arrow they are sorted, which is the same: each is greater than those before."""
    if not values.implementation.is_polars():
        return values.sort(_VALUE)
    found = values.get_column(_VALUE)
    return found.scatter(places.get_column(_VALUE), found).to_frame()
