"""The command `samenwerkadvies test`: play scenarios, and on request count, mutate and document them."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import attrs
import typer

from samenwerkadvies.cli.progress import progress_bar
from samenwerkadvies.scenarios import lines
from samenwerkadvies.scenarios.coverage import cover_all
from samenwerkadvies.scenarios.features import Scenario
from samenwerkadvies.scenarios.mutation import changed_in, mutate
from samenwerkadvies.scenarios.pipeline import write_for_pipeline
from samenwerkadvies.scenarios.running import Played, play_one
from samenwerkadvies.scenarios.scene import Stage
from samenwerkadvies.scenarios.session import Suite, gather, shown_from
from samenwerkadvies.scenarios.site import write_site
from samenwerkadvies.scenarios.steps import steps_page

__all__ = ["Wishes", "run", "steps_page"]


@attrs.frozen
class Wishes:
    """What is asked for besides playing the scenarios."""

    coverage: bool = False
    mutate: bool = False
    report: Path | None = None


def run(directory: Path | None, rules: Path | None, wishes: Wishes) -> bool:
    """Play the scenarios and tell what came out; return whether all is well.

    Raises:
        InvalidInputError: with everything that is wrong with the rules and the features.
    """
    folder = directory or next((found for found in [Path("features")] if found.is_dir()), Path())
    root = _root(folder)
    suites = gather(folder, root, rules)
    for suite in suites:
        _tell([lines.suite_line(suite, shown_from(root, suite.rules) if suite.rules else "meegeleverd")])
    if wishes.report:
        wishes.report.mkdir(parents=True, exist_ok=True)
    by_suite: list[tuple[Suite, tuple[Played, ...]]] = []
    with _each_of("Scenario's", sum(len(suite.scenarios) for suite in suites)) as advance:
        for suite in suites:
            stage = Stage(suite.ruleset)
            by_suite.append((suite, tuple(_played(scenario, stage, advance) for scenario in suite.scenarios)))
    played = [each for _, group in by_suite for each in group]
    _tell(lines.played_lines(played))
    is_well = not any(each.failure for each in played)
    for suite, group in by_suite:
        is_well &= _count_and_mutate(suite, group, wishes)
    if wishes.report:
        write_site(wishes.report, by_suite)
        write_for_pipeline(wishes.report, played)
        _tell([f"Het verslag staat in {wishes.report / 'index.html'}."])
    return is_well


def _played(scenario: Scenario, stage: Stage, advance: Callable[[], None]) -> Played:
    played = play_one(scenario, stage)
    advance()
    return played


def _root(folder: Path) -> Path:
    """Return the folder that bounds the search for rules: where we are, or the folder itself when it is elsewhere."""
    here, whole = Path.cwd(), folder.absolute()
    if whole.is_relative_to(here):
        return here
    return whole if whole.is_dir() else whole.parent


def _count_and_mutate(suite: Suite, played: Sequence[Played], wishes: Wishes) -> bool:
    """Tell about the rules of the set itself, and then about those that it extends, which do not count."""
    is_well, ruleset = True, suite.ruleset
    if wishes.coverage:
        covered, other = cover_all(ruleset, played)
        _tell(lines.all_coverage_lines(covered, other))
        is_well = all(rule.is_complete for rule in covered)
    if wishes.mutate and not any(each.failure for each in played):
        groups = changed_in(ruleset, played)
        with _each_of("Regels en grenzen", sum(len(rules) + len(moved) for rules, moved in groups)) as advance:
            mutation, apart = (mutate(ruleset, rules, moved, played, advance) for rules, moved in groups)
        _tell(lines.mutation_lines(mutation))
        is_well &= not mutation.survivors and not mutation.untouched
        if groups[1][0]:
            _tell(lines.mutation_lines(apart, lines.OF_ANOTHER))
    elif wishes.mutate:
        _tell([lines.NOT_MUTATED])
    return is_well


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


@contextlib.contextmanager
def _each_of(what: str, total: int) -> Iterator[Callable[[], None]]:
    """Show progress; give what to call after each."""
    done = itertools.count(1)
    with progress_bar(what) as tell:
        yield lambda: tell(next(done), total)
