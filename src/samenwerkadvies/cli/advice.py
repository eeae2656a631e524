"""The commands about partnerships: advise, explain and compare."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar, cast

import typer

from samenwerkadvies.advising import Adviser, Agreement, Assessment, course
from samenwerkadvies.cli.options import (
    ChosenFormat,
    ChosenLanguage,
    ReferenceDate,
    Rules,
    Target,
    app,
    day_of,
    problems_told,
    stop,
)
from samenwerkadvies.cli.showing import as_json, form_of, show_advice, show_beside, show_comparisons, show_course
from samenwerkadvies.engines import EngineName
from samenwerkadvies.errors import InvalidInputError, Problem, nearest
from samenwerkadvies.loading.cases import load_cases
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.loading.settings import read_settings
from samenwerkadvies.loading.texts import read_text
from samenwerkadvies.outputs import explain_outcome, explain_rule
from samenwerkadvies.ruleset import DUTCH

if TYPE_CHECKING:
    from samenwerkadvies.frames.others import Beside

T = TypeVar("T")


class ExplainFormat(enum.StrEnum):
    """How an explanation is shown."""

    TEXT = "text"
    JSON = "json"


@app.command()
def advise(  # noqa: PLR0913, PLR0917 - one parameter for each option
    cases: Annotated[
        list[Path],
        typer.Argument(metavar="CASUS", help="Een of meer bestanden (.yaml of .json).", show_default=False),
    ],
    output: ChosenFormat = None,
    target: Target = None,
    language: ChosenLanguage = DUTCH,
    date: ReferenceDate = None,
    rules: Rules = None,
    engine: Annotated[str, typer.Option("--engine", metavar="MOTOR", help="auto, durable of reference.")] = "auto",
    changes: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FEIT=ANTWOORD", help="Kijk wat er verandert als dit anders is; mag vaker."),
    ] = None,
    *,
    beside: Annotated[
        Path | None,
        typer.Option(
            "--beside",
            metavar="TABEL",
            help="Laat in plaats van het advies zien hoe de voorwaarden staan, naast die van andere in een tabel.",
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="KOLOM",
            help="Bij --beside: alleen naast samenwerkingen met dezelfde waarde in deze kolom. Staat de samenwerking "
            "niet zelf in de tabel, zeg dan welke: KOLOM=WAARDE.",
        ),
    ] = None,
    minimum: Annotated[
        int, typer.Option("--minimum", min=2, metavar="AANTAL", help="Bij --beside: zo veel andere zijn er nodig.")
    ] = 10,
    full: Annotated[bool, typer.Option("--full", help="Toon ook alle redenen, en wat er helpt.")] = False,
) -> None:
    """Geef advies over een of meer samenwerkingen.

    Voorbeelden:

    - `samenwerkadvies advise casus.yaml`
    - `samenwerkadvies advise casus.yaml --full`
    - `samenwerkadvies advise casus.yaml --output advies.html`
    - `samenwerkadvies advise casus.yaml --output actieplan.xlsx`
    - `samenwerkadvies advise casus.yaml --format json > advies.json`
    - `samenwerkadvies advise a.yaml b.yaml --format markdown --language en`
    - `samenwerkadvies advise casus.yaml --set FEIT=2 --set FEIT.PARTIJ=4`
    - `samenwerkadvies advise casus.yaml --beside jaar.xlsx --by thema --output naast.html`
    """
    form = form_of(output, target)
    if by and not beside:
        stop("--by hoort bij --beside TABEL")
    if beside and changes:
        stop("kies --beside of --set, niet allebei")
    with problems_told(language):
        adviser = Adviser(load_ruleset(rules), cast(EngineName, engine), language)
        vocabulary = adviser.ruleset.vocabulary
        partnerships = _load_all(cases, lambda path: load_cases(path, vocabulary, reference_date=day_of(date)))
        if beside:
            assessments = [adviser.assess(each) for each in partnerships]
            show_beside(_beside(assessments, adviser, beside, by, minimum, day_of(date)), language, form, target)
        elif changes:
            changed = read_settings(changes)
            show_comparisons([adviser.what_if(partnership, changed) for partnership in partnerships], form, target)
        else:
            show_advice([adviser.assess(each, thinking_along=True) for each in partnerships], form, target, full=full)


def _beside(  # noqa: PLR0913, PLR0917 - one parameter for each choice
    assessments: list[Assessment],
    adviser: Adviser,
    source: Path,
    by: str | None,
    minimum: int,
    date: datetime.date | None,
) -> list[Beside]:
    from samenwerkadvies.tables.beside import beside_file  # noqa: PLC0415 - an extra

    column, _, value = (by or "").partition("=")
    return [
        beside_file(
            *(each, source, adviser.ruleset),
            by=column.strip() or None,
            value=value.strip() or None,
            minimum=minimum,
            reference_date=date,
        )
        for each in assessments
    ]


@app.command()
def explain(  # noqa: PLR0913, PLR0917 - one parameter for each option
    rule: Annotated[str, typer.Argument(metavar="REGEL", help="De naam van een regel.", show_default=False)],
    case: Annotated[
        Path | None,
        typer.Argument(
            metavar="CASUS", help="Laat ook zien waarom de regel hier wel of niet geldt.", show_default=False
        ),
    ] = None,
    language: ChosenLanguage = DUTCH,
    date: ReferenceDate = None,
    rules: Rules = None,
    output: Annotated[ExplainFormat, typer.Option("--format", "-f", help="Vorm van de uitvoer.")] = ExplainFormat.TEXT,
) -> None:
    """Leg een regel uit: wanneer hij geldt, wat je dan doet en waar hij vandaan komt.

    Met een casus erbij zie je ook waarom de regel wel of niet geldt, en wat nog ontbreekt.

    Voorbeelden:

    - `samenwerkadvies explain NAAM_VAN_EEN_REGEL`
    - `samenwerkadvies explain NAAM_VAN_EEN_REGEL casus.yaml`
    """
    with problems_told(language):
        adviser = Adviser(load_ruleset(rules), "reference", language)
        ruleset = adviser.ruleset
        if rule in ruleset.off:
            stop(f"regel '{rule}' staat uit in {ruleset.name}: {ruleset.off[rule].why}")
        if rule not in ruleset.with_checks.rules:
            hint = nearest(rule, ruleset.with_checks.rules)
            stop(f"onbekende regel '{rule}'" + (f"\n   = bedoelde je: {hint}" if hint else ""))
        cases = load_cases(case, ruleset.vocabulary, reference_date=day_of(date)) if case else ()
        explained = [(each, adviser.why(each, rule), adviser.why_not(each, rule)) for each in cases]
        if output is ExplainFormat.JSON:
            if not case:
                stop("--format json hoort bij een casus: samenwerkadvies explain REGEL CASUS --format json")
            shown = [
                {"partnership": each.name, "why": part.to_dict(), "why_not": why_not.to_dict()}
                for each, part, why_not in explained
            ]
            typer.echo(as_json([shown]), nl=False)
            return
        typer.echo(explain_rule(ruleset.with_checks.rules[rule], ruleset.with_checks, language), nl=False)
        for each, part, why_not in explained:
            typer.echo(f"\n{explain_outcome(part, why_not, each.name, ruleset, language)}", nl=False)


@app.command()
def compare(  # noqa: PLR0913, PLR0917 - one parameter for each option
    moments: Annotated[
        list[Path],
        typer.Argument(
            metavar="MOMENT",
            help="Casussen, of adviezen die met --format json zijn bewaard; de oudste eerst.",
            show_default=False,
        ),
    ],
    output: ChosenFormat = None,
    target: Target = None,
    language: ChosenLanguage = DUTCH,
    rules: Rules = None,
    plan: Annotated[
        Path | None,
        typer.Option("--plan", metavar="BESTAND", help="Het ingevulde actieplan: wat is er van gekomen?"),
    ] = None,
    *,
    reassess: Annotated[
        bool, typer.Option("--reassess", help="Beoordeel een bewaard advies van andere regels opnieuw met deze regels.")
    ] = False,
) -> None:
    """Laat zien wat er tussen twee momenten is veranderd. Bij meer momenten zie je het verloop.

    Voorbeelden:

    - `samenwerkadvies compare vorig-jaar.yaml dit-jaar.yaml`
    - `samenwerkadvies compare oud-advies.json nieuw.yaml --reassess`
    - `samenwerkadvies compare vorig-jaar.yaml dit-jaar.yaml --plan actieplan.xlsx`
    - `samenwerkadvies compare 2024.yaml 2025.yaml 2026.yaml --format markdown`
    """
    form = form_of(output, target)
    with problems_told(language):
        adviser = Adviser(load_ruleset(rules), language=language)
        if len(moments) < 2:  # noqa: PLR2004 - a comparison
            stop("om te vergelijken zijn twee bestanden nodig: eerst het oudste, dan het nieuwste")
        found = _load_all(moments, lambda path: (_moment(path, adviser, reassess=reassess),))
        _refuse_other_rules(moments, found)
        if len(found) == 2:  # noqa: PLR2004 - a comparison
            show_comparisons([adviser.compare(*found, plan=_agreements(plan))], form, target)
        elif plan:
            stop("een actieplan hoort bij twee momenten: dat waarop het is gemaakt, en nu")
        else:
            show_course(course(found), language, form, target)


def _agreements(plan: Path | None) -> tuple[Agreement, ...]:
    if plan is None:
        return ()
    from samenwerkadvies.tables.plans import read_plan  # noqa: PLC0415 - needs the extra for tables

    return read_plan(plan)


def _moment(path: Path, adviser: Adviser, *, reassess: bool) -> Assessment:
    """Read a case, and assess it; or an assessment that was kept."""
    text = read_text(path, str(path))
    if path.suffix.lower() == ".json" and '"schema"' in text:
        kept = Assessment.from_json(text)
        return adviser.reassessed(kept) if reassess else kept
    cases = load_cases(path, adviser.ruleset.vocabulary)
    if len(cases) > 1:
        raise InvalidInputError(
            [
                Problem(
                    code="CASUS03",
                    message=f"in dit bestand staan {len(cases)} casussen",
                    place=str(path),
                    expected="één casus per bestand",
                )
            ]
        )
    return adviser.assess(cases[0])


def _refuse_other_rules(paths: list[Path], found: list[Assessment]) -> None:
    newest = found[-1]
    for path, each in zip(paths, found, strict=True):
        if each.ruleset != newest.ruleset:
            mine, other = (f"{one.ruleset.name} {one.ruleset.version}" for one in (each, newest))
            stop(f"{path}: beoordeeld met andere regels ({mine}) dan {paths[-1]} ({other})\n   = kies: --reassess")
        if each.language != newest.language:
            stop(f"{path}: dit advies is in een andere taal dan {paths[-1]}\n   = kies: --language {each.language}")


def _load_all(paths: list[Path], load: Callable[[Path], tuple[T, ...]]) -> list[T]:
    """Load every file, so that the problems of all of them are told at once."""
    loaded: list[T] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            loaded += load(path)
        except InvalidInputError as error:
            problems += error.problems
    if problems:
        raise InvalidInputError(problems)
    return loaded
