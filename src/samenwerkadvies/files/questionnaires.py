"""Questionnaires that come back: each is a small table of answers about one partnership, in text or in a workbook."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from samenwerkadvies.errors import listed
from samenwerkadvies.files.tables import READABLE, TextFile, open_tables, pl, wrong_file
from samenwerkadvies.frames import DATE_COLUMN, LongColumns

COLUMNS = LongColumns()
QUESTION_COLUMNS = (COLUMNS.party, COLUMNS.fact, COLUMNS.answer)
"""What every sheet with questions has."""
OWN_ROWS = (COLUMNS.partnership, DATE_COLUMN)
"""What stands where else a fact stands: the name of the partnership and the reference date."""


def is_questionnaire(columns: Iterable[str]) -> bool:
    """Say whether a table is a questionnaire: answers to facts, about a partnership that no column names."""
    found = {column.lower() for column in columns}
    return found >= set(QUESTION_COLUMNS) and COLUMNS.partnership not in found


def read_questionnaires(path: Path, work: Path, given: TextFile) -> pl.DataFrame:
    """Return the answers of a questionnaire, or of all in a folder, as a long table; each file is a respondent.

    Where the name of the partnership is not filled in, the name of the file counts.

    Raises:
        InvalidFactsError: when a file cannot be read or is no questionnaire.
    """
    paths = [path]
    if path.is_dir():
        paths = sorted(
            each
            for each in path.iterdir()
            if each.suffix.lower() in READABLE and not each.name.startswith((".", "~"))  # ~: open in Excel
        )
    if not paths:
        raise wrong_file("LEES01", path, "hier staan geen vragenlijsten", f"bestanden op {listed(READABLE)}")
    return pl.concat([_read_one(each, work, given) for each in paths])


def _read_one(path: Path, work: Path, given: TextFile) -> pl.DataFrame:
    sheets = open_tables(path, work, given).values()
    parts = [part for sheet in sheets if is_questionnaire(sheet.columns) for part in sheet.parts()]
    if not parts:
        expected = "een vragenlijst zoals 'samenwerkadvies template' die maakt"
        raise wrong_file("TABEL04", path, "dit is geen vragenlijst", expected)
    answers = pl.concat([part.rename(str.lower).select(pl.col(QUESTION_COLUMNS).cast(pl.String)) for part in parts])
    is_own = pl.col(COLUMNS.fact).is_in(OWN_ROWS)
    filled = answers.filter(is_own & (pl.col(COLUMNS.answer).str.strip_chars() != ""))
    own = {fact: answer.strip() for fact, answer in filled.select(COLUMNS.fact, COLUMNS.answer).rows()}
    name, date = (own.get(row) for row in OWN_ROWS)
    return answers.filter(pl.col(COLUMNS.fact).is_not_null() & ~is_own).select(
        pl.lit(name or path.stem).alias(COLUMNS.partnership),
        pl.lit(date, dtype=pl.String).alias(DATE_COLUMN),
        COLUMNS.party,
        pl.lit(path.name).alias(COLUMNS.respondent),
        COLUMNS.fact,
        COLUMNS.answer,
    )
