"""Frames of every kind, made from the same rows, and rows read back from them."""

import datetime
import functools
import importlib.util
import os
import shutil
import tempfile
import warnings
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from samenwerkadvies import Adviser, Partnership, Ruleset
from samenwerkadvies.facts import Chosen
from samenwerkadvies.frames.kinds import is_ordered

QUICK_TO_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""For a Java that works a minute over few rows, making its code faster takes longer than it saves."""

Rows = Sequence[Mapping[str, object]]
DATES = "peildatum"


def columns_of(ruleset: Ruleset) -> dict[str, pa.DataType]:
    """Return every column of a table of partnerships, with its type; a date that may be never is text."""
    types = {
        "ja_nee": pa.bool_(),
        "aantal": pa.int64(),
        "schaal": pa.int64(),
        "keuze": pa.string(),
        "meerkeuze": pa.string(),
    }
    found = {"naam": pa.string(), DATES: pa.date32()}
    for fact in ruleset.vocabulary.facts.values():
        for party in fact.parties:
            date = pa.string() if fact.may_be_never else pa.date32()
            exact = pa.decimal128(16, fact.decimals) if fact.decimals else None
            found[f"{fact.id}.{party}" if party else fact.id] = exact or types.get(fact.kind.value, date)
    return found


def row_of(partnership: Partnership) -> dict[str, object]:
    """Return a partnership as a row; options that are chosen together are one text."""
    row: dict[str, object] = {"naam": partnership.name, DATES: partnership.reference_date}
    for fact, answer in partnership.answers.items():
        if isinstance(answer, dict):
            row |= {f"{fact}.{party}": _cell(given) for party, given in answer.items()}
        else:
            row[fact] = _cell(answer)
    return row


def _cell(answer: object) -> object:
    return "; ".join(answer.options) or "geen" if isinstance(answer, Chosen) else answer


def table(rows: Rows, columns: Mapping[str, pa.DataType]) -> pa.Table:
    def cell(value: object, kind: pa.DataType) -> object:
        return value.isoformat() if isinstance(value, datetime.date) and kind == pa.string() else value

    return pa.table(
        {name: pa.array([cell(row.get(name), kind) for row in rows], kind) for name, kind in columns.items()}
    )


def plan_of(frame: Any) -> str:
    """Return how Spark will compute a frame; empty for frames of other kinds."""
    return str(frame._jdf.queryExecution()) if hasattr(frame, "_jdf") else ""


@functools.cache
def spark() -> Any:
    """Return a Spark session on this machine."""
    if not (shutil.which("java") and importlib.util.find_spec("pyspark")):
        pytest.skip("needs Java and: pip install 'samenwerkadvies[spark]'")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyspark.sql import SparkSession

        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        session = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.warehouse.dir", tempfile.gettempdir())
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.extraJavaOptions", QUICK_TO_START)
            .getOrCreate()
        )
    session.sparkContext.setLogLevel("OFF")
    return session


def spark_frame(found: pa.Table) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spark().createDataFrame(found)


KINDS: dict[str, Callable[[pa.Table], Any]] = {
    "polars": pl.DataFrame,
    "polars-lazy": lambda found: pl.DataFrame(found).lazy(),
    "pandas": lambda found: found.to_pandas(),
    "pandas-arrow": lambda found: found.to_pandas(types_mapper=pd.ArrowDtype),
    "pyarrow": lambda found: found,
    "duckdb": duckdb.from_arrow,
    "pyspark": spark_frame,
}


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of a frame of any kind, with None where nothing stands."""
    found = nw.from_native(frame)
    if isinstance(found, nw.LazyFrame):
        found = found.collect("pyarrow")
    rows: list[dict[str, Any]] = found.to_arrow().to_pylist()
    return rows


def same_as_row_by_row(result: Any, adviser: Adviser, partnerships: Sequence[Partnership]) -> None:
    """Hold every table of a frame's assessment to `Adviser.assess`, partnership by partnership."""
    wanted = {partnership.name: adviser.assess(partnership) for partnership in partnerships}
    advice = by_partnership(result.advice)
    conditions = by_partnership(result.conditions)
    undecided = by_partnership(result.undecided)
    outlines, outcomes = by_partnership(result.partnerships), by_partnership(result.outcomes)
    not_in_force = by_partnership(result.not_in_force)
    statuses, answered = by_partnership(result.statuses), by_partnership(result.answered)
    if is_ordered(nw.from_native(result.outcomes)):
        assert list(outlines) == list(outcomes)
    assert sorted(outlines) == sorted(wanted)
    for name, assessment in wanted.items():
        found = sorted(advice[name], key=lambda row: row["rank"])
        assert [row["rule"] for row in found] == list(assessment.findings)
        assert [row["rank"] for row in found] == list(range(1, len(found) + 1))
        by_rule = {row["rule"]: row for row in found}
        shown = [row for row in found if row["absorbed_by"] is None]
        assert [_advice_row(row) for row in shown] == [
            (each.rule, ", ".join(map(str, each.conditions)), each.severity.value, each.kind.value, each.title)
            for each in assessment.advice
        ]
        assert all(by_rule[row["absorbed_by"]] for row in found if row["absorbed_by"])
        standing = {row["condition"]: row for row in conditions[name]}
        assert [
            (number, row["title"], row["status"], row["findings"], row["answered"], row["asked"])
            for number, row in sorted(standing.items())
        ] == [
            (each.number, each.short_title, each.status.value, len(each.findings), each.answered, each.asked)
            for each in assessment.conditions
        ]
        assert sorted(row["rule"] for row in undecided[name]) == sorted(assessment.undecided)
        assert outlines[name][0]["checks"] == len(assessment.checks)
        out = [each.rule for each in assessment.rules_not_in_force]
        assert sorted(row["rule"] for row in not_in_force[name]) == sorted(out)
        decided = {
            rule: True if rule in assessment.findings else None if rule in assessment.undecided else False
            for rule in adviser.ruleset.rules
        }
        assert {rule: outcomes[name][0][rule] for rule in decided} == decided
        known = answered[name][0]
        assert (known["answered"], known["asked"], known["first_look"]) == (
            assessment.known.answered,
            assessment.known.asked,
            assessment.known.first_look,
        )
        outline = outlines[name][0]
        titles = [each.title for each in assessment.advice[: assessment.shown_first]]
        titles += [None] * (assessment.shown_first - len(titles))
        known = assessment.known
        assert (outline["answered"], outline["asked"]) == (known.answered, known.asked)
        assert outline["first_look"] is known.first_look
        assert (outline["provisional"], outline["findings"], outline["undecided"]) == (
            assessment.provisional,
            len(assessment.findings),
            len(assessment.undecided),
        )
        assert [outline[f"advice_{number}"] for number in range(1, 1 + len(titles))] == titles
        wanted_statuses = {f"condition_{each.number}": each.status.value for each in assessment.conditions}
        assert statuses[name] == [{"partnership": name, **wanted_statuses}]
        assert wanted_statuses.items() <= outline.items()


def _advice_row(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("rule", "conditions", "severity", "kind", "title"))


def by_partnership(frame: Any) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows_of(frame):
        found[row["partnership"]].append(row)
    return found
