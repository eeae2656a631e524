"""Days in a long frame in memory are looked up, and say what they say when each is read by itself."""

import datetime
from typing import Any

import polars as pl
import pytest
from making import KINDS, rows_of

from samenwerkadvies import load_ruleset
from samenwerkadvies.engines.columns import day_number, nw
from samenwerkadvies.frames import FrameAssessment, assess_frame, cells
from samenwerkadvies.vocabulary import Kind

DATE = datetime.date(2026, 1, 31)
ROWS = 40
SHIPPED = load_ruleset()
ASKED = [fact for fact in SHIPPED.vocabulary.facts.values() if fact.kind is Kind.DATE]


def days(last: datetime.date, *others: object) -> list[object]:
    """Return a day for each row, the last of them last, every seventh unknown; others stand first."""
    found = [last - datetime.timedelta(days=ROWS - 1 - row) if (ROWS - row) % 7 else None for row in range(ROWS)]
    return [*others, *found[len(others) :]]


def frame_of(stated: list[object]) -> pl.DataFrame:
    names = [f"samenwerking {row}" for row in range(ROWS)]
    return pl.DataFrame({"naam": names, **{fact.id: pl.Series(stated, dtype=pl.Date) for fact in ASKED}})


def read(frame: Any, monkeypatch: pytest.MonkeyPatch, *, at_once: bool) -> FrameAssessment:
    monkeypatch.setattr(cells, "_LONG", 0 if at_once else 10 * ROWS)
    return assess_frame(frame, SHIPPED, DATE, on_error="set_aside")


def told(result: FrameAssessment) -> list[Any]:
    return [rows_of(found) for found in (result.outcomes, result.bad_values, result.set_aside)]


@pytest.mark.parametrize("kind", ["polars", "pandas-arrow", "pyarrow"])
@pytest.mark.parametrize(
    "stated",
    [
        days(DATE),
        days(datetime.date(1970, 1, 15)),
        days(DATE + datetime.timedelta(days=5)),
        days(DATE, datetime.date(1899, 12, 31)),
        days(DATE, datetime.date(1900, 1, 1)),
        [None] * ROWS,
    ],
    ids=["until the reference date", "before 1970", "after it too", "out of bounds", "far apart", "unknown"],
)
def test_days_say_the_same_looked_up_and_one_by_one(
    kind: str, stated: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = KINDS[kind](frame_of(stated).to_arrow())
    at_once = told(read(frame, monkeypatch, at_once=True))
    assert at_once == told(read(frame, monkeypatch, at_once=False))


def test_a_day_that_python_does_not_know_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = frame_of(days(DATE)).with_columns(pl.lit(3_000_000).cast(pl.Date).alias(ASKED[0].id))
    result = read(frame, monkeypatch, at_once=True)
    assert (len(result.outcomes), len(result.set_aside)) == (0, ROWS)


def test_days_are_looked_up_only_where_that_gains() -> None:
    dense, sparse = (
        cells.Contents(nw.from_native(frame_of(found))) for found in (days(DATE), days(DATE, DATE.replace(year=1990)))
    )
    numbers = dense.day_numbers(ASKED[0].id)
    assert numbers is not None
    assert numbers.to_list()[-1] == day_number(DATE)
    assert sparse.day_numbers(ASKED[0].id) is None
