"""What is chosen before a file is assessed, and what is told of it afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import attrs

from samenwerkadvies.frames import GroupComparison
from samenwerkadvies.frames.groups import MINIMUM
from samenwerkadvies.ruleset import DUTCH, Language
from samenwerkadvies.tables.questionnaires import COLUMNS
from samenwerkadvies.tables.table import TextFile

ResultTable = Literal[
    "partnerships", "advice", "conditions", "statuses", "undecided", "checks", "not_in_force", "remarks", "outcomes"
]
"""Which table is written: the names are those of ``FrameAssessment``."""


@attrs.frozen
class RowCounts:
    """What became of the rows of a table: assessed, set aside and blank are together all that was read."""

    read: int
    """Below the head."""
    assessed: int
    aside: int
    blank: int


@attrs.frozen
class BatchResult:
    """What became of a file."""

    assessed: int
    """Partnerships."""
    provisional: int
    """How many of these have a one-sided picture; those in which answers contradict each other are counted apart."""
    contradicting: int
    """In how many of these answers contradict each other."""
    unanswered: int
    """How many of these have no answer at all."""
    little_known: int
    """How many others have so few answers that what was not found may not be taken as not there."""
    first_looks: int
    """Of how many no more than first looks at the conditions is known; these are no part of the others."""
    twice: tuple[str, ...]
    """Names that more than one of these have: the first of them."""
    rows: int
    """Rows in the file that was written."""
    table_rows: RowCounts | None
    """Of the file that was read; None for questionnaires."""
    aside: Path | None
    """The file with rows that were set aside; None when every row fits."""
    set_aside: int
    """Its partnerships."""
    wrong: int
    """Its rows in which something does not fit; of a long table all rows of a partnership are set aside."""
    reasons: tuple[str, ...]
    """The first reasons, each with its place."""
    perhaps_unknown: tuple[str, ...]
    """What stands in answers that do not fit, and often means that something is unknown."""
    questionnaires: Mapping[str, tuple[str, ...]]
    """The name of each partnership with the files about it; only for questionnaires."""
    empty: tuple[str, ...]
    """The questionnaires without any answer."""
    unread: tuple[str, ...] = ()
    """What stands in a folder of questionnaires and was not read: files of another kind, and folders."""
    copies: Mapping[str, str] = attrs.field(factory=dict)
    """The questionnaires that say just what another one says, by file; they do not count."""
    ignored: tuple[str, ...] = ()
    """The columns that were left out."""
    sheets: tuple[str, ...] = ()
    """Those that were read, of a workbook with several sheets."""
    other_sheets: tuple[str, ...] = ()
    """Those that people see, and that were not read."""
    groups: GroupComparison | None = None
    """The groups that were compared; None where none were asked for."""


@attrs.frozen
class BatchOptions:
    """How a file is read and what is written; every choice has a default."""

    table: ResultTable = "partnerships"
    has_texts: bool = False
    """Whether findings and steps are written beside each rule."""
    partnership: str = COLUMNS.partnership
    """The column with the names."""
    metadata: tuple[str, ...] = ()
    """Other columns, kept in the result."""
    columns: Mapping[str, str] = attrs.field(factory=dict)
    """Heads of other columns that hold an answer, with the name that we have for it (``fact``, or ``fact.party``)."""
    ignores_others: bool = False
    """Whether columns that hold no answer are left out."""
    unknown_words: tuple[str, ...] = ()
    """What is taken for unknown in this file, besides ``onbekend`` and an empty cell; capitals do not count."""
    text: TextFile = attrs.field(factory=TextFile)
    """How a text file is written; what is not given is found by looking at it."""
    sheet: str | None = None
    """Of a workbook; None for the first that people see."""
    all_sheets: bool = False
    """Whether all sheets that people see are read, as one table."""
    language: Language = DUTCH
    by: str | None = None
    """The column by which groups are compared, instead of a table: the target is then a page (html) or a workbook."""
    minimum: int = MINIMUM
    """Groups with fewer partnerships are put together."""
