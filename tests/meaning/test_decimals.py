"""Counts with decimals: exact at every door, and whole numbers in between."""
# ruff: noqa: E501 - a fact stands on one line

import json
from decimal import Decimal
from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from building import rules, ruleset_from
from random_rules import ruleset_of
from samenwerkadvies import Adviser, Assessment, Interview, InvalidFactsError, Partnership, Ruleset, load_cases
from samenwerkadvies.frames import assess_frame
from samenwerkadvies.loading.keeping import CaseFile
from samenwerkadvies.outputs import to_text
from samenwerkadvies.outputs.interview import read_reply, shown
from samenwerkadvies.outputs.thresholds import thresholds_to_text
from samenwerkadvies.scenarios.mutants import moved, mutants
from samenwerkadvies.sql import Dialect, rules_to_sql, table_to_sql
from samenwerkadvies.tables import write_template
from samenwerkadvies.wording.sentences import Sentences

DATE = "2026-01-31"


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    lines = {"een": "uren < 1,5", "twee": "gemeente(tijd) > uren", "drie": "verschil(tijd) >= 0,25"}
    return ruleset_of(tmp_path_factory.mktemp("rules"), lines)


def read(ruleset: Ruleset, uren: object) -> object:
    facts = {"uren": uren}
    return Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DATE).answer("uren")


def written(ruleset: Ruleset, folder: Path, uren: str) -> object:
    path = folder / "casus.yaml"
    path.write_text(f"peildatum: {DATE}\nfeiten:\n  uren: {uren}\n", "utf-8")
    return load_cases(path, ruleset.vocabulary)[0].answer("uren")


@pytest.mark.parametrize("given", [1.5, Decimal("1.5"), Decimal("1.50")])
def test_python_gives_a_float_or_a_decimal_and_has_a_decimal_back(ruleset: Ruleset, given: object) -> None:
    assert str(read(ruleset, given)) == "1.5"


def test_a_whole_number_is_one_with_no_decimals(ruleset: Ruleset) -> None:
    assert [str(read(ruleset, given)) for given in (2, 2.0, 0)] == ["2.0", "2.0", "0.0"]


@pytest.mark.parametrize(
    "given",
    [1.55, 0.1 + 0.2, float("nan"), float("inf"), "1.5", True, Decimal("1.55"), Decimal("NaN"), Decimal("1E+900")],
)
def test_what_is_not_exactly_so_many_decimals_is_refused(ruleset: Ruleset, given: object) -> None:
    with pytest.raises(InvalidFactsError) as error:
        read(ruleset, given)
    assert "een getal van 0 tot en met 7,5, met hoogstens 1 decimaal" in str(error.value)


@pytest.mark.parametrize(("given", "code"), [(7.6, "FEIT03"), (-0.1, "FEIT03"), (10**30, "FEIT03"), (1e300, "FEIT02")])
def test_a_number_out_of_bounds_is_told(ruleset: Ruleset, given: object, code: str) -> None:
    with pytest.raises(InvalidFactsError) as error:
        read(ruleset, given)
    assert [problem.code for problem in error.value.problems] == [code]


@pytest.mark.parametrize("text", ["1,5", "1.5", "1,50", "01.5"])
def test_a_file_has_a_comma_or_a_point(ruleset: Ruleset, tmp_path: Path, text: str) -> None:
    assert written(ruleset, tmp_path, text) == Decimal("1.5")


@pytest.mark.parametrize(
    ("text", "hint"), [("1,55", "1,5 of 1,6"), ("1e0", ""), ("1,5 uur", "1,5"), ("ca. 2", "2"), ("twee", "2")]
)
def test_a_text_that_does_not_fit_has_a_way_out(ruleset: Ruleset, tmp_path: Path, text: str, hint: str) -> None:
    with pytest.raises(InvalidFactsError) as error:
        written(ruleset, tmp_path, text)
    assert [problem.hint for problem in error.value.problems] == [hint]


def test_json_has_a_number_that_comes_back_the_same(ruleset: Ruleset) -> None:
    facts = {"uren": 0.3, "tijd": {"gemeente": 8.29, "migrantenorganisatie": 9}}
    found = Adviser(ruleset).assess(facts, DATE, thinking_along=True)
    plain = json.loads(found.to_json())
    assert plain["facts"] == facts
    assert {one["rule"]: one["because"][0]["value"] for one in plain["advice"]}["een"] == 0.3
    assert plain["advice"][0]["resolved_when"][0]["facts"] == {"uren": 1.5}
    assert Assessment.from_json(found.to_json()) == found
    moved = {one.rule: one.movement.value for one in Adviser(ruleset).what_if(facts, {"uren": 1.5}, DATE).findings}
    assert moved["een"] == "resolved"


def test_json_with_more_decimals_than_a_count_can_have_is_refused(ruleset: Ruleset) -> None:
    plain = Adviser(ruleset).assess({"uren": 0.3}, DATE).to_dict()
    with pytest.raises(ValueError, match="expected an answer"):
        Assessment.from_dict({**plain, "facts": {"uren": 0.30001}})


def test_sentences_have_a_comma_in_dutch_and_a_point_in_english(ruleset: Ruleset) -> None:
    one = ruleset.rules["een"].expression
    assert Sentences(ruleset, "nl").condition(one) == "er is minder dan 1,5 uur"
    partnership = Partnership.from_facts({"uren": 1.5}, ruleset.vocabulary, reference_date=DATE)
    quantity = one.quantity  # type: ignore[union-attr]  # it is a comparison
    assert Sentences(ruleset, "nl").fact(quantity, partnership) == "er is 1,5 uur"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("uren > 0", "er is meer dan 0 uur"),
        ("uren != 0", "er is meer dan 0 uur"),
        ("uren < 0,1", "er is geen uur"),
        ("uren < 1", "er is minder dan 1 uur"),
        ("verschil(tijd) > 0,5", "de antwoorden van de twee partijen over de tijd liggen meer dan 0,5 uur uit elkaar"),
    ],
)
def test_what_is_asked_is_said_with_decimals(tmp_path: Path, line: str, said: str) -> None:
    found = ruleset_of(tmp_path, {"een": line})
    assert Sentences(found, "nl").condition(found.rules["een"].expression) == said


HOURS = """\
bronnen: {eigen: Eigen keuze}
feiten:
  uren: {soort: aantal, wie: samen, beter: meer, decimalen: 1, hoogstens: 1500.5, label: de uren, vraag: Hoeveel uur?, eenheid: uur, zin: "er is {aantal} uur", zin_een: "er is {aantal} uur", zin_geen: "er is geen tijd"}
  tijd: {soort: aantal, wie: ieder, beter: meer, decimalen: 2, hoogstens: 9, label: de tijd, vraag: Hoeveel tijd?, eenheid: uur, zin: "er is {aantal} uur tijd"}
  mensen: {soort: aantal, wie: samen, beter: minder, label: het aantal mensen, vraag: Hoeveel mensen?, eenheid: mensen, hoogstens: 100, zin: "er zijn {aantal} mensen", zin_een: "er is {aantal} mens"}
grenzen:
  weinig_uren: {waarde: 2.5, eenheid: uur, uitleg: Hoe weinig uur te weinig is., bron: [eigen]}
"""
IN_ENGLISH = """\
taal: en
bronnen: {eigen: Our own choice}
feiten:
  uren: {label: the hours, vraag: How many hours?, eenheid: hours, zin: "there are {aantal} hours", zin_een: "there is {aantal} hour", zin_geen: "there is no time"}
  tijd: {label: the time, vraag: How much time?, eenheid: hours, zin: "there are {aantal} hours of time"}
  mensen: {label: the number of people, vraag: How many people?, eenheid: people, zin: "there are {aantal} people", zin_een: "there is {aantal} person"}
grenzen:
  weinig_uren: {eenheid: hours, uitleg: How few hours are too few.}
regels:
  een: {bevinding: "There are fewer than {weinig_uren} hours.", advies: Find time., stappen: [Begin today.]}
"""


def in_english(folder: Path, line: str = "uren < weinig_uren") -> Ruleset:
    made = rules(een=line).replace("Er is iets gevonden.", '"Er is minder dan {weinig_uren} uur."')
    return ruleset_from(folder, HOURS + made, vertalingen__en=IN_ENGLISH)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("uren < weinig_uren", "there are less than 2.5 hours"),
        ("uren < 1", "there is less than 1 hour"),
        ("uren >= 1000,5", "there are at least 1,000.5 hours"),
        ("uren < 0,1", "there is no time"),
        ("uren > 0", "there are more than 0 hours"),
        ("uren = 0,5", "there are 0.5 hours"),
        ("uren = 1", "there is 1 hour"),
        ("mensen < 3", "there are fewer than 3 people"),
        ("laagste(tijd) <= 1,5", "at least one party says: “There are at most 1.5 hours of time”"),
        ("hoogste(tijd) = 2,25", "the highest answer about the time is 2.25"),
        ("gemeente(tijd) > uren", "the time according to the municipality is higher than the hours"),
        ("verschil(tijd) >= 0,25", "the answers of the two parties about the time are at least 0.25 hours apart"),
        ("verschil(tijd) < 1", "the answers of the two parties about the time are less than 1 (in hours) apart"),
        ("per(uren, mensen) < 1,25", "the hours divided by the number of people is less than 1.25"),
    ],
)
def test_what_is_asked_is_said_with_decimals_in_english(tmp_path: Path, line: str, said: str) -> None:
    found = in_english(tmp_path, line)
    assert Sentences(found, "en").condition(found.rules["een"].expression) == said


def test_a_report_in_english_has_points_in_what_is_known_and_in_the_way_out(tmp_path: Path) -> None:
    adviser = Adviser(in_english(tmp_path), language="en")
    facts = {"uren": 2.4, "tijd": {"gemeente": 0.25}}
    report = to_text(adviser.assess(facts, DATE, thinking_along=True))
    for part in ("There are fewer than 2.5 hours.", "- There are 2.4 hours.", "- There are at least 2.5 hours."):
        assert part in report
    assert "weinig_uren = 2.5 hours\n" in thresholds_to_text(adviser.ruleset, "en")


@pytest.mark.parametrize(("uren", "holds"), [(2.4, True), (2.5, False), (2.6, False)])
def test_a_smallest_step_over_a_limit_makes_the_difference_and_no_smaller_one_is_asked(
    tmp_path: Path,
    uren: float,
    holds: bool,
) -> None:
    adviser = Adviser(in_english(tmp_path))
    found = adviser.assess({"uren": uren}, DATE, thinking_along=True)
    assert [advice.rule for advice in found.advice] == ["een"] * holds
    ways = [dict(way.facts) for advice in found.advice for way in advice.resolved_when or ()]
    assert ways == [{"uren": Decimal("2.5")}] * holds
    moved = adviser.what_if({"uren": 2.4}, {"uren": uren}, DATE)
    assert [each.movement.value for each in moved.findings] == ["unchanged" if holds else "resolved"]


def test_a_threshold_moves_by_the_smallest_unit_of_what_it_is_compared_with(tmp_path: Path) -> None:
    for number, (line, steps) in enumerate(
        {
            "uren < weinig_uren": ["2,4", "2,6"],
            "gemeente(tijd) < weinig_uren": ["2,49", "2,51"],
            "uren < weinig_uren en gemeente(tijd) < weinig_uren": ["2,4", "2,6"],
            "per(uren, mensen) < weinig_uren": ["2,4", "2,6"],
        }.items()
    ):
        made = in_english(tmp_path / str(number), line)
        changed = [mutant.became for mutant in moved(made.thresholds["weinig_uren"], made)]
        assert changed == [f"weinig_uren: {step}" for step in steps], line


def test_an_interview_in_english_takes_a_point_and_a_comma(tmp_path: Path) -> None:
    interview = Interview.start(Adviser(in_english(tmp_path), language="en"), {"peildatum": DATE, "feiten": {}})
    question = interview.next()
    assert question is not None
    assert shown(question, interview).endswith("How many hours?\n  a number, in hours")
    for reply in ("1.5", "1,5"):
        answered = interview.answer(question, read_reply(question, reply, "en"))
        assert answered.partnership.answer("uren") == Decimal("1.5")
    with pytest.raises(InvalidFactsError, match=r"a number from 0 to 1500\.5, with at most 1 decimal") as refused:
        interview.answer(question, read_reply(question, "1.55", "en"))
    assert [problem.hint for problem in refused.value.problems] == ["1.5 or 1.6"]


def test_mutants_move_a_limit_by_the_smallest_unit(ruleset: Ruleset) -> None:
    lines = {mutant.line for mutant in mutants(ruleset.rules["een"], ruleset, Sentences(ruleset, "nl"))}
    assert {"uren < 1,4", "uren < 1,6", "uren <= 1,5"} <= lines
    lines = {mutant.line for mutant in mutants(ruleset.rules["drie"], ruleset, Sentences(ruleset, "nl"))}
    assert {"verschil(tijd) >= 0,24", "verschil(tijd) >= 0,26"} <= lines
    assert not list(moved_of(ruleset))


def moved_of(ruleset: Ruleset) -> list[object]:
    return [mutant for threshold in ruleset.thresholds.values() for mutant in moved(threshold, ruleset)]


@pytest.mark.parametrize("kind", [pl.DataFrame, pd.DataFrame, pa.table])
def test_columns_of_floats_are_read_exactly(ruleset: Ruleset, kind: type) -> None:
    numbers = [1.4, 1.5, 0.3, None]
    frame = kind({"naam": ["a", "b", "c", "d"], "uren": numbers})
    found = assess_frame(frame, ruleset, reference_date=DATE)
    assert names(found.advice) == ["a", "c"]


def names(frame: object) -> list[str]:
    return sorted(row["partnership"] for row in pl.DataFrame(frame).to_dicts())


def test_a_float_that_is_not_exact_is_set_aside(ruleset: Ruleset) -> None:
    frame = pl.DataFrame({"naam": ["a", "b", "c", "d"], "uren": [0.1 + 0.2, 1.45, float("nan"), 7.6]})
    with pytest.raises(InvalidFactsError) as error:
        assess_frame(frame, ruleset, reference_date=DATE)
    assert len(error.value.problems) == 4


def test_columns_of_texts_and_of_whole_numbers_are_read(ruleset: Ruleset) -> None:
    texts = pl.DataFrame({"naam": ["a", "b", "c"], "uren": ["1,4", "1.50", "2"]})
    assert names(assess_frame(texts, ruleset, reference_date=DATE).advice) == ["a"]
    whole = pl.DataFrame({"naam": ["a", "b"], "uren": [1, 2]})
    assert names(assess_frame(whole, ruleset, reference_date=DATE).advice) == ["a"]
    with pytest.raises(InvalidFactsError):
        assess_frame(pl.DataFrame({"naam": ["a"], "uren": ["1,55"]}), ruleset, reference_date=DATE)


def test_sql_has_exact_columns_and_computes_with_whole_numbers(ruleset: Ruleset) -> None:
    made = table_to_sql(ruleset, Dialect.DUCKDB)
    assert '"uren" DECIMAL(16, 1) CHECK ("uren" BETWEEN 0.0 AND 7.5)' in made
    assert 'CAST(ROUND("uren" * 10) AS BIGINT) < 15' in rules_to_sql(ruleset, Dialect.DUCKDB)


def test_an_interview_takes_a_comma_and_a_case_file_keeps_the_answer(ruleset: Ruleset, tmp_path: Path) -> None:
    interview = Interview.start(Adviser(ruleset), {"peildatum": DATE, "feiten": {}})
    question = next(found for found in [interview.next()] if found)
    while question.fact != "uren":
        interview = interview.answer(question, None)
        question = next(found for found in [interview.next()] if found)
    assert (question.lowest, question.highest) == (0, Decimal("7.5"))
    for name in ("casus.yaml", "casus.json"):
        file = CaseFile.made(tmp_path / name, interview.to_case())
        kept = file.with_answer(("feiten", "uren"), Decimal("1.5"))
        kept = kept.with_answer(("feiten", "tijd", "gemeente"), Decimal("0.25"))
        (found,) = load_cases(kept.path, ruleset.vocabulary)
        assert (found.answer("uren"), found.answer("tijd", "gemeente")) == (Decimal("1.5"), Decimal("0.25"))


def test_people_of_a_party_answer_with_decimals(ruleset: Ruleset) -> None:
    people = [{"tijd": 0.25}, {"tijd": 1.5}, {"tijd": 3}]
    case = {"peildatum": DATE, "feiten": {}, "respondenten": {"gemeente": people}}
    found = Adviser(ruleset).assess(Partnership.from_case(case, ruleset.vocabulary))
    assert found.facts == {"tijd": {"gemeente": 1.5}}
    assert [(spread.lowest, spread.highest) for spread in found.respondents] == [(0.25, 3.0)]
    assert Assessment.from_json(found.to_json()) == found


def test_a_questionnaire_says_how_many_decimals(ruleset: Ruleset, tmp_path: Path) -> None:
    write_template(tmp_path / "vragen.csv", ruleset)
    asked = (tmp_path / "vragen.csv").read_text("utf-8-sig")
    assert "een getal van 0 tot en met 7,5, met hoogstens 1 decimaal (uur)" in asked
