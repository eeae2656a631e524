"""Dates as people write them: the shapes and the words, and the one reader of them.

The shapes are data, because tables read dates by them as well (``frames/cells.py``), where no Python may run.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from samenwerkadvies.bilingual import both, either
from samenwerkadvies.errors import Problem, nearest, quoted

EARLIEST, LATEST = datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)
"""No partnership has anything to do with days outside of these."""
BOUNDS = both("{} tot en met {}", "{} to {}", str(EARLIEST.year), str(LATEST.year))

DATE_LIKE = both("een datum zoals 2026-03-01", "a date such as 2026-03-01")

_LONG = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORT = (
    *("jan", "feb", "mrt maa mar", "apr", "mei", "jun", "jul", "aug", "sep sept", "okt oct", "nov", "dec"),
    *("", "febr"),
)
MONTH_NUMBERS: Mapping[str, int] = {
    **{name: place % 12 + 1 for place, name in enumerate(_LONG)},
    **{word: place % 12 + 1 for place, words in enumerate(_SHORT) for word in words.split()},
    **{f"{number:0{width}}": number for number in range(1, 13) for width in (1, 2)},
}
"""Every way to write a month, in any language: no word means two of them."""

BLANK = " \t\r\n\u00a0"
"""What may stand around a text and between its words."""
MIDNIGHT = "[ t]00:00(:00([.]0+)?)?$"
"""How a spreadsheet or a database ends a day that it took for a moment."""
APART = "[-./, ]+"
"""What stands between the parts of a date."""

_D, _Y = "[0-9]{1,2}", "[0-9]{4}"
_WORD = f"({'|'.join(word for word in MONTH_NUMBERS if word.isalpha())})[.]?"
_NAMED = f"( {_WORD} |-{_WORD}-)"
SHAPES: Mapping[str, str] = {
    "ymd": f"^{_Y}(-{_D}-|/{_D}/|[.]{_D}[.]){_D}$",
    "dmy": f"^{_D}( ?- ?{_D} ?- ?| ?/ ?{_D} ?/ ?|[.] ?{_D}[.] ?|{_NAMED}){_Y}$",
    "mdy": f"^({_D} ?/ ?{_D} ?/ ?|{_WORD} {_D},? ){_Y}$",
}
"""The order of day, month and year, with the texts in ``plain`` form that may have it.

With slashes some write the day first, others the month; with dashes and points it is the day.
"""
_SHORT_YEARS = {order: re.compile(shape.replace(_Y, "'?[0-9]{2}")) for order, shape in SHAPES.items()}
_SHAPES = {order: re.compile(shape) for order, shape in SHAPES.items()}
_ISO = re.compile(f"{_Y}-[0-9]{{2}}-[0-9]{{2}}")
_LONGEST = 40


def plain(text: str) -> str:
    """Return a text in the form in which words are compared: no capitals, and one space between words."""
    return " ".join(re.split(f"[{BLANK}]+", text.strip(BLANK))).lower()


def read_date(value: object) -> datetime.date | None:
    """Return a date, or an ISO text as a date; None for anything else (a moment in time is no date)."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if isinstance(value, str) and _ISO.fullmatch(value):
        return next(_days("ymd", value), None)
    return None


def days_meant(text: str) -> tuple[datetime.date, ...]:
    """Return every day that a text can mean: none when it is no date, and more than one when it is not clear.

    >>> days_meant("1 maart 2026")
    (datetime.date(2026, 3, 1),)
    >>> [day.isoformat() for day in days_meant("3/4/2026")]
    ['2026-04-03', '2026-03-04']
    """
    if len(text) > _LONGEST:
        return ()
    words = re.sub(MIDNIGHT, "", plain(text))
    found = [day for order, shape in _SHAPES.items() if shape.fullmatch(words) for day in _days(order, words)]
    if not found:
        found = [
            day
            for century in (2000, 1900)
            for order in ("dmy", "mdy", "ymd")
            if _SHORT_YEARS[order].fullmatch(words)
            for day in _days(order, words, century)
        ]
    return tuple(dict.fromkeys(found))


def read_day(value: object, *, is_written: bool = True) -> datetime.date | Problem:
    """Return a day within the bounds, from a date or a text; only what people write is read as people write it.

    Or why it is none (FEIT02), or why it is out of bounds (FEIT03).
    """
    day = read_date(value)
    text = value if isinstance(value, str) else ""
    if day is None and is_written:
        days = days_meant(text)
        if len(days) > 1:
            return _no_day(both("{} kan twee dagen betekenen", "{} can mean two days", quoted(value)), hint_of(text))
        day = days[0] if days else None
    if day is None:
        return _no_day(both("{} is geen datum", "{} is no date", quoted(value)), hint_of(text))
    if EARLIEST <= day <= LATEST:
        return day
    message = both("{} valt buiten de jaren {}", "{} is outside of the years {}", quoted(value), BOUNDS)
    return Problem(code="FEIT03", message=message, expected=DATE_LIKE)


def _no_day(message: str, hint: str) -> Problem:
    return Problem(code="FEIT02", message=message, expected=DATE_LIKE, hint=hint)


def _days(order: str, words: str, century: int = 0) -> Iterator[datetime.date]:
    """Yield the day that a text means when its parts stand in this order, if there is such a day."""
    part = dict(zip(order, re.split(APART, words.replace("'", "")), strict=True))
    try:
        yield datetime.date(century + int(part["y"]), MONTH_NUMBERS.get(part["m"], 0), int(part["d"]))
    except ValueError:
        return


def hint_of(text: str) -> str:
    """Return what to write for a text that is not read as a date: every day that it can mean, or the month meant."""
    if days := days_meant(text):
        return either([day.isoformat() for day in days[:2]])
    words = plain(text[:_LONGEST])
    known = [word for word in MONTH_NUMBERS if len(word) > len("sept")]
    months = ((word, nearest(word, known)) for word in words.split())
    return next((month for word, month in months if month and days_meant(words.replace(word, month))), "")
