"""The answers that can make a difference: one of each sort that the rules of a ruleset can tell apart.

However many answers a fact has (any number, any date), its rules see only on which side of their limits it lies.
"""

from __future__ import annotations

import bisect
import datetime
import functools
import itertools
from collections.abc import Callable, Hashable, Iterable, Iterator

import attrs

from samenwerkadvies.dates import EARLIEST, LATEST
from samenwerkadvies.inquiry.crossings import Strip, strips, told_apart
from samenwerkadvies.meaning.core import Core, Earlier, Never, Reached, Total, looked_at, parts_of
from samenwerkadvies.meaning.evaluate import is_reached
from samenwerkadvies.vocabulary import NEVER, SCALE, Answer, FactType, Kind, Vocabulary

_NEAR = 4
"""Days around the same day of another month within which its clamping can shift a limit."""
_MOST_KEPT = 1000
"""Domains of dates, and of numbers beside each other, that are remembered."""


@attrs.frozen(eq=False)
class Domain:
    """The answers to one question that rules can tell apart: one of each sort, in order."""

    answers: tuple[Answer, ...]
    place: Callable[[Answer], int]
    """Which of them an answer cannot be told apart from."""
    serial: int = 0
    """Of a domain that differs between partnerships: equal where rules take the answers in the same places alike."""
    greatest: tuple[int, ...] = ()
    """Of a count: the greatest of each sort but the last, of which each number is one."""

    def nearest(self, place: int, known: int) -> Answer:
        """Return, of the answers in a place, that nearest to what is known in another place (-1: nothing is)."""
        return self.greatest[place] if self.greatest and known > place else self.answers[place]


class Domains:
    """For each fact: the answers that some cores can tell apart."""

    def __init__(self, vocabulary: Vocabulary, cores: Iterable[Core]) -> None:
        """Collect the limits with which the facts are compared."""
        self._facts = vocabulary.parts
        self._limits: dict[str, set[int]] = {}
        self._together: dict[str, dict[Total | Earlier, None]] = {}
        self._dated: dict[str, dict[Reached | Never, None]] = {}
        for part in dict.fromkeys(part for core in cores for part in parts_of(core)):
            match part:
                case Total(((fact, _),), _, limit, ()):
                    self._limits.setdefault(fact, set()).add(limit)
                case Total(plus, _, _, minus):
                    for fact, _ in (*plus, *minus):
                        self._together.setdefault(fact, {})[part] = None
                case Earlier():
                    for fact, _ in looked_at(part):
                        self._together.setdefault(fact, {})[part] = None
                case Reached((fact, _)) | Never((fact, _)):
                    self._dated.setdefault(fact, {})[part] = None
                case _:
                    pass
        self.always = {fact.id: domain for fact in self._facts.values() if (domain := self._always(fact))}
        """The domains that are the same for every partnership."""
        self.dated = tuple(
            fact.id for fact in self._facts.values() if fact.kind is Kind.DATE and fact.id not in self._together
        )
        """The facts whose domain depends on the reference date alone."""
        self.beside = tuple(name for name in self._facts if name not in self.always and name not in self.dated)
        """The numbers and dates that rules see beside each other: their domain depends on those that are known."""
        self.groups = {name: self._group(name) for name in self.beside}
        """Of each of these all that are seen beside each other, directly or through others, in order."""
        self._serials: dict[tuple[str, Hashable], int] = {}
        self._numbering = itertools.count(1)
        self._limits_beside = functools.lru_cache(maxsize=_MOST_KEPT)(self._limits_beside_each_other)
        self.days = functools.lru_cache(maxsize=_MOST_KEPT)(self._days)
        self.numbers = functools.lru_cache(maxsize=_MOST_KEPT)(self._numbers)
        self.days_beside = functools.lru_cache(maxsize=_MOST_KEPT)(self._days_beside)

    def at(self, fact: str, reference: datetime.date, known: Iterable[tuple[str, Answer]] = ()) -> Domain:
        """Return the domain of a fact at a reference date; of what stands beside others: where these are known."""
        if fact in self.always:
            return self.always[fact]
        if fact in self.dated:
            return self.days(fact, reference)
        if self._facts[fact].kind is Kind.DATE:
            days = (answer for _, answer in known if isinstance(answer, datetime.date))
            return self.days_beside(fact, reference, tuple(sorted(days)))
        return self.numbers(fact, tuple(sorted((name, int(str(answer))) for name, answer in known)))

    def _group(self, name: str) -> tuple[str, ...]:
        found, waiting = {name}, [name]
        while waiting:
            each = waiting.pop()
            others = {fact for part in self._together[each] for fact, _ in looked_at(part)} - found
            found |= others
            waiting += others
        return tuple(fact for fact in self._facts if fact in found)

    def _always(self, fact: FactType) -> Domain | None:
        match fact.kind:
            case Kind.YES_NO:
                return _listed((True, False))
            case Kind.CHOICE | Kind.CHOICES:  # of several the parts are asked for
                return _listed(fact.options)
            case Kind.SCALE:
                return _listed(tuple(range(SCALE[0], SCALE[1] + 1)))
            case Kind.COUNT if fact.id not in self._together:
                starts = self._starts(fact)
                greatest = tuple(start - 1 for start in starts[1:])
                return Domain(starts, lambda answer: bisect.bisect_right(starts, answer) - 1, greatest=greatest)
            case Kind.COUNT | Kind.DATE:
                return None

    def _starts(self, fact: FactType) -> tuple[int, ...]:
        """Return the least of each run of counts that lie on the same side of all limits."""
        limits = self._limits.get(fact.id, ())
        starts = {0, *(start for limit in limits for start in (limit, limit + 1))}
        return tuple(start for start in sorted(starts) if start <= fact.maximum)

    def _numbers(self, name: str, known: tuple[tuple[str, int], ...]) -> Domain:
        """Return counts for which their difference matters too.

        Limits on numbers and on two of them together that can be met at all, are met by numbers that are no more steps
        away from a limit than there are numbers; beside a number that is known, by those that are one step less away
        from it. A step is to where two together lie at a limit, or just beside it. Where such limits do not run alike,
        the numbers between them are looked for, and those a step away from what is known: these are nearest to it.
        """
        facts = {each: self._facts[each] for each in self.groups[name]}
        steps, crossed = self._limits_beside(self.groups[name])
        found = {each: set(self._starts(fact)) for each, fact in facts.items()}
        slots = sum(len(fact.slots) for fact in facts.values())
        if crossed:
            for fact, number in known:
                found[fact].add(number)
            greatest = {each: fact.maximum for each, fact in facts.items()}
            found = told_apart(found, crossed, greatest, slots)
        for left in range(1 if crossed else slots):
            for fact, number in known if left else ():
                found[fact].add(number)
            stepped = {each: set(numbers) for each, numbers in found.items()}
            for step in steps:
                from_known = (number for fact, number in known if fact == step.start)
                for number in from_known if crossed else found[step.start]:
                    beside = (step.times * number + step.more) // step.parts
                    stepped[step.end] |= {beside - 1, beside, beside + 1}
            found = {
                each: {number for number in numbers if 0 <= number <= facts[each].maximum}
                for each, numbers in stepped.items()
            }
        answers = tuple(sorted(found[name]))
        return _listed(answers, self._serial(name, answers))

    def _limits_beside_each_other(self, group: tuple[str, ...]) -> tuple[tuple[_Step, ...], tuple[Strip, ...]]:
        """Return the steps to limits on two numbers together, and, where these do not run alike, the strips between."""
        totals = dict.fromkeys(part for each in group for part in self._together[each] if isinstance(part, Total))
        return tuple(dict.fromkeys(step for total in totals for step in _steps(total))), strips(totals)

    def _days(self, name: str, reference: datetime.date) -> Domain:
        """Return a day, or never, for each way in which the comparisons with a date can come out, in order of time."""
        fact, compared = self._facts[name], tuple(self._dated.get(name, ()))
        reached = [part for part in compared if isinstance(part, Reached)]
        near, turns = self._turns(fact, reached, reference)
        starts = sorted({day for _, day in turns if day})
        runs: dict[int, datetime.date] = {}
        for day in near:
            runs.setdefault(bisect.bisect_right(starts, day), day)
        days = [runs[run] for run in sorted(runs)]
        as_never = [run for run, day in enumerate(days) if all(is_reached(part, day, reference) for part in reached)]
        is_far = bool(as_never) and not fact.is_past and as_never[0] < len(days) - 1  # it comes after all days to come
        is_apart = fact.may_be_never and (len(reached) < len(compared) or not as_never or is_far)
        first = int(is_apart and fact.is_past)  # among days that have been, never is the furthest
        never = (0 if first else len(days)) if is_apart else next(iter(as_never), 0)

        def place(answer: Answer) -> int:
            return bisect.bisect_right(starts, answer) + first if isinstance(answer, datetime.date) else never

        nevers = (NEVER,) if is_apart else ()
        answers: tuple[Answer, ...] = (*nevers, *days) if first else (*days, *nevers)
        turning = tuple((before, day and starts.index(day)) for before, day in turns)
        return Domain(answers, place, self._serial(name, (turning, len(answers), never)))

    def _turns(
        self, fact: FactType, reached: Iterable[Reached], reference: datetime.date
    ) -> tuple[list[datetime.date], list[tuple[bool, datetime.date | None]]]:
        """Return days near all limits, and of each limit how it comes out before it turns, and the day when it does."""
        latest = reference if fact.is_past else LATEST
        near = [day for day in _near(reference, reached) if EARLIEST <= day <= latest]
        in_order = sorted(set(near))
        turns: list[tuple[bool, datetime.date | None]] = []
        for part in reached:  # each turns once as time goes on
            before = is_reached(part, in_order[0], reference)
            turns.append((before, next((day for day in in_order if is_reached(part, day, reference) != before), None)))
        return near, turns

    def _days_beside(self, name: str, reference: datetime.date, known: tuple[datetime.date, ...]) -> Domain:
        """Return days for which it matters too which comes first, in order of time.

        Between two days at which something turns, or that are known, there are as many as there are dates beside each
        other: so they can come in any order there.
        """
        fact, facts = self._facts[name], [self._facts[each] for each in self.groups[name]]
        starts = {day + datetime.timedelta(shift) for day in known for shift in (0, 1)}
        for each in facts:
            reached = [part for part in self._dated.get(each.id, ()) if isinstance(part, Reached)]
            starts |= {day for _, day in self._turns(each, reached, reference)[1] if day}
        in_order = sorted(starts) or [reference]
        found = {in_order[0] - datetime.timedelta(before + 1) for before in range(len(facts))}
        for start, end in zip(in_order, [*in_order[1:], datetime.date.max], strict=True):
            after = (start + datetime.timedelta(shift) for shift in range(len(facts)))
            found |= {day for day in after if day < end}
        latest = reference if fact.is_past else LATEST
        days = [day for day in sorted(found) if EARLIEST <= day <= latest]
        nevers = (NEVER,) if fact.may_be_never else ()
        answers: tuple[Answer, ...] = (*nevers, *days) if fact.is_past else (*days, *nevers)
        return _listed(answers, self._serial(name, (reference, answers)))

    def _serial(self, fact: str, sorts: Hashable) -> int:
        if len(self._serials) > _MOST_KEPT:
            self._serials.clear()  # the numbers go on, so that none comes back with another meaning
        return self._serials.setdefault((fact, sorts), next(self._numbering))


@attrs.frozen
class _Step:
    """From a number to the one that lies at a limit together with it: times so much, more so much, in so many parts."""

    start: str
    end: str
    times: int
    more: int
    parts: int


def _steps(total: Total) -> Iterator[_Step]:
    plus, minus = total.times
    for (one, _), (other, _) in itertools.product(total.plus, total.minus):
        yield _Step(one, other, plus, -total.limit, minus)
        yield _Step(other, one, minus, total.limit, plus)


def _listed(answers: tuple[Answer, ...], serial: int = 0) -> Domain:
    return Domain(answers, {answer: place for place, answer in enumerate(answers)}.__getitem__, serial)


def _near(reference: datetime.date, reached: Iterable[Reached]) -> Iterator[datetime.date]:
    """Yield the reference date, and the days around each limit before and after it."""
    yield reference
    for limit in sorted({part.months for part in reached}):
        for months in (-limit, limit):
            year, month = divmod(reference.year * 12 + reference.month - 1 + months, 12)
            for shift in range(-_NEAR, _NEAR + 1):
                yield datetime.date(year, month + 1, 1) + datetime.timedelta(reference.day - 1 + shift)
