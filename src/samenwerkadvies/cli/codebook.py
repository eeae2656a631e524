"""The command for who works on with results elsewhere: codebook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samenwerkadvies.cli.options import ChosenLanguage, Rules, app, problems_told, say
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.ruleset import DUTCH


@app.command()
def codebook(
    target: Annotated[
        Path,
        typer.Argument(
            metavar="UIT",
            help="Bestand: .csv, .xlsx, .parquet of .jsonl. Het oude wordt vervangen.",
            show_default=False,
        ),
    ],
    *,
    rules: Rules = None,
    language: ChosenLanguage = DUTCH,
) -> None:
    """Beschrijf elke kolom van de antwoorden en van de uitkomst: wat erin staat, en wat een lege cel betekent.

    Dit is voor wie verder rekent, bijvoorbeeld in R of SPSS. Voor SPSS maakt `batch` ook een bestand op .sav, met deze
    labels erin.

    Voorbeelden:

    - `samenwerkadvies codebook codeboek.csv`
    - `samenwerkadvies codebook codeboek.xlsx --language en`
    - `samenwerkadvies batch jaar.csv advies.sav`
    """
    with problems_told():
        from samenwerkadvies import tables  # noqa: PLC0415 - an extra

        tables.write_codebook(target, load_ruleset(rules), language)
    say(f"Codeboek: {target}")
