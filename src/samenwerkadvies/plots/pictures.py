"""A figure that also says in words what it shows; the only module that imports matplotlib."""

from __future__ import annotations

import base64
import hashlib
import html
import io
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

import attrs

from samenwerkadvies.errors import MissingDependencyError
from samenwerkadvies.meaning.standing import Status

try:
    import matplotlib as mpl
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch
    from matplotlib.transforms import blended_transform_factory
except ImportError as _error:  # pragma: no cover - tested in a Python of its own
    raise MissingDependencyError("pictures need more: pip install 'samenwerkadvies[plots]'") from _error

__all__ = [
    "INK",
    "LEGEND_COLUMNS",
    "LINE",
    "PAPER",
    "PARTY_MARKS",
    "QUIET",
    "SIZE",
    "SOFT",
    "STATUS_MARKS",
    "Axes",
    "Canvas",
    "Caption",
    "Line2D",
    "Mark",
    "Patch",
    "Picture",
    "canvas",
    "cut",
    "labelled",
    "lines",
]

INK, QUIET, LINE, SOFT, PAPER = "#1b1b1b", "#4a4f55", "#8a8f96", "#e3e8ed", "#ffffff"
SIZE = 9.0
"""Of letters, in points; of the heading it is larger."""
_HEADING_SIZE = 12.5
_WIDTH = 8.0
"""Of a picture, in inches: the width of a page of A4."""
_EDGE = 0.15
LEGEND_COLUMNS = 4
_ROW = 0.36
_LETTERS = 66
"""Of a heading, on one line."""
_AS_IT_STANDS: Mapping[str, Any] = {"va": "center", "fontsize": SIZE, "color": INK, "parse_math": False}
"""How texts are written: a name with dollars in it is no formula."""


@attrs.frozen
class Mark:
    """A shape, which is not told by its colour alone."""

    shape: str
    colour: str
    is_open: bool = False

    @property
    def style(self) -> Mapping[str, Any]:
        """What matplotlib draws it with."""
        within = PAPER if self.is_open else self.colour
        return {
            "marker": self.shape,
            "linestyle": "none",
            "markersize": 8.5,
            "markerfacecolor": within,
            "markeredgecolor": self.colour,
            "markeredgewidth": 1.6,
        }


STATUS_MARKS = {
    Status.RISK: Mark("^", "#9c0010"),
    Status.ATTENTION: Mark("D", "#a35a00"),
    Status.IN_ORDER: Mark("o", "#14622b"),
    Status.UNKNOWN: Mark("o", QUIET, is_open=True),
}
"""The shapes that the report in HTML has as well."""
_BLUE, _ORANGE = "#0b4f8a", "#d95f0e"
PARTY_MARKS = tuple(Mark(shape, (_BLUE, _ORANGE)[place % 2]) for place, shape in enumerate("os^DvPX*"))
"""For each party, in the order in which the rules declare them."""


class Picture(Figure):
    """A figure of matplotlib that also says in words what it shows."""

    heading = ""
    alt_text = ""
    """What the picture shows, for who does not see it; change it along with the picture."""

    def savefig(self, fname: Any, **options: Any) -> None:
        """Save as matplotlib does, with the heading and the words in the file where its form has a place for them.

        An equal picture gives equal bytes, with the same version of matplotlib.
        """
        is_named = isinstance(fname, (str, os.PathLike))
        suffix = Path(fname).suffix[1:] if is_named else ""
        form = str(options.get("format") or suffix or mpl.rcParams["savefig.format"]).lower()
        metadata = {**self._metadata(form), **(options.pop("metadata", None) or {})}
        with mpl.rc_context({"svg.hashsalt": "samenwerkadvies"}):
            if form != "svg":
                super().savefig(fname, metadata=metadata or None, **options)
                return
            drawn = io.BytesIO()
            super().savefig(drawn, metadata=metadata, **{**options, "format": form})
        _put(fname, self._said_in(drawn.getvalue().decode(), metadata["Title"] or self.heading))

    def _said_in(self, drawing: str, heading: str) -> str:
        """Return a drawing in SVG that says in words what it shows, as who does not see it needs."""
        title, told = html.escape(heading), html.escape(self.alt_text)
        drawing = re.sub(
            r"\s*<title>.*?</title>", "", drawing, count=1, flags=re.DOTALL
        )  # that of matplotlib has no name
        name = hashlib.sha256(told.encode()).hexdigest()[:12]
        before, opening, after = drawing.partition("<svg ")
        attributes, end, rest = after.partition(">")
        said = f'<title id="t{name}">{title}</title>\n <desc id="d{name}">{told}</desc>'
        return f'{before}{opening}role="img" aria-labelledby="t{name} d{name}" {attributes}{end}\n {said}{rest}'

    def _metadata(self, form: str) -> dict[str, str | None]:
        match form:
            case "png":
                return {"Title": self.heading, "Description": self.alt_text, "Software": None}
            case "svg":
                return {"Title": self.heading, "Description": self.alt_text, "Creator": None, "Date": None}
            case "pdf":
                return {"Title": self.heading, "Subject": self.alt_text, "CreationDate": None}
        return {}

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the picture, with its words for who does not see it."""
        found = io.BytesIO()
        self.savefig(found, format="png", dpi=110)
        written = base64.b64encode(found.getvalue()).decode("ascii")
        said = f'alt="{html.escape(self.alt_text)}" width="{_WIDTH * 96:.0f}" style="max-width: 100%"'
        return f'<img {said} src="data:image/png;base64,{written}">'


def _put(target: Any, text: str) -> None:
    """Write a text where matplotlib would: in a file of that name, or one that is open, for text or for bytes."""
    if isinstance(target, (str, os.PathLike)):
        Path(target).write_bytes(text.encode())
    else:
        target.write(text if mpl.cbook.file_requires_unicode(target) else text.encode())


@attrs.frozen
class Caption:
    """What a picture says in words."""

    heading: str
    """What it comes down to."""
    below: str
    """What it is about."""
    told: str
    """All that it shows, for who does not see it."""


@attrs.frozen
class Canvas:
    """A picture with room for rows, the first on top at 0."""

    picture: Picture
    axes: Axes
    width: float
    """Of the axes, in inches."""

    def write(self, inches: float, row: float, text: str, **style: Any) -> None:
        """Write beside a row, so many inches from the left edge of the picture."""
        place = blended_transform_factory(self.picture.transFigure, self.axes.transData)
        style = {**_AS_IT_STANDS, "linespacing": 1.15, **style}
        self.axes.text(inches / _WIDTH, row, text, transform=place, **style)

    def write_after(self, across: float, row: float, text: str, **style: Any) -> None:
        """Write right of a place on a row."""
        style = {**_AS_IT_STANDS, **style}
        self.axes.annotate(text, (across, row), (8, 0), textcoords="offset points", annotation_clip=False, **style)

    def mark(self, across: float, row: float, mark: Mark) -> None:
        """Put a mark on a row."""
        self.axes.plot([across], [row], clip_on=False, zorder=3, **mark.style)

    def explain(self, handles: Sequence[Artist]) -> None:
        """Write below the picture what each mark is, by its label."""
        legend = self.picture.legend(
            handles=handles,
            loc="lower left",
            bbox_to_anchor=(0.0, 0.0),
            ncols=max(1, min(len(handles), LEGEND_COLUMNS)),
            frameon=False,
            fontsize=SIZE,
            labelcolor=INK,
            handletextpad=0.4,
        )
        for text in legend.get_texts():
            text.set_parse_math(False)


def cut(text: str, letters: int) -> str:
    """Return a text with so many letters at most."""
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"


def lines(text: str, letters: int, most: int = 2) -> str:
    """Return a text on so many lines at most."""
    return fill(text, letters, max_lines=most, placeholder="…")


def labelled(marks: Mapping[str, Mark]) -> list[Artist]:
    """Return marks with their labels, to be explained."""
    return [Line2D([], [], label=label, **mark.style) for label, mark in marks.items()]


def canvas(  # noqa: PLR0913 - one parameter for each measure
    caption: Caption, rows: int, *, left: float, right: float, foot: float = 0.8, row: float = _ROW
) -> Canvas:
    """Return an empty picture for so many rows of a height; around the axes there is so much room, in inches."""
    rows = max(rows, 1)
    heading = fill(caption.heading, _LETTERS)
    head = 0.75 + 0.24 * (heading.count("\n") + 1)
    height = head + row * rows + foot
    picture = Picture(figsize=(_WIDTH, height), facecolor=PAPER)
    picture.heading, picture.alt_text = caption.heading, f"{caption.heading}. {caption.told}"
    edge = _EDGE / _WIDTH
    above = {**_AS_IT_STANDS, "va": "top"}
    picture.text(edge, 1 - 0.15 / height, heading, **{**above, "fontsize": _HEADING_SIZE, "weight": "bold"})
    picture.text(edge, 1 - (head - 0.52) / height, caption.below, **{**above, "color": QUIET})
    box = (left / _WIDTH, foot / height, (_WIDTH - left - right) / _WIDTH, row * rows / height)
    axes = picture.add_axes(box, facecolor=PAPER)
    axes.set_ylim(rows - 0.5, -0.5)
    axes.set_yticks([])
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0, labelsize=SIZE, labelcolor=INK)
    return Canvas(picture, axes, _WIDTH - left - right)
