"""An interview: one question at a time, the most telling first, as a value that a terminal or a web form can drive."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Self

import attrs
from msgspec.structs import replace

from samenwerkadvies.advising.adviser import Adviser
from samenwerkadvies.advising.assessment import Assessment, OpenQuestion
from samenwerkadvies.answers import says_unknown
from samenwerkadvies.changing import read_changes
from samenwerkadvies.errors import UsageError, told_in
from samenwerkadvies.frozen import frozen
from samenwerkadvies.meaning.standing import Status
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.vocabulary import UNKNOWN, Answer, Kind, Slot, number_of


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
    lowest: int | Decimal | None = None
    """For a count or a score: the least answer, and the greatest."""
    highest: int | Decimal | None = None
    lowest_label: str = ""
    highest_label: str = ""
    unit: str = ""
    may_be_never: bool = False
    could_decide: tuple[str, ...] = ()
    organisation: str = ""
    """Which organisation of the party is asked, where several of them take part."""


Asked = Slot | tuple[str, str | None, str]
"""What is asked: an answer, or that of one organisation, with its name."""


def _in_order(given: Iterable[str | None] | None) -> Sequence[str | None] | None:
    return given if given is None or isinstance(given, str) else tuple(dict.fromkeys(given))


@attrs.frozen(kw_only=True)
class Interview:
    """An interview as far as it has come. Answering, skipping and going back each give another ``Interview``."""

    adviser: Adviser
    partnership: Partnership
    given_parties: Sequence[str | None] | None = attrs.field(default=None, alias="parties", converter=_in_order)
    """Who is asked, in this order; None in it: the parties together. None: everybody."""
    organisation: str = attrs.field(default="")
    """The one organisation that is asked, where several of a party take part; empty: each of them in turn."""
    quick: bool = False
    """Whether the first looks are asked first, and then only about the conditions where it pinches."""
    not_known: frozenset[Asked] = frozenset()
    """What nobody could answer; not asked again."""
    asked: tuple[Asked, ...] = ()
    """What has been answered or skipped in this interview, in that order."""
    returned_to: Asked | None = None
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

    @organisation.validator
    def _takes_part(self, _: object, name: str) -> None:
        named = [each for names in self.partnership.organisations.names.values() for each in names]
        if name and name not in named:
            raise UsageError(f"unknown organisation {name!r}: choose of {', '.join(map(repr, named))}")

    @property
    def _everybody(self) -> tuple[str | None, ...]:
        """One conversation with each party, and one with all of them together."""
        return (*self.adviser.ruleset.vocabulary.parties, None)

    @property
    def parties(self) -> tuple[str | None, ...]:
        """Who is asked, in this order; None in it: the parties together."""
        return self._everybody if self.given_parties is None else tuple(self.given_parties)

    @classmethod
    def start(  # noqa: PLR0913 - one parameter for each choice
        cls,
        adviser: Adviser,
        case: Mapping[str, object] | Partnership,
        *,
        reference_date: datetime.date | str | None = None,
        parties: Iterable[str | None] | None = None,
        organisation: str = "",
        quick: bool = False,
    ) -> Self:
        """Begin an interview, or go on with a case that ``to_case`` gave or that was written by hand.

        Args:
            adviser: who assesses.
            case: what is known: a ``Partnership``, or a case with ``feiten`` and perhaps ``naam`` and ``peildatum``.
                A fact that is stated to be ``onbekend`` is not asked for again.
            reference_date: comes before that of the case.
            parties: who is asked, in this order; None among them: the parties together. Everybody unless given.
            organisation: where several organisations of a party take part, the name of the one that is asked.
            quick: ask the first looks at the conditions first, whatever else is known; then about the conditions with
                a finding, strengths aside; then no more.

        Raises:
            InvalidFactsError: with everything that is wrong with the case.
            UsageError: for a party or an organisation that is not known, a text in place of a tuple of parties, or a
                quick interview by rules without first looks.
        """
        if quick:
            adviser.ruleset.check_quick_scan()
        partnership = adviser.partnership(case, reference_date)
        if isinstance(case, Partnership):
            return cls(
                adviser=adviser, partnership=partnership, parties=parties, organisation=organisation, quick=quick
            )
        facts = case.get("feiten")
        return cls(
            adviser=adviser,
            partnership=partnership,
            parties=parties,
            organisation=organisation,
            quick=quick,
            not_known=frozenset(_stated_unknown(facts, partnership, adviser) if isinstance(facts, Mapping) else ()),
            remarks={key: case[key] for key in ("toelichting",) if key in case},
        )

    @functools.cached_property
    def assessment(self) -> Assessment:
        """The advice so far."""
        return self.adviser.assess(self.partnership)

    @functools.cached_property
    def _worth_asking(self) -> tuple[OpenQuestion, ...]:
        """What is worth asking of anybody, also what nobody could answer before; of each organisation by itself."""
        return tuple(
            replace(found, organisations=(name,)) if name else found
            for found in self.adviser.questions(self.partnership)
            for name in found.organisations or ("",)
        )

    @functools.cached_property
    def first_looks(self) -> tuple[OpenQuestion, ...]:
        """The first looks that are still to be asked; empty when the interview is not quick."""
        if not self.quick:
            return ()
        worth = {self._slot(found): found for found in self._worth_asking}
        done = self.partnership.slots() - self.partnership.organisations.asked.keys() | self.not_known
        asked = [each for slot in self.adviser.ruleset.quick_scan for each in self._asked_of_each(slot)]
        return self._by_party([worth.get(each) or self._first_look(each) for each in asked if each not in done])

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
        asked = self._slot(question)
        fact, party, *_ = asked
        vocabulary, day = self.adviser.ruleset.vocabulary, self.partnership.reference_date
        with told_in(self.adviser.language):
            read = read_changes({fact: {party: answer} if party else answer}, vocabulary, day)[fact, party]
        return attrs.evolve(
            self,
            partnership=self._changed(asked, read),
            not_known=self.not_known - {asked} if read is not None else self.not_known | {asked},
            asked=(*(each for each in self.asked if each != asked), asked),
            returned_to=None,
        )

    def _changed(self, asked: Asked, answer: Answer | None) -> Partnership:
        fact, party, *organisation = asked
        if not organisation:
            return self.partnership.changed({(fact, party): answer})
        vocabulary = self.adviser.ruleset.vocabulary
        return self.partnership.with_answer_of(str(*organisation), (fact, party), answer, vocabulary)

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
            partnership=self._changed(last, None),
            not_known=self.not_known - {last},
            asked=tuple(before),
            returned_to=last,
        )

    def to_case(self) -> dict[str, object]:
        """Return what is known as a case, with ``onbekend`` for what nobody could answer; ``start`` goes on from it."""
        case = self.partnership.to_case()
        facts = case["feiten"]
        assert isinstance(facts, dict)  # noqa: S101 - for mypy: a case has facts
        every = (each for slot in self.adviser.ruleset.vocabulary.slots for each in self._asked_of_each(slot))
        for asked in (each for each in every if each in self.not_known):
            facts.update(_with_unknown(facts, [name for name in asked if name]))
        in_order = {fact: facts[fact] for fact in self.adviser.ruleset.vocabulary.facts if fact in facts}
        return {**case, "feiten": in_order, **self.remarks}

    def _by_party(self, questions: Sequence[OpenQuestion]) -> tuple[OpenQuestion, ...]:
        names = self.partnership.organisations.names
        return tuple(
            found
            for party in self.parties
            for name in names.get(party or "", ("",))
            if name in ("", self.organisation or name)
            for found in questions
            if found.party == party and "".join(found.organisations) == name
        )

    def _asked_of_each(self, slot: Slot) -> tuple[Asked, ...]:
        """Return a question as it is asked of each silent organisation; of a party that is one, as it is."""
        organisations = self.partnership.organisations
        return tuple((*slot, name) for name in organisations.silent(slot)) if slot in organisations.asked else (slot,)

    def _first_look(self, asked: Asked) -> OpenQuestion:
        """Return a first look that decides nothing any more: what this party says still counts for its view."""
        name, party, *organisation = asked
        fact = self.adviser.ruleset.vocabulary.facts[name]
        return OpenQuestion(
            fact=name,
            party=party or fact.asked_of,
            condition=fact.condition,
            question=fact.texts[self.adviser.language].question,
            could_decide=(),
            severity=None,
            organisations=tuple(map(str, organisation)),
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

    def _slot(self, question: OpenQuestion | Question) -> Asked:
        is_perception = self.adviser.ruleset.vocabulary.facts[question.fact].is_perception
        party = question.party if is_perception else None
        name = question.organisation if isinstance(question, Question) else "".join(question.organisations)
        return (question.fact, party, name) if name else (question.fact, party)

    def _question(self, slot: Asked) -> Question:
        name, party, *organisation = slot
        fact = self.adviser.ruleset.vocabulary.facts[name]
        texts = fact.texts[self.adviser.language]
        low, high = (
            (number_of(fact, end) for end in fact.range) if fact.kind in (Kind.COUNT, Kind.SCALE) else (None, None)
        )
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
            organisation="".join(map(str, organisation)),
        )


def _stated_unknown(facts: Mapping[str, object], partnership: Partnership, adviser: Adviser) -> Iterator[Asked]:
    organisations = partnership.organisations
    for fact, party in adviser.ruleset.vocabulary.slots:
        stated = _of(facts.get(fact), party)
        if (fact, party) in organisations.asked:
            names = organisations.silent((fact, party))
            yield from ((fact, party, name) for name in names if says_unknown(_of(stated, name)))
        elif says_unknown(stated):
            yield fact, party


def _of(stated: object, name: str | None) -> object:
    """Return what stands for a party or an organisation; what stands for all of them where it is one value."""
    return stated.get(name) if name is not None and isinstance(stated, Mapping) else stated


def _with_unknown(facts: Mapping[str, object], path: Sequence[str]) -> dict[str, object]:
    """Return facts in which it is stated that nobody knows what stands under a path of keys."""
    name, *rest = path
    below = facts.get(name)
    return {**facts, name: _with_unknown(below if isinstance(below, Mapping) else {}, rest) if rest else UNKNOWN}
