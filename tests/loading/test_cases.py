"""Case files: one partnership or a list of them, in YAML or in JSON."""

import datetime
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from building import small_ruleset
from samenwerkadvies import InvalidFactsError, Partnership, Problem, Vocabulary, load_cases
from samenwerkadvies.errors import MOST_PROBLEMS
from samenwerkadvies.known import Checked

DAY = datetime.date(2026, 3, 1)
Write = Callable[[str, str | bytes], Path]


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return small_ruleset(tmp_path_factory.mktemp("regels"), veilig="veilig = ja").vocabulary


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return what writes a case file."""

    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


def refused(path: Path, vocabulary: Vocabulary) -> list[Problem]:
    with pytest.raises(InvalidFactsError) as caught:
        load_cases(path, vocabulary)
    return list(caught.value.problems)


YAML = """\
naam: Noord
peildatum: 2026-03-01
feiten:
  veilig: nee
  mensen: 12
  start: onbekend
  evaluatie: nooit
  vorm: papier
  cijfer:
  steun: {gemeente: 4, migrantenorganisatie: onbekend}
  pijn: {gemeente: ja, migrantenorganisatie: nee}
toelichting: Uit een gesprek.
"""
ANSWERS = {
    "veilig": False,
    "mensen": 12,
    "steun": {"gemeente": 4},
    "pijn": {"gemeente": True, "migrantenorganisatie": False},
    "vorm": "papier",
    "evaluatie": "nooit",
}


@pytest.mark.parametrize("name", ["casus.yaml", "casus.yml", "casus.txt"])
def test_a_yaml_file_holds_one_case(write: Write, vocabulary: Vocabulary, name: str) -> None:
    assert load_cases(write(name, YAML), vocabulary) == (Partnership(DAY, Checked(ANSWERS), "Noord"),)


@pytest.mark.parametrize("name", ["casus.json", "CASUS.JSON"])
def test_a_json_file_holds_one_case(write: Write, vocabulary: Vocabulary, name: str) -> None:
    case = {"naam": "Noord", "peildatum": "2026-03-01", "feiten": ANSWERS | {"start": None, "cijfer": "onbekend"}}
    assert load_cases(str(write(name, json.dumps(case))), vocabulary) == (Partnership(DAY, Checked(ANSWERS), "Noord"),)


def test_what_is_read_is_plain_and_carries_no_place(write: Write, vocabulary: Vocabulary) -> None:
    (made,) = load_cases(write("casus.yaml", YAML), vocabulary)
    assert {type(made.name), type(made.answers["vorm"]), type(made.answers["evaluatie"])} == {str}
    assert all(type(name) is str or type(name).__mro__[1] is str for name in made.answers)
    assert {type(party) for party in made.answers["steun"]} == {str}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("casussen.yaml", "- {peildatum: 2026-03-01, feiten: {mensen: 1}}\n- {peildatum: 2026-03-02, feiten: {}}\n"),
        (
            "casussen.json",
            '[{"peildatum": "2026-03-01", "feiten": {"mensen": 1}}, {"peildatum": "2026-03-02", "feiten": {}}]',
        ),
    ],
)
def test_a_file_may_hold_a_list_of_cases(write: Write, vocabulary: Vocabulary, name: str, content: str) -> None:
    first, second = load_cases(write(name, content), vocabulary)
    assert (first.answers, first.reference_date) == ({"mensen": 1}, DAY)
    assert (second.answers, second.reference_date) == ({}, datetime.date(2026, 3, 2))


def test_a_given_reference_date_holds_for_every_case(write: Write, vocabulary: Vocabulary) -> None:
    path = write("c.yaml", "- {feiten: {}}\n- {peildatum: 2020-01-01, feiten: {}}\n")
    made = load_cases(path, vocabulary, reference_date="2026-03-01")
    assert {case.reference_date for case in made} == {DAY}


def test_the_problems_of_all_cases_are_told_with_their_number(write: Write, vocabulary: Vocabulary) -> None:
    path = write("c.json", '[{"feiten": {}}, 3, {"peildatum": "2026-03-01", "feiten": {"mensen": "1"}}]')
    assert [(problem.code, problem.place) for problem in refused(path, vocabulary)] == [
        ("CASUS05", f"{path}, casus 1: peildatum"),
        ("CASUS03", f"{path}, casus 2"),
        ("FEIT02", f"{path}, casus 3: feiten.mensen"),
    ]


def test_the_problems_of_many_cases_stay_in_the_order_of_the_file(write: Write, vocabulary: Vocabulary) -> None:
    path = write("c.json", json.dumps([{"feiten": {}}] * 12))
    assert [problem.place for problem in refused(path, vocabulary)] == [
        f"{path}, casus {number}: peildatum" for number in range(1, 13)
    ]


def test_a_problem_in_yaml_points_at_the_line_of_its_case(write: Write, vocabulary: Vocabulary) -> None:
    content = "- {feiten: {}, peildatum: 2026-03-01}\n- feiten: {mensen: x}\n  peildatum: 2026-03-01\n- tekst\n"
    path = write("c.yaml", content)
    assert [str(problem.location) for problem in refused(path, vocabulary)] == [f"{path}:2:20", f"{path}:4:3"]


@pytest.mark.parametrize(("name", "content"), [("c.json", "[]"), ("c.yaml", "[]")])
def test_a_file_without_cases_is_a_problem(write: Write, vocabulary: Vocabulary, name: str, content: str) -> None:
    assert [problem.code for problem in refused(write(name, content), vocabulary)] == ["CASUS03"]


@pytest.mark.parametrize("content", ["3", '"tekst"', "null", "true"])
def test_json_that_is_no_case_is_a_problem(write: Write, vocabulary: Vocabulary, content: str) -> None:
    assert [problem.code for problem in refused(write("c.json", content), vocabulary)] == ["CASUS03"]


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        ('{"feiten": {}', 1, 14),
        ('{\n  "feiten": {"mensen": 1,}\n}', 2, 25),
        ("{\n  'feiten': {}\n}", 2, 3),
        ('{"feiten": {}} x', 1, 16),
        ("", 1, 1),
        ('{"mensen": 01}', 1, 13),
        ('{"a": "b\tc"}', 1, 9),
        ("{\n\n  feiten: 1}", 3, 3),
    ],
)
def test_wrong_json_is_told_with_line_and_column(
    write: Write, vocabulary: Vocabulary, content: str, line: int, column: int
) -> None:
    (problem,) = refused(write("c.json", content), vocabulary)
    assert problem.code == "LEES09"
    assert (problem.location.line, problem.location.column) == (line, column)
    assert problem.location.source == content.split("\n")[line - 1]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"feiten": {"mensen": 1, "mensen": 2}}', "LEES09"),
        ('{"feiten": {}, "feiten": {}}', "LEES09"),
        ('{"feiten": {"mensen": NaN}}', "LEES09"),
        ('{"feiten": {"mensen": Infinity}}', "LEES09"),
        ('{"feiten": {"mensen": -Infinity}}', "LEES09"),
        ("[" * 900_000, "LEES06"),
        ('{"a":' * 100_000, "LEES06"),
        ("[" * 13 + "]" * 13, "LEES06"),
        ("[" * 12 + "]" * 12, "CASUS03"),
        ('["\\"[[[[[[[[[[[[[", "]"]', "CASUS03"),
        ('{"feiten": {"mensen": 1' + "0" * 500_000 + "}}", "LEES09"),
        ("[1, " * 200_000, "LEES06"),
        ('"' + "x" * 1_000_000 + '"', "LEES02"),
        ('{"a": "\\ud800"}', "CASUS01"),
        (b'{"a": "\xff"}', "LEES03"),
        (b'{"a": "\x00"}', "LEES03"),
        ('{"a": "\u2028"}', "LEES03"),
    ],
    ids=lambda value: repr(value[:24]),
)
def test_a_hostile_json_file_ends_in_a_problem(
    write: Write, vocabulary: Vocabulary, content: str | bytes, code: str
) -> None:
    path = write("c.json", content)
    tracemalloc.start()
    try:
        problems = refused(path, vocabulary)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert code in {problem.code for problem in problems}
    assert peak < 50_000_000
    assert all(problem.expected for problem in problems)
    str(InvalidFactsError(problems)).encode()


@pytest.mark.parametrize("number", ["1e400", "-1e400", "1.0", "1e2", "-0.0", "12345678901234567890"])
def test_a_number_that_is_no_count_is_refused(write: Write, vocabulary: Vocabulary, number: str) -> None:
    content = f'{{"peildatum": "2026-03-01", "feiten": {{"mensen": {number}}}}}'
    (problem,) = refused(write("c.json", content), vocabulary)
    assert problem.code in ("FEIT02", "FEIT03")


def test_a_case_file_with_very_many_unknown_facts_ends_in_bounded_memory(write: Write, vocabulary: Vocabulary) -> None:
    path = write("c.yaml", "peildatum: 2026-03-01\nfeiten:\n" + "".join(f"  mensen_{n}: 1\n" for n in range(29_000)))
    tracemalloc.start()
    try:
        assert [problem.code for problem in refused(path, vocabulary)] == [*["FEIT01"] * 100, "MEER"]
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 50_000_000


def test_a_yaml_case_is_as_strict_as_a_rule_file(write: Write, vocabulary: Vocabulary) -> None:
    problems = refused(write("c.yaml", "feiten: {mensen: 1, mensen: 2}\n"), vocabulary)
    assert [problem.code for problem in problems] == ["LEES08"]


def test_a_case_file_that_is_not_there_is_named(tmp_path: Path, vocabulary: Vocabulary) -> None:
    (problem,) = refused(tmp_path / "weg.yaml", vocabulary)
    assert (problem.code, problem.place) == ("LEES01", str(tmp_path / "weg.yaml"))


def test_a_folder_is_no_case_file(tmp_path: Path, vocabulary: Vocabulary) -> None:
    assert [problem.code for problem in refused(tmp_path, vocabulary)] == ["LEES01"]


def test_many_things_that_are_no_case_are_told_within_bounds(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = tmp_path / "casus.json"
    path.write_text(json.dumps(list(range(3 * MOST_PROBLEMS))), "utf-8")
    assert len(refused(path, vocabulary)) <= MOST_PROBLEMS + 1
