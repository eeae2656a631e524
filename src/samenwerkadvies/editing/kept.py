"""Rules that are loaded again and again while they are being written: those that did not change are kept."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import TypeVar

from samenwerkadvies.errors import InvalidInputError, InvalidRulesetError, Problem
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.ruleset import Ruleset

T = TypeVar("T")


class KeptRules:
    """The rules that were loaded last, or what was wrong with them: a call mostly brings the same again."""

    def __init__(self, most: int) -> None:
        """Keep so many rulesets."""
        self._most = most
        self._found: dict[Hashable, Ruleset | tuple[Problem, ...]] = {}
        self._good: dict[Hashable, Ruleset] = {}

    def load(self, folder: Path | None) -> Ruleset:
        """Load the rules of a folder in the one where we are; with None the shipped ones.

        Raises:
            InvalidRulesetError: with everything that is wrong with them; their names begin where we are.
        """
        if folder is None:
            return load_ruleset()
        near = _near(folder)
        files = sorted(path for path in (*near.glob("*.y*ml"), *near.glob("vertalingen/*.y*ml")) if path.is_file())
        key = tuple((str(path), path.read_bytes()) for path in files)
        found = self._found.pop(key, None) or _loaded(near)
        self._keep(self._found, key, found)
        if not isinstance(found, Ruleset):
            raise InvalidRulesetError(found)
        self._keep(self._good, near, found)
        return found

    def good(self, folder: Path | None) -> Ruleset:
        """Return the rules of a folder as they held last; the shipped ones where they never did."""
        return (folder and self._good.get(_near(folder))) or load_ruleset()

    def _keep(self, kept: dict[Hashable, T], key: Hashable, found: T) -> None:
        """Keep something as the last."""
        kept.pop(key, None)
        kept[key] = found
        while len(kept) > self._most:
            del kept[next(iter(kept))]


def _near(folder: Path) -> Path:
    return folder.absolute().relative_to(Path.cwd())


def _loaded(folder: Path) -> Ruleset | tuple[Problem, ...]:
    try:
        return load_ruleset(folder)
    except InvalidInputError as error:
        return error.problems
