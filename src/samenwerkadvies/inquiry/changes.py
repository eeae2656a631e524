"""What would make something come out otherwise: the smallest changes of facts that are in people's hands."""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import assert_never

import attrs

from samenwerkadvies.facts import is_better
from samenwerkadvies.grammar.tree import (
    And,
    Compared,
    Expression,
    Known,
    Membership,
    Not,
    Or,
    Signal,
    push_negations_inward,
)
from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError
from samenwerkadvies.inquiry.nodes import Diagram, Node, answers_to_hold
from samenwerkadvies.meaning.evaluate import evaluate
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.vocabulary import Answer, Slot

MOST_WAYS = 100
"""More ways than this, on the way to the answer, are not followed; the smallest are."""

MOST_REQUIREMENTS = 2_000
"""A rule that, with all the rules under it, has more comparisons than this is given up."""

Requirement = Compared | Membership | Known | Not
"""A comparison, or the opposite of one, that must come to hold."""

_Term = frozenset[Requirement]


@attrs.frozen
class Way:
    """A smallest change after which an expression holds."""

    requirements: tuple[Requirement, ...]
    """What must come to hold and does not yet, in the order of the expression."""
    answers: tuple[tuple[Slot, Answer], ...]
    """The fewest and nearest changed answers with which that is so, in the order of the vocabulary."""


def ways(expression: Expression, partnership: Partnership, diagrams: Diagrams) -> tuple[Way, ...]:
    """Return every smallest change after which an expression holds, those with the fewest changed answers first.

    Smallest: no requirement can be left out, or replaced by a lighter one that it implies. What is known changes for
    the better, or not at all: a fact that nobody can change, or of which nobody said what is better, stays as it is.
    Empty where there is no way, and where it depends on too much to be worked out.
    """
    try:
        search = _Search(expression, partnership, diagrams)
        found = sorted(search.ways(), key=search.cost)
    except (TooLargeError, RecursionError):
        return ()
    return tuple(
        way
        for place, way in enumerate(found)
        if not any(
            search.follows(other, way) and (at < place or not search.follows(way, other))
            for at, other in enumerate(found)
            if at != place
        )
    )


def completed(way: Way, wanted: Expression, partnership: Partnership, diagrams: Diagrams) -> Way | None:
    """Return a way that goes on, with the fewest answers more, until something else holds; None where nothing does."""
    further = next(iter(ways(wanted, partnership.changed(dict(way.answers)), diagrams)), None)
    if further is None:
        return None
    answers = dict(way.answers) | dict(further.answers)
    after = partnership.changed(answers)
    both = tuple(
        found
        for found in dict.fromkeys((*way.requirements, *further.requirements))
        if evaluate(found, after, diagrams.ruleset.vocabulary, {})  # what a further step turned is asked no more
    )
    try:
        needed = _Search(And(both), partnership, diagrams).needed(both)
    except TooLargeError:
        return None
    return Way(needed, tuple((slot, answers[slot]) for slot in diagrams.order if slot in answers))


def _requirements(expression: Expression) -> Iterator[Requirement]:
    match expression:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _requirements(part)
        case Compared() | Membership() | Known() | Not():
            yield expression


class _Search:
    """The search for ways to make one expression hold, in one partnership."""

    def __init__(self, expression: Expression, partnership: Partnership, diagrams: Diagrams) -> None:
        self._partnership = partnership
        self._diagrams = diagrams
        self._vocabulary = diagrams.ruleset.vocabulary
        self._held: dict[Requirement, bool] = {}
        self._implied: dict[tuple[Requirement, Requirement], bool] = {}
        self._budget = MOST_REQUIREMENTS
        self._expression = self._expanded(expression)
        self._order = {found: place for place, found in enumerate(dict.fromkeys(_requirements(self._expression)))}
        self._slots = {found: frozenset(diagrams.slots_of(found)) for found in self._order}
        self._lookers = Counter(slot for slots in self._slots.values() for slot in slots)

    def ways(self) -> Iterator[Way]:
        """Yield every set of requirements that makes the expression hold, and that can be met."""
        for term in self._terms(self._expression):
            if (way := self._way(term)) is not None:
                yield way

    def _expanded(self, expression: Expression) -> Expression:
        """Return an expression in negation normal form in which the rules that it uses are written out."""
        rules = self._diagrams.ruleset.rules
        match push_negations_inward(expression):
            case And(parts):
                return And(tuple(map(self._expanded, parts)))
            case Or(parts):
                return Or(tuple(map(self._expanded, parts)))
            case Signal(rule):
                return self._expanded(rules[rule].expression)
            case Not(Signal(rule)):
                return self._expanded(Not(rules[rule].expression))
            case leaf:
                self._budget -= 1
                if not self._budget:
                    raise TooLargeError
                return leaf

    def _terms(self, expression: Expression) -> list[_Term]:
        """Return the sets of comparisons that, when all of them hold, make an expression hold.

        What holds and has no fact in common with any other comparison stays as it is, and is left out.
        """
        match expression:
            case And(parts):
                return functools.reduce(self._products, map(self._terms, parts))
            case Or(parts):
                return self._fewest(term for part in parts for term in self._terms(part))
            case Compared() | Membership() | Known() | Not():
                if self._holds(expression):
                    is_apart = all(self._lookers[slot] == 1 for slot in self._slots[expression])
                    return [frozenset() if is_apart else frozenset({expression})]
                return [frozenset({expression})] if self._nearest(self._diagram((expression,))) is not None else []
            case Signal():  # pragma: no cover - rules are written out
                raise AssertionError(expression)
            case _:  # pragma: no cover - mypy proves that no form is left
                assert_never(expression)

    def _products(self, first: list[_Term], second: list[_Term]) -> list[_Term]:
        return self._fewest(one | other for one in first for other in second)

    def _fewest(self, terms: Iterable[_Term]) -> list[_Term]:
        """Leave out terms that ask more than another one does."""
        found = sorted(dict.fromkeys(terms), key=lambda term: (len(self._unmet(term)), len(term)))
        kept: list[_Term] = []
        for term in found:
            if not any(other <= term for other in kept):
                kept.append(term)
                if len(kept) == MOST_WAYS:
                    break
        return kept

    def _unmet(self, term: _Term) -> frozenset[Requirement]:
        return frozenset(found for found in term if not self._holds(found))

    def _holds(self, requirement: Requirement) -> bool:
        if requirement not in self._held:
            outcome = evaluate(requirement, self._partnership, self._vocabulary, {})
            self._held[requirement] = outcome is True
        return self._held[requirement]

    def _diagram(self, requirements: Sequence[Requirement]) -> Diagram:
        whole = requirements[0] if len(requirements) == 1 else And(tuple(requirements))
        return self._diagrams.of(whole, self._partnership)

    def _way(self, term: _Term) -> Way | None:
        """Return a term as a way, without the requirements that others imply; None where they exclude each other."""
        in_order = sorted(term, key=self._order.__getitem__)
        answers = self._nearest(self._diagram(in_order)) if in_order else ()
        if not answers:
            return None
        return Way(self.needed([found for found in in_order if not self._holds(found)]), answers)

    def needed(self, requirements: Sequence[Requirement]) -> tuple[Requirement, ...]:
        """Return requirements without those that others imply."""
        return tuple(
            found
            for place, found in enumerate(requirements)
            if not any(
                self._implies(other, found) and (at < place or not self._implies(found, other))
                for at, other in enumerate(requirements)
                if at != place
            )
        )

    def cost(self, way: Way) -> tuple[int, int, list[int]]:
        """Return what puts ways in order: fewest answers, fewest requirements, then their place in the expression."""
        return len(way.answers), len(way.requirements), [self._order[found] for found in way.requirements]

    def follows(self, way: Way, other: Way) -> bool:
        """Say whether all that a way asks follows from what another asks."""
        return all(any(self._implies(given, wanted) for given in other.requirements) for wanted in way.requirements)

    def _implies(self, one: Requirement, other: Requirement) -> bool:
        if one == other:
            return True
        if self._slots[one].isdisjoint(self._slots[other]):
            return False
        key = (one, other)
        if key not in self._implied:
            contrary = self._diagrams.of(And((one, push_negations_inward(other, negate=True))), self._partnership)
            self._implied[key] = answers_to_hold(contrary) == math.inf
        return self._implied[key]

    def _nearest(self, diagram: Diagram) -> tuple[tuple[Slot, Answer], ...] | None:
        """Return the fewest, and then the nearest, changed answers with which a diagram comes out true."""
        best: dict[Node, _Path | None] = {}

        def search(found: Diagram) -> _Path | None:
            if not isinstance(found, Node):
                return _Path() if found is True else None
            if found not in best:
                best[found] = min(self._steps(found, search), key=_Path.cost, default=None)
            return best[found]

        path = search(diagram)
        return None if path is None else path.answers

    def _steps(self, node: Node, search: Callable[[Diagram], _Path | None]) -> Iterator[_Path]:
        """Yield the best path through each answer that can be given to what a node asks."""
        slot = self._diagrams.order[node.position]
        now = self._diagrams.place(node.position, self._partnership)
        if (path := search(node.below[now])) is not None:
            yield path
        fact = self._vocabulary.facts[slot[0]]
        if fact.is_fixed:
            return
        for place in range(1, len(node.below)):
            if place != now and (path := search(node.below[place])) is not None:
                answer = self._diagrams.domains.nearest(slot, place - 1, self._partnership)
                if not is_better(fact, answer, self._partnership.answer(*slot)):
                    continue
                yield path.after(slot, answer, self._distance(slot, answer, now, place))

    def _distance(self, slot: Slot, answer: Answer, now: int, place: int) -> int:
        """Return how far an answer is from what is so; where nothing is known, how much better others are."""
        if now:
            return 2 * abs(place - now) + (place < now)
        fact = self._vocabulary.facts[slot[0]]
        return sum(is_better(fact, other, answer) for other in self._diagrams.domains.of(slot, self._partnership))


@attrs.frozen
class _Path:
    """Changed answers, and how far they are from what is so; as far upwards is nearer than downwards."""

    answers: tuple[tuple[Slot, Answer], ...] = ()
    distance: int = 0

    def after(self, slot: Slot, answer: Answer, distance: int) -> _Path:
        return _Path(((slot, answer), *self.answers), self.distance + distance)

    def cost(self) -> tuple[int, int]:
        return len(self.answers), self.distance
