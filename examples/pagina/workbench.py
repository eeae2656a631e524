"""Between the workbench and the library: JSON in, JSON out. Every call brings all files of the writer.

The files are put in a folder of the browser's memory, and the library works there as it does on a disk: so it says
the same, about the same names.
"""

import contextlib
import json
import re
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import attrs

from samenwerkadvies import (
    Adviser,
    Assessment,
    Interview,
    InvalidInputError,
    Language,
    Problem,
    Ruleset,
    load_cases,
    load_ruleset,
)
from samenwerkadvies.editing.choices import choices_at
from samenwerkadvies.editing.kept import KeptRules
from samenwerkadvies.editing.packing import packed, unpacked, write_files
from samenwerkadvies.editing.spots import spot_at
from samenwerkadvies.loading.keeping import CaseFile
from samenwerkadvies.loading.sources import shipped_sources
from samenwerkadvies.outputs import checked_lines, to_html
from samenwerkadvies.ruleset import DUTCH
from samenwerkadvies.scenarios.coverage import cover_all
from samenwerkadvies.scenarios.features import feature_files
from samenwerkadvies.scenarios.lines import NOT_MUTATED, OF_ANOTHER, all_coverage_lines, count_line, mutation_lines
from samenwerkadvies.scenarios.mutation import changed_in, mutate
from samenwerkadvies.scenarios.running import Played, play_one
from samenwerkadvies.scenarios.scene import Stage
from samenwerkadvies.scenarios.session import Suite, gather, rules_folders, rules_for
from samenwerkadvies.scenarios.starting import start_files

T = TypeVar("T")
Files = dict[str, str]
HERE = Path(__file__).parent
BESIDE = HERE / "workbench" if (HERE / "workbench").is_dir() else HERE.parents[1]
"""Where the shipped features and the examples stand: beside this file where it was built, or else in the checkout."""
KEPT = 4
"""Rulesets that are kept, by what stands in their files."""
PATIENCE = 20
"""Seconds in which slips are looked for."""


def call(name: str, given: str, language: Language) -> str:
    """Answer one call of the workbench: its result, or what is wrong with what was given."""
    try:
        found = CALLS[name](**json.loads(given))
    except InvalidInputError as error:
        return json.dumps({"problems": [each.to_dict() for each in error.in_language(language).problems]})
    return json.dumps({"result": found}, default=_as_json)


def _as_json(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)


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


KEEPING = KeptRules(KEPT)


@contextlib.contextmanager
def _written(files: Mapping[str, str]) -> Iterator[Path]:
    """Put files in a folder, and be there: every name in a message is then that of the writer."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work, "eigen-regels")
        folder.mkdir()
        write_files(files, folder)
        with contextlib.chdir(folder):
            yield Path()


def _rules(here: Path) -> tuple[Path, ...]:
    """Return the folders of rules: as ``samenwerkadvies test`` finds them, or else the folder itself."""
    return rules_folders(here) or ((here,) if any(not _is_case(path) for path in here.glob("*.yaml")) else ())


def _ruleset(here: Path) -> Ruleset:
    """Return the rules that cases are tried on: those that stand highest, or else the shipped ones."""
    return KEEPING.load(next(iter(_rules(here)), None))


def _is_case(path: Path) -> bool:
    return re.search(rb"^[\"']?peildatum[\"']?\s*:", path.read_bytes(), re.MULTILINE) is not None


def _own_cases(here: Path) -> list[Path]:
    return sorted(path for path in here.rglob("*.yaml") if _is_case(path))


def _suites(here: Path) -> tuple[Suite, ...]:
    """Return the scenarios with their rules, as ``samenwerkadvies test`` finds them."""
    rules = None if rules_folders(here) else next(iter(_rules(here)), None)
    return gather(here, here, rules, KEEPING.load) if feature_files(here) else ()


def check(files: Files) -> dict[str, Any]:
    """Return everything that is wrong with rules and features; what is only doubted is a warning."""
    problems: list[Problem] = []
    suites: tuple[Suite, ...] = ()
    rulesets: list[Ruleset] = []
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
        if not problems:
            problems += _wrong_cases(here)
    told = [{**each.to_dict(), "warning": False} for each in InvalidInputError(problems).problems]
    warnings = (each for ruleset in rulesets for each in ruleset.warnings)
    told += [{**each.to_dict(), "warning": True} for each in warnings]
    return {
        "problems": told,
        "changes": [line for ruleset in rulesets for line in checked_lines(ruleset)],
        "counts": None if problems else _counts(rulesets or [load_ruleset()], suites),
    }


def _wrong_cases(here: Path) -> Iterator[Problem]:
    vocabulary = _ruleset(here).vocabulary
    for path in _own_cases(here):
        try:
            load_cases(path, vocabulary)
        except InvalidInputError as error:
            yield from error.problems


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


def coverage(files: Files) -> dict[str, Any]:
    """Return what no scenario checks, as ``samenwerkadvies test --coverage`` tells it."""
    with _written(files) as here:
        covered = [cover_all(suite.ruleset, _played(suite)) for suite in _suites(here)]
    return {"lines": [line for own, other in covered for line in all_coverage_lines(own, other)]}


def slips(files: Files, seconds: float = PATIENCE) -> dict[str, Any]:
    """Return the small changes that no scenario notices, as ``samenwerkadvies test --mutate`` tells them.

    After so many seconds no other rule or threshold is taken; ``left`` were not tried.
    """
    until = time.monotonic() + seconds
    lines: list[str] = []
    left: list[object] = []

    def in_time(found: Iterable[T]) -> Iterator[T]:
        for each in found:
            if time.monotonic() < until:
                yield each
            else:
                left.append(each)

    with _written(files) as here:
        for suite in _suites(here):
            played = _played(suite)
            if any(each.failure for each in played):
                lines.append(NOT_MUTATED)
                continue
            for (rules, thresholds), which in zip(changed_in(suite.ruleset, played), ("", OF_ANOTHER), strict=True):
                mutation = mutate(suite.ruleset, in_time(rules), in_time(thresholds), played)
                lines += mutation_lines(mutation, which) if rules or not which else []
    return {"lines": lines, "left": len(left)}


def cases(files: Files) -> list[dict[str, Any]]:
    """Return the cases to try the rules on: the writer's own, and the examples of which the rules know the facts.

    Where there are none, the partnerships that the scenarios are about.
    """
    with _written(files) as here:
        adviser = Adviser(_ruleset(here), engine="reference")
        found = [(str(path), path) for path in _own_cases(here)]
        found += [(path.name, path) for path in sorted((BESIDE / "examples").rglob("*.yaml")) if _is_case(path)]
        fitting = [each for name, path in found for each in _cases_in(path, name, adviser)]
        return fitting or [each for suite in _suites(here) for each in _cases_of(suite, adviser)]


def _cases_in(path: Path, name: str, adviser: Adviser) -> Iterator[dict[str, Any]]:
    """Yield the case in a file; nothing where these rules do not know what it says."""
    with contextlib.suppress(InvalidInputError):
        case = Interview.start(adviser, CaseFile.read(path).case).to_case()
        yield {"name": case.get("naam") or name, "case": case}


def _cases_of(suite: Suite, adviser: Adviser) -> Iterator[dict[str, Any]]:
    """Yield the partnership that each scenario is about, by the name of the scenario."""
    for each in _played(suite):
        for partnership in each.asked[:1]:
            with contextlib.suppress(InvalidInputError):
                yield {"name": each.scenario.title, "case": Interview.start(adviser, partnership).to_case()}


def try_on(files: Files, case: dict[str, Any]) -> dict[str, Any]:
    """Return the report about a case by the writer's rules, and what differs from the shipped ones."""
    with _written(files) as here:
        ruleset = _ruleset(here)
    after = Adviser(ruleset, engine="reference").assess(case)
    before = _by_the_shipped(case) if ruleset.inherited else None
    found, other = ruleset.with_checks.rules, load_ruleset().with_checks.rules
    held, holds = before.findings if before else after.findings, after.findings
    return {
        "html": to_html(after, fragment=True),
        "compared": before is not None,
        "appeared": [found[rule].texts[DUTCH].finding for rule in holds if rule not in held],
        "gone": [other[rule].texts[DUTCH].finding for rule in held if rule not in holds],
        "same": len({*held} & {*holds}),
    }


def _by_the_shipped(case: dict[str, Any]) -> Assessment | None:
    """Return what the shipped rules say about a case, of the facts that they know; None where it does not fit them."""
    known = load_ruleset().vocabulary.facts
    facts = {name: answer for name, answer in (case.get("feiten") or {}).items() if name in known}
    rest = {key: value for key, value in case.items() if key != "toelichting"}
    try:
        return Adviser(engine="reference").assess({**rest, "feiten": facts})
    except InvalidInputError:
        return None


def unpack(data: str) -> dict[str, Any]:
    """Return the files in a zip (base64), and the names of what else is in it."""
    files, left = unpacked(data)
    return {"files": files, "left": left}


def pack(files: Files) -> dict[str, Any]:
    """Return a zip (base64) of files."""
    return {"data": packed(files)}


def at(files: Files, file: str, line: int, column: int) -> dict[str, Any] | None:
    """Return what stands at a place of one's own files or of the shipped ones; None for nothing."""
    with _written(files) as here:
        ruleset = _last_good(here, file)
    if file not in files and not ruleset.inherited:
        ruleset = load_ruleset()
    spot = spot_at(ruleset, {**files, **shipped()["files"], **files}, file, line, column)
    return attrs.asdict(spot) if spot else None


def complete(files: Files, file: str, line: int, column: int) -> dict[str, Any]:
    """Return what could stand at a place of one's own files."""
    with _written(files) as here:
        found = choices_at(_last_good(here, file), files, file, line, column)
    return {"from": found.start, "items": [attrs.asdict(each) for each in found.items]}


def _last_good(here: Path, file: str) -> Ruleset:
    """Return the rules that a file belongs to as they held last; before they ever held, the shipped ones."""
    folder = rules_for(here / file, here) or next(iter(_rules(here)), None)
    with contextlib.suppress(InvalidInputError):
        KEEPING.load(folder)
    return KEEPING.good(folder)


CALLS = {
    each.__name__: each
    for each in (shipped, start, unpack, pack, check, at, complete, cases, try_on, test, coverage, slips)
}
