"""The law of the frames: whatever the rules and the answers, tables say what `Adviser.assess` says row by row."""

import datetime
import itertools
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import DATES, KINDS, columns_of, plan_of, row_of, rows_of, same_as_row_by_row, table

from random_rules import DATES as SOME_DATES
from random_rules import VALIDITIES, expression_sets, facts_of, ruleset_of, turning
from samenwerkadvies import Adviser, Partnership, Ruleset, Vocabulary, load_ruleset
from samenwerkadvies.engines import make_engine
from samenwerkadvies.frames import assess_frame, cells, rows
from samenwerkadvies.validity import Validity
from tried import tried

SHIPPED = load_ruleset()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    return tmp_path_factory.mktemp("rules")


def vocabulary() -> Vocabulary:
    with tempfile.TemporaryDirectory() as made:
        return ruleset_of(Path(made), {"een": "mensen = 1"}).vocabulary


VOCABULARY = vocabulary()


def partnerships_of(ruleset: Ruleset, cases: list[tuple[dict[str, object], str]]) -> list[Partnership]:
    return [
        Partnership.from_facts(facts, ruleset.vocabulary, reference_date=date, name=f"samenwerking {number}")
        for number, (facts, date) in enumerate(cases)
    ]


def frame_of(ruleset: Ruleset, partnerships: list[Partnership]) -> pa.Table:
    return table([row_of(partnership) for partnership in partnerships], columns_of(ruleset))


@tried(1)
@given(
    drawn=st.tuples(expression_sets(VOCABULARY), VALIDITIES),
    cases=st.lists(st.tuples(facts_of(VOCABULARY), st.sampled_from(SOME_DATES)), min_size=20, max_size=20),
    has_one_date=st.booleans(),
    is_long=st.booleans(),
)
def test_random_rules_over_random_partnerships(
    folder: Path,
    drawn: tuple[dict[str, str], list[Validity]],
    cases: list[tuple[dict[str, object], str]],
    has_one_date: bool,
    is_long: bool,
) -> None:
    ruleset = turning(ruleset_of(folder, drawn[0]), drawn[1])
    if has_one_date:
        cases = [(facts, SOME_DATES[0]) for facts, _ in cases]
    partnerships = partnerships_of(ruleset, cases)
    frame = pl.DataFrame(frame_of(ruleset, partnerships))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "_LONG", 0 if is_long else 1_000)
        patch.setattr(rows, "_CELLS", 40)
        result = assess_frame(frame, ruleset, SOME_DATES[0] if has_one_date else DATES)
        same_as_row_by_row(result, Adviser(ruleset, "reference"), partnerships)


@pytest.fixture(scope="module")
def many() -> list[Partnership]:
    return invented(120, seed=5)


def invented(number: int, seed: int) -> list[Partnership]:
    """Return partnerships by chance, one answer in five missing."""
    generator = random.Random(seed)
    found = []
    for index in range(number):
        facts: dict[str, object] = {}
        date = datetime.date(2026, 1, 28) + datetime.timedelta(days=generator.randint(0, 300))
        for fact in SHIPPED.vocabulary.facts.values():
            given = {party: _answer(fact, generator, date) for party in fact.parties if generator.random() < 0.8}
            if fact.is_perception:
                facts[fact.id] = given
            elif given:
                facts[fact.id] = given[None]
        name = f"samenwerking {index}"
        found.append(Partnership.from_facts(facts, SHIPPED.vocabulary, reference_date=date, name=name))
    return found


def test_the_shipped_rules_over_thousands_of_partnerships() -> None:
    partnerships = invented(2_000, seed=6)
    result = assess_frame(pl.DataFrame(frame_of(SHIPPED, partnerships)), SHIPPED)
    same_as_row_by_row(result, Adviser(SHIPPED, "reference"), partnerships)


def _answer(fact: Any, generator: Any, reference_date: datetime.date) -> object:
    match fact.kind.value:
        case "ja_nee":
            return generator.random() < 0.5
        case "aantal":
            return generator.choice([0, 1, 2, 5, 8, 24, 80, fact.maximum])
        case "schaal":
            return generator.randint(1, 5)
        case "keuze":
            return generator.choice(fact.options)
        case _:
            if fact.may_be_never and generator.random() < 0.3:
                return "nooit"
            day = datetime.date(2026, 3, 31) + datetime.timedelta(days=generator.randint(-900, 500))
            return min(day, reference_date) if fact.is_past else day


SLOW = ["duckdb", pytest.param("pyspark", marks=pytest.mark.spark)]


@pytest.mark.parametrize("kind", SLOW)
def test_each_row_has_a_reference_date_of_its_own(kind: str, many: list[Partnership]) -> None:
    result = assess_frame(KINDS[kind](frame_of(SHIPPED, many)), SHIPPED)
    engine = make_engine("reference", SHIPPED)
    wanted = {partnership.name: dict(engine.decide(partnership)) for partnership in many}
    found = {row.pop("partnership"): row for row in rows_of(result.outcomes)}
    assert found == wanted
    assert "Python" not in plan_of(result.outcomes)


@pytest.mark.parametrize("kind", ["polars", "polars-lazy", "pandas", "pandas-arrow", "pyarrow", *SLOW])
def test_the_shipped_rules_on_every_kind_of_frame(kind: str, many: list[Partnership]) -> None:
    is_slow = kind in (
        "duckdb",
        "pyspark",
    )  # with a date in each row they plan for long: the outcomes are tested so below
    if is_slow:
        many = [attrs.evolve(partnership, reference_date=datetime.date(2027, 2, 28)) for partnership in many]
    frame = KINDS[kind](frame_of(SHIPPED, many))
    result = assess_frame(frame, SHIPPED, "2027-02-28" if is_slow else DATES)
    same_as_row_by_row(result, adviser := Adviser(SHIPPED, "reference"), many)
    assert type(result.advice) is type(frame)
    asked = rows_of(result.open_questions(["samenwerking 3", "samenwerking 7"]))
    for number in (3, 7):
        wanted = adviser.questions(many[number])
        found = [row for row in asked if row["partnership"] == f"samenwerking {number}"]
        assert [(row["fact"], row["party"], row["rank"]) for row in found] == [
            (question.fact, question.party, rank) for rank, question in enumerate(wanted, start=1)
        ]
        assert found[0]["could_decide"] == ", ".join(wanted[0].could_decide)
    summary = result.summary
    assessed = [adviser.assess(partnership) for partnership in many]
    for row in rows_of(summary.rules):
        count = sum(row["rule"] in each.findings for each in assessed)
        assert (row["partnerships"], row["share"]) == (count, count / len(many))
        assert row["undecided"] == sum(row["rule"] in each.undecided for each in assessed)
    for row in rows_of(summary.conditions):
        statuses = [each.conditions[row["condition"] - 1].status.value for each in assessed]
        assert row["partnerships"] == statuses.count(row["status"])
    together = rows_of(summary.together)
    for row in together[:50]:
        assert row["partnerships"] == sum({row["rule"], row["other"]} <= set(each.findings) for each in assessed)
    assert [row["partnerships"] for row in together] == sorted((row["partnerships"] for row in together), reverse=True)


@pytest.mark.parametrize("kind", ["polars", "polars-lazy", "pandas", "pandas-arrow", "pyarrow", *SLOW])
def test_nothing_is_divided_by_0_in_any_kind_of_frame(kind: str, tmp_path: Path) -> None:
    lines = {"een": "per(mensen, procent) < 2,5", "twee": "niet per(procent, mensen) = 0,001 of veilig = ja"}
    ruleset = ruleset_of(tmp_path, lines)
    answers = {"mensen": (0, 1, 10**5, 10**15, None), "procent": (0, 100, None), "veilig": (True, None)}
    partnerships = [
        Partnership.from_facts(
            {name: answer for name, answer in zip(answers, each, strict=True) if answer is not None},
            ruleset.vocabulary,
            reference_date=datetime.date(2026, 1, 31),
            name=str(number),
        )
        for number, each in enumerate(itertools.product(*answers.values()))
    ]
    result = assess_frame(KINDS[kind](frame_of(ruleset, partnerships)), ruleset, "2026-01-31")
    found = {row.pop("partnership"): row for row in rows_of(result.outcomes)}
    engine = make_engine("reference", ruleset)
    assert found == {each.name: dict(engine.decide(each)) for each in partnerships}
