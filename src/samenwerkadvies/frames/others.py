"""One partnership beside all others, or beside those that are like it: how each condition stands there."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerkadvies.advising import Status
from samenwerkadvies.errors import UsageError
from samenwerkadvies.frames.assessing import FrameAssessment
from samenwerkadvies.frames.groups import MINIMUM, put_together


@attrs.frozen
class BesideOthers:
    """How one condition stands in one partnership, and in how many others it stands how."""

    number: int
    title: str
    status: Status
    others: Mapping[Status, int]


def compare_with_others(
    assessment: FrameAssessment, partnership: str, by: str | None = None, *, minimum: int = MINIMUM
) -> tuple[BesideOthers, ...]:
    """Return how a partnership stands on each condition, beside how often others stand so; this reads the whole frame.

    Args:
        assessment: of ``assess_frame`` or ``assess_long``.
        partnership: its name.
        by: a column that was kept: only the others with the same value there; None: all others.
        minimum: with fewer others nothing is told, so that nobody can see how one of them stands.

    Raises:
        UsageError: unless exactly one partnership has this name, or when the column was not kept or others are few.
    """
    found = list(assessment.assessments([partnership]))
    if len(found) != 1:
        raise UsageError(f"{len(found)} partnerships are called {partnership!r}: one is compared with the others")
    value = assessment.value_of(partnership, by) if by else None
    counts = assessment.counts_by(by)[value]
    (group,) = put_together({value: counts}, assessment.ruleset, assessment.language, by or "", 1).groups
    if group.number - 1 < minimum:
        raise UsageError(f"{group.number - 1} others are too few to compare with: at least {minimum} are needed")
    (own,) = found
    return tuple(
        BesideOthers(
            number=each.number,
            title=each.title,
            status=standing.status,
            others={status: count - (status is standing.status) for status, count in each.statuses.items()},
        )
        for each, standing in zip(group.conditions, own.conditions, strict=True)
    )
