"""From a file of partnerships to a file of advice: in parts, so that the file may be larger than memory."""

from __future__ import annotations

import datetime
import functools
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import IO, get_args

import attrs

from samenwerkadvies.bilingual import either
from samenwerkadvies.errors import UsageError
from samenwerkadvies.frames import DATE_COLUMN, FrameAssessment
from samenwerkadvies.frames.counting import Key
from samenwerkadvies.frames.groups import put_together
from samenwerkadvies.loading.prepared import load_ruleset
from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.tables.choices import BatchOptions, BatchResult, ResultTable
from samenwerkadvies.tables.group_report import PAGE, check_report, is_page, write_report
from samenwerkadvies.tables.labelled import SUFFIX, is_labelled
from samenwerkadvies.tables.readers import for_readers
from samenwerkadvies.tables.result_book import write_front
from samenwerkadvies.tables.run import Run
from samenwerkadvies.tables.table import pl, told_of, wrong_file
from samenwerkadvies.tables.variables import result_variables
from samenwerkadvies.tables.writing import Dressed, Written, check_writable, make_all
from samenwerkadvies.wording.words import words_in

ASIDE = "-apart"
"""Stands behind the name of the file with rows that are set aside."""
_WITH_RULES = ("advice", "undecided")


def assess_file(  # noqa: PLR0913 - one parameter for each choice
    source: Path,
    target: Path,
    *,
    ruleset: Ruleset | None = None,
    reference_date: datetime.date | str = DATE_COLUMN,
    options: BatchOptions | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> BatchResult:
    """Assess every partnership in a file, and write one table of results.

    A wide table (one row for each partnership) is read and assessed in parts. A long table (columns ``feit`` and
    ``antwoord``) and questionnaires are put together in memory. Rows that do not fit stand with their reasons in a file
    beside the target, with ``-apart`` behind its name; corrected there, it can be assessed as it is. Both files are
    moved into place at the end, or neither is.

    With ``by`` in the options groups are compared, and the target is their report: a page or a workbook.

    Args:
        source: csv, xlsx or parquet; a questionnaire that came back, or a folder of these.
        target: csv, xlsx, parquet, jsonl or sav (SPSS), or html for groups; a file that is there is replaced.
        ruleset: the rules; None for the shipped ones.
        reference_date: one date for all, or the name of the column with that of each row.
        options: how it is read and what is written.
        progress: is told how many rows of how many are done.

    Raises:
        InvalidFactsError: when a file cannot be read or written, or its columns are wrong; nothing is written.
        UsageError: for choices that do not go together, or a language that the ruleset is not written in.
        MissingDependencyError: for Excel or SPSS without its extra.
    """
    options = options or BatchOptions()
    check_options(options)
    if options.table not in get_args(ResultTable):
        raise UsageError(f"unknown table {options.table!r}: choose {either(get_args(ResultTable)).english}")
    if options.has_texts and options.table not in _WITH_RULES:
        raise UsageError(f"texts stand beside rules: choose the table {either(_WITH_RULES).english}")
    beside = aside_of(target, "", is_report=bool(options.by))
    with told_of(target):
        if options.by:
            check_report(target)
        for each in (target, beside):
            check_writable(each, PAGE if options.by else SUFFIX)
            check_apart(source, each)
        ruleset = load_ruleset() if ruleset is None else ruleset
        is_book = target.suffix.lower() == ".xlsx"
        written, counts = Written(target.parent), dict[str | None, Counter[Key]]()

        def add(assessment: FrameAssessment, own: list[str]) -> None:
            found = getattr(assessment, options.table)
            written.add((assessment.with_texts(found) if options.has_texts else found).drop(own))
            if options.by or is_book:
                for name, found in assessment.counts_by(options.by).items():
                    counts.setdefault(name, Counter()).update(found)

        run = Run(ruleset, reference_date, options, target.parent, add)
        text = run.read(source, progress or nobody)
        counted = put_together(counts, ruleset, options.language, options.by or "", options.minimum)
        result = run.result(beside, written.rows, counted if options.by else None)

        def dressed(found: pl.DataFrame) -> Dressed:
            has_looks = bool(ruleset.quick_scan)
            front = functools.partial(
                write_front, table=options.table, result=result, counted=counted, has_looks=has_looks
            )
            name = words_in(options.language).book["outcome"]
            return attrs.evolve(for_readers(found, ruleset, options.language), before=front, name=name)

        def make(made: IO[bytes]) -> None:
            if options.by:
                write_report(made, target, counted)
            else:
                variables = result_variables(options.table, ruleset, options.language)
                written.make(made, target, text, dressed, variables)

        make_all({target: make, **run.files_aside(beside, text)})
        run.forget_aside(beside)
        return result


def check_options(options: BatchOptions) -> None:
    """Refuse choices about reading that do not go together.

    Raises:
        UsageError: for one sheet and all sheets.
    """
    if options.sheet is not None and options.all_sheets:
        raise UsageError("one sheet or all sheets: choose")


def aside_of(target: Path, more: str, *, is_report: bool) -> Path:
    """Return the file beside a target for rows that are set aside; beside a page or a file of SPSS it is text."""
    is_text = is_labelled(target) or (is_report and is_page(target))
    suffix = ".csv" if is_text else target.suffix
    return target.with_name(f"{target.stem}{ASIDE}{more}{suffix}")


def check_apart(source: Path, target: Path) -> None:
    """Refuse to replace the file that is read.

    Raises:
        InvalidFactsError: when both are one file.
    """
    if source.resolve() == target.resolve():
        message = "dit bestand zou worden vervangen terwijl het wordt gelezen"
        raise wrong_file("TABEL05", source, message, "een andere naam voor de uitkomst")


def nobody(done: int, rows: int) -> None:
    """Be told how far the work is."""
