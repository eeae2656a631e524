"""A million partnerships on Spark: the rules become part of the query, so that no Python runs on the cluster.

    python examples/cluster.py results                                 # an invented year, on this machine
    python examples/cluster.py results --source year.parquet --date 2026-12-31
    spark-submit examples/cluster.py results --source hdfs:///year     # the master is that of spark-submit
    python examples/cluster.py results --rows 1000000 --measure        # what it costs here

It writes folders of parquet: advice, conditions and set_aside. Needs Java and:
pip install 'samenwerkadvies[spark]'
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from samenwerkadvies import InvalidFactsError
from samenwerkadvies.frames import FrameAssessment, assess_frame

ABOUT = ("thema", "regio")
"""Columns that say something about a partnership and are no answer; kept in the results."""
TABLES = ("advice", "conditions", "set_aside")
MOST_INVENTED = 2_000
"""Invented one by one; more rows are these once more, each with a name of its own."""
IN_PYTHON = re.compile(r"BatchEvalPython|ArrowEvalPython|PythonUDF|MapInPandas|MapInArrow")
"""What stands in a plan that needs Python on every machine of a cluster."""


def session(master: str | None) -> Any:
    """Return a Spark session: that of spark-submit, or one on this machine."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - SPARK_LOCAL_IP must stand before Java begins

    builder = SparkSession.builder.appName("samenwerkadvies")
    if master:
        builder = builder.master(master)
    if master and master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        settings = {"spark.driver.host": "127.0.0.1", "spark.driver.memory": "4g", "spark.ui.enabled": "false"}
        settings["spark.log.level"] = "ERROR"
        for name, value in settings.items():
            builder = builder.config(name, value)
    return builder.getOrCreate()


def is_submitted() -> bool:
    """Say whether spark-submit, or a notebook on a cluster, began this and says what the master is."""
    return "PYSPARK_GATEWAY_PORT" in os.environ


def read(spark: Any, source: str) -> Any:
    """Read parquet, or a csv of which every column is text: each is read as its question asks."""
    if PurePosixPath(source).suffix == ".csv":
        return spark.read.csv(source, sep=";", header=True)
    return spark.read.parquet(source)


def invented(spark: Any, number: int) -> Any:
    """Return so many invented partnerships."""
    import polars as pl  # noqa: PLC0415 - only to invent
    from invented_year import rows  # noqa: PLC0415 - the same; on a cluster there is only this file
    from pyspark.sql import functions as f  # noqa: PLC0415 - as in session()

    some = pl.DataFrame(rows(min(number, MOST_INVENTED)), infer_schema_length=None)
    year = spark.createDataFrame(some.to_arrow(compat_level=pl.CompatLevel.oldest()))
    if number <= MOST_INVENTED:
        return year
    times = spark.range(-(-number // MOST_INVENTED))
    named = f.concat_ws(" / ", "naam", (f.col("id") + 1).cast("string"))
    return times.crossJoin(f.broadcast(year)).withColumn("naam", named).drop("id").limit(number)


def assess(frame: Any, date: str) -> FrameAssessment:
    """Assess every row on one reference date: with a date for each row Spark makes a much larger plan."""
    metadata = [column for column in frame.columns if column in ABOUT]
    return assess_frame(frame, reference_date=date, metadata=metadata, on_error="set_aside")


def runs_python(table: Any) -> bool:
    """Say whether Spark needs Python to compute a table."""
    return bool(IN_PYTHON.search(table._jdf.queryExecution().executedPlan().toString()))  # noqa: SLF001 - only there


def write(frame: Any, date: str, folder: str, tables: Sequence[str]) -> None:
    """Write the results, each in a folder of parquet, and print what was written."""
    assessment = assess(frame, date)
    for name in tables:
        table = getattr(assessment, name)
        where = f"{folder.rstrip('/')}/{name}"
        table.write.mode("overwrite").parquet(where)
        count = table.sparkSession.read.parquet(where).count()
        print(f"{name}: {count} rows in {where}; Python in the plan: {'yes' if runs_python(table) else 'no'}")


def measure(frame: Any, date: str) -> None:
    """Print what outcomes and conditions cost, on more and more partitions; nothing is written."""
    rows = frame.count()
    assess(frame.limit(100), date).conditions.write.format("noop").mode("overwrite").save()  # warms Java up
    print(f"{rows} partnerships, {os.cpu_count()} cores, master {frame.sparkSession.sparkContext.master}")
    print(f"{'table':11}{'partitions':>11}{'planning s':>12}{'running s':>11}{'rows/s':>10}{'s per million':>15}")
    for partitions in (1, 2, 4):
        spread = frame.repartition(partitions).persist()
        spread.count()
        for name in ("outcomes", "conditions"):
            began = time.perf_counter()
            table = getattr(assess(spread, date), name)
            table._jdf.queryExecution().executedPlan()  # noqa: SLF001 - so that planning can be told from running
            planned = time.perf_counter()
            table.write.format("noop").mode("overwrite").save()
            running = time.perf_counter() - planned
            cost = f"{planned - began:12.1f}{running:11.1f}{rows / running:10.0f}{1e6 * running / rows:15.1f}"
            print(f"{name:11}{partitions:11}{cost}", flush=True)
        spread.unpersist()


def main() -> int:
    """Assess, and write or measure."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", help="where the results go")
    parser.add_argument("--source", help="parquet, or a csv with semicolons; an invented year without it")
    parser.add_argument("--rows", type=int, default=10_000, help="how many partnerships to invent (10000)")
    parser.add_argument("--tables", nargs="+", default=TABLES, choices=TABLES, help="what to write (all three)")
    parser.add_argument("--date", default="2026-12-31", help="the reference date for all (2026-12-31)")
    parser.add_argument("--master", help="where Spark runs (local[2], or that of spark-submit)")
    parser.add_argument("--measure", action="store_true", help="measure only, on 1, 2 and 4 partitions")
    asked = parser.parse_args()
    spark = session(asked.master or (None if is_submitted() else "local[2]"))
    try:
        frame = read(spark, asked.source) if asked.source else invented(spark, asked.rows)
        if asked.measure:
            measure(frame, asked.date)
        else:
            write(frame, asked.date, asked.folder, asked.tables)
    except InvalidFactsError as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
