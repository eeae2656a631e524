"""The ruleset: vocabulary, conditions, rules and the policy that ranks what they find."""

from __future__ import annotations

import datetime
import functools
import graphlib
import operator
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import attrs

from samenwerkadvies.citations import Citation
from samenwerkadvies.errors import DUTCH, Problem, UsageError
from samenwerkadvies.extension import Change, SwitchedOff
from samenwerkadvies.frozen import frozen
from samenwerkadvies.grammar.tree import Expression, push_negations_inward, signals
from samenwerkadvies.meaning.core import All, AnsweredCount, Core, InForce, looked_at, parts_of
from samenwerkadvies.meaning.elaborate import elaborated
from samenwerkadvies.meaning.evaluate import Test, test_of
from samenwerkadvies.meaning.standing import Standing, Status
from samenwerkadvies.policy import ENOUGH_KNOWN, SERIOUS, AdviceKind, Criterion, PriorityPolicy, Severity
from samenwerkadvies.rule import Condition, ConditionTexts, Language, Replacement, Rule, RuleTexts
from samenwerkadvies.showing import in_notebook
from samenwerkadvies.thresholds import Threshold
from samenwerkadvies.validity import ALWAYS
from samenwerkadvies.vocabulary import Slot, Vocabulary

T = TypeVar("T")

__all__ = [
    "DUTCH",
    "ENOUGH_KNOWN",
    "SERIOUS",
    "AdviceKind",
    "Condition",
    "ConditionTexts",
    "Criterion",
    "Language",
    "PriorityPolicy",
    "Replacement",
    "Rule",
    "RuleTexts",
    "Ruleset",
    "Severity",
    "layers",
]


@attrs.frozen(eq=False, repr=False)
class Ruleset:
    """A whole, checked set of rules. Make one with ``load_ruleset``; it never changes."""

    name: str
    version: str
    fingerprint: str
    vocabulary: Vocabulary
    conditions: Mapping[int, Condition] = attrs.field(converter=frozen)
    rules: Mapping[str, Rule] = attrs.field(converter=frozen)
    policy: PriorityPolicy
    thresholds: Mapping[str, Threshold] = attrs.field(converter=frozen, factory=dict, kw_only=True)
    sources: Mapping[str, Mapping[str, Citation]] = attrs.field(converter=frozen)
    """Per language: source id to what it is called, what it is, and where it can be read."""
    cautions: Mapping[str, str] = attrs.field(converter=frozen, factory=dict, kw_only=True)
    """Per language what whoever reads the outcome must know of these rules; may be empty."""
    checks: Mapping[str, Rule] = attrs.field(converter=frozen, factory=dict, kw_only=True)
    """The rules that ask whether answers are right; they are none of the others, and look at answers alone."""
    replacements: tuple[Replacement, ...] = ()
    changes: tuple[Change, ...] = ()
    """Everything that an extending set changes in the other, beside what it was."""
    off: Mapping[str, SwitchedOff] = attrs.field(converter=frozen, factory=dict)
    """The rules that an extending set switches off; they are in none of the others here."""
    inherited: frozenset[str] = frozenset()
    """The rules that an extending set takes over as they are."""
    warnings: tuple[Problem, ...] = ()
    """What is not wrong, but hardly can be meant; ``samenwerkadvies check`` tells it."""
    lasting: Ruleset | None = attrs.field(default=None, kw_only=True)
    """Of the rules that are in force on some day: the whole of which they are a part (``in_force``)."""
    day: datetime.date = attrs.field(default=datetime.date.min, kw_only=True)
    """That day, or the first on which the same rules are in force."""

    def __repr__(self) -> str:
        """Return which one it is, in short."""
        facts, rules = len(self.vocabulary.facts), len(self.rules)
        return f"<Ruleset {self.name} {self.version}: {facts} facts, {rules} rules, {self.fingerprint[:15]}>"

    _repr_html_ = in_notebook

    def once(self, make: Callable[..., T], *more: Hashable) -> T:
        """Return ``make(ruleset, *more)``: made once, for all who ask the same of these rules."""
        key = (make, *more)
        if key not in self._made:
            self._made.setdefault(key, make(self, *more))  # what another thread made meanwhile comes first
        made: T = self._made[key]
        return made

    @functools.cached_property
    def _made(self) -> dict[tuple[Hashable, ...], Any]:
        return {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which every text is there, Dutch first."""
        return tuple(self.sources)

    @functools.cached_property
    def strata(self) -> tuple[tuple[Rule, ...], ...]:
        """The rules in layers: each uses the outcome of rules in earlier layers only."""
        uses = {rule.id: signals(rule.expression) for rule in self.rules.values()}
        return tuple(tuple(self.rules[name] for name in layer) for layer in layers(uses))

    @functools.cached_property
    def with_checks(self) -> Ruleset:
        """The same with its checks among the rules: for what decides, proves and explains all of them alike."""
        return attrs.evolve(self, rules={**self.rules, **self.checks}, checks={}) if self.checks else self

    @property
    def with_checks_apart(self) -> Ruleset:
        """The same with its checks apart from the rules."""
        checks = {name: rule for name, rule in self.rules.items() if rule.is_check}
        rules = {name: rule for name, rule in self.rules.items() if not rule.is_check}
        return attrs.evolve(self, rules=rules, checks=checks)

    @functools.cached_property
    def check_tests(self) -> Mapping[str, Test]:
        """Per check what tells whether it holds."""
        return {name: test_of(self.core_of(rule)) for name, rule in self.checks.items()}

    @functools.cached_property
    def cores(self) -> Mapping[str, Core]:
        """Per rule what it means, as comparisons of single answers: what every engine computes on."""
        return {rule.id: self.core_of(rule) for rule in self.rules.values()}

    def core_of(self, rule: Rule) -> Core:
        """Return what a rule means: it holds only while it is in force."""
        core = elaborated(rule.expression, self.vocabulary)
        return core if rule.validity == ALWAYS else All((InForce(rule.validity), core))

    @functools.cached_property
    def turns(self) -> tuple[datetime.date, ...]:
        """The days on which some rule begins or ends to be in force, in order."""
        rules = (*self.rules.values(), *self.checks.values())
        return tuple(sorted({day for rule in rules for day in rule.validity.turns}))

    @property
    def whole(self) -> Ruleset:
        """All rules, whenever they are in force."""
        return self.lasting or self

    @functools.cached_property
    def tests(self) -> Mapping[str, Test]:
        """Per rule what tells how it comes out."""
        return {name: test_of(core) for name, core in self.cores.items()}

    @functools.cached_property
    def normal_forms(self) -> Mapping[str, Expression]:
        """Per rule its expression with ``niet`` only before single parts: what tells why it comes out as it does."""
        return {rule.id: push_negations_inward(rule.expression) for rule in self.rules.values()}

    @functools.cached_property
    def comparing_with(self) -> Mapping[str, tuple[Rule, ...]]:
        """Per threshold the rules that compare with it."""
        return {
            name: tuple(rule for rule in self.with_checks.rules.values() if name in rule.thresholds)
            for name in self.thresholds
        }

    @functools.cached_property
    def depths(self) -> Mapping[int, int]:
        """Per condition how many conditions stand below it: 0 for a foundation."""
        depths: dict[int, int] = {}

        def depth(number: int) -> int:
            if number not in depths:
                below = self.conditions[number].rests_on
                depths[number] = 1 + max(map(depth, below)) if below else 0
            return depths[number]

        for number in self.conditions:
            depth(number)
        return depths

    @functools.cached_property
    def supports(self) -> Mapping[int, int]:
        """Per condition how many other conditions rest on it, directly or through others."""
        foundations: dict[int, set[int]] = {}

        def below(number: int) -> set[int]:
            if number not in foundations:
                under = self.conditions[number].rests_on
                foundations[number] = set(under).union(*map(below, under))
            return foundations[number]

        return {number: sum(number in below(other) for other in self.conditions) for number in self.conditions}

    @functools.cached_property
    def giving_way(self) -> Mapping[int | None, tuple[str, ...]]:
        """Per condition the rules that give way to its other findings."""
        found: dict[int | None, tuple[str, ...]] = {}
        for rule in self.rules.values():
            if rule.gives_way:
                found[rule.condition] = (*found.get(rule.condition, ()), rule.id)
        return found

    def giving_way_to(self, rule: Rule) -> tuple[str, ...]:
        """Return the rules that a rule absorbs because they give way to the findings of its condition."""
        if rule.gives_way or rule.severity is Severity.STRENGTH:
            return ()
        return self.giving_way.get(rule.condition, ())

    @functools.cached_property
    def first_looks(self) -> Mapping[int | None, tuple[Slot, ...]]:
        """Per condition the answers at which only rules look that give way: a first look at the whole of it.

        A first look stays one, whichever rules are in force.
        """
        if self.lasting:
            return self.lasting.first_looks
        lasting = {fact for rule in self.rules.values() if not rule.gives_way for fact in self._facts(rule)}
        found: dict[int | None, tuple[Slot, ...]] = {}
        for rule in self.rules.values():
            if rule.gives_way:
                facts = (self.vocabulary.facts[name] for name in self._facts(rule) if name not in lasting)
                slots = (slot for fact in facts for slot in fact.slots)
                found[rule.condition] = tuple(dict.fromkeys((*found.get(rule.condition, ()), *slots)))
        return found

    def _facts(self, rule: Rule) -> Iterator[str]:
        """Yield the facts at which a rule looks itself; the share answered is of none in particular."""
        for part in parts_of(self.cores[rule.id]):
            if not isinstance(part, AnsweredCount):
                yield from (self.vocabulary.questions[slot][0] for slot in looked_at(part))

    @functools.cached_property
    def quick_scan(self) -> tuple[Slot, ...]:
        """Every first look, in the order of the conditions; empty where no condition has one."""
        looks = (slot for condition in self.conditions for slot in self.first_looks.get(condition, ()))
        return tuple(dict.fromkeys(looks))

    def check_quick_scan(self) -> None:
        """Refuse rules without a quick scan.

        Raises:
            UsageError: when no condition has a first look.
        """
        if not self.quick_scan:
            raise UsageError(
                f"ruleset {self.name!r} has no quick scan: a first look is a fact at which no other rules look than "
                "those that give way to their condition (wijkt_voor: voorwaarde)"
            )

    def opened(self, known: Collection[Slot]) -> set[int | None]:
        """Return the conditions of which more than a first look is known."""
        return {
            self.vocabulary.facts[fact].condition
            for fact, party in known
            if (fact, party) not in self.first_looks.get(self.vocabulary.facts[fact].condition, ())
        }

    def is_first_look(self, known: Collection[Slot]) -> bool:
        """Say whether of the conditions nothing but first looks is known."""
        looks = frozenset(self.quick_scan)
        others = (self.vocabulary.facts[fact] for fact, party in known if (fact, party) not in looks)
        return not looks.isdisjoint(known) and all(fact.condition is None for fact in others)

    @functools.cached_property
    def counting_of(self) -> Mapping[int | None, tuple[tuple[Slot, ...], tuple[Slot, ...]]]:
        """Per condition the answers that count for how much is known: at first, and once more than a first look is.

        A first look at a condition counts until something else of that condition is known.
        """
        found: dict[int | None, tuple[Slot, ...]] = dict.fromkeys((None, *self.conditions), ())
        for fact in self.vocabulary.facts.values():
            found[fact.condition] += fact.slots
        looks = self.first_looks
        return {
            condition: (slots, tuple(slot for slot in slots if slot not in looks.get(condition, ())))
            for condition, slots in found.items()
        }

    def counting_in(self, condition: int | None, known: Collection[Slot]) -> tuple[Slot, ...]:
        """Return the answers of a condition that count for how much of it is known."""
        at_first, opened = self.counting_of[condition]
        return opened if any(slot in known for slot in opened) else at_first

    def rules_of(self, condition: int) -> tuple[Rule, ...]:
        """Return the rules that name a condition, in file order."""
        return tuple(rule for rule in self.rules.values() if condition in rule.conditions)

    def deciding(self, condition: int) -> tuple[Rule, ...]:
        """Return the rules that must be decided before a condition can be in order.

        One that gives way to the others need not be: when they are decided, it has nothing to add.
        """
        rules = self.rules_of(condition)
        return tuple(rule for rule in rules if not rule.gives_way) or rules

    @functools.cached_property
    def standings(self) -> Mapping[int, tuple[Standing, ...]]:
        """Per condition the statuses that it can have; the first that fits counts, and without one it is unknown."""
        return {number: tuple(self._standings_of(number)) for number in self.conditions}

    def _standings_of(self, number: int) -> Iterator[Standing]:
        rules = self.rules_of(number)
        if serious := tuple(rule.id for rule in rules if rule.severity in SERIOUS):
            yield Standing(Status.RISK, any_holds=serious)
        if weaker := tuple(rule.id for rule in rules if rule.severity not in (*SERIOUS, Severity.STRENGTH)):
            yield Standing(Status.ATTENTION, any_holds=weaker)
        if rules:
            yield Standing(Status.IN_ORDER, all_decided=tuple(rule.id for rule in self.deciding(number)))

    def credits(
        self, rule: Rule, language: str, said: Callable[[Citation], str] = operator.attrgetter("title")
    ) -> tuple[str, ...]:
        """Return where a rule comes from, a line each: its origin, its sources, and what is our own choice."""
        cited, note = self.sources[language], rule.texts[language].note
        return tuple(filter(None, (rule.origin.get(language), *(said(cited[source]) for source in rule.sources), note)))


def layers(uses: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Return the names in layers, each above those of the others that it uses; there is no circle."""
    known = {name: [used for used in others if used in uses] for name, others in uses.items()}
    heights: dict[str, int] = {}
    for name in graphlib.TopologicalSorter(known).static_order():
        heights[name] = 1 + max((heights[used] for used in known[name]), default=-1)
    ordered: list[list[str]] = [[] for _ in range(1 + max(heights.values(), default=-1))]
    for name in uses:
        ordered[heights[name]].append(name)
    return ordered
