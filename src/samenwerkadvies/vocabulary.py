"""The vocabulary: what can be asked about a partnership, of whom, and which answers count."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator, Mapping
from typing import TypeVar

import attrs

from samenwerkadvies.answers import UNKNOWN_WORDS, Misread, expected_of, read_one, read_perception
from samenwerkadvies.bilingual import both
from samenwerkadvies.dates import plain
from samenwerkadvies.errors import MOST_PROBLEMS, Problem, Text, nearest, quoted, shortened
from samenwerkadvies.exact import ExactReader, exact_reader
from samenwerkadvies.facts import (
    EACH,
    GREATEST_COUNT,
    NEVER,
    NUMBER,
    SCALE,
    TOGETHER,
    UNKNOWN,
    WHEN,
    Answer,
    Chosen,
    Combination,
    FactTexts,
    FactType,
    Kind,
    OptionTexts,
    Party,
    PartyTexts,
    Slot,
    level,
    number_of,
)
from samenwerkadvies.frozen import frozen, frozen_value

__all__ = [
    "EACH",
    "GREATEST_COUNT",
    "NEVER",
    "NUMBER",
    "SCALE",
    "TOGETHER",
    "UNKNOWN",
    "UNKNOWN_WORDS",
    "WHEN",
    "Answer",
    "Average",
    "Chosen",
    "Combination",
    "FactTexts",
    "FactType",
    "Kind",
    "OptionTexts",
    "Party",
    "PartyTexts",
    "Slot",
    "Vocabulary",
    "expected_of",
    "level",
    "number_of",
]


T = TypeVar("T")


@attrs.frozen
class Average:
    """A declared average of scores, per party; unknown for a party until all its parts are answered."""

    id: str
    parts: tuple[str, ...]
    labels: Mapping[str, str] = attrs.field(converter=frozen)
    condition: int | None = None
    written: str = attrs.field(default="", eq=False, repr=False)
    """The line that declares it, as it stands in its file."""
    spans: tuple[tuple[int, int], ...] = attrs.field(default=(), eq=False, repr=False)
    """Where each part stands in ``written``."""


@attrs.frozen
class Vocabulary:
    """All parties, fact types and declared averages of a ruleset, in file order."""

    facts: Mapping[str, FactType] = attrs.field(converter=frozen)
    averages: Mapping[str, Average] = attrs.field(converter=frozen)
    declared: Mapping[str, Party] = attrs.field(converter=frozen, factory=dict)
    """The parties, in the order in which they are always shown."""

    @functools.cached_property
    def parties(self) -> tuple[str, ...]:
        """The ids of the parties."""
        return tuple(self.declared)

    @functools.cached_property
    def several(self) -> tuple[str, ...]:
        """The ids of the parties of which several organisations may take part."""
        return tuple(party for party, found in self.declared.items() if found.is_several)

    @functools.cached_property
    def party_words(self) -> Mapping[str, str]:
        """What people call a party, in any language and in plain form, with that party; only what means one of them."""
        said = [(plain(party), party) for party in self.declared]
        for party, found in self.declared.items():
            for texts in found.texts.values():
                said += [(plain(word), party) for word in (texts.name, texts.full, texts.short)]
        means: dict[str, set[str]] = {}
        for word, party in said:
            means.setdefault(word, set()).add(party)
        return {word: party for word, party in said if len(means[word]) == 1}

    @functools.cached_property
    def perceptions(self) -> tuple[str, ...]:
        """The ids of the fact types that each party answers for itself."""
        return tuple(fact.id for fact in self.facts.values() if fact.is_perception)

    @functools.cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every answer that can be given, in file order."""
        return tuple(slot for fact in self.facts.values() for slot in fact.slots)

    @functools.cached_property
    def parts(self) -> Mapping[str, FactType]:
        """The fact types as rules compare them: of one of which several options can be chosen, one for each option."""
        return {part.id: part for fact in self.facts.values() for part in fact.parts}

    @functools.cached_property
    def part_slots(self) -> tuple[Slot, ...]:
        """Every answer as rules compare it, in file order; all that come of one question stand together."""
        return tuple((part.id, party) for fact in self.facts.values() for party in fact.parties for part in fact.parts)

    @functools.cached_property
    def questions(self) -> Mapping[Slot, Slot]:
        """For every answer as rules compare it, that which is asked for."""
        asked = ((fact, party) for fact in self.facts.values() for party in fact.parties)
        return {(part.id, party): (fact.id, party) for fact, party in asked for part in fact.parts}

    def read_answers(
        self, facts: Mapping[str, object], place: str = "feiten", reference_date: datetime.date | None = None
    ) -> tuple[dict[str, Answer | dict[str, Answer]], list[Problem]]:
        """Check raw facts and return the known answers, in the order of the vocabulary, and all problems.

        Text from a file (``Text``) is read as people write answers, as long as it can mean one thing only; other
        values must have the right type. Nothing is coerced and nothing is filled in. With a reference date, a day that
        has been cannot lie after it.
        """
        answers: dict[str, Answer | dict[str, Answer]] = {}
        problems: list[Problem] = []
        for name, raw in facts.items():
            if len(problems) >= MOST_PROBLEMS:
                break
            own, read_exactly = self._exact.get(name, _UNREAD)
            exact = read_exactly(raw, reference_date)
            if exact is not None:
                answers[own] = exact
                continue
            fact = self.facts.get(name)
            if fact is None:
                problems.append(self.unknown_fact(name, place))
                continue
            misread: list[Misread] = []
            read = read_perception if fact.is_perception else read_one
            answer = read(fact, raw, misread, reference_date)
            if answer is not None:
                answers[fact.id] = frozen_value(answer)
            problems += [wrong.at(name, f"{place}.{shortened(name)}{where}").at(part) for where, part, wrong in misread]
        return self.in_order(answers), problems

    def in_order(self, answers: Mapping[str, T]) -> dict[str, T]:
        """Return what is given by fact type in file order, without what is of no fact type."""
        if [*answers] == self._names:  # all are there, as a program gives them
            return dict(answers)
        known = filter(self._places.__contains__, answers)
        return {name: answers[name] for name in sorted(known, key=self._places.__getitem__)}

    @functools.cached_property
    def _names(self) -> list[str]:
        return [*self.facts]

    @functools.cached_property
    def _exact(self) -> Mapping[str, tuple[str, ExactReader]]:
        return {name: (name, exact_reader(fact)) for name, fact in self.facts.items()}

    @functools.cached_property
    def _places(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self.facts)}

    @functools.cached_property
    def _labels(self) -> Mapping[str, str]:
        """Labels and questions in plain form, with the fact type or average that has them."""
        facts = {plain(said): fact.id for fact in self.facts.values() for said in _said_of(fact)}
        averages = self.averages.values()
        return facts | {plain(label): average.id for average in averages for label in average.labels.values()}

    def unknown_fact(self, name: object, place: str) -> Problem:
        """Return what is wrong with a name that is of no fact type."""
        words = plain(name[:_LONGEST_LABEL]) if isinstance(name, str) else ""
        named = self._labels.get(words, name)
        is_average = named in self.averages
        hint = str(named) if named in self.facts else nearest(shortened(name), self.facts)
        return Problem(
            code="FEIT01",
            message=both(
                "{} wordt berekend en kan niet worden ingevuld", "{} is computed and cannot be given", quoted(name)
            )
            if is_average
            else both("onbekend feit {}", "unknown fact {}", quoted(name)),
            location=name.at if isinstance(name, Text) else None,
            place=f"{place}.{shortened(name)}",
            expected=both("een feit uit de regelset", "a fact of the ruleset"),
            hint="" if is_average else hint or self._labels.get(nearest(words, self._labels), ""),
        )


_LONGEST_LABEL = 300
_UNREAD: tuple[str, ExactReader] = ("", lambda _, __: None)


def _said_of(fact: FactType) -> Iterator[str]:
    for texts in fact.texts.values():
        yield from (texts.question, texts.label)
