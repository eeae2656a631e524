"""What checked tables of partnerships have in common, whatever their layout, and how what does not fit is told."""

from __future__ import annotations

import abc
import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from samenwerkadvies.answers import what_to_write
from samenwerkadvies.engines.columns import AnyFrame, nw
from samenwerkadvies.errors import LONGEST_SHOWN, InvalidFactsError, Problem, quoted, shortened
from samenwerkadvies.frames.kinds import collected
from samenwerkadvies.frames.reading import column_names
from samenwerkadvies.names import LONGEST, NAME_LIKE, UNFIT, is_fit, name_problem
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.vocabulary import FactType, Vocabulary

DATE_COLUMN = "peildatum"
"""Where the reference date of a row stands, unless another column is named; a date for all comes before it."""
MOST_TOLD = 20
"""So many values that do not fit are told in the text of an error; all are in its frame."""
ROW = "__row"
_RESERVED = frozenset(
    {
        *("partnership", "row", "column", "value", "expected", "reasons", "rank", "rule", "conditions", "severity"),
        *("kind", "title", "absorbed_by", "condition", "status", "findings", "answered", "asked", "provisional"),
        *("first_look", "undecided", "finding", "steps", "checks", "fact", "party", "remark"),
    }
)
"""Columns of results."""


class InvalidFrameError(InvalidFactsError):
    """Values in a frame do not fit; ``problems`` has the first of them, ``bad_values`` all."""

    def __init__(self, problems: Sequence[Problem], count: int, bad_values: object) -> None:
        """Keep the first problems, how many there are, and all of them as a frame of the caller's kind."""
        super().__init__(problems)
        self.count = count
        self.bad_values = bad_values

    def __str__(self) -> str:
        """Return the first problems, and how many more there are."""
        more = self.count - len(self.problems)
        rest = "waarde past" if more == 1 else "waarden passen"
        return super().__str__() + (f"\n\nNog {more} {rest} niet." if more else "")


class Checked(abc.ABC):
    """A frame with what was read of it: partnerships in which every value fits, and those set aside.

    Nothing is computed before it is asked for.
    """

    safe: Mapping[str, str]
    """The caller's names of the columns, with those in the frame."""
    closed: Callable[[AnyFrame], Any]
    """Returns a frame in the caller's own kind."""
    has_rows: bool
    """Whether rows have an order, and so a number (``ROW``)."""
    metadata: tuple[str, ...]
    vocabulary: Vocabulary
    reference_date: datetime.date | None
    """The date for all; None where each partnership has its own, in the column ``REFERENCE``."""

    @property
    @abc.abstractmethod
    def answers(self) -> AnyFrame:
        """The partnerships in which every value fits: partnership, metadata, and the typed answers."""

    @property
    def remarks(self) -> AnyFrame | None:
        """What was written beside answers: partnership, metadata, fact, party, remark; None: a table without."""
        return None

    @property
    @abc.abstractmethod
    def bad_values(self) -> AnyFrame:
        """Every value that does not fit: row (from 1, if there is an order), partnership, column, value, expected."""

    @property
    @abc.abstractmethod
    def set_aside(self) -> AnyFrame:
        """The rows that are not assessed, as they were, with the reasons."""

    @abc.abstractmethod
    def count_bad(self) -> int:
        """Return how many values do not fit; this reads the whole frame."""

    def refuse(self) -> None:
        """Raise an error when some values do not fit; this reads the whole frame.

        Raises:
            InvalidFrameError: with the first values that do not fit, and all of them in a frame.
        """
        count = self.count_bad()
        if not count:
            return
        order = ["row", "column"] if self.has_rows else ["partnership", "column"]
        first = collected(self.bad_values.sort(*order).head(MOST_TOLD)).rows(named=True)
        asked = {name: self.vocabulary.facts[slot[0]] for name, slot in column_names(self.vocabulary).items()}
        problems = [problem_of(found, asked.get(found["column"])) for found in first]
        raise InvalidFrameError(problems, count, self.closed(self.bad_values))


def check_names(columns: Iterable[str], metadata: Iterable[str], ruleset: Ruleset) -> None:
    """Refuse columns that are called as one of the results, or as one that is made on the way.

    Raises:
        InvalidFactsError: with each of them.
    """
    if unfit := [name for name in columns if not is_fit(name)]:
        message = "de naam van kolom {} heeft een teken dat je niet ziet, of een nieuwe regel"
        expected = "een naam van een kolom op één regel, zonder stuurtekens"
        raise InvalidFactsError(
            [Problem(code="TABEL01", message=message.format(quoted(name)), expected=expected) for name in unfit]
        )
    taken = [name for name in columns if name.startswith("__") or name == "reasons"]
    taken += [
        name for name in metadata if name in _RESERVED or name in ruleset.with_checks.rules or _NUMBERED.fullmatch(name)
    ]
    if taken:
        expected = "een andere naam voor je kolom"
        raise InvalidFactsError(
            [
                Problem(
                    code="TABEL01",
                    message=f"kolom {quoted(name)} kan niet mee: zo heet een kolom van de uitkomst",
                    expected=expected,
                )
                for name in dict.fromkeys(taken)
            ]
        )


_NUMBERED = re.compile("(advice|condition)_[0-9]+|(answered|asked)_.+")


def column_missing(name: str, expected: str) -> Problem:
    """Return the problem that a column is not there."""
    return Problem(code="TABEL02", message=f"er is geen kolom {quoted(name)}", expected=expected)


DATE_EXPECTED = "een kolom met de peildatum, of één datum voor alles: --date 2026-03-01 (in Python: reference_date)"
METADATA_EXPECTED = "alleen kolommen die er zijn, als metadata"
NAME_EXPECTED = "een kolom met de naam van de samenwerking; heet die anders: --name KOLOM (in Python: partnership)"


def reason_of(column: nw.Expr, value: nw.Expr, expected: nw.Expr, hint: nw.Expr) -> nw.Expr:
    """Return in a sentence what does not fit, or is not there; the same as ``problem_of`` for rows set aside."""
    meant = nw.when(hint == "").then(nw.lit("")).otherwise(nw.concat_str(nw.lit("; bedoelde je: "), hint))
    signs = value.str.len_chars()
    is_long_name = (expected == nw.lit(NAME_LIKE)) & (signs > LONGEST)
    too_long = nw.concat_str(nw.lit("' is te lang: "), signs.cast(nw.String()), nw.lit(" tekens"))
    misfit = nw.when(is_long_name).then(too_long).otherwise(nw.lit("' past niet"))
    found = (
        nw.when(value == "").then(nw.lit(" ontbreekt")).otherwise(nw.concat_str(nw.lit(": '"), _shown(value), misfit))
    )
    return nw.concat_str(column, found, nw.lit(" (verwacht: "), expected, meant, nw.lit(")"))


MOST_HINTED = 1_000
"""So many rows are looked at for values that something else is meant by."""


def _shown(value: nw.Expr) -> nw.Expr:
    """Return a value as it is shown: ``shortened``, for a column."""
    rest = nw.when(value.str.len_chars() > LONGEST_SHOWN).then(nw.lit("…")).otherwise(nw.lit(""))
    return nw.concat_str(value.str.slice(0, LONGEST_SHOWN).str.replace_all(UNFIT, "�"), rest)


def problem_of(found: dict[str, Any], fact: FactType | None) -> Problem:
    """Return a row of ``bad_values`` as a problem."""
    is_named = found["partnership"] not in (None, found["value"])  # a name that does not fit is told itself
    name = f" ({shortened(found['partnership'])})" if is_named else ""
    unnumbered = f"samenwerking {quoted(found['partnership'])}" if is_named else ""
    row = f"rij {found['row']}{name}" if "row" in found else unnumbered
    message = f"{quoted(found['value'])} past niet" if found["value"] else "hier ontbreekt een waarde"
    if found["expected"] == NAME_LIKE and (wrong := name_problem(found["value"])):
        message = str(wrong.message)  # what is wrong with tables is told in Dutch
    place = ", ".join(filter(None, (row, f"kolom {shortened(found['column'])}")))
    hint = what_to_write(fact, found["value"]) if fact else ""
    return Problem(code="TABEL03", message=message, place=place, expected=found["expected"], hint=hint)
