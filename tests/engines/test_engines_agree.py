"""The laws of the meaning, over random rulesets and partnerships: engines agree, and knowing more only decides."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tree_walker
from building import ENGINES
from random_rules import DATES, VALIDITIES, expression_sets, facts_of, ruleset_of, turning, vocabularies
from samenwerkadvies import Partnership, Ruleset, Vocabulary
from samenwerkadvies.engines import make_engine
from samenwerkadvies.grammar.parser import parse
from samenwerkadvies.grammar.typecheck import type_problems
from samenwerkadvies.validity import Validity
from tried import tried

VOCABULARY, *_ = vocabularies()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    return tmp_path_factory.mktemp("rules")


def load(folder: Path, expressions: dict[str, str]) -> Ruleset:
    return ruleset_of(folder, expressions)


def partnership_of(facts: dict[str, object], date: str, vocabulary: Vocabulary = VOCABULARY) -> Partnership:
    return Partnership.from_facts(facts, vocabulary, reference_date=date)


Facts = dict[str, object]
Drawn = tuple[Vocabulary, dict[str, str], list[tuple[Facts, str]]]


def _drawn(vocabulary: Vocabulary) -> st.SearchStrategy[Drawn]:
    cases = st.lists(st.tuples(facts_of(vocabulary), st.sampled_from(DATES)), min_size=8, max_size=8)
    return st.tuples(st.just(vocabulary), expression_sets(vocabulary), cases)


RULES_AND_CASES = given(drawn=st.one_of(*map(_drawn, vocabularies())), validities=VALIDITIES)
"""Random rules of two, three or four parties, over random partnerships of these."""


@tried(10)
@RULES_AND_CASES
def test_every_engine_says_what_the_tree_means(folder: Path, drawn: Drawn, validities: list[Validity]) -> None:
    vocabulary, expressions, cases = drawn
    ruleset = turning(ruleset_of(folder, expressions, vocabulary), validities)
    engines = [make_engine(name, ruleset) for name in ENGINES]
    for facts, date in cases:
        partnership = partnership_of(facts, date, vocabulary)
        meant = tree_walker.decide(ruleset, partnership)
        assert [engine.decide(partnership) for engine in engines] == [meant] * len(engines)


@pytest.mark.durable
@tried(1.5)
@RULES_AND_CASES
def test_the_durable_engine_agrees_with_the_reference(folder: Path, drawn: Drawn, validities: list[Validity]) -> None:
    vocabulary, expressions, cases = drawn
    ruleset = turning(ruleset_of(folder, expressions, vocabulary), validities)
    reference, durable = make_engine("reference", ruleset), make_engine("durable", ruleset)
    for facts, date in cases:
        partnership = partnership_of(facts, date, vocabulary)
        assert durable.decide(partnership) == reference.decide(partnership)


def _monotone(vocabulary: Vocabulary) -> st.SearchStrategy[tuple[Vocabulary, dict[str, str], Facts, Facts]]:
    facts = facts_of(vocabulary)
    return st.tuples(st.just(vocabulary), expression_sets(vocabulary, is_monotone=True), facts, facts)


@tried(1.5)
@given(st.one_of(*map(_monotone, vocabularies())))
def test_an_added_fact_never_overturns_what_was_decided(
    folder: Path, drawn: tuple[Vocabulary, dict[str, str], Facts, Facts]
) -> None:
    vocabulary, expressions, facts, more = drawn
    engine = make_engine("reference", ruleset_of(folder, expressions, vocabulary))
    before = engine.decide(partnership_of(facts, DATES[0], vocabulary))
    after = engine.decide(partnership_of(_joined(facts, more), DATES[0], vocabulary))
    assert {name: after[name] for name, outcome in before.items() if outcome is not None} == {
        name: outcome for name, outcome in before.items() if outcome is not None
    }


def _joined(facts: dict[str, object], more: dict[str, object]) -> dict[str, object]:
    """Add what is missing in `facts`, party by party."""
    joined = dict(more)
    for name, answer in facts.items():
        other = more.get(name)
        joined[name] = {**other, **answer} if isinstance(answer, dict) and isinstance(other, dict) else answer
    return joined


@tried(1.5)
@given(expressions=expression_sets(VOCABULARY), facts=facts_of(VOCABULARY))
def test_the_order_of_facts_does_not_matter(
    folder: Path, expressions: dict[str, str], facts: dict[str, object]
) -> None:
    engine = make_engine("auto", load(folder, expressions))
    turned = dict(reversed(facts.items()))
    assert engine.decide(partnership_of(facts, DATES[0])) == engine.decide(partnership_of(turned, DATES[0]))


@tried(1.5)
@given(facts=facts_of(VOCABULARY))
def test_an_unrelated_fact_changes_nothing(folder: Path, facts: dict[str, object]) -> None:
    engine = make_engine("auto", load(folder, {"een": "mensen <= 1 en laagste(steun) < 3"}))
    related = {name: answer for name, answer in facts.items() if name in ("mensen", "steun")}
    assert engine.decide(partnership_of(facts, DATES[0])) == engine.decide(partnership_of(related, DATES[0]))


@pytest.mark.parametrize("number", [2, 3])
@pytest.mark.parametrize("view", ["laagste", "hoogste", "verschil"])
@pytest.mark.parametrize("operator", ["=", "!=", "<", "<=", ">", ">="])
def test_a_partly_known_view_is_decided_exactly_when_every_completion_agrees(
    folder: Path, number: int, view: str, operator: str
) -> None:
    scores = range(1, 6)
    vocabulary = vocabularies()[number - 2]
    lines = {f"r{limit}": f"{view}(steun) {operator} {limit}" for limit in range(6)}
    sound = {name: line for name, line in lines.items() if not list(type_problems(parse(line), vocabulary))}
    engine = make_engine("reference", ruleset_of(folder, sound, vocabulary))
    whole = {
        full: engine.decide(
            partnership_of({"steun": dict(zip(vocabulary.parties, full, strict=True))}, DATES[0], vocabulary)
        )
        for full in itertools.product(scores, repeat=number)
    }
    for said in itertools.product((None, *scores), repeat=number):
        known = {party: score for party, score in zip(vocabulary.parties, said, strict=True) if score}
        found = engine.decide(partnership_of({"steun": known} if known else {}, DATES[0], vocabulary))
        ways = [
            outcomes
            for full, outcomes in whole.items()
            if all(score in (None, other) for score, other in zip(said, full, strict=True))
        ]
        for name, line in sound.items():
            agreed = {way[name] for way in ways}
            assert found[name] is (agreed.pop() if len(agreed) == 1 else None), (line, said)
