"""The rules as they are on a day: those that are in force then, and what is left of those that use the others."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Collection, Iterator

import attrs

from samenwerkadvies.grammar.tree import (
    And,
    AtLeast,
    Beside,
    Compared,
    Contains,
    Expression,
    Known,
    Membership,
    Not,
    Or,
    Quotient,
    Signal,
    at_least,
    signals,
)
from samenwerkadvies.meaning.standing import Standing
from samenwerkadvies.ruleset import Rule, Ruleset
from samenwerkadvies.validity import ALWAYS, Validity


def in_force(ruleset: Ruleset, day: datetime.date) -> Ruleset:
    """Return the rules that are in force on a day, each without an end: most rulesets are what they always are."""
    if not ruleset.turns:
        return ruleset
    return ruleset.once(_in_period, bisect.bisect_right(ruleset.turns, day))


def turning_rules(ruleset: Ruleset) -> tuple[Rule, ...]:
    """Return the rules that are not always in force."""
    return tuple(rule for rule in ruleset.with_checks.rules.values() if rule.validity != ALWAYS)


def without_end(ruleset: Ruleset) -> Ruleset:
    """Return the rules as if all were always in force."""
    if not ruleset.turns:
        return ruleset
    return attrs.evolve(
        ruleset, rules={name: attrs.evolve(rule, validity=ALWAYS) for name, rule in ruleset.rules.items()}
    )


def periods(ruleset: Ruleset) -> tuple[tuple[Validity, Ruleset], ...]:
    """Return each time in which the same rules are in force, the earliest first, with those rules."""
    starts, ends = (None, *ruleset.turns), (*ruleset.turns, None)
    times = (Validity(*each) for each in zip(starts, ends, strict=True))
    return tuple((time, in_force(ruleset, time.first)) for time in times)


def standings_through_time(ruleset: Ruleset, condition: int) -> tuple[tuple[Validity, tuple[Standing, ...]], ...]:
    """Return the statuses that a condition can have, by the rules in force, for each time in which these differ."""
    found: list[tuple[Validity, tuple[Standing, ...]]] = []
    for time, now in periods(ruleset):
        standings = now.standings[condition]
        if found and found[-1][1] == standings:
            found[-1] = (Validity(found[-1][0].since, time.before), standings)
        else:
            found.append((time, standings))
    return tuple(found)


def _in_period(ruleset: Ruleset, period: int) -> Ruleset:
    day = ruleset.turns[period - 1] if period else datetime.date.min
    found: dict[str, Rule] = {}
    for name, left in _left_on(ruleset, day).items():
        assert left is not True, name  # noqa: S101 - such rules are refused when they are loaded
        if left is not False:
            found[name] = attrs.evolve(ruleset.rules[name], expression=left, validity=ALWAYS)
    checks = {name: rule for name, rule in ruleset.checks.items() if rule.validity.includes(day)}
    kept = {
        name: attrs.evolve(found[name], replaces=tuple(other for other in found[name].replaces if other in found))
        for name in ruleset.rules
        if name in found
    }
    return attrs.evolve(ruleset, rules=kept, checks=checks, lasting=ruleset, day=day)


def _left_on(ruleset: Ruleset, day: datetime.date) -> dict[str, Expression | bool]:
    """Return what is left of each rule on a day: False of those that are not in force, and that cannot hold then."""
    found: dict[str, Expression | bool] = {}
    out: set[str] = set()
    for rule in (rule for layer in ruleset.strata for rule in layer):
        left = found[rule.id] = rule.validity.includes(day) and left_of(rule.expression, out)
        if left is False:
            out.add(rule.id)
    return found


def holding_always(ruleset: Ruleset) -> Iterator[tuple[str, str]]:
    """Yield each rule that always holds while some rule that it uses is not in force, with that rule."""
    told: set[str] = set()
    for day in (datetime.date.min, *ruleset.turns) if ruleset.turns else ():
        left = _left_on(ruleset, day)
        for name in (name for name, each in left.items() if each is True and name not in told):
            told.add(name)
            yield name, next(used for used in signals(ruleset.rules[name].expression) if left[used] is False)


def left_of(expression: Expression, out: Collection[str]) -> Expression | bool:
    """Return what is left of a tree where some rules never hold; True or False where it always comes out the same."""
    match expression:
        case Signal(rule):
            return False if rule in out else expression
        case Not(part):
            left = left_of(part, out)
            return not left if isinstance(left, bool) else attrs.evolve(expression, part=left)
        case And(parts) | Or(parts):
            ending = isinstance(expression, Or)
            lefts = [left_of(part, out) for part in parts]
            if ending in lefts:
                return ending
            kept = tuple(_trees(lefts))
            if len(kept) > 1:
                return attrs.evolve(expression, parts=kept)
            return kept[0] if kept else not ending
        case AtLeast(number, parts):
            lefts = [left_of(part, out) for part in parts]
            kept, still = tuple(_trees(lefts)), number - lefts.count(True)
            if not 0 < still <= len(kept):
                return still <= 0
            return at_least(still, kept, expression.span)
        case Compared() | Beside() | Quotient() | Membership() | Contains() | Known():
            return expression


def _trees(lefts: list[Expression | bool]) -> Iterator[Expression]:
    for left in lefts:
        if not isinstance(left, bool):
            yield left


@attrs.frozen
class NotInForce:
    """A rule that takes no part on a day: by its own dates, or because it cannot hold without others."""

    rule: Rule
    without: tuple[str, ...] = ()
    """The rules that it uses and that take no part; empty where it is not in force itself."""


def not_in_force(now: Ruleset) -> tuple[NotInForce, ...]:
    """Return the rules that take no part where only some are in force, in the order of the files."""
    return tuple(
        NotInForce(
            rule,
            tuple(used for used in signals(rule.expression) if used not in now.rules)
            if rule.validity.includes(now.day)
            else (),
        )
        for rule in (*now.whole.rules.values(), *now.whole.checks.values())
        if rule.id not in now.rules and rule.id not in now.checks
    )
