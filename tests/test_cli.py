"""The command line, used as people use it."""

import contextlib
import io
import json
import runpy
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from building import FACTS, rules
from samenwerkadvies import cli
from samenwerkadvies.cli import app

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(map(str, (ROOT / "examples").glob("*.yaml")))


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_version_names_the_package() -> None:
    assert call("--version").output == "samenwerkadvies 0.1.0\n"


@pytest.mark.parametrize("command", ["advise", "explain", "check"])
def test_help_shows_an_example(command: str) -> None:
    assert f"samenwerkadvies {command}" in " ".join(call(command, "--help").output.split())


def test_the_package_runs_as_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "run", lambda: typer.echo("here"))
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        runpy.run_module("samenwerkadvies", run_name="__main__")
    assert output.getvalue() == "here\n"


def test_without_arguments_help_is_shown() -> None:
    assert "advise" in call().output


def test_one_case_gives_one_json_object_and_several_give_a_list() -> None:
    one = call("advise", EXAMPLES[0], "--format", "json")
    several = call("advise", *EXAMPLES, "--format", "json")
    assert one.exit_code == several.exit_code == 0
    assert json.loads(several.stdout)[0] == json.loads(one.stdout)
    assert json.loads(one.stdout)["engine"] == "durable"
    assert one.stderr == ""


def test_text_of_several_cases_is_divided_by_a_line() -> None:
    result = call("advise", *EXAMPLES[:2])
    assert result.exit_code == 0
    assert result.stdout.count("=" * 60) == 1


def test_markdown_and_english_are_there() -> None:
    assert call("advise", EXAMPLES[0], "--format", "markdown", "--language", "en").stdout.startswith("# Advice for ")


def test_a_date_goes_before_that_of_the_case() -> None:
    result = call("advise", EXAMPLES[0], "--format", "json", "--date", "2027-03-01", "--engine", "reference")
    assert json.loads(result.stdout)["reference_date"] == "2027-03-01"
    assert json.loads(result.stdout)["engine"] == "reference"


def test_all_problems_of_all_cases_are_told_at_once_on_standard_error(tmp_path: Path) -> None:
    bad = tmp_path / "fout.yaml"
    bad.write_text("peildatum: 2026-01-01\nfeiten:\n  dragers_m: 1\n  erkenning: 4\n", "utf-8")
    result = call("advise", str(bad), str(tmp_path / "weg.yaml"), EXAMPLES[0])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "fout.yaml:3:3: FEIT01 onbekend feit 'dragers_m'" in result.stderr
    assert "bedoelde je: dragers_mo" in result.stderr
    assert "fout.yaml:4:14: FEIT05" in result.stderr
    assert "LEES01" in result.stderr
    assert result.stderr.endswith("3 problemen gevonden.\n")


@pytest.mark.parametrize("arguments", [("--date", "morgen"), ("--engine", "stoom"), ("--rules", "weg")])
def test_wrong_options_end_with_code_2_and_no_traceback(arguments: tuple[str, str]) -> None:
    result = call("advise", EXAMPLES[0], *arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.output


def test_explain_says_a_rule_as_a_sentence_with_its_sources() -> None:
    result = call("explain", "continuiteit_in_gevaar")
    assert result.exit_code == 0
    assert "Deze regel geldt als:" in result.stdout
    assert "Bouwt voort op:" in result.stdout
    assert "Met samenwerking aan het werk (2010); uitwerking: samenwerkadvies" in result.stdout
    assert "Maakt deel uit van:" in call("explain", "financieringsgat").stdout
    assert "Vervangt:" in call("explain", "vertrouwen_ernstig_laag").stdout
    assert "This rule holds when:" in call("explain", "sterke_basis", "--language", "en").stdout


def test_explain_suggests_the_nearest_rule() -> None:
    result = call("explain", "geen_evaluati")
    assert result.exit_code == 2
    assert "bedoelde je: geen_evaluatie" in result.stderr
    assert call("explain", "qqqq").exit_code == 2


def test_check_counts_what_is_there() -> None:
    result = call("check")
    assert result.exit_code == 0
    assert "13 voorwaarden, 64 feiten, 69 regels" in result.stdout


def test_check_tells_every_problem_with_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "regels.yaml").write_text(FACTS + rules(een="mensn <= 1"), "utf-8")
    result = call("check", str(tmp_path))
    assert result.exit_code == 1
    assert "TAAL02" in result.stderr
    assert "1 probleem gevonden." in result.stderr
    assert call("check", str(tmp_path / "weg")).exit_code == 2


def test_check_shows_what_an_extending_set_replaces(tmp_path: Path) -> None:
    (tmp_path / "eigen.yaml").write_text(
        "breidt_uit: samenwerkadvies\n" + rules(geen_evaluatie="dragers_mo = 1"), "utf-8"
    )
    result = call("check", str(tmp_path))
    assert result.exit_code == 0
    assert "Vervangen: geen_evaluatie (in " in result.stdout
    assert call("advise", EXAMPLES[0], "--rules", str(tmp_path), "--language", "en").exit_code == 2


def test_a_terminal_gets_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(cli.advice.Console, "is_terminal", True)
    assert "\x1b[" in call("advise", EXAMPLES[0]).stdout


def test_an_assessment_without_findings_is_markdown_too(tmp_path: Path) -> None:
    case = tmp_path / "leeg.json"
    case.write_text('{"peildatum": "2026-01-01", "feiten": {}}', "utf-8")
    assert "niets gevonden" in call("advise", str(case), "--format", "markdown").stdout


def test_the_program_starts_with_streams_in_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2)]
    monkeypatch.setattr("sys.stdout", streams[0])
    monkeypatch.setattr("sys.stderr", streams[1])
    monkeypatch.setattr("sys.argv", ["samenwerkadvies", "explain", "geen_evaluatie"])
    with pytest.raises(SystemExit) as caught:
        cli.run()
    assert caught.value.code == 0
    assert [stream.encoding for stream in streams] == ["utf-8", "utf-8"]
    assert "geëvalueerd" in streams[0].buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]  # a BytesIO
