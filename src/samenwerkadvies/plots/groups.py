"""How often a condition is at risk in each group: what was found, what is still open, and what chance allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from samenwerkadvies.errors import UsageError
from samenwerkadvies.plots.pictures import (
    INK,
    LINE,
    QUIET,
    Canvas,
    Caption,
    Line2D,
    Patch,
    Picture,
    canvas,
    cut,
)
from samenwerkadvies.ruleset import DUTCH, Language
from samenwerkadvies.wording.words import words_in

_GROUP, _BARS, _SHARES = 0.15, 2.9, 1.2
"""Where columns begin, in inches; the last from the right."""
_LETTERS = 28
_FOUND: Mapping[str, Any] = {"facecolor": "#cf8650", "edgecolor": INK, "linewidth": 0.8}
_CHANCE: Mapping[str, Any] = {"color": INK, "linewidth": 1.8, "marker": "|", "markersize": 9}
_OPEN: Mapping[str, Any] = {"facecolor": "#ffffff", "edgecolor": QUIET, "linewidth": 0.8, "hatch": "////"}


def plot_groups(rows: Iterable[Mapping[str, Any]], condition: int, language: Language = DUTCH) -> Picture:
    """Return a picture of how often one condition is at risk in each group, in the order of the rows.

    What is still open stands hatched beside what was found, so that a group that keeps silent never looks healthy.

    Args:
        rows: for each group and condition: ``group``, ``condition``, ``title`` (of the condition), ``partnerships``,
            ``least`` and ``most`` (the share at risk for certain, and if all that is open came out so; 0 to 1), and if
            wanted ``low`` and ``high`` (what chance allows) and ``part`` (``together`` for small groups that were put
            together, ``total`` for all). The rows of ``frames.compare_groups`` are such.
        condition: the number of the condition.
        language: of the words in the picture.

    Raises:
        UsageError: when there are no rows about the condition.
    """
    found = [row for row in rows if row["condition"] == condition]
    if not found:
        raise UsageError(f"there are no rows about condition {condition}")
    said = words_in(language).pictures
    heading = said["groups"].format(f"{condition}. {found[0]['title']}")
    told = " ".join(said["group"].format(_name(row, said), ", ".join(_told(row, said))) for row in found)
    drawn = canvas(Caption(heading, said["groups below"], told), len(found), left=_BARS, right=_SHARES)
    for place, row in enumerate(found):
        _group(drawn, place, row, said)
    _axis(drawn, said, has_chance=any(map(_has_chance, found)))
    return drawn.picture


def _name(row: Mapping[str, Any], said: Mapping[str, str]) -> str:
    name = said.get(f"part {row.get('part')}") or row["group"] or said["no group"]
    return said["how many"].format(cut(str(name), _LETTERS), row["partnerships"])


def _shares(row: Mapping[str, Any], said: Mapping[str, str]) -> str:
    least, most = (f"{100 * row[end]:.0f}%" for end in ("least", "most"))
    return least if least == most else said["shares"].format(least, most)


def _told(row: Mapping[str, Any], said: Mapping[str, str]) -> Iterator[str]:
    yield _shares(row, said)
    if _has_chance(row):
        yield said["with chance"].format(*(f"{100 * row[end]:.0f}%" for end in ("low", "high")))


def _group(drawn: Canvas, place: int, row: Mapping[str, Any], said: Mapping[str, str]) -> None:
    weight = "bold" if row.get("part") == "total" else "normal"
    drawn.write(_GROUP, place, _name(row, said), weight=weight)
    drawn.axes.barh(place, row["least"], height=0.5, **_FOUND)
    drawn.axes.barh(place, row["most"] - row["least"], left=row["least"], height=0.5, **_OPEN)
    if _has_chance(row):
        drawn.axes.plot([row["low"], row["high"]], [place, place], **_CHANCE)
    drawn.write_after(1, place, _shares(row, said), weight=weight)


def _has_chance(row: Mapping[str, Any]) -> bool:
    return row.get("low") is not None and row.get("high") is not None


def _axis(drawn: Canvas, said: Mapping[str, str], *, has_chance: bool) -> None:
    drawn.axes.set_xlim(0, 1)
    drawn.axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    for share in (0, 0.25, 0.5, 0.75, 1):
        drawn.axes.axvline(share, color=LINE, linewidth=0.6, zorder=0)
    found, is_open = (Patch(label=said[name], **style) for name, style in (("found", _FOUND), ("open", _OPEN)))
    chance = Line2D([], [], label=said["chance"], **_CHANCE)
    drawn.explain([found, is_open, *[chance] * has_chance])
