"""What is read back is an assessment that can be shown; anything else is refused, with its path."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from building import FACTS, rules, ruleset_from
from samenwerkadvies import Adviser, Assessment, InvalidAssessmentError, UsageError, compare
from samenwerkadvies.outputs import to_markdown, to_text

DATE = "2026-01-31"
CONDITION = """\
voorwaarde: {nummer: 1, id: steun, titel: Steun, kort: steun, uitleg: Er is steun.}
"""
CASE = {
    "naam": "Noord",
    "peildatum": DATE,
    "feiten": {"mensen": 1, "procent": 90, "steun": {"migrantenorganisatie": 2}},
    "respondenten": {"gemeente": [{"steun": 4, "pijn": True}, {"steun": 1}, {"steun": 1}]},
}


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Adviser:
    expressions = rules(
        weinig="mensen <= 1",
        samen="signaal(weinig) en laagste(steun) <= 2",
        veel="procent > 80 en niet signaal(rust)",
        rust="cijfer >= 4",
        band_zwak="laagste(band) < 3",
    )
    ruleset = ruleset_from(tmp_path_factory.mktemp("rules"), CONDITION + FACTS + expressions.replace("midden", "hoog"))
    return Adviser(ruleset, "reference")


@pytest.fixture(scope="module")
def plain(adviser: Adviser) -> dict[str, Any]:
    return adviser.assess(CASE, thinking_along=True).to_dict()


def reasons(source: object) -> str:
    with pytest.raises(InvalidAssessmentError) as caught:
        Assessment.from_dict(source)
    return str(caught.value)


def places(part: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every object and list with each of its keys and indices."""
    found = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, inner in list(found):
        yield part, key
        yield from places(inner)


ODD = [
    None,
    True,
    -1,
    0,
    2,
    10**400,
    1.5,
    "",
    "x",
    "gemeente",
    "2026-13-01",
    "a\x1bb",
    "\ud800",
    "\n",
    [],
    ["x"],
    [1],
    {},
    {"gemeente": 1},
]


@pytest.mark.parametrize("odd", ODD, ids=map(ascii, (str(value)[:20] for value in ODD)))
def test_what_is_read_back_can_be_shown_again(plain: dict[str, Any], odd: object) -> None:
    source = copy.deepcopy(plain)
    told: list[str] = []
    for part, key in places(source):
        kept, part[key] = part[key], odd
        try:
            made = Assessment.from_dict(source)
        except InvalidAssessmentError as error:
            told += error.reasons
        else:
            (to_text(made) + to_markdown(made) + repr(made)).encode()
            assert Assessment.from_json(made.to_json()) == made
        part[key] = kept
    assert all(reason.isprintable() and len(reason) <= 301 for reason in told)
    assert source == plain


def test_a_first_look_without_answers_is_refused(adviser: Adviser) -> None:
    nothing = adviser.assess({}, DATE).to_dict()
    nothing["known"]["first_look"] = True
    assert "known.first_look: expected answers" in reasons(nothing)


def test_every_place_can_be_missing_without_a_crash(plain: dict[str, Any]) -> None:
    source = copy.deepcopy(plain)
    for part, key in list(places(source)):
        whole = copy.copy(part)
        del part[key]
        try:
            made = Assessment.from_dict(source)
        except InvalidAssessmentError:
            pass
        else:
            to_text(made)
        part.clear()
        (part.update if isinstance(part, dict) else part.extend)(whole)
    assert source == plain


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"language": "fr"}, "language: expected one of nl, en"),
        ({"engine": "zelf"}, "engine: expected one of durable, reference"),
        ({"reference_date": "1 maart"}, "reference_date: expected an ISO date"),
        ({"partnership": "a\nb"}, "partnership: expected a name on one line"),
        ({"partnership": "x" * 201}, "partnership: expected a name on one line, of 200 signs at the most"),
        ({"partnership": "a\x00b"}, ".partnership: a sign that no text has"),
        ({"shown_first": -1}, "shown_first: expected a count"),
        ({"facts": {"Mensen": 1}}, "facts: expected ids, each once"),
        ({"facts": {"mensen": None}}, "facts.mensen: expected an answer"),
        ({"facts": {"mensen": 1.5555}}, "facts.mensen: expected an answer"),
        ({"facts": {"a\x00": 1}}, ".facts: a key that no object has"),
        ({"findings": ["een", "een"]}, "findings: expected ids, each once"),
        ({"undecided": ["samen"]}, "undecided: expected no finding"),
        ({"schema": "x" * 1000}, f"found '{'x' * 60}…'"),
        ({"extra": [[]] * 3}, "extra fields found (extra)"),
    ],
)
def test_a_field_that_no_assessment_has_is_refused(plain: dict[str, Any], change: dict[str, Any], reason: str) -> None:
    assert reason in reasons({**plain, **change})


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("ruleset", "fingerprint"), "sha256:0", "ruleset.fingerprint: expected sha256: and 64 digits"),
        (("known", "answered"), 999, "known.answered: expected no more than asked"),
        (("known", "answered"), -1, "known.answered: expected a count"),
        (("known", "first_look"), 1, "expected bool, found int"),
        (
            ("conditions", 0, "first_look"),
            {"steun": {"gemeente": 4}},
            "conditions[0].first_look: expected answers that are among the facts",
        ),
        (("conditions", 0, "first_look"), {"steun": None}, "conditions[0].first_look.steun: expected an answer"),
        (("known", "missing_from"), ["stad"], "known.missing_from: expected gemeente or migrantenorganisatie"),
        (("conditions", 0, "number"), 0, "conditions: expected each once, in order of number, from 1"),
        (
            ("conditions", 0, "findings"),
            ["x"],
            "conditions[0].findings: expected rules that are listed, in the same order",
        ),
        (("conditions", 0, "answered"), 999, "conditions[0].answered: expected no more than asked"),
        (
            ("conditions", 0, "in_order_when"),
            [{"when": [], "facts": {}}] * 2,
            "in_order_when: expected one change at the most",
        ),
        (("advice", 0, "rank"), 2, "advice: expected ranks 1, 2, 3 and so on, in this order"),
        (("advice", 0, "rule"), "x", "advice: expected rules that are listed, in the same order"),
        (("advice", 0, "conditions"), [7], "advice[0]: expected conditions that are listed"),
        (("advice", 0, "first"), [7], "advice[0]: expected conditions that are listed"),
        (("advice", 0, "steps"), [], "advice[0].steps: expected at least one"),
        (("advice", 0, "absorbs"), ["x"], "advice[0].absorbs: expected rules that are listed, in the same order"),
        (
            ("advice", 0, "resolved_when", 0, "when"),
            [],
            "advice[0].resolved_when[0].when: expected at least one clause",
        ),
        (
            ("advice", 0, "no_way_out"),
            "It stays.",
            "advice[0].no_way_out: expected nothing, as there are changes in resolved_when",
        ),
        (("advice", 0, "because", 0, "party"), "stad", "advice[0].because: expected gemeente or migrantenorganisatie"),
        (
            ("advice", 0, "because"),
            [{"text": "x", "fact": "a", "rule": "b"}],
            "expected a fact, or a rule with its reasons",
        ),
        (
            ("advice", 0, "because"),
            [{"text": "x", "because": [{"text": "y"}]}],
            "expected a fact, or a rule with its reasons",
        ),
        (("respondents", 0, "party"), "stad", "respondents[0].party: expected gemeente or migrantenorganisatie"),
        (("respondents", 0, "lowest"), {"gemeente": 1}, "respondents[0]: expected an answer as lowest and highest"),
        (("respondents", 0, "lowest"), None, "respondents[0]: expected both lowest and highest, or none"),
        (("open_questions", 0, "party"), "stad", "open_questions[0].party: expected gemeente or migrantenorganisatie"),
        (
            ("open_questions", 0, "could_decide"),
            ["x"],
            "open_questions[0].could_decide: expected rules that are listed",
        ),
    ],
)
def test_fields_that_contradict_each_other_are_refused(
    plain: dict[str, Any], path: tuple[Any, ...], value: object, reason: str
) -> None:
    source = copy.deepcopy(plain)
    part: Any = source
    *before, last = path
    for key in before:
        part = part[key]
    part[last] = value
    assert reason in reasons(source)


@pytest.mark.parametrize("value", [{"gemeente": {"gemeente": 1}}, {"gemeente": None}, float("nan"), float("inf")])
def test_an_answer_that_is_no_answer_is_refused(plain: dict[str, Any], value: object) -> None:
    made = copy.deepcopy(plain)
    made["advice"][0]["because"][0]["value"] = value
    with pytest.raises(InvalidAssessmentError):
        Assessment.from_json(json.dumps(made))


@pytest.mark.parametrize("facts", [[], {"dragers_mo": {"stad": 1}}, {"dragers_mo": [1]}])
def test_facts_that_are_no_facts_are_refused(plain: dict[str, Any], facts: object) -> None:
    with pytest.raises(InvalidAssessmentError):
        Assessment.from_json(json.dumps({**plain, "facts": facts}))


def test_great_depth_is_refused(plain: dict[str, Any]) -> None:
    deep: list[Any] = []
    for _ in range(900):
        deep = [{"text": "x", "rule": "weinig", "because": deep}]
    source = copy.deepcopy(plain)
    source["advice"][0]["because"] = deep
    assert "nested too deep" in reasons(source)


def test_very_many_reasons_are_told_up_to_a_bound(plain: dict[str, Any]) -> None:
    told = reasons({**plain, "findings": ["\x00"] * 5000})
    assert told.endswith("; and 1 more")
    assert len(told) < 10_000


@pytest.mark.parametrize("source", ['{"a": 1, "a": 2}', b"\xff", None, 3, "[" * 61, b"[" * 900_000])
def test_what_is_no_json_is_refused(source: Any) -> None:
    with pytest.raises(InvalidAssessmentError, match="not an assessment: not JSON: "):
        Assessment.from_json(source)


def test_assessments_with_other_conditions_cannot_be_compared(adviser: Adviser, plain: dict[str, Any]) -> None:
    other = copy.deepcopy(plain)
    other["conditions"][0]["number"] = 2
    for advice in other["advice"]:
        advice["conditions"] = advice["first"] = []
    with pytest.raises(UsageError, match="with other conditions: one of the two was changed by hand"):
        compare(adviser.assess(CASE), Assessment.from_dict(other))


def test_advice_without_sources_is_shown(plain: dict[str, Any]) -> None:
    source = copy.deepcopy(plain)
    source["advice"][0]["sources"] = []
    assert "Bron" not in to_text(Assessment.from_dict(source)).split("LATER")[0].split("2.")[0]


def test_what_was_not_asked_for_is_absent_and_comes_back_absent(adviser: Adviser, plain: dict[str, Any]) -> None:
    found = adviser.assess(CASE)
    brief = found.to_dict()
    assert set(plain) - set(brief) == {"open_questions", "views"}
    assert set(plain["advice"][0]) - set(brief["advice"][0]) == {"resolved_when", "no_way_out"}
    assert set(plain["conditions"][0]) - set(brief["conditions"][0]) == {"in_order_when"}
    read = Assessment.from_json(found.to_json())
    assert read == found
    assert (read.open_questions, read.advice[0].resolved_when, read.advice[0].no_way_out) == (None, None, None)
    assert (read.conditions[0].in_order_when, read.views) == (None, None)


def test_what_comes_with_thinking_along_is_there_together_or_not_at_all(plain: dict[str, Any]) -> None:
    for path in (("open_questions",), ("advice", 0, "no_way_out"), ("conditions", 0, "in_order_when")):
        source = copy.deepcopy(plain)
        part: Any = source
        *before, last = path
        for key in before:
            part = part[key]
        del part[last]
        told = reasons(source)
        assert told.endswith("expected with resolved_when, no_way_out and in_order_when, or without them")
        part[last] = None
        assert "expected a value, or no key at all" in reasons(source)


def test_what_version_1_wrote_is_read_as_strictly(plain: dict[str, Any]) -> None:
    older = {**plain, "schema": "https://samenwerkadvies.nl/schema/assessment-1.json"}
    assert Assessment.from_dict(older) == Assessment.from_dict(plain)
    assert "shown_first" in reasons({**older, "shown_first": "3"})
