"""Options that several people, and several organisations, of one party choose in a long table: which of them count.

The same as ``respondents`` says of a case, of each option by itself; those of one question are known together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from samenwerkadvies.engines.columns import AnyFrame, column_of, nw
from samenwerkadvies.frames.chosen import is_chosen, parts_of_question
from samenwerkadvies.frames.places import OF_ONE
from samenwerkadvies.frames.reading import column_names
from samenwerkadvies.vocabulary import Combination, Kind, Vocabulary

_CHOSE, _PEOPLE, _SAYS, _ANSWERED, _ALL = "__chose_", "__people_", "__says_", "__answered_", "__all_"


def option_questions(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """Return the questions to which several options can be the answer, with the column of each option."""
    return {
        name: [column_of(part) for part in parts_of_question(vocabulary, slot)]
        for name, slot in column_names(vocabulary).items()
        if vocabulary.facts[slot[0]].kind is Kind.CHOICES
    }


def with_options(rows: AnyFrame, vocabulary: Vocabulary) -> AnyFrame:
    """Add for each option whether a party, or one of its organisations, says it: in one row of each that answered.

    The rows have the place and the number of the answers of each (``__rank``, ``__number``).
    """
    questions, names = option_questions(vocabulary), column_names(vocabulary)
    pairs = [(name, place, column) for name, columns in questions.items() for place, column in enumerate(columns)]
    if not pairs:
        return rows
    level, question = nw.col("__level"), nw.col("__question")
    rows = rows.with_columns(
        *(
            nw.when(question == name).then(is_chosen(level, place)).cast(nw.Int64()).alias(_CHOSE + column)
            for name, place, column in pairs
        )
    )
    rows = rows.with_columns(
        *(nw.col(_CHOSE + column).sum().over(*OF_ONE).alias(_PEOPLE + column) for _, _, column in pairs)
    )
    how = {name: vocabulary.facts[names[name][0]].combination for name in questions}
    is_one = nw.col("__rank") == 1
    return rows.with_columns(
        *(
            nw.when((question == name) & is_one)
            .then(_is_enough(how[name], nw.col(_PEOPLE + column), nw.col("__number")))
            .cast(nw.Int64())
            .alias(_SAYS + column)
            for name, _, column in pairs
        )
    )


def picked_options(vocabulary: Vocabulary, several: Collection[str]) -> Iterator[nw.Expr]:
    """Yield what must be kept of rows for each option, and how many organisations of a party there are."""
    for name, columns in option_questions(vocabulary).items():
        yield from (nw.col(_SAYS + column) for column in columns)
        if name in several:
            yield nw.when(nw.col("__question") == name).then(nw.col("__all")).alias(_ALL + columns[0])


def counted_options(vocabulary: Vocabulary, several: Collection[str]) -> Iterator[nw.Expr]:
    """Yield what is added up of the rows of a partnership."""
    for name, columns in option_questions(vocabulary).items():
        yield from (nw.col(_SAYS + column).sum().alias(column) for column in columns)
        yield nw.col(_SAYS + columns[0]).count().alias(_ANSWERED + columns[0])
        if name in several:
            yield nw.col(_ALL + columns[0]).max()


def settled_options(vocabulary: Vocabulary, several: Collection[str]) -> Iterator[nw.Expr]:
    """Yield the options as yes and no: null where nobody answered, or while it depends on those who are silent."""
    names = column_names(vocabulary)
    for name, columns in option_questions(vocabulary).items():
        answered, said = nw.col(_ANSWERED + columns[0]), [nw.col(column) for column in columns]
        if name not in several:
            yield from (
                nw.when(answered > 0).then(each > 0).alias(column) for each, column in zip(said, columns, strict=True)
            )
            continue
        fact, everybody = vocabulary.facts[names[name][0]], nw.col(_ALL + columns[0])
        how = fact.between[names[name][1] or str(fact.asked_of)]
        certain = [_is_enough(how, each, everybody) for each in said]
        possible = [_is_enough(how, each + everybody - answered, everybody) for each in said]
        same = (one == other for one, other in zip(certain, possible, strict=True))
        is_settled = nw.all_horizontal(answered > 0, *same, ignore_nulls=False)
        yield from (nw.when(is_settled).then(each).alias(column) for each, column in zip(certain, columns, strict=True))


def _is_enough(how: Combination, chose: nw.Expr, number: nw.Expr) -> nw.Expr:
    """Return whether an option counts that so many of some people or organisations choose."""
    match how:
        case Combination.ANY | Combination.HIGHEST:
            return chose >= 1
        case Combination.ALL | Combination.LOWEST:
            return chose == number
        case Combination.MOST | Combination.MEDIAN:
            return chose * 2 > number
