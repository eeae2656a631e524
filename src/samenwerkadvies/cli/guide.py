"""The command for who leads the conversation: guide."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from samenwerkadvies.advising import Adviser, Assessment
from samenwerkadvies.cli.options import (
    ChosenLanguage,
    OutputFormat,
    ReferenceDate,
    Rules,
    Target,
    app,
    day_of,
    problems_told,
    stop,
)
from samenwerkadvies.cli.showing import deliver, form_of
from samenwerkadvies.loading.cases import load_cases
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.outputs import guide_to_html, guide_to_markdown
from samenwerkadvies.ruleset import DUTCH


@app.command()
def guide(
    case: Annotated[
        Path | None,
        typer.Argument(
            metavar="CASUS", help="Zet erbij waar deze samenwerking het meest in verschilt.", show_default=False
        ),
    ] = None,
    target: Target = None,
    language: ChosenLanguage = DUTCH,
    date: ReferenceDate = None,
    rules: Rules = None,
) -> None:
    """Maak een bladzijde voor wie het gesprek leidt: om af te drukken en uit te delen.

    Voorbeelden:

    - `samenwerkadvies guide`
    - `samenwerkadvies guide --output gids.html`
    - `samenwerkadvies guide casus.yaml --output gids.html`
    """
    form = OutputFormat.MARKDOWN if target is None else form_of(None, target)
    if form not in (OutputFormat.HTML, OutputFormat.MARKDOWN):
        stop(f"een gids past niet in {target}\n   = verwacht: een bestand op .html of .md")
    with problems_told(language):
        assessment = _assessed(case, language, date, rules) if case else None
    tell = guide_to_html if form is OutputFormat.HTML else guide_to_markdown
    deliver(target, tell(language, assessment))


def _assessed(case: Path, language: str, date: str | None, rules: Path | None) -> Assessment:
    adviser = Adviser(load_ruleset(rules), language=language)
    partnerships = load_cases(case, adviser.ruleset.vocabulary, reference_date=day_of(date))
    if len(partnerships) > 1:
        stop(f"{case}: hier staan meer samenwerkingen in\n   = verwacht: één samenwerking voor één gesprek")
    return adviser.assess(partnerships[0], thinking_along=True)
