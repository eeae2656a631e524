"""`samenwerkadvies test`, used as policy writers use it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playing import RULES, call, scenario, write

from building import FACTS, rules
from samenwerkadvies import Ruleset, cli

ROOT = Path(__file__).parents[2]
ASK = "Als om advies wordt gevraagd"
HOLDS = scenario("En mensen is 1", ASK, "Dan geldt regel weinig_mensen")
FAILS = scenario("En mensen is 2", ASK, "Dan geldt regel weinig_mensen", name="Een fout")
NUMBER_ONLY = """\
Achtergrond:
  Gegeven een samenwerking

Regel: weinig_mensen

  Abstract Scenario: Hoeveel mensen
    Gegeven mensen is <mensen>
    Als om advies wordt gevraagd
    Dan is de uitkomst van regel weinig_mensen: <uitkomst>

    Voorbeelden:
      | mensen   | uitkomst   |
      | 1        | geldt      |
      | 2        | geldt niet |
      | onbekend | onbekend   |

  Scenario: Zo ernstig is het
    Gegeven mensen is 1
    Als om advies wordt gevraagd
    Dan heeft advies weinig_mensen de ernst midden en de soort opbouw
"""


OWN_AND_SHIPPED = """\
Achtergrond:
  Gegeven een samenwerking

Regel: veel_papierwerk

  Abstract Scenario: Hoeveel uren
    Gegeven uren_administratie_per_maand is <uren>
    Als om advies wordt gevraagd
    Dan is de uitkomst van regel veel_papierwerk: <uitkomst>

    Voorbeelden:
      | uren     | uitkomst   |
      | 20       | geldt      |
      | 19       | geldt niet |
      | onbekend | onbekend   |

  Scenario: Zo ernstig is het
    Gegeven uren_administratie_per_maand is 20
    Als om advies wordt gevraagd
    Dan heeft advies veel_papierwerk de ernst hoog en de soort opbouw

Regel: leunt_op_een_persoon_mo

  Scenario: Eén persoon
    Gegeven dragers_mo is 1
    Als om advies wordt gevraagd
    Dan geldt regel leunt_op_een_persoon_mo
"""


def one_rule(expression: str = "mensen <= 1") -> str:
    return FACTS + rules(weinig_mensen=expression)


def test_right_and_wrong_scenarios_are_counted_and_the_exit_code_is_one(tmp_path: Path) -> None:
    result = call(write(tmp_path, HOLDS + FAILS).parent)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0].endswith("(regels 0); 1 bestand, 2 scenario's.")
    assert result.stdout.splitlines()[-1] == "2 scenario's: 1 goed, 1 fout."
    assert "Maar: de regel geldt niet." in result.stdout


def test_all_right_gives_exit_code_zero(tmp_path: Path) -> None:
    result = call(write(tmp_path, HOLDS))
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "1 scenario: 1 goed, 0 fout.")


def test_everything_that_is_wrong_is_told_at_once_on_standard_error(tmp_path: Path) -> None:
    write(tmp_path, scenario(ASK), rules=RULES + "\nonzin: 1\n")
    (tmp_path / "tweede.feature").write_text("Functionaliteit: x\n", "utf-8")
    other = tmp_path / "los"
    other.mkdir()
    (other / "derde.feature").write_text("# language: nl\n", "utf-8")
    write(other, scenario(ASK))
    result = call(tmp_path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert [code in result.stderr for code in ("VORM01", "SCEN02", "SCEN04")] == [True, True, True]
    assert "3 problemen gevonden" in result.stderr


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = call(tmp_path / "weg")
    assert result.exit_code == 2
    assert "SCEN08 deze map bestaat niet" in result.stderr


def test_without_a_folder_the_features_here_are_played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, HOLDS)
    assert call().exit_code == 0
    (tmp_path / "features").mkdir()
    assert "SCEN08" in call().stderr
    (tmp_path / "features" / ".verborgen").mkdir()
    shutil.copy(tmp_path / "proef.feature", tmp_path / "features" / ".verborgen")
    assert "SCEN08" in call().stderr
    shutil.move(tmp_path / "proef.feature", tmp_path / "features")
    assert "Regels: regels (" in call().stdout


def test_stated_rules_count_for_every_feature(tmp_path: Path) -> None:
    folder = tmp_path / "streng"
    folder.mkdir()
    (folder / "regels.yaml").write_text(RULES.replace("mensen <= 1", "mensen <= 2"), "utf-8")
    assert call(write(tmp_path, FAILS)).exit_code == 1
    assert call(tmp_path / "proef.feature", "--rules", folder).exit_code == 0


def test_nothing_beside_the_features_is_run(tmp_path: Path) -> None:
    folder, program = tmp_path / "beleid", tmp_path / "start.py"
    folder.mkdir()
    program.write_text("from samenwerkadvies.cli import run\nrun()\n", "utf-8")
    write(folder, HOLDS)
    for name in ("__init__", "conftest", "sitecustomize", "test_x", "pytest", "pytest_bdd", "gherkin", "jinja2"):
        (folder / f"{name}.py").write_text("raise SystemExit('executed')\n", "utf-8")
    for name in ("pytest.ini", ".pytest.ini", "setup.cfg", "tox.ini", "pyproject.toml"):
        (folder / name).write_text("[pytest]\naddopts = --nonsense\n", "utf-8")
    before = sorted(folder.rglob("*"))
    run = subprocess.run(
        [sys.executable, str(program), "test"],
        cwd=folder,
        env={**os.environ, "PYTEST_ADDOPTS": "--more-nonsense", "PYTEST_PLUGINS": "conftest"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines()[-1] == "1 scenario: 1 goed, 0 fout."
    assert sorted(folder.rglob("*")) == before


def test_coverage_tells_what_no_scenario_checks(tmp_path: Path) -> None:
    result = call(write(tmp_path, HOLDS), "--coverage")
    assert result.exit_code == 1
    told = result.stdout.splitlines()
    assert told[2:6] == [
        "Dekking: 0 van 4 regels helemaal.",
        "  weinig_mensen",
        "    - geen scenario waarin de uitkomst is: geldt niet of onbekend",
        "  Geen scenario kijkt naar 3 regels: weinig_steun, lang_geleden en samen_zwak.",
    ]


def test_coverage_tells_which_comparison_never_made_the_difference(tmp_path: Path) -> None:
    text = NUMBER_ONLY.replace("Gegeven mensen is <mensen>", "Gegeven mensen is <mensen>\n    En vorm is geen")
    write(tmp_path, text, rules=one_rule("mensen <= 1 of (mensen <= 1 en vorm = papier)"))
    result = call(tmp_path, "--coverage")
    assert "    - maakte nooit verschil: het staat op papier" in result.stdout


def test_complete_coverage_and_no_survivor_give_exit_code_zero(tmp_path: Path) -> None:
    result = call(write(tmp_path, NUMBER_ONLY, rules=one_rule()), "--coverage", "--mutate")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-2:] == [
        "Dekking: 1 van 1 regel helemaal.",
        "Vergissingen: 12 kleine wijzigingen geprobeerd, 12 opgemerkt, 0 niet.",
    ]


def test_a_rule_that_is_always_known_need_not_be_undecided(tmp_path: Path) -> None:
    write(
        tmp_path,
        scenario(ASK, "Dan geldt regel weinig_mensen")
        + scenario("En mensen is 1", ASK, "Dan geldt regel weinig_mensen niet", name="Bekend"),
        rules=one_rule("niet bekend(mensen)"),
    )
    assert "Dekking: 1 van 1 regel helemaal." in call(tmp_path, "--coverage").stdout


def test_survivors_are_sentences_and_give_exit_code_one(tmp_path: Path) -> None:
    text = NUMBER_ONLY.replace("| 2  ", "| 3  ").replace("de ernst midden", "de ernst midden")
    result = call(write(tmp_path, text, rules=one_rule()), "--mutate")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-4:] == [
        "Vergissingen: 12 kleine wijzigingen geprobeerd, 11 opgemerkt, 1 niet.",
        "  weinig_mensen",
        "    - Als 'er is hoogstens 1 mens' 'er zijn hoogstens 2 mensen' was, merkte geen scenario het.",
        "      als: mensen <= 2",
    ]


NAMED = """\
grenzen:
  weinig: {waarde: 1, eenheid: mensen, uitleg: Tot hier is het weinig., bron: [eigen]}
"""


def test_a_threshold_is_moved_for_all_rules_that_compare_with_it(tmp_path: Path) -> None:
    text = NUMBER_ONLY.replace("| 2  ", "| 3  ")
    result = call(write(tmp_path, text, rules=NAMED + one_rule("mensen <= weinig")), "--mutate")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-6:] == [
        "Vergissingen: 14 kleine wijzigingen geprobeerd, 12 opgemerkt, 2 niet.",
        "  weinig_mensen",
        "    - Als 'er is hoogstens 1 mens' 'er zijn hoogstens 2 mensen' was, merkte geen scenario het.",
        "      als: mensen <= 2",
        "  grens weinig",
        "    - Als 'weinig: 1' 'weinig: 2' was, merkte geen scenario het.",
    ]


def test_a_part_that_could_go_is_said_as_such(tmp_path: Path) -> None:
    text = NUMBER_ONLY.replace("Gegeven mensen is", "Gegeven vorm is papier\n    En mensen is")
    result = call(write(tmp_path, text, rules=one_rule("mensen <= 1 en vorm = papier")), "--mutate")
    assert "    - Als 'het staat op papier' er niet stond, merkte geen scenario het." in result.stdout


def test_changes_that_change_nothing_are_counted_apart(tmp_path: Path) -> None:
    result = call(write(tmp_path, NUMBER_ONLY, rules=one_rule("mensen <= 1 of mensen < 1")), "--mutate")
    assert result.exit_code == 0
    told = result.stdout.splitlines()[-1]
    assert told == "Vergissingen: 18 kleine wijzigingen geprobeerd, 15 opgemerkt, 0 niet; 3 veranderden niets."


def test_a_severity_that_no_scenario_checks_survives(tmp_path: Path) -> None:
    text = NUMBER_ONLY.split("  Scenario: Zo ernstig", maxsplit=1)[0]
    result = call(write(tmp_path, text, rules=one_rule()), "--mutate")
    assert "    - Als 'ernst: midden' 'ernst: hoog' was, merkte geen scenario het.\n    - Als" in result.stdout


def test_mutation_waits_for_scenarios_that_are_right(tmp_path: Path) -> None:
    result = call(write(tmp_path, HOLDS + FAILS), "--mutate")
    assert result.exit_code == 1
    assert "Vergissingen: niet geprobeerd, want eerst moeten alle scenario's goed zijn." in result.stdout


def test_the_report_has_pages_and_files_for_a_pipeline(tmp_path: Path) -> None:
    late = scenario(ASK, "Dan geldt regel weinig_mensen", "En geldt regel weinig_steun", name="Later fout")
    write(tmp_path, HOLDS + FAILS + late)
    report = tmp_path / "verslag" / "nu"
    result = call(tmp_path, "--report", report)
    assert result.exit_code == 1
    assert f"Het verslag staat in {report / 'index.html'}." in result.stdout
    assert (report / "index.html").read_text("utf-8").startswith("<!doctype html>")
    suite = ElementTree.parse(report / "junit.xml").getroot()[0]
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    (feature,) = json.loads((report / "cucumber.json").read_text("utf-8"))
    assert [element["name"] for element in feature["elements"]] == ["Een proef", "Een fout", "Later fout"]
    statuses = [[step["result"]["status"] for step in element["steps"]] for element in feature["elements"]]
    assert statuses == [["passed"] * 4, [*["passed"] * 3, "failed"], ["passed", "passed", "failed", "skipped"]]


def test_without_the_extra_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(cli, "scenarios", raising=False)
    monkeypatch.setitem(sys.modules, "samenwerkadvies.cli.scenarios", None)
    result = call()
    assert result.exit_code == 2
    assert "pip install 'samenwerkadvies[features]'" in result.stderr


def test_an_extending_set_answers_for_its_own_rules(tmp_path: Path) -> None:
    (tmp_path / "regels").mkdir()
    own = (
        "breidt_uit: samenwerkadvies\nregels:\n  veel_papierwerk:\n    als: uren_administratie_per_maand >= 20\n"
        "    ernst: hoog\n    soort: opbouw\n    bevinding: Er is veel papierwerk.\n    advies: Schrap iets.\n"
        "    stappen: [Kies samen wat weg kan.]\n    bron: [eigen]\n"
    )
    write(tmp_path, OWN_AND_SHIPPED, rules=own)
    result = call(tmp_path, "--coverage", "--mutate", "--report", tmp_path / "verslag")
    assert result.exit_code == 0
    told = result.stdout.splitlines()
    assert told[2:4] == [
        "Dekking: 1 van 1 regel helemaal.",
        "Dekking in de regels die je uitbreidt (telt niet mee): 0 van 1 regel helemaal.",
    ]
    mutations = [line for line in told if line.startswith("Vergissingen")]
    assert mutations[0] == "Vergissingen: 12 kleine wijzigingen geprobeerd, 12 opgemerkt, 0 niet."
    assert mutations[1].startswith("Vergissingen in de regels die je uitbreidt (telt niet mee): ")
    index = (tmp_path / "verslag" / "index.html").read_text("utf-8")
    assert index.index('href="overig.html"') < index.index("uitbreidt") < index.index("uitgebreid-voorwaarde-07.html")
    assert (tmp_path / "verslag" / "uitgebreid-voorwaarde-07.html").is_file()


def test_rules_that_no_scenario_touches_are_told_on_one_line(tmp_path: Path) -> None:
    three = FACTS + rules(weinig_mensen="mensen <= 1", onveilig="veilig = nee", op_papier="vorm = papier")
    result = call(write(tmp_path, NUMBER_ONLY, rules=three), "--mutate")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-2:] == [
        "Vergissingen: 12 kleine wijzigingen geprobeerd, 12 opgemerkt, 0 niet.",
        "  Geen scenario kijkt naar 2 regels: onveilig en op_papier.",
    ]


def test_of_many_rules_that_no_scenario_touches_some_are_named(tmp_path: Path) -> None:
    many = one_rule() + "".join(one_rule().partition("regels:\n")[2].replace("weinig", f"r{n}") for n in range(102))
    told = call(write(tmp_path, NUMBER_ONLY, rules=many), "--coverage").stdout.splitlines()[-1]
    assert told.startswith("  Geen scenario kijkt naar 102 regels: r0_mensen, r1_mensen, ")
    assert told.endswith(", r99_mensen en nog 2 andere.")


def test_every_shipped_rule_has_its_place_in_the_features(shipped: Ruleset) -> None:
    lines = [
        line
        for path in (ROOT / "features" / "beleid").glob("*.feature")
        for line in path.read_text("utf-8").splitlines()
    ]
    named = [line.split("Regel: ")[1] for line in lines if line.strip().startswith("Regel: ")]
    assert sorted(named) == sorted(shipped.with_checks.rules)


@pytest.mark.parametrize(
    ("file", "was", "became", "feature"),
    [
        (
            "12-monitoring.yaml",
            "waarde: 18",
            "waarde: 24",
            "12-monitoring",
        ),
        ("07-spreiding.yaml", "dragers_mo <= 1", "dragers_mo <= 0", "07-spreiding"),
    ],
)
def test_a_weaker_threshold_makes_a_shipped_scenario_fail(
    tmp_path: Path, file: str, was: str, became: str, feature: str
) -> None:
    shutil.copytree(ROOT / "rules", tmp_path / "rules", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "features" / "beleid" / f"{feature}.feature", tmp_path)
    assert call(tmp_path).exit_code == 0
    rules = tmp_path / "rules" / file
    rules.write_text(rules.read_text("utf-8").replace(was, became, 1), "utf-8")
    result = call(tmp_path)
    assert result.exit_code == 1
    assert "Maar: de regel geldt niet." in result.stdout
