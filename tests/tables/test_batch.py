"""From file to file: every row is assessed or set aside with its reason, whatever kind of file it stands in."""

import datetime
import errno
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from building import FACTS, rules, ruleset_from
from samenwerkadvies import InvalidFactsError, MissingDependencyError, Ruleset, UsageError
from samenwerkadvies.frames import assess_frame, assess_long
from samenwerkadvies.tables import BatchOptions, TextFile, assess_file, table, writing

DATE = "2026-01-31"


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    condition = "voorwaarde: {nummer: 1, id: basis, titel: De basis, uitleg: Hier begint het.}\n"
    written = rules(
        een="mensen <= 1 en vorm != papier",
        twee="laagste(steun) <= 2",
        drie="maanden_sinds(evaluatie) > 12 of veilig = nee",
    )
    return ruleset_from(tmp_path_factory.mktemp("rules"), condition + FACTS + written)


def some_rows(number: int) -> pl.DataFrame:
    """Return rows as a spreadsheet has them."""
    generator = random.Random(1)

    def column(*values: str | None) -> list[str | None]:
        return [generator.choice(values) for _ in range(number)]

    return pl.DataFrame(
        {
            "naam": [f"samenwerking {index}" for index in range(number)],
            "peildatum": column("2026-01-31", "31-1-2026"),
            "mensen": column("1", "2", "3,0", None),
            "vorm": column("papier", "Op papier", "mondeling", "onbekend"),
            "steun.gemeente": column("1", "4", "5", ""),
            "steun.migrantenorganisatie": column("2", "3", None),
            "evaluatie": column("nooit", "2025-06-30", None),
            "veilig": column("ja", "NEE", "waar"),
            "regio": column("Oost", "Zuid; en West", "Zoë"),
        }
    )


def read(path: Path) -> pl.DataFrame:
    match path.suffix:
        case ".csv":
            text = path.read_text("utf-8-sig")
            return pl.read_csv(text.encode(), separator=";" if ";" in text.partition("\n")[0] else ",")
        case ".tsv":
            return pl.read_csv(path, separator="\t")
        case ".xlsx":
            return pl.read_excel(path, sheet_name="Uitkomst")
        case ".jsonl":
            return pl.read_ndjson(path)
        case _:
            return pl.read_parquet(path)


def seen(row: tuple[object, ...]) -> tuple[str, ...]:
    """Return a row as a reader sees it."""
    return tuple("" if cell is None else str(cell) for cell in row)


OPTIONS = BatchOptions(metadata=("regio",))


def test_of_a_thousand_rows_five_are_wrong(tmp_path: Path, ruleset: Ruleset) -> None:
    wrong = {7: ("vorm", "papir"), 9: ("steun.gemeente", "6"), 500: ("mensen", "-1"), 501: ("peildatum", None)}
    wrong[999] = ("evaluatie", "31-02-2026")
    found = some_rows(1_000).to_dicts()
    for row, (column, value) in wrong.items():
        found[row][column] = value
    source, target = tmp_path / "jaar.csv", tmp_path / "advies.csv"
    pl.DataFrame(found, schema=some_rows(1).schema).write_csv(source, separator=";")
    told: list[tuple[int, int]] = []
    result = assess_file(
        source, target, ruleset=ruleset, options=OPTIONS, progress=lambda done, rows: told.append((done, rows))
    )
    assert (result.assessed, result.rows, result.set_aside, result.wrong) == (995, 995, 5, 5)
    assert result.aside == tmp_path / "advies-apart.csv"
    assert told[-1] == (1_000, 1_000)
    right = pl.DataFrame([row for index, row in enumerate(found) if index not in wrong], schema=some_rows(1).schema)
    expected = assess_frame(right, ruleset, metadata=["regio"]).partnerships
    written = read(target)
    assert written.columns == expected.columns
    assert written["partnership"].to_list() == right["naam"].to_list()
    assert written["advice_1"].to_list() == expected["advice_1"].to_list()
    assert written["regio"].to_list() == right["regio"].to_list()
    aside = pl.read_csv(result.aside, separator=";", infer_schema=False)
    assert aside.columns == ["rij", "reden", *right.columns]
    assert aside["rij"].to_list() == ["9", "11", "502", "503", "1001"]
    assert aside.drop("rij", "reden").rows() == [tuple(found[row].values()) for row in wrong]
    assert result.reasons == tuple(
        f"rij {row + 2} (samenwerking {row}): {reason}" for row, reason in zip(wrong, aside["reden"], strict=True)
    )
    expected = "verwacht: geen, mondeling, papier (op papier) of onbekend; bedoelde je: papier"
    assert aside["reden"][0] == f"vorm: 'papir' past niet ({expected})"
    assert aside["reden"][3] == "peildatum ontbreekt (verwacht: een datum zoals 2026-03-01 of 1-3-2026)"


def test_what_was_set_aside_and_corrected_is_read_as_it_is(tmp_path: Path, ruleset: Ruleset) -> None:
    rows = some_rows(10).with_columns(mensen=pl.Series(["twee", *["1"] * 8, "drie"]))
    rows.write_csv(tmp_path / "jaar.csv", separator=";")
    first = assess_file(tmp_path / "jaar.csv", tmp_path / "uit.csv", ruleset=ruleset, options=OPTIONS)
    assert first.aside is not None
    corrected = tmp_path / "beter.csv"
    corrected.write_text(first.aside.read_text("utf-8").replace("twee", "2"), "utf-8")
    second = assess_file(corrected, tmp_path / "meer.csv", ruleset=ruleset, options=OPTIONS)
    assert (second.assessed, second.set_aside) == (1, 1)
    assert second.reasons[0].startswith("rij 11 (samenwerking 9): mensen: 'drie' past niet")
    assert list(read(tmp_path / "meer.csv").columns) == list(read(tmp_path / "uit.csv").columns)


def as_workbook(rows: pl.DataFrame, path: Path) -> None:
    with writing.open_workbook(path) as book:
        rows.write_excel(book)


def in_windows(rows: pl.DataFrame, path: Path) -> None:
    path.write_bytes(rows.write_csv(separator=";").encode("cp1252"))


def in_utf_16(rows: pl.DataFrame, path: Path) -> None:
    path.write_bytes(rows.write_csv(separator="\t").encode("utf-16"))


def test_columns_called_as_ours_can_be_kept(tmp_path: Path, ruleset: Ruleset) -> None:
    some_rows(2).drop("regio").with_columns(rij=pl.lit("x"), reden=pl.lit("y")).write_csv(tmp_path / "jaar.csv")
    options = BatchOptions(table="outcomes", metadata=("rij",))
    assess_file(tmp_path / "jaar.csv", tmp_path / "uit.csv", ruleset=ruleset, options=options)
    assert read(tmp_path / "uit.csv").columns[:2] == ["partnership", "rij"]


KINDS: dict[str, tuple[str, Callable[[pl.DataFrame, Path], object]]] = {
    "semicolons": (".csv", lambda rows, path: rows.write_csv(path, separator=";")),
    "commas, from Excel": (".csv", lambda rows, path: rows.write_csv(path, include_bom=True)),
    "tabs": (".tsv", lambda rows, path: rows.write_csv(path, separator="\t")),
    "Windows": (".csv", in_windows),
    "UTF-16": (".txt", in_utf_16),
    "Excel": (".xlsx", as_workbook),
    "parquet": (".parquet", lambda rows, path: rows.write_parquet(path)),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_says_the_same(tmp_path: Path, ruleset: Ruleset, kind: str) -> None:
    suffix, write = KINDS[kind]
    rows = some_rows(40)
    source, target = tmp_path / f"jaar{suffix}", tmp_path / "uit.parquet"
    write(rows, source)
    options = BatchOptions(table="outcomes", metadata=("regio",))
    result = assess_file(source, target, ruleset=ruleset, options=options)
    assert (result.assessed, result.aside) == (40, None)
    assert read(target).rows() == assess_frame(rows, ruleset, metadata=["regio"]).outcomes.rows()


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".parquet", ".jsonl"])
@pytest.mark.parametrize("table", ["partnerships", "advice", "conditions", "statuses", "undecided", "outcomes"])
def test_every_table_can_be_written_in_every_form(tmp_path: Path, ruleset: Ruleset, suffix: str, table: str) -> None:
    rows = some_rows(30).drop("regio")
    rows.write_csv(tmp_path / "jaar.csv")
    target = tmp_path / f"uit{suffix}"
    has_texts = table in ("advice", "undecided")
    options = BatchOptions(table=table, has_texts=has_texts)  # type: ignore[arg-type]  # one of them
    result = assess_file(tmp_path / "jaar.csv", target, ruleset=ruleset, options=options)
    expected = getattr(assessment := assess_frame(rows, ruleset), table)
    expected = assessment.with_texts(expected) if has_texts else expected
    written = read(target)
    assert written.columns == expected.columns
    assert [seen(row) for row in written.rows()] == [seen(row) for row in expected.rows()]
    assert result.rows == len(written)


def test_a_workbook_speaks_the_language_of_its_readers(tmp_path: Path, ruleset: Ruleset) -> None:
    rows = some_rows(30).with_columns(ernst=pl.lit("van ons"))
    rows.write_csv(tmp_path / "jaar.csv")

    def written(table: str, **choices: object) -> list[str]:
        options = BatchOptions(table=table, metadata=("regio", "ernst"), **choices)  # type: ignore[arg-type]  # choices
        assess_file(tmp_path / "jaar.csv", tmp_path / "uit.xlsx", ruleset=ruleset, options=options)
        return pl.read_excel(tmp_path / "uit.xlsx", sheet_name="Uitkomst").columns

    first = ["samenwerking", "regio", "ernst"]
    found = written("advice", has_texts=True)
    assert found == [
        *first,
        *("volgorde", "severity", "advies", "bevinding", "stappen", "regel", "voorwaarden", "soort", "hoort bij"),
    ]
    assert set(pl.read_excel(tmp_path / "uit.xlsx", sheet_name="Uitkomst")["severity"]) == {"midden"}
    assert written("conditions") == [*first, "voorwaarde", "titel", "stand", "bevindingen", "beantwoord", "gevraagd"]
    assert written("statuses") == [*first, "1 De basis"]
    assert set(pl.read_excel(tmp_path / "uit.xlsx", sheet_name="Uitkomst")["1 De basis"]) == {
        "aandacht",
        "in orde",
        "nog onbekend",
    }
    assert written("outcomes") == [*first, "een", "twee", "drie"]
    assert set(pl.read_excel(tmp_path / "uit.xlsx", sheet_name="Uitkomst")["drie"]) == {"ja", "nee", None}
    assert written("partnerships")[3:8] == ["voorlopig", "eerste indruk", "klopt dit?", "bevindingen", "nog open"]
    assert written("undecided") == [*first, "regel"]


def test_a_large_file_is_read_in_parts(tmp_path: Path, ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "PART", 64)
    rows = some_rows(500)
    rows.write_parquet(tmp_path / "jaar.parquet", row_group_size=50)
    as_workbook(rows, tmp_path / "jaar.xlsx")
    told: list[int] = []
    for source in ("jaar.parquet", "jaar.xlsx"):
        assess_file(
            tmp_path / source,
            tmp_path / "uit.parquet",
            ruleset=ruleset,
            options=OPTIONS,
            progress=lambda done, rows: told.append(done),
        )
        expected = assess_frame(rows, ruleset, metadata=["regio"]).partnerships
        assert read(tmp_path / "uit.parquet").rows() == expected.rows()
        assert len(told) > 8
        assert told[-1] == 500
        told.clear()


def test_empty_rows_and_columns_of_a_spreadsheet_are_no_partnerships(tmp_path: Path, ruleset: Ruleset) -> None:
    rows = some_rows(3).drop("regio")
    text = rows.write_csv(separator=";")
    lines = text.splitlines()
    lines.insert(2, ";" * (len(rows.columns) - 1))
    (tmp_path / "jaar.csv").write_text("\n".join([*lines, "", ""]), "utf-8")
    result = assess_file(tmp_path / "jaar.csv", tmp_path / "uit.csv", ruleset=ruleset)
    assert (result.assessed, result.set_aside) == (3, 0)
    with writing.open_workbook(tmp_path / "jaar.xlsx") as book:
        sheet = book.add_worksheet("Antwoorden")
        for number, line in enumerate(rows.with_columns(pl.lit("").alias("leeg")).iter_rows()):
            sheet.write_row(number + 1, 0, line)
        sheet.write_row(0, 0, [*rows.columns, " "])
        sheet.write_row(30, 0, [" "])
        book.add_worksheet("Leeg")
    options = BatchOptions(sheet="Antwoorden")
    result = assess_file(tmp_path / "jaar.xlsx", tmp_path / "uit.csv", ruleset=ruleset, options=options)
    assert (result.assessed, result.set_aside) == (3, 0)


def test_a_file_without_rows_gives_a_file_without_rows(tmp_path: Path, ruleset: Ruleset) -> None:
    for name in ("jaar.csv", "jaar.parquet"):
        KINDS["parquet" if name.endswith("t") else "semicolons"][1](some_rows(0), tmp_path / name)
        result = assess_file(tmp_path / name, tmp_path / "uit.csv", ruleset=ruleset, options=OPTIONS)
        assert (result.assessed, result.rows, result.aside) == (0, 0, None)
        assert read(tmp_path / "uit.csv").columns[:2] == ["partnership", "regio"]


def test_cells_of_a_workbook_have_types(tmp_path: Path, ruleset: Ruleset) -> None:
    with writing.open_workbook(tmp_path / "jaar.xlsx") as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "d-m-yyyy"})
        sheet.write_row(0, 0, ["naam", "peildatum", "mensen", "veilig", "evaluatie"])
        sheet.write_string(1, 0, "=1+1")
        sheet.write_datetime(1, 1, datetime.datetime(2026, 1, 31), day)  # noqa: DTZ001
        sheet.write_number(1, 2, 1)
        sheet.write_boolean(1, 3, False)
        sheet.write_datetime(1, 4, datetime.datetime(2025, 1, 1), day)  # noqa: DTZ001
    options = BatchOptions(table="outcomes")
    result = assess_file(tmp_path / "jaar.xlsx", tmp_path / "uit.xlsx", ruleset=ruleset, options=options)
    assert result.aside is None
    assert read(tmp_path / "uit.xlsx").rows() == [("=1+1", None, None, "ja")]


LONG = [
    ("a", "gemeente", "1", "steun", "2"),
    ("a", "gemeente", "2", "steun", "4"),
    ("a", "", "", "mensen", "1"),
    ("b", "gemeente", "1", "steun", "5"),
    ("b", "", "", "mensen", "veel"),
]


def test_a_long_table_in_a_file(tmp_path: Path, ruleset: Ruleset) -> None:
    rows = pl.DataFrame(LONG, schema=["naam", "partij", "respondent", "feit", "antwoord"], orient="row")
    rows.write_csv(tmp_path / "antwoorden.csv", separator=";")
    options = BatchOptions(table="outcomes")
    target = tmp_path / "uit.csv"
    result = assess_file(tmp_path / "antwoorden.csv", target, ruleset=ruleset, reference_date=DATE, options=options)
    assert (result.assessed, result.set_aside, result.wrong) == (1, 1, 1)
    aside = read(tmp_path / "uit-apart.csv")
    assert aside["reden"].to_list()[0] == "deze rij klopt, maar een andere rij van deze samenwerking niet"
    assert result.reasons == ("rij 6 (b): mensen: 'veel' past niet (verwacht: een heel getal van 0 of hoger)",)
    wanted = assess_long(rows.filter(pl.col("naam") == "a"), ruleset, DATE).outcomes
    assert read(target).rows() == wanted.rows() == [("a", None, True, None)]


def told(tmp_path: Path, ruleset: Ruleset, source: Path, **options: object) -> str:
    """Return what is said of a wrong file; nothing may be written."""
    before = sorted(tmp_path.iterdir())
    with pytest.raises(InvalidFactsError) as raised:
        assess_file(source, tmp_path / "uit.csv", ruleset=ruleset, options=BatchOptions(**options))  # type: ignore[arg-type]
    assert sorted(tmp_path.iterdir()) == before
    return str(raised.value).replace(f"{source}", source.name)


WRONG_TEXTS = {
    "empty": ("", "jaar.csv: TABEL04 dit bestand is leeg\n   = verwacht: een eerste rij met de naam van elke kolom"),
    "columns without a name": (
        "naam;;peildatum;;\na;1;2026-01-31;3;\n",
        "jaar.csv: TABEL04 kolommen 2 en 4 hebben geen naam\n   = verwacht: in de eerste rij de naam van elke kolom",
    ),
    "one column without a name": ("naam;;peildatum\na;1;2026-01-31\n", "jaar.csv: TABEL04 kolom 2 heeft geen naam\n"),
    "twice the same name": (
        "naam;mensen;mensen\na;1;2\n",
        "jaar.csv: TABEL04 meer dan één kolom heet 'mensen'\n   = verwacht: elke naam één keer",
    ),
    "a head that never ends": (
        'naam;"' + "a" * 200_000,
        "jaar.csv: TABEL04 rij 1: een aanhalingsteken aan het begin van een cel wordt niet gesloten",
    ),
    "a line that never ends": ("naam\n" + "a" * (1 << 20), "jaar.csv: TABEL04 rij 2 is te lang"),
    "no text": ("naam\0\n", "jaar.csv: TABEL04 dit is geen tekst\n"),
    "a sign that Windows does not know, far down": (
        "naam;peildatum\n" + "a;2026-01-31\n" * 90 + "\udc81",
        "jaar.csv: TABEL04 dit is geen tekst in 'cp1252'\n   = verwacht: utf-8, cp1252 of utf-16",
    ),
    "two encodings": (
        "naam;mensen\nCafé;1\n\udce9;2\n",
        (
            "jaar.csv: TABEL04 rij 2 is opgeslagen als UTF-8, en rij 3 niet\n"
            "   = verwacht: één codering; sla het bestand op als UTF-8"
        ),
    ),
    "a title": (
        "Ons overzicht;;\n;;\nnaam;peildatum;mensen\na;2026-01-31;1\n",
        (
            "jaar.csv: TABEL04 de eerste rij is een titel: de namen van de kolommen staan zo te zien in rij 3\n"
            "   = verwacht: de namen in de eerste rij: haal de rijen erboven weg"
        ),
    ),
    "an unknown column": (
        "naam;peildatum;mensn\na;2026-01-31;1\n",
        """\
TABEL01 onbekende kolom 'mensn'
   = verwacht: een kolom met de naam of de vraag van een feit; andere kolommen bewaar je met --keep \
(in Python: metadata), of laat je weg met --ignore-others
   = bedoelde je: mensen""",
    ),
}


@pytest.mark.parametrize("name", WRONG_TEXTS)
def test_wrong_text_files_are_told(tmp_path: Path, ruleset: Ruleset, name: str) -> None:
    content, expected = WRONG_TEXTS[name]
    source = tmp_path / "jaar.csv"
    source.write_text(content, "utf-8", "surrogateescape")
    assert expected in told(tmp_path, ruleset, source)


def test_an_encoding_or_separator_that_does_not_fit_is_told(tmp_path: Path, ruleset: Ruleset) -> None:
    source = tmp_path / "jaar.csv"
    in_windows(some_rows(30), source)
    for encoding in ("utf-8", "geheimschrift", "utf-16"):
        message = told(tmp_path, ruleset, source, text=TextFile(encoding))
        assert f"jaar.csv: TABEL04 dit is geen tekst in '{encoding}'" in message
        assert "verwacht: utf-8, cp1252 of utf-16" in message
    for separator in (";;", "é", "\n"):
        assert "kan geen scheidingsteken zijn" in told(tmp_path, ruleset, source, text=TextFile(None, separator))
    assert "onbekende kolom" in told(tmp_path, ruleset, source, text=TextFile(None, "|"))
    options = BatchOptions(metadata=("regio",), text=TextFile("latin-1", ";"))
    assert assess_file(source, tmp_path / "uit.csv", ruleset=ruleset, options=options).assessed == 30


def test_files_that_are_something_else_are_told(tmp_path: Path, ruleset: Ruleset) -> None:
    assert "jaar.csv: LEES01 dit bestand is er niet" in told(tmp_path, ruleset, tmp_path / "jaar.csv")
    assert "LEES01 dit is geen gewoon bestand" in told(tmp_path, ruleset, Path(os.devnull))
    empty = tmp_path / "map"
    empty.mkdir()
    for name in ("jaar.xlsx", "jaar.parquet", "jaar.docx"):
        (tmp_path / name).write_bytes(os.urandom(5_000))
    assert "TABEL04 dit is geen goede werkmap" in told(tmp_path, ruleset, tmp_path / "jaar.xlsx")
    assert "TABEL04 dit bestand is niet te lezen" in told(tmp_path, ruleset, tmp_path / "jaar.parquet")
    assert "TABEL05 een bestand op '.docx' kan ik niet lezen" in told(tmp_path, ruleset, tmp_path / "jaar.docx")
    assert "LEES01 hier staan geen vragenlijsten" in told(tmp_path, ruleset, empty)
    as_workbook(some_rows(2), tmp_path / "goed.xlsx")
    message = told(tmp_path, ruleset, tmp_path / "goed.xlsx", sheet="Sheet2")
    assert "er is geen tabblad 'Sheet2'\n   = verwacht: 'Sheet1'\n   = bedoelde je: Sheet1" in message
    pl.DataFrame({"naam": ["a"], "mensen": [[1]]}).write_parquet(tmp_path / "lijst.parquet")
    options = BatchOptions(partnership="naam")
    aside = assess_file(
        tmp_path / "lijst.parquet", tmp_path / "uit.parquet", ruleset=ruleset, reference_date=DATE, options=options
    )
    assert aside.set_aside == 1
    with pytest.raises(InvalidFactsError, match="kolom 'mensen' past niet in zo'n bestand"):
        assess_file(tmp_path / "lijst.parquet", tmp_path / "uit.csv", ruleset=ruleset, reference_date=DATE)
    assert not (tmp_path / "uit.csv").exists()


def test_places_that_cannot_be_written_are_told(
    tmp_path: Path, ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "jaar.csv"
    some_rows(3).drop("regio").write_csv(source)
    (tmp_path / "map.csv").mkdir()
    for target, expected in {
        "uit.docx": "een bestand op '.docx' kan ik niet schrijven",
        "nergens/uit.csv": "deze map is er niet",
        "map.csv": "dit is een map",
    }.items():
        with pytest.raises(InvalidFactsError, match=expected):
            assess_file(source, tmp_path / target, ruleset=ruleset)
    monkeypatch.setattr(writing, "MOST_IN_EXCEL", 2)
    with pytest.raises(InvalidFactsError, match="3 rijen passen niet in Excel"):
        assess_file(source, tmp_path / "uit.xlsx", ruleset=ruleset)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing.Written, "make", full)
    with pytest.raises(InvalidFactsError, match=r"uit.csv: TABEL05 dat lukt niet \(de schijf is vol\)"):
        assess_file(source, tmp_path / "uit.csv", ruleset=ruleset)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["jaar.csv", "map.csv"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (pl.exceptions.ComputeError("parquet: No space left on device\nmore"), "de schijf is vol"),
        (OSError("No space left on device (os error 28)"), "de schijf is vol"),
        (OSError(errno.ENOSPC, "No space left on device"), "de schijf is vol"),
        (OSError(f"it is not to be (os error {errno.EROFS})"), "daar kan niets worden bewaard"),
        (OSError("polars knows something else"), f"fout {errno.EIO} van het systeem"),
    ],
)
def test_a_disk_that_is_full_is_told_whoever_notices(
    tmp_path: Path, ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch, said: Exception, told: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise said

    some_rows(3).write_csv(tmp_path / "jaar.csv")
    monkeypatch.setattr(pl.LazyFrame, "sink_parquet", full)
    with pytest.raises(InvalidFactsError, match=rf"dat lukt niet \({told}\)"):
        assess_file(tmp_path / "jaar.csv", tmp_path / "uit.csv", ruleset=ruleset, options=OPTIONS)
    assert [path.name for path in tmp_path.iterdir()] == ["jaar.csv"]


def test_choices_that_do_not_go_together_are_told(tmp_path: Path, ruleset: Ruleset) -> None:
    source = tmp_path / "uit-apart.csv"
    some_rows(3).write_csv(source)
    for options, target, expected in (
        (BatchOptions(table="cijfers"), "uit.csv", "unknown table 'cijfers': choose partnerships, advice"),  # type: ignore[arg-type]
        (BatchOptions(has_texts=True), "uit.csv", "texts stand beside rules: choose the table advice or undecided"),
    ):
        with pytest.raises(UsageError, match=expected):
            assess_file(source, tmp_path / target, ruleset=ruleset, options=options)
    for target in ("uit-apart.csv", "uit.csv"):
        with pytest.raises(InvalidFactsError, match="dit bestand zou worden vervangen terwijl het wordt gelezen"):
            assess_file(source, tmp_path / target, ruleset=ruleset)
    for options in (BatchOptions(metadata=("reden",)), BatchOptions(partnership="reden")):
        with pytest.raises(InvalidFactsError, match="kolom 'reden' kan niet mee"):
            assess_file(source, tmp_path / "nieuw.csv", ruleset=ruleset, options=options)


def test_an_interrupted_run_leaves_no_half_file(tmp_path: Path, ruleset: Ruleset) -> None:
    source, target = tmp_path / "jaar.csv", tmp_path / "uit.csv"
    some_rows(3).write_csv(source)
    target.write_text("van gisteren", "utf-8")

    def interrupt(done: int, rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        assess_file(source, target, ruleset=ruleset, options=OPTIONS, progress=interrupt)
    assert target.read_text("utf-8") == "van gisteren"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["jaar.csv", "uit.csv"]


KILLED = """
import os, sys
from pathlib import Path
from samenwerkadvies import tables
def stop(done, rows):
    if done:
        os.kill(os.getpid(), int(sys.argv[4]))
tables.assess_file(Path(sys.argv[1]), Path(sys.argv[2]), reference_date=sys.argv[3], progress=stop)
"""


KILLS = [getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGABRT", "SIGKILL") if hasattr(signal, name)]


@pytest.mark.parametrize("number", KILLS)
def test_a_killed_run_leaves_nothing(tmp_path: Path, number: int) -> None:
    source, target, temporary = tmp_path / "jaar.txt", tmp_path / "uit.xlsx", tmp_path / "tijdelijk"
    source.write_bytes("naam\nZoë\n".encode("utf-16"))  # written again in UTF-8
    temporary.mkdir()
    command = [sys.executable, "-c", KILLED, source, target, DATE, str(int(number))]
    killed = subprocess.run(command, check=False, capture_output=True, env={**os.environ, "TMPDIR": str(temporary)})
    assert killed.returncode != 0
    assert sorted(tmp_path.rglob("*")) == [source, temporary]


def test_many_parts_are_put_together(tmp_path: Path, ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "PART", 10)
    monkeypatch.setattr(writing, "_MOST_PARTS", 3)
    rows = some_rows(200)
    rows.write_parquet(tmp_path / "jaar.parquet", row_group_size=10)
    assess_file(tmp_path / "jaar.parquet", tmp_path / "uit.parquet", ruleset=ruleset, options=OPTIONS)
    expected = assess_frame(rows, ruleset, metadata=["regio"]).partnerships
    assert read(tmp_path / "uit.parquet").rows() == expected.rows()


def test_rows_set_aside_by_an_earlier_run_do_not_stay(tmp_path: Path, ruleset: Ruleset) -> None:
    source, target, aside = (tmp_path / name for name in ("jaar.csv", "uit.csv", "uit-apart.csv"))
    some_rows(3).with_columns(mensen=pl.lit("x")).write_csv(source)
    assert assess_file(source, target, ruleset=ruleset, options=OPTIONS).aside == aside
    assert aside.exists()
    some_rows(3).write_csv(source)
    assert assess_file(source, target, ruleset=ruleset, options=OPTIONS).aside is None
    assert not aside.exists()


def test_names_of_files_are_no_patterns(tmp_path: Path, ruleset: Ruleset) -> None:
    folder = tmp_path / "map[1]"
    folder.mkdir()
    rows = some_rows(2).drop("regio")
    for name, part in (("jaar[1]", rows[:1]), ("jaar1", rows[1:])):
        part.write_csv(folder / f"{name}.csv")
        part.write_parquet(folder / f"{name}.parquet", mkdir=False)
    for suffix in ("csv", "parquet"):
        result = assess_file(folder / f"jaar[1].{suffix}", folder / "uit[1].csv", ruleset=ruleset)
        assert result.assessed == 1
        assert read(folder / "uit[1].csv")["partnership"].to_list() == ["samenwerking 0"]


def test_a_file_that_is_not_ours_stays(tmp_path: Path, ruleset: Ruleset) -> None:
    some_rows(2).write_csv(tmp_path / "jaar.csv")
    mine = tmp_path / "uit-apart.csv"
    for content in ("van mij", ""):
        mine.write_text(content, "utf-8")
        assess_file(tmp_path / "jaar.csv", tmp_path / "uit.csv", ruleset=ruleset, options=OPTIONS)
        assert mine.read_text("utf-8") == content
    mine.unlink()
    mine.mkdir()
    (tmp_path / "uit.csv").write_text("van gisteren", "utf-8")
    with pytest.raises(InvalidFactsError, match=r"uit-apart\.csv: TABEL05 dit is een map"):
        assess_file(tmp_path / "jaar.csv", tmp_path / "uit.csv", ruleset=ruleset, options=OPTIONS)
    assert (tmp_path / "uit.csv").read_text("utf-8") == "van gisteren"


def test_a_workbook_keeps_values_as_they_are_and_equal_rows_give_equal_bytes(tmp_path: Path, ruleset: Ruleset) -> None:
    odd = {
        "groot": [2**60 + 1, 1],
        "vroeg": [datetime.date(1899, 1, 1), None],
        "moment": [datetime.datetime(1, 1, 1, 12), None],  # noqa: DTZ001
        "niets": [float("nan"), float("inf")],
        "gewoon": [1.5, None],
    }
    rows = some_rows(2).drop("regio").with_columns(pl.Series(name, values) for name, values in odd.items())
    rows.write_parquet(tmp_path / "jaar.parquet")
    options = BatchOptions(table="outcomes", metadata=tuple(odd))
    for name in ("a.xlsx", "b.xlsx"):
        assess_file(tmp_path / "jaar.parquet", tmp_path / name, ruleset=ruleset, options=options)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    found = pl.read_excel(tmp_path / "a.xlsx", sheet_name="Uitkomst").select(odd.keys()).rows()
    assert found[0] == (str(2**60 + 1), "1899-01-01", "0001-01-01 12:00:00.000000", "NaN", 1.5)
    long = rows.with_columns(naam=pl.lit("x" * 40_000))
    long.write_parquet(tmp_path / "jaar.parquet")
    with pytest.raises(InvalidFactsError, match="40000 tekens in een cel passen niet in Excel"):
        assess_file(tmp_path / "jaar.parquet", tmp_path / "c.xlsx", ruleset=ruleset, options=options)


def test_a_workbook_that_cannot_be_written_says_what_the_system_says(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), writing.open_workbook(tmp_path / "nergens" / "uit.xlsx") as book:
        book.add_worksheet()


def test_a_very_long_workbook_is_written_too(tmp_path: Path, ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_MOST_MEASURED", 2)
    some_rows(3).write_csv(tmp_path / "jaar.csv")
    assess_file(tmp_path / "jaar.csv", tmp_path / "uit.xlsx", ruleset=ruleset, options=OPTIONS)
    assert len(read(tmp_path / "uit.xlsx")) == 3


def test_what_a_kind_of_file_cannot_hold_is_told(tmp_path: Path, ruleset: Ruleset) -> None:
    odd = {"bytes": pl.Series([b"1"]), "lijst": pl.Series([[1]]), "duur": pl.Series([datetime.timedelta(1)])}
    for name, column in odd.items():
        some_rows(1).drop("regio").with_columns(column.alias(name)).write_parquet(tmp_path / f"{name}.parquet")
    fits = {".parquet": list(odd), ".jsonl": ["lijst", "duur"], ".csv": [], ".xlsx": []}
    for suffix, fitting in fits.items():
        for name in odd:
            options = BatchOptions(metadata=(name,))
            if name in fitting:
                assess_file(tmp_path / f"{name}.parquet", tmp_path / f"uit{suffix}", ruleset=ruleset, options=options)
            else:
                with pytest.raises(InvalidFactsError, match=f"kolom '{name}' past niet in zo'n bestand"):
                    assess_file(
                        tmp_path / f"{name}.parquet", tmp_path / f"uit{suffix}", ruleset=ruleset, options=options
                    )


def test_a_mark_at_the_beginning_and_other_names_of_an_encoding_do_not_matter(tmp_path: Path, ruleset: Ruleset) -> None:
    source = tmp_path / "jaar.csv"
    for has_mark in (True, False):
        some_rows(2).write_csv(source, include_bom=has_mark)
        options = BatchOptions(metadata=("regio",), text=TextFile("UTF8"))
        assert assess_file(source, tmp_path / "uit.csv", ruleset=ruleset, options=options).assessed == 2
        assert (tmp_path / "uit.csv").read_bytes().startswith(b"\xef\xbb\xbf") is has_mark


def test_a_sheet_with_a_name_twice_is_told(tmp_path: Path, ruleset: Ruleset) -> None:
    with writing.open_workbook(tmp_path / "jaar.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["naam", "mensen", "mensen"])
        sheet.write_row(1, 0, ["a", 1, 2])
        book.add_worksheet("Leeg")
    assert "meer dan één kolom heet 'mensen'" in told(tmp_path, ruleset, tmp_path / "jaar.xlsx")
    assert "dit bestand is leeg" in told(tmp_path, ruleset, tmp_path / "jaar.xlsx", sheet="Leeg")


def test_a_name_that_is_no_text_is_told(tmp_path: Path, ruleset: Ruleset) -> None:
    some_rows(1).write_csv(tmp_path / "jaar.csv")
    with pytest.raises(InvalidFactsError, match="TABEL05 deze naam is geen tekst"):
        assess_file(tmp_path / "jaar.csv", tmp_path / "uit\udcff.csv", ruleset=ruleset, options=OPTIONS)


@pytest.mark.parametrize(("library", "call"), [("fastexcel", "in.xlsx"), ("xlsxwriter", "uit.xlsx")])
def test_excel_is_an_extra(
    tmp_path: Path, ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch, library: str, call: str
) -> None:
    as_workbook(some_rows(1), tmp_path / "in.xlsx")
    some_rows(1).write_csv(tmp_path / "in.csv")
    monkeypatch.setitem(__import__("sys").modules, library, None)
    source, target = ("in.xlsx", "uit.csv") if call == "in.xlsx" else ("in.csv", "uit.xlsx")
    with pytest.raises(MissingDependencyError, match=r"Excel needs more: pip install 'samenwerkadvies\[excel\]'"):
        assess_file(tmp_path / source, tmp_path / target, ruleset=ruleset)


def test_a_file_that_may_not_be_read_says_that_it_may_be_open(
    tmp_path: Path, ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no", "jaar.csv")

    source = tmp_path / "jaar.csv"
    source.write_text("naam\na\n", "utf-8")
    monkeypatch.setattr("samenwerkadvies.tables.run.open_tables", refuse)
    assert "staat het bestand nog open? Sluit het dan eerst" in told(tmp_path, ruleset, source)


def test_a_parquet_file_that_is_damaged_is_told(tmp_path: Path, ruleset: Ruleset) -> None:
    source = tmp_path / "jaar.parquet"
    some_rows(500).write_parquet(source)
    content = bytearray(source.read_bytes())
    content[4:1500] = bytes(1496)
    source.write_bytes(content)
    assert "jaar.parquet: TABEL04 dit bestand is niet te lezen" in told(tmp_path, ruleset, source, metadata=("regio",))
