"""Features under plain pytest: collected without any Python file, and never in the way of anybody else."""

import subprocess
import sys
from pathlib import Path

import pytest
from playing import RULES, scenario, write

from samenwerkadvies.scenarios.session import rules_for

ASK = "Als om advies wordt gevraagd"
HOLDS = scenario("En mensen is 1", ASK, "Dan geldt regel weinig_mensen")
FAILS = scenario("En mensen is 2", ASK, "Dan geldt regel weinig_mensen", name="Een fout")
NUMBER = """\
Abstract Scenario: Hoeveel mensen
  Gegeven een samenwerking
  En mensen is <mensen>
  Als om advies wordt gevraagd
  Dan is de uitkomst van regel weinig_mensen: geldt

  Voorbeelden:
    | mensen |
    | 1      |
    | 0      |

"""
TAGS = [
    "xfail",
    "skip",
    "skipif",
    "parametrize",
    "usefixtures",
    "filterwarnings",
    "_x",
    "not",
    "and",
    "or",
    "None",
    "pytest",
    "a.b",
    "1",
    "asyncio",
    "benchmark",
    "tryfirst",
    "flaky",
    "timeout",
    "xdist_group",
    "vóór",
    "été",
    "名",
    "__class__",
    "a:b",
    "a(b)",
    'skip("x")',
    "é!",
    "-x",
]


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


def test_no_tag_changes_what_is_played(pytester: pytest.Pytester) -> None:
    write(pytester.path, "".join(f"@{tag}\n{FAILS.replace('Een fout', tag)}" for tag in TAGS))
    pytester.runpytest_inprocess("--strict-markers").assert_outcomes(failed=len(TAGS))


@pytest.mark.parametrize("tag", ["skip", "parametrize", "_x"])
def test_wherever_a_tag_stands_it_changes_nothing(pytester: pytest.Pytester, tag: str) -> None:
    outline = NUMBER.replace("  Voorbeelden", f"  @{tag}\n  Voorbeelden").replace("Abstract", f"@{tag}\nAbstract")
    file = write(pytester.path, f"{FAILS}@{tag}\nRegel: weinig_mensen\n{outline}")
    file.write_text(file.read_text("utf-8").replace("\n", f"\n@{tag}\n", 1), "utf-8")
    pytester.runpytest_inprocess().assert_outcomes(passed=2, failed=1)


@pytest.mark.parametrize("tag", ["skip", "xfail", "usefixtures", "_x", "snel"])
def test_every_tag_may_be_chosen_by(pytester: pytest.Pytester, tag: str) -> None:
    write(pytester.path, f"@{tag}\n{FAILS}{HOLDS}")
    pytester.runpytest_inprocess("-m", tag).assert_outcomes(failed=1, deselected=1)
    pytester.runpytest_inprocess("-m", f"not {tag}").assert_outcomes(passed=1, deselected=1)
    pytester.runpytest_inprocess("-k", tag).assert_outcomes(failed=1, deselected=1)


def test_what_settings_call_a_test_does_not_matter(pytester: pytest.Pytester) -> None:
    write(pytester.path, HOLDS + FAILS)
    pytester.makeini("[pytest]\npython_functions = check_*\npython_classes = Check\n")
    pytester.runpytest_inprocess().assert_outcomes(passed=1, failed=1)


def test_python_beside_features_is_not_run_for_them(pytester: pytest.Pytester) -> None:
    folder = pytester.mkdir("beleid")
    write(folder, FAILS)
    (folder / "__init__.py").write_text("raise SystemExit('executed')\n", "utf-8")
    pytester.runpytest_inprocess().assert_outcomes(failed=1)


def test_a_package_with_tests_in_python_stays_one(pytester: pytest.Pytester) -> None:
    folder = pytester.mkpydir("beleid")
    write(folder, HOLDS)
    (folder / "test_eigen.py").write_text("def test_it():\n    assert __package__ == 'beleid'\n", "utf-8")
    pytester.runpytest_inprocess().assert_outcomes(passed=2)


@pytest.mark.parametrize("name", ["map[oud]", "a::b", "-x", "een map"])
def test_a_folder_may_have_any_name(pytester: pytest.Pytester, name: str) -> None:
    write(pytester.mkdir(name), HOLDS + FAILS)
    pytester.runpytest_inprocess().assert_outcomes(passed=1, failed=1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
def test_marks_and_line_ends_of_windows_are_read(pytester: pytest.Pytester, encoding: str) -> None:
    file = write(pytester.path, NUMBER + FAILS)
    file.write_bytes(file.read_text("utf-8").replace("\n", "\r\n").encode(encoding))
    pytester.runpytest_inprocess().assert_outcomes(passed=2, failed=1)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_another_encoding_is_told_and_never_left_alone(pytester: pytest.Pytester, encoding: str) -> None:
    file = write(pytester.path, HOLDS)
    file.write_bytes(file.read_text("utf-8").encode(encoding))
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*LEES03 dit bestand is opgeslagen als UTF-16*"])


def test_what_cannot_be_opened_is_told(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    write(pytester.path, HOLDS)

    opened = Path.open

    def refuse(path: Path, *arguments: object, **more: object) -> object:
        if path.suffix == ".feature":
            raise PermissionError
        return opened(path, *arguments, **more)

    monkeypatch.setattr(Path, "open", refuse)
    result = pytester.runpytest_inprocess()
    result.stdout.fnmatch_lines(["proef.feature: LEES01 dit bestand is niet te lezen"])


def test_of_many_failures_the_first_are_told_whole(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CI", "BUILD_NUMBER"):  # where pytest tells every failure once more, at the end
        monkeypatch.delenv(name, raising=False)
    write(pytester.path, "".join(FAILS.replace("fout", f"fout {n}") for n in range(23)))
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(failed=23)
    assert result.outlines.count("Maar: de regel geldt niet.") == 20
    result.stdout.fnmatch_lines(["proef.feature, regel 118"])


def test_steps_of_ones_own_take_a_text_and_a_table(pytester: pytest.Pytester) -> None:
    steps = ["En mensen is 1", ASK, "Dan staat eronder", '  """', "  de tekst", '  """', "En staat er", "  | a |"]
    write(pytester.path, scenario(*steps, "En geldt regel weinig_mensen"))
    pytester.makeconftest(
        "from pytest_bdd import then\n"
        "@then('staat eronder')\ndef _(docstring): assert docstring == 'de tekst'\n"
        "@then('staat er')\ndef _(datatable): assert datatable == [['a']]\n"
    )
    pytester.runpytest_inprocess().assert_outcomes(passed=1)


def test_two_names_that_look_the_same_are_two_tests(pytester: pytest.Pytester) -> None:
    names = ["Geldt!", "Geldt?", "Geldt 2"]
    write(pytester.path, "".join(HOLDS.replace("Een proef", name) for name in names))
    pytester.runpytest_inprocess().assert_outcomes(passed=3)


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
    monkeypatch.setattr("samenwerkadvies.scenarios.plugin.read_feature", lambda *_: 1 / 0)
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


def test_a_rule_file_beside_a_feature_stands_for_its_folder(tmp_path: Path) -> None:
    (tmp_path / "eigen" / "dieper").mkdir(parents=True)
    (tmp_path / "eigen" / "regels.yaml").touch()
    assert rules_for(tmp_path / "eigen" / "dieper" / "x.feature", tmp_path) == tmp_path / "eigen"
    assert rules_for(tmp_path / "x.feature", tmp_path) is None


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
