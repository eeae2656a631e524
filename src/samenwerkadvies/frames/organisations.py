"""Several organisations of one party in a long table: who takes part, and the one answer that counts for the party.

The same as ``organisations`` says of a case: an answer counts once no silent organisation can change it.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerkadvies.engines.columns import NEVER_CAME, AnyFrame, column_of, mapped, nw
from samenwerkadvies.frames.places import OF_PARTY, place_of
from samenwerkadvies.frames.reading import column_names, is_no_name
from samenwerkadvies.names import NAME_LIKE
from samenwerkadvies.organisations import MOST
from samenwerkadvies.vocabulary import FactType, Kind, Vocabulary

ENDS = ("__low", "__high")
"""Columns: what counts for the party at least, and what counts at most."""
_PARTY = ("__name", "__party")
_LAST = 2**31 - 1
"""What a day that never comes counts as: after all days."""
Reason = tuple[nw.Expr, nw.Expr, nw.Expr, nw.Expr]


def parties_of(vocabulary: Vocabulary, *, are_several: bool) -> dict[str, str]:
    """Return the questions to a party that may be several organisations, or may not, with that party."""
    asked = {name: party or vocabulary.facts[fact].asked_of for name, (fact, party) in column_names(vocabulary).items()}
    several = vocabulary.several
    return {name: party for name, party in asked.items() if party and (party in several) is are_several}


def with_organisations(frame: AnyFrame, written: nw.Expr, vocabulary: Vocabulary) -> AnyFrame:
    """Add the party of which several may take part, the organisation that answers, and how many of them there are."""
    party = mapped(nw.col("__question"), parties_of(vocabulary, are_several=True))
    frame = frame.with_columns(party.alias("__party"), written.alias("__written"), nw.lit(1).alias("__one"))
    is_several = ~nw.col("__party").is_null()
    frame = frame.with_columns(
        nw.when(is_several).then(nw.col("__written")).otherwise(nw.lit("")).alias("__organisation")
    )
    row = nw.col("__one").rank("ordinal").over("__name", "__party", "__organisation")
    frame = frame.with_columns((row == 1).cast(nw.Int64()).alias("__first"))
    named = (nw.col("__organisation") != "").cast(nw.Int64())
    frame = frame.with_columns(named.alias("__has_name"))
    return frame.with_columns(
        nw.col("__first").sum().over(*_PARTY).alias("__all"), nw.col("__has_name").max().over(*_PARTY).alias("__named")
    )


def organisation_reasons(column: str, vocabulary: Vocabulary) -> Iterator[Reason]:
    """Yield why the organisation of a row may not fit: when, the column, what stands there, what is expected."""
    written, is_several = nw.col("__written"), ~nw.col("__party").is_null()
    singles = parties_of(vocabulary, are_several=False)
    is_of_single = ~mapped(nw.col("__question"), singles).is_null()
    where = nw.lit(column)
    yield (
        is_of_single & (written != ""),
        where,
        written,
        nw.lit("niets: deze partij is één organisatie, zolang er in de regels geen 'meermaals: ja' bij staat"),
    )
    yield (
        is_several & (written == "") & (nw.col("__named") == 1),
        where,
        written,
        nw.lit("de naam van de organisatie, zoals in andere rijen van deze partij"),
    )
    yield is_several & is_no_name(written), where, written, nw.lit(NAME_LIKE)
    most = nw.lit(f"hoogstens {MOST} organisaties van één partij")
    yield is_several & (nw.col("__all") > MOST), where, written, most


def with_bounds(rows: AnyFrame, vocabulary: Vocabulary) -> AnyFrame:
    """Add what counts for a party when the silent organisations answer as low, and as high, as can be."""
    slots, facts = column_names(vocabulary), vocabulary.facts
    several = parties_of(vocabulary, are_several=True)
    between = {name: facts[slots[name][0]].between[party] for name, party in several.items()}
    last = [name for name in several if _never_is_last(facts[slots[name][0]])]
    never_last = nw.col("__question").is_in(last) & (nw.col("__counts") == NEVER_CAME)
    rows = rows.with_columns(
        nw.when(never_last).then(nw.lit(_LAST, dtype=nw.Int64())).otherwise(nw.col("__counts")).alias("__counts")
    )
    rows = rows.with_columns(
        nw.col("__counts").rank("ordinal").over(*OF_PARTY).alias("__rank"),
        nw.col("__counts").count().over(*OF_PARTY).alias("__known"),
        place_of(between, nw.col("__all")).alias("__place"),
    )
    silent = nw.col("__all") - nw.col("__known")
    return rows.with_columns(
        nw.when(nw.col("__rank") == nw.col("__place") - silent).then(nw.col("__counts")).alias("__low"),
        nw.when(nw.col("__rank") == nw.col("__place")).then(nw.col("__counts")).alias("__high"),
    )


def settled(name: str, vocabulary: Vocabulary) -> nw.Expr:
    """Return the answer that counts for a question: null while it depends on what the silent ones would say."""
    slot = column_names(vocabulary)[name]
    fact, column = vocabulary.facts[slot[0]], column_of(slot)
    least, most = _ends(fact)
    low, high = (nw.col(f"{end}_{column}") for end in ENDS)
    low = low if least is None else nw.coalesce(low, nw.lit(least, dtype=nw.Int64()))
    high = high if most is None else nw.coalesce(high, nw.lit(most, dtype=nw.Int64()))
    if not _never_is_last(fact):
        return nw.when(low == high).then(low).alias(column)
    never = nw.lit(NEVER_CAME, dtype=nw.Int64())
    return nw.when(low == high).then(nw.when(low == _LAST).then(never).otherwise(low)).alias(column)


def _never_is_last(fact: FactType) -> bool:
    return fact.kind is Kind.DATE and fact.may_be_never and not fact.is_past


def _ends(fact: FactType) -> tuple[int | None, int | None]:
    """Return the level of the least and of the greatest answer; None where there is none."""
    if fact.kind is Kind.CHOICE:
        return 0, len(fact.options) - 1
    if fact.kind is not Kind.DATE:
        return fact.range
    if not fact.may_be_never:
        return None, None
    return (NEVER_CAME, None) if fact.is_past else (None, _LAST)
