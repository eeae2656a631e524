"""The answers that rules can tell apart."""

import datetime
import itertools
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import DECLARED, FACTS, rules, ruleset_from, small_ruleset
from random_rules import tree_of
from samenwerkadvies import Ruleset
from samenwerkadvies.grammar.typecheck import type_problems
from samenwerkadvies.inquiry import crossings as crossed
from samenwerkadvies.inquiry import domains as made
from samenwerkadvies.inquiry.domains import Domains
from samenwerkadvies.meaning import evaluate
from samenwerkadvies.meaning.elaborate import elaborated
from samenwerkadvies.vocabulary import Slot
from tried import tried

DATE = datetime.date(2026, 1, 31)


def domains_of(ruleset: Ruleset) -> Domains:
    return Domains(ruleset.vocabulary, ruleset.cores.values())


def test_days_are_told_apart_in_order_of_time(tmp_path: Path) -> None:
    ruleset = small_ruleset(
        tmp_path, een="maanden_sinds(start) > 12 of maanden_tot(start) >= 3", twee="maanden_sinds(start) <= 1"
    )
    days = domains_of(ruleset).at("start", DATE).answers
    assert len(days) == 4
    assert list(days) == sorted(days, key=str)


@pytest.mark.parametrize(("key", "place"), [("toekomst: nee, ", 0), ("", -1)])
def test_never_is_the_worst_of_past_days_and_the_best_of_days_to_come(tmp_path: Path, key: str, place: int) -> None:
    text = FACTS.replace("evaluatie: {soort: datum, ", f"evaluatie: {{soort: datum, {key}")
    ruleset = ruleset_from(tmp_path, text + rules(een="maanden_sinds(evaluatie) > 6", twee="evaluatie = nooit"))
    assert domains_of(ruleset).at("evaluatie", DATE).answers[place] == "nooit"


def test_never_that_no_rule_tells_apart_is_no_answer_of_its_own_among_past_days(tmp_path: Path) -> None:
    text = FACTS.replace("evaluatie: {soort: datum, ", "evaluatie: {soort: datum, toekomst: nee, ")
    ruleset = ruleset_from(tmp_path, text + rules(een="maanden_sinds(evaluatie) > 6"))
    domain = domains_of(ruleset).at("evaluatie", DATE)
    assert (len(domain.answers), domain.place("nooit")) == (2, domain.place(datetime.date(2020, 1, 1)))


def test_never_that_rules_take_for_an_early_day_still_comes_after_all_days_to_come(tmp_path: Path) -> None:
    domain = domains_of(small_ruleset(tmp_path, een="maanden_sinds(evaluatie) < 0")).at("evaluatie", DATE)
    assert (len(domain.answers), domain.answers[-1]) == (3, "nooit")


def test_the_same_sorts_on_another_day_have_the_same_number(tmp_path: Path) -> None:
    domains = domains_of(small_ruleset(tmp_path, een="maanden_sinds(start) > 6 of maanden_tot(start) > 6"))
    one, other = (domains.at("start", datetime.date(2026, month, 15)) for month in (3, 4))
    assert one.answers != other.answers
    assert one.serial == other.serial


def test_a_number_that_was_forgotten_does_not_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "_MOST_KEPT", 0)
    domains = domains_of(small_ruleset(tmp_path, een="verschil(jaren) >= 3"))
    serials = [domains.at("jaren", DATE, known).serial for known in ((), (("jaren", 40),), (), (("jaren", 50),))]
    assert len(set(serials)) == 4


def test_numbers_beside_each_other_are_told_apart_where_they_are_far_enough_apart(tmp_path: Path) -> None:
    domains = domains_of(small_ruleset(tmp_path, een="verschil(jaren) >= 3"))
    found: Any = domains.at("jaren", DATE, (("jaren", 40),)).answers
    assert {36, 37, 38, 40, 42, 43, 44} <= set(found)


MOST = 30
NUMBERS = (
    DECLARED
    + f"""bronnen: {{eigen: Eigen}}
feiten:
  a: {{soort: aantal, wie: samen, hoogstens: {MOST}, label: a, vraag: a?, eenheid: uur, zin: "er is {{aantal}} a"}}
  b: {{soort: aantal, wie: ieder, hoogstens: {MOST}, label: b, vraag: b?, eenheid: uur, zin: "er is {{aantal}} b"}}
"""
)
"""Facts of which every pair of answers can be tried."""


@st.composite
def limits(draw: st.DrawFn) -> list[str]:
    """Draw comparisons of two numbers: divided by each other, beside each other, and each by itself."""
    signs = st.sampled_from(["<", "<=", ">", ">=", "=", "!="])
    pairs = st.sampled_from(["a, gemeente(b)", "gemeente(b), a"])
    near = st.sampled_from(["0,27", "0,5", "0,9", "1", "1,05", "1,1", "2,4", "2,45", "2,5", "9,9", "10"])
    lines = draw(st.lists(st.builds("per({}) {} {}".format, pairs, signs, near), min_size=1, max_size=4))
    alone = st.builds("{} {} {}".format, st.sampled_from(["a", "gemeente(b)"]), signs, st.integers(1, 14))
    return lines + draw(st.lists(st.one_of(alone, st.builds("a {} gemeente(b)".format, signs)), max_size=2))


@tried(2)
@given(limits())
def test_however_close_two_quotients_are_there_are_numbers_that_tell_them_apart(lines: list[str]) -> None:
    assert_told_apart(lines, ("a", None), ("b", "gemeente"))


@pytest.mark.parametrize("far", ["<= 1", ">= 3", "= 4"])
def test_a_quotient_and_a_difference_of_the_same_two_are_told_apart(far: str) -> None:
    lines = [f"verschil(b) {far}", "per(gemeente(b), migrantenorganisatie(b)) < 1,5"]
    assert_told_apart(lines, ("b", "gemeente"), ("b", "migrantenorganisatie"))


def assert_told_apart(lines: list[str], one: Slot, other: Slot) -> None:
    """Hold that whatever two answers there can be, two of the domains come out the same."""
    with tempfile.TemporaryDirectory() as folder:
        vocabulary = ruleset_from(Path(folder), NUMBERS + rules(een="a > 0")).vocabulary
    trees = [tree_of(line, vocabulary) for line in lines]
    cores = [elaborated(tree, vocabulary) for tree in trees if not any(type_problems(tree, vocabulary))]
    tests, domains = [*map(evaluate.test_of, cores)], Domains(vocabulary, cores)

    def told(*pair: int) -> tuple[bool | None, ...]:
        return tuple(test(dict(zip((one, other), pair, strict=True)), DATE, {}) for test in tests)

    answers: Any = [domains.at(fact, DATE).answers for fact, _ in (one, other)]
    all_there_is = itertools.product(range(MOST + 1), repeat=2)
    assert {told(*pair) for pair in all_there_is} <= {told(*pair) for pair in itertools.product(*answers)}


def test_between_limits_that_are_too_close_to_look_in_between_a_number_further_on_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crossed, "_MOST_TRIED", 1)
    facts = NUMBERS.replace(str(MOST), "100000")
    domains = domains_of(
        ruleset_from(
            tmp_path,
            facts
            + rules(een="per(a, gemeente(b)) < 10", twee="per(a, gemeente(b)) > 9,9", drie="per(a, gemeente(b)) = 9,7"),
        )
    )
    found: Any = domains.at("b", DATE).answers
    assert max(found) < 100000
    assert any(10 * number - 1 > 99 * number // 10 for number in found)
