"""Workbooks as people make them, and as nobody should: read as they look, or refused before they are read."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import polars as pl
import pytest
import xlsxwriter
from typer.testing import CliRunner

from building import FACTS, rules, ruleset_from
from samenwerkadvies import InvalidFactsError, Ruleset, UsageError
from samenwerkadvies.cli import app
from samenwerkadvies.tables import BatchOptions, BatchResult, assess_file, inspection
from samenwerkadvies.tables.inspection import TooLargeError, inspect

DATE = "2026-03-01"


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset_from(tmp_path_factory.mktemp("regels"), FACTS + rules(weinig="mensen <= 1", veel="procent >= 80"))


def written(path: Path, *rows: tuple[object, ...], others: dict[str, list[tuple[object, ...]]] | None = None) -> Path:
    """Write a workbook with the rows in its first sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for name, lines in (others or {}).items():
        sheet = book.create_sheet(name)
        for row in lines:
            sheet.append(row)
    book.save(path)
    return path


def assessed(source: Path, ruleset: Ruleset, **options: object) -> tuple[BatchResult, pl.DataFrame]:
    target = source.with_name("uit.parquet")
    choices = BatchOptions(table="outcomes", **options)  # type: ignore[arg-type]  # as a caller writes them
    return assess_file(source, target, ruleset=ruleset, reference_date=DATE, options=choices), pl.read_parquet(target)


def told(source: Path, ruleset: Ruleset, **options: object) -> str:
    with pytest.raises(InvalidFactsError) as raised:
        assessed(source, ruleset, **options)
    return str(raised.value).replace(str(source.parent), "").lstrip("/\\")


HEAD = ("naam", "mensen")


def test_the_first_sheet_that_people_see_is_read_and_the_others_are_named(tmp_path: Path, ruleset: Ruleset) -> None:
    source = written(
        tmp_path / "jaar.xlsx", HEAD, ("oud", 1), others={"Nu": [HEAD, ("a", 1)], "Leeg": [], "Zuid": [HEAD, ("b", 2)]}
    )
    book = openpyxl.load_workbook(source)
    book["Sheet"].sheet_state = "hidden"
    book.active = 1
    book.save(source)
    result, found = assessed(source, ruleset)
    assert found["partnership"].to_list() == ["a"]
    assert (result.sheets, result.other_sheets) == (("Nu",), ("Zuid",))
    result, found = assessed(source, ruleset, sheet="Sheet")
    assert found["partnership"].to_list() == ["oud"]


def test_all_sheets_are_taken_together(tmp_path: Path, ruleset: Ruleset) -> None:
    source = written(
        tmp_path / "jaar.xlsx", HEAD, ("a", 1), ("b", "veel"), others={"Zuid": [HEAD, ("c", "weinig"), ("d", 1)]}
    )
    result, found = assessed(source, ruleset, all_sheets=True)
    assert (result.assessed, result.wrong, result.sheets) == (2, 2, ("Sheet", "Zuid"))
    assert found["partnership"].to_list() == ["a", "d"]
    assert [reason.partition(":")[0] for reason in result.reasons] == ["blad Sheet, rij 3 (b)", "blad Zuid, rij 2 (c)"]
    aside = pl.read_parquet(tmp_path / "uit-apart.parquet")
    assert aside.select("blad", "rij").rows() == [("Sheet", 3), ("Zuid", 2)]
    corrected = aside.with_columns(mensen=pl.lit("1"))
    corrected.write_csv(tmp_path / "beter.csv")
    assert assessed(tmp_path / "beter.csv", ruleset)[0].assessed == 2


def test_sheets_that_differ_are_not_taken_together(tmp_path: Path, ruleset: Ruleset) -> None:
    source = written(tmp_path / "jaar.xlsx", HEAD, others={"Zuid": [("naam", "procent")]})
    assert told(source, ruleset, all_sheets=True) == (
        "jaar.xlsx: TABEL04 tabblad 'Zuid' heeft kolom 'procent', anders dan 'Sheet'\n"
        "   = verwacht: op elk tabblad dezelfde kolommen; of kies er een met --sheet"
    )
    source = written(tmp_path / "jaar.xlsx", HEAD, others={"Zuid": [("naam",)]})
    assert "tabblad 'Zuid' mist kolom 'mensen', anders dan 'Sheet'" in told(source, ruleset, all_sheets=True)
    with pytest.raises(UsageError, match="one sheet or all sheets"):
        assessed(source, ruleset, sheet="Zuid", all_sheets=True)


def test_the_command_says_which_sheets_are_read(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [("naam", "dragers_mo"), ("a", 1)]
    source = written(tmp_path / "jaar.xlsx", *rows, others={"Zuid": rows})
    command = ["batch", str(source), str(tmp_path / "uit.csv"), "--date", DATE]
    printed = CliRunner().invoke(app, command).stdout
    assert "Gelezen: tabblad Sheet.\nNiet gelezen: Zuid. Met --all-sheets neem je alle tabbladen samen.\n" in printed
    assert "Gelezen: tabbladen Sheet en Zuid.\n" in CliRunner().invoke(app, [*command, "--all-sheets"]).stdout
    refused = CliRunner().invoke(app, [*command, "--all-sheets", "--sheet", "Zuid"])
    assert (refused.exit_code, "kies --sheet of --all-sheets" in refused.stderr) == (2, True)


def test_a_workbook_without_a_table_is_told(tmp_path: Path, ruleset: Ruleset) -> None:
    book = xlsxwriter.Workbook(tmp_path / "grafiek.xlsx")
    sheet = book.add_worksheet("Cijfers")
    for row, cells in enumerate([HEAD, ("a", 1)]):
        sheet.write_row(row, 0, cells)
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Cijfers!$B$2:$B$2"})
    book.add_chartsheet("Grafiek").set_chart(chart)
    book.worksheets_objs.reverse()
    book.close()
    result, found = assessed(tmp_path / "grafiek.xlsx", ruleset)
    assert (found["partnership"].to_list(), result.sheets) == (["a"], ("Cijfers",))
    source = written(tmp_path / "leeg.xlsx")
    assert "TABEL04 dit bestand is leeg" in told(source, ruleset)
    source = written(tmp_path / "jaar.xlsx", others={"Oud": [HEAD]})
    book = openpyxl.load_workbook(source)
    book["Oud"].sheet_state = "hidden"
    book.save(source)
    assert "hier is alleen een verborgen tabblad: 'Oud'" in told(source, ruleset)


def test_percentages_are_read_as_people_see_them(tmp_path: Path, ruleset: Ruleset) -> None:
    source = tmp_path / "jaar.xlsx"
    book = xlsxwriter.Workbook(source)
    sheet = book.add_worksheet()
    sheet.write_row(2, 1, ("naam", "procent"))  # the table begins further down, and to the right
    forms = ["0%", "0.00%", '0" %"', "0"]
    for row, (name, number, form) in enumerate(zip("abcd", (1, 0.29, 80, 80), forms, strict=True), start=3):
        sheet.write(row, 1, name)
        sheet.write(row, 2, number, book.add_format({"num_format": form}))
    sheet.write(7, 1, "e")
    sheet.write_string(7, 2, "7", book.add_format({"num_format": "0%"}))
    book.close()
    result, found = assessed(source, ruleset)
    assert result.wrong == 0
    assert found.select("partnership", "veel").rows() == [
        ("a", True), ("b", False), ("c", True), ("d", True), ("e", False),
    ]  # fmt: skip


def test_errors_and_formulas_without_an_outcome_are_told(tmp_path: Path, ruleset: Ruleset) -> None:
    source = written(tmp_path / "jaar.xlsx", HEAD, ("a", 1), ("b", "=1+0"), ("c", None))
    book = openpyxl.load_workbook(source)
    book.active["B2"] = "#N/A"
    book.active["B2"].data_type = "e"
    book.save(source)
    result, _ = assessed(source, ruleset)
    assert [reason.partition(" (verwacht")[0] for reason in result.reasons] == [
        "rij 2 (a): mensen: '#N/A' past niet",
        "rij 3 (b): mensen: 'een formule zonder uitkomst' past niet",
    ]


def zipped(path: Path, **parts: str) -> Path:
    """Write a workbook of which these are the parts, besides those that say what it is."""
    start = "http://schemas.openxmlformats.org"
    of_sheet = f"{start}/officeDocument/2006/relationships/worksheet"
    whole = {
        "[Content_Types].xml": f'<Types xmlns="{start}/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{start}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{start}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{start}/spreadsheetml/2006/main" '
        f'xmlns:r="{start}/officeDocument/2006/relationships">'
        '<sheets><sheet name="Een" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{start}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{of_sheet}" Target="worksheets/een.xml"/></Relationships>',
        **{name.replace("__", "/") + ".xml": text for name, text in parts.items()},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in whole.items():
            archive.writestr(name, text)
    return path


def sheet_of(*cells: str) -> str:
    """Return a sheet with these cells filled, in the order given."""
    filled = "".join(f'<c r="{cell}"><v>1</v></c>' for cell in cells)
    return f"<worksheet><sheetData><row>{filled}</row></sheetData></worksheet>"


def archived(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return path


FAR = "in deze werkmap lopen de gevulde cellen te ver uiteen, of hij is te groot om te lezen"
BROKEN = "dit is geen goede werkmap"


def ods(path: Path, rows: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>'
            f'<table:table table:name="Een">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def ods_cell(text: str, kind: str = "string", **keys: str) -> str:
    more = "".join(f' {name.replace("_", ":", 1).replace("_", "-")}="{value}"' for name, value in keys.items())
    return f'<table:table-cell office:value-type="{kind}"{more}><text:p>{text}</text:p></table:table-cell>'


def test_cells_of_all_sorts_are_read(tmp_path: Path, ruleset: Ruleset) -> None:
    texts = ("naam", "procent", "a")
    head = "".join(
        f'<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>'
        for cell, text in zip(("A1", "B1", "A2"), texts, strict=True)
    )
    first, _, second = head.rpartition("<c ")
    rows = f'<row r="1">{first}</row><row r="2"><c {second}<c r="B2" s="1"><f>8/10</f><v>0.8</v></c></row>'
    rows += '<row r="3"><c r="A3" t="inlineStr"><is><t>b</t></is></c><c r="B3" s="1"><v/></c></row>'
    rows += '<row><c t="inlineStr"><is><t>c</t></is></c><c><v>90</v></c></row>'
    rows += '<row r="9"><c r="B9" s="1"><v/></c></row>'
    styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs><cellStyles/></styleSheet>'
    source = zipped(
        tmp_path / "jaar.xlsx",
        xl__worksheets__een=f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
        xl__styles=styles,
    )
    result, found = assessed(source, ruleset)
    assert (result.wrong, found.select("partnership", "veel").rows()) == (0, [("a", True), ("b", None), ("c", True)])


def test_a_sheet_that_is_not_there_is_told(tmp_path: Path, ruleset: Ruleset) -> None:
    source = written(tmp_path / "jaar.xlsx", HEAD, others={"Zuid": [HEAD]})
    assert told(source, ruleset, sheet="Zuit").endswith("= verwacht: 'Sheet' of 'Zuid'\n   = bedoelde je: Zuid")
    book = '<workbook xmlns:r="r"><sheets/></workbook>'
    source = zipped(tmp_path / "leeg.xlsx", xl__workbook=book)
    assert "in deze werkmap staat geen tabel" in told(source, ruleset)


EXPLODING: dict[str, Callable[[Path], Path]] = {
    "a cell far away": lambda path: zipped(path, xl__worksheets__een=sheet_of("A1", "XFD1048576")),
    "a cell far away, before the others": lambda path: zipped(path, xl__worksheets__een=sheet_of("XFD1048576", "A1")),
    "an entity": lambda path: zipped(path, xl__worksheets__een='<!DOCTYPE a [<!ENTITY b "c">]>' + sheet_of("A1")),
    "no sheet": zipped,
    "another file in a zip": lambda path: archived(path, "word/document.xml"),
    "no XML": lambda path: zipped(path, xl__worksheets__een="<worksheet>"),
    "a cell that is nowhere": lambda path: zipped(path, xl__worksheets__een=sheet_of("1A")),
    "a cell repeated to the end of LibreOffice": lambda path: ods(
        path,
        f'<table:table-row table:number-rows-repeated="1048576">'
        f"{ods_cell('a', table_number_columns_repeated='16384')}</table:table-row>",
    ),
    "percentages to the end of LibreOffice": lambda path: ods(
        path,
        f'<table:table-row table:number-rows-repeated="1048576">'
        f"{ods_cell('a', 'percentage', table_number_columns_repeated='16384')}</table:table-row>",
    ),
}


@pytest.mark.parametrize("name", EXPLODING)
def test_a_workbook_that_would_explode_is_refused_before_it_is_read(
    tmp_path: Path, ruleset: Ruleset, name: str
) -> None:
    source = EXPLODING[name](tmp_path / "jaar.xlsx")
    message = told(source, ruleset)
    assert message.partition("\n")[0].removeprefix("jaar.xlsx: TABEL04 ") in (FAR, BROKEN)
    assert (FAR in message) is ("far" in name or "to the end" in name)


def test_what_a_workbook_says_of_its_size_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "MOST_UNPACKED", 10_000)
    honest = zipped(tmp_path / "groot.xlsx", xl__worksheets__een=sheet_of("A1") + " " * 20_000)
    with pytest.raises(TooLargeError):
        inspect(honest)
    texts = zipped(tmp_path / "t.xlsx", xl__worksheets__een=sheet_of("A1"), xl__sharedStrings="<sst/>" + " " * 20_000)
    lying = texts.read_bytes().replace((20_006).to_bytes(4, "little"), (6).to_bytes(4, "little"))
    texts.write_bytes(lying)
    with pytest.raises(TooLargeError):
        inspect(texts)


@pytest.mark.parametrize(("content", "message"), [
    (b"PK\x03\x04 en verder niets", BROKEN),
    (b"", BROKEN),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "deze werkmap heeft een wachtwoord"),
])  # fmt: skip
def test_what_is_no_workbook_is_told(tmp_path: Path, ruleset: Ruleset, content: bytes, message: str) -> None:
    (tmp_path / "jaar.xlsx").write_bytes(content)
    assert told(tmp_path / "jaar.xlsx", ruleset) == (
        f"jaar.xlsx: TABEL04 {message}\n"
        "   = verwacht: een werkmap zonder wachtwoord; open hem in Excel of LibreOffice, en sla hem op als .xlsx"
    )
    (tmp_path / "jaar.xls").write_bytes(content)
    assert BROKEN in told(tmp_path / "jaar.xls", ruleset)


def test_other_kinds_of_workbooks_are_read_whatever_they_are_called(tmp_path: Path, ruleset: Ruleset) -> None:
    source = written(tmp_path / "jaar.xlsx", HEAD, ("a", 1))
    for suffix in (".xlsm", ".xls", ".ods"):
        source = source.rename(source.with_suffix(suffix))
        assert assessed(source, ruleset)[1]["partnership"].to_list() == ["a"]
    head = f"<table:table-row>{ods_cell('naam')}{ods_cell('procent')}</table:table-row>"
    row = f"<table:table-row>{ods_cell('a')}{ods_cell('90%', 'percentage', office_value='0.9')}</table:table-row>"
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    _, found = assessed(ods(tmp_path / "jaar.ods", head + row + empty), ruleset)
    assert found.select("partnership", "veel").rows() == [("a", True)]
