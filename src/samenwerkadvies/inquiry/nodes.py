"""The nodes of a decision diagram, and what can be read off them: what is asked, how few answers make a rule hold."""

from __future__ import annotations

import functools
import heapq
import itertools
import math
import operator
from collections.abc import Iterable

MOST_STEPS = 50_000
"""Two diagrams that take more steps than this side by side are not walked any further."""


_NUMBERS = itertools.count(1)


class Node:
    """Asks for one answer; ``below`` has a diagram for when it is unknown, and for each answer of its domain."""

    __slots__ = ("_asked", "_chance", "_to_hold", "below", "number", "position")

    def __init__(self, position: int, below: tuple[Diagram, ...]) -> None:
        self.position = position
        self.below = below
        self.number = next(_NUMBERS)  # of each node its own
        self._asked = 0
        self._to_hold: float | None = None
        self._chance: float | None = None

    @property
    def asked(self) -> int:
        """The positions of the answers that are asked for, as bits."""
        if not self._asked:
            self._asked = functools.reduce(operator.or_, map(asked, dict.fromkeys(self.below)), 1 << self.position)
        return self._asked

    @property
    def is_last(self) -> bool:
        """Whether it asks for this one answer alone."""
        return self.asked == 1 << self.position

    @property
    def to_hold(self) -> float:
        """How few answers can make a rule hold."""
        if self._to_hold is None:
            unknown, *answered = self.below
            self._to_hold = min(answers_to_hold(unknown), 1 + min(map(answers_to_hold, dict.fromkeys(answered))))
        return self._to_hold

    @property
    def chance(self) -> float:
        """How large the part of all answers is with which a rule holds."""
        if self._chance is None:
            self._chance = sum(map(chance_to_hold, self.below[1:])) / (len(self.below) - 1)
        return self._chance


Diagram = Node | bool | None
"""A node, or an outcome."""


def number_of(diagram: Diagram) -> int:
    """Return a number that no other diagram has; 0 for an outcome."""
    return diagram.number if isinstance(diagram, Node) else 0


def asked(diagram: Diagram) -> int:
    """Return the positions of the answers that a diagram asks for, as bits."""
    return diagram.asked if isinstance(diagram, Node) else 0


def answers_to_hold(diagram: Diagram) -> float:
    """Return how few answers can make a rule hold; infinite when it cannot hold any more."""
    if isinstance(diagram, Node):
        return diagram.to_hold
    return 0 if diagram is True else math.inf


def chance_to_hold(diagram: Diagram) -> float:
    """Return how large the part of all answers (told apart by the rules) is with which a rule holds: 0 to 1."""
    return diagram.chance if isinstance(diagram, Node) else float(diagram is True)


def can_fail_beside(one: Diagram, other: Diagram) -> bool:
    """Say whether the one can come out true where the other comes out false, or takes too many steps to say."""
    seen: set[tuple[Diagram, Diagram]] = set()
    waiting = [(one, other)]
    while waiting:
        first, second = pair = waiting.pop()
        is_alive = (first is True or isinstance(first, Node)) and (second is False or isinstance(second, Node))
        if not is_alive or pair in seen:
            continue
        seen.add(pair)
        nodes = [each for each in pair if isinstance(each, Node)]
        if not nodes or len(seen) > MOST_STEPS:
            return True
        position = min([node.position for node in nodes])
        waiting += zip(branches(first, position), branches(second, position), strict=False)
    return False


def branches(diagram: Diagram, position: int) -> Iterable[Diagram]:
    """Return what stands below a diagram when one answer is asked for first."""
    if isinstance(diagram, Node) and diagram.position == position:
        return diagram.below
    return itertools.repeat(diagram)


def answers_to_hold_with(diagram: Diagram) -> dict[int, float]:
    """Return, per position asked for, how few answers can make a rule hold when that one is among them.

    Infinite where an answer can only keep the rule from holding.
    """
    fewest: dict[int, float] = {}
    before: dict[Node, float] = {diagram: 0} if isinstance(diagram, Node) else {}
    waiting = [(node.position, count, node) for count, node in enumerate(before)]
    while waiting:  # in the order in which answers are asked for, so that all that leads to a node has been seen
        position, _, node = heapq.heappop(waiting)
        unknown, answered = node.below[0], dict.fromkeys(node.below[1:])
        so_far = before[node]
        through = so_far + 1 + min(map(answers_to_hold, answered))
        fewest[position] = min(through, fewest.get(position, math.inf))
        for part, given in ((unknown, so_far), *((part, so_far + 1) for part in answered)):
            if isinstance(part, Node):
                if part not in before:
                    heapq.heappush(waiting, (part.position, len(before), part))
                before[part] = min(given, before.get(part, math.inf))
    return fewest
