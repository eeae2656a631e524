"""A rule explained: when it holds, what it asks, where it comes from, and what it is part of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samenwerkadvies.advising.wording import KINDS, SEVERITIES
from samenwerkadvies.language.printer import to_text
from samenwerkadvies.language.sentences import Sentences
from samenwerkadvies.language.tree import signals
from samenwerkadvies.ruleset import Rule, Ruleset

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "holds when": "Deze regel geldt als:",
        "written": "In de taal van de regels:",
        "advice": "Advies:",
        "severity": "Ernst: {}. Soort: {}.",
        "condition": "Voorwaarde {}: {}",
        "part of": "Maakt deel uit van:",
        "built on": "Bouwt voort op:",
        "replaces": "Vervangt:",
        "sources": "Bronnen:",
    },
    "en": {
        "holds when": "This rule holds when:",
        "written": "In the language of the rules:",
        "advice": "Advice:",
        "severity": "Severity: {}. Kind: {}.",
        "condition": "Condition {}: {}",
        "part of": "Is part of:",
        "built on": "Builds on:",
        "replaces": "Replaces:",
        "sources": "Sources:",
    },
}


def explain_rule(rule: Rule, ruleset: Ruleset, language: str) -> str:
    """Return the explanation as lines of text, ending in a line end."""
    return "\n".join(_lines(rule, ruleset, language)) + "\n"


def _lines(rule: Rule, ruleset: Ruleset, language: str) -> Iterator[str]:
    words, texts = _WORDS[language], rule.texts[language]

    def finding(name: str) -> str:
        return ruleset.rules[name].texts[language].finding

    sentences = Sentences(ruleset.vocabulary, language, finding)
    yield from (rule.id, texts.finding, "")
    for number in rule.conditions:
        yield words["condition"].format(number, ruleset.conditions[number].texts[language].title)
    yield words["severity"].format(SEVERITIES[language][rule.severity], KINDS[language][rule.kind])
    yield from ("", words["holds when"], f"  {sentences.condition(rule.expression)}.")
    yield from ("", words["written"], f"  {to_text(rule.expression)}")
    yield from ("", words["advice"], f"  {texts.title}")
    yield from (f"  {number}) {step}" for number, step in enumerate(texts.steps, start=1))
    part_of = [other.id for other in ruleset.rules.values() if rule.id in signals(other.expression)]
    for heading, names in (("built on", signals(rule.expression)), ("part of", part_of), ("replaces", rule.replaces)):
        if names:
            yield from ("", words[heading])
            yield from (f"  - {name}: {finding(name)}" for name in names)
    yield from ("", words["sources"])
    yield from (f"  - {line}" for line in ruleset.credits(rule, language))
