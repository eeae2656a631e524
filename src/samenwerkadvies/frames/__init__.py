"""Assess many partnerships at once, in the kind of frame that the caller already uses."""

from samenwerkadvies.frames.answers import InvalidFrameError
from samenwerkadvies.frames.assessing import FrameAssessment, Summary, assess_frame

__all__ = ["FrameAssessment", "InvalidFrameError", "Summary", "assess_frame"]
