"""Prove that two rules are the same: that they come out alike for every partnership."""

from __future__ import annotations

import datetime

import attrs

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
    before, after = ruleset.cores[rule.id], elaborated(changed.expression, ruleset.vocabulary)
    diagrams = Diagrams(ruleset, after)
    cases = [diagrams.situation(Partnership(day)) for day in _DAYS]
    try:
        return all(diagrams.of(before, case) is diagrams.of(after, case) for case in cases)
    except TooLargeError:
        return False
