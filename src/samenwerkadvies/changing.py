"""Changed answers of a partnership, as people or programs write them: what would be if these were so."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from samenwerkadvies.errors import InvalidFactsError, Problem
from samenwerkadvies.organisations import read_said, taken_apart
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.vocabulary import Answer, Slot, Vocabulary

_PLACE = "wijzigingen"


def read_changes(
    changes: Mapping[str, object], vocabulary: Vocabulary, reference_date: datetime.date
) -> dict[Slot, Answer | None]:
    """Check changed answers: fact ids with an answer, or for a perception that of some parties; None: unknown.

    Raises:
        InvalidFactsError: with everything that does not fit.
    """
    answers, problems = vocabulary.read_answers(changes, _PLACE, reference_date)
    if problems:
        raise InvalidFactsError(problems)
    read: dict[Slot, Answer | None] = {}
    for name, raw in changes.items():
        for party in vocabulary.facts[name].parties:
            if party is None or not isinstance(raw, Mapping) or party in raw:
                answer = answers.get(name)
                read[name, party] = answer.get(str(party)) if isinstance(answer, dict) else answer
    return read


def with_changes(partnership: Partnership, changes: Mapping[str, object], vocabulary: Vocabulary) -> Partnership:
    """Return a partnership with changed answers, checked; an answer beside a name is of that organisation alone.

    Raises:
        InvalidFactsError: with everything that does not fit.
    """
    day, names = partnership.reference_date, partnership.organisations.names
    of_parties, of_each = _told_apart(changes, names, vocabulary)
    problems: list[Problem] = []
    _, parts = taken_apart(of_each, names, vocabulary, _PLACE, problems)
    said = read_said(parts, vocabulary, _PLACE, day, problems)
    try:
        read = read_changes(of_parties, vocabulary, day)
    except InvalidFactsError as error:
        problems += error.problems
    if problems:
        raise InvalidFactsError(problems)
    changed = partnership.changed(read)
    for part in parts:
        answer = said.get(part.slot, {}).get(part.name)
        changed = changed.with_answer_of(part.name, part.slot, answer, vocabulary)
    return changed


def _told_apart(
    changes: Mapping[str, object], names: Mapping[str, tuple[str, ...]], vocabulary: Vocabulary
) -> tuple[dict[str, object], dict[str, object]]:
    """Return the changes of parties, and those of which an organisation is named."""
    of_parties: dict[str, object] = {}
    of_each: dict[str, object] = {}
    for key, raw in changes.items():
        fact = vocabulary.facts.get(key)
        if fact is None or not isinstance(raw, Mapping):
            of_parties[key] = raw
        elif fact.is_perception:
            own = {party: each for party, each in raw.items() if party in names and isinstance(each, Mapping)}
            rest = {party: each for party, each in raw.items() if party not in own}
            of_each |= {key: own} if own else {}
            of_parties |= {key: rest} if rest or not own else {}
        else:
            (of_each if fact.asked_of in names else of_parties)[key] = raw
    return of_parties, of_each
