"""Take rules out of a ruleset that are switched off: what is left of the rules that use their outcome."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerkadvies.errors import Problem, quoted
from samenwerkadvies.extension import SwitchedOff
from samenwerkadvies.grammar.tree import signals
from samenwerkadvies.in_force import left_of
from samenwerkadvies.ruleset import Rule


def without(rules: Mapping[str, Rule], off: Mapping[str, SwitchedOff], problems: list[Problem]) -> dict[str, Rule]:
    """Return the rules without the outcomes of those that are off: these never hold.

    Of a rule that would never or always hold then, a problem is added to ``problems``, and it stays as it is.
    """
    if not off:
        return dict(rules)
    found: dict[str, Rule] = {}
    for name, rule in rules.items():
        misses = tuple(used for used in signals(rule.expression) if used in off)
        left = left_of(rule.expression, off) if misses else rule.expression
        if isinstance(left, bool):
            problems.append(_problem(rule, off[misses[0]], is_always=left))
            left, misses = rule.expression, ()
        replaces = tuple(other for other in rule.replaces if other not in off)
        found[name] = attrs.evolve(rule, expression=left, misses=misses, replaces=replaces)
    return found


def _problem(rule: Rule, off: SwitchedOff, *, is_always: bool) -> Problem:
    how = "geldt regel {} altijd" if is_always else "kan regel {} nooit gelden"
    return Problem(
        code="SET14",
        message=f"zonder {quoted(str(off.rule))} {how.format(quoted(str(rule.id)))}",
        expected=f"bij {quoted(str(rule.id))} ook 'uit: ja', of een andere 'als'",
    ).at(off.rule)
