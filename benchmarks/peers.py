"""The shipped rules for two other rule engines, translated from the same typed trees, in each engine's favour.

Both get a flat object in which everything that is not plain comparing has been done for them beforehand:
the answer of each party stands under a name of its own, dates are months, averages and shares are numbers.
Compound rules are written out, so that one pass suffices. All facts are known.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import rule_engine
import zen

from samenwerkadvies import Partnership, Ruleset
from samenwerkadvies.grammar.tree import (
    And,
    Compared,
    Expression,
    Known,
    Membership,
    Not,
    Or,
    Quantity,
    Signal,
    View,
)
from samenwerkadvies.meaning.calendar import add_months
from samenwerkadvies.meaning.evaluate import share_answered
from samenwerkadvies.partnership import perceived

Matcher = Callable[[dict[str, object]], list[str]]
"""Takes a flat object and returns the rules that hold."""
BatchMatcher = Callable[[list[dict[str, object]]], list[list[str]]]
"""The same for many at once."""

FAR = 100_000
"""Months to a day that never comes."""


def flat(partnership: Partnership, ruleset: Ruleset) -> dict[str, object]:
    """Return what both peers are given for a partnership with all facts known."""
    vocabulary = ruleset.vocabulary
    values: dict[str, object] = {}
    for name in [*vocabulary.facts, *vocabulary.averages]:
        fact = vocabulary.facts.get(name)
        if fact is None or fact.is_perception:
            for party in vocabulary.parties:
                value = perceived(name, party, partnership, vocabulary)
                values[f"{name}__{party}"] = float(value) if isinstance(value, Fraction) else value
        elif fact.kind.value == "datum":
            values |= _months(name, partnership)
        else:
            values[name] = partnership.answer(name)
    for party in vocabulary.parties:
        values[f"aandeel__{party}"] = float(share_answered(party, partnership, vocabulary))
    return values


def _months(name: str, partnership: Partnership) -> dict[str, object]:
    """Return months since and until a date: half a month more where the limit is passed."""
    date, today = partnership.answer(name), partnership.reference_date
    if isinstance(date, str) or date is None:
        return {f"sinds__{name}": FAR, f"tot__{name}": FAR}
    found: dict[str, object] = {}
    for key, earlier, later in (("sinds", date, today), ("tot", today, date)):
        day = add_months(later, 0)  # type: ignore[arg-type]  # dates
        whole = max((n for n in range(1300) if add_months(earlier, n) <= day), default=-1)  # type: ignore[arg-type]  # dates
        found[f"{key}__{name}"] = whole if whole >= 0 and add_months(earlier, whole) == day else whole + 0.5  # type: ignore[arg-type]  # dates
    return found


class Dialect:
    """Writes expressions in the language of a peer."""

    def __init__(self, ruleset: Ruleset, words: dict[str, str]) -> None:
        self._ruleset = ruleset
        self._words = words

    def write(self, expression: Expression) -> str:
        match expression:
            case And(parts):
                return f"({' and '.join(map(self.write, parts))})"
            case Or(parts):
                return f"({' or '.join(map(self.write, parts))})"
            case Not(part):
                return f"(not ({self.write(part)}))"
            case Signal(rule):
                return self.write(self._ruleset.rules[rule].expression)
            case Known():
                return "true"
            case Membership(quantity, options):
                return f"({' or '.join(f'{self._value(quantity)} == {self._text(option)}' for option in options)})"
            case Compared(quantity, operator, literal):
                sign = {"=": "=="}.get(operator.value, operator.value)
                return self._compared(quantity, sign, self._literal(quantity, literal))

    def _compared(self, quantity: Quantity, sign: str, literal: str) -> str:
        first, second = (f"{quantity.of}__{party}" for party in self._ruleset.vocabulary.parties)
        if quantity.view is View.DIFFERENCE:
            return f"(({first} - {second}) {sign} {literal} or ({second} - {first}) {sign} {literal})"
        if quantity.view in (View.LOWEST, View.HIGHEST):
            is_some = (quantity.view is View.LOWEST) is sign.startswith("<")
            return f"({first} {sign} {literal} {'or' if is_some else 'and'} {second} {sign} {literal})"
        if quantity.view is View.EITHER:
            return f"({first} == {literal} or {second} == {literal})"
        return f"{self._value(quantity)} {sign} {literal}"

    def _value(self, quantity: Quantity) -> str:
        if quantity.party:
            return f"{quantity.of}__{quantity.party}"
        match quantity.view:
            case View.MONTHS_SINCE:
                return f"sinds__{quantity.of}"
            case View.MONTHS_UNTIL:
                return f"tot__{quantity.of}"
            case View.SHARE_ANSWERED:
                return f"aandeel__{quantity.of}"
            case _:
                return quantity.of

    def _literal(self, quantity: Quantity, literal: int | Decimal | str) -> str:
        fact = self._ruleset.vocabulary.facts.get(quantity.of)
        if isinstance(literal, str):
            return self._words[literal] if fact and fact.kind.value == "ja_nee" else self._text(literal)
        return str(literal)

    def _text(self, option: str) -> str:
        return f'"{option}"'


def rule_engine_matcher(ruleset: Ruleset) -> Matcher:
    """rule-engine: one compiled rule each."""
    dialect = Dialect(ruleset, {"ja": "true", "nee": "false"})
    rules = [(name, rule_engine.Rule(dialect.write(rule.expression))) for name, rule in ruleset.rules.items()]
    return lambda values: [name for name, rule in rules if rule.matches(values)]


def zen_decision(ruleset: Ruleset) -> dict[str, object]:
    """Return all rules as one decision of zen-engine: an expression node between input and output."""
    dialect = Dialect(ruleset, {"ja": "true", "nee": "false"})
    expressions = [
        {"id": name, "key": name, "value": dialect.write(rule.expression)} for name, rule in ruleset.rules.items()
    ]
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "rules", "type": "expressionNode", "name": "rules", "content": {"expressions": expressions}},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "rules", "type": "edge"},
        {"id": "2", "sourceId": "rules", "targetId": "out", "type": "edge"},
    ]
    return {"nodes": nodes, "edges": edges}


def zen_decision_matcher(ruleset: Ruleset) -> Matcher:
    """zen-engine as it is documented: a decision with one expression node for all rules."""
    decision = zen.ZenEngine().create_decision(json.dumps(zen_decision(ruleset)))
    return lambda values: [name for name, holds in decision.evaluate(values)["result"].items() if holds is True]


def zen_batch_matcher(ruleset: Ruleset) -> BatchMatcher:
    """zen-engine's own call for many: the same decision, loaded once, evaluated on several threads."""
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {"rules": zen_decision(ruleset)}}})

    def matches(many: list[dict[str, object]]) -> list[list[str]]:
        answers = engine.evaluate_batch([{"key": "rules", "context": values} for values in many])
        return [[name for name, holds in each["data"]["result"].items() if holds is True] for each in answers]

    return matches


def zen_expression_matcher(ruleset: Ruleset) -> Matcher:
    """zen-engine at its fastest: all rules as one compiled list expression, without a decision around it."""
    dialect = Dialect(ruleset, {"ja": "true", "nee": "false"})
    names = list(ruleset.rules)
    everything = zen.compile_expression(
        f"[{', '.join(dialect.write(rule.expression) for rule in ruleset.rules.values())}]"
    )
    return lambda values: [name for name, holds in zip(names, everything.evaluate(values), strict=True) if holds]
