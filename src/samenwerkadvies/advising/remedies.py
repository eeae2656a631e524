"""What would make a finding go away, and what would bring a condition in order, in words and as facts."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from samenwerkadvies.advising.assessment import Change
from samenwerkadvies.advising.telling import Telling
from samenwerkadvies.engines.decided import Decided
from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.grammar.tree import (
    OWN_VIEWS,
    And,
    Expression,
    Known,
    Not,
    Or,
    Quantity,
    Signal,
)
from samenwerkadvies.inquiry.changes import Way, search_of
from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError
from samenwerkadvies.inquiry.lookers import Lookers
from samenwerkadvies.inquiry.requirements import Requirement
from samenwerkadvies.inquiry.situations import Situation
from samenwerkadvies.ruleset import Rule, Severity
from samenwerkadvies.wording.sentences import Sentences

MOST_ADDED = 5
"""A change that after so many additions still brings something as serious is given up."""


class Remedies:
    """Tells what would change outcomes, for one partnership and its decided rules, in one language."""

    def __init__(self, decided: Decided, diagrams: Diagrams, sentences: Sentences) -> None:
        """Take everything that changes are made of."""
        self._partnership = decided.partnership
        self._decided = decided.outcomes
        self._search = search_of(diagrams)
        self._telling = _telling_of(diagrams, sentences)
        self._situation = diagrams.situation(decided.partnership)
        self._ruleset = decided.ruleset
        positions = diagrams.situations.positions
        self._hidden = frozenset(positions[slot] for slot in decided.partnership.hidden)
        self._lookers = _lookers_of(diagrams)
        self._held = self._lookers.bits(rule for rule, outcome in decided.outcomes.items() if outcome)

    def resolving(self, rule: Rule) -> tuple[Change, ...]:
        """Return every smallest change after which a rule no longer holds, and nothing as serious has come instead."""
        found = sorted(dict.fromkeys(self._harmless(Not(Signal(rule.id)), rule.severity)), key=_size)
        changes = {way: frozenset(way.changes) for way in found}
        smallest = (way for way in found if not any(changes[other] < changes[way] for other in found))
        return tuple(map(self._change, smallest))

    def ordering(self, condition: int) -> tuple[Change, ...]:
        """Return the smallest change after which none of a condition's rules holds, but strengths; if there is one.

        All that must be are decided then, strengths too, and no serious finding has come elsewhere.
        """
        deciding = self._ruleset.deciding(condition)
        rules = [rule for rule in self._ruleset.rules_of(condition) if rule in deciding or self._decided[rule.id]]
        to_end = [Not(Signal(rule.id)) for rule in rules if rule.severity is not Severity.STRENGTH]
        strengths = [Signal(rule.id) for rule in rules if rule.severity is Severity.STRENGTH]
        found = next(self._harmless(And(tuple(to_end)), Severity.HIGH), None)
        if found is not None and strengths and self._leaves_undecided(found, strengths):
            decided = [Or((signal, Not(signal))) for signal in strengths]
            whole = next(self._harmless(And((*to_end, *decided)), Severity.HIGH), None)
            found = None if whole is None else self._with_answers_asked(found, whole)
        return () if found is None else (self._change(found),)

    def _leaves_undecided(self, way: Way, signals: list[Signal]) -> bool:
        after = self._search.diagrams.situations.changed(self._situation, way.changes)
        return any(self._after(way, after, signal.rule) is None for signal in signals)

    def _with_answers_asked(self, way: Way, whole: Way) -> Way:
        """Return the whole of a way, told as some way and answers to give besides it, whatever they say."""
        asked = (at for found in whole.requirements if found not in way.requirements for at in self._missing(found))
        order, of = self._search.diagrams.order, self._search.requirements.of
        slots = (order[position] for position in dict.fromkeys(asked))
        known = (of(Known(Quantity(fact, OWN_VIEWS[party]))) for fact, party in slots)
        asked_anyway = tuple(found for found in whole.requirements if found in way.requirements)
        return Way((*asked_anyway, *known) or whole.requirements, whole.changes)

    def _missing(self, requirement: Requirement) -> Iterator[int]:
        return (position for position in requirement.positions if not self._situation.places[position])

    def _harmless(self, wanted: Expression, severity: Severity) -> Iterator[Way]:
        """Yield the ways to make something hold, each with what keeps away what it would bring that is as serious."""
        for found in self._search.ways(wanted, self._situation):
            way = self._made_harmless(found, wanted, severity)
            if way is not None and not any(map(self._looks_at_what_is_hidden, way.requirements)):
                yield way

    def _looks_at_what_is_hidden(self, requirement: Requirement) -> bool:
        """Say whether an answer that may not be shown counts: how far a change must go would tell it."""
        return bool(self._hidden) and not self._hidden.isdisjoint(requirement.positions)

    def _made_harmless(self, way: Way, wanted: Expression, severity: Severity, before: int = 0) -> Way | None:
        """Return a way that goes on until it brings nothing as serious; None where it does not get there."""
        brought = self._brought(way, severity)
        if not brought:
            return way
        without = And((wanted, *(Not(Signal(rule)) for rule in brought)))
        further = self._search.completed(way, without, self._situation) if before < MOST_ADDED else None
        return None if further is None else self._made_harmless(further, wanted, severity, before + 1)

    def _brought(self, way: Way, severity: Severity) -> list[str]:
        """Return the findings that are as serious, that did not hold, and that a change makes hold.

        Where it only asks to give answers, what those answers bring to light was there already.
        """
        if all(requirement.asks_what_is_known for requirement in way.requirements):
            return []
        bits = self._lookers.of(way.changes, self._situation) & self._lookers.as_serious[severity] & ~self._held
        if not bits:
            return []
        after = self._search.diagrams.situations.changed(self._situation, way.changes)
        return [rule for rule in self._lookers.names(bits) if self._after(way, after, rule)]

    def _after(self, way: Way, after: Situation, rule: str) -> bool | None:
        """Return how a rule comes out after a change."""
        try:
            return self._search.diagrams.outcome(self._ruleset.cores[rule], after)
        except TooLargeError:
            order = self._search.diagrams.order
            changed = self._partnership.changed({order[position]: answer for position, answer in way.changes})
            return ReferenceEngine(self._ruleset).decide(changed)[rule]

    def _change(self, way: Way) -> Change:
        return self._telling.change(way, self._situation)


def _size(way: Way) -> int:
    return len(way.changes)


@functools.lru_cache(maxsize=8)
def _lookers_of(diagrams: Diagrams) -> Lookers:
    return Lookers(diagrams)


@functools.lru_cache(maxsize=16)
def _telling_of(diagrams: Diagrams, sentences: Sentences) -> Telling:
    return Telling(diagrams, sentences)
