"""The action plan as a text file: written with what was agreed, and read back."""

import pytest

from samenwerkadvies import Adviser, Agreement, Assessment, InvalidFactsError, Ruleset
from samenwerkadvies.outputs.agreed import MOST_STEPS, plan_from_csv, plan_to_csv

FACTS: dict[str, object] = {"dragers_mo": 1, "vervanger_geregeld": "niemand", "vaste_contactpersoon": False}


@pytest.fixture
def assessment(shipped: Ruleset) -> Assessment:
    return Adviser(shipped).assess(FACTS, "2026-01-01", thinking_along=True)


def test_what_was_agreed_comes_back_also_on_advice_that_is_gone(assessment: Assessment) -> None:
    first = assessment.advice[0]
    agreed = (
        Agreement(rule=first.rule, title=first.title, step=first.steps[1], who='=Fatma;"x"', when="1 maart", done=True),
        Agreement(rule="weg", title="Iets van toen", step="Bel elkaar.", who="Jan", done=False),
    )
    text = plan_to_csv(assessment, agreed)
    assert text.startswith("\ufeffWat;Stap;Wie;Wanneer;Gedaan?;Zo zien we dat het gelukt is;Regel\r\n")
    assert "'=Fatma" in text
    steps = sum(len(advice.steps) for advice in assessment.advice)
    assert len(text.splitlines()) == 1 + steps + 1
    assert plan_from_csv(text, "plan.csv") == agreed
    assert plan_from_csv(plan_to_csv(assessment), "plan.csv") == ()


def test_a_plan_with_commas_and_short_rows_is_read_too(assessment: Assessment) -> None:
    text = 'Rule,Step,Who\nx,Find somebody.,"Jan, Fatma"\nx,Alone\n'
    assert plan_from_csv(text, "p") == (Agreement(rule="x", title="", step="Find somebody.", who="Jan, Fatma"),)


@pytest.mark.parametrize(
    "text",
    ["", "Beste Noor,\n", "a;b\n1;2\n", 'Regel;Stap\n"' + "x" * 200_000, "Regel;Stap\n" + "r;s\n" * (MOST_STEPS + 1)],
)
def test_what_is_no_plan_is_told(text: str) -> None:
    with pytest.raises(InvalidFactsError, match="TABEL04"):
        plan_from_csv(text, "plan.csv")


def test_what_does_not_fit_is_told_in_both_languages() -> None:
    with pytest.raises(InvalidFactsError) as caught:
        plan_from_csv("Regel;Stap;Gedaan?\nx;y;misschien\n", "plan.csv")
    (problem,) = caught.value.in_language("en").problems
    assert (problem.place, problem.expected) == ("plan.csv: rij 2", "yes, no or an empty cell")
