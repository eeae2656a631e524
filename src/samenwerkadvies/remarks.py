"""Remarks that people write beside answers: kept and shown, and never used by rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samenwerkadvies.bilingual import both, either
from samenwerkadvies.errors import MOST_PROBLEMS, Problem, location_of, quoted, shortened
from samenwerkadvies.facts import FactType
from samenwerkadvies.signs import FORBIDDEN, sign_at
from samenwerkadvies.vocabulary import Slot, Vocabulary

LONGEST = 500
"""Signs in a remark: more is a story of its own."""
PLACE = "toelichting"

Remarks = Mapping[Slot, str]
"""By fact type and party (None for an answer that is not of one party for itself)."""
PlainRemarks = Mapping[str, str | Mapping[str, str]]
"""By fact type: the remark, or that of each party."""


def read_remarks(raw: Mapping[object, object], vocabulary: Vocabulary, problems: list[Problem]) -> dict[Slot, str]:
    """Check remarks: fact types with a text, or with that of each party that answers for itself; add what is wrong."""
    found: dict[Slot, str] = {}
    for name, stated in raw.items():
        if len(problems) >= MOST_PROBLEMS:
            break
        fact = vocabulary.facts.get(str(name))
        if fact is None:
            problems.append(vocabulary.unknown_fact(name, PLACE))
            continue
        for party, text, place in _stated(fact, stated, problems):
            read = read_remark(text, place)
            if isinstance(read, Problem):
                problems.append(read.at(text))
            elif read:
                found[fact.id, party] = read
    return {slot: found[slot] for slot in vocabulary.slots if slot in found}


def _stated(fact: FactType, stated: object, problems: list[Problem]) -> Iterator[tuple[str | None, object, str]]:
    """Yield what is written for each party, or for all together, with its place."""
    place = f"{PLACE}.{fact.id}"
    if not fact.is_perception:
        yield None, stated, place
        return
    parties = [party for party in fact.parties if party]
    expected = both("per partij een tekst: {}", "for each party a text: {}", either(parties))
    if not isinstance(stated, Mapping):
        message = both("bij {} schrijft elke partij zelf", "each party writes for itself about {}", quoted(fact.id))
        location = location_of(stated)
        problems.append(Problem(code="CASUS09", message=message, location=location, place=place, expected=expected))
        return
    for party, text in stated.items():
        if party in parties:
            yield str(party), text, f"{place}.{party}"
        else:
            message = both("onbekende partij {}", "unknown party {}", quoted(party))
            location, at = location_of(party), f"{place}.{shortened(party)}"
            problems.append(Problem(code="FEIT06", message=message, location=location, place=at, expected=expected))


def read_remark(text: object, place: str = "") -> str | Problem:
    """Return a remark on one line, or what is wrong with it."""
    if text is None:
        return ""
    if not isinstance(text, str):
        message = both("deze toelichting is geen tekst", "this remark is no text")
        expected = both("een tekst tussen aanhalingstekens", "a text in quotes")
        return Problem(code="CASUS09", message=message, place=place, expected=expected)
    if found := FORBIDDEN.search(text):
        name = sign_at(text, found.start()).name
        message = both("in deze toelichting staat {}", "this remark holds a sign that steers a screen", name)
        expected = both("een tekst zonder stuurtekens", "a text without signs that steer a screen")
        return Problem(code="CASUS09", message=message, place=place, expected=expected)
    said = " ".join(str.__str__(text).split())
    if len(said) > LONGEST:
        message = both("deze toelichting is te lang", "this remark is too long")
        expected = both("hoogstens {} tekens", "{} signs at the most", str(LONGEST))
        return Problem(code="CASUS09", message=message, place=place, expected=expected)
    return said


def plain_remarks(remarks: Mapping[Slot, object]) -> dict[str, object]:
    """Return remarks as they stand in a case: those of organisations by their names."""
    found: dict[str, object] = {}
    for (fact, party), text in remarks.items():
        others = found.get(fact)
        found[fact] = text if party is None else {**(others if isinstance(others, dict) else {}), party: text}
    return found
