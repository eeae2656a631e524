"""Run scenarios under pytest, through pytest-bdd: a feature file becomes a module of tests, without any Python file."""

from __future__ import annotations

import types
from collections.abc import Generator
from pathlib import Path
from typing import Any

import attrs
import pytest
from pytest_bdd import parser as bdd
from pytest_bdd import scenario, step
from pytest_bdd.exceptions import StepDefinitionNotFoundError
from pytest_bdd.parsers import StepParser
from pytest_bdd.scenario import get_python_name_generator

from samenwerkadvies.errors import InvalidInputError
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.scenarios.definition import StepDefinition
from samenwerkadvies.scenarios.features import Scenario, is_ours, parsed, read_feature
from samenwerkadvies.scenarios.scene import Scene, Stage, StepFailure
from samenwerkadvies.scenarios.steps import STEPS, find, first_match, perform
from samenwerkadvies.scenarios.telling import failure_told

RULES_FOLDERS = ("regels", "rules")
"""What a folder of rule files beside features is called."""


@attrs.frozen
class Played:
    """A scenario that ran: what it checked, for which partnerships it asked advice, and why it failed."""

    scenario: Scenario
    rules: Path | None
    """The folder with the rules that it was played with; None for the shipped ones."""
    checked: dict[str, set[bool | None]]
    asked: tuple[Partnership, ...]
    failure: str
    """Empty where it passed."""


@attrs.define
class _Playing:
    """A scenario while it runs."""

    scene: Scene
    done: int = 0
    """Steps that are behind it."""


PLAYED = pytest.StashKey[list[Played]]()
"""In the stash of the session's configuration: the scenarios that ran."""
_STAGES = pytest.StashKey[dict[Path | None, Stage | InvalidInputError]]()
_PLAYING = pytest.StashKey[_Playing]()


def rules_for(feature: Path, root: Path) -> Path | None:
    """Return the nearest folder with rule files: beside a feature, or beside a folder above it, up to the root."""
    for folder in feature.absolute().parents:
        for name in RULES_FOLDERS:
            if any((folder / name).glob("*.yaml")):
                return folder / name
        if folder == root.absolute():
            break
    return None


def collect(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Return what collects the scenarios in a feature file of ours; None for another feature."""
    if not is_ours(file_path.read_text("utf-8", errors="replace")):
        return None
    manager = parent.config.pluginmanager
    if not manager.has_plugin(_Hooks.__name__):
        parent.config.stash[PLAYED] = []
        parent.config.stash[_STAGES] = {}
        manager.register(_Hooks(), _Hooks.__name__)
    module: FeatureModule = FeatureModule.from_parent(parent, path=file_path)
    return module


class FeatureModule(pytest.Module):
    """A feature file as a module: one test for each scenario, and the steps as fixtures that only it sees."""

    rules: Path | None
    stage: Stage
    scenarios: dict[tuple[str, tuple[tuple[str, str], ...]], Scenario]
    """By the name of their test and the row of examples."""

    def _getobj(self) -> types.ModuleType:
        root = self.config.rootpath
        self.rules = _rules(self.path, self.config)
        self.stage = _stage(self.rules, self.config)
        shown = str(self.path.relative_to(root) if self.path.is_relative_to(root) else self.path)
        read = read_feature(self.path, shown, self.stage.ruleset)
        self.scenarios = {}
        module = types.ModuleType(self.path.stem)
        vars(module).update(_FIXTURES[read[0].language])
        for name, template in parsed(self.path).scenarios.items():
            self._declare_marks(template)
            test = next(each for each in get_python_name_generator(name) if not hasattr(module, each))
            made = scenario(self.path.name, name, features_base_dir=str(self.path.parent))(_nothing)
            setattr(module, test, made)
            self.scenarios |= {(test, each.example): each for each in read if each.name == name}
        return module

    def _declare_marks(self, template: bdd.ScenarioTemplate) -> None:
        """Make each tag a mark that pytest knows, so that ``-m tag`` works and no tag is an error."""
        tags = {*template.feature.tags, *template.tags, *(template.rule.tags if template.rule else ())}
        for tag in sorted(tags.union(*(examples.tags for examples in template.examples))):
            self.config.addinivalue_line("markers", f"{tag}: from a feature file")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *arguments: Any) -> Any:
        """Tell what is wrong with a feature file or its rules as it stands, without a traceback."""
        if isinstance(excinfo.value, InvalidInputError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *arguments)


def _nothing() -> None:
    """Stand below a scenario, whose steps do everything."""


def _rules(path: Path, config: pytest.Config) -> Path | None:
    stated = str(config.getini("samenwerkadvies_rules"))
    return config.rootpath / stated if stated else rules_for(path, config.rootpath)


def _stage(rules: Path | None, config: pytest.Config) -> Stage:
    stages = config.stash[_STAGES]
    if rules not in stages:
        try:
            stages[rules] = Stage(Ruleset.load(rules))
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
    playing: _Playing = request.node.stash[_PLAYING]
    perform(playing.scene.scenario.steps[playing.done], playing.scene)


_FIXTURES: dict[str, dict[str, object]] = {}
for _language in ("nl", "en"):
    _known = set(globals())
    for _definition in STEPS:  # pytest-bdd puts a fixture for each step among the names of this module
        step(_Pattern(_definition, _language), _definition.type)(_perform)  # type: ignore[arg-type]  # one of three words
    _FIXTURES[_language] = {_name: _made for _name, _made in globals().items() if _name not in _known}


class _Hooks:
    """What happens around scenarios of ours; registered when the first is collected."""

    def pytest_bdd_before_scenario(self, request: pytest.FixtureRequest) -> None:
        module = request.node.parent
        if isinstance(module, FeatureModule):
            example = request.getfixturevalue("_pytest_bdd_example")
            found = module.scenarios[request.node.originalname, tuple(example.items())]
            request.node.stash[_PLAYING] = _Playing(Scene(module.stage, found))

    def pytest_bdd_after_step(self, request: pytest.FixtureRequest) -> None:
        if _PLAYING in request.node.stash:
            request.node.stash[_PLAYING].done += 1

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if call.when == "call" and _PLAYING in item.stash and isinstance(item.parent, FeatureModule):
            playing = item.stash[_PLAYING]
            scene = playing.scene
            if call.excinfo:
                report.longrepr = _told(playing, call.excinfo.value) or report.longrepr
            failure = str(report.longrepr) if report.failed else ""
            played = Played(scene.scenario, item.parent.rules, scene.checked, tuple(scene.asked), failure)
            item.config.stash[PLAYED].append(played)
        return report


def _told(playing: _Playing, error: BaseException) -> str:
    """Return what is told about a failure; empty for an error that is not of a step of ours."""
    scene, failed = playing.scene, playing.scene.scenario.steps[playing.done]
    if isinstance(error, StepDefinitionNotFoundError):
        try:
            find(failed, scene.scenario.language)
        except StepFailure as failure:
            error = failure
    return failure_told(scene, failed, error) if isinstance(error, StepFailure) else ""
