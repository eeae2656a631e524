"""Why a rule holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction

from samenwerkadvies.advising.contents import Evidence, JsonAnswer
from samenwerkadvies.engines.decided import Decided
from samenwerkadvies.grammar.tree import (
    PARTY_VIEWS,
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
from samenwerkadvies.meaning.evaluate import share_answered
from samenwerkadvies.partnership import perceived
from samenwerkadvies.ruleset import Rule
from samenwerkadvies.vocabulary import PARTIES
from samenwerkadvies.wording.sentences import Sentences


class Reasons:
    """Tells why, for one partnership and its decided rules, in one language."""

    def __init__(self, decided: Decided, sentences: Sentences) -> None:
        """Take everything that reasons are made of."""
        self._decided = decided
        self._ruleset = decided.ruleset
        self._partnership = decided.partnership
        self._sentences = sentences

    def why(self, rule: Rule) -> tuple[Evidence, ...]:
        """Return the reasons why a rule holds, in the order of its expression, and what it replaces.

        A rule that is a reason more than once tells its own reasons once, so that reasons stay a short story.
        """
        told = {rule.id}
        replaced = (self._finding_with_reasons(name, told) for name in rule.replaces if self._decided.outcomes[name])
        return (*self._reasons(rule.id, told), *replaced)

    def _reasons(self, rule: str, told: set[str]) -> tuple[Evidence, ...]:
        reasons: dict[tuple[str | None, str], Evidence] = {}
        for reason in self._held(self._ruleset.normal_forms[rule], told):
            reasons.setdefault((reason.rule, reason.text), reason)
        return tuple(reasons.values())

    def _finding_with_reasons(self, rule: str, told: set[str]) -> Evidence:
        is_new = rule not in told
        told.add(rule)
        return Evidence(text=self._finding(rule), rule=rule, because=self._reasons(rule, told) if is_new else ())

    def _held(self, expression: Expression, told: set[str]) -> Iterator[Evidence]:
        """Yield the reasons of an expression that holds, in negation normal form."""
        match expression:
            case And(parts):
                for part in parts:
                    yield from self._held(part, told)
            case Or(parts):
                for part in parts:
                    if self._decided.outcome(part):
                        yield from self._held(part, told)
            case Signal(rule):
                yield self._finding_with_reasons(rule, told)
            case Not(Signal() as signal):
                yield Evidence(text=self._sentences.condition(expression), rule=signal.rule)
            case Known(quantity) | Not(Known(quantity)):
                yield self._fact(quantity, self._sentences.condition(expression))
            case Compared(quantity) | Membership(quantity) | Not(Membership(quantity)):
                yield self.fact(quantity)
            case _:  # pragma: no cover - negation normal form has no other
                raise AssertionError(expression)

    def _finding(self, rule: str) -> str:
        return self._ruleset.rules[rule].texts[self._sentences.language].finding

    def fact(self, quantity: Quantity) -> Evidence:
        """Return what is known of a quantity."""
        return self._fact(quantity, self._sentences.fact(quantity, self._partnership))

    def _fact(self, quantity: Quantity, text: str) -> Evidence:
        if quantity.view is View.SHARE_ANSWERED:
            share = share_answered(quantity.of, self._partnership, self._ruleset.vocabulary)
            return Evidence(text=text, party=quantity.of, value=json_answer(share))
        party = PARTY_VIEWS.get(quantity.view)
        if party is not None:
            return Evidence(text=text, fact=quantity.of, party=party, value=self._value(quantity.of, party))
        fact = self._ruleset.vocabulary.facts.get(quantity.of)
        if fact is not None and not fact.is_perception:
            return Evidence(text=text, fact=quantity.of, value=json_answer(self._partnership.answer(quantity.of)))
        values = {each: value for each in PARTIES if (value := self._value(quantity.of, each)) is not None}
        return Evidence(text=text, fact=quantity.of, value=values or None)

    def _value(self, name: str, party: str) -> JsonAnswer | None:
        if self._partnership.is_hidden(name, party, self._ruleset.vocabulary):
            return None
        return json_answer(perceived(name, party, self._partnership, self._ruleset.vocabulary))


def json_answer(value: object) -> JsonAnswer | None:
    """Return an answer as JSON has it; None for what is unknown."""
    if isinstance(value, Fraction):
        return round(float(value), 2)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value if isinstance(value, bool | int | str) else None
