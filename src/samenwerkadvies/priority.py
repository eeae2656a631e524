"""Rank findings by the policy of the ruleset, and say which findings others absorb."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from samenwerkadvies.language.tree import And, Expression, Not, Or, Signal, push_negations_inward
from samenwerkadvies.ruleset import AdviceKind, Criterion, Rule, Ruleset

Key = tuple[int, ...]


def ranked(findings: Iterable[str], ruleset: Ruleset) -> list[Rule]:
    """Return the rules that hold, the most pressing first; what the policy cannot tell apart stays in file order."""
    places = {name: place for place, name in enumerate(ruleset.rules)}
    rules = [ruleset.rules[name] for name in findings]
    return sorted(rules, key=lambda rule: (sort_key(rule, ruleset), places[rule.id]))


def sort_key(rule: Rule, ruleset: Ruleset) -> Key:
    """Return one number for each criterion of the policy; lower comes first."""
    return tuple(_measure(criterion, rule, ruleset) for criterion in ruleset.policy.criteria)


def _measure(criterion: Criterion, rule: Rule, ruleset: Ruleset) -> int:
    policy, condition = ruleset.policy, rule.condition
    match criterion:
        case Criterion.GATE_FIRST:
            return int(rule.kind is not AdviceKind.GATE)
        case Criterion.SEVERITY:
            return policy.severities.index(rule.severity)
        case Criterion.KIND:
            return policy.kinds.index(rule.kind)
        case Criterion.COMPOUND_FIRST:
            return int(not rule.is_compound)
        case Criterion.DEPTH:
            return len(ruleset.conditions) if condition is None else ruleset.depths[condition]
        case Criterion.SUPPORTS:
            return 0 if condition is None else -ruleset.supports[condition]
        case Criterion.CONDITION:
            return max(ruleset.conditions, default=0) + 1 if condition is None else condition


def deciding_criterion(first: Rule, second: Rule, ruleset: Ruleset) -> Criterion | None:
    """Return why one rule stands above another: the first criterion that differs; None for their place in the files."""
    pairs = zip(ruleset.policy.criteria, sort_key(first, ruleset), sort_key(second, ruleset), strict=True)
    return next((criterion for criterion, higher, lower in pairs if higher != lower), None)


def absorbed_by(rules: Sequence[Rule], ruleset: Ruleset) -> dict[str, list[str]]:
    """Return, per finding that another absorbs, which findings absorb it, in rank order.

    A compound rule absorbs the findings that it is built on, except one that is more severe; a rule
    absorbs what it replaces.
    """
    held = {rule.id for rule in rules}
    absorbers: dict[str, list[str]] = {}
    for rule in rules:
        parts = (name for name in positive_signals(rule.expression) if not _is_more_severe(ruleset.rules[name], rule))
        for name in dict.fromkeys((*parts, *rule.replaces)):
            if name in held:
                absorbers.setdefault(name, []).append(rule.id)
    return absorbers


def _is_more_severe(part: Rule, whole: Rule) -> bool:
    return part.severity.rank < whole.severity.rank


def absorbed_under(rule: str, absorbers: Mapping[str, Sequence[str]], order: Iterable[str]) -> list[str]:
    """Return every finding that a rule absorbs, also through what it absorbs, in the given order."""
    under: set[str] = set()
    grown = True
    while grown:
        found = {
            name for name, above in absorbers.items() if name not in under and not under.union({rule}).isdisjoint(above)
        }
        under |= found
        grown = bool(found)
    return [name for name in order if name in under]


def positive_signals(expression: Expression) -> Iterator[str]:
    """Yield the rules that must hold (somewhere) for an expression to hold: its parts."""

    def walk(part: Expression) -> Iterator[str]:
        match part:
            case And(parts) | Or(parts):
                for inner in parts:
                    yield from walk(inner)
            case Signal(rule):
                yield rule
            case Not():
                return
            case _:
                return

    yield from walk(push_negations_inward(expression))
