"""One number divided by another (``per``): which two have a quotient, and with which number it can be compared."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from samenwerkadvies.amounts import NUMBER_WORDS, written
from samenwerkadvies.bilingual import all_of
from samenwerkadvies.errors import Problem, quoted
from samenwerkadvies.facts import alike
from samenwerkadvies.grammar.limits import always, shown
from samenwerkadvies.grammar.printer import quantity_to_text, quotient_to_text
from samenwerkadvies.grammar.tree import Quotient, View
from samenwerkadvies.vocabulary import GREATEST_COUNT, FactType, Kind, Vocabulary

_LARGEST = 4 * 10**18
"""Two numbers up to here differ by what a database and a table of whole numbers can hold."""
_VIEWS = frozenset({View.ITSELF, View.LOWEST, View.HIGHEST})


def weights(quotient: Quotient, vocabulary: Vocabulary) -> tuple[int, int]:
    """Return how often both numbers count, in their smallest units: compared so, they compare as the quotient does."""
    fact, other = (vocabulary.facts[each.of] for each in (quotient.quantity, quotient.by))
    limit, (one, another) = Fraction(Decimal(quotient.literal)), alike(fact, other)
    often, times = one * limit.denominator, another * limit.numerator
    common = math.gcd(often, times)
    return often // common, times // common


def quotient_problems(quotient: Quotient, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield what is wrong with a quotient of two quantities, each of which is right by itself, and with its limit."""
    one, other = quotient.quantity, quotient.by
    for each in (one, other):
        fact = vocabulary.facts.get(each.of)
        if each.view not in _VIEWS or fact is None or fact.kind is not Kind.COUNT:
            message = f"{quoted(quantity_to_text(each))} past niet in 'per'"
            expected = "een feit met 'soort: aantal', of het antwoord daarop van een partij"
            yield Problem(code="TAAL16", message=message, span=each.span, expected=expected)
            return
    if one.of == other.of and not (one.party and other.party and one.party != other.party):
        message, expected = "hier staat twee keer hetzelfde antwoord", "twee verschillende antwoorden"
        yield Problem(code="TAAL16", message=message, span=quotient.span, expected=expected)
    else:
        yield from _limit_problems(quotient, vocabulary)


def _limit_problems(quotient: Quotient, vocabulary: Vocabulary) -> Iterator[Problem]:
    fact, other = (vocabulary.facts[each.of] for each in (quotient.quantity, quotient.by))
    literal, greatest = quotient.literal, _greatest(fact, other)
    is_bounded = fact.maximum < GREATEST_COUNT
    expected = f"een getal boven 0, tot en met {written(greatest)}" if is_bounded else "een getal boven 0"
    if isinstance(literal, str):
        hint = str(NUMBER_WORDS.get(literal, ""))
        message = f"{shown(quotient)} is geen getal"
        yield Problem(code="TAAL05", message=message, span=quotient.literal_span, expected=expected, hint=hint)
    elif not 0 < literal <= greatest:
        message = f"{shown(quotient)} valt buiten de grenzen"
        yield Problem(code="TAAL06", message=message, span=quotient.literal_span, expected=expected)
    elif (is_always := always(quotient.operator, literal, 0, greatest)) is not None:
        message = f"met {shown(quotient)} is deze vergelijking {'altijd' if is_always else 'nooit'} waar"
        expected = f"een grens die iets uitsluit, boven 0 en onder {written(greatest)}"
        yield Problem(code="TAAL06", message=message, span=quotient.span, expected=expected)
    elif too_large := [
        each
        for each, often in zip((fact, other), weights(quotient, vocabulary), strict=True)
        if often * each.maximum > _LARGEST
    ]:
        divided = quoted(quotient_to_text(quotient.quantity, quotient.by))
        message = f"de getallen in {divided} kunnen te groot zijn om met {shown(quotient)} te vergelijken"
        bound = "een lager 'hoogstens'" if all(each.maximum < GREATEST_COUNT for each in too_large) else "'hoogstens'"
        named = all_of([quoted(each.id) for each in too_large])
        expected = f"{bound} bij {named}, of een grens met minder cijfers"
        yield Problem(code="TAAL16", message=message, span=quotient.span, expected=expected)


def _greatest(fact: FactType, other: FactType) -> Decimal:
    """Return the greatest quotient there is: the most that there can be, for the least that can be divided by."""
    return Decimal(fact.maximum).scaleb(other.decimals - fact.decimals)
