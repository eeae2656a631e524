"""What the commands share: the app, its options, and how wrong input is told."""

from __future__ import annotations

import contextlib
import datetime
import enum
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NoReturn, overload

import typer

from samenwerkadvies.cli.dutch import DutchTyper
from samenwerkadvies.dates import days_meant, read_day
from samenwerkadvies.errors import InvalidInputError, Problem, SamenwerkadviesError, printable
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.wording.words import LANGUAGES, words_in

FINDINGS, WRONG_INPUT = 1, 2
"""Exit codes: a check found problems; the input is wrong."""

app = DutchTyper(
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


class OutputFormat(enum.StrEnum):
    """How advice is shown."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    XLSX = "xlsx"


Rules = Annotated[
    Path | None,
    typer.Option("--rules", metavar="MAP", help="Map met eigen regelbestanden, in plaats van de meegeleverde."),
]


def _known_language(language: str) -> str:
    if language not in LANGUAGES:
        raise typer.BadParameter(f"{language!r} is not one of {', '.join(map(repr, LANGUAGES))}.")
    return language


ChosenLanguage = Annotated[
    str,
    typer.Option(
        "--language", "-l", metavar=f"[{'|'.join(LANGUAGES)}]", callback=_known_language, help="Taal van de uitvoer."
    ),
]
ChosenFormat = Annotated[
    OutputFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="Vorm van de uitvoer; xlsx is het actieplan. Anders die van het bestand bij --output, of text.",
        show_default=False,
    ),
]
Target = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="BESTAND", help="Schrijf de uitvoer in dit bestand.", show_default=False),
]
ReferenceDate = Annotated[
    str | None,
    typer.Option("--date", metavar="DATUM", help="Peildatum, zoals 2026-03-01; gaat voor die in de casus."),
]


Quick = Annotated[
    bool, typer.Option("--quick", help="De snelle scan: per voorwaarde één vraag aan elke partij, een eerste indruk.")
]


DATE_LIKE = "een datum zoals 2026-03-01 of 1-3-2026"


def date_or_column(text: str) -> datetime.date | str:
    """Return a date that was typed as a date, and the name of a column as it is; stop for what looks like neither."""
    is_column = any(letter.isalpha() for letter in text) and not days_meant(text)
    return text if is_column else day_of(text, f"{DATE_LIKE}, of de naam van een kolom")


@overload
def day_of(text: str, expected: str = ...) -> datetime.date: ...
@overload
def day_of(text: str | None, expected: str = ...) -> datetime.date | None: ...
def day_of(text: str | None, expected: str = DATE_LIKE) -> datetime.date | None:
    """Return a date as people write it; stop for what is no date, or can mean two."""
    if text is None:
        return None
    day = read_day(text)
    if isinstance(day, Problem):
        hint = f"\n   = bedoelde je: {day.hint}" if day.hint else ""
        stop(f"{day.message}\n   = verwacht: {expected}{hint}")
    return day


def check_quick_scan(ruleset: Ruleset) -> None:
    """Stop when rules have no quick scan."""
    if not ruleset.quick_scan:
        looks = "een vraag waar alleen regels met 'wijkt_voor: voorwaarde' naar kijken"
        stop(
            f"deze regels hebben geen snelle scan\n   = verwacht: {looks}\n   = kies: dezelfde opdracht zonder --quick"
        )


@contextlib.contextmanager
def problems_told(language: str = DUTCH) -> Iterator[None]:
    """Tell what is wrong on standard error, and stop with the code for wrong input."""
    try:
        yield
    except InvalidInputError as error:
        words = words_in(language).report
        found = words["problem" if error.count == 1 else "problems"].format(error.count)
        stop(f"{error.in_language(language)}\n\n{found}")
    except SamenwerkadviesError as error:
        stop(str(error))


def tell(message: str) -> None:
    """Tell something on standard error; what a name of a file may hold never reaches a terminal as it is."""
    typer.echo("\n".join(map(printable, message.split("\n"))), err=True)


def say(message: str) -> None:
    """Tell something on standard output, as ``tell`` does."""
    typer.echo("\n".join(map(printable, message.split("\n"))))


def stop(message: str) -> NoReturn:
    """Tell what is wrong, and stop with the code for wrong input."""
    tell(message)
    raise typer.Exit(WRONG_INPUT)
