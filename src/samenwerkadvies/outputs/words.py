"""The headings and fixed words of reports, per language."""

from __future__ import annotations

import datetime
import re

from samenwerkadvies.advising import Status
from samenwerkadvies.wording.dates import in_words

SIGNS = {Status.RISK: "!!", Status.ATTENTION: "! ", Status.IN_ORDER: "ok", Status.UNKNOWN: "? "}


def written_date(iso: str, language: str) -> str:
    """Return an ISO date as people write it."""
    return in_words(datetime.date.fromisoformat(iso), language)


def capitalised(text: str) -> str:
    """Return a clause as a sentence."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def escaped(text: str) -> str:
    """Return text in which nothing is read as markdown, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
