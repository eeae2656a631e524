"""Several people of one party: put together, their spread kept, and few of them never shown."""

import json
from pathlib import Path

import pytest

from building import FACTS, rules, ruleset_from
from samenwerkadvies import Adviser, InvalidFactsError, Partnership, respondents
from samenwerkadvies.errors import MOST_PROBLEMS
from samenwerkadvies.outputs import comparison_to_text, explain_outcome, to_markdown, to_text
from samenwerkadvies.vocabulary import Answer

DATE = "2026-01-31"


@pytest.fixture
def adviser(tmp_path: Path) -> Adviser:
    text = FACTS.replace("moed: {soort", "moed: {samenvoegen: laagste, soort")
    text = text.replace("jaren: {soort", "jaren: {samenvoegen: hoogste, verdeeld_vanaf: 4, soort")
    text = text.replace(
        "gemiddelden:",
        """\
  klaar: {soort: ja_nee, wie: ieder, samenvoegen: alle_ja, label: af, vraag: Is het af?, ja: het is af, nee: niet af}
  rol:
    soort: keuze
    wie: ieder
    label: de rol
    vraag: Welke rol?
    opties:
      klein: {label: klein, zin: de rol is klein, niet: de rol is niet klein}
      groot: {label: groot, zin: de rol is groot, niet: de rol is niet groot}
gemiddelden:""",
    )
    return Adviser(
        ruleset_from(
            tmp_path,
            text
            + rules(een="laagste(steun) <= 2", twee="laagste(band) <= 2", drie="hoogste(steun) >= 2 en veilig = ja"),
        )
    )


def case(**people: list[dict[str, Answer]]) -> dict[str, object]:
    return {"naam": "Proef", "peildatum": DATE, "feiten": {"mensen": 3}, "respondenten": people}


def combined(adviser: Adviser, fact: str, *answers: Answer) -> Answer | None:
    people = [{fact: answer} for answer in answers]
    return adviser.partnership(case(gemeente=people)).answer(fact, "gemeente")


def test_answers_are_put_together_by_the_policy_of_the_fact(adviser: Adviser) -> None:
    assert combined(adviser, "steun", 5, 1, 4) == 4
    assert combined(adviser, "steun", 5, 1, 4, 2) == 2
    assert combined(adviser, "moed", 5, 1, 4) == 1
    assert combined(adviser, "jaren", 5, 1, 4) == 5
    assert combined(adviser, "pijn", False, True, False) is True
    assert combined(adviser, "klaar", False, True, True) is False
    assert combined(adviser, "rol", "groot", "klein", "groot") == "groot"


def test_the_spread_is_shown_and_people_who_lie_far_apart_are_called_divided(adviser: Adviser) -> None:
    people: list[dict[str, Answer]] = [
        {"steun": 1, "moed": 2, "jaren": 1, "pijn": True, "rol": "klein"},
        {"steun": 5, "moed": 3, "jaren": 5, "pijn": False, "rol": "groot"},
        {"steun": 3, "moed": 4, "jaren": 2, "pijn": False, "rol": "groot"},
        {"steun": 3, "moed": 4, "jaren": 2, "pijn": True, "rol": "groot"},
    ]
    assessment = adviser.assess(case(migrantenorganisatie=people))
    found = {each.fact: (each.lowest, each.highest, each.is_divided) for each in assessment.respondents}
    assert found == {
        "steun": (1, 5, True),
        "moed": (2, 4, False),
        "jaren": (1, 5, True),
        "pijn": (False, True, True),
        "rol": ("klein", "groot", False),
    }
    told = to_text(assessment)
    assert "BINNEN ÉÉN PARTIJ" in told
    assert "4 mensen van de migrantenorganisatie zijn verdeeld over de steun: hun antwoorden lopen van 1 tot 5." in (
        " ".join(told.split())
    )
    assert "- 4 mensen van de migrantenorganisatie zijn verdeeld over de pijn." in told
    assert "## Binnen één partij" in to_markdown(assessment)


def test_the_answers_of_fewer_than_three_people_are_in_no_output(adviser: Adviser) -> None:
    few = case(
        gemeente=[{"steun": 2, "moed": 1}, {"steun": 1, "moed": 1}],
        migrantenorganisatie=[{"steun": 4}, {"steun": 4}, {"steun": 5}],
    )
    assessment = adviser.assess(few, thinking_along=True)
    assert assessment.findings == ("een", "twee")
    assert "gemeente" not in str(assessment.facts)
    reasons = {advice.rule: advice.because[0] for advice in assessment.advice}
    assert reasons["een"].text == (
        "de migrantenorganisatie geeft een 4 voor de steun en de gemeente heeft antwoord gegeven over de steun"
    )
    assert reasons["een"].value == {"migrantenorganisatie": 4}
    assert reasons["twee"].text == "de gemeente heeft antwoord gegeven over de band"
    assert reasons["twee"].value is None
    outputs = [
        assessment.to_json(indent=2),
        to_text(assessment),
        to_markdown(assessment),
        json.dumps(adviser.why(few, "een").to_dict()),
        explain_outcome(adviser.why(few, "een"), adviser.why_not(few, "een"), "Proef", adviser.ruleset, "nl"),
        comparison_to_text(adviser.what_if(few, {"veilig": True})),
    ]
    assert [text for text in outputs if "de gemeente geeft" in text] == []
    assert [text for text in outputs if '"gemeente": 1' in text or '"gemeente": 2' in text] == []
    assert "Van de gemeente gaven minder dan 3 mensen antwoord." in " ".join(to_text(assessment).split())
    assert [
        (each.lowest, each.highest, each.is_divided) for each in assessment.respondents if each.party == "gemeente"
    ] == ([(None, None, False)] * 2)
    why_not = adviser.why_not({**few, "feiten": {"veilig": False}}, "drie")
    assert why_not.outcome is False


def test_the_original_answers_are_never_lost(adviser: Adviser) -> None:
    people = case(gemeente=[{"steun": 2}, {"moed": 4}, {}], migrantenorganisatie=[{"pijn": True}])
    partnership = adviser.partnership(people)
    assert partnership.to_case() == people
    assert Partnership.from_case(partnership.to_case(), adviser.ruleset.vocabulary) == partnership
    later = adviser.partnership(partnership, "2027-01-31")
    assert later.to_case() == {**people, "peildatum": "2027-01-31"}


def test_a_changed_answer_takes_the_place_of_those_of_the_people(adviser: Adviser) -> None:
    partnership = adviser.partnership(case(gemeente=[{"steun": 2, "moed": 3}]))
    changed = partnership.changed({("steun", "gemeente"): 5})
    assert changed.to_case() == {
        "naam": "Proef",
        "peildatum": DATE,
        "feiten": {"mensen": 3, "steun": {"gemeente": 5}},
        "respondenten": {"gemeente": [{"moed": 3}]},
    }
    assert changed.hidden == {("moed", "gemeente")}


def test_one_party_may_answer_by_its_people_and_the_other_as_one(adviser: Adviser) -> None:
    mixed = {**case(gemeente=[{"steun": 5}]), "feiten": {"steun": {"migrantenorganisatie": 1}}}
    assert adviser.partnership(mixed).answers["steun"] == {"gemeente": 5, "migrantenorganisatie": 1}


def test_what_is_wrong_with_one_person_is_told_within_bounds(adviser: Adviser) -> None:
    answers: dict[str, Answer] = {f"x{number}": 1 for number in range(3 * MOST_PROBLEMS)}
    with pytest.raises(InvalidFactsError) as raised:
        adviser.partnership(case(gemeente=[answers, answers]))
    assert len(raised.value.problems) <= MOST_PROBLEMS + 1


def test_shared_facts_that_one_person_answers_are_told_within_bounds(
    adviser: Adviser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(respondents, "MOST_PROBLEMS", 2)
    with pytest.raises(InvalidFactsError) as raised:
        adviser.partnership(case(gemeente=[{"veilig": True, "mensen": 1, "cijfer": 2, "vorm": "geen"}]))
    assert len(raised.value.problems) == 2
