"""Gather the features in a folder with the rules that they are about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs

from samenwerkadvies.errors import InvalidInputError, Problem
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.scenarios.features import SUFFIX, Scenario, feature_files
from samenwerkadvies.scenarios.reading import read_feature

RULES_FOLDERS = ("regels", "rules")
"""What a folder of rule files beside features is called, or the rule file in a folder that holds both."""


@attrs.frozen
class Suite:
    """The scenarios that are about one ruleset."""

    rules: Path | None
    """The folder of the rules; None for the shipped ones."""
    ruleset: Ruleset
    files: tuple[Path, ...]
    scenarios: tuple[Scenario, ...]


def rules_for(feature: Path, root: Path) -> Path | None:
    """Return the nearest folder with rule files: around a feature, beside it, or higher, up to the root."""
    for folder in feature.absolute().parents:
        if found := _rules_in(folder):
            return found
        if folder == root.absolute():
            break
    return None


def _rules_in(folder: Path) -> Path | None:
    for name in RULES_FOLDERS:
        if any((folder / name).glob("*.yaml")):
            return folder / name
        if (folder / f"{name}.yaml").is_file():
            return folder
    return None


def rules_folders(folder: Path) -> tuple[Path, ...]:
    """Return every folder of rules in a folder and below it, where ``rules_for`` would find them."""
    inside = [folder, *sorted(path for path in folder.rglob("*") if path.is_dir())]
    return tuple(dict.fromkeys(found for found in map(_rules_in, inside) if found))


def gather(
    folder: Path, root: Path, rules: Path | None = None, load: Callable[[Path | None], Ruleset] = load_ruleset
) -> tuple[Suite, ...]:
    """Return the suites in a folder (or of one file), by their rules: those given, or the nearest up to ``root``.

    ``load`` is how rules are loaded: a caller that gathers again and again may keep those that did not change.

    Raises:
        InvalidInputError: with everything that is wrong with rules and features.
    """
    problems: list[Problem] = []
    groups: dict[Path | None, list[Path]] = {}
    for file in feature_files(folder):
        groups.setdefault(rules or rules_for(file, root), []).append(file)
    for file in folder.rglob(f"*{SUFFIX}.txt"):  # what Windows makes of it, and does not show
        expected = f"een naam die eindigt op {SUFFIX}, zonder .txt"
        problems.append(
            Problem(code="SCEN08", message="dit bestand doet niet mee", place=shown_from(root, file), expected=expected)
        )
    if not groups and not problems:
        expected = f"een map met bestanden die eindigen op {SUFFIX}"
        message = "hier staan geen scenario's" if folder.exists() else "deze map bestaat niet"
        problems.append(Problem(code="SCEN08", message=message, place=str(folder), expected=expected))
    suites = []
    for found, files in groups.items():
        try:
            ruleset = load(found)
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
