"""The answers that can make a difference: one of each sort that the rules of a ruleset can tell apart.

However many answers a fact has (any number, any date), its rules see only on which side of their limits it lies.
"""

from __future__ import annotations

import bisect
import datetime
import functools
from collections.abc import Iterable, Iterator

from samenwerkadvies.dates import EARLIEST, LATEST
from samenwerkadvies.grammar.tree import MONTH_VIEWS, Compared, Expression, View, leaves
from samenwerkadvies.meaning.elaborate import elaborated, slots
from samenwerkadvies.meaning.evaluate import outcome_of
from samenwerkadvies.partnership import Partnership, answers_of
from samenwerkadvies.vocabulary import NEVER, SCALE, Answer, FactType, Kind, Slot, Vocabulary

_NEAR = 4
"""Days around the same day of another month within which its clamping can shift a limit."""


class Domains:
    """For each answer that can be asked: the ones that some expressions can tell apart."""

    def __init__(self, vocabulary: Vocabulary, expressions: Iterable[Expression]) -> None:
        """Collect the limits with which the facts are compared."""
        self._vocabulary = vocabulary
        self._comparisons: dict[str, list[Compared]] = {}
        compared = [leaf for tree in expressions for leaf in leaves(tree) if isinstance(leaf, Compared)]
        for comparison in dict.fromkeys(compared):
            for fact in dict.fromkeys(fact for fact, _ in slots(comparison.quantity, vocabulary)):
                self._comparisons.setdefault(fact, []).append(comparison)
        self._cores = {
            fact: [elaborated(comparison, vocabulary) for comparison in compared]
            for fact, compared in self._comparisons.items()
            if vocabulary.facts[fact].kind is Kind.DATE
        }
        self._starts = {fact.id: self._cuts(fact) for fact in vocabulary.facts.values() if fact.kind is Kind.COUNT}
        self.relative = frozenset(
            fact.id
            for fact in vocabulary.facts.values()
            if fact.kind is Kind.DATE or (fact.kind is Kind.COUNT and self._limits(fact.id, View.DIFFERENCE))
        )
        """The facts whose domain differs from one partnership to another."""

    def of(self, slot: Slot, partnership: Partnership) -> tuple[Answer, ...]:
        """Return the answers to tell apart, in a fixed order; for a partnership, because days count from its date."""
        fact = self._vocabulary.facts[slot[0]]
        match fact.kind:
            case Kind.YES_NO:
                return (True, False)
            case Kind.CHOICE:
                return fact.options
            case Kind.SCALE:
                return tuple(range(SCALE[0], SCALE[1] + 1))
            case Kind.COUNT if fact.id in self.relative:
                return self._counts_apart(fact, partnership)
            case Kind.COUNT:
                return self._starts[fact.id]
            case Kind.DATE:
                return tuple(self._days(fact.id, partnership.reference_date).values())

    def place(self, slot: Slot, answer: Answer, partnership: Partnership) -> int:
        """Return which of the answers in a domain an answer cannot be told apart from."""
        fact = self._vocabulary.facts[slot[0]]
        if fact.kind is Kind.DATE:
            seen = self._seen(fact.id, answer, partnership.reference_date)
            return list(self._days(fact.id, partnership.reference_date)).index(seen)
        if fact.kind is Kind.COUNT and fact.id not in self.relative:
            return bisect.bisect_right(self._starts[fact.id], int(str(answer))) - 1
        return self.of(slot, partnership).index(answer)

    def _limits(self, fact: str, *views: View) -> list[int]:
        compared = self._comparisons.get(fact, ())
        return sorted({int(found.literal) for found in compared if found.quantity.view in views})

    def _cuts(self, fact: FactType) -> tuple[int, ...]:
        """Return the least of each run of counts that lie on the same side of all limits."""
        limits = self._limits(fact.id, *(view for view in View if view is not View.DIFFERENCE))
        starts = {0, *(start for limit in limits for start in (limit, limit + 1))}
        return tuple(start for start in sorted(starts) if start <= fact.maximum)

    def _counts_apart(self, fact: FactType, partnership: Partnership) -> tuple[int, ...]:
        """Return counts for which the difference between the parties matters too.

        Limits on two numbers and on their difference that can be met at all, are met by numbers that are one or two
        differences away from a limit; beside a number that is known, by those that are one difference away from it.
        """
        known = [partnership.answer(*slot) for slot in fact.slots]
        limits = self._limits(fact.id, View.DIFFERENCE)
        steps = {0, *(sign * (limit + shift) for limit in limits for shift in (-1, 0, 1) for sign in (-1, 1))}
        found = {start + step - back for start in self._cuts(fact) for step in steps for back in steps}
        found |= {int(str(answer)) + step for answer in known if answer is not None for step in steps}
        return tuple(number for number in sorted(found) if 0 <= number <= fact.maximum)

    def nearest(self, slot: Slot, place: int, partnership: Partnership) -> Answer:
        """Return, of the answers that cannot be told apart from one in a domain, that nearest to what is known."""
        answer, known = self.of(slot, partnership)[place], partnership.answer(*slot)
        starts = self._starts.get(slot[0])
        if starts is None or slot[0] in self.relative or known is None or int(str(known)) < int(str(answer)):
            return answer
        return starts[place + 1] - 1

    def _seen(self, fact: str, answer: Answer, reference: datetime.date) -> tuple[bool | None, ...]:
        """Return how every comparison with a date comes out."""
        case = Partnership(reference, answers_of([((fact, None), answer)]))
        return tuple(outcome_of(core, case, {}) for core in self._cores.get(fact, ()))

    @functools.lru_cache(maxsize=1000)  # noqa: B019 - lives as long as the ruleset that it belongs to
    def _days(self, fact: str, reference: datetime.date) -> dict[tuple[bool | None, ...], Answer]:
        """Return a day, or never, for each way in which the comparisons with a date can come out."""
        found: dict[tuple[bool | None, ...], Answer] = {}
        latest = reference if self._vocabulary.facts[fact].is_past else LATEST
        for day in self._candidates(fact, reference):
            if not isinstance(day, datetime.date) or EARLIEST <= day <= latest:
                found.setdefault(self._seen(fact, day, reference), day)
        return found

    def _candidates(self, fact: str, reference: datetime.date) -> Iterator[Answer]:
        yield reference
        for limit in self._limits(fact, *MONTH_VIEWS):
            for months in (-limit, limit):
                year, month = divmod(reference.year * 12 + reference.month - 1 + months, 12)
                for shift in range(-_NEAR, _NEAR + 1):
                    yield datetime.date(year, month + 1, 1) + datetime.timedelta(reference.day - 1 + shift)
        if self._vocabulary.facts[fact].may_be_never:
            yield NEVER
