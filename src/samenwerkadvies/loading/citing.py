"""Read the sources of a ruleset: each a line, or a title with what it is and a link."""

from __future__ import annotations

from collections.abc import Iterable

from samenwerkadvies.citations import Citation, is_link
from samenwerkadvies.errors import MOST_PROBLEMS, InvalidInputError, Problem, Text, quoted
from samenwerkadvies.loading.documents import Node, Section
from samenwerkadvies.loading.entries import RuleFile, SourceEntry, SourceTranslation
from samenwerkadvies.loading.shapes import shape


def read_citations(files: Iterable[RuleFile], problems: list[Problem]) -> dict[str, Citation]:
    """Return the sources of rule files; one that is wrong is told, and stays known by its name."""
    found: dict[str, Citation] = {}
    for key, node in ((key, node) for file in files for key, node in file.bronnen.items()):
        try:
            entry = _entry(node) if len(problems) < MOST_PROBLEMS else SourceEntry(titel=key)
        except InvalidInputError as error:
            problems += error.problems
            entry = SourceEntry(titel=key)
        if entry.link is not None and not is_link(entry.link):
            problems.append(_no_link(entry.link))
        before = found.get(key)
        if before is None or before.title != entry.titel:
            before = Citation("")  # of the same source, what is not said again stays
        about, link = str(entry.wat or before.about), str(entry.link or before.link)
        found[key] = Citation(str(entry.titel), about, link)
    return found


def title_of(node: Node) -> Node | None:
    """Return what a source is called; None where that is not said."""
    return next((part for key, part in node.items() if key == "titel"), None) if isinstance(node, Section) else node


def _entry(node: Node) -> SourceEntry:
    return SourceEntry(titel=shape(node, Text)) if isinstance(node, Text) else shape(node, SourceEntry)


def read_translation(node: Node) -> SourceTranslation:
    """Return what a source is called in another language.

    Raises:
        InvalidInputError: when it is neither a line nor a title with what it is.
    """
    return SourceTranslation(titel=shape(node, Text)) if isinstance(node, Text) else shape(node, SourceTranslation)


def _no_link(link: Text) -> Problem:
    """Return what is wrong with a link, with the link that was meant where only its beginning is missing."""
    meant = "https://" + link.removeprefix("http://")
    return Problem(
        code="VORM13",
        message=f"{quoted(str(link))} is geen link die je veilig kunt volgen",
        location=link.at,
        expected="een link die met https:// begint, zonder spaties of aanhalingstekens",
        hint=meant if is_link(meant) else "",
    )
