"""Test the tests of the rules: change each rule a little, and see whether some scenario notices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.in_force import holding_always
from samenwerkadvies.inquiry.equivalence import is_equivalent
from samenwerkadvies.meaning.evaluate import outcome_of
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.priority import Ranking
from samenwerkadvies.ruleset import DUTCH, Rule, Ruleset
from samenwerkadvies.scenarios.coverage import (
    checked_of_another,
    own_rules,
    own_thresholds,
    thresholds_of_another,
)
from samenwerkadvies.scenarios.mutants import Mutant, moved, mutants
from samenwerkadvies.scenarios.running import Played, play_one
from samenwerkadvies.scenarios.scene import Stage
from samenwerkadvies.thresholds import Threshold
from samenwerkadvies.wording.sentences import Sentences


@attrs.frozen
class Mutation:
    """What the scenarios noticed."""

    noticed: int
    equivalent: int
    """Changes that change nothing: proved over every answer that the facts can have."""
    survivors: tuple[Mutant, ...]
    """Changes that no scenario noticed."""
    untouched: tuple[str, ...]
    """Rules that no scenario checks and of which no change was noticed; their changes are not counted."""

    @property
    def changes(self) -> int:
        """All changes that were tried."""
        return self.noticed + self.equivalent + len(self.survivors)


@attrs.frozen
class _Case:
    played: Played
    partnership: Partnership
    decided: dict[str, bool | None]
    rules: Mapping[str, Rule]
    """As they are without the change."""


def mutate(
    ruleset: Ruleset,
    rules: Iterable[Rule],
    thresholds: Iterable[Threshold],
    played: Iterable[Played],
    on_each: Callable[[], None] = lambda: None,
) -> Mutation:
    """Try every small change of rules and thresholds; all scenarios must have passed.

    ``on_each`` is called after each of them; one is taken from those given when it is its turn, so that a caller can
    stop. The scenarios run again in this process, on the reference engine.
    """
    played = tuple(played)
    ruleset = ruleset.with_checks
    engine, sentences = ReferenceEngine(ruleset), Sentences(ruleset, DUTCH)
    cases = [
        _Case(each, partnership, engine.decide(partnership), ruleset.rules)
        for each in played
        for partnership in each.asked
    ]
    noticed = equivalent = 0
    survivors, untouched = list[Mutant](), list[str]()
    told = list[tuple[list[Mutant], list[Mutant]]]()
    for rule in rules:
        tried = [mutant for mutant in mutants(rule, ruleset, sentences) if _is_sound(mutant, ruleset)]
        unnoticed = _unnoticed(tried, cases, ruleset)
        on_each()
        if unnoticed == tried and not any(rule.id in case.played.checked for case in cases):
            untouched.append(rule.id)
        else:
            told.append((tried, unnoticed))
    for threshold in thresholds:
        tried = list(moved(threshold, ruleset))
        told.append((tried, _unnoticed(tried, cases, ruleset)))
        on_each()
    for tried, unnoticed in told:
        left = [mutant for mutant in unnoticed if not _means_the_same(mutant, ruleset)]
        noticed += len(tried) - len(unnoticed)
        equivalent += len(unnoticed) - len(left)
        survivors += left
    return Mutation(noticed, equivalent, tuple(survivors), tuple(untouched))


def changed_in(
    ruleset: Ruleset, played: Sequence[Played]
) -> tuple[tuple[list[Rule], list[Threshold]], tuple[list[Rule], list[Threshold]]]:
    """Return the rules and thresholds to change: those of the set itself, and those of the set that it extends."""
    own, other = own_rules(ruleset), checked_of_another(ruleset, played)
    return (own, own_thresholds(ruleset)), (other, thresholds_of_another(ruleset, (*own, *other)))


def _unnoticed(tried: Iterable[Mutant], cases: Iterable[_Case], ruleset: Ruleset) -> list[Mutant]:
    """Return the changes that no scenario notices; those that check what is changed are played first."""
    unnoticed = []
    for mutant in tried:
        rules, changed = _changed(ruleset, mutant), {rule.id for rule in mutant.rules}
        stage = Stage(rules.with_checks_apart, "reference")
        ordered = sorted(cases, key=lambda case: changed.isdisjoint(case.played.checked))
        if not any(_notices(case, mutant, stage) for case in ordered):
            unnoticed.append(mutant)
    return unnoticed


def _is_sound(mutant: Mutant, ruleset: Ruleset) -> bool:
    """Say whether rules with the change are not refused: none may always hold while another is not in force."""
    return not ruleset.turns or not any(holding_always(_changed(ruleset, mutant)))


def _changed(ruleset: Ruleset, mutant: Mutant) -> Ruleset:
    return attrs.evolve(ruleset, rules={**ruleset.rules, **{rule.id: rule for rule in mutant.rules}})


def _means_the_same(mutant: Mutant, ruleset: Ruleset) -> bool:
    if not all(is_equivalent(ruleset.rules[rule.id], rule, ruleset) for rule in mutant.rules):
        return False
    return _absorbing(ruleset) == _absorbing(_changed(ruleset, mutant))


def _absorbing(ruleset: Ruleset) -> dict[str, frozenset[str]]:
    """Return what each rule absorbs, in whatever order."""
    return {rule: frozenset(absorbed) for rule, absorbed in Ranking(ruleset).absorbs.items()}


def _notices(case: _Case, mutant: Mutant, stage: Stage) -> bool:
    """Say whether the scenario of a case fails with the change; run it only where the change can matter."""
    for rule in mutant.rules:
        outcome = outcome_of(stage.ruleset.core_of(rule), case.partnership, case.decided)
        if outcome or outcome is not case.decided[rule.id] or rule.validity != case.rules[rule.id].validity:
            break
    else:
        return False
    return bool(play_one(case.played.scenario, stage).failure)
