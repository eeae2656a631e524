"""Rules that can never hold, rules that always hold, and parts that never can."""

import datetime
import itertools
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import FACTS, rules, ruleset_from, small_ruleset
from random_rules import OPERATORS, expression_sets, facts_of, tree_of, vocabularies
from samenwerkadvies import InvalidRulesetError, Partnership, Ruleset, Vocabulary
from samenwerkadvies.inquiry.contradictions import contradictions
from samenwerkadvies.meaning import evaluate as evaluating
from samenwerkadvies.meaning.elaborate import elaborated
from samenwerkadvies.meaning.evaluate import evaluate

DAY = datetime.date(2026, 1, 31)


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return small_ruleset(tmp_path_factory.mktemp("regels"), veilig="veilig = ja").vocabulary


def told(vocabulary: Vocabulary, **expressions: str) -> list[tuple[str, str, str]]:
    """Return what is told: the rule, the part that is pointed at, and the message."""
    found = contradictions({name: tree_of(text, vocabulary) for name, text in expressions.items()}, vocabulary)
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


PER = "per(uren, mensen)"


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        (f"{PER} > 10 en {PER} < 5", f"'{PER} > 10' en '{PER} < 5'"),
        (f"{PER} = 0,5 en {PER} != 0,5", f"'{PER} = 0,5' en '{PER} != 0,5'"),
        (f"niet ({PER} <= 2) en {PER} <= 2", f"'{PER} > 2' en '{PER} <= 2'"),
        (f"{PER} > 2 en per(mensen, uren) >= 0,5", f"'{PER} > 2' en 'per(mensen, uren) >= 0,5'"),
        (f"{PER} > 10 en veilig = ja en {PER} < 5", f"'{PER} > 10' en '{PER} < 5'"),
        (
            "per(laagste(koks), procent) < 2 en per(laagste(koks), procent) > 3",
            "'per(laagste(koks), procent) < 2' en 'per(laagste(koks), procent) > 3'",
        ),
        ("uren > laagste(tijd) en laagste(tijd) >= uren", "'uren > laagste(tijd)' en 'laagste(tijd) >= uren'"),
        ("gemeente(steun) < cijfer en gemeente(steun) = cijfer", None),
        ("start < evaluatie en evaluatie < start", "'start < evaluatie' en 'evaluatie < start'"),
        ("gemeente(tijd) = uren en per(gemeente(tijd), uren) > 1", None),
        ("mensen = laagste(koks) en per(mensen, laagste(koks)) != 1", None),
        (
            "gemeente(band) > migrantenorganisatie(band) en migrantenorganisatie(band) > gemeente(band)",
            "'gemeente(band) > migrantenorganisatie(band)' en 'migrantenorganisatie(band) > gemeente(band)'",
        ),
    ],
)
def test_what_excludes_each_other_of_two_quantities_together_is_told(expression: str, reason: str | None) -> None:
    (found,) = told(vocabularies()[0], r=expression)
    reason = reason or " en ".join(f"'{part}'" for part in expression.split(" en "))
    assert found[2] == f"dit kan nooit waar zijn: {reason} sluiten elkaar uit"


def test_what_always_holds_of_two_quantities_together_is_told_and_a_part_that_never_does_is_worth_a_warning() -> None:
    (always,) = told(vocabularies()[0], r=f"{PER} > 5 of {PER} <= 5")
    assert always[2] == f"dit is altijd waar: '{PER} > 5' of '{PER} <= 5' sluit niets uit"
    (unknown_at_zero,) = told(vocabularies()[0], r=f"uren < mensen of {PER} >= 1")
    assert unknown_at_zero[2] == f"dit is altijd waar: 'uren < mensen' of '{PER} >= 1' sluit niets uit"
    (part,) = told(vocabularies()[0], r=f"veilig = nee of ({PER} > 10 en {PER} < 5)")
    assert part[2] == f"dit deel kan nooit waar zijn: '{PER} > 10' en '{PER} < 5' sluiten elkaar uit"
    (other,) = told(vocabularies()[0], veel=f"{PER} > 10", r=f"signaal(veel) en {PER} < 5")
    assert other[2] == f"dit kan nooit waar zijn: 'signaal(veel)' en '{PER} < 5' sluiten elkaar uit"


@pytest.mark.parametrize(
    "expression",
    [
        f"{PER} >= 5 en {PER} <= 5",
        f"{PER} > 5 en {PER} > 3",
        f"{PER} < 5 of {PER} > 5",
        f"{PER} > 0,5 en per(mensen, uren) > 0,5",
        f"{PER} > 10 en per(uren, procent) < 5",
        "per(laagste(koks), procent) > 3 en per(hoogste(koks), procent) < 5",
        "uren >= laagste(tijd) en laagste(tijd) >= uren",
        "uren > laagste(tijd) en uren < hoogste(tijd)",
        "uren > gemeente(tijd) en per(uren, gemeente(tijd)) < 1,1",
        "niet (start < evaluatie) en niet (evaluatie < start)",
    ],
)
def test_two_quantities_that_can_lie_so_are_left_alone(expression: str) -> None:
    assert told(vocabularies()[0], r=expression) == []


def test_numbers_with_a_name_exclude_each_other_under_their_name(tmp_path: Path) -> None:
    number = "{waarde: %s, eenheid: uur, uitleg: Zo veel., bron: [eigen]}"
    text = FACTS + f"grenzen:\n  veel: {number % 10}\n  weinig: {number % 5}\n"
    with pytest.raises(InvalidRulesetError) as refused:
        ruleset_from(tmp_path, text + rules(r="per(mensen, procent) > veel en per(mensen, procent) < weinig"))
    (problem,) = refused.value.problems
    reason = "'per(mensen, procent) > veel' en 'per(mensen, procent) < weinig' sluiten elkaar uit"
    assert (problem.code, problem.message) == ("SET08", f"dit kan nooit waar zijn: {reason}")


@st.composite
def lines_about_two(draw: st.DrawFn) -> str:
    pairs = st.sampled_from(["mensen, gemeente(jaren)", "gemeente(jaren), mensen"])
    near = st.sampled_from(["0,5", "1", "1,5", "2", "3"])
    parts = draw(st.lists(st.builds("per({}) {} {}".format, pairs, OPERATORS, near), min_size=2, max_size=3))
    return draw(st.sampled_from([" en ", " of "])).join(parts)


@given(line=lines_about_two())
def test_exactly_what_two_quantities_can_never_be_is_told(line: str) -> None:
    vocabulary = vocabularies()[0]
    test = evaluating.test_of(elaborated(tree_of(line, vocabulary), vocabulary))
    slots, pairs = (("mensen", None), ("jaren", "gemeente")), itertools.product(range(9), repeat=2)
    outcomes = {test(dict(zip(slots, pair, strict=True)), DAY, {}) for pair in pairs}
    kinds = [message.split(":")[0] for _, _, message in told(vocabulary, r=line) if "dit deel" not in message]
    always, never = ["dit is altijd waar"], ["dit kan nooit waar zijn"]
    assert kinds == never * (True not in outcomes) + always * (True in outcomes and False not in outcomes)


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
def test_what_is_told_is_so_for_every_partnership(data: st.DataObject) -> None:
    vocabulary = vocabularies()[0]
    expressions: Mapping[str, str] = data.draw(expression_sets(vocabulary, is_sound=False))
    trees = {name: tree_of(text, vocabulary) for name, text in expressions.items()}
    found = {name: fault.message for name, fault in contradictions(trees, vocabulary) if fault.code == "SET08"}
    case = Partnership.from_facts(data.draw(facts_of(vocabulary)), vocabulary, reference_date=DAY)
    decided: dict[str, bool | None] = {}
    for name, tree in trees.items():
        decided[name] = evaluate(tree, case, vocabulary, decided)
    for name, message in found.items():
        assert decided[name] is not message.startswith("dit kan nooit waar zijn")
