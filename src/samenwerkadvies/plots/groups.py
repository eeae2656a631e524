"""How often a condition is at risk in each group: what was found, what is still open, and what chance allows."""

from __future__ import annotations

import operator
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from samenwerkadvies.errors import UsageError
from samenwerkadvies.plots.pictures import (
    INK,
    LINE,
    PAPER,
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


def plot_groups(rows: Iterable[Mapping[str, Any]], condition: int | None = None, language: Language = DUTCH) -> Picture:
    """Return a picture of how often one condition is at risk in each group, in the order of the rows.

    Without a condition all of them stand beside each other, small, and the groups most at risk on top.

    What is still open stands hatched beside what was found, so that a group that keeps silent never looks healthy.

    Args:
        rows: for each group and condition: ``group``, ``condition``, ``title`` (of the condition), ``partnerships``,
            ``least`` and ``most`` (the share at risk for certain, and if all that is open came out so; 0 to 1), and if
            wanted ``low`` and ``high`` (what chance allows) and ``part`` (``together`` for small groups that were put
            together, ``total`` for all). The rows of ``frames.compare_groups`` are such.
        condition: the number of the condition; None for all.
        language: of the words in the picture.

    Raises:
        UsageError: when there are no rows, or none about the condition.
    """
    found = [row for row in rows if condition in (None, row["condition"])]
    if not found:
        raise UsageError("there are no rows" if condition is None else f"there are no rows about condition {condition}")
    said = words_in(language).pictures
    if condition is None:
        return _all_conditions(found, said)
    heading = said["groups"].format(f"{condition}. {found[0]['title']}")
    told = " ".join(said["group"].format(_name(row, said), ", ".join(_told(row, said))) for row in found)
    drawn = canvas(Caption(heading, said["groups below"], told), len(found), left=_BARS, right=_SHARES)
    for place, row in enumerate(found):
        _group(drawn, place, row, said)
    _axis(drawn, said, has_chance=any(map(_has_chance, found)))
    return drawn.picture


_SMALL_ROW, _SMALL_SIZE = 0.21, 7.5
_TITLES = 2
"""Columns with the titles of the conditions."""
_TITLE = 0.18
"""The height of one, in inches."""
_ROOM = 0.88
"""How much of its column a bar of 100 per cent fills."""


def _all_conditions(rows: Sequence[Mapping[str, Any]], said: Mapping[str, str]) -> Picture:
    """Return a picture with a row for each group and a column for each condition."""
    titles = {row["condition"]: str(row["title"]) for row in sorted(rows, key=operator.itemgetter("condition"))}
    groups: dict[str, dict[int, Mapping[str, Any]]] = {}
    for row in rows:
        groups.setdefault(_name(row, said), {})[row["condition"]] = row
    names = sorted(groups, key=lambda name: _weight(groups[name].values()))
    told = " ".join(
        f"{number}. {title}: "
        + " ".join(
            said["group"].format(name, _shares(groups[name][number], said)) for name in names if number in groups[name]
        )
        for number, title in titles.items()
    )
    deep = -(-len(titles) // _TITLES)
    caption = Caption(said["groups all"], said["groups below"], told)
    drawn = canvas(caption, len(names), left=_BARS, right=_GROUP, foot=0.75 + _TITLE * deep, row=_SMALL_ROW)
    cells: list[tuple[int, int, Mapping[str, Any]]] = []
    for place, name in enumerate(names):
        found = groups[name]
        is_total = any(row.get("part") == "total" for row in found.values())
        drawn.write(_GROUP, place, name, weight="bold" if is_total else "normal", fontsize=_SMALL_SIZE)
        cells += [(column, place, found[number]) for column, number in enumerate(titles) if number in found]
    _bars(drawn, cells)
    _columns(drawn, titles, deep)
    drawn.explain([Patch(label=said[label], **style) for label, style in (("found", _FOUND), ("open", _OPEN))])
    return drawn.picture


def _weight(rows: Collection[Mapping[str, Any]]) -> tuple[int, float, float]:
    """Return where a group stands: all together last, small groups before that, and else what is most at risk first."""
    parts = {row.get("part") for row in rows}
    found, possible = (sum(row[end] for row in rows) / len(rows) for end in ("least", "most"))
    return (2 if "total" in parts else 1 if "together" in parts else 0, -found, -possible)


def _bars(drawn: Canvas, cells: Sequence[tuple[int, int, Mapping[str, Any]]]) -> None:
    """Draw a small bar in each column and row."""
    places = [place for _, place, _ in cells]
    starts = [column + (1 - _ROOM) / 2 for column, _, _ in cells]
    found = [_ROOM * row["least"] for _, _, row in cells]
    possible = [_ROOM * (row["most"] - row["least"]) for _, _, row in cells]
    ends = [start + width for start, width in zip(starts, found, strict=True)]
    whole = {"facecolor": PAPER, "edgecolor": LINE}
    for widths, lefts, style in ((_ROOM, starts, whole), (found, starts, _FOUND), (possible, ends, _OPEN)):
        drawn.axes.barh(places, widths, left=lefts, **{**style, "height": 0.62, "linewidth": 0.5})


def _columns(drawn: Canvas, titles: Mapping[int, str], deep: int) -> None:
    """Write the number of each condition above its column, and what they are below all."""
    drawn.axes.set_xlim(0, len(titles))
    drawn.axes.set_xticks([column + 0.5 for column in range(len(titles))], list(map(str, titles)))
    drawn.axes.xaxis.tick_top()
    width, height = drawn.picture.get_size_inches()
    for place, (number, title) in enumerate(titles.items()):
        column, line = divmod(place, deep)
        across, up = _GROUP + column * width / _TITLES, 0.55 + _TITLE * (deep - 1 - line)
        shown = f"{number}. {cut(title, _TITLE_LETTERS)}"
        drawn.picture.text(across / width, up / height, shown, fontsize=_SMALL_SIZE, color=INK, parse_math=False)


_TITLE_LETTERS = 55


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
