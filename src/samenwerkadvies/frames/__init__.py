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
from samenwerkadvies.frames.summary import Summary

__all__ = [
    "DATE_COLUMN",
    "Completeness",
    "FrameAssessment",
    "Group",
    "GroupAdvice",
    "GroupComparison",
    "GroupCondition",
    "InvalidFrameError",
    "LongColumns",
    "Share",
    "Summary",
    "assess_frame",
    "assess_long",
    "compare_groups",
]
