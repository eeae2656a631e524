"""A long table of answers (one row for each partnership, party, respondent and fact), checked and put together."""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence

import attrs

from samenwerkadvies.answers import what_to_write
from samenwerkadvies.bilingual import all_of, any_of
from samenwerkadvies.dates import BLANK
from samenwerkadvies.engines.columns import REFERENCE, AnyFrame, added, mapped, nw
from samenwerkadvies.errors import InvalidFactsError, Problem, nearest, quoted
from samenwerkadvies.frames.cells import Source, has_text
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
from samenwerkadvies.frames.kinds import collected, is_ordered, numbered, opened_with_windows
from samenwerkadvies.frames.organisations import organisation_reasons, parties_of, with_organisations
from samenwerkadvies.frames.places import OF_ONE
from samenwerkadvies.frames.reading import (
    DATES,
    column_names,
    expected_in_table,
    is_no_name,
    one_date,
    reading_of_date,
    reference_of,
)
from samenwerkadvies.frames.together import one_row_each
from samenwerkadvies.names import NAME_LIKE
from samenwerkadvies.remarks import LONGEST
from samenwerkadvies.signs import NOWHERE
from samenwerkadvies.vocabulary import TOGETHER, FactType, Vocabulary

_SEPARATOR = "\n"
_NOTHING: Mapping[str, nw.Expr] = {}


@attrs.frozen
class LongColumns:
    """The names of the columns of a long table; party, organisation, respondent and remark may be absent."""

    partnership: str = "naam"
    party: str = "partij"
    organisation: str = "organisatie"
    """Which organisation answers, where several of the party may take part; one without answers is there as well."""
    respondent: str = "respondent"
    fact: str = "feit"
    answer: str = "antwoord"
    remark: str = "toelichting"
    """What is written beside the answer: kept and shown, and never used by rules."""


class CheckedLong(Checked):
    """The rows of a long table with what was read of them; nothing is computed before it is asked for."""

    def __init__(
        self,
        native: object,
        vocabulary: Vocabulary,
        reference_date: datetime.date | str,
        columns: LongColumns,
        metadata: Sequence[str],
    ) -> None:
        """Look at the columns of a frame.

        Raises:
            InvalidFactsError: with every column that is not known or is missing.
            UsageError: when it is no frame.
        """
        found = opened_with_windows(native)
        self.safe, self.closed = found.names, found.closed
        self.vocabulary, self._columns = vocabulary, columns
        self.metadata = tuple(dict.fromkeys(metadata))
        self.reference_date = one_date(reference_date)
        self._date_column = str(reference_date) if self.reference_date is None else None
        self._schema = found.frame.collect_schema()
        self._check_columns()
        self.has_rows = is_ordered(found.frame)
        self._frame = numbered(found.frame, ROW) if self.has_rows else found.frame
        self._questions = {name: vocabulary.facts[slot[0]] for name, slot in column_names(vocabulary).items()}
        self._has_organisations = columns.organisation in self.safe
        self._perceptions = [name for name, fact in self._questions.items() if fact.is_perception]

    def _check_columns(self) -> None:
        own = attrs.astuple(self._columns)
        date = [] if self._date_column is None else [self._date_column]
        known = [*own, *self.metadata, *date]
        expected = f"alleen {all_of(own)}, de peildatum en metadata"
        problems = [
            Problem(
                code="TABEL01", message=f"onbekende kolom {quoted(name)}", expected=expected, hint=nearest(name, known)
            )
            for name in self.safe
            if name not in [*known, DATE_COLUMN]
        ]
        needed = {
            self._columns.partnership: NAME_EXPECTED,
            self._columns.fact: "een kolom met de namen van feiten",
            self._columns.answer: "een kolom met de antwoorden",
            **dict.fromkeys(self.metadata, METADATA_EXPECTED),
            **dict.fromkeys(date, DATE_EXPECTED),
        }
        problems += [column_missing(name, said) for name, said in needed.items() if name not in self.safe]
        problems += [
            Problem(
                code="TABEL02",
                message=f"in kolom {quoted(name)} staat geen tekst",
                expected="een kolom met tekst of getallen",
            )
            for name in (*own, *self.metadata)
            if name in self.safe and not has_text(self._schema[self.safe[name]])
        ]
        if problems:
            raise InvalidFactsError(problems)

    def _text(self, name: str) -> nw.Expr:
        """Return a column as text, empty where nothing stands or where there is no such column."""
        if name not in self.safe:
            return nw.lit("")
        return nw.coalesce(nw.col(self.safe[name]).cast(nw.String()), nw.lit("")).str.strip_chars(BLANK)

    @functools.cached_property
    def _checked(self) -> AnyFrame:
        """The rows with the question that they answer, the level of the answer, and the reason when it does not fit."""
        columns = self._columns
        key = nw.concat_str(self._text(columns.fact), nw.lit(_SEPARATOR), self._text(columns.party).str.to_lowercase())
        frame = self._frame.with_columns(
            mapped(key, dict(self._keys())).alias("__question"),
            self._text(columns.partnership).alias("__name"),
            self._text(columns.answer).alias("__answer"),
        )
        is_of_one = ~mapped(nw.col("__question"), dict.fromkeys(self._perceptions, 1), nw.Int64).is_null()
        who = nw.when(is_of_one).then(self._text(columns.respondent)).otherwise(nw.lit(""))
        frame = frame.with_columns(nw.lit("").alias("__organisation"))
        if self._has_organisations:
            frame = with_organisations(frame, self._text(columns.organisation), self.vocabulary)
        frame = self._with_levels(frame.with_columns(is_of_one.alias("__of_one"), who.alias("__who")))
        question = ("__who", *OF_ONE)
        frame = frame.with_columns(
            nw.col("__given").sum().over(*question).alias("__same"),
            (nw.col("__level").min().over(*question) < nw.col("__level").max().over(*question)).alias("__differs"),
        )
        if self._date_column is not None:
            frame = frame.with_columns(
                (nw.col(REFERENCE).min().over("__name") == nw.col(REFERENCE).max().over("__name")).alias("__one_date")
            )
        found = [nw.when(is_so).then(nw.lit(place)) for place, (is_so, _, _, _) in enumerate(self._reasons)]
        frame = frame.with_columns(nw.coalesce(*found, nw.lit(len(found))).alias("__reason"))
        is_bad = nw.col("__reason") < len(found)
        frame = frame.with_columns(is_bad.alias("__bad"), is_bad.cast(nw.Int8()).alias("__is_bad"))
        return frame.with_columns((nw.col("__is_bad").max().over("__name") > 0).alias("__any_bad"))

    def _keys(self) -> Iterator[tuple[str, str]]:
        """Yield what may stand in the columns of fact and party, with the question."""
        for name, (fact, party) in column_names(self.vocabulary).items():
            asked_of = self.vocabulary.facts[fact].asked_of
            words = (word for word, meant in self.vocabulary.party_words.items() if meant == (party or asked_of))
            for each in words if party else ("", TOGETHER, *words):
                yield f"{fact}{_SEPARATOR}{each}", name

    def _with_levels(self, frame: AnyFrame) -> AnyFrame:
        """Read all answers: the questions that take the same answers together."""
        groups: dict[object, list[str]] = {}
        for name, fact in self._questions.items():
            labels = tuple((option.label) for texts in fact.texts.values() for option in texts.options.values())
            alike = (fact.kind, fact.maximum, fact.decimals, fact.may_be_never, fact.is_past, fact.options, labels)
            groups.setdefault(alike, []).append(name)
        source = Source("__answer", nw.String())
        readings = [source.read(self._questions[names[0]]) for names in groups.values()]
        given = next(answer.given for answer in readings if answer.given is not None)
        date = reading_of_date(*self._date, self._schema[self._date[1]]) if self._date_column is not None else None
        reference = reference_of(date, self.reference_date)
        every = [*(answer.steps for answer in readings), *([date.steps] if date else [])]
        for step in itertools.zip_longest(*every, fillvalue=_NOTHING):
            columns = {name: found for steps in step for name, found in steps.items()}  # most read the text alike
            frame = added(frame, (found.alias(name) for name, found in columns.items()))
        places = {name: place for place, names in enumerate(groups.values()) for name in names}
        frame = frame.with_columns(mapped(nw.col("__question"), places, nw.Int64).alias("__group"))
        is_past = [self._questions[names[0]].is_past for names in groups.values()]
        levels = [
            nw.when(nw.col("__group") == place).then((reference.until(typed) if past else typed).cast(nw.Int64()))
            for place, (typed, past) in enumerate(zip((answer.typed for answer in readings), is_past, strict=True))
        ]
        return frame.with_columns(
            nw.coalesce(*levels, nw.lit(None, dtype=nw.Int64())).alias("__level"),
            given.cast(nw.Int64()).alias("__given"),
            *([date.typed.alias(REFERENCE), date.shown.alias("__date")] if date else []),
        )

    @property
    def _date(self) -> tuple[str, str]:
        name = str(self._date_column)
        return name, self.safe[name]

    @functools.cached_property
    def _reasons(self) -> list[tuple[nw.Expr, nw.Expr, nw.Expr, nw.Expr]]:
        """Why a row may not fit: when it is so, the column, what stands there, and what is expected."""
        columns = self._columns
        fact, question = self._text(columns.fact), nw.col("__question")
        is_fact = ~mapped(fact, dict.fromkeys(self.vocabulary.facts, 1), nw.Int64).is_null()
        parties = {fact.id: _parties_of(fact) for fact in self.vocabulary.facts.values()}
        expected = {name: expected_in_table(fact, self.reference_date) for name, fact in self._questions.items()}
        name, is_given = nw.lit(columns.partnership), nw.col("__given") == 1
        reasons = [
            (nw.col("__name") == "", name, nw.lit(""), nw.lit("de naam van de samenwerking")),
            (is_no_name(nw.col("__name")), name, nw.col("__name"), nw.lit(NAME_LIKE)),
            (~is_fact, nw.lit(columns.fact), fact, nw.lit("de naam van een feit")),
            (question.is_null(), nw.lit(columns.party), self._text(columns.party), mapped(fact, parties)),
            (
                is_given & nw.col("__of_one") & (nw.col("__same") > 1),
                question,
                nw.col("__answer"),
                nw.lit(f"van ieder mens één antwoord; per mens een andere {columns.respondent}"),
            ),
            (
                is_given & ~nw.col("__of_one") & nw.col("__differs"),
                question,
                nw.col("__answer"),
                nw.lit("van iedereen hetzelfde antwoord op deze vraag, of niets"),
            ),
            (
                is_given & nw.col("__level").is_null(),
                question,
                nw.col("__answer"),
                mapped(question, expected),
            ),
        ]
        if self._has_organisations:
            reasons += organisation_reasons(columns.organisation, self.vocabulary)
        if columns.remark in self.safe:
            remark = self._text(columns.remark)
            is_unfit = remark.str.contains(f"[{NOWHERE}]") | (remark.str.len_chars() > LONGEST)
            expected_remark = nw.lit(f"een tekst van hoogstens {LONGEST} tekens, zonder stuurtekens")
            reasons.append((is_unfit, nw.lit(columns.remark), remark, expected_remark))
        if self._date_column is not None:
            date = nw.lit(self._date_column)
            shown = nw.coalesce(nw.col("__date"), nw.lit(""))
            one = nw.lit("in elke rij van een samenwerking dezelfde datum")
            reasons += [
                (nw.col(REFERENCE).is_null(), date, shown, nw.lit(DATES)),
                (~nw.col("__one_date"), date, shown, one),
            ]
        return reasons

    def _of_reason(self, part: int) -> nw.Expr:
        found = [nw.when(nw.col("__reason") == place).then(reason[part]) for place, reason in enumerate(self._reasons)]
        return nw.coalesce(*found)

    def count_bad(self) -> int:
        """Return how many rows do not fit; this reads the whole frame."""
        return int(collected(self._checked.select(nw.col("__is_bad").cast(nw.Int64()).sum())).item() or 0)

    @functools.cached_property
    def bad_values(self) -> AnyFrame:
        """Every row that does not fit, with its number (from 1) where rows have an order."""
        identity = [(nw.col(ROW) + 1).alias("row")] if self.has_rows else []
        names = (nw.col("__name").alias("partnership"), self._of_reason(1).alias("column"))
        rest = (self._of_reason(2).alias("value"), self._of_reason(3).alias("expected"))
        found = self._checked.filter(nw.col("__bad")).select(*identity, *names, *rest)
        return found.sort("row") if self.has_rows else found

    @functools.cached_property
    def set_aside(self) -> AnyFrame:
        """The rows of every partnership with a row that does not fit, as they were, with the reasons."""
        hint = nw.coalesce(mapped(self._asked_and_said, self._hints), nw.lit(""))
        reason = reason_of(self._of_reason(1), self._of_reason(2), self._of_reason(3), hint)
        original = [nw.col(column).alias(name) for name, column in self.safe.items()]
        frame = self._checked.filter(nw.col("__any_bad"))
        frame = frame.sort(ROW) if self.has_rows else frame
        return frame.select(*original, nw.when(nw.col("__bad")).then(reason).otherwise(nw.lit("")).alias("reasons"))

    @functools.cached_property
    def remarks(self) -> AnyFrame | None:
        """The rows that fit and have a remark: partnership, metadata, fact, party and remark."""
        if self._columns.remark not in self.safe:
            return None
        slots = column_names(self.vocabulary)
        frame = self._checked.filter(~nw.col("__any_bad") & (self._text(self._columns.remark) != ""))
        frame = frame.sort(ROW) if self.has_rows else frame
        return frame.select(
            nw.col("__name").alias("partnership"),
            *(nw.col(self.safe[name]).alias(name) for name in self.metadata),
            mapped(nw.col("__question"), {name: fact for name, (fact, _) in slots.items()}).alias("fact"),
            mapped(nw.col("__question"), {name: party for name, (_, party) in slots.items() if party}).alias("party"),
            self._written.alias("remark"),
        )

    @property
    def _written(self) -> nw.Expr:
        """What was written beside an answer, with the name of the organisation where there are several."""
        remark, organisation = self._text(self._columns.remark), nw.col("__organisation")
        named = nw.concat_str(organisation, nw.lit(": "), remark)
        return nw.when(organisation == "").then(remark).otherwise(named)

    @property
    def _asked_and_said(self) -> nw.Expr:
        return nw.concat_str(nw.col("__question"), nw.lit(_SEPARATOR), nw.col("__answer"))

    @functools.cached_property
    def _hints(self) -> dict[str, str]:
        """What to write instead of answers that do not fit, by question and answer; only of a frame in memory."""
        if not isinstance(self._checked, nw.DataFrame):
            return {}
        is_misread = nw.col("__bad") & nw.col("__level").is_null() & ~nw.col("__question").is_null()
        rows = self._checked.filter(is_misread).head(MOST_HINTED).select("__question", "__answer").rows()
        return {
            f"{question}{_SEPARATOR}{said}": what_to_write(self._questions[question], said) for question, said in rows
        }

    @functools.cached_property
    def answers(self) -> AnyFrame:
        """The partnerships in which every row fits: name, metadata, and the one answer that counts of each party."""
        rows = self._checked.filter(~nw.col("__any_bad"))
        kept = {name: self.safe[name] for name in self.metadata} | ({ROW: ROW} if self.has_rows else {})
        dates = () if self._date_column is None else (REFERENCE,)
        several = parties_of(self.vocabulary, are_several=True) if self._has_organisations else ()
        return one_row_each(rows, self.vocabulary, kept, dates, several)


def _parties_of(fact: FactType) -> str:
    """Say in Dutch which parties may stand beside a fact."""
    if fact.is_perception:
        return any_of([str(party) for party in fact.parties])
    return f"{fact.asked_of} of niets" if fact.asked_of else f"{TOGETHER} of niets"
