"""Questionnaires that come back: each is a small table of answers about one partnership, in text or in a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs

from samenwerkadvies.bilingual import all_of, any_of
from samenwerkadvies.errors import quoted
from samenwerkadvies.frames import DATE_COLUMN, LongColumns
from samenwerkadvies.tables.opening import READABLE, open_tables
from samenwerkadvies.tables.table import ROW, UNREAD, TextFile, pl, wrong_file

COLUMNS = LongColumns()
QUESTION_COLUMNS = (COLUMNS.party, COLUMNS.fact, COLUMNS.answer)
"""What every sheet with questions has."""
OWN_ROWS = (COLUMNS.partnership, DATE_COLUMN, COLUMNS.organisation)
"""What stands where else a fact stands: the name of the partnership, the reference date, and, for a party, its name."""


def is_questionnaire(columns: Iterable[str]) -> bool:
    """Say whether a table is a questionnaire: answers to facts, about a partnership that no column names."""
    found = {column.lower() for column in columns}
    return found >= set(QUESTION_COLUMNS) and COLUMNS.partnership not in found


@attrs.frozen
class Questionnaires:
    """What stands in questionnaires that came back."""

    answers: pl.DataFrame
    """A long table; each file is a respondent. Where nothing is filled in, one row without an answer.

    It says which organisation answers where a file does.
    """
    files: Mapping[str, tuple[str, ...]]
    """The name of each partnership, with the files about it."""
    empty: tuple[str, ...]
    """The files without any answer."""
    unread: tuple[str, ...] = ()
    """The files and folders that were left, because they can hold no questionnaire."""
    copies: Mapping[str, str] = attrs.field(factory=dict)
    """The files that say just what another one says, which is counted; by the name of the file."""


def read_questionnaires(path: Path, given: TextFile) -> Questionnaires:
    """Read a questionnaire, or all in a folder.

    Where the name of the partnership is not filled in, the name of the file counts. Names that differ in capitals and
    spaces only are one, also those of organisations.

    Raises:
        InvalidFactsError: when a file cannot be read or is no questionnaire.
    """
    paths, unread = _found(path) if path.is_dir() else ([path], ())
    if not paths:
        raise wrong_file("LEES01", path, "hier staan geen vragenlijsten", f"bestanden op {any_of(READABLE)}")
    parts, files, empty = [], dict[str, list[str]](), []
    spelled: dict[object, str] = {}
    seen: dict[object, str] = {}
    copies: dict[str, str] = {}
    for each in paths:
        own, organisations, answers = _read_one(each, given)
        own_said = (*sorted(own.items()), *sorted(organisations.items()))
        said = (own_said, tuple(sorted(answers.filter(_is_filled).rows(), key=repr)))
        if said[1] and said in seen:
            copies[each.name] = seen[said]
            continue
        seen[said] = each.name
        name = own.get(COLUMNS.partnership) or each.stem
        name = _spelled(name, (), spelled)
        of_party = {party: _spelled(each, (name, party), spelled) for party, each in organisations.items()}
        files.setdefault(name, []).append(each.name)
        filled = answers.filter(_is_filled)
        if filled.is_empty():
            empty.append(each.name)
        silent = answers.unique(COLUMNS.party, keep="first", maintain_order=True).filter(_party.is_in([*of_party]))
        silent = silent.with_columns(pl.lit(None, pl.String).alias(name) for name in (COLUMNS.answer, COLUMNS.remark))
        parts.append(
            pl.concat([answers.head(1) if filled.is_empty() else filled, silent]).select(
                pl.lit(name).alias(COLUMNS.partnership),
                pl.lit(own.get(DATE_COLUMN), dtype=pl.String).alias(DATE_COLUMN),
                COLUMNS.party,
                _party.replace_strict(of_party, default=None, return_dtype=pl.String).alias(COLUMNS.organisation),
                pl.lit(each.name).alias(COLUMNS.respondent),
                COLUMNS.fact,
                COLUMNS.answer,
                COLUMNS.remark,
            )
        )
    about = {name: tuple(found) for name, found in files.items()}
    table = pl.concat(parts)
    if table[COLUMNS.organisation].is_null().all():
        table = table.drop(COLUMNS.organisation)
    return Questionnaires(table, about, tuple(empty), unread, copies)


def _spelled(name: str, of: tuple[str, ...], spelled: dict[object, str]) -> str:
    """Return a name as it was spelled first, whatever its capitals and spaces."""
    return spelled.setdefault((of, " ".join(name.casefold().split())), name)


_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")


def _found(folder: Path) -> tuple[list[Path], tuple[str, ...]]:
    """Return the files in a folder that can be questionnaires, and the names of what else people put there.

    What begins with a point, or with a tilde (``~$``: a workbook that is open in Excel), no person put there.
    """
    put_there = [each for each in sorted(folder.iterdir()) if not each.name.startswith((".", "~"))]
    paths = [each for each in put_there if each.is_file() and each.suffix.lower() in READABLE]
    others = [each for each in put_there if each not in paths and each.name.lower() not in _OF_THE_SYSTEM]
    return paths, tuple(f"{each.name}/" if each.is_dir() else each.name for each in others)


_is_filled = pl.any_horizontal(
    pl.col(name).str.strip_chars().fill_null("") != "" for name in (COLUMNS.answer, COLUMNS.remark)
)
"""Whether somebody wrote something: an answer, or a remark."""
_party = pl.col(COLUMNS.party).str.strip_chars().str.to_lowercase()


def _read_one(path: Path, given: TextFile) -> tuple[dict[str, str], dict[str, str], pl.DataFrame]:
    """Return what is filled in about the partnership, the organisation of each party, and all rows with questions."""
    parts = []
    for name, sheet in open_tables(path, given).items():
        if is_questionnaire(sheet.columns):
            for part in sheet.parts():
                _check_read(part, path)
                parts.append(part.select(_called(part.columns)))
        elif _COLUMNS & {column.lower() for column in sheet.columns}:
            expected = f"in de eerste rij {all_of(sorted(_COLUMNS))}, zoals in een lege vragenlijst"
            message = f"op blad {quoted(name)} ontbreken kolommen" if name else "dit is geen vragenlijst"
            raise wrong_file("TABEL04", path, message, expected)
    if not parts:
        expected = "een vragenlijst zoals 'samenwerkadvies template' die maakt; zet andere bestanden in een andere map"
        raise wrong_file("TABEL04", path, "dit is geen vragenlijst", expected)
    rows = pl.concat(parts)
    is_own = pl.col(COLUMNS.fact).is_in(OWN_ROWS).fill_null(value=False)
    own = rows.filter(is_own & _is_filled)
    is_name = pl.col(COLUMNS.fact) == COLUMNS.organisation
    about = _one_answer_each(own.filter(~is_name), pl.col(COLUMNS.fact), path)
    organisations = _one_answer_each(own.filter(is_name), _party, path)
    rest = rows.filter((pl.col(COLUMNS.fact).is_not_null() | _is_filled) & ~is_own)
    return about, organisations, rest


def _one_answer_each(rows: pl.DataFrame, what: pl.Expr, path: Path) -> dict[str, str]:
    """Return the one answer to each of what the rows are about."""
    found = rows.select(what.alias("what"), COLUMNS.fact, pl.col(COLUMNS.answer).str.strip_chars())
    found = found.unique(maintain_order=True)
    for (_, fact), answers in found.group_by("what", COLUMNS.fact, maintain_order=True):
        if len(answers) > 1:
            told = all_of([quoted(answer) for answer in sorted(answers[COLUMNS.answer])])
            raise wrong_file("TABEL04", path, f"bij {quoted(fact)} staat {told}", "één antwoord")
    return dict(found.select("what", COLUMNS.answer).iter_rows())


def _check_read(part: pl.DataFrame, path: Path) -> None:
    """Refuse a questionnaire of which a row could not be read."""
    if UNREAD in part.columns and len(wrong := part.filter(pl.col(UNREAD).is_not_null())):
        number, reason = wrong.select(ROW, UNREAD).row(0)
        raise wrong_file("TABEL04", path, f"rij {number}: {reason}", "een vragenlijst zoals die is gemaakt")


_COLUMNS = {*QUESTION_COLUMNS, "vraag"}


def _called(columns: list[str]) -> list[pl.Expr]:
    """Return the columns that count, called as we call them, whatever their capitals."""
    found = {column.lower(): column for column in reversed(columns)}
    called = [pl.col(found[name]).cast(pl.String).alias(name) for name in QUESTION_COLUMNS]
    remark = pl.col(found[COLUMNS.remark]).cast(pl.String) if COLUMNS.remark in found else pl.lit(None, pl.String)
    return [*called, remark.alias(COLUMNS.remark)]
