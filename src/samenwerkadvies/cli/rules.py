"""The commands about rules: explain, check and test."""

from __future__ import annotations

import datetime
import enum
import os
from pathlib import Path
from typing import Annotated, Any

import typer

from samenwerkadvies.advising import Adviser
from samenwerkadvies.cli.options import FINDINGS, ChosenLanguage, Rules, app, problems_told, say, stop, tell
from samenwerkadvies.cli.showing import as_json
from samenwerkadvies.errors import InvalidRulesetError, shown_path
from samenwerkadvies.in_force import turning_rules
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.outputs import checked_lines, extension_to_dict, thresholds_to_dict, thresholds_to_text
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.wording.lists import counted


class RulesFormat(enum.StrEnum):
    """How something about rules is shown."""

    TEXT = "text"
    JSON = "json"


@app.command()
def check(
    directory: Annotated[
        Path | None,
        typer.Argument(metavar="MAP", help="Map met regelbestanden; zonder map: de meegeleverde.", show_default=False),
    ] = None,
    output: Annotated[RulesFormat, typer.Option("--format", "-f", help="Vorm van de uitvoer.")] = RulesFormat.TEXT,
) -> None:
    """Kijk of regelbestanden kloppen en toon alles wat er mis is, en wat jouw map verandert.

    Daarna volgen waarschuwingen: daarmee werken de regels wel, maar is iets waarschijnlijk niet zo bedoeld.

    Voorbeelden:

    - `samenwerkadvies check`
    - `samenwerkadvies check mijn-regels/`
    - `samenwerkadvies check mijn-regels/ --format json`
    """
    if directory is not None and not os.path.exists(directory):  # noqa: PTH110 - Path.exists raises for some names
        stop(f"{shown_path(directory)}: deze map bestaat niet")
    try:
        ruleset = load_ruleset(directory)
    except InvalidRulesetError as error:
        match output:
            case RulesFormat.TEXT:
                tell(f"{error}\n\n{counted(error.count, 'probleem', 'problemen')} gevonden.")
            case RulesFormat.JSON:
                typer.echo(as_json([{"problems": [problem.to_dict() for problem in error.problems]}]), nl=False)
        raise typer.Exit(FINDINGS) from None
    match output:
        case RulesFormat.TEXT:
            _tell_checked(ruleset)
        case RulesFormat.JSON:
            typer.echo(as_json([_checked(ruleset)]), nl=False)
    if ruleset.warnings:
        raise typer.Exit(FINDINGS)


def _tell_checked(ruleset: Ruleset) -> None:
    typer.echo(f"Regelset {ruleset.name} {ruleset.version} klopt: {_sizes(ruleset)}.")
    typer.echo(f"Talen: {', '.join(ruleset.languages)}. Vingerafdruk: {ruleset.fingerprint}")
    for line in checked_lines(ruleset):
        say(line)
    if ruleset.warnings:
        told = "\n\n".join(map(str, ruleset.warnings))
        warnings = counted(len(ruleset.warnings), "waarschuwing", "waarschuwingen")
        tell(f"\n{told}\n\n{warnings}: de regels werken, maar kijk dit na.")


def _checked(ruleset: Ruleset) -> dict[str, Any]:
    return {
        "ruleset": {"name": ruleset.name, "version": ruleset.version, "fingerprint": ruleset.fingerprint},
        "languages": list(ruleset.languages),
        "problems": [],
        **extension_to_dict(ruleset),
        "not_always_in_force": [
            {"rule": rule.id, "since": _plain(rule.validity.since), "before": _plain(rule.validity.before)}
            for rule in turning_rules(ruleset)
        ],
        "warnings": [warning.to_dict() for warning in ruleset.warnings],
    }


def _plain(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


@app.command()
def thresholds(
    rules: Rules = None,
    output: Annotated[RulesFormat, typer.Option("--format", "-f", help="Vorm van de uitvoer.")] = RulesFormat.TEXT,
    language: ChosenLanguage = DUTCH,
) -> None:
    """Toon alle grenzen: het getal, waar het vandaan komt, welke regels het gebruiken en wie het aanpaste.

    Voorbeelden:

    - `samenwerkadvies thresholds`
    - `samenwerkadvies thresholds --rules mijn-regels/`
    - `samenwerkadvies thresholds --format json > grenzen.json`
    """
    with problems_told(language):
        ruleset = Adviser(load_ruleset(rules), "reference", language).ruleset
    match output:
        case RulesFormat.TEXT:
            typer.echo(thresholds_to_text(ruleset, language), nl=False)
        case RulesFormat.JSON:
            typer.echo(as_json([thresholds_to_dict(ruleset, language)]), nl=False)


@app.command("test")
def play_scenarios(  # noqa: PLR0913 - one parameter for each option
    directory: Annotated[
        Path | None,
        typer.Argument(
            metavar="MAP",
            help="Map met scenario's (.feature), of één bestand; zonder map: features/, of de map waar je bent.",
            show_default=False,
        ),
    ] = None,
    *,
    rules: Annotated[
        Path | None,
        typer.Option("--rules", metavar="MAP", help="Map met regels; anders regels/ of regels.yaml bij de scenario's."),
    ] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Toon wat geen enkel scenario van de regels controleert.")
    ] = False,
    mutate: Annotated[
        bool, typer.Option("--mutate", help="Verander elke regel een klein beetje, en kijk of een scenario het merkt.")
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="MAP", help="Maak hier webpagina's, junit.xml en cucumber.json."),
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
        from samenwerkadvies.cli import scenarios  # noqa: PLC0415 - pytest is loaded only here, and may be absent
    except ModuleNotFoundError as error:
        stop(f"Voor scenario's is meer nodig ({error.name}): pip install 'samenwerkadvies[features]'")
    if show_steps:
        typer.echo(scenarios.steps_page(), nl=False)
        return
    with problems_told():
        is_well = scenarios.run(directory, rules, scenarios.Wishes(coverage=coverage, mutate=mutate, report=report))
    if not is_well:
        raise typer.Exit(FINDINGS)


def _sizes(ruleset: Ruleset) -> str:
    counts: tuple[tuple[int, str, str], ...] = (
        (len(ruleset.conditions), "voorwaarde", "voorwaarden"),
        (len(ruleset.vocabulary.facts), "feit", "feiten"),
        (len(ruleset.rules), "regel", "regels"),
    )
    if ruleset.checks:
        counts += ((len(ruleset.checks), "controle", "controles"),)
    return ", ".join(counted(count, one, many) for count, one, many in counts)
