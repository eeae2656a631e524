"""Three hundred partnerships at once: a report in words and one picture for a policy reader.

    python examples/many.py                                   # an invented year
    python examples/many.py year.csv --by regio --picture region.png

Without a file it makes an invented year. A file is a csv with one row for each partnership, as invented_year.py
writes it. Needs: pip install 'samenwerkadvies[frames]' matplotlib
"""

from __future__ import annotations

import argparse
import functools
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import polars as pl
from invented_year import rows

from samenwerkadvies import InvalidFactsError
from samenwerkadvies.frames import FrameAssessment, assess_frame

try:
    import matplotlib as mpl
except ImportError:
    mpl = None

STATUSES = {"risk": "risico", "attention": "aandacht", "in_order": "in orde", "unknown": "nog onbekend"}
SEVERITIES = {"critical": "kritiek", "high": "hoog", "medium": "midden", "low": "laag"}
ABOUT = ("thema", "regio")
"""Columns that say something about a partnership and are no answer."""
MOST = 10
MARGIN = 0.04
"""Where text begins on the page, as a share of its width."""
INVENTED = "De samenwerkingen zijn verzonnen."


# --- counting ---


@attrs.frozen
class Year:
    """What is counted for the report and the picture."""

    number: int
    urgent: int
    """Partnerships with a critical finding."""
    provisional: int
    strong: int
    """Partnerships with a finding that is a strength."""
    advice: pl.DataFrame
    """rule, title, severity, partnerships: the most common first."""
    together: tuple[str, str, int] | None
    """The titles of the two pieces of advice that most often stand in the same list, and how often."""
    statuses: pl.DataFrame
    """condition, title, and for each status in how many partnerships."""
    groups: pl.DataFrame
    """condition, group, partnerships, risk: in how many of a group a condition is at risk."""
    set_aside: pl.DataFrame


def count(assessment: FrameAssessment, by: str) -> Year:
    """Count what a policy reader asks first."""
    shown = assessment.advice.filter(pl.col("absorbed_by").is_null(), pl.col("severity") != "strength")
    most = shown.group_by("rule", "title", "severity").agg(pl.len().alias("partnerships"))
    conditions = assessment.conditions
    in_group = [pl.len().alias("partnerships"), (pl.col("status") == "risk").sum().alias("risk")]
    of_status = [(pl.col("status") == status).sum().alias(status) for status in STATUSES]
    return Year(
        number=assessment.partnerships.height,
        urgent=_with_severity(assessment, "critical"),
        provisional=assessment.partnerships["provisional"].sum(),
        strong=_with_severity(assessment, "strength"),
        advice=most.sort(["partnerships", "rule"], descending=[True, False]),
        together=_together(shown),
        statuses=conditions.group_by("condition", "title").agg(of_status).sort("condition"),
        groups=conditions.group_by("condition", pl.col(by).alias("group")).agg(in_group).sort("condition", "group"),
        set_aside=assessment.set_aside,
    )


def _with_severity(assessment: FrameAssessment, severity: str) -> int:
    return assessment.advice.filter(pl.col("severity") == severity)["partnership"].n_unique()


def _together(shown: pl.DataFrame) -> tuple[str, str, int] | None:
    pairs = shown.join(shown, on="partnership", suffix="_other").filter(pl.col("rule") < pl.col("rule_other"))
    most = pairs.group_by("title", "title_other").len().sort(["len", "title"], descending=[True, False])
    return most.row(0) if most.height else None


# --- the report ---


def report(year: Year, about: str) -> str:
    """Write what stands out, in words."""
    lines = [
        f"{year.number} samenwerkingen. {about}",
        "",
        f"Bij {_share(year.urgent, year.number)} is er iets dat niet kan wachten.",
        f"Bij {_share(year.provisional, year.number)} heeft vooral één partij geantwoord. Dat beeld is voorlopig.",
        f"Bij {_share(year.strong, year.number)} staat er een sterke basis. Vraag hun hoe zij het doen.",
        "",
        "DIT KAN NIET WACHTEN",
        *_listed(year, year.advice.filter(pl.col("severity") == "critical")),
        "",
        "DIT ADVIES KOMT HET VAAKST VOOR",
        *_listed(year, year.advice),
    ]
    if year.together:
        one, other, found = year.together
        lines += ["", f"Deze twee adviezen komen het vaakst samen voor ({found} keer):", f"  - {one}", f"  - {other}"]
    lines += ["", "DE DERTIEN VOORWAARDEN", " " * 47 + "".join(f"{word:>14}" for word in STATUSES.values())]
    for number, title, *counts in year.statuses.iter_rows():
        shares = "".join(f"{_percent(found, year.number):>14}" for found in counts)
        lines.append(f"{number:2}  {title:43}{shares}")
    lines += ["", "Nog onbekend is iets anders dan in orde: er ontbreken antwoorden."]
    if year.set_aside.height:
        lines += ["", f"{_rows(year.set_aside.height)} niet mee, omdat een antwoord niet past:"]
        lines += [f"  - {name}: {why}" for name, why in year.set_aside.select("naam", "reasons").iter_rows()]
    return "\n".join(lines)


def _listed(year: Year, advice: pl.DataFrame) -> list[str]:
    found = [
        f"{place:2}. {found:4} keer {_percent(found, year.number):>4}  {title}  [{SEVERITIES[severity]}]"
        for place, (_, title, severity, found) in enumerate(advice.head(MOST).iter_rows(), start=1)
    ]
    return found or ["    Geen."]


def _share(found: int, number: int) -> str:
    return f"{found} van de {number} ({_percent(found, number)})"


def _percent(found: int, number: int) -> str:
    if 0 < 200 * found < number:
        return "<1%"
    return f"{100 * found / number:.0f}%" if number else "-"


def _rows(number: int) -> str:
    return "1 rij doet" if number == 1 else f"{number} rijen doen"


# --- the picture ---

INK, PALE = "#1b1b1b", "#ffffff"
SEVERITY_COLOURS = {"critical": "#8c2d04", "high": "#d95f0e", "medium": "#3b75af", "low": "#8a8a8a"}
"""Told apart by people who see no red or green; the word stands beside each bar as well."""


def draw(year: Year, by: str, about: str, path: Path) -> None:
    """Draw where conditions are at risk, and the most common advice: one page of A4, standing."""
    mpl.use("Agg")
    mpl.rcParams.update({"font.size": 8.5, "axes.spines.top": False, "axes.spines.right": False, "text.color": INK})
    from matplotlib import pyplot as plt  # noqa: PLC0415 - after the backend is chosen

    figure = plt.figure(figsize=(8.27, 11.69))
    heights, widths = [6, 4.2], [8, 2]
    grid = figure.add_gridspec(
        2,
        2,
        left=0.335,
        right=0.915,
        top=0.81,
        bottom=0.085,
        hspace=0.16,
        wspace=0.07,
        height_ratios=heights,
        width_ratios=widths,
    )
    figure.text(MARGIN, 0.96, "Waar staan onze samenwerkingen onder druk?", fontsize=17, weight="bold")
    kind = "verzonnen samenwerkingen" if about == INVENTED else "samenwerkingen"
    below = f"{year.number} {kind}. Bij {_share(year.urgent, year.number)} is er iets dat niet kan wachten."
    figure.text(MARGIN, 0.938, below, fontsize=10)
    _draw_groups(figure.add_subplot(grid[0, 0]), year)
    _draw_totals(figure.add_subplot(grid[0, 1]), year)
    _draw_advice(figure.add_subplot(grid[1, :]), year)
    figure.text(
        MARGIN,
        0.905,
        f"Hoe vaak is er risico? Van elke 100 samenwerkingen, per voorwaarde en {by}",
        fontsize=11,
        weight="bold",
    )
    caption = (
        f"{about} Hoe donkerder, hoe vaker. Tussen haakjes: het aantal samenwerkingen; bij een klein aantal zegt een "
        "klein verschil weinig. Risico: er is minstens één ernstig punt (kritiek of hoog). Grijs: nog onbekend, want "
        "er ontbreken antwoorden; dat is iets anders dan in orde. De dertien voorwaarden komen uit Met samenwerking "
        "aan het werk (2010). De regels, grenzen en adviezen zijn van samenwerkadvies."
    )
    figure.text(MARGIN, 0.018, textwrap.fill(caption, 135), fontsize=7.5, color="#444444", linespacing=1.4)
    figure.savefig(path, dpi=150, metadata={"Software": None})
    plt.close(figure)


def _draw_groups(axes: Any, year: Year) -> None:
    """Draw the share of each group in which a condition is at risk."""
    counts = dict(year.groups.select("group", "partnerships").unique().iter_rows())
    groups = sorted(counts, key=lambda group: (group is None, str(group)))
    found = {(condition, group): (risk, number) for condition, group, number, risk in year.groups.iter_rows()}
    conditions = year.statuses["condition"].to_list()
    cells = [[100 * _fraction(found[condition, group]) for group in groups] for condition in conditions]
    _draw_cells(axes, cells, [f"{group or 'onbekend'} ({counts[group]})" for group in groups], "YlOrBr", 60)
    _label(axes, year.statuses["title"].to_list(), 31, conditions)


def _label(axes: Any, names: list[str], letters: int, numbers: Sequence[int] = ()) -> None:
    """Write the names of rows at the margin of the page, on more lines where they are long."""
    place = mpl.transforms.blended_transform_factory(axes.figure.transFigure, axes.transData)
    text = functools.partial(axes.text, transform=place, va="center", fontsize=8.2, linespacing=1.15)
    for row, number in enumerate(numbers):
        text(MARGIN + 0.018, row, number, ha="right")
    for row, name in enumerate(names):
        text(MARGIN + (0.028 if numbers else 0), row, textwrap.fill(name, letters, break_long_words=False))
    axes.set_yticks([])


def _draw_totals(axes: Any, year: Year) -> None:
    """Draw how many are at risk in all, and of how many it is not known."""
    shares = year.statuses.select("risk", "unknown").rows()
    cells = [[100 * _fraction((found, year.number)) for found in pair] for pair in shares]
    _draw_cells(axes, [[risk, float("nan")] for risk, _ in cells], ["alles samen", "nog onbekend"], "YlOrBr", 60)
    _draw_cells(axes, [[float("nan"), unknown] for _, unknown in cells], [], "Greys", 110)


def _draw_cells(axes: Any, cells: list[list[float]], names: list[str], colours: str, most: float) -> None:
    palette = mpl.colormaps[colours]
    axes.imshow(cells, cmap=palette, vmin=0, vmax=most, aspect="auto")
    for row, shares in enumerate(cells):
        for column, share in enumerate(shares):
            if share == share:  # noqa: PLR0124 - a cell that is not drawn here is not equal to itself
                ink = _ink_on(palette(min(1.0, share / most)))
                axes.text(column, row, f"{share:.0f}", ha="center", va="center", color=ink, fontsize=9)
    if names:
        axes.xaxis.tick_top()
        axes.set_xticks(range(len(names)), names, fontsize=8, rotation=40, ha="left", rotation_mode="anchor")
        axes.set_xticks([place - 0.5 for place in range(1, len(names))], minor=True)
        axes.set_yticks([place - 0.5 for place in range(1, len(cells))], minor=True)
        axes.grid(which="minor", color=PALE, linewidth=2)
        axes.tick_params(which="both", length=0, labelleft=False)
    axes.spines[:].set_visible(False)


def _ink_on(colour: tuple[float, float, float, float]) -> str:
    """Return the ink that can be read best on a colour."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour[:3])  # noqa: PLR2004
    return INK if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.2 else PALE  # noqa: PLR2004


def _draw_advice(axes: Any, year: Year) -> None:
    """Draw the most common pieces of advice, the most common above."""
    most = list(year.advice.head(MOST).iter_rows())
    shares = [100 * _fraction((found, year.number)) for *_, found in most]
    places = range(len(most))
    axes.barh(places, shares, height=0.62, color=[SEVERITY_COLOURS[severity] for *_, severity, _ in most])
    for place, share, (*_, severity, found) in zip(places, shares, most, strict=True):
        axes.text(share + 0.4, place, f"{share:.0f}% ({found})  {SEVERITIES[severity]}", va="center", fontsize=8)
    axes.set_xlim(0, max(shares, default=1) * 1.22)
    _label(axes, [title for _, title, *_ in most], 37)
    axes.set_ylim(len(most) - 0.5, -0.5)
    axes.set_xticks([])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    place = mpl.transforms.blended_transform_factory(axes.figure.transFigure, axes.transAxes)
    heading = "Dit advies komt het vaakst voor, en zo ernstig is het"
    axes.text(MARGIN, 1.03, heading, transform=place, fontsize=11, weight="bold")


def _fraction(counts: tuple[int, int]) -> float:
    found, number = counts
    return found / number if number else 0.0


# --- together ---


def read(file: Path | None) -> pl.DataFrame:
    """Read a file as text, so that each column is read as its question asks; or make an invented year."""
    if file is None:
        return pl.DataFrame(rows(), infer_schema_length=None)
    return pl.read_csv(file, separator=";", infer_schema=False)


def main() -> int:
    """Print the report and draw the picture."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path, nargs="?", help="a csv file with semicolons; an invented year without it")
    parser.add_argument("--by", default="thema", help="the column to compare in the picture (thema)")
    parser.add_argument("--picture", type=Path, default=Path("many.png"), help="the file to draw (many.png)")
    asked = parser.parse_args()
    if mpl is None:
        print("De plaatjes worden getekend met matplotlib. Installeer het met: pip install matplotlib", file=sys.stderr)
        return 2
    try:
        frame = read(asked.file)
        metadata = {column for column in ABOUT if column in frame.columns} | {asked.by}
        assessment = assess_frame(frame, metadata=sorted(metadata), on_error="set_aside")
        year = count(assessment, asked.by)
    except (OSError, InvalidFactsError, pl.exceptions.PolarsError) as error:
        print(error, file=sys.stderr)
        return 2
    about = INVENTED if asked.file is None else f"Bron: {asked.file.name}."
    print(report(year, about))
    draw(year, asked.by, about, asked.picture)
    print(f"\nHet plaatje staat in {asked.picture}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
