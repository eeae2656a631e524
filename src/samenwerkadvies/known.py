"""Answers as they are kept: by fact type and party, or each by itself; and as plain values, as a case has them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from samenwerkadvies.facts import in_units, parts_answered
from samenwerkadvies.frozen import FrozenDict
from samenwerkadvies.vocabulary import NEVER, Answer, Chosen, Slot

Answers = Mapping[str, Answer | dict[str, Answer]]
"""Fact types with their answer, or, for a perception, the answer of each party; only what is known."""


Known = Mapping[Slot, Answer]
"""Answers by fact type and party (None for a shared answer); only what is known."""


class Checked(FrozenDict[Any, Any]):
    """Answers that were checked, by a vocabulary or because they are of another partnership; they never change."""

    __slots__ = ()


PlainAnswer = bool | int | float | str | tuple[str, ...]
"""An answer as JSON has it: a date is an ISO text, chosen options are a list."""


def column_name(slot: Slot) -> str:
    """Return the name of the column with an answer in a table: the fact type, and for a perception the party."""
    fact, party = slot
    return f"{fact}.{party}" if party else fact


def never_column(fact: str) -> str:
    """Return the name of the yes/no column that says that a date never came, for tables with dates only."""
    return f"{fact}.{NEVER}"


def by_slot(answers: Answers) -> dict[Slot, Answer]:
    """Return every answer by itself."""
    known: dict[Slot, Answer] = {}
    for fact, answer in answers.items():
        if isinstance(answer, dict):
            for party, each in answer.items():
                known[fact, party] = each
        else:
            known[fact, None] = answer
    return known


def in_parts(given: Known) -> Known:
    """Return answers as rules compare them: of chosen options whether each that was offered is one of them.

    A number with decimals is in its smallest unit.
    """
    if not any(type(answer) is Chosen or type(answer) is Decimal for answer in given.values()):
        return given
    found = (each for slot, answer in given.items() for each in parts_answered(slot, answer).items())
    return {part: in_units(each) for part, each in found}


def plain_answers(answers: Answers) -> dict[str, PlainAnswer | dict[str, PlainAnswer]]:
    """Return known answers as plain values: a date as an ISO text, chosen options as a list."""
    return {
        fact: {party: plain_answer(each) for party, each in answer.items()}
        if isinstance(answer, dict)
        else plain_answer(answer)
        for fact, answer in answers.items()
    }


def plain_of(found: Iterable[tuple[Slot, Answer]]) -> dict[str, Any]:
    """Return known answers that are given one by one as plain values."""
    plain: dict[str, Any] = {}
    for (fact, party), answer in found:
        if party is None:
            plain[fact] = plain_answer(answer)
        else:
            plain.setdefault(fact, {})[party] = plain_answer(answer)
    return plain


def plain_answer(answer: Any) -> Any:
    """Return one answer, or one by organisation, as a plain value."""
    if isinstance(answer, dict):
        return {name: plain_answer(each) for name, each in answer.items()}
    if isinstance(answer, Chosen):
        return answer.options
    if isinstance(answer, Decimal):  # at most 16 digits, which a float has exactly as they are written
        return float(answer)
    return answer.isoformat() if isinstance(answer, datetime.date) else answer


def answers_of(found: Iterable[tuple[Slot, Answer | None]], parties: Sequence[str] = ()) -> Checked:
    """Return checked answers that are given one by one, those of the parties in their order; None is left out."""
    answers: dict[str, Answer | dict[str, Answer]] = {}
    for (fact, party), answer in found:
        if answer is None:
            continue
        if party is None:
            answers[fact] = answer
            continue
        others = answers.get(fact)
        known = {**(others if isinstance(others, dict) else {}), party: answer}
        answers[fact] = {each: known[each] for each in (*parties, *known) if each in known}
    return Checked(answers)
