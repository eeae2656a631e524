"""A rule explained: when it holds, what it asks, where it comes from, and what it is part of."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping

from samenwerkadvies.advising import Part, WhyNot
from samenwerkadvies.advising.contents import parties_of
from samenwerkadvies.grammar.printer import to_text
from samenwerkadvies.grammar.tree import signals
from samenwerkadvies.outputs.extension import rule_lines
from samenwerkadvies.outputs.reports import lowered
from samenwerkadvies.outputs.thresholds import changed_line
from samenwerkadvies.outputs.words import capitalised
from samenwerkadvies.ruleset import Rule, Ruleset
from samenwerkadvies.thresholds import Threshold
from samenwerkadvies.validity import ALWAYS
from samenwerkadvies.wording.dates import validity_in_words
from samenwerkadvies.wording.numbers import number_in
from samenwerkadvies.wording.sentences import Sentences
from samenwerkadvies.wording.words import words_in


def explain_rule(rule: Rule, ruleset: Ruleset, language: str) -> str:
    """Return the explanation as lines of text, ending in a line end."""
    return "\n".join(_lines(rule, ruleset, language)) + "\n"


def _lines(rule: Rule, ruleset: Ruleset, language: str) -> Iterator[str]:
    words, texts = words_in(language).rule, rule.texts[language]

    def finding(name: str) -> str:
        return ruleset.rules[name].texts[language].finding

    sentences = Sentences(ruleset, language)
    yield from (rule.id, texts.finding, "")
    for number in rule.conditions:
        yield words["condition"].format(number, ruleset.conditions[number].texts[language].title)
    if rule.is_check:
        yield words["check"]
    else:
        yield words["severity"].format(
            words_in(language).severities[rule.severity], words_in(language).kinds[rule.kind]
        )
    if rule.owner:
        yield words["owner"].format(rule.owner)
    if rule.validity != ALWAYS:
        yield capitalised(validity_in_words(rule.validity, language))
    if rule.gives_way:
        yield words["gives way"]
    yield from ("", words["holds when"], f"  {sentences.condition(rule.expression)}.")
    yield from ("", words["written"], f"  {to_text(rule.expression)}")
    if rule.thresholds:
        yield from ("", words["thresholds"])
        yield from (_threshold(ruleset.thresholds[name], language) for name in rule.thresholds)
    yield from rule_lines(rule, ruleset, language)
    if not rule.is_check:
        yield from ("", words["advice"], f"  {texts.title}")
    yield from (f"  {number}) {step}" for number, step in enumerate(texts.steps, start=1))
    if texts.decision:
        yield f"  {words_in(language).report['decision'].format(lowered(texts.decision))}"
    part_of = [other.id for other in ruleset.rules.values() if rule.id in signals(other.expression)]
    for heading, names in (("built on", signals(rule.expression)), ("part of", part_of), ("replaces", rule.replaces)):
        if names:
            yield from ("", words[heading])
            yield from (f"  - {name}: {finding(name)}" for name in names)
    yield from ("", words["sources"])
    yield from (f"  - {line}" for line in ruleset.credits(rule, language, operator.attrgetter("line")))


def _threshold(threshold: Threshold, language: str) -> str:
    texts, changed = threshold.texts[language], changed_line(threshold, language)
    told = f"  - {threshold.id} = {number_in(language, threshold.value)} {texts.unit}. {texts.explanation}"
    return f"{told} {changed}" if changed else told


_SIGNS: Mapping[bool | None, str] = {True: "yes", False: "no", None: "maybe"}


def explain_outcome(part: Part, why_not: WhyNot, partnership: str, ruleset: Ruleset, language: str) -> str:
    """Return how a rule comes out for a partnership, part by part, as lines of text ending in a line end."""
    words = words_in(language).report
    outcomes = {True: "outcome true", False: "outcome false", None: "outcome none"}
    lines = [f"{words['case'].format(partnership or words['a partnership'])}: {words[outcomes[part.outcome]]}"]
    lines += ["", words["part by part"]]
    lines += [f"  {line}" for line in part_lines(part, language)]
    if why_not.kept_by:
        lines += ["", words["kept by"]]
        lines += [f"  - {capitalised(words['and'].join(fact.text for fact in found))}" for found in why_not.kept_by]
    if why_not.waits_for:
        lines += ["", words["waits for"]]
        names = {party.id: party.name for party in parties_of(ruleset, language)}
        asked = ((each.question, names[each.party] if each.party else words["together"]) for each in why_not.waits_for)
        lines += [f"  - {question} ({who})" for question, who in asked]
    return "\n".join(lines) + "\n"


def part_lines(part: Part, language: str) -> Iterator[str]:
    """Yield a line for each part of a rule: whether it holds, and what is known of it."""
    for inner in part.parts:
        yield from _part_lines(inner, language)


def _joining(part: Part, words: Mapping[str, str]) -> str:
    """Return how many of the parts must hold, and where it counts, how many do."""
    if part.at_least is None:
        return words["all of" if part.joined == "and" else "one of"]
    held = sum(inner.outcome is True for inner in part.parts)
    needed = part.at_least - held
    so_far = words["more" if needed > 0 else "enough"].format(held, needed)
    return words["at least"].format(part.at_least, len(part.parts), so_far)


def _part_lines(part: Part, language: str, depth: int = 0) -> Iterator[str]:
    words, indent = words_in(language).report, "  " * depth
    sign = words[_SIGNS[part.outcome]].ljust(3)
    if part.joined:
        yield f"{indent}{sign}  {_joining(part, words)}"
    else:
        yield f"{indent}{sign}  {part.text}"
        if part.known is not None and part.outcome is not None and part.known.text != part.text:
            yield f"{indent}     ({part.known.text})"
    for inner in part.parts:
        yield from _part_lines(inner, language, depth + 1)
