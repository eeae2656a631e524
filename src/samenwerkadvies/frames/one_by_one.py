"""From rows back to partnerships: what is worked out one by one, for a few of many."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from samenwerkadvies.advising import Adviser
from samenwerkadvies.engines.columns import REFERENCE, column_of, date_of, nw
from samenwerkadvies.frames.checking import ROW, Checked
from samenwerkadvies.frames.chosen import parts_of_question
from samenwerkadvies.frames.kinds import collected
from samenwerkadvies.known import answers_of
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.vocabulary import NEVER, Answer, Chosen, FactType, Kind, Slot, Vocabulary, number_of

QUESTION = {
    "partnership": nw.String(),
    "rank": nw.Int64(),
    **dict.fromkeys(("fact", "party", "question", "could_decide", "severity"), nw.String()),
}
"""The columns of a table of open questions."""


def partnerships_of(checked: Checked, named: Iterable[object] | None = None) -> Iterator[Partnership]:
    """Yield the partnerships with these names, or all, with what was written beside their answers."""
    answers = checked.answers
    if named is not None:
        answers = answers.filter(nw.col("partnership").is_in(list(named)))
    if checked.has_rows:
        answers = answers.sort(ROW)
    written = _written(checked)
    for row in collected(answers).iter_rows(named=True):
        partnership = _partnership(checked, row)
        remarks = written.get(partnership.name)
        yield partnership.with_remarks(remarks) if remarks else partnership


def questions_of(adviser: Adviser, partnerships: Iterable[Partnership]) -> dict[str, list[object]]:
    """Return what is worth asking in each, as the columns of a table."""
    found: dict[str, list[object]] = {name: [] for name in QUESTION}
    for partnership in partnerships:
        for rank, question in enumerate(adviser.questions(partnership), start=1):
            severity = question.severity.value if question.severity else None
            could_decide = ", ".join(question.could_decide)
            texts = (question.fact, question.party, question.question, could_decide, severity)
            for name, value in zip(QUESTION, (partnership.name, rank, *texts), strict=True):
                found[name].append(value)
    return found


def _written(checked: Checked) -> dict[str, dict[Slot, str]]:
    """Return what was written beside answers, by the name of the partnership; what several people wrote is joined."""
    found: dict[str, dict[Slot, str]] = {}
    if checked.remarks is not None:
        for row in collected(checked.remarks).iter_rows(named=True):
            of_slots, slot = found.setdefault(row["partnership"], {}), (row["fact"], row["party"])
            text = " ".join(row["remark"].split())
            of_slots[slot] = f"{of_slots[slot]} / {text}" if slot in of_slots else text
    return found


def _partnership(checked: Checked, row: Mapping[str, Any]) -> Partnership:
    """Return a row of answers as a partnership."""
    given = {slot: _answer_in(row, checked.vocabulary, slot) for slot in checked.vocabulary.slots}
    date = checked.reference_date or cast(datetime.date, date_of(row[REFERENCE]))
    return Partnership(date, answers_of(given.items()), "" if row["partnership"] is None else str(row["partnership"]))


def _answer_in(row: Mapping[str, Any], vocabulary: Vocabulary, slot: Slot) -> Answer | None:
    fact, found = vocabulary.facts[slot[0]], [row[column_of(part)] for part in parts_of_question(vocabulary, slot)]
    if fact.kind is not Kind.CHOICES:
        return _answer(fact, found[0])
    if found[0] is None:
        return None
    chosen = tuple(option for option, is_so in zip(fact.options, found, strict=True) if is_so)
    return Chosen(chosen, fact.options)


def _answer(fact: FactType, found: Any) -> Answer | None:
    if found is None or fact.kind is Kind.YES_NO:
        return None if found is None else bool(found)
    if fact.kind is Kind.CHOICE:
        return fact.options[int(found)]
    if fact.kind is Kind.DATE:
        return date_of(found) or NEVER
    return number_of(fact, int(found))
