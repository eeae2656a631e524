"""One partnership with all facts: samenwerkadvies beside two peers on the same rules, as ratios in one run.

    python benchmarks/single.py [--rounds N] [--json]

Every engine must first give exactly the findings of the reference engine on random partnerships. Then they are
timed in turn, round by round, and the medians are compared. Start-up is measured in processes of its own.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from peers import flat, rule_engine_matcher, zen_decision_matcher, zen_expression_matcher

from samenwerkadvies import Adviser, FactType, Partnership, Ruleset, load_cases, load_ruleset
from samenwerkadvies.engines import make_engine

EXAMPLES = Path(__file__).parents[1] / "examples"
DATE = datetime.date(2026, 1, 1)
CALLS = 20
"""Calls in one measurement."""


def random_facts(ruleset: Ruleset, random_source: random.Random) -> dict[str, object]:
    """Return an answer to every fact, around the limits that the rules use."""

    def answer(fact: FactType) -> object:
        match fact.kind.value:
            case "ja_nee":
                return random_source.random() < 0.5
            case "aantal":
                return random_source.choice([0, 1, 2, 3, 4, 7, 8, 16, 80, 100])
            case "schaal":
                return random_source.randint(1, 5)
            case "keuze":
                return random_source.choice(fact.options)
            case _:
                if fact.may_be_never and random_source.random() < 0.2:
                    return "nooit"
                return DATE + datetime.timedelta(days=random_source.randint(-1500, 0 if fact.is_past else 500))

    facts: dict[str, object] = {}
    for fact in ruleset.vocabulary.facts.values():
        answers = {party: answer(fact) for party in fact.parties}
        facts[fact.id] = answers if fact.is_perception else answers[None]
    return facts


def completed(facts: dict[str, object], ruleset: Ruleset) -> dict[str, object]:
    """Return the facts of a case, with what is missing answered mildly, so that it stays a case from practice."""
    mild = {"ja_nee": True, "aantal": 5, "schaal": 4, "datum": DATE - datetime.timedelta(days=90)}
    made: dict[str, object] = {}
    for fact in ruleset.vocabulary.facts.values():
        answer = fact.options[-1] if fact.options else mild[fact.kind.value]
        known = facts.get(fact.id)
        if fact.is_perception:
            made[fact.id] = {**dict.fromkeys(fact.parties, answer), **(known if isinstance(known, dict) else {})}
        else:
            made[fact.id] = answer if known is None else known
    return made


def microseconds(call: Callable[[], object]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    for _ in range(CALLS):
        call()
    return (time.perf_counter() - start) / CALLS * 1e6


def seconds(code: str) -> float:
    """Return how long a Python of its own takes to run a line."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def tell(text: str) -> None:
    """Show progress on standard error."""
    sys.stderr.write(text + "\n")


def main() -> None:
    """Check, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=40, help="rounds in which all take their turn (default 40)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()

    ruleset = load_ruleset()
    adviser = Adviser(ruleset, "durable")
    durable, reference = make_engine("durable", ruleset), make_engine("reference", ruleset)
    peers = {
        "zen-engine, decision": zen_decision_matcher(ruleset),
        "zen-engine, one compiled expression": zen_expression_matcher(ruleset),
        "rule-engine": rule_engine_matcher(ruleset),
    }
    source = random.Random(1)
    cases = [
        partnership for path in sorted(EXAMPLES.glob("*.yaml")) for partnership in load_cases(path, ruleset.vocabulary)
    ]
    known = [completed(dict(case.answers), ruleset) for case in cases]
    known += [random_facts(ruleset, source) for _ in range(300)]
    tell(f"checking that all engines agree on {len(known)} partnerships ...")
    for facts in known:
        partnership = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DATE)
        wanted = {name for name, holds in reference.decide(partnership).items() if holds}
        found = {name: set(matches(flat(partnership, ruleset))) for name, matches in peers.items()}
        found["durable"] = {name for name, holds in durable.decide(partnership).items() if holds}
        for name, held in found.items():
            if held != wanted:
                sys.exit(f"{name} differs from the reference: {held ^ wanted}")

    facts = known[2]
    partnership = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DATE)
    values = flat(partnership, ruleset)
    contenders: dict[str, Callable[[], object]] = {
        "samenwerkadvies, the whole way": lambda: adviser.assess(facts, DATE).to_json(),
        "… with what to ask and to change": lambda: adviser.assess(facts, DATE, thinking_along=True).to_json(),
        "questions when nothing is known": lambda: adviser.questions({}, DATE),
        "samenwerkadvies, durable alone": lambda: durable.decide(partnership),
        "samenwerkadvies, reference alone": lambda: reference.decide(partnership),
        **{name: lambda matches=matches: matches(values) for name, matches in peers.items()},  # type: ignore[misc]  # bound now
    }
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(options.rounds):
        if number % 10 == 0:
            tell(f"round {number} of {options.rounds} ...")
        for name, call in contenders.items():
            times[name].append(microseconds(call))
    medians = {name: statistics.median(found) for name, found in times.items()}

    lines = {
        "samenwerkadvies with its rules": "import samenwerkadvies; samenwerkadvies.load_ruleset()",
        "attrs and cattrs": "import attrs, cattrs",
    }
    tell("starting up ...")
    starts: dict[str, list[float]] = {name: [] for name in lines}
    for _ in range(11):
        for name, code in lines.items():
            starts[name].append(seconds(code))
    start_medians = {name: statistics.median(found) for name, found in starts.items()}

    findings = len(adviser.assess(facts, DATE).findings)
    if options.json:
        sys.stdout.write(json.dumps({"microseconds": medians, "start_seconds": start_medians}, indent=2) + "\n")
        return
    whole = medians["samenwerkadvies, the whole way"]
    print(
        f"One partnership, {len(ruleset.vocabulary.facts)} facts known, {len(ruleset.rules)} rules, {findings} findings"
    )
    print(f"{'':40}{'median µs':>12}{'whole way / this':>20}")
    for name, median in medians.items():
        print(f"{name:40}{median:12.0f}{whole / median:20.2f}")
    print("Aim: the whole way at most 0.5 of the faster peer's bare matches.")
    print()
    print(f"{'start-up, a Python of its own':40}{'median s':>12}")
    for name, median in start_medians.items():
        print(f"{name:40}{median:12.3f}")
    ratio = start_medians["samenwerkadvies with its rules"] / start_medians["attrs and cattrs"]
    print(f"Ratio {ratio:.1f}. Aim: under 0.3 s.")


if __name__ == "__main__":
    main()
