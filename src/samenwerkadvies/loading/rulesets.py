"""Build a ruleset from its files: read, shape, parse, merge, and check the whole."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import attrs

from samenwerkadvies.checking import check
from samenwerkadvies.errors import (
    MOST_PROBLEMS,
    InvalidInputError,
    InvalidRulesetError,
    Location,
    Problem,
    Text,
)
from samenwerkadvies.extension import Part
from samenwerkadvies.grammar.beside import with_facts
from samenwerkadvies.grammar.parser import ExpressionError, parse, parse_average
from samenwerkadvies.grammar.tree import with_thresholds
from samenwerkadvies.inquiry.contradictions import contradictions
from samenwerkadvies.loading.apart import names_apart, sources_apart, told_apart
from samenwerkadvies.loading.better import without_way_out
from samenwerkadvies.loading.citing import read_citations
from samenwerkadvies.loading.documents import Node, read_document
from samenwerkadvies.loading.doubts import doubts
from samenwerkadvies.loading.entries import (
    AverageEntry,
    CheckEntry,
    ConditionEntry,
    FactEntry,
    RuleEntry,
    RuleFile,
    TranslationFile,
    rule_entry,
)
from samenwerkadvies.loading.extending import Entry, Extension, combined
from samenwerkadvies.loading.facts import fact_problems, fact_type
from samenwerkadvies.loading.identity import Identity, identity_of
from samenwerkadvies.loading.made import name_problems, rule_of
from samenwerkadvies.loading.origins import Lines, Shipped, origins_of
from samenwerkadvies.loading.parties import read_parties
from samenwerkadvies.loading.places import without_places
from samenwerkadvies.loading.policies import priority_policy, stated_over
from samenwerkadvies.loading.quoting import Quoting
from samenwerkadvies.loading.resting import collector_at_rest
from samenwerkadvies.loading.shapes import shape
from samenwerkadvies.loading.sources import SHIPPED, Source, fingerprint, read_folder, shipped_sources
from samenwerkadvies.loading.switching import without
from samenwerkadvies.loading.thresholds import read_thresholds, unused
from samenwerkadvies.loading.translating import Translation
from samenwerkadvies.loading.validities import validity_of, without_bounds
from samenwerkadvies.loading.words import condition_texts, rule_texts
from samenwerkadvies.loading.yaml_problems import with_cut
from samenwerkadvies.ruleset import (
    DUTCH,
    Condition,
    Replacement,
    Rule,
    Ruleset,
)
from samenwerkadvies.thresholds import Threshold
from samenwerkadvies.validity import ALWAYS, Validity
from samenwerkadvies.vocabulary import Average, FactType, Party, Vocabulary

MOST_CONDITIONS = 99
_WARNINGS = frozenset({"LET01"})
_UNKNOWN_NAMES = frozenset({"TAAL02", "TAAL04", "TAAL11", "SET03", "SET04", "VORM07", "VORM08", "VORM11"})

T = TypeVar("T")


def read_ruleset(path: Path | None) -> Ruleset:
    """Read and check the rule files of a folder (or one file); with None the shipped ones (``load_ruleset``)."""
    problems: list[Problem] = []
    with collector_at_rest():
        if path is None:
            return _Assembly(shipped_sources(), problems, name=SHIPPED).build()
        return _Assembly(read_folder(path, problems), problems, name=path.absolute().stem).build()


@functools.cache
def _shipped_files() -> tuple[tuple[bool, RuleFile], ...]:
    """Return the shipped files in their shape, as sets are laid over them again and again; nothing changes them."""
    return tuple(_Assembly(shipped_sources(), [], name=SHIPPED).files)


class _Assembly:
    """One ruleset while it is put together; every problem is kept and told at the end."""

    def __init__(self, sources: tuple[Source, ...], problems: list[Problem], name: str) -> None:
        self._problems = problems
        self._cut: list[Problem] = []
        """The texts between brackets that end at a comma in them."""
        self._warnings: list[Problem] = []
        self._broken: set[str] = set()
        """Names that are declared, but could not be read: not to be reported again as unknown."""
        self._is_whole = not problems
        files = self._shaped(sources)
        if any(file.breidt_uit for _, file in files) and not all(source.is_base for source in sources):
            sources = (*shipped_sources(), *sources)
            files = [*_shipped_files(), *files]
        self._sources = sources
        self.files = files
        self._name = name
        self._facts: dict[str, FactType] = {}
        self._averages: dict[str, Average] = {}
        self._conditions: dict[int, Condition] = {}
        self._rules: dict[str, Rule] = {}
        self._inherited: set[str] = set()
        self._shipped_rules: set[str] = set()
        self._shipped_conditions: set[int] = set()
        self._apart: Mapping[str, str] = {}
        """Per source of one's own that is called as one of the extended set: the name that keeps it apart."""
        self._extension = Extension({}, {}, {}, {}, frozenset(), ())
        self._thresholds: dict[str, Threshold] = {}
        self._parties: dict[str, Party] = {}
        self._quoted: set[str] = set()
        """The thresholds that a text quotes."""
        self._priority: Node | None = None
        self._lines: dict[str, Lines] = {}
        """Per language what is said of where rules come from."""

    def _shaped(self, sources: Iterable[Source]) -> list[tuple[bool, RuleFile]]:
        files = []
        for source in sources:
            if not source.is_translation:
                try:
                    file = shape(self._document(source), RuleFile)
                except InvalidInputError as error:
                    self._problems += error.problems
                    self._is_whole = False
                else:
                    files.append((source.is_base, file))
        return files

    def _document(self, source: Source) -> Node:
        document = read_document(source.text, source.shown, self._cut)
        if not source.is_base:
            self._warnings += itertools.islice(doubts(document, source.text.split("\n")), MOST_PROBLEMS)
        return document

    def build(self) -> Ruleset:
        """Return the checked ruleset."""
        identity = identity_of(self.files, self._name, self._problems)
        self._lines = {DUTCH: identity.lines}
        name = identity.name
        shipped_files = [file for is_base, file in self.files if is_base]
        own_files = [file for is_base, file in self.files if not is_base]
        self._apart = names_apart(shipped_files, own_files, name)
        own_files = [told_apart(file, self._apart) for file in own_files]
        self.files = [*((True, file) for file in shipped_files), *((False, file) for file in own_files)]
        self._thresholds = read_thresholds(shipped_files, own_files, name, self._problems, self._broken)
        self._extension = combined(shipped_files, own_files, self._problems)
        self._broken |= self._extension.refused | {*self._extension.off}
        starts = (Location(found.shown, 1, 1, found.text.partition("\n")[0]) for found in self._sources)
        start = next(starts, None) if self._is_whole else None
        self._parties = read_parties(shipped_files, own_files, self._extension.parties, self._problems, start)
        if not self._parties:
            raise InvalidRulesetError(with_cut(self._problems, self._cut))
        for is_base, file in self.files:
            self._add_file(file, is_base=is_base)
        vocabulary = Vocabulary(self._facts, self._averages, self._parties)
        for key, rule in self._rules.items():
            if (tree := with_facts(rule.expression, vocabulary)) is not rule.expression:
                self._rules[key] = attrs.evolve(rule, expression=tree)
        self._rules = without(self._rules, self._extension.off, self._problems)
        own = [source for source in self._sources if not source.is_base]
        ruleset = Ruleset(
            name=name,
            version=identity.version,
            fingerprint=fingerprint(self._sources),
            vocabulary=vocabulary,
            conditions=dict(sorted(self._conditions.items())),
            rules=self._rules,
            thresholds=self._thresholds,
            policy=priority_policy(self._priority, self._problems),
            sources={DUTCH: read_citations((file for _, file in self.files), self._problems)},
            cautions={DUTCH: identity.cautions.nearest},
            replacements=tuple(
                Replacement(change.id, change.place)
                for change in self._extension.changes
                if change.part is Part.RULE and change.is_whole
            ),
            changes=self._extension.changes,
            off={
                name: attrs.evolve(each, findings={DUTCH: self._quoting(DUTCH).filled(each.findings[DUTCH])})
                for name, each in self._extension.off.items()
            },
            inherited=frozenset(map(str, self._inherited)) if own else frozenset(),
        )
        if not own or any(source.is_translation for source in own):
            ruleset = self._translated(ruleset, identity)
        self._problems += itertools.islice(check(ruleset, self._broken), MOST_PROBLEMS)
        self._problems = with_cut(self._problems, self._cut)
        if not self._is_whole:  # what seems unknown may stand in the part that could not be read
            self._problems = [problem for problem in self._problems if problem.code not in _UNKNOWN_NAMES]
        if not self._problems:
            self._problems += itertools.islice(without_bounds(ruleset), MOST_PROBLEMS)
        if not self._problems:
            self._add_contradictions(ruleset)
            self._problems += itertools.islice(unused(ruleset, self._quoted), MOST_PROBLEMS)
        if self._problems:
            raise InvalidRulesetError(self._problems)
        self._warnings += without_way_out(ruleset.with_checks_apart)
        warnings = sorted(self._warnings, key=lambda problem: problem.order)[:MOST_PROBLEMS]
        origins = origins_of(ruleset, self._lines, Shipped(self._shipped_rules, self._shipped_conditions))
        return attrs.evolve(without_places(ruleset, origins).with_checks_apart, warnings=tuple(warnings))

    def _add_contradictions(self, ruleset: Ruleset) -> None:
        expressions = {name: rule.expression for name, rule in ruleset.rules.items()}
        found = [
            problem.at(ruleset.rules[name].written)
            for name, problem in itertools.islice(contradictions(expressions, ruleset.vocabulary), MOST_PROBLEMS)
        ]
        self._problems += [problem for problem in found if problem.code not in _WARNINGS]
        self._warnings += [problem for problem in found if problem.code in _WARNINGS]

    def _translated(self, ruleset: Ruleset, identity: Identity) -> Ruleset:
        files: dict[str, list[tuple[bool, TranslationFile]]] = {}
        for source in self._sources:
            if source.is_translation:
                try:
                    file = shape(self._document(source), TranslationFile)
                except InvalidInputError as error:
                    self._problems += error.problems
                    self._is_whole = False
                    continue
                if not source.is_base:
                    file = attrs.evolve(file, bronnen=sources_apart(file.bronnen, self._apart))
                files.setdefault(str(file.taal), []).append((source.is_base, file))
        for language, parts in files.items():
            translation = Translation(parts, self._extension, self._quoting(language), identity)
            ruleset = translation.added_to(ruleset)
            self._lines[language] = translation.lines
        return ruleset

    def _quoting(self, language: str) -> Quoting:
        return Quoting(self._thresholds, language, self._broken, self._problems, self._quoted)

    def _shaped_entry(self, key: Text, node: Node, wanted: type[T]) -> T | None:
        try:
            return shape(node, wanted)
        except InvalidInputError as error:
            self._problems += error.problems
            self._broken.add(key)
            return None

    def _add_file(self, file: RuleFile, *, is_base: bool) -> None:
        number = None
        values = {name: threshold.value for name, threshold in self._thresholds.items()}
        if file.voorwaarde is not None:
            try:
                number = self._add_condition(shape(file.voorwaarde, ConditionEntry), file.voorwaarde.at)
            except InvalidInputError as error:
                self._problems += error.problems
                self._is_whole = False
        if is_base and number is not None:
            self._shipped_conditions.add(number)
        for key, node in self._counting(file.feiten, self._extension.facts, (), is_base=is_base):
            self._problems += name_problems(key, self._facts, self._averages)
            entry = self._shaped_entry(key, node, FactEntry)
            if entry and (fact := self._fact(key, entry, number)):
                self._facts[key] = fact
        for key, node in self._within_bounds(file.gemiddelden):
            self._problems += name_problems(key, self._facts, self._averages)
            average = self._shaped_entry(key, node, AverageEntry)
            if average and (parts := self._parsed(key, average.als, parse_average)) is not None:
                names, spans = zip(*parts, strict=True)
                self._averages[key] = Average(key, names, {DUTCH: str(average.label)}, number, average.als, spans)
        for key, node in self._counting(file.regels, self._extension.rules, self._extension.off, is_base=is_base):
            self._problems += name_problems(key, self._rules)
            rule: RuleEntry | CheckEntry | None = self._shaped_entry(key, node, rule_entry(node))
            if rule and (expression := self._parsed(key, rule.als, parse)) is not None:
                tree, texts = with_thresholds(expression, values), rule_texts(rule, self._quoting(DUTCH))
                unstated = (number,) if number is not None else ()
                made, validity = rule_of(key, rule, tree, texts, unstated), self._validity(key, rule)
                self._rules[key] = made if validity == ALWAYS else attrs.evolve(made, validity=validity)
            changed = self._extension.rules.get(key)
            if is_base and changed is None:
                self._inherited.add(key)
            if is_base and not (changed and changed.is_whole):
                self._shipped_rules.add(key)
        if file.prioriteit is not None:
            self._priority = file.prioriteit if is_base else stated_over(self._priority, file.prioriteit)

    def _validity(self, key: Text, entry: RuleEntry | CheckEntry) -> Validity:
        try:
            return validity_of(key, entry.geldig)
        except InvalidInputError as error:
            self._problems += error.problems
            return ALWAYS

    def _counting(
        self, entries: Mapping[Text, Node], changed: Mapping[str, Entry], off: Collection[str], *, is_base: bool
    ) -> Iterator[tuple[Text, Node]]:
        """Yield the entries of a file that count: one that one's own set changes stands in its place, as changed."""
        for key, node in self._within_bounds(entries):
            if key in changed:
                if is_base:
                    yield changed[key].key, changed[key].node
            elif key not in off and (is_base or key not in self._extension.refused):
                yield key, node

    def _within_bounds(self, entries: Mapping[Text, Node]) -> Iterator[tuple[Text, Node]]:
        """Yield entries as long as there is sense in telling more problems."""
        for entry in entries.items():
            if len(self._problems) >= MOST_PROBLEMS:
                self._is_whole = False
                return
            yield entry

    def _parsed(self, key: Text, written: Text, parser: Callable[[str], T]) -> T | None:
        try:
            return parser(written.raw or written)
        except ExpressionError as error:
            self._problems.append(error.problem.at(written))
            self._broken.add(key)
            return None

    def _add_condition(self, entry: ConditionEntry, at: Location) -> int:
        if entry.nummer in self._conditions or not 1 <= entry.nummer <= MOST_CONDITIONS:
            message = f"voorwaarde {entry.nummer} staat er al, of heeft geen goed nummer"
            expected = f"een eigen nummer van 1 tot en met {MOST_CONDITIONS}"
            self._problems.append(Problem(code="VORM05", message=message, location=at, expected=expected))
        texts = {DUTCH: condition_texts(entry)}
        self._conditions[entry.nummer] = Condition(entry.nummer, entry.id, texts, entry.rust_op)
        return entry.nummer

    def _fact(self, key: Text, entry: FactEntry, number: int | None) -> FactType | None:
        if problems := fact_problems(key, entry, self._parties):
            self._problems += problems
            self._broken.add(key)
            return None
        return fact_type(key, entry, number, self._parties)
