"""Options that are chosen together, in a frame: read as one number with a bit for each option, kept as yes and no."""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterable, Iterator, Sequence

from samenwerkadvies.answers import NONE_CHOSEN, SEPARATOR
from samenwerkadvies.engines.columns import column_of, nw
from samenwerkadvies.vocabulary import FactType, Kind, Slot, Vocabulary


def marked(text: nw.Expr) -> nw.Expr:
    """Return options in a plain text, with one separator before and after each."""
    edge = nw.lit(SEPARATOR)
    whole = nw.concat_str(edge, text, edge)
    return whole.str.replace_all(f" *{SEPARATOR} *", SEPARATOR).str.replace_all(f"{SEPARATOR}+", SEPARATOR)


def number_of_text(fact: FactType, text: nw.Expr, marked_text: nw.Expr) -> nw.Expr:
    """Return what texts say, of which the second has been marked; null where one of the options does not fit."""
    words: dict[str, list[str]] = {option: [] for option in fact.options}
    for word, meant in fact.words.items():
        if not meant[1:]:
            words[meant[0]].append(word)
    found = [_is_any(marked_text, words[option]) for option in fact.options]
    number = marked_text.str.replace_all(f"[^{SEPARATOR}]", "").str.len_chars().cast(nw.Int64()) - 1
    said = nw.when((number > 0) & (number == _sum_of(found, [1] * len(found)))).then(_number_of(found))
    if NONE_CHOSEN in fact.words:
        return said
    return nw.when(text == NONE_CHOSEN).then(nw.lit(0, nw.Int64())).otherwise(said)


def number_of_list(fact: FactType, listed: nw.Expr) -> nw.Expr:
    """Return what lists of options say; null where one of them is unknown, or stands there twice."""
    found = [nw.coalesce(listed.list.contains(option), nw.lit(value=False)) for option in fact.options]
    fits = listed.list.len().cast(nw.Int64()) == _sum_of(found, [1] * len(found))
    return nw.when(fits).then(_number_of(found))


def _is_any(text: nw.Expr, words: Iterable[str]) -> nw.Expr:
    each = (text.str.contains(f"{SEPARATOR}{word}{SEPARATOR}", literal=True) for word in words)
    return functools.reduce(operator.or_, each)


def _number_of(found: Sequence[nw.Expr]) -> nw.Expr:
    return _sum_of(found, [2**place for place, _ in enumerate(found)])


def _sum_of(found: Sequence[nw.Expr], numbers: Sequence[int]) -> nw.Expr:
    pairs, nothing = zip(found, numbers, strict=True), nw.lit(0, nw.Int64())
    each = (nw.when(one).then(nw.lit(number, nw.Int64())).otherwise(nothing) for one, number in pairs)
    return functools.reduce(operator.add, each)


def is_chosen(number: nw.Expr, place: int) -> nw.Expr:
    """Return whether an option is among those chosen; null where that is not known."""
    found: nw.Expr = number // 2**place - 2 * (number // 2 ** (place + 1)) == 1
    return found


def parts_of_question(vocabulary: Vocabulary, slot: Slot) -> list[Slot]:
    """Return the answers as rules compare them, in the order of the options; itself where it is no more than one."""
    return [(part.id, slot[1]) for part in vocabulary.facts[slot[0]].parts]


def known_in(vocabulary: Vocabulary, slot: Slot) -> nw.Expr:
    """Return whether an answer is there: of options chosen together whether the first is known, and so all are."""
    return ~nw.col(column_of(parts_of_question(vocabulary, slot)[0])).is_null()


def typed_parts(vocabulary: Vocabulary, slot: Slot) -> Iterator[nw.Expr]:
    """Yield the columns of the options of a question that was read as one number."""
    for place, part in enumerate(parts_of_question(vocabulary, slot)):
        yield is_chosen(nw.col(column_of(slot)), place).alias(column_of(part))


def is_of_several(vocabulary: Vocabulary, slot: Slot) -> bool:
    """Say whether several options can be the answer."""
    return vocabulary.facts[slot[0]].kind is Kind.CHOICES
