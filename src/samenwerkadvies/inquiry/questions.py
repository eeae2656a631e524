"""Which questions are still worth asking, the most telling first."""

from __future__ import annotations

import functools
import math
from collections.abc import Collection, Iterable, Iterator

import attrs

from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError
from samenwerkadvies.inquiry.memory import Memory
from samenwerkadvies.inquiry.nodes import answers_to_hold_with, chance_to_hold
from samenwerkadvies.inquiry.situations import Situation
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import SERIOUS, Severity
from samenwerkadvies.vocabulary import Slot

_MOST_STAKES = 20_000
"""Rules with the answers to what they look at, of which is remembered what they still depend on."""
_MOST_RANKED = 200
"""Partnerships of which the order of questions is remembered."""


@attrs.frozen
class Worth:
    """An answer that is missing and can still change how undecided rules come out."""

    slot: Slot
    could_decide: tuple[str, ...]
    """Those rules, in the order in which they were given."""
    severity: Severity | None
    """Of the most serious of them that can still hold; None where none can."""


def worth_asking(undecided: Iterable[str], partnership: Partnership, diagrams: Diagrams) -> tuple[Worth, ...]:
    """Return the answers worth asking for, the most telling first.

    First those that can bring a serious finding to light by themselves. Then, of questions that bear on just the same
    rules, one: what it brings says whether the others matter. Among these what counts is how much they may bring: of
    each rule the part of all answers with which it holds, shared by as many answers as that takes, and halved for each
    step less serious. Then the order of the vocabulary. A condition of which nothing else is known is opened by the
    first look at it: not before what can be serious by itself, as then it takes ten questions more to find something.

    An answer that can no longer change how any undecided rule comes out, whatever the other answers, is left out. (A
    rule too large to be worked out counts as depending on every missing answer that it looks at.)
    """
    asking, rules, situation = _asking(diagrams), tuple(undecided), diagrams.situation(partnership)
    if not rules:
        return ()
    return asking.ranked.of((rules, *situation.marks), asking.worth_asking, rules, situation)


@attrs.frozen
class _Stake:
    """What one answer may bring of one rule."""

    position: int
    gain: float
    """With what part of all answers the rule holds, per answer needed, halved for each step less serious."""
    can_hold: bool
    """Whether this answer can help to make the rule hold."""
    is_serious_alone: bool
    """Whether this answer by itself can bring something serious to light."""


@attrs.define
class _Stakes:
    """What one answer may bring of all rules."""

    gravest: int
    """The place of the most serious of them that can still hold."""
    gain: float = 0
    rules: tuple[str, ...] = ()
    is_serious_alone: bool = False


class _Asking:
    """What is worth asking by one ruleset."""

    def __init__(self, diagrams: Diagrams) -> None:
        self._diagrams = diagrams
        self._ruleset = diagrams.ruleset
        self._severities = (*self._ruleset.policy.severities, None)
        self._stakes: Memory[tuple[_Stake, ...]] = Memory(_MOST_STAKES)
        self.ranked: Memory[tuple[Worth, ...]] = Memory(_MOST_RANKED)

    def worth_asking(self, undecided: Iterable[str], situation: Situation) -> tuple[Worth, ...]:
        stakes: dict[int, _Stakes] = {}
        for rule in undecided:
            self._add(stakes, rule, situation)
        ranked = sorted(sorted(stakes), key=lambda position: stakes[position].gain, reverse=True)
        alone = [position for position in ranked if stakes[position].is_serious_alone]
        first = {stakes[position].rules: position for position in reversed(ranked)}  # of those with the same rules
        of_each_first = sorted(ranked, key=lambda position: first[stakes[position].rules] != position)
        others = (position for position in of_each_first if not stakes[position].is_serious_alone)
        questions = self._diagrams.situations.questions
        known = [questions[position] for position, place in enumerate(situation.places) if place]
        in_order = dict.fromkeys((*alone, *self._opened_by_a_first_look(list(others), known)))
        return tuple(
            Worth(questions[position], stakes[position].rules, self._severities[stakes[position].gravest])
            for position in in_order
        )

    def _add(self, stakes: dict[int, _Stakes], rule: str, situation: Situation) -> None:
        gravity = self._severities.index(self._ruleset.rules[rule].severity)
        key = (rule, self._diagrams.under.of(self._ruleset.cores[rule]).marks(situation.marks))
        for stake in self._stakes.of(key, self._stakes_of, rule, situation):
            found = stakes.get(stake.position)
            if found is None:
                found = stakes[stake.position] = _Stakes(gravest=len(self._severities) - 1)
            found.gain += stake.gain
            found.rules += (rule,)
            found.is_serious_alone |= stake.is_serious_alone
            if stake.can_hold and gravity < found.gravest:
                found.gravest = gravity

    def _stakes_of(self, rule: str, situation: Situation) -> tuple[_Stake, ...]:
        return tuple(self._of_rule(rule, situation))

    def _of_rule(self, name: str, situation: Situation) -> Iterator[_Stake]:
        rule, core = self._ruleset.rules[name], self._ruleset.cores[name]
        weight = 0.5 ** self._severities.index(rule.severity)
        try:
            diagram = self._diagrams.restricted(name, situation)
        except TooLargeError:
            first = self._diagrams.situations.first_of_question
            at = self._diagrams.under.of(core).positions
            missing = [*dict.fromkeys(first[position] for position in at if not situation.places[position])]
            is_serious_alone = len(missing) == 1 and rule.severity in SERIOUS
            yield from (_Stake(position, 0, can_hold=True, is_serious_alone=is_serious_alone) for position in missing)
            return
        chance, first = chance_to_hold(diagram), self._diagrams.situations.first_of_question
        fewest: dict[int, float] = {}
        for position, needed in answers_to_hold_with(diagram).items():
            fewest[first[position]] = min(needed, fewest.get(first[position], math.inf))
        for position, needed in fewest.items():
            is_enough = needed < math.inf and (needed == 1 or len(fewest) == 1)
            yield _Stake(
                position,
                chance / needed * weight,
                can_hold=needed < math.inf,
                is_serious_alone=is_enough and rule.severity in SERIOUS,
            )

    def _opened_by_a_first_look(self, positions: list[int], known: Collection[Slot]) -> Iterator[int]:
        """Yield answers, with the first look at a condition of which nothing else is known before its first."""
        ruleset, situations = self._ruleset, self._diagrams.situations
        opened, asked = ruleset.opened(known), frozenset(positions)
        for position in positions:
            condition = ruleset.vocabulary.facts[situations.questions[position][0]].condition
            if condition not in opened:
                opened.add(condition)
                looks = (situations.of_question[look][0] for look in ruleset.first_looks.get(condition, ()))
                yield from (look for look in looks if look in asked)
            yield position


@functools.lru_cache(maxsize=8)
def _asking(diagrams: Diagrams) -> _Asking:
    return _Asking(diagrams)
