"""Gather the features in a folder with the rules that they are about, and play them in a session of pytest."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import attrs
import pytest

from samenwerkadvies.errors import InvalidInputError, Problem
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.scenarios.features import Scenario, feature_files, read_feature
from samenwerkadvies.scenarios.plugin import PLAYED, Played, rules_for


@attrs.frozen
class Suite:
    """The scenarios that are about one ruleset."""

    rules: Path | None
    """The folder of the rules; None for the shipped ones."""
    ruleset: Ruleset
    files: tuple[Path, ...]
    scenarios: tuple[Scenario, ...]


def gather(folder: Path, root: Path, rules: Path | None = None) -> tuple[Suite, ...]:
    """Return the suites in a folder (or of one file), by their rules: those given, or the nearest up to ``root``.

    Raises:
        InvalidInputError: with everything that is wrong with rules and features.
    """
    problems: list[Problem] = []
    groups: dict[Path | None, list[Path]] = {}
    for file in feature_files(folder):
        groups.setdefault(rules or rules_for(file, root), []).append(file)
    if not groups:
        expected = "een map met bestanden die eindigen op .feature"
        message = "hier staan geen scenario's" if folder.exists() else "deze map bestaat niet"
        problems.append(Problem("SCEN08", message, None, str(folder), expected))
    suites = []
    for found, files in groups.items():
        try:
            ruleset = Ruleset.load(found)
        except InvalidInputError as error:
            problems += error.problems
            continue
        scenarios: list[Scenario] = []
        for file in files:
            try:
                scenarios += read_feature(file, shown_from(root, file), ruleset)
            except InvalidInputError as error:
                problems += error.problems
        suites.append(Suite(found, ruleset, tuple(files), tuple(scenarios)))
    if problems:
        raise InvalidInputError(problems)
    return tuple(suites)


def shown_from(root: Path, file: Path) -> str:
    """Return how a file is called in messages: from the root, where it stands below that."""
    whole = file.absolute()
    return str(whole.relative_to(root.absolute()) if whole.is_relative_to(root.absolute()) else file)


class _Listener:
    """Hears from pytest how far it is."""

    def __init__(self, on_played: Callable[[], None]) -> None:
        self.played: list[Played] = []
        self._on_played = on_played

    def pytest_runtest_logfinish(self) -> None:
        self._on_played()

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        self.played = session.config.stash[PLAYED]


def play(
    suites: tuple[Suite, ...], root: Path, *, rules: Path | None = None, reports: Path | None = None,
    on_played: Callable[[], None] = lambda: None,
) -> tuple[Played, ...]:  # fmt: skip
    """Play all scenarios; ``on_played`` is called after each.

    With a folder for ``reports``, pytest writes ``junit.xml`` there and pytest-bdd ``cucumber.json``.
    The session is closed off from the surroundings: no other plugin, no settings, no Python file is loaded.
    """
    arguments = [
        *(str(file.absolute()) for suite in suites for file in suite.files),
        *("-c", os.devnull, "--rootdir", str(root.absolute()), "--confcutdir", str(root.absolute()), "--noconftest"),
        "--disable-plugin-autoload",
        *("-p", "pytest_bdd.plugin", "-p", "samenwerkadvies_pytest"),
        *("-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:faulthandler", "--capture=no"),
    ]
    if rules:
        arguments += ["-o", f"samenwerkadvies_rules={rules.absolute()}"]
    if reports:
        arguments += [f"--junitxml={reports / 'junit.xml'}", f"--cucumberjson={reports / 'cucumber.json'}"]
    listener = _Listener(on_played)
    with mock.patch.dict(os.environ):  # pytest leaves marks of its own there as well
        os.environ.pop("PYTEST_ADDOPTS", None)
        pytest.main(arguments, plugins=[listener])
    return tuple(listener.played)
