"""What rules, facts, parties, numbers and days are called, in Dutch or English."""

from __future__ import annotations

import datetime
from fractions import Fraction

from samenwerkadvies.grammar.tree import Literal
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.wording.dates import in_words
from samenwerkadvies.wording.numbers import number_in
from samenwerkadvies.wording.words import words_in


class Naming:
    """Calls what one ruleset is about by its name, in one language."""

    def __init__(self, ruleset: Ruleset, language: str) -> None:
        """Take the ruleset, and one of its languages."""
        self._ruleset = ruleset
        self._vocabulary = ruleset.vocabulary
        self.language = language
        self._phrases = words_in(language).phrases

    def finding(self, rule: str) -> str:
        """Return what a rule finds."""
        return self._ruleset.rules[rule].texts[self.language].finding

    def label(self, name: str) -> str:
        """Return the label of a fact type or an average."""
        fact = self._vocabulary.facts.get(name)
        return fact.texts[self.language].label if fact else self._vocabulary.averages[name].labels[self.language]

    def to(self, way: str, name: str) -> str:
        """Return to what an answer belongs, in one of the ways to say that: to a question, or to a label."""
        fact = self._vocabulary.facts.get(name)
        if fact is not None and (asked := fact.texts[self.language].asked):
            return self._phrases[f"{way} question"].format(asked)
        return self._phrases[way].format(self.label(name))

    def party(self, party: str) -> str:
        """Return a party with its article."""
        return self._vocabulary.declared[party].texts[self.language].full

    def _of_parties(self, phrase: str) -> str:
        """Return the phrase that speaks of all parties, as two or as more than two."""
        more = f"{phrase} of more"
        return more if len(self._vocabulary.parties) > 2 and more in self._phrases else phrase  # noqa: PLR2004 - 'both'

    def number(self, value: Literal | Fraction, decimals: int = 1) -> str:
        """Return a number as people write it, such as 10.000; what is not exact is rounded to so many decimals."""
        return number_in(self.language, value, decimals)

    def date(self, date: datetime.date) -> str:
        """Return a date as people write it, such as 1 juni 2026."""
        return in_words(date, self.language)
