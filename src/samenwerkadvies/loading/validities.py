"""Read from which day to which a rule is in force, and what is left of rules outside of those days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from samenwerkadvies.dates import read_day
from samenwerkadvies.errors import InvalidInputError, Problem, Text, quoted
from samenwerkadvies.in_force import holding_always
from samenwerkadvies.loading.entries import ValidityEntry
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.validity import ALWAYS, Validity

_EXPECTED = "'vanaf' of 'tot', of allebei, met een datum zoals 2026-01-01"


def validity_of(key: Text, entry: ValidityEntry | None) -> Validity:
    """Return when a rule is in force.

    Raises:
        InvalidInputError: for what is no day, for none at all, and when it would never be in force.
    """
    if entry is None:
        return ALWAYS
    problems: list[Problem] = []
    found = Validity(_day(entry.vanaf, problems), _day(entry.tot, problems))
    if problems:
        raise InvalidInputError(problems)
    if found == ALWAYS:
        message = f"bij 'geldig' van {quoted(str(key))} staat geen dag"
        raise InvalidInputError([Problem(code="VORM12", message=message, location=key.at, expected=_EXPECTED)])
    if found.since and found.before and found.since >= found.before:
        message = f"zo telt {quoted(str(key))} op geen enkele dag mee"
        expected = "bij 'tot' een latere dag dan bij 'vanaf'; op de dag bij 'tot' telt de regel niet meer mee"
        raise InvalidInputError([Problem(code="VORM12", message=message, expected=expected).at(entry.tot)])
    return found


def _day(written: Text | None, problems: list[Problem]) -> datetime.date | None:
    found = None if written is None else read_day(str(written))
    if not isinstance(found, Problem):
        return found
    problems.append(attrs.evolve(found, code="VORM12").at(written))
    return None


def without_bounds(ruleset: Ruleset) -> Iterator[Problem]:
    """Yield a problem for each rule that always holds while a rule that it uses is not in force."""
    for name, used in holding_always(ruleset):
        rule = ruleset.rules[name]
        message = f"op dagen waarop {quoted(str(used))} niet meetelt, geldt regel {quoted(str(name))} altijd"
        expected = "een andere 'als', of bij deze regel ook 'geldig'"
        yield Problem(code="SET15", message=message, expected=expected).at(rule.written)
