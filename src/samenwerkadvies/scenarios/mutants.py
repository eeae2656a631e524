"""Small changes that could be a slip of the pen, to a rule or to a threshold; scenarios should refuse each."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import attrs

from samenwerkadvies.grammar.printer import literal_to_text, to_text
from samenwerkadvies.grammar.tree import (
    And,
    AtLeast,
    Beside,
    Compared,
    Contains,
    Expression,
    Known,
    Leaf,
    Limited,
    Membership,
    Not,
    Operator,
    Or,
    Quantity,
    Quotient,
    Signal,
    View,
    at_least,
    leaves,
    push_negations_inward,
    with_thresholds,
)
from samenwerkadvies.grammar.typecheck import YES_NO, type_problems
from samenwerkadvies.loading.entries import AdviceKindWord, SeverityWord
from samenwerkadvies.meaning.core import AnsweredCount, Core, Reached, Total, parts_of
from samenwerkadvies.meaning.elaborate import elaborated
from samenwerkadvies.ruleset import AdviceKind, Rule, Ruleset, Severity
from samenwerkadvies.thresholds import Number, Threshold
from samenwerkadvies.vocabulary import Kind, Vocabulary, number_of
from samenwerkadvies.wording.sentences import Sentences


@attrs.frozen
class Mutant:
    """A ruleset with one small change: to a rule, or to a threshold and so to all rules that compare with it."""

    rules: tuple[Rule, ...]
    """Those that it changes, as changed."""
    was: str
    """What changed, in words."""
    became: str
    line: str = ""
    """The changed expression, as a rule file has it; empty where the expression is as it was."""
    threshold: str = ""
    """The threshold that is moved; empty for a change to a rule."""

    @property
    def of(self) -> str:
        """What it changes, as it is named to people: a rule, or a threshold."""
        return f"grens {self.threshold}" if self.threshold else self.rules[0].id


_ONE_DAY = datetime.timedelta(days=1)
Rebuild = Callable[[Expression], Expression]


def places(tree: Expression) -> Iterator[tuple[Expression, Rebuild]]:
    """Yield every part of a tree, the whole first, each with what makes the tree again around another part."""
    yield tree, lambda new: new
    match tree:
        case And(parts) | Or(parts) | AtLeast(_, parts):
            for index, part in enumerate(parts):
                for inner, rebuild in places(part):
                    yield inner, _within(tree, index, rebuild)
        case Not(part):
            for inner, rebuild in places(part):
                yield inner, lambda new, rebuild=rebuild: Not(rebuild(new))  # type: ignore[misc]  # bound now
        case Compared() | Beside() | Quotient() | Membership() | Contains() | Known() | Signal():
            pass


def _within(tree: And | Or | AtLeast, index: int, rebuild: Rebuild) -> Rebuild:
    return lambda new: attrs.evolve(tree, parts=(*tree.parts[:index], rebuild(new), *tree.parts[index + 1 :]))


def _of_the_same_form(tree: And | Or | AtLeast, parts: tuple[Expression, ...]) -> Expression:
    """Return the same with fewer parts."""
    match tree:
        case And():
            return at_least(len(parts), parts)
        case Or():
            return at_least(1, parts)
        case AtLeast(number):
            return at_least(number, parts)


def mutants(rule: Rule, ruleset: Ruleset, sentences: Sentences) -> Iterator[Mutant]:
    """Yield the rule with each small change: in its expression, severity, kind, what it absorbs and when it counts."""
    seen = {push_negations_inward(rule.expression)}
    for part, rebuild in places(rule.expression):
        for new in _changes(part, ruleset.vocabulary, is_whole=part is rule.expression):
            tree = rebuild(new)
            if (meant := push_negations_inward(tree)) not in seen and not any(type_problems(tree, ruleset.vocabulary)):
                seen.add(meant)
                changed = attrs.evolve(rule, expression=tree)
                yield Mutant((changed,), sentences.condition(part), sentences.condition(new), to_text(tree))
        if isinstance(part, And | Or | AtLeast):
            for index, dropped in enumerate(part.parts):
                left = (*part.parts[:index], *part.parts[index + 1 :])
                tree = rebuild(_of_the_same_form(part, left))
                if (meant := push_negations_inward(tree)) not in seen:
                    seen.add(meant)
                    changed = attrs.evolve(rule, expression=tree)
                    yield Mutant((changed,), sentences.condition(dropped), "", to_text(tree))
    yield from _of_validity(rule)
    if rule.is_check:
        return
    for severity in Severity:
        if severity is not rule.severity:
            changed, was = attrs.evolve(rule, severity=severity), SeverityWord[rule.severity.name].value
            yield Mutant((changed,), f"ernst: {was}", f"ernst: {SeverityWord[severity.name].value}")
    for kind in AdviceKind:
        if kind is not rule.kind:
            changed, was = attrs.evolve(rule, kind=kind), AdviceKindWord[rule.kind.name].value
            yield Mutant((changed,), f"soort: {was}", f"soort: {AdviceKindWord[kind.name].value}")
    for name in rule.replaces:
        left_over = tuple(other for other in rule.replaces if other != name)
        yield Mutant((attrs.evolve(rule, replaces=left_over),), f"vervangt: {name}", "")
    if rule.gives_way:
        yield Mutant((attrs.evolve(rule, gives_way=False),), "wijkt_voor: voorwaarde", "")
    if rule.makes_provisional:
        yield Mutant((attrs.evolve(rule, makes_provisional=False),), "maakt_voorlopig: ja", "maakt_voorlopig: nee")


def _of_validity(rule: Rule) -> Iterator[Mutant]:
    for name, word in (("since", "vanaf"), ("before", "tot")):
        if day := getattr(rule.validity, name):
            for moved_to in (day - _ONE_DAY, day + _ONE_DAY):
                changed = attrs.evolve(rule, validity=attrs.evolve(rule.validity, **{name: moved_to}))
                yield Mutant((changed,), f"{word}: {day}", f"{word}: {moved_to}")


def moved(threshold: Threshold, ruleset: Ruleset) -> Iterator[Mutant]:
    """Yield a threshold one step lower and one step higher, for all rules that compare with it."""
    users = ruleset.comparing_with[threshold.id]
    compared = (
        leaf
        for rule in users
        for leaf in leaves(rule.expression)
        if isinstance(leaf, Limited) and leaf.threshold == threshold.id
    )
    values = (value for leaf in compared for value in _neighbours(leaf, threshold.value, ruleset.vocabulary))
    for value in dict.fromkeys(values):
        changed = tuple(
            attrs.evolve(rule, expression=with_thresholds(rule.expression, {threshold.id: value})) for rule in users
        )
        if not any(problem for rule in changed for problem in type_problems(rule.expression, ruleset.vocabulary)):
            was, became = (f"{threshold.id}: {literal_to_text(each)}" for each in (threshold.value, value))
            yield Mutant(changed, was, became, threshold=threshold.id)


def _changes(part: Expression, vocabulary: Vocabulary, *, is_whole: bool) -> Iterator[Expression]:
    """Yield what could stand in the place of a part; what makes no sense is left out by the caller."""
    match part:
        case And(parts):
            yield Or(parts)
        case Or(parts):
            yield And(parts)
        case AtLeast(number, parts):
            yield at_least(number - 1, parts)
            yield at_least(number + 1, parts)
        case Compared() | Quotient():
            yield from _comparison_changes(part, vocabulary)
        case Beside(operator=operator) if operator in _SLIPS_OF_OPERATOR:
            yield attrs.evolve(part, operator=_SLIPS_OF_OPERATOR[operator])
        case Membership():
            yield from _membership_changes(part, vocabulary)
        case Contains(quantity, option):
            others = vocabulary.facts[quantity.of].options
            yield from (attrs.evolve(part, option=other) for other in others if other != option)
        case Beside() | Known() | Signal() | Not():
            pass
    if not (is_whole and isinstance(part, And | Or | AtLeast)):
        yield push_negations_inward(part, negate=True)
    if isinstance(part, Beside):
        yield from (attrs.evolve(part, other=other) for other in _looked_at_otherwise(part.other, vocabulary))
    if isinstance(part, Quotient):
        yield attrs.evolve(part, quantity=part.by, by=part.quantity)
        yield from (attrs.evolve(part, by=by) for by in _looked_at_otherwise(part.by, vocabulary))
    if isinstance(part, Leaf) and not isinstance(part, Signal):
        quantity = part.quantity
        for view in View:
            if {view, quantity.view} == {View.EITHER, View.ANYBODY}:  # two words for the same
                continue
            yield attrs.evolve(part, quantity=Quantity(quantity.of, view))
        for party in vocabulary.parties:
            yield attrs.evolve(part, quantity=Quantity(quantity.of, party=party))
            if quantity.view is View.CHOSEN:
                yield attrs.evolve(part, quantity=Quantity(quantity.of, View.CHOSEN, party=party))
            if quantity.of in vocabulary.parties:
                yield attrs.evolve(part, quantity=Quantity(party, quantity.view))


def _looked_at_otherwise(quantity: Quantity, vocabulary: Vocabulary) -> Iterator[Quantity]:
    yield from (Quantity(quantity.of, view) for view in View)
    yield from (Quantity(quantity.of, party=party) for party in vocabulary.parties)


_SLIPS_OF_OPERATOR = {
    Operator.LESS: Operator.AT_MOST,
    Operator.AT_MOST: Operator.LESS,
    Operator.MORE: Operator.AT_LEAST,
    Operator.AT_LEAST: Operator.MORE,
}


def _comparison_changes(comparison: Limited, vocabulary: Vocabulary) -> Iterator[Expression]:
    literal = comparison.literal
    if isinstance(literal, str):
        fact = vocabulary.facts[comparison.quantity.of]
        for option in YES_NO if fact.kind is Kind.YES_NO else fact.options:
            yield comparison.with_literal(option)
        return
    if comparison.operator in _SLIPS_OF_OPERATOR:
        yield attrs.evolve(comparison, operator=_SLIPS_OF_OPERATOR[comparison.operator])
    for other in _neighbours(comparison, literal, vocabulary):
        yield comparison.with_literal(other)


def _neighbours(comparison: Limited, literal: int | Decimal, vocabulary: Vocabulary) -> tuple[Number, Number]:
    """Return the limits that are one step lower and higher; below a whole number, a step is one of its parts.

    Of a quotient, which may be any fraction, a step is one of the last decimal that the limit has.
    """
    if isinstance(comparison, Quotient):
        unit = Decimal(1).scaleb(int(Decimal(literal).as_tuple().exponent))
        return (literal - 1, literal + 1) if isinstance(literal, int) else (literal - unit, literal + unit)
    quantity = comparison.quantity
    at_least = (Compared(quantity, Operator.AT_LEAST, limit) for limit in (1, 2))
    first, second = (_limit(elaborated(comparison, vocabulary)) for comparison in at_least)
    parts = second - first  # of a limit of several answers together, in the core
    if parts == 1:
        return int(literal) - 1, int(literal) + 1
    step, cent = Decimal(1) / parts, Decimal("0.01")
    lower, higher = Decimal(literal) - step, Decimal(literal) + step
    if fact := vocabulary.facts.get(quantity.of):  # a count with decimals
        return lower.quantize(unit := Decimal(number_of(fact, 1))), higher.quantize(unit)
    return lower.quantize(cent, ROUND_FLOOR), higher.quantize(cent, ROUND_CEILING)


def _limit(core: Core) -> int:
    """Return with what a comparison of numbers compares in its core."""
    compared = next(part for part in parts_of(core) if isinstance(part, Total | AnsweredCount | Reached))
    return compared.months if isinstance(compared, Reached) else compared.limit


def _membership_changes(membership: Membership, vocabulary: Vocabulary) -> Iterator[Expression]:
    options = membership.options
    lists = [tuple(other for other in options if other != option) for option in options if len(options) > 1]
    lists += [
        (*options, option) for option in vocabulary.facts[membership.quantity.of].options if option not in options
    ]
    for changed in lists:
        yield Membership(membership.quantity, changed, option_spans=((0, 0),) * len(changed))
