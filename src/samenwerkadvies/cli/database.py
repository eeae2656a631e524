"""The command for databases: sql."""

from __future__ import annotations

from typing import Annotated

import typer

from samenwerkadvies.advising import Adviser
from samenwerkadvies.bilingual import any_of
from samenwerkadvies.cli.options import ChosenLanguage, Rules, app, date_or_column, problems_told, stop
from samenwerkadvies.errors import nearest, quoted
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.ruleset import DUTCH


@app.command()
def sql(  # noqa: PLR0913 - one parameter for each option
    *,
    dialect: Annotated[
        str, typer.Option("--dialect", "-d", help="Voor welke database: duckdb, postgres of spark.")
    ] = "postgres",
    view: Annotated[
        str, typer.Option("--view", metavar="NAAM", help="Maak er een view van met deze naam.", show_default=False)
    ] = "",
    create_table: Annotated[
        bool, typer.Option("--create-table", help="Schrijf de tabel voor de antwoorden, in plaats van de regels.")
    ] = False,
    table: Annotated[
        str,
        typer.Option("--table", metavar="NAAM", help="Tabel met de antwoorden, zoals samenwerkingen of schema.tabel."),
    ] = "samenwerkingen",
    name: Annotated[str, typer.Option("--name", metavar="KOLOM", help="Kolom met de naam.")] = "naam",
    date: Annotated[
        str, typer.Option("--date", metavar="DATUM", help="Kolom met de peildatum, of één datum voor alle rijen.")
    ] = "peildatum",
    rules: Rules = None,
    language: ChosenLanguage = DUTCH,
) -> None:
    """Schrijf de regels als SQL, om na te lezen of om als view in een database te zetten.

    De database leest een tabel met een rij per samenwerking en een kolom per feit. De uitkomst heeft een kolom per
    regel (true, false, of null als het nog niet te zeggen is) en een kolom met de stand van elke voorwaarde.

    Voorbeelden:

    - `samenwerkadvies sql --create-table > tabel.sql`
    - `samenwerkadvies sql --view advies > advies.sql`
    - `samenwerkadvies sql --dialect duckdb --date 2026-01-01 --rules mijn-regels/`
    """
    with problems_told():
        from samenwerkadvies import sql as writing  # noqa: PLC0415 - an extra

        dialects = [each.value for each in writing.Dialect]
        if dialect not in dialects:
            hint = nearest(dialect, dialects)
            expected = f"\n   = verwacht: {any_of(dialects)}"
            stop(f"onbekend dialect {quoted(dialect)}{expected}" + (f"\n   = bedoelde je: {hint}" if hint else ""))
        if create_table and view:
            stop("--create-table en --view horen bij twee verschillende opdrachten: kies er een")
        ruleset = Adviser(load_ruleset(rules), "reference", language).ruleset
        answers = writing.AnswerTable(table, name, date_or_column(date))
        chosen = writing.Dialect(dialect)
        if create_table:
            written = writing.table_to_sql(ruleset, chosen, answers, language=language)
        else:
            written = writing.rules_to_sql(ruleset, chosen, answers, view=view, language=language)
    typer.echo(written, nl=False)
