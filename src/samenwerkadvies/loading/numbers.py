"""Numbers with decimals as rule files have them."""

from __future__ import annotations

import re
from decimal import Decimal

from samenwerkadvies.amounts import NUMBER_WORDS
from samenwerkadvies.errors import Problem, Text, quoted, sign_problem
from samenwerkadvies.thresholds import Number


def read_number(written: Text) -> Number | Problem:
    """Return a number as people write it: whole, or with a decimal comma or point."""
    if re.fullmatch(r"[0-9]{1,15}", written):
        return int(written)
    if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", written):
        return Problem(
            code="VORM03",
            message="een punt in een getal kan hier twee dingen betekenen",
            expected="een getal zonder punten",
            hint=f"{written.replace('.', '')}, of {written.replace('.', ',')}",
        )
    if re.fullmatch(r"[0-9]{1,15}[.,][0-9]{1,6}", written):
        value = Decimal(written.replace(",", ".")).normalize()
        return value if value % 1 else int(value)
    meant = NUMBER_WORDS.get(written, "")
    return sign_problem(written) or Problem(
        code="VORM03",
        message=f"{quoted(str(written))} is geen getal",
        expected="een getal, zoals 18 of 1,5",
        hint=str(meant),
    )
