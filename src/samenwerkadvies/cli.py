"""The command line: results on standard output, errors on standard error, exit codes 0, 1 and 2."""

from __future__ import annotations

import contextlib
import enum
import io
import json
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Annotated, NoReturn, cast

import typer
from rich.console import Console

from samenwerkadvies.advising import Adviser, Assessment
from samenwerkadvies.errors import InvalidInputError, InvalidRulesetError, Problem, SamenwerkadviesError, nearest
from samenwerkadvies.loading import load_cases
from samenwerkadvies.outputs import WIDTH, explain_rule, to_markdown, to_renderable, to_text
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import Ruleset

FINDINGS, WRONG_INPUT = 1, 2
"""Exit codes: a check found problems; the input is wrong."""

app = typer.Typer(
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


class Language(enum.StrEnum):
    """In which language."""

    DUTCH = "nl"
    ENGLISH = "en"


Rules = Annotated[
    Path | None,
    typer.Option("--rules", metavar="DIR", help="Map met eigen regelbestanden, in plaats van de meegeleverde."),
]
ChosenLanguage = Annotated[Language, typer.Option("--language", "-l", help="Taal van de uitvoer.")]


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"samenwerkadvies {metadata.version('samenwerkadvies')}")
        raise typer.Exit


@app.callback()
def main(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Toon de versie en stop.")
    ] = False,
) -> None:
    """Advies over samenwerking tussen gemeenten en migrantenorganisaties.

    De regels werken de dertien voorwaarden uit het onderzoek *Met samenwerking aan het werk* (2010) uit.

    Voorbeeld: `samenwerkadvies advise casus.yaml`
    """


@app.command()
def advise(  # noqa: PLR0913, PLR0917 - one parameter for each option
    cases: Annotated[
        list[Path],
        typer.Argument(metavar="CASUS...", help="Een of meer bestanden (.yaml of .json).", show_default=False),
    ],
    output: Annotated[OutputFormat, typer.Option("--format", "-f", help="Vorm van de uitvoer.")] = OutputFormat.TEXT,
    language: ChosenLanguage = Language.DUTCH,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATUM", help="Peildatum, zoals 2026-03-01; gaat voor die in de casus."),
    ] = None,
    rules: Rules = None,
    engine: Annotated[str, typer.Option("--engine", help="auto, durable of reference.")] = "auto",
) -> None:
    """Geef advies over een of meer samenwerkingen.

    Voorbeelden:

    - `samenwerkadvies advise casus.yaml`
    - `samenwerkadvies advise casus.yaml --format json > advies.json`
    - `samenwerkadvies advise a.yaml b.yaml --format markdown --language en`
    """
    with _problems_told():
        adviser = Adviser(Ruleset.load(rules), engine, language.value)
        vocabulary = adviser.ruleset.vocabulary
        partnerships = _load_all(cases, lambda path: load_cases(path, vocabulary, reference_date=date))
        _show([adviser.assess(partnership) for partnership in partnerships], output)


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(metavar="REGEL", help="De naam van een regel.", show_default=False)],
    language: ChosenLanguage = Language.DUTCH,
    rules: Rules = None,
) -> None:
    """Leg een regel uit: wanneer hij geldt, wat je dan doet en waar hij vandaan komt.

    Voorbeeld: `samenwerkadvies explain NAAM_VAN_EEN_REGEL`
    """
    with _problems_told():
        ruleset = Adviser(Ruleset.load(rules), "reference", language.value).ruleset
        if rule not in ruleset.rules:
            hint = nearest(rule, ruleset.rules)
            _stop(f"onbekende regel '{rule}'" + (f"\n   = bedoelde je: {hint}" if hint else ""))
        typer.echo(explain_rule(ruleset.rules[rule], ruleset, language.value), nl=False)


@app.command()
def check(
    directory: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]", help="Map met regelbestanden; zonder map: de meegeleverde.", show_default=False
        ),
    ] = None,
) -> None:
    """Kijk of regelbestanden kloppen en toon alles wat er mis is.

    Voorbeelden:

    - `samenwerkadvies check`
    - `samenwerkadvies check mijn-regels/`
    """
    if directory is not None and not directory.exists():
        _stop(f"{directory}: deze map bestaat niet")
    try:
        ruleset = Ruleset.load(directory)
    except InvalidRulesetError as error:
        count = len(error.problems)
        _tell(f"{error}\n\n{count} {'probleem' if count == 1 else 'problemen'} gevonden.")
        raise typer.Exit(FINDINGS) from None
    typer.echo(f"Regelset {ruleset.name} {ruleset.version} klopt: {_sizes(ruleset)}.")
    typer.echo(f"Talen: {', '.join(ruleset.languages)}. Vingerafdruk: {ruleset.fingerprint}")
    for replacement in ruleset.replacements:
        typer.echo(f"Vervangen: {replacement.rule} (in {replacement.place})")


@app.command("test")
def play_scenarios(  # noqa: PLR0913 - one parameter for each option
    directory: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]",
            help="Map met scenario's (.feature), of één bestand; zonder map: features/, of de map waar je bent.",
            show_default=False,
        ),
    ] = None,
    *,
    rules: Annotated[
        Path | None,
        typer.Option("--rules", metavar="DIR", help="Map met regels; anders regels/ of rules/ bij de scenario's."),
    ] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Toon wat geen enkel scenario van de regels controleert.")
    ] = False,
    mutate: Annotated[
        bool, typer.Option("--mutate", help="Verander elke regel een klein beetje, en kijk of een scenario het merkt.")
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="DIR", help="Maak hier webpagina's, junit.xml en cucumber.json."),
    ] = None,
    show_steps: Annotated[bool, typer.Option("--steps", help="Toon alle stappen die je kunt gebruiken.")] = False,
) -> None:
    """Controleer de regels met scenario's in gewoon Nederlands.

    Voorbeelden:

    - `samenwerkadvies test`
    - `samenwerkadvies test mijn-scenarios/ --rules mijn-regels/`
    - `samenwerkadvies test --coverage --mutate`
    - `samenwerkadvies test --report verslag/`
    """
    try:
        from samenwerkadvies.scenarios import command  # noqa: PLC0415 - pytest is loaded only here, and may be absent
    except ModuleNotFoundError as error:
        _stop(f"Voor scenario's is meer nodig ({error.name}): pip install 'samenwerkadvies[features]'")
    if show_steps:
        typer.echo(command.steps_page(), nl=False)
        return
    with _problems_told():
        is_well = command.run(directory, rules, command.Wishes(coverage=coverage, mutate=mutate, report=report))
    if not is_well:
        raise typer.Exit(FINDINGS)


def _sizes(ruleset: Ruleset) -> str:
    counts = (
        (len(ruleset.conditions), "voorwaarde", "voorwaarden"),
        (len(ruleset.vocabulary.facts), "feit", "feiten"),
        (len(ruleset.rules), "regel", "regels"),
    )
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts)


def _load_all(paths: list[Path], load: Callable[[Path], tuple[Partnership, ...]]) -> list[Partnership]:
    """Load every file, so that the problems of all of them are told at once."""
    loaded: list[Partnership] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            loaded += load(path)
        except InvalidInputError as error:
            problems += error.problems
    if problems:
        raise InvalidInputError(problems)
    return loaded


def _show(assessments: list[Assessment], output: OutputFormat) -> None:
    match output:
        case OutputFormat.JSON:
            shown = [assessment.to_dict() for assessment in assessments]
            typer.echo(json.dumps(shown[0] if len(shown) == 1 else shown, ensure_ascii=False, indent=2))
        case OutputFormat.MARKDOWN:
            typer.echo("\n".join(to_markdown(assessment) for assessment in assessments), nl=False)
        case OutputFormat.TEXT:
            console = Console(highlight=False)
            for index, assessment in enumerate(assessments):
                if index:
                    typer.echo("\n" + "=" * min(console.width, WIDTH) + "\n")
                if console.is_terminal:
                    console.print(to_renderable(assessment), width=min(console.width, WIDTH))
                else:
                    typer.echo(to_text(assessment), nl=False)


@contextlib.contextmanager
def _problems_told() -> Iterator[None]:
    """Tell what is wrong on standard error, and stop with the code for wrong input."""
    try:
        yield
    except InvalidInputError as error:
        count = len(error.problems)
        _stop(f"{error}\n\n{count} {'probleem' if count == 1 else 'problemen'} gevonden.")
    except SamenwerkadviesError as error:
        _stop(str(error))


def _tell(message: str) -> None:
    typer.echo(message, err=True)


def _stop(message: str) -> NoReturn:
    _tell(message)
    raise typer.Exit(WRONG_INPUT)


def run() -> None:
    """Start the command line, with UTF-8 on every system."""
    for stream in (sys.stdout, sys.stderr):
        cast(io.TextIOWrapper, stream).reconfigure(encoding="utf-8", errors="replace")
    app()
