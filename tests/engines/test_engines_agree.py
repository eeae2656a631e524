"""The laws of the meaning, over random rulesets and partnerships: engines agree, and knowing more only decides."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tree_walker
from building import ENGINES, small_ruleset
from random_rules import DATES, VALIDITIES, expression_sets, facts_of, turning
from samenwerkadvies import Partnership, Ruleset, Vocabulary
from samenwerkadvies.engines import make_engine
from samenwerkadvies.validity import Validity

VOCABULARY: Vocabulary
with tempfile.TemporaryDirectory() as _folder:
    VOCABULARY = small_ruleset(Path(_folder), een="mensen = 1").vocabulary

MANY = settings(max_examples=1_000, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
SOME = settings(MANY, max_examples=150)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    return tmp_path_factory.mktemp("rules")


def load(folder: Path, expressions: dict[str, str]) -> Ruleset:
    return small_ruleset(folder, **expressions)


def partnership_of(facts: dict[str, object], date: str) -> Partnership:
    return Partnership.from_facts(facts, VOCABULARY, reference_date=date)


RULES_AND_CASES = given(
    expressions=expression_sets(VOCABULARY),
    validities=VALIDITIES,
    cases=st.lists(st.tuples(facts_of(VOCABULARY), st.sampled_from(DATES)), min_size=8, max_size=8),
)


@MANY
@RULES_AND_CASES
def test_every_engine_says_what_the_tree_means(
    folder: Path,
    expressions: dict[str, str],
    validities: list[Validity],
    cases: list[tuple[dict[str, object], str]],
) -> None:
    ruleset = turning(load(folder, expressions), validities)
    engines = [make_engine(name, ruleset) for name in ENGINES]
    for facts, date in cases:
        partnership = partnership_of(facts, date)
        meant = tree_walker.decide(ruleset, partnership)
        assert [engine.decide(partnership) for engine in engines] == [meant] * len(engines)


@pytest.mark.durable
@SOME
@RULES_AND_CASES
def test_the_durable_engine_agrees_with_the_reference(
    folder: Path,
    expressions: dict[str, str],
    validities: list[Validity],
    cases: list[tuple[dict[str, object], str]],
) -> None:
    ruleset = turning(load(folder, expressions), validities)
    reference, durable = make_engine("reference", ruleset), make_engine("durable", ruleset)
    for facts, date in cases:
        partnership = partnership_of(facts, date)
        assert durable.decide(partnership) == reference.decide(partnership)


@SOME
@given(expressions=expression_sets(VOCABULARY, is_monotone=True), facts=facts_of(VOCABULARY), more=facts_of(VOCABULARY))
def test_an_added_fact_never_overturns_what_was_decided(
    folder: Path, expressions: dict[str, str], facts: dict[str, object], more: dict[str, object]
) -> None:
    engine = make_engine("reference", load(folder, expressions))
    before = engine.decide(partnership_of(facts, DATES[0]))
    after = engine.decide(partnership_of(_joined(facts, more), DATES[0]))
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


@SOME
@given(expressions=expression_sets(VOCABULARY), facts=facts_of(VOCABULARY))
def test_the_order_of_facts_does_not_matter(
    folder: Path, expressions: dict[str, str], facts: dict[str, object]
) -> None:
    engine = make_engine("auto", load(folder, expressions))
    turned = dict(reversed(facts.items()))
    assert engine.decide(partnership_of(facts, DATES[0])) == engine.decide(partnership_of(turned, DATES[0]))


@SOME
@given(facts=facts_of(VOCABULARY))
def test_an_unrelated_fact_changes_nothing(folder: Path, facts: dict[str, object]) -> None:
    engine = make_engine("auto", load(folder, {"een": "mensen <= 1 en laagste(steun) < 3"}))
    related = {name: answer for name, answer in facts.items() if name in ("mensen", "steun")}
    assert engine.decide(partnership_of(facts, DATES[0])) == engine.decide(partnership_of(related, DATES[0]))


@pytest.mark.parametrize("view", ["laagste", "hoogste"])
@pytest.mark.parametrize("operator", ["=", "!=", "<", "<=", ">", ">="])
def test_a_partly_known_view_is_decided_when_every_completion_agrees(folder: Path, view: str, operator: str) -> None:
    limits = range(1, 6)
    inner = [n for n in limits if not (n == 1 and operator in (">=", "<")) and not (n == 5 and operator in ("<=", ">"))]
    engine = make_engine("reference", load(folder, {f"r{n}": f"{view}(steun) {operator} {n}" for n in inner}))

    def decide(**answers: int) -> dict[str, bool | None]:
        return dict(engine.decide(partnership_of({"steun": answers}, DATES[0])))

    for known in limits:
        completions = [decide(gemeente=known, migrantenorganisatie=other) for other in limits]
        agreed = {
            name: outcome if len({found[name] for found in completions}) == 1 else None
            for name, outcome in completions[0].items()
        }
        assert decide(gemeente=known) == agreed
        assert decide(migrantenorganisatie=known) == {
            name: outcome
            if len({decide(gemeente=other, migrantenorganisatie=known)[name] for other in limits}) == 1
            else None
            for name, outcome in decide(gemeente=1, migrantenorganisatie=known).items()
        }
