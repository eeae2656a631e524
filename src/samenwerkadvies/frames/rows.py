"""From columns to rows: each number in some columns becomes a row, and is read as all that it stands for.

Whole numbers that belong together travel as one (``packed``), so that one column is turned and sorted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from samenwerkadvies.engines.columns import AnyFrame, mapped, nw

NUMBER = "__number__"
"""How the names of columns begin that become rows."""
VALUE = "value"
"""The column with such a number in rows."""
_PACK = 10_000
_MOST_PACKED = _PACK**3
_PART = 25_000
"""Frames in memory are turned so many rows at a time: for a moment every cell stands there twice."""
_AT, _RANK = "__at__", "__rank__"


def packed(*numbers: nw.Expr) -> nw.Expr:
    """Return up to three whole numbers below 10,000 as one, the first above all; null where one is null."""
    first, *others = (number.cast(nw.Int64()) for number in numbers)
    for other in others:
        first = first * _PACK + other
    return first


def parted(number: nw.Expr) -> tuple[nw.Expr, nw.Expr]:
    """Return what stands above the last of packed numbers, and the last."""
    left = number // _PACK
    return left, number - left * _PACK


@attrs.frozen
class Column:
    """A column of a table of results: a number, or what the number stands for."""

    number: nw.Expr
    stands_for: Mapping[int, object] | None = None
    """What each number from 0 on stands for, null where it is not here; None: it is the number itself."""
    dtype: nw.dtypes.DType = nw.String()  # noqa: RUF009 - it is a value

    def written(self) -> nw.Expr:
        """Return it as an expression."""
        return self.number if self.stands_for is None else mapped(self.number, self.stands_for, self.dtype)

    def fetched(self, numbers: nw.Series[Any]) -> nw.Series[Any]:
        """Return what numbers in memory stand for: fetching by number is much faster than looking values up."""
        meant = self.stands_for or {}
        values = [meant.get(number) for number in range(max(meant, default=0) + 1)]
        return nw.new_series("values", values, self.dtype, backend=numbers.implementation)[numbers]


Columns = Mapping[str, Column]


def read(frame: AnyFrame, kept: Sequence[str], columns: Columns) -> AnyFrame:
    """Return some columns of a frame, and beside them those that are read."""
    if isinstance(frame, nw.LazyFrame):
        return frame.select(*kept, *(column.written().alias(name) for name, column in columns.items()))
    numbers = frame.select(*kept, *(column.number.alias(name) for name, column in columns.items()))
    texts = {name: column for name, column in columns.items() if column.stands_for is not None}
    return numbers.with_columns(*(texts[name].fetched(numbers.get_column(name)).alias(name) for name in texts))


def in_rows(  # noqa: PLR0913 - a table has so many sides
    frame: AnyFrame,
    kept: Sequence[str],
    order: Sequence[str],
    add_numbers: Callable[[AnyFrame], AnyFrame],
    columns: Columns,
    *,
    is_ranked: bool = False,
) -> AnyFrame:
    """Turn the columns named ``NUMBER…`` into rows, the lowest number of each row first, and read them.

    Args:
        frame: one row for each partnership.
        kept: the columns to keep.
        order: the column by which the rows are in order; empty where they have none.
        add_numbers: adds the columns to turn.
        columns: how ``VALUE`` is read.
        is_ranked: in a frame in memory, pack the rank among the numbers of its row above each number.
    """
    if isinstance(frame, nw.DataFrame):
        starts = range(0, max(1, len(frame)), _PART)
        parts = (frame[start : start + _PART] for start in starts)
        turned = [_turned(part, kept, _added(part, add_numbers), columns, is_ranked=is_ranked) for part in parts]
        return nw.concat(turned)  # type: ignore[type-var]  # all of them are in memory
    wide = _added(frame, add_numbers)
    names = _numbers(wide.collect_schema().names())
    index = [*order, *kept]
    long = wide.select(*index, *names).unpivot(names, index=index, value_name=VALUE)
    long = long.filter(~nw.col(VALUE).is_null())
    return read(long.sort(*order, VALUE) if order else long, kept, columns)


def _added(frame: AnyFrame, add_numbers: Callable[[AnyFrame], AnyFrame]) -> AnyFrame:
    # a ruleset may have no conditions, but there must be something to turn
    return add_numbers(frame).with_columns(nw.lit(None, dtype=nw.Int64()).alias(NUMBER))


def _numbers(names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(NUMBER)]


def _turned(part: AnyFrame, kept: Sequence[str], wide: Any, columns: Columns, *, is_ranked: bool) -> AnyFrame:
    """Turn rows in memory: only one number is sorted, and what belongs to it is fetched after that."""
    names = _numbers(wide.columns)
    placed = wide.with_row_index(_AT)
    keys = placed.select((nw.col(_AT).cast(nw.Int64()) * _MOST_PACKED + nw.col(name)).alias(name) for name in names)
    long = keys.unpivot(names, value_name=VALUE).select(VALUE).drop_nulls().sort(VALUE)
    long = long.with_columns((nw.col(VALUE) // _MOST_PACKED).alias(_AT))
    long = long.with_columns((nw.col(VALUE) - nw.col(_AT) * _MOST_PACKED).alias(VALUE))
    if is_ranked:
        long = long.with_row_index(_RANK)
        first = nw.when(nw.col(_AT) != nw.col(_AT).shift(1)).then(nw.col(_RANK)).otherwise(nw.lit(0)).cum_max()
        rank = nw.col(_RANK).cast(nw.Int64()) - first + 1
        long = long.with_columns((rank * _PACK**2 + nw.col(VALUE)).alias(VALUE))
    rows = long.get_column(_AT)
    return read(part.select(*kept)[rows].with_columns(long.get_column(VALUE)), kept, columns)
