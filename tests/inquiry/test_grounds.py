"""The smallest sets of facts that settle an outcome: against trying every set."""

import datetime
import itertools
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import small_ruleset
from random_rules import expression_sets, facts_of, ruleset_of
from samenwerkadvies import Partnership, Ruleset
from samenwerkadvies.engines.decided import Decided
from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.grammar.tree import Signal, View
from samenwerkadvies.inquiry import grounds as made
from samenwerkadvies.inquiry.grounds import Ground, grounds
from samenwerkadvies.known import answers_of
from samenwerkadvies.vocabulary import Slot
from tried import tried

DATE = datetime.date(2026, 1, 31)


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return ruleset_of(tmp_path_factory.mktemp("regels"), {"een": "mensen = 1"}).vocabulary


def slots_of(found: frozenset[Ground]) -> frozenset[Slot]:
    return frozenset((ground.of, ground.party) for ground in found)


def smallest_sets(rule: str, case: Partnership, ruleset: Ruleset) -> set[frozenset[Slot]]:
    engine = ReferenceEngine(ruleset)
    outcome = engine.decide(case)[rule]
    known = sorted(case.slots(), key=str)
    found: list[frozenset[Slot]] = []
    for size in range(len(known) + 1):
        for chosen in map(frozenset, itertools.combinations(known, size)):
            if any(smaller <= chosen for smaller in found):
                continue
            if (
                engine.decide(Partnership(DATE, answers_of((slot, case.answer(*slot)) for slot in chosen)))[rule]
                is outcome
            ):
                found.append(chosen)
    return set(found)


@tried(0.6)
@given(data=st.data())
def test_the_smallest_sets_are_those_that_trying_every_set_finds(vocabulary: Any, data: Any) -> None:
    expressions = dict(list(data.draw(expression_sets(vocabulary, is_monotone=True)).items())[:3])
    with tempfile.TemporaryDirectory() as folder:
        ruleset = ruleset_of(Path(folder), expressions)
    whole = Partnership.from_facts(data.draw(facts_of(vocabulary)), vocabulary, reference_date=DATE)
    kept = sorted(whole.slots(), key=str)[:8]
    case = Partnership(DATE, answers_of((slot, whole.answer(*slot)) for slot in kept))
    decided = ReferenceEngine(ruleset).decide(case)
    for rule, outcome in decided.items():
        found = grounds(Signal(rule), Decided(ruleset, case, decided))
        if outcome is None:
            assert found == ()
        else:
            assert set(map(slots_of, found)) == smallest_sets(rule, case, ruleset)


def test_a_set_that_holds_a_smaller_one_is_left_out(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="(mensen = 1 of veilig = ja) en veilig = ja")
    case = Partnership.from_facts({"mensen": 2, "veilig": False}, ruleset.vocabulary, reference_date=DATE)
    decided = Decided(ruleset, case, ReferenceEngine(ruleset).decide(case))
    assert [slots_of(found) for found in grounds(Signal("een"), decided)] == [{("veilig", None)}]


def test_a_rule_that_counts_twice_is_settled_once(tmp_path: Path) -> None:
    ruleset = small_ruleset(
        tmp_path, een="mensen = 1", twee="signaal(een) en cijfer = 1 of signaal(een) en veilig = ja"
    )
    case = Partnership.from_facts({"mensen": 2}, ruleset.vocabulary, reference_date=DATE)
    decided = Decided(ruleset, case, ReferenceEngine(ruleset).decide(case))
    assert [slots_of(found) for found in grounds(Signal("twee"), decided)] == [{("mensen", None)}]
    nothing = Partnership(DATE)
    assert grounds(Signal("twee"), Decided(ruleset, nothing, ReferenceEngine(ruleset).decide(nothing))) == ()


def test_an_answer_that_is_not_there_settles_what_asks_for_it(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="bekend(gemeente(band)) en veilig = ja")
    case = Partnership.from_facts({"steun": {"gemeente": 3}}, ruleset.vocabulary, reference_date=DATE)
    decided = Decided(ruleset, case, ReferenceEngine(ruleset).decide(case))
    assert grounds(Signal("een"), decided) == (frozenset({Ground("band", party="gemeente")}),)


def test_the_share_answered_settles_by_itself(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="aandeel_beantwoord(gemeente) >= 0,5")
    case = Partnership(DATE)
    decided = Decided(ruleset, case, ReferenceEngine(ruleset).decide(case))
    assert grounds(Signal("een"), decided) == (frozenset({Ground("gemeente", View.SHARE_ANSWERED)}),)


def test_the_least_of_all_parties_is_settled_by_all_where_it_is_high(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="laagste(steun) >= 3")
    high = {"steun": {"gemeente": 4, "migrantenorganisatie": 3}}
    case = Partnership.from_facts(high, ruleset.vocabulary, reference_date=DATE)
    decided = Decided(ruleset, case, ReferenceEngine(ruleset).decide(case))
    assert [slots_of(found) for found in grounds(Signal("een"), decided)] == [
        {("steun", "gemeente"), ("steun", "migrantenorganisatie")}
    ]


def test_more_sets_than_can_be_followed_leave_the_smallest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "MOST_SETS", 1)
    ruleset = small_ruleset(tmp_path, een="(mensen = 1 of veilig = ja) en cijfer = 1")
    case = Partnership.from_facts({"mensen": 2, "veilig": False, "cijfer": 2}, ruleset.vocabulary, reference_date=DATE)
    decided = Decided(ruleset, case, ReferenceEngine(ruleset).decide(case))
    assert [slots_of(found) for found in grounds(Signal("een"), decided)] == [{("cijfer", None)}]
