"""The codebook says of each column what it holds; a file of SPSS says so itself."""

import datetime
import sys
from decimal import Decimal
from pathlib import Path
from typing import get_args

import polars as pl
import pyreadstat
import pytest
from typer.testing import CliRunner

from building import FACTS, rules, ruleset_from, small_ruleset
from samenwerkadvies import InvalidFactsError, MissingDependencyError, Ruleset, UsageError
from samenwerkadvies.cli import app
from samenwerkadvies.frames import assess_frame
from samenwerkadvies.frames.reading import column_names
from samenwerkadvies.tables import BatchOptions, Variable, assess_file, codebook, write_codebook
from samenwerkadvies.tables.choices import ResultTable
from samenwerkadvies.tables.labelled import variable_names, write_labelled

CASES = "naam,peildatum,dragers_mo,regio\nA,2026-01-01,1,Noord\nB,2026-01-01,3,Zuid\nC,2026-01-01,,\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "jaar.csv"
    path.write_text(CASES, "utf-8")
    return path


def test_the_codebook_has_every_column_of_answers_and_of_each_table_of_results(shipped: Ruleset) -> None:
    found = codebook(shipped, "en")
    result = assess_frame(pl.DataFrame({"naam": ["A"], "dragers_mo": [1]}), shipped, "2026-01-01")
    for table in get_args(ResultTable):
        told = [each.column for each in found if each.table == table]
        made = getattr(result, table)
        assert told == (result.with_texts(made) if table in ("advice", "undecided") else made).columns
    answers = [each.column for each in found if each.table == "facts"]
    assert [name for name in answers if not name.endswith(".nooit")] == list(column_names(shipped.vocabulary))
    assert all(each.label and each.kind for each in found)


def test_a_column_says_what_its_values_are_who_answers_and_what_empty_means(tmp_path: Path) -> None:
    made = small_ruleset(tmp_path, een="veilig = nee")
    found = {each.column: each for each in codebook(made) if each.table == "facts"}
    empty = "leeg of onbekend: het antwoord is niet bekend"
    assert found["vorm"] == Variable(
        "facts",
        "vorm",
        "Welke vorm?",
        "keuze",
        values={"geen": "geen", "mondeling": "mondeling", "papier": "op papier"},
        missing=empty,
        who="de partijen samen",
    )
    assert (found["mensen"].unit, found["procent"].who) == ("mensen", "gemeente")
    assert found["steun.migrantenorganisatie"].who == "migrantenorganisatie"
    assert found["steun.gemeente"].values == {"1": "", "2": "", "3": "", "4": "", "5": ""}
    assert found["veilig"].values == {"ja": "ja", "nee": "nee"}
    assert (found["evaluatie.nooit"].label, found["evaluatie.nooit"].kind) == ("er is nooit geëvalueerd", "ja_nee")


def test_a_count_with_decimals_says_in_what_steps_it_goes(tmp_path: Path) -> None:
    hours = (
        "  uren: {soort: aantal, decimalen: 2, wie: samen, label: de uren, vraag: Hoeveel uren?, "
        "eenheid: uur, zin: 'er is {aantal} uur'}\n"
    )
    made = ruleset_from(tmp_path, FACTS.replace("feiten:\n", "feiten:\n" + hours) + rules(een="uren < 1,5"))
    (found,) = (each for each in codebook(made) if each.column == "uren")
    assert found.unit == "uur, in stappen van 0,01"


def test_the_command_writes_the_codebook_in_the_language_that_is_asked(tmp_path: Path) -> None:
    target = tmp_path / "codeboek.csv"
    result = CliRunner().invoke(app, ["codebook", str(target), "--language", "en"])
    assert (result.exit_code, result.output) == (0, f"Codeboek: {target}\n")
    written = pl.read_csv(target)
    assert written.columns == ["table", "column", "label", "kind", "unit", "values", "missing", "who", "source"]
    row = written.row(by_predicate=(pl.col("table") == "statuses") & (pl.col("column") == "condition_7"), named=True)
    assert row["label"] == "Condition 7: Not dependent on one person or party"
    assert row["values"] == "risk; attention; in_order = in order; unknown = not known yet"


def test_what_cannot_be_a_codebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        InvalidFactsError, match=r"'\.sav' kan ik niet schrijven(.|\n)*op \.csv, \.tsv, \.xlsx, \.parquet of \.jsonl"
    ):
        write_codebook(tmp_path / "codeboek.sav")
    small = ruleset_from(tmp_path / "regels", FACTS + rules(een="veilig = nee"))
    with pytest.raises(UsageError, match="has no texts in 'en'"):
        write_codebook(tmp_path / "codeboek.csv", small, "en")


def test_a_file_of_spss_has_every_row_with_labels_and_unknown_is_missing(source: Path, tmp_path: Path) -> None:
    target, again = tmp_path / "advies.sav", tmp_path / "nog-eens.sav"
    options = BatchOptions(metadata=("regio",), language="en")
    assert assess_file(source, target, options=options).assessed == 3
    assess_file(source, again, options=options)
    assert target.read_bytes() == again.read_bytes()
    rows, about = pyreadstat.read_sav(target, output_format="polars")
    assert rows["partnership"].to_list() == ["A", "B", "C"]
    assert rows["regio"].to_list() == ["Noord", "Zuid", ""]
    assert rows["condition_7"].to_list() == [1.0, None, None]
    assert about.column_names_to_labels["condition_7"] == "Condition 7: Not dependent on one person or party"
    assert about.variable_value_labels["condition_7"][1.0] == "risk"
    assert about.variable_value_labels["provisional"] == {0.0: "no", 1.0: "yes"}
    assert about.column_names_to_labels["regio"] == "regio"
    kept, _ = pyreadstat.read_sav(target, output_format="polars", user_missing=True)
    assert kept["condition_7"].to_list() == [1.0, 4.0, 4.0]


def test_outcomes_of_rules_are_yes_no_or_missing_in_spss(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "uitkomst.sav"
    assess_file(source, target, options=BatchOptions(table="outcomes", metadata=("regio",)))
    rows, about = pyreadstat.read_sav(target, output_format="polars")
    assert rows["leunt_op_een_persoon_mo"].to_list() == [1.0, 0.0, None]
    assert about.column_names_to_labels["leunt_op_een_persoon_mo"].startswith("Regel: ")


def test_rows_that_do_not_fit_stand_in_text_beside_a_file_of_spss(source: Path, tmp_path: Path) -> None:
    source.write_text(CASES.replace("B,2026-01-01,3", "B,2026-01-01,veel"), "utf-8")
    result = assess_file(source, tmp_path / "advies.sav", options=BatchOptions(metadata=("regio",)))
    assert (result.assessed, result.aside) == (2, tmp_path / "advies-apart.csv")


def test_text_that_spss_cannot_hold_is_refused(source: Path, tmp_path: Path) -> None:
    source.write_text(CASES.replace("Noord", "é" * 20_000), "utf-8")
    with pytest.raises(InvalidFactsError, match="40000 tekens in een cel passen niet in SPSS"):
        assess_file(source, tmp_path / "advies.sav", options=BatchOptions(metadata=("regio",)))
    assert not (tmp_path / "advies.sav").exists()


def test_without_its_library_a_file_of_spss_says_what_to_install(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    with pytest.raises(MissingDependencyError, match=r"pip install 'samenwerkadvies\[spss\]'"):
        assess_file(source, tmp_path / "advies.sav")


def test_a_column_of_ones_own_stays_what_it_is_in_spss(tmp_path: Path) -> None:
    days = [datetime.date(2026, 1, 1), None]
    rows = pl.DataFrame({"deel": [Decimal("1.5"), None], "aantal": [3, None], "dag": days, "regio": ["Oost", None]})
    target = tmp_path / "eigen.sav"
    with target.open("wb") as made:
        write_labelled(rows, made, [])
    found, about = pyreadstat.read_sav(target, output_format="polars")
    assert found.rows() == [(1.5, 3.0, days[0], "Oost"), (None, None, None, "")]
    assert about.variable_measure == {"deel": "scale", "aantal": "scale", "dag": "scale", "regio": "nominal"}


def test_names_of_variables_are_those_that_spss_takes() -> None:
    long = "é" * 40
    found = variable_names(["naam", "Naam", "1e keer", "ALL", "mijn regio!", "?", long, long + "x", "mijn_regio"])
    assert list(found.values()) == [
        "naam",
        "Naam_2",
        "v_1e_keer",
        "v_ALL",
        "mijn_regio",
        "kolom",
        "é" * 32,
        "é" * 31 + "_2",
        "mijn_regio_2",
    ]
    assert all(len(name.encode()) <= 64 for name in found.values())
