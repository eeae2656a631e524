"""Numbers as people write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from samenwerkadvies.wording.words import words_in


def number_in(language: str, value: str | int | Decimal | Fraction, decimals: int = 1) -> str:
    """Return a number as people write it; what is not exact is rounded to so many decimals.

    >>> number_in("nl", 10_000), number_in("en", Decimal("1.50"))
    ('10.000', '1.5')
    """
    phrases = words_in(language).phrases
    if isinstance(value, int):
        return f"{value:,}".replace(",", phrases["group mark"])
    exact = Decimal(value) if not isinstance(value, Fraction) else _rounded(value, decimals)
    whole, _, part = f"{exact:,f}".partition(".")
    part = part.rstrip("0")
    text = whole.replace(",", phrases["group mark"])
    return f"{text}{phrases['decimal mark']}{part}" if part else text


def _rounded(value: Fraction, decimals: int) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
