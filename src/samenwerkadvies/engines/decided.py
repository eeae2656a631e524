"""One partnership whose rules are decided: what everything that explains and thinks along begins with."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerkadvies.grammar.tree import Expression
from samenwerkadvies.meaning.evaluate import evaluate
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import Ruleset

Outcomes = Mapping[str, bool | None]
"""Per rule, in file order: whether it holds; None where missing facts leave it undecided."""


@attrs.frozen(eq=False)
class Decided:
    """A partnership with the outcomes of all rules of a ruleset."""

    ruleset: Ruleset
    partnership: Partnership
    outcomes: Outcomes

    def outcome(self, expression: Expression) -> bool | None:
        """Return how an expression comes out, a rule or any part of one."""
        return evaluate(expression, self.partnership, self.ruleset.vocabulary, self.outcomes)
