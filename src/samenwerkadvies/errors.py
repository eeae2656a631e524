"""What can be wrong with input from people, and how it is told: problems with a place and a way out."""

from __future__ import annotations

import contextlib
import datetime
import difflib
import itertools
import reprlib
from collections.abc import Iterable, Iterator
from typing import Any, Self

import attrs
import msgspec

from samenwerkadvies.bilingual import Said, both, english_of
from samenwerkadvies.signs import odd_sign

DUTCH, ENGLISH = "nl", "en"
"""What is wrong is told in Dutch, and to who uses an adviser in another language in English."""


class SamenwerkadviesError(Exception):
    """The root of every exception that this library raises on purpose."""


class UsageError(SamenwerkadviesError, ValueError):
    """A call of the library that cannot be right, such as an unknown engine or language."""


class MissingDependencyError(SamenwerkadviesError, ImportError):
    """A library that is needed for this call is not installed or cannot be loaded."""


class Location(msgspec.Struct, frozen=True, gc=False):
    """A place in a file: ``line`` and ``column`` count from 1, ``width`` is what the caret underlines."""

    file: str
    line: int
    column: int
    source: str = ""
    width: int = 1

    def __repr__(self) -> str:
        """Return which place it is, without the line that stands there."""
        return f"Location({self.file!r}, {self.line}, {self.column}, width={self.width})"

    def __str__(self) -> str:
        """Return ``file:line:column``."""
        return f"{shown_path(self.file)}:{self.line}:{self.column}"


class Text(str):
    """A piece of text from a file, which knows where it stands; equal to the same text from anywhere."""

    __slots__ = ("at", "raw", "raw_at")
    at: Location
    raw: str
    """The source text between its marks: for an expression whose errors point into the file."""
    raw_at: tuple[int, int]
    """Line and column (from 1) of the first character of ``raw``."""

    def __new__(cls, text: str, at: Location, raw: str = "", raw_at: tuple[int, int] = (0, 0)) -> Self:
        """Make a text that remembers its place."""
        made = super().__new__(cls, text)
        made.at, made.raw, made.raw_at = at, raw, raw_at
        return made

    def part(self, span: tuple[int, int]) -> Location:
        """Return the place of a part, counted in characters of ``raw`` (of the whole, where there is no ``raw``)."""
        if not self.raw:
            return self.at
        before = self.raw[: span[0]]
        line, column = before.count("\n"), span[0] - (before.rfind("\n") + 1)
        source = self.at.source if self.raw_at[0] + line == self.at.line else self.raw.split("\n")[line]
        column += self.raw_at[1] if line == 0 else 1
        width = max(1, min(span[1] - span[0], len(source) - column + 1))
        return Location(self.at.file, self.raw_at[0] + line, column, source, width)

    def __getnewargs__(self) -> tuple[str, Location, str, tuple[int, int]]:  # type: ignore[override]
        # str promises a one-tuple here; copying and pickling need the place as well
        """Return what ``__new__`` needs, so that copies and pickles keep the place."""
        return str(self), self.at, self.raw, self.raw_at


def printable(text: str) -> str:
    """Return a text on one line, with a mark for every sign that does not print (an escape, a half character)."""
    return text if text.isprintable() else "".join(letter if letter.isprintable() else "�" for letter in text)


def shown_path(path: object) -> str:
    """Return the path of a file, or another place, as it is shown: printable, and not too long to read."""
    text, half = str(path), _LONGEST_PATH // 2
    return printable(text if len(text) <= _LONGEST_PATH else f"{text[:half]}…{text[-half:]}")


def _shown_text(text: str) -> str:
    if isinstance(text, Said):
        return Said(_shown_text(str(text)), _shown_text(text.english))
    return printable(text) if len(text) <= _LONGEST_MESSAGE else f"{printable(text[:_LONGEST_MESSAGE])}…"


_LONGEST_PATH = 300
_LONGEST_MESSAGE = 1_000


@attrs.frozen(kw_only=True)
class Problem:
    """One thing that is wrong with a file or with facts, told to the person who can mend it.

    It is told in Dutch; what is wrong with facts and cases is known in English too (``in_language``).

    Its texts can be shown anywhere: whatever stood in the input, they are short and printable.
    """

    code: str
    message: str = attrs.field(converter=_shown_text)
    location: Location | None = None
    place: str = attrs.field(default="", converter=shown_path)
    """Where in the input, when there is no file: ``feiten.<feit>.<partij>``."""
    span: tuple[int, int] | None = None
    """Which characters of a text, as long as it is not said where that text stands (``at``)."""
    expected: str = attrs.field(default="", converter=_shown_text)
    hint: str = attrs.field(default="", converter=_shown_text)
    others: int = 0
    """How many other problems this one stands for, that are not told apart; 0: it is a problem itself."""
    language: str = DUTCH
    """In which it is told."""

    def at(self, found: object, place: str = "") -> Problem:
        """Return the problem at the place of what it is about.

        A ``Location`` is that place itself; of a text from a file it is the part with the ``span``, or the whole.
        Anything else stands in no file, and leaves what is known already. A ``place`` says in words where in the input.
        """
        place = place or self.place
        if self.span and isinstance(found, Text):
            return attrs.evolve(self, location=found.part(self.span), place=place, span=None)
        location = found if isinstance(found, Location) else location_of(found)
        return attrs.evolve(self, location=location or self.location, place=place)

    def in_language(self, language: str) -> Problem:
        """Return the problem for who reads a language: in Dutch or, where it is known in that, in English."""
        if language == DUTCH or not isinstance(self.message, Said):
            return self
        message, expected, hint = map(english_of, (self.message, self.expected, self.hint))
        return attrs.evolve(self, message=message, expected=expected, hint=hint, language=ENGLISH)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, every key always there; without a file ``file``, ``line`` and ``column`` are None."""
        at = self.location
        return {
            "code": self.code,
            "message": self.message,
            "place": self.place,
            "file": shown_path(at.file) if at else None,
            "line": at.line if at else None,
            "column": at.column if at else None,
            "expected": self.expected,
            "hint": self.hint,
        }

    def __str__(self) -> str:
        """Return the problem as lines: place, code and message, the source with a caret, the way out."""
        where = str(self.location) if self.location else self.place
        lines = [f"{where}: {self.code} {self.message}" if where else f"{self.code} {self.message}"]
        if self.location and self.location.source:
            number = str(self.location.line)
            before, source = _window(self.location)
            margin = " " * len(number)
            caret = "^" * max(1, min(self.location.width, len(source) - len(before)))
            lines += [f"{margin} |", f"{number} | {source}", f"{margin} | {' ' * len(before)}{caret}"]
        lines += [f"   = {label}: {text}" for label, text in self._ways_out() if text]
        return "\n".join(lines)

    def _ways_out(self) -> Iterable[tuple[str, str]]:
        is_english = self.language == ENGLISH
        yield "expected" if is_english else "verwacht", self.expected
        yield "did you mean" if is_english else "bedoelde je", self.hint

    @property
    def order(self) -> tuple[str, int, int]:
        """Sort by place in the files; problems without one come first, in the order in which they were found."""
        return (self.location.file, self.location.line, self.location.column) if self.location else ("", 0, 0)


_SHOWN_WIDTH = 160


def _window(at: Location) -> tuple[str, str]:
    """Return the text before the caret and the line itself, cut to a width that fits a screen."""
    start = max(0, at.column - 1 - _SHOWN_WIDTH // 2) if len(at.source) > _SHOWN_WIDTH else 0
    shown = at.source[start : start + _SHOWN_WIDTH].rstrip()
    before = at.source[start : at.column - 1]
    return before, "".join(letter if letter.isprintable() else " " for letter in shown)


class InvalidInputError(SamenwerkadviesError, ValueError):
    """Input from people is wrong; ``problems`` holds everything that is wrong with it, in order of place."""

    problems: tuple[Problem, ...]
    count: int
    """How many problems there are, at the least: those that are not told apart too."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Collect the problems in order; equal problems are told once, and of very many the last says how many more."""
        self.problems = tuple(_bounded(list(problems)))
        self.count = sum(problem.others or 1 for problem in self.problems)
        super().__init__(self.problems)

    def in_language(self, language: str) -> Self:
        """Return the error with its problems told in a language."""
        if language == DUTCH:
            return self
        return type(self)(problem.in_language(language) for problem in self.problems)

    def __str__(self) -> str:
        """Return all problems, with an empty line between them."""
        return "\n\n".join(map(str, self.problems))


def _bounded(problems: list[Problem]) -> Iterator[Problem]:
    """Yield the first of many problems, and one that stands for the others."""
    found = dict.fromkeys(problem for problem in problems if not problem.others)
    others = sum(problem.others for problem in problems) + max(0, len(found) - _MOST_TOLD)
    yield from sorted(found, key=lambda problem: problem.order)[:_MOST_TOLD]
    if others:
        plural = both("andere problemen", "others") if others > 1 else both("ander probleem", "other")
        message = both("en nog minstens {} {}", "and at least {} {}", str(others), plural)
        told = Problem(code="MEER", message=message, expected=_FIRST_THESE, others=others)
        yield told.in_language(problems[0].language)


_FIRST_THESE = both("eerst deze problemen opgelost", "these problems mended first")


class InvalidFactsError(InvalidInputError):
    """The facts of a partnership are wrong."""


class InvalidRulesetError(InvalidInputError):
    """Rule files are wrong."""


class InvalidAssessmentError(SamenwerkadviesError, ValueError):
    """JSON is not an assessment; ``reasons`` holds everything that does not fit, each with its path."""

    reasons: tuple[str, ...]

    def __init__(self, reasons: Iterable[str]) -> None:
        """Keep the first reasons, short and printable, and how many more there are."""
        found = [shown_path(reason) for reason in reasons]
        more = len(found) - _MOST_TOLD
        self.reasons = (*found[:_MOST_TOLD], *([f"and {more} more"] if more > 0 else []))
        super().__init__(self.reasons)

    def __str__(self) -> str:
        """Return all reasons on one line."""
        return "not an assessment: " + "; ".join(self.reasons)


def location_of(value: object) -> Location | None:
    """Return where a value from a file stands; None for any other value, whatever it has under that name."""
    at = getattr(value, "at", None)
    return at if isinstance(at, Location) else None


@contextlib.contextmanager
def told_in(language: str) -> Iterator[None]:
    """Tell what is wrong with input in a language."""
    try:
        yield
    except InvalidInputError as error:
        raise error.in_language(language) from None


def sign_problem(text: str) -> Problem | None:
    """Return what is wrong with a name or number that holds an invisible sign, or one that looks like another."""
    sign = odd_sign(text)
    if sign is None:
        return None
    at = None
    if isinstance(text, Text):
        position = text.raw.find(sign.letter)
        at = text.part((position, position + 1))
    return Problem(code="LEES11", message=f"hier staat {sign.name}", location=at, expected=sign.way_out)


_MOST_TOLD = 100
MOST_PROBLEMS = _MOST_TOLD + 1
"""After so many, looking for more helps nobody: one more than are told, so that it is said that there are more."""
_MOST_COMPARED = 300


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that looks most like ``word``; empty when none comes near."""
    similar = (name for name in known if 2 * abs(len(name) - len(word)) <= len(word) + 2)
    lowered = {name.lower(): name for name in itertools.islice(similar, _MOST_COMPARED)}
    found = difflib.get_close_matches(word.lower()[:200], lowered, n=1, cutoff=0.6)
    return lowered[found[0]] if found else ""


def quoted(value: object) -> str:
    """Return a value as it is shown in a message: short, on one line, in quotes."""
    text = shortened(value)
    return text if text == _HUGE else f"'{text}'"


def shortened(value: object) -> str:
    """Return a value as a short text on one line."""
    try:
        text = str.__str__(value) if isinstance(value, str) else _SHORT.repr(value)
    except Exception:  # noqa: BLE001 - whatever is shown here, showing it never fails
        return _HUGE if isinstance(value, int) else f"<{type(value).__name__}>"
    if isinstance(value, int) and len(text) > _LONGEST_NUMBER:
        return _HUGE
    return printable(text[:LONGEST_SHOWN]) + "…" * (len(text) > LONGEST_SHOWN)


class _Short(reprlib.Repr):
    """Values on one line; one that cannot be shown by its type alone, so that equal input gives equal text."""

    def repr_date(self, value: datetime.date, level: int) -> str:  # noqa: ARG002 - as it is called
        return value.isoformat()

    def repr_instance(self, value: object, level: int) -> str:  # noqa: ARG002 - as it is called
        return " ".join(repr(value).split())


_SHORT = _Short()
_HUGE = "een getal met meer dan 20 cijfers"
_LONGEST_NUMBER = 20
LONGEST_SHOWN = 60
"""So much of a value is shown, followed by ``…``."""
