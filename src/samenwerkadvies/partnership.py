"""A partnership: what is known about one case at a reference date; what is not known stays unknown."""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Iterable, Mapping, Sequence
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
)
from samenwerkadvies.frozen import FrozenDict
from samenwerkadvies.names import name_problem
from samenwerkadvies.remarks import Remarks, plain_remarks, read_remarks
from samenwerkadvies.respondents import Respondents, Spread, answers_by_question, combined, read_respondents, spread
from samenwerkadvies.vocabulary import NEVER, Answer, Slot, Vocabulary

Answers = Mapping[str, Answer | dict[str, Answer]]
"""Fact types with their answer, or, for a perception, the answer of each party; only what is known."""


Known = Mapping[Slot, Answer]
"""Answers by fact type and party (None for a shared answer); only what is known."""


class Checked(FrozenDict[Any, Any]):
    """Answers that were checked, by a vocabulary or because they are of another partnership; they never change."""

    __slots__ = ()


PlainAnswer = bool | int | str
"""An answer as JSON has it: a date is an ISO text."""

_KNOWN_KEYS = frozenset(CASE_KEYS)


def column_name(slot: Slot) -> str:
    """Return the name of the column with an answer in a table: the fact type, and for a perception the party."""
    fact, party = slot
    return f"{fact}.{party}" if party else fact


def never_column(fact: str) -> str:
    """Return the name of the yes/no column that says that a date never came, for tables with dates only."""
    return f"{fact}.{NEVER}"


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
        return frozenset(self.known)

    @functools.cached_property
    def known(self) -> Known:
        """Every known answer by itself: what all that computes reads."""
        known: dict[Slot, Answer] = {}
        for fact, answer in self.answers.items():
            if isinstance(answer, dict):
                for party, each in answer.items():
                    known[fact, party] = each
            else:
                known[fact, None] = answer
        return known

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
        """
        found: dict[Slot, Answer | None] = dict(self.known)
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
        )

    def with_remarks(self, remarks: Remarks) -> Self:
        """Return the partnership with what people wrote beside its answers: texts on one line, checked before."""
        return attrs.evolve(self, remarks=Checked(remarks))

    def to_case(self) -> dict[str, object]:
        """Return the partnership as a case, such as stands in a file and ``from_case`` reads."""
        own = dict(self.known)
        for party, people in self.respondents.items():
            for fact in {fact for given in people for fact in given}:
                own.pop((fact, party), None)
        case: dict[str, object] = {"naam": self.name} if self.name else {}
        case |= {
            "peildatum": self.reference_date.isoformat(),
            "feiten": plain_answers(answers_of(own.items(), self.parties)),
        }
        if any(self.respondents.values()):
            case["respondenten"] = {
                party: [plain_answers(given) for given in people] for party, people in self.respondents.items()
            }
        if self.remarks:
            case["toelichting"] = plain_remarks(self.remarks)
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
        facts = case.get("feiten", {})
        answers: dict[str, Answer | dict[str, Answer]] = {}
        if isinstance(facts, Mapping):
            answers, found = vocabulary.read_answers(facts, reference_date=date)
            problems += found
        elif facts is not None:
            message = both("'feiten' is geen lijst van feiten", "'feiten' holds no facts")
            expected = both("feiten met hun antwoord, zoals 'feit: 2'", "facts with their answer, such as 'feit: 2'")
            problems.append(
                Problem(code="CASUS02", message=message, location=location_of(facts), place="feiten", expected=expected)
            )
        if "feiten" not in case and "feiten" not in map(key_meant, unknown):
            message = both("deze casus heeft geen 'feiten'", "this case has no 'feiten'")
            problems.append(Problem(code="CASUS03", message=message, location=location_of(case), expected=CASE_LIKE))
        respondents = read_respondents(case["respondenten"], vocabulary, problems) if "respondenten" in case else {}
        spreads = _combine(respondents, answers, vocabulary, problems)
        written = case.get("toelichting")
        remarks = read_remarks(written, vocabulary, problems) if isinstance(written, Mapping) else {}
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
        in_order = Checked((fact, answers[fact]) for fact in vocabulary.facts if fact in answers)
        return cls(date, in_order, name or "", Checked(respondents), spreads, Checked(remarks), vocabulary.parties)


def _combine(
    respondents: Respondents,
    answers: dict[str, Answer | dict[str, Answer]],
    vocabulary: Vocabulary,
    problems: list[Problem],
) -> tuple[Spread, ...]:
    """Add what counts for each party to the answers, and return how far its respondents lie apart."""
    spreads: list[Spread] = []
    for (name, party), given in answers_by_question(respondents, vocabulary).items():
        others = answers.get(name)
        others = others if isinstance(others, dict) else {}
        if party in others:
            message = both(
                "{} staat voor {} onder 'feiten' en onder 'respondenten'",
                "{} stands for {} below 'feiten' and below 'respondenten'",
                *(quoted(name), party),
            )
            expected = both("het antwoord op één plaats", "the answer in one place")
            problems.append(Problem(code="CASUS06", message=message, place=f"respondenten.{party}", expected=expected))
        known = {**others, party: combined(vocabulary.facts[name], given)}
        answers[name] = {each: known[each] for each in vocabulary.parties if each in known}
        spreads.append(spread(vocabulary.facts[name], party, given))
    return tuple(spreads)


def read_changes(
    changes: Mapping[str, object], vocabulary: Vocabulary, reference_date: datetime.date
) -> dict[Slot, Answer | None]:
    """Check changed answers: fact ids with an answer, or for a perception that of some parties; None: unknown.

    Raises:
        InvalidFactsError: with everything that does not fit.
    """
    answers, problems = vocabulary.read_answers(changes, "wijzigingen", reference_date)
    if problems:
        raise InvalidFactsError(problems)
    read: dict[Slot, Answer | None] = {}
    for name, raw in changes.items():
        for party in vocabulary.facts[name].parties:
            if party is None or not isinstance(raw, Mapping) or party in raw:
                answer = answers.get(name)
                read[name, party] = answer.get(str(party)) if isinstance(answer, dict) else answer
    return read


def plain_answers(answers: Answers) -> dict[str, PlainAnswer | dict[str, PlainAnswer]]:
    """Return known answers as plain values: a date as an ISO text."""
    return {
        fact: {party: _plain(each) for party, each in answer.items()} if isinstance(answer, dict) else _plain(answer)
        for fact, answer in answers.items()
    }


def _plain(answer: Answer) -> PlainAnswer:
    return answer.isoformat() if isinstance(answer, datetime.date) else answer


def answers_of(found: Iterable[tuple[Slot, Answer | None]], parties: Sequence[str] = ()) -> Checked:
    """Return checked answers that are given one by one, those of the parties in their order; None is left out."""
    answers: dict[str, Answer | dict[str, Answer]] = {}
    for (fact, party), answer in found:
        if answer is None:
            continue
        if party is None:
            answers[fact] = answer
            continue
        others = answers.get(fact)
        known = {**(others if isinstance(others, dict) else {}), party: answer}
        answers[fact] = {each: known[each] for each in (*parties, *known) if each in known}
    return Checked(answers)


def perceived(name: str, party: str, partnership: Partnership, vocabulary: Vocabulary) -> Answer | Fraction | None:
    """Return what a party answers on a perception, or its average."""
    average = vocabulary.averages.get(name)
    if average is None:
        return partnership.answer(name, party)
    scores = [partnership.answer(part, party) for part in average.parts]
    known = [score for score in scores if isinstance(score, int)]
    return Fraction(sum(known), len(scores)) if len(known) == len(scores) else None
