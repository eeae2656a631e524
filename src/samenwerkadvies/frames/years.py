"""Two tables of the same partnerships beside each other, such as two years: matched by name, compared one by one."""

from __future__ import annotations

import enum
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import attrs

from samenwerkadvies.advising import Assessment, Comparison, Movement, compare
from samenwerkadvies.frames.assessing import FrameAssessment


class Unmatched(enum.Enum):
    """Why a name has nothing to be compared with."""

    ONLY_BEFORE = "only_before"
    """It stands in the older table alone."""
    ONLY_AFTER = "only_after"
    """It stands in the later table alone."""
    TWICE = "twice"
    """It stands more than once in one of the two: nobody can say which belongs to which."""
    ASIDE_BEFORE = "aside_before"
    """Its row in the older table was set aside, and perhaps the later one as well."""
    ASIDE_AFTER = "aside_after"


@attrs.frozen
class UnmatchedName:
    """A name that could not be matched."""

    name: str
    why: Unmatched
    before: int
    """How often it stands in the older table, assessed or set aside."""
    after: int
    """The same of the later table."""


@attrs.frozen
class FrameComparison:
    """What has changed in each partnership that stands in both tables, and what could not be matched.

    Each partnership of either table is in one of the two, once.
    """

    comparisons: tuple[Comparison, ...]
    """In the order of the later table."""
    unmatched: tuple[UnmatchedName, ...]
    """In the order of the older table, and then of the later."""

    def names(self, why: Unmatched) -> tuple[str, ...]:
        """Return the names that could not be matched for a reason."""
        return tuple(each.name for each in self.unmatched if each.why is why)

    def count(self, movement: Movement) -> int:
        """Return in how many partnerships a finding has moved so."""
        return sum(bool(each.of(movement)) for each in self.comparisons)

    def rows(self) -> list[dict[str, Any]]:
        """Return a row for each finding that has moved, to make a frame of (``polars.DataFrame``).

        partnership, rule, movement, finding, before and after (whether it held; None for unknown).
        """
        return [
            {"partnership": each.after.partnership, "rule": found.rule, "movement": found.movement.value}
            | {"finding": found.finding, "before": found.before, "after": found.after}
            for each in self.comparisons
            for found in each.findings
            if found.movement is not Movement.UNCHANGED
        ]

    def condition_rows(self) -> list[dict[str, Any]]:
        """Return a row for each condition of each partnership: its status before and after, and how it moved."""
        return [
            {"partnership": each.after.partnership, "condition": found.number, "title": found.short_title}
            | {"before": found.before.value, "after": found.after.value, "movement": found.movement.value}
            for each in self.comparisons
            for found in each.conditions
        ]


def compare_frames(before: FrameAssessment, after: FrameAssessment) -> FrameComparison:
    """Compare the partnerships of two assessed frames by name, each as ``compare`` does; this reads both whole.

    Rows that were set aside are not looked at.

    Raises:
        UsageError: when they were assessed by different rules, or in different languages.
    """
    return compare_by_name(before.assessments(), after.assessments(), Counter(), Counter())


def compare_by_name(
    before: Iterable[Assessment], after: Iterable[Assessment], aside_before: Counter[str], aside_after: Counter[str]
) -> FrameComparison:
    """Compare partnerships by name; of what was set aside how often each name stands there.

    Raises:
        UsageError: when they were assessed by different rules, or in different languages.
    """
    older, newer = _by_name(before), _by_name(after)
    unmatched = []
    for name in dict.fromkeys((*older, *aside_before, *newer, *aside_after)):
        was, now = len(older[name]) + aside_before[name], len(newer[name]) + aside_after[name]
        if was > 1 or now > 1:
            why = Unmatched.TWICE
        elif not now:
            why = Unmatched.ONLY_BEFORE
        elif not was:
            why = Unmatched.ONLY_AFTER
        elif aside_before[name]:
            why = Unmatched.ASIDE_BEFORE
        elif aside_after[name]:
            why = Unmatched.ASIDE_AFTER
        else:
            continue
        unmatched.append(UnmatchedName(name, why, was, now))
    left = {each.name for each in unmatched}
    matched = [name for name, found in newer.items() if found and name not in left]
    return FrameComparison(tuple(compare(older[name][0], newer[name][0]) for name in matched), tuple(unmatched))


def _by_name(assessments: Iterable[Assessment]) -> defaultdict[str, list[Assessment]]:
    found: defaultdict[str, list[Assessment]] = defaultdict(list)
    for assessment in assessments:
        found[assessment.partnership.strip()].append(assessment)
    return found
