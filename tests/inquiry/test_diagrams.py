"""Decision diagrams: when they are given up, and what two that are alike have in common."""

from pathlib import Path

import pytest

from building import small_ruleset
from samenwerkadvies import Partnership
from samenwerkadvies.inquiry import diagrams as made
from samenwerkadvies.inquiry import nodes
from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError
from samenwerkadvies.inquiry.nodes import can_fail_beside


def test_answers_that_can_be_counted_in_too_many_ways_are_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruleset = small_ruleset(tmp_path, een="aandeel_beantwoord(gemeente) >= 1")
    diagrams = Diagrams(ruleset)
    situation = diagrams.situation(Partnership.from_facts({}, ruleset.vocabulary, reference_date="2026-01-31"))
    monkeypatch.setattr(made, "MOST_NODES", 3)
    with pytest.raises(TooLargeError):
        diagrams.of(ruleset.cores["een"], situation)


def test_a_rule_that_uses_one_about_numbers_beside_each_other_comes_out_by_both(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="verschil(jaren) >= 2", twee="signaal(een) en veilig = nee")
    diagrams = Diagrams(ruleset)
    for years, outcome in ((3, True), (2, False)):
        facts = {"jaren": {"gemeente": 1, "migrantenorganisatie": years}, "veilig": False}
        case = Partnership.from_facts(facts, ruleset.vocabulary, reference_date="2026-01-31")
        assert diagrams.outcome(ruleset.cores["twee"], diagrams.situation(case)) is outcome


def test_what_takes_too_many_steps_to_compare_is_not_called_implied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruleset = small_ruleset(tmp_path, een="mensen <= 1", twee="mensen <= 2")
    diagrams = Diagrams(ruleset)
    situation = diagrams.situation(Partnership.from_facts({}, ruleset.vocabulary, reference_date="2026-01-31"))
    few, more = (diagrams.of(core, situation) for core in ruleset.cores.values())
    assert (can_fail_beside(few, more), can_fail_beside(more, few)) == (False, True)
    monkeypatch.setattr(nodes, "MOST_STEPS", 0)
    assert can_fail_beside(few, more)


def test_a_diagram_is_the_same_on_days_that_no_rule_tells_apart(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="maanden_sinds(start) > 6 en mensen <= 2")
    diagrams = Diagrams(ruleset)
    one, other = (
        diagrams.of(
            ruleset.cores["een"], diagrams.situation(Partnership.from_facts({}, ruleset.vocabulary, reference_date=day))
        )
        for day in ("2026-03-15", "2026-05-20")
    )
    assert one is other
