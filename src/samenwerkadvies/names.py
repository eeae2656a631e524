"""Names: free text of people that advice, reports and terminals show; refused where it could mislead or spoil them."""

from __future__ import annotations

import re

from samenwerkadvies.errors import Location, Problem, quoted

UNFIT = "[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
"""A sign that no name has, for every engine that knows regular expressions: control characters, line ends, signs that
turn the direction of what follows, and what is no character. Half characters (surrogates) are in no column of text."""

NAME_LIKE = "een naam op één regel, zonder stuurtekens"
_UNFIT = re.compile(f"{UNFIT[:-1]}\ud800-\udfff]")
_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"


def is_fit(name: str) -> bool:
    """Say whether a text can be shown as a name."""
    return _UNFIT.search(name) is None


def name_problem(name: object, place: str = "naam", at: Location | None = None) -> Problem | None:
    """Return what is wrong with a name; None when it is fit to show, or when there is none."""
    if name is None:
        return None
    if not isinstance(name, str):
        return Problem("CASUS02", "'naam' is geen tekst", at, place, "een naam tussen aanhalingstekens")
    found = _UNFIT.search(name)
    if found is None:
        return None
    sign = found.group()
    what = "een nieuwe regel" if sign in _LINE_ENDS else f"een teken dat je niet ziet (U+{ord(sign):04X})"
    return Problem("CASUS08", f"in de naam {quoted(name)} staat {what}", at, place, NAME_LIKE)
