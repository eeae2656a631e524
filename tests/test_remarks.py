"""Remarks that people write beside answers are kept and shown, and no rule looks at them."""

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from making import rows_of

from building import FACTS, rules, ruleset_from
from samenwerkadvies import (
    Adviser,
    Assessment,
    Interview,
    InvalidAssessmentError,
    InvalidFactsError,
    Partnership,
    Ruleset,
    load_case_json,
    load_cases,
)
from samenwerkadvies.frames import InvalidFrameError, assess_frame, assess_long
from samenwerkadvies.outputs import to_html, to_markdown, to_text
from samenwerkadvies.remarks import LONGEST
from samenwerkadvies.tables import BatchOptions, assess_file, write_template

CASE: dict[str, Any] = {
    "peildatum": "2026-01-01",
    "feiten": {"mensen": 1, "steun": {"gemeente": 2, "migrantenorganisatie": 4}},
    "toelichting": {
        "mensen": "Anna is  met verlof.\n",
        "steun": {"gemeente": "De balie weet van niets.", "migrantenorganisatie": None},
        "veilig": "Dat weten we nog niet.",
    },
}
KEPT = {
    "veilig": "Dat weten we nog niet.",
    "mensen": "Anna is met verlof.",
    "steun": {"gemeente": "De balie weet van niets."},
}


@pytest.fixture
def ruleset(tmp_path: Path) -> Ruleset:
    return ruleset_from(tmp_path / "regels", FACTS + rules(een="mensen = 1 en laagste(steun) <= 2"))


def test_they_are_kept_and_come_back(ruleset: Ruleset) -> None:
    found = Partnership.from_case(CASE, ruleset.vocabulary)
    assert found.to_case()["toelichting"] == KEPT
    assert Partnership.from_case(found.to_case(), ruleset.vocabulary) == found
    assert load_case_json(json.dumps(CASE), ruleset.vocabulary) == found


def test_in_a_file_they_stand_beside_the_facts(tmp_path: Path, ruleset: Ruleset) -> None:
    text = "peildatum: 2026-01-01\nfeiten: {mensen: 1}\ntoelichting:\n  mensen: |\n    Anna is\n    met verlof.\n"
    (tmp_path / "casus.yaml").write_text(text, "utf-8")
    (found,) = load_cases(tmp_path / "casus.yaml", ruleset.vocabulary)
    assert found.remarks == {("mensen", None): "Anna is met verlof."}


def test_a_text_about_the_whole_stays_what_it_was(ruleset: Ruleset) -> None:
    found = Partnership.from_case({**CASE, "toelichting": "Zo was het in januari."}, ruleset.vocabulary)
    assert found.remarks == {}
    assert "toelichting" not in found.to_case()


def test_reports_show_them_beside_the_reason(ruleset: Ruleset) -> None:
    found = Adviser(ruleset).assess(CASE, thinking_along=True)
    for report in (to_text(found, 200), to_markdown(found), to_html(found).replace("&#34;", '"')):
        assert 'Er is 1 mens. Toelichting: "Anna is met verlof."' in report
        assert 'Toelichting van de gemeente: "De balie weet van niets."' in report
    assert found.remarks == KEPT
    assert Assessment.from_json(found.to_json()) == found
    assert Adviser(ruleset).reassessed(found) == found


def test_without_them_an_assessment_says_nothing_of_it(ruleset: Ruleset) -> None:
    found = Adviser(ruleset).assess({**CASE, "toelichting": None})
    assert "remarks" not in found.to_dict()
    assert found.findings == Adviser(ruleset).assess(CASE).findings


def test_what_few_people_answered_has_no_remark_in_the_report(ruleset: Ruleset) -> None:
    case = {
        "peildatum": "2026-01-01",
        "feiten": {"mensen": 1},
        "respondenten": {"gemeente": [{"steun": 1}]},
        "toelichting": {"steun": {"gemeente": "Ik durf niets te zeggen."}},
    }
    found = Adviser(ruleset).assess(case)
    assert found.remarks is None
    assert "durf" not in to_text(found)


def test_a_changed_answer_loses_its_remark(ruleset: Ruleset) -> None:
    before = Partnership.from_case(CASE, ruleset.vocabulary)
    after = before.changed({("mensen", None): 3})
    assert ("mensen", None) not in after.remarks
    assert ("steun", "gemeente") in after.remarks


def test_an_interview_goes_on_with_them(ruleset: Ruleset) -> None:
    interview = Interview.start(Adviser(ruleset), CASE)
    assert interview.to_case()["toelichting"] == CASE["toelichting"]


@pytest.mark.parametrize(
    ("written", "code", "told"),
    [
        ({"mensnen": "a"}, "FEIT01", "onbekend feit 'mensnen'"),
        ({"mensen": 3}, "CASUS09", "deze toelichting is geen tekst"),
        ({"mensen": {"gemeente": "a"}}, "CASUS09", "deze toelichting is geen tekst"),
        ({"steun": "a"}, "CASUS09", "bij 'steun' schrijft elke partij zelf"),
        ({"steun": {"gemeenten": "a"}}, "FEIT06", "onbekende partij 'gemeenten'"),
        ({"mensen": "a\x1b[31m"}, "CASUS09", "in deze toelichting staat een stuurteken"),
        ({"mensen": "a" * (LONGEST + 1)}, "CASUS09", "deze toelichting is te lang"),
    ],
)
def test_what_is_no_remark_is_refused(ruleset: Ruleset, written: object, code: str, told: str) -> None:
    with pytest.raises(InvalidFactsError) as error:
        Partnership.from_case({**CASE, "toelichting": written}, ruleset.vocabulary)
    (problem,) = error.value.problems
    assert problem.code == code
    assert problem.message.startswith(told)


def test_there_is_an_end_to_what_is_told(ruleset: Ruleset) -> None:
    with pytest.raises(InvalidFactsError) as error:
        Partnership.from_case({**CASE, "toelichting": {f"f{n}": "" for n in range(1000)}}, ruleset.vocabulary)
    assert len(error.value.problems) < 1000


@pytest.mark.parametrize("remarks", ["a", {"mensen": 1}, {"steun": {}}, {"steun": {"ander": "a"}}])
def test_json_of_another_shape_is_refused(ruleset: Ruleset, remarks: object) -> None:
    plain = {**Adviser(ruleset).assess(CASE).to_dict(), "remarks": remarks}
    with pytest.raises(InvalidAssessmentError, match=r"expected (an object|a text|gemeente or)"):
        Assessment.from_dict(plain)


@pytest.mark.parametrize("remarks", [{"mensen": ""}, {"mensen": "a\nb"}, {"steun": {"gemeente": "a" * 501}}])
def test_json_that_cannot_be_is_refused(ruleset: Ruleset, remarks: object) -> None:
    plain = {**Adviser(ruleset).assess(CASE).to_dict(), "remarks": remarks}
    with pytest.raises(InvalidAssessmentError, match="expected a remark on one line"):
        Assessment.from_dict(plain)


LONG = {
    "naam": ["a", "a", "a", "b"],
    "peildatum": ["2026-01-01"] * 4,
    "partij": ["", "gemeente", "Gemeente", ""],
    "respondent": ["1", "1", "2", "1"],
    "feit": ["mensen", "steun", "steun", "mensen"],
    "antwoord": ["1", "2", "3", "1"],
    "toelichting": ["=1+1", " Een. ", "Twee.", None],
}


def test_a_long_table_has_a_column_for_them(ruleset: Ruleset) -> None:
    found = assess_long(pl.DataFrame(LONG), ruleset)
    assert [(row["partnership"], row["fact"], row["party"], row["remark"]) for row in rows_of(found.remarks)] == [
        ("a", "mensen", None, "=1+1"),
        ("a", "steun", "gemeente", "Een."),
        ("a", "steun", "gemeente", "Twee."),
    ]
    first, second = found.assessments()
    assert first.remarks == {"mensen": "=1+1", "steun": {"gemeente": "Een. / Twee."}}
    assert second.remarks is None


@pytest.mark.parametrize("text", ["a\x1b", "a" * (LONGEST + 1)])
def test_in_a_table_what_is_no_remark_is_told(ruleset: Ruleset, text: str) -> None:
    with pytest.raises(InvalidFrameError, match="een tekst van hoogstens 500 tekens, zonder stuurtekens"):
        assess_long(pl.DataFrame({**LONG, "toelichting": [text, "", "", ""]}), ruleset)


def test_other_tables_have_none(ruleset: Ruleset) -> None:
    wide = pl.DataFrame({"naam": ["a"], "peildatum": ["2026-01-01"], "mensen": [1]})
    assert rows_of(assess_frame(wide, ruleset).remarks) == []
    long = pl.DataFrame({name: column for name, column in LONG.items() if name != "toelichting"})
    assert rows_of(assess_long(long, ruleset).remarks) == []


@pytest.mark.parametrize("target", ["uit.csv", "uit.xlsx"])
def test_a_questionnaire_has_room_for_them_and_is_read_back(tmp_path: Path, ruleset: Ruleset, target: str) -> None:
    source = tmp_path / "lijst.xlsx"
    write_template(source, ruleset, partnership="Taalhuis")
    book = openpyxl.load_workbook(source)
    for sheet in book:
        for row in sheet.iter_rows(min_row=2):
            if len(row) > 5 and row[4].value in ("mensen", "peildatum"):
                assert row[5].protection.locked is (row[4].value == "peildatum")
                row[1].value = 1 if row[4].value == "mensen" else "2026-03-01"
            if len(row) > 5 and row[4].value in ("mensen", "veilig"):
                row[5].value = "Anna is met verlof."
    book.save(source)
    assess_file(source, tmp_path / target, ruleset=ruleset, options=BatchOptions(table="remarks"))
    if target.endswith("csv"):
        with (tmp_path / target).open(encoding="utf-8-sig", newline="") as file:
            found = [tuple(row[:4]) for row in csv.reader(file, delimiter=";")]
        assert [row[-2:] for row in found[1:]] == [("", "Anna is met verlof.")] * 2
    else:
        assert len(pl.read_excel(tmp_path / target, sheet_name="Uitkomst")) == 2


def test_a_remark_is_never_a_formula(tmp_path: Path, ruleset: Ruleset) -> None:
    pl.DataFrame(LONG).write_csv(tmp_path / "lang.csv")
    assess_file(tmp_path / "lang.csv", tmp_path / "uit.csv", ruleset=ruleset, options=BatchOptions(table="remarks"))
    assert "'=1+1" in (tmp_path / "uit.csv").read_text("utf-8-sig")
