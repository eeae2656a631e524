"""Run scenarios by themselves, without a test session around them: what was read is played, each of it once."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerkadvies.partnership import Partnership
from samenwerkadvies.scenarios.features import Scenario
from samenwerkadvies.scenarios.scene import Scene, Stage, StepFailure
from samenwerkadvies.scenarios.steps import perform
from samenwerkadvies.scenarios.telling import failure_told

MOST_STORIES = 20
"""Failures of which the whole story is told."""


@attrs.frozen
class Played:
    """A scenario that ran: what it checked, for which partnerships it asked advice, and why it failed."""

    scenario: Scenario
    checked: Mapping[str, frozenset[bool | None]]
    """Per rule the outcomes that it says it has."""
    asked: tuple[Partnership, ...]
    done: int
    """The steps that held; where it failed, the next one did not."""
    failure: str
    """A story of lines; empty where it passed."""


def play_one(scenario: Scenario, stage: Stage) -> Played:
    """Play a scenario up to its end, or up to the first step that does not hold."""
    scene, failure = Scene(stage, scenario), ""
    try:
        for step in scene.steps:
            perform(step, scene)
            scene.done += 1
    except StepFailure as failed:
        failure = failure_told(scene, failed)
    checked = {rule: frozenset(outcomes) for rule, outcomes in scene.checked.items()}
    return Played(scenario, checked, tuple(scene.asked), scene.done, failure)
