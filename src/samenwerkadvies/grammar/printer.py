"""Print a tree as the line that a policy writer would write; parsing that line gives the tree again."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from samenwerkadvies.grammar.tree import (
    And,
    AtLeast,
    Beside,
    Compared,
    Contains,
    Expression,
    Known,
    Limited,
    Literal,
    Membership,
    Not,
    Or,
    Quantity,
    Quotient,
    Signal,
    View,
)


def to_text(expression: Expression) -> str:
    """Return the tree in the rule language, on one line.

    >>> to_text(Not(Signal("andere_regel")))
    'niet signaal(andere_regel)'
    """
    match expression:
        case Or(parts):
            return " of ".join(_inside(part, Or) for part in parts)
        case And(parts):
            return " en ".join(_inside(part, Or, And) for part in parts)
        case Not(part):
            return f"niet {_inside(part, Or, And)}"
        case AtLeast(number, parts):
            return f"minstens {number} van ({', '.join(map(to_text, parts))})"
        case Compared(quantity, operator):
            return f"{quantity_to_text(quantity)} {operator.value} {_limit_to_text(expression)}"
        case Quotient(quantity, by, operator):
            divided = quotient_to_text(quantity, by)
            return f"{divided} {operator.value} {_limit_to_text(expression)}"
        case Beside(quantity, operator, other):
            return f"{quantity_to_text(quantity)} {operator.value} {quantity_to_text(other)}"
        case Membership(quantity, options):
            return f"{quantity_to_text(quantity)} in [{', '.join(options)}]"
        case Contains(quantity, option):
            return f"bevat({quantity_to_text(quantity)}, {option})"
        case Known(quantity):
            return f"bekend({quantity_to_text(quantity)})"
        case Signal(rule):
            return f"signaal({rule})"
        case _:  # pragma: no cover - mypy proves that no form is left
            assert_never(expression)


def _inside(part: Expression, *wrapped: type) -> str:
    return f"({to_text(part)})" if isinstance(part, wrapped) else to_text(part)


def _limit_to_text(compared: Limited) -> str:
    return compared.threshold or literal_to_text(compared.literal)


def quotient_to_text(quantity: Quantity, by: Quantity) -> str:
    """Return what is divided by what in the rule language, such as ``per(uren, mensen)``."""
    return f"per({quantity_to_text(quantity)}, {quantity_to_text(by)})"


def quantity_to_text(quantity: Quantity) -> str:
    """Return a quantity in the rule language, such as ``laagste(sfeer)``."""
    of = f"{quantity.party}({quantity.of})" if quantity.party and quantity.view is View.CHOSEN else quantity.of
    return f"{quantity.word}({of})" if quantity.word else of


def literal_to_text(literal: Literal) -> str:
    """Return a literal in the rule language: a decimal with a comma, without needless zeros.

    >>> literal_to_text(Decimal("1.50"))
    '1,5'
    """
    if isinstance(literal, Decimal):
        whole, _, decimals = f"{literal:f}".partition(".")
        return f"{whole},{decimals.rstrip('0') or '0'}"
    return str(literal)
