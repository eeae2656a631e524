"""What is wrong with facts and cases is told in English where the adviser speaks English."""
# ruff: noqa: E501 - a message stands beside what it is about, as it is told

import copy
import json
import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest
from typer.testing import CliRunner

from building import FACTS, rules, ruleset_from
from samenwerkadvies import Adviser, Interview, InvalidFactsError, Problem, Ruleset, load_case_json, load_cases
from samenwerkadvies.bilingual import Said, all_of, any_of, both, either, english_of
from samenwerkadvies.cli import app
from samenwerkadvies.errors import Location, Text

DAY = "2026-03-01"
PAST = FACTS.replace("vraag: Wanneer?, nooit:", "vraag: Wanneer?, toekomst: nee, nooit:")


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    folder = tmp_path_factory.mktemp("rules")
    ruleset = ruleset_from(folder, PAST + rules(iets="veilig = nee"))
    english = {"nl": ruleset.sources["nl"], "en": ruleset.sources["nl"]}
    texts = {"sources": english}
    return _translated(ruleset, texts)


def _translated(ruleset: Ruleset, texts: dict[str, Any]) -> Ruleset:
    """Return a ruleset that has its Dutch texts as English ones too."""

    def twice(found: Any) -> Any:
        return attrs.evolve(found, texts={**found.texts, "en": found.texts["nl"]})

    vocabulary = attrs.evolve(
        ruleset.vocabulary,
        facts={name: twice(fact) for name, fact in ruleset.vocabulary.facts.items()},
        declared={name: twice(party) for name, party in ruleset.vocabulary.declared.items()},
    )
    made = {name: twice(rule) for name, rule in ruleset.rules.items()}
    return attrs.evolve(ruleset, vocabulary=vocabulary, rules=made, **texts)


def told(ruleset: Ruleset, case: Any, language: Any = "en") -> str:
    with pytest.raises(InvalidFactsError) as caught:
        Adviser(ruleset, "reference", language).assess(case)
    return str(caught.value)


def typed(text: str) -> Text:
    return Text(text, Location("", 1, 1))


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ([], "CASUS03 '[]' is no case\n   = expected: a case with naam, peildatum and feiten"),
        (
            {"naam": "x", "peildatum": DAY},
            "CASUS03 this case has no 'feiten'\n   = expected: a case with naam, peildatum and feiten",
        ),
        (
            {"feiten": {}},
            "peildatum: CASUS05 there is no reference date\n   = expected: 'peildatum: 2026-03-01' in the case (or --date, or reference_date)",
        ),
        ({"peildatum": "morgen"}, "peildatum: CASUS04 'morgen' is no date\n   = expected: a date such as 2026-03-01"),
        (
            {"peildatum": "1850-01-01"},
            "peildatum: CASUS04 '1850-01-01' is outside of the years 1900 to 2200\n   = expected: a date such as 2026-03-01",
        ),
        (
            {"fieten": {}},
            "fieten: CASUS01 unknown part 'fieten' of a case\n   = expected: naam, peildatum, organisaties, feiten, respondenten or toelichting\n   = did you mean: feiten",
        ),
        (
            {"feiten": 3},
            "feiten: CASUS02 'feiten' holds no facts\n   = expected: facts with their answer, such as 'feit: 2'",
        ),
        ({"naam": 3}, "naam: CASUS02 'naam' is no text\n   = expected: a name in quotes"),
        (
            {"naam": "a\nb"},
            "naam: CASUS08 the name 'a�b' holds a line end\n   = expected: a name on one line of 200 signs at the most, without signs that steer a screen",
        ),
        (
            {"naam": "a\x1bb"},
            "naam: CASUS08 the name 'a�b' holds a sign that steers a screen\n   = expected: a name on one line of 200 signs at the most, without signs that steer a screen",
        ),
        (
            {"naam": "a" * 201},
            f"naam: CASUS08 the name '{'a' * 60}…' is too long: 201 signs\n   = expected: a name on one line of 200 signs at the most, without signs that steer a screen",
        ),
        (
            {"respondenten": 3},
            "respondenten: CASUS02 'respondenten' is no object\n   = expected: for each party a list of people with their answers: gemeente or migrantenorganisatie",
        ),
        (
            {"respondenten": {"stad": []}},
            "respondenten.stad: FEIT06 unknown party 'stad'\n   = expected: for each party a list of people with their answers: gemeente or migrantenorganisatie",
        ),
        (
            {"respondenten": {"gemeente": 3}},
            "respondenten.gemeente: CASUS02 'gemeente' is no list of people\n   = expected: for each party a list of people with their answers: gemeente or migrantenorganisatie",
        ),
        (
            {"respondenten": {"gemeente": [3]}},
            "respondenten.gemeente.1: CASUS02 here are no answers\n   = expected: facts with their answer, such as 'feit: 4'",
        ),
        (
            {"respondenten": {"gemeente": [{"mensen": 3}]}},
            "respondenten.gemeente.1.mensen: FEIT07 'mensen' is not asked of each party\n   = expected: this fact below 'feiten'",
        ),
        (
            {"feiten": {"steun": {"gemeente": 1}}, "respondenten": {"gemeente": [{"steun": 3}]}},
            "respondenten.gemeente: CASUS06 'steun' stands for gemeente below 'feiten' and below 'respondenten'\n   = expected: the answer in one place",
        ),
    ],
)
def test_what_is_wrong_with_a_case_is_told_in_english(ruleset: Ruleset, case: Any, message: str) -> None:
    whole = case
    if isinstance(case, dict) and not message.startswith(("CASUS03", "peildatum: CASUS05")):
        whole = {"peildatum": DAY, **({} if "fieten" in case else {"feiten": {}}), **case}
    assert told(ruleset, whole) == message


@pytest.mark.parametrize(
    ("fact", "answer", "message"),
    [
        ("menen", 3, "FEIT01 unknown fact 'menen'\n   = expected: a fact of the ruleset\n   = did you mean: mensen"),
        ("band", 3, "FEIT01 'band' is computed and cannot be given\n   = expected: a fact of the ruleset"),
        (
            "mensen",
            "drie",
            "FEIT02 'drie' does not fit this fact\n   = expected: a whole number from 0\n   = did you mean: 3 (without quotes)",
        ),
        (
            "mensen",
            "n.v.t.",
            "FEIT02 'n.v.t.' does not fit this fact\n   = expected: a whole number from 0; if it is not known: onbekend, or leave it out\n   = did you mean: onbekend",
        ),
        ("procent", 101, "FEIT03 '101' is out of bounds\n   = expected: a whole number from 0 to 100"),
        ("cijfer", 6, "FEIT03 '6' is out of bounds\n   = expected: a whole number from 1 to 5"),
        (
            "veilig",
            3,
            "FEIT02 '3' does not fit this fact\n   = expected: ja, nee or onbekend (in JSON and Python: true or false)",
        ),
        ("vorm", "brief", "FEIT04 unknown option 'brief'\n   = expected: geen, mondeling, papier or onbekend"),
        ("start", "maart", "FEIT02 'maart' is no date\n   = expected: a date such as 2026-03-01"),
        (
            "evaluatie",
            typed("3/4/2025"),
            ":1:1: FEIT02 '3/4/2025' can mean two days\n   = expected: a date such as 2026-03-01 or nooit\n   = did you mean: 2025-04-03 or 2025-03-04",
        ),
        (
            "evaluatie",
            "2027-01-01",
            "FEIT08 2027-01-01 lies after the reference date 2026-03-01, and this must have been already\n   = expected: a day up to the reference date; if it is a plan, leave it out (or choose a later reference date)",
        ),
        (
            "steun",
            3,
            "FEIT05 '3' is one answer, but here each party answers for itself\n   = expected: an answer for each party: gemeente: …, migrantenorganisatie: …",
        ),
        (
            "steun",
            {"stad": 3},
            "FEIT06 unknown party 'stad'\n   = expected: an answer for each party: gemeente: …, migrantenorganisatie: …",
        ),
    ],
)
def test_what_is_wrong_with_an_answer_is_told_in_english(
    ruleset: Ruleset, fact: str, answer: object, message: str
) -> None:
    place = "" if isinstance(answer, Text) else f"feiten.{fact}: "
    assert told(ruleset, {"peildatum": DAY, "feiten": {fact: answer}}) == place + message


def test_a_label_that_two_options_share_is_told_in_english(tmp_path: Path) -> None:
    facts = FACTS.replace("label: mondeling", "label: brief").replace("label: op papier", "label: brief")
    shared = ruleset_from(tmp_path, facts + rules(iets="veilig = nee"))
    with pytest.raises(InvalidFactsError) as caught:
        Adviser(shared, "reference").assess({"peildatum": DAY, "feiten": {"vorm": typed("brief")}})
    assert "'brief' can mean two options" in str(caught.value.in_language("en"))


def test_very_many_problems_are_told_in_english(ruleset: Ruleset) -> None:
    facts = {f"feit_{number}": 1 for number in range(200)}
    assert told(ruleset, {"peildatum": DAY, "feiten": facts}).endswith(
        "MEER and at least 1 other\n   = expected: these problems mended first"
    )


def test_changes_and_interviews_are_told_in_english(ruleset: Ruleset) -> None:
    adviser = Adviser(ruleset, "reference", "en")
    with pytest.raises(InvalidFactsError, match="unknown fact 'x'"):
        adviser.what_if({"peildatum": DAY, "feiten": {}}, {"x": 1})
    interview = Interview.start(adviser, {"peildatum": DAY, "feiten": {}})
    question = interview.next()
    assert question is not None
    with pytest.raises(InvalidFactsError, match="'7' does not fit this fact"):
        interview.answer(question, 7)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "JSON:1:2: LEES09 this is no JSON"),
        ("[]", "JSON: CASUS03 here is not one case\n   = expected: one case with naam, peildatum and feiten"),
        ('{"a": NaN}', "JSON: LEES09 NaN is no number\n   = expected: a number, or nothing"),
        ('{"a": 1, "a": 1}', "JSON: LEES09 'a' stands twice in one object\n   = expected: each name once"),
        ("[" * 100_000, "JSON: LEES06 too many levels in each other\n   = expected: 12 deep at the most"),
        ("9" * 5000, "JSON: LEES09 here is a number that is too large\n   = expected: a smaller number"),
        (" " * 1_000_001, "JSON: LEES02 this text is too large\n   = expected: 1 MB at the most"),
    ],
)
def test_what_is_wrong_with_json_is_told_in_english(ruleset: Ruleset, text: str, message: str) -> None:
    with pytest.raises(InvalidFactsError) as caught:
        load_case_json(text, ruleset.vocabulary, language="en")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(("content", "message"), [("[]", "there is no case in this file"), ("[3]", "here is no case")])
def test_what_is_wrong_with_a_case_file_is_told_in_english(
    ruleset: Ruleset, tmp_path: Path, content: str, message: str
) -> None:
    path = tmp_path / "casus.json"
    path.write_text(content, "utf-8")
    with pytest.raises(InvalidFactsError, match=message):
        load_cases(path, ruleset.vocabulary, language="en")


def test_the_command_line_tells_problems_in_the_language_that_was_chosen(tmp_path: Path) -> None:
    path = tmp_path / "casus.json"
    path.write_text(json.dumps({"peildatum": DAY, "feiten": {"onzin": 1, "gekte": 2}}), "utf-8")
    english = CliRunner().invoke(app, ["advise", str(path), "--language", "en"])
    assert "FEIT01 unknown fact 'onzin'" in english.stderr
    assert english.stderr.endswith("\n2 problems found.\n")
    changed = CliRunner().invoke(app, ["advise", str(path), "--language", "en", "--set", "x"])
    assert changed.exit_code == 2
    dutch = CliRunner().invoke(app, ["advise", str(path)])
    assert dutch.stderr.endswith("\n2 problemen gevonden.\n")


def test_problems_stay_in_dutch_where_that_is_their_language(ruleset: Ruleset) -> None:
    assert (
        told(ruleset, [], "nl") == "CASUS03 '[]' is geen casus\n   = verwacht: een casus met naam, peildatum en feiten"
    )
    problem = Problem(code="SET01", message="deze regels wachten op elkaar", expected="signalen zonder kring")
    assert problem.in_language("en") is problem
    assert problem.in_language("nl") is problem


def test_a_text_in_two_languages_travels_whole() -> None:
    text = either(["ja", both("nee, {}", "no, {}", "nooit")])
    for again in (copy.deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert isinstance(again, Said)
        assert (again, again.english) == (text, text.english)
    assert english_of("nooit") == "nooit"


def test_a_long_text_is_cut_in_both_languages() -> None:
    problem = Problem(code="X", message=both("{} te lang", "{} too long", "x" * 2_000))
    assert len(problem.message) == len(problem.in_language("en").message) == 1_001
    assert problem.to_dict()["message"] == problem.message


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["ja"], "ja"), (["ja", "nee"], "ja of nee"), (["ja", "nee", "onbekend"], "ja, nee of onbekend")],
)
def test_words_of_which_each_will_do_are_joined_by_of(words: list[str], said: str) -> None:
    assert any_of(words) == said


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_words_that_count_together_are_joined_by_en(words: list[str], said: str) -> None:
    assert all_of(words) == said
