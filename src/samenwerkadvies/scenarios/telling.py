"""Tell in Dutch why a scenario fails: where, which step, what holds instead, and the facts of the case."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerkadvies.engines.reference import ReferenceEngine, evaluate
from samenwerkadvies.language.sentences import Sentences
from samenwerkadvies.language.tree import And, Expression, Not, Or, Quantity, Signal, View, push_negations_inward
from samenwerkadvies.outputs.words import capitalised
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.scenarios.features import Step
from samenwerkadvies.scenarios.scene import Scene, StepFailure

_SIGNS = {True: "ja ", False: "nee", None: "?  "}


def sentences_of(ruleset: Ruleset) -> Sentences:
    """Return what says the conditions and facts of a ruleset in Dutch."""
    return Sentences(ruleset.vocabulary, DUTCH, lambda rule: ruleset.rules[rule].texts[DUTCH].finding)


def parts_told(rule: str, ruleset: Ruleset, partnership: Partnership) -> Iterator[str]:
    """Yield a line for each part of a rule: whether it holds, and what the facts are."""
    sentences, decided = sentences_of(ruleset), ReferenceEngine(ruleset).decide(partnership)
    for part in _parts(push_negations_inward(ruleset.rules[rule].expression)):
        outcome = evaluate(part, partnership, ruleset.vocabulary, decided)
        yield f"  {_SIGNS[outcome]} {sentences.condition(part)}"
        leaf = part.part if isinstance(part, Not) else part
        if not isinstance(leaf, Signal | And | Or | Not) and outcome is not None:
            yield f"      ({sentences.fact(leaf.quantity, partnership)})"


def _parts(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression, And | Or):
        for part in expression.parts:
            yield from _parts(part)
    else:
        yield expression


def failure_told(scene: Scene, failed: Step, failure: StepFailure) -> str:
    """Return the whole story of a failed scenario, as lines."""
    return "\n".join(_lines(scene, failed, failure))


def _lines(scene: Scene, failed: Step, failure: StepFailure) -> Iterator[str]:
    scenario = scene.scenario
    yield f"{scenario.file}, regel {failed.line}"
    yield f"Functionaliteit: {scenario.feature}"
    if scenario.rule:
        yield f"Regel: {scenario.rule}"
    yield f"Scenario: {scenario.title}"
    yield ""
    for step in scenario.steps:
        yield f"{'→' if step is failed else ' '} {step}"
        yield from (f"      | {' | '.join(row)} |" for row in step.table)
    yield ""
    yield from failure.lines
    yield from _facts(scene)


def _facts(scene: Scene) -> Iterator[str]:
    try:
        partnership = scene.partnership()
    except StepFailure:
        return
    sentences, facts = sentences_of(scene.ruleset), scene.ruleset.vocabulary.facts
    told = [sentences.fact(_quantity(name, facts[name].is_perception), partnership) for name in partnership.answers]
    yield ""
    yield f"De feiten op {sentences.date(partnership.reference_date)}:" if told else "Er zijn nog geen feiten."
    yield from (f"  - {capitalised(fact)}" for fact in told)


def _quantity(name: str, is_perception: bool) -> Quantity:  # noqa: FBT001 - one of two views
    return Quantity(name, View.LOWEST if is_perception else View.ITSELF)
