"""The comparisons of rules as expressions of SQL, whose null is unknown in the sense of the rules."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import assert_never

from samenwerkadvies.grammar.tree import Operator
from samenwerkadvies.known import column_name, never_column
from samenwerkadvies.meaning.core import (
    All,
    Answered,
    AnsweredCount,
    Core,
    Day,
    Direction,
    Earlier,
    Enough,
    InForce,
    Negation,
    Never,
    OneOf,
    Outcome,
    Reached,
    Some,
    Total,
    Undefined,
    Yes,
)
from samenwerkadvies.ruleset import Rule, Ruleset
from samenwerkadvies.sql.layout import exp
from samenwerkadvies.validity import Validity
from samenwerkadvies.vocabulary import FactType, Kind, Slot, Vocabulary

_COMPARE: Mapping[Operator, type[exp.Binary]] = {
    Operator.EQUAL: exp.EQ,
    Operator.LESS: exp.LT,
    Operator.AT_MOST: exp.LTE,
    Operator.MORE: exp.GT,
    Operator.AT_LEAST: exp.GTE,
}
_OPPOSITE: Mapping[type, type[exp.Binary]] = {
    exp.EQ: exp.NEQ,
    exp.NEQ: exp.EQ,
    exp.LT: exp.GTE,
    exp.LTE: exp.GT,
    exp.GT: exp.LTE,
    exp.GTE: exp.LT,
}


# What is computed once has a name with spaces, which facts and rules cannot have.


def _counts(vocabulary: Vocabulary) -> dict[tuple[Slot, ...], str]:
    """Return the perceptions of a party, with the name of how many of them it answered."""
    perceptions = [vocabulary.facts[fact].parts[0].id for fact in vocabulary.perceptions]
    return {tuple((fact, party) for fact in perceptions): f"aantal antwoorden {party}" for party in vocabulary.parties}


def _sums(vocabulary: Vocabulary) -> dict[tuple[Slot, ...], str]:
    """Return what is added up, with the name of the sum: the answers of an average, and how many options are chosen."""
    averages = {
        tuple((part, party) for part in average.parts): f"som {average.id} {party}"
        for average in vocabulary.averages.values()
        for party in vocabulary.parties
    }
    several = [fact for fact in vocabulary.facts.values() if fact.kind is Kind.CHOICES]
    return averages | {
        tuple((part.id, party) for part in fact.parts): " ".join(filter(None, ("gekozen", fact.id, party)))
        for fact in several
        for party in fact.parties
    }


def column(name: str) -> exp.Column:
    """Return a column by its name."""
    return exp.column(name, quoted=True)


def text(said: str) -> exp.Literal:
    """Return a text."""
    return exp.Literal.string(said)


def date_of(day: datetime.date) -> exp.Condition:
    """Return a date."""
    return exp.cast(text(day.isoformat()), "date")


def number(value: int | Decimal) -> exp.Condition:
    """Return a number."""
    return exp.Literal.number(value)


def is_there(name: str) -> exp.Condition:
    """Return whether something stands in a column."""
    return exp.Is(this=column(name), expression=exp.Not(this=exp.null()))


def read(vocabulary: Vocabulary, rules: Mapping[str, exp.Condition]) -> Iterator[tuple[str, exp.Condition]]:
    """Yield the columns that these rules use, with how each is made from the table of answers."""
    used = {each.name for found in rules.values() for each in found.find_all(exp.Column)}
    for slot in vocabulary.part_slots:
        name, never = column_name(slot), never_column(slot[0])
        if name in used:
            yield name, column(name)
        if never in used:  # where there is no date either, as unknown as the date
            never_came = exp.Case().when(column(never), exp.true()).when(is_there(name), exp.false())
            yield never, never_came.else_(exp.null())
    for named, written in ((_sums(vocabulary), functools.partial(_sum, vocabulary)), (_counts(vocabulary), _count)):
        yield from ((name, written(slots)) for slots, name in named.items() if name in used)


class Expressions:
    """Writes rules over a table with one column for the reference date."""

    def __init__(self, ruleset: Ruleset, reference_date: str) -> None:
        """Take the rules and the name of the column with the reference date."""
        self._cores, self._vocabulary = ruleset.cores, ruleset.vocabulary
        self._reference_date = reference_date
        self._sums = _sums(ruleset.vocabulary)
        self._counts = _counts(ruleset.vocabulary)

    def of(self, rule: Rule) -> exp.Condition:
        """Return when a rule holds, over the columns of ``read`` and those of the rules that it builds on."""
        return self._written(self._cores[rule.id])

    def _written(self, core: Core) -> exp.Condition:
        match core:
            case All(parts):
                return exp.and_(*map(self._written, parts))
            case Some(parts):
                return exp.or_(*map(self._written, parts))
            case Enough(number_, parts):
                return _enough(number_, [*map(self._written, parts)])
            case Negation(part):
                return _opposite(self._written(part))
            case Outcome(rule):
                return column(rule)
            case Yes(slot):
                return column(column_name(slot))
            case OneOf(slot, options):
                found = column(column_name(slot))
                if len(options) == 1:
                    return exp.EQ(this=found, expression=text(options[0]))
                return found.isin(*map(text, options))
            case Total(plus, operator, limit, minus, times):
                added = functools.partial(_sum, self._vocabulary)
                total = _many_times(times[0], _named(plus, self._sums, added))
                if minus:
                    total = total - _many_times(times[1], _named(minus, self._sums, added))
                return _COMPARE[operator](this=total, expression=number(limit))
            case Never((fact, _)):
                return column(never_column(fact))
            case Reached():
                return self._reached(core)
            case Earlier(day, other):
                return exp.LT(this=self._moment(day), expression=self._moment(other))
            case Answered(slots):
                return exp.and_(*map(self._is_answered, slots))
            case AnsweredCount(slots, operator, limit):
                return _COMPARE[operator](this=_named(slots, self._counts, _count), expression=number(limit))
            case InForce(validity):
                return self.within(validity)
            case Undefined():
                return exp.cast(exp.null(), "boolean")
            case _:  # pragma: no cover - mypy proves that no form is left
                assert_never(core)

    def within(self, validity: Validity) -> exp.Condition:
        """Return where the reference date lies within some days."""
        day, (since, before) = column(self._reference_date), (validity.since, validity.before)
        sides: list[exp.Condition] = [exp.GTE(this=day, expression=date_of(since))] if since else []
        sides += [exp.LT(this=day, expression=date_of(before))] if before else []
        return exp.and_(*sides)

    def _is_answered(self, slot: Slot) -> exp.Condition:
        may_be_never = self._vocabulary.parts[slot[0]].may_be_never
        return is_there(never_column(slot[0]) if may_be_never else column_name(slot))

    def _reached(self, reached: Reached) -> exp.Condition:
        """Compare days; each of these databases clamps a day to the end of a shorter month."""
        name = reached.slot[0]
        earlier, later = column(name), column(self._reference_date)
        if reached.direction is Direction.UNTIL:
            earlier, later = later, earlier
        span = exp.Interval(this=text(str(reached.months)), unit=exp.var("MONTH"))
        moved = exp.Add(this=earlier, expression=span) if reached.months else earlier
        found = (exp.LT if reached.is_passed else exp.LTE)(this=moved, expression=later)
        return exp.or_(column(never_column(name)), found) if self._vocabulary.parts[name].may_be_never else found

    def _moment(self, day: Day) -> exp.Condition:
        """Return a day, where it never came one before or after all others."""
        name = day.slot[0]
        if not self._vocabulary.parts[name].may_be_never:
            return column(name)
        far = exp.cast(text(day.never.isoformat()), exp.DataType.Type.DATE)
        return exp.Case().when(column(never_column(name)), far).else_(column(name))


def _named(
    slots: tuple[Slot, ...],
    names: Mapping[tuple[Slot, ...], str],
    written: Callable[[tuple[Slot, ...]], exp.Condition],
) -> exp.Condition:
    """Return the column in which something stands that is computed once; what has no name is written out."""
    return column(names[slots]) if slots in names else written(slots)


def _sum(vocabulary: Vocabulary, slots: tuple[Slot, ...]) -> exp.Condition:
    """Return the sum of some numbers, each in its smallest unit: a whole number."""
    return _total([_whole(column(column_name(slot)), vocabulary.parts[slot[0]]) for slot in slots])


def _whole(found: exp.Condition, fact: FactType) -> exp.Condition:
    if fact.decimals:
        return exp.cast(exp.Round(this=_times(10**fact.decimals, found)), "bigint")
    return exp.cast(found, "int") if fact.kind is Kind.YES_NO else found


def _times(often: int, found: exp.Condition) -> exp.Condition:
    if often == 1:
        return found
    return exp.Mul(this=exp.paren(found) if isinstance(found, exp.Binary) else found, expression=number(often))


def _many_times(often: int, found: exp.Condition) -> exp.Condition:
    """Return a whole number so many times, wide enough for it also where its column is narrow."""
    return _times(often, found if often == 1 or isinstance(found, exp.Cast) else exp.cast(found, "bigint"))


def _count(slots: tuple[Slot, ...]) -> exp.Condition:
    asked = map(is_there, map(column_name, slots))
    return _total([exp.Case().when(each, number(1)).else_(number(0)) for each in asked])


def _enough(least: int, parts: Sequence[exp.Condition]) -> exp.Condition:
    """Return whether so many parts hold: not so where too many do not, else unknown."""

    def how_many(found: Iterable[exp.Condition]) -> exp.Condition:
        return _total([exp.Case().when(each, number(1)).else_(number(0)) for each in found])

    too_many = len(parts) - least + 1
    is_enough = exp.GTE(this=how_many(parts), expression=number(least))
    is_too_few = exp.GTE(this=how_many(map(_opposite, parts)), expression=number(too_many))
    return exp.Case().when(is_enough, exp.true()).when(is_too_few, exp.false()).else_(exp.null())


def _total(parts: Sequence[exp.Condition]) -> exp.Condition:
    return functools.reduce(lambda one, other: exp.Add(this=one, expression=other), parts)


def _opposite(found: exp.Condition) -> exp.Condition:
    """Return the negation, said directly where there is a sign for it; null stays null."""
    match found:
        case exp.EQ() | exp.NEQ() | exp.LT() | exp.LTE() | exp.GT() | exp.GTE():
            return _OPPOSITE[type(found)](this=found.this, expression=found.expression)
        case exp.Is(expression=exp.Not()):
            return exp.Is(this=found.this, expression=exp.null())
        case exp.Is():
            return exp.Is(this=found.this, expression=exp.Not(this=exp.null()))
        case _:
            return exp.not_(found)
