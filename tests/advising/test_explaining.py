"""Why a rule comes out as it does, and what keeps it from holding."""

import json
from pathlib import Path

import pytest

from building import small_ruleset
from samenwerkadvies import Adviser, Part, UsageError
from samenwerkadvies.outputs import explain_outcome

DATE = "2026-01-31"


@pytest.fixture
def adviser(tmp_path: Path) -> Adviser:
    return Adviser(
        small_ruleset(
            tmp_path,
            een="mensen <= 1 of laagste(steun) <= 2",
            twee="signaal(een) en niet signaal(drie) en (veilig = nee of cijfer = 1)",
            drie="vorm = geen",
            vier="niet bekend(mensen) en aandeel_beantwoord(gemeente) >= 0,5",
        )
    )


FACTS = {"mensen": 3, "steun": {"gemeente": 4, "migrantenorganisatie": 3}, "veilig": False, "vorm": "papier"}


def flat(part: Part) -> list[tuple[str, bool | None]]:
    return [(part.text, part.outcome), *(line for inner in part.parts for line in flat(inner))]


def test_the_tree_has_the_shape_of_the_rule_with_every_outcome_and_fact(adviser: Adviser) -> None:
    tree = adviser.why(FACTS, "twee", DATE)
    assert (tree.rule, tree.outcome) == ("twee", False)
    (whole,) = tree.parts
    first, second, third = whole.parts
    assert (whole.joined, whole.outcome) == ("and", False)
    assert (first.rule, first.outcome, first.negated) == ("een", False, False)
    assert (second.rule, second.outcome, second.negated) == ("drie", True, True)
    assert flat(second)[1:] == [("er is niets afgesproken", False)]
    assert (third.joined, third.outcome) == ("or", True)
    known = third.parts[0].known
    assert known is not None
    assert (known.text, known.fact, known.value) == ("het is niet veilig", "veilig", False)
    assert third.parts[1].outcome is None


def test_why_not_names_the_smallest_sets_of_facts(adviser: Adviser) -> None:
    found = adviser.why_not(FACTS, "twee", DATE)
    assert found.outcome is False
    assert [[fact.text for fact in kept] for kept in found.kept_by] == [
        [
            "er zijn 3 mensen",
            "de gemeente geeft een 4 voor de steun",
            "de migrantenorganisatie geeft een 3 voor de steun",
        ]
    ]
    assert found.waits_for == ()


def test_the_absence_of_an_answer_and_the_share_answered_can_keep_a_rule_from_holding(adviser: Adviser) -> None:
    found = adviser.why_not({"mensen": 3}, "vier", DATE)
    assert [[fact.text for fact in kept] for kept in found.kept_by] == [
        ["er zijn 3 mensen"],
        ["de gemeente beantwoordt 0% van de vragen die aan beide partijen zijn gesteld"],
    ]


def test_an_undecided_rule_waits_for_answers_and_one_that_holds_for_nothing(adviser: Adviser) -> None:
    found = adviser.why_not({"mensen": 3, "steun": {"gemeente": 4}}, "een", DATE)
    assert (found.outcome, found.kept_by) == (None, ())
    assert [(question.fact, question.party) for question in found.waits_for] == [("steun", "migrantenorganisatie")]
    found = adviser.why_not({"mensen": 1}, "een", DATE)
    assert (found.outcome, found.kept_by, found.waits_for) == (True, (), ())


def test_an_unknown_rule_gets_a_suggestion(adviser: Adviser) -> None:
    for ask in (adviser.why, adviser.why_not):
        with pytest.raises(UsageError, match="unknown rule 'dri': did you mean 'drie'"):
            ask(FACTS, "dri", DATE)
        with pytest.raises(UsageError, match=r"unknown rule 'zomaar'$"):
            ask(FACTS, "zomaar", DATE)


def test_an_explanation_is_plain_values_too(adviser: Adviser) -> None:
    for found in (adviser.why(FACTS, "twee", DATE).to_dict(), adviser.why_not(FACTS, "twee", DATE).to_dict()):
        assert json.loads(json.dumps(found)) == found


def test_the_text_shows_each_part_with_its_outcome(adviser: Adviser) -> None:
    facts = {**FACTS, "steun": {"gemeente": 4}}
    assert explain_outcome(
        adviser.why(facts, "een", DATE), adviser.why_not(facts, "een", DATE), "", adviser.ruleset, "nl"
    ) == (
        "In een samenwerking: nog niet bekend of deze regel geldt.\n"
        "\n"
        "Deel voor deel:\n"
        "  ?    één van deze dingen:\n"
        "    nee  er is hoogstens 1 mens\n"
        "         (er zijn 3 mensen)\n"
        "    ?    minstens één partij geeft hoogstens een 2 voor de steun\n"
        "\n"
        "Deze antwoorden zijn nodig:\n"
        "  - Hoe is de steun? (migrantenorganisatie)\n"
    )
    told = explain_outcome(
        adviser.why(FACTS, "een", DATE), adviser.why_not(FACTS, "een", DATE), "Proef", adviser.ruleset, "nl"
    )
    assert told.startswith("In Proef: deze regel geldt niet.\n")
    assert "Dit is genoeg om de regel niet te laten gelden:\n  - Er zijn 3 mensen, én de gemeente geeft een 4" in told
