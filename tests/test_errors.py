"""Problems: how they are told, ordered and placed."""

import copy
import pickle

import pytest

from samenwerkadvies import InvalidAssessmentError, InvalidFactsError, InvalidInputError, Location, Problem
from samenwerkadvies.bilingual import any_of, both
from samenwerkadvies.errors import MOST_PROBLEMS, SamenwerkadviesError, Text, location_of, nearest, quoted, sign_problem


def test_a_place_is_shown_without_the_line_that_stands_there() -> None:
    assert (
        repr(Location("regels.yaml", 14, 12, "     als: contcat = nee", 7))
        == "Location('regels.yaml', 14, 12, width=7)"
    )


def test_a_problem_shows_place_source_caret_and_way_out() -> None:
    at = Location("regels.yaml", 14, 12, "     als: contcat = nee", 7)
    problem = Problem(
        code="TAAL02",
        message="onbekend feit 'contcat'",
        location=at,
        expected="een feit uit de regelset",
        hint="contact",
    )
    assert str(problem) == (
        "regels.yaml:14:12: TAAL02 onbekend feit 'contcat'\n"
        "   |\n"
        "14 |      als: contcat = nee\n"
        "   |            ^^^^^^^\n"
        "   = verwacht: een feit uit de regelset\n"
        "   = bedoelde je: contact"
    )


def test_a_problem_without_a_file_shows_its_place_in_the_input() -> None:
    assert (
        str(Problem(code="FEIT01", message="onbekend feit 'x'", place="feiten.x"))
        == "feiten.x: FEIT01 onbekend feit 'x'"
    )


def test_a_problem_without_any_place_is_told_on_one_line() -> None:
    assert str(Problem(code="CASUS05", message="er is geen peildatum")) == "CASUS05 er is geen peildatum"


def test_a_problem_is_made_of_named_parts_only() -> None:
    with pytest.raises(TypeError):
        Problem("CASUS05", "er is geen peildatum")  # type: ignore[misc]


def test_a_problem_is_placed_where_a_text_from_a_file_stands() -> None:
    at = Location("f", 3, 7, "feit: nee", 3)
    problem = Problem(code="X", message="y", expected="z")
    assert problem.at(Text("nee", at)) == problem.at(at) == Problem(code="X", message="y", expected="z", location=at)


def test_a_problem_with_a_span_is_placed_at_that_part_of_a_text() -> None:
    written = Text("a == b", Location("f", 3, 6, "als: a == b"), raw="a == b", raw_at=(3, 6))
    problem = Problem(code="X", message="y", span=(2, 4)).at(written)
    assert problem == Problem(code="X", message="y", location=Location("f", 3, 8, "als: a == b", 2))


@pytest.mark.parametrize("found", ["nee", None, 3])
def test_what_stands_in_no_file_leaves_a_problem_where_it_is(found: object) -> None:
    nowhere = Problem(code="X", message="y", span=(0, 1), place="feiten.a")
    somewhere = Problem(code="X", message="y", location=Location("f", 1, 1))
    assert nowhere.at(found) == nowhere
    assert somewhere.at(found) == somewhere


def test_a_place_in_words_is_added_to_a_problem() -> None:
    problem = Problem(code="X", message=both("fout", "wrong")).at(None, "feiten.a")
    assert (str(problem), problem.in_language("en").message) == ("feiten.a: X fout", "wrong")
    assert problem.in_language("fr") == problem.in_language("en")


def test_a_caret_stays_within_its_line() -> None:
    shown = str(Problem(code="X", message="y", location=Location("f", 1, 3, "abcd", 100)))
    assert shown.endswith("  |   ^^")


def test_a_caret_past_the_end_of_a_line_is_one_sign_wide() -> None:
    shown = str(Problem(code="X", message="y", location=Location("f", 1, 5, "abcd", 3)))
    assert shown.endswith("1 | abcd\n  |     ^")


def test_a_long_line_is_cut_around_the_caret() -> None:
    source = "a" * 500 + "FOUT" + "b" * 500
    lines = str(Problem(code="X", message="y", location=Location("f", 1, 501, source, 4))).splitlines()
    assert len(lines[2]) <= 170
    start, width = lines[3].index("^"), lines[3].count("^")
    assert lines[2][start : start + width] == "FOUT"


def test_signs_that_do_not_print_are_shown_as_spaces() -> None:
    assert "1 | a b c" in str(Problem(code="X", message="y", location=Location("f", 1, 1, "a\tb\x07c")))


def test_problems_are_told_once_and_in_order_of_place() -> None:
    later = Problem(code="A", message="later", location=Location("b.yaml", 10, 1))
    sooner = Problem(code="B", message="eerder", location=Location("b.yaml", 9, 5))
    first = Problem(code="C", message="eerst", location=Location("a.yaml", 99, 1))
    assert InvalidInputError([later, sooner, first, later]).problems == (first, sooner, later)


def test_an_error_tells_all_its_problems_with_an_empty_line_between_them() -> None:
    error = InvalidFactsError(
        [Problem(code="A", message="een", place="a"), Problem(code="B", message="twee", place="b")]
    )
    assert str(error) == "a: A een\n\nb: B twee"


def test_every_error_about_input_is_a_value_error_with_one_root() -> None:
    for kind in (InvalidInputError, InvalidFactsError, InvalidAssessmentError):
        assert issubclass(kind, SamenwerkadviesError)
        assert issubclass(kind, ValueError)


def test_an_error_survives_pickling() -> None:
    error = InvalidFactsError([Problem(code="A", message="een", location=Location("f", 1, 2, "bron"), hint="b")])
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is InvalidFactsError
    assert again.problems == error.problems


def test_an_error_about_an_assessment_survives_pickling() -> None:
    error = InvalidAssessmentError(["a: missing", "b: unknown"])
    again = pickle.loads(pickle.dumps(error))
    assert again.reasons == error.reasons
    assert str(again) == str(error) == "not an assessment: a: missing; b: unknown"


def test_a_text_equals_the_same_text_from_anywhere() -> None:
    text = Text("geen", Location("f", 1, 1))
    assert text == "geen"
    assert hash(text) == hash("geen")


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda text: pickle.loads(pickle.dumps(text))])
def test_a_copied_text_still_knows_its_place(again) -> None:  # noqa: ANN001 - three ways to copy
    text = Text("geen", Location("f", 3, 4, "  x: geen"), "geen", (3, 6))
    made = again(text)
    assert (made, made.at, made.raw, made.raw_at) == (text, text.at, text.raw, text.raw_at)


def test_a_part_of_a_text_on_the_same_line_has_its_own_column() -> None:
    text = Text("a = b", Location("f", 7, 8, "  als: a = b", 5), "a = b", (7, 8))
    assert text.part((4, 5)) == Location("f", 7, 12, "  als: a = b", 1)


def test_a_part_on_a_later_line_has_that_line_as_its_source() -> None:
    text = Text("a = b en c", Location("f", 7, 8, "  als: >-", 2), "    a = b\n    en c", (8, 1))
    assert text.part((17, 18)) == Location("f", 9, 8, "    en c", 1)


def test_a_part_that_runs_over_more_lines_is_underlined_to_the_end_of_its_first() -> None:
    text = Text("a = b en c", Location("f", 7, 8, "  als: >-", 2), "    a = b\n    en c", (8, 1))
    assert text.part((4, 18)) == Location("f", 8, 5, "    a = b", 5)


def test_a_part_of_a_text_without_its_source_is_the_whole() -> None:
    at = Location("f", 7, 8, "  als: 'a'", 3)
    assert Text("a", at).part((0, 1)) == at


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["ja"], "ja"), (["ja", "nee"], "ja of nee"), (["ja", "nee", "onbekend"], "ja, nee of onbekend")],
)
def test_words_are_joined_as_a_sentence_does(words: list[str], said: str) -> None:
    assert any_of(words) == said


def test_the_nearest_word_does_not_mind_capitals() -> None:
    assert nearest("CONTCAT", ["contact", "steun"]) == "contact"


def test_a_word_that_resembles_nothing_has_no_nearest_word() -> None:
    assert nearest("xyz", ["contact", "steun"]) == ""


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("geen", "'geen'"),
        (3, "'3'"),
        (2.5, "'2.5'"),
        ("a\nb\x00", "'a�b�'"),
        ("x" * 61, f"'{'x' * 60}…'"),
        (10**20, "een getal met meer dan 20 cijfers"),
    ],
)
def test_a_value_is_shown_short_and_on_one_line(value: object, shown: str) -> None:
    assert quoted(value) == shown


def test_a_number_too_long_to_print_is_shown_by_its_length() -> None:
    assert quoted(-(10**5000)) == "een getal met meer dan 20 cijfers"


def test_a_huge_value_is_shown_without_being_written_out() -> None:
    assert len(quoted(["x" * 10**6] * 1000)) <= 63
    assert len(quoted([10**5000])) <= 63


def test_of_very_many_problems_the_last_says_how_many_more_there_are() -> None:
    error = InvalidInputError(Problem(code="A", message=str(number)) for number in range(250))
    assert [problem.message for problem in error.problems[:100]] == [str(number) for number in range(100)]
    assert str(error).endswith(
        "A 99\n\nMEER en nog minstens 150 andere problemen\n   = verwacht: eerst deze problemen opgelost"
    )
    assert (len(error.problems), error.count) == (101, 250)


def test_one_problem_too_many_is_told_as_one() -> None:
    problems = [Problem(code="A", message=str(number)) for number in range(MOST_PROBLEMS)]
    assert str(InvalidInputError(problems)).endswith(
        "MEER en nog minstens 1 ander probleem\n   = verwacht: eerst deze problemen opgelost"
    )


def test_problems_that_are_collected_again_keep_their_count() -> None:
    first = InvalidInputError(Problem(code="A", message=str(number)) for number in range(150))
    second = InvalidInputError([*first.problems, *(Problem(code="B", message=str(number)) for number in range(50))])
    assert (len(second.problems), second.count) == (101, 200)
    assert pickle.loads(pickle.dumps(second)).count == 200


def test_a_problem_as_plain_values_has_every_key() -> None:
    at = Location("regels.yaml", 14, 12, "     als: contcat = nee", 7)
    assert Problem(code="TAAL02", message="onbekend feit 'contcat'", location=at, hint="contact").to_dict() == {
        "code": "TAAL02",
        "message": "onbekend feit 'contcat'",
        "place": "",
        "file": "regels.yaml",
        "line": 14,
        "column": 12,
        "expected": "",
        "hint": "contact",
    }
    assert Problem(code="FEIT01", message="x", place="feiten.y").to_dict()["line"] is None


class _Silent:
    def __repr__(self) -> str:
        raise RuntimeError


class _Lines:
    def __repr__(self) -> str:
        return "a\n  b"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(_Silent(), "'<_Silent>'"), ([_Silent()], "'<list>'"), (_Lines(), "'a b'")],
)
def test_any_value_can_be_shown(value: object, shown: str) -> None:
    assert quoted(value) == shown


def test_a_place_that_is_no_place_in_a_file_is_none() -> None:
    class Odd:
        at = "hier"

    assert location_of(Odd()) is None


def test_a_number_of_thousands_of_digits_is_shown_as_such() -> None:
    assert quoted(10**5000) == "een getal met meer dan 20 cijfers"


def test_an_invisible_sign_outside_of_a_file_has_no_place() -> None:
    problem = sign_problem("a\u00a0b")
    assert problem is not None
    assert str(problem) == "LEES11 hier staat een harde spatie (U+00A0)\n   = verwacht: typ een gewone spatie"
