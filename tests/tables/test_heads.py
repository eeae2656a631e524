"""Survey exports come in as they are: heads that are questions or labels, other columns, other words for unknown."""

from pathlib import Path

import openpyxl
import polars as pl
import pytest
from typer.testing import CliRunner

from building import FACTS, rules, ruleset_from
from samenwerkadvies import InvalidFactsError, InvalidInputError, Ruleset
from samenwerkadvies.cli import app
from samenwerkadvies.tables import BatchOptions, BatchResult, RowCounts, assess_file, read_columns
from samenwerkadvies.tables.heads import heads_of

DATE = "2026-03-01"
OWN = {"naam", "peildatum"}


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset_from(
        tmp_path_factory.mktemp("regels"), FACTS + rules(weinig="mensen <= 1", pijn="laagste(steun) <= 2")
    )


@pytest.mark.parametrize(("head", "column"), [
    ("Mensen", "mensen"),
    ("Hoeveel mensen?", "mensen"),
    ("hoeveel  MENSEN", "mensen"),
    ("Het aantal mensen:", "mensen"),
    ("12. Hoeveel mensen?", "mensen"),
    ("Q3 Hoeveel mensen?", "mensen"),
    ("G01Q02. Hoeveel mensen?", "mensen"),
    ("G01Q03[SQ001]. Hoe is de steun? [gemeente]", "steun.gemeente"),
    ("Hoe is de steun? [gemeente]", "steun.gemeente"),
    ("Migrantenorganisatie: hoe is de steun?", "steun.migrantenorganisatie"),
    ("de steun - Gemeente", "steun.gemeente"),
    ("STEUN.gemeente", "steun.gemeente"),
    ("Evaluatie.Nooit", "evaluatie.nooit"),
    ("NAAM", "naam"),
])  # fmt: skip
def test_a_head_that_is_a_question_or_a_label_is_recognised(ruleset: Ruleset, head: str, column: str) -> None:
    assert heads_of([head], ruleset.vocabulary, OWN, {}).renamed == {head: column}


@pytest.mark.parametrize("head", ["Wanneer?", "Iets anders", "", "12."])
def test_a_head_that_means_nothing_or_several_things_is_left(ruleset: Ruleset, head: str) -> None:
    heads = heads_of([head, "mensen"], ruleset.vocabulary, OWN, {})
    assert (heads.renamed, heads.others) == ({}, (head,))


def test_what_is_not_clear_in_a_head_is_told(ruleset: Ruleset) -> None:
    with pytest.raises(InvalidFactsError) as raised:
        heads_of(["Hoe is de steun?", "mensen", "Hoeveel mensen?"], ruleset.vocabulary, OWN, {})
    assert str(raised.value) == (
        "TABEL01 kolom 'Hoe is de steun?' is een vraag aan elke partij (steun)\n"
        "   = verwacht: de partij erachter, zoals 'Hoe is de steun? (gemeente)'\n\n"
        "TABEL01 kolommen 'mensen' en 'Hoeveel mensen?' betekenen allebei 'mensen'\n"
        "   = verwacht: één kolom voor elk antwoord"
    )


def survey(path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in [
        ("ID", "Hoe heet het?", "Hoeveel mensen?", "Hoe is de steun? (gemeente)", "Deel"),
        (1, "a", 1, 2, "N.v.t."),
        (2, "b", "weet niet", "-", 3),
    ]:
        book.active.append(row)
    book.save(path)
    return path


def assessed(source: Path, ruleset: Ruleset, **options: object) -> tuple[BatchResult, list[tuple[object, ...]]]:
    target = source.with_name("uit.parquet")
    choices = BatchOptions(table="outcomes", partnership="Hoe heet het?", **options)  # type: ignore[arg-type]  # any
    result = assess_file(source, target, ruleset=ruleset, reference_date=DATE, options=choices)
    return result, pl.read_parquet(target).rows()


def test_a_survey_comes_in_as_it_is(tmp_path: Path, ruleset: Ruleset) -> None:
    source = survey(tmp_path / "enquete.xlsx")
    options = {"ignores_others": True, "columns": {"Deel": "procent"}}
    result, _ = assessed(source, ruleset, **options)
    assert (result.assessed, result.wrong, result.ignored) == (0, 2, ("ID",))
    assert result.perhaps_unknown == ("N.v.t.", "weet niet", "-")
    result, rows = assessed(source, ruleset, **options, unknown_words=("n.v.t.", "weet niet", " - "))
    assert (result.wrong, rows) == (0, [("a", True, True), ("b", None, None)])


def test_of_the_three_heads_of_qualtrics_the_questions_count(tmp_path: Path, ruleset: Ruleset) -> None:
    source = tmp_path / "enquete.csv"
    source.write_text(
        'StartDate,Q1,Q2\nStart Date,Hoe heet het?,"Hoeveel\nmensen?"\n'
        '"{""ImportId"":""startDate"",""timeZone"":""Europe/Amsterdam""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\n'
        "2026-01-01 10:00:00,a,1\n2026-01-02 10:00:00,b,veel\n",
        "utf-8",
    )
    result, rows = assessed(source, ruleset, ignores_others=True)
    assert (rows, result.ignored) == ([("a", True, None)], ("Start Date",))
    assert result.table_rows == RowCounts(read=2, assessed=1, aside=1, blank=0)
    assert result.reasons == ("rij 5 (b): mensen: 'veel' past niet (verwacht: een heel getal van 0 of hoger)",)


def test_what_a_survey_has_apart_comes_back_with_the_same_options(tmp_path: Path, ruleset: Ruleset) -> None:
    source = tmp_path / "enquete.csv"
    source.write_text("Hoe heet het?;Hoeveel mensen?;Deel;Nr\na;1;veel;7\n", "utf-8")
    choices = BatchOptions(partnership="Hoe heet het?", columns={"Deel": "procent"}, ignores_others=True)
    first = assess_file(source, tmp_path / "uit.csv", ruleset=ruleset, reference_date=DATE, options=choices)
    assert first.aside is not None
    source.write_text(first.aside.read_text("utf-8").replace(";veel", ";5"), "utf-8")
    again = assess_file(source, tmp_path / "weer.csv", ruleset=ruleset, reference_date=DATE, options=choices)
    assert again.table_rows == RowCounts(read=1, assessed=1, aside=0, blank=0)


def test_a_long_table_has_heads_and_words_too(tmp_path: Path, ruleset: Ruleset) -> None:
    source = tmp_path / "lang.csv"
    source.write_text("Naam;Partij;Respondent;Feit;Antwoord\na;;;mensen;1\na;gemeente;p;steun;nvt\n", "utf-8")
    choices = BatchOptions(table="outcomes", unknown_words=("NVT",))
    result = assess_file(source, tmp_path / "uit.csv", ruleset=ruleset, reference_date=DATE, options=choices)
    assert (result.assessed, result.wrong) == (1, 0)


@pytest.mark.parametrize(("name", "content"), [
    ("k.csv", "kolom;feit\nDeel;procent\n"),
    ("k.csv", "Deel;procent\n"),
    ("k.csv", "kolom;feit\n;\nDeel;procent\n;\n"),
    ("k.yaml", "Deel: procent\n"),
])  # fmt: skip
def test_a_list_of_columns_is_read(tmp_path: Path, ruleset: Ruleset, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    assert read_columns(tmp_path / name, ruleset.vocabulary, OWN) == {"Deel": "procent"}


NO_LIST = (
    "TABEL07 dit is geen lijst met kolommen\n"
    "   = verwacht: twee kolommen: de naam in je tabel, en het feit; of in YAML 'naam in je tabel: feit'"
)
WRONG_LISTS = {
    "k.csv": [("kolom;feit;meer\n", f"k.csv: {NO_LIST}")],
    "k.yaml": [
        ("- a\n", f"k.yaml: {NO_LIST}"),
        (
            "Deel: procnt\nX: [a]\n",
            (
                "k.yaml, kolom 'Deel': TABEL07 onbekend feit 'procnt'\n"
                "   = verwacht: een kolom zoals in een lege tabel\n"
                "   = bedoelde je: procent\n\n"
                "k.yaml, kolom 'X': TABEL07 onbekend feit ''\n   = verwacht: een kolom zoals in een lege tabel"
            ),
        ),
    ],
}


@pytest.mark.parametrize(("name", "content", "told"), [
    (name, content, told) for name, each in WRONG_LISTS.items() for content, told in each
])  # fmt: skip
def test_a_wrong_list_of_columns_is_told(tmp_path: Path, ruleset: Ruleset, name: str, content: str, told: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(InvalidInputError) as raised:
        read_columns(tmp_path / name, ruleset.vocabulary, OWN)
    assert str(raised.value).replace(f"{tmp_path}/", "") == told


def test_a_column_of_a_list_that_is_not_there_is_told(ruleset: Ruleset) -> None:
    with pytest.raises(InvalidFactsError) as raised:
        heads_of(["naam", "Deel"], ruleset.vocabulary, OWN, {"deel": "procent"})
    assert str(raised.value) == (
        "TABEL07 kolom 'deel' uit de lijst met kolommen staat niet in de tabel\n"
        "   = verwacht: een kolom die in de tabel staat\n"
        "   = bedoelde je: Deel"
    )


def test_a_row_of_a_list_without_a_fact_is_told(tmp_path: Path, ruleset: Ruleset) -> None:
    (tmp_path / "k.csv").write_text("kolom;feit\nDeel;\n", "utf-8")
    with pytest.raises(InvalidFactsError, match="kolom 'Deel': TABEL07 onbekend feit ''"):
        read_columns(tmp_path / "k.csv", ruleset.vocabulary, OWN)


def test_a_column_twice_in_a_list_is_told(tmp_path: Path, ruleset: Ruleset) -> None:
    (tmp_path / "k.csv").write_text("kolom;feit\na;mensen\na;procent\n", "utf-8")
    with pytest.raises(InvalidFactsError, match="kolom 'a' staat er twee keer"):
        read_columns(tmp_path / "k.csv", ruleset.vocabulary, OWN)


def test_the_command_tells_what_it_left_and_what_may_be_unknown(tmp_path: Path) -> None:
    source, target = tmp_path / "e.csv", tmp_path / "uit.csv"
    source.write_text("naam;x;dragers_mo\na;1;nvt\nb;1;\nb;2;1\n", "utf-8")
    (tmp_path / "k.yaml").write_text("x: procenten\n", "utf-8")
    command = ["batch", str(source), str(target), "--date", DATE]
    told = CliRunner().invoke(app, [*command, "--ignore-others"])
    assert "Weggelaten, want geen antwoord: 1 kolom ('x').\n" in told.stdout
    assert "Let op: over 1 samenwerking staat er geen enkel antwoord.\n" in told.stdout
    assert "Let op: deze naam staat er meer dan één keer: 'b'.\n" in told.stdout
    assert "Betekent 'nvt' dat het antwoord onbekend is? Zet dan in de opdracht: --unknown \"nvt\"\n" in told.stderr
    assert CliRunner().invoke(app, [*command, "--ignore-others", "--unknown", "nvt"]).exit_code == 0
    assert "TABEL07" in CliRunner().invoke(app, [*command, "--columns", str(tmp_path / "k.yaml")]).stderr


def test_text_that_a_spreadsheet_would_work_out_is_text_in_csv_and_comes_back(tmp_path: Path, ruleset: Ruleset) -> None:
    source = tmp_path / "jaar.csv"
    names = ["=1+1", "+a", "-b", "@c", "-5", "+1,5", "gewoon"]
    source.write_text("naam;mensen;=kop\n" + "".join(f"{name};veel;x\n" for name in names), "utf-8")
    choices = BatchOptions(metadata=("=kop",))
    assess_file(source, tmp_path / "uit.csv", ruleset=ruleset, reference_date=DATE, options=choices)
    aside = (tmp_path / "uit-apart.csv").read_text("utf-8")
    assert aside.splitlines()[0] == "rij;reden;naam;mensen;'=kop"
    assert [line.split(";")[-3] for line in aside.splitlines()[1:]] == [
        "'=1+1",
        "'+a",
        "'-b",
        "'@c",
        "-5",
        "+1,5",
        "gewoon",
    ]
    (tmp_path / "weer.csv").write_text(aside.replace(";veel;", ";1;"), "utf-8")
    choices = BatchOptions(table="outcomes", metadata=("=kop",))
    assess_file(tmp_path / "weer.csv", tmp_path / "uit.parquet", ruleset=ruleset, reference_date=DATE, options=choices)
    assert pl.read_parquet(tmp_path / "uit.parquet")["partnership"].to_list() == names
