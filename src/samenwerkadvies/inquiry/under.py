"""The answers under a core: at which ones it looks, itself and through other rules."""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Sequence

import attrs

from samenwerkadvies.inquiry.situations import Situations
from samenwerkadvies.meaning.core import Core, Outcome, looked_at, parts_of, slots_of
from samenwerkadvies.ruleset import Ruleset


@attrs.frozen(eq=False)
class LookedAt:
    """The answers at which a core looks, also through other rules, as positions in order."""

    positions: tuple[int, ...]
    asked: int
    """The same, as bits."""
    said: frozenset[int]
    """Those of which counts what they say, not only that they are there."""
    relative: tuple[int, ...]
    """Those of which the domain differs between partnerships."""
    is_beside: bool
    """Whether the domain of one of them depends on the answers that are known."""
    marks: Callable[[list[Hashable]], Hashable]
    """Takes the marks of these answers: equal where they count for the same."""


class Under:
    """What is looked at under the cores of a ruleset, each worked out once."""

    def __init__(self, ruleset: Ruleset, situations: Situations) -> None:
        """Begin without any."""
        self._cores = ruleset.cores
        self._situations = situations
        self._found: dict[Core, LookedAt] = {}

    def of(self, core: Core) -> LookedAt:
        """Return what is looked at under a core."""
        found = self._found.get(core)
        if found is None:
            found = self._found[core] = self._under(core)
        return found

    def _under(self, core: Core) -> LookedAt:
        situations = self._situations
        positions, said = ({situations.positions[slot] for slot in slots(core)} for slots in (looked_at, slots_of))
        for part in parts_of(core):
            if isinstance(part, Outcome):
                under = self.of(self._cores[part.rule])
                positions.update(under.positions)
                said |= under.said
        in_order = tuple(sorted(positions))
        relative = tuple(position for position in in_order if position in situations.relative)
        is_beside = not situations.beside.isdisjoint(positions)
        asked = sum([1 << position for position in in_order])
        return LookedAt(in_order, asked, frozenset(said), relative, is_beside, marks_at(in_order))


def marks_at(positions: Sequence[int]) -> Callable[[list[Hashable]], Hashable]:
    """Return what takes, of the marks of a situation, those at some positions."""
    return operator.itemgetter(*positions) if positions else lambda _: ()
