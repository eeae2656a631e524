"""A workbook with results begins with how to read it and how it stands in all; a colour stands behind its words."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from building import FACTS, rules, ruleset_from
from samenwerkadvies import Ruleset
from samenwerkadvies.tables import BatchOptions, assess_file

ROWS = """naam;peildatum;besproken;dragers_mo;erkenning.gemeente;erkenning.migrantenorganisatie;subsidie_per_jaar
=1+1;2026-01-31;1-2-2026;0;4;1;1000
Vaders;2026-01-31;;3;5;5;
Stil;2026-01-31;;;;;
Fout;2026-01-31;;-4;;;
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "jaar.csv").write_text(ROWS, "utf-8")
    return tmp_path / "jaar.csv"


def book_of(source: Path, ruleset: Ruleset, **chosen: object) -> Workbook:
    target = source.with_name("advies.xlsx")
    options = BatchOptions(metadata=("besproken",), **chosen)  # type: ignore[arg-type]  # choices
    assess_file(source, target, ruleset=ruleset, options=options)
    return openpyxl.load_workbook(target)


def test_it_begins_with_a_guide_and_a_summary(source: Path, shipped: Ruleset) -> None:
    book = book_of(source, shipped)
    assert book.sheetnames == ["Leeswijzer", "Samenvatting", "Per voorwaarde", "Uitkomst"]
    guide, summary, conditions, results = book.worksheets
    assert guide["A1"].value == "Advies over 3 samenwerkingen"
    lines = [cell.value for cell in guide["A"]]
    assert "nog onbekend: er ontbreken nog antwoorden, dus dit kun je nog niet zeggen." in lines
    assert any(str(line).startswith("Eerste indruk: over de voorwaarden is alleen geantwoord") for line in lines)
    found = {row[0]: row[1:] for row in summary.iter_rows(min_row=2, values_only=True)}
    assert found["samenwerkingen beoordeeld"] == (3, None)
    assert found["met iets dat niet kan wachten"] == (1, 1 / 3)
    assert found["zonder één antwoord"] == (1, 1 / 3)
    assert found["die apart staan, want er klopt iets niet in"] == (1, None)
    assert found["met alleen een eerste indruk"] == (0, 0)
    assert found["vragen beantwoord"][0] == 7
    assert found["vragen beantwoord: gemeente"][0] == 3
    rows = list(conditions.iter_rows(min_row=2, values_only=True))
    assert len(rows) == len(shipped.conditions)
    assert all(sum(row[1:5]) == 3 for row in rows)
    assert sum(row[5] for row in rows) == 7
    for sheet in book.worksheets[1:]:
        assert (sheet.page_setup.orientation, sheet.freeze_panes, sheet.print_title_rows) == (
            "landscape",
            "B2",
            "$1:$1",
        )
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    (table,) = results.tables.values()
    assert table.autoFilter.ref == results.dimensions


def test_without_a_quick_scan_it_does_not_speak_of_a_first_look(tmp_path: Path) -> None:
    ruleset = ruleset_from(tmp_path / "regels", FACTS + rules(een="veilig = nee"))
    source = tmp_path / "jaar.csv"
    source.write_text("naam;peildatum;veilig\nNoord;2026-01-31;nee\n", "utf-8")
    assess_file(source, tmp_path / "uit.xlsx", ruleset=ruleset)
    guide, summary, *_ = openpyxl.load_workbook(tmp_path / "uit.xlsx").worksheets
    assert not any("indruk" in str(cell.value) for sheet in (guide, summary) for cell in sheet["A"])


def test_how_much_was_answered_stands_beside_each(source: Path, shipped: Ruleset) -> None:
    results = book_of(source, shipped)["Uitkomst"]
    heads = [cell.value for cell in results[1]]
    place = heads.index("beantwoord")
    assert heads[place : place + 3] == ["beantwoord", "beantwoord: gemeente", "beantwoord: organisatie"]
    cells = [results.cell(row, place + 1) for row in (2, 3, 4)]
    assert [cell.number_format for cell in cells] == ["0%"] * 3
    assert cells[0].value > cells[1].value > cells[2].value == 0


def test_words_have_a_colour_and_nothing_is_a_formula(source: Path, shipped: Ruleset) -> None:
    book = book_of(source, shipped, table="advice")
    results = book["Uitkomst"]
    assert results["A2"].value == "=1+1"
    assert results["A2"].data_type == "s"
    (coloured,) = results.conditional_formatting
    heads = [cell.value for cell in results[1]]
    assert str(coloured.sqref).startswith("ABCDEFGHIJ"[heads.index("ernst")])
    assert coloured.rules[0].formula == ['"kritiek"']
    with zipfile.ZipFile(source.with_name("advies.xlsx")) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name)]
    assert [cell.value for cell in book["Leeswijzer"]["A"]][4].startswith("Tabblad Uitkomst: een rij per advies.")


def test_it_speaks_the_language_that_is_asked(source: Path, shipped: Ruleset) -> None:
    book = book_of(source, shipped, language="en")
    assert book.sheetnames == ["How to read", "Summary", "By condition", "Result"]
    assert "answered: jointly" in [cell.value for cell in book["Result"][1]]


def test_of_nobody_there_is_no_share(source: Path, shipped: Ruleset) -> None:
    source.write_text(ROWS.splitlines()[0] + "\n=1;2026-01-31;;1;;;\n", "utf-8")
    assert book_of(source, shipped)["Leeswijzer"]["A1"].value == "Advies over 1 samenwerking"
    source.write_text(ROWS.splitlines()[0] + "\nFout;2026-01-31;;-1;;;\n", "utf-8")
    found = {row[0]: row[1:] for row in book_of(source, shipped)["Samenvatting"].iter_rows(values_only=True)}
    assert found["met iets dat niet kan wachten"] == (0, None)
