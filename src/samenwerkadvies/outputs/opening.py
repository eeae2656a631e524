"""What a report begins with, in a few sentences: what cannot wait, which decision is asked, what is unknown."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from samenwerkadvies.advising import Advice, Assessment, Evidence
from samenwerkadvies.outputs.reports import decision_line, lowered, nothing_found_line, parts, undecided_line
from samenwerkadvies.outputs.words import capitalised
from samenwerkadvies.policy import cannot_wait
from samenwerkadvies.wording.words import words_in

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def opening(assessment: Assessment) -> list[str]:
    """Return the sentences at the top: what cannot wait, with its day, the decision asked, and what is unknown."""
    words = words_in(assessment.language).report
    first, later, _ = parts(assessment)
    if not first:
        return [nothing_found_line(assessment)]
    urgent = [advice for advice in (*first, *later) if cannot_wait(advice.severity, advice.kind)]
    name, advice = ("cannot wait", urgent[0]) if urgent else ("begin with", first[0])
    told = [words[name].format(lowered(advice.title))]
    if days := sorted({day for each in urgent for day in _days_to_come(each, assessment.reference_date)}):
        told.append(words["mind the day"].format(lowered(days[0][1])))
    decisions = filter(None, (decision_line(each, assessment.language) for each in (*urgent, *first)))
    told += itertools.islice(decisions, 1)
    return [*told, undecided_line(assessment)]


def _days_to_come(advice: Advice, today: str) -> Iterator[tuple[str, str]]:
    """Yield the days to come among the reasons, each with the sentence that names it."""
    waiting: list[Evidence] = [*advice.because]
    while waiting:
        reason = waiting.pop()
        waiting += reason.because
        if isinstance(reason.value, str) and _ISO_DATE.fullmatch(reason.value) and reason.value > today:
            yield reason.value, capitalised(reason.text)
