"""Say what rules ask as sentences, from the words of the vocabulary, in Dutch or English."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeGuard, assert_never

from samenwerkadvies.bilingual import joined
from samenwerkadvies.grammar.tree import (
    MONTH_VIEWS,
    And,
    AtLeast,
    Beside,
    Compared,
    Contains,
    Expression,
    Known,
    Leaf,
    Literal,
    Membership,
    Not,
    Operator,
    Or,
    Quantity,
    Quotient,
    Signal,
    View,
    push_negations_inward,
)
from samenwerkadvies.vocabulary import NUMBER, FactTexts, FactType, Kind
from samenwerkadvies.wording.answers import Answers, capitalised
from samenwerkadvies.wording.clauses import Clause, Counted, Word, grouped, sentence

_SOME_OR_ALL = {
    (View.LOWEST, Operator.LESS): "some",
    (View.LOWEST, Operator.AT_MOST): "some",
    (View.LOWEST, Operator.MORE): "all",
    (View.LOWEST, Operator.AT_LEAST): "all",
    (View.HIGHEST, Operator.LESS): "all",
    (View.HIGHEST, Operator.AT_MOST): "all",
    (View.HIGHEST, Operator.MORE): "some",
    (View.HIGHEST, Operator.AT_LEAST): "some",
}


_NONE = ((Operator.EQUAL, 0), (Operator.AT_MOST, 0), (Operator.LESS, 1))
"""Comparisons that hold for no number but 0."""
_ABOUT_ALL = (View.EITHER, View.ANYBODY, View.EVERYBODY)


class Sentences(Answers):
    """Says things in one language about the facts and rules of one ruleset."""

    def condition(self, expression: Expression) -> str:
        """Return a clause for a condition, without a capital or a full stop."""
        return sentence(self._clause(push_negations_inward(expression)), self._phrases)

    def _clause(self, expression: Expression) -> Clause:
        match expression:
            case And(parts):
                return self._group("and", parts)
            case Or(parts):
                return self._group("or", parts)
            case AtLeast(number, parts):
                lead = self._phrases["at least"].format(number, len(parts), "{}")
                return Counted(lead, tuple(map(self._clause, parts)))
            case Not(Compared() | Beside() | Quotient() | Membership() | Contains() | Known() | Signal() as leaf):
                return self._leaf(leaf, holds=False)
            case Compared() | Beside() | Quotient() | Membership() | Contains() | Known() | Signal():
                return self._leaf(expression, holds=True)
            case Not():  # pragma: no cover - negation normal form has no other
                raise AssertionError(expression)
            case _:  # pragma: no cover - mypy proves that no form is left
                assert_never(expression)

    def _group(self, word: Word, parts: Sequence[Expression]) -> Clause:
        """Say parts together; findings that stand beside each other are named in one clause."""
        clauses: list[Clause] = []
        dated = {part.quantity.of for part in parts if word == "and" and _asks_for_a_near_date(part)}
        for are_signals, beside in itertools.groupby(parts, lambda part: isinstance(part, Signal)):
            run = tuple(beside)
            rules = tuple(dict.fromkeys(part.rule for part in run if isinstance(part, Signal)))
            clauses += [self._findings(word, rules)] if are_signals else [self._part(part, dated) for part in run]
        return grouped(word, clauses)

    def _part(self, part: Expression, dated: set[str]) -> Clause:
        """Say a part; that a date may be never is not said where another part asks for a date."""
        if isinstance(part, Compared) and part.quantity.of in dated:
            return self._comparison(part)
        return self._clause(part)

    def _findings(self, word: Word, rules: Sequence[str]) -> str:
        phrase = "signal" if len(rules) == 1 else f"signals {word}"
        named = [self._phrases["quoted"].format(self.finding(rule).rstrip(".")) for rule in rules]
        return self._phrases[phrase].format(joined(named, self._phrases[word]))

    def _leaf(self, leaf: Leaf, *, holds: bool) -> Clause:
        match leaf:
            case Signal(rule):
                if holds:
                    return self._findings("and", [rule])
                return self._phrases["no signal"].format(self.finding(rule).rstrip("."))
            case Known(quantity):
                phrase = "known" if holds else "unknown"
                party = quantity.party
                if party is None:
                    return self._phrases[phrase].format(self.to("about", quantity.of))
                return self._phrases[f"party {phrase}"].format(self.party(party), self.to("about", quantity.of))
            case Membership(quantity, options):
                fact = self._vocabulary.facts[quantity.of]
                texts = fact.texts[self.language].options
                if len(options) == 1 and not holds:
                    return self._said(quantity, texts[options[0]].holds_not)
                said = grouped("or", (texts[option].holds for option in fact.options if (option in options) is holds))
                return self._said(quantity, sentence(said, self._phrases)) if quantity.party else said
            case Contains(quantity, option):
                words = self._vocabulary.facts[quantity.of].texts[self.language].options[option]
                return self._so_or_not(quantity, words.holds if holds else words.holds_not, is_so=holds)
            case Beside():
                return self._beside(leaf)
            case Quotient(quantity, by, operator, literal):
                amount = self._amount(operator, self.number(literal))
                return self._phrases["quotient"].format(self._named(quantity), self._named(by), amount)
            case Compared():
                clause = self._comparison(leaf)
                never = self._never_as_well(leaf)
                return grouped("or", (clause, never)) if never else clause

    def _beside(self, beside: Beside) -> str:
        fact = self._vocabulary.facts.get(beside.quantity.of)
        kind = "dated" if fact is not None and fact.kind is Kind.DATE else "beside"
        named = (self._named(quantity) for quantity in (beside.quantity, beside.other))
        return self._phrases[f"{kind} {beside.operator.value}"].format(*named)

    def _named(self, quantity: Quantity) -> str:
        """Return a quantity as what can be higher or lower than another."""
        label = self.label(quantity.of)
        if party := quantity.party:
            return self._phrases["by party"].format(label, self.party(party))
        return (
            self._phrases[f"{quantity.view.value} of"].format(self.to("about", quantity.of))
            if quantity.view.value
            else label
        )

    def together(self, clauses: Sequence[str]) -> str:
        """Return clauses that are all so as one."""
        return joined(list(clauses), self._phrases["and"])

    def undefined(self, clause: str) -> str:
        """Return the clause for a quotient of which the divisor is 0."""
        return self._phrases["nothing to divide by"].format(clause)

    def _never_as_well(self, comparison: Compared) -> str:
        """Return the clause for 'never' where a comparison of months holds for it too: never is infinitely far."""
        if comparison.quantity.view not in MONTH_VIEWS or _asks_for_a_near_date(comparison):
            return ""
        return self._vocabulary.facts[comparison.quantity.of].texts[self.language].never

    def _said(self, quantity: Quantity, clause: str) -> str:
        said = capitalised(clause)
        return self._phrases["party says"].format(self.party(quantity.party), said) if quantity.party else clause

    def _comparison(self, comparison: Compared) -> str:
        quantity, operator, literal = comparison.quantity, comparison.operator, comparison.literal
        view, phrases = quantity.view, self._phrases
        if view is View.SHARE_ANSWERED:
            percentage = phrases["percent"].format(self.number(Fraction(Decimal(literal)) * 100))
            return phrases[self._of_parties("share")].format(
                self.party(quantity.of), self._amount(operator, percentage)
            )
        if view in MONTH_VIEWS:
            words = f"{view.value} {operator.value}"
            when = phrases[words if literal else f"{words} 0"].format(self._measured("month", literal))
            return self._dated(quantity.of, when, is_past=view is View.MONTHS_SINCE)
        if view is View.CHOSEN:
            return self._chosen(quantity, operator, int(literal))
        fact = self._vocabulary.facts.get(quantity.of)
        if fact is not None and fact.kind in (Kind.YES_NO, Kind.CHOICE, Kind.DATE):
            return self._named_answer(comparison, fact)
        amount = self.number(literal)
        if view is View.DIFFERENCE:
            if fact is None or fact.kind is Kind.SCALE:
                span = self._measured("point", literal)
            else:
                texts = fact.texts[self.language]
                one = _one_of(texts) if literal == 1 else texts.unit
                span = phrases["of unit" if one else "one of unit"].format(amount, one or texts.unit)
            return phrases[self._of_parties("verschil")].format(
                self.to("between", quantity.of), self._amount(operator, span)
            )
        if fact is not None and fact.kind is Kind.COUNT:
            clause = self._counted(fact, operator, Decimal(literal))
            return self._by_whom(quantity, operator, clause, self._amount(operator, amount), "say")
        amount = self._amount(operator, phrases["score"].format(amount))
        return self._by_whom(quantity, operator, amount, amount, "give")

    def _by_whom(self, quantity: Quantity, operator: Operator, said: str, amount: str, verb: str) -> str:
        """Say who gives an answer: a party, some party, all parties, or nobody in particular."""
        view = quantity.view
        words = (capitalised(said),) if verb == "say" else (said, self.to("for", quantity.of))
        if quantity.party:
            return self._phrases[f"party {verb}s"].format(self.party(quantity.party), *words)
        if view is View.ITSELF:
            return said if verb == "say" else f"{self.label(quantity.of)}: {said}"
        who = _SOME_OR_ALL.get((view, operator))
        if who is None:
            return self._phrases[view.value].format(self.to("between", quantity.of), amount)
        return self._phrases[self._of_parties(f"{who} {verb}")].format(*words)

    def _named_answer(self, comparison: Compared, fact: FactType) -> str:
        quantity, texts = comparison.quantity, fact.texts[self.language]
        equal = comparison.operator is Operator.EQUAL
        if fact.kind is Kind.DATE:
            return texts.never if equal else self._phrases["some date"].format(texts.label)
        if fact.kind is Kind.CHOICE:
            option = texts.options[str(comparison.literal)]
            return self._said(quantity, option.holds if equal else option.holds_not)
        is_yes = (comparison.literal == "ja") is equal
        return self._so_or_not(quantity, texts.yes if is_yes else texts.no, is_so=is_yes)

    def _so_or_not(self, quantity: Quantity, clause: str, *, is_so: bool) -> str:
        """Say by whom something is said to be so or not: a party, some party, all parties, or nobody in particular."""
        if quantity.view in _ABOUT_ALL:
            who = "some" if is_so is not (quantity.view is View.EVERYBODY) else "all"
            return self._phrases[self._of_parties(f"{who} say")].format(capitalised(clause))
        return self._said(quantity, clause)

    def _chosen(self, quantity: Quantity, operator: Operator, number: int) -> str:
        """Say how many options are chosen."""
        fact = self._vocabulary.facts[quantity.of]
        texts = fact.texts[self.language]
        if texts.clause:
            return self._said(quantity, self._counted(fact, operator, Decimal(number)))
        is_none = (operator, number) in _NONE
        amount = self._phrases["nothing"] if is_none else self._amount(operator, self._measured("option", number))
        return self._said(quantity, self._phrases["chosen"].format(texts.label, amount))

    def _measured(self, unit: str, literal: Literal) -> str:
        form = unit if literal == 1 else f"{unit}s" if isinstance(literal, int) else f"part of {unit}s"
        return self._phrases[form].format(self.number(literal))


def _one_of(texts: FactTexts) -> str:
    """Return what one of the unit is called, as the sentence about one tells; empty where it does not."""
    rest, rest_of_one = (clause.partition(f"{NUMBER} ")[2] for clause in (texts.clause, texts.clause_one))
    after = rest.removeprefix(texts.unit)
    is_told = rest.startswith(texts.unit) and rest_of_one.endswith(after)
    return rest_of_one.removesuffix(after) if is_told else ""


def _asks_for_a_near_date(expression: Expression) -> TypeGuard[Compared]:
    """Say whether it is a comparison of months that does not hold for 'never'."""
    return (
        isinstance(expression, Compared)
        and expression.quantity.view in MONTH_VIEWS
        and expression.operator in (Operator.EQUAL, Operator.LESS, Operator.AT_MOST)
    )
