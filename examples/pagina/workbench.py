"""Between the workbench and the library: JSON in, JSON out. Every call brings all files of the writer.

The files are put in a folder of the browser's memory, and the library works there as it does on a disk: so it says
the same, about the same names.
"""

import collections
import contextlib
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from samenwerkadvies import InvalidInputError, Language, Ruleset, load_ruleset
from samenwerkadvies.loading.sources import shipped_sources
from samenwerkadvies.outputs import checked_lines
from samenwerkadvies.scenarios.features import feature_files
from samenwerkadvies.scenarios.lines import count_line
from samenwerkadvies.scenarios.running import Played, play_one
from samenwerkadvies.scenarios.scene import Stage
from samenwerkadvies.scenarios.session import Suite, gather, rules_folders
from samenwerkadvies.scenarios.starting import start_files

Files = dict[str, str]
HERE = Path(__file__).parent
BESIDE = HERE / "workbench" if (HERE / "workbench").is_dir() else HERE.parents[1]
"""Where the shipped features and the examples stand: beside this file where it was built, or else in the checkout."""
KEPT = 4
"""Rulesets that are kept, by what stands in their files."""


def call(name: str, given: str, language: Language) -> str:
    """Answer one call of the workbench: its result, or what is wrong with what was given."""
    try:
        found = CALLS[name](**json.loads(given))
    except InvalidInputError as error:
        return json.dumps({"problems": [each.to_dict() for each in error.in_language(language).problems]})
    return json.dumps({"result": found}, default=str)


def shipped() -> dict[str, Any]:
    """Return the shipped rules and features, by the names that problems give them."""
    rules = {source.shown: source.text for source in shipped_sources()}
    features = {
        path.relative_to(BESIDE).as_posix(): path.read_text("utf-8")
        for path in feature_files(BESIDE / "features/beleid")
    }
    return {"files": rules | features}


def start(*, extends: bool) -> dict[str, Any]:
    """Return the files that rules of one's own begin with."""
    return {"files": start_files(extends=extends)}


class _Kept:
    """The rulesets that were loaded last, or what was wrong with them: a call mostly brings the same rules again."""

    def __init__(self) -> None:
        self._found: collections.OrderedDict[tuple[tuple[str, str], ...], Ruleset | InvalidInputError] = (
            collections.OrderedDict()
        )

    def load(self, folder: Path | None) -> Ruleset:
        """Load the rules of a folder below the one where we are; with None the shipped ones."""
        if folder is None:
            return load_ruleset()
        near = folder.absolute().relative_to(Path.cwd())
        files = sorted(path for path in (*near.glob("*.y*ml"), *near.glob("vertalingen/*.y*ml")) if path.is_file())
        key = tuple((str(path), path.read_text("utf-8")) for path in files)
        if key not in self._found:
            self._found[key] = _loaded(near)
            while len(self._found) > KEPT:
                self._found.popitem(last=False)
        self._found.move_to_end(key)
        found = self._found[key]
        if isinstance(found, InvalidInputError):
            raise found
        return found


def _loaded(folder: Path) -> Ruleset | InvalidInputError:
    try:
        return load_ruleset(folder)
    except InvalidInputError as error:
        return error


KEEPING = _Kept()


@contextlib.contextmanager
def _written(files: Mapping[str, str]) -> Iterator[Path]:
    """Put files in a folder, and be there: every name in a message is then that of the writer."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work, "eigen-regels")
        folder.mkdir()
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="")
        with contextlib.chdir(folder):
            yield Path()


def _rules(here: Path) -> tuple[Path, ...]:
    """Return the folders of rules: as ``samenwerkadvies test`` finds them, or else the folder itself."""
    return rules_folders(here) or tuple({here for path in here.glob("*.yaml") if not _is_case(path.read_text("utf-8"))})


def _is_case(text: str) -> bool:
    return re.search(r"^[\"']?peildatum[\"']?\s*:", text, re.MULTILINE) is not None


def _suites(here: Path) -> tuple[Suite, ...]:
    """Return the scenarios with their rules, as ``samenwerkadvies test`` finds them."""
    rules = None if rules_folders(here) else next(iter(_rules(here)), None)
    return gather(here, here, rules, KEEPING.load) if feature_files(here) else ()


def check(files: Files) -> dict[str, Any]:
    """Return everything that is wrong with rules and features; what is only doubted is a warning."""
    problems, suites, rulesets = [], (), []
    with _written(files) as here:
        try:
            suites = _suites(here)
        except InvalidInputError as error:
            problems += error.problems
        for folder in _rules(here):
            try:
                rulesets.append(KEEPING.load(folder))
            except InvalidInputError as error:
                problems += error.problems
    told = [{**each.to_dict(), "warning": False} for each in InvalidInputError(problems).problems]
    warnings = (each for ruleset in rulesets for each in ruleset.warnings)
    told += [{**each.to_dict(), "warning": True} for each in warnings]
    return {
        "problems": told,
        "changes": [line for ruleset in rulesets for line in checked_lines(ruleset)],
        "counts": None if problems else _counts(rulesets or [load_ruleset()], suites),
    }


def _counts(rulesets: Iterable[Ruleset], suites: Iterable[Suite]) -> dict[str, int]:
    found = list(rulesets)
    return {
        "facts": sum(len(each.vocabulary.facts) for each in found),
        "rules": sum(len(each.rules) for each in found),
        "thresholds": sum(len(each.thresholds) for each in found),
        "scenarios": sum(len(suite.scenarios) for suite in suites),
    }


def test(files: Files) -> dict[str, Any]:
    """Play the scenarios, and tell what came out as ``samenwerkadvies test`` does."""
    with _written(files) as here:
        played = [each for suite in _suites(here) for each in _played(suite)]
    features: dict[str, list[Played]] = {}
    for each in played:
        features.setdefault(each.scenario.file, []).append(each)
    return {
        "summary": count_line(played),
        "features": [
            {
                "file": file,
                "name": group[0].scenario.feature,
                "scenarios": [
                    {
                        "name": each.scenario.title,
                        "line": each.scenario.line,
                        "passed": not each.failure,
                        "told": each.failure,
                    }
                    for each in group
                ],
            }
            for file, group in features.items()
        ],
    }


def _played(suite: Suite) -> list[Played]:
    stage = Stage(suite.ruleset)
    return [play_one(scenario, stage) for scenario in suite.scenarios]


CALLS = {each.__name__: each for each in (shipped, start, check, test)}
