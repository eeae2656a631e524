"""One number divided by another: what decides it, where it is unknown, and what is said of it."""

from pathlib import Path

import pytest

from building import ENGINES
from random_rules import ruleset_of
from samenwerkadvies import Adviser, Partnership, Ruleset
from samenwerkadvies.engines import make_engine
from samenwerkadvies.outputs import explain_outcome, to_text
from samenwerkadvies.scenarios.mutants import mutants
from samenwerkadvies.sql import Dialect, rules_to_sql
from samenwerkadvies.wording.sentences import Sentences

DATE = "2026-01-31"


def outcomes(ruleset: Ruleset, **facts: object) -> dict[str, bool | None]:
    case = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DATE)
    first, *others = [make_engine(name, ruleset).decide(case) for name in ENGINES]
    assert others == [first] * len(others)
    return first


def outcome(ruleset: Ruleset, **facts: object) -> bool | None:
    return outcomes(ruleset, **facts)["een"]


def each(one: float | None, other: float | None = None) -> dict[str, float]:
    given = {"gemeente": one, "migrantenorganisatie": other}
    return {party: answer for party, answer in given.items() if answer is not None}


@pytest.fixture
def ruleset(tmp_path: Path) -> Ruleset:
    return ruleset_of(tmp_path, {"een": "per(procent, uren) < 10"})


def test_a_quotient_is_compared_exactly(ruleset: Ruleset) -> None:
    assert outcome(ruleset, procent=29, uren=3) is True
    assert outcome(ruleset, procent=30, uren=3) is False
    assert outcome(ruleset, procent=1, uren=0.1) is False
    assert outcome(ruleset, procent=0, uren=0.1) is True


@pytest.mark.parametrize(
    ("line", "is_so"), [("= 0,5", True), ("!= 0,5", False), ("> 0,499", True), (">= 0,501", False)]
)
def test_a_limit_may_be_any_fraction(tmp_path: Path, line: str, is_so: bool) -> None:
    assert outcome(ruleset_of(tmp_path, {"een": f"per(uren, mensen) {line}"}), uren=1.5, mensen=3) is is_so


@pytest.mark.parametrize("procent", [0, 100, None])
def test_where_the_divisor_is_0_or_unknown_it_is_unknown(ruleset: Ruleset, procent: int | None) -> None:
    facts = {} if procent is None else {"procent": procent}
    assert outcome(ruleset, **facts, uren=0) is None
    assert outcome(ruleset, **facts) is None


def test_the_divisor_alone_decides_where_the_other_number_cannot_be_so_much(tmp_path: Path) -> None:
    found = ruleset_of(tmp_path, {"een": "per(procent, mensen) < 10", "twee": "per(procent, mensen) >= 10"})
    assert outcomes(found, mensen=11) == {"een": True, "twee": False}  # of at most 100
    assert outcomes(found, mensen=10) == {"een": None, "twee": None}


def test_all_that_is_built_on_it_is_unknown_as_well_also_where_every_answer_is_there(tmp_path: Path) -> None:
    rules = {
        "een": "per(procent, mensen) < 10",
        "niet_een": "niet signaal(een)",
        "met": "signaal(niet_een) en veilig = ja",
        "of_niet": "signaal(niet_een) of veilig = ja",
        "los": "veilig = nee",
    }
    found = ruleset_of(tmp_path, rules)
    expected = {"een": None, "niet_een": None, "met": None, "of_niet": True, "los": False}
    assert outcomes(found, **{**all_known(found), "mensen": 0}) == expected


def all_known(ruleset: Ruleset) -> dict[str, object]:
    """Return an answer to everything that can be asked."""
    answers = {"ja_nee": True, "keuze": "geen", "meerkeuze": [], "datum": DATE}
    return {
        fact.id: dict.fromkeys(ruleset.vocabulary.parties, answers.get(fact.kind.value, 1))
        if fact.is_perception
        else answers.get(fact.kind.value, 1)
        for fact in ruleset.vocabulary.facts.values()
    }


def test_a_party_that_is_silent_may_say_0(tmp_path: Path) -> None:
    found = ruleset_of(tmp_path, {"een": "per(mensen, laagste(koks)) > 2", "twee": "per(mensen, hoogste(koks)) > 2"})
    assert outcomes(found, mensen=100, koks=each(4)) == {"een": None, "twee": True}  # there are at most 9
    assert outcomes(found, mensen=10, koks=each(4)) == {"een": None, "twee": None}
    assert outcomes(found, mensen=10, koks=each(4, 0)) == {"een": None, "twee": True}
    assert outcomes(found, mensen=10, koks=each(4, 5)) == {"een": True, "twee": False}


def test_parties_are_divided_by_each_other(tmp_path: Path) -> None:
    found = ruleset_of(tmp_path, {"een": "per(gemeente(tijd), migrantenorganisatie(tijd)) >= 1,5"})
    assert outcome(found, tijd=each(3, 2)) is True
    assert outcome(found, tijd=each(2.99, 2)) is False
    assert outcome(found, tijd=each(3)) is None


def test_advice_tells_both_numbers_and_what_would_end_it(tmp_path: Path) -> None:
    adviser = Adviser(ruleset_of(tmp_path, {"een": "per(uren, mensen) < 2,5"}))
    (advice,) = adviser.assess({"uren": 0.5, "mensen": 1}, DATE, thinking_along=True).advice
    assert [reason.fact for reason in advice.because] == ["uren", "mensen"]
    (change,) = advice.resolved_when or ()
    assert change.when == ("de uren gedeeld door het aantal mensen is minstens 2,5",)
    assert change.facts == {"uren": 2.5}


@pytest.mark.parametrize(("limit", "changes"), [("2", [{"procent": 4}]), ("9", [{"procent": 1}])])
def test_a_way_out_never_divides_by_0(tmp_path: Path, limit: str, changes: list[dict[str, int]]) -> None:
    adviser = Adviser(ruleset_of(tmp_path, {"een": f"per(gemeente(koks), procent) < {limit}"}))
    (advice,) = adviser.assess({"koks": each(9), "procent": 5}, DATE, thinking_along=True).advice
    assert [dict(change.facts) for change in advice.resolved_when or ()] == changes


def test_an_answer_is_asked_for_as_long_as_it_can_change_something(ruleset: Ruleset) -> None:
    def asked(**facts: object) -> list[str]:
        found = Adviser(ruleset).assess(facts, DATE, thinking_along=True)
        return sorted(question.fact for question in found.open_questions or ())

    assert asked() == ["procent", "uren"]
    assert asked(procent=0) == ["uren"]
    assert asked(uren=2) == ["procent"]
    assert asked(uren=0) == []


@pytest.mark.parametrize("is_asked", [True, False])
def test_a_report_says_that_nothing_can_be_divided_by_0(ruleset: Ruleset, is_asked: bool) -> None:
    def told(facts: dict[str, object]) -> str:
        return " ".join(to_text(Adviser(ruleset).assess(facts, DATE, thinking_along=is_asked)).split())

    assert "Over 1 punt is niets te zeggen, want delen door 0 kan niet." in told({**all_known(ruleset), "uren": 0})
    assert "Over 1 punt is nog niets te zeggen, omdat er antwoorden ontbreken." in told({"procent": 5})


def test_an_explanation_says_so(ruleset: Ruleset) -> None:
    adviser, facts = Adviser(ruleset), {"procent": 5, "uren": 0}
    told = explain_outcome(adviser.why(facts, "een", DATE), adviser.why_not(facts, "een", DATE), "", ruleset, "nl")
    said = "het deel gedeeld door de uren is minder dan 10 (dat is niet te zeggen: delen door 0 kan niet)"
    assert f"?    {said}\n" in told
    (part,) = adviser.why(facts, "een", DATE).parts
    assert part.known is not None
    assert [fact.value for fact in part.known.because] == [5, 0]


def test_its_slips_are_tried(tmp_path: Path) -> None:
    found = ruleset_of(tmp_path, {"een": "per(gemeente(koks), mensen) < 1,5"})
    lines = {one.line for one in mutants(found.rules["een"], found, Sentences(found, "nl")) if one.line}
    expected = {
        "per(gemeente(koks), mensen) <= 1,5",
        "per(gemeente(koks), mensen) >= 1,5",
        "per(gemeente(koks), mensen) < 1,4",
        "per(gemeente(koks), mensen) < 1,6",
        "per(mensen, gemeente(koks)) < 1,5",
        *(f"per({view}(koks), mensen) < 1,5" for view in ("laagste", "hoogste", "migrantenorganisatie")),
    }
    assert lines == expected


def test_of_a_whole_limit_the_neighbours_are_whole(tmp_path: Path) -> None:
    found = ruleset_of(tmp_path, {"een": "per(mensen, laagste(koks)) >= 3"})
    lines = {one.line for one in mutants(found.rules["een"], found, Sentences(found, "nl")) if one.line}
    assert {f"per(mensen, laagste(koks)) >= {limit}" for limit in (2, 4)} <= lines
    assert {f"per(mensen, {view}(koks)) >= 3" for view in ("hoogste", "gemeente", "migrantenorganisatie")} <= lines


def test_sql_divides_nothing(tmp_path: Path) -> None:
    written = rules_to_sql(ruleset_of(tmp_path, {"een": "per(mensen, procent) < 2,5"}), Dialect.DUCKDB)
    expected = (
        '("procent" > 0 AND (CAST("mensen" AS BIGINT) * 2) - (CAST("procent" AS BIGINT) * 5) < 0)',
        'OR ("procent" <= 0 AND CAST(NULL AS BOOLEAN))',
    )
    assert " ".join(expected) in " ".join(written.split())
