"""An empty questionnaire, filled in as people do, is read as it is."""

import csv
import datetime
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from typer.testing import CliRunner

from building import CONDITIONS, rules, ruleset_from, small_ruleset
from building import FACTS as INVENTED
from samenwerkadvies import Adviser, InvalidFactsError, MissingDependencyError, Ruleset, UsageError
from samenwerkadvies.cli import app
from samenwerkadvies.tables import BatchOptions, assess_file, write_template
from samenwerkadvies.vocabulary import Kind

DATE = datetime.date(2026, 3, 1)
ANSWERS: Mapping[tuple[str, str], object] = {
    ("Eerste indruk", "naam"): "Opvoedsteun",
    ("Eerste indruk", "peildatum"): datetime.datetime(2026, 3, 1),  # noqa: DTZ001
    ("Samen", "fase"): "we voeren het uit",
    ("Samen", "datum_evaluatie"): "nooit",
    ("Samen", "startdatum"): datetime.datetime(2023, 5, 1),  # noqa: DTZ001
    ("Samen", "wie_beslist_helder"): "nee",
    ("Gemeente", "erkenning"): 4,
    ("Gemeente", "opgenomen_in_beleid"): "ja, vastgesteld",
    ("Migrantenorganisatie", "erkenning"): 2,
    ("Migrantenorganisatie", "dragers_mo"): 1,
    ("Migrantenorganisatie", "oud_zeer"): "onbekend",
}
FACTS: dict[str, object] = {
    "fase": "uitvoering",
    "datum_evaluatie": "nooit",
    "startdatum": "2023-05-01",
    "wie_beslist_helder": False,
    "erkenning": {"gemeente": 4, "migrantenorganisatie": 2},
    "opgenomen_in_beleid": "vastgesteld",
    "dragers_mo": 1,
}


def fill_in(path: Path, answers: Mapping[tuple[str, str], object]) -> None:
    """Fill in a workbook as a spreadsheet program does: type in a cell beside a question, and save."""
    book = openpyxl.load_workbook(path)
    left = dict(answers)
    for sheet in book:
        for row in sheet.iter_rows(min_row=2):
            if len(row) > 4 and (sheet.title, row[4].value) in left:
                assert not row[1].protection.locked
                row[1].value = left.pop((sheet.title, row[4].value))
    assert left == {}
    book.save(path)


def findings(path: Path) -> list[str]:
    found: list[str] = pl.read_parquet(path)["rule"].to_list()
    return found


def test_a_workbook_that_comes_back_is_read_as_it_is(tmp_path: Path, shipped: Ruleset) -> None:
    source, target = tmp_path / "vragenlijst.xlsx", tmp_path / "advies.parquet"
    write_template(source)
    fill_in(source, ANSWERS)
    result = assess_file(source, target, options=BatchOptions(table="advice"))
    assert (result.assessed, result.aside) == (1, None)
    wanted = Adviser(shipped, "reference").assess({"naam": "Opvoedsteun", "feiten": FACTS}, reference_date=DATE)
    assert findings(target) == list(wanted.findings)
    assert set(pl.read_parquet(target)["partnership"]) == {"Opvoedsteun"}


def test_a_text_file_that_comes_back_is_read_as_it_is(tmp_path: Path, shipped: Ruleset) -> None:
    source, target = tmp_path / "vragenlijst.csv", tmp_path / "advies.parquet"
    write_template(source, partnership="Opvoedsteun", reference_date=DATE)
    with source.open(encoding="utf-8-sig", newline="") as file:
        head, *lines = csv.reader(file, delimiter=";")
    assert head == ["vraag", "antwoord", "mogelijke antwoorden", "partij", "feit", "toelichting"]
    answers = {(party.lower().replace("eerste indruk", "samen"), fact): ANSWERS[party, fact] for party, fact in ANSWERS}
    for line in lines:
        answer = answers.get((line[3], line[4]))
        line[1] = answer.strftime("%d-%m-%Y") if isinstance(answer, datetime.date) else str(answer or line[1])
    with source.open("w", encoding="cp1252", newline="") as file:  # as Excel saves it
        csv.writer(file, delimiter=";").writerows([head, *lines])
    result = assess_file(source, target, options=BatchOptions(table="advice"))
    assert (result.assessed, result.reasons) == (1, ())
    wanted = Adviser(shipped, "reference").assess({"naam": "Opvoedsteun", "feiten": FACTS}, reference_date=DATE)
    assert findings(target) == list(wanted.findings)


def test_the_answers_of_several_people_are_put_together(tmp_path: Path, shipped: Ruleset) -> None:
    folder, target = tmp_path / "antwoorden", tmp_path / "advies.parquet"
    folder.mkdir()
    empty = tmp_path / "leeg.xlsx"
    write_template(empty, partnership="Opvoedsteun", reference_date=DATE)
    for number, score in enumerate((1, 5, 2)):
        path = folder / f"iemand {number}.xlsx"
        shutil.copy(empty, path)
        fill_in(path, {("Migrantenorganisatie", "erkenning"): score, ("Samen", "fase"): "we voeren het uit"})
    shutil.copy(folder / "iemand 0.xlsx", folder / "~$iemand 0.xlsx")  # a copy that Excel leaves while it is open
    result = assess_file(folder, target, options=BatchOptions(table="advice"))
    assert (result.assessed, result.reasons) == (1, ())
    case = {
        "naam": "Opvoedsteun",
        "peildatum": "2026-03-01",
        "feiten": {"fase": "uitvoering"},
        "respondenten": {"migrantenorganisatie": [{"erkenning": score} for score in (1, 5, 2)]},
    }
    assert findings(target) == list(Adviser(shipped, "reference").assess(case).findings)
    shutil.copy(empty, folder / "anders.xlsx")
    fill_in(folder / "anders.xlsx", {("Samen", "fase"): "we ronden het af"})
    result = assess_file(folder, target, options=BatchOptions(table="advice"))
    assert result.assessed == 0
    assert result.reasons[0] == (
        "anders.xlsx (Opvoedsteun), 'In welke fase zit de samenwerking?': fase: 'we ronden het af' past niet "
        "(verwacht: van iedereen hetzelfde antwoord op deze vraag, of niets)"
    )


def test_names_that_differ_in_capitals_and_spaces_are_one(tmp_path: Path) -> None:
    folder = tmp_path / "antwoorden"
    folder.mkdir()
    for number, name in enumerate(("Oud en  Wijs", "oud en wijs ", "Anders")):
        write_template(folder / f"{number}.csv", partnership=name, reference_date=DATE)
    result = assess_file(folder, tmp_path / "uit.csv")
    assert result.assessed == 2
    assert result.questionnaires == {"Oud en  Wijs": ("0.csv", "1.csv"), "Anders": ("2.csv",)}


def test_without_a_name_the_file_gives_it(tmp_path: Path) -> None:
    source = tmp_path / "taalhulp.xlsx"
    write_template(source, reference_date=DATE)
    fill_in(source, {("Samen", "fase"): "we verkennen nog"})
    target = tmp_path / "uit.parquet"
    assess_file(source, target)
    assert pl.read_parquet(target)["partnership"].to_list() == ["taalhulp"]


def test_a_questionnaire_without_a_date_is_set_aside_with_one_reason(tmp_path: Path) -> None:
    source = tmp_path / "taalhulp.csv"
    write_template(source)
    result = assess_file(source, tmp_path / "uit.csv")
    expected = "peildatum ontbreekt (verwacht: een datum zoals 2026-03-01 of 1-3-2026)"
    assert result.reasons == (f"taalhulp.csv (taalhulp): {expected}",)
    assert (result.assessed, result.set_aside, result.wrong, result.empty) == (0, 1, 1, ("taalhulp.csv",))
    aside = tmp_path / "uit-apart.csv"
    corrected = tmp_path / "beter.csv"
    corrected.write_text(aside.read_text("utf-8").replace(";;gemeente;", ";2026-03-01;gemeente;"), "utf-8")
    assert assess_file(corrected, tmp_path / "meer.csv").assessed == 1
    assert assess_file(source, tmp_path / "uit.csv", reference_date=DATE).aside is None


def test_a_folder_with_something_else_in_it_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "antwoorden"
    folder.mkdir()
    write_template(folder / "a.xlsx")
    (folder / "b.csv").write_text("naam;bedrag\n", "utf-8")
    with pytest.raises(InvalidFactsError, match=r"b.csv: TABEL04 dit is geen vragenlijst\n.*samenwerkadvies template"):
        assess_file(folder, tmp_path / "uit.csv")
    (folder / "b.csv").write_text("naam;feit;antwoord\n", "utf-8")
    with pytest.raises(
        InvalidFactsError, match=r"b.csv: TABEL04 dit is geen vragenlijst\n.*antwoord, feit, partij en vr"
    ):
        assess_file(folder, tmp_path / "uit.csv")


def test_a_questionnaire_that_was_taken_apart_is_told(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    write_template(path, partnership="a", reference_date=DATE)
    book = openpyxl.load_workbook(path)
    book["Gemeente"]["B1"] = "Ons antwoord"
    book.save(path)
    with pytest.raises(InvalidFactsError, match="TABEL04 op blad 'Gemeente' ontbreken kolommen"):
        assess_file(path, tmp_path / "uit.csv")


HEAD = "Vraag;Antwoord;antwoord;partij;feit\n"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (";a;;samen;naam\n;b;;samen;naam\n;2026-03-01;;samen;peildatum\n", "bij 'naam' staat 'a' en 'b'"),
        (";1-3-2026;;;peildatum\n;2-3-2026;;;peildatum\n", "bij 'peildatum' staat '1-3-2026' en '2-3-2026'"),
    ],
)
def test_a_questionnaire_has_one_name_and_one_date(tmp_path: Path, rows: str, told: str) -> None:
    (tmp_path / "lijst.csv").write_text(HEAD + rows, "utf-8")
    with pytest.raises(InvalidFactsError, match=told):
        assess_file(tmp_path / "lijst.csv", tmp_path / "uit.csv")


def test_an_answer_without_a_question_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_text(f"{HEAD};a;;samen;naam\n;5;;samen;\n", "utf-8")
    result = assess_file(tmp_path / "lijst.csv", tmp_path / "uit.csv", reference_date=DATE)
    assert result.reasons == ("lijst.csv (a): feit ontbreekt (verwacht: de naam van een feit)",)


def cells_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(path)
    return {sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()] for sheet in book}


def test_every_question_stands_once_on_the_sheet_of_who_answers(tmp_path: Path, shipped: Ruleset) -> None:
    path = tmp_path / "vragenlijst.xlsx"
    write_template(path)
    sheets = cells_of(path)
    assert list(sheets) == ["Uitleg", "Eerste indruk", "Samen", "Gemeente", "Migrantenorganisatie", "Keuzes"]
    asked = [(row[4], row[3]) for name in list(sheets)[1:5] for row in sheets[name][1:] if row[4]]
    facts = shipped.vocabulary.facts.values()
    wanted = [(fact.id, party or fact.answered_by) for fact in facts for party in fact.parties]
    assert sorted(asked) == sorted([*wanted, ("naam", "samen"), ("peildatum", "samen")])
    texts = {row[4]: row[0] for row in sheets["Gemeente"][1:] if row[4]}
    assert texts["erkenning"] == shipped.vocabulary.facts["erkenning"].texts["nl"].question
    assert max(len(row[0]) for row in sheets["Uitleg"]) < 120


def scan_of(ruleset: Ruleset) -> list[tuple[str, str | None]]:
    return [slot for party in ("gemeente", "migrantenorganisatie") for slot in ruleset.quick_scan if slot[1] == party]


def test_the_first_sheet_with_questions_is_the_quick_scan_with_a_block_for_each_party(
    tmp_path: Path, shipped: Ruleset
) -> None:
    for name, is_quick in (("vol.xlsx", False), ("snel.xlsx", True)):
        write_template(tmp_path / name, quick=is_quick)
        sheets = cells_of(tmp_path / name)
        rows = sheets["Eerste indruk"][1:]
        assert [(row[4], row[3]) for row in rows if row[4]] == [
            ("naam", "samen"),
            ("peildatum", "samen"),
            *scan_of(shipped),
        ]
        headings = ["Over de samenwerking", "Vragen voor de gemeente", "Vragen voor de migrantenorganisatie"]
        assert [row[0] for row in rows if not row[4]] == headings
        told = [row[0] for row in sheets["Uitleg"]]
        assert sum("ongeveer 5 minuten" in line for line in told) == 1
        assert max(map(len, told)) < 120
    assert list(sheets) == ["Uitleg", "Eerste indruk", "Keuzes"]
    assert "Je krijgt 13 vragen. Dat duurt ongeveer 5 minuten." in told
    assert [line for line in told if line.startswith("Bij de andere vragen")] == []


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("is_quick", [True, False])
def test_a_quick_scan_that_comes_back_is_read_as_it_is(
    tmp_path: Path, shipped: Ruleset, kind: str, *, is_quick: bool
) -> None:
    source, target = tmp_path / f"scan.{kind}", tmp_path / "advies.parquet"
    write_template(source, partnership="Taalhuis", reference_date=DATE, quick=is_quick)
    scores = {slot: 1 + place % 5 for place, slot in enumerate(scan_of(shipped))}
    if kind == "xlsx":
        book = openpyxl.load_workbook(source)
        for row in book["Eerste indruk"].iter_rows(min_row=2):
            if (slot := (row[4].value, row[3].value)) in scores:
                row[1].value = scores[slot]
        book.save(source)
    else:
        with source.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file, delimiter=";"))
        for line in lines:
            line[1] = str(scores.get((line[4], line[3]), line[1]))
        with source.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(lines)
    result = assess_file(source, target, options=BatchOptions(table="advice"))
    assert (result.assessed, result.aside) == (1, None)
    facts: dict[str, dict[str, int]] = {}
    for (fact, party), score in scores.items():
        facts.setdefault(fact, {})[str(party)] = score
    wanted = Adviser(shipped, "reference").assess({"feiten": facts}, reference_date=DATE)
    assert wanted.known.first_look
    assert findings(target) == list(wanted.findings)


def test_rules_without_first_looks_have_the_questionnaire_alone(tmp_path: Path) -> None:
    made = small_ruleset(tmp_path / "regels", een="mensen <= 1")
    write_template(tmp_path / "lijst.xlsx", made)
    sheets = cells_of(tmp_path / "lijst.xlsx")
    assert list(sheets) == ["Uitleg", "Samen", "Gemeente", "Migrantenorganisatie", "Keuzes"]
    assert [row[4] for row in sheets["Samen"][1:4]] == [None, "naam", "peildatum"]
    assert sheets["Uitleg"][3][0].startswith("1. Begin op het blad 'Samen'.")
    with pytest.raises(UsageError, match="no quick scan"):
        write_template(tmp_path / "snel.xlsx", made, quick=True)


def test_a_first_look_that_is_shared_is_discussed_together(tmp_path: Path) -> None:
    gives_way = rules(scan="cijfer <= 2") + "    wijkt_voor: voorwaarde\n"
    made = ruleset_from(tmp_path / "regels", CONDITIONS + INVENTED + gives_way)
    write_template(tmp_path / "snel.xlsx", made, quick=True)
    sheets = cells_of(tmp_path / "snel.xlsx")
    assert [row[0] for row in sheets["Eerste indruk"][4:]] == ["Bespreek dit samen", "Hoe is de sfeer?"]
    told = [row[0] for row in sheets["Uitleg"]]
    assert "Je krijgt 1 vraag. Dat duurt ongeveer 1 minuut." in told
    assert [line for line in told if line.startswith("Bij de andere vragen")] != []


def test_a_spreadsheet_offers_and_checks_the_answers(tmp_path: Path, shipped: Ruleset) -> None:
    path = tmp_path / "vragenlijst.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    lists = book["Keuzes"]
    assert lists.sheet_state == "hidden"
    found = {}
    for sheet in book.worksheets[1:5]:
        assert sheet.protection.sheet
        assert sheet.column_dimensions["D"].hidden  # D to E
        checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
        for row in sheet.iter_rows(min_row=2):
            if check := checks.get(row[1].coordinate):
                found[row[4].value] = (check, row[1].coordinate)
    assert set(found) == {*shipped.vocabulary.facts, "peildatum"}
    for fact in shipped.vocabulary.facts.values():
        check, cell = found[fact.id]
        assert check.error
        assert len(check.error) <= 255
        texts = fact.texts["nl"]
        options = {
            Kind.YES_NO: ["ja", "nee"],
            Kind.SCALE: list("12345"),
            Kind.CHOICE: [texts.options[option].label for option in fact.options],
        }.get(fact.kind)
        if options:
            place = check.formula1.split("!")[1].replace("$", "")
            assert [str(each.value) for row in lists[place] for each in row] == [*options, "onbekend"]
        elif fact.kind is Kind.COUNT:
            number = f"AND({cell}>=0,{cell}<={fact.maximum},ROUND({cell},0)={cell})"
            assert check.formula1 == f'OR(IF(ISNUMBER({cell}),{number}),{cell}="onbekend")'
        else:
            never = f',{cell}="nooit"' * fact.may_be_never
            assert check.formula1 == f'OR(ISNUMBER({cell}),{cell}="onbekend"{never})'


def test_equal_rules_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx", "a.csv", "b.csv"):
        write_template(tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_a_questionnaire_never_replaces_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "vragenlijst.xlsx"
    path.write_text("ingevuld", "utf-8")
    for target, expected in {
        path: "TABEL06 dit bestand is er al, en misschien is het ingevuld",
        tmp_path / "vragenlijst.docx": r"TABEL05 zo'n vragenlijst kan ik niet maken\n.*\.xlsx of \.csv",
        tmp_path / "nergens" / "v.xlsx": "TABEL05 deze map is er niet",
        tmp_path / ("v" * 300 + ".xlsx"): r"v.xlsx: TABEL05 dat lukt niet \(de naam is te lang\)",
        tmp_path / ("v" * 300 + ".csv"): r"v.csv: TABEL05 dat lukt niet \(de naam is te lang\)",
    }.items():
        with pytest.raises(InvalidFactsError, match=expected):
            write_template(target)
    assert path.read_text("utf-8") == "ingevuld"
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingDependencyError, match="Excel needs more"):
        write_template(tmp_path / "nieuw.xlsx")


def test_what_is_not_read_in_a_folder_is_named_and_a_copy_does_not_count(tmp_path: Path) -> None:
    folder = tmp_path / "antwoorden"
    folder.mkdir()
    source = folder / "eerste.xlsx"
    write_template(source)
    fill_in(source, ANSWERS)
    shutil.copy(source, folder / "nog eens.xlsx")
    write_template(folder / "leeg.xlsx")
    write_template(folder / "leeg 2.xlsx")
    for name in ("verslag.docx", "~$eerste.xlsx", ".DS_Store", "Thumbs.db"):
        (folder / name).write_bytes(b"PK")
    (folder / "oud").mkdir()
    result = assess_file(folder, tmp_path / "uit.parquet", options=BatchOptions(table="advice"))
    assert (result.unread, result.copies) == (("oud/", "verslag.docx"), {"nog eens.xlsx": "eerste.xlsx"})
    assert result.questionnaires["Opvoedsteun"] == ("eerste.xlsx",)
    assert len(result.empty) == 2
    told = CliRunner().invoke(app, ["batch", str(folder), str(tmp_path / "uit.csv"), "--date", "2026-03-01"])
    assert told.exit_code == 1
    assert told.stderr.splitlines()[:2] == [
        "nog eens.xlsx telt niet mee: daarin staat precies hetzelfde als in eerste.xlsx.",
        (
            "Niet gelezen: oud/ en verslag.docx. Vragenlijsten staan in de map zelf, en eindigen op "
            ".csv, .tsv, .txt, .xlsx, .xlsm, .xls, .ods of .parquet."
        ),
    ]


def test_each_organisation_fills_in_its_own_file_with_its_name(tmp_path: Path) -> None:
    own = "breidt_uit: samenwerkadvies\npartijen: {migrantenorganisatie: {meermaals: ja}}\n"
    several = ruleset_from(tmp_path / "regels", own)
    folder = tmp_path / "lijsten"
    folder.mkdir()
    filled: dict[str, dict[tuple[str, str], object]] = {
        "weide": {("Migrantenorganisatie", "dragers_mo"): 1, ("Migrantenorganisatie", "erkenning"): 5},
        "brug": {("Migrantenorganisatie", "dragers_mo"): 4, ("Gemeente", "erkenning"): 4},
    }
    for file, name in (("weide", "Vereniging Zonneweide"), ("weide2", " vereniging  zonneweide"), ("brug", "")):
        path = folder / f"{file}.xlsx"
        write_template(path, several, partnership="Proef", reference_date=DATE, organisation=name)
        answers = filled.get(file, {("Migrantenorganisatie", "erkenning"): 3})
        fill_in(path, answers | ({} if name else {("Eerste indruk", "organisatie"): "Stichting Brug"}))
    write_template(folder / "stil.xlsx", several, partnership="Proef", reference_date=DATE, organisation="Club Stil")
    target = tmp_path / "advies.parquet"
    result = assess_file(folder, target, ruleset=several, options=BatchOptions(table="advice"))
    assert (result.assessed, result.reasons, result.empty) == (1, (), ("stil.xlsx",))
    stated = {
        "naam": "Proef",
        "peildatum": "2026-03-01",
        "organisaties": {"migrantenorganisatie": ["Vereniging Zonneweide", "Stichting Brug", "Club Stil"]},
        "feiten": {
            "erkenning": {"gemeente": 4},
            "dragers_mo": {"Vereniging Zonneweide": 1, "Stichting Brug": 4},
        },
        "respondenten": {"migrantenorganisatie": {"Vereniging Zonneweide": [{"erkenning": 5}, {"erkenning": 3}]}},
    }
    assert findings(target) == list(Adviser(several, "reference").assess(stated).findings)


def test_an_organisation_has_one_name_in_a_file(tmp_path: Path) -> None:
    head = "vraag;antwoord;mogelijke antwoorden;partij;feit;toelichting\n"
    rows = ";Vereniging Zonneweide;;club;organisatie;\n;Stichting Brug;;club;organisatie;\n;4;;club;steun;\n"
    source = tmp_path / "lijst.csv"
    source.write_text(head + rows, "utf-8")
    with pytest.raises(InvalidFactsError, match="bij 'organisatie' staat 'Stichting Brug' en 'Vereniging Zonneweide'"):
        assess_file(source, tmp_path / "uit.csv")


def test_a_name_that_would_be_refused_later_is_not_filled_in(tmp_path: Path) -> None:
    with pytest.raises(InvalidFactsError) as refused:
        write_template(tmp_path / "a.csv", partnership="x" * 201, organisation="a\nb")
    assert [problem.place for problem in refused.value.problems] == ["naam", "organisatie"]
    assert not (tmp_path / "a.csv").exists()


def test_the_name_of_an_organisation_is_filled_in_where_rules_have_several(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="of 0 parties several organisations may take part"):
        write_template(tmp_path / "a.csv", organisation="Vereniging Zonneweide")
    result = CliRunner().invoke(app, ["template", str(tmp_path / "a.csv"), "--organisation", "Vereniging Zonneweide"])
    assert result.exit_code == 2
    assert "--organisation kan alleen als er in de regels bij één partij 'meermaals: ja' staat" in result.stderr
    text = INVENTED.replace("kort: organisatie}", "kort: organisatie, meermaals: ja}") + rules(een="laagste(steun) > 2")
    ruleset_from(tmp_path / "regels", text)
    called = [
        "template",
        str(tmp_path / "b.csv"),
        "--organisation",
        "Stichting Brug",
        "--rules",
        str(tmp_path / "regels"),
    ]
    assert CliRunner().invoke(app, called).exit_code == 0
    assert "Hoe heet jullie organisatie?;Stichting Brug;" in (tmp_path / "b.csv").read_text("utf-8-sig")
