"""A rule explained: when it holds, what it asks, where it comes from, and what it is part of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samenwerkadvies.advising import Part, WhyNot
from samenwerkadvies.grammar.printer import to_text
from samenwerkadvies.grammar.tree import signals
from samenwerkadvies.outputs.words import WORDS, capitalised
from samenwerkadvies.ruleset import Rule, Ruleset
from samenwerkadvies.wording.advice import KINDS, SEVERITIES, sentences_of

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
        "gives way": "Wijkt voor elk ander punt van deze voorwaarde.",
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
        "gives way": "Gives way to every other point of this condition.",
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

    sentences = sentences_of(ruleset, language)
    yield from (rule.id, texts.finding, "")
    for number in rule.conditions:
        yield words["condition"].format(number, ruleset.conditions[number].texts[language].title)
    yield words["severity"].format(SEVERITIES[language][rule.severity], KINDS[language][rule.kind])
    if rule.gives_way:
        yield words["gives way"]
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


_SIGNS: Mapping[bool | None, str] = {True: "yes", False: "no", None: "maybe"}


def explain_outcome(part: Part, why_not: WhyNot, partnership: str, language: str) -> str:
    """Return how a rule comes out for a partnership, part by part, as lines of text ending in a line end."""
    words = WORDS[language]
    outcomes = {True: "outcome true", False: "outcome false", None: "outcome none"}
    lines = [f"{words['case'].format(partnership or words['a partnership'])}: {words[outcomes[part.outcome]]}"]
    lines += ["", words["part by part"]]
    lines += [f"  {line}" for line in part_lines(part, language)]
    if why_not.kept_by:
        lines += ["", words["kept by"]]
        lines += [f"  - {capitalised(words['and'].join(fact.text for fact in found))}" for found in why_not.kept_by]
    if why_not.waits_for:
        lines += ["", words["waits for"]]
        lines += [f"  - {question.question} ({words[question.party or 'together']})" for question in why_not.waits_for]
    return "\n".join(lines) + "\n"


def part_lines(part: Part, language: str) -> Iterator[str]:
    """Yield a line for each part of a rule: whether it holds, and what is known of it."""
    for inner in part.parts:
        yield from _part_lines(inner, language)


def _part_lines(part: Part, language: str, depth: int = 0) -> Iterator[str]:
    words, indent = WORDS[language], "  " * depth
    sign = words[_SIGNS[part.outcome]].ljust(3)
    if part.joined:
        yield f"{indent}{sign}  {words['all of' if part.joined == 'and' else 'one of']}"
    else:
        yield f"{indent}{sign}  {part.text}"
        if part.known is not None and part.outcome is not None and part.known.text != part.text:
            yield f"{indent}     ({part.known.text})"
    for inner in part.parts:
        yield from _part_lines(inner, language, depth + 1)
