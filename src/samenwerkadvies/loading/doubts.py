"""What can be loaded, but can hardly be meant: texts that are cut short, and numbers without a singular."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from samenwerkadvies.errors import Location, Problem, Text, quoted
from samenwerkadvies.loading.documents import Node, Section
from samenwerkadvies.loading.yaml_problems import in_quotes
from samenwerkadvies.vocabulary import NUMBER, Kind

_FOR_READERS = frozenset(
    (
        *("titel", "kort", "uitleg", "label", "vraag", "bij_de_vraag", "zin", "zin_een", "zin_geen", "zin_voorbij"),
        *("niet", "ja", "nee", "nooit", "schaal_1", "schaal_5"),
        *("bevinding", "advies", "stappen", "beslissing", "geen_uitweg", "toelichting"),
    )
)
"""The keys with texts that people read."""
_REMARK = re.compile(r"\s+(?=#)")
_PLURAL = re.compile(r"[\w']+(?:en|ën|s)")


def doubts(node: Node, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield what is doubtful in a rule file or a translation; ``lines`` are those of the file."""
    if not isinstance(node, Section):
        return
    if problem := _without_singular(node):
        yield problem
    for key, value in node.items():
        yield from doubts(value, lines)
        if key in _FOR_READERS and not isinstance(value, Section):
            for text in [value] if isinstance(value, Text) else value:
                if isinstance(text, Text) and (problem := _cut_short(text, key if text is value else "", lines)):
                    yield problem


def _cut_short(text: Text, key: str, lines: Sequence[str]) -> Problem | None:
    """Return the problem of a text without quotes that has a ``#`` behind it."""
    line = text.raw_at[0] + text.raw.count("\n")
    column = len(text.raw) - text.raw.rfind("\n") - 1 + ("\n" not in text.raw) * (text.raw_at[1] - 1)
    source = lines[line - 1] if text.raw else ""
    found = _REMARK.match(source, column)
    if not found:
        return None
    at = Location(text.at.file, line, found.end() + 1, source, len(source.rstrip()) - found.end())
    whole = in_quotes(" ".join((text + source[column:]).split()))
    expected = "aanhalingstekens om de hele tekst; is het een opmerking, dan om wat ervoor staat"
    message = "hier houdt de tekst op: wat na een spatie en # staat, komt nergens te staan"
    return Problem(
        code="LET02", message=message, location=at, expected=expected, hint=f"{key}: {whole}" if key else f"- {whole}"
    )


def _without_singular(section: Section) -> Problem | None:
    """Return the problem of a number that has only a plural."""
    stated = {str(key): value for key, value in section.items()}
    clause = stated.get("zin")
    if stated.get("soort") != Kind.COUNT.value or "zin_een" in stated or not isinstance(clause, Text):
        return None
    counted = [*str(stated.get("eenheid", "")).split()[:1], *clause.partition(NUMBER)[2].split()[:1]]
    if not any(_PLURAL.fullmatch(word) for word in counted):
        return None
    message = f"voor het getal 1 is er geen zin: er komt te staan {quoted(clause.replace(NUMBER, '1'))}"
    expected = f'ook een zin in het enkelvoud, zoals: zin_een: "er is {NUMBER} gesprek per jaar"'
    return Problem(code="LET03", message=message, location=clause.at, expected=expected)
