"""Rules that can never hold, rules that always hold, and parts that never can."""

import datetime
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import small_ruleset
from random_rules import expression_sets, facts_of, tree_of
from samenwerkadvies import InvalidRulesetError, Partnership, Ruleset, Vocabulary
from samenwerkadvies.grammar.parser import parse
from samenwerkadvies.inquiry.contradictions import contradictions
from samenwerkadvies.meaning.evaluate import evaluate


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return small_ruleset(tmp_path_factory.mktemp("regels"), veilig="veilig = ja").vocabulary


def told(vocabulary: Vocabulary, **expressions: str) -> list[tuple[str, str, str]]:
    """Return what is told: the rule, the part that is pointed at, and the message."""
    found = contradictions({name: parse(text) for name, text in expressions.items()}, vocabulary)
    return [(name, expressions[name][slice(*fault.span)], fault.message) for name, fault in found]


@pytest.mark.parametrize(
    ("expression", "part", "reason"),
    [
        (
            "mensen <= 1 en mensen >= 3",
            "mensen <= 1 en mensen >= 3",
            "'mensen <= 1' en 'mensen >= 3' sluiten elkaar uit",
        ),
        ("veilig = ja en (mensen > 2 en veilig = nee)", None, "'veilig = ja' en 'veilig = nee' sluiten elkaar uit"),
        (
            "niet (mensen > 1) en mensen >= 2",
            "mensen > 1) en mensen >= 2",
            "'mensen <= 1' en 'mensen >= 2' sluiten elkaar uit",
        ),
        (
            "laagste(steun) >= 4 en gemeente(steun) = 2",
            None,
            "'laagste(steun) >= 4' en 'gemeente(steun) = 2' sluiten elkaar uit",
        ),
        (
            "verschil(steun) >= 3 en laagste(steun) > 2",
            None,
            "'verschil(steun) >= 3' en 'laagste(steun) > 2' sluiten elkaar uit",
        ),
        (
            "verschil(jaren) > 2 en hoogste(jaren) <= 2",
            None,
            "'verschil(jaren) > 2' en 'hoogste(jaren) <= 2' sluiten elkaar uit",
        ),
        (
            "vorm in [geen, papier] en vorm = mondeling",
            None,
            "'vorm in [geen, papier]' en 'vorm = mondeling' sluiten elkaar uit",
        ),
        (
            "vorm != geen en vorm != papier en vorm != mondeling",
            None,
            "'vorm != geen', 'vorm != papier' en 'vorm != mondeling' sluiten elkaar uit",
        ),
        (
            "maanden_sinds(start) > 6 en maanden_tot(start) >= 0",
            None,
            "'maanden_sinds(start) > 6' en 'maanden_tot(start) >= 0' sluiten elkaar uit",
        ),
        (
            "evaluatie = nooit en maanden_sinds(evaluatie) <= 12",
            None,
            "'evaluatie = nooit' en 'maanden_sinds(evaluatie) <= 12' sluiten elkaar uit",
        ),
        (
            "laagste(band) > 3 en gemeente(band) < 2,5",
            None,
            "'laagste(band) > 3' en 'gemeente(band) < 2,5' sluiten elkaar uit",
        ),
        (
            "niet bekend(mensen) en mensen >= 2",
            None,
            "'niet bekend(mensen)' en 'mensen >= 2' sluiten elkaar uit",
        ),
        (
            "(veilig = ja of vorm = geen) en veilig = nee en vorm = papier",
            "veilig = ja of vorm = geen) en veilig = nee",
            "'veilig = ja' en 'veilig = nee' sluiten elkaar uit; 'vorm = geen' en 'vorm = papier' sluiten elkaar uit",
        ),
        (
            "(mensen = 1 of mensen = 2) en mensen > 2",
            None,
            "'mensen = 1' en 'mensen > 2' sluiten elkaar uit; 'mensen = 2' en 'mensen > 2' sluiten elkaar uit",
        ),
    ],
)
def test_what_can_never_hold_is_told_with_what_excludes_each_other(
    vocabulary: Vocabulary, expression: str, part: str | None, reason: str
) -> None:
    (found,) = told(vocabulary, r=expression)
    assert found[2] == f"dit kan nooit waar zijn: {reason}"
    assert part in (None, found[1])


def test_what_always_holds_is_told(vocabulary: Vocabulary) -> None:
    expected = [("r", "mensen <= 1 of mensen > 1", "dit is altijd waar: 'mensen <= 1' of 'mensen > 1' sluit niets uit")]
    assert told(vocabulary, r="mensen <= 1 of mensen > 1") == expected
    assert told(vocabulary, r="niet (mensen <= 1 en mensen > 1)")[0][2].startswith("dit is altijd waar")


def test_a_part_that_can_never_hold_is_worth_a_warning(vocabulary: Vocabulary) -> None:
    reason = "dit deel kan nooit waar zijn: 'mensen <= 1' en 'mensen >= 3' sluiten elkaar uit"
    assert told(vocabulary, r="veilig = nee of (mensen <= 1 en mensen >= 3)") == [
        ("r", "mensen <= 1 en mensen >= 3", reason)
    ]
    assert told(vocabulary, r="mensen <= 1 en (veilig = nee of mensen >= 3)")[0][2] == reason


def test_what_other_rules_say_counts(vocabulary: Vocabulary) -> None:
    few = {"weinig": "mensen <= 1 en veilig = ja"}
    (found,) = told(vocabulary, **few, r="mensen >= 2 en signaal(weinig)")
    assert found == (
        "r",
        "mensen >= 2 en signaal(weinig",
        "dit kan nooit waar zijn: 'mensen >= 2' en 'signaal(weinig)' sluiten elkaar uit",
    )
    (found,) = told(vocabulary, een="mensen = 1", r="mensen = 1 en niet signaal(een)")
    assert found[2] == "dit kan nooit waar zijn: 'mensen = 1' en 'niet signaal(een)' sluiten elkaar uit"


def test_one_mistake_is_told_once(vocabulary: Vocabulary) -> None:
    found = told(vocabulary, nooit="mensen <= 1 en mensen >= 3", r="signaal(nooit) en mensen = 2")
    assert [name for name, _, _ in found] == ["nooit"]


@pytest.mark.parametrize(
    "expression",
    [
        "mensen >= 1 en mensen <= 1",
        "mensen <= 1 of mensen > 2",
        "niet bekend(mensen) of mensen >= 2",
        "maanden_sinds(start) >= 3 en maanden_sinds(start) <= 3",
        "gemeente(steun) <= 2 en migrantenorganisatie(steun) >= 4 en verschil(steun) >= 2",
        "laagste(band) <= 2 en hoogste(band) > 3 en verschil(band) >= 2",
        "aandeel_beantwoord(gemeente) < 0,5 en aandeel_beantwoord(migrantenorganisatie) > 0,8",
        "(mensen = 1 of veilig = ja) en (mensen = 2 of veilig = nee)",
    ],
)
def test_what_can_hold_and_need_not_is_left_alone(vocabulary: Vocabulary, expression: str) -> None:
    assert told(vocabulary, r=expression) == []


def test_the_shipped_rules_can_all_hold(shipped: Ruleset) -> None:
    assert shipped.warnings == ()


def test_a_rule_that_can_never_hold_is_refused_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(InvalidRulesetError) as refused:
        small_ruleset(tmp_path, r="mensen <= 1 en mensen >= 3")
    (problem,) = refused.value.problems
    assert (problem.code, problem.location and problem.location.width) == ("SET08", 26)


def test_an_average_that_is_never_compared_may_be_known_or_not(vocabulary: Vocabulary) -> None:
    assert told(vocabulary, r="bekend(gemeente(band)) en bekend(gemeente(band))") == []
    assert told(vocabulary, r="niet bekend(gemeente(band)) en niet bekend(gemeente(band))") == []


@given(data=st.data())
def test_what_is_told_is_so_for_every_partnership(vocabulary: Vocabulary, data: st.DataObject) -> None:
    expressions: Mapping[str, str] = data.draw(expression_sets(vocabulary, is_sound=False))
    trees = {name: tree_of(text, vocabulary) for name, text in expressions.items()}
    found = {name: fault.message for name, fault in contradictions(trees, vocabulary) if fault.code == "SET08"}
    case = Partnership.from_facts(
        data.draw(facts_of(vocabulary)), vocabulary, reference_date=datetime.date(2026, 1, 31)
    )
    decided: dict[str, bool | None] = {}
    for name, tree in trees.items():
        decided[name] = evaluate(tree, case, vocabulary, decided)
    for name, message in found.items():
        assert decided[name] is not message.startswith("dit kan nooit waar zijn")
