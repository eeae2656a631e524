"""Fill in the thresholds that a text quotes, so that a text and its rule never say different numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import attrs

from samenwerkadvies.errors import DUTCH, Problem, Text, nearest, quoted
from samenwerkadvies.thresholds import Threshold
from samenwerkadvies.wording.numbers import number_in
from samenwerkadvies.wording.words import LANGUAGES

_QUOTED = re.compile(r"\{([^{}]*)\}")


@attrs.frozen
class Quoting:
    """Fills in texts of one language, and keeps what it met on the way."""

    thresholds: Mapping[str, Threshold]
    language: str
    broken: AbstractSet[str]
    """Names that are declared, but could not be read."""
    problems: list[Problem]
    quoted: set[str]
    """The thresholds that some text quotes."""

    def filled(self, text: str) -> str:
        """Return a text with a number for each ``{name_of_a_threshold}``, as people write it in the language."""
        return _QUOTED.sub(lambda found: self._number(found, text), text)

    def _number(self, found: re.Match[str], text: str) -> str:
        name = found[1].strip()
        self.quoted.add(name)
        if name in self.thresholds:
            language = self.language if self.language in LANGUAGES else DUTCH  # what is refused elsewhere
            return number_in(language, self.thresholds[name].value)
        if name not in self.broken:
            start = text.raw.find(found[0]) if isinstance(text, Text) else -1
            self.problems.append(
                Problem(
                    code="VORM11",
                    message=f"onbekende grens {quoted(name)} in deze tekst",
                    span=(start, start + len(found[0])) if start >= 0 else None,
                    expected="tussen accolades een naam die bij 'grenzen' staat",
                    hint=f"{{{near}}}" if (near := nearest(name, self.thresholds)) else "",
                ).at(text)
            )
        return found[0]
