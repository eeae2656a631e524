"""Tell in Dutch why a scenario fails: where, which step, what holds instead, and the facts of the case."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerkadvies.advising.wording import sentences_of
from samenwerkadvies.language.tree import Quantity, View
from samenwerkadvies.outputs.words import capitalised
from samenwerkadvies.ruleset import DUTCH
from samenwerkadvies.scenarios.features import Step
from samenwerkadvies.scenarios.scene import Scene, StepFailure


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
    sentences, facts = sentences_of(scene.ruleset, DUTCH), scene.ruleset.vocabulary.facts
    told = [sentences.fact(_quantity(name, facts[name].is_perception), partnership) for name in partnership.answers]
    yield ""
    yield f"De feiten op {sentences.date(partnership.reference_date)}:" if told else "Er zijn nog geen feiten."
    yield from (f"  - {capitalised(fact)}" for fact in told)


def _quantity(name: str, is_perception: bool) -> Quantity:  # noqa: FBT001 - one of two views
    return Quantity(name, View.LOWEST if is_perception else View.ITSELF)
