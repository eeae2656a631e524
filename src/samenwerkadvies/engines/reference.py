"""The reference engine: the meaning of the rule language, as a small three-valued (Kleene) evaluator.

Every other engine must agree with it. True, False, or None for unknown.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import assert_never

from samenwerkadvies.engines.quantities import Bounds, Number, add_months, bounds, is_known, threshold
from samenwerkadvies.language.tree import (
    MONTH_VIEWS,
    And,
    Comparison,
    Expression,
    Known,
    Membership,
    Not,
    Operator,
    Or,
    Signal,
    View,
)
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.vocabulary import Kind, Vocabulary, level


class ReferenceEngine:
    """Walks the trees."""

    name = "reference"

    def __init__(self, ruleset: Ruleset) -> None:
        """Keep the ruleset, with its rules in layers."""
        self._ruleset = ruleset

    def decide(self, partnership: Partnership) -> dict[str, bool | None]:
        """Decide every rule for one partnership."""
        decided: dict[str, bool | None] = {}
        for layer in self._ruleset.strata:
            for rule in layer:
                decided[rule.id] = evaluate(rule.expression, partnership, self._ruleset.vocabulary, decided)
        return {name: decided[name] for name in self._ruleset.rules}


def evaluate(
    expression: Expression,
    partnership: Partnership,
    vocabulary: Vocabulary,
    decided: Mapping[str, bool | None],
) -> bool | None:
    """Return the outcome of an expression, given the outcomes of the rules that it uses."""
    match expression:
        case And(parts):
            return _all(evaluate(part, partnership, vocabulary, decided) for part in parts)
        case Or(parts):
            return _not(_all(_not(evaluate(part, partnership, vocabulary, decided)) for part in parts))
        case Not(part):
            return _not(evaluate(part, partnership, vocabulary, decided))
        case Signal(rule):
            return decided[rule]
        case Known(quantity):
            return is_known(quantity, partnership, vocabulary)
        case Membership(quantity, options):
            fact = vocabulary.facts[quantity.of]
            found = bounds(quantity, partnership, vocabulary)
            return None if found is None else found[0] in {level(fact, option) for option in options}
        case Comparison():
            return _compare(expression, partnership, vocabulary)
        case _:  # pragma: no cover - mypy proves that no form is left
            assert_never(expression)


def _all(outcomes: Iterable[bool | None]) -> bool | None:
    is_unknown = False
    for outcome in outcomes:
        if outcome is False:
            return False
        is_unknown |= outcome is None
    return None if is_unknown else True


def _not(outcome: bool | None) -> bool | None:  # noqa: FBT001 - the outcome is all it takes
    return None if outcome is None else not outcome


def _compare(comparison: Comparison, partnership: Partnership, vocabulary: Vocabulary) -> bool | None:
    quantity = comparison.quantity
    fact = vocabulary.facts.get(quantity.of)
    if fact is not None and fact.kind is Kind.DATE:
        date = partnership.answer(quantity.of)
        if date is None:
            return None
        if quantity.view in MONTH_VIEWS:
            beyond = months_beyond(quantity.view, date, partnership.reference_date, int(comparison.literal))
            return _within((beyond, beyond), comparison.operator, 0)
        return (date == comparison.literal) is (comparison.operator is Operator.EQUAL)
    found = bounds(quantity, partnership, vocabulary)
    return None if found is None else _within(found, comparison.operator, threshold(comparison.literal, fact))


def _within(found: Bounds, operator: Operator, limit: Number) -> bool | None:
    """Compare everything between two bounds with a limit: None when the outcome differs."""
    low, high = found
    match operator:
        case Operator.LESS:
            certain, possible = high < limit, low < limit
        case Operator.AT_MOST:
            certain, possible = high <= limit, low <= limit
        case Operator.EQUAL:
            certain, possible = low == high == limit, low <= limit <= high
        case Operator.MORE | Operator.AT_LEAST | Operator.NOT_EQUAL:
            return _not(_within(found, operator.opposite, limit))
        case _:  # pragma: no cover - mypy proves that no operator is left
            assert_never(operator)
    return True if certain else None if possible else False


def months_beyond(view: View, date: object, reference: datetime.date, months: int) -> int:
    """Return 1 when a date is further than so many months from the reference date, 0 when exactly so, else -1.

    ``nooit`` is infinitely far, before as well as after.
    """
    if not isinstance(date, datetime.date):
        return 1
    earlier, later = (date, reference) if view is View.MONTHS_SINCE else (reference, date)
    reached, day = add_months(earlier, months), add_months(later, 0)
    return (day > reached) - (day < reached)
