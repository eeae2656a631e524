"""Run one scenario by itself: what the mutation run does thousands of times, without a test session around it."""

from __future__ import annotations

from samenwerkadvies.scenarios.features import Scenario
from samenwerkadvies.scenarios.scene import Scene, Stage, StepFailure
from samenwerkadvies.scenarios.steps import perform
from samenwerkadvies.scenarios.telling import failure_told


def failure_of(scenario: Scenario, stage: Stage) -> str:
    """Return why a scenario fails, as a story of lines; empty where every step holds."""
    scene = Scene(stage, scenario)
    for step in scenario.steps:
        try:
            perform(step, scene)
        except StepFailure as failure:
            return failure_told(scene, step, failure)
    return ""
