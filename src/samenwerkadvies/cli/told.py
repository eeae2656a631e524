"""What is told after tables were assessed or compared: what became of every row, and how little is known where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from samenwerkadvies.bilingual import all_of, any_of
from samenwerkadvies.cli.options import say, tell
from samenwerkadvies.errors import quoted
from samenwerkadvies.wording.lists import counted

if TYPE_CHECKING:
    from samenwerkadvies.tables import BatchResult, YearsResult

_SHOWN = 5


def tell_years(years: YearsResult, files: list[Path]) -> None:
    """Tell what changed between two tables, and what could not be compared."""
    first, *others = years.told.opening
    where = f" Dat staat in {files[2]}." if len(files) > 2 else ""  # noqa: PLR2004 - where it was written
    say(first + where)
    for line in others:
        say(f"- {line}")
    for line in years.told.left_out:
        say(line)


def tell_result(result: BatchResult) -> None:
    """Tell what became of a file."""
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
    if result.set_aside:
        _tell_aside(result)


def _readable() -> tuple[str, ...]:
    from samenwerkadvies.tables.opening import READABLE  # noqa: PLC0415 - an extra

    return READABLE


def _tell_how_little(result: BatchResult) -> None:
    """Tell of how many partnerships too little is known, and in what way."""
    if result.provisional:
        where = partnerships_in_words(result.provisional)
        typer.echo(f"Let op: bij {where} is het beeld voorlopig, want belangrijke antwoorden ontbreken nog.")
    if result.contradicting:
        where = partnerships_in_words(result.contradicting)
        say(f"Let op: bij {where} is het beeld voorlopig, want sommige antwoorden spreken elkaar tegen.")
    if result.unanswered and not result.empty:
        say(f"Let op: over {partnerships_in_words(result.unanswered)} staat er geen enkel antwoord.")
    if result.first_looks:
        say(f"Let op: bij {partnerships_in_words(result.first_looks)} is het advies een eerste indruk.")
    if result.little_known:
        where = partnerships_in_words(result.little_known)
        say(f"Let op: over {where} is nog te weinig bekend om te zeggen dat er niets aan de hand is.")


def _tell_aside(result: BatchResult) -> None:
    place = f": {result.aside}" if result.aside else ""
    if result.wrong == result.set_aside:
        are = "rij klopt niet en staat" if result.wrong == 1 else "rijen kloppen niet en staan"
        tell(f"{result.wrong} {are} apart, met de reden{place}")
    else:
        wrong = "1 rij klopt niet" if result.wrong == 1 else f"{result.wrong} rijen kloppen niet"
        are = "staat" if result.set_aside == 1 else "staan"
        tell(f"{wrong}. Daarom {are} {partnerships_in_words(result.set_aside)} apart, met de reden{place}")
    for reason in result.reasons[:_SHOWN]:
        tell(f"- {reason}")
    if len(result.reasons) > _SHOWN:
        tell("- … en meer")
    if result.perhaps_unknown:
        words = all_of([quoted(word) for word in result.perhaps_unknown])
        asked = " ".join(f'--unknown "{word}"' for word in result.perhaps_unknown)
        tell(f"Betekent {words} dat het antwoord onbekend is? Zet dan in de opdracht: {asked}")


def partnerships_in_words(count: int) -> str:
    """Return how many partnerships there are."""
    return counted(count, "samenwerking", "samenwerkingen")
