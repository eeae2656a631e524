"""What would make something come out otherwise: the smallest changes of facts that are in people's hands.

What is wanted falls apart into parts that have no answer in common. Each is looked into by itself, and what came out is
remembered for partnerships that have the same answers there.
"""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import attrs

from samenwerkadvies.grammar.tree import Expression
from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError
from samenwerkadvies.inquiry.memory import Memory
from samenwerkadvies.inquiry.nearest import NearestAnswers
from samenwerkadvies.inquiry.parts import MOST_WAYS, Part, enough_of, fewest, is_so, part_of, parts_of, places_of
from samenwerkadvies.inquiry.requirements import (
    AllOf,
    EnoughOf,
    Requirement,
    Requirements,
    SomeOf,
    Wanted,
    apart,
)
from samenwerkadvies.inquiry.situations import Changes, Situation

_MOST_GOALS = 2_000
_MOST_FOUND = 10_000
"""Parts with the answers to what they look at, of which is remembered which ways there are."""

T = TypeVar("T")


@attrs.frozen(eq=False)
class Way:
    """A smallest change after which something holds."""

    requirements: tuple[Requirement, ...]
    """What must come to hold and does not yet, in the order of the expression."""
    changes: Changes
    """The fewest and nearest changed answers with which that is so."""


@attrs.frozen(eq=False)
class Goal:
    """Something wanted, in parts that have no answer in common."""

    wanted: Expression
    parts: tuple[Part, ...] | None
    """None where it has too many comparisons."""
    places: Mapping[Requirement, int]
    """Of the requirements in the whole."""


@attrs.frozen(eq=False)
class _Found:
    """What was found for one part."""

    ways: tuple[Way, ...] = ()
    holds: bool = False
    """Whether it holds already."""
    gave_up: bool = False
    """Whether it depends on too much to be worked out."""


_HOLDS = _Found(holds=True)


class Search:
    """The search for ways by one ruleset, in any partnership."""

    def __init__(self, diagrams: Diagrams) -> None:
        """Begin without anything found."""
        self.diagrams = diagrams
        self.requirements = Requirements(diagrams)
        self.nearest = NearestAnswers(diagrams)
        self._goals: Memory[Goal] = Memory(_MOST_GOALS)
        self._parts: Memory[Part] = Memory(_MOST_GOALS)
        self._found: Memory[_Found] = Memory(_MOST_FOUND)

    def goal(self, wanted: Expression) -> Goal:
        """Return something wanted in parts."""
        return self._goals.of(wanted, self._goal, wanted)

    def ways(self, goal: Goal, situation: Situation) -> Iterator[Way]:
        """Return every smallest change after which a goal is reached, those with the fewest changed answers first.

        Smallest: no requirement can be left out, or replaced by a lighter one that it implies. What is known changes
        for the better, or not at all: a fact that nobody can change, or of which nobody said what is better, stays as
        it is. None where there is no way, and where it depends on too much to be worked out.
        """
        each = [found.ways for found in self._parts_found(goal, situation) if not found.holds]
        if len(each) == 1:
            return iter(each[0])
        return _together(each, goal) if all(each) else iter(())

    def gives_up(self, goal: Goal, situation: Situation) -> bool:
        """Say whether a goal depends on too much to be worked out."""
        return goal.parts is None or any(found.gave_up for found in self._parts_found(goal, situation))

    def _parts_found(self, goal: Goal, situation: Situation) -> list[_Found]:
        marks = situation.marks
        return [
            self._found.of((part.number, part.marks(marks)), self._find, part, situation) for part in goal.parts or ()
        ]

    def smallest(self, ways: Iterable[Way], situation: Situation) -> Iterator[Way]:
        """Return ways without those that ask all that another one asks; of those that ask the same the first stays."""
        implies = self.requirements.implies

        def follows(way: Way, other: Way) -> bool:
            return all(
                any(implies(given, wanted, situation) for given in other.requirements) for wanted in way.requirements
            )

        first: dict[tuple[Requirement, ...], Way] = {}
        for way in ways:
            first.setdefault(way.requirements, way)
        return _lightest([*first.values()], lambda way, other: follows(other, way))

    # --- what is wanted ---

    def _goal(self, wanted: Expression) -> Goal:
        try:
            whole = tuple(parts_of(self.requirements.written_out(wanted)))
        except (TooLargeError, RecursionError):
            return Goal(wanted, None, {})
        parts = apart(whole, operator.attrgetter("asked"))
        return Goal(wanted, tuple(self._parts.of(part, part_of, part) for part in parts), places_of(whole))

    # --- the ways of one part ---

    def _find(self, part: Part, situation: Situation) -> _Found:
        """Return the smallest changes after which a part holds, the nearest first."""
        try:
            held = self.requirements.held(part.requirements, situation)
            if is_so(part, held):
                return _HOLDS
            ways = self._ways_of(part, held, situation)
            return _Found(tuple(self.smallest(ways, situation)) if len(ways) > 1 else tuple(ways))
        except (TooLargeError, RecursionError):
            return _Found(gave_up=True)

    def _ways_of(self, part: Part, held: int, situation: Situation) -> list[Way]:
        if part.is_plain:  # one requirement is enough, and none holds
            nearest = self.nearest.of
            plain = [
                Way((found,), path.answers)
                for found in part.requirements
                if (path := nearest(found, situation)) is not None
            ]
            return sorted(plain, key=lambda way: len(way.changes))
        terms = self._terms_of(part, held, situation)
        ways = [way for term in terms if (way := self._way(term, held, part, situation)) is not None]
        return sorted(ways, key=lambda way: _cost(way, part.places))

    def _terms_of(self, part: Part, held: int, situation: Situation) -> list[int]:
        """Return the sets of requirements (as bits) that, when all of them hold, make a part hold.

        What holds and has no answer in common with any other requirement stays as it is, and is left out.
        """
        left_out = part.alone & held
        kept = ~left_out
        if part.terms is not None:
            return fewest([term & kept for term in part.terms], held) if left_out else [*part.terms]
        unmet = [found for found in part.requirements if not found.bit & held]
        blocked = sum([found.bit for found in unmet if self.nearest.of(found, situation) is None])

        def terms(wanted: Wanted) -> list[int]:
            match wanted:
                case AllOf(parts):
                    return functools.reduce(products, map(terms, parts))
                case SomeOf(parts):
                    return fewest([term for each in parts for term in terms(each)], held)
                case EnoughOf(number, parts):
                    return enough_of(number, map(terms, parts), held)[0]
                case Requirement(bit=bit):
                    return [] if bit & blocked else [bit & kept]

        def products(first: list[int], second: list[int]) -> list[int]:
            return fewest([one | other for one in first for other in second], held)

        return functools.reduce(products, map(terms, part.wanted))

    def _way(self, term: int, held: int, part: Part, situation: Situation) -> Way | None:
        """Return a term as a way, without the requirements that others imply; None where they exclude each other.

        Told is what does not hold yet, and what that would break: mostly nothing, so that it is looked for alone first.
        """
        asked = [found for found in part.requirements if found.bit & term]
        told = [found for found in asked if not found.bit & held]
        while (nearest := self.nearest.of_all(told, situation)) is not None and nearest.answers:
            broken = self._broken([found for found in asked if found not in told], nearest.answers, situation)
            if broken is None:
                return Way(self._needed(told, situation), nearest.answers)
            told = [found for found in asked if found in told or found is broken]
        return None

    def _broken(
        self, requirements: Sequence[Requirement], changes: Changes, situation: Situation
    ) -> Requirement | None:
        """Return the first requirement that holds and would not after a change."""
        changed = sum([1 << position for position, _ in changes])
        touched = [found for found in requirements if found.asked & changed]
        if not touched:
            return None
        held = self.requirements.held(touched, self.diagrams.situations.changed(situation, changes))
        return next((found for found in touched if not found.bit & held), None)

    def _needed(self, requirements: Sequence[Requirement], situation: Situation) -> tuple[Requirement, ...]:
        """Return requirements without those that others imply."""
        if len(requirements) == 1:
            return (*requirements,)
        return tuple(_lightest(requirements, lambda one, other: self.requirements.implies(other, one, situation)))


def _lightest(found: Sequence[T], is_covered: Callable[[T, T], bool]) -> Iterator[T]:
    """Yield things without those covered by another one; of those that cover each other the first stays."""
    for place, each in enumerate(found):
        if not any(
            is_covered(each, other) and (at < place or not is_covered(other, each))
            for at, other in enumerate(found)
            if at != place
        ):
            yield each


def _cost(way: Way, places: Mapping[Requirement, int]) -> tuple[int, int, list[int]]:
    """Return what puts ways in order: fewest answers, fewest requirements, then their place in the expression."""
    return len(way.changes), len(way.requirements), sorted(map(places.__getitem__, way.requirements))


def _whole(ways: Sequence[Way], goal: Goal) -> Way:
    """Return the ways of all parts as one."""
    requirements = sorted((found for way in ways for found in way.requirements), key=goal.places.__getitem__)
    changes = sorted((change for way in ways for change in way.changes), key=operator.itemgetter(0))
    return Way(tuple(requirements), tuple(changes))


def _together(each: Sequence[tuple[Way, ...]], goal: Goal) -> Iterator[Way]:
    """Yield the ways of all parts together, the nearest first."""
    if each:
        yield _whole([found[0] for found in each], goal)  # the nearest of all together, whatever else there is
        yield from _others(each, goal)


def _others(each: Sequence[tuple[Way, ...]], goal: Goal) -> Iterator[Way]:
    """Yield one way of each part together, in every combination but the first, in order."""
    combined = list(each[0])
    for ways in each[1:]:
        pairs = sorted(
            (_whole(pair, goal) for pair in itertools.product(combined, ways)), key=lambda way: _cost(way, goal.places)
        )
        combined = pairs[:MOST_WAYS]
    yield from combined[1:]


@functools.lru_cache(maxsize=8)
def search_of(diagrams: Diagrams) -> Search:
    """Return the search by the ruleset of some diagrams: the same for all who ask, so that each way is found once."""
    return Search(diagrams)
