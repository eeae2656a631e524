"""How much is known of a partnership: of each condition, of everything, and of what each party can answer."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from samenwerkadvies.advising.contents import Completeness
from samenwerkadvies.known import Known
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.vocabulary import Slot


@attrs.frozen
class Count:
    """How much is known."""

    of_conditions: Sequence[tuple[int, int]]
    """How many answers of each condition are there, of how many; last those that belong to none."""
    completeness: Completeness
    """Of everything; ``enough`` as if something were undecided."""


class Counter:
    """Counts answers, by what a ruleset asks."""

    def __init__(self, ruleset: Ruleset) -> None:
        """Prepare for a ruleset."""
        self._ruleset = ruleset
        self._counting = tuple(_Counting.of(number, ruleset) for number in (*ruleset.conditions, None))
        self._quick_scan = _Asked.of(ruleset.quick_scan, ruleset)
        self._slots = frozenset(ruleset.vocabulary.slots)
        self._whole = self._counted(dict.fromkeys(ruleset.vocabulary.slots, True))

    def count(self, known: Known) -> Count:
        """Return how much is known; where that is everything, it was counted before."""
        return self._whole if known.keys() >= self._slots else self._counted(known)

    def _counted(self, known: Known) -> Count:
        least, everybody = self._ruleset.policy.enough_known, _everybody(self._ruleset)
        asked = [each.asked(known) for each in self._counting]
        answered = [each.answered(known) for each in asked]
        numbers = [(sum(given), sum(each.numbers)) for given, each in zip(answered, asked, strict=True)]
        given, wanted = map(sum, zip(*numbers, strict=True))
        is_first_look = self._ruleset.is_first_look(known)
        if is_first_look:
            of_parties = zip(everybody, self._quick_scan.answered(known), self._quick_scan.numbers, strict=True)
        else:
            summed = (map(sum, zip(*each, strict=True)) for each in (answered, (found.numbers for found in asked)))
            of_parties = zip(everybody, *summed, strict=True)
        completeness = Completeness(
            answered=given,
            asked=wanted,
            enough=given >= least * wanted,
            missing_from=tuple([party for party, has, wants in of_parties if party and has < least * wants]),
            first_look=is_first_look,
        )
        return Count(numbers, completeness)


_Numbers = tuple[int, ...]
"""How many answers the parties give together, and each party by itself."""


def _everybody(ruleset: Ruleset) -> tuple[str | None, ...]:
    return (None, *ruleset.vocabulary.parties)


@attrs.frozen
class _Asked:
    """Answers that count for how much is known: those of the parties together, and of each party."""

    slots: tuple[tuple[Slot, ...], ...]
    numbers: _Numbers

    @classmethod
    def of(cls, slots: Sequence[Slot], ruleset: Ruleset) -> _Asked:
        by_party = tuple(tuple(slot for slot in slots if slot[1] == party) for party in _everybody(ruleset))
        return cls(by_party, tuple(map(len, by_party)))

    def answered(self, known: Known) -> _Numbers:
        return tuple([sum(map(known.__contains__, each)) for each in self.slots])


@attrs.frozen
class _Counting:
    """What counts for how much of a condition is known: at first, and once more than a first look is."""

    condition: int | None
    ruleset: Ruleset
    at_first: _Asked
    opened: _Asked

    @classmethod
    def of(cls, condition: int | None, ruleset: Ruleset) -> _Counting:
        return cls(condition, ruleset, *(_Asked.of(slots, ruleset) for slots in ruleset.counting_of[condition]))

    def asked(self, known: Known) -> _Asked:
        at_first, _ = self.ruleset.counting_of[self.condition]
        return self.at_first if self.ruleset.counting_in(self.condition, known) is at_first else self.opened
