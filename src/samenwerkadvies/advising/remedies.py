"""What would make a finding go away, and what would bring a condition in order, in words and as facts."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence

from samenwerkadvies.advising.assessment import Change
from samenwerkadvies.advising.telling import Telling
from samenwerkadvies.engines.decided import Decided
from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.grammar.tree import (
    OWN_VIEWS,
    And,
    Known,
    Not,
    Quantity,
    Signal,
)
from samenwerkadvies.inquiry.changes import Goal, Way, search_of
from samenwerkadvies.inquiry.diagrams import Diagrams, TooLargeError
from samenwerkadvies.inquiry.goals import Goals
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
        self._lookers, self._goals = _known_of(diagrams)
        self._held = self._lookers.bits(rule for rule, outcome in decided.outcomes.items() if outcome)

    def resolving(self, rule: Rule) -> tuple[Change, ...]:
        """Return every smallest change after which a rule no longer holds, and nothing as serious has come instead."""
        found = list(dict.fromkeys(self._harmless(self._goals.resolving(rule.id), rule.severity)))
        if len(found) > 1:
            found = _without_larger(found)
        return tuple([self._telling.change(way, self._situation) for way in found])

    def ordering(self, condition: int) -> tuple[Change, ...]:
        """Return the smallest change after which none of a condition's rules holds, but strengths; if there is one.

        All that must be are decided then, strengths too, and no serious finding has come elsewhere.
        """
        goals = self._goals.ordering(condition, self._held)
        found = next(self._harmless(goals.ended, Severity.HIGH), None)
        if found is not None and goals.strengths and self._leaves_undecided(found, goals.strengths):
            whole = next(self._harmless(goals.decided, Severity.HIGH), None)
            found = None if whole is None else self._with_answers_asked(found, whole)
        return () if found is None else (self._change(found),)

    def _leaves_undecided(self, way: Way, rules: Iterable[str]) -> bool:
        after = self._search.diagrams.situations.changed(self._situation, way.changes)
        return any(self._after(way, after, rule) is None for rule in rules)

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

    def _harmless(self, goal: Goal, severity: Severity) -> Iterator[Way]:
        """Yield the ways to make something hold, each with what keeps away what it would bring that is as serious."""
        for found in self._search.ways(goal, self._situation):
            way = self._made_harmless(found, goal, severity)
            if way is not None and not (self._hidden and any(map(self._looks_at_what_is_hidden, way.requirements))):
                yield way

    def _looks_at_what_is_hidden(self, requirement: Requirement) -> bool:
        """Say whether an answer that may not be shown counts: how far a change must go would tell it."""
        return not self._hidden.isdisjoint(requirement.positions)

    def _made_harmless(self, way: Way, goal: Goal, severity: Severity, before: int = 0) -> Way | None:
        """Return a way that goes on until it brings nothing as serious; None where it does not get there."""
        brought = self._brought(way, severity)
        if not brought:
            return way
        without = And((goal.wanted, *(Not(Signal(rule)) for rule in brought)))
        further = self._search.completed(way, without, self._situation) if before < MOST_ADDED else None
        return None if further is None else self._made_harmless(further, goal, severity, before + 1)

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
            return self._search.diagrams.outcome_of_rule(rule, after)
        except TooLargeError:
            order = self._search.diagrams.order
            changed = self._partnership.changed({order[position]: answer for position, answer in way.changes})
            return ReferenceEngine(self._ruleset).decide(changed)[rule]

    def _change(self, way: Way) -> Change:
        return self._telling.change(way, self._situation)


def _without_larger(ways: Sequence[Way]) -> list[Way]:
    """Return ways, the smallest first, without those that change all that another one changes, and more."""
    in_order = sorted(ways, key=lambda way: len(way.changes))
    changes = {way: frozenset(way.changes) for way in in_order}
    return [way for way in in_order if not any(changes[other] < changes[way] for other in in_order)]


@functools.lru_cache(maxsize=8)
def _known_of(diagrams: Diagrams) -> tuple[Lookers, Goals]:
    lookers = Lookers(diagrams)
    return lookers, Goals(search_of(diagrams), lookers)


@functools.lru_cache(maxsize=16)
def _telling_of(diagrams: Diagrams, sentences: Sentences) -> Telling:
    return Telling(diagrams, sentences)
