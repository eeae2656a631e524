"""Whatever a program passes on from its users ends in one kind of error, with problems that can be shown."""

import datetime
import decimal
import enum
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from building import FACTS, rules, ruleset_from
from samenwerkadvies import (
    Adviser,
    InvalidFactsError,
    InvalidInputError,
    Partnership,
    Problem,
    UsageError,
    load_case_json,
)
from samenwerkadvies.case_form import RESERVED
from samenwerkadvies.frames import LongColumns

DAY = "2026-03-01"


class Unwilling:
    """Refuses to be compared, shown or looked into."""

    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    def __hash__(self) -> int:
        return 1

    def __repr__(self) -> str:
        raise RuntimeError

    def __bool__(self) -> bool:
        raise RuntimeError


class Word(enum.Enum):
    PAPER = "papier"


class PaperWord(str, enum.Enum):  # noqa: UP042 - such an Enum shows itself by another text than its value
    PAPER = "papier"
    TOWN = "gemeente"


ODD = [
    pd.NA,
    pd.NaT,
    pd.Timestamp(DAY),
    pd.Series([1, 2]),
    pd.DataFrame({"a": [1]}),
    np.array([1, 2]),
    np.array([]),
    np.int64(3),
    np.float64("nan"),
    np.datetime64(DAY),
    np.bool_(1),
    decimal.Decimal(3),
    decimal.Decimal("sNaN"),
    Word.PAPER,
    b"papier",
    {"a"},
    frozenset(),
    (number for number in range(3)),
    [1, [2, [3]]],
    (),
    Unwilling(),
    float("inf"),
    10**5000,
    -(10**5000),
    "\ud800",
    "\x1b[31m",
    "x" * 1_000_000,
    object,
    datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC),
]
IDS = [f"{number}-{type(value).__name__}" for number, value in enumerate(ODD)]
"""Not made of the values: some cannot be shown."""


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Adviser:
    return Adviser(ruleset_from(tmp_path_factory.mktemp("rules"), FACTS + rules(iets="veilig = nee")), "reference")


def refused(adviser: Adviser, facts: Any) -> tuple[Problem, ...]:
    """Return the problems with facts, each of them short, on one line and without a sign that cannot be shown."""
    with pytest.raises(InvalidFactsError) as caught:
        adviser.assess(facts)
    for problem in caught.value.problems:
        texts = [text for text in problem.to_dict().values() if isinstance(text, str)]
        assert all(text.isprintable() and len(text) < 1_010 for text in texts)
        json.dumps(problem.to_dict()).encode()
    assert str(caught.value).encode()
    return caught.value.problems


@pytest.mark.parametrize("fact", ["veilig", "mensen", "cijfer", "vorm", "start", "evaluatie", "steun", "pijn"])
@pytest.mark.parametrize("value", ODD, ids=IDS)
def test_an_answer_of_any_kind_is_refused_with_its_place(adviser: Adviser, fact: str, value: object) -> None:
    assert [problem.place for problem in refused(adviser, {"peildatum": DAY, "feiten": {fact: value}})] == [
        f"feiten.{fact}"
    ]


@pytest.mark.parametrize("value", ODD, ids=IDS)
def test_anything_in_the_place_of_a_part_of_a_case_is_refused(adviser: Adviser, value: object) -> None:
    assert {problem.code for problem in refused(adviser, value)} == {"CASUS03"}
    assert refused(adviser, {"peildatum": DAY, "feiten": value})
    assert refused(adviser, {"peildatum": DAY, "feiten": {"steun": {"gemeente": value}}})
    assert refused(adviser, {"peildatum": DAY, "feiten": {}, "respondenten": value})
    assert refused(adviser, {"peildatum": DAY, "feiten": {}, "respondenten": {"gemeente": [value]}})
    assert refused(adviser, {"peildatum": DAY, "feiten": {}, "respondenten": {"gemeente": [{"steun": value}]}})
    assert [problem.code for problem in refused(adviser, {"peildatum": value, "feiten": {}})] == ["CASUS04"]


@pytest.mark.parametrize("key", [Unwilling(), Word.PAPER, 3, None, b"x", ("a",), "\ud800", "\x1b[31m", "x" * 1_000_000])
def test_anything_in_the_place_of_a_key_is_refused(adviser: Adviser, key: object) -> None:
    assert refused(adviser, {"peildatum": DAY, "feiten": {}, key: 1})
    assert refused(adviser, {"peildatum": DAY, "feiten": {key: 1}})
    assert refused(adviser, {"peildatum": DAY, "feiten": {"steun": {key: 1}}})
    assert refused(adviser, {"peildatum": DAY, "feiten": {}, "respondenten": {key: []}})
    assert refused(adviser, {"peildatum": DAY, "feiten": {}, "respondenten": {"gemeente": [{key: 1}]}})


def test_a_text_that_is_an_enum_too_counts_as_its_text(adviser: Adviser) -> None:
    facts = {"vorm": PaperWord.PAPER, "steun": {PaperWord.TOWN: 4}}
    made = adviser.assess({"peildatum": DAY, "feiten": facts, "naam": PaperWord.TOWN})
    assert made.to_dict()["facts"] == {"steun": {"gemeente": 4}, "vorm": "papier"}
    assert made.partnership == "gemeente"
    known = Partnership.from_facts(facts, adviser.ruleset.vocabulary, reference_date=DAY, name=PaperWord.TOWN)
    assert adviser.assess(known).to_json() == made.to_json()


MANY = 500


@pytest.mark.parametrize(
    "case",
    [
        {"feiten": {f"feit_{number}": 1 for number in range(MANY)}},
        {"feiten": {"steun": {f"partij_{number}": 1 for number in range(MANY)}}},
        {"feiten": {}, **{f"deel_{number}": 1 for number in range(MANY)}},
        {"feiten": {}, "respondenten": {f"partij_{number}": [] for number in range(MANY)}},
        {"feiten": {}, "respondenten": {"gemeente": [{"steun": 9}] * MANY}},
        {"feiten": {}, "respondenten": {"gemeente": [{f"feit_{number}": 1 for number in range(MANY)}]}},
        {"feiten": {}, "respondenten": {"gemeente": [{"mensen": 1}] * MANY}},
        {"feiten": {}, "respondenten": {"gemeente": [7] * MANY}},
    ],
)
def test_very_many_problems_are_told_up_to_a_bound(adviser: Adviser, case: Mapping[str, object]) -> None:
    problems = refused(adviser, {"peildatum": DAY, **case})
    assert len(problems) == 101
    assert problems[-1].message.startswith("en nog minstens ")


@pytest.mark.parametrize("facts", [{"fieten": {"mensen": 1}}, {"fieten": {"mensen": 1}, "peildatum": DAY}])
def test_a_misspelled_key_of_a_case_is_told_as_such(adviser: Adviser, facts: Mapping[str, object]) -> None:
    with pytest.raises(InvalidFactsError) as caught:
        adviser.assess(facts, DAY)
    assert str(caught.value) == (
        "fieten: CASUS01 onbekend onderdeel 'fieten' in een casus\n"
        "   = verwacht: naam, peildatum, organisaties, feiten, respondenten of toelichting\n"
        "   = bedoelde je: feiten"
    )


JSON = '{"naam": "Noord", "peildatum": "2026-03-01", "feiten": {"mensen": 3}}'


@pytest.mark.parametrize("text", [JSON, JSON.encode(), b"\xef\xbb\xbf" + JSON.encode()])
def test_json_is_read_as_a_case(adviser: Adviser, text: str | bytes) -> None:
    made = load_case_json(text, adviser.ruleset.vocabulary)
    assert (made.name, made.answer("mensen")) == ("Noord", 3)
    later = load_case_json(text, adviser.ruleset.vocabulary, reference_date="2027-01-01")
    assert later.reference_date == datetime.date(2027, 1, 1)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[]", ["CASUS03"]),
        ("null", ["CASUS03"]),
        ("3", ["CASUS03"]),
        ('"tekst"', ["CASUS03"]),
        ("", ["LEES09"]),
        ("{", ["LEES09"]),
        ("{}", ["CASUS03", "CASUS05"]),
        ("[" * 100_000, ["LEES06"]),
        ('{"feiten": ' + '{"a": ' * 100_000, ["LEES06"]),
        (f'{{"peildatum": "2026-03-01", "feiten": {{"mensen": {"9" * 5000}}}}}', ["LEES09"]),
        ('{"peildatum": "2026-03-01", "feiten": {"mensen": 1e999}}', ["FEIT02"]),
        ('{"peildatum": "2026-03-01", "feiten": {"mensen": NaN}}', ["LEES09"]),
        ('{"peildatum": "2026-03-01", "feiten": {"mensen": -Infinity}}', ["LEES09"]),
        ('{"peildatum": "2026-03-01", "feiten": {"mensen": 1, "mensen": 2}}', ["LEES09"]),
        ('{"peildatum": "2026-03-01", "feiten": {"vorm": "\\ud800"}}', ["FEIT04"]),
        ('{"peildatum": "2026-03-01", "feiten": {"\\ud800": 1}}', ["FEIT01"]),
        ('{"peildatum": "2026-03-01", "feiten": {}, "naam": "\\ud800"}', ["CASUS08"]),
        ('{"naam": "\ud800"}', ["LEES03"]),
        (b'{"naam": "\xff"}', ["LEES03"]),
        ('{"naam": "x"}'.encode("utf-16"), ["LEES03"]),
        (" " * 1_000_001, ["LEES02"]),
    ],
)
def test_json_that_is_no_case_is_refused(adviser: Adviser, text: str | bytes, codes: list[str]) -> None:
    with pytest.raises(InvalidFactsError) as caught:
        load_case_json(text, adviser.ruleset.vocabulary)
    assert [problem.code for problem in caught.value.problems if not problem.others][:2] == codes
    assert str(caught.value).encode()


def test_what_is_no_text_is_no_json(adviser: Adviser) -> None:
    with pytest.raises(UsageError, match="JSON must be a str or bytes, not dict"):
        load_case_json({}, adviser.ruleset.vocabulary)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", RESERVED)
def test_no_fact_is_called_as_a_part_of_a_case_or_a_table(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidInputError, match=f"SET09 een feit kan niet '{name}' heten"):
        ruleset_from(tmp_path, FACTS.replace("  veilig:", f"  {name}:") + rules(iets="mensen > 1"))


def test_the_heads_of_a_long_table_are_reserved() -> None:
    columns = LongColumns()
    assert {columns.partnership, columns.party, columns.respondent, columns.fact, columns.answer} <= set(RESERVED)
