"""Which questions are still worth asking: against trying everything, and in what order."""

import datetime
import itertools
import tempfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import FACTS, rules, ruleset_from, scanned_ruleset, small_ruleset
from random_rules import expression_sets, facts_of, ruleset_of
from samenwerkadvies import Adviser, Partnership, Ruleset
from samenwerkadvies.dates import EARLIEST, LATEST
from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.inquiry import diagrams as made
from samenwerkadvies.inquiry.diagrams import Diagrams
from samenwerkadvies.inquiry.domains import Domains
from samenwerkadvies.inquiry.nodes import asked
from samenwerkadvies.inquiry.questions import worth_asking
from samenwerkadvies.known import answers_of
from samenwerkadvies.vocabulary import NEVER, Answer, Chosen, FactType, Kind, Slot, number_of
from tried import tried

DATE = datetime.date(2026, 1, 31)


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return ruleset_of(tmp_path_factory.mktemp("regels"), {"een": "mensen = 1"}).vocabulary


def many_answers(fact: FactType, known: Partnership) -> list[Answer]:
    """Return far more answers than the diagrams try, chosen without looking at any rule."""
    match fact.kind:
        case Kind.YES_NO:
            return [True, False]
        case Kind.CHOICE:
            return list(fact.options)
        case Kind.CHOICES:
            sets = (itertools.combinations(fact.options, number) for number in range(len(fact.options) + 1))
            return [Chosen(options, fact.options) for options in itertools.chain(*sets)]
        case Kind.SCALE:
            return [1, 2, 3, 4, 5]
        case Kind.COUNT if fact.decimals:
            beside = [Fraction(each) for each in known.given.values() if isinstance(each, Decimal)]
            limits = (*beside, *map(Fraction, ("0", "0.1", "0.25", "1.5", "2", "3", "7.4", "7.5", "9")))
            units = {int(limit * 10**fact.decimals) + step for limit in limits for step in range(-2, 3)}
            return [number_of(fact, unit) for unit in sorted(units) if 0 <= unit <= fact.maximum]
        case Kind.COUNT:
            others = [known.answer(fact.id, party) for party in fact.parties]
            near = [int(str(other)) + step for other in others if other is not None for step in range(-6, 7)]
            numbers = {*range(11), *range(48, 53), *range(78, 83), *range(97, 101), *near}
            return sorted(number for number in numbers if 0 <= number <= fact.maximum)
        case Kind.DATE:
            days = {
                DATE + datetime.timedelta(days=30 * month + day) for month in range(-9, 10) for day in range(-5, 10)
            }
            return [*sorted(days), *([NEVER] if fact.may_be_never else [])]


def changed_by(slot: Slot, rule: str, ruleset: Ruleset, known: Partnership, unknown: list[Slot]) -> bool:
    """Try every answer beside every combination of other answers: does any change how the rule comes out?"""
    engine = ReferenceEngine(ruleset)
    facts = ruleset.vocabulary.facts
    given_already = [(found, known.answer(*found)) for found in known.slots()]
    others = [other for other in unknown if other != slot]
    for answers in itertools.product(*([None, *many_answers(facts[other[0]], known)] for other in others)):
        so_far = [*given_already, *zip(others, answers, strict=True)]
        before = engine.decide(Partnership(DATE, answers_of(so_far)))[rule]
        for answer in many_answers(facts[slot[0]], Partnership(DATE, answers_of(so_far))):
            if engine.decide(Partnership(DATE, answers_of([*so_far, (slot, answer)])))[rule] is not before:
                return True
    return False


@tried(0.6)
@given(data=st.data())
def test_a_question_is_open_exactly_when_some_answer_can_change_an_undecided_rule(vocabulary: Any, data: Any) -> None:
    expressions = data.draw(expression_sets(vocabulary))
    with tempfile.TemporaryDirectory() as folder:
        ruleset = ruleset_of(Path(folder), dict(list(expressions.items())[:3]))
    slots = [(fact.id, party) for fact in vocabulary.facts.values() for party in fact.parties]
    unknown = data.draw(st.lists(st.sampled_from(slots), min_size=1, max_size=2, unique=True))
    drawn = Partnership.from_facts(data.draw(facts_of(vocabulary)), vocabulary, reference_date=DATE)
    filled = [(slot, drawn.answer(*slot) or many_answers(vocabulary.facts[slot[0]], drawn)[0]) for slot in slots]
    known = Partnership(DATE, answers_of([(slot, answer) for slot, answer in filled if slot not in unknown]))
    undecided = [rule for rule, outcome in ReferenceEngine(ruleset).decide(known).items() if outcome is None]
    found = {worth.slot: worth.could_decide for worth in worth_asking(undecided, known, Diagrams(ruleset))}
    wanted = {
        slot: tuple(rule for rule in undecided if changed_by(slot, rule, ruleset, known, unknown)) for slot in unknown
    }
    assert found == {slot: changed for slot, changed in wanted.items() if changed}


def test_a_day_that_is_known_is_not_asked_where_it_also_stands_beside_another(tmp_path: Path) -> None:
    lines = {"een": "niet (veilig = ja of maanden_sinds(start) = 0)", "twee": "veilig = ja en start = evaluatie"}
    ruleset = ruleset_of(tmp_path, lines)
    assert open_facts(ruleset, start="2025-05-01", evaluatie="2025-05-01") == [("veilig", None)]


def open_facts(ruleset: Ruleset, **facts: object) -> list[tuple[str, str | None]]:
    questions = Adviser(ruleset, "reference").questions(facts, DATE)
    return [(question.fact, question.party) for question in questions]


def test_an_answer_that_cannot_matter_any_more_is_not_asked_for(tmp_path: Path) -> None:
    ruleset = small_ruleset(
        tmp_path,
        een="veilig = ja en (veilig = ja of mensen >= 2)",
        twee="verschil(steun) >= 4 en (moed_is_laag = ja)".replace("moed_is_laag = ja", "laagste(moed) <= 2"),
    )
    assert ("mensen", None) not in open_facts(ruleset)
    assert open_facts(ruleset, steun={"gemeente": 5, "migrantenorganisatie": 4}, veilig=True) == []


def with_severity(folder: Path, severity: str, **expressions: str) -> Ruleset:
    """Return rules of which the last is this serious, and the others medium."""
    before, _, after = (FACTS + rules(**expressions)).rpartition("ernst: midden")
    return ruleset_from(folder, f"{before}ernst: {severity}{after}")


@pytest.mark.parametrize("severity", ["kritiek", "hoog"])
def test_an_answer_that_brings_something_serious_by_itself_comes_first(tmp_path: Path, severity: str) -> None:
    ruleset = with_severity(tmp_path, severity, een="veilig = ja of veilig = nee en mensen >= 1", twee="cijfer = 1")
    assert open_facts(ruleset)[0] == ("cijfer", None)
    ruleset = with_severity(tmp_path, severity, een="veilig = ja", twee="cijfer = 1 en procent >= 80")
    assert open_facts(ruleset)[0] == ("veilig", None)
    assert open_facts(ruleset, procent=80)[0] == ("cijfer", None)


def test_what_may_bring_more_comes_first(tmp_path: Path) -> None:
    ruleset = with_severity(tmp_path, "laag", een="cijfer <= 1", twee="veilig = nee", drie="vorm = geen en mensen >= 2")
    assert open_facts(ruleset) == [("veilig", None), ("cijfer", None), ("mensen", None), ("vorm", None)]


def test_of_what_counts_together_only_one_is_asked_before_the_others(tmp_path: Path) -> None:
    ruleset = with_severity(tmp_path, "hoog", een="veilig = ja en cijfer >= 4", twee="laagste(band) < 2")
    facts = [fact for fact, _ in open_facts(ruleset)]
    assert [facts[:2], sorted(facts[2:])] == [["steun", "veilig"], ["cijfer", "moed", "moed", "steun"]]


LOOKS = [("scan_geld", party) for party in ("gemeente", "migrantenorganisatie")]


def test_a_condition_of_which_nothing_is_known_is_opened_by_the_first_look_at_it(tmp_path: Path) -> None:
    ruleset = scanned_ruleset(tmp_path)
    assert open_facts(ruleset)[:4] == [("begin", None), *LOOKS, ("geld_hier", "gemeente")]
    assert open_facts(ruleset, scan_geld={"gemeente": 4})[1:3] == [LOOKS[1], ("geld_hier", "gemeente")]


def test_a_first_look_waits_for_what_is_serious_by_itself(tmp_path: Path) -> None:
    asked = open_facts(scanned_ruleset(tmp_path, alone="hoog"), begin=True)
    assert {fact.partition("_")[2] for fact, _ in asked[:6]} == {"hier", "daar"}
    assert asked[6:8] == LOOKS


def test_a_question_names_the_party_and_the_rules(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="gemeente(steun) <= 2", twee="procent >= 80 of een_van_beide(pijn) = ja")
    questions = Adviser(ruleset, "reference").questions({"pijn": {"gemeente": False}}, DATE)
    assert [(found.fact, found.party, found.question, found.could_decide) for found in questions] == [
        ("procent", "gemeente", "Hoeveel procent?", ("twee",)),
        ("steun", "gemeente", "Hoe is de steun?", ("een",)),
        ("pijn", "migrantenorganisatie", "Is er pijn?", ("twee",)),
    ]


def test_a_rule_that_can_no_longer_hold_brings_nothing_serious_to_light(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="laagste(band) <= 1,5 en mensen >= 2")
    steun = {"gemeente": 4, "migrantenorganisatie": 4}  # so high that no average of it can be low
    (question, *_) = Adviser(ruleset, "reference").questions({"steun": steun}, DATE)
    assert question.severity is None


def test_a_rule_too_large_to_work_out_waits_for_all_that_it_looks_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "MOST_NODES", 1)
    ruleset = small_ruleset(tmp_path, een="veilig = ja en (veilig = ja of mensen >= 2)")
    assert open_facts(ruleset) == [("veilig", None), ("mensen", None)]


def test_diagrams_are_forgotten_when_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diagrams = Diagrams(small_ruleset(tmp_path, een="mensen >= 2 en cijfer <= 2"))
    nothing_known = diagrams.situation(Partnership(DATE))
    first = diagrams.restricted("een", nothing_known)
    kept = {node for nodes in diagrams._nodes for node in nodes.values()}
    monkeypatch.setattr(made, "_MOST_KEPT", 1)
    assert asked(diagrams.restricted("een", nothing_known)) == asked(first)
    assert kept.isdisjoint(node for nodes in diagrams._nodes for node in nodes.values())


def test_days_outside_of_the_bounds_are_never_proposed(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="maanden_sinds(start) <= 12 en maanden_tot(evaluatie) <= 12")
    domains = Domains(ruleset.vocabulary, ruleset.cores.values())
    for day, told_apart in ((EARLIEST, 1), (LATEST, 2)):
        days = domains.at("start", day).answers
        assert len(days) == told_apart
        assert all(isinstance(found, datetime.date) and EARLIEST <= found <= LATEST for found in days)


def test_limits_of_a_century_reach_beyond_the_bounds(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="maanden_sinds(start) > 1200", twee="maanden_tot(start) > 1200")
    domains = Domains(ruleset.vocabulary, ruleset.cores.values())
    found = {day: len(domains.at("start", day).answers) for day in (EARLIEST, DATE, LATEST)}
    assert found == {EARLIEST: 2, DATE: 3, LATEST: 2}


def test_every_shipped_fact_is_asked_for_when_nothing_is_known(shipped: Ruleset) -> None:
    questions = Adviser(shipped, "reference").questions({}, DATE)
    asked = [(question.fact, question.party) for question in questions]
    assert len(asked) == len(set(asked))
    assert {fact for fact, _ in asked} == set(shipped.vocabulary.facts)
