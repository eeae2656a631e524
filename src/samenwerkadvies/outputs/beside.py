"""One partnership beside others: as text, as markdown and as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from samenwerkadvies.meaning.standing import Status
from samenwerkadvies.outputs.lines import Line, marked, page, plain
from samenwerkadvies.outputs.words import SIGNS
from samenwerkadvies.wording.words import words_in

if TYPE_CHECKING:
    from samenwerkadvies.frames.others import Beside, BesideOthers


def beside_to_text(beside: Beside, language: str) -> str:
    """Return it as plain text, ending in a line end."""
    return plain(_lines(beside, language))


def beside_to_markdown(beside: Beside, language: str) -> str:
    """Return it as markdown, ending in a line end."""
    return marked(_lines(beside, language))


def beside_to_html(found: Sequence[Beside], language: str) -> str:
    """Return a page in HTML with one partnership beside others, or several below each other."""
    return page(language, *(_lines(beside, language) for beside in found))


def _lines(beside: Beside, language: str) -> Iterator[Line]:
    report, words = words_in(language).report, words_in(language).beside
    name = beside.partnership or report["a partnership"]
    like = words["like"].format(beside.by, beside.value or words["empty"]) if beside.by else ""
    yield "title", words["title"].format(name)
    if beside.is_few:
        few = {0: "few none", 1: "few one"}.get(beside.number, "few")
        yield "text", words[few].format(beside.number, like, beside.minimum)
        yield "text", words["few means"]
        return
    yield "text", words["number"].format(beside.number, like)
    yield (
        "columns",
        ["", report["condition"], words["here"], *(report[status.value] for status in Status), words["place"]],
    )
    for each in beside.conditions:
        here = f"{SIGNS[each.status]} {report[each.status.value]}"
        others = [str(each.others[status]) for status in Status]
        yield "row", [str(each.number), each.title, here, *others, _place(each, language)]
    yield "text", words["means"]


def _place(found: BesideOthers, language: str) -> str:
    words = words_in(language).beside
    return words["of them"].format(*found.place) if found.place else words["no place"]
