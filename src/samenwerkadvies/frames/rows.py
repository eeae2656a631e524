"""From columns to rows: what holds of a partnership becomes a row of its own, and is read as all that it stands for.

In memory the cells of all columns where something is are found row by row, so that nothing needs to be sorted.
Elsewhere whole numbers that belong together travel as one, so that one column is turned and sorted.
"""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from samenwerkadvies.engines.columns import AnyFrame, mapped, nw

RANK = "__rank__"
"""The column with the rank among the rows of a partnership, counted in frames in memory."""
_VALUE, _AT, _INDEX = "__value__", "__at__", "__index__"
_ROW, _ABOVE, _WHERE = "__row__", "__above__", "__where__"
_PACK = 2**14
"""Numbers stay below this, so that one stands above the other; a power of two, by which dividing is fast."""
_CELLS = 2**21
"""Frames in memory are turned so many cells at a time: for a moment each of them has a place."""
_SMALL, _SHORT = nw.Int16(), nw.UInt32()
"""Types of numbers: below ``_PACK``, and those by which Polars fetches at once (it looks at all longer ones first)."""


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
        weights = (_PACK**power for power in reversed(range(len(self.numbers))))
        weighed = list(zip(self.numbers, weights, strict=True))
        known = nw.lit(sum(each * weight for each, weight in weighed if isinstance(each, int)), nw.Int64())
        differing = (each.cast(nw.Int64()) * weight for each, weight in weighed if not isinstance(each, int))
        found = functools.reduce(operator.add, differing, known)
        return found if self.where is None else nw.when(self.where).then(found)


@attrs.frozen
class Rows:
    """What becomes the rows of a table."""

    width: int
    """How many numbers each row has."""
    each: Sequence[Row]
    """In the order of their first numbers."""

    def differ(self, index: int) -> bool:
        """Say whether a number differs between partnerships."""
        return not all(isinstance(row.numbers[index], int) for row in self.each)


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
        nowhere = Row(nw.lit(value=False), (0,) * rows.width)  # a ruleset may have no rows, but there must be something
        return _in_memory(frame, kept, rows if rows.each else Rows(rows.width, [nowhere]), columns)
    values = {f"{_ROW}{index}": row.value for index, row in enumerate(rows.each)}
    values[_ROW] = nw.lit(None, dtype=nw.Int64())  # a ruleset may have no rows, but there must be something to turn
    index = [*order, *kept]
    wide = frame.select(*index, *(value.alias(name) for name, value in values.items()))
    long = wide.unpivot(list(values), index=index, value_name=_VALUE)
    long = long.filter(~nw.col(_VALUE).is_null())
    return read(_unpacked(long.sort(*order, _VALUE) if order else long, _names(rows)), kept, columns)


def _names(rows: Rows) -> list[str]:
    return [number(index) for index in range(rows.width)]


def _unpacked(frame: AnyFrame, names: Sequence[str]) -> AnyFrame:
    """Add the numbers of which each value is made."""
    left = _VALUE
    for name in reversed(names[1:]):
        above = f"{_ABOVE}{name}"
        frame = frame.with_columns((nw.col(left) // _PACK).alias(above))
        frame = frame.with_columns((nw.col(left) - nw.col(above) * _PACK).alias(name))
        left = above
    return frame.with_columns(nw.col(left).alias(names[0]))


def _in_memory(frame: nw.DataFrame[Any], kept: Sequence[str], rows: Rows, columns: Columns) -> nw.DataFrame[Any]:
    """Turn a frame in memory, part by part."""
    differing = [index for index in range(rows.width) if rows.differ(index)]
    found = {}
    for nth, row in enumerate(rows.each):
        found[f"{_WHERE}{nth}"] = nw.lit(value=True) if row.where is None else row.where
        found |= {f"{number(index)}{nth}": _small(row.numbers[index]) for index in differing}
    ready = frame.select(*kept, *(column.alias(name) for name, column in found.items()))
    size = max(1, _CELLS // len(rows.each))
    across, parts = _across(ready.head(size), len(rows.each)), []
    for start in range(0, max(1, len(ready)), size):
        part = ready[start : start + size]
        if len(across) != len(part) * len(rows.each):  # the last one may be shorter
            across = _across(part, len(rows.each))
        parts.append(_turned(part, kept, rows, columns, across))
    return nw.concat(parts)


def _small(found: int | nw.Expr) -> nw.Expr:
    return nw.lit(found, _SMALL) if isinstance(found, int) else found.cast(_SMALL)


def _across(part: nw.DataFrame[Any], width: int) -> nw.Series[Any]:
    """Return where each cell is when so many columns stand under each other: row by row, not column by column."""
    cells = nw.concat([part.with_row_index(_AT).select(_AT)] * width).with_row_index(_INDEX).get_column(_INDEX)
    at = cells // width
    return ((cells - at * width) * len(part) + at).cast(_SHORT)


def _turned(
    part: nw.DataFrame[Any], kept: Sequence[str], rows: Rows, columns: Columns, across: nw.Series[Any]
) -> nw.DataFrame[Any]:
    """Turn a part: the cells where something is are found row by row; what belongs to them is fetched after that."""
    cells = across.filter(_under_each_other(part, rows, _WHERE)[across])
    nth = cells // max(1, len(part))
    at = (cells - nth * len(part)).cast(_SHORT)
    found = {_AT: at}
    for index in range(rows.width):
        if rows.differ(index):
            found[number(index)] = _under_each_other(part, rows, number(index))[cells]
        else:
            known = [row.numbers[index] for row in rows.each]
            found[number(index)] = nw.new_series(_VALUE, known, nw.Int64(), backend=part.implementation)[nth]
    named = (series.alias(name).to_frame() for name, series in found.items())
    whole = nw.concat([part.select(*kept)[at], *named], how="horizontal")
    plain = [column.number for column in columns.values() if column.stands_for is None]
    if RANK in plain:
        whole = _ranked(whole)
    return _read(whole.with_columns(*(nw.col(name).cast(nw.Int64()) for name in plain)), kept, columns)


def _under_each_other(part: nw.DataFrame[Any], rows: Rows, name: str) -> nw.Series[Any]:
    """Return the columns of all rows as one; in Polars it is of one piece, else fetching from it takes long."""
    each = (part.get_column(f"{name}{nth}").alias(_VALUE).to_frame() for nth in range(len(rows.each)))
    found = nw.concat(list(each)).get_column(_VALUE)
    if not found.implementation.is_polars():
        return found
    whole: nw.Series[Any] = nw.from_native(found.to_native().rechunk(), series_only=True)
    return whole


def _ranked(found: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Add the rank of each row among those of its partnership, from 1."""
    placed = found.with_row_index(_INDEX)
    is_first = nw.col(_AT) != nw.col(_AT).shift(1)
    first = nw.when(is_first).then(nw.col(_INDEX)).otherwise(nw.lit(0)).cum_max()
    return placed.with_columns((nw.col(_INDEX) - first + 1).alias(RANK))
