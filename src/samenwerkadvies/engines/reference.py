"""The reference engine: computes the core of every rule, without any other library.

Every other engine must agree with it. True, False, or None for unknown.
"""

from __future__ import annotations

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
