"""A partnership as the diagrams see it: of each answer only its place among those that the rules can tell apart."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Hashable, Iterable, Iterator

import attrs

from samenwerkadvies.facts import as_given
from samenwerkadvies.inquiry.domains import Domain, Domains
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.vocabulary import Answer, Chosen, Kind, Slot, Vocabulary

Changes = tuple[tuple[int, Answer], ...]
"""Other answers, by position, in order."""


@attrs.frozen(eq=False)
class Situation:
    """What is known of each answer, a number in its smallest unit; the lists are in the order of the vocabulary."""

    reference_date: datetime.date
    answers: list[Answer | None]
    domains: list[Domain]
    places: list[int]
    """0 for unknown, else one more than the place in the domain."""
    marks: list[Hashable]
    """Equal where all that follows from an answer, or from its absence, is the same."""


class Situations:
    """Makes the situations of the partnerships that one ruleset is about."""

    def __init__(self, vocabulary: Vocabulary, domains: Domains) -> None:
        """Prepare what is the same for all of them."""
        self.order = vocabulary.part_slots
        self.questions = tuple(map(vocabulary.questions.__getitem__, self.order))
        """In each position the answer that is asked for: several positions may be of one question."""
        self.of_question: dict[Slot, tuple[int, ...]] = {}
        """The positions of each question, in order."""
        for position, slot in enumerate(self.questions):
            self.of_question[slot] = (*self.of_question.get(slot, ()), position)
        self.first_of_question = tuple(self.of_question[slot][0] for slot in self.questions)
        """Per position the first of its question."""
        self._options = frozenset(
            at for positions in self.of_question.values() if len(positions) > 1 for at in positions
        )
        self.positions = {slot: position for position, slot in enumerate(self.order)}
        self._domains, self._vocabulary = domains, vocabulary
        self._of_fact = {
            fact.id: {party: self.positions[fact.id, party] for party in fact.parties}
            for fact in vocabulary.parts.values()
        }
        self._beside = {
            position: domains.groups[fact] for fact in domains.beside for position in self._of_fact[fact].values()
        }
        self.relative = frozenset(
            position for fact in (*domains.beside, *domains.dated) for position in self._of_fact[fact].values()
        )
        """The positions of which the domain differs between partnerships."""
        self.beside = frozenset(self._beside)
        """Those of them of which the domain depends on the answers that are known."""
        self._empty = functools.lru_cache(maxsize=100)(self._nothing_known)

    def of(self, partnership: Partnership) -> Situation:
        """Return the situation of a partnership."""
        known = ((self.positions[slot], answer) for slot, answer in partnership.known.items())
        return self.changed(self._empty(partnership.reference_date), known)

    def _nothing_known(self, reference: datetime.date) -> Situation:
        facts, dated = [fact for fact, _ in self.order], self._domains.dated
        domains = [self._domains.at(fact, reference) for fact in facts]
        marks: list[Hashable] = [
            (reference if fact in dated else domain.serial, 0) if domain.serial else 0
            for fact, domain in zip(facts, domains, strict=True)
        ]
        return Situation(reference, [None] * len(facts), domains, [0] * len(facts), marks)

    def whole(self, situation: Situation, changes: Changes) -> Changes:
        """Return changes with what comes along: of options that are chosen together all, those not known are not."""
        if not self._options or self._options.isdisjoint([position for position, _ in changes]):
            return changes
        found = dict(changes)
        for slot in {self.questions[position] for position in found}:
            for position in self.of_question[slot]:
                known = situation.answers[position]
                found.setdefault(position, False if known is None else known)
        return tuple(sorted(found.items()))

    def answers(self, whole: Changes) -> Iterator[tuple[Slot, Answer]]:
        """Yield the questions of which the answer changes, each with the whole of it."""
        found = dict(whole)
        for slot in dict.fromkeys(self.questions[position] for position in found):
            fact, positions = self._vocabulary.facts[slot[0]], self.of_question[slot]
            if fact.kind is Kind.CHOICES:
                each = zip(fact.options, positions, strict=True)
                yield slot, Chosen(tuple(option for option, position in each if found[position]), fact.options)
            else:
                yield slot, as_given(fact, found[positions[0]])

    def changed(self, situation: Situation, changes: Iterable[tuple[int, Answer]]) -> Situation:
        """Return a situation with other answers in some positions."""
        reference, places = situation.reference_date, situation.places.copy()
        answers, domains, marks = situation.answers.copy(), situation.domains.copy(), situation.marks.copy()
        beside: dict[tuple[str, ...], None] = {}
        for position, answer in changes:
            answers[position] = answer
            if position in self._beside:
                beside[self._beside[position]] = None
                continue
            domain = domains[position]
            places[position] = place = 1 + domain.place(answer)
            marks[position] = (reference, place) if domain.serial else place
        for group in beside:  # the domain of the one depends on what is known of the others
            at = [position for fact in group for position in self._of_fact[fact].values()]
            known = [(self.order[position][0], found) for position in at if (found := answers[position]) is not None]
            for position in at:
                own, domain = answers[position], self._domains.at(self.order[position][0], reference, known)
                domains[position] = domain
                places[position] = place = 0 if own is None else 1 + domain.place(own)
                marks[position] = (domain.serial, place)
        return Situation(reference, answers, domains, places, marks)
