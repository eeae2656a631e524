"""A day that has been (`toekomst: nee`) does not lie after the reference date: at no door, and in nothing proposed."""

import datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from building import RULE, ruleset_from
from frames.making import rows_of
from samenwerkadvies import Adviser, Interview, InvalidFactsError, Partnership, Ruleset, load_cases
from samenwerkadvies.frames import assess_frame, assess_long
from samenwerkadvies.sql import AnswerTable, Dialect, table_to_sql

DAY = datetime.date(2026, 3, 1)
LATER = datetime.date(2026, 3, 2)
TOLD = "FEIT08 2026-03-02 ligt na de peildatum 2026-03-01, en dit moet al geweest zijn"

RULES = f"""\
bronnen:
  eigen: Eigen uitwerking
feiten:
  start: {{soort: datum, wie: samen, label: de start, vraag: Wanneer?, toekomst: ja}}
  terugblik: {{soort: datum, wie: samen, beter: later, label: de terugblik, vraag: Wanneer?, nooit: er was er geen, toekomst: nee}}
regels:
  lang_geleden:
    als: maanden_sinds(terugblik) > 12
{RULE}\
  nog_ver:
    als: maanden_tot(terugblik) > 2
{RULE}"""  # noqa: E501 - one fact a line is easier to read


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset_from(tmp_path_factory.mktemp("rules"), RULES)


@pytest.fixture(scope="module")
def adviser(ruleset: Ruleset) -> Adviser:
    return Adviser(ruleset, "reference")


def told(error: pytest.ExceptionInfo[InvalidFactsError]) -> list[str]:
    return [f"{problem.code} {problem.message}" for problem in error.value.problems]


def test_a_day_after_the_reference_date_is_refused(ruleset: Ruleset) -> None:
    with pytest.raises(InvalidFactsError) as error:
        Partnership.from_facts({"terugblik": LATER}, ruleset.vocabulary, reference_date=DAY)
    assert told(error) == [TOLD]


@pytest.mark.parametrize("day", [DAY, DAY - datetime.timedelta(days=1), "nooit"])
def test_the_reference_date_itself_and_all_before_it_fit(ruleset: Ruleset, day: object) -> None:
    made = Partnership.from_facts({"terugblik": day}, ruleset.vocabulary, reference_date=DAY)
    assert made.answers == {"terugblik": day}


def test_other_days_may_lie_ahead(ruleset: Ruleset) -> None:
    made = Partnership.from_facts({"start": LATER}, ruleset.vocabulary, reference_date=DAY)
    assert made.answers == {"start": LATER}


def test_it_is_refused_in_a_case_file_with_its_place(ruleset: Ruleset, tmp_path: Path) -> None:
    path = tmp_path / "casus.yaml"
    path.write_text("peildatum: 2026-03-01\nfeiten:\n  terugblik: 2026-03-02\n", "utf-8")
    with pytest.raises(InvalidFactsError) as error:
        load_cases(path, ruleset.vocabulary)
    assert told(error) == [TOLD]
    assert error.value.problems[0].location is not None
    assert error.value.problems[0].location.line == 3


def test_it_is_refused_when_the_reference_date_of_a_case_is_moved(ruleset: Ruleset) -> None:
    case = {"peildatum": "2026-04-01", "feiten": {"terugblik": "2026-03-02"}}
    with pytest.raises(InvalidFactsError) as error:
        Partnership.from_case(case, ruleset.vocabulary, reference_date=DAY)
    assert told(error) == [TOLD]


def test_it_is_refused_when_the_reference_date_of_a_partnership_is_moved(adviser: Adviser) -> None:
    made = adviser.partnership({"terugblik": LATER}, LATER)
    with pytest.raises(InvalidFactsError) as error:
        adviser.assess(made, DAY)
    assert told(error) == [TOLD]


def test_it_is_refused_among_changes(adviser: Adviser) -> None:
    with pytest.raises(InvalidFactsError) as error:
        adviser.what_if({"terugblik": "nooit"}, {"terugblik": LATER}, DAY)
    assert told(error) == [TOLD]


def test_it_is_refused_as_an_answer_in_an_interview(adviser: Adviser) -> None:
    interview = Interview.start(adviser, {"peildatum": DAY, "feiten": {}})
    question = interview.next()
    assert question is not None
    with pytest.raises(InvalidFactsError) as error:
        interview.answer(question, LATER)
    assert told(error) == [TOLD]


def test_without_a_reference_date_that_alone_is_told(ruleset: Ruleset) -> None:
    with pytest.raises(InvalidFactsError) as error:
        Partnership.from_case({"feiten": {"terugblik": LATER}}, ruleset.vocabulary)
    assert told(error) == ["CASUS05 er is geen peildatum"]


# --- what is proposed ---


def test_no_day_ahead_is_a_way_out(adviser: Adviser) -> None:
    never = adviser.assess({"terugblik": "nooit"}, DAY, thinking_along=True)
    proposed = {day for advice in never.advice for way in advice.resolved_when for day in way.facts.values()}
    assert proposed == {"2025-02-25", "2026-03-01"}


def test_what_only_a_day_ahead_could_bring_about_is_not_asked_for(adviser: Adviser) -> None:
    questions = adviser.questions({}, DAY)
    assert [question.could_decide for question in questions] == [("lang_geleden", "nog_ver")]
    known = adviser.why_not({"terugblik": "2026-02-01"}, "nog_ver", DAY)
    assert known.outcome is False


# --- tables ---

WIDE: list[dict[str, Any]] = [
    {"naam": "te laat", "peildatum": DAY, "terugblik": LATER},
    {"naam": "net", "peildatum": DAY, "terugblik": DAY},
    {"naam": "later gekeken", "peildatum": LATER, "terugblik": LATER},
    {"naam": "onbekend", "peildatum": DAY, "terugblik": None},
]

REASON = "terugblik: '2026-03-02' past niet (verwacht: een datum zoals 2026-03-01 of 1-3-2026, niet na de {}, of nooit)"


def as_text(rows: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(rows).with_columns(pl.col("terugblik").cast(pl.String))


@pytest.mark.parametrize("many", [1, 2_000], ids=["few rows", "many rows"])
@pytest.mark.parametrize("made", [pl.DataFrame, as_text, lambda rows: duckdb.from_arrow(pl.DataFrame(rows).to_arrow())])
def test_its_row_in_a_table_is_set_aside(ruleset: Ruleset, made: Any, many: int) -> None:
    result = assess_frame(made(WIDE * many), ruleset, on_error="set_aside")
    aside = pl.DataFrame(rows_of(result.set_aside))
    assert aside.select("naam", "reasons").unique().rows() == [("te laat", REASON.format("peildatum"))]
    assert len(aside) == many


def test_beside_one_date_for_all_the_reason_says_both_days(ruleset: Ruleset) -> None:
    frame = pl.DataFrame(WIDE).drop("peildatum")
    result = assess_frame(frame, ruleset, reference_date=DAY, on_error="set_aside")
    assert result.set_aside["reasons"].to_list() == [REASON.format("peildatum 2026-03-01")] * 2


def test_a_row_without_a_reference_date_has_no_other_reason(ruleset: Ruleset) -> None:
    frame = pl.DataFrame([*WIDE, {"naam": "zonder", "peildatum": None, "terugblik": LATER}])
    result = assess_frame(frame, ruleset, on_error="set_aside")
    assert result.set_aside["reasons"].to_list()[-1] == (
        "peildatum ontbreekt (verwacht: een datum zoals 2026-03-01 of 1-3-2026)"
    )


def test_its_rows_in_a_long_table_are_set_aside(ruleset: Ruleset) -> None:
    rows = [
        {"naam": row["naam"], "peildatum": row["peildatum"], "feit": "terugblik", "antwoord": str(row["terugblik"])}
        for row in WIDE[:3]
    ]
    result = assess_long(pl.DataFrame(rows), ruleset, on_error="set_aside")
    assert result.set_aside["naam"].to_list() == ["te laat"]


def test_the_table_of_a_database_refuses_it(ruleset: Ruleset) -> None:
    with duckdb.connect() as database:
        database.execute(table_to_sql(ruleset, Dialect.DUCKDB))
        insert = "INSERT INTO samenwerkingen (naam, peildatum, terugblik) VALUES ('x', '2026-03-01', ?)"
        database.execute(insert, ["2026-03-01"])
        with pytest.raises(duckdb.ConstraintException):
            database.execute(insert, ["2026-03-02"])


def test_the_table_of_a_database_refuses_it_beside_one_date_for_all(ruleset: Ruleset) -> None:
    written = table_to_sql(ruleset, Dialect.POSTGRES, AnswerTable(reference_date=DAY))
    assert """"terugblik" DATE CHECK ("terugblik" <= CAST('2026-03-01' AS DATE))""" in written
