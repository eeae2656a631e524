"""Dates as people say them."""

from __future__ import annotations

import datetime

from samenwerkadvies.in_force import NotInForce
from samenwerkadvies.validity import Validity
from samenwerkadvies.wording.words import words_in


def in_words(date: datetime.date, language: str) -> str:
    """Return a date in words, such as 1 juni 2026.

    >>> in_words(datetime.date(2026, 6, 1), "nl")
    '1 juni 2026'
    """
    return f"{date.day} {words_in(language).months[date.month - 1]} {date.year}"


def validity_in_words(validity: Validity, language: str) -> str:
    """Return on which days a rule counts, as a sentence without a full stop; the last day that is told is included."""
    since, last = validity.since, validity.last_day
    words = words_in(language).rule
    if since and last:
        return words["counts within"].format(in_words(since, language), in_words(last, language))
    if last is not None:
        return words["counts until"].format(in_words(last, language))
    return words["counts since"].format(in_words(since or datetime.date.min, language))


def why_not_in_force(out: NotInForce, language: str) -> str:
    """Return why a rule takes no part, as a sentence."""
    why = words_in(language).rule["without"] if out.without else validity_in_words(out.rule.validity, language)
    return f"{why[:1].upper()}{why[1:]}."
