"""Two assessments beside each other, what if, and a series."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from building import FACTS, rules, ruleset_from, small_ruleset
from samenwerkadvies import (
    Adviser,
    Assessment,
    InvalidFactsError,
    Movement,
    Ruleset,
    Status,
    UsageError,
    compare,
    course,
    load_cases,
)
from samenwerkadvies.outputs import comparison_to_markdown, comparison_to_text, course_to_markdown, course_to_text

ROOT = Path(__file__).parents[2]
DATE = "2026-01-31"
LATER = "2027-01-31"

CONDITION = """\
voorwaarde: {nummer: 1, id: steun, titel: Steun, kort: steun, uitleg: Er is steun.}
"""


@pytest.fixture
def adviser(tmp_path: Path) -> Adviser:
    text = (
        CONDITION
        + FACTS
        + rules(
            weinig="mensen <= 1",
            samen="signaal(weinig) en veilig = nee",
            sfeer="cijfer <= 2",
            sterk="cijfer = 5",
        )
    )
    text = text.replace("als: 'cijfer = 5'\n    ernst: midden", "als: 'cijfer = 5'\n    ernst: sterk")
    for rule in ("weinig", "samen", "sfeer", "sterk"):
        text = text.replace(f"  {rule}:\n", f"  {rule}:\n    toelichting: eigen\n")
        text = text.replace("bevinding: Er is iets gevonden.", f"bevinding: Dit is {rule}.", 1)
    return Adviser(ruleset_from(tmp_path, text))


def moved(adviser: Adviser, before: dict[str, object], after: dict[str, object]) -> dict[str, str]:
    found = adviser.compare(adviser.assess(before, DATE), adviser.assess(after, LATER))
    return {each.rule: each.movement.value for each in found.findings}


def test_a_partnership_compared_with_itself_shows_no_change(shipped: Ruleset) -> None:
    adviser = Adviser(shipped)
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        (case,) = load_cases(path, shipped.vocabulary)
        found = adviser.compare(case, case)
        assert found.is_empty
        assert {each.movement for each in (*found.findings, *found.conditions)} == {Movement.UNCHANGED}
        assert "Er is niets veranderd." in comparison_to_text(found)


def test_findings_come_and_go(adviser: Adviser) -> None:
    assert moved(adviser, {"mensen": 3, "veilig": True}, {"mensen": 1, "veilig": True}) == {"weinig": "new"}
    assert moved(adviser, {"mensen": 1}, {"mensen": 3}) == {"weinig": "resolved"}
    assert moved(adviser, {"mensen": 1}, {}) == {"weinig": "no_longer_known"}
    assert moved(adviser, {}, {"mensen": 1}) == {"weinig": "new"}
    assert moved(adviser, {}, {"mensen": 3}) == {}
    assert moved(adviser, {"mensen": 3}, {}) == {"weinig": "no_longer_known", "samen": "no_longer_known"}


def test_what_comes_on_top_of_a_finding_is_worse_and_what_goes_from_above_it_better(adviser: Adviser) -> None:
    light, heavy = {"mensen": 1, "veilig": True}, {"mensen": 1, "veilig": False}
    assert moved(adviser, light, heavy) == {"samen": "worse", "weinig": "unchanged"}
    assert moved(adviser, heavy, light) == {"weinig": "unchanged", "samen": "better"}


def test_a_strength_that_comes_is_better_and_one_that_goes_is_worse(adviser: Adviser) -> None:
    assert moved(adviser, {"cijfer": 3}, {"cijfer": 5}) == {"sterk": "better"}
    assert moved(adviser, {"cijfer": 5}, {"cijfer": 3}) == {"sterk": "worse"}


def test_conditions_move(adviser: Adviser) -> None:
    whole = {"mensen": 3, "veilig": True, "cijfer": 3}

    def movement(before: dict[str, object], after: dict[str, object]) -> Movement:
        (found,) = adviser.compare(adviser.assess(before, DATE), adviser.assess(after, LATER)).conditions
        return found.movement

    assert movement(whole, {**whole, "mensen": 1}) is Movement.WORSE
    assert movement({**whole, "mensen": 1}, whole) is Movement.BETTER
    assert movement({}, whole) is Movement.NOW_KNOWN
    assert movement(whole, {}) is Movement.NO_LONGER_KNOWN
    assert movement(whole, {**whole, "cijfer": 4}) is Movement.UNCHANGED


def test_what_if_compares_a_partnership_with_itself_changed(adviser: Adviser) -> None:
    facts = {"mensen": 1, "veilig": False, "steun": {"gemeente": 1, "migrantenorganisatie": 2}}
    found = adviser.what_if(facts, {"mensen": 2, "steun": {"gemeente": None}, "veilig": None}, DATE)
    assert {each.rule: each.movement.value for each in found.findings} == {"weinig": "resolved", "samen": "resolved"}
    assert adviser.what_if(facts, {}, DATE).is_empty
    with pytest.raises(InvalidFactsError, match=r"wijzigingen\.mensn"):
        adviser.what_if(facts, {"mensn": 2}, DATE)


def test_texts_tell_each_sort_of_change(adviser: Adviser) -> None:
    before = adviser.assess({"mensen": 1, "veilig": False}, DATE)
    after = adviser.assess({"mensen": 1, "veilig": True, "cijfer": 1}, LATER)
    assert comparison_to_text(compare(before, after)) == (
        "Wat er is veranderd voor een samenwerking\n"
        "Van 31 januari 2026 naar 31 januari 2027\n"
        "\n"
        "NIEUW\n"
        "- Dit is sfeer. (was nog niet bekend)\n"
        "\n"
        "BETER\n"
        "- Dit is niet meer zo: Dit is samen.\n"
        "\n"
        "1 punt is hetzelfde gebleven.\n"
    )
    assert comparison_to_markdown(compare(after, before)) == (
        "# Wat er is veranderd voor een samenwerking\n"
        "\n"
        "Van 31 januari 2027 naar 31 januari 2026\n"
        "\n"
        "## Slechter\n"
        "\n"
        "- Dit is samen.\n"
        "\n"
        "## Niet meer bekend\n"
        "\n"
        "- Dit is sfeer.\n"
        "- Over 1 punt is nu niet meer bekend of het speelt.\n"
        "\n"
        "1 punt is hetzelfde gebleven.\n"
    )


def test_conditions_that_moved_stand_in_the_text(adviser: Adviser) -> None:
    found = adviser.what_if({"mensen": 3, "veilig": True, "cijfer": 3}, {"mensen": 1}, DATE)
    assert comparison_to_text(found).endswith("VOORWAARDEN DIE ANDERS STAAN\n- 1. steun: in orde → aandacht\n")


def test_a_comparison_is_plain_values_too(adviser: Adviser) -> None:
    found = adviser.what_if({"mensen": 1}, {"mensen": 2}, DATE).to_dict()
    assert json.loads(json.dumps(found)) == found
    assert found["is_empty"] is False
    assert found["findings"] == [
        {"rule": "weinig", "movement": "resolved", "finding": "Dit is weinig.", "before": True, "after": False}
    ]


def test_a_series_tells_the_course_of_each_condition(adviser: Adviser) -> None:
    whole = {"mensen": 3, "veilig": True, "cijfer": 3}
    cases = [({**whole, "mensen": 1}, DATE), (whole, LATER), (whole, "2028-01-31")]
    found = course([adviser.assess(*case) for case in cases])
    assert [each.statuses for each in found.conditions] == [(Status.ATTENTION, Status.IN_ORDER, Status.IN_ORDER)]
    assert course_to_text(found, "nl") == (
        "Het verloop van een samenwerking\n"
        "\n"
        "   Voorwaarde  2026-01-31   2027-01-31  2028-01-31\n"
        "1  steun       !  aandacht  ok in orde  ok in orde\n"
        "\n"
        "VAN 31 JANUARI 2026 NAAR 31 JANUARI 2027\n"
        "\n"
        "OPGELOST\n"
        "- Dit is weinig.\n"
        "\n"
        "VOORWAARDEN DIE ANDERS STAAN\n"
        "- 1. steun: aandacht → in orde\n"
        "\n"
        "VAN 31 JANUARI 2027 NAAR 31 JANUARI 2028\n"
        "- Er is niets veranderd.\n"
    )
    assert "| 1 | steun | ! aandacht | ok in orde | ok in orde |" in course_to_markdown(found, "nl")
    assert json.loads(json.dumps(found.to_dict())) == found.to_dict()
    with pytest.raises(UsageError, match="at least two"):
        course([adviser.assess(whole, DATE)])


def test_other_rules_are_refused_unless_the_facts_are_assessed_anew(adviser: Adviser, tmp_path: Path) -> None:
    (tmp_path / "nieuw").mkdir()
    newer = Adviser(small_ruleset(tmp_path / "nieuw", weinig="mensen <= 2"))
    before = Assessment.from_json(adviser.assess({"mensen": 2, "steun": {"gemeente": 4}}, DATE).to_json())
    after = newer.assess({"mensen": 3}, LATER)
    with pytest.raises(UsageError, match="assessed by different rules"):
        newer.compare(before, after)
    found = newer.compare(before, after, reassess=True)
    assert [(each.rule, each.movement) for each in found.findings] == [("weinig", Movement.RESOLVED)]
    assert newer.reassessed(after) is after


def test_facts_that_few_gave_cannot_be_assessed_anew(adviser: Adviser, tmp_path: Path) -> None:
    (tmp_path / "nieuw").mkdir()
    newer = Adviser(small_ruleset(tmp_path / "nieuw", weinig="mensen <= 2"))
    case = {"peildatum": DATE, "feiten": {}, "respondenten": {"gemeente": [{"steun": 2}]}}
    with pytest.raises(UsageError, match="use the case itself"):
        newer.compare(adviser.assess(case), newer.assess(case), reassess=True)


def test_different_languages_are_refused(adviser: Adviser) -> None:
    found = adviser.assess({}, DATE)
    with pytest.raises(UsageError, match="different languages"):
        compare(found, replace(found, language="en"))
