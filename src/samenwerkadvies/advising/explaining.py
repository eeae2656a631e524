"""Why a rule comes out as it does, part by part, and what keeps it from holding."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import attrs

from samenwerkadvies.advising.contents import Evidence, OpenQuestion
from samenwerkadvies.advising.evidence import Reasons
from samenwerkadvies.advising.json_form import to_plain
from samenwerkadvies.engines.decided import Decided
from samenwerkadvies.grammar.tree import (
    And,
    AtLeast,
    Beside,
    Compared,
    Contains,
    Expression,
    Known,
    Membership,
    Not,
    Operator,
    Or,
    Quantity,
    Quotient,
    Signal,
    leaves,
    quantities,
)
from samenwerkadvies.in_force import not_in_force
from samenwerkadvies.inquiry.grounds import Ground, grounds
from samenwerkadvies.wording.dates import why_not_in_force
from samenwerkadvies.wording.sentences import Sentences


@attrs.frozen(kw_only=True)
class Part:
    """A part of a rule, with how it comes out."""

    text: str
    """The part as a clause; of a rule, what it finds."""
    outcome: bool | None
    """None for unknown."""
    joined: str = ""
    """``and`` when all ``parts`` must hold, ``or`` when one must, ``at_least`` when so many must.

    Empty for a comparison.
    """
    at_least: int | None = None
    """For ``at_least``: how many of ``parts`` must hold."""
    known: Evidence | None = None
    """For a comparison: what is known of it."""
    rule: str | None = None
    """The rule whose outcome this is; its tree stands in ``parts``, where it is told for the first time."""
    negated: bool = False
    """For a rule: whether it must not hold; ``outcome`` counts that, and the outcomes in ``parts`` do not."""
    parts: tuple[Part, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts, lists, texts, numbers and booleans; what does not apply is left out."""
        return to_plain(self)


@attrs.frozen(kw_only=True)
class WhyNot:
    """What keeps a rule from holding."""

    rule: str
    outcome: bool | None
    kept_by: tuple[tuple[Evidence, ...], ...] = ()
    """For a rule that does not hold: the smallest sets of facts each of which is enough to keep it from holding."""
    waits_for: tuple[OpenQuestion, ...] = ()
    """For an undecided rule: the answers that it waits for, the most telling first."""

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts, lists, texts, numbers and booleans."""
        return to_plain(self)


class Explanations:
    """Tells how rules come out, for one partnership and its decided rules, in one language."""

    def __init__(self, decided: Decided, sentences: Sentences, reasons: Reasons) -> None:
        """Take everything that explanations are made of."""
        self._decided = decided
        self._ruleset = decided.ruleset
        self._sentences = sentences
        self._reasons = reasons

    @functools.cached_property
    def _out(self) -> Mapping[str, str]:
        """The rules that take no part at the reference date, each with why."""
        return {out.rule.id: why_not_in_force(out, self._sentences.language) for out in not_in_force(self._ruleset)}

    def why(self, rule: str) -> Part:
        """Return the tree of a rule, with the outcome of each part and what is known of it."""
        if rule in self._out:
            whole = self._ruleset.whole.rules[rule]
            text = whole.texts[self._sentences.language].finding
            return Part(text=text, outcome=False, rule=rule, parts=(Part(text=self._out[rule], outcome=False),))
        return Part(
            text=self._sentences.finding(rule),
            outcome=self._decided.outcomes[rule],
            rule=rule,
            parts=(self._part(self._ruleset.normal_forms[rule], {rule}),),
        )

    def _part(self, expression: Expression, told: set[str]) -> Part:
        text = self._sentences.condition(expression)
        outcome = self._decided.outcome(expression)
        match expression:
            case And(parts) | Or(parts):
                joined = "and" if isinstance(expression, And) else "or"
                trees = tuple(self._part(part, told) for part in parts)
                return Part(text=text, outcome=outcome, joined=joined, parts=trees)
            case AtLeast(number, parts):
                trees = tuple(self._part(part, told) for part in parts)
                return Part(text=text, outcome=outcome, joined="at_least", at_least=number, parts=trees)
            case Signal(rule) | Not(Signal(rule)):
                is_new = rule not in told
                told.add(rule)
                trees = (self._part(self._ruleset.normal_forms[rule], told),) if is_new else ()
                return Part(text=text, outcome=outcome, rule=rule, negated=isinstance(expression, Not), parts=trees)
            case Quotient(by=by) if self._decided.outcome(Compared(by, Operator.EQUAL, 0)):
                return Part(text=self._sentences.undefined(text), outcome=outcome, known=self._known(expression))
            case Compared() | Beside() | Quotient() | Membership() | Contains() | Known() | Not():
                return Part(text=text, outcome=outcome, known=self._known(expression))

    def _known(self, expression: Expression) -> Evidence:
        (leaf,) = leaves(expression)
        facts = tuple(map(self._fact, quantities(leaf)))
        if len(facts) == 1:
            return facts[0]
        return Evidence(text=self._sentences.together([fact.text for fact in facts]), because=facts)

    def _fact(self, quantity: Quantity) -> Evidence:
        return self._reasons.fact(quantity, self._decided.partnership)

    def kept_by(self, rule: str) -> tuple[tuple[Evidence, ...], ...]:
        """Return the smallest sets of facts that keep a rule from holding, each in the order of the vocabulary."""
        if rule in self._out:
            return ((Evidence(text=self._out[rule], rule=rule),),)
        if self._decided.outcomes[rule] is not False:
            return ()
        vocabulary = self._ruleset.vocabulary
        places = {name: place for place, name in enumerate(vocabulary.facts)}

        def place(ground: Ground) -> tuple[int, int, str, str]:
            party = vocabulary.parties.index(ground.party) if ground.party else -1
            return places.get(ground.of, len(places)), party, ground.view.value, ground.of

        found = grounds(Signal(rule), self._decided)
        return tuple(tuple(map(self._fact, sorted(one, key=place))) for one in found)
