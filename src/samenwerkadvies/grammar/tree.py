"""The trees of the rule language: one frozen class for each form, equal when they mean the same text."""

from __future__ import annotations

import enum
import itertools
import operator
from collections.abc import Iterable, Mapping
from decimal import Decimal

import attrs

Span = tuple[int, int]
"""Where a node stands in its text: first character and the one after the last, from 0."""

Literal = int | Decimal | str


class Operator(enum.Enum):
    """How a quantity is compared."""

    EQUAL = "="
    NOT_EQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="

    @property
    def opposite(self) -> Operator:
        """The operator that holds exactly when this one does not."""
        return _OPPOSITES[self]


_OPPOSITES = {
    Operator.EQUAL: Operator.NOT_EQUAL,
    Operator.NOT_EQUAL: Operator.EQUAL,
    Operator.LESS: Operator.AT_LEAST,
    Operator.AT_LEAST: Operator.LESS,
    Operator.MORE: Operator.AT_MOST,
    Operator.AT_MOST: Operator.MORE,
}


class View(enum.Enum):
    """How a fact type is looked at; one party's answer, or the one that all share, is looked at itself."""

    ITSELF = ""
    LOWEST = "laagste"
    HIGHEST = "hoogste"
    DIFFERENCE = "verschil"
    EITHER = "een_van_beide"
    ANYBODY = "minstens_een"
    EVERYBODY = "iedereen"
    MONTHS_SINCE = "maanden_sinds"
    MONTHS_UNTIL = "maanden_tot"
    SHARE_ANSWERED = "aandeel_beantwoord"
    CHOSEN = "aantal"


MONTH_VIEWS = frozenset({View.MONTHS_SINCE, View.MONTHS_UNTIL})

_span = attrs.field(default=(0, 0), eq=False, repr=False)


@attrs.frozen(cache_hash=True)
class Quantity:
    """What is compared: a fact type or average (``of``) through a view; for the share answered, a party.

    Before the parentheses stands a view, or the party whose answer it is (``party``, with the view ``ITSELF``). Of how
    many options are chosen (``CHOSEN``) the party stands inside those.
    """

    of: str
    view: View = View.ITSELF
    span: Span = _span
    party: str | None = None

    @property
    def word(self) -> str:
        """What stands before the parentheses; empty where there are none."""
        return self.view.value or self.party or ""


@attrs.frozen(cache_hash=True)
class Compared:
    """``quantity operator literal``."""

    quantity: Quantity
    operator: Operator
    literal: Literal
    span: Span = _span
    literal_span: Span = _span
    threshold: str = ""
    """The name with which a rule says the number that it compares with; empty where it says the number itself."""

    def with_literal(self, literal: Literal) -> Compared:
        """Return the comparison with another number or word, which has no name."""
        return attrs.evolve(self, literal=literal, threshold="")


@attrs.frozen(cache_hash=True)
class Beside:
    """``quantity operator other``: two quantities of one kind, compared with each other."""

    quantity: Quantity
    operator: Operator
    other: Quantity
    span: Span = _span


@attrs.frozen(cache_hash=True)
class Quotient:
    """``per(quantity, by) operator literal``: the one divided by the other, compared with a number.

    The threshold and the spans are those of ``Compared``. Where nothing is divided by, it is unknown.
    """

    quantity: Quantity
    by: Quantity
    operator: Operator
    literal: Literal
    span: Span = _span
    literal_span: Span = _span
    threshold: str = ""

    def with_literal(self, literal: Literal) -> Quotient:
        """Return the comparison with another number, which has no name."""
        return attrs.evolve(self, literal=literal, threshold="")


Limited = Compared | Quotient
"""What is compared with a number that can have a name."""


@attrs.frozen(cache_hash=True)
class Membership:
    """``quantity in [options]``."""

    quantity: Quantity
    options: tuple[str, ...]
    span: Span = _span
    option_spans: tuple[Span, ...] = attrs.field(default=(), eq=False, repr=False)


@attrs.frozen(cache_hash=True)
class Contains:
    """``bevat(quantity, option)``: whether an option is among those that are chosen."""

    quantity: Quantity
    option: str
    span: Span = _span
    option_span: Span = attrs.field(default=(0, 0), eq=False, repr=False)


@attrs.frozen(cache_hash=True)
class Known:
    """``bekend(quantity)``: whether the answer is there."""

    quantity: Quantity
    span: Span = _span


@attrs.frozen(cache_hash=True)
class Signal:
    """``signaal(rule)``: the outcome of another rule."""

    rule: str
    span: Span = _span


@attrs.frozen(cache_hash=True)
class Not:
    """``niet part``."""

    part: Expression
    span: Span = _span


@attrs.frozen(cache_hash=True)
class And:
    """Two or more parts that must all hold."""

    parts: tuple[Expression, ...]
    span: Span = _span


@attrs.frozen(cache_hash=True)
class Or:
    """Two or more parts of which one must hold."""

    parts: tuple[Expression, ...]
    span: Span = _span


@attrs.frozen(cache_hash=True)
class AtLeast:
    """``minstens number van (parts)``: more than one of the parts must hold, but not all; ``at_least`` makes one."""

    number: int
    parts: tuple[Expression, ...]
    span: Span = _span


Leaf = Compared | Beside | Quotient | Membership | Contains | Known | Signal
Expression = Leaf | Not | And | Or | AtLeast


def at_least(number: int, parts: tuple[Expression, ...], span: Span = (0, 0)) -> Expression:
    """Return that so many of some parts must hold, at the least one and at the most all, in the plainest form."""
    if len(parts) == 1:
        return parts[0]
    if number == 1:
        return Or(parts, span)
    return And(parts, span) if number == len(parts) else AtLeast(number, parts, span)


def leaves(expression: Expression) -> tuple[Leaf, ...]:
    """Return the comparisons and signals of a tree, from left to right."""
    match expression:
        case Compared() | Beside() | Quotient() | Membership() | Contains() | Known() | Signal():
            return (expression,)
        case And(parts) | Or(parts) | AtLeast(_, parts):
            return tuple(itertools.chain.from_iterable(map(leaves, parts)))
        case Not(part):
            return leaves(part)


def quantities(leaf: Leaf) -> tuple[Quantity, ...]:
    """Return what a leaf looks at: two quantities where it takes them together, none of a rule."""
    match leaf:
        case Beside(quantity, _, other) | Quotient(quantity, other):
            return quantity, other
        case Compared(quantity) | Membership(quantity) | Contains(quantity) | Known(quantity):
            return (quantity,)
        case Signal():
            return ()


def signals(expression: Expression) -> tuple[str, ...]:
    """Return the rules whose outcome a tree uses, each once, in order."""
    return tuple(dict.fromkeys(leaf.rule for leaf in leaves(expression) if isinstance(leaf, Signal)))


def thresholds(expressions: Iterable[Expression]) -> tuple[str, ...]:
    """Return the names of the thresholds that trees compare with, each once, in order."""
    compared = (leaf for each in expressions for leaf in leaves(each) if isinstance(leaf, Limited) and leaf.threshold)
    return tuple(dict.fromkeys(leaf.threshold for leaf in compared))


def with_thresholds(expression: Expression, values: Mapping[str, int | Decimal]) -> Expression:
    """Return a tree in which every name of a threshold stands beside its number: the one place that resolves them."""
    match expression:
        case And(parts) | Or(parts) | AtLeast(_, parts):
            resolved = tuple(with_thresholds(part, values) for part in parts)
            return expression if all(map(operator.is_, resolved, parts)) else attrs.evolve(expression, parts=resolved)
        case Not(part):
            return attrs.evolve(expression, part=with_thresholds(part, values))
        case Compared() | Quotient():
            name = expression.threshold or str(expression.literal)
            return attrs.evolve(expression, literal=values[name], threshold=name) if name in values else expression
        case Beside() | Membership() | Contains() | Known() | Signal():
            return expression


def push_negations_inward(expression: Expression, *, negate: bool = False) -> Expression:
    """Return the negation normal form: ``niet`` stands only before ``in``, ``bevat``, ``bekend`` and signals."""
    match expression:
        case Not(part):
            return push_negations_inward(part, negate=not negate)
        case And(parts) | Or(parts):
            pushed = tuple(push_negations_inward(part, negate=negate) for part in parts)
            return (And if isinstance(expression, And) is not negate else Or)(pushed, expression.span)
        case AtLeast(number, parts):  # too few hold where enough do not
            pushed = tuple(push_negations_inward(part, negate=negate) for part in parts)
            return AtLeast(len(parts) - number + 1 if negate else number, pushed, expression.span)
        case Compared() | Beside() | Quotient():
            return attrs.evolve(expression, operator=expression.operator.opposite) if negate else expression
        case Membership() | Contains() | Known() | Signal():
            return Not(expression, expression.span) if negate else expression
