"""What must come to be so: the comparisons of the rules of a ruleset, and their opposites, each worked out once."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, assert_never

import attrs

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
from samenwerkadvies.inquiry.nodes import Diagram, can_fail_beside
from samenwerkadvies.inquiry.situations import Situation
from samenwerkadvies.inquiry.under import LookedAt
from samenwerkadvies.meaning.core import Core, asks_what_is_known
from samenwerkadvies.meaning.elaborate import elaborated

MOST_REQUIREMENTS = 2_000
"""What, with all the rules that it uses, has more comparisons than this is given up."""
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
    under: LookedAt
    asked: int
    """The answers at which it looks, as bits by position."""
    asks_what_is_known: bool
    """Whether it is about answers that are there or not."""
    size: int = 1


@attrs.frozen(eq=False)
class AllOf:
    """Every part must come to hold."""

    parts: tuple[Wanted, ...]
    asked: int
    size: int


@attrs.frozen(eq=False)
class SomeOf:
    """One of the parts must come to hold."""

    parts: tuple[Wanted, ...]
    asked: int
    size: int


@attrs.frozen(eq=False)
class EnoughOf:
    """So many of the parts must come to hold."""

    number: int
    parts: tuple[Wanted, ...]
    asked: int
    size: int


Wanted = Requirement | AllOf | SomeOf | EnoughOf
"""An expression in negation normal form in which the rules that it uses are written out.

``asked``: the answers at which it looks, as bits by position; ``size``: its comparisons.
"""


def requirements_in(wanted: Wanted) -> Iterator[Requirement]:
    """Yield the requirements of which something wanted is made, from left to right."""
    if isinstance(wanted, Requirement):
        yield wanted
    else:
        for part in wanted.parts:
            yield from requirements_in(part)


def apart(found: Sequence[T], asked_by: Callable[[T], int]) -> list[tuple[T, ...]]:
    """Return things in groups that have no answer in common, each group in the order in which they were given."""
    groups: list[tuple[int, list[int]]] = []
    for number, each in enumerate(found):
        asked, together, others = asked_by(each), [number], []
        for group in groups:
            if asked & group[0]:
                asked |= group[0]
                together += group[1]
            else:
                others.append(group)
        groups = [*others, (asked, together)]
    return [tuple(found[number] for number in group) for group in sorted(sorted(group) for _, group in groups)]


class Requirements:
    """The requirements of one ruleset, and what is known of each."""

    def __init__(self, diagrams: Diagrams) -> None:
        """Begin without any."""
        self.diagrams = diagrams
        self._of: dict[Expression, Requirement] = {}
        self._numbers = itertools.count()  # which threads do not take twice
        self._rules: dict[Expression, Wanted] = {}
        self._always: dict[Requirement, Diagram] = {}
        self._implied: Memory[bool] = Memory(_MOST_REMEMBERED)

    def of(self, said: Compared | Beside | Quotient | Membership | Contains | Known | Not) -> Requirement:
        """Return the requirement that a comparison, or the opposite of one, holds."""
        if said not in self._of:
            core = elaborated(said, self.diagrams.ruleset.vocabulary)
            under, bit = self.diagrams.under.of(core), 1 << next(self._numbers)
            made = Requirement(said, core, bit, under, under.asked, asks_what_is_known(core))
            self._of.setdefault(said, made)
        return self._of[said]

    def written_out(self, expression: Expression) -> Wanted:
        """Return an expression in negation normal form, with the rules that it uses written out.

        Raises:
            TooLargeError: when that has too many comparisons.
        """
        return self._written_out(push_negations_inward(expression))

    def _written_out(self, normal: Expression) -> Wanted:
        match normal:
            case And(parts):
                return _sized(AllOf, [*map(self._written_out, parts)])
            case Or(parts):
                return _sized(SomeOf, [*map(self._written_out, parts)])
            case AtLeast(number, parts):
                return _sized(functools.partial(EnoughOf, number), [*map(self._written_out, parts)])
            case Signal(rule) | Not(Signal(rule)) as whole:
                if whole not in self._rules:
                    under = self.diagrams.ruleset.rules[rule].expression
                    self._rules[whole] = self.written_out(Not(under) if isinstance(whole, Not) else under)
                return self._rules[whole]
            case Compared() | Beside() | Quotient() | Membership() | Contains() | Known() | Not() as leaf:
                return self.of(leaf)
            case _:  # pragma: no cover - mypy proves that no form is left
                assert_never(normal)

    def held(self, requirements: Iterable[Requirement], situation: Situation) -> int:
        """Return which requirements hold already, as bits."""
        always, held = self._always, 0
        for found in requirements:
            diagram = always.get(found, found)
            if isinstance(diagram, Requirement):
                outcome = self._outcome(diagram, situation)
            else:
                outcome = walked(diagram, situation.places)
            if outcome:
                held |= found.bit
        return held

    def _outcome(self, requirement: Requirement, situation: Situation) -> bool | None:
        if not requirement.under.relative:
            self._always[requirement] = self.diagrams.of(requirement.core, situation)
        return self.diagrams.outcome(requirement.core, situation)

    def implies(self, one: Requirement, other: Requirement, situation: Situation) -> bool:
        """Say whether where the one holds the other never fails."""
        if one is other:
            return True
        if not one.asked & other.asked:
            return False
        domains = situation.domains
        key = (one, other, *[domains[position].serial for position in (*one.under.relative, *other.under.relative)])
        return self._implied.of(key, self._never_fails_beside, one, other, situation)

    def _never_fails_beside(self, one: Requirement, other: Requirement, situation: Situation) -> bool:
        return not can_fail_beside(*(self.diagrams.of(found.core, situation) for found in (one, other)))


def _sized(form: Callable[[tuple[Wanted, ...], int, int], Wanted], parts: Sequence[Wanted]) -> Wanted:
    size, asked = sum([part.size for part in parts]), 0
    if size >= MOST_REQUIREMENTS:
        raise TooLargeError
    for part in parts:
        asked |= part.asked
    return form(tuple(parts), asked, size)
