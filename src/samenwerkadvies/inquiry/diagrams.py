"""Decision diagrams: what a rule still depends on, exactly.

A rule is a function from answers (each of them possibly unknown) to true, false or unknown. Its diagram asks for one
answer after the other, always in the same order, and never for one that makes no difference: so two rules that come
out the same for every partnership are one and the same diagram, and the answers that a diagram asks for are precisely
those on which the rule depends. In the literature: reduced ordered multi-valued decision diagrams (Srinivasan e.a.,
1990, after Bryant, 1986).
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never, cast

from samenwerkadvies.grammar.tree import (
    And,
    Compared,
    Expression,
    Known,
    Membership,
    Not,
    Or,
    Signal,
    View,
    leaves,
)
from samenwerkadvies.inquiry.domains import Domains
from samenwerkadvies.inquiry.nodes import Diagram, Node
from samenwerkadvies.meaning.elaborate import elaborated, slots
from samenwerkadvies.meaning.evaluate import outcome_of
from samenwerkadvies.partnership import Answers, Partnership, answers_of
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.vocabulary import PARTIES, Answer, Average, Slot

MOST_NODES = 100_000
"""A rule that needs more than this (or as many combinations on the way) is given up."""
_MOST_KEPT = 200_000


class TooLargeError(Exception):
    """A rule that depends on too many answers at once to be worked out."""


class _Answers:
    """What is remembered of answers while a leaf asks for them: all of them."""

    start: tuple[object, ...] = ()

    def __init__(self, asked: Sequence[Slot]) -> None:
        self._asked = asked

    def added(self, so_far: tuple[object, ...], slot: Slot, answer: Answer | None) -> tuple[object, ...]:  # noqa: ARG002 - the others need it
        return (*so_far, answer)

    def answers(self, so_far: tuple[object, ...]) -> Answers:
        return answers_of(zip(self._asked, cast(tuple[Answer | None, ...], so_far), strict=True))


class _Totals:
    """For an average: the total of each party, None where an answer is missing; other answers give the same."""

    start: tuple[object, ...] = (0, 0)

    def __init__(self, average: Average) -> None:
        self._parts = average.parts

    def added(self, so_far: tuple[object, ...], slot: Slot, answer: Answer | None) -> tuple[object, ...]:
        return tuple(
            total if party != slot[1] else None if total is None or answer is None else int(str(total)) + int(answer)  # type: ignore[arg-type]  # scores
            for party, total in zip(PARTIES, so_far, strict=True)
        )

    def answers(self, so_far: tuple[object, ...]) -> Answers:
        return answers_of(
            ((part, party), score)
            for party, total in zip(PARTIES, so_far, strict=True)
            if total
            for part, score in zip(self._parts, scores_with_total(int(str(total)), len(self._parts)), strict=True)
        )


def scores_with_total(total: int, parts: int) -> Iterator[int]:
    """Yield whole numbers that differ by one at most and have a total."""
    for left in range(parts, 0, -1):
        score = total // left
        yield score
        total -= score


class _Count:
    """For the share answered: how many answers there are."""

    start: tuple[object, ...] = (0,)

    def __init__(self, asked: Sequence[Slot], domains: Sequence[Sequence[Answer | None]]) -> None:
        self._some = [(slot, domain[-1]) for slot, domain in zip(asked, domains, strict=True)]

    def added(self, so_far: tuple[object, ...], slot: Slot, answer: Answer | None) -> tuple[object, ...]:  # noqa: ARG002 - the others need it
        return (int(str(so_far[0])) + (answer is not None),)

    def answers(self, so_far: tuple[object, ...]) -> Answers:
        return answers_of(self._some[: int(str(so_far[0]))])


class Diagrams:
    """The diagrams of the rules of a ruleset, made when they are first needed."""

    def __init__(self, ruleset: Ruleset, *others: Expression) -> None:
        """Prepare for the rules, and for other expressions that will be asked for."""
        self.ruleset = ruleset
        trees = [rule.expression for rule in ruleset.rules.values()]
        self.domains = Domains(ruleset.vocabulary, [*trees, *others])
        self.order = ruleset.vocabulary.slots
        self._positions = {slot: position for position, slot in enumerate(self.order)}
        self._under: dict[str, tuple[Slot, ...]] = {}
        self._lock = threading.Lock()
        self._clear()

    def _clear(self) -> None:
        self._nodes: dict[tuple[int, tuple[Diagram, ...]], Node] = {}
        self._made: dict[tuple[object, ...], Diagram] = {}
        self._conjunctions: dict[tuple[Diagram, Diagram], Diagram] = {}
        self._negations: dict[Node, Diagram] = {}
        self._budget = MOST_NODES

    def restricted(self, rule: str, partnership: Partnership) -> Diagram:
        """Return the diagram of a rule given what is known: it asks only for what can still change the outcome.

        Raises:
            TooLargeError: when the rule depends on too much to work it out.
        """
        with self._working():
            return self._restricted(self._build(Signal(rule), partnership), partnership)

    def of(self, expression: Expression, partnership: Partnership) -> Diagram:
        """Return the diagram of an expression, for the domains of a partnership.

        Raises:
            TooLargeError: when it depends on too much to work it out.
        """
        with self._working():
            return self._build(expression, partnership)

    @contextlib.contextmanager
    def _working(self) -> Iterator[None]:
        """Let one thread at a time make diagrams, within bounds."""
        with self._lock:
            if len(self._nodes) + len(self._made) + len(self._conjunctions) > _MOST_KEPT:
                self._clear()
            self._budget = len(self._nodes) + len(self._conjunctions) + MOST_NODES
            try:
                yield
            except RecursionError:  # more answers at once than Python looks deep
                raise TooLargeError from None

    def _build(self, expression: Expression, partnership: Partnership) -> Diagram:
        key = (expression, *self._relative_domains(expression, partnership))
        if key not in self._made:
            self._made[key] = self._make(expression, partnership)
        return self._made[key]

    def _make(self, expression: Expression, partnership: Partnership) -> Diagram:
        match expression:
            case And(parts):
                return self._all([self._build(part, partnership) for part in parts])
            case Or(parts):
                return self._negation(self._all([self._negation(self._build(part, partnership)) for part in parts]))
            case Not(part):
                return self._negation(self._build(part, partnership))
            case Signal(rule):
                return self._build(self.ruleset.rules[rule].expression, partnership)
            case Compared() | Membership() | Known():
                return self._leaf(expression, partnership)
            case _:  # pragma: no cover - mypy proves that no form is left
                assert_never(expression)

    def _relative_domains(self, expression: Expression, partnership: Partnership) -> list[tuple[Answer, ...]]:
        """Return the domains that differ between partnerships, of the facts in an expression."""
        return [
            self.domains.of(slot, partnership) for slot in self.slots_of(expression) if slot[0] in self.domains.relative
        ]

    def slots_of(self, expression: Expression) -> tuple[Slot, ...]:
        """Return the answers that an expression looks at, also through other rules, in order."""
        if isinstance(expression, Signal):
            return self.slots_of_rule(expression.rule)
        found: set[Slot] = set()
        for leaf in leaves(expression):
            found |= set(self.slots_of_rule(leaf.rule) if isinstance(leaf, Signal) else self._slots_of_leaf(leaf))
        return tuple(sorted(found, key=self._positions.__getitem__))

    def slots_of_rule(self, rule: str) -> tuple[Slot, ...]:
        """Return the answers that a rule looks at, also through other rules, in order."""
        if rule not in self._under:
            self._under[rule] = self.slots_of(self.ruleset.rules[rule].expression)
        return self._under[rule]

    def _slots_of_leaf(self, leaf: Compared | Membership | Known) -> Iterator[Slot]:
        if leaf.quantity.view is View.SHARE_ANSWERED:
            return ((fact, leaf.quantity.of) for fact in self.ruleset.vocabulary.perceptions)
        return slots(leaf.quantity, self.ruleset.vocabulary)

    # --- the making of diagrams ---

    def _node(self, position: int, below: Sequence[Diagram]) -> Diagram:
        first = below[0]
        if all(diagram is first for diagram in below):
            return first
        key = (position, tuple(below))
        node = self._nodes.get(key)
        if node is None:
            self._keep_within_budget()
            node = self._nodes[key] = Node(*key)
        return node

    def _keep_within_budget(self) -> None:
        if len(self._nodes) + len(self._conjunctions) >= self._budget:
            raise TooLargeError

    def _all(self, diagrams: Sequence[Diagram]) -> Diagram:
        return functools.reduce(self._both, diagrams)

    def _both(self, one: Diagram, other: Diagram) -> Diagram:
        if one is False or other is False:
            return False
        if one is True or one is other:
            return other
        if other is True:
            return one
        key = (one, other)
        if key not in self._conjunctions:
            self._keep_within_budget()
            position = min(diagram.position for diagram in key if isinstance(diagram, Node))
            pairs = zip(*(self._branches(diagram, position) for diagram in key), strict=False)
            self._conjunctions[key] = self._node(position, [self._both(*pair) for pair in pairs])
        return self._conjunctions[key]

    @staticmethod
    def _branches(diagram: Diagram, position: int) -> Iterable[Diagram]:
        """Return what stands below a diagram when one answer is asked for first."""
        if isinstance(diagram, Node) and diagram.position == position:
            return diagram.below
        return itertools.repeat(diagram)

    def _negation(self, diagram: Diagram) -> Diagram:
        if not isinstance(diagram, Node):
            return None if diagram is None else not diagram
        if diagram not in self._negations:
            self._negations[diagram] = self._node(diagram.position, [self._negation(part) for part in diagram.below])
        return self._negations[diagram]

    def _leaf(self, leaf: Compared | Membership | Known, partnership: Partnership) -> Diagram:
        """Ask for the answers of a leaf one by one, and let the reference engine say what comes out."""
        asked = self.slots_of(leaf)
        domains = [(None, *self.domains.of(slot, partnership)) for slot in asked]
        summary: _Answers | _Totals | _Count = _Answers(asked)
        if leaf.quantity.view is View.SHARE_ANSWERED:
            summary = _Count(asked, domains)
        elif average := self.ruleset.vocabulary.averages.get(leaf.quantity.of):
            summary = _Totals(average)
        core = elaborated(leaf, self.ruleset.vocabulary)
        made: dict[tuple[int, tuple[object, ...]], Diagram] = {}

        def ask(index: int, so_far: tuple[object, ...]) -> Diagram:
            if index == len(asked):
                case = Partnership(partnership.reference_date, summary.answers(so_far))
                return outcome_of(core, case, {})
            key = (index, so_far)
            if key not in made:
                if len(made) > MOST_NODES:
                    raise TooLargeError
                slot, position = asked[index], self._positions[asked[index]]
                below = [ask(index + 1, summary.added(so_far, slot, answer)) for answer in domains[index]]
                made[key] = self._node(position, below)
            return made[key]

        return ask(0, summary.start)

    # --- what is known ---

    def _restricted(self, diagram: Diagram, partnership: Partnership) -> Diagram:
        known = sum(1 << self._positions[slot] for slot in partnership.slots())
        done: dict[Node, Diagram] = {}

        def restrict(found: Diagram) -> Diagram:
            if not isinstance(found, Node) or not known & found.asked:
                return found
            if found not in done:
                if known >> found.position & 1:
                    done[found] = restrict(found.below[self.place(found.position, partnership)])
                else:
                    done[found] = self._node(found.position, [restrict(part) for part in found.below])
            return done[found]

        return restrict(diagram)

    def place(self, position: int, partnership: Partnership) -> int:
        """Return which diagram below a node with this position goes on, given what is known: 0 for unknown."""
        slot = self.order[position]
        answer = partnership.answer(*slot)
        return 0 if answer is None else 1 + self.domains.place(slot, answer, partnership)
