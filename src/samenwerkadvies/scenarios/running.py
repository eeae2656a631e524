"""Run one scenario by itself: what the mutation run does thousands of times, without a test session around it."""

from __future__ import annotations

from samenwerkadvies.scenarios.features import Scenario
from samenwerkadvies.scenarios.scene import Scene, Stage, StepFailure
from samenwerkadvies.scenarios.steps import perform


def passes(scenario: Scenario, stage: Stage) -> bool:
    """Say whether every step of a scenario holds."""
    scene = Scene(stage, scenario)
    try:
        for step in scenario.steps:
            perform(step, scene)
    except StepFailure:
        return False
    return True
