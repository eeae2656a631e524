"""Which rules look at which answers, also through other rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samenwerkadvies.facts import way_up
from samenwerkadvies.grammar.tree import Operator
from samenwerkadvies.inquiry.diagrams import Diagrams
from samenwerkadvies.inquiry.situations import Situation
from samenwerkadvies.meaning.core import All, Core, Enough, Negation, Outcome, Some, Total, Yes, looked_at
from samenwerkadvies.ruleset import Ruleset, Severity
from samenwerkadvies.vocabulary import Answer, Slot


class Lookers:
    """Sets of rules of one ruleset, as bits: the first rule of the files is the lowest."""

    def __init__(self, diagrams: Diagrams) -> None:
        """Find who looks where."""
        rules = diagrams.ruleset.rules
        self._names = tuple(rules)
        self._bits = {name: 1 << place for place, name in enumerate(self._names)}
        self._at, self._at_what_can_begin = ([0] * len(diagrams.order) for _ in range(2))
        beginning = _Beginning(diagrams.ruleset)
        for name, core in diagrams.ruleset.cores.items():
            under = diagrams.under.of(core)
            begin = {diagrams.situations.positions[slot] for slot in beginning.of_rule(name, 1)}
            for position in under.positions:
                self._at[position] |= self._bits[name]
                if position in under.said and position in begin:
                    self._at_what_can_begin[position] |= self._bits[name]
        self.as_serious = {
            severity: self.bits(
                rule.id
                for rule in rules.values()
                if rule.severity is not Severity.STRENGTH and rule.severity.rank <= severity.rank
            )
            for severity in Severity
        }
        """Per severity the rules that are as serious, or more so."""

    def of(self, changes: Iterable[tuple[int, Answer]], situation: Situation) -> int:
        """Return the rules that may begin to hold when answers in some positions are given or get better, as bits."""
        found = 0
        for position, _ in changes:
            found |= (self._at_what_can_begin if situation.places[position] else self._at)[position]
        return found

    def bits(self, names: Iterable[str]) -> int:
        """Return rules as bits."""
        found = 0
        for name in names:
            found |= self._bits[name]
        return found

    def names(self, bits: int) -> Iterator[str]:
        """Yield rules in the order of the files."""
        while bits:
            lowest = bits & -bits
            yield self._names[lowest.bit_length() - 1]
            bits ^= lowest


class _Beginning:
    """At which answers rules look that can begin to hold, or to fail, when such an answer gets better."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._cores, self._facts = ruleset.cores, ruleset.vocabulary.parts
        self._found: dict[tuple[str, int], frozenset[Slot]] = {}

    def of_rule(self, rule: str, way: int) -> frozenset[Slot]:
        """Return the answers of a rule that can begin to hold (1) or to fail (-1)."""
        if (rule, way) not in self._found:
            self._found[rule, way] = frozenset(self._of(self._cores[rule], way))
        return self._found[rule, way]

    def _of(self, core: Core, way: int) -> Iterator[Slot]:
        match core:
            case All(parts) | Some(parts) | Enough(_, parts):
                for part in parts:
                    yield from self._of(part, way)
            case Negation(part):
                yield from self._of(part, -way)
            case Outcome(rule):
                yield from self.of_rule(rule, way)
            case Total(plus, operator, _, minus):
                wanted = _WANTED.get(operator, 0) * way
                yield from (slot for slot in plus if self._can_go(slot, wanted))
                yield from (slot for slot in minus if self._can_go(slot, -wanted))
            case Yes(slot) if not self._can_go(slot, way):
                pass
            case _:
                yield from looked_at(core)

    def _can_go(self, slot: Slot, wanted: int) -> bool:
        """Say whether a better answer can be a higher (1) or a lower one (-1), or whether any will do (0)."""
        return wanted * way_up(self._facts[slot[0]]) >= 0


_WANTED = {Operator.LESS: -1, Operator.AT_MOST: -1, Operator.MORE: 1, Operator.AT_LEAST: 1}
"""Which way a number must go for a comparison to begin to hold."""
