"""Join clauses with 'and' and 'or' so that a sentence can be read in one way only.

Clauses of one word are a list: ``a, b en c``. Where a list stands inside another, the outer one is parted by a comma
and a stressed word: ``a of b, én c``. What lies deeper still stands between brackets: ``(a en b, óf c), én d``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import attrs

from samenwerkadvies.bilingual import joined

Word = Literal["and", "or"]


@attrs.frozen
class Group:
    """Two or more clauses of which all (and) or one (or) must hold; a group inside it has the other word."""

    word: Word
    parts: tuple[Clause, ...]

    @property
    def is_list(self) -> bool:
        """Whether no group stands inside it."""
        return all(isinstance(part, str) for part in self.parts)


@attrs.frozen
class Counted:
    """Clauses of which so many must hold, with a number before each: so it is clear where each ends."""

    lead: str
    """What is said of them, with ``{}`` where they come."""
    parts: tuple[Clause, ...]


Clause = str | Group | Counted


def grouped(word: Word, clauses: Iterable[Clause]) -> Clause:
    """Return clauses as one; a group with the same word is taken up in it, and one clause stays what it is."""
    parts: list[Clause] = []
    for clause in clauses:
        parts += clause.parts if isinstance(clause, Group) and clause.word == word else (clause,)
    return parts[0] if len(parts) == 1 else Group(word, tuple(parts))


def sentence(clause: Clause, phrases: Mapping[str, str]) -> str:
    """Return a clause in the words of a language.

    >>> words = {"and": "en", "or": "of", "and apart": "én", "or apart": "óf"}
    >>> sentence(Group("and", (Group("or", ("a", "b")), "c")), words)
    'a of b, én c'
    """
    if isinstance(clause, str):
        return clause
    if isinstance(clause, Counted):
        numbered = (f"({number}) {_inside_counted(part, phrases)}" for number, part in enumerate(clause.parts, start=1))
        return clause.lead.format("; ".join(numbered))
    if clause.is_list:
        return joined([str(part) for part in clause.parts], phrases[clause.word])
    inner = [_inside(part, phrases) for part in clause.parts]
    return f", {phrases[f'{clause.word} apart']} ".join(inner)


def _inside(part: Clause, phrases: Mapping[str, str]) -> str:
    text = sentence(part, phrases)
    return text if isinstance(part, str) or (isinstance(part, Group) and part.is_list) else f"({text})"


def _inside_counted(part: Clause, phrases: Mapping[str, str]) -> str:
    text = sentence(part, phrases)
    return f"({text})" if isinstance(part, Counted) else text
