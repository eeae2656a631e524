"""A line of the rule language becomes a tree, or a problem that says what, where and how to mend it."""

import re
from decimal import Decimal

import pytest

from samenwerkadvies.errors import Problem
from samenwerkadvies.grammar.parser import DEEPEST, LONGEST, MOST_LEAVES, ExpressionError, parse, parse_average
from samenwerkadvies.grammar.printer import to_text
from samenwerkadvies.grammar.tree import (
    And,
    Compared,
    Known,
    Membership,
    Not,
    Operator,
    Or,
    Quantity,
    Signal,
    View,
    leaves,
)

A, B, C = (Compared(Quantity(name), Operator.EQUAL, "ja") for name in "abc")
START_OF_LINE = "een naam, een haakje openen, 'niet', 'bevat', 'per', 'bekend', 'signaal' of 'minstens'"
NO_SIGN_OF_THE_LANGUAGE = "kleine letters, cijfers, haakjes en vergelijkingen"


def fault(text: str) -> Problem:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    return caught.value.problem


@pytest.mark.parametrize("operator", Operator)
def test_every_operator_is_read(operator: Operator) -> None:
    assert parse(f"a {operator.value} 2") == Compared(Quantity("a"), operator, 2)


@pytest.mark.parametrize("view", [view for view in View if view is not View.ITSELF])
def test_every_view_is_read(view: View) -> None:
    assert parse(f"{view.value}(a) = 2") == Compared(Quantity("a", view), Operator.EQUAL, 2)


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("ja", "ja"),
        ("0", 0),
        ("007", 7),
        ("9" * 15, 10**15 - 1),
        ("2,5", Decimal("2.5")),
        ("2.5", Decimal("2.5")),
        ("0,125", Decimal("0.125")),
    ],
)
def test_every_literal_is_read_exactly(text: str, literal: int | str | Decimal) -> None:
    made = parse(f"a = {text}")
    assert made == Compared(Quantity("a"), Operator.EQUAL, literal)
    assert type(made.literal) is type(literal)


def test_the_other_forms_are_read() -> None:
    assert parse("a in [x]") == Membership(Quantity("a"), ("x",))
    assert parse("gemeente(a) in [x, y,z]") == Membership(Quantity("a", party="gemeente"), ("x", "y", "z"))
    assert parse("bekend(a)") == Known(Quantity("a"))
    assert parse("bekend(gemeente(a))") == Known(Quantity("a", party="gemeente"))
    assert parse("signaal(a)") == Signal("a")
    assert parse("niet signaal(a)") == Not(Signal("a"))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a = ja of b = ja en c = ja", Or((A, And((B, C))))),
        ("a = ja en b = ja of c = ja", Or((And((A, B)), C))),
        ("(a = ja of b = ja) en c = ja", And((Or((A, B)), C))),
        ("niet a = ja en b = ja", And((Not(A), B))),
        ("niet (a = ja en b = ja)", Not(And((A, B)))),
        ("niet a = ja of b = ja", Or((Not(A), B))),
        ("niet niet a = ja", Not(Not(A))),
        ("a = ja en b = ja en c = ja", And((A, B, C))),
        ("a = ja of b = ja of c = ja", Or((A, B, C))),
        ("(a = ja en b = ja) en c = ja", And((And((A, B)), C))),
        ("((a = ja))", A),
    ],
)
def test_niet_binds_most_tightly_then_en_then_of(text: str, tree: object) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize("name", ["energie", "ofwel", "inzet", "nietig", "bekendheid", "signaal_x", "en_", "in2"])
def test_a_name_may_begin_with_a_word_of_the_language(name: str) -> None:
    assert parse(f"{name} = {name} en niet {name} in [{name}]") == And(
        (Compared(Quantity(name), Operator.EQUAL, name), Not(Membership(Quantity(name), (name,))))
    )


def test_spaces_and_line_ends_mean_nothing() -> None:
    assert parse("\n\ta=ja\n  en(b = ja)") == And((A, B))


@pytest.mark.parametrize("text", ["laagste(steun) <= 2", "fase in [a, b]", "bekend(gemeente(steun))", "x = ja"])
def test_a_leaf_knows_where_it_stands(text: str) -> None:
    before, after = "niet a = ja of (", " en b = nee)"
    leaf = list(leaves(parse(before + text + after)))[1]
    start, end = leaf.span
    assert (before + text + after)[start:end].strip("()") in text
    assert start >= len(before)


@pytest.mark.parametrize(
    ("text", "shown", "expected", "hint"),
    [
        ("a == 2", "==", "een naam of een getal", "="),
        ("a =< 2", "=<", "een naam of een getal", "<="),
        ("a => 2", "=>", "een naam of een getal", ">="),
        ("a <> 2", "<>", "een naam of een getal", "!="),
        ("a = ja and b = ja", "and", "'en', 'of' of het einde", "en"),
        ("a = ja or b = ja", "or", "'en', 'of' of het einde", "of"),
        ("a = ja && b = ja", "&&", NO_SIGN_OF_THE_LANGUAGE, "en"),
        ("a = ja || b = ja", "||", NO_SIGN_OF_THE_LANGUAGE, "of"),
        ("!a = ja", "!", NO_SIGN_OF_THE_LANGUAGE, "niet"),
        ("A = ja", "A", NO_SIGN_OF_THE_LANGUAGE, "a"),
        ("a = JA", "JA", NO_SIGN_OF_THE_LANGUAGE, "ja"),
        ("a = ja EN b = ja", "EN", NO_SIGN_OF_THE_LANGUAGE, "en"),
        ("a = ja OF b = ja", "OF", NO_SIGN_OF_THE_LANGUAGE, "of"),
        ("NIET a = ja", "NIET", NO_SIGN_OF_THE_LANGUAGE, "niet"),
        ("a IN [x]", "IN", NO_SIGN_OF_THE_LANGUAGE, "in"),
        ("a = ja en (of b = ja)", "of", START_OF_LINE, ""),
        ("a ? 3 en b is 4", "?", "kleine letters, cijfers, haakjes en vergelijkingen", ""),
        ("a = ja en )", ")", START_OF_LINE, ""),
        ("a = ja)", ")", "het einde", ""),
        ("a in []", "]", "een naam", ""),
        ("a in [x y]", "y", "een komma of ']'", ""),
        ("a = 2 3", "3", "'en', 'of' of het einde", ""),
        ("(a = ja b = ja)", "b", "'en', 'of' of een haakje sluiten", ""),
        ("bevat(a) en b = ja", ")", "een komma", ""),
        ("bekend(a, b)", ",", "een haakje sluiten", ""),
        ("signaal 3", "3", "een haakje openen", ""),
    ],
)
def test_a_slip_is_shown_with_what_may_stand_there(text: str, shown: str, expected: str, hint: str) -> None:
    found = fault(text)
    assert found.code == "TAAL01"
    assert text[slice(*found.span)] == shown
    assert (found.expected, found.hint) == (expected, hint)


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("a ≤ 2", 2, "typ <="),
        ("a ≥ 2", 2, "typ >="),
        ("a ≠ 2", 2, "typ !="),
        ("a = 2 \u00a0en b = 2", 6, "typ een gewone spatie"),
        ("a\u200b = 2", 1, "haal het weg"),
        ("b = 1 en \u0430 = 2", 9, "typ a"),
    ],
)
def test_a_sign_that_looks_like_another_is_named(text: str, position: int, expected: str) -> None:
    found = fault(text)
    assert (found.code, found.span, found.expected) == ("LEES11", (position, position + 1), expected)


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_is_not_a_condition(text: str) -> None:
    assert fault(text) == Problem(
        code="TAAL01", message="hier staat niets", span=(0, 1), expected="een vergelijking, zoals: feit = ja"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a =", "een naam of een getal"),
        ("a", None),
        ("(a = ja", "een haakje sluiten"),
        ("a = ja en", START_OF_LINE),
        ("niet", START_OF_LINE),
        ("a in [x", "een komma of ']'"),
        ("a in", "'['"),
        ("bekend(", "een naam"),
    ],
)
def test_a_condition_that_stops_too_soon_says_what_should_follow(text: str, expected: str | None) -> None:
    found = fault(f"{text}  ")
    if expected is None:
        assert found.code == "TAAL10"
    else:
        end = (len(text), len(text) + 1)
        assert found == Problem(code="TAAL01", message="wat hier staat, is niet af", span=end, expected=expected)


@pytest.mark.parametrize(
    ("text", "shown", "expected"),
    [
        ("contact", "contact", "een vergelijking, zoals: contact = ja"),
        ("a = ja en niet contact", "contact", "een vergelijking, zoals: contact = ja"),
        ("laagste(steun)", "laagste(steun)", "een vergelijking, zoals: laagste(steun) <= 2"),
    ],
)
def test_a_bare_name_is_not_a_condition(text: str, shown: str, expected: str) -> None:
    found = fault(text)
    assert (found.code, text[slice(*found.span)], found.expected) == ("TAAL10", shown, expected)


def test_a_number_of_more_than_fifteen_digits_is_refused() -> None:
    text = f"a = {'1' * 16}"
    found = fault(text)
    assert (found.code, text[slice(*found.span)]) == ("TAAL06", "1" * 16)


def test_the_longest_condition_is_read_and_a_longer_one_is_refused() -> None:
    text = "a = ja"
    assert parse(text + " " * (LONGEST - len(text))) == A
    assert fault(text + " " * (LONGEST + 1 - len(text))).code == "TAAL09"


@pytest.mark.parametrize(
    "write",
    [
        lambda depth: "(" * depth + "a = ja" + ")" * depth,
        lambda depth: "niet " * depth + "a = ja",
        lambda depth: "niet (" * (depth // 2) + "a = ja" + ")" * (depth // 2),
    ],
)
def test_the_deepest_condition_is_read_and_a_deeper_one_is_refused(write) -> None:  # noqa: ANN001 - a way to nest
    assert list(leaves(parse(write(DEEPEST)))) == [A]
    assert fault(write(DEEPEST + 2)).code == "TAAL09"


@pytest.mark.parametrize("word", [" en ", " of "])
def test_most_parts_are_read_and_more_are_refused(word: str) -> None:
    assert len(list(leaves(parse(word.join(["a = ja"] * MOST_LEAVES))))) == MOST_LEAVES
    assert fault(word.join(["a = ja"] * (MOST_LEAVES + 1))).code == "TAAL09"


def test_depth_is_counted_anew_in_every_part() -> None:
    text = " of ".join(["niet niet (a = ja)"] * 30)
    assert len(list(leaves(parse(text)))) == 30


def test_negations_between_nested_parts_cannot_add_up_to_a_bottomless_tree() -> None:
    text = "a = ja"
    for depth in range(DEEPEST - 1, 0, -1):
        text = f"a = ja en {'niet ' * (DEEPEST - depth - 1)}({text})"
    tree = parse(text)
    assert parse(to_text(tree)) == tree


def test_a_declared_average_names_its_parts() -> None:
    assert parse_average("gemiddelde(a, b,c)") == (("a", (11, 12)), ("b", (14, 15)), ("c", (16, 17)))
    assert parse_average("gemiddelde(a)") == (("a", (11, 12)),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "'gemiddelde(…, …)'"),
        ("gemiddelde", "een haakje openen"),
        ("gemiddelde()", "een naam"),
        ("gemiddelde(a) en b", "het einde"),
        ("gemiddeld(a)", "'gemiddelde(…, …)'"),
    ],
)
def test_a_line_that_is_no_average_says_what_is_expected(text: str, expected: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_average(text)
    assert (caught.value.problem.code, caught.value.problem.expected) == ("TAAL01", expected)


def test_an_average_has_the_bounds_of_a_condition() -> None:
    with pytest.raises(ExpressionError, match=re.escape("hier staan 4001 tekens")):
        parse_average("a" * 4001)


def test_an_error_of_an_expression_says_what_is_wrong() -> None:
    with pytest.raises(ExpressionError, match="'==' past hier niet"):
        parse("a == 2")
