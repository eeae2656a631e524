"""Which way a fact gets better, as a rule file says it: only that way there is a way out."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerkadvies.errors import Problem, listed, quoted
from samenwerkadvies.loading.files import FactEntry
from samenwerkadvies.vocabulary import Kind

_BETTER = {
    Kind.YES_NO: ("ja", "nee"),
    Kind.COUNT: ("meer", "minder"),
    Kind.SCALE: ("meer", "minder"),
    Kind.DATE: ("later", "eerder"),
}


def better_of(entry: FactEntry) -> tuple[str, ...]:
    """Return which way a fact gets better: one word, or the options of a choice from worst to best.

    A score is better when it is higher, unless it says otherwise; of other facts nobody knows.
    """
    if entry.beter is None:
        return ("meer",) if entry.soort is Kind.SCALE else ()
    return tuple(part.strip() for part in entry.beter.split("<"))


def better_problems(entry: FactEntry) -> Iterator[Problem]:
    """Yield what is wrong with the way in which a fact gets better."""
    better = better_of(entry)
    if entry.soort is Kind.CHOICE:
        options = [str(option) for option in entry.opties or ()]
        fits = len(better) != 1 and len(set(better)) == len(better) and set(better) <= set(options)
        expected = f"opties van slecht naar goed, zoals: {' < '.join(options)}"
    else:
        fits = not better or (len(better) == 1 and better[0] in _BETTER[entry.soort])
        expected = listed(list(_BETTER[entry.soort]))
    if entry.beter and not fits:
        yield Problem("VORM04", f"{quoted(entry.beter)} zegt hier niet wat beter is", entry.beter.at, expected=expected)
