"""What a step is: how it is written in each language, what it does, and how policy writers are told about it."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping

import attrs

TYPES = {"given": "Gegeven", "when": "Als", "then": "Dan"}

LONGEST = 1000
"""Signs in one step; a longer one is no step."""

_PLACEHOLDER = re.compile(r"\\\{(\w+)\\\}")
_ONE_WORD = r"\S+"
_RULES = ("regel", "ander")
"""Placeholders for the name of a rule."""
_FORMS = {**dict.fromkeys((*_RULES, "nummer", "aantal"), _ONE_WORD), "partij": r"\S+(?: \S+){0,5}?"}
"""What a placeholder can be; anything, unless it stands here."""


_ALSO = {
    r"de\ (?P<partij>": r"(?:de|het)\ (?P<partij>",
    r"beide\ partijen": r"(?:beide|alle)\ partijen",
    r"both\ parties": r"(?:both|all)\ parties",
}
"""What may be written otherwise, as the parties of a ruleset ask: their article, and two of them or more."""


@attrs.frozen
class StepDefinition:
    """One step: how it is written in each language, and what it does."""

    type: str
    patterns: Mapping[str, str]
    """Per language; ``{word}`` stands for what the writer fills in."""
    explanation: str
    """For policy writers, in Dutch."""
    example: str
    run: Callable[..., None]
    """Takes the scene, and what was filled in by name; a step with a table takes ``table``."""
    has_table: bool = False

    @functools.cached_property
    def _expressions(self) -> Mapping[str, re.Pattern[str]]:
        return {language: _expression(pattern, _FORMS) for language, pattern in self.patterns.items()}

    @functools.cached_property
    def _loose(self) -> Mapping[str, re.Pattern[str]]:
        forms = _FORMS | dict.fromkeys(_RULES, ".+")
        return {language: _expression(pattern, forms) for language, pattern in self.patterns.items()}

    def words_loosely(self, text: str, language: str) -> list[str]:
        """Return what stands where the name of a rule belongs, when more words stand there; empty for another step."""
        found = self._loose[language].fullmatch(text) if len(text) <= LONGEST else None
        return [found[name] for name in _RULES if name in found.groupdict()] if found else []

    @functools.cached_property
    def _careless(self) -> Mapping[str, re.Pattern[str]]:
        return {language: re.compile(made.pattern, re.IGNORECASE) for language, made in self._expressions.items()}

    def rewritten(self, text: str, language: str) -> str:
        """Return a text as this step is written, when only capitals differ; empty for another step."""
        found = self._careless[language].fullmatch(text) if len(text) <= LONGEST else None
        return self.patterns[language].format(**found.groupdict()) if found else ""

    def words(self, text: str, language: str) -> dict[str, str] | None:
        """Return what a step fills in; None when it is another step."""
        found = self._expressions[language].fullmatch(text) if len(text) <= LONGEST else None
        return found.groupdict() if found else None


def _expression(pattern: str, forms: Mapping[str, str]) -> re.Pattern[str]:
    def group(found: re.Match[str]) -> str:
        return f"(?P<{found[1]}>{forms.get(found[1], '.+?')})"

    made = _PLACEHOLDER.sub(group, re.escape(pattern))
    for written, also in _ALSO.items():
        made = made.replace(written, also)
    return re.compile(made)


Register = Callable[[Callable[..., None]], Callable[..., None]]


def step_of(  # noqa: PLR0913, PLR0917 - what a step is, told once for each
    steps: list[StepDefinition],
    type_: str,
    nl: str,
    en: str,
    explanation: str,
    example: str,
    *,
    has_table: bool = False,
) -> Register:
    """Return a decorator that adds a function to a list of steps."""

    def register(run: Callable[..., None]) -> Callable[..., None]:
        steps.append(StepDefinition(type_, {"nl": nl, "en": en}, explanation, example, run, has_table))
        return run

    return register
