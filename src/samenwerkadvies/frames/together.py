"""The rows of a long table put together: a row for each partnership, with the one answer that counts of each party."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from samenwerkadvies.engines.columns import AnyFrame, added, column_of, nw
from samenwerkadvies.frames.cells import TYPES
from samenwerkadvies.frames.options import (
    counted_options,
    option_questions,
    picked_options,
    settled_options,
    with_options,
)
from samenwerkadvies.frames.organisations import ENDS, settled, with_bounds
from samenwerkadvies.frames.places import OF_ONE, place_of
from samenwerkadvies.frames.reading import column_names
from samenwerkadvies.vocabulary import FactType, Kind, Vocabulary


def one_row_each(
    rows: AnyFrame, vocabulary: Vocabulary, kept: Mapping[str, str], dates: Sequence[str], several: Collection[str]
) -> AnyFrame:
    """Return a row for each partnership.

    Args:
        rows: with the question that each answers, the organisation, and the level of the answer.
        vocabulary: what can be asked.
        kept: other columns to keep, by the name that they get: of each partnership the least value.
        dates: columns with the same date in all rows of a partnership.
        several: the questions that several organisations may answer.
    """
    slots = column_names(vocabulary)
    facts = {name: vocabulary.facts[slot[0]] for name, slot in slots.items()}
    rank = nw.col("__level").rank("ordinal").over(*OF_ONE)
    number = nw.col("__level").count().over(*OF_ONE)
    rows = rows.with_columns(rank.alias("__rank"), number.alias("__number"))
    rows = with_options(rows, vocabulary)
    place = place_of({name: fact.combination for name, fact in facts.items()}, nw.col("__number"))
    rows = rows.with_columns(nw.when(nw.col("__rank") == place).then(nw.col("__level")).alias("__counts"))
    if several:
        rows = with_bounds(rows, vocabulary)
    options = option_questions(vocabulary)
    single = [name for name in slots if name not in options]
    columns = {column_of(slots[name]): (name, "__counts") for name in single if name not in several}
    columns |= {f"{end}_{column_of(slots[name])}": (name, end) for name in single if name in several for end in ENDS}
    picked: list[nw.Expr] = [
        nw.when(nw.col("__question") == name).then(nw.col(counts)).alias(column)
        for column, (name, counts) in columns.items()
    ]
    picked += picked_options(vocabulary, several)
    own = [nw.col(column).alias(name) for name, column in kept.items()]
    wide = (
        rows.select(nw.col("__name").alias("partnership"), *dates, *own, *picked)
        .group_by("partnership")
        .agg(
            *(nw.col(name).min() for name in kept),
            *(nw.col(name).max() for name in (*dates, *columns)),
            *counted_options(vocabulary, several),
        )
    )
    if several:
        wide = added(wide, (settled(name, vocabulary) for name in single if name in several))
    typed = (_typed(column_of(slots[name]), facts[name]) for name in single)
    return wide.with_columns(*typed, *settled_options(vocabulary, several))


def _typed(column: str, fact: FactType) -> nw.Expr:
    found = nw.col(column)
    return (found == 1 if fact.kind is Kind.YES_NO else found.cast(TYPES[fact.kind])).alias(column)
