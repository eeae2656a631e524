"""Names: free text of people that advice, reports and terminals show; refused where it could mislead or spoil them."""

from __future__ import annotations

import re

from samenwerkadvies.errors import Location, Problem, quoted
from samenwerkadvies.signs import NOWHERE, sign_at

UNFIT = f"[{NOWHERE}\\t\\n]"
"""A sign that no name has, for every engine that knows regular expressions: a name stands on one line."""
NAME_LIKE = "een naam op één regel, zonder stuurtekens"
_UNFIT = re.compile(f"{UNFIT[:-1]}\ud800-\udfff]")


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
    what = "een nieuwe regel" if found.group() == "\n" else sign_at(name, found.start()).name
    return Problem("CASUS08", f"in de naam {quoted(name)} staat {what}", at, place, NAME_LIKE)
