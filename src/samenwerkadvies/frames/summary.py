"""How often rules and conditions come out how over a whole frame, and which rules hold together."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from samenwerkadvies.engines.columns import AnyFrame, nw, outcome_of
from samenwerkadvies.frames.kinds import collected
from samenwerkadvies.frames.results import STATUSES, Results, held

_ALL = "__all__"
_UNDECIDED = 2
"""Stands beside 0 and 1: DuckDB leaves nulls out where columns become rows."""
_NAME, _VALUE, _BESIDE = "__name__", "__value__", "__beside__"

MakeTable = Callable[[Mapping[str, Sequence[object]], Mapping[str, Any]], Any]
"""Makes a small frame of the caller's kind from columns and their types."""


@attrs.frozen
class Summary:
    """How often rules and conditions come out how, and what took no part; small frames of the caller's kind."""

    rules: Any
    """rule, severity, partnerships (in which it holds), share (0 to 1), undecided; in rank order."""
    conditions: Any
    """condition, title, status, partnerships, share; every status of every condition."""
    together: Any
    """rule, other, partnerships, share: pairs of rules that hold in the same partnership, the most frequent first."""
    off: Any
    """rule, finding, why: the rules that the ruleset switches off; no partnership was looked at by these."""


def summarised(decided: AnyFrame, results: Results, make: MakeTable) -> Summary:
    """Count over a frame with the outcomes of the rules; this reads it whole."""
    rules, conditions = results.ranking.rules, results.ruleset.conditions
    is_at_hand = isinstance(decided, nw.DataFrame) or decided.implementation.is_polars()
    counts = (_counted if is_at_hand else _counted_in_rows)(decided, results)
    number = counts[_ALL]

    def with_share(count: int) -> tuple[int, float]:
        return count, count / number if number else 0.0

    of_rules = [
        (rule.id, rule.severity.value, *with_share(counts["holds", rule.id]), counts["undecided", rule.id])
        for rule in rules
    ]
    of_conditions = [
        (number, condition.texts[results.language].short_title, status.value, *with_share(counts[number, status]))
        for number, condition in conditions.items()
        for status in STATUSES
    ]
    pairs = itertools.combinations((rule.id for rule in rules), 2)
    of_pairs = [(*pair, *with_share(counts[pair])) for pair in pairs]
    frequent = sorted((pair for pair in of_pairs if pair[2]), key=lambda pair: -pair[2])
    of_off = [(off.rule, off.findings[results.language], off.why) for off in results.ruleset.off.values()]
    text, count = nw.String(), {"partnerships": nw.Int64(), "share": nw.Float64()}

    def table(rows: Sequence[tuple[object, ...]], schema: Mapping[str, Any]) -> Any:
        columns = list(zip(*rows, strict=True)) or [()] * len(schema)
        return make({name: list(column) for name, column in zip(schema, columns, strict=True)}, schema)

    return Summary(
        rules=table(of_rules, {"rule": text, "severity": text, **count, "undecided": nw.Int64()}),
        conditions=table(of_conditions, {"condition": nw.Int64(), "title": text, "status": text, **count}),
        together=table(frequent, {"rule": text, "other": text, **count}),
        off=table(of_off, {"rule": text, "finding": text, "why": text}),
    )


def _counted(frame: AnyFrame, results: Results) -> Counter[Any]:
    """Return in how many rows each thing is so, and under ``_ALL`` how many rows there are."""
    rules = [rule.id for rule in results.ranking.rules]
    wanted: dict[Any, nw.Expr] = {
        **{("holds", rule): nw.col(held(rule)) for rule in rules},
        **{("undecided", rule): nw.col(outcome_of(rule)).is_null() for rule in rules},
        **{
            (number, status): results.status_of(condition) == place
            for number, condition in results.ruleset.conditions.items()
            for place, status in enumerate(STATUSES)
        },
        **{pair: nw.col(held(pair[0])) & nw.col(held(pair[1])) for pair in itertools.combinations(rules, 2)},
    }
    sums = [so.sum().alias(f"__{at}") for at, so in enumerate(wanted.values())]
    number, *counts = collected(frame.select(nw.len().alias(_ALL), *sums)).row(0)
    return Counter({_ALL: number, **dict(zip(wanted, (int(count or 0) for count in counts), strict=True))})


def _counted_in_rows(frame: AnyFrame, results: Results) -> Counter[Any]:
    """Return the same where a query is planned first: thousands of counts take minutes there, of few rows too.

    So columns become rows, and the rows are counted by what stands in them.
    """
    rules = {outcome_of(rule.id): rule.id for rule in results.ranking.rules}
    conditions = {f"__condition__{number}": number for number in results.ruleset.conditions}
    outcomes = [nw.coalesce(nw.col(name).cast(nw.Int16()), nw.lit(_UNDECIDED)).alias(name) for name in rules]
    statuses = [
        results.status_of(results.ruleset.conditions[number]).alias(name) for name, number in conditions.items()
    ]
    rows = frame.select(*outcomes, *statuses).unpivot(variable_name=_NAME, value_name=_VALUE)
    found: Counter[Any] = Counter()
    number: Counter[str] = Counter()
    for name, value, count in collected(rows.group_by(_NAME, _VALUE).agg(nw.len().alias(_ALL))).iter_rows():
        if name in conditions:
            found[conditions[name], STATUSES[value]] = count
        elif value:
            found["undecided" if value == _UNDECIDED else "holds", rules[name]] = count
        number[name] += count
    return Counter({_ALL: max(number.values(), default=0)}) + found + _pairs(frame, list(rules.values()))


def _pairs(frame: AnyFrame, rules: Sequence[str]) -> Counter[Any]:
    """Count each two rules that hold together: each that holds becomes a row, with beside it all that hold there."""
    beside = {rule: f"{_BESIDE}{rule}" for rule in rules}
    both = frame.select(*map(held, rules), *(nw.col(held(rule)).alias(name) for rule, name in beside.items()))
    rows = both.unpivot([*map(held, rules)], index=[*beside.values()], variable_name=_NAME, value_name=_VALUE)
    sums = [nw.col(name).cast(nw.Int64()).sum().alias(rule) for rule, name in beside.items()]
    found = collected(rows.filter(nw.col(_VALUE)).group_by(_NAME).agg(*sums)).iter_rows(named=True)
    together = {row[_NAME]: row for row in found}
    pairs = itertools.combinations(rules, 2)
    return Counter({pair: int(together[held(pair[0])][pair[1]]) for pair in pairs if held(pair[0]) in together})
