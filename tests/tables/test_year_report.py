"""Two files beside each other: what changed, what could not be compared, and no name or row is lost."""

from pathlib import Path

import openpyxl
import polars as pl
import pytest
from typer.testing import CliRunner, Result

from samenwerkadvies import InvalidFactsError, Ruleset
from samenwerkadvies.cli import app
from samenwerkadvies.tables import YearsResult, compare_files

HEAD = "naam;peildatum;dragers_mo;vervanger_geregeld;erkenning.gemeente;erkenning.migrantenorganisatie\n"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


def written(path: Path, year: int, *rows: str) -> Path:
    path.write_text(HEAD + "".join(f"{row.replace(';D;', f';{year}-01-31;')}\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def before(tmp_path: Path) -> Path:
    rows = ["Taalhulp;D;1;;;", "Vaders;D;3;beide;4;4", "Stil;D;1;;;", "Gestopt;D;3;;;", "Dubbel;D;1;;;", "Fout;D;2;;;"]
    return written(tmp_path / "2025.csv", 2025, *rows, "Gelijk;D;3;;;", "Bouw;D;1;;4;1")


@pytest.fixture
def after(tmp_path: Path) -> Path:
    rows = ["Vaders;D;0;niemand;4;1", "Taalhulp;D;4;;;", "Stil;D;;;;", "Dubbel;D;1;;;", "Dubbel;D;2;;;", "Nieuw;D;1;;;"]
    return written(tmp_path / "2026.csv", 2026, *rows, "Fout;D;-4;;;", "Gelijk;D;3;;;", ";;;;;", "Bouw;D;1;niemand;4;1")


def names_of(result: YearsResult) -> dict[str, str]:
    return {each.name: each.why.value for each in result.comparison.unmatched}


def test_what_changed_is_told_on_the_screen_alone(before: Path, after: Path, tmp_path: Path) -> None:
    result = call("batch", before, after, "--compare")
    assert result.exit_code == 1
    told = result.stdout.splitlines()
    assert told[0] == "5 samenwerkingen staan in beide tabellen, en zijn vergeleken."
    assert told[1] == "- Bij 1 daarvan kwam er iets bij dat niet kan wachten."
    assert "- Bij 1 is er iets opgelost." in told
    assert "- Bij 2 is iets niet meer bekend: er ontbreken antwoorden. Dat is niet ‘opgelost’." in told
    assert "Alleen in de eerdere tabel: 1 (Gestopt)." in told
    assert "Alleen in de latere tabel: 1 (Nieuw)." in told
    assert "Meer dan één keer in een tabel: 1 (Dubbel)." in told
    assert "Niet vergeleken, want de rij van later staat apart: 1 (Fout)." in told
    assert "8 rijen gelezen: 8 beoordeeld." in told
    assert "10 rijen gelezen: 8 beoordeeld, 1 apart, 1 leeg." in told
    assert "1 rij klopt niet en staat apart, met de reden\n- rij 8 (Fout): dragers_mo: '-4' past niet" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2025.csv", "2026.csv"]


def test_every_row_is_compared_or_told(before: Path, after: Path, shipped: Ruleset) -> None:
    result = compare_files(before, after, ruleset=shipped)
    assert names_of(result) == {
        "Gestopt": "only_before",
        "Dubbel": "twice",
        "Fout": "aside_after",
        "Nieuw": "only_after",
    }
    compared = len(result.comparison.comparisons)
    for of_file, left in (
        (result.before, [each.before for each in result.comparison.unmatched]),
        (result.after, [each.after for each in result.comparison.unmatched]),
    ):
        rows = of_file.table_rows
        assert rows is not None
        assert rows.read == rows.blank + compared + sum(left)
    assert (result.before.aside, result.after.aside) == (None, None)


def test_a_page_is_written_with_rows_that_do_not_fit_beside_it(before: Path, after: Path, tmp_path: Path) -> None:
    target = tmp_path / "verschil.html"
    result = call("batch", before, after, target, "--compare")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        f"5 samenwerkingen staan in beide tabellen, en zijn vergeleken. Dat staat in {target}."
    )
    page = target.read_text("utf-8")
    assert "<h1>Wat is er veranderd?</h1>" in page
    assert "2025.csv naast 2026.csv" in page
    assert "staat meer dan één keer in een tabel" in page
    assert "<summary>Gelijk: hetzelfde</summary>" in page
    assert "-4" in (tmp_path / "verschil-apart-later.csv").read_text("utf-8")
    assert not (tmp_path / "verschil-apart-eerder.csv").exists()
    written(after, 2026, "Vaders;D;3;;;")
    assert call("batch", before, after, target, "--compare").exit_code == 0
    assert not (tmp_path / "verschil-apart-later.csv").exists()


def test_what_cannot_wait_stands_on_top(before: Path, after: Path, shipped: Ruleset) -> None:
    told = compare_files(before, after, ruleset=shipped).told
    (urgent,) = told.urgent
    assert (urgent.partnership, urgent.movement, urgent.severity.value) == ("Vaders", "nieuw", "critical")
    assert told.ordered[0].after.partnership == "Vaders"
    stands = told.conditions[6]
    assert (stands.at_risk_before, stands.at_risk_after) == (3, 2)


def test_the_same_file_twice_has_nothing_to_tell(before: Path, tmp_path: Path) -> None:
    target = tmp_path / "zelfde.html"
    result = call("batch", before, before, target, "--compare", "--language", "en")
    assert result.exit_code == 0
    assert "- In 8 nothing has changed." in result.stdout
    page = target.read_text("utf-8")
    assert "Nothing came up that cannot wait." in page
    assert "Each name stands once in both tables." in page


def test_names_that_are_many_are_cut_short_in_a_line(tmp_path: Path, shipped: Ruleset) -> None:
    before = written(tmp_path / "a.csv", 2025, *(f"n{number};D;1;;;" for number in range(12)))
    after = written(tmp_path / "b.csv", 2026, "ander;D;1;;;")
    told = compare_files(before, after, ruleset=shipped).told
    assert told.left_out[0] == (
        f"Alleen in de eerdere tabel: 12 ({'; '.join(f'n{number}' for number in range(10))}; …)."
    )
    assert told.conditions == []


def test_a_workbook_begins_with_how_to_read_it(before: Path, after: Path, tmp_path: Path) -> None:
    target = tmp_path / "verschil.xlsx"
    assert call("batch", before, after, target, "--compare").exit_code == 1
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == [
        "Leeswijzer",
        "Per samenwerking",
        "Veranderingen",
        "Per voorwaarde",
        "Niet te vergelijken",
    ]
    guide, partnerships, findings, _, unmatched = book.worksheets
    assert "Alleen in de eerdere tabel: 1 (Gestopt)." in [cell.value for cell in guide["A"]]
    assert partnerships.max_row == 6
    assert {row[0]: row[2:] for row in unmatched.iter_rows(min_row=2, values_only=True)}["Dubbel"] == (1, 2)
    assert {row[1] for row in findings.iter_rows(min_row=2, values_only=True)} >= {"nieuw", "niet meer bekend"}
    for sheet in book.worksheets[1:]:
        assert (sheet.auto_filter.ref, sheet.freeze_panes) == (sheet.dimensions, "B2")


def test_in_a_table_every_name_stands(before: Path, after: Path, tmp_path: Path) -> None:
    target = tmp_path / "verschil.csv"
    assert call("batch", before, after, target, "--compare").exit_code == 1
    found = pl.read_csv(target, separator=";")
    assert found.columns == ["partnership", "movement", "rule", "finding", "before", "after"]
    assert found["partnership"].unique().sort().to_list() == sorted(
        ["Bouw", "Dubbel", "Fout", "Gelijk", "Gestopt", "Nieuw", "Stil", "Taalhulp", "Vaders"]
    )
    movements = dict(found.select("partnership", "movement").rows())
    assert [movements[name] for name in ("Gelijk", "Gestopt", "Fout", "Dubbel")] == [
        *("unchanged", "only_before", "aside_after", "twice"),
    ]


@pytest.mark.parametrize(
    ("files", "more", "said"),
    [
        (1, ["--compare"], "--compare vraagt om twee tabellen, en als je dat wilt een bestand voor de uitkomst"),
        (3, [], "kies: --compare, om twee tabellen te vergelijken"),
        (1, [], "batch vraagt om twee bestanden: IN en UIT; dit zijn er 1"),
        (2, ["--compare", "--by", "regio"], "laat --by, --table en --texts weg"),
    ],
)
def test_what_does_not_go_together_is_refused(
    before: Path, tmp_path: Path, files: int, more: list[str], said: str
) -> None:
    given = [before, tmp_path / "later.csv", tmp_path / "uit.html"][:files]
    result = call("batch", *given, *more)
    assert result.exit_code == 2
    assert said in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["2025.csv"]


def test_neither_file_is_replaced(before: Path, after: Path, shipped: Ruleset) -> None:
    with pytest.raises(InvalidFactsError, match="dit bestand zou worden vervangen terwijl het wordt gelezen"):
        compare_files(before, after, after, ruleset=shipped)
