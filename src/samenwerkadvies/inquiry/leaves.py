"""The diagrams of comparisons that look at several answers: each asks for one after the other."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence

from samenwerkadvies.inquiry.nodes import Diagram
from samenwerkadvies.inquiry.situations import Situation
from samenwerkadvies.meaning.core import AnsweredCount, Earlier, Total
from samenwerkadvies.meaning.evaluate import COMPARE
from samenwerkadvies.vocabulary import Slot

Positions = Mapping[Slot, int]
"""Where each answer stands in the order in which diagrams ask."""
MakeNode = Callable[[int, Sequence[Diagram]], Diagram]
"""Makes what asks for the answer in a position, of what stands below when it is unknown and for each answer."""


def total_of(core: Total, positions: Positions, situation: Situation, node: MakeNode, *, is_given: bool) -> Diagram:
    """Ask for numbers one by one, and remember only what they are together: other numbers may give the same."""
    compared, limit = COMPARE[core.operator], core.limit
    weighed = sorted(
        [
            *((positions[slot], core.times[0]) for slot in core.plus),
            *((positions[slot], -core.times[1]) for slot in core.minus),
        ]
    )
    numbers = [
        [times * int(answer) for answer in situation.domains[position].answers]  # type: ignore[arg-type]  # numbers too
        for position, times in weighed
    ]
    made: dict[tuple[int, int], Diagram] = {}

    def ask(index: int, so_far: int) -> Diagram:
        if index == len(weighed):
            return bool(compared(so_far, limit))
        key = (index, so_far)
        if key not in made:
            position, times = weighed[index]
            known = situation.answers[position] if is_given else None
            if known is not None:
                return ask(index + 1, so_far + times * int(known))  # type: ignore[arg-type]  # a number, yes or no
            totals = [so_far + number for number in numbers[index]]
            is_last = index + 1 == len(weighed)
            below = [compared(total, limit) if is_last else ask(index + 1, total) for total in totals]
            made[key] = node(position, [None, *below])
        return made[key]

    return ask(0, 0)


def earlier_of(core: Earlier, positions: Positions, situation: Situation, node: MakeNode, *, is_given: bool) -> Diagram:
    """Ask for two days, the first in the order first."""
    days = sorted((core.day, core.other), key=lambda day: positions[day.slot])

    def ask(*found: datetime.date) -> Diagram:
        if len(found) == len(days):
            return found[days.index(core.day)] < found[days.index(core.other)]
        day = days[len(found)]
        position = positions[day.slot]
        known = situation.answers[position] if is_given else None
        if known is not None:
            return ask(*found, day.of(known))
        answers = situation.domains[position].answers
        return node(position, [None, *[ask(*found, day.of(answer)) for answer in answers]])

    return ask()


def count_of(  # noqa: PLR0913 - the others have the first four
    core: AnsweredCount,
    positions: Positions,
    situation: Situation,
    node: MakeNode,
    keep_within: Callable[[int], None],
    *,
    is_given: bool,
) -> Diagram:
    """Ask for answers one by one, and remember only how many there are."""
    asked = sorted(positions[slot] for slot in core.slots)
    made: dict[tuple[int, int], Diagram] = {}

    def ask(index: int, so_far: int) -> Diagram:
        if index == len(asked):
            return bool(COMPARE[core.operator](so_far, core.limit))
        key = (index, so_far)
        if key not in made:
            keep_within(len(made))
            if is_given and situation.places[asked[index]]:
                return ask(index + 1, so_far + 1)
            answers = len(situation.domains[asked[index]].answers)
            below = [ask(index + 1, so_far), *[ask(index + 1, so_far + 1)] * answers]
            made[key] = node(asked[index], below)
        return made[key]

    return ask(0, 0)
