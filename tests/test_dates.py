"""Dates as people write them: read where they mean one day, refused with every reading where they mean more."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerkadvies.dates import (
    EARLIEST,
    LATEST,
    MONTH_NUMBERS,
    days_meant,
    hint_of,
    read_date,
    read_day,
)
from samenwerkadvies.errors import Location, Problem, Text, quoted
from samenwerkadvies.wording.dates import in_words
from samenwerkadvies.wording.words import LANGUAGES

DAY = datetime.date(2026, 3, 1)


def no_day(value: object, reason: str, hint: str = "", code: str = "FEIT02") -> Problem:
    expected = "een datum zoals 2026-03-01"
    return Problem(code=code, message=f"{quoted(value)} {reason}", expected=expected, hint=hint)


@pytest.mark.parametrize("value", [DAY, "2026-03-01", Text("2026-03-01", Location("f", 1, 1))])
def test_dates_and_iso_texts_are_dates(value: object) -> None:
    assert read_date(value) == read_day(value, is_written=False) == DAY


@pytest.mark.parametrize("value", [None, "", 1, "2026-13-01", datetime.datetime(2026, 3, 1)])  # noqa: DTZ001 - a moment is no date
def test_anything_else_is_no_date(value: object) -> None:
    assert read_date(value) is None
    assert read_day(value) == read_day(value, is_written=False) == no_day(value, "is geen datum")


@pytest.mark.parametrize(
    "text",
    [
        *("2026-03-01", "2026-3-1", "2026/03/01", "2026.03.01"),
        *("1-3-2026", "01-03-2026", "1.3.2026", "1 - 3 - 2026", "1. 3. 2026"),
        *("1 maart 2026", "1 Maart 2026", " 1\u00a0maart  2026 ", "1 mrt 2026", "1 mrt. 2026", "1-mrt-2026"),
        *("1 March 2026", "March 1, 2026", "march 1 2026", "1-Mar-2026"),
    ],
)
def test_a_date_that_means_one_day_is_read(text: str) -> None:
    assert read_day(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/12/2025", "2025-12-31"),
        ("12/31/2025", "2025-12-31"),
        ("3/3/2026", "2026-03-03"),
        ("29-2-2024", "2024-02-29"),
        ("1 sept. 2026", "2026-09-01"),
        ("1 okt 2026", "2026-10-01"),
        ("1 oct 2026", "2026-10-01"),
        ("2 febr. 2026", "2026-02-02"),
    ],
)
def test_with_slashes_a_date_is_read_where_only_one_day_fits(text: str, day: str) -> None:
    assert read_day(text) == datetime.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("03/04/2025", "2025-04-03 of 2025-03-04"),
        ("3 / 4 / 2025", "2025-04-03 of 2025-03-04"),
        ("31/12/25", "2025-12-31 of 2031-12-25"),
        ("3/4/25", "2025-04-03 of 2025-03-04"),
        ("3-4-25", "2025-04-03 of 1925-04-03"),
        ("31 dec '25", "2025-12-31 of 1925-12-31"),
        ("1 januari 26", "2026-01-01 of 1926-01-01"),
    ],
)
def test_a_date_that_can_mean_two_days_is_refused_with_both(text: str, readings: str) -> None:
    assert read_day(text) == no_day(text, "kan twee dagen betekenen", readings)
    assert read_day(text, is_written=False) == no_day(text, "is geen datum", readings)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "30-2-2025",
            "29-2-2025",
            "2/30/2025",
            "31 februari 2026",
            "0-1-2026",
            "32-1-2026",
            "1-13-2026",
            "13/13/2026",
        ),
        *("20260301", "2026", "maart 2026", "2026-03", "1 maart", "46000", "1-3/2026", "1 3 2026", "0000-01-01"),
        *("٢٠٢٦-٠٣-٠١", "2026-03-01T10:00:00", "-1-3-2026", "1-3-2026-", "1--3-2026", "x" * 100_000, "nooit"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert read_day(text) == no_day(text, "is geen datum")


def test_a_month_with_a_slip_gets_a_suggestion() -> None:
    assert read_day("1 maarrt 2026") == no_day("1 maarrt 2026", "is geen datum", "maart")
    assert hint_of("31 feebruari 2026") == ""


@pytest.mark.parametrize("value", ["1-1-0001", "9999-12-31", "31-12-1899", "1 januari 2201", datetime.date.min])
@pytest.mark.parametrize("is_written", [True, False])
def test_days_outside_of_the_bounds_are_refused_with_the_bounds(value: object, is_written: bool) -> None:
    if is_written or not isinstance(value, str) or value.endswith("12-31"):
        reason = "valt buiten de jaren 1900 tot en met 2200"
        assert read_day(value, is_written=is_written) == no_day(value, reason, code="FEIT03")


@pytest.mark.parametrize("day", [EARLIEST, LATEST])
def test_the_bounds_themselves_are_read(day: datetime.date) -> None:
    assert read_day(day) == read_day(day.isoformat()) == day


@given(st.dates(EARLIEST, LATEST))
def test_a_date_in_words_is_read_as_itself(day: datetime.date) -> None:
    assert {read_day(in_words(day, language)) for language in LANGUAGES} == {day}
    assert read_day(f"{day.day}-{day.month}-{day.year}") == day


@given(st.integers(1, 31), st.sampled_from(sorted(MONTH_NUMBERS)), st.integers(1, 9999), st.sampled_from("-/. "))
def test_every_reading_of_a_text_is_a_day_that_exists(day: int, month: str, year: int, sign: str) -> None:
    for found in days_meant(f"{day}{sign}{month}{sign}{year}"):
        assert {found.day, found.month} & {day, MONTH_NUMBERS[month], year}
