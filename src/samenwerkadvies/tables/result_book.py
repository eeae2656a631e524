"""What stands in a workbook before the results: how to read it, how it stands in all, and each condition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samenwerkadvies.advising import Status
from samenwerkadvies.frames.groups import GroupComparison
from samenwerkadvies.policy import Severity
from samenwerkadvies.tables.choices import BatchResult, ResultTable
from samenwerkadvies.tables.sheets import WIDE, Sheets, word_of
from samenwerkadvies.wording.words import words_in


def write_front(
    book: Any, table: ResultTable, result: BatchResult, counted: GroupComparison, *, has_looks: bool
) -> None:
    """Write the sheets that come first.

    Args:
        book: the workbook.
        table: which results come after.
        result: what became of the file.
        counted: all its partnerships, as the total of groups.
        has_looks: whether the rules have a quick scan, and so first looks to tell of.
    """
    language = counted.language
    words, groups = words_in(language).book, words_in(language).groups
    sheets = Sheets(book, language)
    title = words["title one" if result.assessed == 1 else "title"].format(result.assessed)
    sheets.guide(title, [*_guide(table, language, has_looks=has_looks), *filter(None, [counted.caution])])
    sheets.table(
        groups["summary"],
        [words["what"], words["how many"], words["share"]],
        _summary(result, counted, has_looks=has_looks),
        [2 * WIDE],
    )
    sheets.table(
        words["by condition"],
        [
            *(groups["condition"], *(word_of(status, language) for status in Status)),
            *(groups["answered"], groups["asked"], groups["share answered"]),
        ],
        (
            [
                *(f"{found.number}. {found.title}", *(found.statuses[status] for status in Status)),
                *(found.answers.answered, found.answers.asked, found.answers.share),
            ]
            for found in counted.total.conditions
        ),
        [WIDE],
    )


def _guide(table: ResultTable, language: str, *, has_looks: bool) -> Iterator[str]:
    words, page = words_in(language).book, words_in(language).page
    yield words["sheet summary"]
    yield words["sheet conditions"]
    yield words["sheet outcome"].format(words[table])
    yield ""
    yield words["severities"].format(", ".join(word_of(each, language) for each in Severity))
    for status in Status:
        yield words["means"].format(word_of(status, language), page[f"{status.value} means"])
    looks = [words["first look"]] if has_looks else []
    yield from (words["provisional"], *looks, words["empty"], words["colours"], "", page["limits"])


def _summary(result: BatchResult, counted: GroupComparison, *, has_looks: bool) -> Iterator[list[object]]:
    words, total = words_in(counted.language).book, counted.total
    jointly = words["jointly"]
    yield [words["number"], result.assessed, ""]
    for what, number in (
        ("cannot wait", total.urgent.found),
        ("may not wait", total.urgent.open),
        ("provisional number", result.provisional),
        ("contradicting", result.contradicting),
        ("unanswered", result.unanswered),
        ("little known", result.little_known),
        *([("first looks", result.first_looks)] if has_looks else []),
    ):
        yield [words[what], number, number / result.assessed if result.assessed else ""]
    yield [words["aside"], result.set_aside, ""]
    yield [words["answered"], total.answers.answered, total.answers.share]
    for party, answers in total.answers_of.items():
        named = counted.parties.get(party, jointly)
        yield [words["answered by"].format(named), answers.answered, answers.share]
