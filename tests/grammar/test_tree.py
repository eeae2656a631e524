"""Trees: equal when they mean the same text, and turned inside out without changing what they mean."""

import pytest

from samenwerkadvies.grammar.parser import parse
from samenwerkadvies.grammar.printer import to_text
from samenwerkadvies.grammar.tree import Operator, leaves, push_negations_inward, signals


def test_trees_are_equal_wherever_they_stand() -> None:
    assert parse("a = ja en  b=2") == parse("\n  a = ja\n  en b = 2 ")
    assert hash(parse("a = ja en  b=2")) == hash(parse("a = ja en b = 2"))


def test_leaves_come_from_left_to_right() -> None:
    tree = parse("a = ja of niet (b in [x, y] en bekend(c)) of signaal(d)")
    assert [to_text(leaf) for leaf in leaves(tree)] == ["a = ja", "b in [x, y]", "bekend(c)", "signaal(d)"]


def test_each_signal_is_named_once_and_in_order() -> None:
    assert signals(parse("signaal(b) of niet signaal(a) of signaal(b) of c = ja")) == ("b", "a")


@pytest.mark.parametrize("operator", Operator)
def test_the_opposite_of_the_opposite_is_the_operator_itself(operator: Operator) -> None:
    assert operator.opposite is not operator
    assert operator.opposite.opposite is operator


@pytest.mark.parametrize(
    ("written", "pushed"),
    [
        ("niet a = ja", "a != ja"),
        ("niet a != ja", "a = ja"),
        ("niet a < 2", "a >= 2"),
        ("niet a <= 2", "a > 2"),
        ("niet a > 2", "a <= 2"),
        ("niet a >= 2", "a < 2"),
        ("niet niet a = ja", "a = ja"),
        ("niet (a = ja en b = ja)", "a != ja of b != ja"),
        ("niet (a = ja of b = ja)", "a != ja en b != ja"),
        ("niet (a = ja of niet (b = ja en c = ja))", "a != ja en (b = ja en c = ja)"),
        ("niet bekend(a)", "niet bekend(a)"),
        ("niet signaal(a)", "niet signaal(a)"),
        ("niet a in [x, y]", "niet a in [x, y]"),
        ("niet niet bekend(a)", "bekend(a)"),
        ("a = ja en b = ja of c = ja", "a = ja en b = ja of c = ja"),
    ],
)
def test_negation_is_pushed_inward(written: str, pushed: str) -> None:
    assert to_text(push_negations_inward(parse(written))) == pushed
