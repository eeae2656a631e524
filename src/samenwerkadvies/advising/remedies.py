"""What would make a finding go away, and what would bring a condition in order, in words and as facts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import attrs

from samenwerkadvies.advising.assessment import Change
from samenwerkadvies.engines.decided import Decided, Outcomes
from samenwerkadvies.facts import is_better
from samenwerkadvies.grammar.tree import (
    OWN_VIEWS,
    And,
    Compared,
    Expression,
    Known,
    Membership,
    Not,
    Operator,
    Or,
    Quantity,
    Signal,
    View,
    asks_what_is_known,
)
from samenwerkadvies.inquiry.changes import Requirement, Way, completed, ways
from samenwerkadvies.inquiry.diagrams import Diagrams
from samenwerkadvies.meaning.evaluate import evaluate, outcome_of
from samenwerkadvies.partnership import answers_of, plain_answers
from samenwerkadvies.ruleset import Rule, Severity
from samenwerkadvies.vocabulary import Kind, Slot
from samenwerkadvies.wording.sentences import Sentences

_SMALL = 10
"""Up to here 'at least n + 1' is said for 'more than n'."""


MOST_ADDED = 5
"""A change that after so many additions still brings something as serious is given up."""


class Remedies:
    """Tells what would change outcomes, for one partnership and its decided rules, in one language."""

    def __init__(self, decided: Decided, diagrams: Diagrams, sentences: Sentences) -> None:
        """Take everything that changes are made of."""
        self._partnership = decided.partnership
        self._decided = decided.outcomes
        self._diagrams = diagrams
        self._sentences = sentences
        self._ruleset = decided.ruleset

    def resolving(self, rule: Rule) -> tuple[Change, ...]:
        """Return every smallest change after which a rule no longer holds, and nothing as serious has come instead."""
        found = sorted(dict.fromkeys(self._harmless(Not(Signal(rule.id)), rule.severity)), key=_size)
        changes = {way: frozenset(way.answers) for way in found}
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
        if found is not None and None in map(self._after(found).get, (signal.rule for signal in strengths)):
            decided = [Or((signal, Not(signal))) for signal in strengths]
            whole = next(self._harmless(And((*to_end, *decided)), Severity.HIGH), None)
            found = None if whole is None else self._with_answers_asked(found, whole)
        return () if found is None else (self._change(found),)

    def _with_answers_asked(self, way: Way, whole: Way) -> Way:
        """Return the whole of a way, told as some way and answers to give besides it, whatever they say."""
        asked = (slot for found in whole.requirements if found not in way.requirements for slot in self._missing(found))
        known = (Known(Quantity(fact, OWN_VIEWS[party])) for fact, party in dict.fromkeys(asked))
        asked_anyway = tuple(found for found in whole.requirements if found in way.requirements)
        return Way((*asked_anyway, *known) or whole.requirements, whole.answers)

    def _missing(self, requirement: Requirement) -> Iterator[Slot]:
        return (slot for slot in self._diagrams.slots_of(requirement) if self._partnership.answer(*slot) is None)

    def _harmless(self, wanted: Expression, severity: Severity) -> Iterator[Way]:
        """Yield the ways to make something hold, each with what keeps away what it would bring that is as serious."""
        for found in ways(wanted, self._partnership, self._diagrams):
            way = self._made_harmless(found, wanted, severity)
            if way is not None and not any(map(self._looks_at_what_is_hidden, way.requirements)):
                yield way

    def _looks_at_what_is_hidden(self, requirement: Requirement) -> bool:
        """Say whether an answer that may not be shown counts: how far a change must go would tell it."""
        hidden = self._partnership.hidden
        return bool(hidden) and not hidden.isdisjoint(self._diagrams.slots_of(requirement))

    def _made_harmless(self, way: Way, wanted: Expression, severity: Severity, before: int = 0) -> Way | None:
        """Return a way that goes on until it brings nothing as serious; None where it does not get there."""
        brought = self._brought(way, severity)
        if not brought:
            return way
        without = And((wanted, *(Not(Signal(rule)) for rule in brought)))
        further = completed(way, without, self._partnership, self._diagrams) if before < MOST_ADDED else None
        return None if further is None else self._made_harmless(further, wanted, severity, before + 1)

    def _after(self, way: Way) -> Outcomes:
        """Return how all rules come out after a change; only those that look at what changes are decided anew."""
        partnership, outcomes = self._partnership.changed(dict(way.answers)), dict(self._decided)
        slots = {slot for slot, _ in way.answers}
        for rule in itertools.chain(*self._ruleset.strata):
            if not slots.isdisjoint(self._diagrams.slots_of_rule(rule.id)):
                outcomes[rule.id] = outcome_of(self._ruleset.cores[rule.id], partnership, outcomes)
        return outcomes

    def _brought(self, way: Way, severity: Severity) -> list[str]:
        """Return the findings that are as serious, that did not hold, and that a change makes hold.

        Where it only asks to give answers, what those answers bring to light was there already.
        """
        if all(map(asks_what_is_known, way.requirements)):
            return []
        return [
            rule
            for rule, outcome in self._after(way).items()
            if outcome and not self._decided[rule] and self._is_as_serious(rule, severity)
        ]

    def _is_as_serious(self, rule: str, severity: Severity) -> bool:
        found = self._ruleset.rules[rule].severity
        return found is not Severity.STRENGTH and found.rank <= severity.rank

    def _change(self, way: Way) -> Change:
        return Change(when=tuple(map(self._said, way.requirements)), facts=plain_answers(answers_of(way.answers)))

    def _said(self, requirement: Requirement) -> str:
        return self._sentences.condition(self._in_whole_numbers(self._for_the_better(requirement)))

    def _for_the_better(self, requirement: Requirement) -> Requirement:
        """Return, of a choice or a number that must be another one, only what is better than what is so."""
        match requirement:
            case (
                Compared(Quantity(of, View.ITSELF) as quantity, Operator.NOT_EQUAL)
                | Membership(Quantity(of, View.ITSELF) as quantity)
                | Not(Membership(Quantity(of, View.ITSELF) as quantity))
            ):
                pass
            case _:
                return requirement
        vocabulary, known = self._ruleset.vocabulary, self._partnership.answer(of)
        fact = vocabulary.facts[of]
        if known is None or not fact.better or fact.kind not in (Kind.CHOICE, Kind.COUNT):
            return requirement
        if fact.kind is Kind.COUNT:
            limit = int(str(requirement.literal)) if isinstance(requirement, Compared) else int(str(known))
            return Compared(quantity, Operator.MORE if fact.better == ("meer",) else Operator.LESS, limit)

        def is_way_out(option: str) -> bool:
            changed = self._partnership.changed({(of, None): option})
            return is_better(fact, option, known) and evaluate(requirement, changed, vocabulary, {}) is True

        options = tuple(filter(is_way_out, fact.options))
        if len(options) == len(fact.options) - 1 and isinstance(requirement, Compared):
            return requirement  # whatever else it is, it is better
        equal = Compared(quantity, Operator.EQUAL, options[0])
        return equal if len(options) == 1 else Membership(quantity, options)

    def _in_whole_numbers(self, requirement: Requirement) -> Requirement:
        """Return 'at least n + 1' for 'more than n', where that reads better."""
        match requirement:
            case Compared(quantity, Operator.MORE, int(limit)) if limit < _SMALL:
                fact = self._ruleset.vocabulary.facts.get(quantity.of)
                if fact is not None and fact.kind in (Kind.COUNT, Kind.SCALE):
                    return attrs.evolve(requirement, operator=Operator.AT_LEAST, literal=limit + 1)
        return requirement


def _size(way: Way) -> int:
    return len(way.answers)
