"""Prove that two rules are the same: that they come out alike for every partnership."""

from __future__ import annotations

import datetime

import attrs

from samenwerkadvies.in_force import left_of, periods
from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError
from samenwerkadvies.meaning.elaborate import elaborated
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import Rule, Ruleset

_DAYS = tuple(map(datetime.date.fromisoformat, ("2026-01-31", "2026-02-28", "2024-02-29", "2026-03-15", "2026-04-30")))
"""Reference dates: within a month and at its end, where months are clamped."""


def is_equivalent(rule: Rule, changed: Rule, ruleset: Ruleset) -> bool:
    """Say whether it is proved that a changed rule comes out the same for every partnership.

    False where it differs, and where the rule depends on too many answers at once to be worked out.
    """
    if attrs.evolve(changed, expression=rule.expression) != rule:
        return False
    times = periods(ruleset)
    return all(_is_alike(rule, changed, now) for time, now in times if rule.validity.includes(time.first))


def _is_alike(rule: Rule, changed: Rule, now: Ruleset) -> bool:
    """Say the same for a time in which some rules are in force."""
    out = now.whole.rules.keys() - now.rules.keys()
    trees = [left_of(each.expression, out) for each in (rule, changed)]
    if any(isinstance(tree, bool) for tree in trees):
        return trees[0] is trees[1]
    before, after = (elaborated(tree, now.vocabulary) for tree in trees if not isinstance(tree, bool))
    diagrams = Diagrams(now, before, after)
    cases = [diagrams.situation(Partnership(day)) for day in _DAYS]
    try:
        return all(diagrams.of(before, case) is diagrams.of(after, case) for case in cases)
    except TooLargeError:
        return False
