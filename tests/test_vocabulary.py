"""Answers: nothing is coerced, nothing is filled in, and everything that is wrong is told at once."""

import datetime
import math
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from building import small_ruleset
from samenwerkadvies import Location, Problem, Vocabulary
from samenwerkadvies.errors import Text
from samenwerkadvies.facts import is_better
from samenwerkadvies.vocabulary import GREATEST_COUNT, TOGETHER, Answer, FactType, Kind, expected_of

DAY = datetime.date(2026, 3, 1)
BOTH = {"gemeente": 4, "migrantenorganisatie": 2}


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return small_ruleset(tmp_path_factory.mktemp("regels"), veilig="veilig = ja").vocabulary


@pytest.fixture
def told(vocabulary: Vocabulary) -> Callable[[str, object], list[Problem]]:
    """Return what is told about one answer."""
    return lambda fact, answer: vocabulary.read_answers({fact: answer})[1]


def from_file(text: str) -> Text:
    return Text(text, Location("casus.yaml", 3, 9, f"  feit: {text}", len(text)))


@pytest.mark.parametrize(
    ("fact", "answer"),
    [
        ("veilig", True),
        ("veilig", False),
        ("mensen", 0),
        ("mensen", GREATEST_COUNT),
        ("procent", 100),
        ("cijfer", 1),
        ("cijfer", 5),
        ("vorm", "papier"),
        ("start", DAY),
        ("evaluatie", "nooit"),
        ("evaluatie", DAY),
        ("steun", BOTH),
        ("steun", {"gemeente": 3}),
        ("pijn", {"gemeente": True, "migrantenorganisatie": False}),
        ("jaren", {"migrantenorganisatie": 0}),
    ],
)
def test_an_answer_that_fits_is_kept_as_it_is(vocabulary: Vocabulary, fact: str, answer: object) -> None:
    assert vocabulary.read_answers({fact: answer}) == ({fact: answer}, [])


def test_an_iso_text_is_read_as_a_date(vocabulary: Vocabulary) -> None:
    assert vocabulary.read_answers({"start": "2026-03-01"}) == ({"start": DAY}, [])


@pytest.mark.parametrize("unknown", [None, "", "onbekend", from_file(""), from_file("onbekend")])
@pytest.mark.parametrize("fact", ["veilig", "mensen", "cijfer", "vorm", "start", "steun"])
def test_unknown_is_absent_and_never_a_default(vocabulary: Vocabulary, fact: str, unknown: object) -> None:
    assert vocabulary.read_answers({fact: unknown}) == ({}, [])


@pytest.mark.parametrize("unknown", [None, "", "onbekend"])
def test_one_party_may_be_unknown(vocabulary: Vocabulary, unknown: object) -> None:
    facts = {"steun": {"gemeente": unknown, "migrantenorganisatie": 2}}
    assert vocabulary.read_answers(facts) == ({"steun": {"migrantenorganisatie": 2}}, [])


@pytest.mark.parametrize("nobody", [{}, {"gemeente": None}, {"gemeente": "onbekend", "migrantenorganisatie": ""}])
def test_a_perception_that_nobody_answers_is_absent(vocabulary: Vocabulary, nobody: object) -> None:
    assert vocabulary.read_answers({"steun": nobody}) == ({}, [])


def test_answers_come_in_the_order_of_the_vocabulary_and_parties_in_theirs(vocabulary: Vocabulary) -> None:
    facts = {"steun": {"migrantenorganisatie": 2, "gemeente": 4}, "mensen": 3, "veilig": True}
    answers, _ = vocabulary.read_answers(facts)
    assert [*answers] == ["veilig", "mensen", "steun"]
    assert [*answers.items()][-1] == ("steun", {"gemeente": 4, "migrantenorganisatie": 2})
    assert str(answers["steun"]).index("gemeente") < str(answers["steun"]).index("migrantenorganisatie")


@pytest.mark.parametrize(
    ("fact", "answer"),
    [
        ("mensen", "1"),
        ("mensen", 2.0),
        ("mensen", math.nan),
        ("mensen", math.inf),
        ("mensen", True),
        ("mensen", Decimal(2)),
        ("mensen", [2]),
        ("mensen", {"gemeente": 2}),
        ("mensen", b"2"),
        ("cijfer", "3"),
        ("cijfer", 3.0),
        ("cijfer", True),
        ("veilig", 1),
        ("veilig", 0),
        ("veilig", 1.0),
        ("veilig", "true"),
        ("veilig", "ja"),
        ("veilig", [True]),
        ("vorm", 1),
        ("vorm", True),
        ("vorm", ["geen"]),
        ("vorm", {"geen": True}),
        ("start", datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)),
        ("start", "2026-03-01T00:00:00"),
        ("start", "2026-3-1"),
        ("start", "20260301"),
        ("start", "2026-W09-7"),
        ("start", "2026-02-30"),
        ("start", "0000-01-01"),
        ("start", "٢٠٢٦-٠٣-٠١"),
        ("start", 20260301),
        ("start", "nooit"),
        ("start", True),
        ("evaluatie", "Nooit"),
        ("evaluatie", False),
    ],
)
def test_nothing_is_coerced(told: Callable[[str, object], list[Problem]], fact: str, answer: object) -> None:
    assert [(problem.code, problem.place) for problem in told(fact, answer)] == [("FEIT02", f"feiten.{fact}")]


@pytest.mark.parametrize(
    ("fact", "answer"),
    [
        ("mensen", -1),
        ("mensen", GREATEST_COUNT + 1),
        ("mensen", 10**5000),
        ("mensen", -(10**5000)),
        ("procent", 101),
        ("cijfer", 0),
        ("cijfer", 6),
    ],
    ids=["negative", "large", "huge", "huge negative", "above its maximum", "below the scale", "above the scale"],
)
def test_a_number_outside_its_bounds_is_refused(
    told: Callable[[str, object], list[Problem]], fact: str, answer: int
) -> None:
    assert [problem.code for problem in told(fact, answer)] == ["FEIT03"]


def test_an_unknown_option_gets_a_suggestion(told: Callable[[str, object], list[Problem]]) -> None:
    assert told("vorm", "mondling") == [
        Problem(
            code="FEIT04",
            message="onbekende keuze 'mondling'",
            place="feiten.vorm",
            expected="geen, mondeling, papier of onbekend",
            hint="mondeling",
        )
    ]


def test_an_unknown_fact_gets_a_suggestion(told: Callable[[str, object], list[Problem]]) -> None:
    assert told("mense", 2) == [
        Problem(
            code="FEIT01",
            message="onbekend feit 'mense'",
            place="feiten.mense",
            expected="een feit uit de regelset",
            hint="mensen",
        )
    ]


def test_an_average_cannot_be_answered(told: Callable[[str, object], list[Problem]]) -> None:
    (problem,) = told("band", BOTH)
    assert (problem.code, problem.message) == ("FEIT01", "'band' wordt berekend en kan niet worden ingevuld")


def test_an_unknown_party_gets_a_suggestion(told: Callable[[str, object], list[Problem]]) -> None:
    (problem,) = told("steun", {"gemente": 2})
    assert (problem.code, problem.hint) == ("FEIT06", "gemeente")


@pytest.mark.parametrize("answer", [3, True, "3", [4, 2], math.nan, DAY])
def test_one_answer_for_a_fact_that_each_party_answers_is_refused(
    told: Callable[[str, object], list[Problem]], answer: object
) -> None:
    (problem,) = told("steun", answer)
    assert problem.code == "FEIT05"
    assert "gemeente" in problem.expected
    assert "migrantenorganisatie" in problem.expected


def test_the_answer_of_one_party_names_that_party(told: Callable[[str, object], list[Problem]]) -> None:
    (problem,) = told("steun", {"gemeente": 3, "migrantenorganisatie": "3"})
    assert (problem.code, problem.place) == ("FEIT02", "feiten.steun.migrantenorganisatie")


@pytest.mark.parametrize(
    "name",
    [1, None, True, 2.5, ("veilig",), math.nan, datetime.date(2026, 1, 1), 10**5000],
    ids=["int", "None", "bool", "float", "tuple", "nan", "date", "huge int"],
)
def test_a_name_that_is_no_text_is_an_unknown_fact(
    told: Callable[[object, object], list[Problem]], name: object
) -> None:
    assert [problem.code for problem in told(name, 1)] == ["FEIT01"]


@pytest.mark.parametrize("party", [1, None, 10**5000], ids=["int", "None", "huge int"])
def test_a_party_that_is_no_text_is_an_unknown_party(
    told: Callable[[str, object], list[Problem]], party: object
) -> None:
    assert [problem.code for problem in told("steun", {party: 1})] == ["FEIT06"]


@pytest.mark.parametrize("answer", [[10**5000], {"a": 10**5000}], ids=["in a list", "in a mapping"])
def test_a_huge_number_inside_something_else_is_told_and_not_raised(
    told: Callable[[str, object], list[Problem]], answer: object
) -> None:
    assert [problem.code for problem in told("mensen", answer)] == ["FEIT02"]


def test_the_place_of_a_long_name_stays_readable(told: Callable[[str, object], list[Problem]]) -> None:
    (problem,) = told("x" * 100_000, 1)
    assert len(str(problem)) < 1000


def test_all_problems_are_told_at_once(vocabulary: Vocabulary) -> None:
    facts = {
        "mensen": "3",
        "onzin": 1,
        "vorm": "gen",
        "cijfer": 6,
        "veilig": True,
        "steun": {"gemeente": 9, "gementee": 2, "migrantenorganisatie": "x"},
        "moed": 3,
    }
    answers, problems = vocabulary.read_answers(facts)
    assert answers.get("veilig") is True
    assert sorted(problem.code for problem in problems) == [
        "FEIT01", "FEIT02", "FEIT02", "FEIT03", "FEIT03", "FEIT04", "FEIT05", "FEIT06",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "text", "answer"),
    [
        ("veilig", "ja", True),
        ("veilig", "nee", False),
        ("veilig", "true", True),
        ("veilig", "false", False),
        ("mensen", "10", 10),
        ("mensen", "007", 7),
        ("cijfer", "4", 4),
        ("vorm", "papier", "papier"),
        ("start", "2026-03-01", DAY),
        ("evaluatie", "nooit", "nooit"),
    ],
)
def test_text_from_a_file_is_read_as_its_fact_asks(
    vocabulary: Vocabulary, fact: str, text: str, answer: object
) -> None:
    answers, problems = vocabulary.read_answers({fact: from_file(text)})
    assert (answers, problems) == ({fact: answer}, [])
    assert type(answers[fact]) is type(answer)


@pytest.mark.parametrize(
    ("fact", "text", "code", "hint"),
    [
        ("veilig", "yes", "FEIT02", "ja"),
        ("veilig", "No", "FEIT02", "nee"),
        ("veilig", "1", "FEIT02", ""),
        ("mensen", "1e3", "FEIT02", ""),
        ("mensen", "1_000", "FEIT02", ""),
        ("mensen", "٣", "FEIT02", ""),
        ("mensen", "9" * 21, "FEIT02", ""),
        ("mensen", "9" * 20, "FEIT03", ""),
        ("mensen", "-1", "FEIT03", ""),
        ("cijfer", "6", "FEIT03", ""),
        ("start", "nooit", "FEIT02", ""),
    ],
)
def test_text_from_a_file_that_does_not_fit_points_at_itself(
    told: Callable[[str, object], list[Problem]], fact: str, text: str, code: str, hint: str
) -> None:
    written = from_file(text)
    assert [(problem.code, problem.location, problem.hint) for problem in told(fact, written)] == [
        (code, written.at, hint)
    ]


def test_a_yes_in_quotes_is_not_answered_with_the_same_word(told: Callable[[str, object], list[Problem]]) -> None:
    (problem,) = told("veilig", "ja")
    assert problem.hint != "ja"


def test_every_kind_says_what_it_expects(vocabulary: Vocabulary) -> None:
    assert {name: expected_of(fact) for name, fact in vocabulary.facts.items()} == {
        "veilig": "ja, nee of onbekend (in JSON en Python: true of false)",
        "mensen": "een heel getal van 0 of hoger",
        "procent": "een heel getal van 0 tot en met 100",
        "cijfer": "een heel getal van 1 tot en met 5",
        "steun": "een heel getal van 1 tot en met 5",
        "moed": "een heel getal van 1 tot en met 5",
        "pijn": "ja, nee of onbekend (in JSON en Python: true of false)",
        "jaren": "een heel getal van 0 of hoger",
        "vorm": "geen, mondeling, papier of onbekend",
        "start": "een datum zoals 2026-03-01",
        "evaluatie": "een datum zoals 2026-03-01 of nooit",
    }


def test_a_fact_type_says_who_is_asked(vocabulary: Vocabulary) -> None:
    steun, procent, mensen = (vocabulary.facts[name] for name in ("steun", "procent", "mensen"))
    assert (steun.parties, steun.asked_of) == (("gemeente", "migrantenorganisatie"), None)
    assert (procent.parties, procent.asked_of) == ((None,), "gemeente")
    assert (mensen.parties, mensen.asked_of) == ((None,), None)
    assert vocabulary.perceptions == ("steun", "moed", "pijn", "jaren")


def test_a_fact_type_has_a_range(vocabulary: Vocabulary) -> None:
    ranges = {fact.kind: fact.range for fact in vocabulary.facts.values() if fact.id in ("veilig", "procent", "cijfer")}
    assert ranges == {Kind.YES_NO: (0, 1), Kind.COUNT: (0, 100), Kind.SCALE: (1, 5)}


CHOICE = ("geen", "mondeling", "papier")


@pytest.mark.parametrize(("kind", "better", "known", "answer", "is_so"), [
    (Kind.YES_NO, ("ja",), False, True, True),
    (Kind.YES_NO, ("ja",), True, False, False),
    (Kind.YES_NO, ("nee",), True, False, True),
    (Kind.COUNT, ("meer",), 1, 2, True),
    (Kind.COUNT, ("minder",), 1, 2, False),
    (Kind.SCALE, ("meer",), 2, 2, False),
    (Kind.SCALE, ("meer",), None, 1, True),
    (Kind.COUNT, (), 2, 1, False),
    (Kind.COUNT, (), 2, 3, False),
    (Kind.COUNT, (), None, 1, True),
    (Kind.CHOICE, ("geen", "papier"), "geen", "papier", True),
    (Kind.CHOICE, ("geen", "papier"), "papier", "geen", False),
    (Kind.CHOICE, ("geen", "papier"), "geen", "mondeling", False),
    (Kind.CHOICE, ("geen", "papier"), "mondeling", "geen", False),
    (Kind.CHOICE, ("geen", "papier"), "mondeling", "papier", True),
    (Kind.DATE, ("later",), "nooit", datetime.date(2026, 1, 1), False),
    (Kind.DATE, ("eerder",), "nooit", datetime.date(2026, 1, 1), True),
])  # fmt: skip
def test_what_is_better_is_what_the_fact_says(
    kind: Kind, better: tuple[str, ...], known: Answer | None, answer: Answer, *, is_so: bool
) -> None:
    fact = FactType("x", kind, TOGETHER, {}, options=CHOICE, may_be_never=True, better=better)
    assert is_better(fact, answer, known) is is_so


def test_a_day_that_never_came_is_the_worst_of_days_that_have_been() -> None:
    fact = FactType("x", Kind.DATE, TOGETHER, {}, may_be_never=True, is_past=True, better=("later",))
    assert is_better(fact, datetime.date(2026, 1, 1), "nooit")


def test_answers_stand_in_file_order_without_those_to_other_questions(tmp_path: Path) -> None:
    vocabulary = small_ruleset(tmp_path, een="mensen <= 1").vocabulary
    every = dict.fromkeys(vocabulary.facts, 1)
    assert [*vocabulary.in_order(every)] == [*vocabulary.facts]
    assert [*vocabulary.in_order(dict(reversed(every.items())))] == [*vocabulary.facts]
    assert [*vocabulary.in_order({"elders": 1, "vorm": 1, "veilig": 1})] == ["veilig", "vorm"]
