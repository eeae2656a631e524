"""How often rules and conditions come out how over a whole frame, and which rules hold together."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from samenwerkadvies.engines.columns import AnyFrame, nw, outcome_of
from samenwerkadvies.frames.kinds import collected
from samenwerkadvies.frames.results import STATUSES, Results, held

_MOST_COUNTED = 500
"""Spark compiles a query that counts more things at once ever more slowly."""
_ALL = "__all__"
_T = TypeVar("_T")

MakeTable = Callable[[Mapping[str, Sequence[object]], Mapping[str, Any]], Any]
"""Makes a small frame of the caller's kind from columns and their types."""


@attrs.frozen
class Summary:
    """How often rules and conditions come out how; three small frames of the caller's kind."""

    rules: Any
    """rule, severity, partnerships (in which it holds), share (0 to 1), undecided; in rank order."""
    conditions: Any
    """condition, title, status, partnerships, share; every status of every condition."""
    together: Any
    """rule, other, partnerships, share: pairs of rules that hold in the same partnership, the most frequent first."""


def summarised(decided: AnyFrame, results: Results, make: MakeTable) -> Summary:
    """Count over a frame with the outcomes of the rules; this reads it whole."""
    rules, conditions = results.ranking.rules, results.ruleset.conditions
    pairs = list(itertools.combinations((rule.id for rule in rules), 2))
    counts = _counted(
        decided,
        {("holds", rule.id): nw.col(held(rule.id)) for rule in rules}
        | {("undecided", rule.id): nw.col(outcome_of(rule.id)).is_null() for rule in rules}
        | {
            (number, status): results.status_of(condition) == place
            for number, condition in conditions.items()
            for place, status in enumerate(STATUSES)
        }
        | {pair: nw.col(held(pair[0])) & nw.col(held(pair[1])) for pair in pairs},
    )
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
    of_pairs = [(*pair, *with_share(counts[pair])) for pair in pairs]
    frequent = sorted((pair for pair in of_pairs if pair[2]), key=lambda pair: -pair[2])
    text, count = nw.String(), {"partnerships": nw.Int64(), "share": nw.Float64()}

    def table(rows: Sequence[tuple[object, ...]], schema: Mapping[str, Any]) -> Any:
        columns = list(zip(*rows, strict=True)) or [()] * len(schema)
        return make({name: list(column) for name, column in zip(schema, columns, strict=True)}, schema)

    return Summary(
        rules=table(of_rules, {"rule": text, "severity": text, **count, "undecided": nw.Int64()}),
        conditions=table(of_conditions, {"condition": nw.Int64(), "title": text, "status": text, **count}),
        together=table(frequent, {"rule": text, "other": text, **count}),
    )


def _counted(frame: AnyFrame, wanted: Mapping[Any, nw.Expr]) -> dict[Any, int]:
    """Return in how many rows each thing is so, and under ``_ALL`` how many rows there are."""
    found: dict[Any, int] = {}
    is_spark = frame.implementation.is_pyspark()
    for part in _parts(wanted.items(), _MOST_COUNTED if is_spark else len(wanted)):
        # Spark adds no booleans; Polars counts them much faster than numbers
        sums = [(so.cast(nw.Int64()) if is_spark else so).sum().alias(f"__{at}") for at, (_, so) in enumerate(part)]
        number, *counts = collected(frame.select(nw.len().alias(_ALL), *sums)).row(0)
        found |= {thing: int(count or 0) for (thing, _), count in zip(part, counts, strict=True)}
        found[_ALL] = int(number)
    return found


def _parts(items: Iterable[_T], size: int) -> Iterator[tuple[_T, ...]]:
    """Yield so many items at a time (itertools.batched, from Python 3.12 on)."""
    rest = iter(items)
    while part := tuple(itertools.islice(rest, size)):
        yield part
