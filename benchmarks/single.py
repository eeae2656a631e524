"""One partnership with all facts: samenwerkadvies beside two peers on the same rules, as ratios in one run.

    python benchmarks/single.py [--rounds N] [--large] [--json]

Every engine must first give exactly the findings of the reference engine on random partnerships. Then they are
timed in turn, round by round, and the medians are compared. Start-up, memory and a set of 5,000 rules are measured
in processes of their own. Last come all aims, each met or not met.
"""

from __future__ import annotations

import argparse
import datetime
import functools
import gc
import itertools
import json
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from many_rules import full_facts, write_rules
from peers import Matcher, flat, rule_engine_matcher, zen_decision_matcher, zen_expression_matcher

from samenwerkadvies import Adviser, FactType, Partnership, Ruleset, load_cases, load_ruleset
from samenwerkadvies.engines import make_engine

EXAMPLES = Path(__file__).parents[1] / "examples"
DATE = datetime.date(2026, 1, 1)
CALLS = 20
"""Calls in one measurement."""
FEW_CALLS = 2
"""The same, of what takes long."""


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


def microseconds(call: Callable[[], object], calls: int = CALLS) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    for _ in range(calls):
        call()
    return (time.perf_counter() - start) / calls * 1e6


def seconds(call: Callable[[], object]) -> float:
    """Return how long one call takes, in seconds."""
    return microseconds(call, 1) / 1e6


def in_turn(contenders: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Measure all in turn, round by round, and return the median of each."""
    found: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, measure in contenders.items():
            found[name].append(measure())
    return {name: statistics.median(times) for name, times in found.items()}


# --- in a Python of its own ----------------------------------------------------------------------------


def apart(job: str) -> float:
    """Return the number that a job of this script prints in a process of its own; infinity when it takes too long."""
    try:
        made = subprocess.run(
            [sys.executable, __file__, "--job", job], check=True, capture_output=True, text=True, timeout=TOO_LONG
        )
    except subprocess.TimeoutExpired:
        return math.inf
    return float(made.stdout)


def installed(folder: Path) -> dict[str, str]:
    """Install this checkout apart, as users have it, and return the environment of a Python that finds it there."""
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder / "lib"]
    subprocess.run([*install, Path(__file__).parents[1]], check=True, stdout=subprocess.DEVNULL)
    compiled = {"PYTHONPATH": str(folder / "lib"), "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | compiled


def started(code: str, environment: Mapping[str, str]) -> float:
    """Return how long a Python of its own takes to run a line."""
    return seconds(lambda: subprocess.run([sys.executable, "-c", code], check=True, env=environment))


def megabytes() -> float:
    """Return how much memory this process holds."""
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def many_advisers() -> float:
    """Return the memory of a process in which 1,000 advisers live that all have advised."""
    ruleset = load_ruleset()
    facts = random_facts(ruleset, random.Random(3))
    alive = [Adviser() for _ in range(1_000)]
    for adviser in alive:
        adviser.assess(facts, DATE).to_json()
    alive[0].assess(facts, DATE, thinking_along=True)
    return megabytes()


def growth(number: int) -> float:
    """Return how much memory grows in the second half of so many different assessments as JSON."""
    adviser = Adviser()
    source = random.Random(4)
    made = 0.0
    for done in range(number):
        if done == number // 2:
            gc.collect()
            made = megabytes()
        adviser.assess(random_facts(adviser.ruleset, source), DATE).to_json()
    gc.collect()
    return megabytes() - made


def of_many_rules(what: str) -> float:
    """Return how long 5,000 rules take to load or to assess, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        write_rules(Path(folder))
        start = time.perf_counter()
        ruleset = load_ruleset(folder)
        if what == "load":
            return time.perf_counter() - start
    adviser, facts, is_whole = Adviser(ruleset), full_facts(), what == "thinking along"
    return statistics.median(
        seconds(lambda: adviser.assess(facts, DATE, thinking_along=is_whole).to_json()) for _ in range(3)
    )


JOBS: Mapping[str, Callable[[], float]] = {
    "1,000 advisers": many_advisers,
    "20,000 as JSON": lambda: growth(20_000),
    "200,000 as JSON": lambda: growth(200_000),
    **{f"5,000 rules, {what}": functools.partial(of_many_rules, what) for what in ("load", "assess", "thinking along")},
}
TOO_LONG = 300
"""Seconds after which a job is given up."""


# --- the measures of one run ---------------------------------------------------------------------------


def check_agreement(ruleset: Ruleset, peers: Mapping[str, Matcher], known: list[dict[str, object]]) -> None:
    """Stop unless all engines find the same."""
    tell(f"checking that all engines agree on {len(known)} partnerships ...")
    durable, reference = make_engine("durable", ruleset), make_engine("reference", ruleset)
    for facts in known:
        partnership = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=DATE)
        wanted = {name for name, holds in reference.decide(partnership).items() if holds}
        found = {name: set(matches(flat(partnership, ruleset))) for name, matches in peers.items()}
        found["durable"] = {name for name, holds in durable.decide(partnership).items() if holds}
        for name, held in found.items():
            if held != wanted:
                sys.exit(f"{name} differs from the reference: {held ^ wanted}")


def of_one_partnership(
    adviser: Adviser, peers: Mapping[str, Matcher], known: list[dict[str, object]], rounds: int
) -> dict[str, float]:
    """Return the median time of everything for one partnership, in microseconds."""
    facts, others = known[2], itertools.cycle(known[4:])
    partnership = Partnership.from_facts(facts, adviser.ruleset.vocabulary, reference_date=DATE)
    values = flat(partnership, adviser.ruleset)
    durable, reference = (make_engine(name, adviser.ruleset) for name in ("durable", "reference"))
    calls: dict[str, Callable[[], object]] = {
        WHOLE: lambda: adviser.assess(facts, DATE).to_json(),
        "… of another partnership each time": lambda: adviser.assess(next(others), DATE).to_json(),
        ALONG: lambda: adviser.assess(facts, DATE, thinking_along=True).to_json(),
        QUESTIONS: lambda: adviser.questions({}, DATE),
        "durable alone": lambda: durable.decide(partnership),
        "reference alone": lambda: reference.decide(partnership),
        **{name: functools.partial(matches, values) for name, matches in peers.items()},
    }
    few = (ALONG, QUESTIONS)
    contenders = {
        name: functools.partial(microseconds, call, FEW_CALLS if name in few else CALLS) for name, call in calls.items()
    }
    contenders["a second Adviser"] = lambda: microseconds(lambda: Adviser(adviser.ruleset))
    tell(f"{rounds} rounds ...")
    medians = in_turn(contenders, rounds)
    tell("50 random partnerships, thinking along ...")
    sample = known[4:54]
    medians[MEAN] = statistics.fmean(
        microseconds(lambda facts=facts: adviser.assess(facts, DATE, thinking_along=True).to_json(), 1)  # type: ignore[misc]  # bound now
        for facts in sample
    )
    return medians


WHOLE = "facts in, explained JSON out"
ALONG = "… thinking along"
MEAN = "… thinking along, mean of 50 random ones"
QUESTIONS = "questions when nothing is known"
ZEN = "zen-engine, decision"
START = "start-up with the shipped rules"
LIBRARIES = "import attrs, cattrs"


def starts() -> dict[str, float]:
    """Return how long it takes to start, in seconds."""
    tell("starting up ...")
    read = "from samenwerkadvies.loading.rulesets import read_ruleset; read_ruleset(None)"
    lines = {
        START: "import samenwerkadvies; samenwerkadvies.load_ruleset()",
        "… and a first advice": f"from samenwerkadvies import Adviser; Adviser().assess({{}}, '{DATE}').to_json()",
        "the shipped rules read from their files": read,
        LIBRARIES: "import attrs, cattrs",
    }
    with tempfile.TemporaryDirectory() as folder:
        environment = installed(Path(folder))
        measures = {name: functools.partial(started, code, environment) for name, code in lines.items()}
        in_turn(measures, 1)  # compiles
        return in_turn(measures, 11)


def aims(medians: Mapping[str, float], start: Mapping[str, float], jobs: Mapping[str, float]) -> list[Aim]:
    """Return every aim with what was measured."""
    zen = medians[ZEN]
    json_job = next(name for name in jobs if "as JSON" in name)
    return [
        Aim(WHOLE, medians[WHOLE] / zen, 1.0, "x zen-engine's bare decision"),
        Aim(ALONG, medians[ALONG] / zen, 6, "x the same"),
        Aim(MEAN, medians[MEAN] / zen, 10, "x the same"),
        Aim(QUESTIONS, medians[QUESTIONS] / zen, 1.5, "x the same"),
        Aim(START, start[START] / start[LIBRARIES], 3, f"x {LIBRARIES}"),
        Aim("the second Adviser of a ruleset", medians["a second Adviser"] / 1e3, 2, "ms"),
        Aim("5,000 rules: load", jobs["5,000 rules, load"], 1.5, "s"),
        Aim("5,000 rules: assess", jobs["5,000 rules, assess"] * 1e3, 60, "ms"),
        Aim("5,000 rules: thinking along", jobs["5,000 rules, thinking along"], 1, "s"),
        Aim("1,000 Advisers of the shipped rules alive", jobs["1,000 advisers"], 300, "MB"),
        Aim(f"{json_job}: growth in the second half", jobs[json_job], 5, "MB"),
    ]


class Aim(NamedTuple):
    """An aim, and what was measured."""

    what: str
    measured: float
    most: float
    unit: str

    def __str__(self) -> str:
        verdict = "met" if self.measured <= self.most else "not met"
        return f"{self.what:47}{self.measured:10.2f}{self.most:8g}  {verdict:8}{self.unit}"


def tell(text: str) -> None:
    """Show progress on standard error."""
    sys.stderr.write(text + "\n")


def main() -> None:
    """Check, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=40, help="rounds in which all take their turn (default 40)")
    parser.add_argument("--large", action="store_true", help="watch the memory of 200,000 assessments, not 20,000")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--job", choices=JOBS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        print(JOBS[options.job]())
        return

    ruleset = load_ruleset()
    adviser = Adviser(ruleset, "durable")
    peers = {
        ZEN: zen_decision_matcher(ruleset),
        "zen-engine, one compiled expression": zen_expression_matcher(ruleset),
        "rule-engine": rule_engine_matcher(ruleset),
    }
    source = random.Random(1)
    cases = [
        partnership for path in sorted(EXAMPLES.glob("*.yaml")) for partnership in load_cases(path, ruleset.vocabulary)
    ]
    known = [completed(dict(case.answers), ruleset) for case in cases]
    known += [random_facts(ruleset, source) for _ in range(300)]
    check_agreement(ruleset, peers, known)
    medians = of_one_partnership(adviser, peers, known, options.rounds)
    start = starts()
    not_asked = "20,000 as JSON" if options.large else "200,000 as JSON"
    jobs = {}
    for job in JOBS:
        if job != not_asked:
            tell(f"{job} ...")
            jobs[job] = apart(job)
    if options.json:
        print(json.dumps({"microseconds": medians, "start_seconds": start, "apart": jobs}, indent=2))
        return
    facts, findings = len(ruleset.vocabulary.facts), len(adviser.assess(known[2], DATE).findings)
    print(f"One partnership, {facts} facts known, {len(ruleset.rules)} rules, {findings} findings")
    print(f"{'':47}{'median µs':>10}{'x zen':>8}")
    for name, median in medians.items():
        print(f"{name:47}{median:10.0f}{median / medians[ZEN]:8.2f}")
    print(f"\n{'start-up, a Python of its own':47}{'median s':>10}")
    for name, median in start.items():
        print(f"{name:47}{median:10.3f}")
    print(f"\n{'aim':47}{'measured':>10}{'most':>8}")
    for aim in aims(medians, start, jobs):
        print(aim)


if __name__ == "__main__":
    main()
