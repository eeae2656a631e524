"""What published cases say about the rules: computed, and told as it is."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from samenwerkadvies import Adviser, Ruleset, load_cases
from samenwerkadvies.outputs import to_markdown, to_text

ROOT = Path(__file__).parents[1]
CASES = ROOT / "examples" / "gepubliceerd"
PAGE = ROOT / "docs" / "validiteit.md"
CONCLUSIONS = yaml.safe_load((CASES / "conclusies.yaml").read_text("utf-8"))
TROUBLED = sorted({name[0] for name, each in CONCLUSIONS.items() if each["soort"] == "knelpunt"})


def run(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "examples" / "validity.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=folder)


def test_the_page_shows_what_the_script_says() -> None:
    result = run()
    assert (result.returncode, result.stderr) == (0, "")
    shown = re.search(
        r"<!-- python examples/validity\.py -->\n\n(.*?)\n<!-- einde -->", PAGE.read_text("utf-8"), re.DOTALL
    )
    assert shown
    assert shown[1] == result.stdout


def test_every_conclusion_names_rules_that_are_there_or_says_why_there_is_none(shipped: Ruleset) -> None:
    for name, each in CONCLUSIONS.items():
        assert set(each["regels"]) <= set(shipped.rules), name
        assert set(each["voorwaarden"]) <= set(shipped.conditions), name
        assert each["regels"] or each["waarom"], name
        assert each["soort"] == "goed" or each["gewicht"] in ("hoog", "midden", "laag"), name
        assert (CASES / f"casus-{name[0].lower()}.yaml").exists(), name


def test_the_feature_speaks_of_every_conclusion() -> None:
    feature = (ROOT / "features" / "beleid" / "34-gepubliceerde-samenwerkingen.feature").read_text("utf-8")
    assert [name for name in CONCLUSIONS if not re.search(rf"\b{name}\b", feature)] == []


@pytest.mark.parametrize("letter", TROUBLED)
def test_a_case_in_trouble_never_reads_as_nothing_found(shipped: Ruleset, letter: str) -> None:
    (case,) = load_cases(CASES / f"casus-{letter.lower()}.yaml", shipped.vocabulary)
    assessment = Adviser(shipped).assess(case)
    assert assessment.advice
    for told in (to_text(assessment), to_markdown(assessment)):
        assert "niets gevonden" not in told
        assert "Let op: er is nog veel onbekend." in told


@pytest.fixture
def tried(tmp_path: Path) -> Path:
    """Return a folder in which somebody did what the page tells, with the answers of two people."""
    page = PAGE.read_text("utf-8")
    (conclusions,) = re.findall(r"```yaml conclusies\n(.*?)```", page, re.DOTALL)
    (rules,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    for folder in ("eerste", "tweede", "mijn-regels"):
        (tmp_path / folder).mkdir()
    (tmp_path / "mijn-regels" / "geld.yaml").write_text(rules, "utf-8")
    (tmp_path / "eerste" / "conclusies.yaml").write_text(conclusions, "utf-8")
    case = (
        "peildatum: 2026-01-01\nfeiten:\n  resultaten_teruggekoppeld: {}\n  erkenning: {{migrantenorganisatie: {}}}\n"
    )
    (tmp_path / "eerste" / "casus-p.yaml").write_text(case.format("nee", 2), "utf-8")
    (tmp_path / "tweede" / "casus-p.yaml").write_text(case.format("ja", 3), "utf-8")
    return tmp_path


def test_two_people_see_where_they_differ(tried: Path) -> None:
    result = run("eerste", "--other", "tweede", folder=tried)
    assert result.stdout.splitlines() == [
        "Op 2 vragen gaven beide mensen antwoord. Gelijk: 1.",
        "Een verschil van 1 punt op een schaal telt als eens.",
        "",
        "Bespreek samen:",
        "- P: de resultaten vertellen aan de gemeenschap: nee en ja",
    ]


def test_cases_and_conclusions_of_your_own_are_held_beside_each_other(tried: Path) -> None:
    told = run("eerste", folder=tried).stdout
    assert "| P1 | Niemand vertelde de wijk wat het opleverde. | knelpunt, hoog | **gezegd** |" in told
    assert "Gezegd: 1 van de 1 (100 procent)." in told
    missing = run("tweede", folder=tried)
    assert (missing.returncode, missing.stderr.splitlines()[0]) == (
        2,
        f"{Path('tweede', 'conclusies.yaml')}: LEES01 dit bestand bestaat niet",
    )


@pytest.mark.parametrize(
    ("conclusions", "told"),
    [
        ("P1: {voorwaarden: 12, soort: goed, conclusie: x, regels: []}", "VORM03 hier staat tekst"),
        ("P1: {voorwaarden: [12], soort: knellpunt, conclusie: x, regels: []}", "bedoelde je: knelpunt"),
        ("P1: {voorwaarden: [12], soort: goed, conclusie: x, regels: [niets_terugehoord]}", "niets_teruggehoord"),
        ("P1: {voorwaarden: [14], soort: goed, conclusie: x, regels: []}", "er is geen voorwaarde 14 (bij P1)"),
        ("Q1: {voorwaarden: [12], soort: goed, conclusie: x, regels: []}", "bij 'Q1' is er geen casus"),
        ("- P1", "dit zijn geen conclusies"),
    ],
)
def test_what_is_wrong_with_conclusions_is_told_at_its_place(tried: Path, conclusions: str, told: str) -> None:
    (tried / "eerste" / "conclusies.yaml").write_text(conclusions, "utf-8")
    result = run("eerste", folder=tried)
    assert (result.returncode, told in result.stderr, "Traceback" in result.stderr) == (2, True, False)


def test_a_folder_without_cases_is_told(tried: Path) -> None:
    result = run("mijn-regels", "--other", "tweede", folder=tried)
    assert (result.returncode, "in deze map staat geen casus" in result.stderr) == (2, True)


def test_a_changed_threshold_changes_what_the_page_says_it_does(tried: Path) -> None:
    before, after = (run(*given, folder=tried).stdout for given in ((), ("--rules", "mijn-regels")))
    changed = [line for line in after.splitlines() if line.startswith("| A2 ") and line not in before]
    assert len(changed) == 1
    assert "**gezegd** | `projectencarrousel`" in changed[0]


def test_the_commands_on_the_page_are_the_programs_own() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    given = [tuple(shlex.split(line)[:2]) for block in blocks for line in block.splitlines()]
    ours = [("samenwerkadvies", word) for word in ("ask", "ask", "check", "test")]
    assert sorted(given) == sorted([*ours, *[("python", "examples/validity.py")] * 3])
