"""What is remembered must be what would be found anew."""

import datetime
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import small_ruleset
from random_rules import DATES, expression_sets, facts_of, ruleset_of
from samenwerkadvies import Adviser, Partnership, Ruleset
from samenwerkadvies.advising.remedies import Remedies
from samenwerkadvies.engines.decided import Decided
from samenwerkadvies.engines.reference import OneByOne, ReferenceEngine
from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError
from samenwerkadvies.inquiry.memory import Memory
from samenwerkadvies.inquiry.questions import worth_asking
from samenwerkadvies.wording.sentences import Sentences
from tried import tried


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return ruleset_of(tmp_path_factory.mktemp("regels"), {"een": "mensen = 1"}).vocabulary


def thought_along(ruleset: Ruleset, case: Partnership, diagrams: Diagrams) -> object:
    """Return all that thinking along brings for a partnership, by some diagrams and what was remembered with them."""
    outcomes = ReferenceEngine(ruleset).decide(case)
    remedies = Remedies(Decided(ruleset, case, outcomes), diagrams, Sentences(ruleset, "nl"))
    undecided = [rule for rule, outcome in outcomes.items() if outcome is None]
    return (
        [remedies.resolving(rule) for rule in ruleset.rules.values() if outcomes[rule.id]],
        [remedies.ordering(condition) for condition in ruleset.conditions],
        worth_asking(undecided, case, diagrams),
    )


@tried(0.6)
@given(data=st.data())
def test_partnerships_that_come_after_others_are_told_the_same(vocabulary: Any, data: Any) -> None:
    expressions = dict(list(data.draw(expression_sets(vocabulary)).items())[:4])
    with tempfile.TemporaryDirectory() as folder:
        ruleset = ruleset_of(Path(folder), expressions)
    days = st.sampled_from(DATES)
    cases = [
        Partnership.from_facts(data.draw(facts_of(vocabulary)), vocabulary, reference_date=data.draw(days))
        for _ in range(3)
    ]
    shared = Diagrams(ruleset)
    for case in cases:
        assert thought_along(ruleset, case, shared) == thought_along(ruleset, case, Diagrams(ruleset))


@tried(0.6)
@given(data=st.data())
def test_a_rule_comes_out_as_the_engine_says(vocabulary: Any, data: Any) -> None:
    expressions = data.draw(expression_sets(vocabulary))
    with tempfile.TemporaryDirectory() as folder:
        ruleset = ruleset_of(Path(folder), expressions)
    diagrams = Diagrams(ruleset)
    for day in DATES[:2]:
        case = Partnership.from_facts(data.draw(facts_of(vocabulary)), vocabulary, reference_date=day)
        alone = OneByOne(ruleset, case.known, case.reference_date)
        for rule, outcome in reversed(ReferenceEngine(ruleset).decide(case).items()):
            assert alone[rule] is outcome
            core = ruleset.cores[rule]
            try:
                assert diagrams.outcome(core, diagrams.situation(case)) is outcome
            except TooLargeError:
                assert len(diagrams.under.of(core).positions) > 5


@tried(0.4)
@given(data=st.data())
def test_numbers_beside_each_other_are_met_by_trying_as_by_diagrams(vocabulary: Any, data: Any) -> None:
    expressions = dict(list(data.draw(expression_sets(vocabulary)).items())[:4])
    with tempfile.TemporaryDirectory() as folder:
        ruleset = ruleset_of(Path(folder), expressions)
    case = Partnership.from_facts(data.draw(facts_of(vocabulary)), vocabulary, reference_date=DATES[0])
    told = []
    for by_trying in (True, False):
        diagrams = Diagrams(ruleset)
        if not by_trying:
            diagrams.situations.beside = frozenset()
        told.append(thought_along(ruleset, case, diagrams))
    assert told[0] == told[1]


def test_advisers_of_one_ruleset_share_what_is_worked_out(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="mensen >= 2")
    one, other = (Adviser(ruleset, "reference") for _ in range(2))
    assert one._assembly._diagrams is other._assembly._diagrams


def test_too_much_is_forgotten_and_made_again() -> None:
    memory: Memory[int] = Memory(2)
    made: list[int] = []

    def make(number: int) -> int:
        return memory.of(number, lambda: made.append(number) or number)  # type: ignore[func-returns-value]  # None

    assert [make(number) for number in (1, 2, 1, 3, 3, 1)] == [1, 2, 1, 3, 3, 1]
    assert made == [1, 2, 3, 1]


def test_days_of_a_month_do_not_matter_to_what_is_remembered(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="maanden_sinds(start) > 6 en veilig = nee")
    diagrams, told = Diagrams(ruleset), []
    for day in (datetime.date(2026, 3, 15), datetime.date(2026, 3, 16)):
        facts = {"start": datetime.date(2020, 1, 1), "veilig": False}
        case = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=day)
        told.append(thought_along(ruleset, case, diagrams))
        assert told[-1] == thought_along(ruleset, case, Diagrams(ruleset))
