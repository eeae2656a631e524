"""The kinds of frame: what differs between Polars, pandas, PyArrow, DuckDB and PySpark before and after the work."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from samenwerkadvies.bilingual import either
from samenwerkadvies.engines.columns import AnyFrame, nw
from samenwerkadvies.errors import MissingDependencyError, UsageError


@attrs.frozen
class Opened:
    """A frame to work with, and the way back to what the caller knows."""

    frame: AnyFrame
    names: Mapping[str, str]
    """The caller's names of the columns, with those in the frame."""
    closed: Callable[[AnyFrame], Any]
    """Returns a frame in the caller's own kind."""


def opened(frame: Any) -> Opened:
    """Return a frame to work with.

    pandas frames become Arrow tables, so that a missing value is null and not NaN; what they become again has Arrow's
    types. Spark reads a dot in the name of a column as a field of a structure, so there it is written otherwise.

    Raises:
        UsageError: when it is no frame of a kind that is known.
        MissingDependencyError: for a pandas frame without pyarrow.
    """
    frame = nw.to_native(frame, pass_through=True)
    if (
        not _roots(frame) & _TAKEN.keys()
    ):  # narwhals takes more kinds, but does not carry all of them through to the end
        raise _not_taken(frame)
    try:
        found: AnyFrame = nw.from_native(frame)
    except TypeError:
        raise _not_taken(frame) from None
    except nw.exceptions.DuplicateError:
        raise UsageError("cannot assess this frame: two columns have the same name") from None
    if found.implementation.is_pyspark_connect():  # narwhals cannot look values up there
        raise UsageError("cannot assess a frame of Spark Connect: use a classic Spark session (docs/cluster.md)")
    names = _names(found)
    if found.implementation.is_pyarrow():
        found = nw.from_native(_plain(frame))
    if found.implementation.is_pandas():
        return Opened(*_from_pandas(frame, names))
    if found.implementation.is_pyspark():
        safe = [name.replace(".", "·") for name in names]
        return Opened(nw.from_native(frame.toDF(*safe)), dict(zip(names, safe, strict=True)), _native)
    return Opened(found, dict(zip(names, names, strict=True)), _native)


_TAKEN = {"polars": "Polars", "pandas": "pandas", "pyarrow": "PyArrow", "duckdb": "DuckDB", "pyspark": "PySpark"}
"""The libraries whose frames are carried through to the end, as they call themselves."""
_WAYS_OUT = {
    "dask": "frame.compute()",
    "ibis": "table.to_polars()",
    "modin": "frame.modin.to_pandas()",
    "cudf": "frame.to_pandas()",
    "sqlframe": "frame.toPandas()",
    "builtins.dict": "polars.DataFrame(…)",
    "builtins.list": "polars.DataFrame(…)",
}
"""What makes a frame that is taken of one that is not."""


def _roots(frame: object) -> set[str]:
    """Return the libraries that what somebody passed is of, with those that it builds on."""
    return {base.__module__.partition(".")[0].lstrip("_") for base in type(frame).__mro__}


def _not_taken(frame: object) -> UsageError:
    kind = type(frame)
    named = f"{kind.__module__}.{kind.__qualname__}"
    way_out = next((way_out for known, way_out in _WAYS_OUT.items() if named.startswith(known)), "")
    kinds = f"pass a frame of {either(list(_TAKEN.values())).english}"
    named = named.removeprefix("builtins.")
    return UsageError(f"cannot assess {named}: {kinds}{f', such as {way_out}' if way_out else ''}")


def _names(frame: AnyFrame) -> list[str]:
    names: list[Any] = list(frame.collect_schema())
    if odd := [name for name in names if not isinstance(name, str)]:
        raise UsageError(f"cannot assess this frame: the name of a column is text, and not {odd[0]!r}")
    return names


def _plain(table: Any) -> Any:
    """Return an Arrow table without types that Arrow itself cannot compare or show yet."""
    import pyarrow as pa  # noqa: PLC0415 - it is there: this is its table
    import pyarrow.compute as pc  # noqa: PLC0415 - the same

    def plain(column: Any) -> Any:
        if pa.types.is_run_end_encoded(column.type):
            column = pc.run_end_decode(column)
        if pa.types.is_string_view(column.type):
            return column.cast(pa.string())
        return column.cast(pa.decimal128(20)) if pa.types.is_uint64(column.type) else column

    return pa.table([plain(column) for column in table.columns], table.column_names)


def opened_with_windows(frame: Any) -> Opened:
    """Return a frame that ranks rows within a group to work with: pandas and PyArrow become Polars within.

    Raises:
        UsageError: when it is no frame of a kind that is known.
        MissingDependencyError: for a pandas frame without pyarrow.
    """
    found = opened(frame)
    if not found.frame.implementation.is_pyarrow():
        return found
    within = nw.from_arrow(found.frame, backend="polars")
    return Opened(within, found.names, lambda result: found.closed(nw.from_native(collected(result).to_arrow())))


def _from_pandas(frame: Any, names: list[str]) -> tuple[AnyFrame, dict[str, str], Callable[[AnyFrame], Any]]:
    try:
        import pandas as pd  # noqa: PLC0415 - it is there: this is its frame
        import pyarrow as pa  # noqa: PLC0415 - only for pandas
    except ImportError:
        raise MissingDependencyError("pandas frames need pyarrow: pip install pyarrow") from None

    def converted(column: Any) -> Any:
        try:
            return pa.array(column, from_pandas=True)
        except (pa.ArrowException, OverflowError, UnicodeEncodeError):  # cells of several types, or of no type of Arrow
            return pa.array([None if pd.isna(cell) else _as_text(cell) for cell in column], pa.string())

    table = pa.table([converted(frame[name]) for name in names], names)
    return (
        nw.from_native(_plain(table)),
        dict(zip(names, names, strict=True)),
        lambda found: found.to_native().to_pandas(types_mapper=pd.ArrowDtype),
    )


def _native(frame: AnyFrame) -> Any:
    return frame.to_native()


def _as_text(cell: object) -> str:
    text = cell.isoformat() if isinstance(cell, datetime.date) else str(cell)
    return text.encode("utf-8", "replace").decode()


def made_like(frame: AnyFrame, columns: Mapping[str, Sequence[object]], schema: Mapping[str, Any]) -> AnyFrame:
    """Return a frame of the same kind with other columns."""
    if isinstance(frame, nw.DataFrame):
        return nw.from_dict(columns, schema=schema, backend=frame.implementation)
    if frame.implementation.is_polars():
        return nw.from_dict(columns, schema=schema, backend="polars").lazy()
    eager = nw.from_dict(columns, schema=schema, backend="pyarrow")
    session = frame.to_native().sparkSession if frame.implementation.is_pyspark() else None
    return eager.lazy(frame.implementation, session=session)


def numbered(frame: AnyFrame, name: str) -> AnyFrame:
    """Add the number of each row, from 0, to a frame whose rows have an order."""
    if isinstance(frame, nw.DataFrame):
        return frame.with_row_index(name)
    with_numbers: AnyFrame = nw.from_native(frame.to_native().with_row_index(name))
    return with_numbers


def is_ordered(frame: AnyFrame) -> bool:
    """Say whether the rows of a frame have an order that lasts: not in a database or on a cluster."""
    return isinstance(frame, nw.DataFrame) or frame.implementation.is_polars()


def collected(frame: AnyFrame) -> nw.DataFrame[Any]:
    """Return a small frame with its values at hand, None where there is none."""
    if isinstance(frame, nw.DataFrame):
        return frame
    return frame.collect("polars" if frame.implementation.is_polars() else "pyarrow")


def rows_of(table: Any) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table of results, of whatever kind it is; this reads it whole."""
    return collected(opened(table).frame).iter_rows(named=True)
