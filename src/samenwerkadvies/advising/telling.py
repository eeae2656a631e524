"""Ways out in words: what must come to be so, said so that it is for the better."""

from __future__ import annotations

import attrs

from samenwerkadvies.advising.assessment import Change
from samenwerkadvies.facts import is_better
from samenwerkadvies.grammar.tree import Compared, Expression, Membership, Not, Operator, Quantity, View
from samenwerkadvies.inquiry.changes import Way
from samenwerkadvies.inquiry.diagrams import Diagrams
from samenwerkadvies.inquiry.memory import Memory
from samenwerkadvies.inquiry.requirements import Requirement
from samenwerkadvies.inquiry.situations import Changes, Situation
from samenwerkadvies.known import plain_of
from samenwerkadvies.vocabulary import Kind
from samenwerkadvies.wording.sentences import Sentences

_SMALL = 10
"""Up to here 'at least n + 1' is said for 'more than n'."""
_MOST_REMEMBERED = 10_000


class Telling:
    """Tells ways out by one ruleset in one language."""

    def __init__(self, diagrams: Diagrams, sentences: Sentences) -> None:
        """Take what is needed to say things."""
        self._diagrams = diagrams
        self._facts = diagrams.ruleset.vocabulary.parts
        self._sentences = sentences
        self._said: Memory[str] = Memory(_MOST_REMEMBERED)
        self._changes: Memory[Change] = Memory(_MOST_REMEMBERED)

    def change(self, way: Way, situation: Situation) -> Change:
        """Return a way as it is told in a situation."""
        when = tuple([self._clause(requirement, situation) for requirement in way.requirements])
        whole = self._diagrams.situations.whole(situation, way.changes)
        return self._changes.of((when, whole), self._made, when, whole)

    def _made(self, when: tuple[str, ...], whole: Changes) -> Change:
        return Change(when=when, facts=plain_of(self._diagrams.situations.answers(whole)))

    def _clause(self, requirement: Requirement, situation: Situation) -> str:
        positions = requirement.under.positions
        known = situation.answers[positions[0]] if len(positions) == 1 else None
        return self._said.of((requirement, known), self._say, requirement, situation)

    def _say(self, requirement: Requirement, situation: Situation) -> str:
        return self._sentences.condition(self._in_whole_numbers(self._for_the_better(requirement, situation)))

    def _for_the_better(self, requirement: Requirement, situation: Situation) -> Expression:
        """Return, of a choice or a number that must be another one, only what is better than what is so."""
        said = requirement.said
        match said:
            case Compared(quantity, Operator.NOT_EQUAL) | Membership(quantity) | Not(Membership(quantity)) if (
                len(requirement.under.positions) == 1
            ):
                (position,) = requirement.under.positions
            case _:
                return said
        (name, party), known = self._diagrams.order[position], situation.answers[position]
        fact = self._facts[name]
        if party is not None or known is None or not fact.better:
            return said
        match fact.kind:
            case Kind.COUNT if isinstance(said, Compared):
                return attrs.evolve(said, operator=Operator.MORE if fact.better == ("meer",) else Operator.LESS)
            case Kind.CHOICE:
                return self._better_options(requirement, quantity, position, situation)
            case _:
                return said

    def _better_options(
        self, requirement: Requirement, quantity: Quantity, position: int, situation: Situation
    ) -> Expression:
        said, known, fact = requirement.said, situation.answers[position], self._facts[quantity.of]

        def is_way_out(option: str) -> bool:
            changed = self._diagrams.situations.changed(situation, [(position, option)])
            return is_better(fact, option, known) and self._diagrams.outcome(requirement.core, changed) is True

        options = tuple(filter(is_way_out, fact.options))
        if len(options) == len(fact.options) - 1 and isinstance(said, Compared):
            return said  # whatever else it is, it is better
        equal = Compared(quantity, Operator.EQUAL, options[0])
        return equal if len(options) == 1 else Membership(quantity, options)

    def _in_whole_numbers(self, said: Expression) -> Expression:
        """Return 'at least n + 1' for 'more than n', where that reads better."""
        match said:
            case Compared(quantity, Operator.MORE, int(limit)) if limit < _SMALL:
                fact = self._facts.get(quantity.of)
                is_count = fact and fact.kind in (Kind.COUNT, Kind.SCALE) and not fact.decimals
                if quantity.view is View.CHOSEN or is_count:
                    return attrs.evolve(said.with_literal(limit + 1), operator=Operator.AT_LEAST)
        return said
