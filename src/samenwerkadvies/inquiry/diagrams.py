"""Decision diagrams: what a rule still depends on, exactly.

A rule is a function from answers (each of them possibly unknown) to true, false or unknown. Its diagram asks for one
answer after the other, always in the same order, and never for one that makes no difference: so two rules that come
out the same for every partnership are one and the same diagram, and the answers that a diagram asks for are precisely
those on which the rule depends. In the literature: reduced ordered multi-valued decision diagrams (Srinivasan e.a.,
1990, after Bryant, 1986).
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import threading
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import assert_never

from samenwerkadvies.engines.reference import OneByOne
from samenwerkadvies.grammar.tree import Operator
from samenwerkadvies.inquiry.domains import Domains
from samenwerkadvies.inquiry.leaves import count_of, earlier_of, total_of
from samenwerkadvies.inquiry.nodes import Diagram, Node, branches, number_of
from samenwerkadvies.inquiry.situations import Situation, Situations
from samenwerkadvies.inquiry.under import Under
from samenwerkadvies.meaning.core import (
    All,
    Answered,
    AnsweredCount,
    Core,
    Earlier,
    Enough,
    InForce,
    Negation,
    Never,
    OneOf,
    Outcome,
    Reached,
    Some,
    Total,
    Undefined,
    Yes,
)
from samenwerkadvies.meaning.evaluate import Test, test_of
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.vocabulary import Slot

MOST_NODES = 100_000
"""A rule that needs more than this (or as many combinations on the way) is given up."""
_MOST_KEPT = 200_000


class TooLargeError(Exception):
    """A rule that depends on too many answers at once to be worked out."""


class Diagrams:
    """The diagrams of the rules of a ruleset, made when they are first needed; one for all partnerships."""

    def __init__(self, ruleset: Ruleset, *others: Core) -> None:
        """Prepare for the rules, and for other cores that will be asked for."""
        self.ruleset = ruleset
        self.situations = Situations(
            ruleset.vocabulary, Domains(ruleset.vocabulary, (*ruleset.cores.values(), *others))
        )
        self.order = self.situations.order
        self.under = Under(ruleset, self.situations)
        self._lock = threading.RLock()
        nobody = Partnership(datetime.date(2026, 1, 1))
        self._last = nobody, self.situations.of(nobody)
        self._tests: dict[Core, Test] = {}
        self._clear()

    def _clear(self) -> None:
        self._nodes: list[dict[tuple[Diagram, ...], Node]] = [{} for _ in self.order]
        self._count_of_nodes = 0
        self._made: dict[Hashable, Diagram] = {}
        self._conjunctions: dict[int, Diagram] = {}
        self._negations: dict[Diagram, Diagram] = {True: False, False: True, None: None}
        self._budget = MOST_NODES

    def situation(self, partnership: Partnership) -> Situation:
        """Return a partnership as the diagrams see it; the last one is remembered."""
        last, situation = self._last
        if last is not partnership:
            situation = self.situations.of(partnership)
            self._last = partnership, situation
        return situation

    def restricted(self, rule: str, situation: Situation) -> Diagram:
        """Return the diagram of a rule given what is known: it asks only for what can still change the outcome.

        Raises:
            TooLargeError: when the rule depends on too much to work it out.
        """
        core = self.ruleset.cores[rule]
        with self._working():
            if self.under.of(core).is_beside:  # made anew for each partnership, so of what is not known alone
                return self._make(core, situation, is_given=True)
            return self._restricted(self._build(core, situation), situation)

    def of(self, core: Core, situation: Situation) -> Diagram:
        """Return the diagram of a core, for the domains of a situation.

        Raises:
            TooLargeError: when it depends on too much to work it out.
        """
        try:
            return self._made[self._key(core, situation)]
        except KeyError:
            with self._working():
                return self._build(core, situation)

    def outcome(self, core: Core, situation: Situation) -> bool | None:
        """Return how a core comes out.

        Raises:
            TooLargeError: when it depends on too much to work it out.
        """
        under = self.under.of(core)
        if not under.is_beside:
            return walked(self.of(core, situation), situation.places)
        answers = ((self.order[position], situation.answers[position]) for position in under.positions)
        known = {slot: answer for slot, answer in answers if answer is not None}
        day = situation.reference_date
        return self.test(core)(known, day, OneByOne(self.ruleset, known, day))

    def test(self, core: Core) -> Test:
        """Return what tells how a core comes out without its diagram."""
        if core not in self._tests:
            self._tests[core] = test_of(core)
        return self._tests[core]

    @contextlib.contextmanager
    def _working(self) -> Iterator[None]:
        """Let one thread at a time make diagrams, within bounds."""
        with self._lock:
            if self._count_of_nodes + len(self._made) + len(self._conjunctions) > _MOST_KEPT:
                self._clear()
            self._budget = self._count_of_nodes + len(self._conjunctions) + MOST_NODES
            try:
                yield
            except RecursionError:  # more answers at once than Python looks deep
                raise TooLargeError from None

    def _key(self, core: Core, situation: Situation) -> Hashable:
        """Return a core, with the domains under it that differ between partnerships."""
        relative = self.under.of(core).relative
        return (core, *[situation.domains[position].serial for position in relative]) if relative else core

    def _build(self, core: Core, situation: Situation) -> Diagram:
        key = self._key(core, situation)
        if key not in self._made:
            self._made[key] = self._make(core, situation, is_given=False)
        return self._made[key]

    def _given(self, core: Core, situation: Situation) -> Diagram:
        """Return the diagram of a core given what is known."""
        if self.under.of(core).is_beside:
            return self._make(core, situation, is_given=True)
        return self._restricted(self._build(core, situation), situation)

    def _make(self, core: Core, situation: Situation, *, is_given: bool) -> Diagram:
        """Make the diagram of a core, for any answers or given what is known."""
        of = self._given if is_given else self._build
        match core:
            case All(parts):
                return self._all([of(part, situation) for part in parts])
            case Some(parts):
                return self._some([of(part, situation) for part in parts])
            case Enough(number, parts):
                return self._enough(number, [of(part, situation) for part in parts])
            case Negation(part):
                return self._negation(of(part, situation))
            case Outcome(rule):
                return of(self.ruleset.cores[rule], situation)
            case Total():
                return total_of(core, self.situations.positions, situation, self._node, is_given=is_given)
            case Earlier():
                return earlier_of(core, self.situations.positions, situation, self._node, is_given=is_given)
            case Answered(slots):
                return self._count(AnsweredCount(slots, Operator.EQUAL, len(slots)), situation, is_given=is_given)
            case AnsweredCount():
                return self._count(core, situation, is_given=is_given)
            case Yes(slot) | OneOf(slot) | Never(slot) | Reached(slot):
                found = self._single(core, slot, situation)
                return self._restricted(found, situation) if is_given else found
            case Undefined():
                return None
            case InForce():  # pragma: no cover - only rules that are in force are looked into
                raise AssertionError(core)
            case _:  # pragma: no cover - mypy proves that no form is left
                assert_never(core)

    def _count(self, core: AnsweredCount, situation: Situation, *, is_given: bool) -> Diagram:
        def keep_within(made: int) -> None:
            if made > MOST_NODES:
                raise TooLargeError

        positions = self.situations.positions
        return count_of(core, positions, situation, self._node, keep_within, is_given=is_given)

    # --- the making of diagrams ---

    def _node(self, position: int, below: Sequence[Diagram]) -> Diagram:
        first = below[0]
        if all(diagram is first for diagram in below):
            return first
        key, nodes = tuple(below), self._nodes[position]
        node = nodes.get(key)
        if node is None:
            self._keep_within_budget()
            node = nodes[key] = Node(position, key)
            self._count_of_nodes += 1
        return node

    def _keep_within_budget(self) -> None:
        if self._count_of_nodes + len(self._conjunctions) >= self._budget:
            raise TooLargeError

    def _all(self, diagrams: Sequence[Diagram]) -> Diagram:
        return functools.reduce(self._both, diagrams)

    def _some(self, diagrams: Sequence[Diagram]) -> Diagram:
        return self._negation(self._all([self._negation(diagram) for diagram in diagrams]))

    def _enough(self, number: int, diagrams: Sequence[Diagram]) -> Diagram:
        """Return that so many hold: this one and enough of those before it, or enough of those before it already."""
        enough: list[Diagram] = [True, *[False] * number]
        for diagram in diagrams:
            with_it = [self._both(diagram, fewer) for fewer in enough[:-1]]
            enough = [True, *[self._some(pair) for pair in zip(with_it, enough[1:], strict=True)]]
        return enough[number]

    def _both(self, one: Diagram, other: Diagram) -> Diagram:
        return self._both_each([(one, other)])[0]

    def _both_each(self, pairs: Iterable[tuple[Diagram, Diagram]]) -> list[Diagram]:
        """Return the diagram of each two; most of them are decided by what one of them is, without a call."""
        return [
            False
            if one is False or other is False
            else other
            if one is True or one is other
            else one
            if other is True
            else self._both_open(one, other)
            for one, other in pairs
        ]

    def _both_open(self, one: Diagram, other: Diagram) -> Diagram:
        key = number_of(one) << 64 | number_of(other)  # one number, of which Python need not keep track as of a pair
        if key not in self._conjunctions:
            self._keep_within_budget()
            position = min([diagram.position for diagram in (one, other) if isinstance(diagram, Node)])
            pairs = zip(branches(one, position), branches(other, position), strict=False)
            self._conjunctions[key] = self._node(position, self._both_each(pairs))
        return self._conjunctions[key]

    def _negation(self, diagram: Diagram) -> Diagram:
        known = self._negations
        if diagram not in known and isinstance(diagram, Node):
            below = [known[part] if part in known else self._negation(part) for part in diagram.below]
            known[diagram] = made = self._node(diagram.position, below)
            known[made] = diagram
        return known[diagram]

    def _single(self, core: Core, slot: Slot, situation: Situation) -> Diagram:
        """Ask for one answer, and let the meaning of the core say what comes out."""
        position = self.situations.positions[slot]
        test, day = self.test(core), situation.reference_date
        return self._node(
            position, [None, *[test({slot: answer}, day, {}) for answer in situation.domains[position].answers]]
        )

    # --- what is known ---

    def _restricted(self, diagram: Diagram, situation: Situation) -> Diagram:
        places = situation.places
        known = sum(1 << position for position, place in enumerate(places) if place)
        done: dict[Node, Diagram] = {}

        def restrict(found: Diagram) -> Diagram:
            if not isinstance(found, Node) or not known & found.asked:
                return found
            if found not in done:
                place = places[found.position]
                done[found] = (
                    restrict(found.below[place])
                    if place
                    else self._node(found.position, [restrict(part) for part in found.below])
                )
            return done[found]

        return restrict(diagram)


def walked(diagram: Diagram, places: Sequence[int]) -> bool | None:
    """Return what a diagram comes to, given the place of each answer."""
    while isinstance(diagram, Node):
        diagram = diagram.below[places[diagram.position]]
    return diagram
