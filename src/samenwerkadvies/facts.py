"""Fact types: the things that can be asked about a partnership, of whom, and which answers there are."""

from __future__ import annotations

import datetime
import enum
import functools
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

import attrs

from samenwerkadvies.dates import plain
from samenwerkadvies.frozen import frozen

SCALE = (1, 5)
GREATEST_COUNT = 10**15
"""Larger whole numbers are not kept exactly by every reader of JSON."""

NUMBER = "{aantal}"
"""Where the number goes in a clause about a count."""

WHEN = "{wanneer}"
"""Where the moment goes in a clause about a date."""

UNKNOWN = "onbekend"
NEVER: Literal["nooit"] = "nooit"


@attrs.frozen
class Chosen:
    """The options that somebody chose of all that were offered, in declared order; to choose none is an answer too."""

    options: tuple[str, ...]
    offered: tuple[str, ...] = attrs.field(repr=False)


Answer = bool | int | Decimal | str | datetime.date | Chosen
"""Yes or no, a count or a score, an option, a date (``"nooit"`` where it never came), the options that were chosen.

A count of which decimals are declared is a ``Decimal`` with so many of them.
"""


Slot = tuple[str, str | None]
"""One answer that can be given: a fact type and the party that answers it; None: one shared answer."""


class Kind(enum.Enum):
    """What sort of answer a fact type takes."""

    YES_NO = "ja_nee"
    COUNT = "aantal"
    SCALE = "schaal"
    CHOICE = "keuze"
    CHOICES = "meerkeuze"
    """Of which any number of the options can be chosen."""
    DATE = "datum"


TOGETHER = "samen"
"""Who answers, where it is no party: all of them with one answer."""
EACH = "ieder"
"""Who answers, where it is no party: each for itself (a perception)."""


@attrs.frozen
class PartyTexts:
    """The words of a party in one language."""

    name: str
    """Without its article: ``school``."""
    full: str
    """With its article, as in a sentence: ``de school``."""
    short: str
    """One word, above a column."""


class Combination(enum.Enum):
    """How several answers become one, of people or of organisations; the words are those of a rule file."""

    MEDIAN = "mediaan"
    """The middle answer; of two in the middle the lower one, so that it is an answer that somebody gave."""
    LOWEST = "laagste"
    HIGHEST = "hoogste"
    ANY = "een_ja"
    """Yes as soon as one respondent says so."""
    ALL = "alle_ja"
    """Yes only when all say so."""
    MOST = "meerderheid"
    """Of options: those that more than half of the respondents chose."""


@attrs.frozen
class Party:
    """One of those who work together, as a ruleset declares it."""

    id: str
    texts: Mapping[str, PartyTexts] = attrs.field(converter=frozen)
    is_several: bool = False
    """Whether several organisations of this kind may take part, each answering for itself."""
    combination: Combination | None = None
    """How their answers become one, unless a fact type says so itself; None: the worst of them counts."""


@attrs.frozen
class OptionTexts:
    """An option in words: the answer to pick, and the clauses when it is and is not the answer."""

    label: str
    holds: str
    holds_not: str


@attrs.frozen
class FactTexts:
    """The words of a fact type in one language; what its kind does not use is empty."""

    label: str
    question: str
    unit: str = ""
    clause: str = ""
    """For a count: a clause with ``{aantal}`` where the number goes; for a date that is to come: with ``{wanneer}``."""
    clause_one: str = ""
    """The same where the number is 1; empty where ``clause`` fits."""
    clause_none: str = ""
    """A whole clause for the number 0; empty where ``clause`` fits with 'no'."""
    clause_past: str = ""
    """For a date that is past: a clause with ``{wanneer}`` where the moment goes."""
    asked: str = ""
    """The question as part of a sentence: whether something is so. Empty where the label fits."""
    yes: str = ""
    no: str = ""
    never: str = ""
    lowest: str = ""
    highest: str = ""
    options: Mapping[str, OptionTexts] = attrs.field(factory=dict, converter=frozen)


@attrs.frozen
class FactType:
    """A thing that can be asked: its kind, its bounds or options, who answers, its words and its sources."""

    id: str
    kind: Kind
    answered_by: str
    """A party, ``TOGETHER`` or ``EACH``."""
    texts: Mapping[str, FactTexts] = attrs.field(converter=frozen)
    condition: int | None = None
    """The number of the condition in whose file it stands; None for context."""
    options: tuple[str, ...] = ()
    decimals: int = 0
    """Of a count: how many decimals it may have. All that computes reads it in its smallest unit, a whole number."""
    maximum: int = GREATEST_COUNT
    """The greatest count that is accepted, in its smallest unit."""
    may_be_never: bool = False
    is_past: bool = False
    """Whether it is a day that has been: it cannot lie after the reference date."""
    is_fixed: bool = False
    """Whether it is as it is: nobody can bring about another answer."""
    better: tuple[str, ...] = ()
    """Which way it gets better: yes or no, more or less, later or earlier, in the words of a rule file; of a choice the
    options from worst to best. Empty where nobody said so."""
    combination: Combination = Combination.MEDIAN
    """For a perception: how the answers of several respondents of one party become one."""
    between: Mapping[str, Combination] = attrs.field(factory=dict, converter=frozen)
    """How the answers of several organisations become one, for each party that may be several."""
    divided_from: int | None = None
    """For numbers: how far the respondents of one party lie apart when they are called divided, for a count in its
    smallest unit; None: never."""
    sources: tuple[str, ...] = ()
    parties: tuple[str | None, ...] = (None,)
    """Who can be asked, one entry for each separate answer: the parties, or None for one shared answer."""

    @functools.cached_property
    def is_perception(self) -> bool:
        """Whether each party answers for itself."""
        return self.answered_by == EACH

    @functools.cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """For a choice, or several: what people may write, in plain form, with the options that it can mean."""
        named = [
            (plain(texts.options[option].label), option) for texts in self.texts.values() for option in self.options
        ]
        labels: dict[str, tuple[str, ...]] = {}
        for label, option in named:
            labels[label] = tuple(dict.fromkeys([*labels.get(label, ()), option]))
        return labels | {plain(option): (option,) for option in self.options}

    @functools.cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The answers that can be given: one for each party, or one."""
        return tuple((self.id, party) for party in self.parties)

    @functools.cached_property
    def parts(self) -> tuple[FactType, ...]:
        """The fact type as rules compare it: where several options can be chosen, whether each of them is."""
        if self.kind is not Kind.CHOICES:
            return (self,)
        better = ("ja" if self.better == ("meer",) else "nee",) if self.better else ()
        return tuple(
            attrs.evolve(self, id=part_of(self.id, option), kind=Kind.YES_NO, options=(), better=better)
            for option in self.options
        )

    @property
    def asked_of(self) -> str | None:
        """The party to ask for the one answer; None when the parties answer together, or each for itself."""
        return None if self.answered_by in (TOGETHER, EACH) else self.answered_by

    @functools.cached_property
    def range(self) -> tuple[int, int]:
        """The lowest and highest value of a yes/no (0 and 1), a score or a count, which is in its smallest unit."""
        if self.kind is Kind.SCALE:
            return SCALE
        return (0, 1) if self.kind is Kind.YES_NO else (0, self.maximum)

    @property
    def never(self) -> datetime.date:
        """What a day that never came counts as: before all days that have been, and after all days to come."""
        return datetime.date.min if self.is_past else datetime.date.max


def part_of(fact: str, option: str) -> str:
    """Return the name of whether an option is chosen: no fact type of a ruleset can have such a name."""
    return f"{fact}.{option}"


def parts_answered(slot: Slot, answer: Answer) -> Mapping[Slot, Answer]:
    """Return an answer as rules compare it: of chosen options whether each that was offered is one of them."""
    if not isinstance(answer, Chosen):
        return {slot: answer}
    fact, party = slot
    return {(part_of(fact, option), party): option in answer.options for option in answer.offered}


def alike(fact: FactType | None, other: FactType | None) -> tuple[int, int]:
    """Return how often two numbers count, so that the smallest units of both are of one size."""
    decimals = [found.decimals if found else 0 for found in (fact, other)]
    return 10 ** (max(decimals) - decimals[0]), 10 ** (max(decimals) - decimals[1])


def is_better(fact: FactType, answer: Answer, known: Answer | None) -> bool:
    """Say whether an answer is better than what is known; where nothing is known it is, where nobody said so it is not.

    Of an option that has no place in the order only the best is better. A day that never came is the worst of days that
    have been, and the best of days to come.
    """
    if known is None or not fact.better:
        return known is None
    if fact.kind is Kind.CHOICE:
        places = {option: place for place, option in enumerate(fact.better)}
        return places.get(str(answer), -1) > places.get(str(known), len(places) - 2)
    new, old = (fact.never if each == NEVER else each for each in (answer, known))
    return new > old if fact.better[0] in _HIGHER else new < old  # type: ignore[operator]  # of one kind


_HIGHER = ("ja", "meer", "later")


def way_up(fact: FactType) -> int:
    """Return 1 where the higher of two numbers is better (yes is higher than no), -1 where the lower is, else 0."""
    if not fact.better or fact.kind in (Kind.CHOICE, Kind.DATE):
        return 0
    return 1 if fact.better[0] in _HIGHER else -1


def level(fact: FactType, answer: object) -> int:
    """Return an answer, or the literal that it is compared with, as a whole number.

    Yes is 1, an option its place, a day its number, a count how many of its smallest unit it is.
    """
    if fact.kind is Kind.CHOICE:
        return fact.options.index(str(answer))
    if fact.kind is Kind.YES_NO:
        return int(answer is True or answer == "ja")
    if fact.kind is Kind.DATE:
        return (fact.never if answer == NEVER else answer).toordinal()  # type: ignore[attr-defined, no-any-return]
    if isinstance(answer, Decimal):
        return int(answer.scaleb(fact.decimals))
    return int(answer) * 10**fact.decimals  # type: ignore[call-overload, no-any-return]  # counts and scores are numbers


def number_of(fact: FactType, units: int) -> int | Decimal:
    """Return the count that is so many of its smallest unit, as it is answered.

    >>> number_of(FactType("uren", Kind.COUNT, TOGETHER, {}, decimals=1), 15)
    Decimal('1.5')
    """
    return Decimal(units).scaleb(-fact.decimals) if fact.decimals else units


def as_given(fact: FactType, answer: Answer) -> Answer:
    """Return an answer that all that computes came to as it is given: the opposite of ``in_units``."""
    return number_of(fact, int(answer)) if fact.decimals else answer  # type: ignore[arg-type]  # a count


def in_units(answer: Answer) -> Answer:
    """Return an answer as all that computes reads it: one with decimals in its smallest unit, others as they are."""
    return int(answer.scaleb(-int(answer.as_tuple().exponent))) if isinstance(answer, Decimal) else answer
