"""Tell in Dutch why a scenario fails: where, which step, what holds instead, and the facts of the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenwerkadvies.errors import printable
from samenwerkadvies.grammar.tree import Quantity, View
from samenwerkadvies.outputs.words import capitalised
from samenwerkadvies.ruleset import DUTCH
from samenwerkadvies.scenarios.scene import Scene, StepFailure
from samenwerkadvies.wording.sentences import Sentences

MOST_LINES = 40
"""Steps, rows of a table or facts that are shown of one scenario that fails."""


def failure_told(scene: Scene, failure: StepFailure) -> str:
    """Return the whole story of a failed scenario, as lines."""
    return "\n".join(printable(line[:_WIDEST]) + "…" * (len(line) > _WIDEST) for line in _lines(scene, failure))


_WIDEST = 200


def _lines(scene: Scene, failure: StepFailure) -> Iterator[str]:
    scenario, failed = scene.scenario, scene.steps[scene.done]
    yield f"{scenario.file}, regel {failed.line}"
    yield f"Functionaliteit: {scenario.feature}"
    if scenario.rule:
        yield f"Regel: {scenario.rule}"
    yield f"Scenario: {scenario.title}"
    yield ""
    yield from _steps(scene)
    yield ""
    yield from _few(failure.lines)
    yield from _facts(scene)


def _steps(scene: Scene) -> Iterator[str]:
    first = max(0, scene.done - MOST_LINES + 1)
    if first:
        yield f"  … ({first} stappen)"
    for number, step in enumerate(scene.steps[first : first + MOST_LINES], first):
        yield f"{'→' if number == scene.done else ' '} {step}"
        yield from _few([f"      | {' | '.join(row)} |" for row in step.table])
    if left := len(scene.steps[first + MOST_LINES :]):
        yield f"  … (nog {left} stappen)"


def _few(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:MOST_LINES]
    if left := len(lines[MOST_LINES:]):
        yield f"  … en nog {left} andere"


def _facts(scene: Scene) -> Iterator[str]:
    try:
        partnership = scene.partnership()
    except StepFailure:
        return
    sentences, facts = Sentences(scene.ruleset, DUTCH), scene.ruleset.vocabulary.facts
    told = [sentences.fact(_quantity(name, facts[name].is_perception), partnership) for name in partnership.answers]
    yield ""
    yield f"De feiten op {sentences.date(partnership.reference_date)}:" if told else "Er zijn nog geen feiten."
    yield from _few([f"  - {capitalised(fact)}" for fact in told])


def _quantity(name: str, is_perception: bool) -> Quantity:  # noqa: FBT001 - one of two views
    return Quantity(name, View.LOWEST if is_perception else View.ITSELF)
