"""Rules that can hold while all that people can make better is as good as it gets: from there is no way out."""

from __future__ import annotations

import contextlib
import datetime
import functools
import itertools
from collections.abc import Iterator

from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.facts import is_better
from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError
from samenwerkadvies.inquiry.nodes import Diagram, Node
from samenwerkadvies.known import answers_of
from samenwerkadvies.meaning.core import Answered, AnsweredCount, Outcome, looked_at, parts_of
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import Ruleset, Severity
from samenwerkadvies.vocabulary import Answer, Slot

_ANY_DAY = datetime.date(2026, 1, 1)


def lasting(ruleset: Ruleset) -> Iterator[str]:
    """Yield the rules, but strengths, that can hold when everything that has a better answer has its best.

    What remains then is what nobody can change, or of which nobody said what is better.
    """
    diagrams = ruleset.once(Diagrams)
    best = _best(diagrams)
    outcomes = ReferenceEngine(ruleset).decide(best)
    asking = _asking(diagrams, best)
    for rule in ruleset.rules.values():
        if rule.severity is Severity.STRENGTH or (outcomes[rule.id] is False and rule.id not in asking):
            continue  # most rules: what is not known now cannot make them hold
        with contextlib.suppress(TooLargeError):
            if _can_hold(diagrams.restricted(rule.id, diagrams.situation(best)), diagrams):
                yield rule.id


def _asking(diagrams: Diagrams, best: Partnership) -> set[str]:
    """Return the rules for which it counts, also through other rules, whether an answer is there that is not."""
    known, asking = frozenset(best.known), set[str]()
    for rule in itertools.chain(*diagrams.ruleset.strata):
        for part in parts_of(diagrams.ruleset.cores[rule.id]):
            is_about_what_is_known = isinstance(part, Answered | AnsweredCount)
            if (
                part.rule in asking
                if isinstance(part, Outcome)
                else is_about_what_is_known and not known.issuperset(looked_at(part))
            ):
                asking.add(rule.id)
    return asking


def _best(diagrams: Diagrams) -> Partnership:
    """Return a partnership in which each answer that can get better is the best one."""
    facts, empty = diagrams.ruleset.vocabulary.parts, diagrams.situation(Partnership(_ANY_DAY))

    def best(slot: Slot, answers: tuple[Answer, ...]) -> Answer:
        fact = facts[slot[0]]
        return functools.reduce(lambda best, answer: answer if is_better(fact, answer, best) else best, answers)

    can_get_better = (
        (slot, best(slot, domain.answers))
        for slot, domain in zip(diagrams.order, empty.domains, strict=True)
        if facts[slot[0]].better and not facts[slot[0]].is_fixed
    )
    return Partnership(_ANY_DAY, answers_of(can_get_better))


def _can_hold(diagram: Diagram, diagrams: Diagrams) -> bool:
    """Say whether a diagram can come out true; what people can answer they will, so it does not stay unknown."""

    @functools.cache
    def can_hold(found: Diagram) -> bool:
        if not isinstance(found, Node):
            return found is True
        is_fixed = diagrams.ruleset.vocabulary.parts[diagrams.order[found.position][0]].is_fixed
        return any(map(can_hold, found.below[not is_fixed :]))

    return can_hold(diagram)
