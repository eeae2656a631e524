"""Texts for people who use an adviser, in Dutch and English beside each other; and how words are listed in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self


class Said(str):
    """A text in Dutch that knows itself in English too."""

    __slots__ = ("english",)
    english: str

    def __new__(cls, dutch: str, english: str) -> Self:
        """Keep both."""
        made = super().__new__(cls, dutch)
        made.english = english
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # str promises a one-tuple here
        """Return what ``__new__`` needs, so that copies and pickles know both."""
        return str(self), self.english


def both(dutch: str, english: str, *parts: str) -> Said:
    """Return a text in both languages; ``{}`` stands for each of its parts."""
    return Said(dutch.format(*parts), english.format(*map(english_of, parts)))


def english_of(text: str) -> str:
    """Return a text in English where it is known, else as it is."""
    return text.english if isinstance(text, Said) else text


def any_of(words: Sequence[str]) -> str:
    """Return words of which each will do, as a Dutch sentence says them.

    >>> any_of(["ja", "nee", "onbekend"])
    'ja, nee of onbekend'
    """
    return joined(words, "of")


def all_of(words: Sequence[str]) -> str:
    """Return words that count together, as a Dutch sentence says them.

    >>> all_of(["koks", "gasten", "buren"])
    'koks, gasten en buren'
    """
    return joined(words, "en")


def joined(words: Sequence[str], last: str) -> str:
    """Return words with commas between them, and one before the last: ``of``, ``and``."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def either(words: Sequence[str]) -> Said:
    """Return words that are a choice, as a sentence says them.

    >>> either(["ja", "nee"]).english
    'ja or nee'
    """
    return Said(any_of(words), joined([*map(english_of, words)], "or"))
