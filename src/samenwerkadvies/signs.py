"""Signs that no text should hold, and signs that are invisible or look like others: what they are, what to type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import attrs

NOWHERE = r"\x00-\x08\x0b-\x1f\x7f-\x9f" + "\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd-\uffff"
"""The signs of ``FORBIDDEN`` as a class of letters for every engine that knows regular expressions; half characters
(surrogates) are in no column of text."""
FORBIDDEN = re.compile(f"[{NOWHERE}\ud800-\udfff]")
"""What has no place in any text: it steers a terminal, ends a line unseen, turns text around, or is no letter."""
FORMULA = r"[=+\-@\t\r]"
"""A sign with which a cell begins that a spreadsheet program works out, wherever it came from."""


@attrs.frozen
class Sign:
    """A sign in a text, with where it stands in it (from 0)."""

    position: int
    letter: str
    name: str
    """What it is, in Dutch: ``een harde spatie (U+00A0)``."""
    plain: str
    """What a keyboard gives instead; empty when nothing should stand there."""

    @property
    def way_out(self) -> str:
        """What to do, in Dutch."""
        spelled = {"": "haal het weg", " ": "typ een gewone spatie", "\n": "druk op Enter"}
        return spelled.get(self.plain) or f"typ {self.plain}"


def forbidden_signs(text: str) -> Iterator[Sign]:
    """Yield the signs that no text may hold, in order."""
    return (sign_at(text, found.start()) for found in FORBIDDEN.finditer(text))


def odd_sign(text: str) -> Sign | None:
    """Return the first sign of a name, a number or an expression that is invisible or looks like another one."""
    if text.isascii():
        return None
    found = (position for position, letter in enumerate(text) if not letter.isascii() and _is_odd(letter))
    return next((sign_at(text, position) for position in found), None)


def _is_odd(letter: str) -> bool:
    return (
        letter in _KNOWN
        or unicodedata.category(letter) in ("Cc", "Cf", "Zs")
        or unicodedata.normalize("NFKC", letter).isascii()
    )


def sign_at(text: str, position: int) -> Sign:
    """Return the sign at a place in a text."""
    letter = text[position]
    name, plain = _KNOWN.get(letter) or _by_category(letter)
    return Sign(position, letter, f"{name} (U+{ord(letter):04X})", plain)


def _by_category(letter: str) -> tuple[str, str]:
    match unicodedata.category(letter):
        case "Cc":
            return "een stuurteken", ""
        case "Cf":
            return "een onzichtbaar teken", ""
        case "Zs":
            return "een bijzondere spatie", " "
        case "Cs" | "Cn":
            return "een half of onbekend teken", ""
        case _:
            return "een bijzonder teken", unicodedata.normalize("NFKC", letter)


_LATIN = dict(zip("аеорсухіјАВЕКМНОРСТХ", "aeopcyxijABEKMHOPCTX", strict=True))
"""Letters of the Cyrillic alphabet that look like Latin ones."""

_KNOWN: dict[str, tuple[str, str]] = {
    "\0": ("een nulteken", ""),
    "\ufffd": ("een letter die bij het opslaan verloren ging", "de letter opnieuw, en sla op als UTF-8"),
    "\u00ad": ("een onzichtbaar afbreekstreepje", ""),
    "\u200b": ("een spatie zonder breedte", ""),
    **dict.fromkeys("\r\x85\u2028\u2029", ("een bijzonder regeleinde", "\n")),
    **dict.fromkeys("\u00a0\u202f\u2007", ("een harde spatie", " ")),
    **dict.fromkeys(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        ("een onzichtbaar teken dat de leesrichting omkeert", ""),
    ),
    **dict.fromkeys("“”„‟«»″", ("een gekruld aanhalingsteken", '"')),
    **dict.fromkeys("‘’‚‛′´", ("een gekruld aanhalingsteken", "'")),
    **dict.fromkeys("–—−‐‑‒―", ("een lang streepje", "-")),
    "≤": ("een teken voor kleiner of gelijk", "<="),
    "≥": ("een teken voor groter of gelijk", ">="),
    "≠": ("een teken voor ongelijk", "!="),
    "×": ("een maalteken", "x"),
    **{odd: ("een letter uit een ander alfabet", plain) for odd, plain in _LATIN.items()},
}
