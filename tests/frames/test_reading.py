"""What the cells of a table may say, and how every value that does not fit is told."""

import datetime
import decimal
from pathlib import Path
from typing import Any

import attrs
import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from making import KINDS, rows_of, table

from building import FACTS, rules, ruleset_from, small_ruleset
from samenwerkadvies import Condition, InvalidFactsError, Ruleset, UsageError
from samenwerkadvies.frames import InvalidFrameError, assess_frame, assess_long, cells
from samenwerkadvies.ruleset import ConditionTexts

DATE = "2026-01-31"


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return small_ruleset(
        tmp_path_factory.mktemp("rules"),
        veilig="veilig = ja",
        vijf="mensen = 5",
        hoog="laagste(steun) >= 4",
        papier="vorm = papier",
        lang="maanden_sinds(start) >= 3",
        nooit="evaluatie = nooit",
    )


@pytest.fixture(autouse=True, params=["row by row", "each text once", "too many texts"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read short frames as long ones are read as well."""
    if request.param != "row by row":
        monkeypatch.setattr(cells, "_LONG", 0)
    if request.param == "too many texts":
        monkeypatch.setattr(cells, "_MOST_TEXTS", 1)


def held(ruleset: Ruleset, **columns: list[Any]) -> list[dict[str, object]]:
    """Return the outcomes of the rules that look at the columns."""
    frame = pl.DataFrame({"naam": ["a"] * len(next(iter(columns.values()))), **columns}, strict=False)
    rows = assess_frame(frame, ruleset, DATE).outcomes.rows(named=True)
    return [{rule: outcome for rule, outcome in row.items() if rule != "partnership"} for row in rows]


@pytest.mark.parametrize(
    ("column", "rule", "cells", "outcomes"),
    [
        (
            "veilig",
            "veilig",
            ["ja", " Nee ", "WAAR", "onwaar", "True", "onbekend", "", None],
            [1, 0, 1, 0, 1, None, None, None],
        ),
        ("veilig", "veilig", [True, False, None], [1, 0, None]),
        ("mensen", "vijf", ["5", "5,0", "5.00", "005", "4", "Onbekend"], [1, 1, 1, 1, 0, None]),
        ("mensen", "vijf", [5, 4, None], [1, 0, None]),
        ("mensen", "vijf", [5.0, 4.0, None], [1, 0, None]),
        ("steun.gemeente", "hoog", ["4,0", "3", " 2.00 ", "onbekend"], [None, 0, 0, None]),
        ("vorm", "papier", ["papier", "Op Papier", "geen", None], [1, 1, 0, None]),
        (
            "start",
            "lang",
            ["2025-10-31", "31-10-2025", "1-11-2025", "01-1-2026", "2025-10-31 00:00:00", "2025-10-31T00:00:00.0"],
            [1, 1, 0, 0, 1, 1],
        ),
        ("start", "lang", [datetime.date(2025, 10, 31), None], [1, None]),
        ("start", "lang", [datetime.datetime(2025, 10, 31), None], [1, None]),  # noqa: DTZ001 - as spreadsheets have it
        ("evaluatie", "nooit", ["nooit", "Nooit", "2025-01-01", None], [1, 1, 0, None]),
        ("evaluatie", "nooit", [None, None], [None, None]),
    ],
)
def test_cells_are_read_as_spreadsheets_and_databases_write_them(
    ruleset: Ruleset, column: str, rule: str, cells: list[Any], outcomes: list[Any]
) -> None:
    found = [row[rule] for row in held(ruleset, **{column: cells})]
    assert found == [None if outcome is None else bool(outcome) for outcome in outcomes]


CATEGORIES = ["geen", "Op papier", "pappier", "ongebruikt"]
WORDS = ["Op papier", "pappier", None, "geen"]


@pytest.mark.parametrize(
    "column",
    [
        pl.Series(WORDS, dtype=pl.Enum(CATEGORIES)),
        pl.Series(WORDS, dtype=pl.Categorical),
        pa.array(WORDS).dictionary_encode(),
        pd.Series(WORDS, dtype=pd.CategoricalDtype(CATEGORIES)),
    ],
    ids=["Enum", "Categorical", "dictionary", "pandas"],
)
def test_words_may_be_categories(ruleset: Ruleset, column: Any) -> None:
    kinds = {pl.Series: pl.DataFrame, pd.Series: pd.DataFrame}
    frame = kinds.get(type(column), pa.table)({"naam": list("abcd"), "vorm": column})
    result = assess_frame(frame, ruleset, DATE, on_error="set_aside")
    assert [(row["partnership"], row["papier"]) for row in rows_of(result.outcomes)] == [
        ("a", True),
        ("c", None),
        ("d", False),
    ]
    assert [(row["row"], row["value"]) for row in rows_of(result.bad_values)] == [(2, "pappier")]


def test_that_a_date_never_came_may_stand_in_a_column_of_its_own(ruleset: Ruleset) -> None:
    dates = [datetime.date(2025, 1, 1), None, None, None]
    found = held(ruleset, evaluatie=dates, **{"evaluatie.nooit": [False, True, None, False]})
    assert [row["nooit"] for row in found] == [False, True, None, None]
    found = held(ruleset, **{"evaluatie.nooit": ["nee", "ja", "onbekend"]})
    assert [row["nooit"] for row in found] == [None, True, None]


WRONG = {
    "naam": ["a", "b", "c"],
    "veilig": ["ja", "misschien", "nee"],
    "mensen": ["3,5", "3", "6.000"],
    "cijfer": [6, 0, 5],
    "procent": ["101", "100", "0"],
    "steun.gemeente": [4.0, 2.5, None],
    "vorm": ["papier", "pappier", None],
    "start": ["2025-02-30", "2025-02-28", "2-30-2025"],
    "evaluatie": ["ooit", None, None],
    "evaluatie.nooit": ["nee", "wel", "nee"],
    "pijn.gemeente": [1, 0, None],
    "jaren.gemeente": ["1", "2", "99999999999999999999"],
}
BAD_CELLS = {
    (1, "mensen", "3,5"),
    (1, "cijfer", "6"),
    (1, "procent", "101"),
    (1, "start", "2025-02-30"),
    (1, "evaluatie", "ooit"),
    (1, "pijn.gemeente", "1"),
    (2, "veilig", "misschien"),
    (2, "cijfer", "0"),
    (2, "steun.gemeente", "2.5"),
    (2, "vorm", "pappier"),
    (2, "evaluatie", ""),
    (2, "pijn.gemeente", "0"),
    (3, "mensen", "6.000"),
    (3, "start", "2-30-2025"),
    (3, "jaren.gemeente", "99999999999999999999"),
}


def test_every_value_that_does_not_fit_is_told_with_its_place(ruleset: Ruleset) -> None:
    with pytest.raises(InvalidFrameError) as raised:
        assess_frame(pl.DataFrame(WRONG), ruleset, DATE)
    assert {(row["row"], row["column"], row["value"]) for row in raised.value.bad_values.rows(named=True)} == BAD_CELLS
    assert raised.value.count == len(raised.value.problems) == len(BAD_CELLS)
    assert str(raised.value).startswith(
        "rij 1 (a), kolom cijfer: TABEL03 '6' past niet\n   = verwacht: een heel getal van 1 tot en met 5\n\n"
    )
    assert "TABEL03 hier ontbreekt een waarde" in str(raised.value)


def test_after_twenty_only_the_number_of_the_rest_is_told(ruleset: Ruleset) -> None:
    for wrong, rest in ((21, "Nog 1 waarde past niet."), (45, "Nog 25 waarden passen niet.")):
        frame = pl.DataFrame({"naam": list(map(str, range(wrong))), "cijfer": [6] * wrong})
        with pytest.raises(InvalidFrameError) as raised:
            assess_frame(frame, ruleset, DATE)
        assert len(raised.value.problems) == 20
        assert len(raised.value.bad_values) == raised.value.count == wrong
        assert str(raised.value).endswith(f"\n\n{rest}")


def test_what_is_set_aside_comes_back_as_it_was_with_the_reasons(ruleset: Ruleset) -> None:
    frame = pl.DataFrame({"naam": ["a", "b", "c"], "mensen": ["5", "vijf", "4"], "cijfer": [1, 9, 2]})
    result = assess_frame(frame, ruleset, DATE, on_error="set_aside")
    assert result.outcomes["partnership"].to_list() == ["a", "c"]
    reasons = (
        "mensen: 'vijf' past niet (verwacht: een heel getal van 0 of hoger; bedoelde je: 5); "
        "cijfer: '9' past niet (verwacht: een heel getal van 1 tot en met 5)"
    )
    assert result.set_aside.rows(named=True) == [{"naam": "b", "mensen": "vijf", "cijfer": 9, "reasons": reasons}]
    assert len(result.bad_values) == 2
    assert result.summary.rules.filter(pl.col("rule") == "vijf")["partnerships"].item() == 1


@pytest.mark.parametrize(
    "kind", ["polars-lazy", "pandas", "pyarrow", "duckdb", pytest.param("pyspark", marks=pytest.mark.spark)]
)
def test_every_kind_of_frame_sets_aside_the_same(kind: str, ruleset: Ruleset) -> None:
    types = {name: pa.array(cells).type for name, cells in WRONG.items()}
    rows = [dict(zip(WRONG, cells, strict=True)) for cells in zip(*WRONG.values(), strict=True)]
    rows.append({"naam": "d", "veilig": "ja"})
    result = assess_frame(KINDS[kind](table(rows, types)), ruleset, DATE, on_error="set_aside")
    assert [row["partnership"] for row in rows_of(result.outcomes)] == ["d"]
    assert {(row["partnership"], row["column"]) for row in rows_of(result.bad_values)} == {
        ("abc"[number - 1], column) for number, column, _ in BAD_CELLS
    }
    aside = rows_of(result.set_aside)
    assert sorted(row["naam"] for row in aside) == ["a", "b", "c"]
    assert list(aside[0]) == [*WRONG, "reasons"]
    with pytest.raises(InvalidFrameError) as raised:
        assess_frame(KINDS[kind](table(rows, types)), ruleset, DATE)
    assert raised.value.count == len(BAD_CELLS)
    if kind in ("duckdb", "pyspark"):
        assert raised.value.problems[0].place.startswith("samenwerking 'a', kolom ")


def test_cells_of_several_types_in_pandas_are_read_as_text(ruleset: Ruleset) -> None:
    moment = datetime.date(2025, 10, 31)
    frame = pd.DataFrame({"naam": ["a", "b"], "mensen": [5, "onbekend"], "start": [moment, "nooit gestart"]})
    result = assess_frame(frame, ruleset, DATE, on_error="set_aside")
    assert [(row["partnership"], row["vijf"], row["lang"]) for row in rows_of(result.outcomes)] == [("a", True, True)]
    assert [row["naam"] for row in rows_of(result.set_aside)] == ["b"]


def test_a_column_of_a_kind_that_never_fits_is_bad_wherever_it_says_something(ruleset: Ruleset) -> None:
    frame = pl.DataFrame({"naam": ["a", "b"], "vorm": [1, None], "start": [None, 3], "cijfer": [[1], None]})
    result = assess_frame(frame, ruleset, DATE, on_error="set_aside")
    assert [(row["row"], row["column"], row["value"]) for row in rows_of(result.bad_values)] == [
        (1, "cijfer", "List(Int64)"),
        (1, "vorm", "1"),
        (2, "start", "3"),
    ]
    assert rows_of(assess_frame(pl.DataFrame({"naam": ["a"], "vorm": [None]}), ruleset, DATE).advice) == []


def test_every_row_needs_a_reference_date(ruleset: Ruleset) -> None:
    dates = pl.DataFrame(
        {"naam": ["a", "b", "c"], "peildatum": ["2026-01-31", None, "31-1-2026"], "start": ["2025-10-31"] * 3}
    )
    result = assess_frame(dates, ruleset, on_error="set_aside")
    assert result.outcomes["lang"].to_list() == [True, True]
    assert [(row["row"], row["column"], row["value"]) for row in rows_of(result.bad_values)] == [(2, "peildatum", "")]
    earlier = assess_frame(dates, ruleset, datetime.date(2026, 1, 30))
    assert earlier.outcomes["lang"].to_list() == [False] * 3


def test_columns_that_are_not_known_are_all_told(ruleset: Ruleset) -> None:
    frame = pl.DataFrame({"titel": ["a"], "mensn": [1], "steun": [3], "regio": ["Oost"]})
    with pytest.raises(InvalidFactsError) as raised:
        assess_frame(frame, ruleset, "datum", metadata=["regio", "jaar"])
    assert [(problem.code, problem.message, problem.hint) for problem in raised.value.problems] == [
        ("TABEL01", "onbekende kolom 'titel'", ""),
        ("TABEL01", "onbekende kolom 'mensn'", "mensen"),
        ("TABEL01", "'steun' wordt aan elke partij gevraagd, en heeft een kolom per partij", ""),
        ("TABEL02", "er is geen kolom 'naam'", ""),
        ("TABEL02", "er is geen kolom 'jaar'", ""),
        ("TABEL02", "er is geen kolom 'datum'", ""),
    ]


def test_metadata_and_texts_come_along(ruleset: Ruleset) -> None:
    frame = pl.DataFrame({"naam": ["a", "a"], "mensen": [5, 5], "regio": ["Oost", "West"]})
    result = assess_frame(frame, ruleset, DATE, metadata=["regio"])
    assert result.advice.select("partnership", "regio", "rank").rows() == [("a", "Oost", 1), ("a", "West", 1)]
    told = result.with_texts(result.advice)
    assert told.select("finding", "steps").rows()[0] == ("Er is iets gevonden.", "Begin vandaag.")
    assert result.conditions.is_empty()
    assert [each.findings for each in result.assessments()] == [("vijf",), ("vijf",)]


def test_of_a_condition_without_rules_the_status_is_unknown(ruleset: Ruleset) -> None:
    empty = Condition(1, "leeg", {"nl": ConditionTexts("Leeg", "Zonder regels.", "Leeg")})
    with_condition = attrs.evolve(ruleset, conditions={1: empty})
    result = assess_frame(pl.DataFrame({"naam": ["a"], "mensen": [5]}), with_condition, DATE)
    assert result.conditions.rows() == [("a", 1, "Leeg", "unknown", 0, 0, 0)]


def test_an_empty_frame_has_empty_tables(ruleset: Ruleset) -> None:
    result = assess_frame(pl.DataFrame({"naam": []}, schema={"naam": pl.String}), ruleset, DATE)
    assert result.advice.is_empty()
    assert result.open_questions().is_empty()
    assert result.summary.rules["share"].to_list() == [0.0] * len(ruleset.rules)
    assert result.summary.together.is_empty()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"on_error": "ignore"}, "unknown on_error 'ignore': choose 'raise' or 'set_aside'"),
        ({"frame": pa.table([[1], [2]], ["a", "a"])}, "cannot assess this frame: two columns have the same name"),
        ({"frame": pd.DataFrame([[1, 2]], columns=["a", "a"])}, "cannot assess this frame: two columns have the same"),
        ({"frame": pd.DataFrame([[1]])}, "cannot assess this frame: the name of a column is text, and not 0"),
    ],
)
def test_calls_that_cannot_be_right(ruleset: Ruleset, arguments: dict[str, Any], message: str) -> None:
    frame = pl.DataFrame({"naam": ["a"]})
    with pytest.raises(UsageError) as raised:
        assess_frame(**{"frame": frame, "ruleset": ruleset, "reference_date": DATE, **arguments})
    assert str(raised.value).startswith(message)


def stand_in(module: str) -> object:
    """Return what looks like a frame of a library that is not installed here."""
    return type("DataFrame", (), {"__module__": module})()


TAKEN = "pass a frame of Polars, pandas, PyArrow, DuckDB or PySpark"


@pytest.mark.parametrize(
    ("frame", "told"),
    [
        (stand_in("dask.dataframe.dask_expr"), "dask.dataframe.dask_expr.DataFrame: {}, such as frame.compute()"),
        (stand_in("ibis.expr.types"), "ibis.expr.types.DataFrame: {}, such as table.to_polars()"),
        (stand_in("modin.pandas"), "modin.pandas.DataFrame: {}, such as frame.modin.to_pandas()"),
        (stand_in("cudf.core"), "cudf.core.DataFrame: {}, such as frame.to_pandas()"),
        (stand_in("sqlframe.base"), "sqlframe.base.DataFrame: {}, such as frame.toPandas()"),
        (stand_in("vaex"), "vaex.DataFrame: {}"),
        ({"naam": ["a"]}, "dict: {}, such as polars.DataFrame(…)"),
        ([{"naam": "a"}], "list: {}, such as polars.DataFrame(…)"),
        (None, "NoneType: {}"),
        ("jaar.csv", "str: {}"),
        (pl.Series(["a"]), "polars.series.series.Series: {}"),
    ],
)
def test_what_is_no_frame_that_is_carried_through_is_one_error_with_the_way_out(
    ruleset: Ruleset, frame: object, told: str
) -> None:
    for assess in (assess_frame, assess_long):
        with pytest.raises(UsageError) as raised:
            assess(frame, ruleset, DATE)
        assert str(raised.value) == f"cannot assess {told.format(TAKEN)}"


def test_a_frame_of_narwhals_is_what_it_holds(ruleset: Ruleset) -> None:
    result = assess_frame(nw.from_native(pl.DataFrame({"naam": ["a"]})), ruleset, DATE)
    assert isinstance(result.outcomes, pl.DataFrame)


def test_columns_called_as_those_of_results_are_refused_together(ruleset: Ruleset) -> None:
    names = ["rank", "advice_1", "condition_12", "vijf", "__bad0", "reasons"]
    frame = pl.DataFrame({"naam": ["a"], **{name: [1] for name in names}})
    with pytest.raises(InvalidFactsError) as raised:
        assess_frame(frame, ruleset, DATE, metadata=[*names, "naam"])
    told = [problem.message for problem in raised.value.problems]
    assert sorted(told) == sorted(f"kolom '{name}' kan niet mee: zo heet een kolom van de uitkomst" for name in names)
    assert rows_of(assess_frame(frame[["naam"]], ruleset, DATE, metadata=["naam", "naam"]).outcomes)[0]["naam"] == "a"
    with pytest.raises(InvalidFactsError, match="er is geen kolom ''"):
        assess_frame(frame[["naam"]], ruleset, "")


@pytest.mark.parametrize("kind", ["polars", "polars-lazy", "pandas", "pyarrow", "duckdb"])
def test_where_nothing_can_be_wrong_no_value_is(ruleset: Ruleset, kind: str) -> None:
    frame = KINDS[kind](pa.table({"naam": ["a"], "veilig": [True]}))
    result = assess_frame(frame, ruleset, DATE, on_error="set_aside")
    assert rows_of(result.bad_values) == rows_of(result.set_aside) == []
    assert [row["veilig"] for row in rows_of(result.outcomes)] == [True]


ODD = {
    "decimals of 256 bits": pa.array([decimal.Decimal(1)], pa.decimal256(50, 0)),
    "bytes": pa.array([b"1"]),
    "bytes of a fixed size": pa.array([b"1"], pa.binary(1)),
    "durations": pa.array([datetime.timedelta(1)]),
    "times": pa.array([datetime.time(1)]),
    "lists": pa.array([[1]]),
    "more than 63 bits": pa.array([2**64 - 1], pa.uint64()),
    "months and days": pa.array([pa.MonthDayNano([1, 1, 1])]),
    "views of text": pa.array(["veel"], pa.string_view()),
    "runs": pa.RunEndEncodedArray.from_arrays(pa.array([1], pa.int32()), pa.array(["veel"])),
}


@pytest.mark.parametrize("column", ODD.values(), ids=ODD)
def test_columns_of_odd_types_are_told_and_not_taken_for_unknown(ruleset: Ruleset, column: Any) -> None:
    frame = pa.table({"naam": ["a"], "mensen": column})
    result = assess_frame(frame, ruleset, DATE, on_error="set_aside")
    assert [row["column"] for row in rows_of(result.bad_values)] == ["mensen"]
    assert len(rows_of(result.set_aside)) == 1
    assert rows_of(result.outcomes) == []


def test_odd_cells_of_pandas_are_told(ruleset: Ruleset) -> None:
    cells = pd.Series([2**70, 1 + 2j, "\ud800", pd.Period("2026-01"), pd.NA], dtype=object)
    frame = pd.DataFrame({"naam": list("abcde"), "mensen": cells})
    result = assess_frame(frame, ruleset, DATE, on_error="set_aside")
    assert [row["row"] for row in rows_of(result.bad_values)] == [1, 2, 3, 4]


def test_days_that_python_does_not_have_and_moments_do_not_fit(ruleset: Ruleset) -> None:
    relation = duckdb.sql("select 'a' as naam, date '12025-01-01' as start union all select 'b', 'infinity'::date")
    result = assess_frame(relation, ruleset, DATE, on_error="set_aside")
    assert sorted(row["partnership"] for row in rows_of(result.bad_values)) == ["a", "b"]
    moment = datetime.datetime(2026, 1, 1, 0, 0, 0, 999)  # noqa: DTZ001 - as databases have it
    result = assess_frame(pl.DataFrame({"naam": ["a"], "start": [moment]}), ruleset, DATE, on_error="set_aside")
    assert len(result.bad_values) == 1


@pytest.mark.parametrize("kind", ["polars", "pandas", "pyarrow", "duckdb"])
def test_what_stands_around_a_text_makes_no_difference_in_any_frame(ruleset: Ruleset, kind: str) -> None:
    frame = KINDS[kind](pa.table({"naam": ["a", "b"], "mensen": ["\u00a05\t", " 5\u00a0"]}))
    assert [row["vijf"] for row in rows_of(assess_frame(frame, ruleset, DATE).outcomes)] == [True, True]


def test_frames_of_spark_connect_are_refused(ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(nw.from_native(pl.DataFrame())), "implementation", nw.Implementation.PYSPARK_CONNECT)
    with pytest.raises(UsageError, match="use a classic Spark session"):
        assess_frame(pl.DataFrame({"naam": ["a"]}), ruleset, DATE)


def test_a_relation_stays_lazy(ruleset: Ruleset) -> None:
    relation = duckdb.sql("select 'a' as naam, 5 as mensen union all select 'b', null")
    result = assess_frame(relation, ruleset, DATE)
    assert sorted(result.undecided.filter("rule = 'vijf'").fetchall()) == [("b", "vijf")]


def test_names_alone_and_rules_without_dates_or_conditions_do_on_a_lazy_frame(ruleset: Ruleset, tmp_path: Path) -> None:
    plain = ruleset_from(tmp_path, FACTS[: FACTS.index("  start:")] + rules(een="mensen = 1"))
    for each in (ruleset, plain):
        result = assess_frame(pl.LazyFrame({"naam": ["a", "b"]}), each, DATE)
        assert (rows_of(result.conditions), rows_of(result.advice)) == ([], [])
        assert rows_of(result.partnerships)[1]["undecided"] == len(each.rules)
