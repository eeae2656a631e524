"""Take rules out of a ruleset that are switched off: what is left of the rules that use their outcome."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import attrs

from samenwerkadvies.errors import Problem, quoted
from samenwerkadvies.extension import SwitchedOff
from samenwerkadvies.grammar.tree import (
    And,
    Compared,
    Expression,
    Known,
    Membership,
    Not,
    Or,
    Signal,
    signals,
)
from samenwerkadvies.ruleset import Rule


def without(rules: Mapping[str, Rule], off: Mapping[str, SwitchedOff], problems: list[Problem]) -> dict[str, Rule]:
    """Return the rules without the outcomes of those that are off: these never hold.

    Of a rule that would never or always hold then, a problem is added to ``problems``, and it stays as it is.
    """
    found: dict[str, Rule] = {}
    for name, rule in rules.items():
        misses = tuple(used for used in signals(rule.expression) if used in off)
        left = _left(rule.expression, off) if misses else rule.expression
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


def _left(expression: Expression, off: Collection[str]) -> Expression | bool:
    """Return what is left of a tree; True or False where it comes out the same whatever the facts are."""
    match expression:
        case Signal(rule):
            return False if rule in off else expression
        case Not(part):
            left = _left(part, off)
            return not left if isinstance(left, bool) else attrs.evolve(expression, part=left)
        case And(parts) | Or(parts):
            ending = isinstance(expression, Or)
            lefts = [_left(part, off) for part in parts]
            if ending in lefts:
                return ending
            kept = tuple(_trees(lefts))
            if len(kept) > 1:
                return attrs.evolve(expression, parts=kept)
            return kept[0] if kept else not ending
        case Compared() | Membership() | Known():
            return expression


def _trees(lefts: list[Expression | bool]) -> Iterator[Expression]:
    for left in lefts:
        if not isinstance(left, bool):
            yield left
