"""Assess many partnerships at once, in the kind of frame that the caller already uses."""

from samenwerkadvies.frames.assessing import FrameAssessment, assess_frame, assess_long
from samenwerkadvies.frames.checking import DATE_COLUMN, InvalidFrameError
from samenwerkadvies.frames.long import LongColumns
from samenwerkadvies.frames.summary import Summary

__all__ = [
    "DATE_COLUMN",
    "FrameAssessment",
    "InvalidFrameError",
    "LongColumns",
    "Summary",
    "assess_frame",
    "assess_long",
]
