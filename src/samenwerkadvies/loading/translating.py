"""Add the words of another language to a ruleset, with what is missing or unknown in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import attrs

from samenwerkadvies.bilingual import any_of
from samenwerkadvies.citations import Citation
from samenwerkadvies.errors import MOST_PROBLEMS, InvalidInputError, Problem, Text, nearest, quoted
from samenwerkadvies.extension import SwitchedOff
from samenwerkadvies.loading.citing import read_translation
from samenwerkadvies.loading.documents import Node, Section
from samenwerkadvies.loading.entries import (
    AverageTranslation,
    CheckTranslation,
    ConditionTranslation,
    FactTranslation,
    PartyTranslation,
    RuleTranslation,
    SourceTranslation,
    ThresholdTranslation,
    TranslationFile,
)
from samenwerkadvies.loading.extending import Entry, Extension
from samenwerkadvies.loading.identity import Identity
from samenwerkadvies.loading.origins import Lines
from samenwerkadvies.loading.overlay import overlaid
from samenwerkadvies.loading.quoting import Quoting
from samenwerkadvies.loading.shapes import shape
from samenwerkadvies.loading.words import condition_texts, fact_texts, misfitting_words, party_texts, rule_texts
from samenwerkadvies.ruleset import DUTCH, Condition, Rule, Ruleset
from samenwerkadvies.thresholds import Threshold, ThresholdTexts
from samenwerkadvies.vocabulary import Average, FactType, Kind, Party, Vocabulary
from samenwerkadvies.wording.words import LANGUAGES

T = TypeVar("T")


class Translation:
    """All words in one other language, from one or more files, with what is missing or unknown in them."""

    def __init__(
        self, files: Sequence[tuple[bool, TranslationFile]], extension: Extension, quoting: Quoting, identity: Identity
    ) -> None:
        """Keep the files, each with whether it is of the shipped set, and what one's own set changes in that."""
        self._language = language = quoting.language
        self._files = files
        self._problems = problems = quoting.problems
        self._broken = quoting.broken
        self._quoting = quoting
        self._extension = extension
        self._identity = identity
        self._last = files[-1][1]
        self._told: set[str] = set()
        """Names of which it was told already that a text is missing."""
        others = [known for known in LANGUAGES if known != DUTCH]
        if language not in others:
            at = self._last.taal.at
            message = f"onbekende taal {quoted(language)}"
            problems.append(Problem(code="VORM04", message=message, location=at, expected=any_of(others)))

    def added_to(self, ruleset: Ruleset) -> Ruleset:
        """Return the ruleset with these words beside those that it has."""
        vocabulary, language = ruleset.vocabulary, self._language
        conditions = self._matched(
            "voorwaarde", self._entries("voorwaarden"), map(str, ruleset.conditions), ConditionTranslation
        )
        changed = self._extension
        facts = self._matched("feit", self._entries("feiten", changed.facts), vocabulary.facts, FactTranslation)
        parties = self._matched(
            "partij", self._entries("partijen", changed.parties), vocabulary.declared, PartyTranslation
        )
        averages = self._matched("gemiddelde", self._entries("gemiddelden"), vocabulary.averages, AverageTranslation)
        thresholds = self._matched("grens", self._entries("grenzen"), ruleset.thresholds, ThresholdTranslation)
        rules = self._rules(self._entries("regels", changed.rules), ruleset.rules)
        sources = self._sources(ruleset.sources[DUTCH])
        cautions = self._lines("let_op")
        for key, said, dutch in (
            ("herkomst", self.lines, self._identity.lines),
            ("let_op", cautions, self._identity.cautions),
        ):
            if said.lacks(dutch):
                self._missing("de regel", key)
        return attrs.evolve(
            ruleset,
            vocabulary=Vocabulary(
                {name: self._fact(fact, facts.get(name)) for name, fact in vocabulary.facts.items()},
                {name: self._average(average, averages.get(name)) for name, average in vocabulary.averages.items()},
                {name: self._party(party, parties.get(name)) for name, party in vocabulary.declared.items()},
            ),
            conditions={
                number: self._condition(found, conditions.get(str(number)))
                for number, found in ruleset.conditions.items()
            },
            thresholds={
                name: self._threshold(found, thresholds.get(name)) for name, found in ruleset.thresholds.items()
            },
            rules={name: self._rule(rule, rules.get(name)) for name, rule in ruleset.rules.items()},
            off=self._off(ruleset.off),
            sources={**ruleset.sources, language: sources},
            cautions={**ruleset.cautions, language: cautions.nearest},
        )

    def _rules(
        self, entries: Mapping[Text, Node], rules: Mapping[str, Rule]
    ) -> dict[str, RuleTranslation | CheckTranslation]:
        checks = {name for name, rule in rules.items() if rule.is_check}
        of_rules, of_checks = (
            {key: node for key, node in entries.items() if (key in checks) is are_checks}
            for are_checks in (False, True)
        )
        return {
            **self._matched("regel", of_rules, (name for name in rules if name not in checks), RuleTranslation),
            **self._matched("regel", of_checks, (name for name in rules if name in checks), CheckTranslation),
        }

    @property
    def lines(self) -> Lines:
        """The lines of origin in this language."""
        return self._lines("herkomst")

    def _lines(self, key: str) -> Lines:
        def line(*, is_base: bool) -> str:
            files = (file for each, file in self._files if each is is_base)
            return next((str(said) for file in files if (said := getattr(file, key))), "")

        return Lines(shipped=line(is_base=True), own=line(is_base=False))

    def _entries(self, section: str, changed: Mapping[str, Entry] | None = None) -> dict[Text, Node]:
        """Return what the files say, one's own over that of the set that it extends.

        What that says of texts that one's own set writes otherwise, counts no more.
        """
        base, own = (self._collected(section, is_base=is_base) for is_base in (True, False))
        for key, entry in (changed or {}).items():
            before, after = base.pop(entry.key, None), own.get(entry.key)
            if not isinstance(before, Section):
                continue
            said = {*after} if isinstance(after, Section) else set()
            lost = [] if entry.is_whole else [name for name in before if name in entry.stale and name not in said]
            for name in lost:
                self._missing(f"{quoted(str(name))} van", entry.key)
            if lost:
                self._told.add(key)
                own.pop(entry.key, None)
            elif left := {name: node for name, node in before.items() if name not in entry.stale}:
                base[entry.key] = Section(left)
                base[entry.key].at = before.at
        for key, node in own.items():
            before = base.get(key)
            base[key] = overlaid(before, node) if isinstance(before, Section) and isinstance(node, Section) else node
        return base

    def _collected(self, section: str, *, is_base: bool) -> dict[Text, Node]:
        files = (file for each, file in self._files if each is is_base)
        return {key: node for file in files for key, node in getattr(file, section).items()}

    def _missing(self, what: str, name: str) -> None:
        at = name.at if isinstance(name, Text) else self._last.taal.at
        message = f"vertaling in {quoted(self._language)} ontbreekt: {what} {quoted(str(name))}"
        self._problems.append(
            Problem(code="VORM07", message=message, location=at, expected=f"een vertaling in {self._last.taal.at.file}")
        )

    def _unknown(self, what: str, name: Text, known: Iterable[str]) -> None:
        message = f"vertaling van een onbekend onderdeel: {what} {quoted(str(name))}"
        hint = nearest(name, known)
        self._problems.append(
            Problem(code="VORM08", message=message, location=name.at, expected="een naam uit de regelset", hint=hint)
        )

    def _matched(self, what: str, entries: Mapping[Text, Node], names: Iterable[str], wanted: type[T]) -> dict[str, T]:
        known = dict.fromkeys(names)
        found: dict[str, T] = {}
        for key, node in entries.items():
            if len(self._problems) >= MOST_PROBLEMS:
                return found
            if key not in known and key not in self._broken:
                self._unknown(what, key, known)
            try:
                found[str(key)] = shape(node, wanted)
            except InvalidInputError as error:
                self._problems += error.problems
        for name in known:
            if name not in entries and name not in self._told:
                self._missing(what, name)
        return found

    def _sources(self, dutch: Mapping[str, Citation]) -> dict[str, Citation]:
        stated: dict[str, SourceTranslation | None] = {}
        for key, node in ((key, node) for _, file in self._files for key, node in file.bronnen.items()):
            if key not in dutch:
                self._unknown("bron", key, dutch)
            try:
                entry, before = read_translation(node), stated.get(key)
                stated[key] = attrs.evolve(entry, wat=before.wat) if before and entry.wat is None else entry
            except InvalidInputError as error:
                self._problems += error.problems
                stated[key] = None
        for name in dutch:
            if name not in stated:
                self._missing("bron", name)
        return {name: self._source(name, found, stated.get(name)) for name, found in dutch.items()}

    def _source(self, name: str, dutch: Citation, entry: SourceTranslation | None) -> Citation:
        if entry is None:
            return dutch
        if bool(dutch.about) is not bool(entry.wat):
            self._missing("'wat' van bron", name)
        return Citation(str(entry.titel), str(entry.wat or ""), dutch.link)

    def _condition(self, condition: Condition, entry: ConditionTranslation | None) -> Condition:
        if entry is None:
            return condition
        return attrs.evolve(condition, texts={**condition.texts, self._language: condition_texts(entry)})

    def _fact(self, fact: FactType, entry: FactTranslation | None) -> FactType:
        if entry is None:
            return fact
        self._problems += misfitting_words(entry, fact.kind, entry.label)
        if (entry.nooit is not None) is not fact.may_be_never and fact.kind is Kind.DATE:
            self._missing("'nooit' van feit", fact.id)
        dutch = fact.texts[DUTCH]
        if dutch.clause_one and entry.zin_een is None:
            self._missing("'zin_een' van feit", fact.id)
        if bool(dutch.clause_none) is not (entry.zin_geen is not None):
            self._missing("'zin_geen' van feit", fact.id)
        for name, in_dutch in (("zin_voorbij", dutch.clause_past), ("bij_de_vraag", dutch.asked)):
            if bool(in_dutch) is not (getattr(entry, name) is not None):
                self._missing(f"{quoted(name)} van feit", fact.id)
        if fact.kind is Kind.DATE and bool(dutch.clause) is not (entry.zin is not None):
            self._missing("'zin' van feit", fact.id)
        if bool(dutch.lowest) is not (entry.schaal_1 is not None) or bool(dutch.highest) is not (
            entry.schaal_5 is not None
        ):
            self._missing("'schaal_1' en 'schaal_5' van feit", fact.id)
        for option in fact.options:
            if option not in (entry.opties or {}):
                self._missing(f"optie {quoted(option)} van feit", fact.id)
        for name in entry.opties or ():
            if name not in fact.options:
                message = f"vertaling van een onbekende optie {quoted(str(name))}"
                self._problems.append(
                    Problem(
                        code="VORM08",
                        message=message,
                        location=name.at,
                        expected=any_of(fact.options),
                        hint=nearest(name, fact.options),
                    )
                )
        return attrs.evolve(fact, texts={**fact.texts, self._language: fact_texts(entry)})

    def _average(self, average: Average, entry: AverageTranslation | None) -> Average:
        return attrs.evolve(average, labels={**average.labels, self._language: str(entry.label)}) if entry else average

    def _party(self, party: Party, entry: PartyTranslation | None) -> Party:
        return attrs.evolve(party, texts={**party.texts, self._language: party_texts(entry)}) if entry else party

    def _threshold(self, threshold: Threshold, entry: ThresholdTranslation | None) -> Threshold:
        if entry is None:
            return threshold
        texts = ThresholdTexts(str(entry.eenheid), str(entry.uitleg))
        return attrs.evolve(threshold, texts={**threshold.texts, self._language: texts})

    def _off(self, off: Mapping[str, SwitchedOff]) -> dict[str, SwitchedOff]:
        """Return the rules that are off with what they would find; in Dutch where that was never translated."""
        entries = self._collected("regels", is_base=True)
        found = {}
        for name, each in off.items():
            node = next((node for key, node in entries.items() if key == name), None)
            said = (
                next((text for key, text in node.items() if key == "bevinding"), None)
                if isinstance(node, Section)
                else None
            )
            finding = self._quoting.filled(said) if isinstance(said, Text) else each.findings[DUTCH]
            found[name] = attrs.evolve(each, findings={**each.findings, self._language: finding})
        return found

    def _rule(self, rule: Rule, entry: RuleTranslation | CheckTranslation | None) -> Rule:
        if entry is None:
            return rule
        dutch, texts = rule.texts[DUTCH], rule_texts(entry, self._quoting)
        if len(texts.steps) != len(dutch.steps):
            self._missing(f"{len(dutch.steps)} stappen van regel", rule.id)
        for name, said, meant in (
            ("beslissing", texts.decision, dutch.decision),
            ("toelichting", texts.note, dutch.note),
            ("geen_uitweg", texts.no_way_out, dutch.no_way_out),
        ):
            if bool(said) is not bool(meant):
                self._missing(f"'{name}' van regel", rule.id)
        return attrs.evolve(rule, texts={**rule.texts, self._language: texts})
