"""The vocabulary: what can be asked about a partnership, of whom, and which answers count."""

from __future__ import annotations

import datetime
import enum
import functools
import re
from collections.abc import Mapping
from typing import Literal, TypeGuard

import attrs

from samenwerkadvies.dates import read_date
from samenwerkadvies.errors import MOST_PROBLEMS, Problem, Text, listed, location_of, nearest, quoted, shortened
from samenwerkadvies.frozen import frozen

PARTIES = ("gemeente", "migrantenorganisatie")
"""The two parties of a partnership, in the order in which they are always shown."""


def is_party(found: object) -> TypeGuard[str]:
    """Say whether something, whatever it is, names a party."""
    return isinstance(found, str) and found in PARTIES


SCALE = (1, 5)
GREATEST_COUNT = 10**15
"""Larger whole numbers are not kept exactly by every reader of JSON."""

NUMBER = "{aantal}"
"""Where the number goes in a clause about a count."""

WHEN = "{wanneer}"
"""Where the moment goes in a clause about a date."""

UNKNOWN = "onbekend"
UNKNOWN_WORDS = ("n.v.t.", "nvt", "-", "?", "weet niet", "weet ik niet", "geen idee")
"""What people write where they do not know; offered as ``UNKNOWN``, and never taken for it unasked."""
NEVER: Literal["nooit"] = "nooit"

Answer = bool | int | str | datetime.date
"""Yes or no, a count or a score, an option, a date; ``"nooit"`` for a date that never came."""


class Kind(enum.Enum):
    """What sort of answer a fact type takes."""

    YES_NO = "ja_nee"
    COUNT = "aantal"
    SCALE = "schaal"
    CHOICE = "keuze"
    DATE = "datum"


class Respondent(enum.Enum):
    """Who answers: one of the parties, both together, or each for itself (a perception)."""

    MUNICIPALITY = "gemeente"
    MIGRANT_ORGANISATION = "migrantenorganisatie"
    TOGETHER = "samen"
    EACH = "ieder"


class Combination(enum.Enum):
    """How the answers of several respondents of a party become one; the words are those of a rule file."""

    MEDIAN = "mediaan"
    """The middle answer; of two in the middle the lower one, so that it is an answer that somebody gave."""
    LOWEST = "laagste"
    HIGHEST = "hoogste"
    ANY = "een_ja"
    """Yes as soon as one respondent says so."""
    ALL = "alle_ja"
    """Yes only when all say so."""


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
    respondent: Respondent
    texts: Mapping[str, FactTexts] = attrs.field(converter=frozen)
    condition: int | None = None
    """The number of the condition in whose file it stands; None for context."""
    options: tuple[str, ...] = ()
    maximum: int = GREATEST_COUNT
    """The greatest count that is accepted."""
    may_be_never: bool = False
    is_past: bool = False
    """Whether it is a day that has been: it cannot lie after the reference date."""
    is_fixed: bool = False
    """Whether it is as it is: nobody can bring about another answer."""
    combination: Combination = Combination.MEDIAN
    """For a perception: how the answers of several respondents of one party become one."""
    divided_from: int | None = None
    """For numbers: how far the respondents of one party lie apart when they are called divided; None: never."""
    sources: tuple[str, ...] = ()

    @functools.cached_property
    def is_perception(self) -> bool:
        """Whether each party answers for itself."""
        return self.respondent is Respondent.EACH

    @property
    def parties(self) -> tuple[str | None, ...]:
        """Who can be asked, one entry for each separate answer: the parties, or None for one shared answer."""
        return PARTIES if self.is_perception else (None,)

    @property
    def asked_of(self) -> str | None:
        """The party to ask for the one answer; None when the parties answer together, or each for itself."""
        return self.respondent.value if self.respondent.value in PARTIES else None

    @functools.cached_property
    def range(self) -> tuple[int, int]:
        """The lowest and highest value of a yes/no (0 and 1), a count or a score."""
        if self.kind is Kind.SCALE:
            return SCALE
        return (0, 1) if self.kind is Kind.YES_NO else (0, self.maximum)


def level(fact: FactType, answer: object) -> int:
    """Return an answer, or the literal that it is compared with, as a whole number: yes is 1, an option its place."""
    if fact.kind is Kind.CHOICE:
        return fact.options.index(str(answer))
    if fact.kind is Kind.YES_NO:
        return int(answer is True or answer == "ja")
    return int(answer)  # type: ignore[call-overload, no-any-return]  # counts and scores are whole numbers


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
    """All fact types and declared averages of a ruleset, in file order."""

    facts: Mapping[str, FactType] = attrs.field(converter=frozen)
    averages: Mapping[str, Average] = attrs.field(converter=frozen)

    @functools.cached_property
    def perceptions(self) -> tuple[str, ...]:
        """The ids of the fact types that each party answers for itself."""
        return tuple(fact.id for fact in self.facts.values() if fact.is_perception)

    def read_answers(
        self, facts: Mapping[str, object], place: str = "feiten", reference_date: datetime.date | None = None
    ) -> tuple[dict[str, Answer | dict[str, Answer]], list[Problem]]:
        """Check raw facts and return the known answers, in the order of the vocabulary, and all problems.

        Text from a file (``Text``) may say ja, nee, true, false or onbekend; other values must have
        the right type. Nothing is coerced and nothing is filled in. With a reference date, a day that has been
        cannot lie after it.
        """
        answers: dict[str, Answer | dict[str, Answer]] = {}
        problems: list[Problem] = []
        for name, raw in facts.items():
            if len(problems) >= MOST_PROBLEMS:
                break
            fact = self.facts.get(name)
            if fact is None:
                problems.append(self._unknown_fact(name, place))
                continue
            misread: list[tuple[str, object, _Misread]] = []
            answer = _read_perception(fact, raw, misread) if fact.is_perception else _read_answer(fact, raw)
            if isinstance(answer, datetime.date) and reference_date and fact.is_past and answer > reference_date:
                answer = _ahead(raw, reference_date)
            if isinstance(answer, _Misread):
                misread.append(("", raw, answer))
            elif answer is not None:
                answers[fact.id] = answer
            problems += [
                wrong.problem(f"{place}.{shortened(name)}{where}", part, name) for where, part, wrong in misread
            ]
        return {name: answers[name] for name in sorted(answers, key=self._places.__getitem__)}, problems

    @functools.cached_property
    def _places(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self.facts)}

    def _unknown_fact(self, name: object, place: str) -> Problem:
        is_average = name in self.averages
        return Problem(
            "FEIT01",
            f"{quoted(name)} wordt berekend en kan niet worden ingevuld"
            if is_average
            else f"onbekend feit {quoted(name)}",
            location=name.at if isinstance(name, Text) else None,
            place=f"{place}.{shortened(name)}",
            expected="een feit uit de regelset",
            hint="" if is_average else nearest(shortened(name), self.facts),
        )


@attrs.frozen
class _Misread:
    """Why an answer does not fit."""

    code: str
    message: str
    expected: str
    hint: str = ""

    def problem(self, place: str, raw: object, fact: object) -> Problem:
        """Point at the value, or else at the name of its fact."""
        at = location_of(raw) or location_of(fact)
        return Problem(self.code, self.message, at, place, self.expected, self.hint)


def _ahead(raw: object, reference_date: datetime.date) -> _Misread:
    message = f"{quoted(str(raw))} ligt na de peildatum {reference_date.isoformat()}, en dit moet al geweest zijn"
    expected = "een dag tot en met de peildatum; is het nog een plan, laat het dan weg (of kies een latere peildatum)"
    return _Misread("FEIT08", message, expected)


def _read_perception(
    fact: FactType, raw: object, misread: list[tuple[str, object, _Misread]]
) -> dict[str, Answer] | _Misread | None:
    """Return the answers of the parties; of those that do not fit, add where, the value and why to ``misread``."""
    if _is_unknown(raw):
        return None
    expected = f"een antwoord per partij: {', '.join(f'{party}: …' for party in PARTIES)}"
    if not isinstance(raw, Mapping):
        message = f"{quoted(raw)} is één antwoord, maar elke partij antwoordt hier zelf"
        return _Misread("FEIT05", message, expected)
    answers: dict[str, Answer] = {}
    for party, part in raw.items():
        if len(misread) >= MOST_PROBLEMS:
            break
        if not is_party(party):
            message = f"onbekende partij {quoted(party)}"
            misread.append(("", party, _Misread("FEIT06", message, expected, nearest(shortened(party), PARTIES))))
            continue
        read = _read_answer(fact, part)
        if isinstance(read, _Misread):
            misread.append((f".{party}", part, read))
        elif read is not None:
            answers[str.__str__(party)] = read
    return {party: answers[party] for party in PARTIES if party in answers} or None


def _is_unknown(raw: object) -> bool:
    return raw is None or (isinstance(raw, str) and raw in ("", UNKNOWN))


def _read_answer(fact: FactType, raw: object) -> Answer | _Misread | None:
    """Return the answer, None where it is unknown, or why it does not fit."""
    if _is_unknown(raw):
        return None
    value = _from_text(fact, raw) if isinstance(raw, Text) else raw
    kind = fact.kind
    if kind in (Kind.COUNT, Kind.SCALE):
        if isinstance(value, int) and not isinstance(value, bool):
            low, high = fact.range
            if low <= value <= high:
                return int(value)
            return _Misread("FEIT03", f"{quoted(value)} valt buiten de grenzen", expected_of(fact))
    elif kind is Kind.YES_NO:
        if isinstance(value, bool):
            return value
    elif kind is Kind.CHOICE:
        if isinstance(value, str):
            if value in fact.options:
                return str.__str__(value)  # the text itself, also of an Enum
            message = f"onbekende keuze {quoted(value)}"
            return _Misread("FEIT04", message, expected_of(fact), nearest(value, fact.options))
    elif (
        date := NEVER if fact.may_be_never and isinstance(value, str) and value == NEVER else read_date(value)
    ) is not None:
        return date
    return _Misread("FEIT02", f"{quoted(raw)} past niet bij dit feit", expected_of(fact), _meant(fact, raw))


_YES_NO = {"ja": True, "nee": False, "true": True, "false": False}
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,20}")


def _from_text(fact: FactType, text: Text) -> object:
    """Read the text of a file as its fact type asks; what does not fit stays text."""
    if fact.kind is Kind.YES_NO:
        return _YES_NO.get(text, str(text))
    if fact.kind in (Kind.COUNT, Kind.SCALE) and _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    return str(text)


def expected_of(fact: FactType) -> str:
    """Say in Dutch which answers a fact type takes."""
    match fact.kind:
        case Kind.YES_NO:
            return "ja, nee of onbekend (in JSON en Python: true of false)"
        case Kind.CHOICE:
            return listed([*fact.options, UNKNOWN])
        case Kind.DATE:
            return "een datum zoals 2026-03-01" + f" of {NEVER}" * fact.may_be_never
        case Kind.SCALE:
            return f"een heel getal van {SCALE[0]} tot en met {SCALE[1]}"
        case Kind.COUNT:
            most = "" if fact.maximum == GREATEST_COUNT else f" tot en met {fact.maximum}"
            return "een heel getal van 0" + (most or " of hoger")


_MEANT = {"yes": "ja", "no": "nee", "j": "ja", "n": "nee", "y": "ja"}


def _meant(fact: FactType, raw: object) -> str:
    if fact.kind is not Kind.YES_NO or not isinstance(raw, str):
        return ""
    meant = _MEANT.get(raw.lower(), nearest(raw, _YES_NO))
    if isinstance(raw, Text):
        return meant
    return {"ja": "true", "nee": "false"}.get(meant, meant)
