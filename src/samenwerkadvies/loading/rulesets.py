"""Build a ruleset from its files: read, shape, parse, merge, and check the whole."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import TypeVar, cast

import attrs

from samenwerkadvies.checking import check, located
from samenwerkadvies.errors import InvalidInputError, InvalidRulesetError, Location, Problem, Text, listed, quoted
from samenwerkadvies.language.parser import ExpressionError, parse, parse_average
from samenwerkadvies.language.tree import Expression
from samenwerkadvies.loading.documents import Node, decode, read_bytes, read_document
from samenwerkadvies.loading.files import (
    AdviceKindWord,
    AverageEntry,
    ConditionEntry,
    FactEntry,
    PriorityEntry,
    RuleEntry,
    RuleFile,
    SeverityWord,
    TranslationFile,
)
from samenwerkadvies.loading.shapes import shape
from samenwerkadvies.loading.words import Translation, fact_texts, misfitting_words, rule_texts
from samenwerkadvies.ruleset import (
    DUTCH,
    AdviceKind,
    Condition,
    ConditionTexts,
    Criterion,
    PriorityPolicy,
    Replacement,
    Rule,
    Ruleset,
    Severity,
)
from samenwerkadvies.vocabulary import GREATEST_COUNT, Average, FactType, Kind, Respondent, Vocabulary

SHIPPED = "samenwerkadvies"
"""The name of the shipped ruleset, which others may extend."""
MOST_FILES = 200
MOST_CONDITIONS = 99

T = TypeVar("T")


@attrs.frozen
class _Source:
    """A file that was read."""

    shown: str
    text: str
    is_translation: bool
    is_base: bool


def load_ruleset(path: str | Path | None = None) -> Ruleset:
    """Load the rule files of a folder (or one file); with None the shipped ones.

    Raises:
        InvalidRulesetError: with every problem in every file.
    """
    if path is None:
        return _shipped_ruleset()
    problems: list[Problem] = []
    return _Assembly(_read_folder(Path(path), problems), problems, name=Path(path).resolve().stem).build()


@functools.cache
def _shipped_ruleset() -> Ruleset:
    return _Assembly(_shipped_sources(), [], name=SHIPPED).build()


@functools.cache
def _shipped_sources() -> tuple[_Source, ...]:
    found = [
        (f"rules/{prefix}{entry.name}", entry.read_bytes(), bool(prefix))
        for folder, prefix in (
            (resources.files(f"{SHIPPED}.rules"), ""),
            (resources.files(f"{SHIPPED}.rules") / "vertalingen", "vertalingen/"),
        )
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".yaml")
    ]
    return tuple(
        _Source(shown, decode(content, shown), is_translation, is_base=True) for shown, content, is_translation in found
    )


def _read_folder(path: Path, problems: list[Problem]) -> tuple[_Source, ...]:
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix in (".yaml", ".yml") and file.is_file())
        translations = sorted(path.glob("vertalingen/*.y*ml"))
    else:
        files, translations = [path], []
    if not files:
        expected = "een map met regelbestanden (.yaml)"
        problems.append(Problem("LEES07", "in deze map staan geen regelbestanden", place=str(path), expected=expected))
    if len(files) + len(translations) > MOST_FILES:
        problems.append(
            Problem(
                "LEES02", "in deze map staan te veel bestanden", place=str(path), expected=f"hoogstens {MOST_FILES}"
            )
        )
        files, translations = [], []
    sources = []
    for file in (*files, *translations):
        try:
            text = decode(read_bytes(file, str(file)), str(file))
            sources.append(_Source(str(file), text, file in translations, is_base=False))
        except InvalidInputError as error:
            problems += error.problems
    return tuple(sources)


class _Assembly:
    """One ruleset while it is put together; every problem is kept and told at the end."""

    def __init__(self, sources: tuple[_Source, ...], problems: list[Problem], name: str) -> None:
        self._problems = problems
        self._broken: set[str] = set()
        """Names that are declared, but could not be read: not to be reported again as unknown."""
        self._is_whole = not problems
        files = self._shaped(sources)
        if any(file.breidt_uit for _, file in files) and not all(source.is_base for source in sources):
            sources = (*_shipped_sources(), *sources)
            files = [*self._shaped(_shipped_sources()), *files]
        self._sources = sources
        self._files = files
        self._name = name
        self._facts: dict[str, FactType] = {}
        self._averages: dict[str, Average] = {}
        self._conditions: dict[int, Condition] = {}
        self._rules: dict[str, Rule] = {}
        self._base_rules: set[str] = set()
        self._replacements: list[Replacement] = []
        self._priority: Node | None = None

    def _shaped(self, sources: Iterable[_Source]) -> list[tuple[bool, RuleFile]]:
        files = []
        for source in sources:
            if not source.is_translation:
                try:
                    file = shape(read_document(source.text, source.shown), RuleFile)
                except InvalidInputError as error:
                    self._problems += error.problems
                    self._is_whole = False
                else:
                    files.append((source.is_base, file))
        return files

    def _identity(self) -> tuple[str, str, str]:
        """Return name, version and the line of origin; a set of one's own comes before the one it extends."""
        for _, file in self._files:
            if file.breidt_uit is not None and file.breidt_uit != SHIPPED:
                message = f"onbekende regelset {quoted(str(file.breidt_uit))}"
                self._problems.append(Problem("VORM04", message, file.breidt_uit.at, expected=SHIPPED))
        own = [file.regelset for is_base, file in self._files if file.regelset and not is_base]
        base = [file.regelset for is_base, file in self._files if file.regelset and is_base]
        for entry in own[1:]:
            message = "de naam van de regelset staat al in een ander bestand"
            self._problems.append(Problem("VORM05", message, entry.naam.at, expected="één keer 'regelset'"))
        is_shipped = all(is_base for is_base, _ in self._files)
        named = own[:1] or (base if is_shipped else [])
        origin = next((str(entry.herkomst) for entry in own[:1] + base if entry.herkomst), "")
        name, version = (str(named[0].naam), str(named[0].versie)) if named else (self._name, "0")
        return name, version, origin

    def build(self) -> Ruleset:
        """Return the checked ruleset."""
        name, version, origin = self._identity()
        for is_base, file in self._files:
            self._add_file(file, is_base=is_base)
        ruleset = Ruleset(
            name=name,
            version=version,
            fingerprint=_fingerprint(self._sources),
            vocabulary=Vocabulary(self._facts, self._averages),
            conditions=dict(sorted(self._conditions.items())),
            rules=self._rules,
            policy=self._policy(),
            sources={DUTCH: {key: str(text) for _, file in self._files for key, text in file.bronnen.items()}},
            origin={DUTCH: origin},
            replacements=tuple(self._replacements),
        )
        own = [source for source in self._sources if not source.is_base]
        if not own or any(source.is_translation for source in own):
            ruleset = self._translated(ruleset)
        if self._is_whole:
            self._problems += check(ruleset, self._broken)
        if self._problems:
            raise InvalidRulesetError(self._problems)
        return ruleset

    def _translated(self, ruleset: Ruleset) -> Ruleset:
        files: dict[str, list[TranslationFile]] = {}
        for source in self._sources:
            if source.is_translation:
                try:
                    file = shape(read_document(source.text, source.shown), TranslationFile)
                except InvalidInputError as error:
                    self._problems += error.problems
                    continue
                files.setdefault(str(file.taal), []).append(file)
        replaced = {replacement.rule for replacement in self._replacements}
        for language, parts in files.items():
            translation = Translation(language, parts, replaced, self._problems, self._broken)
            ruleset = translation.added_to(ruleset)
        return ruleset

    def _shaped_entry(self, key: Text, node: Node, wanted: type[T]) -> T | None:
        try:
            return shape(node, wanted)
        except InvalidInputError as error:
            self._problems += error.problems
            self._broken.add(key)
            return None

    def _add_file(self, file: RuleFile, *, is_base: bool) -> None:
        number = None
        if file.voorwaarde is not None:
            try:
                number = self._add_condition(shape(file.voorwaarde, ConditionEntry), file.voorwaarde.at)
            except InvalidInputError as error:
                self._problems += error.problems
                self._is_whole = False
        for key, node in file.feiten.items():
            self._refuse_twice(key, {**self._facts, **self._averages}, "dit feit")
            entry = self._shaped_entry(key, node, FactEntry)
            if entry and (fact := self._fact(key, entry, number)):
                self._facts[key] = fact
        for key, node in file.gemiddelden.items():
            self._refuse_twice(key, {**self._facts, **self._averages}, "dit feit")
            average = self._shaped_entry(key, node, AverageEntry)
            if average and (parts := self._parsed(key, average.als, parse_average)) is not None:
                self._averages[key] = Average(key, parts, {DUTCH: str(average.label)}, number)
        for key, node in file.regels.items():
            if not is_base and key in self._base_rules:
                self._replacements.append(Replacement(str(key), f"{key.at.file}:{key.at.line}"))
                self._base_rules.discard(key)
            else:
                self._refuse_twice(key, self._rules, "deze regel")
            rule = self._shaped_entry(key, node, RuleEntry)
            if rule and (expression := self._parsed(key, rule.als, parse)) is not None:
                self._rules[key] = _rule(key, rule, expression, number)
            if is_base:
                self._base_rules.add(key)
        if file.prioriteit is not None:
            self._priority = file.prioriteit

    def _refuse_twice(self, key: Text, known: Mapping[str, object], what: str) -> None:
        first = next((name for name in known if name == key), None)
        if isinstance(first, Text):
            message = f"{what} staat er al: {quoted(str(key))} (in {first.at.file}, regel {first.at.line})"
            self._problems.append(Problem("VORM05", message, key.at, expected="elke naam één keer"))

    def _parsed(self, key: Text, written: Text, parser: Callable[[str], T]) -> T | None:
        try:
            return parser(written.raw or written)
        except ExpressionError as error:
            self._problems.append(located(error.fault, written))
            self._broken.add(key)
            return None

    def _add_condition(self, entry: ConditionEntry, at: Location) -> int:
        if entry.nummer in self._conditions or not 1 <= entry.nummer <= MOST_CONDITIONS:
            message = f"voorwaarde {entry.nummer} staat er al, of heeft geen goed nummer"
            expected = f"een eigen nummer van 1 tot en met {MOST_CONDITIONS}"
            self._problems.append(Problem("VORM05", message, at, expected=expected))
        texts = {DUTCH: ConditionTexts(str(entry.titel), str(entry.uitleg))}
        self._conditions[entry.nummer] = Condition(entry.nummer, entry.id, texts, entry.rust_op)
        return entry.nummer

    def _fact(self, key: Text, entry: FactEntry, number: int | None) -> FactType | None:
        problems = misfitting_words(entry, entry.soort, key)
        if entry.soort is Kind.DATE and entry.wie is Respondent.EACH:
            expected = "wie: gemeente, migrantenorganisatie of samen"
            problems.append(Problem("VORM04", "een datum kan niet per partij verschillen", key.at, expected=expected))
        if entry.hoogstens is not None and not 0 < entry.hoogstens <= GREATEST_COUNT:
            problems.append(Problem("VORM04", "'hoogstens' is hier geen grens", key.at, expected="een getal boven 0"))
        if problems:
            self._problems += problems
            self._broken.add(key)
            return None
        return FactType(
            id=key,
            kind=entry.soort,
            respondent=entry.wie,
            texts={DUTCH: fact_texts(entry)},
            condition=number,
            options=tuple(map(str, entry.opties or ())),
            maximum=GREATEST_COUNT if entry.hoogstens is None else entry.hoogstens,
            may_be_never=entry.nooit is not None,
            sources=entry.bron,
        )

    def _policy(self) -> PriorityPolicy:
        node = self._priority or _shipped_policy()
        try:
            entry = shape(node, PriorityEntry)
        except InvalidInputError as error:
            self._problems += error.problems
            entry = shape(_shipped_policy(), PriorityEntry)
        for written, whole in ((entry.volgorde, Criterion), (entry.ernst, SeverityWord), (entry.soort, AdviceKindWord)):
            if sorted(word.value for word in written) != sorted(word.value for word in whole):
                expected = f"elk van deze woorden één keer: {listed([word.value for word in whole], 'en')}"
                self._problems.append(Problem("VORM09", "deze volgorde is niet volledig", node.at, expected=expected))
        return PriorityPolicy(
            criteria=entry.volgorde,
            severities=tuple(Severity[word.name] for word in entry.ernst),
            kinds=tuple(AdviceKind[word.name] for word in entry.soort),
            shown_first=entry.eerst_tonen,
        )


def _shipped_policy() -> Node:
    source = next(source for source in _shipped_sources() if source.shown == "rules/prioriteit.yaml")
    return cast(Node, shape(read_document(source.text, source.shown), RuleFile).prioriteit)


def _rule(key: Text, entry: RuleEntry, expression: Expression, number: int | None) -> Rule:
    stated = entry.voorwaarden
    return Rule(
        id=key,
        expression=expression,
        severity=Severity[entry.ernst.name],
        kind=AdviceKind[entry.soort.name],
        texts={DUTCH: rule_texts(entry)},
        conditions=stated if stated is not None else (number,) if number is not None else (),
        replaces=entry.vervangt,
        sources=entry.bron,
        makes_provisional=entry.maakt_voorlopig,
        written=entry.als,
    )


def _fingerprint(sources: Iterable[_Source]) -> str:
    """Return a fingerprint of all files, the same on every machine."""
    digest = hashlib.sha256()
    for source in sorted(
        sources, key=lambda source: (not source.is_base, source.is_translation, Path(source.shown).name)
    ):
        digest.update(f"{Path(source.shown).name}\0{source.text}\0".encode())
    return f"sha256:{digest.hexdigest()}"
