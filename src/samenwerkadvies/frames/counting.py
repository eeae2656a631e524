"""What there is to count of partnerships, per value of a column; counts of the parts of a table add up."""

from __future__ import annotations

import enum
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from samenwerkadvies.engines.columns import AnyFrame, nw, outcome_of
from samenwerkadvies.frames.completeness import by_party, completeness, completeness_of
from samenwerkadvies.frames.kinds import collected
from samenwerkadvies.frames.results import STATUSES, Results, any_of
from samenwerkadvies.policy import cannot_wait


class Counted(enum.Enum):
    """What is counted."""

    PARTNERSHIPS = enum.auto()
    CANNOT_WAIT = enum.auto()
    """In which a rule holds that cannot wait."""
    MAY_NOT_WAIT = enum.auto()
    """In which none does, and answers are missing that may still bring one."""
    RISK = enum.auto()
    """In which a condition is at risk."""
    MAY_BE_RISK = enum.auto()
    """In which it is not, and answers are missing that may still bring that."""
    STATUS = enum.auto()
    ADVICE = enum.auto()
    """In which a rule is advice of its own."""
    UNDECIDED = enum.auto()
    ANSWERED = enum.auto()
    """Answers, by party; by condition and under ``ALL_ANSWERS`` as an assessment counts them."""
    ASKED = enum.auto()


ALL_ANSWERS = "*"
"""Stands for the answers of all."""
Key: TypeAlias = tuple[Counted, object]
"""What is counted, and of what: the number of a condition (and a status), a rule, a party."""
Counts: TypeAlias = Mapping[str | None, Counter[Key]]
"""Per value of the column what there is in its partnerships; None: they have no value."""
_GROUP = "__group__"


def counted_by(decided: AnyFrame, results: Results, column: str | None) -> Counts:
    """Count over a frame with the outcomes of the rules, in one query; this reads it whole. None: all are one group."""
    wanted = {f"__{at}": item for at, item in enumerate(_wanted(results))}
    frame = decided.select(
        value_in(column).alias(_GROUP), *(so.cast(nw.Int64()).alias(name) for name, (_, so) in wanted.items())
    )
    sums = frame.group_by(_GROUP).agg(nw.col(*wanted).sum())
    found: defaultdict[str | None, Counter[Key]] = defaultdict(Counter)
    for row in collected(sums).iter_rows(named=True):
        found[row[_GROUP] or None] += Counter({key: int(row[name] or 0) for name, (key, _) in wanted.items()})
    return found


def value_in(column: str | None) -> nw.Expr:
    """Return what a group is called by a column, as text without spaces around it."""
    return nw.lit("") if column is None else nw.col(column).cast(nw.String()).str.strip_chars()


def _wanted(results: Results) -> Iterator[tuple[Key, nw.Expr]]:
    ruleset = results.ruleset
    yield (Counted.PARTNERSHIPS, None), nw.lit(1)
    urgent = any_of(rule.id for rule in results.ranking.rules if cannot_wait(rule.severity, rule.kind))
    yield (Counted.CANNOT_WAIT, None), urgent
    yield (Counted.MAY_NOT_WAIT, None), urgent.is_null()
    for number, condition in ruleset.conditions.items():
        yield (Counted.RISK, number), results.risk_of(condition)
        yield (Counted.MAY_BE_RISK, number), results.risk_of(condition).is_null()
        for place, status in enumerate(STATUSES):
            yield (Counted.STATUS, (number, status)), results.status_of(condition) == place
        answered, asked = completeness_of(ruleset, number)
        yield (Counted.ANSWERED, number), answered
        yield (Counted.ASKED, number), asked
    for rule in results.ranking.rules:
        yield (Counted.ADVICE, rule.id), results.is_shown(rule.id)
        yield (Counted.UNDECIDED, rule.id), nw.col(outcome_of(rule.id)).is_null()
    answered, asked = completeness(ruleset)
    yield (Counted.ANSWERED, ALL_ANSWERS), answered
    yield (Counted.ASKED, ALL_ANSWERS), asked
    for party, (answered, asked) in by_party(ruleset).items():
        yield (Counted.ANSWERED, party), answered
        yield (Counted.ASKED, party), asked
