"""Which of several answers in order counts, of people and of organisations, in the rows of a long table."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerkadvies.engines.columns import mapped, nw
from samenwerkadvies.vocabulary import Combination

OF_PARTY = ("__name", "__question")
OF_ONE = ("__name", "__organisation", "__question")
"""Columns that say together whose answers become one: of a party, of a party or one of its organisations."""


def place_of(how: Mapping[str, Combination], number: nw.Expr) -> nw.Expr:
    """Return which of so many answers in order counts for a question, from 1."""
    code = mapped(nw.col("__question"), {name: _CODES[each] for name, each in how.items()}, nw.Int64)
    last = nw.when(code == _LOWEST).then(nw.lit(1, dtype=nw.Int64())).otherwise(number)
    return nw.when(code == _MEDIAN).then((number + 1) // 2).otherwise(last)


_LOWEST, _MEDIAN, _HIGHEST = 0, 1, 2
_CODES = {
    Combination.LOWEST: _LOWEST,
    Combination.ALL: _LOWEST,
    Combination.MEDIAN: _MEDIAN,
    Combination.MOST: _MEDIAN,
    Combination.HIGHEST: _HIGHEST,
    Combination.ANY: _HIGHEST,
}
