"""Type an expression against the vocabulary: every fact, view, option and bound that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from samenwerkadvies.answers import NUMBER_WORDS
from samenwerkadvies.errors import listed, nearest, quoted
from samenwerkadvies.grammar.parser import Fault
from samenwerkadvies.grammar.printer import literal_to_text, quantity_to_text
from samenwerkadvies.grammar.tree import (
    MONTH_VIEWS,
    PARTY_VIEWS,
    Comparison,
    Expression,
    Known,
    Membership,
    Operator,
    Quantity,
    Signal,
    View,
    leaves,
)
from samenwerkadvies.vocabulary import GREATEST_COUNT, NEVER, PARTIES, SCALE, Average, FactType, Kind, Vocabulary

LONGEST_MONTHS = 1200

YES_NO = ("ja", "nee")
_NUMERIC = (Kind.COUNT, Kind.SCALE)
_EQUALITIES = (Operator.EQUAL, Operator.NOT_EQUAL)


def faults(expression: Expression, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Yield everything that is wrong with an expression, from left to right (rules of ``signaal`` excepted)."""
    for leaf in leaves(expression):
        match leaf:
            case Comparison(quantity):
                yield from _quantity_faults(quantity, vocabulary) or _comparison_faults(leaf, vocabulary)
            case Membership(quantity):
                yield from _quantity_faults(quantity, vocabulary) or _membership_faults(leaf, vocabulary)
            case Known(quantity):
                yield from _known_faults(quantity, vocabulary)
            case Signal():
                pass


def _quantity_faults(quantity: Quantity, vocabulary: Vocabulary) -> list[Fault]:
    name, view = quantity.of, quantity.view
    if view is View.SHARE_ANSWERED:
        return _share_faults(quantity, vocabulary)
    known = vocabulary.facts.get(name) or vocabulary.averages.get(name)
    if known is None:
        names = [*vocabulary.facts, *vocabulary.averages]
        at = (quantity.span[1] - len(name) - (view is not View.ITSELF), quantity.span[1] - (view is not View.ITSELF))
        return [Fault("TAAL02", f"onbekend feit {quoted(name)}", at, "een feit uit de regelset", nearest(name, names))]
    fitting = _fitting_views(known)
    if view in fitting:
        return []
    if view is View.ITSELF:
        shown = listed([f"{fit.value}({name})" for fit in fitting])
        return [
            Fault(
                "TAAL07",
                f"{quoted(name)} wordt aan elke partij gevraagd: zeg wiens antwoord telt",
                quantity.span,
                shown,
            )
        ]
    shown = listed([f"{fit.value}({name})" if fit.value else name for fit in fitting])
    return [Fault("TAAL08", f"{quoted(view.value)} past niet bij {quoted(name)}", quantity.span, shown)]


def _share_faults(quantity: Quantity, vocabulary: Vocabulary) -> list[Fault]:
    if quantity.of not in PARTIES:
        hint = nearest(quantity.of, PARTIES)
        return [Fault("TAAL08", f"{quoted(quantity.of)} is geen partij", quantity.span, listed(PARTIES), hint)]
    if not vocabulary.perceptions:
        expected = "een regelset met feiten die 'wie: ieder' hebben"
        return [Fault("TAAL08", "er is geen feit dat elke partij beantwoordt", quantity.span, expected)]
    return []


def _fitting_views(known: FactType | Average) -> tuple[View, ...]:
    if isinstance(known, FactType):
        if not known.is_perception:
            dates = (View.MONTHS_SINCE, View.MONTHS_UNTIL)
            return (*dates, View.ITSELF) if known.kind is Kind.DATE else (View.ITSELF,)
        if known.kind is Kind.YES_NO:
            return (View.EITHER, *PARTY_VIEWS)
        if known.kind is Kind.CHOICE:
            return tuple(PARTY_VIEWS)
    return (View.LOWEST, View.HIGHEST, View.DIFFERENCE, *PARTY_VIEWS)


_NO_ANSWER = ("leeg", "onbekend", "niets", "null", "none")
_OTHER_WORDS = {"waar": "ja", "true": "ja", "yes": "ja", "onwaar": "nee", "false": "nee", "no": "nee"}


def _comparison_faults(comparison: Comparison, vocabulary: Vocabulary) -> Iterator[Fault]:
    quantity, literal = comparison.quantity, comparison.literal
    fact_type = vocabulary.facts.get(quantity.of)
    if literal in _NO_ANSWER and literal not in (fact_type.options if fact_type else ()):
        known = f"bekend({quantity_to_text(quantity)})"
        meant = known if comparison.operator is Operator.NOT_EQUAL else f"niet {known}"
        yield Fault("TAAL03", f"{_shown(literal)} is geen antwoord", comparison.span, f"{known} of niet {known}", meant)
    elif quantity.view is View.SHARE_ANSWERED:
        yield from _number_faults(comparison, 0, 1, parts=len(vocabulary.perceptions))
    elif quantity.view in MONTH_VIEWS:
        yield from _month_faults(comparison)
    elif quantity.of in vocabulary.averages:
        low, high = (0, SCALE[1] - SCALE[0]) if quantity.view is View.DIFFERENCE else SCALE
        yield from _number_faults(comparison, low, high, parts=len(vocabulary.averages[quantity.of].parts))
    else:
        fact = vocabulary.facts[quantity.of]
        if fact.kind in _NUMERIC:
            low, high = fact.range
            if quantity.view is View.DIFFERENCE:
                low, high = 0, high - low
            yield from _number_faults(comparison, low, high)
        else:
            words = YES_NO if fact.kind is Kind.YES_NO else fact.options if fact.kind is Kind.CHOICE else (NEVER,)
            if fact.kind is Kind.DATE and not fact.may_be_never:
                expected = f"maanden_sinds({fact.id}) of maanden_tot({fact.id})"
                message = f"{quoted(fact.id)} is een datum, die niet 'nooit' kan zijn"
                yield Fault("TAAL05", message, comparison.span, expected)
            elif literal not in words:
                hint = _OTHER_WORDS.get(str(literal), "") if words is YES_NO else ""
                hint = hint or nearest(str(literal), words)
                yield Fault(
                    "TAAL03", f"onbekend antwoord {_shown(literal)}", comparison.literal_span, listed(words), hint
                )
            elif comparison.operator not in _EQUALITIES:
                message = f"{quoted(comparison.operator.value)} past niet bij {quoted(fact.id)}"
                yield Fault("TAAL05", message, comparison.span, "= of !=")


def _shown(literal: object) -> str:
    return quoted(literal_to_text(literal)) if isinstance(literal, int | str | Decimal) else quoted(literal)


def _month_faults(comparison: Comparison) -> Iterator[Fault]:
    literal = comparison.literal
    if not isinstance(literal, int):
        yield Fault("TAAL05", f"{_shown(literal)} is geen aantal maanden", comparison.literal_span, "een heel getal")
    elif literal > LONGEST_MONTHS:
        expected = f"een heel getal van 0 tot en met {LONGEST_MONTHS}"
        yield Fault("TAAL06", f"{literal} maanden is te veel", comparison.literal_span, expected)


def _number_faults(comparison: Comparison, low: int, high: int, *, parts: int | None = None) -> Iterator[Fault]:
    """Check a limit of a whole number, or of a number of so many ``parts``-ths."""
    literal, at = comparison.literal, comparison.literal_span
    sort = "heel getal" if parts is None else "getal"
    expected = f"een {sort} van {low} tot en met {high}" if high < GREATEST_COUNT else f"een {sort} vanaf {low}"
    if isinstance(literal, str) or (isinstance(literal, Decimal) and parts is None):
        meant = NUMBER_WORDS.get(str(literal), "")
        yield Fault("TAAL05", f"{_shown(literal)} is geen {sort}", at, expected, str(meant))
    elif not low <= literal <= high:
        yield Fault("TAAL06", f"{_shown(literal)} valt buiten de grenzen", at, expected)
    elif (always := _always(comparison.operator, literal, low, high)) is not None:
        message = f"deze vergelijking is {'altijd' if always else 'nooit'} waar"
        yield Fault("TAAL06", message, comparison.span, f"een grens die iets uitsluit, tussen {low} en {high}")
    elif parts and comparison.operator in _EQUALITIES and (literal * parts) % 1:
        message = f"precies {_shown(literal)} kan niet voorkomen: dit is een getal in stappen van 1/{parts}"
        yield Fault("TAAL06", message, at, "<, <=, > of >=, of een getal dat kan voorkomen")


def _always(operator: Operator, literal: int | Decimal, low: int, high: int) -> bool | None:
    """Say whether a comparison is always (or never) true between the bounds; None when it depends."""
    if literal == low:
        return {Operator.AT_LEAST: True, Operator.LESS: False}.get(operator)
    if literal == high:
        return {Operator.AT_MOST: True, Operator.MORE: False}.get(operator)
    return None


def _membership_faults(membership: Membership, vocabulary: Vocabulary) -> Iterator[Fault]:
    fact = vocabulary.facts.get(membership.quantity.of)
    if fact is None or fact.kind is not Kind.CHOICE:
        expected = "een feit met 'soort: keuze', of =, <= of >= met een getal"
        message = f"'in' past niet bij {quoted(membership.quantity.of)}"
        yield Fault("TAAL05", message, membership.span, expected)
        return
    for index, (option, at) in enumerate(zip(membership.options, membership.option_spans, strict=True)):
        if option not in fact.options:
            hint = nearest(option, fact.options)
            yield Fault("TAAL03", f"onbekend antwoord {quoted(option)}", at, listed(fact.options), hint)
        elif option in membership.options[:index]:
            yield Fault("TAAL03", f"{quoted(option)} staat hier twee keer", at, "elk antwoord één keer")
    if set(fact.options) <= set(membership.options):
        yield Fault("TAAL06", "deze vergelijking is altijd waar", membership.span, "een lijst die iets uitsluit")


def _known_faults(quantity: Quantity, vocabulary: Vocabulary) -> Iterator[Fault]:
    name, view = quantity.of, quantity.view
    found = vocabulary.facts.get(name) or vocabulary.averages.get(name)
    if found is None and view is not View.SHARE_ANSWERED:
        yield from _quantity_faults(quantity, vocabulary)
        return
    is_perception = not isinstance(found, FactType) or found.is_perception
    fitting = tuple(PARTY_VIEWS) if is_perception else (View.ITSELF,)
    if view not in fitting:
        shown = listed([f"bekend({fit.value}({name}))" if fit.value else f"bekend({name})" for fit in fitting])
        if found is None:
            shown = "bekend(…) met een feit"
        message = f"{quoted(view.value or name)} past niet in bekend(…)"
        yield Fault("TAAL08", message, quantity.span, shown)
