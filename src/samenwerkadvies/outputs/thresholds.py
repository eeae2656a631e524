"""The thresholds of a ruleset: what each of them is, where it comes from, what uses it, and who changed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from samenwerkadvies.ruleset import Ruleset
from samenwerkadvies.thresholds import Number, Threshold
from samenwerkadvies.wording.numbers import number_in
from samenwerkadvies.wording.words import words_in


def thresholds_to_text(ruleset: Ruleset, language: str) -> str:
    """Return every threshold as a few lines of text, with an empty line between them."""
    words = words_in(language).rule
    if not ruleset.thresholds:
        return f"{words['no thresholds']}\n"
    return "\n".join("\n".join(_lines(found, ruleset, language)) + "\n" for found in ruleset.thresholds.values())


def _lines(threshold: Threshold, ruleset: Ruleset, language: str) -> Iterator[str]:
    words, texts = words_in(language).rule, threshold.texts[language]
    users = ", ".join(rule.id for rule in ruleset.comparing_with[threshold.id])
    yield f"{threshold.id} = {number_in(language, threshold.value)} {texts.unit}"
    yield f"  {texts.explanation}"
    yield from (f"  {words['source'].format(ruleset.sources[language][source].title)}" for source in threshold.sources)
    yield f"  {words['used by'].format(users or words['texts only'])}"
    if changed := changed_line(threshold, language):
        yield f"  {changed}"


def changed_line(threshold: Threshold, language: str) -> str:
    """Return who changed a threshold, and what it was; empty where nobody did."""
    if threshold.was is None:
        return ""
    was = number_in(language, threshold.was)
    return words_in(language).rule["threshold changed"].format(threshold.changed_by, was)


def thresholds_to_dict(ruleset: Ruleset, language: str) -> dict[str, Any]:
    """Return every threshold as plain values; ``changed_by`` and ``was`` are None where nobody changed it."""
    return {
        "ruleset": {"name": ruleset.name, "version": ruleset.version, "fingerprint": ruleset.fingerprint},
        "language": language,
        "thresholds": [dict(_values(found, ruleset, language)) for found in ruleset.thresholds.values()],
    }


def _values(threshold: Threshold, ruleset: Ruleset, language: str) -> Mapping[str, Any]:
    texts = threshold.texts[language]
    return {
        "id": threshold.id,
        "value": _plain(threshold.value),
        "unit": texts.unit,
        "explanation": texts.explanation,
        "sources": list(threshold.sources),
        "rules": [rule.id for rule in ruleset.comparing_with[threshold.id]],
        "declared_by": threshold.declared_by,
        "changed_by": threshold.changed_by or None,
        "was": None if threshold.was is None else _plain(threshold.was),
    }


def _plain(number: Number) -> int | float:
    return number if isinstance(number, int) else float(number)
