"""The commands about tables and questionnaires: batch and template."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer

from samenwerkadvies.bilingual import all_of
from samenwerkadvies.cli.options import (
    FINDINGS,
    ChosenLanguage,
    Quick,
    Rules,
    app,
    check_quick_scan,
    date_or_column,
    day_of,
    problems_told,
    say,
    stop,
)
from samenwerkadvies.cli.progress import progress_bar
from samenwerkadvies.cli.told import partnerships_in_words, tell_result, tell_years
from samenwerkadvies.in_force import turning_rules
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.ruleset import DUTCH
from samenwerkadvies.wording.dates import validity_in_words


class Table(enum.Enum):
    """Which table is written."""

    PARTNERSHIPS = "partnerships"
    ADVICE = "advice"
    CONDITIONS = "conditions"
    STATUSES = "statuses"
    UNDECIDED = "undecided"
    CHECKS = "checks"
    NOT_IN_FORCE = "not_in_force"
    REMARKS = "remarks"
    OUTCOMES = "outcomes"


@app.command()
def batch(  # noqa: PLR0913 - one parameter for each option
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="IN UIT",
            help="IN: een tabel (.csv, .xlsx, .ods of .parquet), een ingevulde vragenlijst, of een map met "
            "vragenlijsten. UIT: het bestand met de uitkomst, .xlsx om te lezen, of .csv, .parquet, .jsonl of .sav. "
            "Het oude wordt vervangen. Met --compare zijn er twee tabellen, de oudste eerst: EERDER LATER UIT.",
            show_default=False,
        ),
    ],
    *,
    table: Annotated[
        Table,
        typer.Option(
            "--table",
            "-t",
            help="Om te lezen: advice, een rij per advies, of partnerships, een rij per samenwerking. "
            "Om mee te rekenen: conditions, een rij per samenwerking en voorwaarde; statuses, een kolom per "
            "voorwaarde; undecided, een rij per regel die nog open is; checks, een rij per controle die vraagt of iets "
            "klopt; not_in_force, een rij per regel die niet meetelt; remarks, een rij per toelichting; "
            "outcomes, een kolom per regel.",
        ),
    ] = Table.PARTNERSHIPS,
    texts: Annotated[
        bool, typer.Option("--texts", help="Zet de bevinding en de stappen erbij (advice en undecided).")
    ] = False,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATUM", help="Peildatum voor alle rijen, of de kolom waarin die staat."),
    ] = None,
    name: Annotated[str, typer.Option("--name", metavar="KOLOM", help="Kolom met de naam.")] = "naam",
    keep: Annotated[
        list[str] | None,
        typer.Option("--keep", metavar="KOLOM", help="Kolom die geen feit is en mee moet naar de uitkomst; mag vaker."),
    ] = None,
    compare: Annotated[
        bool,
        typer.Option(
            "--compare",
            help="Vergelijk twee tabellen van dezelfde samenwerkingen, zoals twee jaren. UIT is een bladzijde (.html), "
            "een werkmap (.xlsx) of een tabel (.csv). Zonder UIT staat alleen op het scherm wat er is veranderd.",
        ),
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="KOLOM",
            help="Vergelijk groepen, zoals per regio of thema. De uitkomst is dan een bladzijde (.html) of een "
            "werkmap (.xlsx).",
        ),
    ] = None,
    minimum: Annotated[
        int,
        typer.Option("--minimum", min=1, metavar="AANTAL", help="Groepen met minder samenwerkingen gaan bij elkaar."),
    ] = 10,
    columns: Annotated[
        Path | None,
        typer.Option(
            "--columns",
            metavar="BESTAND",
            help="Welke kolom welk feit is: een tabel met twee kolommen (de naam in je tabel, en het feit), of YAML.",
        ),
    ] = None,
    ignore_others: Annotated[
        bool, typer.Option("--ignore-others", help="Laat kolommen weg die geen antwoord zijn.")
    ] = False,
    unknown: Annotated[
        list[str] | None,
        typer.Option("--unknown", metavar="WOORD", help="Wat ook onbekend betekent, zoals 'n.v.t.'; mag vaker."),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", help="Codering van een csv, zoals utf-8 of cp1252; anders herkend.")
    ] = None,
    separator: Annotated[
        str | None, typer.Option("--separator", help="Scheidingsteken van een csv; anders herkend.")
    ] = None,
    sheet: Annotated[
        str | None,
        typer.Option("--sheet", metavar="NAAM", help="Tabblad van een werkmap; anders het eerste dat je ziet."),
    ] = None,
    all_sheets: Annotated[
        bool, typer.Option("--all-sheets", help="Neem alle tabbladen die je ziet samen; ze hebben dezelfde kolommen.")
    ] = False,
    rules: Rules = None,
    language: ChosenLanguage = DUTCH,
) -> None:
    """Geef advies over veel samenwerkingen tegelijk.

    Je geeft een ingevulde vragenlijst, een map met vragenlijsten, of een tabel. In een tabel is elke rij een
    samenwerking, met een kolom per feit. Of elke rij is één antwoord, met de kolommen naam, partij, respondent, feit en
    antwoord. Klopt een rij niet, dan staat die met de reden in een bestand ernaast: UIT-apart.

    Stopt met code 0 als alles is beoordeeld, met 1 als er rijen apart staan of bestanden niet meetellen, en met 2 als
    de invoer niet klopt; dan wordt er niets geschreven.

    Voorbeelden:

    - `samenwerkadvies batch vragenlijsten/ advies.xlsx --table advice --texts`
    - `samenwerkadvies batch jaar.csv advies.csv`
    - `samenwerkadvies batch jaar.xlsx advies.xlsx --date 2026-01-01`
    - `samenwerkadvies batch jaar.parquet advies.parquet --keep regio`
    - `samenwerkadvies batch jaar.xlsx groepen.html --by regio`
    - `samenwerkadvies batch 2025.xlsx 2026.xlsx --compare`
    - `samenwerkadvies batch 2025.xlsx 2026.xlsx verschil.html --compare`
    - `samenwerkadvies batch enquete.xlsx advies.xlsx --name "Hoe heet de samenwerking?" --ignore-others`
    - `samenwerkadvies batch enquete.csv advies.xlsx --columns kolommen.csv --unknown "n.v.t." --unknown "-"`
    """
    if compare and (by is not None or texts or table is not Table.PARTNERSHIPS):
        stop("--compare zet twee tabellen naast elkaar: laat --by, --table en --texts weg")
    _check_number(files, compare=compare)
    if by is not None and (texts or table is not Table.PARTNERSHIPS):
        stop("--by maakt een overzicht van groepen: laat --table en --texts weg")
    if texts and table not in (Table.ADVICE, Table.UNDECIDED):
        stop("--texts kan alleen met --table advice of --table undecided")
    if sheet is not None and all_sheets:
        stop("kies --sheet of --all-sheets, niet allebei")
    with problems_told(), progress_bar("Beoordelen") as progress:
        from samenwerkadvies import frames, tables  # noqa: PLC0415 - an extra

        ruleset = load_ruleset(rules)
        own = [name, *(keep or ()), frames.DATE_COLUMN]
        options = tables.BatchOptions(
            columns=tables.read_columns(columns, ruleset.vocabulary, own) if columns else {},
            ignores_others=ignore_others,
            unknown_words=tuple(unknown or ()),
            table=table.value,
            has_texts=texts,
            partnership=name,
            metadata=tuple(keep or ()),
            text=tables.TextFile(encoding, separator),
            sheet=sheet,
            all_sheets=all_sheets,
            language=language,
            by=by,
            minimum=minimum,
        )
        reference_date = frames.DATE_COLUMN if date is None else date_or_column(date)
        if compare:
            years = tables.compare_files(
                *files, ruleset=ruleset, reference_date=reference_date, options=options, progress=progress
            )
        else:
            result = tables.assess_file(
                *files, ruleset=ruleset, reference_date=reference_date, options=options, progress=progress
            )
    if compare:
        tell_years(years, files)
        results = {files[0]: years.before, files[1]: years.after}
    else:
        say(f"{partnerships_in_words(result.assessed)} beoordeeld: {files[1]}")
        results = {files[0]: result}
    if ruleset.off:
        are = "deze regel staat" if len(ruleset.off) == 1 else "deze regels staan"
        say(f"Let op: {are} uit: {all_of([*ruleset.off])}.")
    for rule in turning_rules(ruleset):
        say(f"Let op: regel {rule.id} telt niet altijd mee: {validity_in_words(rule.validity, DUTCH)}.")
    for source, each in results.items():
        if compare:
            say("")
            say(f"{source.name}: {partnerships_in_words(each.assessed)} beoordeeld.")
        tell_result(each)
    if any(each.set_aside or each.unread or each.copies for each in results.values()):
        raise typer.Exit(FINDINGS)


def _check_number(files: list[Path], *, compare: bool) -> None:
    """Stop unless there are as many files as are asked for."""
    if compare and len(files) not in (2, 3):
        stop(
            f"--compare vraagt om twee tabellen, en als je dat wilt een bestand voor de uitkomst; "
            f"dit zijn er {len(files)}"
        )
    if not compare and len(files) != 2:  # noqa: PLR2004 - from one, to one
        more = "\n   = kies: --compare, om twee tabellen te vergelijken" if len(files) == 3 else ""  # noqa: PLR2004
        stop(f"batch vraagt om twee bestanden: IN en UIT; dit zijn er {len(files)}{more}")


class TemplateFormat(enum.StrEnum):
    """What a questionnaire is written as."""

    XLSX = "xlsx"
    CSV = "csv"


@app.command()
def template(  # noqa: PLR0913 - one parameter for each option
    target: Annotated[
        Path | None,
        typer.Argument(metavar="BESTAND", help="Waar de vragenlijst komt; anders hier, als vragenlijst.xlsx of .csv."),
    ] = None,
    *,
    form: Annotated[
        TemplateFormat | None,
        typer.Option("--format", "-f", help="xlsx: om in te vullen in Excel of LibreOffice; csv: alleen tekst."),
    ] = None,
    name: Annotated[str, typer.Option("--name", metavar="NAAM", help="Vul de naam van de samenwerking vast in.")] = "",
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATUM", help="Vul de peildatum vast in, zoals 2026-03-01.")
    ] = None,
    organisation: Annotated[
        str, typer.Option("--organisation", metavar="NAAM", help="Vul de naam van een organisatie vast in.")
    ] = "",
    quick: Quick = False,
    rules: Rules = None,
) -> None:
    """Maak een lege vragenlijst.

    Ingevuld lees je hem weer in met `samenwerkadvies batch`. Je hoeft er niets aan te veranderen.

    Met --quick staat alleen de snelle scan erin: per voorwaarde één vraag aan elke partij. Dat kost een paar minuten.

    Doen er meer organisaties mee van één soort? Maak dan voor elke organisatie een bestand, met --organisation.

    Voorbeelden:

    - `samenwerkadvies template`
    - `samenwerkadvies template opvoedsteun.xlsx --name Opvoedsteun --date 2026-03-01`
    - `samenwerkadvies template snelle-scan.xlsx --quick`
    - `samenwerkadvies template --format csv`
    - `samenwerkadvies batch opvoedsteun.xlsx advies.xlsx`
    """
    chosen = target or Path(f"vragenlijst.{(form or TemplateFormat.XLSX).value}")
    if form is not None and chosen.suffix.lower() != f".{form.value}":
        stop(f"{chosen} eindigt niet op .{form.value}: kies een andere naam, of laat --format weg")
    with problems_told():
        from samenwerkadvies import tables  # noqa: PLC0415 - an extra

        ruleset = load_ruleset(rules)
        if quick:
            check_quick_scan(ruleset)
        if organisation and len(ruleset.vocabulary.several) != 1:
            stop("--organisation kan alleen als er in de regels bij één partij 'meermaals: ja' staat")
        day = day_of(date)
        tables.write_template(
            chosen, ruleset, partnership=name, reference_date=day, organisation=organisation, quick=quick
        )
    say(f"Lege vragenlijst: {chosen}")
