"""Texts for people who use an adviser, in Dutch and English: both written where they are said, beside each other."""

from __future__ import annotations

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
