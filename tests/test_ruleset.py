"""A ruleset knows its layers, its foundations and where its rules come from."""

import gc
from pathlib import Path

import attrs
import pytest

from building import CONDITIONS, FACTS, rules, ruleset_from, small_ruleset
from samenwerkadvies import Adviser, InvalidRulesetError, Ruleset, Severity
from samenwerkadvies.ruleset import layers
from samenwerkadvies.vocabulary import Slot


def with_conditions(folder: Path, **rests_on: str) -> Ruleset:
    """Load a ruleset with conditions a1, a2, … that rest on others."""
    files = {
        name: f"voorwaarde: {{nummer: {name[1:]}, id: {name}, titel: T, uitleg: U, rust_op: [{others}]}}\n"
        for name, others in rests_on.items()
    }
    return ruleset_from(folder, FACTS + rules(a="veilig = ja"), **files)


def test_severities_are_ranked_from_the_most_serious() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2, 3, 4]
    assert Severity.CRITICAL.rank < Severity.STRENGTH.rank


def test_rules_stand_in_layers_above_what_they_use(tmp_path: Path) -> None:
    made = small_ruleset(
        tmp_path, top="signaal(mid) en signaal(los)", mid="niet signaal(onder)", onder="veilig = ja", los="veilig = nee"
    )
    assert [[rule.id for rule in layer] for layer in made.strata] == [["onder", "los"], ["mid"], ["top"]]
    assert [rule.is_compound for rule in made.rules.values()] == [True, True, False, False]


def test_nothing_has_one_empty_layer() -> None:
    assert layers({}) in ([], [[]])


def test_layers_keep_the_order_of_the_file() -> None:
    assert layers({"b": (), "a": (), "c": ("a", "elsewhere")}) == [["b", "a"], ["c"]]


def test_a_foundation_has_depth_zero_and_supports_what_rests_on_it(tmp_path: Path) -> None:
    made = with_conditions(tmp_path, a1="", a2="1", a3="2", a4="1, 3", a5="")
    assert made.depths == {1: 0, 2: 1, 3: 2, 4: 3, 5: 0}
    assert made.supports == {1: 3, 2: 2, 3: 1, 4: 0, 5: 0}


def test_conditions_come_in_order_of_number(tmp_path: Path) -> None:
    assert [*with_conditions(tmp_path, a5="", a12="", a1="").conditions] == [1, 5, 12]


def test_a_rule_is_credited_with_its_condition_its_sources_and_its_note(tmp_path: Path) -> None:
    text = (
        "regelset: {naam: x, versie: '1', herkomst: 'Voorwaarde {nummer} van het rapport'}\n"
        "voorwaarde: {nummer: 4, id: v, titel: T, uitleg: U}\n"
    )
    rule = rules(a="veilig = ja") + "    toelichting: De grens is onze keuze.\n"
    made = ruleset_from(tmp_path, text + FACTS + rule)
    assert made.credits(made.rules["a"], "nl") == (
        "Voorwaarde 4 van het rapport",
        "Eigen uitwerking",
        "De grens is onze keuze.",
    )


def test_a_rule_without_condition_or_note_is_credited_with_its_sources(tmp_path: Path) -> None:
    made = small_ruleset(tmp_path, a="veilig = ja")
    assert made.credits(made.rules["a"], "nl") == ("Eigen uitwerking",)


def test_a_ruleset_never_changes(tmp_path: Path) -> None:
    made = small_ruleset(tmp_path, a="veilig = ja")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.name = "anders"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.rules["a"].id = "b"


def test_the_written_expression_does_not_count_when_rules_are_compared(tmp_path: Path) -> None:
    first = small_ruleset(tmp_path / "een", a="veilig = ja").rules["a"]
    second = small_ruleset(tmp_path / "twee", a="veilig  =  ja").rules["a"]
    assert first == second


GIVES_WAY = "    bron: [eigen]\n    voorwaarden: [1]\n    wijkt_voor: voorwaarde\n"


def with_first_look(folder: Path, **others: str) -> Ruleset:
    """Load rules of which the first, about the scores `steun` and `moed`, gives way to the others of its condition."""
    scan, *rest = (FACTS + rules(scan="laagste(band) <= 2 en laagste(moed) <= 2", **others)).split(
        "    bron: [eigen]\n"
    )
    first = f"voorwaarde: {{nummer: 1, id: a, titel: T, uitleg: U, rust_op: []}}\n{scan}{GIVES_WAY}"
    return ruleset_from(folder, first + "    bron: [eigen]\n".join(rest))


def test_a_first_look_is_what_only_rules_that_give_way_look_at(tmp_path: Path) -> None:
    looks = {None: [("steun", "gemeente"), ("steun", "migrantenorganisatie")]}
    made = with_first_look(tmp_path, ander="laagste(moed) <= 1", boven="signaal(scan) en mensen <= 2")
    assert {condition: list(slots) for condition, slots in made.first_looks.items()} == {1: looks[None]}


def counting(made: Ruleset, *known: Slot) -> tuple[Slot, ...]:
    return tuple(slot for condition in made.counting_of for slot in made.counting_in(condition, known))


def test_a_first_look_counts_until_something_else_of_its_condition_is_known(tmp_path: Path) -> None:
    made = with_first_look(tmp_path, ander="mensen <= 1")
    every = counting(made)
    assert counting(made, ("steun", "gemeente")) == every
    looks = {("steun", party) for party in ("gemeente", "migrantenorganisatie")}
    looks |= {("moed", party) for party in ("gemeente", "migrantenorganisatie")}
    assert made.first_looks[1] == tuple(slot for slot in every if slot in looks)
    assert set(every) - set(counting(made, ("mensen", None))) == looks


def test_what_gives_way_need_not_be_decided(tmp_path: Path) -> None:
    made = with_first_look(tmp_path, ander="mensen <= 1")
    assert [rule.id for rule in made.deciding(1)] == ["ander"]
    alone = ruleset_from(
        tmp_path / "alleen",
        "voorwaarde: {nummer: 1, id: a, titel: T, uitleg: U, rust_op: []}\n"
        + FACTS
        + rules(scan="cijfer <= 2").replace("    bron: [eigen]\n", GIVES_WAY),
    )
    assert [rule.id for rule in alone.deciding(1)] == ["scan"]


def test_the_share_answered_is_a_first_look_at_nothing(tmp_path: Path) -> None:
    gives_way = rules(een="aandeel_beantwoord(gemeente) < 0,5") + "    wijkt_voor: voorwaarde\n"
    ruleset = ruleset_from(tmp_path, CONDITIONS + FACTS + gives_way)
    assert ruleset.quick_scan == ()
    assert Adviser(ruleset, "reference").assess({}, "2026-01-01").findings == ("een",)


def test_what_is_made_of_rules_is_made_once_for_all_who_ask_the_same(shipped: Ruleset) -> None:
    made: list[object] = []

    def make(ruleset: Ruleset, *more: str) -> object:
        made.append((ruleset, *more))
        return object()

    assert shipped.once(make) is shipped.once(make)
    assert shipped.once(make, "nl") is not shipped.once(make, "en")
    assert made == [(shipped,), (shipped, "nl"), (shipped, "en")]


@pytest.mark.parametrize("is_enabled", [True, False])
def test_loading_leaves_the_collector_of_garbage_as_it_was(tmp_path: Path, *, is_enabled: bool) -> None:
    (gc.enable if is_enabled else gc.disable)()
    try:
        small_ruleset(tmp_path, een="mensen <= 1")
        assert gc.isenabled() is is_enabled
        with pytest.raises(InvalidRulesetError):
            small_ruleset(tmp_path / "fout", een="mensen <=")
        assert gc.isenabled() is is_enabled
    finally:
        gc.enable()


def test_what_somebody_froze_stays_frozen(tmp_path: Path) -> None:
    gc.freeze()
    try:
        small_ruleset(tmp_path, een="mensen <= 1")
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
    small_ruleset(tmp_path, een="mensen <= 1")
    assert gc.get_freeze_count() == 0
