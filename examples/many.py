"""Three hundred partnerships at once: groups compared fairly, in words and in one picture.

    python examples/many.py                                   # an invented year
    python examples/many.py year.csv --by regio --picture region.png

Without a file it makes an invented year. A file is a csv with one row for each partnership, as invented_year.py
writes it. Needs: pip install 'samenwerkadvies[frames,plots]'. A page or a workbook: samenwerkadvies batch --by.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import polars as pl
from invented_year import rows

from samenwerkadvies import SamenwerkadviesError
from samenwerkadvies.frames import GroupComparison, Share, assess_frame, compare_groups

ABOUT = ("thema", "regio")
"""Columns that say something about a partnership and are no answer."""
MOST = 10


def between(share: Share) -> str:
    """Return a share at least and at most: what is still open can come out either way."""
    least, most = (f"{100 * end:.0f}%" for end in (share.least, share.most))
    return least if least == most else f"{least} tot {most}"


def report(compared: GroupComparison) -> str:
    """Write what stands out; a group of which little is known is marked, as silence is not health."""
    total = compared.total
    lines = [
        f"{total.number} samenwerkingen.",
        f"Bij {total.urgent.found} is er iets dat niet kan wachten; bij {total.urgent.open} is dat nog niet te zeggen.",
        "",
        f"Per {compared.by}: zo vaak is er iets dat niet kan wachten",
    ]
    for group in compared.groups:
        name = group.name or ("kleine groepen samen" if group.of else "niet ingevuld")
        silent = "  let op: er ontbreken veel antwoorden" if group.is_silent else ""
        lines.append(f"  {name} ({group.number}): {between(group.urgent)}{silent}")
    lines += ["", "Per voorwaarde: zo vaak is er risico, en zo veel is er beantwoord"]
    for found in total.conditions:
        lines.append(f"{found.number:2}. {found.title}: {between(found.risk)}, {100 * found.answers.share:.0f}%")
    lines += ["", "Dit advies komt het vaakst voor"]
    lines += [f"{advice.share.found:4} keer  {advice.title}" for advice in total.given[:MOST]]
    return "\n".join(lines)


def main() -> int:
    """Print the report and draw the picture."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path, nargs="?", help="a csv file with semicolons; an invented year without it")
    parser.add_argument("--by", default="thema", help="the column to compare by (thema)")
    parser.add_argument("--picture", type=Path, default=Path("many.png"), help="the file to draw (many.png)")
    asked = parser.parse_args()
    try:
        from samenwerkadvies.plots import plot_groups  # noqa: PLC0415 - an extra

        found = pl.read_csv(asked.file, separator=";", infer_schema=False) if asked.file else None
        frame = pl.DataFrame(rows(), infer_schema_length=None) if found is None else found
        metadata = sorted({column for column in ABOUT if column in frame.columns} | {asked.by})
        assessment = assess_frame(frame, metadata=metadata, on_error="set_aside")
        compared = compare_groups(assessment, asked.by)
    except (OSError, SamenwerkadviesError, pl.exceptions.PolarsError) as error:
        print(error, file=sys.stderr)
        return 2
    print("De samenwerkingen zijn verzonnen." if asked.file is None else f"Bron: {asked.file.name}.")
    print(report(compared))
    for name, why in assessment.set_aside.select("naam", "reasons").iter_rows():
        print(f"Niet meegeteld: {name}: {why}")
    plot_groups(compared.rows()).savefig(asked.picture)
    print(f"\nHet plaatje staat in {asked.picture}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
