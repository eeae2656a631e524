"""Two quantities compared with each other: which names are facts, and whether the two are of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

import attrs

from samenwerkadvies.errors import Problem, quoted
from samenwerkadvies.grammar.printer import quantity_to_text
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
    Quantity,
    Quotient,
    Signal,
    View,
    leaves,
)
from samenwerkadvies.vocabulary import NEVER, UNKNOWN, Kind, Vocabulary

_MEASURED = (Kind.COUNT, Kind.SCALE, Kind.DATE)
_VIEWS = frozenset({View.ITSELF, View.LOWEST, View.HIGHEST})


def with_facts(expression: Expression, vocabulary: Vocabulary) -> Expression:
    """Return a tree in which a name that a number or a date is compared with is a fact, where it is one."""
    if not any(_names_another(leaf, vocabulary) for leaf in leaves(expression)):
        return expression
    match expression:
        case And(parts) | Or(parts) | AtLeast(_, parts):
            return attrs.evolve(expression, parts=tuple(with_facts(part, vocabulary) for part in parts))
        case Not(part):
            return attrs.evolve(expression, part=with_facts(part, vocabulary))
        case Compared(quantity, operator, literal, span, at):
            return Beside(quantity, operator, Quantity(str(literal), span=at), span)
        case (
            Beside() | Quotient() | Membership() | Contains() | Known() | Signal()
        ):  # pragma: no cover - these name no other
            raise AssertionError(expression)
        case _:  # pragma: no cover - mypy proves that no form is left
            assert_never(expression)


def _names_another(leaf: Expression, vocabulary: Vocabulary) -> bool:
    if not (isinstance(leaf, Compared) and isinstance(leaf.literal, str)) or leaf.literal in (NEVER, UNKNOWN):
        return False
    name, fact = leaf.quantity.of, vocabulary.facts.get(leaf.quantity.of)
    is_measured = fact.kind in _MEASURED if fact else name in vocabulary.averages
    return is_measured and (leaf.literal in vocabulary.facts or leaf.literal in vocabulary.averages)


def beside_problems(beside: Beside, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield what is wrong with two quantities beside each other, each of which is right by itself."""
    one, other = beside.quantity, beside.other
    for each in (one, other):
        if each.view not in _VIEWS:
            message = f"{quoted(quantity_to_text(each))} kun je alleen met een getal vergelijken"
            expected = "een feit, het antwoord van een partij, 'laagste' of 'hoogste'"
            yield _problem(message, each.span, expected)
            return
        fact = vocabulary.facts.get(each.of)
        if fact is not None and fact.kind not in _MEASURED:
            expected = "een feit met 'soort: aantal', 'soort: schaal' of 'soort: datum'"
            yield _problem(f"{quoted(each.of)} is geen getal en geen datum", each.span, expected)
            return
    if _measure(one, vocabulary) != _measure(other, vocabulary):
        message = f"{quoted(one.of)} en {quoted(other.of)} kun je niet met elkaar vergelijken"
        expected = "twee aantallen met dezelfde eenheid, twee cijfers, twee datums, of hetzelfde gemiddelde"
        yield _problem(message, beside.span, expected)
    elif one.of == other.of and not (one.party and other.party and one.party != other.party):
        yield _problem("hier staat twee keer hetzelfde antwoord", beside.span, "twee verschillende antwoorden")


def _problem(message: str, at: tuple[int, int], expected: str) -> Problem:
    return Problem(code="TAAL14", message=message, span=at, expected=expected)


def _measure(quantity: Quantity, vocabulary: Vocabulary) -> object:
    """Return what two quantities must have in common: the kind with its unit, of an average all of it."""
    fact = vocabulary.facts.get(quantity.of)
    return (fact.kind, fact.texts["nl"].unit) if fact else quantity.of
