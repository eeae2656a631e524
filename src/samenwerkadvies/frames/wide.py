"""A wide table (one row for each partnership), checked: its rows with typed answers, and those set aside."""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Sequence

from samenwerkadvies.answers import what_to_write
from samenwerkadvies.engines.columns import REFERENCE, AnyFrame, added, column_of, mapped, nw
from samenwerkadvies.errors import InvalidFactsError
from samenwerkadvies.frames.cells import TYPES, Source, contents_of
from samenwerkadvies.frames.checking import (
    DATE_COLUMN,
    DATE_EXPECTED,
    METADATA_EXPECTED,
    MOST_HINTED,
    NAME_EXPECTED,
    ROW,
    Checked,
    column_missing,
    reason_of,
)
from samenwerkadvies.frames.chosen import is_of_several, parts_of_question, typed_parts
from samenwerkadvies.frames.kinds import collected, is_ordered, made_like, numbered, opened
from samenwerkadvies.frames.reading import (
    Reading,
    one_date,
    reading_of_date,
    reading_of_name,
    readings,
    reference_of,
    unknown_columns,
    wrong_option_columns,
)
from samenwerkadvies.vocabulary import Vocabulary

_GIVEN, _BAD = "__given", "__bad"


class CheckedWide(Checked):
    """The rows of a wide table with what was read of them."""

    def __init__(
        self,
        native: object,
        vocabulary: Vocabulary,
        reference_date: datetime.date | str,
        partnership: str,
        metadata: Sequence[str],
    ) -> None:
        """Look at the columns of a frame.

        Raises:
            InvalidFactsError: with every column that is not known or is missing.
            UsageError: when it is no frame, or the reference date is neither a date nor a column.
        """
        found = opened(native)
        frame, self.safe, self.closed = found.frame, found.names, found.closed
        self.partnership = partnership
        self.metadata = tuple(dict.fromkeys(metadata))
        self.reference_date = one_date(reference_date)
        date_column = str(reference_date) if self.reference_date is None else None
        dates = [] if date_column is None else [date_column]
        own = [partnership, *self.metadata, *dates]
        self._check_columns(own, date_column, vocabulary)
        schema = frame.collect_schema()
        contents = contents_of(frame)
        dated = None
        if date_column is not None:
            column = self.safe[date_column]
            dated = reading_of_date(date_column, column, schema[column], contents)
        reference = reference_of(dated, self.reference_date)
        answered = readings(schema, vocabulary, self.safe, reference, contents)
        self._readings = (*([dated] if dated else []), *answered)
        name = self.safe[partnership]
        if Source(name, schema[name]).is_text:
            self._readings = (reading_of_name(partnership, name, schema[name]), *self._readings)
        self.may_be_wrong = bool(self._checkable)
        self.has_rows = is_ordered(frame)
        self.vocabulary = vocabulary
        self._frame = numbered(frame, ROW) if self.has_rows else frame

    def _check_columns(self, own: list[str], date_column: str | None, vocabulary: Vocabulary) -> None:
        problems = list(unknown_columns(list(self.safe), vocabulary, [*own, DATE_COLUMN]))
        expected = {self.partnership: NAME_EXPECTED, date_column: DATE_EXPECTED}
        problems += wrong_option_columns(self.safe.keys(), vocabulary)
        problems += [
            column_missing(name, expected.get(name, METADATA_EXPECTED)) for name in own if name not in self.safe
        ]
        if problems:
            raise InvalidFactsError(problems)

    @functools.cached_property
    def _checked(self) -> AnyFrame:
        """The frame, with typed answers and with what does not fit."""
        readings = [reading.typed.alias(reading.into) for reading in self._readings]
        given = [reading.given.alias(f"{_GIVEN}{i}") for i, reading in self._checkable if reading.given is not None]
        bad = [
            (nw.col(f"{_GIVEN}{i}") & nw.col(reading.into).is_null()).alias(f"{_BAD}{i}")
            for i, reading in self._checkable
        ]
        frame = self._frame
        for step in itertools.zip_longest(*(reading.steps for reading in self._readings), fillvalue={}):
            frame = added(frame, (found.alias(name) for each in step for name, found in each.items()))
        frame = added(frame, [*readings, *given])
        if not bad:
            return frame.with_columns(nw.lit(value=False).alias(_BAD))
        each = [nw.col(f"{_BAD}{i}") for i, _ in self._checkable]
        return frame.with_columns(*bad).with_columns(nw.any_horizontal(*each, ignore_nulls=False).alias(_BAD))

    @property
    def _checkable(self) -> list[tuple[int, Reading]]:
        return [(i, reading) for i, reading in enumerate(self._readings) if reading.given is not None]

    def count_bad(self) -> int:
        """Return how many values do not fit; this reads the whole frame."""
        if not self.may_be_wrong:
            return 0
        sums = [nw.col(f"{_BAD}{i}").cast(nw.Int64()).sum().alias(f"{_BAD}{i}") for i, _ in self._checkable]
        count = sum(found or 0 for found in collected(self._checked.select(*sums)).row(0))
        self.may_be_wrong = bool(count)
        return count

    @functools.cached_property
    def bad_values(self) -> AnyFrame:
        """Every value that does not fit, with the number of its row (from 1) where rows have an order."""
        if not self._checkable:  # there must be something to turn into rows
            return self._no_bad_values()
        identity = [(nw.col(ROW) + 1).alias("row")] if self.has_rows else []
        names = {f"{_BAD}{i}": reading for i, reading in self._checkable}
        values = [
            nw.when(nw.col(name)).then(nw.coalesce(reading.shown, nw.lit(""))).alias(name)
            for name, reading in names.items()
        ]
        found = self._checked.filter(nw.col(_BAD)).select(*identity, self._name(), *values)
        index = [*(["row"] if self.has_rows else []), "partnership"]
        found = found.unpivot(list(names), index=index, variable_name="column", value_name="value")
        expected = mapped(nw.col("column"), {name: reading.expected for name, reading in names.items()})
        column = mapped(nw.col("column"), {name: reading.column for name, reading in names.items()})
        found = found.filter(~nw.col("value").is_null())
        found = found.select(*index, column.alias("column"), "value", expected.alias("expected"))
        return found.sort("row", "column") if self.has_rows else found

    def _no_bad_values(self) -> AnyFrame:
        names = ("partnership", "column", "value", "expected")
        schema = {**({"row": nw.Int64()} if self.has_rows else {}), **dict.fromkeys(names, nw.String())}
        return made_like(self._frame, {name: [] for name in schema}, schema)

    def _name(self) -> nw.Expr:
        return nw.col(self.safe[self.partnership]).alias("partnership")

    @functools.cached_property
    def set_aside(self) -> AnyFrame:
        """The rows with a value that does not fit, as they were, with the reasons."""
        reasons = [
            nw.when(nw.col(f"{_BAD}{i}")).then(
                reason_of(
                    nw.lit(reading.column),
                    nw.coalesce(reading.shown, nw.lit("")),
                    nw.lit(reading.expected),
                    nw.coalesce(mapped(reading.shown, self._hints.get(i, {})), nw.lit("")),
                )
            )
            for i, reading in self._checkable
        ]
        joined = nw.concat_str(*reasons, separator="; ", ignore_nulls=True) if reasons else nw.lit("")
        original = [nw.col(column).alias(name) for name, column in self.safe.items()]
        return self._in_order(self._checked.filter(nw.col(_BAD))).select(*original, joined.alias("reasons"))

    @functools.cached_property
    def _hints(self) -> dict[int, dict[str, str]]:
        """What to write instead of values that do not fit, by column; only of a frame in memory."""
        if not isinstance(self._checked, nw.DataFrame):
            return {}
        bad, found = self._checked.filter(nw.col(_BAD)).head(MOST_HINTED), {}
        for i, reading in self._checkable:
            if reading.fact:
                values = bad.filter(nw.col(f"{_BAD}{i}")).select(reading.shown.alias("value"))["value"]
                found[i] = {value: what_to_write(reading.fact, value) for value in values.unique().to_list() if value}
        return found

    def _in_order(self, frame: AnyFrame) -> AnyFrame:
        return frame.sort(ROW) if self.has_rows else frame

    @functools.cached_property
    def answers(self) -> AnyFrame:
        """The rows in which every value fits: partnership, metadata, and the typed answers."""
        vocabulary = self.vocabulary
        found = {reading.into for reading in self._readings}
        together = [slot for slot in vocabulary.slots if is_of_several(vocabulary, slot) and column_of(slot) in found]
        parts = [part for slot in together for part in typed_parts(vocabulary, slot)]
        found |= {column_of(part) for slot in together for part in parts_of_question(vocabulary, slot)}
        apart = [part for part in vocabulary.part_slots if vocabulary.questions[part] not in together]
        typed = sorted(found.intersection([REFERENCE, *map(column_of, apart)]))
        kept = [nw.col(self.safe[name]).alias(name) for name in self.metadata]
        missing = [
            nw.lit(None, dtype=TYPES[vocabulary.parts[slot[0]].kind]).alias(column_of(slot))
            for slot in vocabulary.part_slots
            if column_of(slot) not in found
        ]
        frame = self._checked.filter(~nw.col(_BAD)) if self.may_be_wrong else self._checked
        own = [nw.col(ROW)] if self.has_rows else []
        return frame.select(*own, self._name(), *kept, *map(nw.col, typed), *parts, *missing)
