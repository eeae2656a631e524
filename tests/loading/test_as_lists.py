"""A value becomes lists and back without loss; nothing else can be made of lists."""

import datetime
import json
import re
import tempfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from random_rules import VALIDITIES, expression_sets, ruleset_of, turning, vocabularies
from samenwerkadvies import Ruleset, load_ruleset
from samenwerkadvies.citations import Citation
from samenwerkadvies.errors import Location, Problem, Text
from samenwerkadvies.frozen import FrozenDict
from samenwerkadvies.grammar.tree import AtLeast, Contains, Not, Quantity, Signal, View
from samenwerkadvies.loading.as_lists import from_lists, to_lists
from samenwerkadvies.validity import Validity

OWN = """\
breidt_uit: samenwerkadvies
partijen:
  migrantenorganisatie: {meermaals: ja}
regels:
  financieringsgat: {uit: ja, waarom: Dat bewaakt iemand anders.}
  veiligheid_niet_geregeld: {ernst: laag}
"""


def there_and_back(value: object) -> Any:
    return from_lists(json.loads(json.dumps(to_lists(value))))


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        1,
        "één",
        (),
        (1, ("a", None), True),
        frozenset({"b", "a"}),
        FrozenDict({1: "een", None: ("twee",), "drie": {"vier": 4}}),
        datetime.date(2026, 2, 28),
        Decimal("7.50"),
        Fraction(1, 3),
        View.LOWEST,
        Citation("Titel", link="https://voorbeeld.nl"),
        Problem(code="VORM01", message="fout", location=Location("a.yaml", 1, 2, "regel"), expected="goed"),
        AtLeast(2, (Not(Signal("a")), Contains(Quantity("b", span=(1, 2)), "c", option_span=(3, 4)), Signal("d"))),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_of_any_kind_comes_back_as_it_was(value: object) -> None:
    back = there_and_back(value)
    assert (back, type(back)) == (value, type(value))
    assert to_lists(back) == to_lists(value)  # what is left out of comparing, such as a place, too


@given(expression_sets(vocabularies()[0]), VALIDITIES)
def test_any_ruleset_comes_back_as_it_was(expressions: dict[str, str], validities: list[Validity]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ruleset = turning(ruleset_of(Path(folder), expressions), validities)
    assert to_lists(there_and_back(ruleset)) == to_lists(ruleset)


def test_a_ruleset_that_changes_another_comes_back_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "eigen.yaml").write_text(OWN, "utf-8")
    ruleset = load_ruleset(tmp_path)
    assert ruleset.changes
    assert ruleset.off
    assert to_lists(there_and_back(ruleset)) == to_lists(ruleset)


def test_the_shipped_ruleset_comes_back_as_it_was(shipped: Ruleset) -> None:
    back = there_and_back(shipped)
    assert back.rules == shipped.rules
    assert back.vocabulary == shipped.vocabulary
    assert to_lists(back) == to_lists(shipped)


def test_a_text_that_is_said_twice_is_one_text() -> None:
    back = there_and_back(("zo" + str(1), "zo" + str(1)))
    assert back[0] is back[1]


@pytest.mark.parametrize("value", [1.5, {"a": 1}, [1], Text("a", Location("a.yaml", 1, 1, "a")), (object(),)])
def test_a_value_of_another_kind_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be written as lists"):
        to_lists(value)


@pytest.mark.parametrize(
    "form",
    [["os.system"], ["samenwerkadvies.citations.Citation", "title", "link", "about"]],
    ids=["unknown", "changed"],
)
def test_nothing_is_made_of_a_form_that_is_another_here(form: list[str]) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(form[0])} has another form here$"):
        from_lists({"forms": [form], "value": [0, "ls", "a", "b"]})
