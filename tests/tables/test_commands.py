"""The commands about tables and questionnaires, used as people use them."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from building import small_ruleset
from samenwerkadvies.cli import app

HEAD = "naam;peildatum;dragers_mo;erkenning.gemeente;regio\n"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "jaar.csv"
    path.write_text(HEAD + "a;2026-01-31;1;2;Oost\nb;2026-01-31;3;4;West\n", "utf-8")
    return path


LITTLE = "Let op: over {} is nog te weinig bekend om te zeggen dat er niets aan de hand is.\n"


def test_batch_says_how_many_and_where(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "advies.csv"
    result = call("batch", source, target, "--keep", "regio", "--table", "advice", "--texts")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        f"2 samenwerkingen beoordeeld: {target}\n2 rijen gelezen: 2 beoordeeld.\n{LITTLE.format('2 samenwerkingen')}"
    )
    lines = target.read_text("utf-8").splitlines()
    assert lines[0].endswith(";absorbed_by;finding;steps")
    assert lines[1].startswith("a;Oost;1;leunt_op_een_persoon_mo;")


def test_batch_speaks_of_one(source: Path, tmp_path: Path) -> None:
    source.write_text(HEAD + "a;2026-01-31;1;2;Oost\nb;2026-01-31;-3;4;West\n", "utf-8")
    target, aside = tmp_path / "advies.csv", tmp_path / "advies-apart.csv"
    result = call("batch", source, target, "--keep", "regio")
    assert result.exit_code == 1
    assert result.stdout == (
        f"1 samenwerking beoordeeld: {target}\n2 rijen gelezen: 1 beoordeeld, 1 apart.\n"
        f"{LITTLE.format('1 samenwerking')}"
    )
    assert result.stderr == (
        f"1 rij klopt niet en staat apart, met de reden: {aside}\n"
        "- rij 3 (b): dragers_mo: '-3' past niet (verwacht: een heel getal van 0 tot en met 10000)\n"
    )


def test_batch_tells_the_first_reasons(source: Path, tmp_path: Path) -> None:
    source.write_text(HEAD + "a;2026-01-31;veel;2;Oost\n" * 7, "utf-8")
    result = call("batch", source, tmp_path / "advies.csv", "--keep", "regio")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines[0].startswith("7 rijen kloppen niet en staan apart, met de reden: ")
    assert len(lines) == 1 + 5 + 1
    assert lines[-1] == "- … en meer"


def test_batch_says_of_a_long_table_what_is_wrong_and_what_follows(tmp_path: Path) -> None:
    source = tmp_path / "antwoorden.csv"
    rows = ["a;dragers_mo;veel", "a;fase;bezig", "a;dragers_gemeente;3", "b;dragers_mo;2", "c;fase;bezig"]
    source.write_text("\n".join(["naam;feit;antwoord", *rows]), "utf-8")
    result = call("batch", source, tmp_path / "advies.csv", "--date", "2026-01-31")
    told = "3 rijen kloppen niet. Daarom staan 2 samenwerkingen apart, met de reden: "
    assert result.stderr.startswith(told)
    source.write_text("\n".join(["naam;feit;antwoord", rows[0], rows[2], "a;fase;"]), "utf-8")
    result = call("batch", source, tmp_path / "advies.csv", "--date", "2026-01-31")
    assert result.stderr.startswith("1 rij klopt niet en staat apart")


def test_batch_tells_that_a_picture_is_provisional(tmp_path: Path, source: Path) -> None:
    perceptions = ["erkenning", "gelijkwaardigheid", "taken_helder", "zelfde_doel", "kritiek_veilig", "doelen_haalbaar"]
    perceptions += ["afspraken_nagekomen", "open_over_problemen", "invloed_op_besluit", "verantwoording_past"]
    perceptions += ["draagvlak_uitvoering", "haalbaar_voor_mo", "zelfreflectie_ander", "besluit_te_begrijpen"]
    perceptions += ["scan_draagvlak", "scan_positie", "scan_rollen", "scan_contact"]
    head = ";".join(f"{name}.gemeente" for name in perceptions)
    source.write_text(f"naam;peildatum;{head}\na;2026-01-31{';4' * len(perceptions)}\n", "utf-8")
    result = call("batch", source, tmp_path / "advies.csv")
    note = "Let op: bij 1 samenwerking is het beeld voorlopig, want belangrijke antwoorden ontbreken nog.\n"
    assert note in result.stdout


def test_texts_stand_beside_rules_only(source: Path, tmp_path: Path) -> None:
    result = call("batch", source, tmp_path / "advies.csv", "--texts")
    assert (result.exit_code, result.stderr) == (2, "--texts kan alleen met --table advice of --table undecided\n")


def test_batch_writes_nothing_when_the_columns_are_wrong(source: Path, tmp_path: Path) -> None:
    result = call("batch", source, tmp_path / "advies.csv")
    assert result.exit_code == 2
    assert "TABEL01 onbekende kolom 'regio'" in result.stderr
    assert "1 probleem gevonden." in result.stderr
    assert list(tmp_path.iterdir()) == [source]


def test_batch_takes_a_date_a_name_and_how_text_is_written(tmp_path: Path) -> None:
    source, target = tmp_path / "jaar.txt", tmp_path / "advies.jsonl"
    source.write_bytes("titel|dragers_mo\nZoë|1\n".encode("cp1252"))
    options = ("--date", "31-1-2026", "--name", "titel", "--encoding", "cp1252", "--separator", "|")
    result = call("batch", source, target, *options, "--language", "en")
    assert (result.exit_code, result.stderr) == (0, "")
    assert '"partnership":"Zoë"' in target.read_text("utf-8")


TERMINATED = """
import os, shutil, signal, sys
from samenwerkadvies.cli import run
shutil.copyfileobj = lambda *_: os.kill(os.getpid(), signal.SIGTERM)
run()
"""


def test_who_stops_it_while_it_writes_leaves_nothing(source: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", TERMINATED, "batch", source, tmp_path / "advies.csv", "--keep", "regio"]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (143, "", "")
    assert list(tmp_path.iterdir()) == [source]


def test_template_and_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("template", "--date", "2026-03-01").stdout == "Lege vragenlijst: vragenlijst.xlsx\n"
    assert call("template", "--format", "csv").stdout == "Lege vragenlijst: vragenlijst.csv\n"
    again = call("template")
    assert (again.exit_code, again.stdout) == (2, "")
    assert "TABEL06 dit bestand is er al" in again.stderr
    assert call("template", "taal.xlsx", "--name", "Taal", "--date", "2026-03-01").exit_code == 0
    result = call("batch", "taal.xlsx", "advies.csv")
    assert result.stdout == (
        "1 samenwerking beoordeeld: advies.csv\n- Taal: 1 vragenlijst\n"
        "Let op: hier staat geen enkel antwoord in: taal.xlsx.\n"
    )
    assert Path("advies.csv").read_text("utf-8-sig").splitlines()[1].startswith("Taal;")


def test_a_template_of_the_quick_scan_and_back(tmp_path: Path) -> None:
    made = call("template", tmp_path / "snel.csv", "--quick", "--name", "Taal", "--date", "2026-03-01")
    assert (made.exit_code, (tmp_path / "snel.csv").read_text("utf-8-sig").count("\n")) == (0, 29)
    told = call("batch", tmp_path / "snel.csv", tmp_path / "advies.csv")
    assert (told.exit_code, "eerste indruk" in told.stdout) == (0, False)
    filled = (tmp_path / "snel.csv").read_text("utf-8-sig").replace("samenwerking?;;", "samenwerking?;4;", 1)
    (tmp_path / "snel.csv").write_text(filled, "utf-8")
    told = call("batch", tmp_path / "snel.csv", tmp_path / "advies.csv")
    assert "Let op: bij 1 samenwerking is het advies een eerste indruk.\n" in told.stdout
    assert LITTLE.format("1 samenwerking") not in told.stdout
    head, row = ((tmp_path / "advies.csv").read_text("utf-8-sig").splitlines()[number].split(";") for number in (0, 1))
    assert dict(zip(head, row, strict=False))["first_look"] == "true"
    small_ruleset(tmp_path / "regels", een="mensen <= 1")
    refused = call("template", tmp_path / "anders.csv", "--quick", "--rules", tmp_path / "regels")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("deze regels hebben geen snelle scan\n")


def test_a_name_and_a_format_may_not_contradict(tmp_path: Path) -> None:
    result = call("template", tmp_path / "v.xlsx", "--format", "csv")
    assert result.exit_code == 2
    assert "eindigt niet op .csv" in result.stderr
    result = call("template", tmp_path / "v.xlsx", "--date", "morgen")
    assert (result.exit_code, result.stderr) == (
        2,
        "'morgen' is geen datum\n   = verwacht: een datum zoals 2026-03-01 of 1-3-2026\n",
    )
    assert list(tmp_path.iterdir()) == []
