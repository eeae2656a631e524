"""Dates as people say them."""

from __future__ import annotations

import datetime

from samenwerkadvies.wording.words import words_in


def in_words(date: datetime.date, language: str) -> str:
    """Return a date in words, such as 1 juni 2026.

    >>> in_words(datetime.date(2026, 6, 1), "nl")
    '1 juni 2026'
    """
    return f"{date.day} {words_in(language).months[date.month - 1]} {date.year}"
