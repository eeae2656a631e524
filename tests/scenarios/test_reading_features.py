"""What feature files may hold, whatever made them: nothing is played in silence, nothing takes longer than the file."""

from pathlib import Path

import pytest
from playing import call, scenario, write

ASK = "Als om advies wordt gevraagd"
FAILS = scenario("En mensen is 2", ASK, "Dan geldt regel weinig_mensen", name="Een fout")
FEW = (ASK, "Dan is het aantal adviezen 1")
TOLD = "1 scenario: 0 goed, 1 fout."


def last(folder: Path) -> str:
    """Play a folder and return the last line of what is printed."""
    result = call(folder)
    assert result.exit_code == 1, result.output
    return result.stdout.splitlines()[-1]


@pytest.mark.parametrize("tag", ["xfail", "skip", "parametrize", "_x", "not", "a.b", "1", "vóór", "pytest"])
def test_no_tag_changes_what_is_played(tmp_path: Path, tag: str) -> None:
    assert last(write(tmp_path, f"@{tag}\n{FAILS}").parent) == TOLD


@pytest.mark.parametrize("name", ["map[oud]", "a::b", "-x", "een map", "map*"])
def test_a_folder_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / name).mkdir()
    write(tmp_path / name, FAILS)
    assert last(tmp_path / name) == TOLD
    monkeypatch.chdir(tmp_path / name)
    assert last(Path()) == TOLD


@pytest.mark.parametrize(
    ("was", "became"),
    [("\n", "\r\n"), ("\n", "\r"), ("\n  ", "\n\t"), ("Gegeven ", "Gegeven\u00a0 "), (" is ", "\u202fis\u00a0")],
)
def test_signs_of_other_programs_are_read_as_plain_ones(tmp_path: Path, was: str, became: str) -> None:
    file = write(tmp_path, FAILS)
    file.write_bytes(("\ufeff" + file.read_text("utf-8").replace(was, became)).encode())
    assert last(tmp_path) == TOLD


def test_a_description_is_passed_over(tmp_path: Path) -> None:
    text = FAILS.replace(
        "  Gegeven", "  Dit is uitleg \n  over twee regels\n\n  # en nog iets\n  en meer \n  Gegeven", 1
    )
    assert last(write(tmp_path, text).parent) == TOLD


def many(count: int, row: str = "      | 2      |\n") -> str:
    return (
        "Abstract Scenario: Veel\n  Gegeven een samenwerking\n  En mensen is <mensen>\n  Als om advies wordt gevraagd\n"
        "  Dan geldt regel weinig_mensen\n\n    Voorbeelden:\n      | mensen |\n" + row * count
    )


def test_of_many_failures_the_first_are_told_whole(tmp_path: Path) -> None:
    told = call(write(tmp_path, many(130)).parent).stdout.splitlines()
    assert told.count("Maar: de regel geldt niet.") == 20
    assert told.count("  - proef.feature, Veel (mensen: 2)") == 100
    assert told[-2:] == ["  en nog 10 andere", "130 scenario's: 0 goed, 130 fout."]
    assert call(write(tmp_path, many(21)).parent).stdout.splitlines()[-3:-1] == [
        "Ook fout:",
        "  - proef.feature, Veel (mensen: 2)",
    ]


def test_a_long_story_is_told_around_the_step_that_failed(tmp_path: Path) -> None:
    checks = ["Dan is regel weinig_mensen onbekend", *["En is het beeld niet voorlopig"] * 50]
    told = call(write(tmp_path, scenario(ASK, *checks, "En geldt regel x", *checks[1:])).parent).stdout.splitlines()
    assert "  … (14 stappen)" in told
    assert told[told.index("→ En geldt regel x") + 1] == "  … (nog 50 stappen)"
    rows = [f"  | {'x' * 300} |" for _ in range(45)]
    told = call(write(tmp_path, scenario(ASK, "Dan gelden deze regels:", *rows)).parent).stdout.splitlines()
    assert f"      | {'x' * 192}…" in told
    assert "  … en nog 5 andere" in told


def test_what_would_take_longer_than_the_file_is_refused(tmp_path: Path) -> None:
    steps = ["En mensen is 1", *[f"Dan is het aantal adviezen {n}" for n in range(70)]]
    long = scenario(*steps, *steps, *steps)
    short = scenario("En de volgende feiten:", *["  | mensen | 1 |"] * 198, "Dan is het beeld voorlopig")
    tags = "@a\n\n# uitleg\n" * 34 + FAILS
    background = "Achtergrond:\n  Gegeven een samenwerking\n" + "  En mensen is 1\n" * 150
    rule = f"{background}\nRegel: Een\n  Achtergrond:\n    Gegeven mensen is 1\n"
    rule += "    En mensen is 1\n" * 61 + "\n  Scenario: Kort\n    Dan is het beeld voorlopig\n"
    for text, line in ((long, 4), (short, 4), (tags, 104), (rule, 158), ("x" * 2001, 4)):
        told = call(write(tmp_path, text).parent).stderr
        assert told.startswith(f"proef.feature:{line}:")
        assert " SCEN10 " in told
        assert told.endswith("\n\n1 probleem gevonden.\n")


def test_a_fact_twice_in_one_table_is_told(tmp_path: Path) -> None:
    told = call(write(tmp_path, scenario("En de volgende feiten:", *["  | mensen | 1 |"] * 2, *FEW)).parent).stderr
    assert told.startswith("proef.feature:6:5: SCEN11 'het aantal mensen' staat twee keer in deze stap\n")


def test_many_mistakes_are_told_up_to_a_hundred(tmp_path: Path) -> None:
    told = call(write(tmp_path, FAILS * 150).parent).stderr
    assert told.count("SCEN03") == 100


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 60_000 + FAILS,
        "# x\n" * 60_000 + FAILS,
        "".join(FAILS.replace("  Gegeven", "  Uitleg\n  Gegeven", 1).replace("Een fout", str(n)) for n in range(40)),
        FAILS.replace("fout", "fout" + " x" * 900),
    ],
    ids=["empty lines", "comments", "descriptions", "a long name"],
)
def test_a_large_file_is_played(tmp_path: Path, text: str) -> None:
    assert call(write(tmp_path, text).parent).exit_code == 1


BEGIN = "Gegeven een samenwerking"
ROWS = ("| steun | 4 | 2 |", "| band | 1 | 2 |")
END = (ASK, "Dan is het aantal adviezen 0")
HEADINGS = "Functionaliteit:, Achtergrond:, Regel:, Scenario:, Abstract Scenario: of Voorbeelden:"
STEP_WORDS = "Gegeven, Als, Dan, En of Maar"
ALL_WORDS = f"{HEADINGS.replace(' of', ',')}, {STEP_WORDS}"


def told(folder: Path, *lines: str, head: str = "# language: nl\nFunctionaliteit: Proef\n") -> list[str]:
    """Return what is told about lines in a feature that are wrong, without the lines themselves."""
    file = write(folder, "")
    file.write_text("\n".join([head, *lines]), "utf-8")
    result = call(folder)
    assert result.exit_code == 2, result.output
    lines_told = result.stderr.splitlines()
    return [line.strip().removeprefix("proef.feature:") for line in lines_told[:-2] if line and "|" not in line[:7]]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Scenaro: A", BEGIN, *END, "Scenario: B", BEGIN, *END],
            ["4:1: SCEN01 'Scenaro: A' is geen kop", f"= verwacht: {HEADINGS}", "= bedoelde je: Scenario:"],
        ),
        (
            ["Scenario A", BEGIN, *END, "Scenario: B", BEGIN, *END],
            ["4:1: SCEN01 'Scenario A' is geen kop", f"= verwacht: {HEADINGS}", "= bedoelde je: Scenario:"],
        ),
        (
            ["Achtergrond", BEGIN, "Scenario: B", BEGIN, *END],
            ["4:1: SCEN01 'Achtergrond' is geen kop", f"= verwacht: {HEADINGS}", "= bedoelde je: Achtergrond:"],
        ),
        (
            ["Begin:", BEGIN, "En mensen is 1", "Scenario: B", BEGIN, *END],
            ["5:1: SCEN01 deze stap staat nergens onder", "= verwacht: Achtergrond: of Scenario: erboven"],
        ),
        (
            ["Scenario: A", "1. Gegeven een samenwerking", BEGIN, *END],
            [
                "5:1: SCEN01 '1. Gegeven een samenwerking' is geen stap",
                f"= verwacht: {STEP_WORDS}",
                "= bedoelde je: Gegeven",
            ],
        ),
        (
            ["Scenario: A", "een samenwerking", BEGIN, *END],
            ["5:1: SCEN01 'een samenwerking' is geen stap", f"= verwacht: {STEP_WORDS}", "= bedoelde je: En"],
        ),
        (
            ["Scenario: A", "En\u200b mensen is 1", BEGIN, *END],
            ["5:1: SCEN01 hier staat een spatie zonder breedte (U+200B)", "= verwacht: haal het weg"],
        ),
        (
            ["Scenario: A", BEGIN, "En\u200b mensen is 1", *END],
            ["6:1: SCEN01 hier staat een spatie zonder breedte (U+200B)", "= verwacht: haal het weg"],
        ),
        (
            ["Scenario: A", "| mensen | 1 |", BEGIN, *END],
            [
                "5:1: SCEN01 deze tabel hoort nergens bij",
                "= verwacht: een tabel onder een stap of onder Voorbeelden:",
            ],
        ),
        (
            [
                "Scenario: A",
                BEGIN,
                "En de volgende feiten:",
                "| mensen | 1 |",
                "Gegven de volgende feiten:",
                *ROWS,
                *END,
            ],
            [
                "8:1: SCEN01 'Gegven de volgende feiten:' past hier niet",
                f"= verwacht: {ALL_WORDS}",
                "= bedoelde je: Gegeven",
            ],
        ),
        (
            ["Scenario: A", BEGIN, *END, "Functionaliteit: B", "Scenario: B", BEGIN, *END],
            [
                "8:1: SCEN01 'Functionaliteit:' past hier niet",
                "= verwacht: één functionaliteit in een bestand, bovenaan",
            ],
        ),
        (
            ["@een twee", "Scenario: A", BEGIN, *END],
            ["4:1: SCEN01 een tag is één woord", "= verwacht: tags zoals @rand @langzaam"],
        ),
        (
            ["Scenario: A", BEGIN, "En de volgende feiten:", "| mensen | 1", "| vorm | geen", *END],
            [
                "7:1: SCEN01 achter deze rij ontbreekt een |",
                "= verwacht: | voor, tussen en achter elk vakje",
                "8:1: SCEN01 achter deze rij ontbreekt een |",
                "= verwacht: | voor, tussen en achter elk vakje",
            ],
        ),
        (
            ["Abstract Scenario: A", BEGIN, "En mensen is <n>", *END, "Voorbeelden:", "| n | n |", "| 1 |   |"],
            [
                "9:1: SCEN05 kolom 'n' staat er 2 keer",
                "= verwacht: voor elke kolom een eigen naam",
                "11:1: SCEN05 hier is een vakje leeg, onder 'n'",
                "= verwacht: een waarde, zoals onbekend",
            ],
        ),
        (
            ["Abstract Scenario: A", BEGIN, "En mensen is <n>", *END, "Voorbeelden:", "| n |"],
            [
                "9:1: SCEN05 hier staan geen voorbeelden",
                "= verwacht: een tabel: een rij met namen, en daaronder minstens één rij",
            ],
        ),
    ],
)
def test_what_would_not_be_played_is_told(tmp_path: Path, lines: list[str], expected: list[str]) -> None:
    assert told(tmp_path, *lines) == expected


@pytest.mark.parametrize(
    ("head", "line", "hint"),
    [
        ("# uitleg\n\n# language: nl\nFunctionaliteit: F", "Given een samenwerking", "Gegeven"),
        ("# language: en\nFeature: F", "Gegeven a partnership", "Given"),
        ("# language: en\nFeature: F", "Voorbeelden:", "Examples:"),
        ("Feature: F", "Gegeven a partnership", "'# language: nl' op de eerste regel, of woorden in één taal"),
        (
            "# taal: en\nFeature: F",
            "Gegeven a partnership",
            "'# language: nl' op de eerste regel, of woorden in één taal",
        ),
    ],
)
def test_a_word_of_the_other_language_is_told_in_this_one(tmp_path: Path, head: str, line: str, hint: str) -> None:
    assert told(tmp_path, "Scenario: A", line, "Scenario: B", head=f"{head}\n")[-1] == f"= bedoelde je: {hint}"


def test_another_kind_of_file_is_told(tmp_path: Path) -> None:
    file = write(tmp_path, FAILS).rename(tmp_path / "proef.txt")
    assert call(file).stderr.startswith("proef.txt: SCEN08 dit is geen bestand met scenario's\n")
    (tmp_path / "proef.feature").mkdir()
    assert "SCEN08 hier staan geen scenario's" in call(tmp_path).stderr
    (tmp_path / "proef.feature").rmdir()
    file.rename(tmp_path / "PROEF.FEATURE")
    assert last(tmp_path) == TOLD


def test_explanation_behind_a_row_is_no_cell(tmp_path: Path) -> None:
    steps = ["En de volgende feiten:", "  | mensen | 2 | # niet 1", ASK, "Dan geldt regel weinig_mensen"]
    assert last(write(tmp_path, scenario(*steps)).parent) == TOLD


def test_a_day_may_stand_above_the_partnership(tmp_path: Path) -> None:
    steps = ["En de peildatum is 1 maart 2026", BEGIN, "En mensen is 2", ASK, "Dan geldt regel weinig_mensen"]
    text = scenario(*steps).replace("  Gegeven een samenwerking\n  En de", "  Gegeven de", 1)
    assert last(write(tmp_path, text).parent) == TOLD


def test_what_is_wrong_with_a_background_is_told_once(tmp_path: Path) -> None:
    background = "Achtergrond:\n  Gegeven een samenwerking\n  En mensen is 1\n  En mensen is 2\n\n"
    one = f"Scenario: %s\n  {ASK}\n  Dan is het aantal adviezen 0\n\n"
    lines = (background + one % "A" + one % "B").splitlines()
    assert told(tmp_path, *lines) == [
        "7:3: SCEN11 'het aantal mensen' staat er al (regel 6)",
        "= verwacht: één antwoord; haal een van de twee weg",
    ]
