"""Test the tests of the rules: change each rule a little, and see whether some scenario notices."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.inquiry.equivalence import is_equivalent
from samenwerkadvies.meaning.evaluate import evaluate
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.priority import Ranking
from samenwerkadvies.ruleset import DUTCH, Rule, Ruleset
from samenwerkadvies.scenarios.mutants import Mutant, mutants
from samenwerkadvies.scenarios.running import Played, play_one
from samenwerkadvies.scenarios.scene import Stage
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


def mutate(
    ruleset: Ruleset, rules: Iterable[Rule], played: Iterable[Played], on_rule: Callable[[], None] = lambda: None
) -> Mutation:
    """Try every small change of rules; all scenarios must have passed.

    ``on_rule`` is called after each rule. The scenarios run again in this process, on the reference engine.
    """
    played = tuple(played)
    engine, sentences = ReferenceEngine(ruleset), Sentences(ruleset, DUTCH)
    cases = [_Case(each, partnership, engine.decide(partnership)) for each in played for partnership in each.asked]
    noticed = equivalent = 0
    survivors, untouched = [], []
    for rule in rules:
        first = [case for case in cases if rule.id in case.played.checked]
        later = [case for case in cases if rule.id not in case.played.checked]
        unnoticed, tried = [], list(mutants(rule, ruleset, sentences))
        for mutant in tried:
            stage = Stage(_changed(ruleset, mutant.rule), "reference")
            if not any(_notices(case, rule, mutant.rule, stage) for group in (first, later) for case in group):
                unnoticed.append(mutant)
        on_rule()
        if not first and unnoticed == tried:
            untouched.append(rule.id)
            continue
        left = [mutant for mutant in unnoticed if not _means_the_same(rule, mutant.rule, ruleset)]
        noticed += len(tried) - len(unnoticed)
        equivalent += len(unnoticed) - len(left)
        survivors += left
    return Mutation(noticed, equivalent, tuple(survivors), tuple(untouched))


def _changed(ruleset: Ruleset, rule: Rule) -> Ruleset:
    return attrs.evolve(ruleset, rules={**ruleset.rules, rule.id: rule})


def _means_the_same(rule: Rule, changed: Rule, ruleset: Ruleset) -> bool:
    if not is_equivalent(rule, changed, ruleset):
        return False
    return _absorbing(ruleset) == _absorbing(_changed(ruleset, changed))


def _absorbing(ruleset: Ruleset) -> dict[str, frozenset[str]]:
    """Return what each rule absorbs, in whatever order."""
    return {rule: frozenset(absorbed) for rule, absorbed in Ranking(ruleset).absorbs.items()}


def _notices(case: _Case, rule: Rule, changed: Rule, stage: Stage) -> bool:
    """Say whether the scenario of a case fails with the changed rule; run it only where the change can matter."""
    outcome = evaluate(changed.expression, case.partnership, stage.ruleset.vocabulary, case.decided)
    if outcome is case.decided[rule.id] and not outcome:
        return False
    return bool(play_one(case.played.scenario, stage).failure)
