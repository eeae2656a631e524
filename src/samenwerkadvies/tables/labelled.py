"""Results as a file of SPSS: numbers with labels, which R reads as well; an empty cell stays empty."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import attrs

from samenwerkadvies.advising import Status
from samenwerkadvies.errors import MissingDependencyError
from samenwerkadvies.tables.table import pl
from samenwerkadvies.tables.variables import Variable

SUFFIX = ".sav"
LONGEST_TEXT = 32_767
"""Bytes of text that fit in a cell."""
_LONGEST_NAME, _LONGEST_LABEL, _LONGEST_VALUE_LABEL = 64, 255, 120
"""In bytes."""
_RESERVED = frozenset(("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"))
_MADE_AT, _MADE = 92, b"01 Jan 2600:00:00"
"""Where in the file the day and time stand at which it was made, and what stands there: equal input, equal bytes."""


def is_labelled(target: Path) -> bool:
    """Say whether a file is to be one of SPSS."""
    return target.suffix.lower() == SUFFIX


def library() -> Any:
    """Return what reads and writes such files.

    Raises:
        MissingDependencyError: without the extra.
    """
    try:
        import pyreadstat  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingDependencyError("SPSS needs more: pip install 'samenwerkadvies[spss]'") from None
    return pyreadstat


@attrs.frozen
class _Coded:
    """A column as it stands in the file."""

    label: str
    values: Mapping[int, str]
    column: pl.Expr
    measure: str
    form: str | None
    unknown: int = 0
    """The number that says that it is not known: a missing value, with its label; 0 where there is none."""


def write_labelled(rows: pl.DataFrame, made: IO[bytes], variables: Sequence[Variable]) -> None:
    """Write a table of results: every row, each column with its label; words that can stand there are numbers.

    Args:
        rows: the table.
        made: where it is written.
        variables: what its columns are; one that is not among them is the caller's own.
    """
    known = {found.column: found for found in variables}
    names = variable_names(rows.columns)
    coded = {
        names[column]: _coded(column, known.get(column), dtype, names[column]) for column, dtype in rows.schema.items()
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"made{SUFFIX}")
        library().write_sav(
            rows.select(each.column for each in coded.values()),
            path,
            column_labels={name: _cut(each.label, _LONGEST_LABEL) for name, each in coded.items()},
            variable_value_labels={name: each.values for name, each in coded.items() if each.values},
            missing_ranges={name: [each.unknown] for name, each in coded.items() if each.unknown},
            variable_measure={name: each.measure for name, each in coded.items()},
            variable_format={name: each.form for name, each in coded.items() if each.form},
        )
        written = path.read_bytes()
    made.write(written[:_MADE_AT] + _MADE + written[_MADE_AT + len(_MADE) :])


def _coded(column: str, known: Variable | None, dtype: pl.DataType, name: str) -> _Coded:
    label, values = (known.label, known.values) if known else (column, {})
    cell = pl.col(column)
    if dtype == pl.Boolean:
        meant = {int(value == "true"): _cut(label, _LONGEST_VALUE_LABEL) for value, label in values.items()}
        return _Coded(label, dict(sorted(meant.items())), cell.cast(pl.Float64).alias(name), "nominal", "F1.0")
    if values:
        codes = {value: code for code, value in enumerate(values, start=1)}
        number = cell.replace_strict(codes, default=None, return_dtype=pl.Float64)
        meant = {code: _cut(values[value], _LONGEST_VALUE_LABEL) for value, code in codes.items()}
        return _Coded(label, meant, number.alias(name), "nominal", "F2.0", codes.get(Status.UNKNOWN.value, 0))
    if dtype.is_numeric():
        form = "F8.0" if dtype.is_integer() else None
        return _Coded(label, {}, cell.cast(pl.Float64).alias(name), "scale", form)
    return _Coded(label, {}, cell.alias(name), "scale" if dtype == pl.Date else "nominal", None)


def _cut(text: str, most: int) -> str:
    """Return as much of a text as fits, without half a letter."""
    return text.encode()[:most].decode(errors="ignore")


def variable_names(columns: Sequence[str]) -> dict[str, str]:
    """Return for each column a name that SPSS takes: letters, digits and low lines, each name once."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for column in columns:
        plain = re.sub(r"\W", "_", column).strip("_") or "kolom"
        if not plain[0].isalpha() or plain.lower() in _RESERVED:
            plain = f"v_{plain}"
        name, number = _cut(plain, _LONGEST_NAME).rstrip("_"), 1
        while name.lower() in taken:
            number += 1
            name = f"{_cut(plain, _LONGEST_NAME - 1 - len(str(number)))}_{number}"
        taken.add(name.lower())
        found[column] = name
    return found
