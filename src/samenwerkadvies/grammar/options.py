"""Which comparisons of options can be right: of the one that is the answer, and of several that are chosen together."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import Problem, nearest, quoted
from samenwerkadvies.grammar.printer import quantity_to_text
from samenwerkadvies.grammar.tree import Compared, Contains, Membership, Operator, Quantity, View
from samenwerkadvies.vocabulary import FactType, Kind


def contains_problems(contains: Contains, fact: FactType | None) -> Iterator[Problem]:
    """Yield what is wrong with an option that must be chosen, of a quantity that is right by itself."""
    quantity, option = contains.quantity, contains.option
    if fact is None or fact.kind is not Kind.CHOICES:
        is_choice = fact is not None and fact.kind is Kind.CHOICE and not quantity.view.value
        yield Problem(
            code="TAAL15",
            message=f"{quoted('bevat')} past niet bij {quoted(quantity.of)}",
            span=contains.span,
            expected="een feit met 'soort: meerkeuze'",
            hint=f"{quantity_to_text(quantity)} = {option}" if is_choice else "",
        )
    elif option not in fact.options:
        yield Problem(
            code="TAAL03",
            message=f"onbekend antwoord {quoted(option)}",
            span=contains.option_span,
            expected=any_of(fact.options),
            hint=nearest(option, fact.options),
        )


def count_problems(quantity: Quantity, fact: FactType) -> Iterator[Problem]:
    """Yield what is wrong with counting what is chosen, where that is a number at all."""
    if fact.kind is not Kind.CHOICES:
        yield Problem(
            code="TAAL15",
            message=f"{quoted('aantal')} past niet bij {quoted(fact.id)}",
            span=quantity.span,
            expected="een feit met 'soort: meerkeuze'",
        )
        return
    parties = [party for party in fact.parties if party is not None]
    expected = any_of([f"aantal({party}({fact.id}))" for party in parties] or [f"aantal({fact.id})"])
    if parties and quantity.party is None:
        message = f"{quoted(fact.id)} wordt aan elke partij gevraagd: zeg wiens antwoord telt"
        yield Problem(code="TAAL07", message=message, span=quantity.span, expected=expected)
    elif quantity.party not in (parties or (None,)):
        message = f"{quoted(str(quantity.party))} past niet bij {quoted(fact.id)}"
        yield Problem(code="TAAL08", message=message, span=quantity.span, expected=expected)


def single_answer_problems(leaf: Compared | Membership, fact: FactType | None) -> Iterator[Problem]:
    """Yield that what can be several options is compared as if it were one."""
    quantity = leaf.quantity
    if fact is None or fact.kind is not Kind.CHOICES or quantity.view is View.CHOSEN:
        return
    whose = quantity if quantity.word or not fact.is_perception else Quantity(fact.id, party=fact.parties[0])
    of, counted = quantity_to_text(whose), Quantity(fact.id, View.CHOSEN, party=whose.party or fact.parties[0])
    options = leaf.options if isinstance(leaf, Membership) else (str(leaf.literal),)
    no = "niet " if isinstance(leaf, Compared) and leaf.operator is Operator.NOT_EQUAL else ""
    meant = " of ".join(f"{no}bevat({of}, {option})" for option in options)
    yield Problem(
        code="TAAL15",
        message=f"bij {quoted(fact.id)} kunnen meer antwoorden tegelijk gekozen zijn",
        span=leaf.span,
        expected=f"bevat({of}, …), of {quantity_to_text(counted)} met een getal",
        hint=meant if set(options) <= set(fact.options) and quantity.view is View.ITSELF else "",
    )


def membership_problems(membership: Membership, fact: FactType | None) -> Iterator[Problem]:
    """Yield what is wrong with a list of options of which one must be the answer."""
    if fact is None or fact.kind is not Kind.CHOICE:
        expected = "een feit met 'soort: keuze', of =, <= of >= met een getal"
        message = f"'in' past niet bij {quoted(membership.quantity.of)}"
        yield Problem(code="TAAL05", message=message, span=membership.span, expected=expected)
        return
    for index, (option, at) in enumerate(zip(membership.options, membership.option_spans, strict=True)):
        if option not in fact.options:
            hint = nearest(option, fact.options)
            yield Problem(
                code="TAAL03",
                message=f"onbekend antwoord {quoted(option)}",
                span=at,
                expected=any_of(fact.options),
                hint=hint,
            )
        elif option in membership.options[:index]:
            yield Problem(
                code="TAAL03",
                message=f"{quoted(option)} staat hier twee keer",
                span=at,
                expected="elk antwoord één keer",
            )
    if set(fact.options) <= set(membership.options):
        yield Problem(
            code="TAAL06",
            message="deze vergelijking is altijd waar",
            span=membership.span,
            expected="een lijst die iets uitsluit",
        )
