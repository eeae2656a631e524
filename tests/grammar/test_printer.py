"""A tree is printed as a policy writer would write it, and parsing that gives the tree again."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerkadvies.grammar.parser import parse
from samenwerkadvies.grammar.printer import literal_to_text, to_text
from samenwerkadvies.grammar.tree import (
    And,
    Compared,
    Expression,
    Known,
    Membership,
    Not,
    Operator,
    Or,
    Quantity,
    Quotient,
    Signal,
    View,
    leaves,
    push_negations_inward,
    thresholds,
    with_thresholds,
)

WORDS_OF_THE_LANGUAGE = {"en", "of", "niet", "in", "bekend", "signaal", "gemiddelde", "per"}
names = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(lambda name: name not in WORDS_OF_THE_LANGUAGE)
quantities = st.builds(Quantity, names, st.sampled_from(View))
literals = (
    names
    | st.integers(0, 10**15 - 1)
    | st.decimals(0, 10**14, places=6)
    | st.decimals(0, 1, places=2)
    | st.integers(0, 5).map(Decimal)
)
leaf_trees = (
    st.builds(Compared, quantities, st.sampled_from(Operator), literals)
    | st.builds(Quotient, quantities, quantities, st.sampled_from(Operator), literals)
    | st.builds(Membership, quantities, st.lists(names, min_size=1, max_size=4).map(tuple))
    | st.builds(Known, quantities)
    | st.builds(Signal, names)
)
trees = st.recursive(
    leaf_trees,
    lambda parts: (
        st.builds(Not, parts)
        | st.builds(And, st.lists(parts, min_size=2, max_size=4).map(tuple))
        | st.builds(Or, st.lists(parts, min_size=2, max_size=4).map(tuple))
    ),
    max_leaves=12,
)


@given(trees)
def test_parsing_what_is_printed_gives_the_tree_again(tree: Expression) -> None:
    assert parse(to_text(tree)) == tree


NUMBERS = {"te_lang": 18, "zwak": Decimal("2.5")}


@given(trees, st.dictionaries(names, st.integers(0, 5) | st.just(Decimal("2.5")), max_size=8))
def test_a_tree_with_thresholds_is_printed_with_their_names(tree: Expression, values: dict[str, int | Decimal]) -> None:
    named = with_thresholds(tree, values)
    assert with_thresholds(parse(to_text(named)), values) == named
    assert with_thresholds(named, values) == named
    assert to_text(named) == to_text(tree)


def test_a_threshold_stands_beside_its_number_wherever_it_is_compared_with() -> None:
    line = "niet (a > te_lang en b = ja) of laagste(c) < zwak"
    tree = with_thresholds(parse(line), NUMBERS)
    found = [leaf for leaf in leaves(tree) if isinstance(leaf, Compared)]
    assert [(leaf.literal, leaf.threshold) for leaf in found] == [
        (18, "te_lang"),
        ("ja", ""),
        (Decimal("2.5"), "zwak"),
    ]
    assert thresholds([tree, tree]) == ("te_lang", "zwak")
    assert to_text(found[0].with_literal(19)) == "a > 19"


@given(trees)
def test_printing_is_stable(tree: Expression) -> None:
    assert to_text(parse(to_text(tree))) == to_text(tree)


@given(trees)
def test_a_negation_normal_form_can_be_written_too(tree: Expression) -> None:
    pushed = push_negations_inward(tree)
    assert parse(to_text(pushed)) == pushed
    assert push_negations_inward(pushed) == pushed
    assert push_negations_inward(pushed, negate=True) == push_negations_inward(tree, negate=True)


@pytest.mark.parametrize(
    ("literal", "text"),
    [
        ("ja", "ja"),
        (0, "0"),
        (10**14, "100000000000000"),
        (Decimal("1.50"), "1,5"),
        (Decimal("2.0"), "2,0"),
        (Decimal(2), "2,0"),
        (Decimal("1E+3"), "1000,0"),
        (Decimal("0.000001"), "0,000001"),
    ],
)
def test_a_literal_is_written_in_dutch(literal: int | str | Decimal, text: str) -> None:
    assert literal_to_text(literal) == text


@pytest.mark.parametrize(
    "text",
    [
        "a = ja",
        "laagste(a) <= 2 of b in [x, y] en niet bekend(c)",
        "(a = ja of b = ja) en c = ja",
        "niet (a = ja en signaal(b))",
        "niet niet a = ja",
        "a = ja en (b = ja en c = ja)",
        "aandeel_beantwoord(gemeente) < 0,5",
    ],
)
def test_a_line_in_plain_style_is_printed_as_it_was_written(text: str) -> None:
    assert to_text(parse(text)) == text
