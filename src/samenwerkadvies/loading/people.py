"""How a rule file says what becomes of the answers of several people of one party."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import Problem, Text, quoted
from samenwerkadvies.loading.entries import FactEntry
from samenwerkadvies.vocabulary import EACH, Combination, Kind

_IN_ORDER = (Combination.MEDIAN, Combination.LOWEST, Combination.HIGHEST)
COMBINATIONS = {kind: (Combination.ANY, Combination.ALL) if kind is Kind.YES_NO else _IN_ORDER for kind in Kind}
"""How answers can be combined, per kind; the first unless a fact type says otherwise."""
DIVIDED_FROM = {Kind.SCALE: 3}
"""How far apart is far, per kind, unless a fact type says otherwise; for other kinds only when it does."""


def respondent_problems(entry: FactEntry, key: Text) -> Iterator[Problem]:
    """Yield what is wrong with how the answers of several respondents are put together."""
    if entry.wie != EACH:
        for name in ("samenvoegen", "verdeeld_vanaf"):
            if getattr(entry, name) is not None:
                message = f"{quoted(name)} past alleen bij 'wie: ieder'"
                yield Problem(
                    code="VORM01",
                    message=message,
                    location=key.at,
                    expected=f"een feit zonder '{name}', of 'wie: ieder'",
                )
        return
    fitting = COMBINATIONS[entry.soort]
    if entry.samenvoegen is not None and entry.samenvoegen not in fitting:
        message = f"samenvoegen: {entry.samenvoegen.value} past niet bij soort {quoted(entry.soort.value)}"
        yield Problem(
            code="VORM04", message=message, location=key.at, expected=any_of([each.value for each in fitting])
        )
    if entry.verdeeld_vanaf is not None and (entry.soort not in (Kind.SCALE, Kind.COUNT) or entry.verdeeld_vanaf < 1):
        message = "'verdeeld_vanaf' past hier niet"
        yield Problem(
            code="VORM04", message=message, location=key.at, expected="soort: schaal of aantal, met een getal vanaf 1"
        )
