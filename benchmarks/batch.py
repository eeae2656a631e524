"""Many partnerships: samenwerkadvies beside row-by-row engines and hand-written Polars, as ratios in one run.

    python benchmarks/batch.py [--rows N] [--rounds N] [--large] [--json]

Memory is measured first, each task in a process of its own. Then all must find the same: the frames and the
hand-written expressions on every row, the engines that go row by row on a sample. Then they are timed in turn, round by
round: what works on columns over all rows, what goes row by row over the sample.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import by_hand
import polars as pl
from peers import flat, rule_engine_matcher, zen_batch_matcher, zen_decision_matcher, zen_expression_matcher
from single import random_facts

from samenwerkadvies import Partnership, Ruleset, load_ruleset
from samenwerkadvies.engines import make_engine
from samenwerkadvies.engines.columns import decide_columns
from samenwerkadvies.frames import assess_frame
from samenwerkadvies.frames.wide import CheckedWide
from samenwerkadvies.tables import assess_file
from samenwerkadvies.vocabulary import FactType

DATE = datetime.date(2026, 1, 1)
COUNTS = (0, 1, 2, 3, 4, 7, 8, 16, 80, 100)
"""Around the limits that the rules use, as in ``single.py``."""
MUCH = 10_001
DAYS = [DATE + datetime.timedelta(days=days) for days in range(-1500, 501)]
SHAPES = ("typed", "text options", "all text")
GIGABYTE = 1e9

ADVICE = "… the ranked advice"
HAND, HAND_STATUSES = "hand-written Polars, findings", "hand-written Polars, findings and statuses"
DECIDING, FINDINGS, STATUSES = "frames, deciding alone", "frames, findings", "frames, findings and statuses"

# --- what goes in ---


def partnerships(rows: int, ruleset: Ruleset) -> pl.DataFrame:
    """Return random partnerships in the layout of ``assess_frame``, typed; the same ones for the same number.

    One answer in five is missing, and in one of ten partnerships a party says nothing at all.
    """
    seeds = itertools.count(1)

    def drawn(values: Iterable[object], dtype: pl.DataType | type[pl.DataType] | None = None) -> pl.Series:
        one_each = pl.Series("drawn", list(values), dtype)
        return one_each.sample(rows, with_replacement=True, shuffle=True, seed=next(seeds))

    def answers(fact: FactType) -> pl.Series:
        match fact.kind.value:
            case "ja_nee":
                return drawn([True, False])
            case "aantal":
                return drawn([count for count in (*COUNTS, MUCH) if count <= fact.range[1]], pl.Int64)
            case "schaal":
                return drawn(range(1, 6), pl.Int8)
            case "keuze":
                return drawn(fact.options, pl.Enum(fact.options))
            case _:
                return drawn([day for day in DAYS if day <= DATE] if fact.is_past else DAYS, pl.Date)

    columns = {"naam": pl.Series([f"samenwerking {number}" for number in range(rows)])}
    is_silent: dict[str | None, pl.Expr] = {None: pl.lit(value=False)}
    columns |= {f"__{party}": drawn([True, *[False] * 19]) for party in ruleset.vocabulary.parties}
    is_silent |= {party: pl.col(f"__{party}") for party in ruleset.vocabulary.parties}
    cleared = []
    for fact in ruleset.vocabulary.facts.values():
        for party in fact.parties:
            name = f"{fact.id}.{party}" if fact.is_perception else fact.id
            columns[name] = answers(fact)
            columns[f"__no__{name}"] = drawn([True, *[False] * 4])
            is_given = ~(pl.col(f"__no__{name}") | is_silent[party])
            cleared.append(pl.when(is_given).then(pl.col(name)).alias(name))
            if fact.may_be_never:
                never = f"{fact.id}.nooit"
                columns[never] = drawn([True, *[False] * 4])
                cleared[-1] = pl.when(is_given & ~pl.col(never)).then(pl.col(name)).alias(name)
                cleared.append(pl.when(is_given).then(pl.col(never)).alias(never))
    return pl.DataFrame(columns).with_columns(cleared).select(pl.exclude("^__.*$"))


def reshaped(frame: pl.DataFrame, shape: str) -> pl.DataFrame:
    """Return the same partnerships with options as text, or with everything as text, as from a csv file."""
    match shape:
        case "text options":
            return frame.with_columns(pl.col(pl.Enum).cast(pl.String))
        case "all text":
            yes_no = pl.col(pl.Boolean).replace_strict({True: "ja", False: "nee"}, return_dtype=pl.String)
            return frame.with_columns(yes_no, pl.col(pl.Int64, pl.Int8, pl.Enum, pl.Date).cast(pl.String))
        case _:
            return frame


def facts_of(row: dict[str, object], ruleset: Ruleset) -> dict[str, object]:
    """Return a row of such a frame as the facts of a case."""
    facts: dict[str, object] = {}
    for fact in ruleset.vocabulary.facts.values():
        if fact.is_perception:
            facts[fact.id] = {party: row[f"{fact.id}.{party}"] for party in fact.parties}
        elif fact.may_be_never and row[f"{fact.id}.nooit"]:
            facts[fact.id] = "nooit"
        else:
            facts[fact.id] = row[fact.id]
    return facts


# --- what is measured over columns ---


@attrs.frozen
class ByHand:
    """Hand-written Polars on frames in memory; lazily it is no faster here."""

    rules: list[str]

    def findings(self, frame: pl.DataFrame) -> pl.DataFrame:
        return self._found(frame).select(self.rules)

    def with_statuses(self, frame: pl.DataFrame) -> pl.DataFrame:
        statuses = by_hand.statuses()
        return self._found(frame).with_columns(**statuses).select(*self.rules, *statuses)

    def _found(self, frame: pl.DataFrame) -> pl.DataFrame:
        return frame.with_columns(**by_hand.findings(DATE)).with_columns(**by_hand.compound())


@attrs.frozen
class Frames:
    """samenwerkadvies over a frame: every call takes the caller's columns, checks them and returns a table."""

    ruleset: Ruleset

    def findings(self, frame: pl.DataFrame) -> pl.DataFrame:
        found: pl.DataFrame = assess_frame(frame, self.ruleset, DATE).outcomes
        return found

    def with_statuses(self, frame: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Return the outcomes, and the status of each condition."""
        assessment = assess_frame(frame, self.ruleset, DATE)
        return assessment.outcomes, assessment.statuses

    def overview(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return the statuses with the first advice and what is counted."""
        found: pl.DataFrame = assess_frame(frame, self.ruleset, DATE).partnerships
        return found

    def advice(self, frame: pl.DataFrame) -> pl.DataFrame:
        found: pl.DataFrame = assess_frame(frame, self.ruleset, DATE).advice
        return found

    def conditions(self, frame: pl.DataFrame) -> pl.DataFrame:
        found: pl.DataFrame = assess_frame(frame, self.ruleset, DATE).conditions
        return found

    def deciding(self, frame: pl.DataFrame) -> Callable[[], object]:
        """Return the engine alone: from answers that were read before to a column for each rule."""
        answers = CheckedWide(frame, self.ruleset.vocabulary, DATE, "naam", ()).answers
        return lambda: decide_columns(answers, self.ruleset, DATE)


# --- all the same ---


def check_columns(shapes: dict[str, pl.DataFrame], frames: Frames, hand: ByHand) -> pl.DataFrame:
    """Hold the frames to what is written by hand, on every row and in every shape; return the outcomes."""
    wanted = hand.with_statuses(shapes["typed"])
    for shape, frame in shapes.items():
        outcomes, outline = frames.with_statuses(frame)
        found = outcomes.select(hand.rules).hstack(outline.select(list(by_hand.statuses())))
        differs = [name for name in wanted.columns if not wanted[name].equals(found[name], null_equal=True)]
        if differs:
            sys.exit(f"frames ({shape}) and hand-written Polars differ: {', '.join(differs)}")
        if shape != "all text" and not hand.with_statuses(frame).equals(wanted):
            sys.exit(f"hand-written Polars differs from itself for {shape}")
    return wanted.select(hand.rules)


def check_rows(frame: pl.DataFrame, outcomes: pl.DataFrame, ruleset: Ruleset) -> list[Partnership]:
    """Hold the frames to the reference, undecided rules and all, and durable to the findings; return the sample."""
    reference, durable = make_engine("reference", ruleset), make_engine("durable", ruleset)
    sample = []
    for row, found in zip(frame.iter_rows(named=True), outcomes.iter_rows(named=True), strict=True):
        partnership = Partnership.from_facts(facts_of(row, ruleset), ruleset.vocabulary, reference_date=DATE)
        wanted = dict(reference.decide(partnership))
        if found != wanted:
            sys.exit(f"frames and reference differ on {row['naam']}")
        held = {name for name, holds in durable.decide(partnership).items() if holds}
        if held != {name for name, holds in wanted.items() if holds}:
            sys.exit(f"durable and reference differ on {row['naam']}")
        sample.append(partnership)
    return sample


Rowwise = Callable[[], list[list[str]]]


def checked_peers(size: int, ruleset: Ruleset) -> dict[str, Rowwise]:
    """Return what finds the rules that hold in a sample with all facts known, once every peer finds the same."""
    source = random.Random(1)
    sample = [
        Partnership.from_facts(random_facts(ruleset, source), ruleset.vocabulary, reference_date=DATE)
        for _ in range(size)
    ]
    values = [flat(partnership, ruleset) for partnership in sample]
    matchers = {
        "rule-engine": rule_engine_matcher(ruleset),
        "zen-engine, decision": zen_decision_matcher(ruleset),
        "zen-engine, one compiled expression": zen_expression_matcher(ruleset),
    }
    batch = zen_batch_matcher(ruleset)
    peers: dict[str, Rowwise] = {"zen-engine, batch call": lambda: batch(values)}
    peers |= {name: lambda matches=matches: list(map(matches, values)) for name, matches in matchers.items()}  # type: ignore[misc]  # bound now
    reference = make_engine("reference", ruleset)
    wanted = [{name for name, holds in reference.decide(partnership).items() if holds} for partnership in sample]
    for name, found in peers.items():
        if list(map(set, found())) != wanted:
            sys.exit(f"{name} differs from the reference")
    return peers


# --- time ---


def microseconds(call: Callable[[], object], rows: int) -> float:
    """Return how long a call takes for each partnership."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) / rows * 1e6


def medians(contenders: dict[str, tuple[Callable[[], object], int]], rounds: int) -> dict[str, float]:
    """Return the median time of each contender for one partnership; all take their turn in every round."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds):
        tell(f"round {number + 1} of {rounds} ...")
        for name, (call, rows) in contenders.items():
            times[name].append(microseconds(call, rows))
    return {name: statistics.median(found) for name, found in times.items()}


def linearity(largest: int, frames: Frames, rounds: int) -> dict[int, float]:
    """Return the time for one partnership in frames of growing length."""
    frame = partnerships(largest, frames.ruleset)
    parts = {rows: frame.head(rows) for rows in (largest // 8, largest // 4, largest // 2, largest)}
    contenders = {str(rows): (lambda part=part: frames.with_statuses(part), rows) for rows, part in parts.items()}
    return {int(rows): found for rows, found in medians(contenders, rounds).items()}  # type: ignore[arg-type]  # bound now


# --- memory ---


@attrs.frozen
class Alone:
    """What a process of its own used."""

    gigabytes: float
    seconds: float
    table: float = 0
    """Gigabytes of the table that was asked for: the least that it can take."""


def alone(task: str, *arguments: object) -> Alone:
    """Run a task of this script in a process of its own.

    Call it while this process is small: Linux counts the memory of the parent when a process is started as its own.
    """
    tell(f"{task}, in a process of its own ...")
    command = [sys.executable, __file__, "--alone", task, *map(str, arguments)]
    return Alone(**json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout))


def run_alone(task: str, source: Path, number: int) -> None:
    """Do a task and print what it used."""
    ruleset, table = load_ruleset(), pl.DataFrame()
    start = time.perf_counter()
    match task:
        case "write":
            partnerships(number, ruleset).write_parquet(source)
        case "repeat":
            target = source.with_name("many.parquet")
            pl.concat([pl.scan_parquet(source)] * number).sink_parquet(target, row_group_size=250_000)
        case "advice":
            table = assess_frame(pl.read_parquet(source), ruleset, DATE).advice
        case "batch":
            assess_file(source, source.with_name("advice.parquet"), ruleset=ruleset, reference_date=DATE)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    used = Alone(peak / GIGABYTE, time.perf_counter() - start, table.estimated_size() / GIGABYTE)
    sys.stdout.write(json.dumps(attrs.asdict(used)))


def memory(rows: int, times: int) -> dict[str, Alone]:
    """Measure the ranked advice of so many partnerships, and a file with so many times as many."""
    with tempfile.TemporaryDirectory() as made:
        source = Path(made) / "one.parquet"
        alone("write", source, rows)
        found = {"advice": alone("advice", source, rows)}
        alone("repeat", source, times)
        found["batch"] = alone("batch", source.with_name("many.parquet"), rows)
    return found


# --- the whole ---


def tell(text: str) -> None:
    """Show progress on standard error."""
    sys.stderr.write(text + "\n")


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """Measure memory, check that all find the same, and measure time."""
    times = 20 if options.large else 2
    used = memory(options.rows, times)
    ruleset = load_ruleset()
    frames, hand = Frames(ruleset), ByHand(list(ruleset.rules))
    tell(f"making {options.rows} partnerships ...")
    frame = partnerships(options.rows, ruleset)
    shapes = {shape: reshaped(frame, shape) for shape in SHAPES}
    tell("checking that all find the same ...")
    outcomes = check_columns(shapes, frames, hand)
    sample = check_rows(frame.head(options.sample), outcomes.head(options.sample), ruleset)
    peers = checked_peers(options.sample, ruleset)
    del outcomes

    reference, durable = make_engine("reference", ruleset), make_engine("durable", ruleset)
    deciding = frames.deciding(frame)
    over_columns: dict[str, Callable[[], object]] = {
        HAND: lambda: hand.findings(frame),
        HAND_STATUSES: lambda: hand.with_statuses(frame),
        DECIDING: deciding,
        FINDINGS: lambda: frames.findings(frame),
        STATUSES: lambda: frames.with_statuses(frame),
        "… the same, options as text": lambda: frames.with_statuses(shapes["text options"]),
        "… the same, everything as text (csv)": lambda: frames.with_statuses(shapes["all text"]),
        "… the overview, with the first advice": lambda: frames.overview(frame),
        "… the table of conditions": lambda: frames.conditions(frame),
        ADVICE: lambda: frames.advice(frame),
    }
    over_rows: dict[str, Callable[[], object]] = {
        "reference engine": lambda: list(map(reference.decide, sample)),
        "durable engine": lambda: list(map(durable.decide, sample)),
        **peers,
    }
    contenders = {name: (call, options.rows) for name, call in over_columns.items()}
    contenders |= {name: (call, options.sample) for name, call in over_rows.items()}
    found = medians(contenders, options.rounds)
    return {
        "rules": len(ruleset.rules),
        "rows": options.rows,
        "sample": options.sample,
        "rows_in_file": options.rows * times,
        "peers": list(peers),
        "microseconds": found,
        "microseconds_by_rows": linearity(2 * options.rows, frames, options.rounds),
        "alone": {name: attrs.asdict(each) for name, each in used.items()},
    }


def show(measured: dict[str, Any]) -> None:
    """Print the tables, and the aims with whether they are met."""
    rows, times, by_rows = measured["rows"], measured["microseconds"], measured["microseconds_by_rows"]
    advice, batch = measured["alone"]["advice"], measured["alone"]["batch"]
    print(f"{rows:,} partnerships, {measured['rules']} rules; row by row: a sample of {measured['sample']:,}")
    print(f"{'':44}{'µs per partnership':>20}{'this / by hand':>16}{'this / frames':>16}")
    for name, found in times.items():
        print(f"{name:44}{found:20.3f}{found / times[HAND]:16.1f}{found / times[STATUSES]:16.2f}")
    print()
    print(f"{'in a process of its own':44}{'peak GB':>20}{'seconds':>16}")
    print(f"{f'the ranked advice of {rows:,}':44}{advice['gigabytes']:20.2f}{advice['seconds']:16.1f}")
    in_file = f"batch, a parquet file of {measured['rows_in_file']:,}"
    print(f"{in_file:44}{batch['gigabytes']:20.2f}{batch['seconds']:16.1f}")
    print()
    print(f"{'findings and statuses of so many':44}{'µs per partnership':>20}")
    for count, found in by_rows.items():
        print(f"{count:<44,}{found:20.3f}")
    print()
    for met, aim in aims(measured):
        print(f"aim: {aim} — {'met' if met else 'not met'}")


def aims(measured: dict[str, Any]) -> Iterator[tuple[bool, str]]:
    """Yield what was aimed at, with what came out, and whether it is met."""
    times, by_rows = measured["microseconds"], measured["microseconds_by_rows"]
    for peer in sorted(measured["peers"], key=times.__getitem__, reverse=True):
        ratio = times[peer] / times[STATUSES]
        yield ratio >= 300, f"findings and statuses 300 times as fast as {peer}: {ratio:.0f}"
    ratio = times[DECIDING] / times[HAND]
    yield ratio <= 1.3, f"deciding alone at most 1.3 of hand-written Polars: {ratio:.2f}"
    yield times[ADVICE] <= 3, f"the ranked advice in at most 3 µs a partnership: {times[ADVICE]:.1f}"
    peak, table = (measured["alone"]["advice"][name] for name in ("gigabytes", "table"))
    yield peak < 2.5, f"the ranked advice in under 2.5 GB: {peak:.2f}, of which the table itself {table:.2f}"
    peak = measured["alone"]["batch"]["gigabytes"]
    yield peak < 4, f"batch under 4 GB (meant for 20 million: --large): {peak:.2f}"
    ratio = by_rows[max(by_rows)] / min(by_rows.values())
    yield ratio <= 1.25, f"linear, the longest frame per partnership at most 1.25 of the cheapest: {ratio:.2f}"


def main() -> None:
    """Check, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000, help="partnerships in a frame (default a million)")
    parser.add_argument("--sample", type=int, default=2000, help="partnerships that go row by row (default 2000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds in which all take their turn (default 5)")
    parser.add_argument("--large", action="store_true", help="a file of 20 times as many partnerships, and not 2")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--alone", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        task, source, number = options.alone
        run_alone(task, Path(source), int(number))
        return
    measured = measure(options)
    if options.json:
        print(json.dumps(measured, indent=2))
    else:
        show(measured)


if __name__ == "__main__":
    main()
