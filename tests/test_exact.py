"""Answers that are written as they are kept: read at once, just as the reader that looks twice reads them."""

import datetime
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import PARTIES
from samenwerkadvies import FactType
from samenwerkadvies.answers import read_answer, read_perception
from samenwerkadvies.errors import Location, Problem, Text
from samenwerkadvies.exact import exact_reader
from samenwerkadvies.facts import EACH, TOGETHER, Kind
from samenwerkadvies.frozen import FrozenDict
from tried import tried

DAY = datetime.date(2026, 1, 31)
KINDS: list[Mapping[str, Any]] = [
    {"kind": Kind.YES_NO},
    {"kind": Kind.COUNT, "maximum": 8},
    {"kind": Kind.SCALE},
    {"kind": Kind.CHOICE, "options": ("een", "twee", "onbekend")},
    {"kind": Kind.DATE, "may_be_never": True, "is_past": True},
    {"kind": Kind.DATE},
]
FACTS = [
    FactType("feit", answered_by=answered_by, texts={}, parties=parties, **kind)
    for kind in KINDS
    for answered_by, parties in ((TOGETHER, (None,)), (EACH, PARTIES))
    if not (kind["kind"] is Kind.DATE and answered_by == EACH)
]
ONE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 9),
    st.sampled_from(
        [4.0, float("nan"), "een", "twee", "onbekend", "", "nooit", "2025-02-29", "2025-12-31", "2026-W01-1"]
    ),
    st.sampled_from(["1899-12-31", "2201-01-01", "2026-02-01", "٢٠٢٥-12-31", [1], {"gemeente": 1}]),
    st.sampled_from(
        [DAY, datetime.date(1, 1, 1), datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC), datetime.date(2030, 1, 1)]
    ),
    st.sampled_from([Text("een", Location("", 1, 1)), Text("4", Location("", 1, 1))]),
)
RAW = st.one_of(ONE, st.dictionaries(st.sampled_from([*PARTIES, "stad", 1, Text("gemeente", Location("", 1, 1))]), ONE))


@tried(6)
@given(st.sampled_from(FACTS), RAW, st.sampled_from([None, DAY]))
def test_what_is_read_at_once_is_read_just_so_on_a_second_look(
    fact: FactType, raw: object, day: datetime.date | None
) -> None:
    reader = exact_reader(fact)
    for _ in range(2):  # the second time from what is kept
        exact = reader(raw, day)
        misread: list[tuple[str, object, Problem]] = []
        looked = read_perception(fact, raw, misread) if fact.is_perception else read_answer(fact, raw, day)
        if exact is not None:
            assert (exact, type_of(exact), misread) == (looked, type_of(looked), [])


def type_of(found: object) -> object:
    return {party: type(answer) for party, answer in found.items()} if isinstance(found, dict) else type(found)


@pytest.mark.parametrize(
    ("fact", "raw"),
    [
        (FACTS[0], True),
        (FACTS[3], {"gemeente": 4}),
        (FACTS[3], {"migrantenorganisatie": 2, "gemeente": 0}),
        (FACTS[3], FrozenDict({"gemeente": 4, "migrantenorganisatie": 8})),
        (FACTS[6], "een"),
        (FACTS[8], "nooit"),
        (FACTS[8], "2026-01-31"),
        (FACTS[9], datetime.date(2030, 1, 1)),
    ],
)
def test_what_programs_give_needs_no_second_look(fact: FactType, raw: object) -> None:
    wanted = datetime.date.fromisoformat(raw) if raw == "2026-01-31" else raw
    assert exact_reader(fact)(raw, DAY) == wanted


def test_equal_answers_of_the_parties_are_one_value_and_stand_in_their_order() -> None:
    reader = exact_reader(FACTS[3])
    one, other = (reader(dict(raw), DAY) for raw in ([("gemeente", 1), ("migrantenorganisatie", 2)],) * 2)
    assert one is other
    assert [*(reader({"migrantenorganisatie": 3, "gemeente": 1}, DAY) or {})] == [*PARTIES]
    read = [reader({"gemeente": number % 9, "migrantenorganisatie": number // 9}, DAY) for number in range(81)]
    assert read[80] == {"gemeente": 8, "migrantenorganisatie": 8}


@pytest.mark.parametrize(
    ("fact", "raw"),
    [
        (FACTS[0], 1),
        (FACTS[2], True),
        (FACTS[2], 9),
        (FACTS[6], "onbekend"),
        (FACTS[8], "2026-02-01"),
        (FACTS[8], "2025-02-29"),
        (FACTS[3], 4),
        (FACTS[3], {}),
        (FACTS[3], {"stad": 4}),
        (FACTS[3], {"gemeente": 4, "stad": 4}),
        (FACTS[3], {"gemeente": 4, 1: 4}),
        (FACTS[3], {"gemeente": 4, "migrantenorganisatie": 9}),
        (FACTS[3], {"gemeente": True, "migrantenorganisatie": 1}),
        (FACTS[3], {"gemeente": 4, "migrantenorganisatie": None}),
    ],
)
def test_all_else_is_left_to_a_second_look(fact: FactType, raw: object) -> None:
    assert exact_reader(fact)(raw, DAY) is None
