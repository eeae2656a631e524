"""The command line, used as people use it."""

import contextlib
import datetime
import io
import json
import runpy
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from building import CONDITIONS, ENGINES, FACTS, rules, ruleset_from, scanned_ruleset
from samenwerkadvies import cli
from samenwerkadvies.cli import app

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(map(str, (ROOT / "examples").glob("*.yaml")))


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_version_names_the_package() -> None:
    assert call("--version").output == "samenwerkadvies 0.1.0\n"


COMMANDS = ["advise", "ask", "explain", "compare", "check", "thresholds", "new", "test", "batch", "template", "sql"]


@pytest.mark.parametrize("command", COMMANDS)
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
    assert json.loads(one.stdout)["engine"] == ENGINES[0]
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


def test_explain_names_the_thresholds_of_a_rule(tmp_path: Path) -> None:
    told = "  - lang_niet_geevalueerd = 18 maanden. Na hoeveel maanden een evaluatie te lang geleden is."
    assert f"\nGrenzen in deze regel:\n{told}\n" in call("explain", "geen_evaluatie").stdout
    assert "Grenzen" not in call("explain", "geen_drager_mo").stdout
    changed = one_line(tmp_path, "lang_niet_geevalueerd: 12")
    told = told.replace("18", "12") + " Aangepast door onze regels; het was 18."
    assert told in call("explain", "geen_evaluatie", "--rules", changed).stdout


def one_line(folder: Path, line: str) -> str:
    """Return a folder with rules that change a threshold of the shipped set."""
    text = f"breidt_uit: samenwerkadvies\nregelset: {{naam: onze regels, versie: '1'}}\ngrenzen:\n  {line}\n"
    (folder / "grenzen.yaml").write_text(text, "utf-8")
    return str(folder)


def test_thresholds_are_listed_with_their_users_and_who_changed_them(tmp_path: Path) -> None:
    result = call("thresholds", "--rules", one_line(tmp_path, "lang_niet_geevalueerd: 12"))
    assert result.exit_code == 0
    assert (
        "\nlang_niet_geevalueerd = 12 maanden\n"
        "  Na hoeveel maanden een evaluatie te lang geleden is.\n"
        "  Bron: Eigen uitwerking van samenwerkadvies\n"
        "  Gebruikt door: geen_evaluatie, eenzijdige_evaluatie\n"
        "  Aangepast door onze regels; het was 18.\n"
    ) in f"\n{result.stdout}"


def test_thresholds_are_told_in_english_and_with_a_decimal_point() -> None:
    result = call("thresholds", "--language", "en")
    assert "\ngroot_verschil_in_vertrouwen = 1.5 points\n" in result.stdout
    assert "  Used by: verschil_vertrouwen\n" in result.stdout


def test_thresholds_as_json_have_every_key(tmp_path: Path) -> None:
    told = json.loads(call("thresholds", "--rules", one_line(tmp_path, "bijna_al_het_geld: 90"), "-f", "json").stdout)
    found = {each["id"]: each for each in told["thresholds"]}
    assert found["bijna_al_het_geld"] == {
        "id": "bijna_al_het_geld",
        "value": 90,
        "unit": "procent",
        "explanation": "Vanaf welk deel van het geld één geldgever te belangrijk is.",
        "sources": ["eigen"],
        "rules": ["een_geldgever"],
        "declared_by": "samenwerkadvies",
        "changed_by": "onze regels",
        "was": 80,
    }
    assert found["groot_verschil_in_vertrouwen"]["value"] == 1.5
    assert found["groot_verschil_in_vertrouwen"]["was"] is None
    assert (told["language"], told["ruleset"]["name"]) == ("nl", "onze regels")


def test_rules_without_thresholds_say_so(tmp_path: Path) -> None:
    (tmp_path / "regels.yaml").write_text(FACTS + rules(een="mensen <= 1"), "utf-8")
    assert call("thresholds", "--rules", str(tmp_path)).stdout == "Deze regels hebben geen grenzen met een naam.\n"


def test_explain_says_that_a_rule_gives_way() -> None:
    assert "\nWijkt voor elk ander punt van deze voorwaarde.\n" in call("explain", "wringt_contact").stdout


def test_explain_suggests_the_nearest_rule() -> None:
    result = call("explain", "geen_evaluati")
    assert result.exit_code == 2
    assert "bedoelde je: geen_evaluatie" in result.stderr
    assert call("explain", "qqqq").exit_code == 2


def test_check_counts_what_is_there() -> None:
    result = call("check")
    assert result.exit_code == 0
    assert "13 voorwaarden, 83 feiten, 96 regels, 5 controles" in result.stdout


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


CHANGING = """\
breidt_uit: samenwerkadvies
regelset: {naam: onze regels, versie: '1'}
prioriteit: {eerst_tonen: 5}
regels:
  geen_evaluatie: {ernst: hoog, stappen: [Bel ons., Kom langs.], geen_uitweg: Zo is het.}
  leunt_op_een_persoon_mo: {uit: ja, waarom: Dat weten we al.}
"""


def changing(folder: Path) -> str:
    (folder / "eigen.yaml").write_text(CHANGING, "utf-8")
    return str(folder)


def test_check_shows_every_change_beside_what_it_was(tmp_path: Path) -> None:
    told = call("check", changing(tmp_path)).stdout.splitlines()
    steps = "Plan één middag met beide partijen. / Verzamel drie cijfers en drie verhalen."
    file = tmp_path / "eigen.yaml"
    assert told[2:] == [
        f"Aangepast: geen_evaluatie (in {file}:5)",
        "  - ernst: hoog (was: midden)",
        f"  - stappen: Bel ons. / Kom langs. (was: {steps})",
        "  - geen_uitweg: Zo is het. (was: niets)",
        f"Aangepast: prioriteit (in {file}:3)",
        "  - eerst_tonen: 5 (was: 3)",
        f"Uit: leunt_op_een_persoon_mo (in {file}:6). Waarom: Dat weten we al.",
        "  - continuiteit_in_gevaar gebruikt deze regel, en rekent nu zonder",
    ]


def test_check_gives_the_changes_as_json(tmp_path: Path) -> None:
    result = call("check", changing(tmp_path), "--format", "json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["problems"], told["warnings"]) == (0, [], [])
    rule, priority = told["changes"]
    assert (rule["part"], rule["id"], rule["replaced"], priority["part"]) == (
        "rule",
        "geen_evaluatie",
        False,
        "priority",
    )
    assert rule["keys"][0] == {"key": "ernst", "was": "midden", "became": "hoog"}
    assert rule["keys"][1]["became"] == ["Bel ons.", "Kom langs."]
    assert rule["keys"][2]["was"] is None
    (off,) = told["off"]
    assert (off["rule"], off["why"], off["missed_by"]) == (
        "leunt_op_een_persoon_mo",
        "Dat weten we al.",
        ["continuiteit_in_gevaar"],
    )


def test_check_gives_what_is_wrong_as_json(tmp_path: Path) -> None:
    (tmp_path / "eigen.yaml").write_text(CHANGING.replace("geen_evaluatie", "geen_evaluati"), "utf-8")
    result = call("check", str(tmp_path), "--format", "json")
    (problem,) = json.loads(result.stdout)["problems"]
    assert (result.exit_code, problem["code"], problem["hint"]) == (1, "SET13", "geen_evaluatie")


def test_explain_shows_what_was_changed_in_a_rule(tmp_path: Path) -> None:
    told = call("explain", "geen_evaluatie", "--rules", changing(tmp_path)).stdout
    assert "\nAangepast door onze regels:\n  - ernst: hoog (was: midden)\n" in told


def test_explain_says_who_answers_for_a_rule(tmp_path: Path) -> None:
    text = "breidt_uit: samenwerkadvies\nregels: {geen_evaluatie: {eigenaar: Team Samenleving}}\n"
    (tmp_path / "eigen.yaml").write_text(text, "utf-8")
    told = call("explain", "geen_evaluatie", "--rules", str(tmp_path)).stdout
    assert "\nEigenaar: Team Samenleving\n" in told
    assert "Eigenaar" not in call("explain", "geen_evaluatie").stdout


def test_explain_names_the_rules_that_are_off_and_missed(tmp_path: Path) -> None:
    told = call("explain", "continuiteit_in_gevaar", "--rules", changing(tmp_path)).stdout
    assert "\nLet op: deze regels staan uit en tellen hier niet mee:\n  - leunt_op_een_persoon_mo: Bij de" in told


def test_explain_says_that_a_rule_is_off(tmp_path: Path) -> None:
    result = call("explain", "leunt_op_een_persoon_mo", "--rules", changing(tmp_path))
    assert result.exit_code == 2
    assert result.stderr == "regel 'leunt_op_een_persoon_mo' staat uit in onze regels: Dat weten we al.\n"


def test_batch_names_the_rules_that_are_off(tmp_path: Path) -> None:
    table = tmp_path / "jaar.csv"
    table.write_text("naam,fase\nA,uitvoering\n", "utf-8")
    rules = changing(tmp_path)
    arguments = ("batch", str(table), str(tmp_path / "uit.csv"), "--date", "2026-03-01", "--rules")
    assert "Let op: deze regel staat uit: leunt_op_een_persoon_mo." in call(*arguments, rules).stdout
    more = CHANGING + "  weinig_zelfreflectie: {uit: ja, waarom: Zo.}\n"
    (tmp_path / "eigen.yaml").write_text(more, "utf-8")
    told = "Let op: deze regels staan uit: leunt_op_een_persoon_mo en weinig_zelfreflectie."
    assert told in call(*arguments, rules).stdout


def test_a_terminal_gets_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(cli.showing.Console, "is_terminal", True)
    assert "\x1b[" in call("advise", EXAMPLES[0]).stdout
    assert call("advise", *EXAMPLES[:2]).stdout.count("=" * 40) >= 1


IN_TIME = str(ROOT / "tests/good/geldig")


def test_check_names_the_rules_that_are_not_always_in_force() -> None:
    assert "Niet altijd: een_jaar: deze regel telt mee van 1 januari 2026 tot en met 31 december 2026." in (
        call("check", IN_TIME).stdout
    )
    told = json.loads(call("check", IN_TIME, "--format", "json").stdout)["not_always_in_force"]
    assert told[:2] == [
        {"rule": "een_jaar", "since": "2026-01-01", "before": "2027-01-01"},
        {"rule": "vanaf", "since": "2026-03-01", "before": None},
    ]


def test_batch_names_the_rules_that_are_not_always_in_force(tmp_path: Path) -> None:
    table = tmp_path / "jaar.csv"
    table.write_text("naam,steun\nA,nee\n", "utf-8")
    result = call("batch", str(table), str(tmp_path / "uit.csv"), "--date", "2026-03-01", "--rules", IN_TIME)
    assert "Let op: regel een_jaar telt niet altijd mee: " in result.stdout


def test_an_assessment_without_findings_is_markdown_too(tmp_path: Path) -> None:
    case = tmp_path / "leeg.json"
    case.write_text('{"peildatum": "2026-01-01", "feiten": {}}', "utf-8")
    told = call("advise", str(case), "--format", "markdown").stdout
    assert "**Let op: er is nog niets bekend." in told
    assert "niets gevonden" not in told


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


@pytest.mark.parametrize("case", EXAMPLES)
def test_advice_ends_with_at_most_five_questions_and_says_what_makes_each_point_go_away(case: str) -> None:
    text = call("advise", case, "--full").output
    assert 1 <= text.partition("WAT NOG NIET BEKEND IS")[2].count("\n  - ") <= 5
    shown = json.loads(call("advise", case, "-f", "json").output)["advice"]
    assert all(advice["resolved_when"] for advice in shown)
    words = " ".join(text.split())
    told = words.count("Zo merk je dat het gelukt is") + words.count("Dit punt gaat over als ")
    turned = [advice for advice in shown if goes_without_saying(advice)]
    assert told == len(shown) - len(turned)


def goes_without_saying(advice: dict[str, Any]) -> bool:
    """Say whether one answer is no and has to be yes, or the other way round."""
    if len(advice["because"]) != 1 or not isinstance(advice["because"][0].get("value"), bool):
        return False
    (reason,) = advice["because"]
    return [change["facts"] for change in advice["resolved_when"]] == [{reason["fact"]: not reason["value"]}]


SET = ("--set", "dragers_mo=2")


def test_set_shows_what_would_change() -> None:
    case = str(ROOT / "examples" / "sleutelpersonen.yaml")
    text = call("advise", case, *SET).output
    assert text.startswith("Wat er verandert voor Sleutelpersonen gezondheid\n")
    assert "OPGELOST\n- Bij de migrantenorganisatie rust het werk op hoogstens één persoon.\n" in text
    assert call("advise", case, *SET, "-f", "markdown").output.startswith("# Wat er verandert")
    (found,) = [
        each
        for each in json.loads(call("advise", case, *SET, "-f", "json").output)["findings"]
        if each["movement"] == "resolved"
    ]
    assert found["rule"] == "leunt_op_een_persoon_mo"
    assert len(json.loads(call("advise", case, case, *SET, "-f", "json").output)) == 2


def test_a_setting_that_is_wrong_is_pointed_at() -> None:
    result = call("advise", EXAMPLES[0], "--set", "dragers_mo=veel")
    assert result.exit_code == 2
    assert "--set:1:12: FEIT02 'veel' past niet bij dit feit" in result.stderr


def test_explain_with_a_case_tells_why_or_why_not() -> None:
    case = str(ROOT / "examples" / "buurtvaders.yaml")
    text = call("explain", "leunt_op_een_persoon_mo", case).output
    assert "In Buurtvaders met een eigen stichting: deze regel geldt niet.\n" in text
    assert text.endswith("  - 4 mensen van de migrantenorganisatie kunnen het werk zelfstandig doen.\n")
    (shown,) = json.loads(call("explain", "leunt_op_een_persoon_mo", case, "--format", "json").output)
    assert (shown["why"]["outcome"], shown["why_not"]["outcome"]) == (False, False)
    assert call("explain", "leunt_op_een_persoon_mo", "--format", "json").exit_code == 2


def test_compare_two_cases() -> None:
    before, after = str(ROOT / "examples" / "buurtvaders.yaml"), str(ROOT / "examples" / "opvoedsteun.yaml")
    assert "OPGELOST" in call("compare", before, after).output
    assert call("compare", before, before).output.endswith("Er is niets veranderd.\n")
    assert json.loads(call("compare", before, before, "-f", "json").output)["is_empty"] is True
    assert call("compare", before, after, "-f", "markdown", "-l", "en").output.startswith("# What changes for")


def test_compare_a_series() -> None:
    cases = EXAMPLES[:3]
    assert call("compare", *cases).output.startswith("Het verloop van")
    assert "| ---: | --- |" in call("compare", *cases, "-f", "markdown").output
    assert len(json.loads(call("compare", *cases, "-f", "json").output)["steps"]) == 2


def test_compare_takes_advice_that_was_kept_and_refuses_that_of_other_rules(tmp_path: Path) -> None:
    case, kept = EXAMPLES[0], tmp_path / "oud.json"
    advice = json.loads(call("advise", case, "-f", "json").output)
    kept.write_text(json.dumps(advice), "utf-8")
    assert call("compare", str(kept), case).output.endswith("Er is niets veranderd.\n")
    result = call("compare", str(kept), case, "--language", "en")
    assert (result.exit_code, "kies: --language nl" in result.stderr) == (2, True)
    advice["ruleset"]["fingerprint"] = f"sha256:{'0' * 64}"
    kept.write_text(json.dumps(advice), "utf-8")
    result = call("compare", str(kept), case)
    assert (result.exit_code, "beoordeeld met andere regels" in result.stderr) == (2, True)
    assert "kies: --reassess" in result.stderr
    assert call("compare", str(kept), case, "--reassess").output.endswith("Er is niets veranderd.\n")


def test_compare_needs_two_files_with_one_case_each(tmp_path: Path) -> None:
    assert "twee bestanden nodig" in call("compare", EXAMPLES[0]).stderr
    two = tmp_path / "twee.yaml"
    two.write_text("- {peildatum: 2026-01-01, feiten: {}}\n" * 2, "utf-8")
    assert "staan 2 casussen" in call("compare", EXAMPLES[0], str(two)).stderr


def interview(case: Path, typed: str, *options: str) -> Result:
    return CliRunner().invoke(app, ["ask", str(case), *options], input=typed)


@pytest.fixture
def small_rules(tmp_path: Path) -> str:
    folder = tmp_path / "regels"
    folder.mkdir()
    expressions = {"een": "gemeente(steun) <= 2", "twee": "vorm = geen en veilig = nee", "drie": "evaluatie = nooit"}
    (folder / "regels.yaml").write_text(FACTS + rules(**expressions, vier="mensen <= 1"), "utf-8")
    return str(folder)


def test_ask_interviews_and_ends_with_advice_and_a_case(tmp_path: Path, small_rules: str) -> None:
    case = tmp_path / "casus.yaml"
    typed = "Proef\n2026-01-31\nx\n1\n\n<\n2\n2\nnooit\nnee\n9\nOP PAPIER\n"
    result = interview(case, typed, "--rules", small_rules)
    assert result.exit_code == 0, result.output
    for part in (
        "VRAGEN AAN DE GEMEENTE\n\nVraag 1. Hierna nog hoogstens 4.\nHoe is de steun?\n  een getal van 1 tot en met 5",
        "'x' past niet bij deze vraag. Verwacht: een getal van 1 tot en met 5.",
        "'9' past niet bij deze vraag. Verwacht: een getal van 1 tot en met 3.",
        "Dit komt nu naar voren: Er is iets gevonden.",
        "VRAGEN OM SAMEN TE BESPREKEN",
        "een datum, zoals 2026-03-01, of nooit",
        "Dit is de laatste.",
        "Advies voor Proef",
        "Je antwoorden staan in",
    ):
        assert part in result.output
    assert case.read_text("utf-8") == (
        "naam: Proef\npeildatum: '2026-01-31'\nfeiten:\n  steun: {gemeente: 2}\n  mensen: 2\n  evaluatie: nooit\n"
        "  veilig: nee\n  vorm: papier\n"
    )


def test_ask_can_be_stopped_and_resumed_and_takes_what_nobody_knows(tmp_path: Path, small_rules: str) -> None:
    case = tmp_path / "casus.json"
    first = interview(case, "Proef\n\n?\na\nq\n", "--rules", small_rules)
    assert first.exit_code == 0
    assert json.loads(case.read_text("utf-8"))["feiten"] == {"steun": {"gemeente": "onbekend"}}
    second = interview(case, "2\n2027-01-01\nnee\n", "--rules", small_rules, "--party", "samen")
    assert second.exit_code == 130
    assert "Je antwoorden staan in" in second.output
    assert json.loads(case.read_text("utf-8"))["feiten"] == {
        "mensen": 2,
        "evaluatie": "2027-01-01",
        "veilig": False,
        "steun": {"gemeente": "onbekend"},
    }


def test_ask_offers_with_every_question_what_can_be_typed_besides_an_answer(tmp_path: Path, small_rules: str) -> None:
    keys = "  (? = weet ik niet, < = terug, a = advies, q = later verder)\n> "
    result = interview(tmp_path / "casus.yaml", "Proef\n\n3\n\nweet ik niet\n?\nQ\n", "--rules", small_rules)
    assert (result.exit_code, result.output.count(keys)) == (0, 5)
    assert "\nTyp een antwoord. Weet je het niet? Typ dan ?.\n" in result.output
    assert (
        "\n'weet ik niet' past niet bij deze vraag. Verwacht: een getal, in mensen. Weet je het niet?" in result.output
    )
    assert "feiten:\n  steun: {gemeente: 3}\n  mensen: onbekend\n" in (tmp_path / "casus.yaml").read_text("utf-8")


@pytest.mark.parametrize(("label", "answer"), [("A", "mondeling"), ("Q", "papier")])
def test_ask_takes_a_capital_that_is_an_answer_as_that(tmp_path: Path, label: str, answer: str) -> None:
    labelled = FACTS.replace("label: mondeling", "label: A").replace("label: op papier", "label: Q")
    ruleset_from(tmp_path / "regels", labelled + rules(een="vorm = geen", twee="mensen <= 1"))
    case = tmp_path / "casus.yaml"
    result = interview(case, f"Proef\n\nA\n2\n{label}\n", "--rules", str(tmp_path / "regels"))
    assert (result.exit_code, result.output.count("Advies voor Proef")) == (0, 2), result.output
    assert case.read_text("utf-8").endswith(f"feiten:\n  mensen: 2\n  vorm: {answer}\n")


def test_ask_says_that_there_is_nothing_to_go_back_to(tmp_path: Path, small_rules: str) -> None:
    result = interview(tmp_path / "casus.yaml", "Proef\n\n<\n3\n<\nA\nq\n", "--rules", small_rules)
    assert result.output.count("\nDit is de eerste vraag van dit gesprek: terug kan nog niet.\n") == 1
    assert result.output.count("Advies voor Proef") == 1


@pytest.mark.parametrize("typed", ["q\n", " Q \n", "Proef\nq\n"])
def test_ask_can_be_stopped_at_the_name_and_at_the_date(tmp_path: Path, small_rules: str, typed: str) -> None:
    result = interview(tmp_path / "casus.yaml", typed, "--rules", small_rules)
    assert result.exit_code == 0
    assert result.output.startswith("Hoe heet de samenwerking? (mag leeg blijven; q = stop): ")
    assert "Typ je antwoord" not in result.output
    assert result.output.endswith("Er is nog niets bewaard.\n")
    assert not (tmp_path / "casus.yaml").exists()


def test_ask_says_what_can_be_typed_once_there_is_something_that_is_kept(tmp_path: Path, small_rules: str) -> None:
    result = interview(tmp_path / "casus.yaml", "Proef\n2026-01-31\nq\n", "--rules", small_rules)
    asked = "Voor welke dag gelden de antwoorden? (q = stop)"
    assert result.output.index(asked) < result.output.index("\n\nTyp je antwoord en druk op Enter.")
    assert result.output.count("alles is bewaard") == 1


def test_ask_that_is_broken_off_at_the_name_keeps_nothing_and_says_so(tmp_path: Path, small_rules: str) -> None:
    result = interview(tmp_path / "casus.yaml", "", "--rules", small_rules)
    assert (result.exit_code, result.output.endswith("\nEr is nog niets bewaard.\n")) == (130, True)


def test_ask_asks_again_for_a_name_or_a_date_that_does_not_fit(tmp_path: Path, small_rules: str) -> None:
    typed = f"?\n<\na\n{'x' * 201}\nProef\n1-2\n31 feb 2026\n5000-01-01\n3/4/2026\n1-2-2026\n3\nq\n"
    result = interview(tmp_path / "casus.yaml", typed, "--rules", small_rules)
    assert result.exit_code == 0, result.output
    for part in (
        "'?' is geen naam. Verwacht: een naam, of niets.",
        "'<' is geen naam. Verwacht: een naam, of niets.",
        "'a' is geen naam. Verwacht: een naam, of niets.",
        f"De naam '{'x' * 60}…' is te lang: 201 tekens. Verwacht: een naam op één regel van hoogstens 200 tekens",
        "'1-2' is geen datum. Verwacht: een datum zoals 2026-03-01.",
        "'31 feb 2026' is geen datum. Verwacht: een datum zoals 2026-03-01.",
        "'5000-01-01' valt buiten de jaren 1900 tot en met 2200. Verwacht: een datum zoals 2026-03-01.",
        "'3/4/2026' kan twee dagen betekenen. Verwacht: een datum zoals 2026-03-01. Bedoelde je: 2026-04-03 of",
    ):
        assert part in result.output
    assert (tmp_path / "casus.yaml").read_text("utf-8").startswith("naam: Proef\npeildatum: '2026-02-01'\n")
    english = interview(tmp_path / "other.yaml", "?\n\nx\nq\n", "-l", "en")
    assert "'?' is no name. Expected: a name, or nothing." in english.output
    assert "'x' is no date. Expected: a date such as 2026-03-01." in english.output


def test_ask_takes_blanks_for_the_day_that_it_offers(tmp_path: Path, small_rules: str) -> None:
    result = interview(tmp_path / "casus.yaml", "Proef\n \t\nq\n", "--rules", small_rules)
    assert "Verwacht" not in result.output
    assert f"peildatum: '{datetime.date.today().isoformat()}'" in (tmp_path / "casus.yaml").read_text("utf-8")  # noqa: DTZ011


def test_ask_says_why_the_answer_to_a_question_is_no_day_that_fits(tmp_path: Path) -> None:
    past = FACTS.replace("soort: datum, wie: samen, beter: eerder,", "soort: datum, wie: samen, toekomst: nee,")
    ruleset_from(tmp_path / "regels", past + rules(een="maanden_sinds(start) >= 2"))
    typed = "Proef\n2026-01-31\n5000-01-01\n2027-01-01\nx\nq\n"
    result = interview(tmp_path / "casus.yaml", typed, "--rules", str(tmp_path / "regels"))
    assert [line.partition(". Verwacht: ")[0] for line in result.output.splitlines() if "Verwacht" in line] == [
        "'5000-01-01' valt buiten de jaren 1900 tot en met 2200",
        "2027-01-01 ligt na de peildatum 2026-01-31, en dit moet al geweest zijn",
        "'x' is geen datum",
    ]


def test_ask_refuses_a_date_that_is_none_before_it_asks_anything(tmp_path: Path, small_rules: str) -> None:
    result = interview(tmp_path / "casus.yaml", "Proef\n", "--rules", small_rules, "--date", "1-2")
    assert (result.exit_code, result.stdout) == (2, "")


def test_ask_in_english_for_one_party(tmp_path: Path) -> None:
    case = tmp_path / "casus.yaml"
    result = interview(case, "<\nq\n", "-l", "en", "--date", "2026-01-01", "--party", "gemeente")
    assert "What is the partnership called?" in result.output
    case.write_text("peildatum: 2026-01-01\nfeiten: {}\n", "utf-8")
    result = interview(case, "<\nq\n", "-l", "en", "--party", "gemeente")
    assert "QUESTIONS FOR THE MUNICIPALITY" in result.output


def test_ask_leaves_a_file_as_it_is_until_something_is_answered(tmp_path: Path, small_rules: str) -> None:
    case = tmp_path / "casus.yaml"
    case.write_text("peildatum: 2026-01-01 # vandaag\nfeiten: {}\n", "utf-8")
    interview(case, "<\nzomaar\nq\n", "--rules", small_rules)
    assert case.read_text("utf-8") == "peildatum: 2026-01-01 # vandaag\nfeiten: {}\n"
    interview(case, "3\nq\n", "--rules", small_rules)
    assert case.read_text("utf-8") == "peildatum: 2026-01-01 # vandaag\nfeiten:\n  steun: {gemeente: 3}\n"


def test_ask_writes_another_date_with_the_first_answer(tmp_path: Path, small_rules: str) -> None:
    case = tmp_path / "casus.yaml"
    case.write_text("feiten: {}\n", "utf-8")
    interview(case, "3\nq\n", "--rules", small_rules, "--date", "1-2-2026")
    assert case.read_text("utf-8") == "feiten:\n  steun: {gemeente: 3}\npeildatum: 2026-02-01\n"


def test_ask_refuses_what_it_cannot_use(tmp_path: Path) -> None:
    result = interview(tmp_path / "casus.yaml", "", "--party", "gemente")
    assert (result.exit_code, "bedoelde je: gemeente" in result.stderr) == (2, True)
    (tmp_path / "casus.yaml").write_text("peildatum: 2026-01-01\nfeiten: {mensn: 1}\n", "utf-8")
    assert interview(tmp_path / "casus.yaml", "").exit_code == 2


@pytest.fixture
def scan_rules(tmp_path: Path) -> str:
    scanned_ruleset(tmp_path / "scan")
    return str(tmp_path / "scan")


SCAN_SCORES = "4\n4\n3\n4\n2\n3\n"
"""Of the municipality about money, time and place; then of the migrant organisation, for whom time pinches."""


def test_ask_quick_gives_a_first_look_at_once_and_then_asks_where_it_pinches(tmp_path: Path, scan_rules: str) -> None:
    case = tmp_path / "casus.yaml"
    result = interview(case, f"Proef\n2026-01-31\n{SCAN_SCORES}ja\nnee\nnee\n", "--rules", scan_rules, "--quick")
    assert result.exit_code == 0, result.output
    parts = (
        "Dit is de snelle scan. Elke partij krijgt 3 vragen. Dat kost elke partij ongeveer 1 minuut.",
        "VRAGEN AAN DE GEMEENTE\n\nVraag 1 van 3.\nHoe gaat het met geld?",
        "VRAGEN AAN DE MIGRANTENORGANISATIE\n\nVraag 1 van 3.",
        "Vraag 3 van 3.",
        "Advies voor Proef\nLet op: dit is een eerste indruk.",
        "Dit was de eerste indruk. Nu komen de vragen over de punten waar het wringt.",
        "VRAGEN AAN DE GEMEENTE\n\nNa deze vraag nog ongeveer 2.\nIs er tijd hier?",
        "Misschien is dit de laatste vraag.\nBeginnen jullie net?",
        "Advies voor Proef",
        "Dit waren de vragen van de snelle scan. Zonder --quick krijg je ook de andere vragen.",
        "Je antwoorden staan in",
    )
    place = 0
    for part in parts:
        place = result.output.index(part, place) + 1
    assert result.output.count("Let op: dit is een eerste indruk.") == 1
    assert "snelle scan" not in interview(case, "q\n", "--rules", scan_rules).output


def test_ask_quick_goes_on_where_it_was_and_does_not_say_the_same_advice_twice(tmp_path: Path, scan_rules: str) -> None:
    case = tmp_path / "casus.yaml"
    result = interview(case, f"Proef\n2026-01-31\n{SCAN_SCORES}q\n", "--rules", scan_rules, "--quick")
    assert (result.exit_code, result.output.count("Advies voor Proef")) == (0, 1)
    result = interview(case, "a\nq\n", "--rules", scan_rules, "--quick")
    assert "De eerste vragen voor dit gesprek zijn klaar. Nu komen de punten waar het wringt." in result.output
    assert "Vraag 1 van" not in result.output
    assert result.output.count("Advies voor Proef") == 1


def test_ask_quick_ends_where_nothing_pinches(tmp_path: Path, scan_rules: str) -> None:
    case = tmp_path / "casus.yaml"
    result = interview(case, "Proef\n2026-01-31\n4\n4\n?\n", "--rules", scan_rules, "--quick", "--party", "gemeente")
    assert (result.exit_code, result.output.count("Advies voor Proef")) == (0, 1)
    assert "Nu komen de" not in result.output
    everything = {f"{name}_{where}": True for name in ("geld", "tijd", "plek") for where in ("hier", "daar")}
    scan = {f"scan_{name}": {"gemeente": 3, "migrantenorganisatie": 3} for name in ("geld", "tijd", "plek")}
    case.write_text(json.dumps({"peildatum": "2026-01-31", "feiten": everything | scan}), "utf-8")
    assert "Zonder --quick" not in interview(case, "", "--rules", scan_rules, "--quick").output


def test_ask_quick_speaks_english(tmp_path: Path) -> None:
    result = interview(tmp_path / "casus.yaml", "\n2026-01-31\nq\n", "-l", "en", "--quick")
    assert (
        "This is the quick scan. Each party gets 13 questions. That takes each party about 5 minutes." in result.output
    )


def test_the_quick_scan_of_one_question_is_told_as_one(tmp_path: Path) -> None:
    gives_way = rules(scan="cijfer <= 2") + "    wijkt_voor: voorwaarde\n"
    ruleset_from(tmp_path / "regels", CONDITIONS + FACTS + gives_way)
    result = interview(tmp_path / "c.yaml", "\n2026-01-31\nq\n", "--rules", str(tmp_path / "regels"), "--quick")
    assert "Elke partij krijgt 1 vraag." in result.output
    assert "VRAGEN OM SAMEN TE BESPREKEN\n\nVraag 1 van 1." in result.output


def test_ask_quick_is_refused_for_rules_without_first_looks(tmp_path: Path, small_rules: str) -> None:
    result = interview(tmp_path / "casus.yaml", "", "--rules", small_rules, "--quick")
    assert result.exit_code == 2
    assert result.stderr == (
        "deze regels hebben geen snelle scan\n"
        "   = verwacht: een vraag waar alleen regels met 'wijkt_voor: voorwaarde' naar kijken\n"
        "   = kies: dezelfde opdracht zonder --quick\n"
    )


@pytest.mark.parametrize("name", ["\x1b[2J\x07.yaml", "a\nb\u202e.json", "half\udc9b.yaml", "x" * 5_000 + ".yaml"])
@pytest.mark.parametrize("command", ["advise", "compare", "batch", "check"])
def test_what_stands_in_the_name_of_a_file_never_reaches_a_terminal_as_it_is(command: str, name: str) -> None:
    result = call(command, name, *(["uit.csv"] if command in ("compare", "batch") else []))
    assert result.exit_code == 2
    shown = result.stdout + result.stderr
    assert all(line.isprintable() and len(line) < 500 for line in shown.splitlines())


def test_check_warns_of_what_can_hardly_be_meant(tmp_path: Path) -> None:
    part = "veilig = nee of (mensen <= 1 en mensen >= 3)"
    (tmp_path / "regels.yaml").write_text(FACTS + rules(een=part, twee=part), "utf-8")
    result = call("check", str(tmp_path))
    assert (result.exit_code, "klopt" in result.stdout) == (1, True)
    assert "LET01 dit deel kan nooit waar zijn" in result.stderr
    assert result.stderr.endswith("\n\n2 waarschuwingen: de regels werken, maar kijk dit na.\n")
