"""Read the answers in a frame: which column holds which answer, and every value that does not fit."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from samenwerkadvies.answers import NONE_CHOSEN, SEPARATOR
from samenwerkadvies.bilingual import all_of, any_of
from samenwerkadvies.case_form import bad_date
from samenwerkadvies.dates import BLANK, read_date, read_day
from samenwerkadvies.engines.columns import REFERENCE, column_of, day_number, nw
from samenwerkadvies.errors import MOST_PROBLEMS, InvalidFactsError, Problem, nearest, quoted
from samenwerkadvies.frames.cells import TYPES, Contents, Source, Step, TypedAnswer, has_text, with_never
from samenwerkadvies.frames.chosen import parts_of_question
from samenwerkadvies.known import column_name, never_column
from samenwerkadvies.names import LONGEST, NAME_LIKE, UNFIT
from samenwerkadvies.ruleset import DUTCH
from samenwerkadvies.vocabulary import NEVER, UNKNOWN, FactType, Kind, Slot, Vocabulary, expected_of

DATES = "een datum zoals 2026-03-01 of 1-3-2026"


@attrs.frozen
class Reading:
    """How one answer is read from its column."""

    into: str
    """The name of the column in which the answer comes to stand."""
    column: str
    """The name of the column, as the caller knows it."""
    steps: tuple[Step, ...]
    """Columns to add first, one step after the other."""
    typed: nw.Expr
    """The answer, null where it is unknown or does not fit."""
    given: nw.Expr | None
    """Whether there is an answer at all; None where every answer that is there fits."""
    shown: nw.Expr
    """What stands there, as text."""
    expected: str
    fact: FactType | None = None
    """What is asked; None for the date and the name."""


@attrs.frozen
class Reference:
    """The reference date of each row."""

    number: nw.Expr
    """The number of that day."""
    date: datetime.date | None = None
    """The one date for all."""

    def until(self, days: nw.Expr) -> nw.Expr:
        """Return the days that do not lie after it; null for those that do."""
        return nw.when(days > self.number).then(nw.lit(None, dtype=TYPES[Kind.DATE])).otherwise(days)


def reference_of(dates: Reading | None, date: datetime.date | None) -> Reference:
    """Return the reference date, from the column in which dates stand or as the one date for all."""
    return Reference(dates.typed if dates else nw.lit(None if date is None else day_number(date), nw.Int32()), date)


def one_date(reference_date: datetime.date | str) -> datetime.date | None:
    """Return the one reference date for all; None where it is the name of a column.

    Raises:
        InvalidFactsError: for a date outside of the bounds.
    """
    date = read_date(reference_date)
    if date is not None and isinstance(why := read_day(date), Problem):
        raise InvalidFactsError([bad_date(date, why)])
    return date


def column_names(vocabulary: Vocabulary) -> dict[str, Slot]:
    """Return every column that a frame may have, with its answer."""
    return {column_name(slot): slot for slot in vocabulary.slots}


def option_columns(vocabulary: Vocabulary, slot: Slot) -> dict[str, Slot]:
    """Return the columns in which, for options that are chosen together, yes or no can stand instead; else none."""
    if vocabulary.facts[slot[0]].kind is not Kind.CHOICES:
        return {}
    return {column_name(part): part for part in parts_of_question(vocabulary, slot)}


def wrong_option_columns(columns: Collection[str], vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem where options have columns of their own, but not all of them, or beside one for all."""
    for name, slot in column_names(vocabulary).items():
        own = option_columns(vocabulary, slot)
        there = [option for option in own if option in columns]
        if there and name in columns:
            message = f"{quoted(name)} en {quoted(there[0])} zeggen hetzelfde"
            expected = "één kolom met alle keuzes, of een kolom voor elke keuze"
            yield Problem(code="TABEL01", message=message, expected=expected)
        elif there and len(there) < len(own):
            missing = next(option for option in own if option not in columns)
            yield Problem(
                code="TABEL02", message=f"er is geen kolom {quoted(missing)}", expected="een kolom voor elke keuze"
            )


def unknown_columns(columns: Sequence[str], vocabulary: Vocabulary, others: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each column that is neither an answer nor one of the others."""
    names = column_names(vocabulary)
    options = (name for slot in vocabulary.slots for name in option_columns(vocabulary, slot))
    known = dict.fromkeys([*names, *options, *others])
    known |= dict.fromkeys(never_column(fact.id) for fact in vocabulary.facts.values() if fact.may_be_never)
    for column in itertools.islice((name for name in columns if name not in known), MOST_PROBLEMS):
        fact = vocabulary.facts.get(column)
        if fact is not None:
            message = f"{quoted(column)} wordt aan elke partij gevraagd, en heeft een kolom per partij"
            yield Problem(
                code="TABEL01",
                message=message,
                expected=all_of([column_name((column, party)) for party in vocabulary.parties]),
            )
            continue
        if column.rpartition(".")[0] in names or column == "organisatie":
            message = f"{quoted(column)}: in één rij past één antwoord per partij, niet dat van elke organisatie"
            expected = "een rij per antwoord, met de kolommen naam, partij, organisatie, feit en antwoord"
            yield Problem(code="TABEL01", message=message, expected=expected)
            continue
        expected = "een kolom met de naam of de vraag van een feit; andere kolommen bewaar je met --keep (in Python: "
        expected += "metadata), of laat je weg met --ignore-others"
        yield Problem(
            code="TABEL01", message=f"onbekende kolom {quoted(column)}", expected=expected, hint=nearest(column, known)
        )


def readings(
    schema: Mapping[str, nw.dtypes.DType],
    vocabulary: Vocabulary,
    safe: Mapping[str, str],
    reference: Reference,
    contents: Contents | None = None,
) -> Iterator[Reading]:
    """Yield how each answer is read; ``safe`` maps the caller's names of columns to those in the frame."""
    for name, slot in column_names(vocabulary).items():
        yield from _readings_of_options(schema, option_columns(vocabulary, slot), safe, contents)
        fact = vocabulary.facts[slot[0]]
        never = safe.get(never_column(fact.id)) if fact.may_be_never else None
        shown = safe.get(name) or never
        if shown is None:
            continue
        source = Source(safe[name], schema[safe[name]], contents) if name in safe else None
        found = source.read(fact) if source else TypedAnswer(nw.lit(None, dtype=TYPES[fact.kind]), None)
        expected = expected_in_table(fact, reference.date)
        if never:
            found = with_never(found, Source(never, schema[never], contents).read_yes_no())
            expected += f", of {NEVER} in {never_column(fact.id)}"
        typed = found.typed.cast(TYPES[fact.kind])
        given = found.given
        if fact.is_past and not (source and source.ends_by(reference.date)):
            typed, given = reference.until(typed), found.is_given
        yield Reading(column_of(slot), name, found.steps, typed, given, _as_text(shown, schema[shown]), expected, fact)


def _readings_of_options(
    schema: Mapping[str, nw.dtypes.DType],
    columns: Mapping[str, Slot],
    safe: Mapping[str, str],
    contents: Contents | None,
) -> Iterator[Reading]:
    """Yield how options are read that each have a column with yes or no: where one is filled in, all must be."""
    there = {name: safe[name] for name in columns if name in safe}
    read = {name: Source(column, schema[column], contents).read_yes_no() for name, column in there.items()}
    given = nw.any_horizontal(*(found.is_given for found in read.values()), ignore_nulls=True) if read else None
    expected = any_of(["ja", "nee"]) + ", bij elke keuze (of bij geen enkele, als je het niet weet)"
    for name, found in read.items():
        shown = _as_text(there[name], schema[there[name]])
        yield Reading(column_of(columns[name]), name, found.steps, found.typed, given, shown, expected)


def reading_of_date(name: str, column: str, dtype: nw.dtypes.DType, contents: Contents | None = None) -> Reading:
    """Return how a column of reference dates is read; every row must have one."""
    found = Source(column, dtype, contents).read_date(may_be_never=False)
    typed, shown = found.typed.cast(nw.Int32()), _as_text(column, dtype)
    return Reading(REFERENCE, name, found.steps, typed, nw.lit(value=True), shown, DATES)


def is_no_name(text: nw.Expr) -> nw.Expr:
    """Say whether a text that is there is no name: ``name_problem``, for a column."""
    return text.str.contains(UNFIT) | (text.str.len_chars() > LONGEST)


def reading_of_name(name: str, column: str, dtype: nw.dtypes.DType) -> Reading:
    """Return how a column of names is read; every row has one, and it may not spoil what it stands in."""
    text = _as_text(column, dtype)
    shown = nw.when(text.str.strip_chars(BLANK) != "").then(text)
    return Reading("__name", name, (), nw.when(~is_no_name(text)).then(shown), nw.lit(value=True), shown, NAME_LIKE)


def _as_text(column: str, dtype: nw.dtypes.DType) -> nw.Expr:
    """Return what stands in a column as text; of what has no text, its type."""
    filled = nw.col(column)
    return filled.cast(nw.String()) if has_text(dtype) else nw.when(~filled.is_null()).then(nw.lit(str(dtype)))


def expected_in_table(fact: FactType, reference_date: datetime.date | None) -> str:
    """Say in Dutch which answers a column takes."""
    match fact.kind:
        case Kind.YES_NO:
            return any_of(["ja", "nee", UNKNOWN])
        case Kind.DATE:
            last = f" {reference_date.isoformat()}" if reference_date else ""
            return DATES + f", niet na de peildatum{last}" * fact.is_past + f", of {NEVER}" * fact.may_be_never
        case Kind.CHOICE:
            return any_of([*_options_in_words(fact), UNKNOWN])
        case Kind.CHOICES:
            words = _options_in_words(fact)
            return f"een of meer van {', '.join(words)} met {SEPARATOR} ertussen, {NONE_CHOSEN} of {UNKNOWN}"
        case _:
            return str(expected_of(fact))  # a column holds plain texts


def _options_in_words(fact: FactType) -> list[str]:
    labels = {option: texts.label for option, texts in fact.texts[DUTCH].options.items()}
    return [option if labels[option] == option else f"{option} ({labels[option]})" for option in fact.options]
