"""Which way a fact gets better, as a rule file says it: only that way there is a way out; and where there is none."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import Problem, Text, quoted
from samenwerkadvies.in_force import without_end
from samenwerkadvies.inquiry.lasting import lasting
from samenwerkadvies.loading.entries import FactEntry
from samenwerkadvies.meaning.core import slots_of
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.vocabulary import Kind

_BETTER = {
    Kind.YES_NO: ("ja", "nee"),
    Kind.COUNT: ("meer", "minder"),
    Kind.SCALE: ("meer", "minder"),
    Kind.CHOICES: ("meer", "minder"),
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
        expected = any_of(list(_BETTER[entry.soort]))
    if entry.beter and not fits:
        yield Problem(
            code="VORM04",
            message=f"{quoted(entry.beter)} zegt hier niet wat beter is",
            location=entry.beter.at,
            expected=expected,
        )


def without_way_out(ruleset: Ruleset) -> Iterator[Problem]:
    """Yield a warning for each rule of which the reader would not know how to get out, nor why that cannot be."""
    for name in lasting(without_end(ruleset)):
        rule = ruleset.rules[name]
        if not rule.texts[DUTCH].no_way_out and isinstance(rule.id, Text):
            message = f"als {quoted(name)} geldt, is er misschien niets waardoor dat overgaat"
            asked = dict.fromkeys(map(ruleset.vocabulary.questions.__getitem__, slots_of(ruleset.cores[name])))
            facts = (ruleset.vocabulary.facts[fact] for fact, _ in asked)
            unsaid = dict.fromkeys(quoted(fact.id) for fact in facts if not fact.better and not fact.is_fixed)
            expected = "bij deze regel 'geen_uitweg', met de reden waarom het zo blijft"
            if unsaid:
                expected = (
                    f"bij {any_of([*unsaid])} wat 'beter' is; of, als mensen dat niet kunnen veranderen, {expected}"
                )
            yield Problem(code="LET04", message=message, location=rule.id.at, expected=expected)
