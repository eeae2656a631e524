"""Calendar months between days, also beyond the years of Python's calendar."""

from __future__ import annotations

import calendar
import datetime

Day = tuple[int, int]
"""A day that may lie beyond the years of Python's calendar: months since year 0, day of the month."""


_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def add_months(date: datetime.date, months: int) -> Day:
    """Return the day so many calendar months later, clamped to the end of its month.

    >>> add_months(datetime.date(2026, 1, 31), 1) == add_months(datetime.date(2026, 2, 28), 0)
    True
    """
    index = date.year * 12 + date.month - 1 + months
    year, month = divmod(index, 12)
    days = 29 if month == 1 and calendar.isleap(year) else _DAYS[month]
    return index, min(date.day, days)
