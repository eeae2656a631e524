"""Two tables of the same partnerships beside each other, such as two years: matched by name, compared one by one."""

from __future__ import annotations

from typing import Any

import attrs

from samenwerkadvies.advising import Assessment, Comparison, Movement, compare
from samenwerkadvies.frames.assessing import FrameAssessment


@attrs.frozen
class FrameComparison:
    """What has changed in each partnership that stands in both tables, and what could not be matched."""

    comparisons: tuple[Comparison, ...]
    """In the order of the later table."""
    only_before: tuple[str, ...]
    """Names that stand in the older table alone."""
    only_after: tuple[str, ...]
    """Names that stand in the later table alone."""
    twice: tuple[str, ...]
    """Names that stand more than once in one of the two: nobody can say which belongs to which."""

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

    Raises:
        UsageError: when they were assessed by different rules, or in different languages.
    """
    older, newer = _by_name(before), _by_name(after)
    twice = {name for each in (older, newer) for name, found in each.items() if len(found) > 1}
    matched = [name for name in newer if name in older and name not in twice]
    return FrameComparison(
        comparisons=tuple(compare(older[name][0], newer[name][0]) for name in matched),
        only_before=tuple(name for name in older if name not in newer and name not in twice),
        only_after=tuple(name for name in newer if name not in older and name not in twice),
        twice=tuple(sorted(twice)),
    )


def _by_name(frame: FrameAssessment) -> dict[str, list[Assessment]]:
    found: dict[str, list[Assessment]] = {}
    for assessment in frame.assessments():
        found.setdefault(assessment.partnership.strip(), []).append(assessment)
    return found
