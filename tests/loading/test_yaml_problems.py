"""Slips in YAML: what the writer did, not what the parser stumbles over, with the line as it should be."""

import pytest

from samenwerkadvies import InvalidInputError, Problem
from samenwerkadvies.errors import Location
from samenwerkadvies.loading.documents import read_document
from samenwerkadvies.loading.yaml_problems import or_rest


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInputError) as caught:
        read_document(text, "f")
    return caught.value.problems


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("zin: {aantal} mensen", 'zin: "{aantal} mensen"'),
        ("zin: [twee] mensen", 'zin: "[twee] mensen"'),
        ("zin: Let op: bel", 'zin: "Let op: bel"'),
        ("zin: @bel", 'zin: "@bel"'),
        ("zin: %bel", 'zin: "%bel"'),
        ("zin: `bel`", 'zin: "`bel`"'),
        ("zin: 'de foto's van'", 'zin: "de foto\'s van"'),
        ('zin: "een "echte" kok"', "zin: 'een \"echte\" kok'"),
        ('zin: "C:\\Users\\x"', "zin: 'C:\\Users\\x'"),
        ('zin: "C:\\quik"', "zin: 'C:\\quik'"),
        ("zin: 'foto' s", "zin: \"'foto' s\""),
        ("- {aantal} mensen", '- "{aantal} mensen"'),
        ("ernst:hoog", "ernst: hoog"),
        ("-tuin", "- tuin"),
    ],
)
def test_a_slip_in_a_line_is_told_with_the_line_as_it_should_be(line: str, hint: str) -> None:
    before, after = ("- x\n", "\n- y\n") if line.startswith("-") else ("a: x\n", "\nb: y\n")
    (problem,) = problems(before + line + after)
    assert (problem.code, problem.location.line, problem.hint) == ("LEES04", 2, hint)


@pytest.mark.parametrize("text", ["a: x\n\tb: y\n", "a:\n\tb: y\n", "a:\n  \tb: y\n  c: d\n"])
def test_a_tab_is_named_where_it_stands(text: str) -> None:
    (problem,) = problems(text)
    assert (problem.message, problem.location.line) == ("hier staat een tab", 2)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: een\n  twee\n  b:drie\n", [(3, 3)]),
        ("a:\n  - een\n  -twee\n  -drie\n", [(3, 3)]),
    ],
)
def test_a_line_that_would_silently_become_part_of_the_text_above_is_told(
    text: str, places: list[tuple[int, int]]
) -> None:
    assert [(found.location.line, found.location.column) for found in problems(text)] == places
    assert {found.message.partition(" ontbreekt")[2] for found in problems(text)} == {" een spatie"}


@pytest.mark.parametrize(
    ("text", "told", "hint"),
    [
        ("{eenheid: uur, hoogstens: 7,5}", "7,5", "hoogstens: 7.5"),
        ("{hoogstens: 7,50, eenheid: uur}", "7,50", "hoogstens: 7.50"),
        ("{hoogstens: 7,500}", "7,500", 'hoogstens: "7,500"'),
        ("{als: x > 7,5 en y = ja, ernst: hoog}", "x > 7,5 en y = ja", 'als: "x > 7,5 en y = ja"'),
        ("{vraag: Hoeveel, en wanneer?, wie: samen}", "Hoeveel, en wanneer?", 'vraag: "Hoeveel, en wanneer?"'),
        ("{a: 1,2,3}", "1,2,3", 'a: "1,2,3"'),
        (f"{{a: {'x' * 200}, 5}}", "x" * 60 + "…", ""),
        ("{\n  gemeente: 3,5  # geschat\n  }", "3,5", "gemeente: 3.5"),
        ("{gemeente: 1,\n  waarde: 7,5\t#{\n  }", "7,5", "waarde: 7.5"),
        ("{\n  vraag: Hoeveel, en wanneer? # of: waar\n  }", "Hoeveel, en wanneer?", 'vraag: "Hoeveel, en wanneer?"'),
    ],
)
def test_a_text_between_braces_that_ends_at_a_comma_in_it_is_told_whole(text: str, told: str, hint: str) -> None:
    (problem,) = problems(f"b: {text}")
    assert (problem.code, problem.hint) == ("LEES04", hint)
    assert problem.message == f"tussen accolades houdt '{told}' op bij de komma"


@pytest.mark.parametrize("text", ["Wacht 7,5 uur.", "0,5 uur", "Vraag €1.000,50", "Buurt 1,2", "7,5%"])
def test_a_text_in_a_list_that_ends_in_a_number_is_told_whole(text: str) -> None:
    (problem,) = problems(f"stappen: [Bel, {text}]")
    assert (problem.message, problem.hint) == (f"tussen blokhaken houdt '{text}' op bij de komma", f'"{text}"')
    assert problem.expected == (
        "aanhalingstekens om de hele tekst, of een spatie achter de komma als het twee teksten zijn"
    )


def test_every_number_between_braces_that_ends_at_its_comma_is_told_though_they_end_alike() -> None:
    found = problems("uren: {gemeente: 1,5, school: 2,5}")
    assert [problem.hint for problem in found] == ["gemeente: 1.5", "school: 2.5"]
    assert [(problem.location.column, problem.location.width) for problem in found if problem.location] == [
        (18, 3),
        (31, 3),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: {b: ja, c}",
        'a: {b: "7", 5}',
        'a: {b: x, "5"}',
        "a: {b: {c: d}, 5}",
        "a: {5}",
        "a: {1: b, 2: c,3: d}",
        "a: {b: 7,5: c}",
        "a: {b: 7,\n  5}",
        "a: {b: ja, c # d\n  }",
        "a: {b: ja, 5#: d}",
        "a: [7,5]",
        "a: [7, 5 uur]",
        "a: [x,5 uur]",
        "a: [7,x]",
        "a: [{b: 7},5 uur]",
        'a: ["7",5 uur]',
        "a: [Club 1,2e Club, Buurt 3]",
        "a: [2026-01-01,2026-02-01]",
        "a: [rapport-2010,2020-x]",
        "a: [x 2010,2020-x]",
        "a: [x5,6]",
    ],
)
def test_other_commas_between_brackets_part_what_they_part(text: str) -> None:
    assert read_document(text, "f")


@pytest.mark.parametrize(
    ("line", "name", "is_rest"),
    [
        ("a: {b: de uren, betaald, d: e}", "betaald", True),
        ("    c: x, betaald # d", "betaald", True),
        ("a: {b: de uren,betaald}", "betaald", True),
        ("a: {b: de uren, betaald: e}", "betaald", False),
        ("a: {b: de uren, betaald#: e}", "betaald", False),
        ("a: {b: 'x', betaald}", "betaald", False),
        ("a: {b: {c: x}, betaald}", "betaald", False),
        ("a: {betaald}", "betaald", False),
        ("betaald", "betaald", False),
    ],
)
def test_an_unknown_name_that_can_be_the_rest_of_a_text_has_a_way_out_more(line: str, name: str, is_rest: bool) -> None:
    at = Location("f", 1, line.index(name) + 1, line, len(name))
    told = or_rest(Problem(code="VORM01", message="onbekend", location=at, expected="a of b"))
    assert ("a of b; hoort dit bij de tekst ervoor?" in told.expected, told.expected != "a of b") == (is_rest, is_rest)


def test_a_problem_without_a_place_is_told_as_it_is() -> None:
    problem = Problem(code="FEIT06", message="onbekend")
    assert or_rest(problem) is problem


@pytest.mark.parametrize(
    "text", ["a: zie\n  http://voorbeeld.nl\n", "a: om\n  12:30\n", "a: een\n  -2\n", "a: |\n  b:c\n  -d\n"]
)
def test_other_texts_of_more_lines_stay_whole(text: str) -> None:
    assert read_document(text, "f")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 'open\n", "een aanhalingsteken of haakje wordt niet gesloten"),
        ("a: [b, c\n", "een haakje wordt niet gesloten, of er ontbreekt een komma"),
        ("a: {b: c,\n  d: e\n", "een haakje wordt niet gesloten, of er ontbreekt een komma"),
        ('a: "\\ud800"\n', "hier staat een half of onbekend teken"),
        ("a: b\nGeen, naam!\n", "hier ontbreekt een dubbele punt, of deze tekst hoort bij de regel erboven"),
        ("a:\n  b: c\n d: e\n", "deze regel springt niet goed in"),
        ('a: b"c\n"d" e: f\n', "deze regel springt niet goed in"),
    ],
)
def test_what_no_line_explains_is_told_as_the_parser_sees_it(text: str, message: str) -> None:
    (problem,) = problems(text)
    assert (problem.code, problem.message, problem.hint) == ("LEES04", message, "")


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ('a:\n  b: "open\n  c: "1"\n', 2, 'b: "open"'),
        ('a:\n  b: "open\n  c: d\n  e: f\n  g: "x" # y\n', 2, 'b: "open"'),
        ('a:\n  - "open\n  - "dicht"\n', 2, '- "open"'),
        (f'a: "{"x" * 200}\nb: "c"\n', 1, ""),
    ],
)
def test_a_quotation_mark_that_the_next_one_closes_by_accident_is_told_where_it_opens(
    text: str, line: int, hint: str
) -> None:
    (problem,) = problems(text)
    assert (problem.message, problem.hint) == ("dit aanhalingsteken wordt niet gesloten", hint)
    assert problem.location
    assert str(problem.location).split(":")[1] == str(line)


def test_a_line_too_long_to_show_gets_no_hint() -> None:
    (problem,) = problems(f"a: Let op: {'x' * 200}\n")
    assert (problem.expected, problem.hint) == ("aanhalingstekens om de hele tekst", "")
    (problem,) = problems(f"a: b\nernst:{'x' * 200}\nc: d\n")
    assert problem.hint == ""
