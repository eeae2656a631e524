"""A partnership: what is known about one case at a reference date; what is not known stays unknown."""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Self

import attrs

from samenwerkadvies.bilingual import both
from samenwerkadvies.case_form import CASE_KEYS, CASE_LIKE, bad_date, key_meant, no_date, unknown_key
from samenwerkadvies.dates import read_day
from samenwerkadvies.errors import (
    MOST_PROBLEMS,
    InvalidFactsError,
    Problem,
    Text,
    UsageError,
    location_of,
    quoted,
    shortened,
)
from samenwerkadvies.known import Answers, Checked, Known, answers_of, by_slot, in_parts, plain_answers
from samenwerkadvies.names import name_problem
from samenwerkadvies.organisations import (
    NOBODY,
    Organisations,
    Said,
    organisations_of,
    read_all_remarks,
    read_names,
    read_said,
    taken_apart,
)
from samenwerkadvies.organisations import PLACE as ORGANISATIONS
from samenwerkadvies.remarks import Remarks, plain_remarks
from samenwerkadvies.respondents import (
    People,
    Respondents,
    Spread,
    answers_by_question,
    of_people,
    read_respondents,
    spread,
)
from samenwerkadvies.vocabulary import Answer, Slot, Vocabulary

_KNOWN_KEYS = frozenset(CASE_KEYS)


def _is_checked(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, Checked):
        raise UsageError(f"unchecked {field.name}: make a Partnership with from_facts or from_case")


def _is_within(_: object, __: attrs.Attribute[Any], date: datetime.date) -> None:
    if isinstance(why := read_day(date), Problem):
        raise InvalidFactsError([bad_date(date, why)])


def _is_fit(_: object, __: attrs.Attribute[Any], name: object) -> None:
    if wrong := name_problem(name):
        raise InvalidFactsError([wrong])


def _plain_text(name: object) -> Any:
    """Return a text that may know more than its letters as no more than these."""
    return str.__str__(name) if isinstance(name, str) else name


@attrs.frozen(repr=False)
class Partnership:
    """The facts of one case.

    ``answers`` maps the id of a fact type to its answer, or, for a perception, to a mapping of party to
    answer. Only known answers stand in it. Make one with ``from_facts`` or ``from_case``, which check: answers
    that were not checked are refused.
    """

    reference_date: datetime.date = attrs.field(validator=[attrs.validators.instance_of(datetime.date), _is_within])
    answers: Answers = attrs.field(factory=Checked, validator=_is_checked)
    name: str = attrs.field(default="", converter=_plain_text, validator=_is_fit)
    respondents: Respondents = attrs.field(default=Checked(), validator=_is_checked)
    """The original answers where several people of a party answered; ``answers`` has what counts for the party."""
    spreads: tuple[Spread, ...] = ()
    """How far those answers lie apart, in the order of the vocabulary."""
    remarks: Remarks = attrs.field(default=Checked(), validator=_is_checked)
    """What people wrote beside answers, in the order of the vocabulary; no rule looks at it."""
    organisations: Organisations = NOBODY
    """Where several organisations of a party take part: what each says; ``answers`` has what counts for the party."""
    parties: tuple[str, ...] = attrs.field(default=(), eq=False)
    """The parties of its ruleset, in their order; those that it does not name come last."""

    def __repr__(self) -> str:
        """Return it in short: the answers can be many."""
        return f"<Partnership {self.name!r} at {self.reference_date}: {len(self.answers)} facts>"

    def answer(self, fact: str, party: str | None = None) -> Answer | None:
        """Return the answer of a party (or, with None, the shared answer); None when it is unknown."""
        found = self.answers.get(fact)
        if isinstance(found, dict):
            return found.get(party) if party is not None else None
        return found

    def slots(self) -> frozenset[Slot]:
        """Return which answers are known: fact type and party (None for a shared answer)."""
        return frozenset(self.given)

    @functools.cached_property
    def given(self) -> Known:
        """Every known answer by itself."""
        return by_slot(self.answers)

    @functools.cached_property
    def known(self) -> Known:
        """Every known answer as rules compare it: what all that computes reads."""
        return in_parts(self.given)

    @functools.cached_property
    def hidden(self) -> frozenset[Slot]:
        """The answers that may count but not be shown, because too few people gave them."""
        return frozenset((spread.fact, spread.party) for spread in self.spreads if not spread.is_shown)

    def is_hidden(self, name: str, party: str, vocabulary: Vocabulary) -> bool:
        """Say whether the answer of a party to a perception, or its average, may not be shown."""
        average = vocabulary.averages.get(name)
        return any((part, party) in self.hidden for part in (average.parts if average else (name,)))

    def changed(self, changes: Mapping[Slot, Answer | None]) -> Self:
        """Return the partnership with some answers changed; None makes an answer unknown.

        What respondents answered to the same questions no longer counts, and is left out; so is a remark beside it.
        Of a party of which several organisations take part, each of them then says so.
        """
        found: dict[Slot, Answer | None] = dict(self.given)
        respondents = Checked(
            (party, tuple({fact: given[fact] for fact in given if (fact, party) not in changes} for given in people))
            for party, people in self.respondents.items()
        )
        return attrs.evolve(
            self,
            answers=answers_of({**found, **changes}.items(), self.parties),
            respondents=respondents,
            spreads=tuple(spread for spread in self.spreads if (spread.fact, spread.party) not in changes),
            remarks=Checked((slot, text) for slot, text in self.remarks.items() if slot not in changes),
            organisations=self.organisations.changed(changes) if self.organisations.names else NOBODY,
        )

    def with_answer_of(self, organisation: str, slot: Slot, answer: Answer | None, vocabulary: Vocabulary) -> Self:
        """Return the partnership with another answer of one organisation; None makes it unknown.

        What its people answered to the same question no longer counts; so does a remark beside it.
        """
        organisations = self.organisations.with_answer(slot, organisation, answer)
        others = {each: found for each, found in self.given.items() if each != slot}
        answers = answers_of((*others.items(), *organisations.answers(vocabulary)), self.parties)
        no_longer = (slot[0], organisation)
        return attrs.evolve(
            self,
            answers=Checked.of_frozen(vocabulary.in_order(answers)),
            spreads=tuple(spread for spread in self.spreads if (spread.fact, spread.organisation) != no_longer),
            organisations=organisations,
        )

    def with_remarks(self, remarks: Remarks) -> Self:
        """Return the partnership with what people wrote beside its answers: texts on one line, checked before."""
        return attrs.evolve(self, remarks=Checked(remarks))

    def to_case(self) -> dict[str, object]:
        """Return the partnership as a case, such as stands in a file and ``from_case`` reads."""
        organisations = self.organisations
        own: dict[Slot, Any] = {slot: answer for slot, answer in self.given.items() if slot not in organisations.asked}
        for party, people in self.respondents.items():
            for fact in {fact for given in people for fact in given}:
                own.pop((fact, party), None)
        own |= organisations.stated()
        case: dict[str, object] = {"naam": self.name} if self.name else {}
        case["peildatum"] = self.reference_date.isoformat()
        if organisations.names:
            case["organisaties"] = {party: [*names] for party, names in organisations.names.items()}
        case["feiten"] = plain_answers(answers_of(own.items(), self.parties))
        if any(self.respondents.values()) or organisations.people:
            case["respondenten"] = {
                party: [plain_answers(given) for given in people] for party, people in self.respondents.items()
            } | {
                party: {name: [plain_answers(each) for each in given] for name, given in people.items()}
                for party, people in organisations.people.items()
            }
        if self.remarks or organisations.remarks:
            case["toelichting"] = plain_remarks({**self.remarks, **organisations.remarks})
        return case

    @classmethod
    def from_facts(
        cls,
        facts: Mapping[str, object],
        vocabulary: Vocabulary,
        *,
        reference_date: datetime.date | str | None,
        name: str = "",
    ) -> Self:
        """Check a mapping of fact ids to answers; without a reference date they are not assessed.

        Raises:
            InvalidFactsError: with every unknown fact and every answer that does not fit.
        """
        day = read_day(reference_date, is_written=False)
        date = None if isinstance(day, Problem) else day
        answers, problems = vocabulary.read_answers(facts, reference_date=date)
        if isinstance(day, Problem):
            problems.append(bad_date(reference_date, day) if reference_date is not None else no_date(facts))
        if wrong := name_problem(name):
            problems.append(wrong)
        if problems or date is None:
            raise InvalidFactsError(problems)
        return cls(date, Checked.of_frozen(answers), name, parties=vocabulary.parties)

    @classmethod
    def from_case(
        cls,
        case: Mapping[str, object],
        vocabulary: Vocabulary,
        *,
        reference_date: datetime.date | str | None = None,
    ) -> Self:
        """Check a case: a mapping with ``naam``, ``peildatum``, ``feiten`` and, if wanted, more.

        ``organisaties`` has, per party of which several take part, their names: then each of them answers for itself.
        ``respondenten`` has, per party, a list of people with their answers to what each party is asked for itself;
        ``toelichting`` is for people only: a text, or remarks beside answers, which are kept and shown.
        A ``reference_date`` that is given comes before the ``peildatum`` of the case.

        Raises:
            InvalidFactsError: with everything that is wrong with the case, a missing reference date too.
        """
        unknown = list(itertools.islice((key for key in case if key not in _KNOWN_KEYS), MOST_PROBLEMS))
        problems = [unknown_key(key) for key in unknown]
        stated = case.get("peildatum") if reference_date is None else reference_date
        day = read_day(stated, is_written=isinstance(stated, Text))
        date = None if isinstance(day, Problem) else day
        names = read_names(case[ORGANISATIONS], vocabulary, problems) if ORGANISATIONS in case else {}
        facts, said = case.get("feiten", {}), Said()
        answers: dict[str, Answer | dict[str, Answer]] = {}
        if isinstance(facts, Mapping):
            facts, parts = taken_apart(facts, names, vocabulary, "feiten", problems)
            answers, found = vocabulary.read_answers(facts, reference_date=date)
            problems += found
            said = read_said(parts, vocabulary, "feiten", date, problems)
        elif facts is not None:
            message = both("'feiten' is geen lijst van feiten", "'feiten' holds no facts")
            expected = both("feiten met hun antwoord, zoals 'feit: 2'", "facts with their answer, such as 'feit: 2'")
            problems.append(
                Problem(code="CASUS02", message=message, location=location_of(facts), place="feiten", expected=expected)
            )
        if "feiten" not in case and "feiten" not in map(key_meant, unknown):
            message = both("deze casus heeft geen 'feiten'", "this case has no 'feiten'")
            problems.append(Problem(code="CASUS03", message=message, location=location_of(case), expected=CASE_LIKE))
        people = read_respondents(case["respondenten"], vocabulary, names, problems) if "respondenten" in case else {}
        spreads = _combine(people, answers, said, vocabulary, problems)
        written = case.get("toelichting")
        remarks, beside = (
            ({}, {}) if not isinstance(written, Mapping) else read_all_remarks(written, names, vocabulary, problems)
        )
        name: Any = case.get("naam")
        if wrong := name_problem(name, at=location_of(name)):
            problems.append(wrong)
        is_stated = stated is not None and not (isinstance(stated, str) and stated == "")
        if isinstance(day, Problem) and is_stated:
            problems.append(bad_date(stated, day))
        if not is_stated:
            problems.append(no_date(case))
        if problems or date is None:
            raise InvalidFactsError(problems)
        organisations = organisations_of(names, said, people, beside, vocabulary) if names else NOBODY
        kept = _with_parties(answers, organisations, vocabulary) if names else answers
        in_order = Checked((fact, kept[fact]) for fact in vocabulary.facts if fact in kept)
        respondents = Checked({party: given for (party, own), given in people.items() if not own})
        remarks = Checked(remarks)
        return cls(date, in_order, name or "", respondents, spreads, remarks, organisations, vocabulary.parties)


def _combine(
    people: People,
    answers: dict[str, Answer | dict[str, Answer]],
    said: Said,
    vocabulary: Vocabulary,
    problems: list[Problem],
) -> tuple[Spread, ...]:
    """Add what counts for each party or organisation to the answers, and return how far its respondents lie apart."""
    spreads: list[Spread] = []
    for (name, party, organisation), given in answers_by_question(people, vocabulary).items():
        fact, who = vocabulary.facts[name], organisation or party
        others = said.get((name, party)) if organisation else answers.get(name)
        others = others if isinstance(others, dict) else {}
        if who in others:
            message = both(
                "{} staat voor {} onder 'feiten' en onder 'respondenten'",
                "{} stands for {} below 'feiten' and below 'respondenten'",
                *(quoted(name), shortened(who)),
            )
            expected = both("het antwoord op één plaats", "the answer in one place")
            problems.append(Problem(code="CASUS06", message=message, place=f"respondenten.{party}", expected=expected))
        known = {**others, who: of_people(fact, given)}
        if organisation:
            said[name, party] = known
        else:
            answers[name] = {each: known[each] for each in vocabulary.parties if each in known}
        spreads.append(spread(fact, party, given, organisation))
    return tuple(spreads)


def _with_parties(answers: Answers, organisations: Organisations, vocabulary: Vocabulary) -> Answers:
    """Return answers with those that count for the parties of which several organisations take part."""
    return answers_of((*by_slot(answers).items(), *organisations.answers(vocabulary)), vocabulary.parties)


def perceived(name: str, party: str, partnership: Partnership, vocabulary: Vocabulary) -> Answer | Fraction | None:
    """Return what a party answers on a perception, or its average."""
    average = vocabulary.averages.get(name)
    if average is None:
        return partnership.answer(name, party)
    scores = [partnership.answer(part, party) for part in average.parts]
    known = [score for score in scores if isinstance(score, int)]
    return Fraction(sum(known), len(scores)) if len(known) == len(scores) else None
