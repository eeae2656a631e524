"""Answers that people type in their own language."""

from __future__ import annotations

from samenwerkadvies.dates import plain
from samenwerkadvies.errors import Location, Text
from samenwerkadvies.wording.words import words_in


def spoken(text: str, language: str) -> Text:
    """Return an answer that was given in a language as a text that every door reads."""
    meant = {said: word for word, said in words_in(language).answers.items()}
    return Text(meant.get(plain(text), text), Location("", 1, 1))
