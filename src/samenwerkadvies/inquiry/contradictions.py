"""Find rules that can never hold, or always hold, and parts of rules that never can.

Each part of a condition leaves some answers of a fact: ``en`` leaves what all parts leave, ``of`` what one of them
leaves. Where nothing is left, the parts exclude each other. What parts leave is asked of the reference engine, for one
answer of each sort that the rules can tell apart, unknown included. That is exact for each fact by itself. Of two that
are compared with each other, or divided, it is seen how they lie to each other (``proportions``). What facts exclude
together otherwise, and shares of answers, are not looked at: what is found is certain, and loading stays quick. Only
what a rule looks at twice (also through ``signaal``) can contradict anything, and only that costs time.
"""

from __future__ import annotations

import datetime
import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from samenwerkadvies.bilingual import all_of, any_of
from samenwerkadvies.errors import Problem, quoted
from samenwerkadvies.grammar.printer import to_text
from samenwerkadvies.grammar.tree import And, AtLeast, Expression, Leaf, Not, Or, Signal, leaves, push_negations_inward
from samenwerkadvies.inquiry.domains import Domains
from samenwerkadvies.inquiry.proportions import Numbers, Pair, holds, pair_of, told_apart
from samenwerkadvies.known import answers_of
from samenwerkadvies.meaning.core import AnsweredCount, Core, Earlier, Total, Undefined, looked_at, parts_of
from samenwerkadvies.meaning.elaborate import elaborated
from samenwerkadvies.meaning.evaluate import outcome_of
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.vocabulary import Answer, Slot, Vocabulary

MOST_CASES = 1_000
"""Where the parties can answer in more ways than this, what they exclude is not looked at."""
_NOW = Partnership(datetime.date(2026, 3, 15))
"""Halfway a month, where no day is clamped: what no day can be here, it can be nowhere."""
_MOST_SHOWN = 2
_MOST_COMBINED = 50
"""Of ``minstens n van (…)``: more ways to choose n parts than this are not gone through."""


@attrs.frozen
class _Left:
    """What is left of a fact, as places in its list of cases, and the parts that left it so."""

    cases: frozenset[int]
    by: tuple[tuple[Expression, frozenset[int]], ...]


_Topic = tuple[str, ...] | Pair
"""What a comparison is about: one fact, those of which it takes the average, the options that it counts, or how two
quantities lie to each other."""
_Known = Mapping[_Topic, _Left]


@attrs.frozen
class _Never:
    """Nothing is left: the parts that exclude each other; more than one group where each way has its own reason."""

    reasons: tuple[tuple[Expression, ...], ...]

    @property
    def span(self) -> tuple[int, int]:
        spans = [_span(part) for part in self.reasons[0]]
        return min(start for start, _ in spans), max(end for _, end in spans)

    def why_never(self) -> str:
        """Say which parts exclude each other, in the words of the language."""
        return "; ".join(
            f"{all_of(parts)} {'sluiten elkaar uit' if len(parts) > 1 else 'komt niet voor'}"
            for parts in self._said(negate=False)
        )

    def why_always(self) -> str:
        """Say, where this is what a negation comes to, which parts leave nothing out."""
        return "; ".join(f"{any_of(parts)} sluit niets uit" for parts in self._said(negate=True))

    def _said(self, *, negate: bool) -> Iterator[list[str]]:
        for reason in self.reasons[:_MOST_SHOWN]:
            parts = sorted(reason, key=_span)
            yield [quoted(to_text(push_negations_inward(part, negate=negate))) for part in parts]


def _span(part: Expression) -> tuple[int, int]:
    return part.span


def contradictions(expressions: Mapping[str, Expression], vocabulary: Vocabulary) -> Iterator[tuple[str, Problem]]:
    """Yield rules that can never hold or always hold (SET08), and parts that never can (LET01), each with its rule."""
    reasoning = _Reasoning(expressions, vocabulary)
    for name in filter(reasoning.is_worth_a_look, expressions):
        dead: list[_Never] = []
        never = reasoning.narrowed(push_negations_inward(expressions[name]), {}, dead)
        always = reasoning.narrowed(push_negations_inward(expressions[name], negate=True), {}, [])
        if isinstance(never, _Never):
            message = f"dit kan nooit waar zijn: {never.why_never()}"
            yield (
                name,
                Problem(
                    code="SET08",
                    message=message,
                    span=never.span,
                    expected="delen die samen kunnen; of 'of' in plaats van 'en'",
                ),
            )
        elif isinstance(always, _Never):
            message = f"dit is altijd waar: {always.why_always()}"
            yield (
                name,
                Problem(
                    code="SET08",
                    message=message,
                    span=always.span,
                    expected="delen die iets uitsluiten; of 'en' in plaats van 'of'",
                ),
            )
        else:
            for part in dead:
                message = f"dit deel kan nooit waar zijn: {part.why_never()}"
                yield (
                    name,
                    Problem(
                        code="LET01", message=message, span=part.span, expected="haal dit deel weg, of verander het"
                    ),
                )


class _Reasoning:
    """What parts of the rules of a ruleset leave of what they look at more than once."""

    def __init__(self, expressions: Mapping[str, Expression], vocabulary: Vocabulary) -> None:
        self._expressions = expressions
        self._vocabulary = vocabulary
        self._cores: dict[Expression, Core] = {}
        self._topics: dict[Expression, _Topic] = {}
        self._taken: dict[Pair, list[Expression]] = {}
        self._numbers: dict[Pair, tuple[Numbers, ...]] = {}
        self._looks: dict[str, Counter[_Topic]] = {}
        self._more = {topic for name in expressions for topic in self._twice(name)}
        self._domains = Domains(vocabulary, self._cores.values() if self._more else ())
        self._cases: dict[tuple[str, ...], tuple[Partnership, ...]] = {}
        self._leaving: dict[Expression, frozenset[int] | None] = {}
        self._implied: dict[Expression, _Known] = {}

    def is_worth_a_look(self, rule: str) -> bool:
        """Say whether a rule looks at something more than once."""
        return bool(self._twice(rule))

    def _twice(self, rule: str) -> list[_Topic]:
        return [topic for topic, times in self._looked_at(rule).items() if times > 1]

    def _looked_at(self, rule: str) -> Counter[_Topic]:
        """Return how often a rule looks at each thing, also through other rules."""
        if rule not in self._looks:
            found: Counter[_Topic] = Counter()
            for leaf in leaves(self._expressions[rule]):
                if isinstance(leaf, Signal):
                    found += self._looked_at(leaf.rule)
                elif topic := self._topic(leaf):
                    found[topic] += 1
            self._looks[rule] = found
        return self._looks[rule]

    def _topic(self, leaf: Expression) -> _Topic:
        """Return what a leaf is about; nothing where it counts answers, or sets averages of parties off."""
        if leaf not in self._topics:
            core = self._cores[leaf] = elaborated(leaf, self._vocabulary)
            facts = tuple(dict.fromkeys(fact for fact, _ in looked_at(core)))
            are_together = any(
                isinstance(part, AnsweredCount | Earlier | Undefined)
                or (isinstance(part, Total) and part.minus and len(facts) > 1)
                for part in parts_of(core)
            )
            pair = pair_of(leaf) if are_together else None
            if pair:
                self._taken.setdefault(pair, []).append(leaf)
            self._topics[leaf] = pair or () if are_together else facts
        return self._topics[leaf]

    def narrowed(self, part: Expression, known: _Known, dead: list[_Never]) -> _Known | _Never:
        """Return what is left where a part (in negation normal form) holds too; add what can never hold to ``dead``."""
        match part:
            case And(parts):
                for each in sorted(parts, key=lambda found: isinstance(found, And | Or | AtLeast)):
                    left = self.narrowed(each, known, dead)
                    if isinstance(left, _Never):
                        return left
                    known = left
                return known
            case Or(parts):
                return self._one_of(parts, known, dead, part)
            case AtLeast(number, parts):
                return self._enough_of(number, parts, known, dead, part)
            case Signal(rule) | Not(Signal(rule)):
                for fact, implied in self._implied_by(rule, negate=isinstance(part, Not)).items():
                    found = _met(known, fact, implied.cases, part)
                    if isinstance(found, _Never):
                        return found
                    known = found
                return known
            case _:
                return self._by_leaf(part, known)

    def _one_of(
        self, parts: Iterable[Expression], known: _Known, dead: list[_Never], whole: Expression
    ) -> _Known | _Never:
        """Return what is left where one of some parts holds; ``whole`` is what is told of them together."""
        ways = [self.narrowed(each, known, dead) for each in parts]
        never = [way for way in ways if isinstance(way, _Never)]
        open_ways = [way for way in ways if not isinstance(way, _Never)]
        if not open_ways:
            return _Never(tuple(reason for way in never for reason in way.reasons))
        dead += never
        return _joined(open_ways, known, whole)

    def _enough_of(
        self, number: int, parts: Sequence[Expression], known: _Known, dead: list[_Never], whole: Expression
    ) -> _Known | _Never:
        """Return what is left where so many of some parts hold; nothing of those that are too many to go through."""
        ways = [(part, self.narrowed(part, known, dead)) for part in parts]
        never = [way for _, way in ways if isinstance(way, _Never)]
        can_hold = [part for part, way in ways if not isinstance(way, _Never)]
        if len(can_hold) < number:
            return _Never(tuple(reason for way in never for reason in way.reasons))
        dead += never
        if math.comb(len(can_hold), number) > _MOST_COMBINED:
            return known
        return self._one_of(map(And, itertools.combinations(can_hold, number)), known, [], whole)

    def _implied_by(self, rule: str, *, negate: bool) -> _Known:
        whole = push_negations_inward(self._expressions[rule], negate=negate)
        if whole not in self._implied:
            found = self.narrowed(whole, {}, [])
            self._implied[whole] = {} if isinstance(found, _Never) else found  # that is told of the rule itself
        return self._implied[whole]

    def _by_leaf(self, part: Expression, known: _Known) -> _Known | _Never:
        (leaf,) = leaves(part)
        topic = self._topic(leaf)
        if topic not in self._more:
            return known
        if part not in self._leaving:
            self._leaving[part] = self._left_by(part, leaf, topic)
        cases = self._leaving[part]
        return known if cases is None else _met(known, topic, cases, part)

    def _left_by(self, part: Expression, leaf: Leaf, topic: _Topic) -> frozenset[int] | None:
        """Return in which cases a part holds, by their places; None where there are too many to look at."""
        if isinstance(topic, Pair):
            if topic not in self._numbers:
                self._numbers[topic] = told_apart(self._taken[topic], topic)
            return frozenset(place for place, numbers in enumerate(self._numbers[topic]) if holds(part, topic, numbers))
        cases, wanted, core = self._cases_of(topic), not isinstance(part, Not), self._cores[leaf]
        found = (place for place, case in enumerate(cases) if outcome_of(core, case, {}) is wanted)
        return frozenset(found) if cases else None

    def _cases_of(self, topic: tuple[str, ...]) -> tuple[Partnership, ...]:
        """Return a partnership for each sort of answers to a fact, or to those that are taken together.

        Empty where there are too many: with each party there are some times more.
        """
        if topic not in self._cases:
            found = self._answers(topic[0]) if len(topic) == 1 else self._totals(topic)
            cases = [attrs.evolve(_NOW, answers=answers_of(each)) for each in itertools.islice(found, MOST_CASES + 1)]
            self._cases[topic] = tuple(cases) if len(cases) <= MOST_CASES else ()
        return self._cases[topic]

    def _answers(self, fact: str) -> Iterator[Iterator[tuple[Slot, Answer | None]]]:
        asked = self._vocabulary.parts[fact].slots
        domain = self._domains.at(fact, _NOW.reference_date)
        for given in itertools.product((None, *domain.answers), repeat=len(asked)):
            yield zip(asked, given, strict=True)

    def _totals(self, facts: tuple[str, ...]) -> Iterator[Iterator[tuple[Slot, Answer | None]]]:
        """Yield scores, or yes and no, with the least total and each at a limit or just beside it, for all."""
        parts, (one, *_) = len(facts), (self._vocabulary.parts[fact] for fact in facts)
        limits = {
            part.limit
            for leaf, topic in self._topics.items()
            if topic == facts
            for part in parts_of(self._cores[leaf])
            if isinstance(part, Total)
        }
        least, greatest = (parts * score for score in one.range)
        near = {least, *(limit + shift for limit in limits for shift in (-1, 0, 1))}
        totals = [None, *sorted(total for total in near if least <= total <= greatest)]
        for given in itertools.product(totals, repeat=len(one.parties)):
            yield (
                ((fact, party), score)
                for party, total in zip(one.parties, given, strict=True)
                if total is not None
                for fact, score in zip(facts, _scores(total, parts), strict=True)
            )


def _scores(total: int, parts: int) -> Iterator[int]:
    """Yield whole numbers that differ by one at most and have a total."""
    for left in range(parts, 0, -1):
        score = total // left
        yield score
        total -= score


def _met(known: _Known, fact: _Topic, cases: frozenset[int], part: Expression) -> _Known | _Never:
    """Return what is left of a fact where a part leaves only some cases."""
    before = known.get(fact, _Left(cases, ()))
    if left := before.cases & cases:
        return {**known, fact: _Left(left, (*before.by, (part, cases)))}
    alone = [other for other, others in before.by if not others & cases]
    return _Never(((*(alone[:1] or [other for other, _ in before.by]), part),))


def _joined(ways: list[_Known], known: _Known, part: Expression) -> _Known:
    """Return what is left where one of several ways is open: only of facts that all ways look at."""
    joined: dict[_Topic, _Left] = {}
    for fact in ways[0]:
        if not all(fact in way for way in ways):
            continue
        cases = frozenset(case for way in ways for case in way[fact].cases)
        before = known.get(fact, _Left(frozenset(), ()))
        joined[fact] = before if cases == before.cases else _Left(cases, (*before.by, (part, cases)))
    return joined
