"""The reference engine: computes the core of every rule, without any other library.

Every other engine must agree with it. True, False, or None for unknown.
"""

from __future__ import annotations

import datetime

from samenwerkadvies.known import Known
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import Ruleset


class ReferenceEngine:
    """Computes one rule after the other."""

    name = "reference"

    def __init__(self, ruleset: Ruleset) -> None:
        """Keep the ruleset, with the tests of its rules in layers."""
        self._ruleset = ruleset
        self._tests = [(rule.id, ruleset.tests[rule.id]) for layer in ruleset.strata for rule in layer]

    def decide(self, partnership: Partnership) -> dict[str, bool | None]:
        """Decide every rule for one partnership."""
        known, day = partnership.known, partnership.reference_date
        decided: dict[str, bool | None] = {}
        for name, test in self._tests:
            decided[name] = test(known, day, decided)
        return {name: decided[name] for name in self._ruleset.rules}


class OneByOne(dict[str, bool | None]):
    """How the rules come out by some answers, each decided when it is asked for."""

    def __init__(self, ruleset: Ruleset, known: Known, day: datetime.date) -> None:
        """Begin without any; the answers do not change."""
        super().__init__()
        self._tests, self._known, self._day = ruleset.tests, known, day

    def __missing__(self, rule: str) -> bool | None:
        outcome = self[rule] = self._tests[rule](self._known, self._day, self)
        return outcome
