"""An interview: one question at a time, the most telling first, as a value that a terminal or a web form can drive."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Self

import attrs

from samenwerkadvies.advising.adviser import Adviser
from samenwerkadvies.advising.assessment import Assessment, OpenQuestion
from samenwerkadvies.answers import says_unknown
from samenwerkadvies.errors import UsageError, told_in
from samenwerkadvies.frozen import frozen
from samenwerkadvies.meaning.standing import Status
from samenwerkadvies.partnership import Partnership, read_changes
from samenwerkadvies.vocabulary import SCALE, UNKNOWN, Kind, Slot


@attrs.frozen(kw_only=True)
class Question:
    """A question to ask now, with all that a form needs to show it."""

    fact: str
    party: str | None
    """Who is asked; None: the parties together."""
    text: str
    kind: Kind
    options: tuple[tuple[str, str], ...] = ()
    """For a choice: each option with its words."""
    lowest: int | None = None
    """For a count or a score: the least answer, and the greatest."""
    highest: int | None = None
    lowest_label: str = ""
    highest_label: str = ""
    unit: str = ""
    may_be_never: bool = False
    could_decide: tuple[str, ...] = ()


def _in_order(given: Iterable[str | None] | None) -> Sequence[str | None] | None:
    return given if given is None or isinstance(given, str) else tuple(dict.fromkeys(given))


@attrs.frozen(kw_only=True)
class Interview:
    """An interview as far as it has come. Answering, skipping and going back each give another ``Interview``."""

    adviser: Adviser
    partnership: Partnership
    given_parties: Sequence[str | None] | None = attrs.field(default=None, alias="parties", converter=_in_order)
    """Who is asked, in this order; None in it: the parties together. None: everybody."""
    quick: bool = False
    """Whether the first looks are asked first, and then only about the conditions where it pinches."""
    not_known: frozenset[Slot] = frozenset()
    """What nobody could answer; not asked again."""
    asked: tuple[Slot, ...] = ()
    """What has been answered or skipped in this interview, in that order."""
    returned_to: Slot | None = None
    """The question to which the last step went back."""
    remarks: Mapping[str, object] = attrs.field(factory=dict, converter=frozen, hash=False)
    """What else stood in the case that was resumed."""

    @given_parties.validator
    def _are_known(self, _: object, given: Sequence[str | None] | None) -> None:
        everybody = self._everybody
        known = ", ".join(map(repr, everybody))
        if isinstance(given, str):
            raise UsageError(f"parties must be a tuple, such as ({given!r},), of {known}")
        if unknown := [party for party in given or () if party not in everybody]:
            raise UsageError(f"unknown party {unknown[0]!r}: choose of {known}")

    @property
    def _everybody(self) -> tuple[str | None, ...]:
        """One conversation with each party, and one with all of them together."""
        return (*self.adviser.ruleset.vocabulary.parties, None)

    @property
    def parties(self) -> tuple[str | None, ...]:
        """Who is asked, in this order; None in it: the parties together."""
        return self._everybody if self.given_parties is None else tuple(self.given_parties)

    @classmethod
    def start(
        cls,
        adviser: Adviser,
        case: Mapping[str, object] | Partnership,
        *,
        reference_date: datetime.date | str | None = None,
        parties: Iterable[str | None] | None = None,
        quick: bool = False,
    ) -> Self:
        """Begin an interview, or go on with a case that ``to_case`` gave or that was written by hand.

        Args:
            adviser: who assesses.
            case: what is known: a ``Partnership``, or a case with ``feiten`` and perhaps ``naam`` and ``peildatum``.
                A fact that is stated to be ``onbekend`` is not asked for again.
            reference_date: comes before that of the case.
            parties: who is asked, in this order; None among them: the parties together. Everybody unless given.
            quick: ask the first looks at the conditions first, whatever else is known; then about the conditions with
                a finding, strengths aside; then no more.

        Raises:
            InvalidFactsError: with everything that is wrong with the case.
            UsageError: for a party that is not known, a text in place of a tuple of parties, or a quick interview by
                rules without first looks.
        """
        if quick:
            adviser.ruleset.check_quick_scan()
        partnership = adviser.partnership(case, reference_date)
        if isinstance(case, Partnership):
            return cls(adviser=adviser, partnership=partnership, parties=parties, quick=quick)
        facts = case.get("feiten")
        return cls(
            adviser=adviser,
            partnership=partnership,
            parties=parties,
            quick=quick,
            not_known=frozenset(_stated_unknown(facts, adviser) if isinstance(facts, Mapping) else ()),
            remarks={key: case[key] for key in ("toelichting",) if key in case},
        )

    @functools.cached_property
    def assessment(self) -> Assessment:
        """The advice so far."""
        return self.adviser.assess(self.partnership)

    @functools.cached_property
    def _worth_asking(self) -> tuple[OpenQuestion, ...]:
        """What is worth asking of anybody, also what nobody could answer before."""
        return self.adviser.questions(self.partnership)

    @functools.cached_property
    def first_looks(self) -> tuple[OpenQuestion, ...]:
        """The first looks that are still to be asked; empty when the interview is not quick."""
        if not self.quick:
            return ()
        worth = {self._slot(found): found for found in self._worth_asking}
        done = self.partnership.slots() | self.not_known
        slots = [slot for slot in self.adviser.ruleset.quick_scan if slot not in done]
        return self._by_party([worth.get(slot) or self._first_look(slot) for slot in slots])

    @functools.cached_property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What is still to be asked of the parties in this interview, in that order.

        In a quick one these are the first looks; once those are done, the questions about where it pinches.
        """
        waiting = [found for found in self._worth_asking if self._slot(found) not in self.not_known]
        if self.quick:
            waiting = [found for found in waiting if self._is_where_it_pinches(found)]
        return self.first_looks or self._by_party(waiting)

    def next(self) -> Question | None:
        """Return the question to ask now; None when no answer can change anything any more."""
        if self.returned_to is not None:
            return self._question(self.returned_to)
        return self._question(self._slot(self.open_questions[0])) if self.open_questions else None

    def answer(self, question: Question, answer: object) -> Self:
        """Return the interview with an answer; None where nobody knows.

        Raises:
            InvalidFactsError: when the answer does not fit the question.
        """
        slot = self._slot(question)
        raw = {slot[1]: answer} if slot[1] else answer
        vocabulary, day = self.adviser.ruleset.vocabulary, self.partnership.reference_date
        with told_in(self.adviser.language):
            changed = self.partnership.changed(read_changes({slot[0]: raw}, vocabulary, day))
        is_known = changed.answer(*slot) is not None
        return attrs.evolve(
            self,
            partnership=changed,
            not_known=self.not_known - {slot} if is_known else self.not_known | {slot},
            asked=(*(each for each in self.asked if each != slot), slot),
            returned_to=None,
        )

    def back(self) -> Self:
        """Return the interview before the last answer, at that question.

        Raises:
            UsageError: at the first question.
        """
        if not self.asked:
            raise UsageError("this is the first question")
        *before, last = self.asked
        return attrs.evolve(
            self,
            partnership=self.partnership.changed({last: None}),
            not_known=self.not_known - {last},
            asked=tuple(before),
            returned_to=last,
        )

    def to_case(self) -> dict[str, object]:
        """Return what is known as a case, with ``onbekend`` for what nobody could answer; ``start`` goes on from it."""
        case = self.partnership.to_case()
        facts = case["feiten"]
        assert isinstance(facts, dict)  # noqa: S101 - for mypy: a case has facts
        for slot in (slot for slot in self.adviser.ruleset.vocabulary.slots if slot in self.not_known):
            fact, party = slot
            facts[fact] = {**facts.get(fact, {}), party: UNKNOWN} if party else UNKNOWN
        in_order = {fact: facts[fact] for fact in self.adviser.ruleset.vocabulary.facts if fact in facts}
        return {**case, "feiten": in_order, **self.remarks}

    def _by_party(self, questions: Sequence[OpenQuestion]) -> tuple[OpenQuestion, ...]:
        return tuple(found for party in self.parties for found in questions if found.party == party)

    def _first_look(self, slot: Slot) -> OpenQuestion:
        """Return a first look that decides nothing any more: what this party says still counts for its view."""
        name, party = slot
        fact = self.adviser.ruleset.vocabulary.facts[name]
        return OpenQuestion(
            fact=name,
            party=party or fact.asked_of,
            condition=fact.condition,
            question=fact.texts[self.adviser.language].question,
            could_decide=(),
            severity=None,
        )

    def _is_where_it_pinches(self, question: OpenQuestion) -> bool:
        """Say whether a question is about a condition with a finding; one about the whole counts where it decides."""
        if question.condition is not None:
            return question.condition in self._pinching
        rules = self.adviser.ruleset.rules
        return any(not self._pinching.isdisjoint(rules[rule].conditions) for rule in question.could_decide)

    @functools.cached_property
    def _pinching(self) -> frozenset[int]:
        """The conditions with a finding that is no strength."""
        pinching = (Status.RISK, Status.ATTENTION)
        return frozenset(found.number for found in self.assessment.conditions if found.status in pinching)

    def _slot(self, question: OpenQuestion | Question) -> Slot:
        is_perception = self.adviser.ruleset.vocabulary.facts[question.fact].is_perception
        return question.fact, question.party if is_perception else None

    def _question(self, slot: Slot) -> Question:
        name, party = slot
        fact = self.adviser.ruleset.vocabulary.facts[name]
        texts = fact.texts[self.adviser.language]
        low, high = fact.range if fact.kind is Kind.COUNT else SCALE if fact.kind is Kind.SCALE else (None, None)
        decides = (found.could_decide for found in self._worth_asking if self._slot(found) == slot)
        return Question(
            fact=name,
            party=party or fact.asked_of,
            text=texts.question,
            kind=fact.kind,
            options=tuple((option, texts.options[option].label) for option in fact.options),
            lowest=low,
            highest=high,
            lowest_label=texts.lowest,
            highest_label=texts.highest,
            unit=texts.unit,
            may_be_never=fact.may_be_never,
            could_decide=next(decides, ()),
        )


def _stated_unknown(facts: Mapping[str, object], adviser: Adviser) -> Iterator[Slot]:
    for fact, party in adviser.ruleset.vocabulary.slots:
        stated = facts.get(fact)
        if says_unknown(stated.get(party) if isinstance(stated, Mapping) else stated):
            yield fact, party
