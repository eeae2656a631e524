"""The nodes of a decision diagram, and what can be read off them: what is asked, how few answers make a rule hold."""

from __future__ import annotations

import functools
import heapq
import math
import operator


class Node:
    """Asks for one answer; ``below`` has a diagram for when it is unknown, and for each answer of its domain."""

    __slots__ = ("_chance", "_to_hold", "asked", "below", "position")

    def __init__(self, position: int, below: tuple[Diagram, ...]) -> None:
        self.position = position
        self.below = below
        self.asked: int = functools.reduce(operator.or_, map(asked, below), 1 << position)
        self._to_hold: float | None = None
        self._chance: float | None = None

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
