"""Put together what the extended set and a set of one's own write about the same rule or fact.

What one's own set does not write, stays as the other has it; so it changes as little as it wants.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from samenwerkadvies.errors import InvalidInputError, Location, Problem, Text, nearest, quoted
from samenwerkadvies.extension import Change, KeyChange, Part, SwitchedOff, Written
from samenwerkadvies.loading.documents import Node, Section
from samenwerkadvies.loading.documents import Sequence as Listed
from samenwerkadvies.loading.entries import (
    FactEntry,
    FactTranslation,
    OffEntry,
    PartyTranslation,
    PriorityEntry,
    RuleFile,
    RuleTranslation,
    rule_entry,
)
from samenwerkadvies.loading.overlay import overlaid
from samenwerkadvies.loading.shapes import shape
from samenwerkadvies.ruleset import DUTCH

_RULE_TEXTS = frozenset(attrs.fields_dict(RuleTranslation))
_FACT_TEXTS = frozenset(attrs.fields_dict(FactTranslation))
_PARTY_TEXTS = frozenset(attrs.fields_dict(PartyTranslation))
_OPTIONS, _PRIORITY = "opties", "prioriteit"


@attrs.frozen
class Entry:
    """A rule or fact of the extended set as it counts now."""

    key: Text
    """Its name, where one's own set writes it."""
    node: Node
    own: frozenset[str]
    """The keys that one's own set writes."""
    stale: frozenset[str]
    """The texts of which a translation made before says something else."""
    is_whole: bool = False


@attrs.frozen
class Extension:
    """What a set of one's own says about the set that it extends."""

    rules: Mapping[str, Entry]
    facts: Mapping[str, Entry]
    parties: Mapping[str, Entry]
    off: Mapping[str, SwitchedOff]
    refused: frozenset[str]
    """Names of which what is said was refused."""
    changes: tuple[Change, ...]


def _needed(entry: type[Any]) -> set[str]:
    return {field.name for field in attrs.fields(entry) if field.default is attrs.NOTHING}


def is_whole(node: Node, entry: type[Any]) -> bool:
    """Say whether a section has every key that an entry needs."""
    return isinstance(node, Section) and _needed(entry) <= {*node}


def unknown(what: str, key: Text, node: Node, entry: type[Any], known: Iterable[str]) -> Problem | None:
    """Return the problem of a change of something that is not there; None for what is new, and nearly whole."""
    needed = _needed(entry)
    if isinstance(node, Section) and "uit" not in node and 2 * len(needed & {*node}) > len(needed):
        return None
    return _is_not_there(what, key, known)


def _is_not_there(what: str, key: Text, known: Iterable[str]) -> Problem:
    message, expected = (
        f"er is geen {what} {quoted(str(key))} om te veranderen",
        "een naam uit de regels die je uitbreidt",
    )
    return Problem(code="SET13", message=message, location=key.at, expected=expected, hint=nearest(key, known))


def combined(shipped: Sequence[RuleFile], own: Sequence[RuleFile], problems: list[Problem]) -> Extension:
    """Return what one's own files say about the shipped ones; what is wrong is added to ``problems``."""
    found = _Combining(shipped)
    parts = (
        (found.add_rule, (item for file in own for item in file.regels.items())),
        (found.add_fact, (item for file in own for item in file.feiten.items())),
        (found.add_party, (item for file in own for item in file.partijen.items())),
        (found.add_threshold, (item for file in own for item in file.grenzen.items())),
        (
            found.add_priority,
            ((Text(_PRIORITY, file.prioriteit.at), file.prioriteit) for file in own if file.prioriteit),
        ),
    )
    for add, entries in parts if shipped else ():
        for key, node in entries:
            try:
                add(key, node)
            except InvalidInputError as error:
                problems += error.problems
                found.refused.add(str(key))
    return Extension(found.rules, found.facts, found.parties, found.off, frozenset(found.refused), tuple(found.changes))


class _Combining:
    """What is found while the entries of one's own files are gone through."""

    def __init__(self, shipped: Sequence[RuleFile]) -> None:
        self._base_rules = {key: node for file in shipped for key, node in file.regels.items()}
        self._base_facts = {key: node for file in shipped for key, node in file.feiten.items()}
        self._base_parties = {key: node for file in shipped for key, node in file.partijen.items()}
        self._base_thresholds = {key: node for file in shipped for key, node in file.grenzen.items()}
        self._base_priority: Node = next((file.prioriteit for file in shipped if file.prioriteit), Section())
        self.rules: dict[str, Entry] = {}
        self.facts: dict[str, Entry] = {}
        self.parties: dict[str, Entry] = {}
        self.off: dict[str, SwitchedOff] = {}
        self.refused: set[str] = set()
        self.changes: list[Change] = []

    def add_rule(self, key: Text, node: Node) -> None:
        before = self._base_rules.get(key)
        if before is None:
            if isinstance(node, Section) and (
                problem := unknown("regel", key, node, rule_entry(node), self._base_rules)
            ):
                raise InvalidInputError([problem])
            return
        self._refuse_twice(key, (*self.rules.values(), *self.off.values()))
        if isinstance(node, Section) and "uit" in node:
            off = shape(node, OffEntry)
            self.off[key] = SwitchedOff(
                key, str(off.waarom), _place(key), {DUTCH: shape(before, rule_entry(before)).bevinding}
            )
            return
        whole = is_whole(node, rule_entry(node))
        merged, keys = _merged(before, node, kept=("voorwaarden",) if whole else None)
        stale = _RULE_TEXTS if whole else _RULE_TEXTS & keys
        self.rules[key] = Entry(key, merged, keys, stale, is_whole=whole)
        self._changed(Part.RULE, key, before, merged, whole=whole)

    def add_fact(self, key: Text, node: Node) -> None:
        before = self._base_facts.get(key)
        if not isinstance(node, Section) or is_whole(node, FactEntry):
            return  # one that is there already is refused as any name that stands twice
        if not isinstance(before, Section):
            if problem := unknown("feit", key, node, FactEntry, self._base_facts):
                raise InvalidInputError([problem])
            return
        self._refuse_twice(key, self.facts.values())
        for name in node:
            if name not in _FACT_TEXTS:
                message = f"{quoted(str(name))} van een feit uit de regels die je uitbreidt, blijft zoals het is"
                expected = "alleen andere teksten, zoals 'vraag' of 'label'"
                raise InvalidInputError([Problem(code="VORM05", message=message, location=name.at, expected=expected)])
        merged, keys = _merged(before, _with_options(node, before))
        self.facts[key] = Entry(key, merged, keys, keys)
        self._changed(Part.FACT, key, before, merged)

    def add_party(self, key: Text, node: Node) -> None:
        before = self._base_parties.get(key)
        if before is None:
            message = f"{quoted(str(key))} is geen partij uit de regels die je uitbreidt"
            expected = "een partij die er is; met andere partijen begin je een eigen set"
            hint = nearest(key, self._base_parties)
            raise InvalidInputError(
                [Problem(code="SET13", message=message, location=key.at, expected=expected, hint=hint)]
            )
        self._refuse_twice(key, self.parties.values())
        merged, keys = _merged(before, node)
        self.parties[key] = Entry(key, merged, keys, _PARTY_TEXTS & keys)
        self._changed(Part.PARTY, key, before, merged)

    def add_threshold(self, key: Text, node: Node) -> None:
        before = self._base_thresholds.get(key)
        if before is not None:
            merged, _ = _merged(before, node if isinstance(node, Section) else section(key, "waarde", node))
            self._changed(Part.THRESHOLD, key, before, merged)

    def add_priority(self, key: Text, node: Node) -> None:
        whole = is_whole(node, PriorityEntry)
        merged, _ = _merged(self._base_priority, node, kept=() if whole else None)
        self._changed(Part.PRIORITY, key, self._base_priority, merged, whole=whole)

    def _changed(self, part: Part, key: Text, before: Node, after: Node, *, whole: bool = False) -> None:
        was, became = dict(_flat(before)), dict(_flat(after))
        names = dict.fromkeys((*was, *became))
        pairs = ((name, was.get(name), became.get(name)) for name in names)
        keys = tuple(KeyChange(*pair) for pair in pairs if pair[1] != pair[2])
        if whole or keys:
            self.changes.append(Change(part, str(key), _place(key), keys, is_whole=whole))

    def _refuse_twice(self, key: Text, others: Iterable[Entry | SwitchedOff]) -> None:
        for other in others:
            first = other.key if isinstance(other, Entry) else other.rule
            if first == key and isinstance(first, Text):
                message = f"{quoted(str(key))} staat er al (in {first.at.file}, regel {first.at.line})"
                expected = "elke naam één keer"
                raise InvalidInputError([Problem(code="VORM05", message=message, location=key.at, expected=expected)])


def _place(key: Text) -> str:
    return f"{key.at.file}:{key.at.line}"


def _key(name: str) -> Text:
    return Text(name, Location("", 0, 0))


def section(key: Text, name: str, node: Node) -> Section:
    """Return a section with one entry, at the place of the key above it."""
    made = Section({Text(name, key.at): node})
    made.at = key.at
    return made


def _merged(before: Node, own: Node, *, kept: Sequence[str] | None = None) -> tuple[Node, frozenset[str]]:
    """Return both laid together, and the keys that one's own has; of the other only those to keep (None: all)."""
    if not isinstance(before, Section) or not isinstance(own, Section):
        return own, frozenset()
    base = Section({key: node for key, node in before.items() if kept is None or key in kept})
    base.at = before.at
    return overlaid(base, own), frozenset(map(str, own))


def _with_options(own: Section, before: Section) -> Section:
    """Return the texts of a fact with those of the options that it does not name."""
    options, stated = before.get(_key(_OPTIONS)), own.get(_key(_OPTIONS))
    if not isinstance(options, Section) or not isinstance(stated, Section):
        return own
    for name in stated:
        if name not in options:
            raise InvalidInputError([_is_not_there("optie", name, options)])
    merged = Section({name: _merged(node, stated.get(name, node))[0] for name, node in options.items()})
    merged.at = stated.at
    return overlaid(own, section(Text(_OPTIONS, stated.at), _OPTIONS, merged))


def _flat(node: Node, name: str = "") -> Iterator[tuple[str, Written]]:
    """Yield what stands behind every key, those within others with a point between them."""
    match node:
        case Section():
            for key, part in node.items():
                yield from _flat(part, f"{name}.{key}" if name else str(key))
        case Listed():
            yield name, tuple(map(str, node))
        case Text():
            yield name, str(node)
