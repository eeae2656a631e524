"""The form of a case: the keys it has, what is no case at all, and what is wrong with its keys and its date."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

import attrs

from samenwerkadvies.bilingual import both, either
from samenwerkadvies.errors import Problem, location_of, nearest, quoted, shortened
from samenwerkadvies.vocabulary import Vocabulary

CASE_KEYS = ("naam", "peildatum", "organisaties", "feiten", "respondenten", "toelichting")
CASE_LIKE = both("een casus met naam, peildatum en feiten", "a case with naam, peildatum and feiten")
RESERVED = (*CASE_KEYS, "partij", "organisatie", "respondent", "feit", "antwoord")
"""What no fact can be called: the keys of a case, and the heads of a table with an answer in each row."""


def is_case(found: Mapping[Any, object], vocabulary: Vocabulary) -> bool:
    """Say whether a mapping is a case, also one whose keys are misspelled, and not a mapping of facts to answers."""
    return any(key in found for key in CASE_KEYS) or any(
        isinstance(value, Mapping) and key not in vocabulary.facts and nearest(shortened(key), CASE_KEYS)
        for key, value in itertools.islice(found.items(), len(CASE_KEYS))
    )


def key_meant(key: object) -> str:
    """Return the key of a case that one of no case looks most like; empty when none comes near."""
    return nearest(shortened(key), CASE_KEYS)


def unknown_key(key: object) -> Problem:
    """Return what is wrong with a key that no case has."""
    return Problem(
        code="CASUS01",
        message=both("onbekend onderdeel {} in een casus", "unknown part {} of a case", quoted(key)),
        location=location_of(key),
        place=shortened(key),
        expected=either(CASE_KEYS),
        hint=key_meant(key),
    )


def no_date(case: object) -> Problem:
    """Return what is wrong with a case without a reference date."""
    message = both("er is geen peildatum", "there is no reference date")
    stated = "'peildatum: 2026-03-01'"
    expected = both(
        "{} in de casus (of --date, of reference_date)", "{} in the case (or --date, or reference_date)", stated
    )
    return Problem(code="CASUS05", message=message, location=location_of(case), place="peildatum", expected=expected)


def no_case(found: object) -> Problem:
    """Return what is wrong with something that is no case at all, such as a list."""
    return Problem(
        code="CASUS03",
        message=both("{} is geen casus", "{} is no case", quoted(found)),
        location=location_of(found),
        expected=CASE_LIKE,
    )


def bad_date(stated: object, why: Problem) -> Problem:
    """Return what is wrong with a reference date."""
    return attrs.evolve(why, code="CASUS04").at(stated, "peildatum")
