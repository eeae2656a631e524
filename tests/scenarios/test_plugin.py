"""Features under plain pytest: collected without any Python file, and never in the way of anybody else."""

import subprocess
import sys
from pathlib import Path

import pytest
from playing import RULES, scenario, write

from samenwerkadvies.scenarios.plugin import rules_for

ASK = "Als om advies wordt gevraagd"
HOLDS = scenario("En mensen is 1", ASK, "Dan geldt regel weinig_mensen")
FAILS = scenario("En mensen is 2", ASK, "Dan geldt regel weinig_mensen", name="Een fout")


def test_a_folder_with_only_features_runs(pytester: pytest.Pytester) -> None:
    write(pytester.path, HOLDS + FAILS)
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["proef.feature, regel 13", "→ Dan geldt regel weinig_mensen", "Maar: de regel geldt niet."]
    )
    assert "Traceback" not in result.stdout.str()
    assert "steps.py" not in result.stdout.str()


def test_background_rule_outline_and_tags_are_played(pytester: pytest.Pytester) -> None:
    write(
        pytester.path,
        """\
        Achtergrond:
          Gegeven een samenwerking

        @snel
        Regel: weinig_mensen

          Achtergrond:
            Gegeven vorm is geen

          @klein
          Abstract Scenario: Met <mensen> mensen
            Gegeven mensen is <mensen>
            Als om advies wordt gevraagd
            Dan is de uitkomst van regel samen_zwak: <uitkomst>

            @rand
            Voorbeelden: Op de grens
              | mensen | uitkomst   |
              | 1      | geldt      |
              | 2      | geldt niet |

            Voorbeelden: Nog niets bekend
              | mensen   | uitkomst |
              | onbekend | onbekend |
        """,
    )
    pytester.runpytest_inprocess("--strict-markers").assert_outcomes(passed=3)
    pytester.runpytest_inprocess("-m", "rand").assert_outcomes(passed=2)
    pytester.runpytest_inprocess("-m", "snel and klein", "-n", "2").assert_outcomes(passed=3)


def test_two_names_that_look_the_same_are_two_tests(pytester: pytest.Pytester) -> None:
    write(pytester.path, HOLDS.replace("Een proef", "Geldt!") + HOLDS.replace("Een proef", "Geldt?"))
    pytester.runpytest_inprocess().assert_outcomes(passed=2)


def test_what_is_wrong_with_a_feature_is_told_as_it_is(pytester: pytest.Pytester) -> None:
    write(pytester.path, scenario(ASK))
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["proef.feature:4:3: SCEN04 scenario 'Een proef' controleert niets"])
    assert "Traceback" not in result.stdout.str()


def test_what_is_wrong_with_the_rules_is_told_once_for_each_feature(pytester: pytest.Pytester) -> None:
    file = write(pytester.path, HOLDS, rules=RULES.replace("mensen <= 1", "menssen <= 1"))
    (pytester.path / "tweede.feature").write_text(file.read_text("utf-8"), "utf-8")
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["*TAAL02 onbekend feit 'menssen'"])


def test_another_error_in_collecting_is_not_hidden(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    write(pytester.path, HOLDS)
    monkeypatch.setattr("samenwerkadvies.scenarios.plugin.parsed", lambda _: 1 / 0)
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*ZeroDivisionError*"])


def test_the_rules_may_be_stated(pytester: pytest.Pytester) -> None:
    write(pytester.path, FAILS)
    elsewhere = pytester.mkdir("andere")
    (elsewhere / "regels.yaml").write_text(RULES.replace("mensen <= 1", "mensen <= 2"), "utf-8")
    pytester.makeini("[pytest]\nsamenwerkadvies_rules = andere\n")
    pytester.runpytest_inprocess().assert_outcomes(passed=1)


def test_without_rules_beside_it_the_shipped_ones_count(pytester: pytest.Pytester) -> None:
    text = scenario("En dragers_mo is 1", ASK, "Dan geldt regel leunt_op_een_persoon_mo")
    pytester.makefile(".feature", proef=f"# language: nl\nFunctionaliteit: Proef\n\n{text}")
    pytester.runpytest_inprocess().assert_outcomes(passed=1)


def test_rules_are_looked_for_up_to_the_root(tmp_path: Path) -> None:
    (tmp_path / "regels").mkdir()
    (tmp_path / "regels" / "leeg.txt").touch()
    feature = tmp_path / "a" / "b" / "x.feature"
    assert rules_for(feature, tmp_path) is None
    (tmp_path / "regels" / "regels.yaml").touch()
    assert rules_for(feature, tmp_path) == tmp_path / "regels"
    assert rules_for(feature, tmp_path / "a") is None
    assert rules_for(tmp_path.parent / "x.feature", tmp_path) is None


def test_a_step_of_ones_own_may_stand_between_ours(pytester: pytest.Pytester) -> None:
    write(
        pytester.path,
        scenario("En mensen is 1", ASK, "Dan is het gezellig", "Dan geldt regel weinig_mensen", name="Eigen")
        + scenario("En mensen is 1", ASK, "Dan is het stuk", name="Stuk"),
    )
    pytester.makeconftest(
        "from pytest_bdd import then\n"
        "@then('is het gezellig')\ndef _(): pass\n"
        "@then('is het stuk')\ndef _(): assert 1 == 2\n"
    )
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*assert 1 == 2*"])


def test_an_unknown_step_tells_which_come_nearest(pytester: pytest.Pytester) -> None:
    write(pytester.path, scenario(ASK, "Dan klopt regel weinig_mensen"))
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["Deze stap bestaat niet. Het dichtst in de buurt komen:", "  geldt regel {regel}"])
    assert "Traceback" not in result.stdout.str()


def test_features_of_others_are_left_alone(pytester: pytest.Pytester) -> None:
    pytester.makefile(".feature", fiets="Feature: Fiets\n  Scenario: Rijden\n    Given a bike\n    Then it rides\n")
    pytester.makepyfile(
        "from pytest_bdd import given, scenarios, then\n"
        "scenarios('fiets.feature')\n"
        "@given('a bike')\ndef _(): pass\n"
        "@then('it rides')\ndef _(): pass\n"
    )
    write(pytester.path, HOLDS)
    pytester.runpytest_inprocess().assert_outcomes(passed=2)


def test_an_undefined_step_of_others_does_not_find_ours(pytester: pytest.Pytester) -> None:
    pytester.makefile(".feature", fiets="Feature: Fiets\n  Scenario: Rijden\n    Then rule x holds\n")
    pytester.makepyfile("from pytest_bdd import scenarios\nscenarios('fiets.feature')\n")
    write(pytester.path, HOLDS)
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*StepDefinitionNotFoundError*"])


def test_the_plugin_costs_nothing_where_no_feature_is_collected(tmp_path: Path) -> None:
    (tmp_path / "test_niets.py").write_text(
        "import sys\ndef test_niets():\n    assert not [name for name in sys.modules if name == 'samenwerkadvies']\n"
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_without_pytest_bdd_features_are_left_alone(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    write(pytester.path, HOLDS)
    monkeypatch.setattr("samenwerkadvies_pytest.util.find_spec", lambda _: None)
    pytester.runpytest_inprocess().assert_outcomes()
