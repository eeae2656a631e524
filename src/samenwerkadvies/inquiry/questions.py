"""Which questions are still worth asking, the most telling first."""

from __future__ import annotations

import math
from collections.abc import Iterable

import attrs

from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError, answers_to_hold, asked
from samenwerkadvies.partnership import Partnership, Slot
from samenwerkadvies.ruleset import Ruleset, Severity


@attrs.frozen
class Worth:
    """An answer that is missing and can still change how undecided rules come out."""

    slot: Slot
    could_decide: tuple[str, ...]
    """Those rules, in the order in which they were given."""
    severity: Severity | None
    """Of the most serious of them that can still hold; None where none can."""


def worth_asking(undecided: Iterable[str], partnership: Partnership, diagrams: Diagrams) -> tuple[Worth, ...]:
    """Return the answers worth asking for.

    Ranked by what they could bring to light: the most serious rule that can still hold, then how many rules they
    could decide, then how few answers could make one of those hold; then in the order of the vocabulary. An answer
    that can no longer change how any undecided rule comes out, whatever the other answers, is left out. (A rule too
    large to be worked out counts as depending on every missing answer that it looks at.)
    """
    ruleset = diagrams.ruleset
    known = partnership.slots()
    rules: dict[Slot, list[str]] = {}
    nearness: dict[str, float] = {}
    for name in undecided:
        try:
            diagram = diagrams.restricted(name, partnership)
        except TooLargeError:
            found = [slot for slot in diagrams.slots_of_rule(name) if slot not in known]
            nearness[name] = len(found)
        else:
            bits = asked(diagram)
            found = [slot for position, slot in enumerate(diagrams.order) if bits >> position & 1]
            nearness[name] = answers_to_hold(diagram)
        for slot in found:
            rules.setdefault(slot, []).append(name)
    ranks = {slot: _rank(names, nearness, ruleset) for slot, names in rules.items()}
    severities = (*ruleset.policy.severities, None)
    return tuple(
        Worth(slot, tuple(rules[slot]), severities[ranks[slot][0]])
        for slot in sorted((slot for slot in diagrams.order if slot in rules), key=ranks.__getitem__)
    )


def _rank(names: list[str], nearness: dict[str, float], ruleset: Ruleset) -> tuple[int, int, float]:
    severities = ruleset.policy.severities
    serious = [severities.index(ruleset.rules[name].severity) for name in names if nearness[name] < math.inf]
    return min(serious, default=len(severities)), -len(names), min(nearness[name] for name in names)
