"""Say in Dutch how a rule comes out for a partnership, part by part."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerkadvies.engines.reference import ReferenceEngine, evaluate
from samenwerkadvies.language.sentences import Sentences
from samenwerkadvies.language.tree import And, Expression, Not, Or, Signal, push_negations_inward
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import DUTCH, Ruleset

_SIGNS = {True: "ja ", False: "nee", None: "?  "}


def sentences_of(ruleset: Ruleset) -> Sentences:
    """Return what says the conditions and facts of a ruleset in Dutch."""
    return Sentences(ruleset.vocabulary, DUTCH, lambda rule: ruleset.rules[rule].texts[DUTCH].finding)


def parts_told(rule: str, ruleset: Ruleset, partnership: Partnership) -> Iterator[str]:
    """Yield a line for each part of a rule: whether it holds, and what the facts are."""
    sentences, decided = sentences_of(ruleset), ReferenceEngine(ruleset).decide(partnership)
    for part in _parts(push_negations_inward(ruleset.rules[rule].expression)):
        outcome = evaluate(part, partnership, ruleset.vocabulary, decided)
        yield f"  {_SIGNS[outcome]} {sentences.condition(part)}"
        leaf = part.part if isinstance(part, Not) else part
        if not isinstance(leaf, Signal | And | Or | Not) and outcome is not None:
            yield f"      ({sentences.fact(leaf.quantity, partnership)})"


def _parts(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression, And | Or):
        for part in expression.parts:
            yield from _parts(part)
    else:
        yield expression
