"""YAML files: every scalar is text, every part knows its place, and hostile files end in a problem."""

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from building import DECLARED, FACTS, rules
from samenwerkadvies import InvalidInputError, InvalidRulesetError, Problem, load_ruleset
from samenwerkadvies.errors import Text
from samenwerkadvies.loading.documents import DEEPEST, MOST_NODES, Section, Sequence, read_document
from samenwerkadvies.loading.entries import RuleFile
from samenwerkadvies.loading.shapes import shape
from samenwerkadvies.loading.texts import LARGEST

RULES = FACTS + rules(veilig="veilig = ja")
FIFTY_MEGABYTES = 50_000_000


@contextmanager
def bounded_memory() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < FIFTY_MEGABYTES


def refused(folder: Path, content: bytes | str) -> list[Problem]:
    """Load rule files of which one has this content, and return the problems."""
    (folder / "goed.yaml").write_text(RULES, "utf-8")
    (folder / "regels.yaml").write_bytes(content.encode() if isinstance(content, str) else content)
    with bounded_memory(), pytest.raises(InvalidRulesetError) as caught:
        load_ruleset(folder)
    assert all(problem.expected for problem in caught.value.problems)
    assert len(str(caught.value)) < 100_000
    return list(caught.value.problems)


def nested_mappings(depth: int) -> str:
    return "".join(f"{' ' * level}a:\n" for level in range(depth))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("[" * 900_000, "LEES06"),
        ("{" * 900, "LEES04"),
        ("regels: " + "[" * 900_000, "LEES06"),
        ("- " * 400_000, "LEES06"),
        ("? " * 400_000, "LEES04"),
        ("a:\n" + "".join(f"{' ' * level}a:\n" for level in range(1, 1300)), "LEES06"),
        ("{a: " * 200_000, "LEES06"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", "LEES05"),
        ("regels: *alles\n", "LEES05"),
        ("regels: !!python/object/apply:os.system [ls]\n", "LEES05"),
        ("!!map {}\n", "LEES05"),
        ("!eigen\nregels: {}\n", "LEES05"),
        ("regels: {}\n---\nregels: {}\n", "LEES04"),
        ("regels: {}\n...\n---\n", "LEES04"),
        ("? [a, b]\n: c\n", "LEES04"),
        ("? {a: b}\n: c\n", "LEES04"),
        ("regels: {}\nregels: {}\n", "LEES08"),
        ("regels: {a: 1, a: 2}\n", "LEES08"),
        ("", "LEES07"),
        ("\n\n  \n", "LEES07"),
        ("# alleen uitleg\n", "LEES07"),
        ("---\n...\n", "VORM03"),
        ("a" * LARGEST + "a", "LEES02"),
        ("#" * (LARGEST + 1), "LEES02"),
        ("- a\n" * (MOST_NODES + 1), "LEES02"),
        ("[" + "a," * (MOST_NODES + 1) + "]", "LEES02"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "LEES03"),
        (b"regels:\n  a: caf\xe9\n", "LEES03"),
        (b"\xff\xfer\x00e\x00g\x00", "LEES03"),
        (b"regels: \xed\xa0\x80\n", "LEES03"),
        ("regels: a\x00b\n", "LEES03"),
        ("regels: a\u2028b\n", "LEES03"),
        ("regels: a\u2029b\n", "LEES03"),
        ("regels: a\x85b\n", "LEES03"),
        ("regels: a\rb\n", "LEES03"),
        ("regels: a\x1bb\n", "LEES03"),
        ("regels: a\ufeffb\n", "LEES03"),
        ("\tregels: {}\n", "LEES04"),
        ("regels:\n\ta: b\n", "LEES04"),
        ("regels: 'open\n", "LEES04"),
        ('regels: "open\n', "LEES04"),
        ('regels: "\\q"\n', "LEES04"),
        ("regels: [a, b\n", "LEES04"),
        ("regels: ]\n", "LEES04"),
        ("regels: @a\n", "LEES04"),
        ("a: b: c\n", "LEES04"),
        ("%YAML 9.9\n---\nregels: {}\n", "LEES04"),
        ("%TAG ! tag:x,2000:\n---\nregels: !a b\n", "LEES05"),
        ("alleen tekst", "VORM03"),
        ("- een\n- lijst\n", "VORM03"),
        ("regels: tekst\n", "VORM03"),
        ("'': leeg\n", "VORM01"),
        ("<<: {regels: {}}\n", "VORM01"),
    ],
    ids=lambda value: repr(value[:20]) if isinstance(value, str | bytes) else None,
)
def test_a_hostile_file_ends_in_one_problem(tmp_path: Path, content: bytes | str, code: str) -> None:
    assert {problem.code for problem in refused(tmp_path, content)} == {code}


@pytest.mark.parametrize(
    "content",
    [
        "regels:\n" + "".join(f"  r{number}: {{}}\n" for number in range(25_000)),
        "feiten:\n" + "".join(f"  f{number}: x\n" for number in range(25_000)),
        "".join(f"sleutel{number}: x\n" for number in range(25_000)),
        "bronnen:\n" + "".join(f"  b{number}: [x]\n" for number in range(15_000)),
        rules(lang="veilig = ja" + " " * 3_990),
        rules(diep="(" * 1_990 + "veilig = ja" + ")" * 1_990),
    ],
    ids=["empty rules", "facts of text", "unknown keys", "sources of lists", "a long expression", "a deep expression"],
)
def test_a_file_with_very_many_problems_ends_in_bounded_memory(tmp_path: Path, content: str) -> None:
    (tmp_path / "goed.yaml").write_text(FACTS, "utf-8")
    (tmp_path / "regels.yaml").write_text(content, "utf-8")
    with bounded_memory(), pytest.raises(InvalidRulesetError):
        load_ruleset(tmp_path)


def test_the_deepest_document_is_read_and_a_deeper_one_is_refused() -> None:
    assert read_document("[" * DEEPEST + "]" * DEEPEST, "f")
    with pytest.raises(InvalidInputError) as caught:
        read_document("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "f")
    assert [problem.code for problem in caught.value.problems] == ["LEES06"]


def test_a_document_with_most_nodes_is_read() -> None:
    assert len(read_document("- a\n" * (MOST_NODES - 1), "f")) == MOST_NODES - 1


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidRulesetError) as caught:
        load_ruleset(tmp_path / "regels")
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("LEES01", "dit bestand bestaat niet")
    assert problem.place == str(tmp_path / "regels")
    assert problem.expected


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "goed.yaml").write_text(RULES, "utf-8")
    (tmp_path / "vertalingen").mkdir()
    (tmp_path / "vertalingen" / "en.yaml").mkdir()
    with pytest.raises(InvalidRulesetError) as caught:
        load_ruleset(tmp_path)
    assert [(problem.code, problem.message) for problem in caught.value.problems] == [("LEES01", "dit is een map")]


def test_what_is_no_file_in_a_folder_of_rules_is_refused_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "goed.yaml").write_text(RULES, "utf-8")
    (tmp_path / "map.yaml").mkdir()
    with pytest.raises(InvalidRulesetError) as caught:
        load_ruleset(tmp_path)
    assert [problem.place for problem in caught.value.problems] == [str(tmp_path / "map.yaml")]


@pytest.mark.parametrize(
    ("written", "column", "message"),
    [
        ("a:\u00a0b\n", 3, "een harde spatie (U+00A0)"),
        ("a:\u00a0b\nc: d\n", 3, "een harde spatie (U+00A0)"),
        ("a\u00ad: b\n", 2, "een onzichtbaar afbreekstreepje (U+00AD)"),
        ("'a\u2011b': c\n", 3, "een lang streepje (U+2011)"),
    ],
)
def test_an_odd_sign_in_or_after_a_name_is_named(written: str, column: int, message: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        shape(read_document(f"regels: {{}}\n{written}", "f"), RuleFile)
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("LEES11", f"hier staat {message}")
    assert (problem.location.line, problem.location.column) == (2, column)


@pytest.mark.parametrize(
    "text",
    ["Zeg “Kom binnen.”", "“Ja” en “nee”", "‘s avonds", "2–4 mensen", "één\u00a0jaar", "\u062a\u200d\u0627"],
)
def test_a_text_for_readers_keeps_its_typography(text: str) -> None:
    assert read_document(f"a: {text}\nb: '“x”'\n", "f") == {"a": text, "b": "“x”"}


@pytest.mark.parametrize("written", [r"\0", r"\e[31m", r"\u202e", r"\u2028", r"\N", r"\uFFFE"])
def test_an_escape_writes_no_sign_that_no_text_may_hold(written: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        read_document(f'a: b\nc: "d {written}"\n', "f")
    assert [(problem.code, problem.location.line) for problem in caught.value.problems] == [("LEES03", 2)]


@pytest.mark.parametrize("path", ["x" * 5000, "nul\0byte"], ids=["too long", "with NUL"])
def test_a_name_that_no_file_can_have_is_a_problem(path: str) -> None:
    with pytest.raises(InvalidRulesetError) as caught:
        load_ruleset(path)
    assert [problem.code for problem in caught.value.problems] == ["LEES01"]


def test_a_folder_without_rule_files_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "leesmij.txt").write_text("niets", "utf-8")
    with pytest.raises(InvalidRulesetError) as caught:
        load_ruleset(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["LEES07"]


def test_a_folder_with_too_many_files_is_not_read(tmp_path: Path) -> None:
    for number in range(201):
        (tmp_path / f"{number:03}.yaml").write_text("bronnen: {}\n", "utf-8")
    with pytest.raises(InvalidRulesetError) as caught:
        load_ruleset(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["LEES02"]


def test_a_folder_with_too_much_text_is_not_read_to_its_end(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number:03}.yaml").write_text("#" * LARGEST, "utf-8")
    with bounded_memory(), pytest.raises(InvalidRulesetError) as caught:
        load_ruleset(tmp_path)
    assert "LEES02" in {problem.code for problem in caught.value.problems}


def test_two_hundred_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "regels.yaml").write_text(RULES, "utf-8")
    for number in range(199):
        (tmp_path / f"{number:03}.yaml").write_text("bronnen: {}\n", "utf-8")
    assert [*load_ruleset(tmp_path).rules] == ["veilig"]


def test_the_problems_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("\tx: y\n", "utf-8")
    (tmp_path / "b.yaml").write_bytes(b"\xff")
    (tmp_path / "c.yaml").write_text(f"{DECLARED}regels: {{een: {{als: 'a =='}}}}\n", "utf-8")
    with pytest.raises(InvalidRulesetError) as caught:
        load_ruleset(tmp_path)
    codes = [(Path(problem.location.file).name, problem.code) for problem in caught.value.problems]
    assert codes[:2] == [("a.yaml", "LEES04"), ("b.yaml", "LEES03")]
    assert {code for file, code in codes if file == "c.yaml"} == {"VORM02"}


@pytest.mark.parametrize(
    "written", ["no", "12:30", "010", "1e3", "2026-01-01", "~", "null", "0x10", "yes", ".inf", "=", "-"]
)
def test_a_scalar_means_what_it_says(written: str) -> None:
    document = read_document(f"a: {written}\nb: [{written}]\n" if written != "-" else "a: '-'\nb: ['-']\n", "f")
    assert document == {"a": written, "b": [written]}
    assert isinstance(document["a"], Text)


def test_every_part_of_a_document_knows_its_place() -> None:
    document = read_document("a: geen\nb:\n  c: [x, yz]\n", "f")
    assert isinstance(document, Section)
    assert isinstance(document["b"]["c"], Sequence)
    places = [document.at, document["a"].at, document["b"].at, document["b"]["c"].at, document["b"]["c"][1].at]
    assert [str(at) for at in places] == ["f:1:1", "f:1:4", "f:3:3", "f:3:6", "f:3:10"]
    assert [at.width for at in places] == [1, 4, 1, 1, 2]
    assert [key.at.column for key in document] == [1, 1]
    assert document["b"]["c"][1].at.source == "  c: [x, yz]"


def test_an_empty_value_is_an_empty_text_at_its_place() -> None:
    document = read_document("a:\nb: x\n", "f")
    assert document == {"a": "", "b": "x"}


@pytest.mark.parametrize(
    ("written", "part", "place"),
    [
        ("als: een == twee\n", "==", (1, 10)),
        ("als: 'een == twee'\n", "==", (1, 11)),
        ('als: "een == twee"\n', "==", (1, 11)),
        ("als: >-\n  een\n  en == twee\n", "==", (3, 6)),
        ("als: |\n  een\n  en == twee\n", "==", (3, 6)),
        ("als: |2-\n   een\n  en == twee\n", "==", (3, 6)),
        ("als: een\n  en == twee\n", "==", (2, 6)),
        ("als: 'een\n  en == twee'\n", "==", (2, 6)),
        ("als: >-\n  een\n\n  en == twee\nb: x\n", "==", (4, 6)),
        ("als: >-\n  een\n  en == twee", "==", (3, 6)),
        ("als: een == twee # uitleg\n", "==", (1, 10)),
        ("{als: een == twee}\n", "==", (1, 11)),
    ],
)
def test_a_part_of_a_text_is_found_where_it_stands(written: str, part: str, place: tuple[int, int]) -> None:
    text = read_document(written, "f")["als"]
    start = text.raw.index(part)
    at = text.part((start, start + len(part)))
    assert (at.line, at.column, at.width) == (*place, len(part))
    assert at.source.rstrip("'") == written.split("\n")[at.line - 1].rstrip("'")


@pytest.mark.parametrize("written", ["als: 'een '' twee'\n", 'als: "een \\" twee"\n'])
def test_a_text_with_escapes_is_shown_as_a_whole(written: str) -> None:
    text = read_document(written, "f")["als"]
    assert text.raw == ""
    assert text.part((2, 3)) == text.at


def test_letters_outside_the_alphabet_keep_carets_in_place() -> None:
    document = read_document("é: x\n😀: y\nb: [😀, z]\n", "f")
    assert document["b"][1].at.column == 8
