"""What each step checks, what it says when it fails, and that a slip never passes."""

from pathlib import Path

import pytest
from playing import RULES, call, scenario, story, write

from samenwerkadvies.scenarios.definition import StepDefinition
from samenwerkadvies.scenarios.steps import STEPS, first_match

ASK = "Als om advies wordt gevraagd"
CHECK = (ASK, "Dan is het aantal adviezen 0")
FEW = "En mensen is 1"
RULES_LINES = RULES.splitlines()
_TWO = ["  | weinig_steun |", "  | weinig_mensen |"]


@pytest.mark.parametrize(
    "steps",
    [
        ["En mensen is 1", ASK, "Dan geldt regel weinig_mensen"],
        ["En het aantal mensen is 2", ASK, "Dan geldt regel weinig_mensen niet"],
        ["En mensen is onbekend", ASK, "Dan is regel weinig_mensen onbekend"],
        ["En vorm is op papier", FEW, ASK, "Dan geldt regel samen_zwak niet"],
        ["En vorm is GEEN", FEW, ASK, "Dan valt weinig_mensen onder samen_zwak"],
        ["En de steun is volgens beide partijen 4", ASK, "Dan geldt regel weinig_steun niet"],
        ["En de steun is volgens de gemeente 2", ASK, "Dan geldt regel weinig_steun"],
        ["En procent is volgens de gemeente 7", FEW, ASK, "Dan is het aantal adviezen 1"],
        ["En veilig is Ja", ASK, "Dan is het aantal adviezen 0"],
        ["En de peildatum is 2 augustus 2026", "En start is 1 februari 2026", ASK, "Dan geldt regel lang_geleden"],
        [FEW, ASK, "Dan is dit het advies:", "  | weinig_mensen |"],
        [FEW, ASK, "Dan heeft advies weinig_mensen de ernst midden en de soort opbouw"],
    ],
)
def test_a_step_that_holds_passes(tmp_path: Path, steps: list[str]) -> None:
    assert story(tmp_path, *steps) == ""


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([ASK, "Dan geldt regel weinig_mens"], "Onbekend: regel 'weinig_mens'.\nBedoelde je: weinig_mensen"),
        (["En menssen is 1", ASK, "Dan is het aantal adviezen 0"], "Onbekend: feit 'menssen'.\nBedoelde je: mensen"),
        (["En qqq is 1", ASK, "Dan is het aantal adviezen 0"], "Onbekend: feit 'qqq'."),
        (["En band is 3", ASK, "Dan is het aantal adviezen 0"], "'band' wordt berekend: geef de antwoorden"),
        (["En mensen is 2,5", ASK, "Dan is het aantal adviezen 0"], "Bij 'het aantal mensen': '2,5' past niet"),
        (["En mensen is 10.000", ASK, "Dan is het aantal adviezen 0"], "Verwacht: een heel getal van 0 of hoger\nBedo"),
        (["En veilig is nej", ASK, "Dan is het aantal adviezen 0"], "Bedoelde je: nee"),
        (["En vorm is mondelin", ASK, "Dan is het aantal adviezen 0"], "Bij 'de vorm': onbekende keuze 'mondelin'."),
        (["En start is 1 maartt 2026", ASK, "Dan is het aantal adviezen 0"], "Bedoelde je: maart"),
        (["En start is 31 februari 2026", ASK, "Dan is het aantal adviezen 0"], "'31 februari 2026' is geen datum."),
        (["En start is gisteren", ASK, "Dan is het aantal adviezen 0"], "Verwacht: een datum zoals 2026-03-01"),
        (["En evaluatie is nooit", ASK, "Dan is het beeld voorlopig"], "Het beeld is niet voorlopig."),
        (
            ["En steun is 4", ASK, "Dan is het aantal adviezen 0"],
            ":\n  En de steun is volgens de gemeente 4\n  En de steun is volgens de migrantenorganisatie 4\n",
        ),
        (["En vorm is volgens de gemeente geen", ASK, "Dan is het aantal adviezen 0"], "Hier is één antwoord, niet"),
        (["En steun is volgens de stad 4", ASK, "Dan is het aantal adviezen 0"], "Onbekend: partij 'stad'."),
        (
            ["En start is 1 mei 2026", ASK, "Dan is het aantal adviezen 0"],
            "Er is een datum (de start), maar geen peild",
        ),
        (["En de volgende feiten:", ASK, "Dan is het aantal adviezen 0"], "Onder deze stap hoort een tabel."),
        ([FEW, "Dan geldt regel weinig_mensen"], "Er is nog geen advies gevraagd."),
        ([ASK, "Dan is de uitkomst van regel weinig_mensen: misschien"], "Onbekend: uitkomst 'misschien'.\nBekend: g"),
        ([ASK, "Dan wacht regel weinig_mensen op de vorm"], "De regel wacht niet op 'de vorm', maar op:\n  - het aan"),
        ([FEW, ASK, "Dan gelden deze regels:", "  | samen_zwak |"], "Verwacht: regel samen_zwak geldt."),
        ([FEW, "En vorm is geen", ASK, "Dan gelden deze regels:", "  | samen_zwak |"], "Staat er ook: weinig_mensen"),
        ([FEW, "En vorm is geen", ASK, "Dan is dit het advies:", "  | weinig_mensen |"], "Staat er niet: weinig_mens"),
        (
            [FEW, "En steun is volgens de gemeente 1", ASK, "Dan gelden deze regels:", *_TWO],
            "De volgorde is anders dan verwacht.",
        ),
        (
            [FEW, "En steun is volgens de gemeente 1", ASK, "Dan staat weinig_steun boven weinig_mensen"],
            "weinig_steun staat op plaats 2, weinig_mensen op plaats 1.\nWaarom weinig_mensen erboven staat: Even ern",
        ),
        ([FEW, "En steun is volgens de gemeente 1", ASK, "Dan is het eerste advies weinig_steun"], "Staat er ook: wei"),
        ([FEW, "En vorm is geen", ASK, "Dan is weinig_mensen een eigen advies"], "hij valt onder samen_zwak."),
        (
            [FEW, "En steun is volgens de gemeente 1", ASK, "Dan valt weinig_steun onder weinig_mensen"],
            "Onder weinig_mensen vallen: geen andere regels.",
        ),
        ([FEW, ASK, "Dan heeft advies weinig_mensen de ernst laag en de soort opbouw"], "De ernst is midden en de soo"),
        ([ASK, "Dan is de stand van voorwaarde 3: risico"], "Onbekend: voorwaarde '3'."),
        ([FEW, ASK, "Dan is het aantal adviezen 0"], "Het aantal adviezen is 1: weinig_mensen."),
        ([ASK, "Dan is het aantal adviezen 1"], "Het aantal adviezen is 0."),
        ([ASK, 'Dan staat er "Feest"'], "'Feest' staat er niet. Het advies is:\n  (geen)"),
        ([FEW, ASK, 'Dan staat er nergens "iets aan"'], "'iets aan' staat er wel."),
        (['Gegeven de samenwerking "weg.yaml"', ASK, "Dan is het aantal adviezen 0"], "Het bestand 'weg.yaml' is er n"),
        ([f'Gegeven de samenwerking "{"x" * 400}.yaml"', *CHECK], f"Het bestand '{'x' * 60}…' is er niet."),
        (["En de peildatum is 1 maartt 2026", *CHECK], "1 maart 2026 of 2026-03-01\nBedoelde je: maart"),
        ([ASK, "Dan klopt regel weinig_mensen"], "Deze stap bestaat niet. Het dichtst in de buurt komen:\n  geldt reg"),
        ([ASK, "Dan mensen is 1"], "Deze stap hoort bij Gegeven, en staat nu bij Dan."),
        (
            [ASK, "Als geldt regel weinig_mensen", "Dan is het aantal adviezen 0"],
            "Deze stap hoort bij Dan, en staat nu",
        ),
        ([ASK, "Dan alles is goed"], "Deze stap bestaat niet. Het dichtst in de buurt komen:\n  is"),
        ([ASK, "Dan staat er “De “tuin””"], 'net iets anders.\nSchrijf: Dan staat er "De “tuin”"\n'),
        (
            [ASK, "Dan geldt\u200b regel weinig_mensen"],
            "net iets anders.\nSchrijf: Dan geldt regel weinig_mensen\n",
        ),
        ([ASK, "Dan Geldt  Regel weinig_mensen NIET"], "anders.\nSchrijf: Dan geldt regel weinig_mensen niet\n"),
        ([ASK, "Dan staat er ‘het foto's’"], 'anders.\nSchrijf: Dan staat er "het foto\'s"\n'),
        (["En mensen is 1 # een", *CHECK], "Uitleg achter # staat op een eigen regel, niet achter een stap."),
        ([ASK, "Dan geldt rеgel niets"], "Er staat een letter uit een ander alfabet (U+0435) in: typ e."),
        ([ASK, "Dan geldt regel weinig_mensеn"], "Er staat een letter uit een ander alfabet (U+0435) in: typ e."),
        ([ASK, "Dan geldt regel Er is iets gevonden"], "regel 'Er is iets gevonden'.\nBedoelde je: samen_zwak"),
        ([ASK, "Dan geldt regel er is iets gevondn niet"], "gevondn niet'.\nBedoelde je: samen_zwak"),
        ([ASK, "Dan staat Doe er iets aan boven samen_zwak"], "regel 'Doe er iets aan'.\nBedoelde je: samen_zwak"),
        ([ASK, "Dan geldt regel xx yy zz"], "Onbekend: regel 'xx yy zz'."),
        ([ASK, "Dan gelden deze regels:", "  | weinig_mensen | x |"], "In deze tabel staat meer dan één kolom."),
        (["En de volgende feiten:", "  | feit | antwoord |", ASK, "Dan is het aantal adviezen 0"], "staan geen feiten"),
        (
            ["En de volgende feiten:", "  | feit | gemeente |", "  | steun |  |", *CHECK],
            "In deze tabel is een vakje leeg.\nSchrijf onbekend waar je het antwoord niet weet.\n",
        ),
        (
            ["En de volgende feiten:", "  | mensen |", ASK, "Dan is het aantal adviezen 0"],
            "In deze tabel staan geen antwoorden.\nSchrijf: | mensen | onbekend |\n",
        ),
        (
            ["En de volgende feiten:", "  | steun | 4 | 2 |", ASK, "Dan is het aantal adviezen 0"],
            "Zet erboven: | feit | gemeente | migrantenorganisatie |\n",
        ),
    ],
)
def test_a_step_that_does_not_hold_says_what_is_so(tmp_path: Path, steps: list[str], told: str) -> None:
    assert told in story(tmp_path, *steps)


def test_a_failure_tells_where_what_and_why_without_a_traceback(tmp_path: Path) -> None:
    steps = ["En mensen is 1", "En vorm is op papier", ASK, "Dan geldt regel samen_zwak"]
    result = call(write(tmp_path, scenario(*steps)))
    assert result.exit_code == 1
    assert result.stdout.split("=" * 80)[1].strip() == (
        "proef.feature, regel 9\n"
        "Functionaliteit: Proef\n"
        "Scenario: Een proef\n"
        "\n"
        "  Gegeven een samenwerking\n"
        "  En mensen is 1\n"
        "  En vorm is op papier\n"
        "  Als om advies wordt gevraagd\n"
        "→ Dan geldt regel samen_zwak\n"
        "\n"
        "Verwacht: regel samen_zwak geldt.\n"
        "Maar: de regel geldt niet.\n"
        "  nee  al deze dingen:\n"
        "    ja   de bevinding “Er is iets gevonden” geldt\n"
        "      ja   er is hoogstens 1 mens\n"
        "           (er is 1 mens)\n"
        "    nee  er is niets afgesproken\n"
        "         (het staat op papier)\n"
        "\n"
        "De feiten op 1 januari 2026:\n"
        "  - Er is 1 mens.\n"
        "  - Het staat op papier."
    )


def test_a_fact_whose_label_has_the_word_is_in_it_is_found(tmp_path: Path) -> None:
    rules = "\n".join(line.replace("label: de vorm", "label: wat er is geregeld") for line in RULES_LINES)
    steps = ["En mensen is 1", "En wat er is geregeld is geen", ASK, "Dan geldt regel samen_zwak"]
    assert call(write(tmp_path, scenario(*steps), rules=rules)).exit_code == 0


def test_a_step_before_any_partnership_says_so(tmp_path: Path) -> None:
    for step in ("Gegeven mensen is 1", "Als om advies wordt gevraagd"):
        file = write(tmp_path, f"Scenario: x\n  {step}\n  Als om advies wordt gevraagd\n  Dan is het beeld voorlopig")
        assert "Begin met: Gegeven een samenwerking" in call(file).stdout


def test_a_case_file_that_is_wrong_or_holds_more_cases_fails_the_step(tmp_path: Path) -> None:
    (tmp_path / "fout.yaml").write_text("peildatum: 2026-01-01\nfeiten:\n  menssen: 1\n", "utf-8")
    assert "FEIT01 onbekend feit 'menssen'" in story(
        tmp_path, 'Gegeven de samenwerking "fout.yaml"', ASK, "Dan is het aantal adviezen 0"
    )
    (tmp_path / "twee.yaml").write_text("- {peildatum: 2026-01-01, feiten: {}}\n" * 2, "utf-8")
    assert "staan 2 samenwerkingen" in story(
        tmp_path, 'Gegeven de samenwerking "twee.yaml"', ASK, "Dan is het aantal adviezen 0"
    )


def test_a_table_may_have_a_head_or_not(tmp_path: Path) -> None:
    for head in ([], ["  | feit | antwoord |"]):
        steps = ["En de volgende feiten:", *head, "  | mensen | 1 |", "  | vorm | geen |", ASK]
        assert story(tmp_path, *steps, "Dan geldt regel samen_zwak") == ""
    columns = ["En de volgende feiten:", "  | feit | migrantenorganisatie | gemeente |", "  | de steun | 4 | 1 |"]
    assert story(tmp_path, *columns, ASK, "Dan geldt regel weinig_steun") == ""
    one = ["En de volgende feiten:", "  | feit | De gemeente |", "  | de steun | 1 |"]
    assert story(tmp_path, *one, ASK, "Dan geldt regel weinig_steun") == ""
    assert "Onbekend: partij 'antwoord'" in story(
        tmp_path,
        "En de volgende feiten:",
        "  | feit | gemeente | antwoord |",
        "  | steun | 4 | 1 |",
        ASK,
        "Dan is het aantal adviezen 0",
    )


def test_a_status_tells_what_holds_and_what_is_open(tmp_path: Path) -> None:
    condition = "voorwaarde: {nummer: 1, id: proef, titel: Proef, uitleg: Een proef.}\n"
    file = write(
        tmp_path,
        scenario("En mensen is 1", ASK, "Dan is de stand van voorwaarde 1: in orde"),
        rules=condition + "\n".join(RULES_LINES),
    )
    told = call(file).stdout
    assert "De stand van voorwaarde 1 is aandacht.\nHier geldt: weinig_mensen.\nNog onbekend: weinig_steun" in told
    assert call(write(tmp_path, scenario(ASK, "Dan is de stand van voorwaarde 1: nog onbekend"))).exit_code == 1


def test_a_picture_that_is_provisional_is_not_taken_for_whole(tmp_path: Path) -> None:
    rules = RULES.replace("bron: [eigen]", "bron: [eigen]\n    maakt_voorlopig: ja", 1)
    steps = ["En mensen is 1", ASK, "Dan is het beeld voorlopig", "En is het beeld niet voorlopig"]
    told = call(write(tmp_path, scenario(*steps), rules=rules)).stdout
    assert "→ En is het beeld niet voorlopig\n\nHet beeld is voorlopig." in told


@pytest.mark.parametrize("many", [50, 100])
def test_a_step_without_end_is_refused_in_no_time(tmp_path: Path, many: int) -> None:
    told = story(tmp_path, "En " + "x is volgens de " * many + "y", ASK, "Dan is het aantal adviezen 0")
    assert "Onbekend: " in told if many == 50 else "Deze stap bestaat niet." in told


def test_steps_are_few_and_every_one_is_explained() -> None:
    assert len(STEPS) <= 40
    assert all(step.explanation and step.example and set(step.patterns) == {"nl", "en"} for step in STEPS)


@pytest.mark.parametrize("definition", STEPS, ids=lambda definition: definition.patterns["nl"])
def test_the_example_of_a_step_is_that_step(definition: StepDefinition) -> None:
    keyword, _, text = definition.example.splitlines()[0].partition(" ")
    assert keyword in ("Gegeven", "En", "Als", "Dan")
    assert first_match(definition.type, text, "nl") is definition


def test_the_page_of_steps_is_what_the_command_prints() -> None:
    page = Path(__file__).parents[2] / "docs" / "stappen.md"
    assert call("--steps").stdout == page.read_text("utf-8")


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (["When advice is asked for", "Then the assessment is provisional"], "Begin met: Given a partnership"),
        (["Given a partnership", "Then the assessment is provisional"], "Zet hierboven: When advice is asked for"),
        (
            ["Given a partnership", "And start is 2026-01-01", "When advice is asked for", "Then nothing has changed"],
            "Zet erbij: And the reference date is 2026-01-01",
        ),
        (
            ["Given a partnership", "When steun changes to 2", "Then nothing has changed"],
            "Schrijf: When de steun of the gemeente changes to 2",
        ),
        (
            ["Given a partnership", "When mensen of the gemeente changes to 2", "Then nothing has changed"],
            "Schrijf: When het aantal mensen changes to 2",
        ),
    ],
)
def test_what_an_english_feature_is_told_to_write_is_english(tmp_path: Path, steps: list[str], told: str) -> None:
    lines = "".join(f"  {step}\n" for step in steps)
    assert told in call(write(tmp_path, f"Scenario: x\n{lines}", language="en")).stdout
