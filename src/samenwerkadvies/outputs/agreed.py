"""The action plan as rows: what there is to do, and what was filled in beside it; as a text file, and read back."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from samenwerkadvies.advising import Agreement, Assessment
from samenwerkadvies.bilingual import both, either
from samenwerkadvies.errors import InvalidFactsError, Problem, quoted
from samenwerkadvies.names import is_fit
from samenwerkadvies.outputs.page import worked
from samenwerkadvies.outputs.reports import parts
from samenwerkadvies.signs import FORMULA
from samenwerkadvies.wording.words import LANGUAGES, words_in

COLUMNS = ("what", "step", "who", "when", "done", "worked", "rule")
"""As keys of the words of a page."""
FILLED = ("who", "when", "done")
MOST_STEPS = 2_000
_LONGEST = 500
"""Letters in what somebody fills in."""
_YES, _NO = ("ja", "yes", "x", "✓"), ("nee", "no")


def plan_rows(assessment: Assessment, agreed: Iterable[Agreement] = ()) -> Iterator[dict[str, str]]:
    """Yield each step of all advice with what was agreed on it, then what was agreed on other steps."""
    words = words_in(assessment.language).page
    done = {True: words["done yes"], False: words["done no"], None: ""}
    left = {(each.rule, each.step): each for each in agreed}
    first, later, _ = parts(assessment)
    for advice in (*first, *later):
        told = {"what": f"{advice.rank}. {advice.title}", "worked": worked(advice, assessment.language)}
        for step in advice.steps:
            each = left.pop((advice.rule, step), None) or Agreement(rule=advice.rule, title="", step=step)
            yield {**told, "step": step, "rule": advice.rule, **_filled(each, done)}
    for each in left.values():
        yield {"what": each.title, "worked": "", "step": each.step, "rule": each.rule, **_filled(each, done)}


def _filled(agreement: Agreement, done: Mapping[bool | None, str]) -> dict[str, str]:
    return {"who": agreement.who, "when": agreement.when, "done": done[agreement.done]}


def plan_to_csv(assessment: Assessment, agreed: Iterable[Agreement] = ()) -> str:
    """Return an action plan as a text file for a spreadsheet program; ``plan_from_csv`` reads it back."""
    words, made = words_in(assessment.language).page, io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow([words[name] for name in COLUMNS])
    for row in plan_rows(assessment, agreed):
        writer.writerow([re.sub(f"^(?={FORMULA})", "'", row[name]) for name in COLUMNS])
    return "\ufeff" + made.getvalue()


def plan_from_csv(text: str, place: str) -> tuple[Agreement, ...]:
    """Read an action plan that was filled in; rows in which nobody filled in anything are steps that were not agreed.

    Raises:
        InvalidFactsError: when it is no action plan, or with everything in it that cannot be read.
    """
    bare = text.removeprefix("\ufeff")
    separator = max(";,\t", key=bare.partition("\n")[0].count)
    table = csv.DictReader(io.StringIO(bare, newline=""), delimiter=separator)
    try:
        heads, rows = heads_in(table.fieldnames or ()), list(itertools.islice(table, MOST_STEPS + 1))
    except csv.Error:
        raise no_plan(place) from None
    if not is_plan(heads):
        raise no_plan(place)
    if len(rows) > MOST_STEPS:
        raise too_long(place)
    named = ({name: _without_guard(row[head]) for name, head in heads.items()} for row in rows)
    return agreements(enumerate(named, start=2), place)


def _without_guard(cell: str | None) -> str:
    return re.sub(f"^'(?={FORMULA})", "", cell or "")


def heads_in(columns: Sequence[str]) -> dict[str, str]:
    """Return which column of a plan is which, by its head in any language."""
    known = {words_in(language).page[name].lower(): name for language in LANGUAGES for name in COLUMNS}
    return {known[column.strip().lower()]: column for column in columns if column.strip().lower() in known}


def is_plan(heads: Mapping[str, str]) -> bool:
    """Say whether a table with these columns is an action plan."""
    return {"step", "rule"} <= heads.keys()


def no_plan(place: str) -> InvalidFactsError:
    """Return the error that something is no action plan."""
    words = words_in(LANGUAGES[0]).page
    expected = both(
        "een werkmap zoals 'samenwerkadvies advise --format xlsx' die maakt, met {} en {}",
        "a workbook as 'samenwerkadvies advise --format xlsx' makes it, with {} and {}",
        *(quoted(words[name]) for name in ("step", "rule")),
    )
    message = both("dit is geen actieplan", "this is no action plan")
    return InvalidFactsError([Problem(code="TABEL04", message=message, place=place, expected=expected)])


def too_long(place: str) -> InvalidFactsError:
    """Return the error that a plan has more rows than anybody fills in."""
    message = both("dit plan is te lang", "this plan is too long")
    expected = both("hoogstens {} rijen", "{} rows at the most", str(MOST_STEPS))
    return InvalidFactsError([Problem(code="TABEL04", message=message, place=place, expected=expected)])


def agreements(rows: Iterable[tuple[int, Mapping[str, str | None]]], place: str) -> tuple[Agreement, ...]:
    """Return what was agreed, from rows with their number and the cells of each by the name of its column.

    Raises:
        InvalidFactsError: with everything in them that cannot be read.
    """
    problems: list[Problem] = []
    made = list(_read(rows, place, problems))
    if problems:
        raise InvalidFactsError(problems)
    return tuple(made)


def _read(
    rows: Iterable[tuple[int, Mapping[str, str | None]]], file: str, problems: list[Problem]
) -> Iterator[Agreement]:
    for number, row in rows:
        cells = {name: " ".join((row.get(name) or "").split()) for name in COLUMNS}
        if not any(cells[name] for name in FILLED):
            continue
        place = f"{file}: rij {number}"
        for text in cells.values():
            if len(text) > _LONGEST or not is_fit(text):
                expected = both(
                    "hoogstens {} tekens, zonder tekens die je niet ziet",
                    "{} signs at the most, without signs that you cannot see",
                    str(_LONGEST),
                )
                message = both("dit past niet in een plan: {}", "this does not fit in a plan: {}", quoted(text))
                problems.append(Problem(code="TABEL03", message=message, place=place, expected=expected))
        done = cells["done"].lower()
        if done not in ("", *_YES, *_NO):
            message = both("{} past niet bij 'gedaan'", "{} does not fit with 'done'", quoted(cells["done"]))
            expected = either([both("ja", "yes"), both("nee", "no"), both("een leeg vak", "an empty cell")])
            problems.append(Problem(code="TABEL03", message=message, place=place, expected=expected))
        yield Agreement(
            rule=cells["rule"],
            title=cells["what"].partition(". ")[2] or cells["what"],
            step=cells["step"],
            who=cells["who"],
            when=cells["when"].removesuffix(" 00:00:00"),
            done=done in _YES if done else None,
        )
