"""What `samenwerkadvies test` says, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from samenwerkadvies.bilingual import all_of
from samenwerkadvies.errors import shortened
from samenwerkadvies.scenarios.coverage import RuleCoverage
from samenwerkadvies.scenarios.mutants import Mutant
from samenwerkadvies.scenarios.mutation import Mutation
from samenwerkadvies.scenarios.running import MOST_STORIES, Played
from samenwerkadvies.scenarios.session import Suite
from samenwerkadvies.wording.lists import counted

MOST_NAMES = 100
"""Failures after those that are named."""


def suite_line(suite: Suite, shown: str) -> str:
    """Return with which rules a suite is played."""
    ruleset = suite.ruleset
    files = counted(len(suite.files), "bestand", "bestanden")
    scenarios = counted(len(suite.scenarios), "scenario", "scenario's")
    return f"Regels: {shown} ({ruleset.name} {ruleset.version}); {files}, {scenarios}."


def played_lines(played: Iterable[Played]) -> Iterator[str]:
    """Yield the story of each failure, and the count."""
    played = list(played)
    failed = [each for each in played if each.failure]
    for each in failed[:MOST_STORIES]:
        yield from ("", "=" * 80, *each.failure.splitlines())
    if failed:
        yield from ("", "=" * 80)
    if short := failed[MOST_STORIES:]:
        yield "Ook fout:"
        yield from (f"  - {each.scenario.file}, {shortened(each.scenario.title)}" for each in short[:MOST_NAMES])
        yield from ([f"  en nog {len(short) - MOST_NAMES} andere"] if len(short) > MOST_NAMES else [])
    yield count_line(played)


def count_line(played: Sequence[Played]) -> str:
    """Return how many scenarios passed and how many failed."""
    total, failed = counted(len(played), "scenario", "scenario's"), sum(bool(each.failure) for each in played)
    return f"{total}: {len(played) - failed} goed, {failed} fout."


OF_ANOTHER = " in de regels die je uitbreidt (telt niet mee)"
"""Said of the rules of the set that this one extends."""


NOT_MUTATED = "Vergissingen: niet geprobeerd, want eerst moeten alle scenario's goed zijn."


def all_coverage_lines(own: Sequence[RuleCoverage], other: Sequence[RuleCoverage]) -> Iterator[str]:
    """Yield what is said of the rules of a set itself, and then of those of the set that it extends."""
    yield from coverage_lines(own)
    if other:
        yield from coverage_lines(other, OF_ANOTHER)


def coverage_lines(covered: Iterable[RuleCoverage], which: str = "") -> Iterator[str]:
    """Yield what no scenario checks, and the count."""
    covered = list(covered)
    complete = sum(rule.is_complete for rule in covered)
    yield f"Dekking{which}: {complete} van {counted(len(covered), 'regel', 'regels')} helemaal."
    for rule in covered:
        if rule.scenarios and not rule.is_complete:
            yield f"  {rule.rule}"
            yield from (f"    - {line}" for line in rule.lines())
    yield from _unseen([rule.rule for rule in covered if not rule.scenarios])


def _unseen(rules: Sequence[str]) -> Iterator[str]:
    """Yield one line on the rules that no scenario looks at."""
    if rules:
        more = len(rules) - MOST_NAMES
        names = [*rules[:MOST_NAMES], f"nog {more} andere"] if more > 0 else rules
        yield f"  Geen scenario kijkt naar {counted(len(rules), 'regel', 'regels')}: {all_of(names)}."


def mutation_lines(mutation: Mutation, which: str = "") -> Iterator[str]:
    """Yield the changes that no scenario noticed, and the count."""
    count, survivors = counted(mutation.changes, "kleine wijziging", "kleine wijzigingen"), mutation.survivors
    same = f"; {mutation.equivalent} veranderden niets" if mutation.equivalent else ""
    yield f"Vergissingen{which}: {count} geprobeerd, {mutation.noticed} opgemerkt, {len(survivors)} niet{same}."
    for what, group in _by_what(survivors).items():
        yield f"  {what}"
        for survivor in group:
            yield f"    - {survivor_sentence(survivor)}"
            if survivor.line:
                yield f"      als: {survivor.line}"
    yield from _unseen(mutation.untouched)


def _by_what(survivors: Iterable[Mutant]) -> dict[str, list[Mutant]]:
    groups: dict[str, list[Mutant]] = {}
    for survivor in survivors:
        groups.setdefault(survivor.of, []).append(survivor)
    return groups


def survivor_sentence(survivor: Mutant) -> str:
    """Return a change that no scenario noticed, as a sentence."""
    if not survivor.became:
        return f"Als '{survivor.was}' er niet stond, merkte geen scenario het."
    return f"Als '{survivor.was}' '{survivor.became}' was, merkte geen scenario het."
