"""Which rules look at which answers, also through other rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samenwerkadvies.inquiry.diagrams import Diagrams
from samenwerkadvies.inquiry.situations import Situation
from samenwerkadvies.ruleset import Severity
from samenwerkadvies.vocabulary import Answer


class Lookers:
    """Sets of rules of one ruleset, as bits: the first rule of the files is the lowest."""

    def __init__(self, diagrams: Diagrams) -> None:
        """Find who looks where."""
        rules = diagrams.ruleset.rules
        self._names = tuple(rules)
        self._bits = {name: 1 << place for place, name in enumerate(self._names)}
        self._at, self._at_what_is_said = ([0] * len(diagrams.order) for _ in range(2))
        for name, core in diagrams.ruleset.cores.items():
            under = diagrams.under.of(core)
            for position in under.positions:
                self._at[position] |= self._bits[name]
                if position in under.said:
                    self._at_what_is_said[position] |= self._bits[name]
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
        """Return the rules that may come out otherwise when answers in some positions change, as bits."""
        found = 0
        for position, _ in changes:
            found |= (self._at_what_is_said if situation.places[position] else self._at)[position]
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
