"""Which rules are false where they do not hold, and which may be unknown."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import attrs

from samenwerkadvies.meaning.core import Core, Outcome, Undefined, parts_of, slots_of
from samenwerkadvies.meaning.evaluate import Test
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.vocabulary import Slot


@attrs.frozen
class Decidable:
    """A rule with what it needs to be decided."""

    id: str
    test: Test
    slots: frozenset[Slot]
    uses_rules: bool
    is_never_sure: bool
    """Whether it can be unknown while no answer is missing."""

    @classmethod
    def of(cls, name: str, ruleset: Ruleset, unsure: Collection[str]) -> Decidable:
        """Return a rule of a ruleset; ``unsure`` are those that ``never_sure`` tells."""
        core = ruleset.cores[name]
        slots, uses_rules = frozenset(slots_of(core)), any(True for _ in uses(core))
        return cls(name, ruleset.tests[name], slots, uses_rules, name in unsure)

    def has_all(self, missing: frozenset[Slot]) -> bool:
        """Say whether it looks at answers alone, none of these is missing, and so it is decided."""
        return not self.uses_rules and not self.is_never_sure and self.slots.isdisjoint(missing)


def never_sure(ruleset: Ruleset) -> set[str]:
    """Return the rules that can be unknown while no answer is missing, themselves or through other rules."""
    found: set[str] = set()
    for layer in ruleset.strata:
        for rule in layer:
            parts = tuple(parts_of(ruleset.cores[rule.id]))
            if any(isinstance(part, Undefined) or (isinstance(part, Outcome) and part.rule in found) for part in parts):
                found.add(rule.id)
    return found


def uses(core: Core) -> Iterator[str]:
    """Yield the rules whose outcome a core uses."""
    return (part.rule for part in parts_of(core) if isinstance(part, Outcome))
