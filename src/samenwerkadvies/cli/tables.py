"""The commands about tables and questionnaires: batch and template."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samenwerkadvies.bilingual import all_of, any_of
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
    tell,
)
from samenwerkadvies.cli.progress import progress_bar
from samenwerkadvies.errors import quoted
from samenwerkadvies.in_force import turning_rules
from samenwerkadvies.loading import load_ruleset
from samenwerkadvies.ruleset import DUTCH
from samenwerkadvies.wording.dates import validity_in_words
from samenwerkadvies.wording.lists import counted

if TYPE_CHECKING:
    from samenwerkadvies.tables import BatchResult

_SHOWN = 5


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
    source: Annotated[
        Path,
        typer.Argument(
            metavar="IN",
            help="Tabel (.csv, .xlsx, .ods of .parquet), een ingevulde vragenlijst, of een map met vragenlijsten.",
            show_default=False,
        ),
    ],
    target: Annotated[
        Path,
        typer.Argument(
            metavar="UIT",
            help="Bestand met de uitkomst: .xlsx om te lezen, of .csv, .parquet, .jsonl of .sav (SPSS). Het oude wordt "
            "vervangen.",
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
    - `samenwerkadvies batch enquete.xlsx advies.xlsx --name "Hoe heet de samenwerking?" --ignore-others`
    - `samenwerkadvies batch enquete.csv advies.xlsx --columns kolommen.csv --unknown "n.v.t." --unknown "-"`
    """
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
        result = tables.assess_file(
            source,
            target,
            ruleset=ruleset,
            reference_date=frames.DATE_COLUMN if date is None else date_or_column(date),
            options=options,
            progress=progress,
        )
    say(f"{_partnerships(result.assessed)} beoordeeld: {target}")
    if ruleset.off:
        are = "deze regel staat" if len(ruleset.off) == 1 else "deze regels staan"
        say(f"Let op: {are} uit: {all_of([*ruleset.off])}.")
    for rule in turning_rules(ruleset):
        say(f"Let op: regel {rule.id} telt niet altijd mee: {validity_in_words(rule.validity, DUTCH)}.")
    if result.table_rows:
        read = result.table_rows
        told = [(read.assessed, "beoordeeld"), (read.aside, "apart"), (read.blank, "leeg")]
        became = ", ".join(f"{count} {what}" for count, what in told if count)
        say(f"{counted(read.read, 'rij', 'rijen')} gelezen{f': {became}' if became else ''}.")
    if result.sheets:
        are = "tabblad" if len(result.sheets) == 1 else "tabbladen"
        say(f"Gelezen: {are} {all_of(result.sheets)}.")
    if result.other_sheets:
        say(f"Niet gelezen: {all_of(result.other_sheets)}. Met --all-sheets neem je alle tabbladen samen.")
    if result.ignored:
        left = counted(len(result.ignored), "kolom", "kolommen")
        named = all_of([quoted(head) for head in result.ignored[:_SHOWN]])
        say(f"Weggelaten, want geen antwoord: {left} ({named}{' en meer' if len(result.ignored) > _SHOWN else ''}).")
    for partnership, came_back in sorted(result.questionnaires.items()):
        say(f"- {partnership}: {counted(len(came_back), 'vragenlijst', 'vragenlijsten')}")
    if result.empty:
        say(f"Let op: hier staat geen enkel antwoord in: {all_of(result.empty)}.")
    for copy, original in result.copies.items():
        tell(f"{copy} telt niet mee: daarin staat precies hetzelfde als in {original}.")
    if result.unread:
        kinds = any_of(_readable())
        tell(f"Niet gelezen: {all_of(result.unread)}. Vragenlijsten staan in de map zelf, en eindigen op {kinds}.")
    _tell_how_little(result)
    if result.twice:
        names = all_of([quoted(name) for name in result.twice[:_SHOWN]])
        more = " en meer" if len(result.twice) > _SHOWN else ""
        are = "deze naam staat" if len(result.twice) == 1 else "deze namen staan"
        say(f"Let op: {are} er meer dan één keer: {names}{more}.")
    if result.aside:
        _tell_aside(result)
    if result.aside or result.unread or result.copies:
        raise typer.Exit(FINDINGS)


def _readable() -> tuple[str, ...]:
    from samenwerkadvies.tables.opening import READABLE  # noqa: PLC0415 - an extra

    return READABLE


def _tell_how_little(result: BatchResult) -> None:
    """Tell of how many partnerships too little is known, and in what way."""
    if result.provisional:
        where = _partnerships(result.provisional)
        typer.echo(f"Let op: bij {where} is het beeld voorlopig, want belangrijke antwoorden ontbreken nog.")
    if result.contradicting:
        where = _partnerships(result.contradicting)
        say(f"Let op: bij {where} is het beeld voorlopig, want sommige antwoorden spreken elkaar tegen.")
    if result.unanswered and not result.empty:
        say(f"Let op: over {_partnerships(result.unanswered)} staat er geen enkel antwoord.")
    if result.first_looks:
        say(f"Let op: bij {_partnerships(result.first_looks)} is het advies een eerste indruk.")
    if result.little_known:
        where = _partnerships(result.little_known)
        say(f"Let op: over {where} is nog te weinig bekend om te zeggen dat er niets aan de hand is.")


def _tell_aside(result: BatchResult) -> None:
    if result.wrong == result.set_aside:
        are = "rij klopt niet en staat" if result.wrong == 1 else "rijen kloppen niet en staan"
        tell(f"{result.wrong} {are} apart, met de reden: {result.aside}")
    else:
        wrong = "1 rij klopt niet" if result.wrong == 1 else f"{result.wrong} rijen kloppen niet"
        are = "staat" if result.set_aside == 1 else "staan"
        tell(f"{wrong}. Daarom {are} {_partnerships(result.set_aside)} apart, met de reden: {result.aside}")
    for reason in result.reasons[:_SHOWN]:
        tell(f"- {reason}")
    if len(result.reasons) > _SHOWN:
        tell("- … en meer")
    if result.perhaps_unknown:
        words = all_of([quoted(word) for word in result.perhaps_unknown])
        asked = " ".join(f'--unknown "{word}"' for word in result.perhaps_unknown)
        tell(f"Betekent {words} dat het antwoord onbekend is? Zet dan in de opdracht: {asked}")


def _partnerships(count: int) -> str:
    return counted(count, "samenwerking", "samenwerkingen")


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
    quick: Quick = False,
    rules: Rules = None,
) -> None:
    """Maak een lege vragenlijst.

    Ingevuld lees je hem weer in met `samenwerkadvies batch`. Je hoeft er niets aan te veranderen.

    Met --quick staat alleen de snelle scan erin: per voorwaarde één vraag aan elke partij. Dat kost een paar minuten.

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
        tables.write_template(chosen, ruleset, partnership=name, reference_date=day_of(date), quick=quick)
    say(f"Lege vragenlijst: {chosen}")
