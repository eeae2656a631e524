"""Two facts of one kind compared with each other: what decides it, and what is said of it."""

from pathlib import Path

import pytest

from random_rules import ruleset_of
from samenwerkadvies import Adviser, Ruleset
from samenwerkadvies.grammar.printer import to_text
from samenwerkadvies.grammar.tree import Beside
from samenwerkadvies.outputs import explain_outcome
from samenwerkadvies.scenarios.mutants import mutants
from samenwerkadvies.sql import Dialect, rules_to_sql
from samenwerkadvies.wording.sentences import Sentences

DATE = "2026-01-31"


def outcome(ruleset: Ruleset, **facts: object) -> bool | None:
    found = {Adviser(ruleset, engine).why(facts, "een", DATE).outcome for engine in ("auto", "reference")}
    assert len(found) == 1
    return found.pop()


def each(one: int | None, other: int | None = None) -> dict[str, int]:
    given = {"gemeente": one, "migrantenorganisatie": other}
    return {party: answer for party, answer in given.items() if answer is not None}


def test_scores_of_two_parties_are_compared_and_an_end_decides_alone(tmp_path: Path) -> None:
    found = ruleset_of(tmp_path, {"een": "gemeente(steun) < migrantenorganisatie(steun)"})
    assert outcome(found, steun=each(2, 3)) is True
    assert outcome(found, steun=each(3, 3)) is False
    assert outcome(found, steun=each(3)) is None
    assert outcome(found, steun=each(5)) is False
    assert outcome(found, steun=each(None, 1)) is False


def test_the_lowest_is_compared_whatever_a_missing_party_would_say(tmp_path: Path) -> None:
    found = ruleset_of(tmp_path, {"een": "laagste(koks) < mensen"})
    assert outcome(found, koks=each(2), mensen=3) is True
    assert outcome(found, koks=each(4), mensen=3) is None
    assert outcome(found, koks=each(4, 4), mensen=3) is False
    assert outcome(found, mensen=10) is True  # there are at most 9 cooks
    assert outcome(found, mensen=0) is False


@pytest.mark.parametrize(
    ("begin", "evaluatie", "is_before"),
    [
        ("2025-01-01", "2025-01-02", True),
        ("2025-01-02", "2025-01-02", False),
        ("2025-01-02", "2025-01-01", False),
        ("nooit", "2025-01-01", True),  # of days that have been, never is before all of them
        ("2025-01-01", "nooit", True),  # of days to come it is after all of them
        ("nooit", "nooit", True),
        ("2025-01-01", None, None),
        (None, "nooit", None),
    ],
)
def test_days_are_compared_and_never_is_the_furthest(
    tmp_path: Path, begin: str | None, evaluatie: str | None, *, is_before: bool | None
) -> None:
    found = ruleset_of(tmp_path, {"een": "begin < evaluatie"})
    given = {"begin": begin, "evaluatie": evaluatie}
    assert outcome(found, **{name: day for name, day in given.items() if day}) is is_before


def test_a_name_is_a_fact_wherever_it_stands_in_a_rule(tmp_path: Path) -> None:
    line = "niet (start < evaluatie en minstens 2 van (mensen >= laagste(koks), evaluatie = nooit, veilig = ja))"
    found = ruleset_of(tmp_path, {"een": line})
    assert to_text(found.rules["een"].expression) == line


def test_advice_and_explanation_tell_both(tmp_path: Path) -> None:
    ruleset = ruleset_of(tmp_path, {"een": "mensen < hoogste(koks)"})
    adviser = Adviser(ruleset)
    facts = {"mensen": 2, "koks": each(1, 4)}
    (advice,) = adviser.assess(facts, DATE).advice
    assert [reason.fact for reason in advice.because] == ["mensen", "koks"]
    (part,) = adviser.why(facts, "een", DATE).parts
    assert part.known is not None
    assert [fact.fact for fact in part.known.because] == ["mensen", "koks"]
    told = explain_outcome(adviser.why(facts, "een", DATE), adviser.why_not(facts, "een", DATE), "", ruleset, "nl")
    assert (
        "ja   het aantal mensen is lager dan het hoogste antwoord over het aantal koks\n       (er zijn 2 mensen en "
        in told
    )


def test_what_is_not_known_is_no_reason(tmp_path: Path) -> None:
    (advice,) = Adviser(ruleset_of(tmp_path, {"een": "laagste(koks) < mensen"})).assess({"mensen": 12}, DATE).advice
    assert [reason.fact for reason in advice.because] == ["mensen"]


def test_a_way_out_makes_one_of_them_better(tmp_path: Path) -> None:
    adviser = Adviser(ruleset_of(tmp_path, {"een": "mensen < gemeente(koks)"}))
    (advice,) = adviser.assess({"mensen": 2, "koks": each(4)}, DATE, thinking_along=True).advice
    (change,) = advice.resolved_when or ()
    assert change.when == ("het aantal mensen is minstens zo hoog als het aantal koks volgens de gemeente",)
    assert change.facts == {"mensen": 4}


def test_its_slips_are_tried(tmp_path: Path) -> None:
    found = ruleset_of(tmp_path, {"een": "mensen < laagste(koks)"})
    lines = {each.line for each in mutants(found.rules["een"], found, Sentences(found, "nl")) if each.line}
    others = {f"mensen < {view}(koks)" for view in ("hoogste", "gemeente", "migrantenorganisatie")}
    assert lines == {"mensen <= laagste(koks)", "mensen >= laagste(koks)", *others}


def test_never_has_its_place_in_sql(tmp_path: Path) -> None:
    written = rules_to_sql(ruleset_of(tmp_path, {"een": "begin < evaluatie"}), Dialect.DUCKDB)
    assert "0001-01-01" in written
    assert "9999-12-31" in written


def test_an_average_is_compared_with_that_of_another_party(tmp_path: Path) -> None:
    found = ruleset_of(tmp_path, {"een": "gemeente(band) < migrantenorganisatie(band)"})
    assert isinstance(found.rules["een"].expression, Beside)
    assert outcome(found, steun=each(2, 3), moed=each(2, 2)) is True
    assert outcome(found, steun=each(5), moed=each(5)) is False
