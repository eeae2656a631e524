"""Numbers that lie beside each other where limits on two of them do not run alike, as those of quotients.

A limit on two numbers together is a line through all pairs of numbers. What rules tell apart are the strips between
lines. Lines that run alike leave room beside every number. Those of quotients do not: between 9,9 and 10 times as much
there is no whole number before 109 beside 11. So in each strip the least pair is looked for, from every number on.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import attrs

from samenwerkadvies.grammar.tree import Operator
from samenwerkadvies.meaning.core import Total
from samenwerkadvies.vocabulary import Slot

_MOST_TRIED = 1000
"""In a strip so many numbers in a row are tried; where it is that narrow, a pair further on is taken."""
MOST_NUMBERS = 100
"""Of one fact: what would take more numbers than this is not told apart any more."""


@attrs.frozen(order=True)
class _Line:
    """Where ``times`` the one less ``less`` the other is at the most so much: a boundary between two strips."""

    slope: Fraction
    most: int
    times: int
    less: int

    def above(self, other: int) -> int:
        """Return the least of the one that lies above the line beside another number."""
        return -(-(self.less * other + self.most + 1) // self.times)

    def below(self, one: int) -> int:
        """Return the least of the other beside which a number does not lie above the line."""
        return -(-(self.times * one - self.most) // self.less)


@attrs.frozen
class Strip:
    """The pairs of numbers above a line (if there is one) and not above another (if there is one)."""

    one: Slot
    other: Slot
    lower: _Line | None
    upper: _Line | None

    def least(self, one: int, other: int, greatest: tuple[int, int]) -> tuple[int, int] | None:
        """Return the least pair of numbers from these on; None where there is none."""
        for _ in range(_MOST_TRIED):
            pair = self._from(one, other)
            if pair[0] > greatest[0] or pair[1] > greatest[1]:
                return None
            if pair[1] == other:
                return pair
            other = pair[1]
        further = max(other, self._wide())
        pair = self._from(one, further)
        return pair if pair[0] <= greatest[0] and pair[1] == further <= greatest[1] else None

    def _from(self, one: int, other: int) -> tuple[int, int]:
        beside = max(one, self.lower.above(other)) if self.lower else one
        return beside, max(other, self.upper.below(beside)) if self.upper else other

    def _wide(self) -> int:
        """Return from where on there is a number of the one beside every number of the other, if there is such."""
        if not self.lower or not self.upper or self.upper.slope <= self.lower.slope:
            return 0
        apart = Fraction(self.upper.most, self.upper.times) - Fraction(self.lower.most + 1, self.lower.times)
        return math.ceil((1 - apart) / (self.upper.slope - self.lower.slope))


def strips(totals: Iterable[Total]) -> tuple[Strip, ...]:
    """Return the strips between the lines of each two numbers; none where all lines run alike."""
    lines: dict[tuple[Slot, Slot], set[_Line]] = {}
    for total in totals:
        for one, other in itertools.product(total.plus, total.minus):
            is_turned = str(one) > str(other)
            pair = (other, one) if is_turned else (one, other)
            lines.setdefault(pair, set()).update(_lines(total, is_turned=is_turned))
    every = [line for found in lines.values() for line in found]
    if all(line.times == 1 or line.less == 1 for line in every) and all(_run_alike(found) for found in lines.values()):
        return ()
    return tuple(
        Strip(one, other, *between) for (one, other), found in lines.items() for between in _between(sorted(found))
    )


def _run_alike(lines: Iterable[_Line]) -> bool:
    return len({line.slope for line in lines}) == 1


def _lines(total: Total, *, is_turned: bool) -> Iterator[_Line]:
    """Yield the lines between which a comparison comes out otherwise."""
    times, less = total.times
    below = [] if total.operator in (Operator.AT_MOST, Operator.MORE) else [total.limit - 1]
    for most in [*below, *[total.limit] * (total.operator not in (Operator.LESS, Operator.AT_LEAST))]:
        if is_turned:  # at the most so much, seen from the other
            yield _Line(Fraction(times, less), -most - 1, less, times)
        else:
            yield _Line(Fraction(less, times), most, times, less)


def _between(lines: list[_Line]) -> Iterator[tuple[_Line | None, _Line | None]]:
    """Yield what lies between two lines in a row; between any two, where some do not begin at nothing."""
    if all(abs(line.most) <= 1 for line in lines):
        yield from itertools.pairwise((None, *lines, None))
    else:
        yield from ((one, other) for one, other in itertools.product((None, *lines), repeat=2) if one != other)


def told_apart(
    starts: Mapping[str, Iterable[int]], found: Iterable[Strip], greatest: Mapping[str, int], passes: int
) -> dict[str, set[int]]:
    """Return numbers of which every strip that can be met has a pair, from every start on.

    Where there are more than two numbers, what one strip needs is where another begins: so many times over.
    """
    numbers = {name: set(given) for name, given in starts.items()}
    anew = {(name, number, frozenset[Slot]()) for name, given in numbers.items() for number in given}
    seen = set(anew)
    for _ in range(passes):
        made: dict[tuple[str, int, frozenset[Slot]], None] = {}
        for strip in found:
            (one, _), (other, _) = pair = strip.one, strip.other
            most, both = (greatest[one], greatest[other]), frozenset(pair)
            for name, number, by in sorted(anew, key=lambda each: each[:2]):
                begun = [(number, 0)] * (name == one) + [(0, number)] * (name == other)
                for least in (strip.least(*each, most) for each in begun if by != both):
                    made |= {(fact, each, both): None for fact, each in zip((one, other), least or (), strict=False)}
        anew = {each for each in made if each not in seen and len(numbers[each[0]]) < MOST_NUMBERS}
        seen |= anew
        for name, number, _ in anew:
            numbers[name].add(number)
    return numbers
