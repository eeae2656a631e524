"""Names: free text of people that advice, reports and terminals show; refused where it could mislead or spoil them."""

from __future__ import annotations

import re

from samenwerkadvies.bilingual import both
from samenwerkadvies.errors import Location, Problem, quoted
from samenwerkadvies.signs import NOWHERE, sign_at

UNFIT = f"[{NOWHERE}\\t\\n]"
"""A sign that no name has, for every engine that knows regular expressions: a name stands on one line."""
LONGEST = 200
"""Signs in a name: it stands in heads, in lists and in every row about it."""
NAME_LIKE = f"een naam op één regel van hoogstens {LONGEST} tekens, zonder stuurtekens"
_UNFIT = re.compile(f"{UNFIT[:-1]}\ud800-\udfff]")


def is_fit(text: str) -> bool:
    """Say whether a text can be shown on one line, whatever its length; ``name_problem`` says whether it is a name."""
    return _UNFIT.search(text) is None


def name_problem(name: object, place: str = "naam", at: Location | None = None) -> Problem | None:
    """Return what is wrong with a name; None when it is fit to show, or when there is none."""
    if name is None:
        return None
    if not isinstance(name, str):
        message = both("'naam' is geen tekst", "'naam' is no text")
        return Problem(
            code="CASUS02",
            message=message,
            location=at,
            place=place,
            expected=both("een naam tussen aanhalingstekens", "a name in quotes"),
        )
    expected = both(NAME_LIKE, f"a name on one line of {LONGEST} signs at the most, without signs that steer a screen")
    if len(name) > LONGEST:
        message = both(
            "de naam {} is te lang: {} tekens", "the name {} is too long: {} signs", quoted(name), str(len(name))
        )
        return Problem(code="CASUS08", message=message, location=at, place=place, expected=expected)
    found = _UNFIT.search(name)
    if found is None:
        return None
    what = both("een nieuwe regel", "a line end")
    if found.group() != "\n":
        what = both("{}", "a sign that steers a screen", sign_at(name, found.start()).name)
    message = both("in de naam {} staat {}", "the name {} holds {}", quoted(name), what)
    return Problem(code="CASUS08", message=message, location=at, place=place, expected=expected)
