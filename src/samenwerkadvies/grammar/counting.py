"""Counting parts (``minstens n van``): which numbers and parts make sense."""

from __future__ import annotations

from samenwerkadvies.errors import Problem
from samenwerkadvies.grammar.tree import Expression, Span

_FEWEST = 2
"""Parts with which there is nothing to count: so many is one of them, or all."""


def counting_problem(least: int, at: Span, parts: tuple[Expression, ...]) -> Problem | None:
    """Return what is wrong with how many of some parts must hold, or with the parts; None where nothing is."""
    count = len(parts)
    if least == 1 and count > 1:
        return Problem(
            code="TAAL13",
            message="'minstens 1 van' is hetzelfde als 'of'",
            span=at,
            expected="'of' tussen de delen, zonder 'minstens'",
        )
    if least == count > 1:
        message = f"'minstens {least} van' deze {count} is hetzelfde als 'en'"
        return Problem(code="TAAL13", message=message, span=at, expected="'en' tussen de delen, zonder 'minstens'")
    if count <= _FEWEST:
        message = f"met {count} {'delen' if count > 1 else 'deel'} valt er niets te tellen"
        return Problem(code="TAAL13", message=message, span=at, expected="minstens drie delen tussen de haakjes")
    if not 1 < least < count:
        message = f"van {count} delen kunnen er niet {least} gelden" if least else "'minstens 0' is altijd waar"
        expected = f"een getal van 2 tot en met {count - 1}" if count > _FEWEST + 1 else "het getal 2"
        return Problem(code="TAAL13", message=message, span=at, expected=expected)
    seen: set[Expression] = set()
    for part in parts:
        if part in seen:
            return Problem(
                code="TAAL13", message="dit deel staat hier twee keer", span=part.span, expected="elk deel één keer"
            )
        seen.add(part)
    return None
