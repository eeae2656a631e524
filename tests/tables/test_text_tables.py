"""Text tables as programs and people write them: every row is read right, or set aside with its reason."""

import csv
import io
import itertools
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import FACTS, rules, ruleset_from
from samenwerkadvies import Ruleset
from samenwerkadvies.tables import BatchOptions, RowCounts, TextFile, assess_file, text_tables
from samenwerkadvies.tables.table import ROW, UNREAD
from samenwerkadvies.tables.text_tables import open_text
from tried import tried

DATE = "2026-03-01"


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset_from(tmp_path_factory.mktemp("regels"), FACTS + rules(weinig="mensen <= 1"))


def read(path: Path, content: str, given: TextFile | None = None) -> pl.DataFrame:
    path.write_bytes(content.encode())
    return pl.concat(open_text(path, given or TextFile()).parts())


RIGHT = {
    "backslashes, as PHP writes them": (
        'naam;n\n"Groep \\"A";1\n"Pad C:\\\\ \\"B\\"";2\n',
        [('Groep "A', "1"), ('Pad C:\\ "B"', "2")],
    ),
    "a backslash that is text": ('naam;n\n"C:\\";1\n', [("C:\\", "1")]),
    "a quote within a cell": ('naam;n\n5" buis;1\nbuis 5";"2"\n', [('5" buis', "1"), ('buis 5"', "2")]),
    "two quotes for one": ('naam;n\n"de ""Brug""";1\n"""";2\n', [('de "Brug"', "1"), ('"', "2")]),
    "a separator and a line end within quotes": ('naam;n\n"a;b\nc";1\n', [("a;b\nc", "1")]),
    "lone returns": ("naam;n\ra;1\rb;2\r", [("a", "1"), ("b", "2")]),
    "line ends of Windows": ("naam;n\r\na;1\r\n", [("a", "1")]),
    "the separator told": ("sep=|\nnaam|n\na;x|1\n", [("a;x", "1")]),
    "separators at the end": ("naam;n;;\na;1;;\n;;;\n", [("a", "1"), (None, None)]),
    "blank rows": ('naam;n\n\n   ;  \n"";""\na;1\n', [*[(None, None)] * 3, ("a", "1")]),
    "commas in a head": ('"naam";"hoe vaak, in krant, raad, radio?"\n"a";"1"\n', [("a", "1")]),
    "decimals with a comma": ("naam;n\na;1,5\nb;2,5\n", [("a", "1,5"), ("b", "2,5")]),
    "one column": ("naam\n\na\n\nb\n", [(None,), ("a",), (None,), ("b",)]),
    "spaces around quotes": ('naam;n\n"a" ;1\n', [("a", "1")]),
    "an empty cell in quotes": ('naam;n\n"";1\n', [(None, "1")]),
}


@pytest.mark.parametrize("name", RIGHT)
def test_text_is_read_as_it_was_meant(tmp_path: Path, name: str) -> None:
    content, rows = RIGHT[name]
    found = read(tmp_path / "jaar.csv", content)
    assert found.drop(ROW, UNREAD).rows() == rows
    assert found[UNREAD].to_list() == [None] * len(rows)


OPEN = "een aanhalingsteken aan het begin van een cel wordt niet gesloten"
WRONG = {
    "a quote that nobody closed": ('naam;n\na;1\n"b;2\nc;3\n', {3: OPEN}),
    "one that another seems to close": ('naam;n\n"b;2\n"c";3\nd;4\n', {2: OPEN}),
    "one that another closes with other cells": ('naam;n\n"b;2\nc;"3;x"\nd;4\n', {2: OPEN}),
    "text behind a quote": (
        'naam;n\n"b" en c;2\nd;4\n',
        {2: "achter een aanhalingsteken aan het eind van een cel staat nog tekst"},
    ),
    "backslashes that do not help": (
        'naam;n\n"a\\"b";1;2\n"c\\" d" e;3\nf;4\n"a\\"";1;2\n"g\\"x";"\n',
        {
            2: "deze rij heeft 3 cellen en de eerste rij 2; zet een cel met een ; erin tussen aanhalingstekens",
            3: "achter een aanhalingsteken aan het eind van een cel staat nog tekst",
            5: OPEN,
            6: OPEN,
        },
    ),
    "a whole row in quotes": (
        'naam,n\n"Brug,""1"""\nd,4\n',
        {2: "de hele rij staat tussen aanhalingstekens: dan is het één cel"},
    ),
    "too few cells": (
        "naam;n;x\na;1\nb\nc;1;2\n",
        {2: "deze rij heeft 2 cellen en de eerste rij 3", 3: "deze rij heeft 1 cel en de eerste rij 3"},
    ),
    "too many cells": (
        "naam;n\na;1;2\nb;1\n",
        {2: "deze rij heeft 3 cellen en de eerste rij 2; zet een cel met een ; erin tussen aanhalingstekens"},
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_row_that_cannot_be_read_spoils_no_other(tmp_path: Path, name: str) -> None:
    content, reasons = WRONG[name]
    found = read(tmp_path / "jaar.csv", content)
    assert dict(found.filter(pl.col(UNREAD).is_not_null()).select(ROW, UNREAD).rows()) == reasons
    lines = content.splitlines()
    for number, text in found.filter(pl.col(UNREAD).is_not_null()).select(ROW, "naam").rows():
        assert text == lines[number - 1]
    assert len(found) == len(lines) - 1


def test_a_quote_that_nobody_closed_swallows_no_more_than_its_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f'a{number};"1"' for number in range(300)]
    found = read(tmp_path / "jaar.csv", "\n".join(["naam;n", '"x;1', *(line.replace('"', "") for line in lines)]))
    assert found[UNREAD].to_list() == [OPEN, *[None] * 300]
    monkeypatch.setattr(text_tables, "_LONGEST", 60)
    found = read(tmp_path / "jaar.csv", "\n".join(["naam;n", '"x;1', *lines[:20]]))
    assert found[UNREAD].to_list() == [OPEN, *[None] * 20]


CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]) | st.sampled_from('";,|\n '), max_size=6
)


@tried(1)
@given(
    rows=st.lists(st.tuples(CELL, CELL, CELL), max_size=6),
    separator=st.sampled_from(";,\t|"),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_what_a_program_writes_well_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]], separator: str, quoting: int
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, quoting=quoting).writerows([("naam", "b", "c"), *rows])
    found = read(tmp_path_factory.mktemp("t") / "jaar.csv", text.getvalue(), TextFile("utf-8", separator))
    wanted = [tuple(cell if cell.strip() else None for cell in row) for row in rows]
    assert found.drop(ROW, UNREAD).rows() == wanted


def test_what_cannot_be_read_stands_apart_and_can_be_corrected(tmp_path: Path, ruleset: Ruleset) -> None:
    source = tmp_path / "jaar.csv"
    source.write_text('naam;mensen\na;1\n"b;1\nc;veel\n;1\nd;2\n', "utf-8")
    result = assess_file(source, tmp_path / "uit.csv", ruleset=ruleset, reference_date=DATE)
    assert (result.assessed, result.set_aside, result.wrong) == (2, 3, 3)
    assert list(result.reasons) == [
        f'rij 3 ("b;1): {OPEN}',
        "rij 4 (c): mensen: 'veel' past niet (verwacht: een heel getal van 0 of hoger)",
        "rij 5: naam ontbreekt (verwacht: een naam op één regel van hoogstens 200 tekens, zonder stuurtekens)",
    ]
    aside = (tmp_path / "uit-apart.csv").read_text("utf-8-sig").splitlines()
    assert aside[0] == "rij;reden;naam;mensen"
    corrected = [aside[0], "3;;b;1", "4;;c;3", "5;;e;1"]
    source.write_text("\n".join(corrected), "utf-8")
    again = assess_file(source, tmp_path / "uit.csv", ruleset=ruleset, reference_date=DATE, options=BatchOptions())
    assert (again.assessed, again.set_aside) == (3, 0)


@tried(0.5)
@given(
    cells=st.lists(st.sampled_from(["", " ", "a", "1", "veel", '"', '"b"', ";", "\n", "\r", "x;y"]), max_size=20),
    is_long=st.booleans(),
)
def test_every_row_is_assessed_or_set_aside_or_blank(
    tmp_path_factory: pytest.TempPathFactory, ruleset: Ruleset, cells: list[str], *, is_long: bool
) -> None:
    folder = tmp_path_factory.mktemp("t")
    head = "naam;feit;antwoord\na;mensen;" if is_long else "naam;mensen\n"
    (folder / "jaar.csv").write_text(head + "".join(cells), "utf-8", newline="")
    result = assess_file(folder / "jaar.csv", folder / "uit.csv", ruleset=ruleset, reference_date=DATE)
    rows = result.table_rows
    assert rows is not None
    assert rows.read == rows.assessed + rows.aside + rows.blank
    assert rows.read == len(pl.concat(open_text(folder / "jaar.csv", TextFile()).parts()))
    if not is_long:
        assert (rows.assessed, rows.aside) == (result.assessed, result.set_aside)


def test_rows_are_counted(tmp_path: Path, ruleset: Ruleset) -> None:
    source = tmp_path / "jaar.csv"
    source.write_text('naam;mensen\na;1\n\n;\n"b;1\n;2\nc;veel\n', "utf-8")
    result = assess_file(source, tmp_path / "uit.csv", ruleset=ruleset, reference_date=DATE)
    assert result.table_rows == RowCounts(read=6, assessed=1, aside=3, blank=2)


def test_a_row_with_no_more_than_what_is_left_out_is_not_blank(tmp_path: Path, ruleset: Ruleset) -> None:
    source = tmp_path / "jaar.csv"
    source.write_text("naam;mensen;nummer;;\na;1;1;;\n;;2;;\n", "utf-8")
    options = BatchOptions(ignores_others=True)
    result = assess_file(source, tmp_path / "uit.csv", ruleset=ruleset, reference_date=DATE, options=options)
    assert (result.ignored, result.table_rows) == (("nummer",), RowCounts(2, 1, 1, 0))


def test_a_questionnaire_of_which_a_row_cannot_be_read_is_refused(tmp_path: Path) -> None:
    from samenwerkadvies import InvalidFactsError

    source = tmp_path / "lijst.csv"
    source.write_text('vraag;antwoord;partij;feit\nv;1;gemeente;mensen\n"v;1;gemeente;procent\n', "utf-8")
    with pytest.raises(InvalidFactsError, match="rij 3: een aanhalingsteken"):
        assess_file(source, tmp_path / "uit.csv")


def test_parts_follow_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_tables, "PART", 2)
    path = tmp_path / "jaar.csv"
    path.write_text("naam;n\n" + "".join(f"{letter};1\n" for letter in "abcde"), "utf-8")
    parts = list(open_text(path, TextFile()).parts())
    assert [len(part) for part in parts] == [0, 2, 2, 1]
    assert list(itertools.chain.from_iterable(part[ROW] for part in parts)) == [2, 3, 4, 5, 6]
