"""What must come to be so: the comparisons of the rules of a ruleset, and their opposites, each worked out once."""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar, assert_never

import attrs

from samenwerkadvies.facts import is_better
from samenwerkadvies.grammar.tree import (
    And,
    AtLeast,
    Beside,
    Compared,
    Contains,
    Expression,
    Known,
    Membership,
    Not,
    Or,
    Quotient,
    Signal,
    push_negations_inward,
)
from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError, walked
from samenwerkadvies.inquiry.memory import Memory
from samenwerkadvies.inquiry.nodes import Diagram, Node, can_fail_beside
from samenwerkadvies.inquiry.situations import Situation
from samenwerkadvies.inquiry.under import marks_at
from samenwerkadvies.meaning.core import Core, asks_what_is_known
from samenwerkadvies.meaning.elaborate import elaborated
from samenwerkadvies.vocabulary import Answer

MOST_REQUIREMENTS = 2_000
"""What, with all the rules that it uses, has more comparisons than this is given up."""
MOST_STATES = 50_000
"""Requirements together that take more steps than this to meet are given up."""
_FEW = 8
"""Answers at which requirements look that are met by one diagram of them all."""
_MOST_REMEMBERED = 20_000

T = TypeVar("T")


@attrs.frozen(eq=False)
class Requirement:
    """A comparison, or the opposite of one, that must come to hold."""

    said: Compared | Beside | Quotient | Membership | Contains | Known | Not
    """As it is written: what speaks reads this."""
    core: Core
    """What it means: what computes reads this."""
    bit: int
    """Its place among the requirements of the ruleset, as a bit."""
    positions: tuple[int, ...]
    """Of the answers at which it looks, in order."""
    asks_what_is_known: bool
    """Whether it is about answers that are there or not."""
    size: int = 1


@attrs.frozen(eq=False)
class AllOf:
    """Every part must come to hold."""

    parts: tuple[Wanted, ...]
    size: int


@attrs.frozen(eq=False)
class SomeOf:
    """One of the parts must come to hold."""

    parts: tuple[Wanted, ...]
    size: int


@attrs.frozen(eq=False)
class EnoughOf:
    """So many of the parts must come to hold."""

    number: int
    parts: tuple[Wanted, ...]
    size: int


Wanted = Requirement | AllOf | SomeOf | EnoughOf
"""An expression in negation normal form in which the rules that it uses are written out; ``size``: its comparisons."""


def requirements_in(wanted: Wanted) -> Iterator[Requirement]:
    """Yield the requirements of which something wanted is made, from left to right."""
    if isinstance(wanted, Requirement):
        yield wanted
    else:
        for part in wanted.parts:
            yield from requirements_in(part)


def apart(found: Iterable[T], positions_of: Callable[[T], Iterable[int]]) -> list[tuple[T, ...]]:
    """Return things in groups that have no answer in common, each group in the order in which they were given."""
    groups: list[tuple[list[tuple[int, T]], set[int]]] = []
    for number, each in enumerate(found):
        together, positions = [(number, each)], set(positions_of(each))
        others = []
        for group in groups:
            if positions.isdisjoint(group[1]):
                others.append(group)
            else:
                together += group[0]
                positions |= group[1]
        groups = [*others, (together, positions)]
    ordered = sorted(sorted(group, key=operator.itemgetter(0)) for group, _ in groups)
    return [tuple(each for _, each in group) for group in ordered]


@attrs.frozen(eq=False)
class Together:
    """Requirements that have answers in common, directly or through others, so that they are met together."""

    requirements: tuple[Requirement, ...]
    number: int
    """The requirements as bits."""
    is_small: bool
    """Whether they look at few answers."""
    marks: Callable[[list[Hashable]], Hashable]


@attrs.frozen
class Nearest:
    """The fewest, and of these the nearest, changed answers with which something holds."""

    answers: tuple[tuple[int, Answer], ...] = ()
    """By position, in order."""
    distance: int = 0
    """As far upwards is nearer than downwards."""


_Path = tuple[int, int, tuple[tuple[int, Answer], ...]]
"""How many answers change, how far away these are, and which they are."""


class Requirements:
    """The requirements of one ruleset, and what is known of each."""

    def __init__(self, diagrams: Diagrams) -> None:
        """Begin without any."""
        self.diagrams = diagrams
        self._facts = [diagrams.ruleset.vocabulary.parts[fact] for fact, _ in diagrams.order]
        self._of: dict[Expression, Requirement] = {}
        self._numbers = itertools.count()  # which threads do not take twice
        self._rules: dict[Expression, Wanted] = {}
        self._always: dict[Requirement, Diagram] = {}
        self._together: Memory[tuple[Together, ...]] = Memory(_MOST_REMEMBERED)
        self._nearest: Memory[Nearest | None] = Memory(_MOST_REMEMBERED)
        self._implied: Memory[bool] = Memory(_MOST_REMEMBERED)
        self._moves: Memory[tuple[tuple[int, Answer, int], ...]] = Memory(_MOST_REMEMBERED)

    def of(self, said: Compared | Beside | Quotient | Membership | Contains | Known | Not) -> Requirement:
        """Return the requirement that a comparison, or the opposite of one, holds."""
        if said not in self._of:
            core = elaborated(said, self.diagrams.ruleset.vocabulary)
            positions, bit = self.diagrams.under.of(core).positions, 1 << next(self._numbers)
            self._of.setdefault(said, Requirement(said, core, bit, positions, asks_what_is_known(core)))
        return self._of[said]

    def written_out(self, expression: Expression) -> Wanted:
        """Return an expression in negation normal form, with the rules that it uses written out.

        Raises:
            TooLargeError: when that has too many comparisons.
        """
        match push_negations_inward(expression):
            case And(parts):
                return _sized(AllOf, [self.written_out(part) for part in parts])
            case Or(parts):
                return _sized(SomeOf, [self.written_out(part) for part in parts])
            case AtLeast(number, parts):
                whole_of = functools.partial(EnoughOf, number)
                return _sized(whole_of, [self.written_out(part) for part in parts])
            case Signal(rule) | Not(Signal(rule)) as whole:
                if whole not in self._rules:
                    under = self.diagrams.ruleset.rules[rule].expression
                    self._rules[whole] = self.written_out(Not(under) if isinstance(whole, Not) else under)
                return self._rules[whole]
            case Compared() | Beside() | Quotient() | Membership() | Contains() | Known() | Not() as leaf:
                return self.of(leaf)
            case _:  # pragma: no cover - mypy proves that no form is left
                assert_never(expression)

    def holds(self, requirement: Requirement, situation: Situation) -> bool:
        """Say whether a requirement holds already."""
        diagram = self._always.get(requirement, requirement)
        if isinstance(diagram, Requirement):
            if not self.diagrams.under.of(requirement.core).relative:
                self._always[requirement] = self.diagrams.of(requirement.core, situation)
            return self.diagrams.outcome(requirement.core, situation) is True
        return walked(diagram, situation) is True

    def implies(self, one: Requirement, other: Requirement, situation: Situation) -> bool:
        """Say whether where the one holds the other never fails."""
        if one is other:
            return True
        if not set(one.positions) & set(other.positions):
            return False
        domains = situation.domains
        key = (one.bit, other.bit, *[domains[position].serial for position in (*one.positions, *other.positions)])
        return self._implied.of(
            key,
            lambda: not can_fail_beside(*(self.diagrams.of(found.core, situation) for found in (one, other))),
        )

    # --- how they are met ---

    def nearest(self, requirements: Sequence[Requirement], situation: Situation) -> Nearest | None:
        """Return the nearest changed answers with which all of some requirements hold; None where they cannot."""
        if len(requirements) == 1:
            together = self._together.of(requirements[0].bit, lambda: _together(requirements))
        else:
            bits = functools.reduce(operator.or_, [found.bit for found in requirements])
            together = self._together.of(bits, lambda: _together(requirements))
        each: list[Nearest] = []
        for group in together:
            key = (group.number, group.marks(situation.marks))
            found = self._nearest.of(key, functools.partial(self._path, group, situation))
            if found is None:
                return None
            if found.answers:
                each.append(found)
        return each[0] if len(each) == 1 else _all_of(each)

    def _path(self, together: Together, situation: Situation) -> Nearest | None:
        """Search the diagrams of all requirements at once, only through answers that stay or get better."""
        places = situation.places
        best: dict[Diagram, _Path | None] = {True: (0, 0, ()), False: None, None: None}
        best_of_all: dict[tuple[Node, ...], _Path | None] = {}

        def search(node: Node) -> _Path | None:
            position, below = node.position, node.below
            stays = below[places[position]]
            nearest = best[stays] if stays in best else search(stays)  # type: ignore[arg-type]  # outcomes are there
            if nearest is None or nearest[0]:
                for place, answer, further in self._moves_at(position, situation):
                    part = below[place]
                    path = best[part] if part in best else search(part)  # type: ignore[arg-type]  # the same
                    nearest = _nearer(nearest, path, (position, answer), further)
            best[node] = nearest
            return nearest

        def search_all(nodes: tuple[Node, ...] | None) -> _Path | None:
            if nodes is None:
                return None
            if len(nodes) < 2:  # noqa: PLR2004 - one by itself is sooner done
                only = nodes[0] if nodes else True
                return best[only] if only in best else search(only)  # type: ignore[arg-type]  # the same
            if nodes in best_of_all:
                return best_of_all[nodes]
            if len(best_of_all) > MOST_STATES:
                raise TooLargeError
            position = min([node.position for node in nodes])
            nearest = search_all(_below(nodes, position, places[position]))
            if nearest is None or nearest[0]:
                for place, answer, further in self._moves_at(position, situation):
                    path = search_all(_below(nodes, position, place))
                    nearest = _nearer(nearest, path, (position, answer), further)
            best_of_all[nodes] = nearest
            return nearest

        each = [self.diagrams.of(found.core, situation) for found in together.requirements]
        if together.is_small:  # so that one diagram of all of them is soon made, and serves others
            each = [functools.reduce(self.diagrams.both, each)]
        path = search_all(_open(each))
        return None if path is None else Nearest(path[2], path[1])

    def _moves_at(self, position: int, situation: Situation) -> tuple[tuple[int, Answer, int], ...]:
        """Return the better answers that can be given in a position: the place of each, and how far away it is."""
        key = (position, situation.marks[position])
        return self._moves.of(key, lambda: tuple(self._better(position, situation)))

    def _better(self, position: int, situation: Situation) -> Iterator[tuple[int, Answer, int]]:
        fact, known, now = self._facts[position], situation.answers[position], situation.places[position]
        if fact.is_fixed:
            return
        domain = situation.domains[position]
        for place in range(1, len(domain.answers) + 1):
            if place == now:
                continue
            answer = domain.nearest(place - 1, now - 1)
            if is_better(fact, answer, known):
                # where nothing is known: how much better others are
                far = (
                    2 * abs(place - now) + (place < now)
                    if now
                    else sum(is_better(fact, other, answer) for other in domain.answers)
                )
                yield place, answer, far


def _sized(form: Callable[[tuple[Wanted, ...], int], Wanted], parts: Sequence[Wanted]) -> Wanted:
    size = sum(part.size for part in parts)
    if size >= MOST_REQUIREMENTS:
        raise TooLargeError
    return form(tuple(parts), size)


def _open(diagrams: Iterable[Diagram]) -> tuple[Node, ...] | None:
    """Return the diagrams that still ask for something, each once; None where one cannot come out true any more."""
    nodes: list[Node] = []
    for diagram in diagrams:
        if isinstance(diagram, Node):
            if diagram not in nodes:
                nodes.append(diagram)
        elif diagram is not True:
            return None
    return tuple(nodes)


def _below(nodes: Sequence[Node], position: int, place: int) -> tuple[Node, ...] | None:
    """Return what is left to ask when an answer is given."""
    return _open([node.below[place] if node.position == position else node for node in nodes])


def _nearer(nearest: _Path | None, path: _Path | None, change: tuple[int, Answer], further: int) -> _Path | None:
    """Return the nearer of two paths, with one more changed answer before the second; the first if they are alike."""
    if path is None:
        return nearest
    count, distance, answers = path
    count, distance = count + 1, distance + further
    if nearest is None or count < nearest[0] or (count == nearest[0] and distance < nearest[1]):
        return count, distance, (change, *answers)
    return nearest


def _all_of(each: Iterable[Nearest]) -> Nearest:
    answers = sorted((change for found in each for change in found.answers), key=operator.itemgetter(0))
    return Nearest(tuple(answers), sum(found.distance for found in each))


def _together(requirements: Sequence[Requirement]) -> tuple[Together, ...]:
    groups = apart(requirements, lambda found: found.positions)
    positions = [sorted({position for found in group for position in found.positions}) for group in groups]
    return tuple(
        Together(group, sum(found.bit for found in group), len(at) <= _FEW, marks_at(at))
        for group, at in zip(groups, positions, strict=True)
    )
