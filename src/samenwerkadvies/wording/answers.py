"""Say what is known as sentences, from the words of the vocabulary, in Dutch or English."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from samenwerkadvies.bilingual import joined
from samenwerkadvies.grammar.tree import Operator, Quantity, View
from samenwerkadvies.partnership import Partnership, perceived
from samenwerkadvies.respondents import Spread
from samenwerkadvies.vocabulary import NEVER, NUMBER, WHEN, Answer, Chosen, FactType, Kind, number_of
from samenwerkadvies.wording.naming import Naming


class Answers(Naming):
    """Says in one language what is answered to the questions of one ruleset."""

    def fact(self, quantity: Quantity, partnership: Partnership) -> str:
        """Return a clause that says what is known of a quantity in a partnership."""
        name, view = quantity.of, quantity.view
        party = quantity.party
        if view is View.SHARE_ANSWERED:
            asked = self._vocabulary.perceptions
            answered = sum(partnership.answer(fact, name) is not None for fact in asked)
            share = self._phrases["percent"].format(self.number(Fraction(100 * answered, len(asked)), decimals=0))
            return self._phrases[self._of_parties("share")].format(self.party(name), share)
        fact = self._vocabulary.facts.get(name)
        if fact is not None and not fact.is_perception:
            shared = partnership.answer(name)
            if shared is None:
                return self._phrases["unknown"].format(self.to("about", name))
            return self._answer(fact, shared, partnership.reference_date)
        known: list[tuple[str, Answer | Fraction]] = []
        hidden: list[str] = []
        for each in self._vocabulary.parties if party is None else (party,):
            answer = perceived(name, each, partnership, self._vocabulary)
            if answer is not None and partnership.is_hidden(name, each, self._vocabulary):
                hidden.append(self._phrases["party known"].format(self.party(each), self.to("about", name)))
            elif answer is not None:
                known.append((self.party(each), answer))
        if hidden:
            told = [*([self.perceptions(name, known, partnership)] if known else []), *hidden]
            return joined(told, self._phrases["and"])
        if not known and party:
            return self._phrases["party unknown"].format(self.party(party), self.to("about", name))
        if not known:
            return self._phrases["unknown"].format(self.to("about", name))
        return self.perceptions(name, known, partnership)

    def perceptions(self, name: str, known: Sequence[tuple[str, Answer | Fraction]], partnership: Partnership) -> str:
        """Say what parties or organisations answer on a fact type, or the averages of parties."""
        fact = self._vocabulary.facts.get(name)
        if fact is None or fact.kind is Kind.SCALE:
            (who, score), *others = known
            gives = self._phrases["gives"].format(who, self._score(score))
            more = (self._phrases["gives too"].format(other, self._score(score)) for other, score in others)
            return f"{joined([gives, *more], self._phrases['and'])} {self.to('for', name)}"
        said = [
            self._phrases["party says"].format(who, capitalised(self._answer(fact, answer, partnership.reference_date)))
            for who, answer in known
        ]
        return joined(said, self._phrases["and"])

    def _score(self, score: Answer | Fraction) -> str:
        return self._phrases["score"].format(self.number(score if isinstance(score, Fraction) else int(str(score))))

    def _answer(self, fact: FactType, answer: Answer | Fraction, reference: datetime.date) -> str:
        texts = fact.texts[self.language]
        if fact.kind is Kind.YES_NO:
            return texts.yes if answer else texts.no
        if fact.kind is Kind.CHOICE:
            return texts.options[str(answer)].holds
        if isinstance(answer, datetime.date):
            return self._dated(fact.id, self._phrases["on"].format(self.date(answer)), is_past=answer <= reference)
        if answer == NEVER:
            return texts.never
        if isinstance(answer, Chosen):
            labels = [texts.options[option].label for option in answer.options]
            return f"{texts.label}: {joined(labels, self._phrases['and']) or self._phrases['none chosen']}"
        if fact.kind is Kind.SCALE:
            return f"{texts.label}: {answer}"
        return self._counted(fact, Operator.EQUAL, Decimal(str(answer)))

    def divided(self, spread: Spread) -> str:
        """Return a clause that says how far the respondents of a party lie apart."""
        about = self.to("divided about", spread.fact)
        whose = spread.organisation or self.party(spread.party)
        clause = self._phrases["divided"].format(spread.respondents, whose, about)
        if self._vocabulary.facts[spread.fact].kind not in (Kind.SCALE, Kind.COUNT):
            return clause
        ends = (self.number(Decimal(str(end))) for end in (spread.lowest, spread.highest))
        return clause + self._phrases["from to"].format(*ends)

    # --- dates and numbers, in answers and in what rules ask ---

    def _dated(self, name: str, when: str, *, is_past: bool) -> str:
        """Say when something was or will be."""
        texts = self._vocabulary.facts[name].texts[self.language]
        clause = texts.clause_past if is_past else texts.clause
        return clause.replace(WHEN, when) or self._phrases["was" if is_past else "is"].format(texts.label, when)

    def _amount(self, operator: Operator, amount: str) -> str:
        return self._phrases[f"amount {operator.value}"].format(amount)

    def _counted(self, fact: FactType, operator: Operator, number: Decimal) -> str:
        texts, zero, least = fact.texts[self.language], Decimal(0), Decimal(number_of(fact, 1))
        if (operator, number) in ((Operator.EQUAL, zero), (Operator.AT_MOST, zero), (Operator.LESS, least)):
            return texts.clause_none or texts.clause.replace(NUMBER, self._phrases["none"])
        if (operator, number) in ((Operator.NOT_EQUAL, zero), (Operator.MORE, zero)):
            operator, number = (Operator.MORE, number) if fact.decimals else (Operator.AT_LEAST, least)
        clause = texts.clause_one if number == 1 and texts.clause_one else texts.clause
        is_whole = operator is Operator.LESS and not fact.decimals  # one has fewer people, and less than 2.5 hours
        phrase = "fewer" if is_whole else f"amount {operator.value}"
        return clause.replace(NUMBER, self._phrases[phrase].format(self.number(number)))


def capitalised(clause: str) -> str:
    """Return a clause as the beginning of a sentence."""
    return clause[:1].upper() + clause[1:]
