"""How a rule file says what becomes of the answers of several people of one party, and of several organisations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import Problem, Text, quoted
from samenwerkadvies.loading.better import better_of
from samenwerkadvies.loading.entries import FactEntry
from samenwerkadvies.vocabulary import EACH, Combination, Kind, Party

_IN_ORDER = (Combination.MEDIAN, Combination.LOWEST, Combination.HIGHEST)
COMBINATIONS = {
    **dict.fromkeys(Kind, _IN_ORDER),
    Kind.YES_NO: (Combination.ANY, Combination.ALL),
    Kind.CHOICES: (Combination.MOST, Combination.ANY, Combination.ALL),
}
"""How answers can be combined, per kind; the first unless a fact type says otherwise."""
DIVIDED_FROM = {Kind.SCALE: 3}
"""How far apart is far, per kind, unless a fact type says otherwise; for other kinds only when it does."""


def respondent_problems(entry: FactEntry, key: Text, parties: Mapping[str, Party]) -> Iterator[Problem]:
    """Yield what is wrong with how the answers of several respondents or organisations are put together."""
    is_of_several = entry.wie in parties and parties[entry.wie].is_several
    if entry.wie != EACH:
        for name in ("samenvoegen", "verdeeld_vanaf"):
            if getattr(entry, name) is not None and not (is_of_several and name == "samenvoegen"):
                message = f"{quoted(name)} past alleen bij 'wie: ieder'"
                yield Problem(
                    code="VORM01",
                    message=message,
                    location=key.at,
                    expected=f"een feit zonder '{name}', of 'wie: ieder'",
                )
        if not is_of_several:
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


def between(entry: FactEntry, party: Party) -> Combination:
    """Return how the answers of several organisations of a party become one.

    What the fact type says itself goes before what the party says. Where the worst counts, and nobody said what is
    better, they become one as answers of people do.
    """
    if entry.samenvoegen is not None:
        return entry.samenvoegen
    if party.combination is not None:
        return party.combination
    better = better_of(entry)
    options = tuple(map(str, entry.opties or ()))
    if better in (("ja",), ("meer",), ("later",)) or (options and better == options):
        return Combination.LOWEST
    if better in (("nee",), ("minder",), ("eerder",)) or (options and better == options[::-1]):
        return Combination.HIGHEST
    return COMBINATIONS[entry.soort][0]
