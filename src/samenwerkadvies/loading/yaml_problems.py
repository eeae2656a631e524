"""Say what is wrong with a text that is no YAML: the slip of the writer, not what the parser stumbles over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from samenwerkadvies.bilingual import both
from samenwerkadvies.errors import Location, Problem, Text, quoted, sign_problem

DEEPEST = 12
"""Levels inside each other."""
_EXPECTED = "op elke regel een naam en een dubbele punt; let ook op inspringen en aanhalingstekens"
_LONGEST_HINT = 100


def place(shown: str, lines: Sequence[str], line: int, column: int, width: int = 1) -> Location:
    """Return a line and column, from 1, as a place in a file with these lines."""
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    return Location(shown, line, column, source, width)


def too_deep(at: Location) -> Problem:
    """Return the problem of too many levels."""
    return Problem(
        code="LEES06", message="te veel niveaus in elkaar", location=at, expected=f"hoogstens {DEEPEST} diep"
    )


def yaml_problem(error: Exception, shown: str, lines: Sequence[str]) -> Problem:
    """Return what is wrong, given what the YAML parser says, at the place where a writer should look."""
    problem, context = (str(getattr(error, name, None) or "") for name in ("problem", "context"))
    marks = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
    mark = marks["scanning" not in context]
    at = place(shown, lines, mark.line + 1, mark.column + 1) if mark else Location(shown, 1, 1)
    if at.line > len(lines):  # libyaml puts the end of a text on a line of its own
        at = place(shown, lines, len(lines), len(lines[-1]) + 1)
    said = f"{problem} {context}"
    if "exceeded maximum nesting depth" in said:  # some releases of libyaml look ahead, and count for themselves
        return too_deep(at)
    suspects = [at.line, at.line - 1]  # what runs on from the line before is noticed one line too late
    suspects += [found.line + shift for found in marks if found for shift in (1, 0)]
    for line in dict.fromkeys(suspects):
        where = place(shown, lines, line, 1)
        if slip := _odd_name(where) or next(_slips(where), None):
            return slip
    if slip := _open_quote(at, lines) or _indent_slip(at, lines):
        return slip
    clue = next((clue for clue in _EXPLANATIONS if clue in said), None)
    message = _EXPLANATIONS[clue] if clue else "dit is geen YAML"
    found = _WITHOUT_COLON.fullmatch(at.source) if clue == _NO_COLON else None
    return Problem(
        code="LEES04",
        message=message,
        location=at,
        expected=_EXPECTED,
        hint=f"{found['key']}: {found['value']}" if found else "",
    )


_NO_COLON = "could not find expected ':'"
_WITHOUT_COLON = re.compile(r"\s*(?P<key>[a-z_]\w*)\s*[;=]?\s+(?P<value>\S.*?)\s*")
_EXPLANATIONS = {  # libyaml and PyYAML tell what is wrong in words only
    "mapping values are not allowed": "hier kan geen dubbele punt staan: zet de tekst tussen aanhalingstekens",
    _NO_COLON: "hier ontbreekt een dubbele punt, of deze tekst hoort bij de regel erboven",
    "expected <block end>": "deze regel springt niet goed in",
    "did not find expected key": "deze regel springt niet goed in",
    "expected ',' or": "een haakje wordt niet gesloten, of er ontbreekt een komma",
    "found unexpected end of stream": "een aanhalingsteken of haakje wordt niet gesloten",
    "found undefined alias": "een sterretje aan het begin: zet de tekst tussen aanhalingstekens",
    "found unknown escape character": "een schuine streep in dubbele aanhalingstekens: gebruik enkele aanhalingstekens",
    "decimal number": "een schuine streep in dubbele aanhalingstekens: gebruik enkele aanhalingstekens",
    "invalid Unicode": "hier staat een half of onbekend teken",
}


def _odd_name(at: Location) -> Problem | None:
    """Return the odd sign in the part of a line that YAML reads as a name."""
    name = at.source.partition(": ")[0]
    return sign_problem(Text(name, at, name, (at.line, 1)))


def _open_quote(at: Location, lines: Sequence[str]) -> Problem | None:
    """Return the quotation mark above that is not closed, where the next one closes it by accident."""
    above = range(at.line - 1, 0, -1) if '"' in at.source else ()
    odd = next((number for number in above if lines[number - 1].count('"') % 2), 0)
    found = _OPENED.fullmatch(lines[odd - 1][:1000]) if odd else None
    if not found:
        return None
    where = place(at.file, lines, odd, found.start("value") + 1, len(found["value"]))
    hint = f'{found["before"]}{found["value"]}"'
    return Problem(
        code="LEES04",
        message="dit aanhalingsteken wordt niet gesloten",
        location=where,
        expected="aanhalingstekens om de hele tekst",
        hint=hint if len(hint) <= _LONGEST_HINT else "",
    )


_OPENED = re.compile(r"\s*(?P<before>(?:-\s+)?(?:[\w-]+:\s+)?)(?P<value>\"[^\"]*?)\s*")
_KEY = re.compile(r"(?P<indent> *)[\w-]+:(?P<value>\s+[^\s|>#].*)?")


def _indent_slip(at: Location, lines: Sequence[str]) -> Problem | None:
    """Return what is wrong with how far an entry stands from the margin, or with the line above that it hangs under."""
    stated = enumerate(lines[: at.line], start=1)
    filled = [number for number, line in stated if line.split("#")[0].strip()][-3:]
    here = _KEY.match(at.source)
    if not here or filled[-1:] != [at.line] or len(filled) == 1:
        return None
    above = lines[filled[-2] - 1]
    before = place(at.file, lines, filled[-2], len(above) - len(above.lstrip()) + 1, len(above.strip()))
    entry = _KEY.match(above)
    if not entry and re.fullmatch(r"\s*[a-z]\w*\s*", above):
        expected = "een dubbele punt achter een naam"
        return Problem(
            code="LEES04",
            message="hier ontbreekt een dubbele punt",
            location=before,
            expected=expected,
            hint=f"{above.strip()}:",
        )
    if not entry and len(filled) == 2:  # noqa: PLR2004 - the first line of the file, and the one under it
        expected = "een # voor een opmerking"
        return Problem(
            code="LEES04",
            message="hier staat gewone tekst",
            location=before,
            expected=expected,
            hint=f"# {above.strip()}",
        )
    if not entry or not entry["value"] or len(here["indent"]) <= len(entry["indent"]):
        return None
    first = _KEY.match(lines[filled[-3] - 1]) if len(filled) > 2 else None  # noqa: PLR2004 - there is a third
    if first and first["indent"] == here["indent"]:
        expected = f"{len(here['indent'])} spaties ervoor, net als de regels eromheen"
        return Problem(code="LEES04", message="deze regel springt te weinig in", location=before, expected=expected)
    expected = f"{len(entry['indent'])} spaties ervoor, net als de regel erboven"
    at = place(at.file, lines, at.line, len(here["indent"]) + 1, len(at.source.strip()))
    return Problem(code="LEES04", message="deze regel springt te ver in", location=at, expected=expected)


_TAB = re.compile(r" *\t")
_NO_SPACE = re.compile(r"\s*(?:-\s+)*(?P<written>(?P<key>[a-z_]\w*):(?P<value>[^\s:/].*))")
_NO_SPACE_AFTER_DASH = re.compile(r"\s*(?P<written>-(?P<value>[^\s-].*))")
_ENTRY = re.compile(r"\s*(?:-\s+)*(?P<written>(?P<key>[\w-]+):\s+(?P<value>\S.*?))\s*")
_ITEM = re.compile(r"\s*-\s+(?P<written>(?P<key>)(?P<value>[^\s-].*?))\s*")
_AFTER_BRACKETS = re.compile(r"\{[^{}]*\}\s*[^\s#,}\]].*|\[[^\[\]]*\]\s*[^\s#,}\]].*")
_WHOLE = re.compile(
    r"'(?:[^']|'')*'\s*(?:#.*)?|\"(?:[^\"\\]|\\(?:[0abtnvfre \"/\\N_LP]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}))*\"\s*(?:#.*)?"
)


def _slips(at: Location) -> Iterator[Problem]:
    """Yield what is wrong with a line, whatever stands around it."""
    line = at.source[:1000]
    if found := _TAB.match(line):
        here = Location(at.file, at.line, found.end(), at.source)
        yield Problem(code="LEES04", message="hier staat een tab", location=here, expected="spaties om in te springen")
    if line.startswith("```"):
        yield Problem(
            code="LEES04",
            message="hier staat een regel met ```",
            location=at,
            expected="het bestand zonder de regels met ```",
        )
    if found := BULLET.match(line):
        indent = len(line) - len(line.lstrip())
        yield bullet_problem(Location(at.file, at.line, indent + 1, at.source, len(line.strip())), found)
    if found := _NO_SPACE.fullmatch(line):
        yield no_space_after(":", at, found.start("written"), found["key"], found["value"])
    if found := _NO_SPACE_AFTER_DASH.fullmatch(line):
        yield no_space_after("-", at, found.start("written"), "", found["value"])
    found = _ENTRY.fullmatch(line) or _ITEM.fullmatch(line)
    if found and (message := _wants_quotes(found["value"])):
        here = Location(at.file, at.line, found.start("value") + 1, at.source, len(found["value"]))
        key = f"{found['key']}: " if found["key"] else "- "
        hint = f"{key}{in_quotes(found['value'])}"
        expected = "aanhalingstekens om de hele tekst"
        yield Problem(
            code="LEES04",
            message=message,
            location=here,
            expected=expected,
            hint=hint if len(hint) <= _LONGEST_HINT else "",
        )


BULLET = re.compile(r"\s*(?:[*•·▪●○–—]|\d{1,2}[.)])\s+(?P<value>\S.*)")
"""A line of a list as Word makes it."""


def bullet_problem(at: Location, found: re.Match[str]) -> Problem:
    """Return the problem of a list with another sign than a dash."""
    message = "een opsomming begint hier met streepjes"
    return Problem(
        code="LEES04",
        message=message,
        location=at,
        expected="een streepje en een spatie",
        hint=f"- {found['value'].rstrip()}",
    )


def no_space_after(sign: str, at: Location, start: int, key: str, value: str) -> Problem:
    """Return the problem of a colon or a dash with a text right behind it, at ``start`` of its line."""
    name = "de dubbele punt" if sign == ":" else "het streepje"
    width = len(key) + 1 + len(value)
    here = Location(at.file, at.line, start + 1, at.source, width)
    hint = f"{key}{sign} {value}"
    expected = f"een spatie achter {name}"
    message = f"achter {name} ontbreekt een spatie"
    return Problem(
        code="LEES04",
        message=message,
        location=here,
        expected=expected,
        hint=hint if len(hint) <= _LONGEST_HINT else "",
    )


def cut_problem(text: Text, key: str) -> Problem:
    """Return the problem of a text between brackets that ends at a comma in it; ``key`` leads it, empty in a list.

    A number can have a point instead, unless that could be for thousands.
    """
    number = _DECIMALS.fullmatch(text)
    is_clear = number and len(number["decimals"]) != _THOUSANDS
    hint = f"{key}{text.replace(',', '.') if is_clear else in_quotes(text)}"
    expected = "een punt, of een eigen regel zonder accolades" if is_clear else "aanhalingstekens om de hele tekst"
    if not key:
        expected = "aanhalingstekens om de hele tekst, of een spatie achter de komma als het twee teksten zijn"
    return Problem(
        code="LEES04",
        message=f"tussen {'accolades' if key else 'blokhaken'} houdt {quoted(text)} op bij de komma",
        location=text.at,
        expected=expected,
        hint=hint if len(hint) <= _LONGEST_HINT else "",
    )


def with_cut(problems: Sequence[Problem], cut: Sequence[Problem]) -> list[Problem]:
    """Return what is wrong, and the texts that are cut of which nothing is told yet: that says what they should be."""
    told = {problem.location for problem in problems}
    return [*problems, *(problem for problem in cut if problem.location not in told)]


_DECIMALS = re.compile(r"[0-9]+,(?P<decimals>[0-9]+)")
_THOUSANDS = 3
"""So many digits behind a point can be thousands."""


NOTHING_MORE = re.compile(r"\s*(?:[,}]|$)|\s+#")
"""What can stand behind an entry between braces without a colon: its end, or a comment."""
_TEXT_BEFORE = re.compile(r".*:\s.*[^\s'\"\]}],\s*")


def or_rest(problem: Problem) -> Problem:
    """Return the problem of an unknown name, with a way out more where it can be the rest of a text with a comma."""
    at = problem.location
    end = at.column - 1 if at else 0
    if not at or not _TEXT_BEFORE.fullmatch(at.source, 0, end) or not NOTHING_MORE.match(at.source, end + at.width):
        return problem
    expected = both(
        "{}; hoort dit bij de tekst ervoor? Zet die tussen aanhalingstekens",
        "{}; does this belong to the text before it? Put that in quotes",
        problem.expected,
    )
    return attrs.evolve(problem, expected=expected)


def _wants_quotes(value: str) -> str:
    """Say why a text on a line of its own cannot stand there as it is; empty when it can."""
    first = value[0]
    if first in "%@`*":
        return f"een tekst kan niet met {first} beginnen: zet aanhalingstekens om de tekst"
    if first in "{[":
        is_text = _AFTER_BRACKETS.fullmatch(value)
        return f"een tekst kan niet met {first} beginnen: zet aanhalingstekens om de tekst" if is_text else ""
    if first in "'\"":
        if _WHOLE.fullmatch(value) or value.count(first) == 1:
            return ""
        if first == '"' and "\\" in value:
            return "een schuine streep in dubbele aanhalingstekens: gebruik enkele aanhalingstekens"
        return f"in de tekst staat een {first}, en daar houdt de tekst dan op"
    if first not in "|>" and (": " in value or value.endswith(":")):
        return "hier kan geen dubbele punt staan: zet aanhalingstekens om de tekst"
    return ""


def in_quotes(value: str) -> str:
    """Return a text in the quotation marks that YAML reads it by."""
    inner = value[1:-1] if value[0] in "'\"" and value[-1:] == value[0] else value
    if '"' in inner or "\\" in inner:
        return "'" + inner.replace("'", "''") + "'"
    return f'"{inner}"'
