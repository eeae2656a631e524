"""The durable engine: rules run in the C module of durable-rules, without any of its sharp edges.

This is the only module that imports durable-rules. What keeps it safe, each line measured:

- The C module is driven directly, one JSON object per partnership: no host, no thread of its own.
- Only whole numbers reach it: answers become levels, dates become before, on or after.
- Every rule begins with a positive guard, and one rule always fires, so that a state is never
  freed before an action has started in it.
- Rules are spread over programs of few rules each; an ``of`` that would match in too many ways
  becomes a rule of its own in an earlier layer.
- Two assessments never share a state: each takes an id from a small pool and gives it back.

The C module says which rules hold. Which of the others are false and which unknown is told by the
reference engine, for the rules that miss a fact, and for those that can be unknown while none is missing.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import json
import math
import os
import sys
import time
import weakref
from collections import deque
from collections.abc import Iterator, Mapping
from types import ModuleType

import attrs
import msgspec

from samenwerkadvies.engines.decidable import Decidable, never_sure, uses
from samenwerkadvies.engines.properties import Properties, groups
from samenwerkadvies.errors import MissingDependencyError
from samenwerkadvies.known import Known
from samenwerkadvies.meaning.core import (
    All,
    Core,
    Enough,
    Outcome,
    Some,
    pushed_inward,
)
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import Ruleset, layers
from samenwerkadvies.vocabulary import Vocabulary

_CAPACITY = 63
"""Matches in one program: the C module fails from 65 nodes that match one object."""
_MOST_MATCHES = 16
"""Ways in which one rule may match, before its parts become rules of their own."""
_MOST_GROUPS = 12
"""``$and`` and ``$or`` inside each other in one rule: the C module takes 15 (error 113)."""
_MOST_PROPERTIES = 240
"""Properties of one object: the C module takes 252, our own three among them."""
_STATES = 16
"""States of one program in use at once: more would bring no speed, as the C module holds the GIL."""


class DurableEngine:
    """Runs a ruleset in durable-rules; cheap to keep, safe in threads and after fork."""

    name = "durable"

    def __init__(self, ruleset: Ruleset) -> None:
        """Compile the ruleset.

        Raises:
            MissingDependencyError: when durable-rules cannot be loaded here.
        """
        module = load_module()
        vocabulary = ruleset.vocabulary
        self._ruleset = ruleset
        self._slots = frozenset(vocabulary.part_slots)
        conditions: dict[str, Core] = {}
        for name, core in ruleset.cores.items():
            conditions[name] = _split(name, pushed_inward(core), conditions)
        unsure = never_sure(ruleset)
        self._parts = tuple(conditions.keys() - ruleset.rules.keys())
        self._batches = [
            _Batch(
                _Program(module, {name: conditions[name] for name in names}, properties),
                tuple(Decidable.of(name, ruleset, unsure) for name in names if name in ruleset.rules),
            )
            for names, properties in _batches(conditions, vocabulary)
        ]

    def decide(self, partnership: Partnership) -> dict[str, bool | None]:
        """Decide every rule for one partnership."""
        known, day = partnership.known, partnership.reference_date
        missing = frozenset() if known.keys() >= self._slots else self._slots.difference(known)
        decided: dict[str, bool | None] = dict.fromkeys(self._ruleset.rules)
        for batch in self._batches:
            held = batch.program.run(known, day, decided)
            if missing:
                for rule in batch.rules:
                    decided[rule.id] = False if rule.has_all(missing) else rule.test(known, day, decided)
            else:
                decided.update(batch.all_false)
                decided.update({rule.id: rule.test(known, day, decided) for rule in batch.never_sure})
            decided.update(dict.fromkeys(held, True))
        for part in self._parts:
            decided.pop(part, None)
        return decided


@attrs.frozen
class _Batch:
    """A program that runs after those of earlier batches, and the rules that it decides."""

    program: _Program
    rules: tuple[Decidable, ...]

    @functools.cached_property
    def never_sure(self) -> tuple[Decidable, ...]:
        return tuple(rule for rule in self.rules if rule.is_never_sure)

    @functools.cached_property
    def all_false(self) -> Mapping[str, bool]:
        return {rule.id: False for rule in self.rules}


# --- fitting rules into programs ---------------------------------------------------------------------


def _split(name: str, core: Core, parts: dict[str, Core]) -> Core:
    """Return a core that matches in few ways; what was taken out is added to ``parts``."""

    def part_of_its_own(part: Core) -> Outcome:
        own = f"{name}#{len(parts)}"
        parts[own] = part
        return Outcome(own)

    def counted(part: Core) -> Core:
        return part if isinstance(part, Outcome) else part_of_its_own(fit(part))

    def fit(core: Core) -> Core:
        if isinstance(core, Enough):
            return Enough(core.number, tuple(map(counted, core.parts)))
        if not isinstance(core, All | Some):
            return core
        fitted = [fit(part) for part in core.parts]
        count = math.prod if isinstance(core, All) else sum
        while count(map(_matches, fitted)) > _MOST_MATCHES or sum(map(groups, fitted)) >= _MOST_GROUPS:
            widest = max(range(len(fitted)), key=lambda index: (_matches(fitted[index]), groups(fitted[index])))
            if _matches(fitted[widest]) > 1 or groups(fitted[widest]):
                fitted[widest] = part_of_its_own(fitted[widest])
            else:  # an `of` of many single parts
                fitted[:_MOST_MATCHES] = [part_of_its_own(Some(tuple(fitted[:_MOST_MATCHES])))]
        return type(core)(tuple(fitted))

    return fit(core)


def _matches(core: Core) -> int:
    """Return in how many ways a core can match one object, at the most."""
    match core:
        case All(parts):
            return math.prod(map(_matches, parts))
        case Some(parts):
            return sum(map(_matches, parts))
        case _:
            return 1


def _batches(conditions: Mapping[str, Core], vocabulary: Vocabulary) -> Iterator[tuple[list[str], Properties]]:
    """Yield the conditions of one program after the other, each within the bounds of the C module.

    A condition comes in a later program than those whose outcome it uses. These come first, so that programs are few.
    """
    users: dict[str, list[str]] = {name: [] for name in conditions}
    for name, core in conditions.items():
        for used in uses(core):
            users[used].append(name)
    left = [name for layer in reversed(layers(users)) for name in layer]
    waits_for = {name: frozenset(uses(conditions[name])) for name in left}
    sizes = {name: _matches(conditions[name]) for name in left}
    done: set[str] = set()
    while left:
        names: list[str] = []
        matches, properties = 0, Properties(vocabulary)
        for name in left:
            if matches + sizes[name] <= _CAPACITY and waits_for[name] <= done:
                wider = properties.copy()
                wider.condition(conditions[name])
                if not names or len(wider) <= _MOST_PROPERTIES:
                    names.append(name)
                    matches, properties = matches + sizes[name], wider
        yield names, properties
        done.update(names)
        left = [name for name in left if name not in done]


# --- the C module --------------------------------------------------------------------------------------


_BUILD = "docs/installing.md tells how to build it, also on Python 3.13"
_NOT_INSTALLED = f"the durable engine needs durable-rules: pip install 'samenwerkadvies[durable]'; {_BUILD}"


@functools.cache
def load_module() -> ModuleType:
    """Import the C module of durable-rules.

    Raises:
        MissingDependencyError: when it is not installed or cannot be loaded.
    """
    flags = sys.getdlopenflags() if hasattr(sys, "getdlopenflags") else 0
    try:
        if flags:  # from Python 3.13 on it names a symbol that is gone, which only unused callbacks need
            sys.setdlopenflags(os.RTLD_LAZY)
        import durable_rules_engine  # noqa: PLC0415 - only here, with these flags
    except ModuleNotFoundError:
        raise MissingDependencyError(_NOT_INSTALLED) from None
    except ImportError as error:
        raise MissingDependencyError(f"durable-rules is installed but cannot be loaded ({error}): {_BUILD}") from error
    finally:
        if flags:
            sys.setdlopenflags(flags)
    return durable_rules_engine  # type: ignore[no-any-return]  # a C module without types


_numbers = itertools.count()
_ALWAYS = "always"


class _Program:
    """Some rules in the C module, with a pool of states to run them in."""

    def __init__(self, module: ModuleType, conditions: Mapping[str, Core], properties: Properties) -> None:
        self._module = module
        self._names = {f"r{index}": name for index, name in enumerate(conditions)}
        guard = {"guard": 1}
        rules: dict[str, object] = {
            key: {"all": [{"m": {"$and": [guard, properties.condition(conditions[name])]}}]}
            for key, name in self._names.items()
        }
        rules[_ALWAYS] = {"all": [{"m": guard}]}
        self._lookups, self._readers, self._outcomes = properties.lookups(), properties.readers(), properties.outcomes()
        self._held = properties.held()
        self._handle = module.create_ruleset(f"samenwerkadvies-{next(_numbers)}", json.dumps(rules))
        self._states = _States()
        weakref.finalize(self, _discard, module, self._handle, self._states).atexit = False

    def run(self, known: Known, day: datetime.date, decided: Mapping[str, bool | None]) -> list[str]:
        """Return the names of the rules that hold."""
        state_id = self._states.take()
        facts: dict[str, object] = {"id": state_id, "sid": state_id, "guard": 1}
        for name, slot, numbers in self._lookups:
            answer = known.get(slot)
            if answer is not None:
                facts[name] = numbers[answer] if numbers else answer
        for name, read in self._readers:
            value = read(known, day)
            if value is not None:
                facts[name] = value
        for name, rule in self._outcomes:
            outcome = decided.get(rule)
            if outcome is not None:
                facts[name] = 1 if outcome else 0
        for name, rules in self._held:
            facts[name] = sum(decided.get(rule) is True for rule in rules)
        written = msgspec.json.encode(facts).decode()
        module, handle = self._module, self._handle
        fired: list[str] = []
        try:
            state = module.assert_fact(handle, written)[1]
            message = module.start_action_for_state(handle, state)[1]
            while message is not None:
                fired.append(message[2 : message.index('"', 2)])
                message = module.complete_and_start_action(handle, state)
            module.retract_fact(handle, written)
        except BaseException:
            self._states.give_up()
            raise
        self._states.give_back(state_id)
        return [self._names[key] for key in dict.fromkeys(fired) if key != _ALWAYS]


class _States:
    """Ids of states. One that is taken is nobody else's until it is given back.

    No lock, so that nothing can be left locked by a fork: taking from and adding to a deque is atomic.
    After a fork the child begins with new ids, as others may have been in use at that moment.
    """

    def __init__(self) -> None:
        self._process = os.getpid()
        self._made = itertools.count()
        self._free = self._fill()

    def _fill(self) -> deque[str]:
        return deque(f"s{next(self._made)}" for _ in range(_STATES))

    def take(self) -> str:
        if self._process != os.getpid():
            self._process, self._free = os.getpid(), self._fill()
        while True:
            try:
                return self._free.pop()
            except IndexError:
                time.sleep(0)

    def give_back(self, state_id: str) -> None:
        self._free.append(state_id)

    def give_up(self) -> None:
        """Put a new id in the place of one whose state is not to be trusted."""
        self._free.append(f"s{next(self._made)}")

    def used(self) -> Iterator[str]:
        return (f"s{number}" for number in range(next(self._made)))


def _discard(module: ModuleType, handle: int, states: _States) -> None:
    """Free a program with its states, which deleting it alone would leak."""
    for state_id in states.used():
        try:
            module.delete_state(handle, state_id)
        except module.error:  # a state that was never used
            continue
    module.delete_ruleset(handle)
