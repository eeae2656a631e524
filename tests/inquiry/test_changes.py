"""What would make a rule go away: sound, complete, and in people's hands."""

import datetime
import re
import tempfile
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import FACTS, rules, ruleset_from, small_ruleset
from random_rules import expression_sets, facts_of, ruleset_of
from samenwerkadvies import (
    Advice,
    Adviser,
    Movement,
    Partnership,
    Ruleset,
    Severity,
    Status,
    Vocabulary,
    load_cases,
    load_ruleset,
)
from samenwerkadvies.advising import remedies
from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.facts import is_better
from samenwerkadvies.grammar.tree import Expression, Not, Signal
from samenwerkadvies.inquiry import diagrams as made
from samenwerkadvies.inquiry import nearest as met
from samenwerkadvies.inquiry import parts as parted
from samenwerkadvies.inquiry import requirements as required
from samenwerkadvies.inquiry.changes import Search
from samenwerkadvies.inquiry.diagrams import Diagrams
from samenwerkadvies.inquiry.lookers import Lookers
from samenwerkadvies.meaning.evaluate import evaluate
from samenwerkadvies.vocabulary import Answer, Slot
from tried import tried

DATE = datetime.date(2026, 1, 31)
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return ruleset_of(tmp_path_factory.mktemp("regels"), {"een": "mensen = 1"}).vocabulary


@attrs.frozen
class Way:
    """A way, with the answers by their slot."""

    requirements: tuple[Expression, ...]
    answers: tuple[tuple[Slot, Answer], ...]


def ways(wanted: Expression, case: Partnership, ruleset: Ruleset) -> list[Way]:
    diagrams = Diagrams(ruleset)
    search = Search(diagrams)
    situation = diagrams.situation(case)
    found = search.ways(search.goal(wanted), situation)
    return [
        Way(
            tuple(requirement.said for requirement in way.requirements),
            tuple(diagrams.situations.answers(diagrams.situations.whole(situation, way.changes))),
        )
        for way in found
    ]


def resolving(rule: str, case: Partnership, ruleset: Ruleset) -> list[Way]:
    return ways(Not(Signal(rule)), case, ruleset)


@tried(1.5)
@given(data=st.data())
def test_every_way_resolves_the_rule_and_whatever_resolves_it_goes_one_of_the_ways(vocabulary: Any, data: Any) -> None:
    expressions = dict(list(data.draw(expression_sets(vocabulary)).items())[:4])
    with tempfile.TemporaryDirectory() as folder:
        ruleset = ruleset_of(Path(folder), expressions)
    engine = ReferenceEngine(ruleset)
    case = Partnership.from_facts(data.draw(facts_of(vocabulary)), vocabulary, reference_date=DATE)
    other = Partnership.from_facts(data.draw(facts_of(vocabulary)), vocabulary, reference_date=DATE)
    better = [slot for slot in sorted(other.slots(), key=str) if is_no_worse(vocabulary, slot, other, case)]
    moved = data.draw(st.sets(st.sampled_from(better))) if better else set()
    changed = case.changed({slot: other.answer(*slot) for slot in moved})
    for rule, outcome in engine.decide(case).items():
        if outcome:
            found = resolving(rule, case, ruleset)
            for way in found:
                assert engine.decide(case.changed(dict(way.answers)))[rule] is False
            if engine.decide(changed)[rule] is False:
                decided = engine.decide(changed)
                assert any(
                    all(evaluate(part, changed, vocabulary, decided) for part in way.requirements) for way in found
                )


@tried(1)
@given(data=st.data())
def test_no_rule_begins_to_hold_that_does_not_look_for_better_answers(vocabulary: Any, data: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ruleset = ruleset_of(Path(folder), data.draw(expression_sets(vocabulary)))
    engine, diagrams = ReferenceEngine(ruleset), Diagrams(ruleset)
    case = Partnership.from_facts(data.draw(facts_of(vocabulary)), vocabulary, reference_date=DATE)
    other = Partnership.from_facts(data.draw(facts_of(vocabulary)), vocabulary, reference_date=DATE)
    better = [slot for slot in sorted(other.slots(), key=str) if is_no_worse(vocabulary, slot, other, case)]
    changed = case.changed({slot: other.answer(*slot) for slot in better})
    before, after = (engine.decide(found) for found in (case, changed))
    changes = [
        (diagrams.situations.positions[slot], answer)
        for slot, answer in changed.known.items()
        if answer != case.known.get(slot)
    ]
    lookers = Lookers(diagrams)
    begun = {rule for rule in ruleset.rules if after[rule] and not before[rule]}
    assert begun <= {*lookers.names(lookers.of(changes, diagrams.situation(case)))}


def test_a_rule_whose_limits_are_left_behind_is_not_looked_into(tmp_path: Path) -> None:
    lines = {"een": "mensen <= 1 en veilig = nee", "twee": "signaal(een) of niet (cijfer <= 2)", "drie": "mensen = 3"}
    ruleset = small_ruleset(tmp_path, **lines)
    diagrams = Diagrams(ruleset)
    lookers, places = Lookers(diagrams), diagrams.situations.positions
    case = Partnership.from_facts({"mensen": 0, "cijfer": 1}, ruleset.vocabulary, reference_date=DATE)

    def found(fact: str, answer: Answer) -> list[str]:
        return [*lookers.names(lookers.of([(places[fact, None], answer)], diagrams.situation(case)))]

    assert (found("mensen", 3), found("cijfer", 3), found("veilig", False)) == (["drie"], ["twee"], ["een", "twee"])


def is_no_worse(vocabulary: Any, slot: Slot, now: Partnership, before: Partnership) -> bool:
    parts = [part for part, question in vocabulary.questions.items() if question == slot]
    each = ((vocabulary.parts[part[0]], now.known[part], before.known.get(part)) for part in parts)
    return all(answer == known or is_better(fact, answer, known) for fact, answer, known in each)


def answers(way: Way) -> dict[str, object]:
    return {f"{fact}.{party}" if party else fact: answer for (fact, party), answer in way.answers}


def test_ways_come_smallest_first_and_stay_near_to_what_is_so(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="signaal(twee) en procent >= 80", twee="laagste(steun) <= 2 of mensen <= 1")
    facts = {"steun": {"gemeente": 1, "migrantenorganisatie": 4}, "mensen": 0, "procent": 95}
    case = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DATE)
    assert [answers(way) for way in resolving("een", case, ruleset)] == [
        {"procent": 79},
        {"mensen": 2, "steun.gemeente": 3},
    ]


def test_of_numbers_beside_each_other_only_that_changes_which_must(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="laagste(jaren) <= 3", twee="verschil(jaren) >= 2")
    facts = {"jaren": {"gemeente": 1, "migrantenorganisatie": 5}}
    case = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DATE)
    assert [answers(way) for way in resolving("een", case, ruleset)] == [{"jaren.gemeente": 4}]
    assert [answers(way) for way in resolving("twee", case, ruleset)] == [{"jaren.gemeente": 4}]


def test_what_is_so_already_needs_no_way(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="mensen <= 1 en (cijfer <= 2 of veilig = nee)")
    case = Partnership.from_facts({"mensen": 3}, ruleset.vocabulary, reference_date=DATE)
    assert resolving("een", case, ruleset) == []


def test_requirements_that_others_imply_are_left_out(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="mensen <= 1 of mensen <= 3 of mensen < 2", twee="cijfer <= 2 en cijfer < 3")
    case = Partnership.from_facts({"mensen": 0, "cijfer": 1}, ruleset.vocabulary, reference_date=DATE)
    (way,) = resolving("een", case, ruleset)
    assert (len(way.requirements), answers(way)) == (1, {"mensen": 4})
    (way,) = resolving("twee", case, ruleset)
    assert (len(way.requirements), answers(way)) == (1, {"cijfer": 3})


def test_a_fact_that_nobody_can_change_stays_as_it_is(tmp_path: Path) -> None:
    text = FACTS.replace("mensen: {soort", "mensen: {vast: ja, soort")
    ruleset = ruleset_from(tmp_path, text + rules(een="mensen <= 1 en cijfer <= 2", twee="mensen <= 1"))
    case = Partnership.from_facts({"mensen": 0, "cijfer": 1}, ruleset.vocabulary, reference_date=DATE)
    assert [answers(way) for way in resolving("een", case, ruleset)] == [{"cijfer": 3}]
    assert resolving("twee", case, ruleset) == []


def told(folder: Path, expression: str, better: dict[str, str], **facts: object) -> list[str]:
    """Return the ways out of a rule in words, where facts say what is better."""
    text = re.sub(r"beter: \w+, |    beter: .*\n", "", FACTS)
    for fact, way in better.items():
        text = text.replace(f"  {fact}: {{soort", f"  {fact}: {{beter: {way}, soort")
        text = text.replace(f"  {fact}:\n    soort", f"  {fact}:\n    beter: {way}\n    soort")
    ruleset = ruleset_from(folder, text + rules(een=expression))
    (advice,) = Adviser(ruleset, "reference").assess(facts, DATE, thinking_along=True).advice
    return [" en ".join(change.when) for change in advice.resolved_when]


@pytest.mark.parametrize(("expression", "better", "facts", "ways_out"), [
    ("mensen = 2", {"mensen": "meer"}, {"mensen": 2}, ["er zijn minstens 3 mensen"]),
    ("mensen = 2", {"mensen": "minder"}, {"mensen": 2}, ["er zijn minder dan 2 mensen"]),
    ("mensen = 2", {}, {"mensen": 2}, []),
    ("vorm = geen", {}, {"vorm": "geen"}, []),
    ("veilig = nee", {}, {"veilig": False}, []),
    ("cijfer <= 2", {}, {"cijfer": 2}, ["de sfeer: minstens een 3"]),
    ("cijfer >= 4", {}, {"cijfer": 4}, []),
    ("cijfer >= 4", {"cijfer": "minder"}, {"cijfer": 4}, ["de sfeer: minder dan een 4"]),
    ("evaluatie = nooit", {}, {"evaluatie": "nooit"}, []),
    ("mensen <= 2", {"mensen": "minder"}, {"mensen": 2}, []),
    ("vorm = geen", {"vorm": "geen < papier"}, {"vorm": "geen"}, ["het staat op papier"]),
    ("vorm in [geen, mondeling]", {"vorm": "geen < mondeling < papier"}, {"vorm": "geen"}, ["het staat op papier"]),
    ("vorm != papier", {"vorm": "papier < mondeling"}, {"vorm": "geen"}, []),
    (
        "vorm = geen",
        {"vorm": "geen < mondeling < papier"},
        {"vorm": "geen"},
        ["er is iets afgesproken"],
    ),
    ("niet vorm in [mondeling, papier]", {"vorm": "geen < papier"}, {"vorm": "geen"}, ["het staat op papier"]),
    ("veilig != ja", {"veilig": "ja"}, {"veilig": False}, ["het is veilig"]),
])  # fmt: skip
def test_only_changes_for_the_better_are_ways_out_and_they_say_so(
    tmp_path: Path, expression: str, better: dict[str, str], facts: dict[str, object], ways_out: list[str]
) -> None:
    assert told(tmp_path, expression, better, **facts) == ways_out


def test_what_is_known_does_not_become_unknown(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="bekend(mensen)", twee="niet bekend(mensen)")
    adviser = Adviser(ruleset)
    (advice,) = adviser.assess({"mensen": 1}, DATE, thinking_along=True).advice
    assert advice.resolved_when == ()
    (advice,) = adviser.assess({}, DATE, thinking_along=True).advice
    assert [change.when for change in advice.resolved_when] == [("er is een antwoord over het aantal mensen",)]


def test_a_change_that_brings_something_as_serious_is_no_way_out(tmp_path: Path) -> None:
    text = FACTS + rules(kort="mensen <= 3 en mensen > 1", weinig="mensen <= 1")
    adviser = Adviser(ruleset_from(tmp_path, text))
    (advice,) = adviser.assess({"mensen": 2}, DATE, thinking_along=True).advice
    assert [dict(change.facts) for change in advice.resolved_when] == [{"mensen": 4}]


def test_a_change_that_brings_something_as_serious_goes_on_until_that_is_away(tmp_path: Path) -> None:
    text = FACTS + rules(weinig="mensen <= 1", los="mensen >= 2 en mensen <= 3", stil="mensen >= 4 en veilig = nee")
    adviser = Adviser(ruleset_from(tmp_path, text), "reference")
    (advice,) = adviser.assess({"mensen": 1, "veilig": False}, DATE, thinking_along=True).advice
    (change,) = advice.resolved_when
    assert change.when == ("er zijn minstens 4 mensen", "het is veilig")
    assert dict(change.facts) == {"veilig": True, "mensen": 4}
    assert adviser.assess({"mensen": 4, "veilig": True}, DATE).findings == ()


def test_a_change_that_cannot_do_without_something_as_serious_is_no_way_out(tmp_path: Path) -> None:
    adviser = Adviser(small_ruleset(tmp_path, weinig="mensen <= 1", veel="mensen >= 2"), "reference")
    (advice,) = adviser.assess({"mensen": 1}, DATE, thinking_along=True).advice
    assert (advice.resolved_when, advice.no_way_out) == ((), "")


def test_a_change_that_keeps_bringing_something_else_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = {f"r{n}": f"mensen = {n}" for n in range(2, 5)}
    adviser = Adviser(small_ruleset(tmp_path, weinig="mensen <= 1", **steps), "reference")
    (advice,) = adviser.assess({"mensen": 1}, DATE, thinking_along=True).advice
    assert [dict(change.facts) for change in advice.resolved_when] == [{"mensen": 5}]
    monkeypatch.setattr(remedies, "MOST_ADDED", 2)
    assert adviser.assess({"mensen": 1}, DATE, thinking_along=True).advice[0].resolved_when == ()


def test_a_way_that_must_keep_away_too_much_to_work_out_is_no_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruleset = small_ruleset(tmp_path, weinig="mensen <= 1", los="mensen = 2")
    for most, ways_out in ((3, [{"mensen": 3}]), (2, [])):
        monkeypatch.setattr(required, "MOST_REQUIREMENTS", most)
        adviser = Adviser(attrs.evolve(ruleset, name=str(most)), "reference")
        (advice,) = adviser.assess({"mensen": 1}, DATE, thinking_along=True).advice
        assert [dict(change.facts) for change in advice.resolved_when] == ways_out


def test_what_must_be_kept_away_may_ask_for_another_way_than_the_nearest(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, weinig="laagste(steun) <= 2", verschil="verschil(steun) >= 2")
    adviser = Adviser(ruleset, "reference")
    (advice,) = adviser.assess({"steun": {"gemeente": 2, "migrantenorganisatie": 2}}, DATE, thinking_along=True).advice
    assert [dict(change.facts) for change in advice.resolved_when] == [
        {"steun": {"gemeente": 3, "migrantenorganisatie": 3}}
    ]


def test_what_holds_already_is_told_where_the_rest_would_break_it(tmp_path: Path) -> None:
    expressions = {"weinig": "migrantenorganisatie(steun) <= 3", "ver": "verschil(steun) >= 2"}
    adviser = Adviser(small_ruleset(tmp_path, **expressions), "reference")
    (advice,) = adviser.assess({"steun": {"gemeente": 2, "migrantenorganisatie": 3}}, DATE, thinking_along=True).advice
    (change,) = advice.resolved_when
    assert change.when == (
        "de migrantenorganisatie geeft minstens een 4 voor de steun",
        "de antwoorden van de twee partijen over de steun liggen minder dan 2 punten uit elkaar",
    )
    assert dict(change.facts) == {"steun": {"gemeente": 3, "migrantenorganisatie": 4}}


def test_what_a_further_step_turned_is_asked_no_more(tmp_path: Path) -> None:
    text = FACTS + rules(een="laagste(steun) <= 4 en vorm != mondeling", twee="veilig = ja", drie="vorm = mondeling")
    adviser = Adviser(ruleset_from(tmp_path, text), "reference")
    facts = {"veilig": False, "vorm": "geen", "steun": {"gemeente": 2, "migrantenorganisatie": 3}}
    (advice, *_) = adviser.assess(facts, DATE, thinking_along=True).advice
    assert [change.when for change in advice.resolved_when] == [
        ("beide partijen geven minstens een 5 voor de steun",),
    ]


def test_another_number_is_beyond_the_one_that_it_must_not_be(tmp_path: Path) -> None:
    adviser = Adviser(small_ruleset(tmp_path, een="mensen <= 1", twee="mensen = 2"), "reference")
    (advice,) = adviser.assess({"mensen": 1}, DATE, thinking_along=True).advice
    (change,) = advice.resolved_when
    assert (change.when[-1], dict(change.facts)) == ("er zijn minstens 3 mensen", {"mensen": 3})


def test_no_change_tells_an_answer_that_is_hidden(shipped: Ruleset) -> None:
    adviser = Adviser(shipped, "reference")
    told = [
        adviser.assess(
            {
                "peildatum": DATE.isoformat(),
                "feiten": {"gewenste_duur_jaren": {"gemeente": 1}},
                "respondenten": {"migrantenorganisatie": [{"gewenste_duur_jaren": years}]},
            },
            thinking_along=True,
        )
        .advice[0]
        .resolved_when
        for years in (18, 20)
    ]
    assert told[0] == told[1]


def test_of_answers_that_nobody_gave_the_best_is_taken(tmp_path: Path) -> None:
    adviser = Adviser(small_ruleset(tmp_path, een="aandeel_beantwoord(gemeente) < 0,5"), "reference")
    (advice,) = adviser.assess({}, DATE, thinking_along=True).advice
    (change,) = advice.resolved_when
    scores = {answer for given in change.facts.values() for answer in given.values()}
    assert scores <= {5, False, 4, 3}


def test_where_nobody_can_change_anything_the_rule_says_why(tmp_path: Path) -> None:
    text = FACTS.replace("mensen: {soort", "mensen: {vast: ja, soort") + rules(een="mensen <= 1 en cijfer <= 2")
    adviser = Adviser(ruleset_from(tmp_path, text + "    geen_uitweg: Dat was al zo.\n"), "reference")
    (advice,) = adviser.assess({"mensen": 1, "cijfer": 1}, DATE, thinking_along=True).advice
    assert (len(advice.resolved_when), advice.no_way_out) == (1, "")
    text = text.replace(" en cijfer <= 2", "")
    adviser = Adviser(ruleset_from(tmp_path, text + "    geen_uitweg: Dat was al zo.\n"), "reference")
    (advice,) = adviser.assess({"mensen": 1}, DATE, thinking_along=True).advice
    assert (advice.resolved_when, advice.no_way_out) == ((), "Dat was al zo.")


def test_why_a_rule_stays_is_not_told_where_the_search_was_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = FACTS.replace("mensen: {soort", "mensen: {vast: ja, soort") + rules(een="mensen <= 1 of mensen = 0")
    text += "    geen_uitweg: Dat was al zo.\n"
    for folder, module, limit, most, reason in (
        ("geen", required, "MOST_REQUIREMENTS", 3, "Dat was al zo."),
        ("eisen", required, "MOST_REQUIREMENTS", 2, ""),
        ("knopen", made, "MOST_NODES", 0, ""),
    ):
        with monkeypatch.context() as limits:
            adviser = Adviser(ruleset_from(tmp_path / folder, text), "reference")
            limits.setattr(module, limit, most)
            (advice,) = adviser.assess({"mensen": 1}, DATE, thinking_along=True).advice
            assert (advice.resolved_when, advice.no_way_out) == ((), reason)


def test_requirements_that_take_too_many_steps_to_meet_are_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruleset = small_ruleset(tmp_path, een="laagste(steun) <= 1 of hoogste(steun) <= 3")
    diagrams = Diagrams(ruleset)
    goal = Search(diagrams).goal(Not(Signal("een")))
    facts = {"steun": {"gemeente": 1, "migrantenorganisatie": 1}}
    case = diagrams.situation(Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DATE))
    for most, gives_up in ((10, False), (-1, True)):
        monkeypatch.setattr(met, "MOST_STATES", most)
        search = Search(diagrams)
        assert (search.gives_up(goal, case), next(search.ways(goal, case), None) is None) == (gives_up, gives_up)


def test_more_ways_than_can_be_followed_leave_the_smallest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parted, "MOST_WAYS", 1)
    ruleset = small_ruleset(tmp_path, een="mensen <= 1 en (cijfer <= 2 of veilig = nee)")
    facts = {"mensen": 0, "cijfer": 1, "veilig": False}
    case = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DATE)
    assert [answers(way) for way in resolving("een", case, ruleset)] == [{"mensen": 2}]


def test_of_enough_parts_the_smallest_ways_stay_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parted, "MOST_WAYS", 1)
    ruleset = small_ruleset(tmp_path, een="minstens 2 van (mensen <= 1, cijfer <= 2, veilig = nee)")
    facts = {"mensen": 0, "cijfer": 1, "veilig": False}
    case = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DATE)
    assert [answers(way) for way in resolving("een", case, ruleset)] == [{"mensen": 2, "cijfer": 3}]


def test_what_is_too_large_to_work_out_has_no_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    adviser = Adviser(small_ruleset(tmp_path, een="laagste(band) <= 3 en mensen <= 1", twee="mensen >= 4"))
    both = {"gemeente": 1, "migrantenorganisatie": 1}
    facts = {"mensen": 1, "steun": both, "moed": both}
    monkeypatch.setattr(made, "MOST_NODES", 3)
    (advice,) = adviser.assess(facts, DATE, thinking_along=True).advice
    assert advice.resolved_when == ()


def test_a_rule_too_large_to_work_out_is_no_reason_against_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adviser = Adviser(small_ruleset(tmp_path, een="mensen <= 1", twee="mensen >= 2 en laagste(band) <= 3"))
    monkeypatch.setattr(made, "MOST_NODES", 3)
    (advice,) = adviser.assess({"mensen": 1}, DATE, thinking_along=True).advice
    assert [dict(change.facts) for change in advice.resolved_when] == [{"mensen": 2}]


def test_rules_that_double_and_double_are_given_up_in_no_time(tmp_path: Path) -> None:
    doubled = {f"r{n}": f"signaal(r{n - 1}) of niet signaal(r{n - 1}) en veilig = nee" for n in range(1, 18)}
    adviser = Adviser(small_ruleset(tmp_path, r0="mensen <= 3", **doubled), "reference")
    assessment = adviser.assess({"mensen": 3}, DATE, thinking_along=True)
    assert assessment.findings
    assert assessment.to_dict()["advice"][0]["resolved_when"] == []
    assert adviser.why({"mensen": 3}, "r17", DATE).outcome is True
    assert adviser.why_not({"mensen": 3}, "r17", DATE).kept_by == ()


def test_a_rule_that_looks_at_hundreds_of_answers_is_given_up(tmp_path: Path) -> None:
    many = "".join(
        f"  x{n}: {{soort: ja_nee, wie: ieder, label: x{n}, vraag: x?, ja: ja, nee: nee}}\n" for n in range(1200)
    )
    share = "aandeel_beantwoord(gemeente) < 0,5 en mensen <= 1"
    ruleset = ruleset_from(tmp_path, FACTS.replace("gemiddelden:", f"{many}gemiddelden:") + rules(een=share))
    adviser = Adviser(ruleset, "reference")
    assert adviser.assess({"mensen": 1}, DATE, thinking_along=True).advice[0].resolved_when == ()
    assert len(adviser.questions({}, DATE)) > 1200


@pytest.fixture(scope="module")
def adviser(shipped: Ruleset) -> Adviser:
    return Adviser(shipped, "reference")


def held(adviser: Adviser, rule: str) -> Partnership:
    """Return the smallest partnership in which a rule holds, also by facts that nobody can change."""
    vocabulary = adviser.ruleset.vocabulary
    free = {name: attrs.evolve(fact, is_fixed=False) for name, fact in vocabulary.facts.items()}  # all starts unknown
    ruleset = attrs.evolve(adviser.ruleset, vocabulary=Vocabulary(free, vocabulary.averages, vocabulary.declared))
    empty = Partnership(DATE)
    (way, *_) = ways(Signal(rule), empty, ruleset)
    return empty.changed(dict(way.answers))


def check_changes(adviser: Adviser, case: Partnership) -> int:
    """Make each change that would resolve an advice or bring a condition in order, and see that it does."""
    assessment, count = adviser.assess(case, thinking_along=True), 0
    for advice in assessment.advice:
        for change in advice.resolved_when:
            after = adviser.what_if(case, change.facts)
            gone = {found.rule for found in after.findings if found.movement is not Movement.UNCHANGED}
            assert advice.rule in gone
            changed = with_changes(adviser, case, change.facts)
            found = adviser.assess(changed).findings
            assert advice.rule not in found
            assert worse(adviser.ruleset, case, changed) == []
            asks_for_answers = adviser.ruleset.rules[
                advice.rule
            ].makes_provisional  # and what they bring was so already
            assert asks_for_answers or brought(adviser.ruleset, advice, set(found) - set(assessment.findings)) == []
            count += 1
    for condition in assessment.conditions:
        for change in condition.in_order_when:
            after = adviser.what_if(case, change.facts)
            assert after.conditions[condition.number - 1].after is Status.IN_ORDER
            count += 1
    return count


def brought(ruleset: Ruleset, advice: Advice, new: set[str]) -> list[str]:
    """Return the new findings that are as serious as an advice."""
    rules = [ruleset.rules[name] for name in sorted(new)]
    return [rule.id for rule in rules if rule.severity.rank <= advice.severity.rank]


def worse(ruleset: Ruleset, case: Partnership, changed: Partnership) -> list[Slot]:
    """Return the answers that were known, that changed, and that are no better now."""
    return [slot for slot in changed.slots() if not is_no_worse(ruleset.vocabulary, slot, changed, case)]


def with_changes(adviser: Adviser, case: Partnership, changes: Any) -> Any:
    """Return the facts of a case with changes, put together anew."""
    facts: dict[str, Any] = {**case.to_case()["feiten"]}  # type: ignore[dict-item]  # facts
    for fact, answer in changes.items():
        facts[fact] = {**facts.get(fact, {}), **answer} if isinstance(answer, dict) else answer
    return Partnership.from_facts(facts, adviser.ruleset.vocabulary, reference_date=case.reference_date)


RULES = tuple(load_ruleset().rules)


@pytest.mark.parametrize("rule", RULES)
def test_for_every_shipped_rule_the_changes_make_it_go_away(adviser: Adviser, rule: str) -> None:
    case = held(adviser, rule)
    assert rule in adviser.assess(case).findings
    (advice,) = [found for found in adviser.assess(case, thinking_along=True).advice if found.rule == rule] or [None]
    is_kept = advice is None or advice.no_way_out or advice.severity is Severity.STRENGTH
    assert check_changes(adviser, case) > 0 or is_kept


@tried(0.25)
@given(data=st.data())
def test_in_any_partnership_the_changes_do_what_they_say(adviser: Adviser, data: Any) -> None:
    vocabulary = adviser.ruleset.vocabulary
    facts = data.draw(facts_of(vocabulary))
    check_changes(adviser, Partnership.from_facts(facts, vocabulary, reference_date=DATE))


@pytest.mark.parametrize("case", sorted((ROOT / "examples").glob("*.yaml")), ids=lambda path: path.stem)
def test_each_advice_in_the_examples_can_go_away(adviser: Adviser, case: Path) -> None:
    (partnership,) = load_cases(case, adviser.ruleset.vocabulary)
    advised = adviser.assess(partnership, thinking_along=True).advice
    assert all(advice.resolved_when or advice.no_way_out for advice in advised)
    assert check_changes(adviser, partnership) > 0
