"""One partnership beside those in a file: how each condition stands in it, and in how many others it stands how."""

from __future__ import annotations

import datetime
import tempfile
from collections import Counter
from pathlib import Path

from samenwerkadvies.advising import Assessment, Status
from samenwerkadvies.bilingual import both
from samenwerkadvies.errors import InvalidFactsError, Problem, quoted
from samenwerkadvies.frames import DATE_COLUMN, FrameAssessment
from samenwerkadvies.frames.others import Beside, BesideOthers
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.tables.batch import nobody
from samenwerkadvies.tables.choices import BatchOptions
from samenwerkadvies.tables.run import Run
from samenwerkadvies.tables.table import told_of


def beside_file(  # noqa: PLR0913 - one parameter for each choice
    own: Assessment,
    source: Path,
    ruleset: Ruleset,
    *,
    by: str | None = None,
    value: str | None = None,
    minimum: int,
    reference_date: datetime.date | None = None,
) -> Beside:
    """Put a partnership beside all others in a file, or beside those that are like it.

    A row with its own name is not one of the others. Rows that do not fit do not count.

    Args:
        own: its assessment, by the same rules.
        source: csv, xlsx or parquet, with a row for each partnership; or questionnaires.
        ruleset: the rules.
        by: a column: only others with the same value there.
        value: that value; None: what stands there in its own row.
        minimum: with fewer others nothing of them is told.
        reference_date: for all others; None: each row has its own.

    Raises:
        InvalidFactsError: when the file cannot be read, or its columns are wrong, or its own row is not there, or more
            than once, while its value is asked.
    """
    parts: list[FrameAssessment] = []
    options = BatchOptions(by=by, ignores_others=True, language=own.language)
    folder = Path(tempfile.gettempdir())
    with told_of(source):
        run = Run(ruleset, reference_date or DATE_COLUMN, options, folder, lambda part, _: parts.append(part))
        run.read(source, nobody)
    counts: Counter[tuple[int, Status]] = Counter()
    if by and value is None:
        value = _value_of(own.partnership, parts, by, source)
    number = 0
    for part in parts:
        for row in part.statuses.to_dicts():
            is_own = (row["partnership"] or "").strip() == own.partnership
            if is_own or (by and _text(row[by]) != _text(value)):
                continue
            number += 1
            counts.update((each.number, Status(row[f"condition_{each.number}"])) for each in own.conditions)
    conditions = (
        BesideOthers(each.number, each.short_title, each.status, {to: counts[each.number, to] for to in Status})
        for each in own.conditions
    )
    return Beside(own.partnership, by, value, number, minimum, tuple(conditions) if number >= minimum else ())


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _value_of(name: str, parts: list[FrameAssessment], by: str, source: Path) -> str:
    found = {
        _text(row[by])
        for part in parts
        for row in part.statuses.to_dicts()
        if (row["partnership"] or "").strip() == name
    }
    if len(found) == 1:
        return found.pop()
    message = (
        both("{} staat niet in deze tabel", "{} does not stand in this table", quoted(name))
        if not found
        else both("{} staat er vaker in, met een andere waarde", "{} stands there with different values", quoted(name))
    )
    expected = both("met welke groep je vergelijkt: --by {}=…", "with which group to compare: --by {}=…", by)
    raise InvalidFactsError([Problem(code="TABEL08", message=message, place=str(source), expected=expected)])
