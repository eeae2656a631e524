"""From a file to a report of groups: a page or a workbook, with rows that do not fit beside it."""

from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from samenwerkadvies.cli import app


def call(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "jaar.csv"
    rows = [f"n{number};2026-01-31;1;2;regio Noord\n" for number in range(12)]
    rows += [f"z{number};2026-01-31;;;regio Zuid\n" for number in range(11)]
    rows += [f"w{number};2026-01-31;3;4;regio West\n" for number in range(2)]
    path.write_text("naam;peildatum;dragers_mo;erkenning.gemeente;regio\n" + "".join(rows), "utf-8")
    return path


def test_a_page_is_written(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "groepen.html"
    result = call("batch", source, target, "--by", "regio")
    assert (result.exit_code, result.stderr) == (0, "")
    page = target.read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "Samenwerkingen per regio" in page
    assert "regio Noord" in page
    assert "kleine groepen samen" in page


def test_a_minimum_of_ones_own_holds(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "groepen.html"
    assert call("batch", source, target, "--by", "regio", "--minimum", 2).exit_code == 0
    assert "regio West" in target.read_text("utf-8")
    assert "kleine groepen samen" not in target.read_text("utf-8")


def test_what_does_not_fit_stands_beside_the_page_as_a_table(source: Path, tmp_path: Path) -> None:
    source.write_text(source.read_text("utf-8") + "x;2026-01-31;-4;2;regio Noord\n", "utf-8")
    result = call("batch", source, tmp_path / "groepen.html", "--by", "regio")
    assert result.exit_code == 1
    assert "-4" in (tmp_path / "groepen-apart.csv").read_text("utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_workbook_begins_with_how_to_read_it(source: Path, tmp_path: Path, language: str) -> None:
    target = tmp_path / "groepen.xlsx"
    assert call("batch", source, target, "--by", "regio", "--minimum", 2, "--language", language).exit_code == 0
    book = openpyxl.load_workbook(target)
    names = {"nl": ["Leeswijzer", "Samenvatting", "Voorwaarden", "Adviezen"], "en": ["How to read", "Summary"]}
    assert book.sheetnames[: len(names[language])] == names[language]
    guide, summary, conditions, advice = book.worksheets
    assert guide["A1"].value == {"nl": "Samenwerkingen per regio", "en": "Partnerships by regio"}[language]
    rows = {row[0]: row for row in summary.iter_rows(values_only=True)}
    assert rows["regio Zuid"][1:6] == (11, 0, 11, 0, 1)
    assert rows["regio Zuid"][-1] == {"nl": "weinig bekend", "en": "little known"}[language]
    assert conditions.max_row == 1 + 13 * (len(rows) - 1)
    words = {row[2] for row in advice.iter_rows(min_row=2, values_only=True)}
    assert words <= {"nl": {"kritiek", "hoog", "midden", "laag", "sterk punt"}, "en": words}[language]
    assert advice["C2"].fill.fgColor.rgb != "00000000"
    for sheet in book.worksheets[1:]:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "B2"
        assert sheet.page_setup.orientation == "landscape"


@pytest.mark.parametrize(
    ("target", "more", "said"),
    [
        ("groepen.csv", [], "een bestand dat eindigt op .html of .xlsx"),
        ("groepen.html", ["--texts"], "--by maakt een overzicht van groepen: laat --table en --texts weg"),
        ("groepen.html", ["--table", "advice"], "--by maakt een overzicht van groepen: laat --table en --texts weg"),
    ],
)
def test_what_does_not_go_together_is_refused(
    source: Path, tmp_path: Path, target: str, more: list[str], said: str
) -> None:
    result = call("batch", source, tmp_path / target, "--by", "regio", *more)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / target).exists()


def test_a_column_that_is_not_there_is_refused(source: Path, tmp_path: Path) -> None:
    result = call("batch", source, tmp_path / "groepen.html", "--by", "gemeente")
    assert result.exit_code == 2
    assert "er is geen kolom 'gemeente'" in result.stderr


def test_a_page_without_groups_is_refused(source: Path, tmp_path: Path) -> None:
    assert call("batch", source, tmp_path / "advies.html").exit_code == 2
