"""What is wanted, in parts that have no answer in common: which requirements each needs, as bits."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

import attrs

from samenwerkadvies.inquiry.requirements import AllOf, EnoughOf, Requirement, SomeOf, Wanted, requirements_in
from samenwerkadvies.inquiry.under import marks_at

MOST_WAYS = 100
"""More ways than this, on the way to the answer, are not followed; the smallest are."""


@attrs.frozen(eq=False)
class Part:
    """A part of what is wanted that has no answer in common with the rest."""

    number: int
    """Of each part its own."""
    wanted: tuple[Wanted, ...]
    requirements: tuple[Requirement, ...]
    """In order, each once."""
    places: Mapping[Requirement, int]
    alone: int
    """The requirements that have no answer in common with any other, as bits."""
    terms: tuple[int, ...] | None
    """The sets of requirements (as bits) that, when all of them hold, make it hold; None where they are too many."""
    is_plain: bool
    """Whether it is one requirement, or one of some."""
    marks: Callable[[list[Hashable]], Hashable]


_NUMBERS = itertools.count()


def parts_of(wanted: Wanted) -> Iterator[Wanted]:
    """Yield what must all be so for something to be so."""
    if isinstance(wanted, AllOf):
        for part in wanted.parts:
            yield from parts_of(part)
    else:
        yield wanted


def part_of(wanted: tuple[Wanted, ...]) -> Part:
    """Return what has answers in common as one part."""
    places = places_of(wanted)
    asked = shared = 0
    for found in places:
        shared |= asked & found.asked
        asked |= found.asked
    alone = sum([found.bit for found in places if not found.asked & shared])
    whole = wanted[0]
    is_plain = len(wanted) == 1 and all(
        isinstance(part, Requirement) for part in (whole.parts if isinstance(whole, SomeOf) else wanted)
    )
    terms = None if is_plain else _terms(AllOf(wanted, asked, 0))
    return Part(
        next(_NUMBERS),
        wanted,
        tuple(places),
        places,
        alone,
        terms,
        is_plain,
        marks_at(sorted({position for found in places for position in found.under.positions})),
    )


def _terms(wanted: Wanted) -> tuple[int, ...] | None:
    """Return the sets of requirements with which something wanted holds; None where they are too many."""
    if isinstance(wanted, Requirement):
        return (wanted.bit,)
    each = []
    for part in wanted.parts:
        if (terms := _terms(part)) is None:
            return None
        each.append(terms)
    if isinstance(wanted, EnoughOf):
        enough, most = enough_of(wanted.number, each, 0)
        return tuple(enough) if most < MOST_WAYS else None
    found = each[0]
    for terms in each[1:]:
        joined = (*found, *terms) if isinstance(wanted, SomeOf) else [one | other for one in found for other in terms]
        found = tuple(fewest(joined, 0))
        if len(found) >= MOST_WAYS:
            return None
    return found


def enough_of(number: int, each: Iterable[Sequence[int]], held: int) -> tuple[list[int], int]:
    """Return the sets with which so many parts hold, of the sets of each, and how many there were on the way."""
    most, enough = 0, [[0], *[list[int]() for _ in range(number)]]
    for terms in each:
        joined = ([one | other for one in fewer for other in terms] for fewer in enough)
        enough = [[0], *(fewest((*found, *new), held) for found, new in zip(enough[1:], joined, strict=False))]
        most = max(most, *map(len, enough))
    return enough[number], most


def places_of(wanted: Iterable[Wanted]) -> dict[Requirement, int]:
    """Return every requirement once, with its place from left to right."""
    found = dict.fromkeys(found for part in wanted for found in requirements_in(part))
    return {requirement: place for place, requirement in enumerate(found)}


def is_so(part: Part, held: int) -> bool:
    """Say whether a part is so, given the requirements that hold (as bits)."""
    if part.is_plain:
        return held != 0
    if part.terms is None:
        return all(holds(wanted, held) for wanted in part.wanted)
    return any(term & held == term for term in part.terms)


def holds(wanted: Wanted, held: int) -> bool:
    """Say whether something wanted is so, given the requirements that hold (as bits)."""
    match wanted:
        case AllOf(parts):
            return all(holds(part, held) for part in parts)
        case SomeOf(parts):
            return any(holds(part, held) for part in parts)
        case EnoughOf(number, parts):
            return sum(holds(part, held) for part in parts) >= number
        case Requirement():
            return bool(wanted.bit & held)


def fewest(terms: Iterable[int], held: int) -> list[int]:
    """Leave out terms that ask more than another one does; those come first of which the least does not hold yet."""
    kept: list[int] = []
    for term in sorted(dict.fromkeys(terms), key=lambda term: ((term & ~held).bit_count(), term.bit_count())):
        for other in kept:
            if other & term == other:
                break
        else:
            kept.append(term)
            if len(kept) == MOST_WAYS:
                break
    return kept
