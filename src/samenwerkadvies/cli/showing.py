"""How advice and comparisons are shown: in which form, on the screen or in a file."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer
from rich.console import Console

from samenwerkadvies.advising import Assessment, Comparison, Course
from samenwerkadvies.bilingual import any_of
from samenwerkadvies.cli.options import OutputFormat, say, stop
from samenwerkadvies.errors import quoted
from samenwerkadvies.outputs import (
    WIDTH,
    comparison_to_html,
    comparison_to_markdown,
    comparison_to_text,
    course_to_html,
    course_to_markdown,
    course_to_text,
    to_html,
    to_markdown,
    to_renderable,
    to_text,
)
from samenwerkadvies.outputs.beside import beside_to_html, beside_to_markdown, beside_to_text
from samenwerkadvies.placing import put_in_place, said_by_system

if TYPE_CHECKING:
    from samenwerkadvies.frames.others import Beside

_BY_SUFFIX = {
    ".txt": OutputFormat.TEXT,
    ".json": OutputFormat.JSON,
    ".md": OutputFormat.MARKDOWN,
    ".html": OutputFormat.HTML,
    ".htm": OutputFormat.HTML,
    ".xlsx": OutputFormat.XLSX,
}


def form_of(chosen: OutputFormat | None, target: Path | None) -> OutputFormat:
    """Return in which form something is shown: as chosen, or else as the file is called."""
    if chosen is OutputFormat.XLSX and target is None:
        stop("een actieplan is een werkmap, en past niet op het scherm\n   = kies: --output actieplan.xlsx")
    if chosen or target is None:
        return chosen or OutputFormat.TEXT
    suffix = target.suffix.lower()
    if suffix not in _BY_SUFFIX:
        expected = f"een bestand op {any_of(list(_BY_SUFFIX))}, of --format erbij"
        stop(f"wat moet er in een bestand op {quoted(suffix)}?\n   = verwacht: {expected}")
    return _BY_SUFFIX[suffix]


def show_advice(assessments: Sequence[Assessment], form: OutputFormat, target: Path | None, *, full: bool) -> None:
    """Show advice, on the screen or in a file."""
    match form:
        case OutputFormat.JSON:
            deliver(target, as_json([assessment.to_dict() for assessment in assessments]))
        case OutputFormat.HTML:
            deliver(target, to_html(*assessments))
        case OutputFormat.MARKDOWN:
            deliver(target, *map(to_markdown, assessments), between="\n")
        case OutputFormat.TEXT if target is None and (console := Console(highlight=False)).is_terminal:
            width = min(console.width, WIDTH)
            for index, assessment in enumerate(assessments):
                if index:
                    typer.echo(_between(width))
                console.print(to_renderable(assessment, brief=not full), width=width)
        case OutputFormat.TEXT:
            shown = (to_text(assessment, brief=not full) for assessment in assessments)
            deliver(target, *shown, between=f"{_between(WIDTH)}\n")
        case OutputFormat.XLSX:
            _write_plan(assessments, target)


def show_comparisons(comparisons: Sequence[Comparison], form: OutputFormat, target: Path | None) -> None:
    """Show comparisons, on the screen or in a file."""
    match form:
        case OutputFormat.JSON:
            deliver(target, as_json([comparison.to_dict() for comparison in comparisons]))
        case OutputFormat.HTML:
            deliver(target, comparison_to_html(*comparisons))
        case OutputFormat.MARKDOWN:
            deliver(target, *map(comparison_to_markdown, comparisons), between="\n")
        case OutputFormat.TEXT:
            deliver(target, *map(comparison_to_text, comparisons), between="\n")
        case OutputFormat.XLSX:
            _no_plan()


def show_beside(found: Sequence[Beside], language: str, form: OutputFormat, target: Path | None) -> None:
    """Show partnerships beside others, on the screen or in a file."""
    match form:
        case OutputFormat.JSON:
            deliver(target, as_json([beside.to_dict() for beside in found]))
        case OutputFormat.HTML:
            deliver(target, beside_to_html(found, language))
        case OutputFormat.MARKDOWN:
            deliver(target, *(beside_to_markdown(each, language) for each in found), between="\n")
        case OutputFormat.TEXT:
            deliver(target, *(beside_to_text(each, language) for each in found), between="\n")
        case OutputFormat.XLSX:
            _no_plan()


def show_course(series: Course, language: str, form: OutputFormat, target: Path | None) -> None:
    """Show how a partnership went, on the screen or in a file."""
    tell: Callable[[Course, str], str]
    match form:
        case OutputFormat.JSON:
            deliver(target, as_json([series.to_dict()]))
            return
        case OutputFormat.HTML:
            tell = course_to_html
        case OutputFormat.MARKDOWN:
            tell = course_to_markdown
        case OutputFormat.TEXT:
            tell = course_to_text
        case OutputFormat.XLSX:
            _no_plan()
    deliver(target, tell(series, language))


def _between(width: int) -> str:
    return f"\n{'=' * width}\n"


def as_json(shown: Sequence[object]) -> str:
    """Return one object as it is, and more of them as a list."""
    return json.dumps(shown[0] if len(shown) == 1 else shown, ensure_ascii=False, indent=2) + "\n"


def deliver(target: Path | None, *texts: str, between: str = "") -> None:
    """Show texts on the screen, or put them in a file."""
    if target is None:
        for place, text in enumerate(texts):
            typer.echo(between * bool(place) + text, nl=False)
        return
    try:
        put_in_place({target: io.BytesIO(between.join(texts).encode())})
    except OSError as error:
        stop(f"{target}: dat lukt niet ({said_by_system(error)})\n   = verwacht: een plek waar je mag schrijven")
    say(f"Dit staat nu in {target}.")


def _write_plan(assessments: Sequence[Assessment], target: Path | None) -> None:
    from samenwerkadvies.tables.plans import write_plan  # noqa: PLC0415 - needs the extra for Excel

    if target is None or len(assessments) > 1:
        stop(f"in een actieplan past één samenwerking, dit zijn er {len(assessments)}")
    write_plan(target, assessments[0])
    say(f"Het actieplan staat in {target}. Vul het samen in. Daarna: samenwerkadvies compare … --plan {target}")


def _no_plan() -> NoReturn:
    stop("hier hoort geen actieplan bij\n   = verwacht: text, json, markdown of html")
