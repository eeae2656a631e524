"""Assess many partnerships at once, in the kind of frame that the caller already uses.

>>> import polars
>>> from samenwerkadvies.frames import assess_frame
>>> year = polars.DataFrame({"naam": ["Buurtvaders", "Taalcafé"], "dragers_mo": [1, 4]})
>>> result = assess_frame(year, reference_date="2026-01-01")
>>> result.advice.select("partnership", "rank", "rule").rows()
[('Buurtvaders', 1, 'leunt_op_een_persoon_mo')]
"""

from samenwerkadvies.frames.answers import InvalidFrameError
from samenwerkadvies.frames.assessing import FrameAssessment, Summary, assess_frame

__all__ = ["FrameAssessment", "InvalidFrameError", "Summary", "assess_frame"]
