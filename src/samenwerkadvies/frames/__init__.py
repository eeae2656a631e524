"""Assess many partnerships at once, in the kind of frame that the caller already uses."""

from samenwerkadvies.frames.assessing import FrameAssessment, assess_frame, assess_long
from samenwerkadvies.frames.checking import DATE_COLUMN, InvalidFrameError
from samenwerkadvies.frames.groups import (
    Completeness,
    Group,
    GroupAdvice,
    GroupComparison,
    GroupCondition,
    Share,
    compare_groups,
)
from samenwerkadvies.frames.long import LongColumns
from samenwerkadvies.frames.others import BesideOthers, compare_with_others
from samenwerkadvies.frames.summary import Summary
from samenwerkadvies.frames.years import FrameComparison, Unmatched, UnmatchedName, compare_frames

__all__ = [
    "DATE_COLUMN",
    "BesideOthers",
    "Completeness",
    "FrameAssessment",
    "FrameComparison",
    "Group",
    "GroupAdvice",
    "GroupComparison",
    "GroupCondition",
    "InvalidFrameError",
    "LongColumns",
    "Share",
    "Summary",
    "Unmatched",
    "UnmatchedName",
    "assess_frame",
    "assess_long",
    "compare_frames",
    "compare_groups",
    "compare_with_others",
]
