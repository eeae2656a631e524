"""Run scenarios under pytest, through pytest-bdd: a feature file becomes a module of tests, without any Python file."""

from __future__ import annotations

import collections
import os
import textwrap
import types
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import feature as bdd_cache
from pytest_bdd import parser as bdd
from pytest_bdd import scenario, step
from pytest_bdd.exceptions import StepDefinitionNotFoundError
from pytest_bdd.gherkin_parser import DataTable
from pytest_bdd.parsers import StepParser
from pytest_bdd.scenario import make_python_name

from samenwerkadvies.errors import InvalidInputError, shortened
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.loading.texts import LARGEST
from samenwerkadvies.scenarios.definition import StepDefinition
from samenwerkadvies.scenarios.features import Scenario, Step, is_ours
from samenwerkadvies.scenarios.reading import read_feature
from samenwerkadvies.scenarios.running import MOST_STORIES
from samenwerkadvies.scenarios.scene import Scene, Stage, StepFailure
from samenwerkadvies.scenarios.session import rules_for, shown_from
from samenwerkadvies.scenarios.steps import STEPS, find, first_match, perform
from samenwerkadvies.scenarios.telling import failure_told

_STAGES = pytest.StashKey[dict[Path | None, Stage | InvalidInputError]]()
_SCENE = pytest.StashKey[Scene]()


def collect(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Return what collects the scenarios in a feature file of ours; None for another feature."""
    if not _is_ours(file_path):
        return None
    manager = parent.config.pluginmanager
    if not manager.has_plugin(_Hooks.__name__):
        parent.config.stash[_STAGES] = {}
        manager.register(_Hooks(), _Hooks.__name__)
    module: FeatureModule = FeatureModule.from_parent(parent, path=file_path)
    return module


def _is_ours(path: Path) -> bool:
    """Say whether a file is about a partnership, in whatever encoding: reading it tells what is wrong."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST)
    except OSError:
        return True
    return is_ours(content.replace(b"\0", b"").replace(b"\r", b"\n").decode("utf-8", "replace"))


class FeatureModule(pytest.Module):
    """A feature file as a module: one test for each scenario and row, and the steps as fixtures that only it sees."""

    stage: Stage
    """With the rules that it is about."""
    stories: int = 0
    """Failures that were told."""
    _read: tuple[Scenario, ...]

    def _getobj(self) -> types.ModuleType:
        self.stage = _stage(_rules(self.path, self.config), self.config)
        self._read = read_feature(self.path, shown_from(self.config.rootpath, self.path), self.stage.ruleset)
        module = types.ModuleType(self.path.stem)
        vars(module).update(_FIXTURES[self._read[0].language])
        return module

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Return a test for each scenario that was read, whatever the settings call a test."""
        items = [*super().collect()]  # makes the steps known
        templates = dict(zip(_names(self._read), map(_Template, self._read), strict=True))
        feature = _feature(self.path, self._read[0])
        feature.scenarios.update(templates)
        bdd_cache.features[feature.filename] = feature  # pytest-bdd does not read the file itself
        for name, template in templates.items():
            template.feature = feature
            made = scenario(self.path.name, name, features_base_dir=str(self.path.parent))(_nothing)
            item: ScenarioItem = ScenarioItem.from_parent(self, name=name, callobj=made)
            item.scenario, item.home = template.ours, self
            items.append(item)
        del bdd_cache.features[feature.filename]
        return items

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *arguments: Any) -> Any:
        """Tell what is wrong with a feature file or its rules as it stands, without a traceback."""
        if isinstance(excinfo.value, InvalidInputError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *arguments)


class ScenarioItem(pytest.Function):
    """A scenario as a test. Its tags are there to choose by (``-m``), and mean nothing to pytest or to a plugin."""

    scenario: Scenario
    home: FeatureModule

    def runtest(self) -> None:
        """Play the scenario on a scene of its own."""
        self.stash[_SCENE] = Scene(self.home.stage, self.scenario)
        super().runtest()

    def iter_markers_with_node(self, name: str | None = None) -> Iterator[tuple[Any, pytest.Mark]]:
        """Yield the marks of Python around it; its tags only where nobody asks for a mark of one name."""
        yield from super().iter_markers_with_node(name)
        if name is None:
            yield from ((self, pytest.Mark(tag, (), {}, _ispytest=True)) for tag in self.scenario.tags)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *arguments: Any) -> Any:
        """Tell why the scenario fails; only what is no step of ours has a traceback, which takes time to make."""
        self.home.stories += 1
        told = _told(self.stash[_SCENE], excinfo.value, self.home.stories)
        return told or super().repr_failure(excinfo, *arguments)


def _names(read: Iterable[Scenario]) -> Iterator[str]:
    """Yield a name of its own for the test of each scenario."""
    used, again = set[str](), collections.Counter[str]()
    for each in read:
        row = "-".join(value for _, value in each.example)
        plain = f"test_{make_python_name(each.name)[:_LONGEST_NAME]}" + (f"[{shortened(row)}]" if row else "")
        name = plain
        while name in used:
            again[plain] += 1
            name = f"{plain}_{again[plain] + 1}"
        used.add(name)
        yield name


_LONGEST_NAME = 100


def _feature(path: Path, first: Scenario) -> bdd.Feature:
    return bdd.Feature(
        scenarios=collections.OrderedDict(),
        filename=os.path.abspath(path),  # noqa: PTH100 - as pytest-bdd writes it
        rel_filename=os.path.join(path.parent.name, path.name),  # noqa: PTH118 - the same
        language=first.language,
        keyword="Functionaliteit",
        name=first.feature,
        tags=set(),
        background=None,
        line_number=1,
        description="",
    )


class _Template(bdd.ScenarioTemplate):
    """A scenario as pytest-bdd knows it. It has no tags and no examples: pytest-bdd would make marks of them."""

    def __init__(self, ours: Scenario) -> None:
        super().__init__(None, "Scenario", ours.name, ours.line, templated=False, description="")  # type: ignore[arg-type]  # the feature follows
        self.ours = ours

    def render(self, context: Mapping[str, object]) -> bdd.Scenario:  # noqa: ARG002 - its row is filled in already
        """Return the scenario with its steps."""
        steps = [_bdd_step(each) for each in self.ours.steps]
        return bdd.Scenario(
            self.feature, self.keyword, self.name, self.line_number, steps, self.description, set(self.ours.tags)
        )


def _bdd_step(ours: Step) -> bdd.Step:
    """Return a step for pytest-bdd, with what a step of somebody else takes from below it."""
    at = {"line": ours.line, "column": 1}
    rows = [
        {"id": "", "location": at, "cells": [{"location": at, "value": cell} for cell in row]} for row in ours.table
    ]
    table = DataTable.from_dict({"location": at, "rows": rows}) if rows else None
    below = None if ours.below is None else textwrap.dedent(ours.below)
    return bdd.Step(ours.text, ours.type, 0, ours.line, ours.keyword, table, below)


def _nothing() -> None:
    """Stand below a scenario, whose steps do everything."""


def _rules(path: Path, config: pytest.Config) -> Path | None:
    stated = str(config.getini("samenwerkadvies_rules"))
    return config.rootpath / stated if stated else rules_for(path, config.rootpath)


def _stage(rules: Path | None, config: pytest.Config) -> Stage:
    stages = config.stash[_STAGES]
    if rules not in stages:
        try:
            stages[rules] = Stage(load_ruleset(rules))
        except InvalidInputError as error:
            stages[rules] = error
    found = stages[rules]
    if isinstance(found, InvalidInputError):
        raise found
    return found


class _Pattern(StepParser):
    """Lets pytest-bdd find a step by our own list, so that a step is the same one in every run."""

    def __init__(self, definition: StepDefinition, language: str) -> None:
        super().__init__(f"{language}: {definition.patterns[language]}")
        self._definition = definition
        self._language = language

    def is_matching(self, name: str) -> bool:
        return first_match(self._definition.type, name, self._language) is self._definition

    def parse_arguments(self, name: str) -> dict[str, Any]:  # noqa: ARG002 - the step reads its own words
        return {}


def _perform(request: pytest.FixtureRequest) -> None:
    scene: Scene = request.node.stash[_SCENE]
    perform(scene.steps[scene.done], scene)


_FIXTURES: dict[str, dict[str, object]] = {}
for _language in ("nl", "en"):
    _known = set(globals())
    for _definition in STEPS:  # pytest-bdd puts a fixture for each step among the names of this module
        step(_Pattern(_definition, _language), _definition.type)(_perform)  # type: ignore[arg-type]  # one of three words
    _FIXTURES[_language] = {_name: _made for _name, _made in globals().items() if _name not in _known}


class _Hooks:
    """What happens around scenarios of ours; registered when the first is collected."""

    def pytest_bdd_after_step(self, request: pytest.FixtureRequest) -> None:
        if _SCENE in request.node.stash:
            request.node.stash[_SCENE].done += 1


def _told(scene: Scene, error: BaseException, number: int) -> str:
    """Return what is told about a failure, the whole story of the first; empty for an error of another kind of step."""
    if isinstance(error, StepDefinitionNotFoundError):
        try:
            find(scene.steps[scene.done], scene)
        except StepFailure as failure:
            error = failure
    if not isinstance(error, StepFailure):
        return ""
    story = failure_told(scene, error)
    return story if number <= MOST_STORIES else story.partition("\n")[0]
