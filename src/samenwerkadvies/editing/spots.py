"""What stands somewhere in a rule file or a feature: in words, with where it comes from and what it is part of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import attrs

from samenwerkadvies.bilingual import all_of
from samenwerkadvies.editing.outline import Declared, declared, is_rule_file, lines_of, path_at, word_at
from samenwerkadvies.extension import Part
from samenwerkadvies.grammar.tree import leaves, quantities, signals
from samenwerkadvies.outputs import key_lines
from samenwerkadvies.outputs.thresholds import changed_line
from samenwerkadvies.outputs.words import capitalised
from samenwerkadvies.ruleset import DUTCH, Rule, Ruleset
from samenwerkadvies.vocabulary import FactType
from samenwerkadvies.wording.numbers import number_in
from samenwerkadvies.wording.sentences import Sentences
from samenwerkadvies.wording.words import words_in

_NUMBERS = ("voorwaarden", "rust_op", "nummer")
"""Keys behind which conditions stand."""
_NAMES = ("als", "vervangt", "wie")
"""Keys behind which names stand; elsewhere a word is one where it is a key, or in braces in a text."""


@attrs.frozen(kw_only=True)
class Spot:
    """What stands somewhere."""

    kind: str
    """``rule``, ``fact`` (an average too), ``threshold``, ``condition``, ``party`` or ``option``."""
    id: str
    title: str
    sentence: str
    origin: str = ""
    changed: str | None = None
    """What an extending set changes in it; None for nothing."""
    part_of: tuple[str, ...] = ()
    """The rules that use it."""
    uses: tuple[str, ...] = ()
    """Of a rule the facts, thresholds and rules that it looks at, of an average its facts, of a fact its options."""
    where: Declared | None = None


def spot_at(ruleset: Ruleset, files: Mapping[str, str], file: str, line: int, column: int) -> Spot | None:
    """Return what stands at a place of one of the files (line and column from 1); None for nothing.

    Where no name stands, it is the rule, fact or threshold whose part the place is. The words are those of the ruleset,
    so of names that it does not know nothing is said. A name that is declared in several files is where the first of
    them has it.
    """
    lines = lines_of(files.get(file, ""))
    if not 1 <= line <= len(lines):
        return None
    spots = _Spots(ruleset, declared(files))
    found = spots.in_rules(lines, line, column) if is_rule_file(file) else spots.in_feature(lines, line, column)
    return next(found, None)


class _Spots:
    def __init__(self, ruleset: Ruleset, where: Mapping[tuple[str, str], Declared]) -> None:
        self._ruleset = ruleset.with_checks
        self._facts = ruleset.vocabulary.facts
        self._where = where

    def in_rules(self, lines: list[str], line: int, column: int) -> Iterator[Spot]:
        """Yield what a place in a rule file can be about, the nearest first."""
        path = path_at(lines, line, column)
        start, word = word_at(lines[line - 1], column)
        before = lines[line - 1][: start - 1]
        if word.isdigit() and path[-1:] and path[-1] in _NUMBERS:
            yield from self._condition(word)
        elif (path[-1:] and path[-1] in (*_NAMES, word)) or before.endswith("{"):
            if "opties" in path:
                yield from self._option(path[1], word)
            yield from self._named(word, before)
        if len(path) > 1:
            yield from self._in_section(path[0], path[1])

    def in_feature(self, lines: list[str], line: int, column: int) -> Iterator[Spot]:
        """Yield what a place in a feature can be about: a name, a label, or the rule that the scenario stands under."""
        written = lines[line - 1]
        yield from self._named(word_at(written, column)[1], "")
        labels = {fact.texts[DUTCH].label: fact for fact in self._facts.values()}
        for label in sorted(labels, key=len, reverse=True):
            start = written.find(label) + 1
            if 0 < start <= column <= start + len(label):
                yield self._fact(labels[label])
        above = (re.match(r"\s*(?:Regel|Rule):\s*(\S+)", each) for each in reversed(lines[:line]))
        yield from self._in_section("regels", next((found[1] for found in above if found), ""))

    def _named(self, word: str, before: str) -> Iterator[Spot]:
        if re.search(r"signaal\(\s*$", before):
            yield from self._in_section("regels", word)
        if re.search(r"(?:!?=|\[|,)\s*$", before):
            compared = [name for name in re.findall(r"[a-z][a-z0-9_]*", before) if name in self._facts]
            yield from self._option(compared[-1], word) if compared else ()
        for section in ("feiten", "gemiddelden", "grenzen", "partijen", "regels"):
            yield from self._in_section(section, word)

    def _in_section(self, section: str, name: str) -> Iterator[Spot]:
        ruleset = self._ruleset
        if section == "feiten" and name in self._facts:
            yield self._fact(self._facts[name])
        if section == "regels" and name in ruleset.rules:
            yield self._rule(ruleset.rules[name])
        if section == "grenzen" and name in ruleset.thresholds:
            yield self._threshold(name)
        if section == "gemiddelden" and name in ruleset.vocabulary.averages:
            yield self._average(name)
        if section == "partijen" and name in ruleset.vocabulary.declared:
            texts = ruleset.vocabulary.declared[name].texts[DUTCH]
            yield Spot(kind="party", id=name, title=texts.name, sentence=texts.full, where=self._at("partijen", name))

    def _at(self, section: str, name: str) -> Declared | None:
        return self._where.get((section, name))

    def _changed(self, part: Part, name: str) -> str | None:
        found = [change for change in self._ruleset.changes if change.part is part and change.id == name]
        return "\n".join(line for change in found for line in key_lines(change, DUTCH)) or None

    def _rule(self, rule: Rule) -> Spot:
        holds = Sentences(self._ruleset, DUTCH).condition(rule.expression)
        return Spot(
            kind="rule",
            id=rule.id,
            title=rule.texts[DUTCH].finding,
            sentence=f"{words_in(DUTCH).rule['holds when']} {holds}.",
            origin="\n".join(self._ruleset.credits(rule, DUTCH)),
            changed=self._changed(Part.RULE, rule.id),
            part_of=self._using(lambda other: rule.id in signals(other.expression)),
            uses=tuple(dict.fromkeys((*_looked_at(rule), *rule.thresholds, *signals(rule.expression)))),
            where=self._at("regels", rule.id),
        )

    def _fact(self, fact: FactType) -> Spot:
        texts = fact.texts[DUTCH]
        return Spot(
            kind="fact",
            id=fact.id,
            title=texts.label,
            sentence=texts.question,
            origin=self._sources(fact.sources),
            changed=self._changed(Part.FACT, fact.id),
            part_of=self._looking_at(fact.id),
            uses=fact.options,
            where=self._at("feiten", fact.id),
        )

    def _average(self, name: str) -> Spot:
        average = self._ruleset.vocabulary.averages[name]
        parts = all_of([self._facts[part].texts[DUTCH].label for part in average.parts])
        return Spot(
            kind="fact",
            id=name,
            title=average.labels[DUTCH],
            sentence=f"Het gemiddelde van {parts}.",
            part_of=self._looking_at(name),
            uses=average.parts,
            where=self._at("gemiddelden", name),
        )

    def _threshold(self, name: str) -> Spot:
        threshold = self._ruleset.thresholds[name]
        texts = threshold.texts[DUTCH]
        return Spot(
            kind="threshold",
            id=name,
            title=f"{name} = {number_in(DUTCH, threshold.value)} {texts.unit}",
            sentence=texts.explanation,
            origin=self._sources(threshold.sources),
            changed=changed_line(threshold, DUTCH) or None,
            part_of=tuple(rule.id for rule in self._ruleset.comparing_with[name]),
            where=self._at("grenzen", name),
        )

    def _condition(self, number: str) -> Iterator[Spot]:
        condition = self._ruleset.conditions.get(int(number[:9]))
        if condition:
            texts, users = condition.texts[DUTCH], self._using(lambda rule: condition.number in rule.conditions)
            title, where = f"{number}. {texts.title}", self._at("voorwaarde", number)
            said = texts.explanation
            yield Spot(kind="condition", id=number, title=title, sentence=said, part_of=users, where=where)

    def _option(self, fact: str, option: str) -> Iterator[Spot]:
        texts = self._facts[fact].texts[DUTCH].options if fact in self._facts else {}
        if option in texts:
            where = self._at("feiten", fact)
            holds = capitalised(texts[option].holds)
            yield Spot(kind="option", id=option, title=texts[option].label, sentence=holds, where=where)

    def _sources(self, names: tuple[str, ...]) -> str:
        return "\n".join(self._ruleset.sources[DUTCH][name].title for name in names)

    def _looking_at(self, name: str) -> tuple[str, ...]:
        return self._using(
            lambda rule: any(each.of == name for leaf in leaves(rule.expression) for each in quantities(leaf))
        )

    def _using(self, is_user: Callable[[Rule], bool]) -> tuple[str, ...]:
        return tuple(rule.id for rule in self._ruleset.rules.values() if is_user(rule))


def _looked_at(rule: Rule) -> tuple[str, ...]:
    return tuple(each.of for leaf in leaves(rule.expression) for each in quantities(leaf))
