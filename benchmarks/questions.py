"""How soon do questions find what there is to find: the order of questions beside other orders, in one run.

    python benchmarks/questions.py [--cases N] [--json]

Random partnerships of which everything is known, the examples and the published cases are asked about from nothing, one
answer at a time; what nobody could tell is a question all the same. Each finding that the
full answers give is found once the answers so far make it hold. Counted is how many questions that took, for all
findings and for the serious ones: by our order; by that of version 0.1.0 (the most serious rule that can still hold,
then how many rules, then how near); in file order; and by the best order known afterwards, which asks for nothing but
what the next finding needs, the cheapest first. What ours takes more than that is its regret.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import statistics
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from single import DATE, random_facts

from samenwerkadvies import Partnership, Ruleset, Severity, load_cases, load_ruleset
from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.inquiry.diagrams import Diagrams
from samenwerkadvies.inquiry.nodes import answers_to_hold, asked
from samenwerkadvies.inquiry.questions import worth_asking
from samenwerkadvies.known import answers_of
from samenwerkadvies.ruleset import SERIOUS
from samenwerkadvies.vocabulary import Slot

EXAMPLES = Path(__file__).parents[1] / "examples"
Order = Callable[[list[str], Partnership], Iterable[Slot]]
"""Undecided rules and what is known in; questions out, the first to be asked next."""


def order_of_0_1_0(undecided: list[str], known: Partnership, diagrams: Diagrams) -> Iterable[Slot]:
    """Rank by the most serious rule that can still hold, then how many rules, then how few answers."""
    rules, near = diagrams.ruleset, {}
    stakes: dict[Slot, list[str]] = {}
    for name in undecided:
        diagram = diagrams.restricted(name, diagrams.situation(known))
        near[name] = answers_to_hold(diagram)
        bits = asked(diagram)
        for position, slot in enumerate(diagrams.order):
            if bits >> position & 1:
                stakes.setdefault(slot, []).append(name)

    def rank(slot: Slot) -> tuple[int, int, float]:
        names = stakes[slot]
        possible = [rules.rules[name].severity.rank for name in names if near[name] < math.inf]
        return min(possible, default=len(Severity)), -len(names), min(near[name] for name in names)

    return sorted((slot for slot in diagrams.order if slot in stakes), key=rank)


def orders(diagrams: Diagrams) -> dict[str, Order]:
    """Return the orders that are compared, by name."""
    return {
        "ours": lambda undecided, known: (worth.slot for worth in worth_asking(undecided, known, diagrams)),
        "version 0.1.0": lambda undecided, known: order_of_0_1_0(undecided, known, diagrams),
        "file order": lambda _undecided, known: (slot for slot in diagrams.order if known.answer(*slot) is None),
    }


def asked_until_found(order: Order, whole: Partnership, engine: ReferenceEngine) -> dict[str, int]:
    """Return per finding how many questions were asked when it was found."""
    wanted = {rule for rule, outcome in engine.decide(whole).items() if outcome}
    answers: dict[Slot, object] = {}
    found: dict[str, int] = {}
    skipped: set[Slot] = set()
    while wanted - set(found):
        known = Partnership(whole.reference_date, answers_of(answers.items()))
        decided = engine.decide(known)
        found |= {rule: len(answers) + len(skipped) for rule in wanted if decided[rule] and rule not in found}
        undecided = [rule for rule, outcome in decided.items() if outcome is None]
        slot = next((slot for slot in order(undecided, known) if slot not in skipped), None)
        if slot is None:
            break
        answer = whole.answer(*slot)
        if answer is None:  # nobody could tell: a question all the same
            skipped.add(slot)
        else:
            answers[slot] = answer
    return found


def best_afterwards(whole: Partnership, engine: ReferenceEngine, diagrams: Diagrams) -> Iterator[tuple[str, int]]:
    """Yield the findings with how many questions were needed when the cheapest came first each time."""
    needs = {rule: needed(rule, whole, diagrams) for rule, outcome in engine.decide(whole).items() if outcome}
    told: set[Slot] = set()
    while needs:
        rule = min(needs, key=lambda name: len(needs[name] - told))
        told |= needs.pop(rule)
        yield rule, len(told)


def needed(rule: str, whole: Partnership, diagrams: Diagrams) -> set[Slot]:
    """Return a smallest set of the known answers with which a rule holds."""
    situation = diagrams.situation(whole)
    diagram = diagrams.of(diagrams.ruleset.cores[rule], situation)
    fewest: dict[object, tuple[int, tuple[Slot, ...]] | None] = {True: (0, ()), False: None, None: None}

    def least(part: object) -> tuple[int, tuple[Slot, ...]] | None:
        if part not in fewest:
            slot = diagrams.order[part.position]  # type: ignore[attr-defined]  # a node
            place = situation.places[part.position]  # type: ignore[attr-defined]  # a node
            skipped = least(part.below[0])  # type: ignore[attr-defined]  # a node
            given = least(part.below[place]) if place else None  # type: ignore[attr-defined]  # a node
            options = [skipped, given and (given[0] + 1, (slot, *given[1]))]
            fewest[part] = min((option for option in options if option), default=None)
        return fewest[part]

    return set((least(diagram) or (0, ()))[1])


def cases(ruleset: Ruleset, number: int) -> list[Partnership]:
    """Return the examples, the published cases, and random partnerships of which everything is known."""
    source = random.Random(2026)
    drawn = [
        Partnership.from_facts(random_facts(ruleset, source), ruleset.vocabulary, reference_date=DATE)
        for _ in range(number)
    ]
    files = (*EXAMPLES.glob("*.yaml"), *EXAMPLES.glob("gepubliceerd/casus-*.yaml"))
    examples = [case for path in sorted(files) for case in load_cases(path, ruleset.vocabulary)]
    return examples + drawn


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=100, help="random ones, besides the examples")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    ruleset = load_ruleset()
    diagrams, engine = Diagrams(ruleset), ReferenceEngine(ruleset)
    counted = {
        rule.id for rule in ruleset.rules.values() if rule.severity is not Severity.STRENGTH and not rule.gives_way
    }
    serious = {name for name in counted if ruleset.rules[name].severity in SERIOUS}
    whole = cases(ruleset, options.cases)
    measured: dict[str, tuple[float, float]] = {}
    found = {
        name: [asked_until_found(order, case, engine) for case in whole] for name, order in orders(diagrams).items()
    }
    found["best known afterwards"] = [dict(best_afterwards(case, engine, diagrams)) for case in whole]
    for name, each in found.items():
        numbers = [(rule, number) for case in each for rule, number in case.items()]
        measured[name] = (
            statistics.mean(number for rule, number in numbers if rule in counted),
            statistics.mean(number for rule, number in numbers if rule in serious),
        )
    if options.json:
        print(json.dumps(measured))
        return
    print(f"{len(whole)} partnerships: questions until a finding is found, on average")
    print(f"{'':24}{'all':>8}{'serious':>10}{'ours / this':>13}")
    for name, (every, grave) in measured.items():
        print(f"{name:24}{every:8.1f}{grave:10.1f}{measured['ours'][0] / every:13.2f}")


if __name__ == "__main__":
    main()
