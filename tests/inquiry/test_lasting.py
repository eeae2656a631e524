"""Rules that can hold where nothing is left to make better."""

from pathlib import Path

import attrs
import pytest

from building import FACTS, rules, ruleset_from, small_ruleset
from samenwerkadvies import Ruleset
from samenwerkadvies.inquiry import diagrams
from samenwerkadvies.inquiry.lasting import lasting

FIXED = (
    FACTS.replace("mensen: {soort", "mensen: {vast: ja, soort").replace("beter: ja, ", "").replace("beter: nee, ", "")
)
"""The number of people is as it is, and of what is safe or hurts nobody said what is better."""


@pytest.mark.parametrize(
    ("expression", "lasts"),
    [
        ("mensen <= 1", True),
        ("niet bekend(mensen)", True),
        ("bekend(mensen)", True),
        ("mensen <= 1 en cijfer <= 2", False),
        ("mensen <= 1 of cijfer <= 2", True),
        ("cijfer >= 4", True),
        ("veilig = nee", True),
        ("niet bekend(veilig)", False),
        ("veilig = nee en vorm = geen", False),
        ("vorm = mondeling", False),
        ("vorm = papier", True),
        ("procent >= 80", False),
        ("een_van_beide(pijn) = ja", True),
        ("verschil(steun) >= 2", False),
        ("verschil(jaren) >= 2", False),
        ("laagste(band) <= 2,5", False),
        ("aandeel_beantwoord(gemeente) < 0,5", False),
        ("maanden_sinds(start) >= 3", True),
        ("maanden_tot(start) >= 3", False),
        ("evaluatie != nooit", False),
        ("signaal(weinig) en cijfer <= 2", False),
        ("signaal(weinig) of cijfer <= 2", True),
        ("signaal(weet) en veilig = nee", True),
    ],
)
def test_a_rule_lasts_where_all_is_at_its_best_and_it_holds(tmp_path: Path, expression: str, *, lasts: bool) -> None:
    ruleset = ruleset_from(tmp_path, FIXED + rules(een=expression, weinig="mensen <= 1", weet="bekend(mensen)"))
    assert ("een" in lasting(ruleset)) is lasts


def test_what_is_too_large_to_work_out_is_not_called_lasting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ruleset = ruleset_from(tmp_path, FIXED + rules(een="mensen <= 1 of veilig = nee"))
    assert list(lasting(ruleset)) == ["een"]
    monkeypatch.setattr(diagrams, "MOST_NODES", 0)
    assert list(lasting(attrs.evolve(ruleset))) == []


def test_a_strength_may_last(tmp_path: Path) -> None:
    text = (FACTS + rules(een="cijfer = 5")).replace("ernst: midden", "ernst: sterk")
    assert list(lasting(ruleset_from(tmp_path, text))) == []


def test_only_decisions_and_the_past_cannot_be_changed_in_the_shipped_rules(shipped: Ruleset) -> None:
    found = list(lasting(shipped))
    assert sorted(found) == ["geld_krimpt", "let_op_redelijke_termijn", "start_vanuit_incident"]
    assert all(shipped.rules[rule].texts[language].no_way_out for rule in found for language in shipped.languages)


def test_a_reason_is_enough_for_the_check(tmp_path: Path) -> None:
    text = FIXED + rules(een="mensen <= 1")
    assert [warning.code for warning in ruleset_from(tmp_path, text).warnings] == ["LET04"]
    assert ruleset_from(tmp_path, text + "    geen_uitweg: Zo is het.\n").warnings == ()
    assert small_ruleset(tmp_path, een="mensen <= 1").warnings == ()
