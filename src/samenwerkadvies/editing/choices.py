"""What could stand somewhere in a rule file or a feature: names, words and keys, each with what it means."""

from __future__ import annotations

import enum
import re
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from samenwerkadvies.editing.outline import (
    declared,
    is_rule_file,
    is_translation,
    key_of,
    keys_above,
    keys_beside,
    lines_of,
    path_at,
)
from samenwerkadvies.grammar.parser import RESERVED
from samenwerkadvies.grammar.tree import View
from samenwerkadvies.loading import entries
from samenwerkadvies.loading.sources import SHIPPED
from samenwerkadvies.ruleset import DUTCH, Ruleset
from samenwerkadvies.scenarios.definition import TYPES
from samenwerkadvies.scenarios.gherkin import SECTIONS, STEPS, language_of
from samenwerkadvies.scenarios.steps import STEPS as DEFINED
from samenwerkadvies.vocabulary import EACH, NEVER, TOGETHER, UNKNOWN, FactType, Kind
from samenwerkadvies.wording.numbers import number_in
from samenwerkadvies.wording.words import words_in


@attrs.frozen
class Choice:
    """Something that could stand there."""

    label: str
    kind: str
    """``fact``, ``option``, ``rule``, ``threshold``, ``condition``, ``party`` or ``source`` of the rules; or ``key``,
    ``word`` or ``step`` of the file."""
    detail: str = ""


@attrs.frozen
class Choices:
    """All that could stand at a place, in the order of the rules."""

    start: int
    """The column (from 1) of what is being written, which a choice takes the place of."""
    items: tuple[Choice, ...] = ()


def choices_at(ruleset: Ruleset, files: Mapping[str, str], file: str, line: int, column: int) -> Choices:
    """Return what could stand at a place of one of the files (line and column from 1).

    The names are those of the ruleset, and those that the files declare.
    """
    lines = lines_of(files.get(file, ""))
    if not 1 <= line <= len(lines):
        return Choices(column)
    found = _Choosing(ruleset, files, _TRANSLATION if is_translation(file) else _RULES)
    if is_rule_file(file):
        return found.in_rules(lines, line, column)
    return found.in_feature(lines, line, lines[line - 1][: column - 1])


Groups = Mapping[tuple[str, ...], tuple[type[Any], ...]]
"""Which groups of keys may stand under keys, of which one may; ``*`` is whatever name a writer gives."""
_RULES: Groups = {
    (): (entries.RuleFile,),
    ("regelset",): (entries.IdentityEntry,),
    ("voorwaarde",): (entries.ConditionEntry,),
    ("prioriteit",): (entries.PriorityEntry,),
    ("feiten", "*"): (entries.FactEntry,),
    ("feiten", "*", "opties", "*"): (entries.OptionEntry,),
    ("gemiddelden", "*"): (entries.AverageEntry,),
    ("grenzen", "*"): (entries.ThresholdEntry,),
    ("regels", "*"): (entries.RuleEntry, entries.CheckEntry, entries.OffEntry),
    ("regels", "*", "geldig"): (entries.ValidityEntry,),
    ("partijen", "*"): (entries.PartyEntry,),
    ("bronnen", "*"): (entries.SourceEntry,),
}
_TRANSLATION: Groups = {
    (): (entries.TranslationFile,),
    ("feiten", "*"): (entries.FactTranslation,),
    ("feiten", "*", "opties", "*"): (entries.OptionEntry,),
    ("gemiddelden", "*"): (entries.AverageTranslation,),
    ("grenzen", "*"): (entries.ThresholdTranslation,),
    ("regels", "*"): (entries.RuleTranslation,),
    ("voorwaarden", "*"): (entries.ConditionTranslation,),
    ("partijen", "*"): (entries.PartyTranslation,),
    ("bronnen", "*"): (entries.SourceTranslation,),
}


def _any_name(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return a path of keys with ``*`` for the names in it, which are every second key."""
    return tuple("*" if place % 2 else key for place, key in enumerate(path))


_PLACE = re.compile(r"[\w-]*$")
_AFTER_EQUALS = re.compile(r"(?:!?=|\bin\s*\[[^\]]*|\bbevat\([^)]*,)\s*$")
_AFTER_OPERATOR = re.compile(r"[<>!]?=\s*$|[<>]\s*$")


class _Choosing:
    def __init__(self, ruleset: Ruleset, files: Mapping[str, str], groups: Groups) -> None:
        self._groups = groups
        self._ruleset = ruleset.with_checks
        self._vocabulary = ruleset.vocabulary
        self._declared = tuple(declared(files))
        self._names: Mapping[str, Callable[[], Iterator[Choice]]] = {
            "feiten": self._facts,
            "regels": self._rules,
            "grenzen": self._thresholds,
            "partijen": self._parties,
        }
        self._behind: Mapping[str, Callable[[], Iterable[Choice]]] = {
            "bron": self._sources,
            "vervangt": self._rules,
            "voorwaarden": self._conditions,
            "rust_op": self._conditions,
            "wie": lambda: (Choice(TOGETHER, "word"), Choice(EACH, "word"), *self._parties()),
            "breidt_uit": lambda: (Choice(SHIPPED, "word"),),
        }

    # --- rule files ---

    def in_rules(self, lines: list[str], line: int, column: int) -> Choices:
        """Return what could stand at a place in a rule file: a value behind a key, or a key."""
        before = lines[line - 1][: column - 1]
        path, key = path_at(lines, line, column), key_of(lines[line - 1])
        start = _PLACE.search(before).start() + 1  # type: ignore[union-attr] # it always fits
        said = before[: start - 1]
        if (key and ":" in before) or (key is None and path[-1:] and (path[-1] == "als" or "- " in said)):
            return Choices(start, tuple(self._values(path, said)))
        indent = len(before) - len(before.lstrip(" ")) if before.strip() else column - 1
        above, beside = keys_above(lines, line, indent), keys_beside(lines, line, indent)
        return Choices(start, tuple(each for each in self._keys(above) if each.label not in beside))

    def _values(self, path: tuple[str, ...], said: str) -> Iterator[Choice]:
        key = path[-1]
        if key == "als":
            yield from self._expression(said.partition("als:")[2] or said)
        elif said.endswith("{"):
            yield from self._thresholds()
        elif key in self._behind:
            yield from self._behind[key]()
        for entry in self._groups.get(_any_name(path[:-1]), ()):
            hints = typing.get_type_hints(entry)
            yield from (Choice(word, "word") for word in _words_of(hints.get(key)))

    def _expression(self, said: str) -> Iterator[Choice]:
        """Yield what can follow in a line of the rule language."""
        names = re.findall(r"[a-z][a-z0-9_]*", said)
        fact = next((self._vocabulary.facts[name] for name in reversed(names) if name in self._vocabulary.facts), None)
        if re.search(r"\bsignaal\(\s*$", said):
            yield from self._rules()
        elif fact and _AFTER_EQUALS.search(said) and fact.kind in (Kind.YES_NO, Kind.CHOICE, Kind.CHOICES):
            yield from self._options(fact)
        elif _AFTER_OPERATOR.search(said):
            yield from self._thresholds()
        else:
            yield from self._facts()
            yield from (Choice(each.id, "fact", each.labels[DUTCH]) for each in self._vocabulary.averages.values())
            yield from self._parties()
            yield from (Choice(each.value, "word") for each in View if each is not View.ITSELF)
            yield from (Choice(word, "word") for word in sorted(RESERVED - {"gemiddelde"}))

    def _keys(self, above: tuple[str, ...]) -> Iterator[Choice]:
        if len(above) == 1 and above[0] in self._names:
            yield from self._names[above[0]]()
        fields = {
            field.name: field for entry in self._groups.get(_any_name(above), ()) for field in attrs.fields(entry)
        }
        for name, field in fields.items():
            yield Choice(name, "key", "hoort erbij" if field.default is attrs.NOTHING else "mag erbij")

    def _options(self, fact: FactType) -> Iterator[Choice]:
        yield from (Choice(name, "option", texts.label) for name, texts in fact.texts[DUTCH].options.items())
        if fact.kind is Kind.YES_NO:
            yield from (Choice(word, "option") for word in ("ja", "nee"))

    # --- what has a name ---

    def _facts(self) -> Iterator[Choice]:
        yield from (Choice(fact.id, "fact", fact.texts[DUTCH].label) for fact in self._vocabulary.facts.values())
        yield from self._new("feiten", "fact", self._vocabulary.facts)

    def _rules(self) -> Iterator[Choice]:
        yield from (Choice(rule.id, "rule", rule.texts[DUTCH].finding) for rule in self._ruleset.rules.values())
        yield from self._new("regels", "rule", self._ruleset.rules)

    def _thresholds(self) -> Iterator[Choice]:
        for each in self._ruleset.thresholds.values():
            yield Choice(each.id, "threshold", f"{number_in(DUTCH, each.value)} {each.texts[DUTCH].unit}")
        yield from self._new("grenzen", "threshold", self._ruleset.thresholds)

    def _parties(self) -> Iterator[Choice]:
        return (Choice(name, "party", party.texts[DUTCH].full) for name, party in self._vocabulary.declared.items())

    def _sources(self) -> Iterator[Choice]:
        sources = self._ruleset.sources[DUTCH]
        yield from (Choice(name, "source", found.title) for name, found in sources.items())
        yield from self._new("bronnen", "source", sources)

    def _conditions(self) -> Iterator[Choice]:
        for number, condition in self._ruleset.conditions.items():
            yield Choice(str(number), "condition", condition.texts[DUTCH].title)

    def _new(self, section: str, kind: str, known: Iterable[str]) -> Iterator[Choice]:
        """Yield what the files declare and the rules do not know yet."""
        there = {*known}
        return (Choice(name, kind) for within, name in self._declared if within == section and name not in there)

    # --- features ---

    def in_feature(self, lines: Sequence[str], line: int, before: str) -> Choices:
        """Return what could stand behind what is written on a line of a feature."""
        written = language_of([*lines])
        spoken = written if written in self._ruleset.languages else DUTCH
        first = len(before) - len(before.lstrip()) + 1
        keyword, space, rest = before.lstrip().partition(" ")
        if before.lstrip().startswith("|"):
            return self._in_table(before, spoken)
        if re.search(r"(?:Regel|Rule):\s*\S*$", before):
            return Choices(_word(before), tuple(self._rules()))
        if keyword in STEPS[written] and space:
            return self._step(_type_of(lines[:line], written), rest, first + len(keyword) + 1, written, spoken)
        words = (*SECTIONS[written], *STEPS[written])
        return Choices(first, tuple(Choice(word, "word") for word in words))

    def _step(self, type_: str, rest: str, start: int, written: str, spoken: str) -> Choices:
        if re.search(r"(?:regel|rule|advies|advice) \S*$", rest):
            return Choices(start + _word(rest) - 1, tuple(self._rules()))
        labels = {fact.texts[spoken].label: fact for fact in self._vocabulary.facts.values()}
        for label, fact in labels.items():
            if rest.startswith(f"{label} is "):
                return Choices(start + len(label) + 4, tuple(self._answers(fact, spoken)))
        steps = [Choice(each.patterns[written], "step", each.explanation) for each in DEFINED if each.type == type_]
        facts = [Choice(label, "fact", fact.id) for label, fact in labels.items()] if type_ == "given" else []
        return Choices(start, (*steps, *facts))

    def _in_table(self, before: str, spoken: str) -> Choices:
        *cells, last = before.lstrip()[1:].split("|")
        start = len(before) - len(last.lstrip()) + 1
        labels = {fact.texts[spoken].label: fact for fact in self._vocabulary.facts.values()}
        if not cells:
            return Choices(start, tuple(Choice(label, "fact", fact.id) for label, fact in labels.items()))
        fact = labels.get(cells[0].strip()) or self._vocabulary.facts.get(cells[0].strip())
        return Choices(start, tuple(self._answers(fact, spoken)) if fact else ())

    def _answers(self, fact: FactType, spoken: str) -> Iterator[Choice]:
        said = words_in(spoken).answers
        words = [texts.label for texts in fact.texts[spoken].options.values()]
        words += [said.get(word, word) for word in ("ja", "nee")] if fact.kind is Kind.YES_NO else []
        words += [said.get(NEVER, NEVER)] if fact.may_be_never else []
        yield from (Choice(word, "option") for word in (*words, said.get(UNKNOWN, UNKNOWN)))


def _words_of(hint: Any) -> tuple[str, ...]:
    """Return the words that can stand behind a key, by its type."""
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return tuple(member.value for member in hint)
    if hint is bool:
        return ("ja", "nee")
    return tuple(word for part in typing.get_args(hint) for word in _words_of(part))


def _word(before: str) -> int:
    """Return the column of the word that a text ends in."""
    return len(before) - len(re.split(r"\s", before)[-1]) + 1


def _type_of(lines: Sequence[str], language: str) -> str:
    """Return what the last step in lines is: given, when or then, of which the keyword stands on it or above it."""
    types = dict(zip(STEPS[language], TYPES, strict=False))
    words = (line.split()[0] for line in reversed(lines) if line.strip())
    return next((types[word] for word in words if word in types), "given")
