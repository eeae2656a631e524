"""How much was answered of what is asked, as columns beside the answers: in all, by condition and by party."""

from __future__ import annotations

from collections.abc import Sequence

from samenwerkadvies.engines.columns import nw
from samenwerkadvies.frames.chosen import known_in
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.vocabulary import Slot, Vocabulary

TOGETHER = "samen"
"""Stands in the names of columns for the answers that are given together."""
_SMALL = nw.Int16()


def total(numbers: Sequence[nw.Expr]) -> nw.Expr:
    """Return a sum, also of nothing."""
    return nw.sum_horizontal(*numbers) if numbers else nw.lit(0)


def _given(slots: Sequence[Slot], vocabulary: Vocabulary) -> nw.Expr:
    return total([known_in(vocabulary, slot).cast(_SMALL) for slot in slots])


def completeness(ruleset: Ruleset) -> tuple[nw.Expr, nw.Expr]:
    """Return how many answers there are, and of how many, as ``Ruleset.counting`` says."""
    each = [completeness_of(ruleset, condition) for condition in (None, *ruleset.conditions)]
    answered, asked = zip(*each, strict=True)
    return nw.sum_horizontal(*answered).cast(nw.Int64()), nw.sum_horizontal(*asked).cast(nw.Int64())


def completeness_of(ruleset: Ruleset, condition: int | None) -> tuple[nw.Expr, nw.Expr]:
    """Return the same of one condition; None: of what belongs to none."""
    found, is_opened = counted_of(ruleset, condition)
    before, after = map(len, ruleset.counting_of[condition])
    return found, nw.when(is_opened).then(nw.lit(after)).otherwise(nw.lit(before))


def counted_of(ruleset: Ruleset, condition: int | None) -> tuple[nw.Expr, nw.Expr]:
    """Return how many answers of a condition there are, and whether more of it is known than a first look."""
    before, after = (_given(slots, ruleset.vocabulary) for slots in ruleset.counting_of[condition])
    return nw.when(after > 0).then(after).otherwise(before), after > 0


def is_first_look(ruleset: Ruleset) -> nw.Expr:
    """Return whether of the conditions only first looks are known, as ``Ruleset.is_first_look`` says."""
    looks = ruleset.quick_scan
    others = [slot for number in ruleset.conditions for slot in ruleset.counting_of[number][0] if slot not in looks]
    return (_given(looks, ruleset.vocabulary) > 0) & (_given(others, ruleset.vocabulary) == 0)


def by_party(ruleset: Ruleset) -> dict[str, tuple[nw.Expr, nw.Expr]]:
    """Return of each party how many answers it gave, and how many are asked; of who has none nothing.

    Under the empty text stand the answers that are given together. All questions count here, as the same are asked in
    every partnership.
    """
    vocabulary = ruleset.vocabulary
    found: dict[str, list[Slot]] = {party: [] for party in (*vocabulary.parties, "")}
    for slot in vocabulary.slots:
        found[slot[1] or vocabulary.facts[slot[0]].asked_of or ""].append(slot)
    return {
        party: (_given(slots, vocabulary).cast(nw.Int64()), nw.lit(len(slots), nw.Int64()))
        for party, slots in found.items()
        if slots
    }
