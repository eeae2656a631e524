"""What would make a finding go away, and what would bring a condition in order, in words and as facts."""

from __future__ import annotations

import functools
import heapq
import itertools
from collections.abc import Iterable, Iterator

from samenwerkadvies.advising.assessment import Change
from samenwerkadvies.advising.telling import Telling
from samenwerkadvies.engines.decided import Decided, Outcomes
from samenwerkadvies.engines.reference import OneByOne
from samenwerkadvies.grammar.tree import (
    And,
    Known,
    Not,
    Quantity,
    Signal,
)
from samenwerkadvies.inquiry.changes import Goal, Way, search_of
from samenwerkadvies.inquiry.diagrams import Diagrams
from samenwerkadvies.inquiry.goals import Goals
from samenwerkadvies.inquiry.lookers import Lookers
from samenwerkadvies.inquiry.requirements import Requirement
from samenwerkadvies.inquiry.situations import Changes
from samenwerkadvies.ruleset import Rule, Severity
from samenwerkadvies.wording.sentences import Sentences

MOST_ADDED = 5
"""What still brings something as serious when so many times something was kept away, is given up."""


class Remedies:
    """Tells what would change outcomes, for one partnership and its decided rules, in one language."""

    def __init__(self, decided: Decided, diagrams: Diagrams, sentences: Sentences) -> None:
        """Take everything that changes are made of."""
        self._partnership = decided.partnership
        self._decided = decided.outcomes
        self._search = search_of(diagrams)
        self._telling = _telling_of(diagrams, sentences.language)
        self._situation = diagrams.situation(decided.partnership)
        self._ruleset = decided.ruleset
        positions = diagrams.situations.of_question
        self._hidden = frozenset(itertools.chain(*(positions[slot] for slot in decided.partnership.hidden)))
        self._lookers, self._goals = _known_of(diagrams)
        self._held = self._lookers.bits(rule for rule, outcome in decided.outcomes.items() if outcome)

    def resolving(self, rule: Rule) -> tuple[Change, ...]:
        """Return every smallest change after which a rule no longer holds, and nothing as serious has come instead."""
        goal = self._goals.resolving(rule.id)
        found = list(self._harmless(goal, rule.severity))
        ways = [way for way, _ in found]
        if any(kept_away for _, kept_away in found):
            ways = list(self._search.smallest(ways, self._situation))
        return tuple([self._change(way) for way in (_without_larger(ways) if len(ways) > 1 else ways)])

    def gives_up(self, rule: Rule) -> bool:
        """Say whether a rule depends on too much to be sure that nothing else would resolve it."""
        return self._search.gives_up(self._goals.resolving(rule.id), self._situation)

    def ordering(self, condition: int) -> tuple[Change, ...]:
        """Return the smallest change after which none of a condition's rules holds, but strengths; if there is one.

        All that must be are decided then, strengths too, and no serious finding has come elsewhere.
        """
        goals = self._goals.ordering(condition, self._held)
        found, _ = next(self._harmless(goals.ended, Severity.HIGH), (None, 0))
        if found is not None and goals.strengths and self._leaves_undecided(found, goals.strengths):
            whole, _ = next(self._harmless(self._search.goal(goals.decided), Severity.HIGH), (None, 0))
            found = None if whole is None else self._with_answers_asked(found, whole)
        return () if found is None else (self._change(found),)

    def _leaves_undecided(self, way: Way, rules: Iterable[str]) -> bool:
        after = self._after(self._whole(way))
        return any(after[rule] is None for rule in rules)

    def _with_answers_asked(self, way: Way, whole: Way) -> Way:
        """Return the whole of a way, told as some way and answers to give besides it, whatever they say."""
        asked = (at for found in whole.requirements if found not in way.requirements for at in self._missing(found))
        questions, of = self._search.diagrams.situations.questions, self._search.requirements.of
        slots = dict.fromkeys(questions[position] for position in asked)
        known = (of(Known(Quantity(fact, party=party))) for fact, party in slots)
        asked_anyway = tuple(found for found in whole.requirements if found in way.requirements)
        return Way((*asked_anyway, *known) or whole.requirements, whole.changes)

    def _missing(self, requirement: Requirement) -> Iterator[int]:
        return (position for position in requirement.under.positions if not self._situation.places[position])

    def _harmless(self, goal: Goal, severity: Severity) -> Iterator[tuple[Way, int]]:
        """Yield the ways to reach a goal that bring nothing as serious, those with the fewest changed answers first.

        Where a way would bring something, the ways are looked for that keep that away as well: each way comes with the
        rules that it keeps away, as bits.
        """
        ways = self._search.ways(goal, self._situation)
        for way in ways:
            if self._brought(way, severity):
                yield from self._harmless_among(itertools.chain((way,), ways), goal, severity)
            elif not self._tells_what_is_hidden(way):
                yield way, 0

    def _harmless_among(self, found: Iterator[Way], goal: Goal, severity: Severity) -> Iterator[tuple[Way, int]]:
        """Yield the same, of ways of which the first one brings something."""
        waiting: list[tuple[tuple[int, int], int, Way, Iterator[Way], int, int]] = []
        numbers, seen = itertools.count(), {0}

        def wait(ways: Iterator[Way], kept_away: int, added: int) -> None:
            if (way := next(ways, None)) is not None:
                cost = len(way.changes), len(way.requirements)
                heapq.heappush(waiting, (cost, next(numbers), way, ways, kept_away, added))

        wait(found, 0, 0)
        while waiting:
            _, _, way, ways, kept_away, added = heapq.heappop(waiting)
            brought = self._brought(way, severity)
            if not brought and not self._tells_what_is_hidden(way):
                yield way, kept_away
            wait(ways, kept_away, added)  # only now: who asks for the nearest alone leaves the others be
            if brought:
                also = self._lookers.bits(brought) | kept_away
                if also not in seen and added < MOST_ADDED:
                    seen.add(also)
                    without = (Not(Signal(rule)) for rule in self._lookers.names(also))
                    whole = self._search.goal(And((goal.wanted, *without)))
                    wait(self._search.ways(whole, self._situation), also, added + 1)

    def _tells_what_is_hidden(self, way: Way) -> bool:
        """Say whether an answer that may not be shown counts: how far a change must go would tell it."""
        return bool(self._hidden) and not all(
            self._hidden.isdisjoint(found.under.positions) for found in way.requirements
        )

    def _brought(self, way: Way, severity: Severity) -> list[str]:
        """Return the findings that are as serious, that did not hold, and that a change makes hold.

        Where it only asks to give answers, what those answers bring to light was there already.
        """
        if all(requirement.asks_what_is_known for requirement in way.requirements):
            return []
        changes = self._whole(way)
        bits = self._lookers.of(changes, self._situation) & self._lookers.as_serious[severity] & ~self._held
        if not bits:
            return []
        after = self._after(changes)
        return [rule for rule in self._lookers.names(bits) if after[rule]]

    def _whole(self, way: Way) -> Changes:
        return self._search.diagrams.situations.whole(self._situation, way.changes)

    def _after(self, changes: Changes) -> Outcomes:
        """Return how the rules come out after a change."""
        order = self._search.diagrams.order
        known = dict(self._partnership.known)
        for position, answer in changes:
            known[order[position]] = answer
        return OneByOne(self._ruleset, known, self._partnership.reference_date)

    def _change(self, way: Way) -> Change:
        return self._telling.change(way, self._situation)


def _without_larger(ways: Iterable[Way]) -> list[Way]:
    """Return ways, the smallest first, without those that change all that another one changes, and more."""
    in_order = sorted(ways, key=lambda way: len(way.changes))
    changes = {way: frozenset(way.changes) for way in in_order}
    return [way for way in in_order if not any(changes[other] < changes[way] for other in in_order)]


@functools.lru_cache(maxsize=8)
def _known_of(diagrams: Diagrams) -> tuple[Lookers, Goals]:
    lookers = Lookers(diagrams)
    return lookers, Goals(search_of(diagrams), lookers)


@functools.lru_cache(maxsize=16)
def _telling_of(diagrams: Diagrams, language: str) -> Telling:
    return Telling(diagrams, Sentences(diagrams.ruleset, language))
