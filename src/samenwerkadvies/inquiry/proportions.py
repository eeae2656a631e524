"""How two quantities lie to each other, where a rule compares them or divides one by the other.

Whatever the two are made of, a line sees no more of them than their proportion; of days, which only have an order, no
more than which comes first. So what lines say of the same two is seen from a few pairs of numbers: one for each limit,
for what lies between two limits, and for where nothing is divided by; days lie as such numbers do. Which of these the
answers can really be is not looked at: what excludes each other here, does so always.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import attrs

from samenwerkadvies.grammar.printer import quantity_to_text
from samenwerkadvies.grammar.tree import Beside, Expression, Operator, Quantity, Quotient
from samenwerkadvies.meaning.evaluate import COMPARE

Numbers = tuple[int, int]
"""What both quantities of a pair can be."""


@attrs.frozen(cache_hash=True)
class Pair:
    """Two quantities that are taken together, whichever stands first in a line."""

    one: Quantity
    other: Quantity


def pair_of(leaf: Expression) -> Pair | None:
    """Return which two quantities a leaf takes together; None where it looks at one."""
    match leaf:
        case Beside(one, _, other) | Quotient(one, other):
            return Pair(*sorted((one, other), key=quantity_to_text))
        case _:
            return None


def told_apart(taken: Iterable[Expression], pair: Pair) -> tuple[Numbers, ...]:
    """Return numbers for each way in which lines about a pair can come out."""
    limits = {Fraction(1)}
    for leaf in taken:
        if isinstance(leaf, Quotient):
            limit = Fraction(Decimal(leaf.literal))
            limits.add(limit if leaf.quantity == pair.one else 1 / limit)
    ends = [Fraction(0), *sorted(limits), max(limits) + 2]
    between = [(least + greatest) / 2 for least, greatest in itertools.pairwise(ends)]
    nothing = [(0, 0), (1, 0)]
    return (*nothing, *(each.as_integer_ratio() for each in (*ends[:-1], *between)))


def holds(leaf: Expression, pair: Pair, numbers: Numbers) -> bool:
    """Say whether a line about a pair holds for two numbers; where nothing is divided by, it does not."""
    match leaf:
        case Beside(first, operator, _):
            one, other = numbers if first == pair.one else numbers[::-1]
            return _compared(Fraction(one), operator, Fraction(other))
        case Quotient(first, _, operator, literal):
            one, other = numbers if first == pair.one else numbers[::-1]
            return other != 0 and _compared(Fraction(one, other), operator, Fraction(Decimal(literal)))
        case _:  # pragma: no cover - only these two have a pair
            raise AssertionError(leaf)


def _compared(one: Fraction, operator: Operator, other: Fraction) -> bool:
    if operator is Operator.NOT_EQUAL:
        return one != other
    return bool(COMPARE[operator](one, other))
