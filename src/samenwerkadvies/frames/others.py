"""One partnership beside all others, or beside those that are like it: how each condition stands there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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

    @property
    def place(self) -> tuple[int, int, int] | None:
        """How many others stand better, the same and worse; None where it is unknown how this one stands.

        Others of which that is unknown are in none of the three.
        """
        if self.status is Status.UNKNOWN:
            return None
        place = _FROM_BEST.index(self.status)
        better, same, worse = _FROM_BEST[:place], _FROM_BEST[place : place + 1], _FROM_BEST[place + 1 :]
        return tuple(sum(self.others[status] for status in part) for part in (better, same, worse))  # type: ignore[return-value]  # three


_FROM_BEST = (Status.IN_ORDER, Status.ATTENTION, Status.RISK)


@attrs.frozen
class Beside:
    """One partnership beside others."""

    partnership: str
    by: str | None
    """The column by which the others are like it; None: all others."""
    value: str | None
    """What stands in that column; None: nothing."""
    number: int
    """The others."""
    minimum: int
    conditions: tuple[BesideOthers, ...]
    """Every condition, by number; none where the others are fewer than the minimum."""

    @property
    def is_few(self) -> bool:
        """Whether the others are too few to be shown."""
        return self.number < self.minimum

    def to_dict(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            **{name: getattr(self, name) for name in ("partnership", "by", "value", "number", "minimum", "is_few")},
            "conditions": [
                {"number": each.number, "title": each.title, "status": each.status.value}
                | {"others": {status.value: count for status, count in each.others.items()}}
                for each in self.conditions
            ],
        }


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
