"""Rules that are in force on some days only: outside of these they take no part."""

import datetime
from pathlib import Path

import attrs
import pytest
from making import DATES, KINDS, same_as_row_by_row
from test_frames_agree import frame_of

from building import FACTS, RULE, ruleset_from
from samenwerkadvies import Adviser, Assessment, InvalidAssessmentError, InvalidRulesetError, Ruleset, load_ruleset
from samenwerkadvies.frames import assess_frame
from samenwerkadvies.grammar.parser import parse
from samenwerkadvies.in_force import in_force, periods
from samenwerkadvies.inquiry.equivalence import is_equivalent
from samenwerkadvies.outputs import explain_rule, to_html, to_markdown, to_text
from samenwerkadvies.scenarios.mutants import mutants
from samenwerkadvies.validity import ALWAYS, Validity
from samenwerkadvies.wording.sentences import Sentences

SHIPPED = load_ruleset()
YEAR = Validity(datetime.date(2026, 1, 1), datetime.date(2027, 1, 1))
CONDITION = "voorwaarde: {nummer: 1, id: basis, titel: De basis, uitleg: Hier begint het., rust_op: []}\n"


def rule(name: str, expression: str, validity: str = "") -> str:
    return f"  {name}:\n    als: {expression}\n{RULE}" + (f"    geldig: {validity}\n" if validity else "")


def made(folder: Path, *written: str) -> Ruleset:
    return ruleset_from(folder, CONDITION + FACTS + "regels:\n" + "".join(written))


WITHIN_2026 = "{vanaf: 2026-01-01, tot: 2027-01-01}"


def assessed(ruleset: Ruleset, day: str, *, language: str = "nl", **facts: object) -> Assessment:
    return Adviser(ruleset, language=language).assess(facts, day, thinking_along=True)


@pytest.mark.parametrize(
    ("day", "is_in_force"), [("2025-12-31", False), ("2026-01-01", True), ("2026-12-31", True), ("2027-01-01", False)]
)
def test_it_takes_part_from_the_first_day_until_the_day_before_the_last(
    tmp_path: Path, day: str, is_in_force: bool
) -> None:
    ruleset = made(tmp_path, rule("tijdelijk", "mensen = 1", WITHIN_2026), rule("blijvend", "mensen = 1"))
    found = assessed(ruleset, day, mensen=1)
    assert found.findings == (("tijdelijk", "blijvend") if is_in_force else ("blijvend",))
    assert [out.rule for out in found.rules_not_in_force] == ([] if is_in_force else ["tijdelijk"])


def test_outside_of_it_nothing_is_asked_and_nothing_is_open(tmp_path: Path) -> None:
    ruleset = made(tmp_path, rule("tijdelijk", "mensen = 1", WITHIN_2026), rule("blijvend", "veilig = nee"))
    before, within = assessed(ruleset, "2025-06-01", veilig=True), assessed(ruleset, "2026-06-01", veilig=True)
    assert (before.undecided, within.undecided) == ((), ("tijdelijk",))
    asked = [[each.fact for each in found.open_questions or ()] for found in (before, within)]
    assert asked == [[], ["mensen"]]
    assert [each.conditions[0].status.value for each in (before, within)] == ["in_order", "unknown"]


def test_a_condition_without_rules_in_force_is_unknown(tmp_path: Path) -> None:
    ruleset = made(tmp_path, rule("tijdelijk", "mensen = 1", "{tot: 2026-01-01}"))
    statuses = [assessed(ruleset, day, mensen=2).conditions[0].status.value for day in ("2025-12-31", "2026-01-01")]
    assert statuses == ["in_order", "unknown"]


def test_a_rule_that_uses_its_outcome_goes_by_what_is_left(tmp_path: Path) -> None:
    ruleset = made(
        tmp_path,
        rule("tijdelijk", "mensen = 1", "{vanaf: 2026-01-01}"),
        rule("een_van_beide_is_er", "signaal(tijdelijk) of veilig = nee"),
        rule("allebei", "signaal(tijdelijk) en veilig = nee"),
        rule("zonder", "niet signaal(tijdelijk) en veilig = nee"),
    )
    before = assessed(ruleset, "2025-12-31", mensen=1, veilig=False)
    assert before.findings == ("een_van_beide_is_er", "zonder")
    assert [(out.rule, out.without) for out in before.rules_not_in_force] == [
        ("tijdelijk", ()),
        ("allebei", ("tijdelijk",)),
    ]
    ways = {advice.rule: [dict(way.facts) for way in advice.resolved_when or ()] for advice in before.advice}
    assert ways == {"een_van_beide_is_er": [{"veilig": True}], "zonder": [{"veilig": True}]}
    assert assessed(ruleset, "2026-01-01", mensen=1, veilig=False).findings == (
        "een_van_beide_is_er",
        "allebei",
        "tijdelijk",
    )


def test_reports_say_which_rules_do_not_count_and_when_they_do(tmp_path: Path) -> None:
    ruleset = made(
        tmp_path,
        rule("tijdelijk", "mensen = 1", WITHIN_2026),
        rule("later", "mensen = 1", "{vanaf: 1 maart 2027}"),
        rule("vroeger", "mensen = 1", "{tot: 2020-03-01}"),
        rule("samen", "signaal(tijdelijk) en veilig = nee"),
    )
    found = assessed(ruleset, "2025-12-31")
    lines = [
        "Er is iets gevonden. Deze regel telt mee van 1 januari 2026 tot en met 31 december 2026.",
        "Er is iets gevonden. Deze regel telt mee vanaf 1 maart 2027.",
        "Er is iets gevonden. Deze regel telt mee tot en met 29 februari 2020.",
        "Er is iets gevonden. Deze regel bouwt voort op een regel die nu niet meetelt.",
    ]
    assert "## Deze regels tellen nu niet mee\n\n" + "".join(f"- {line}\n" for line in lines) in to_markdown(found)
    assert "DEZE REGELS TELLEN NU NIET MEE" in to_text(found)
    assert lines[0] in to_html(found)
    assert Assessment.from_json(found.to_json()) == found
    assert explain_rule(ruleset.rules["vroeger"], ruleset, "nl").count(
        "Deze regel telt mee tot en met 29 februari 2020."
    ) == 1  # fmt: skip


def test_rules_that_are_all_in_force_go_unsaid() -> None:
    found = assessed(SHIPPED, "2026-01-01")
    assert "rules_not_in_force" not in found.to_dict()
    assert "TELLEN NU NIET MEE" not in to_text(found)
    assert in_force(SHIPPED, datetime.date(2026, 1, 1)) is SHIPPED


def test_a_rule_is_explained_by_the_days_on_which_it_counts(tmp_path: Path) -> None:
    ruleset = made(tmp_path, rule("tijdelijk", "mensen = 1", WITHIN_2026), rule("ander", "mensen = 1"))
    adviser = Adviser(ruleset)
    why, why_not = (
        adviser.why({"mensen": 1}, "tijdelijk", "2027-01-01"),
        adviser.why_not({"mensen": 1}, "tijdelijk", "2027-01-01"),
    )
    line = "Deze regel telt mee van 1 januari 2026 tot en met 31 december 2026."
    assert (why.outcome, [part.text for part in why.parts]) == (False, [line])
    assert [[each.text for each in found] for found in why_not.kept_by] == [[line]]
    assert adviser.why({"mensen": 1}, "tijdelijk", "2026-12-31").outcome is True


def test_a_rule_that_counts_no_more_is_not_resolved(tmp_path: Path) -> None:
    ruleset = made(tmp_path, rule("tijdelijk", "mensen = 1", WITHIN_2026))
    adviser = Adviser(ruleset)
    before, after = (adviser.assess({"mensen": 1}, day) for day in ("2026-12-31", "2027-01-01"))
    (moved,) = adviser.compare(before, after).findings
    assert (moved.movement.value, moved.after) == ("no_longer_known", None)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"rule": "ander"}, "expected neither a finding nor undecided"),
        ({"since": "gisteren"}, "since: expected an ISO date"),
        ({"before": "2026-1-1"}, "before: expected an ISO date"),
    ],
)
def test_json_that_cannot_be_is_refused(tmp_path: Path, changes: dict[str, object], told: str) -> None:
    ruleset = made(tmp_path, rule("tijdelijk", "mensen = 1", WITHIN_2026), rule("ander", "mensen = 1"))
    plain = assessed(ruleset, "2027-01-01").to_dict()
    plain["rules_not_in_force"] = [{**plain["rules_not_in_force"][0], **changes}]
    with pytest.raises(InvalidAssessmentError, match=told):
        Assessment.from_dict(plain)


def test_without_its_dates_a_rule_is_another(tmp_path: Path) -> None:
    ruleset = made(tmp_path, rule("tijdelijk", "mensen = 1", WITHIN_2026))
    found = ruleset.rules["tijdelijk"]
    said = {(each.was, each.became) for each in mutants(found, ruleset, Sentences(ruleset, "nl"))}
    assert {
        ("vanaf: 2026-01-01", "vanaf: 2025-12-31"),
        ("vanaf: 2026-01-01", "vanaf: 2026-01-02"),
        ("tot: 2027-01-01", "tot: 2026-12-31"),
        ("tot: 2027-01-01", "tot: 2027-01-02"),
    } <= said
    assert not is_equivalent(found, attrs.evolve(found, validity=ALWAYS), ruleset)


@pytest.mark.parametrize(
    ("before", "after", "is_the_same"),
    [
        ("signaal(tijdelijk) of veilig = nee", "veilig = nee of signaal(tijdelijk)", True),
        ("signaal(tijdelijk) of veilig = nee", "signaal(tijdelijk)", False),
        ("signaal(tijdelijk)", "signaal(tijdelijk) en signaal(tijdelijk)", True),
        ("signaal(tijdelijk) en veilig = nee", "signaal(tijdelijk) en veilig = ja", False),
    ],
)
def test_whether_two_rules_are_the_same_is_asked_for_every_day(
    tmp_path: Path, before: str, after: str, is_the_same: bool
) -> None:
    ruleset = made(tmp_path, rule("tijdelijk", "mensen = 1", WITHIN_2026), rule("ander", before))
    changed = attrs.evolve(ruleset.rules["ander"], expression=parse(after))
    assert is_equivalent(ruleset.rules["ander"], changed, ruleset) is is_the_same


@pytest.mark.parametrize("kind", ["pandas", "pyarrow", "duckdb", "polars-lazy"])
def test_every_kind_of_frame_says_which_rules_were_not_in_force(tmp_path: Path, kind: str) -> None:
    ruleset = made(tmp_path, rule("tijdelijk", "mensen = 1", WITHIN_2026), rule("ander", "mensen = 1"))
    days = ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01")
    partnerships = [
        Adviser(ruleset).partnership({"naam": day, "peildatum": day, "feiten": {"mensen": 1}}) for day in days
    ]
    found = assess_frame(KINDS[kind](frame_of(ruleset, partnerships)), ruleset, DATES)
    same_as_row_by_row(found, Adviser(ruleset, "reference"), partnerships)


def test_each_time_knows_its_rules(tmp_path: Path) -> None:
    ruleset = made(tmp_path, rule("tijdelijk", "mensen = 1", WITHIN_2026), rule("ander", "mensen = 1"))
    assert [(time, [*now.rules]) for time, now in periods(ruleset)] == [
        (Validity(before=YEAR.since), ["ander"]),
        (YEAR, ["tijdelijk", "ander"]),
        (Validity(since=YEAR.before), ["ander"]),
    ]


def refused(folder: Path, *written: str) -> list[str]:
    with pytest.raises(InvalidRulesetError) as error:
        made(folder, *written)
    return [problem.code for problem in error.value.problems]


NO_DAYS = ["{}", "{vanaf: gisteren}", "{vanaf: 2026-01-01, tot: 2026-01-01}", "{tot: x, vanaf: y}"]


@pytest.mark.parametrize("validity", NO_DAYS)
def test_days_that_cannot_be_are_refused(tmp_path: Path, validity: str) -> None:
    assert set(refused(tmp_path, rule("een", "mensen = 1", validity))) == {"VORM12"}


def test_a_rule_that_would_always_hold_outside_of_another_is_refused(tmp_path: Path) -> None:
    written = rule("een", "mensen = 1", WITHIN_2026), rule("twee", "niet signaal(een)")
    assert refused(tmp_path, *written) == ["SET15"]
