"""How each party sees it: their answers on scales beside each other, never an average."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from samenwerkadvies.advising import Assessment
from samenwerkadvies.errors import UsageError
from samenwerkadvies.outputs.page import Scale, party_names, scales
from samenwerkadvies.outputs.reports import WIDE_GAP
from samenwerkadvies.outputs.words import written_date
from samenwerkadvies.plots.conditions import about
from samenwerkadvies.plots.pictures import (
    INK,
    LEGEND_COLUMNS,
    LINE,
    PARTY_MARKS,
    QUIET,
    Canvas,
    Caption,
    Picture,
    canvas,
    cut,
    labelled,
    lines,
)
from samenwerkadvies.wording.words import words_in

_QUESTION, _SCALE = 0.15, 4.1
"""Where columns begin, in inches."""
_LETTERS, _LETTERS_BESIDE = 50, 16
_LEGEND_ROW = 0.22
_SCORES = range(1, 6)
_SPREAD = 0.46
"""How far the marks of a row lie apart, from the first party to the last, so that equal answers are both seen."""


def plot_perspectives(assessment: Assessment, most: int | None = None) -> Picture:
    """Return a picture of what each party answers to questions with a scale, the widest gaps on top.

    Ask for the assessment with ``thinking_along=True``. With ``most`` only so many questions are shown.

    Raises:
        UsageError: when the assessment was asked for without thinking along.
    """
    if assessment.views is None:
        raise UsageError("the answers on scales are not in this assessment: ask for it with thinking_along=True")
    words, names = words_in(assessment.language), party_names(assessment)
    said, shown = words.pictures, scales(assessment)
    heading = _heading(shown, said)
    below = about(assessment.partnership, words.report, written_date(assessment.reference_date, assessment.language))
    shown = shown[:most]
    told = (_told(scale, names, said, words.page) for scale in shown)
    foot = 0.8 + _LEGEND_ROW * ((len(names) - 1) // LEGEND_COLUMNS)
    drawn = canvas(Caption(heading, below, " ".join(told)), 2 * len(shown), left=_SCALE, right=1.4, foot=foot)
    _axis(drawn, said)
    for place, scale in enumerate(shown):
        _question(drawn, 2 * place + 0.5, scale, said, tuple(names.values()))
    drawn.explain(labelled(dict(zip(names.values(), PARTY_MARKS, strict=False))))
    return drawn.picture


def _heading(shown: Sequence[Scale], said: Mapping[str, str]) -> str:
    beside = [scale for scale in shown if scale.gap >= 0]
    apart = sum(scale.gap >= WIDE_GAP for scale in beside)
    if not beside:
        return said["views none"]
    if not apart:
        return said["views near"]
    return said["views apart one"].format(len(beside)) if apart == 1 else said["views apart"].format(apart, len(beside))


def _told(scale: Scale, names: Mapping[str, str], said: Mapping[str, str], page: Mapping[str, str]) -> str:
    return said["view"].format(scale.views.question, ", ".join(_answers(scale, names, said, page)))


def _answers(scale: Scale, names: Mapping[str, str], said: Mapping[str, str], page: Mapping[str, str]) -> Iterator[str]:
    scores = {mark.name: mark.score for mark in scale.marks}
    for name in names.values():
        yield page["score"].format(name, scores[name]) if name in scores else said["no view"].format(name)


def _axis(drawn: Canvas, said: Mapping[str, str]) -> None:
    drawn.axes.set_xlim(0.75, 5.25)
    drawn.axes.set_xticks(list(_SCORES))
    drawn.axes.set_xlabel(said["score"], fontsize=8.0, color=QUIET)
    for score in _SCORES:
        drawn.axes.axvline(score, color=LINE, linewidth=0.6, zorder=0)


def _question(drawn: Canvas, row: float, scale: Scale, said: Mapping[str, str], names: Sequence[str]) -> None:
    views = scale.views
    is_far = scale.gap >= WIDE_GAP
    answered = [mark.name for mark in scale.marks]
    ends = (
        f"\n{cut(said['scale'].format(views.lowest, views.highest), _LETTERS)}"
        if views.lowest and views.highest
        else ""
    )
    drawn.write(_QUESTION, row, lines(views.question, _LETTERS, 3) + ends)
    others = max(len(names) - 1, 1)
    rows = [row + _SPREAD * (mark.place - others / 2) / others for mark in scale.marks]
    drawn.axes.plot([mark.score for mark in scale.marks], rows, color=INK, linewidth=1.2, zorder=2)
    for mark, at in zip(scale.marks, rows, strict=True):
        drawn.mark(mark.score, at, PARTY_MARKS[mark.place])
    if is_far:
        drawn.write_after(5.25, row, said["far"], weight="bold")
    missing = [lines(said["no view"].format(name), _LETTERS_BESIDE, 3) for name in names if name not in answered]
    drawn.write_after(5.25, row, "\n".join(missing), color=QUIET)
    drawn.axes.axhline(row + 1, color=LINE, linewidth=0.4)
