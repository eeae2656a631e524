"""The number that something is compared with: whether it fits, and excludes something."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from samenwerkadvies.amounts import NUMBER_WORDS, in_decimals, written
from samenwerkadvies.errors import Problem, quoted
from samenwerkadvies.grammar.printer import literal_to_text
from samenwerkadvies.grammar.tree import Compared, Limited, Operator
from samenwerkadvies.vocabulary import GREATEST_COUNT, FactType, Kind

LONGEST_MONTHS = 1200

Number = int | Decimal
EQUALITIES = (Operator.EQUAL, Operator.NOT_EQUAL)


def shown(comparison: Limited) -> str:
    """Return what something is compared with as it stands in the line: a name with its number, or a number."""
    text = literal_to_text(comparison.literal)
    return f"{quoted(comparison.threshold)} ({text})" if comparison.threshold else quoted(text)


def month_problems(comparison: Compared) -> Iterator[Problem]:
    """Yield what is wrong with a number of months."""
    literal = comparison.literal
    if not isinstance(literal, int):
        yield Problem(
            code="TAAL05",
            message=f"{shown(comparison)} is geen aantal maanden",
            span=comparison.literal_span,
            expected="een heel getal",
        )
    elif literal > LONGEST_MONTHS:
        expected = f"een heel getal van 0 tot en met {LONGEST_MONTHS}"
        yield Problem(
            code="TAAL06",
            message=f"{shown(comparison)} maanden is te veel",
            span=comparison.literal_span,
            expected=expected,
        )


def number_problems(
    comparison: Compared, low: Number, high: Number, *, parts: int | None = None, fact: FactType | None = None
) -> Iterator[Problem]:
    """Yield what is wrong with a limit of a count or a score, or of a number of so many ``parts``-ths."""
    literal, at = comparison.literal, comparison.literal_span
    sort, least, greatest = "heel getal" if fact else "getal", written(low), written(high)
    if fact and fact.decimals:
        sort = f"getal met hoogstens {in_decimals(fact)}"
    is_bounded = fact is None or fact.kind is Kind.CHOICES or fact.range[1] < GREATEST_COUNT
    expected = f"een {sort} van {least} tot en met {greatest}" if is_bounded else f"een {sort} vanaf {least}"
    if isinstance(literal, str) or (fact and isinstance(literal, Decimal) and literal.scaleb(fact.decimals) % 1):
        meant = NUMBER_WORDS.get(str(literal), "")
        yield Problem(
            code="TAAL05", message=f"{shown(comparison)} is geen {sort}", span=at, expected=expected, hint=str(meant)
        )
    elif not low <= literal <= high:
        yield Problem(code="TAAL06", message=f"{shown(comparison)} valt buiten de grenzen", span=at, expected=expected)
    elif (is_always := always(comparison.operator, literal, low, high)) is not None:
        how = f"met {shown(comparison)} is deze vergelijking" if comparison.threshold else "deze vergelijking is"
        message = f"{how} {'altijd' if is_always else 'nooit'} waar"
        yield Problem(
            code="TAAL06",
            message=message,
            span=comparison.span,
            expected=f"een grens die iets uitsluit, tussen {least} en {greatest}",
        )
    elif parts and comparison.operator in EQUALITIES and (literal * parts) % 1:
        message = f"precies {shown(comparison)} kan niet voorkomen: dit is een getal in stappen van 1/{parts}"
        yield Problem(
            code="TAAL06", message=message, span=at, expected="<, <=, > of >=, of een getal dat kan voorkomen"
        )


def always(operator: Operator, literal: Number, low: Number, high: Number) -> bool | None:
    """Say whether a comparison is always (or never) true between the bounds; None when it depends."""
    if literal == low:
        return {Operator.AT_LEAST: True, Operator.LESS: False}.get(operator)
    if literal == high:
        return {Operator.AT_MOST: True, Operator.MORE: False}.get(operator)
    return None
