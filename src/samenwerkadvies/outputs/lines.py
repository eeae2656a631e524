"""What is said in lines, each of a sort, as plain text, as markdown and as a page in HTML."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import attrs

from samenwerkadvies.outputs.templating import templates
from samenwerkadvies.outputs.words import escaped
from samenwerkadvies.wording.words import words_in

Line = tuple[str, str | list[str]]
"""A sort of line (title, heading, item, columns, row, text) with its text, or its cells.

The first line is the title; of cells the first is a number, and the second names the row.
"""


def plain(lines: Iterator[Line]) -> str:
    """Return lines as plain text, ending in a line end."""
    found = list(lines)
    rows = [cells for kind, cells in found if kind in ("columns", "row") and isinstance(cells, list)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    written: list[str] = []
    for kind, text in found:
        if isinstance(text, list):
            cells = [text[0].rjust(widths[0]), *map(str.ljust, text[1:], widths[1:])]
            written += [*([""] if kind == "columns" else []), "  ".join(cells).rstrip()]
        elif kind == "heading":
            written += ["", text.upper()]
        else:
            written += [""] if kind == "text" and written[-1].startswith("- ") else []
            written.append(f"- {text}" if kind == "item" else text)
    return "\n".join(written) + "\n"


def marked(lines: Iterator[Line]) -> str:
    """Return lines as markdown, ending in a line end."""
    written: list[str] = []
    last = ""
    for kind, text in lines:
        is_next = kind == last and kind in ("item", "row")
        if written and not is_next and (last, kind) != ("columns", "row"):
            written.append("")
        last = kind
        if isinstance(text, list):
            written.append(f"| {' | '.join(map(escaped, text))} |")
            if kind == "columns":
                written.append("| ---: |" + " --- |" * (len(text) - 1))
        else:
            mark = {"title": "# ", "heading": "## ", "item": "- "}.get(kind, "")
            written.append(mark + escaped(text))
    return "\n".join(written) + "\n"


def page(language: str, *told: Iterator[Line], fragment: bool = False) -> str:
    """Return an article for each series of lines, as a page in HTML or as a part of a page of your own."""
    return (
        templates()
        .get_template("lines.html")
        .render(told=list(map(_Article.of, told)), language=language, words=words_in(language), is_part=fragment)
    )


@attrs.frozen
class _Article:
    """What a page says of one comparison: its title, and its lines, those of one sort together."""

    title: str
    groups: list[tuple[str, list[str | list[str]]]]

    @classmethod
    def of(cls, lines: Iterator[Line]) -> _Article:
        _, title = next(lines)
        grouped = itertools.groupby(lines, lambda line: "row" if line[0] == "columns" else line[0])
        return cls(str(title), [(kind, [text for _, text in group]) for kind, group in grouped])
