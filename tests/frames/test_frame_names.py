"""Names in frames of every kind: a row whose name would spoil what it stands in is no partnership."""

import polars as pl
import pyarrow as pa
import pytest
from making import KINDS, rows_of

from building import small_ruleset
from samenwerkadvies import InvalidFactsError, Ruleset
from samenwerkadvies.frames import InvalidFrameError, assess_frame, assess_long

DATE = "2026-01-31"
NAMES = [
    "Noord",
    "a\x1b[2J",
    "b\nc",
    "d\u2028e",
    "f\u202eg",
    "h\x00",
    "i\x9b",
    "j\u2066",
    "k" * 201,
    "é" * 200,
    "Zuid\u00a0West",
    " ",
    None,
]
KIND_NAMES = [kind for kind in KINDS if kind != "pyspark"]
FIT = ["Noord", "Zuid\u00a0West", "é" * 200]


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return small_ruleset(tmp_path_factory.mktemp("regels"), veilig="veilig = ja")


@pytest.mark.parametrize("kind", [*KIND_NAMES, pytest.param("pyspark", marks=pytest.mark.spark)])
def test_rows_with_an_unfit_name_are_set_aside_in_every_kind_of_frame(kind: str, ruleset: Ruleset) -> None:
    frame = KINDS[kind](pa.table({"naam": pa.array(NAMES, pa.string()), "veilig": [True] * len(NAMES)}))
    found = assess_frame(frame, ruleset, DATE, on_error="set_aside")
    assert {row["partnership"] for row in rows_of(found.outcomes)} == {*FIT}
    aside = rows_of(found.set_aside)
    assert {row["naam"] for row in aside} == {*NAMES} - {*FIT}
    assert all(
        row["reasons"].startswith(("naam: '", "naam ontbreekt")) and row["reasons"].isprintable() for row in aside
    )


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_long_frame_sets_aside_partnerships_with_an_unfit_name(kind: str, ruleset: Ruleset) -> None:
    count = len(NAMES) - 1
    columns = {"naam": NAMES[:-1], "feit": ["veilig"] * count, "antwoord": ["ja"] * count}
    found = assess_long(KINDS[kind](pa.table(columns)), ruleset, DATE, on_error="set_aside")
    assert sorted(row["partnership"] for row in rows_of(found.outcomes)) == FIT
    assert all(row["reasons"].isprintable() for row in rows_of(found.set_aside))


def test_an_error_about_names_is_printable_and_short(ruleset: Ruleset) -> None:
    frame = pl.DataFrame({"naam": ["\x1b" * 100_000], "veilig": [True]})
    with pytest.raises(InvalidFrameError) as caught:
        assess_frame(frame, ruleset, DATE)
    assert all(line.isprintable() for line in str(caught.value).splitlines())
    assert len(str(caught.value)) < 1_000
    [row] = assess_frame(frame, ruleset, DATE, on_error="set_aside").set_aside.rows(named=True)
    assert len(row["reasons"]) < 500


LONG = {"naam": ["Noord", "k" * 201], "veilig": [True, True]}
TOO_LONG = f"'{'k' * 60}…' is te lang: 201 tekens"


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_name_that_is_too_long_is_told_as_at_other_doors_and_once(kind: str, ruleset: Ruleset) -> None:
    frame = KINDS[kind](pa.table(LONG))
    with pytest.raises(InvalidFrameError) as caught:
        assess_frame(frame, ruleset, DATE)
    (problem,) = caught.value.problems
    assert problem.message == f"de naam {TOO_LONG}"
    assert problem.place in ("rij 2, kolom naam", "kolom naam")
    (row,) = rows_of(assess_frame(frame, ruleset, DATE, on_error="set_aside").set_aside)
    assert row["reasons"].startswith(f"naam: {TOO_LONG} (verwacht: een naam op één regel van hoogstens 200 tekens")


def test_other_values_that_are_long_are_cut_where_that_can_be_seen(ruleset: Ruleset) -> None:
    frame = pl.DataFrame({"naam": ["Noord"], "veilig": ["x" * 201]})
    (row,) = assess_frame(frame, ruleset, DATE, on_error="set_aside").set_aside.rows(named=True)
    assert row["reasons"].startswith(f"veilig: '{'x' * 60}…' past niet (verwacht: ja, nee")


def test_a_column_with_an_unfit_name_is_refused(ruleset: Ruleset) -> None:
    frame = pl.DataFrame({"naam": ["a"], "wijk\x1b[2J": ["b"]})
    with pytest.raises(InvalidFactsError) as caught:
        assess_frame(frame, ruleset, DATE, metadata=["wijk\x1b[2J"])
    assert [problem.code for problem in caught.value.problems] == ["TABEL01"]
    assert caught.value.problems[0].message.isprintable()


def test_numbers_as_names_stay_numbers(ruleset: Ruleset) -> None:
    found = assess_frame(pl.DataFrame({"naam": [1, 2], "veilig": [True, False]}), ruleset, DATE)
    assert found.outcomes["partnership"].to_list() == [1, 2]


@pytest.mark.parametrize("kind", ["polars", "polars-lazy", "pandas", "pyarrow", "duckdb"])
def test_where_nothing_can_be_wrong_nothing_is_set_aside(kind: str, ruleset: Ruleset) -> None:
    frame = KINDS[kind](pa.table({"naam": [1, 2], "veilig": [True, False]}))
    found = assess_frame(frame, ruleset, DATE, on_error="set_aside")
    assert (rows_of(found.bad_values), rows_of(found.set_aside)) == ([], [])
