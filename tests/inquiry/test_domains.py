"""The answers that rules can tell apart."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from building import FACTS, rules, ruleset_from, small_ruleset
from samenwerkadvies import Ruleset
from samenwerkadvies.inquiry import domains as made
from samenwerkadvies.inquiry.domains import Domains

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
