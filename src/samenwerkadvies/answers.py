"""Answers as people write them: what a text may say for each kind of fact, and what to write instead.

Every door reads by this one meaning. Tables read by the same words and shapes (``frames/cells.py``), where no Python
may run; in Python and JSON nothing is read as anything else than what it is.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator, Mapping

from samenwerkadvies.amounts import expected_number, number_in, numbers_meant, units_of
from samenwerkadvies.bilingual import both, either, english_of
from samenwerkadvies.dates import DATE_LIKE, hint_of, plain, read_day
from samenwerkadvies.errors import MOST_PROBLEMS, Location, Problem, Text, nearest, quoted, shortened
from samenwerkadvies.facts import NEVER, UNKNOWN, Answer, Chosen, FactType, Kind, number_of

UNKNOWN_WORDS = (
    "n.v.t.",
    "nvt",
    "n/a",
    "-",
    "--",
    "?",
    "??",
    "weet niet",
    "weet ik niet",
    "geen idee",
    "geen antwoord",
)
"""What people write where they do not know; offered as ``UNKNOWN``, and never taken for it unasked."""
YES_NO: Mapping[str, bool] = {
    **dict.fromkeys(("ja", "true", "waar"), True),
    **dict.fromkeys(("nee", "false", "onwaar"), False),
}
"""What says yes and no, in plain form: in Dutch, as programs write it, and as spreadsheets do."""
SEPARATOR = ";"
"""Between options that are chosen together, where they stand in one text."""
NONE_CHOSEN = "geen"
"""What says in a text that no option is chosen, as an empty text says that it is not known."""
_LONGEST = 100
"""Longer texts are no answers: nothing is looked for in them."""


def says_unknown(raw: object) -> bool:
    """Say whether a value is the word for what is not known; in a text of people with or without capitals."""
    return isinstance(raw, str) and (plain(raw) if isinstance(raw, Text) else raw) == UNKNOWN


Misread = tuple[str, object, Problem]
"""Where in an answer something does not fit, what stands there, and why."""


def read_perception(
    fact: FactType, raw: object, misread: list[Misread], _: datetime.date | None = None
) -> dict[str, Answer] | None:
    """Return the answers of the parties; those that do not fit are added to ``misread``. There are no days of each."""
    if is_unknown(raw):
        return None
    parties = [party for party in fact.parties if party is not None]
    shape = ", ".join(f"{party}: …" for party in parties)
    expected = both("een antwoord per partij: {}", "an answer for each party: {}", shape)
    if not isinstance(raw, Mapping):
        message = both(
            "{} is één antwoord, maar elke partij antwoordt hier zelf",
            "{} is one answer, but here each party answers for itself",
            quoted(raw),
        )
        misread.append(("", raw, Problem(code="FEIT05", message=message, expected=expected)))
        return None
    answers: dict[str, Answer] = {}
    for party, part in raw.items():
        if len(misread) >= MOST_PROBLEMS:
            break
        if not (isinstance(party, str) and party in parties):
            message = both("onbekende partij {}", "unknown party {}", quoted(party))
            misread.append(
                (
                    "",
                    party,
                    Problem(code="FEIT06", message=message, expected=expected, hint=nearest(shortened(party), parties)),
                )
            )
            continue
        wrong: list[Misread] = []
        if problem := _of_organisations(part):
            wrong.append(("", part, problem))
        elif (read := read_one(fact, part, wrong)) is not None:
            answers[str.__str__(party)] = read
        misread += [(f".{party}{where}", what, why) for where, what, why in wrong]
    return {party: answers[party] for party in parties if party in answers} or None


def _of_organisations(raw: object) -> Problem | None:
    """Return what is wrong with answers of several organisations, where none of them is named in the case."""
    if not isinstance(raw, Mapping):
        return None
    message = both(
        "hier staan antwoorden van meer organisaties, maar niet wie er meedoen",
        "here are answers of several organisations, but not which of them take part",
    )
    expected = both(
        "één antwoord; of, bij een partij met 'meermaals: ja', in de casus ook 'organisaties' met hun namen",
        "one answer; or, of a party with 'meermaals: ja', in the case also 'organisaties' with their names",
    )
    return Problem(code="FEIT10", message=message, expected=expected)


def is_unknown(raw: object) -> bool:
    """Say whether nothing is known: nothing stands there, or the word for it."""
    return raw is None or (isinstance(raw, str) and raw == "") or says_unknown(raw)


def read_one(
    fact: FactType, raw: object, misread: list[Misread], reference_date: datetime.date | None = None
) -> Answer | None:
    """Return one answer, None where it is unknown; what does not fit is added to ``misread``."""
    if fact.kind is Kind.CHOICES and not is_unknown(raw):
        return _read_chosen(fact, raw, misread)
    read = read_answer(fact, raw, reference_date)
    if isinstance(read, Problem):
        misread.append(("", raw, read))
        return None
    return read


def _read_chosen(fact: FactType, raw: object, misread: list[Misread]) -> Chosen | None:
    """Return the options of a list, or of a text with a semicolon between them; none is an answer as well."""
    if fact.asked_of and (of_organisations := _of_organisations(raw)):
        misread.append(("", raw, of_organisations))
        return None
    listed: list[object] = []
    raw = raw.options if isinstance(raw, Chosen) else raw
    says_none = isinstance(raw, Text) and plain(raw) == NONE_CHOSEN and NONE_CHOSEN not in fact.words
    if isinstance(raw, list | tuple):
        listed += raw
    elif isinstance(raw, Text):
        listed += [Text(part.strip(), raw.at) for part in raw.split(SEPARATOR) if part.strip() and not says_none]
    if not (listed or says_none or isinstance(raw, list | tuple)):
        misread.append(("", raw, _unfit(fact, raw)))
        return None
    found: set[str] = set()
    for number, each in enumerate(listed, start=1):
        value = _from_text(fact, plain(each)) if isinstance(each, Text) else each
        where = f".{number}" if isinstance(raw, list | tuple) else ""
        if len(misread) >= MOST_PROBLEMS:
            break
        if not (isinstance(each, str) and isinstance(value, str)):
            misread.append((where, each, _unfit(fact, each)))
        elif value not in fact.options:
            misread.append((where, each, _unknown_option(fact, each)))
        elif value in found:
            message = both("{} staat hier twee keer", "{} stands here twice", quoted(each))
            expected = both("elke keuze één keer", "each option once")
            misread.append((where, each, Problem(code="FEIT11", message=message, expected=expected)))
        else:
            found.add(str.__str__(value))
    chosen = tuple(option for option in fact.options if option in found)
    return None if misread else Chosen(chosen, fact.options)


def read_answer(fact: FactType, raw: object, reference_date: datetime.date | None = None) -> Answer | Problem | None:
    """Return the answer, None where it is unknown, or why (the first reason) it does not fit."""
    if is_unknown(raw):
        return None
    if fact.kind is Kind.CHOICES:
        misread: list[Misread] = []
        chosen = _read_chosen(fact, raw, misread)
        return misread[0][2] if misread else chosen
    if fact.asked_of and (of_organisations := _of_organisations(raw)):
        return of_organisations
    value = _from_text(fact, plain(raw)) if isinstance(raw, Text) else raw
    match fact.kind:
        case Kind.YES_NO if isinstance(value, bool):
            return value
        case Kind.COUNT | Kind.SCALE if (units := units_of(value, fact)) is not None:
            low, high = fact.range
            if low <= units <= high:
                return number_of(fact, units)
            message = both("{} valt buiten de grenzen", "{} is out of bounds", quoted(raw))
            return Problem(code="FEIT03", message=message, expected=expected_of(fact))
        case Kind.CHOICE if isinstance(raw, str) and isinstance(value, str):
            return str.__str__(value) if value in fact.options else _unknown_option(fact, raw)
        case Kind.DATE:
            is_never = fact.may_be_never and isinstance(value, str) and value == NEVER
            return NEVER if is_never else _day(fact, raw, reference_date)
        case _:
            return _unfit(fact, raw)


def _from_text(fact: FactType, words: str) -> object:
    """Return what a text in plain form says, as its fact asks; what does not fit stays text."""
    match fact.kind:
        case Kind.YES_NO:
            return YES_NO.get(words, words)
        case Kind.COUNT | Kind.SCALE:
            number = number_in(words, fact)
            return words if number is None else number
        case Kind.CHOICE | Kind.CHOICES:
            meant = fact.words.get(words, ())
            return words if meant[1:] else "".join(meant) or words
        case _:
            return words


def _unknown_option(fact: FactType, raw: str) -> Problem:
    words = plain(raw)
    meant = fact.words.get(words) or fact.words.get(nearest(shortened(words), fact.words), ())
    message = both("onbekende keuze {}", "unknown option {}", quoted(raw))
    if words in fact.words and meant[1:]:
        message = both("{} kan twee keuzes betekenen", "{} can mean two options", quoted(raw))
    return _unfit(fact, raw, message, "FEIT04", either(meant))


def _day(fact: FactType, raw: object, reference_date: datetime.date | None) -> datetime.date | Problem:
    day = read_day(raw, is_written=isinstance(raw, Text))
    if isinstance(day, Problem):
        return _unfit(fact, raw, day.message, day.code, day.hint)
    if fact.is_past and reference_date and day > reference_date:
        message = both(
            "{} ligt na de peildatum {}, en dit moet al geweest zijn",
            "{} lies after the reference date {}, and this must have been already",
            *(day.isoformat(), reference_date.isoformat()),
        )
        expected = both(
            "een dag tot en met de peildatum; is het nog een plan, laat het dan weg (of kies een latere peildatum)",
            "a day up to the reference date; if it is a plan, leave it out (or choose a later reference date)",
        )
        return Problem(code="FEIT08", message=message, expected=expected)
    return day


def _unfit(fact: FactType, raw: object, message: str = "", code: str = "FEIT02", hint: str = "") -> Problem:
    """Return why an answer does not fit, with what to write where that can be told."""
    message = message or both("{} past niet bij dit feit", "{} does not fit this fact", quoted(raw))
    text = raw if isinstance(raw, str) and len(raw) <= _LONGEST else ""
    words = plain(unicodedata.normalize("NFKC", text))
    if words in UNKNOWN_WORDS:
        way_out = both(
            "{}; weet je het niet: {}, of laat de regel weg",
            "{}; if it is not known: {}, or leave it out",
            *(expected_of(fact), UNKNOWN),
        )
        return Problem(code=code, message=message, expected=way_out, hint=UNKNOWN)
    if not hint:
        hint = either(list(dict.fromkeys(_meant(fact, words))))
    if hint and not isinstance(raw, Text) and fact.kind in _NOT_QUOTED:
        bare = _NOT_QUOTED[fact.kind].get(hint, english_of(hint))
        hint = both("{} (zonder aanhalingstekens)", "{} (without quotes)", bare)
    return Problem(code=code, message=message, expected=expected_of(fact), hint=hint)


def expected_of(fact: FactType) -> str:
    """Say which answers a fact type takes, in Dutch (and in English, as ``Said``)."""
    match fact.kind:
        case Kind.YES_NO:
            return both(
                "ja, nee of onbekend (in JSON en Python: true of false)",
                "ja, nee or onbekend (in JSON and Python: true or false)",
            )
        case Kind.CHOICE:
            return either([*fact.options, UNKNOWN])
        case Kind.CHOICES:
            return both(
                "een lijst met keuzes uit {} ([]: geen van deze)",
                "a list with options of {} ([]: none of these)",
                ", ".join(fact.options),
            )
        case Kind.DATE:
            return both("{} of {}", "{} or {}", DATE_LIKE, NEVER) if fact.may_be_never else DATE_LIKE
        case Kind.COUNT | Kind.SCALE:
            return expected_number(fact)


def what_to_write(fact: FactType, text: str) -> str:
    """Return what to write instead of a text that does not fit; empty where that cannot be told."""
    read = read_answer(fact, Text(text, Location("", 1, 1)))
    return read.hint if isinstance(read, Problem) else ""


_NUMBER: Mapping[str, str] = {}
_NOT_QUOTED = {Kind.YES_NO: {"ja": "true", "nee": "false"}, Kind.COUNT: _NUMBER, Kind.SCALE: _NUMBER}
"""How an answer is written in Python and JSON, where it is no text."""
_SAID: Mapping[str, str] = {
    **dict.fromkeys(("yes", "j", "y", "jawel", "zeker", "klopt"), "ja"),
    **dict.fromkeys(("no", "n", "neen", "nog niet", "geen"), "nee"),
}
_NOT_YET = ("nog niet", "nog nooit", "nooit", "never", "geen")


def _meant(fact: FactType, words: str) -> Iterator[str]:
    """Yield what words that do not fit can mean, as it is to be written."""
    match fact.kind:
        case Kind.YES_NO if words:
            yield _SAID.get(words) or nearest(words, YES_NO)
        case Kind.COUNT | Kind.SCALE:
            yield from numbers_meant(words, fact)
        case Kind.DATE if fact.may_be_never and words in _NOT_YET:
            yield NEVER
        case Kind.DATE if day := hint_of(words):
            yield day
        case _:
            return
