"""Numbers as people and programs write them: what they say for a count or a score, and what else they can mean.

A count is read in its smallest unit, exactly: nothing is rounded, and no decimal more is taken than is declared.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from samenwerkadvies.bilingual import Said, both
from samenwerkadvies.dates import plain
from samenwerkadvies.facts import GREATEST_COUNT, SCALE, FactType, Kind, number_of

MOST_DECIMALS = 3
"""So many decimals a count can have."""
_FARTHEST = 20
"""Numbers that begin or end further from the point than this are not worked out."""
_ANY_NUMBER = re.compile("-?[0-9]{1,20}")


@functools.cache
def shape_of(decimals: int) -> str:
    """Return what a number looks like as text, also as a spreadsheet ends it.

    Three zeros behind the point of a whole number would be thousands to some and decimals to others.
    """
    if not decimals:
        return "^0*[0-9]{1,16}([.,]00?)?$"
    part = "[0-9]0?" if decimals == 1 else f"[0-9]{{1,{decimals}}}"
    return f"^0*[0-9]{{1,15}}([.,]{part})?$"


def number_in(words: str, fact: FactType) -> int | Decimal | None:
    """Return the number that a text in plain form says, for a fact; None where it says none."""
    if fact.decimals and re.fullmatch(shape_of(fact.decimals), words):
        return Decimal(words.replace(",", "."))
    if re.fullmatch(shape_of(0), words) or _ANY_NUMBER.fullmatch(words):
        return int(re.sub("[.,].*", "", words))
    return None


def units_of(value: object, fact: FactType) -> int | None:
    """Return in its smallest unit what a number says exactly; None for what is no number, or has more decimals."""
    if isinstance(value, int):
        return None if isinstance(value, bool) else value * 10**fact.decimals
    if not fact.decimals or not isinstance(value, float | Decimal):
        return None
    number = Decimal(float.__repr__(value)) if isinstance(value, float) else value
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or not -_FARTHEST < exponent <= len(digits) + exponent < _FARTHEST:
        return None
    units = Fraction(number) * 10**fact.decimals
    return int(units) if units.denominator == 1 else None


def written(number: int | Decimal) -> Said:
    """Return a number with a decimal comma, in English with a point, without needless zeros.

    >>> written(Decimal("1.50")), written(Decimal("2.0")).english
    ('1,5', '2')
    """
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return Said(text.replace(".", ","), text)


def expected_number(fact: FactType) -> Said:
    """Say which numbers a count or a score takes."""
    if fact.kind is Kind.SCALE:
        return both("een heel getal van {} tot en met {}", "a whole number from {} to {}", *map(str, SCALE))
    most = written(number_of(fact, fact.maximum))
    if not fact.decimals:
        if fact.maximum == GREATEST_COUNT:
            return both("een heel getal van 0 of hoger", "a whole number from 0")
        return both("een heel getal van 0 tot en met {}", "a whole number from 0 to {}", most)
    decimals = in_decimals(fact)
    if fact.maximum == GREATEST_COUNT:
        return both("een getal van 0 of hoger, met hoogstens {}", "a number from 0, with at most {}", decimals)
    return both(
        "een getal van 0 tot en met {}, met hoogstens {}", "a number from 0 to {}, with at most {}", most, decimals
    )


def in_decimals(fact: FactType) -> Said:
    """Say how many decimals a count may have."""
    if fact.decimals == 1:
        return Said("1 decimaal", "1 decimal")
    return both("{} decimalen", "{} decimals", str(fact.decimals))


_NUMERALS = (
    *("nul geen", "een één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
)
NUMBER_WORDS = {word: number for number, words in enumerate(_NUMERALS) for word in words.split()}
_BEFORE = "(?:€|eur|euro|ca[.]?|circa|ongeveer|±|~|plm[.]?)?"
_AFTER = "(?:%|procent|x|keer|euro|eur|,-+)?"
_ONE_NUMBER = re.compile(f"{_BEFORE} ?[+]?([0-9](?:[0-9.,' ]*[0-9])?) ?{_AFTER}")
_DUTCH_THOUSANDS = re.compile("([0-9]{1,3}(?:[. '][0-9]{3})+)(?:,0+)?")
_ENGLISH_THOUSANDS = re.compile("([0-9]{1,3}(?:,[0-9]{3})+)[.]0+")
_EITHER = re.compile("([0-9]{1,3}),([0-9]{3})")
_BROKEN = re.compile("([0-9]{1,16})[.,]([0-9]+)")


def numbers_meant(words: str, fact: FactType) -> Iterator[Said]:
    """Yield the numbers that words which do not fit can mean, as they are to be written."""
    low, high = (number_of(fact, end) for end in fact.range)
    yield from (written(number) for number in _numbers_meant(words, fact) if low <= number <= high)


def _numbers_meant(words: str, fact: FactType) -> Iterator[int | Decimal]:
    """Yield one number for a number in another form, and two beside one with too many decimals."""
    if words in NUMBER_WORDS:
        yield NUMBER_WORDS[words]
    for unit in {plain(texts.unit) for texts in fact.texts.values() if texts.unit}:
        words = words.removesuffix(f" {unit}")
    found = _ONE_NUMBER.fullmatch(words)
    number = found[1] if found else ""
    if fact.decimals and re.fullmatch(shape_of(fact.decimals), number):
        yield Decimal(number.replace(",", "."))
    elif thousands := _DUTCH_THOUSANDS.fullmatch(number) or _ENGLISH_THOUSANDS.fullmatch(number):
        yield int(re.sub("[^0-9]", "", thousands[1]))
    elif either := _EITHER.fullmatch(number):
        yield from (int(either[1]), int(either[1] + either[2]))
    elif broken := _BROKEN.fullmatch(number):
        step, exact = Decimal(1).scaleb(-fact.decimals), Decimal(f"{broken[1]}.{broken[2][:_FARTHEST]}")
        yield exact.quantize(step, ROUND_FLOOR)
        yield exact.quantize(step, ROUND_CEILING)
    elif number.isdecimal():
        yield int(number)
