"""Ways out of advice on random partnerships: is there one, or a reason why not, and does none of them do harm.

    python benchmarks/ways_out.py [--cases N] [--json]

Of a third of the partnerships everything is known, of a third four fifths, of a third half. Each way out is made and
the partnership assessed anew. Counted is which share of the advice has no way out and no reason, and how many ways move
a known answer the wrong way, leave the rule standing, or bring a finding that is as serious (except where a way only
asks for answers: what these bring to light was there already).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator

from single import DATE, random_facts

from samenwerkadvies import Advice, Adviser, Partnership, Ruleset, Severity
from samenwerkadvies.advising import Change
from samenwerkadvies.changing import read_changes
from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.facts import is_better

KNOWN = (1, 0.8, 0.5)
"""Which part of the facts is known, in turn."""


def partnerships(ruleset: Ruleset, number: int) -> Iterator[Partnership]:
    """Yield random partnerships, the same in each run."""
    source = random.Random(2026)
    for count in range(number):
        facts = random_facts(ruleset, source)
        known = {name: answer for name, answer in facts.items() if source.random() < KNOWN[count % len(KNOWN)]}
        yield Partnership.from_facts(known, ruleset.vocabulary, reference_date=DATE)


def harm(change: Change, advice: Advice, case: Partnership, before: set[str], ruleset: Ruleset) -> Iterator[str]:
    """Yield what is wrong with a way out."""
    after = case.changed(read_changes(change.facts, ruleset.vocabulary, DATE))
    for slot in after.slots():
        answer, known = after.answer(*slot), case.answer(*slot)
        if answer is not None and answer != known and not is_better(ruleset.vocabulary.facts[slot[0]], answer, known):
            yield "moves an answer the wrong way"
    found = {rule for rule, outcome in ReferenceEngine(ruleset).decide(after).items() if outcome}
    if advice.rule in found:
        yield "leaves the rule standing"
    new = [ruleset.rules[name] for name in found - before]
    if not ruleset.rules[advice.rule].makes_provisional and any(
        rule.severity.rank <= advice.severity.rank for rule in new
    ):
        yield "brings something as serious"


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=600)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    adviser = Adviser(engine="reference")
    counted = dict.fromkeys(
        (
            *("advice", "without way out or reason", "with a reason", "ways out", "ways out with more than one clause"),
            *("moves an answer the wrong way", "leaves the rule standing", "brings something as serious"),
        ),
        0,
    )
    seconds = 0.0
    for case in partnerships(adviser.ruleset, options.cases):
        start = time.perf_counter()
        adviser.assess(case)
        found = time.perf_counter()
        assessment = adviser.assess(case, thinking_along=True)
        seconds += time.perf_counter() - found - (found - start)
        for advice in assessment.advice:
            if advice.severity is Severity.STRENGTH:
                continue
            ways = advice.resolved_when or ()
            counted["advice"] += 1
            counted["without way out or reason"] += not ways and not advice.no_way_out
            counted["with a reason"] += bool(advice.no_way_out)
            counted["ways out"] += len(ways)
            counted["ways out with more than one clause"] += sum(len(way.when) > 1 for way in ways)
            for way in ways:
                for wrong in harm(way, advice, case, set(assessment.findings), adviser.ruleset):
                    counted[wrong] += 1
    if options.json:
        print(json.dumps(counted))
        return
    print(f"{options.cases} random partnerships")
    for name, number in counted.items():
        print(f"{name:40}{number:8}")
    print(f"{'milliseconds of thinking along':40}{1000 * seconds / options.cases:8.1f}")


if __name__ == "__main__":
    main()
