"""Read the answers in a frame: each column checked and made typed at once, every value that does not fit found.

What a cell may say is what a case file may say, and what spreadsheets and databases make of that: WAAR for ja, 3.0 or
3,0 for 3, a date as a date or as 31-12-2025, an option by its name or by its label.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

import attrs

from samenwerkadvies.engines.columns import NEVER_CAME, day_number_of, last_day, mapped, nw
from samenwerkadvies.errors import Problem, listed, nearest, quoted
from samenwerkadvies.partnership import Slot, column_name, never_column
from samenwerkadvies.vocabulary import NEVER, PARTIES, SCALE, UNKNOWN, FactType, Kind, Vocabulary, expected_of

TYPES: Mapping[Kind, nw.dtypes.DType] = {
    Kind.YES_NO: nw.Boolean(),
    Kind.COUNT: nw.Int64(),
    Kind.SCALE: nw.Int8(),
    Kind.CHOICE: nw.Int16(),
    Kind.DATE: nw.Int32(),
}
"""How the answers of each kind stand in a column of a frame of answers."""

_YES_NO = {"ja": True, "true": True, "waar": True, "nee": False, "false": False, "onwaar": False}
_ROUND = ("", ",0", ".0", ",00", ".00")
"""How a spreadsheet ends a whole number; three zeros would be thousands to some and decimals to others."""
_NOTHING: Mapping[str, nw.Expr] = {}
_WHOLE = "^0*[0-9]{1,16}([.,]00?)?$"
_ISO = "^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T]00:00:00(.0+)?)?$"
_DUTCH = "^[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}$"
DATES = "een datum zoals 2026-03-01 of 1-3-2026"


@attrs.frozen
class Reading:
    """How one answer is read from its column."""

    slot: Slot | None
    """None for the reference date."""
    column: str
    """The name of the column, as the caller knows it."""
    steps: tuple[Mapping[str, nw.Expr], ...]
    """Columns to add first, one step after the other."""
    typed: nw.Expr
    """The answer, null where it is unknown or does not fit."""
    given: nw.Expr | None
    """Whether there is an answer at all; None where every answer that is there fits."""
    shown: nw.Expr
    """What stands there, as text."""
    expected: str


def column_names(vocabulary: Vocabulary) -> dict[str, Slot]:
    """Return every column that a frame may have, with its answer."""
    return {
        column_name((fact.id, party)): (fact.id, party) for fact in vocabulary.facts.values() for party in fact.parties
    }


def unknown_columns(columns: Sequence[str], vocabulary: Vocabulary, others: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each column that is neither an answer nor one of the others."""
    known = [*column_names(vocabulary), *others]
    known += [never_column(fact.id) for fact in vocabulary.facts.values() if fact.may_be_never]
    for column in columns:
        if column in known:
            continue
        fact = vocabulary.facts.get(column)
        if fact is not None:
            message = f"{quoted(column)} wordt aan elke partij gevraagd, en heeft een kolom per partij"
            yield Problem(
                "TABEL01", message, expected=listed([column_name((column, party)) for party in PARTIES], "en")
            )
            continue
        expected = "een kolom met de naam van een feit; andere kolommen noem je met --keep (in Python: metadata)"
        yield Problem("TABEL01", f"onbekende kolom {quoted(column)}", expected=expected, hint=nearest(column, known))


def readings(
    schema: Mapping[str, nw.dtypes.DType], vocabulary: Vocabulary, safe: Mapping[str, str]
) -> Iterator[Reading]:
    """Yield how each answer is read; ``safe`` maps the caller's names of columns to those in the frame."""
    for name, slot in column_names(vocabulary).items():
        fact = vocabulary.facts[slot[0]]
        never = safe.get(never_column(fact.id)) if fact.may_be_never else None
        shown = safe.get(name) or never
        if shown is None:
            continue
        source = Source(name, safe[name], schema[safe[name]]) if name in safe else None
        found = source.read(fact) if source else TypedAnswer(nw.lit(None, dtype=TYPES[fact.kind]), None)
        expected = expected_in_table(fact)
        if never:
            found = _with_never(found, Source(never, never, schema[never]).read_yes_no())
            expected += f", of {NEVER} in {never_column(fact.id)}"
        typed = found.typed.cast(TYPES[fact.kind])
        yield Reading(slot, name, found.steps, typed, found.given, _as_text(shown, schema[shown]), expected)


def reading_of_date(name: str, column: str, dtype: nw.dtypes.DType) -> Reading:
    """Return how a column of reference dates is read; every row must have one."""
    found = Source(name, column, dtype).read_date(may_be_never=False)
    typed, shown = found.typed.cast(nw.Int32()), _as_text(column, dtype)
    return Reading(None, name, found.steps, typed, nw.lit(value=True), shown, DATES)


def has_text(dtype: nw.dtypes.DType) -> bool:
    """Say whether what stands in a column can be shown as text."""
    return not (dtype.is_nested() or dtype in (nw.Object, nw.Binary, nw.Unknown))


def _as_text(column: str, dtype: nw.dtypes.DType) -> nw.Expr:
    """Return what stands in a column as text; of what has no text, its type."""
    return nw.col(column).cast(nw.String()) if has_text(dtype) else nw.lit(str(dtype))


def expected_in_table(fact: FactType) -> str:
    """Say in Dutch which answers a column takes."""
    match fact.kind:
        case Kind.YES_NO:
            return listed(["ja", "nee", UNKNOWN])
        case Kind.DATE:
            return DATES + f", of {NEVER}" * fact.may_be_never
        case _:
            return expected_of(fact)


@attrs.frozen
class TypedAnswer:
    """An answer as it was read, where there is one, and the columns to add first."""

    typed: nw.Expr
    given: nw.Expr | None
    steps: tuple[Mapping[str, nw.Expr], ...] = ()


@attrs.frozen
class Source:
    """A column of the caller's frame, to be read as the answers to a fact type."""

    name: str
    column: str
    dtype: nw.dtypes.DType

    @property
    def is_text(self) -> bool:
        """Whether answers stand here as text."""
        return self.dtype in (nw.String, nw.Categorical, nw.Enum)

    def read(self, fact: FactType) -> TypedAnswer:
        """Read every cell as an answer to a fact type."""
        match fact.kind:
            case Kind.YES_NO:
                return self.read_yes_no()
            case Kind.DATE:
                return self.read_date(may_be_never=fact.may_be_never)
            case Kind.CHOICE:
                places = {option: place for place, option in enumerate(fact.options)}
                labels = {
                    texts.options[option].label.lower(): place
                    for texts in fact.texts.values()
                    for option, place in places.items()
                }
                return self._read_words(labels | places, fact.kind)
            case Kind.SCALE if self.is_text:
                scores = {f"{score}{ending}": score for score in range(SCALE[0], SCALE[1] + 1) for ending in _ROUND}
                return self._read_words(scores, fact.kind)
            case Kind.COUNT if self.is_text:
                text = nw.col(self._text)
                number = nw.when(text.str.contains(_WHOLE)).then(text).str.replace_all("[.,].*", "").cast(nw.Int64())
                return self._answered(nw.when(number <= fact.maximum).then(number))
            case _:
                return self._read_number(fact)

    def read_yes_no(self) -> TypedAnswer:
        """Read every cell as yes or no."""
        return (
            TypedAnswer(nw.col(self.column), None)
            if self.dtype == nw.Boolean
            else self._read_words(_YES_NO, Kind.YES_NO)
        )

    def read_date(self, *, may_be_never: bool) -> TypedAnswer:
        """Read every cell as a day."""
        column = nw.col(self.column)
        if self.dtype == nw.Date:
            return TypedAnswer(_number_of(column), None)
        if self.dtype == nw.Datetime:
            midnight = (column.dt.hour() == 0) & (column.dt.minute() == 0) & (column.dt.second() == 0)
            return TypedAnswer(nw.when(midnight).then(_number_of(column)), ~column.is_null())
        if not self.is_text:
            return self._nothing_fits(Kind.DATE)
        text, iso, dutch = nw.col(self._text), nw.col(self._step("iso")), nw.col(self._step("dutch"))
        year, month, day = (self._step(part) for part in ("year", "month", "day"))
        shapes = {self._step("iso"): _ISO, self._step("dutch"): _DUTCH}
        parts = {
            year: nw.coalesce(iso.str.slice(0, 4), dutch.str.tail(4)),
            month: nw.coalesce(iso.str.slice(5, 2), _month(dutch)),
            day: nw.coalesce(iso.str.slice(8, 2), _day(dutch)),
        }
        found = _existing_day(*map(nw.col, parts))
        if may_be_never:
            found = nw.when(text == NEVER).then(nw.lit(NEVER_CAME)).otherwise(found)
        matched = {name: nw.when(text.str.contains(shape)).then(text) for name, shape in shapes.items()}
        return self._answered(found, matched, {name: part.cast(nw.Int32()) for name, part in parts.items()})

    @property
    def _text(self) -> str:
        return self._step("text")

    def _step(self, name: str) -> str:
        return f"__{name}__{self.column}"

    def _answered(self, typed: nw.Expr, *steps: Mapping[str, nw.Expr]) -> TypedAnswer:
        """Return what was read of texts."""
        text = nw.col(self._text)
        given = nw.when((text == "") | (text == UNKNOWN)).then(nw.lit(value=False)).otherwise(~text.is_null())
        plain = nw.col(self.column).cast(nw.String()).str.strip_chars().str.to_lowercase()
        return TypedAnswer(typed, given, ({self._text: plain}, *steps))

    def _read_words(self, words: Mapping[str, bool] | Mapping[str, int], kind: Kind) -> TypedAnswer:
        """Read texts that say one thing each, in lower case."""
        if not self.is_text:
            return self._nothing_fits(kind)
        return self._answered(mapped(nw.col(self._text), words, TYPES[kind]))

    def _read_number(self, fact: FactType) -> TypedAnswer:
        if not self.dtype.is_numeric():
            return self._nothing_fits(fact.kind)
        column = nw.col(self.column)
        low, high = fact.range
        found = column if self.dtype.is_integer() else column.cast(nw.Float64())
        fits = (found >= low) & (found <= high)
        if not self.dtype.is_integer():
            fits &= found == found.floor()
        return TypedAnswer(nw.when(fits).then(found).cast(nw.Int64()), ~column.is_null())

    def _nothing_fits(self, kind: Kind) -> TypedAnswer:
        given = None if self.dtype == nw.Unknown else ~nw.col(self.column).is_null()
        return TypedAnswer(nw.lit(None, dtype=TYPES[kind]), given)


def _number_of(column: nw.Expr) -> nw.Expr:
    return day_number_of(column.dt.year(), column.dt.month(), column.dt.day())


def _day(dutch: nw.Expr) -> nw.Expr:
    """Return the day of d-m-yyyy."""
    return nw.when(dutch.str.contains("^.-")).then(dutch.str.slice(0, 1)).otherwise(dutch.str.slice(0, 2))


def _month(dutch: nw.Expr) -> nw.Expr:
    """Return the month of d-m-yyyy."""
    return (
        nw.when(dutch.str.contains("^.-.-"))
        .then(dutch.str.slice(2, 1))
        .when(dutch.str.contains("^.-..-"))
        .then(dutch.str.slice(2, 2))
        .when(dutch.str.contains("^..-.-"))
        .then(dutch.str.slice(3, 1))
        .otherwise(dutch.str.slice(3, 2))
    )


def _existing_day(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> nw.Expr:
    """Return the day number of a year, month and day; null where there is no such day."""
    exists = (year >= 1) & (month >= 1) & (month <= 12) & (day >= 1) & (day <= last_day(year, month))  # noqa: PLR2004
    return nw.when(exists).then(day_number_of(year, month, day))


def _with_never(date: TypedAnswer, never: TypedAnswer) -> TypedAnswer:
    """Put together a date and whether it never came, where these stand in two columns that may contradict."""
    given = ~date.typed.is_null() if date.given is None else date.given
    said = ~never.typed.is_null() if never.given is None else never.given
    is_never, is_denied = _is_true(never.typed), _is_true(~never.typed)
    is_odd = said & ~is_never & ~is_denied
    typed = nw.when(is_never & ~given).then(nw.lit(NEVER_CAME)).when(~(is_never | is_odd)).then(date.typed)
    steps = tuple({**one, **other} for one, other in itertools.zip_longest(date.steps, never.steps, fillvalue=_NOTHING))
    return TypedAnswer(typed, given | is_never | is_odd, steps)


def _is_true(column: nw.Expr) -> nw.Expr:
    return nw.when(column).then(nw.lit(value=True)).otherwise(nw.lit(value=False))
