"""Which outcomes of each rule some scenario checks, and which comparisons ever made the difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.grammar.tree import Expression, Leaf, Signal
from samenwerkadvies.meaning.core import Core, Outcome, parts_of, slots_of
from samenwerkadvies.meaning.evaluate import evaluate
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import DUTCH, Rule, Ruleset
from samenwerkadvies.scenarios.mutants import places
from samenwerkadvies.scenarios.running import Played
from samenwerkadvies.scenarios.scene import OUTCOMES
from samenwerkadvies.thresholds import Threshold
from samenwerkadvies.vocabulary import Vocabulary
from samenwerkadvies.wording.sentences import Sentences


@attrs.frozen
class RuleCoverage:
    """What scenarios check of one rule."""

    rule: str
    scenarios: int
    """How many check its outcome."""
    unchecked: tuple[bool | None, ...]
    """Outcomes that it can have and that no scenario checks."""
    indecisive: tuple[str, ...]
    """The comparisons that never made the difference, in words."""

    @property
    def is_complete(self) -> bool:
        """Whether every outcome is checked and every comparison made the difference once."""
        return not self.unchecked and not self.indecisive

    def lines(self) -> Iterator[str]:
        """Yield what is missing, in Dutch."""
        if not self.scenarios:
            yield "geen scenario kijkt naar deze regel"
            return
        if self.unchecked:
            yield f"geen scenario waarin de uitkomst is: {any_of([OUTCOMES[outcome] for outcome in self.unchecked])}"
        yield from (f"maakte nooit verschil: {part}" for part in self.indecisive)


def own_rules(ruleset: Ruleset) -> list[Rule]:
    """Return the rules that the scenarios answer for: those of the set itself."""
    return [rule for rule in ruleset.with_checks.rules.values() if rule.id not in ruleset.inherited]


def checked_of_another(ruleset: Ruleset, played: Iterable[Played]) -> list[Rule]:
    """Return the rules of the set that this one extends, as far as a scenario checks them."""
    checked = {rule for each in played for rule in each.checked}
    return [rule for rule in ruleset.with_checks.rules.values() if rule.id in ruleset.inherited and rule.id in checked]


def own_thresholds(ruleset: Ruleset) -> list[Threshold]:
    """Return the thresholds that the scenarios answer for: those that the set itself declares or changes."""
    return [threshold for threshold in ruleset.thresholds.values() if not threshold.is_inherited]


def thresholds_of_another(ruleset: Ruleset, rules: Iterable[Rule]) -> list[Threshold]:
    """Return the thresholds of the set that this one extends, as far as some of these rules compare with them."""
    compared = {name for rule in rules for name in rule.thresholds}
    return [found for found in ruleset.thresholds.values() if found.is_inherited and found.id in compared]


def cover_all(ruleset: Ruleset, played: Sequence[Played]) -> tuple[tuple[RuleCoverage, ...], tuple[RuleCoverage, ...]]:
    """Return the coverage of the rules of the set itself, and of those of the set that it extends."""
    return (
        cover(ruleset, own_rules(ruleset), played),
        cover(ruleset, checked_of_another(ruleset, played), played),
    )


def cover(ruleset: Ruleset, rules: Iterable[Rule], played: Iterable[Played]) -> tuple[RuleCoverage, ...]:
    """Return the coverage of rules by the scenarios that passed; only what a scenario checks, counts."""
    ruleset = ruleset.with_checks
    passed = [each for each in played if not each.failure]
    engine, sentences = ReferenceEngine(ruleset), Sentences(ruleset, DUTCH)
    decided = {id(case): engine.decide(case) for each in passed for case in each.asked}
    covered = []
    for rule in rules:
        checking = [each for each in passed if rule.id in each.checked]
        cases = [
            (case, decided[id(case)], ruleset.vocabulary)
            for each in checking
            for case in each.asked
            if rule.validity.includes(case.reference_date)
        ]
        indecisive = [part for part in _parts(rule.expression) if not any(part.decides(*case) for case in cases)]
        checked = {outcome for each in checking for outcome in each.checked[rule.id]}
        possible = OUTCOMES if _can_be_undecided(ruleset.cores[rule.id], ruleset) else (True, False)
        unchecked = tuple(outcome for outcome in possible if outcome not in checked)
        said = tuple(dict.fromkeys(sentences.condition(part.leaf) for part in indecisive))
        covered.append(RuleCoverage(rule.id, len(checking), unchecked, said))
    return tuple(covered)


def _can_be_undecided(core: Core, ruleset: Ruleset) -> bool:
    """Say whether a rule looks at anything besides what is known."""
    return any(slots_of(core)) or any(
        _can_be_undecided(ruleset.cores[part.rule], ruleset) for part in parts_of(core) if isinstance(part, Outcome)
    )


_TRUE, _FALSE = Signal("(waar)"), Signal("(niet waar)")
_CONSTANTS = {_TRUE.rule: True, _FALSE.rule: False}


@attrs.frozen
class _Part:
    """A comparison or signal in a rule, and the rule with it always true and never true."""

    leaf: Expression
    with_true: Expression
    with_false: Expression

    def decides(self, case: Partnership, decided: dict[str, bool | None], vocabulary: Vocabulary) -> bool:
        """Say whether the rule would come out otherwise if this part, whose outcome is known, had the other one."""
        outcomes = {**decided, **_CONSTANTS}
        if evaluate(self.leaf, case, vocabulary, outcomes) is None:
            return False
        either = {evaluate(tree, case, vocabulary, outcomes) for tree in (self.with_true, self.with_false)}
        return len(either) > 1


def _parts(tree: Expression) -> Iterator[_Part]:
    for part, rebuild in places(tree):
        if isinstance(part, Leaf):
            yield _Part(part, rebuild(_TRUE), rebuild(_FALSE))
