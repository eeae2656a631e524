"""Read changed answers from the command line: ``fact=answer``, or ``fact.party=answer`` for what each party answers."""

from __future__ import annotations

from collections.abc import Iterable

from samenwerkadvies.bilingual import both
from samenwerkadvies.errors import InvalidFactsError, Location, Problem, Text, quoted

_EXPECTED = both("FEIT=ANTWOORD, of FEIT.PARTIJ=ANTWOORD", "FACT=ANSWER, or FACT.PARTY=ANSWER")


def read_settings(settings: Iterable[str]) -> dict[str, object]:
    """Return changes as ``Adviser.what_if`` takes them; the answers are not checked yet.

    Raises:
        InvalidFactsError: with everything that is no change.
    """
    changes: dict[str, object] = {}
    problems: list[Problem] = []
    for setting in settings:
        left, equals, answer = setting.partition("=")
        name, _, party = (part.strip() for part in left.partition("."))
        value = Text(answer.strip(), Location("--set", 1, len(left) + 2, setting, max(1, len(answer))))
        others = changes.get(name)
        if not equals or not name:
            message = both("{} is geen wijziging", "{} is no change", quoted(setting))
            problems.append(Problem(code="CASUS07", message=message, place="--set", expected=_EXPECTED))
        elif name in changes and not (party and isinstance(others, dict) and party not in others):
            message = both("{} staat er twee keer", "{} stands there twice", quoted(left))
            expected = both("elk antwoord één keer", "each answer once")
            problems.append(Problem(code="CASUS07", message=message, place="--set", expected=expected))
        elif party:
            changes[name] = {**(others if isinstance(others, dict) else {}), party: value}
        else:
            changes[name] = value
    if problems:
        raise InvalidFactsError(problems)
    return changes
