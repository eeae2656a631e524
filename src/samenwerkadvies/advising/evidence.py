"""Why a rule holds."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from fractions import Fraction
from typing import assert_never

import attrs

from samenwerkadvies.advising.contents import Evidence, JsonAnswer
from samenwerkadvies.engines.decided import Decided
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
    quantities,
)
from samenwerkadvies.known import plain_answer
from samenwerkadvies.meaning.elaborate import elaborated
from samenwerkadvies.meaning.evaluate import Test, share_answered, test_of
from samenwerkadvies.partnership import Partnership, perceived
from samenwerkadvies.ruleset import Rule, Ruleset
from samenwerkadvies.vocabulary import Answer, Kind, Slot
from samenwerkadvies.wording.sentences import Sentences

MOST_KEPT = 20_000
"""Pieces of evidence that are kept; all are forgotten when there are more."""

_Found = dict[tuple[str | None, str], Evidence]
"""Reasons by what they say; what is said already is not said again."""
_Teller = Callable[[Decided, set[str], _Found], None]
"""Adds the reasons of an expression that holds; the rules whose own reasons were told are in the set."""


@attrs.frozen
class _Looks:
    """On what it depends what the reasons of a rule are."""

    slots: tuple[Slot, ...]
    at_date: bool
    """Whether the reference date counts as well."""
    decide: bool
    """Whether that is all: it is not where it counts how many answers there are."""


class Reasons:
    """Tells why rules hold, by one ruleset in one language.

    How a rule tells its reasons is worked out when it is first asked, and evidence of the same answers is one value.
    """

    def __init__(self, ruleset: Ruleset, sentences: Sentences) -> None:
        """Take everything that reasons are made of."""
        self._ruleset = ruleset
        self._sentences = sentences
        self._tellers: dict[str, _Teller] = {}
        self._evidence: dict[tuple[Quantity, str], Callable[[Partnership], Evidence]] = {}
        self._kept: dict[tuple[object, ...], Evidence] = {}
        self._looks: dict[str, _Looks] = {}
        self._whys: dict[tuple[object, ...], tuple[Evidence, ...]] = {}

    def why(self, rule: Rule, decided: Decided) -> tuple[Evidence, ...]:
        """Return the reasons why a rule holds, in the order of its expression, and what it replaces.

        A rule that is a reason more than once tells its own reasons once, so that reasons stay a short story.
        """
        partnership = decided.partnership
        looks = self._looks.get(rule.id)
        if looks is None:
            looks = self._looks[rule.id] = self._looks_of(rule.id)
        if not looks.decide or partnership.spreads:
            return self._why(rule, decided)
        day = partnership.reference_date if looks.at_date else None
        key = (rule.id, day, *map(partnership.given.get, looks.slots))
        found = self._whys.get(key)
        if found is None:
            if len(self._whys) >= MOST_KEPT:
                self._whys.clear()
            found = self._whys[key] = self._why(rule, decided)
        return found

    def _why(self, rule: Rule, decided: Decided) -> tuple[Evidence, ...]:
        told = {rule.id}
        reasons = self._reasons(rule.id, decided, told)
        replaced = (name for name in rule.replaces if decided.outcomes[name])
        return (*reasons, *(self._finding_with_reasons(name, decided, told) for name in replaced))

    def _looks_of(self, rule: str) -> _Looks:
        """Return at what the reasons of a rule look, through other rules as well."""
        slots: dict[Slot, None] = {}
        decide, waiting, seen = True, [rule], {rule}
        while waiting:
            name = waiting.pop()
            uses = set(self._ruleset.rules[name].replaces)
            for leaf in leaves(self._ruleset.normal_forms[name]):
                if isinstance(leaf, Signal):
                    uses.add(leaf.rule)
                else:
                    for quantity in quantities(leaf):
                        found = self._slots_of(quantity)
                        decide = decide and bool(found)
                        slots.update(dict.fromkeys(found))
            waiting += uses - seen
            seen |= uses
        kinds = {self._ruleset.vocabulary.facts[fact].kind for fact, _ in slots}
        return _Looks(tuple(slots), at_date=Kind.DATE in kinds, decide=decide)

    def fact(self, quantity: Quantity, partnership: Partnership) -> Evidence:
        """Return what is known of a quantity."""
        return self._evidence_of(quantity)(partnership)

    def _reasons(self, rule: str, decided: Decided, told: set[str]) -> tuple[Evidence, ...]:
        tell = self._tellers.get(rule)
        if tell is None:
            tell = self._tellers[rule] = self._teller(self._ruleset.normal_forms[rule])
        found: _Found = {}
        tell(decided, told, found)
        return tuple(found.values())

    def _finding_with_reasons(self, rule: str, decided: Decided, told: set[str]) -> Evidence:
        is_new = rule not in told
        told.add(rule)
        because = self._reasons(rule, decided, told) if is_new else ()
        return Evidence(text=self._sentences.finding(rule), rule=rule, because=because)

    def _teller(self, expression: Expression) -> _Teller:
        """Return what tells the reasons of an expression (in negation normal form) where it holds."""
        match expression:
            case And(parts):
                return _telling_all([*map(self._teller, parts)])
            case Or(parts) | AtLeast(_, parts):
                tests = (test_of(elaborated(part, self._ruleset.vocabulary)) for part in parts)
                return _telling_what_holds([*zip(tests, map(self._teller, parts), strict=True)])
            case Signal(rule):
                return lambda decided, told, found: _add(self._finding_with_reasons(rule, decided, told), found)
            case Not(Signal(rule)):
                evidence = Evidence(text=self._sentences.condition(expression), rule=rule)
                return lambda _, __, found: _add(evidence, found)
            case Known(quantity) | Not(Known(quantity)):
                known = self._evidence_of(quantity, self._sentences.condition(expression))
                return lambda decided, _, found: _add(known(decided.partnership), found)
            case Beside(quantity, _, other) | Quotient(quantity, other):
                return _telling_all([self._teller_of_known(each) for each in (quantity, other)])
            case (
                Compared(quantity)
                | Membership(quantity)
                | Contains(quantity)
                | Not(Membership(quantity) | Contains(quantity))
            ):
                fact = self._evidence_of(quantity)
                return lambda decided, _, found: _add(fact(decided.partnership), found)
            case Not():  # pragma: no cover - negation normal form has no other
                raise AssertionError(expression)
            case _:  # pragma: no cover - mypy proves that no form is left
                assert_never(expression)

    def _teller_of_known(self, quantity: Quantity) -> _Teller:
        """Return what tells what is known of a quantity, if anything is."""
        fact, slots = self._evidence_of(quantity), frozenset(self._slots_of(quantity))

        def tell(decided: Decided, _: set[str], found: _Found) -> None:
            if not slots.isdisjoint(decided.partnership.given):
                _add(fact(decided.partnership), found)

        return tell

    def _evidence_of(self, quantity: Quantity, said: str = "") -> Callable[[Partnership], Evidence]:
        """Return what tells what is known of a quantity, in words of its own or in those of the answers."""
        if (quantity, said) not in self._evidence:
            self._evidence[quantity, said] = self._keeping(quantity, said)
        return self._evidence[quantity, said]

    def _keeping(self, quantity: Quantity, said: str) -> Callable[[Partnership], Evidence]:
        """Return what makes evidence of a quantity once for each of its answers."""
        slots, kept, own = self._slots_of(quantity), self._kept, object()

        def evidence(partnership: Partnership) -> Evidence:
            if not slots or partnership.spreads:
                return self._made(quantity, said, partnership)
            answers = [*map(partnership.given.get, slots)]
            day = answers[0]
            is_past = isinstance(day, datetime.date) and day <= partnership.reference_date
            key = (own, is_past, *answers)
            found = kept.get(key)
            if found is None:
                if len(kept) >= MOST_KEPT:
                    kept.clear()
                found = kept[key] = self._made(quantity, said, partnership)
            return found

        return evidence

    def _slots_of(self, quantity: Quantity) -> tuple[Slot, ...]:
        """Return the answers on which evidence depends; none where it is how many there are."""
        if quantity.view is View.SHARE_ANSWERED:
            return ()
        vocabulary, party = self._ruleset.vocabulary, quantity.party
        average = vocabulary.averages.get(quantity.of)
        slots = (
            slot for part in (average.parts if average else (quantity.of,)) for slot in vocabulary.facts[part].slots
        )
        return tuple(slot for slot in slots if party in (None, slot[1]))

    def _made(self, quantity: Quantity, said: str, partnership: Partnership) -> Evidence:
        text = said or self._sentences.fact(quantity, partnership)
        if quantity.view is View.SHARE_ANSWERED:
            share = share_answered(quantity.of, partnership, self._ruleset.vocabulary)
            return Evidence(text=text, party=quantity.of, value=json_answer(share))
        party = quantity.party
        if party is not None:
            return Evidence(
                text=text, fact=quantity.of, party=party, value=self._value(quantity.of, party, partnership)
            )
        fact = self._ruleset.vocabulary.facts.get(quantity.of)
        if fact is not None and not fact.is_perception:
            return Evidence(text=text, fact=quantity.of, value=json_answer(partnership.answer(quantity.of)))
        told = ((each, self._value(quantity.of, each, partnership)) for each in self._ruleset.vocabulary.parties)
        values = {each: value for each, value in told if value is not None}
        return Evidence(text=text, fact=quantity.of, value=values or None)

    def _value(self, name: str, party: str, partnership: Partnership) -> JsonAnswer | None:
        if partnership.is_hidden(name, party, self._ruleset.vocabulary):
            return None
        return json_answer(perceived(name, party, partnership, self._ruleset.vocabulary))


def _add(evidence: Evidence, found: _Found) -> None:
    found.setdefault((evidence.rule, evidence.text), evidence)


def _telling_all(tellers: list[_Teller]) -> _Teller:
    def tell(decided: Decided, told: set[str], found: _Found) -> None:
        for each in tellers:
            each(decided, told, found)

    return tell


def _telling_what_holds(tellers: list[tuple[Test, _Teller]]) -> _Teller:
    def tell(decided: Decided, told: set[str], found: _Found) -> None:
        known, day = decided.partnership.known, decided.partnership.reference_date
        for test, each in tellers:
            if test(known, day, decided.outcomes):
                each(decided, told, found)

    return tell


def json_answer(value: Answer | Fraction | None) -> JsonAnswer | None:
    """Return an answer as JSON has it; None for what is unknown."""
    if isinstance(value, Fraction):
        return round(float(value), 2)
    return None if value is None else plain_answer(value)
