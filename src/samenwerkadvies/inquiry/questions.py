"""Which questions are still worth asking, the most telling first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

import attrs

from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError
from samenwerkadvies.inquiry.nodes import answers_to_hold_with, chance_to_hold
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import SERIOUS, Ruleset, Severity
from samenwerkadvies.vocabulary import Slot


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
    stakes: dict[Slot, list[_Stake]] = {}
    for name in undecided:
        for slot, stake in _stakes(name, partnership, diagrams):
            stakes.setdefault(slot, []).append(stake)
    severities = (*diagrams.ruleset.policy.severities, None)

    def gain(slot: Slot) -> float:
        return sum(stake.chance / stake.needed * 0.5 ** severities.index(stake.severity) for stake in stakes[slot])

    def worth(slot: Slot) -> Worth:
        found = [stake.severity for stake in stakes[slot] if stake.needed < math.inf]
        gravest = min(found, default=None, key=severities.index)
        return Worth(slot, tuple(stake.rule for stake in stakes[slot]), gravest)

    ranked = sorted((slot for slot in diagrams.order if slot in stakes), key=gain, reverse=True)
    alone = {slot: None for slot in ranked if any(stake.is_serious_alone for stake in stakes[slot])}
    others = [slot for slot in _one_of_each_first(ranked, stakes) if slot not in alone]
    return tuple(map(worth, dict.fromkeys([*alone, *_opened_by_a_first_look(others, partnership, diagrams.ruleset)])))


def _opened_by_a_first_look(slots: list[Slot], partnership: Partnership, ruleset: Ruleset) -> Iterator[Slot]:
    """Yield answers, with before the first of each condition of which nothing else is known the first look at it."""
    opened, asked = ruleset.opened(partnership.slots()), frozenset(slots)
    for slot in slots:
        condition = ruleset.vocabulary.facts[slot[0]].condition
        if condition not in opened:
            opened.add(condition)
            yield from (look for look in ruleset.first_looks.get(condition, ()) if look in asked)
        yield slot


def _one_of_each_first(ranked: list[Slot], stakes: Mapping[Slot, list[_Stake]]) -> list[Slot]:
    """Return answers with one of those that bear on the same rules before the others of these."""
    first = set({tuple(stake.rule for stake in stakes[slot]): slot for slot in reversed(ranked)}.values())
    return sorted(ranked, key=lambda slot: slot not in first)


@attrs.frozen
class _Stake:
    """What one answer may bring of one rule."""

    rule: str
    severity: Severity
    needed: float
    """How few answers can make the rule hold, this one among them; infinite when it cannot help."""
    chance: float
    """With what part of all answers the rule holds."""

    @property
    def is_serious_alone(self) -> bool:
        """Whether this answer by itself can bring something serious to light."""
        return self.needed == 1 and self.severity in SERIOUS


def _stakes(rule: str, partnership: Partnership, diagrams: Diagrams) -> Iterable[tuple[Slot, _Stake]]:
    severity = diagrams.ruleset.rules[rule].severity
    try:
        diagram = diagrams.restricted(rule, partnership)
    except TooLargeError:
        missing = [slot for slot in diagrams.slots_of_rule(rule) if partnership.answer(*slot) is None]
        return [(slot, _Stake(rule, severity, len(missing), 0)) for slot in missing]
    chance = chance_to_hold(diagram)
    return [
        (diagrams.order[position], _Stake(rule, severity, needed, chance))
        for position, needed in answers_to_hold_with(diagram).items()
    ]
