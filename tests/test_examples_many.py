"""The examples about many partnerships run, and say what row by row would say."""

import datetime
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import polars as pl
import pytest
from making import QUICK_TO_START

from samenwerkadvies import Adviser, Assessment, Ruleset
from samenwerkadvies.frames import assess_frame
from samenwerkadvies.policy import cannot_wait

EXAMPLES = Path(__file__).parents[1] / "examples"
YEAR = "invented_year.py"


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, **environment}
    )


@pytest.fixture(scope="module")
def invented_year() -> ModuleType:
    spec = importlib.util.spec_from_file_location("invented_year", EXAMPLES / YEAR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows(invented_year: ModuleType) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = invented_year.rows(300)
    return found


def assessed(rows: list[dict[str, Any]], ruleset: Ruleset) -> list[Assessment]:
    adviser = Adviser(ruleset, "reference")
    return [adviser.assess(case_of(row)) for row in rows]


def case_of(row: dict[str, Any]) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for column, answer in row.items():
        fact, _, party = column.partition(".")
        if column in ("naam", "peildatum", "thema", "regio") or answer is None:
            continue
        given = answer.isoformat() if isinstance(answer, datetime.date) else answer
        if party:
            facts.setdefault(fact, {})[party] = given
        else:
            facts[fact] = given
    return {"naam": row["naam"], "peildatum": row["peildatum"].isoformat(), "feiten": facts}


# --- the generator ---


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    assert run(EXAMPLES / YEAR, tmp_path / "year.csv", "--rows", 20).returncode == 0
    found = hashlib.sha256((tmp_path / "year.csv").read_bytes()).hexdigest()
    assert found == "1d2d764e2125c90da190153977fe0c725c78aeb31c0e6c73bbd8f11cc0dc5afe", (
        "the invented year has changed: if that is meant, write the new checksum here"
    )


def test_another_seed_gives_another_year_and_fewer_rows_the_first_of_more(
    invented_year: ModuleType, rows: list[dict[str, Any]]
) -> None:
    assert invented_year.rows(20) == rows[:20]
    assert invented_year.rows(20, seed=1) != rows[:20]


def test_every_row_of_the_year_fits(rows: list[dict[str, Any]], shipped: Ruleset) -> None:
    frame = pl.DataFrame(rows, infer_schema_length=None)
    result = assess_frame(frame, shipped, metadata=["thema", "regio"])
    assert len(result.outcomes) == 300
    assert frame["peildatum"].dt.year().unique().to_list() == [2026]
    asked = [fact for fact in shipped.vocabulary.facts.values() for _ in fact.parties]
    assert len(frame.columns) == 4 + len(asked)


def test_the_year_hangs_together(rows: list[dict[str, Any]]) -> None:
    frame = pl.DataFrame(rows, infer_schema_length=None)
    influence = frame.drop_nulls(["invloed_op_besluit.gemeente", "invloed_op_besluit.migrantenorganisatie"])
    seen = influence.select(pl.col("^invloed_op_besluit.*$").mean()).row(0)
    assert seen[0] > seen[1] + 0.5
    assert frame.select(pl.corr("afspraken_nagekomen.gemeente", "open_over_problemen.gemeente")).item() > 0.4
    small = frame.filter(pl.col("subsidie_per_jaar") <= 10_000)["ambtelijke_uren_per_week"].mean()
    large = frame.filter(pl.col("subsidie_per_jaar") > 30_000)["ambtelijke_uren_per_week"].mean()
    assert small < large
    missing = {
        party: frame.select(pl.col(rf"^.*\.{party}$").is_null().mean()).mean_horizontal().item()
        for party in ("gemeente", "migrantenorganisatie")
    }
    assert missing["gemeente"] < missing["migrantenorganisatie"] < 0.4


def test_not_every_partnership_is_at_risk_and_not_everything_is_unknown(
    rows: list[dict[str, Any]], shipped: Ruleset
) -> None:
    frame = pl.DataFrame(rows, infer_schema_length=None)
    result = assess_frame(frame, shipped, metadata=["thema", "regio"])
    shares = result.summary.conditions.pivot(on="status", index="condition", values="share")
    assert shares["risk"].is_between(0.02, 0.5).all()
    assert shares["in_order"].is_between(0.15, 0.7).all()
    assert shares["unknown"].is_between(0.1, 0.5).all()
    critical = result.advice.filter(pl.col("severity") == "critical")["partnership"].n_unique()
    assert 20 < critical < 100


def test_rows_that_do_not_fit_are_set_aside(tmp_path: Path, shipped: Ruleset) -> None:
    assert run(EXAMPLES / YEAR, tmp_path / "year.csv", "--rows", 60, "--bad", 5).returncode == 0
    text = (tmp_path / "year.csv").read_text("utf-8")
    assert [misfit in text for misfit in (";misschien;", ";31-02-2026;", ";-3;", ";veel;")] == [True] * 4
    frame = pl.read_csv(tmp_path / "year.csv", separator=";", infer_schema=False)
    result = assess_frame(frame, shipped, metadata=["thema", "regio"], on_error="set_aside")
    assert len(result.set_aside) == len(result.bad_values) == 5
    assert len(result.outcomes) == 55


def test_more_rows_that_do_not_fit_than_rows_is_refused(tmp_path: Path) -> None:
    result = run(EXAMPLES / YEAR, tmp_path / "year.csv", "--rows", 2, "--bad", 5)
    assert result.returncode == 2
    assert "--bad is at most the number of rows" in result.stderr


# --- the report and the picture ---


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    picture = tmp_path_factory.mktemp("many") / "many.png"
    result = run("-W", "error", EXAMPLES / "many.py", "--picture", picture)
    assert result.returncode == 0, result.stderr
    return result.stdout, picture


def test_the_report_says_what_row_by_row_says(
    report: tuple[str, Path], rows: list[dict[str, Any]], shipped: Ruleset
) -> None:
    text, _ = report
    each = assessed(rows, shipped)
    urgent = sum(
        any(cannot_wait(shipped.rules[rule].severity, shipped.rules[rule].kind) for rule in one.findings)
        for one in each
    )
    assert f"Bij {urgent} is er iets dat niet kan wachten; bij " in text
    for condition in (1, 8, 13):
        standings = [one.conditions[condition - 1] for one in each]
        found = sum(standing.status.value == "risk" for standing in standings)
        answered = sum(standing.answered for standing in standings) / sum(standing.asked for standing in standings)
        (line,) = [line for line in text.splitlines() if re.match(rf" *{condition}\. ", line)]
        assert re.search(rf": {100 * found / 300:.0f}%( tot \d+%)?, {100 * answered:.0f}%$", line)


def test_the_report_counts_advice_as_row_by_row(
    report: tuple[str, Path], rows: list[dict[str, Any]], shipped: Ruleset
) -> None:
    each = assessed(rows, shipped)
    most = report[0].partition("vaakst voor\n")[2].partition("\n\n")[0].splitlines()
    assert len(most) == 10
    counts = [(int(count), title) for count, title in (line.split(" keer  ") for line in most)]
    assert counts == [
        (sum(title in {advice.title for advice in one.advice} for one in each), title) for _, title in counts
    ]
    assert [count for count, _ in counts] == sorted((count for count, _ in counts), reverse=True)


def test_the_picture_is_drawn(report: tuple[str, Path]) -> None:
    assert report[1].read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_file_is_read_and_a_silent_group_is_marked(tmp_path: Path) -> None:
    run(EXAMPLES / YEAR, tmp_path / "year.csv", "--rows", 40, "--bad", 2)
    frame = pl.read_csv(tmp_path / "year.csv", separator=";", infer_schema=False)
    kept = ("naam", "peildatum", "thema", "regio")
    silent = frame.with_columns(pl.exclude(*kept).replace_strict({}, default=None, return_dtype=pl.String))
    both = (frame.with_columns(regio=pl.lit("Zuid")), silent.with_columns(regio=pl.lit("Noord")))
    pl.concat(both).write_csv(tmp_path / "year.csv", separator=";")
    picture = tmp_path / "region.png"
    result = run(EXAMPLES / "many.py", tmp_path / "year.csv", "--by", "regio", "--picture", picture)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("Bron: year.csv.\n")
    assert result.stdout.count("Niet meegeteld: ") >= 2
    lines = [line for line in result.stdout.splitlines() if line.startswith("  ")]
    assert [("Noord" in line, "let op: er ontbreken veel antwoorden" in line) for line in lines[:2]] == [
        (True, True),
        (False, False),
    ]
    assert picture.exists()


def test_a_file_without_that_column_or_with_an_unknown_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "year.csv").write_text("naam;peildatum;fse\nA;2026-01-01;uitvoering\n", "utf-8")
    result = run(EXAMPLES / "many.py", tmp_path / "year.csv", "--picture", tmp_path / "many.png")
    assert result.returncode == 2
    assert "onbekende kolom 'fse'" in result.stderr
    assert "'thema'" in result.stderr
    assert run(EXAMPLES / "many.py", tmp_path / "absent.csv").returncode == 2


def test_without_matplotlib_it_says_what_to_install(tmp_path: Path) -> None:
    code = (
        "import runpy, sys; sys.modules['matplotlib'] = None; sys.argv = ['many.py', '--picture', sys.argv[1]]; "
        f"sys.path.insert(0, {str(EXAMPLES)!r}); runpy.run_path({str(EXAMPLES / 'many.py')!r}, run_name='__main__')"
    )
    result = run("-c", code, tmp_path / "many.png")
    assert result.returncode == 2
    assert result.stderr == "pictures need more: pip install 'samenwerkadvies[plots]'\n"
    assert result.stdout == ""


# --- on Spark ---


@pytest.mark.spark
def test_on_spark_no_python_runs_beside_the_driver(
    tmp_path: Path, rows: list[dict[str, Any]], shipped: Ruleset
) -> None:
    if not (shutil.which("java") and importlib.util.find_spec("pyspark")):
        pytest.skip("needs Java and: pip install 'samenwerkadvies[spark]'")
    some = [{**row, "peildatum": datetime.date(2026, 12, 31)} for row in rows[:30]]
    settings = (  # for thirty rows, compiling takes longer than it saves
        "--conf spark.sql.codegen.wholeStage=false --conf spark.sql.codegen.factoryMode=NO_CODEGEN "
        f"--driver-java-options '{QUICK_TO_START}' pyspark-shell"
    )
    result = run(
        *(EXAMPLES / "cluster.py", tmp_path / "results", "--rows", 30, "--tables", "conditions", "set_aside"),
        PYSPARK_PYTHON="/no/such/python",
        PYSPARK_SUBMIT_ARGS=settings,
    )
    assert result.returncode == 0, result.stderr
    told = re.findall(r"(\w+): (\d+) rows in .*; Python in the plan: (\w+)", result.stdout)
    assert told == [("conditions", str(30 * 13), "no"), ("set_aside", "0", "no")]
    found = pl.read_parquet(tmp_path / "results" / "conditions" / "*.parquet")
    assert set(found.select("partnership", "condition", "status").rows()) == {
        (one.partnership, standing.number, standing.status.value)
        for one in assessed(some, shipped)
        for standing in one.conditions
    }
