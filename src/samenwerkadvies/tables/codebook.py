"""The codebook in a file: a row for each column of answers and of results."""

from __future__ import annotations

import io
from pathlib import Path

import attrs

from samenwerkadvies.advising import Adviser
from samenwerkadvies.placing import put_in_place
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.tables.table import TextFile, pl, told_of
from samenwerkadvies.tables.variables import Variable, codebook
from samenwerkadvies.tables.writing import Written, check_writable


def write_codebook(target: Path, ruleset: Ruleset | None = None, language: str = DUTCH) -> None:
    """Write the codebook as a table with a row for each column.

    Args:
        target: csv, tsv, xlsx, parquet or jsonl; a file that is there is replaced.
        ruleset: the rules; None for the shipped ones.
        language: of labels and what they mean.

    Raises:
        InvalidFactsError: when the file cannot be written.
        UsageError: for a language that the ruleset is not written in.
        MissingDependencyError: for a workbook without the extra for Excel.
    """
    ruleset = Adviser(ruleset, "reference", language).ruleset
    with told_of(target):
        check_writable(target)
        written = Written(target.parent)
        written.add(pl.DataFrame([_row(found) for found in codebook(ruleset, language)]))
        made = io.BytesIO()
        written.make(made, target, TextFile())
        put_in_place({target: made})


def _row(found: Variable) -> dict[str, str]:
    values = "; ".join(
        value if value == label or not label else f"{value} = {label}" for value, label in found.values.items()
    )
    return {**attrs.asdict(found), "values": values}
