"""Type an expression against the vocabulary: every fact, view, option and bound that cannot be right."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet

import attrs

from samenwerkadvies.amounts import NUMBER_WORDS
from samenwerkadvies.bilingual import any_of
from samenwerkadvies.errors import Problem, nearest, quoted
from samenwerkadvies.grammar.beside import beside_problems
from samenwerkadvies.grammar.limits import EQUALITIES, month_problems, number_problems, shown
from samenwerkadvies.grammar.options import (
    contains_problems,
    count_problems,
    membership_problems,
    single_answer_problems,
)
from samenwerkadvies.grammar.printer import quantity_to_text
from samenwerkadvies.grammar.quotients import quotient_problems
from samenwerkadvies.grammar.tree import (
    MONTH_VIEWS,
    Beside,
    Compared,
    Contains,
    Expression,
    Known,
    Limited,
    Membership,
    Operator,
    Quantity,
    Quotient,
    Signal,
    View,
    leaves,
    quantities,
)
from samenwerkadvies.vocabulary import (
    NEVER,
    SCALE,
    UNKNOWN,
    Average,
    FactType,
    Kind,
    Vocabulary,
    number_of,
)

YES_NO = ("ja", "nee")
_NUMERIC = (Kind.COUNT, Kind.SCALE)


def type_problems(
    expression: Expression,
    vocabulary: Vocabulary,
    broken: AbstractSet[str] = frozenset(),
    thresholds: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield everything that is wrong with an expression, from left to right (rules of ``signaal`` excepted).

    Nothing is said of what is compared with a fact, average or threshold that was refused before (``broken``).
    ``thresholds`` are the names that an unknown one may have been meant for.
    """
    for leaf in leaves(expression):
        match leaf:
            case _ if any(quantity.of in broken for quantity in quantities(leaf)):
                pass
            case Beside(quantity, _, other):
                yield from (
                    _quantity_problems(quantity, vocabulary)
                    or _quantity_problems(other, vocabulary)
                    or beside_problems(leaf, vocabulary)
                )
            case Compared(quantity):
                yield from _quantity_problems(quantity, vocabulary, leaf) or _of_limit(
                    leaf, _comparison_problems(leaf, vocabulary), vocabulary, broken, thresholds
                )
            case Quotient(quantity, by):
                yield from (
                    _quantity_problems(quantity, vocabulary)
                    or _quantity_problems(by, vocabulary)
                    or _of_limit(leaf, quotient_problems(leaf, vocabulary), vocabulary, broken, thresholds)
                )
            case Membership(quantity):
                yield from _quantity_problems(quantity, vocabulary, leaf) or membership_problems(
                    leaf, vocabulary.facts.get(quantity.of)
                )
            case Contains(quantity):
                fact = vocabulary.facts.get(quantity.of)
                yield from _quantity_problems(quantity, vocabulary) or contains_problems(leaf, fact)
            case Known(quantity):
                yield from _known_problems(quantity, vocabulary)
            case Signal():
                pass


def _of_limit(
    leaf: Limited,
    found: Iterator[Problem],
    vocabulary: Vocabulary,
    broken: AbstractSet[str],
    thresholds: Collection[str],
) -> Iterator[Problem]:
    """Yield what is wrong with what is compared: that its threshold is unknown, or what was found with its number."""
    if (unknown := _unknown_threshold(leaf, vocabulary, thresholds)) is None:
        yield from (attrs.evolve(problem, code="TAAL12") for problem in found) if leaf.threshold else found
    elif leaf.literal not in broken:
        yield unknown


def _quantity_problems(
    quantity: Quantity, vocabulary: Vocabulary, compared: Compared | Membership | None = None
) -> list[Problem]:
    """Return what is wrong with a quantity, and with what is compared as if it were one answer."""
    name, view = quantity.of, quantity.view
    if unknown := _unknown_word(quantity, vocabulary):
        return [unknown]
    if view is View.SHARE_ANSWERED:
        return _share_problems(quantity, vocabulary)
    known = vocabulary.facts.get(name) or vocabulary.averages.get(name)
    if known is None:
        names = [*vocabulary.facts, *vocabulary.averages]
        end = quantity.span[1] - bool(quantity.word)
        return [
            Problem(
                code="TAAL02",
                message=f"onbekend feit {quoted(name)}",
                span=(end - len(name), end),
                expected="een feit uit de regelset",
                hint=nearest(name, names),
            )
        ]
    if isinstance(known, FactType) and quantity.view is View.CHOSEN:
        return [*count_problems(quantity, known)]
    if compared and (single := [*single_answer_problems(compared, vocabulary.facts.get(name))]):
        return single
    fitting = _fitting_words(known, vocabulary)
    if quantity.word in fitting:
        return []
    shown = any_of([f"{fit}({name})" if fit else name for fit in fitting])
    if not quantity.word:
        return [
            Problem(
                code="TAAL07",
                message=f"{quoted(name)} wordt aan elke partij gevraagd: zeg wiens antwoord telt",
                span=quantity.span,
                expected=shown,
            )
        ]
    return [
        Problem(
            code="TAAL08",
            message=f"{quoted(quantity.word)} past niet bij {quoted(name)}",
            span=quantity.span,
            expected=shown,
        )
    ]


_NUMBERS_OF = frozenset({*MONTH_VIEWS, View.CHOSEN})
_WORDS = frozenset({*YES_NO, NEVER, UNKNOWN, *NUMBER_WORDS})
"""Words that name no threshold."""


def _unknown_threshold(comparison: Limited, vocabulary: Vocabulary, thresholds: Collection[str]) -> Problem | None:
    """Return the problem of a number that has a name which no threshold has."""
    literal, fact = comparison.literal, vocabulary.facts.get(comparison.quantity.of)
    if isinstance(comparison, Quotient):
        fact = None  # no other fact is meant
    is_number = fact is None or fact.kind in _NUMERIC or comparison.quantity.view in _NUMBERS_OF
    known = (vocabulary.facts, vocabulary.averages, _WORDS, _NO_ANSWER)
    if not is_number or not isinstance(literal, str) or any(literal in names for names in known):
        return None
    return Problem(
        code="TAAL11",
        message=f"onbekende grens {quoted(literal)}",
        span=comparison.literal_span,
        expected="een getal, of een naam die bij 'grenzen' staat",
        hint=nearest(literal, [*thresholds, *(_of_the_same_kind(fact, vocabulary) if fact else ())]),
    )


def _of_the_same_kind(fact: FactType, vocabulary: Vocabulary) -> Iterator[str]:
    return (other.id for other in vocabulary.facts.values() if other.kind is fact.kind and other is not fact)


def _share_problems(quantity: Quantity, vocabulary: Vocabulary) -> list[Problem]:
    if quantity.of not in vocabulary.parties:
        hint = nearest(quantity.of, vocabulary.parties)
        return [
            Problem(
                code="TAAL08",
                message=f"{quoted(quantity.of)} is geen partij",
                span=quantity.span,
                expected=any_of(vocabulary.parties),
                hint=hint,
            )
        ]
    if not vocabulary.perceptions:
        expected = "een regelset met feiten die 'wie: ieder' hebben"
        return [
            Problem(
                code="TAAL08",
                message="er is geen feit dat elke partij beantwoordt",
                span=quantity.span,
                expected=expected,
            )
        ]
    return []


def _fitting_words(known: FactType | Average, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return what may stand before the parentheses; the empty word where there need be none."""
    return (*(view.value for view in _fitting_views(known, vocabulary)), *_own_words(known, vocabulary))


def _own_words(known: FactType | Average, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the words with which an answer is looked at itself."""
    return ("",) if isinstance(known, FactType) and not known.is_perception else vocabulary.parties


def _fitting_views(known: FactType | Average, vocabulary: Vocabulary) -> tuple[View, ...]:
    if isinstance(known, FactType):
        if not known.is_perception:
            return (View.MONTHS_SINCE, View.MONTHS_UNTIL) if known.kind is Kind.DATE else ()
        if known.kind in (Kind.YES_NO, Kind.CHOICES):
            return (*_either(vocabulary), View.ANYBODY, View.EVERYBODY)
        if known.kind is Kind.CHOICE:
            return ()
    return (View.LOWEST, View.HIGHEST, View.DIFFERENCE)


def _either(vocabulary: Vocabulary) -> tuple[View, ...]:
    """Return the view that speaks of two parties, where there are two."""
    return (View.EITHER,) if len(vocabulary.parties) == 2 else ()  # noqa: PLR2004 - as its name says


_VIEW_WORDS = {"min": "laagste", "minimum": "laagste", "max": "hoogste", "maximum": "hoogste"}
"""What people write from habit, and what it is here."""


def _unknown_word(quantity: Quantity, vocabulary: Vocabulary) -> Problem | None:
    """Return the problem of a word before parentheses that is neither a view nor a party."""
    party, name = quantity.party, quantity.of
    if party is None or party in vocabulary.parties:
        return None
    views = [
        view.value for view in View if view is not View.ITSELF and (view is not View.EITHER or _either(vocabulary))
    ]
    words = [*views, *vocabulary.parties, "bevat", "bekend", "signaal"]
    start = quantity.span[0]
    return Problem(
        code="TAAL08",
        message=f"onbekend woord {quoted(party)} voor de haakjes",
        span=(start, start + len(party)),
        expected=any_of(words),
        hint=f"{name}({party})" if name in words else _VIEW_WORDS.get(party) or nearest(party, words),
    )


def _bounds(view: View, low: int, high: int) -> tuple[int, int]:
    """Return between what a view lies of numbers between two bounds."""
    match view:
        case View.DIFFERENCE:
            return 0, high - low
        case _:
            return low, high


_NO_ANSWER = ("leeg", "onbekend", "niets", "null", "none")
_OTHER_WORDS = {"waar": "ja", "true": "ja", "yes": "ja", "onwaar": "nee", "false": "nee", "no": "nee"}


def _comparison_problems(comparison: Compared, vocabulary: Vocabulary) -> Iterator[Problem]:
    quantity, literal = comparison.quantity, comparison.literal
    fact_type = vocabulary.facts.get(quantity.of)
    if literal in _NO_ANSWER and literal not in (fact_type.options if fact_type else ()):
        known = f"bekend({quantity_to_text(quantity)})"
        meant = known if comparison.operator is Operator.NOT_EQUAL else f"niet {known}"
        yield Problem(
            code="TAAL03",
            message=f"{shown(comparison)} is geen antwoord",
            span=comparison.span,
            expected=f"{known} of niet {known}",
            hint=meant,
        )
    elif quantity.view is View.SHARE_ANSWERED:
        yield from number_problems(comparison, 0, 1, parts=len(vocabulary.perceptions))
    elif quantity.view in MONTH_VIEWS:
        yield from month_problems(comparison)
    elif quantity.of in vocabulary.averages:
        parts = len(vocabulary.averages[quantity.of].parts)
        yield from number_problems(comparison, *_bounds(quantity.view, *SCALE), parts=parts)
    else:
        fact = vocabulary.facts[quantity.of]
        if quantity.view is View.CHOSEN:
            yield from number_problems(comparison, 0, len(fact.options), fact=fact)
        elif fact.kind in _NUMERIC:
            low, high = (number_of(fact, end) for end in _bounds(quantity.view, *fact.range))
            yield from number_problems(comparison, low, high, fact=fact)
        else:
            words = YES_NO if fact.kind is Kind.YES_NO else fact.options if fact.kind is Kind.CHOICE else (NEVER,)
            if fact.kind is Kind.DATE and not fact.may_be_never:
                expected = f"maanden_sinds({fact.id}) of maanden_tot({fact.id})"
                message = f"{quoted(fact.id)} is een datum, die niet 'nooit' kan zijn"
                yield Problem(code="TAAL05", message=message, span=comparison.span, expected=expected)
            elif literal not in words:
                hint = _OTHER_WORDS.get(str(literal), "") if words is YES_NO else ""
                others = [*_of_the_same_kind(fact, vocabulary)] if fact.kind is Kind.DATE else []
                hint = hint or nearest(str(literal), [*words, *others])
                yield Problem(
                    code="TAAL03",
                    message=f"onbekend antwoord {shown(comparison)}",
                    span=comparison.literal_span,
                    expected=any_of([*words, "een andere datum"] if others else words),
                    hint=hint,
                )
            elif comparison.operator not in EQUALITIES:
                message = f"{quoted(comparison.operator.value)} past niet bij {quoted(fact.id)}"
                yield Problem(code="TAAL05", message=message, span=comparison.span, expected="= of !=")


def _known_problems(quantity: Quantity, vocabulary: Vocabulary) -> Iterator[Problem]:
    name, view = quantity.of, quantity.view
    found = vocabulary.facts.get(name) or vocabulary.averages.get(name)
    if (found is None and view is not View.SHARE_ANSWERED) or _unknown_word(quantity, vocabulary):
        yield from _quantity_problems(quantity, vocabulary)
        return
    fitting = _own_words(found, vocabulary) if found else ()
    if quantity.word not in fitting:
        shown = any_of([f"bekend({fit}({name}))" if fit else f"bekend({name})" for fit in fitting])
        if found is None:
            shown = "bekend(…) met een feit"
        message = f"{quoted(quantity.word or name)} past niet in bekend(…)"
        yield Problem(code="TAAL08", message=message, span=quantity.span, expected=shown)
