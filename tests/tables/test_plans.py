"""The action plan: made for an assessment, filled in by hand, and read back with the next one."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from samenwerkadvies import Adviser, Agreement, Assessment, InvalidFactsError, Ruleset
from samenwerkadvies.outputs import comparison_to_html, comparison_to_markdown, comparison_to_text
from samenwerkadvies.tables.plans import MOST_STEPS, read_plan, write_plan

FACTS: dict[str, object] = {"dragers_mo": 1, "vervanger_geregeld": "niemand", "vaste_contactpersoon": False}


@pytest.fixture
def before(shipped: Ruleset) -> Assessment:
    return Adviser(shipped).assess(FACTS, "2026-01-01", thinking_along=True)


def filled(path: Path, cells: dict[str, object]) -> Path:
    book = openpyxl.load_workbook(path)
    sheet: Any = book.active
    for place, value in cells.items():
        sheet[place] = value
    book.save(path)
    return path


@pytest.fixture
def plan(tmp_path: Path, before: Assessment) -> Path:
    write_plan(tmp_path / "plan.xlsx", before)
    return tmp_path / "plan.xlsx"


def test_a_plan_has_a_row_for_each_step_with_room_to_fill_in(plan: Path, before: Assessment) -> None:
    sheet: Any = openpyxl.load_workbook(plan).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["Wat", "Stap", "Wie", "Wanneer", "Gedaan?", "Zo zien we dat het gelukt is", "Regel"]
    assert [(row[1], row[6]) for row in rows[1:]] == [
        (step, advice.rule) for advice in before.advice for step in advice.steps
    ]
    assert not any(cell for row in rows[1:] for cell in row[2:5])
    assert all(row[5] for row in rows[1:])


def test_equal_advice_gives_an_equal_plan(tmp_path: Path, plan: Path, before: Assessment) -> None:
    write_plan(tmp_path / "other.xlsx", before)
    assert (tmp_path / "other.xlsx").read_bytes() == plan.read_bytes()


def test_what_was_filled_in_comes_back_and_the_rest_was_not_agreed(plan: Path, before: Assessment) -> None:
    assert read_plan(plan) == ()
    filled(plan, {"C2": "  Fatma \n en Jan", "D2": "1 maart", "E2": "Ja", "E3": "nee"})
    first = before.advice[0]
    assert read_plan(plan) == (
        Agreement(
            rule=first.rule, title=first.title, step=first.steps[0], who="Fatma en Jan", when="1 maart", done=True
        ),
        Agreement(rule=first.rule, title=first.title, step=first.steps[1], done=False),
    )


def test_a_plan_in_english_and_one_as_text_are_read_too(tmp_path: Path, shipped: Ruleset) -> None:
    english = Adviser(shipped, language="en").assess(FACTS, "2026-01-01", thinking_along=True)
    write_plan(tmp_path / "plan.xlsx", english)
    filled(tmp_path / "plan.xlsx", {"E2": "yes"})
    assert [each.done for each in read_plan(tmp_path / "plan.xlsx")] == [True]
    text = tmp_path / "plan.csv"
    text.write_text("Regel;Stap;Wie\nleunt_op_een_persoon_mo;Zoek iemand.;Jan\n", "utf-8")
    assert read_plan(text) == (Agreement(rule="leunt_op_een_persoon_mo", title="", step="Zoek iemand.", who="Jan"),)


def test_everything_that_cannot_be_read_is_told_with_its_row(plan: Path) -> None:
    filled(plan, {"E2": "misschien", "C3": "x" * 501, "D4": "a\u202eb"})
    with pytest.raises(InvalidFactsError) as caught:
        read_plan(plan)
    assert [str(problem.place).rpartition(": ")[2] for problem in caught.value.problems] == ["rij 2", "rij 3", "rij 4"]
    assert "verwacht: ja, nee of een leeg vak" in str(caught.value)


@pytest.mark.parametrize("text", ["a;b\n1;2\n", "Regel;Stap\n" + "r;s\n" * (MOST_STEPS + 1)], ids=["other", "long"])
def test_a_table_that_is_no_plan_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "plan.csv").write_text(text, "utf-8")
    with pytest.raises(InvalidFactsError, match="TABEL04"):
        read_plan(tmp_path / "plan.csv")


def test_a_plan_that_is_there_already_is_never_replaced(plan: Path, before: Assessment) -> None:
    with pytest.raises(InvalidFactsError, match="TABEL06"):
        write_plan(plan, before)
    with pytest.raises(InvalidFactsError, match=r"een bestand op \.xlsx"):
        write_plan(plan.with_suffix(".csv"), before)


def test_a_case_without_advice_has_a_plan_without_steps(tmp_path: Path, shipped: Ruleset) -> None:
    write_plan(tmp_path / "leeg.xlsx", Adviser(shipped).assess({}, "2026-01-01", thinking_along=True))
    assert read_plan(tmp_path / "leeg.xlsx") == ()


RULE = "leunt_op_een_persoon_mo"


@pytest.mark.parametrize(
    ("was", "now", "done", "told"),
    [
        (1, 2, True, "Zoek iemand (Jan). Gedaan. Dit punt is opgelost."),
        (1, 1, False, "Zoek iemand (Jan). Niet gedaan. Dit punt speelt nog."),
        (2, 1, None, "Zoek iemand (Jan). Niet ingevuld of het is gedaan. Dit punt speelt nu wel."),
        (2, 2, True, "Zoek iemand (Jan). Gedaan. Dit punt speelde niet, en speelt nu ook niet."),
        (1, None, True, "Zoek iemand (Jan). Gedaan. Of dit punt nog speelt, is niet bekend."),
    ],
)
def test_a_comparison_says_what_became_of_what_was_agreed(
    shipped: Ruleset, was: int, now: int | None, done: bool | None, told: str
) -> None:
    adviser = Adviser(shipped)
    agreed = Agreement(rule=RULE, title="Regel een tweede.", step="Zoek iemand.", who="Jan", done=done)
    moments = [
        adviser.assess({"dragers_mo": number}, day) for number, day in ((was, "2026-01-01"), (now, "2027-01-01"))
    ]
    found = adviser.compare(*moments, plan=[agreed])
    told = f"Regel een tweede: {told[0].lower()}{told[1:]}"
    for tell in (comparison_to_text, comparison_to_markdown, comparison_to_html):
        assert told in tell(found)
    assert found.to_dict()["plan"][0]["agreements"][0]["who"] == "Jan"
    assert adviser.compare(*moments).plan == ()
    assert "afgesproken" not in comparison_to_text(adviser.compare(*moments))
