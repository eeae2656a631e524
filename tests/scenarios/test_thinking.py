"""The steps about questions, changes and time: what they check, and what they say when that is not so."""

from pathlib import Path

import pytest
from playing import RULES, call, scenario, story, write

ASK = "Als om advies wordt gevraagd"
FEW = "En mensen is 1"
CHANGE = "Als mensen verandert in 2"
LOW = "En steun is volgens de gemeente 1"
SAME = "Dan is er niets veranderd"
NO_QUESTION = "Dan gaat er geen vraag over mensen"


@pytest.mark.parametrize(
    "steps",
    [
        [FEW, CHANGE, "Dan is de verandering voor regel weinig_mensen: opgelost"],
        [FEW, "Als mensen verandert in 1", SAME],
        [FEW, ASK, 'Dan verdwijnt weinig_mensen zodra "er zijn minstens 2 mensen"'],
        [FEW, ASK, NO_QUESTION],
        ["En vorm is papier", ASK, 'Dan wordt regel samen_zwak tegengehouden doordat "het staat op papier"'],
        [
            LOW,
            "Als steun van de gemeente verandert in 4",
            "Dan is regel weinig_steun onbekend",
        ],
        ["En steun is volgens mensen van de gemeente 4, onbekend, 2", ASK, "Dan geldt regel weinig_steun"],
    ],
)
def test_a_step_that_holds_passes(tmp_path: Path, steps: list[str]) -> None:
    assert story(tmp_path, *steps) == ""


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([FEW, CHANGE, "Dan is de verandering voor regel weinig_mensen: nieuw"], "regel weinig_mensen is: opgelost."),
        ([FEW, CHANGE, "Dan is de verandering voor regel weinig_steun: nieuw"], "geen: de regel gold niet, en geldt n"),
        ([FEW, CHANGE, "Dan is de verandering voor regel weinig_mensen: weg"], "Onbekend: verandering 'weg'."),
        ([FEW, CHANGE, SAME], "Veranderde regels: weinig_mensen"),
        ([FEW, ASK, SAME], "Er is maar één keer advies gevraagd."),
        ([FEW, ASK, "Dan gaat de eerste vraag over mensen"], "De eerste vraag gaat over "),
        (
            [ASK, NO_QUESTION],
            "Er is nog een vraag over 'mensen'. Het antwoord kan beslissen: ",
        ),
        ([FEW, ASK, 'Dan gaat weinig_mensen niet over: "x"'], "kan wel overgaan:\n  - er zijn minstens 2 mensen"),
        ([FEW, ASK, 'Dan verdwijnt weinig_mensen zodra "x"'], "de verandering:\n  - er zijn minstens 2 mensen"),
        (["En vorm is papier", ASK, 'Dan wordt regel samen_zwak tegengehouden doordat "x"'], "  - het staat op papier"),
        (
            [LOW, "Als steun verandert in 2", SAME],
            "Elke partij antwoordt hier zelf.\nSchrijf: Als de steun van de gemeente verandert in 2\n",
        ),
        ([FEW, "Als mensen van de gemeente verandert in 2", SAME], "Schrijf: Als het aantal mensen verandert in 2"),
        (["En mensen is volgens mensen van de gemeente 1, 2", ASK, SAME], "Hier antwoordt niet"),
        ([FEW, "Als mensen van de buren verandert in 2", SAME], "Onbekend: partij 'buren'."),
        ([FEW, ASK, "Dan telt regel weinig_mensen niet mee"], "Regel weinig_mensen telt mee, want de regel geldt."),
    ],
)
def test_a_step_that_does_not_hold_says_what_is_so(tmp_path: Path, steps: list[str], told: str) -> None:
    assert told in story(tmp_path, *steps)


def test_a_point_that_stays_says_why(tmp_path: Path) -> None:
    stays = RULES.replace("mensen: {soort", "mensen: {vast: ja, soort").replace(
        "    bron", "    geen_uitweg: Zo is het.\n    bron"
    )
    for text, told in (("Zo is het.", "1 goed"), ("Nee.", "Bij weinig_mensen staat: 'Zo is het.'")):
        step = f'Dan gaat weinig_mensen niet over: "{text}"'
        assert told in call(write(tmp_path, scenario(FEW, ASK, step), rules=stays)).stdout


def test_when_all_is_decided_there_is_no_first_question(tmp_path: Path) -> None:
    rules = RULES[: RULES.index("  weinig_steun:")]
    file = write(tmp_path, scenario(FEW, ASK, "Dan gaat de eerste vraag over mensen"), rules=rules)
    assert "De eerste vraag gaat over niets: alles is beslist." in call(file).stdout


def test_a_condition_that_is_not_at_risk_has_no_change(tmp_path: Path) -> None:
    rules = "voorwaarde: {nummer: 1, id: proef, titel: Proef, uitleg: Een proef.}\n" + RULES
    file = write(tmp_path, scenario(FEW, ASK, 'Dan komt voorwaarde 1 in orde zodra "x"'), rules=rules)
    assert "Voor voorwaarde 1 is dit de verandering:\n  - (geen)" in call(file).stdout


def test_people_in_a_case_file_are_kept(tmp_path: Path) -> None:
    text = "peildatum: 2026-01-01\nfeiten: {steun: {migrantenorganisatie: 5}}\nrespondenten: {gemeente: [{steun: 1}]}\n"
    (tmp_path / "mensen.yaml").write_text(text, "utf-8")
    steps = ['Gegeven de samenwerking "mensen.yaml"', ASK, "Dan geldt regel weinig_steun"]
    assert story(tmp_path, *steps, 'En staat er "Van de gemeente gaven minder dan 3 mensen antwoord."') == ""
    told = story(tmp_path, steps[0], "En steun is volgens de gemeente 4", *steps[1:])
    assert told.startswith("'steun' staat voor gemeente onder 'feiten' en onder 'respondenten'")
