"""The assessment: evidence, statuses, absorbing, waiting, and its JSON."""

import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from building import CONDITIONS, ENGINES, FACTS, PARTIES, rules, ruleset_from, scanned_ruleset, small_ruleset
from samenwerkadvies import (
    Adviser,
    Assessment,
    Completeness,
    InvalidAssessmentError,
    InvalidFactsError,
    Partnership,
    Ruleset,
    Status,
    UsageError,
    load_cases,
)
from samenwerkadvies.advising import evidence
from samenwerkadvies.names import LONGEST

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = sorted(EXAMPLES.glob("*.yaml"))
DATE = "2026-01-01"

SCHEMA = json.loads(resources.files("samenwerkadvies.outputs").joinpath("assessment-2.json").read_text("utf-8"))


@pytest.fixture(scope="module", params=["nl", "en"])
def adviser(request: pytest.FixtureRequest, shipped: Ruleset) -> Adviser:
    return Adviser(shipped, language=request.param)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("thinking_along", [False, True])
def test_every_case_gives_json_that_fits_the_schema_and_comes_back_equal(
    adviser: Adviser, path: Path, *, thinking_along: bool
) -> None:
    (partnership,) = load_cases(path, adviser.ruleset.vocabulary)
    assessment = adviser.assess(partnership, thinking_along=thinking_along)
    written = assessment.to_json(indent=1)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(written))
    assert json.loads(written) == assessment.to_dict()
    assert Assessment.from_json(written) == assessment
    assert json.loads(written)["engine"] == ENGINES[0]


def test_the_schema_takes_names_as_long_as_every_door_does() -> None:
    properties = SCHEMA["properties"], SCHEMA["$defs"]["party"]["properties"]
    assert properties[0]["partnership"]["maxLength"] == LONGEST
    assert properties[1]["organisations"]["items"]["maxLength"] == LONGEST


def test_an_empty_partnership_fits_the_schema_and_finds_nothing(adviser: Adviser) -> None:
    assessment = adviser.assess({}, DATE)
    jsonschema.Draft202012Validator(SCHEMA).validate(assessment.to_dict())
    assert assessment.findings == ()
    assert {found.status for found in assessment.conditions} == {Status.UNKNOWN}
    assert len(assessment.undecided) + 1 == len(adviser.ruleset.rules)  # who answered how much is always known


def test_equal_input_gives_equal_bytes_in_any_order_of_keys(adviser: Adviser) -> None:
    (partnership,) = load_cases(CASES[0], adviser.ruleset.vocabulary)
    facts = dict(partnership.answers)
    turned = {
        name: dict(reversed(answer.items())) if isinstance(answer, dict) else answer
        for name, answer in reversed(facts.items())
    }
    assert adviser.assess(facts, DATE).to_json() == adviser.assess(turned, DATE).to_json()


def test_evidence_names_the_comparison_the_value_and_the_party(tmp_path: Path) -> None:
    ruleset = small_ruleset(
        tmp_path,
        een="mensen <= 1",
        twee="signaal(een) en (laagste(steun) <= 2 of veilig = nee) en migrantenorganisatie(pijn) = ja",
        drie="niet signaal(een) en niet bekend(start) en maanden_sinds(evaluatie) > 3",
        vier="laagste(band) < 3 en aandeel_beantwoord(gemeente) <= 0,5 en niet vorm in [geen, papier]",
    )
    facts = {
        "mensen": 1,
        "steun": {"gemeente": 4, "migrantenorganisatie": 2},
        "moed": {"gemeente": 4, "migrantenorganisatie": 3},
        "pijn": {"migrantenorganisatie": True},
        "vorm": "mondeling",
    }
    assessment = Adviser(ruleset).assess(facts, DATE)
    twee, vier = assessment.to_dict()["advice"]
    assert twee["rule"] == "twee"
    assert twee["because"] == [
        {
            "text": "Er is iets gevonden.",
            "rule": "een",
            "because": [{"text": "er is 1 mens", "fact": "mensen", "value": 1}],
        },
        {
            "text": "de gemeente geeft een 4 en de migrantenorganisatie een 2 voor de steun",
            "fact": "steun",
            "value": {"gemeente": 4, "migrantenorganisatie": 2},
        },
        {
            "text": "de migrantenorganisatie zegt: “Er is pijn”",
            "fact": "pijn",
            "party": "migrantenorganisatie",
            "value": True,
        },
    ]
    assert twee["absorbs"] == ["een"]
    assert [item["value"] for item in vier["because"]] == [
        {"gemeente": 4.0, "migrantenorganisatie": 2.5},
        0.5,
        "mondeling",
    ]
    other = Adviser(ruleset).assess({"mensen": 2, "evaluatie": "nooit"}, DATE)
    assert [item.text for item in other.advice[0].because] == [
        "de bevinding “Er is iets gevonden” geldt niet",
        "er is nog geen antwoord over de start",
        "er is nooit geëvalueerd",
    ]


def test_a_reason_is_told_once_but_two_findings_in_the_same_words_are_two_reasons(tmp_path: Path) -> None:
    ruleset = small_ruleset(
        tmp_path,
        een="mensen <= 1",
        twee="mensen <= 2 en mensen != 5",
        drie="signaal(een) en signaal(twee) en (signaal(een) of veilig = ja)",
    )
    (advice,) = Adviser(ruleset).assess({"mensen": 1}, DATE).advice
    assert [(reason.rule, [inner.text for inner in reason.because]) for reason in advice.because] == [
        ("een", ["er is 1 mens"]),
        ("twee", ["er is 1 mens"]),
    ]


def test_undecided_rules_name_the_answers_that_they_wait_for(tmp_path: Path) -> None:
    ruleset = small_ruleset(
        tmp_path,
        een="procent >= 80 en veilig = ja",
        twee="signaal(een) of niet (laagste(steun) <= 2)",
        drie="verschil(band) >= 1,5 en veilig = nee",
    )
    facts = {"veilig": True, "steun": {"gemeente": 4}}
    assessment = Adviser(ruleset).assess(facts, DATE, thinking_along=True)
    assert assessment.open_questions == Adviser(ruleset).questions(facts, DATE)
    waiting = [(found.fact, found.party, found.could_decide) for found in assessment.open_questions]
    assert waiting == [
        ("procent", "gemeente", ("een", "twee")),
        ("steun", "migrantenorganisatie", ("twee",)),
    ]
    assert assessment.undecided == ("een", "twee")


def test_a_rule_absorbs_its_parts_but_never_a_more_severe_one_and_what_it_replaces(tmp_path: Path) -> None:
    text = FACTS + rules(
        licht="mensen <= 1", zwaar="mensen <= 2", samen="signaal(licht) en signaal(zwaar)", erger="mensen = 1"
    )
    text = text.replace("als: 'mensen <= 2'\n    ernst: midden", "als: 'mensen <= 2'\n    ernst: kritiek")
    text = text.replace("als: 'mensen = 1'\n", "als: 'mensen = 1'\n    vervangt: [samen]\n")
    assessment = Adviser(ruleset_from(tmp_path, text)).assess({"mensen": 1}, DATE)
    assert assessment.findings == ("zwaar", "samen", "licht", "erger")
    assert [(advice.rule, advice.absorbs) for advice in assessment.advice] == [
        ("zwaar", ()),
        ("erger", ("samen", "licht")),
    ]
    assert [item.rule for item in assessment.advice[1].because] == [None, "samen"]


def of_condition(text: str, **keys: str) -> str:
    """Add keys to the rules in a text: what stands behind the sources of each."""
    for rule, added in keys.items():
        before, after = text.split(f"  {rule}:\n")
        text = f"{before}  {rule}:\n" + after.replace("    bron: [eigen]\n", f"    bron: [eigen]\n{added}", 1)
    return text


def test_a_rule_that_gives_way_is_absorbed_by_any_other_finding_of_its_condition(tmp_path: Path) -> None:
    first, gives_way = "    voorwaarden: [1]\n", "    voorwaarden: [1]\n    wijkt_voor: voorwaarde\n"
    text = of_condition(
        FACTS
        + CONDITIONS
        + rules(scan="cijfer <= 2", ook="cijfer <= 3", ander="mensen <= 2", elders="mensen <= 9", sterk="veilig = ja"),
        scan=gives_way, ook=gives_way, ander=first, elders="    voorwaarden: []\n", sterk=first,
    ).replace("als: 'veilig = ja'\n    ernst: midden", "als: 'veilig = ja'\n    ernst: sterk")  # fmt: skip
    adviser = Adviser(ruleset_from(tmp_path, text))
    alone = adviser.assess({"mensen": 3, "veilig": True, "cijfer": 2}, DATE)
    assert [(advice.rule, advice.absorbs) for advice in alone.advice] == [
        ("scan", ()), ("ook", ()), ("elders", ()), ("sterk", ()),
    ]  # fmt: skip
    beside = adviser.assess({"mensen": 2, "cijfer": 2}, DATE)
    assert [(advice.rule, advice.absorbs) for advice in beside.advice] == [("ander", ("scan", "ook")), ("elders", ())]


def test_a_condition_is_in_order_only_when_all_its_rules_are_decided(tmp_path: Path) -> None:
    text = (
        FACTS
        + CONDITIONS
        + rules(een="mensen <= 1", twee="veilig = nee", sterk="mensen >= 9").replace(
            "als: 'mensen >= 9'\n    ernst: midden", "als: 'mensen >= 9'\n    ernst: sterk"
        )
    )
    adviser = Adviser(ruleset_from(tmp_path, text))

    def status(**facts: object) -> Status:
        return adviser.assess(facts, DATE).conditions[0].status

    assert status(mensen=10, veilig=True) is Status.IN_ORDER
    assert status(mensen=10) is Status.UNKNOWN
    assert status(mensen=1) is Status.ATTENTION
    assert adviser.assess({"mensen": 10}, DATE).advice[0].severity.value == "strength"


def test_advice_says_which_condition_comes_first_when_that_is_at_risk(shipped: Ruleset) -> None:
    assessment = Adviser(shipped).assess(*load_cases(EXAMPLES / "buurtvaders.yaml", shipped.vocabulary))
    at_risk = {found.number for found in assessment.conditions if found.status is Status.RISK}
    rests_on = {advice.rule: shipped.conditions[advice.conditions[0]].rests_on for advice in assessment.advice}
    assert {advice.rule: advice.first for advice in assessment.advice if advice.first} == {
        "verschil_verwachte_duur": (12,)
    }
    assert {12} == at_risk.intersection(rests_on["verschil_verwachte_duur"])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_comes_first_never_contradicts_the_order_and_nothing_urgent_waits(shipped: Ruleset, path: Path) -> None:
    above: set[int] = set()
    for advice in Adviser(shipped).assess(*load_cases(path, shipped.vocabulary)).advice:
        assert above.issuperset(advice.first)
        assert not (advice.first and advice.kind.value in ("gate", "deadline"))
        above.update(advice.conditions)


RESTING = """
voorwaarde: {nummer: 2, id: bovenop, titel: Bovenop, uitleg: Hier gaat het verder., rust_op: [1]}
"""


def test_a_deadline_a_gate_and_a_strength_wait_for_nothing(tmp_path: Path) -> None:
    found = {
        kind: ("kritiek" if kind != "sterk" else "sterk", kind if kind != "sterk" else "borging")
        for kind in ("poort", "termijn", "opbouw", "sterk")
    }
    resting = "".join(
        rules(**{kind: "veilig = ja"})
        .replace("regels:\n", "")
        .replace("ernst: midden\n    soort: opbouw", f"ernst: {severity}\n    soort: {sort}")
        for kind, (severity, sort) in found.items()
    )
    text = (
        FACTS
        + CONDITIONS
        + rules(basis="mensen <= 1").replace("ernst: midden", "ernst: kritiek").replace("soort: opbouw", "soort: poort")
    )
    adviser = Adviser(ruleset_from(tmp_path, text, bovenop=RESTING + "regels:\n" + resting))
    advice = adviser.assess({"mensen": 1, "veilig": True}, DATE).advice
    assert advice[0].rule == "basis"
    assert {each.rule: each.first for each in advice[1:]} == {"poort": (), "termijn": (), "opbouw": (1,), "sterk": ()}


def test_how_much_is_known_is_said_by_the_value(tmp_path: Path) -> None:
    adviser = Adviser(small_ruleset(tmp_path, een="mensen <= 1", twee="gemeente(steun) <= 2 of veilig = ja"))
    asked = sum(len(fact.parties) for fact in adviser.ruleset.vocabulary.facts.values())
    nothing, some = adviser.assess({}, DATE).known, adviser.assess({"mensen": 3}, DATE).known
    assert nothing == Completeness(answered=0, asked=asked, enough=False, missing_from=PARTIES, first_look=False)
    assert (some.answered, some.enough) == (1, False)
    all_decided = adviser.assess({"mensen": 3, "veilig": True}, DATE).known
    assert (all_decided.answered, all_decided.enough) == (2, True)


def test_advice_from_first_looks_alone_says_so(tmp_path: Path) -> None:
    adviser = Adviser(scanned_ruleset(tmp_path))
    look: dict[str, object] = {"scan_geld": {"gemeente": 4}}
    for facts, is_first_look in (
        ({}, False),
        ({"begin": True}, False),
        (look, True),
        ({**look, "begin": True}, True),
        ({**look, "tijd_hier": True}, False),
    ):
        assessment = adviser.assess(facts, DATE)
        assert assessment.known.first_look is is_first_look
        assert Assessment.from_json(assessment.to_json()) == assessment


def test_a_condition_has_what_each_party_says_at_first_look(tmp_path: Path) -> None:
    adviser = Adviser(scanned_ruleset(tmp_path))
    both = {"gemeente": 4, "migrantenorganisatie": 2}
    facts = {"scan_geld": both, "geld_hier": True, "scan_tijd": {"gemeente": 1}}
    looks = [found.first_look for found in adviser.assess(facts, DATE).conditions]
    assert looks == [{"scan_geld": both}, {"scan_tijd": {"gemeente": 1}}, {}]
    few = {"migrantenorganisatie": [{"scan_geld": 1}, {"scan_geld": 2}]}
    case = {"peildatum": DATE, "feiten": {"scan_geld": {"gemeente": 4}}, "respondenten": few}
    assessment = adviser.assess(case)
    assert assessment.conditions[0].first_look == {"scan_geld": {"gemeente": 4}}
    assert assessment.known.first_look
    case["feiten"] = {}
    hidden = adviser.assess(case)
    assert (hidden.facts, hidden.conditions[0].first_look, hidden.known.first_look) == ({}, {}, True)
    assert Assessment.from_json(hidden.to_json()) == hidden


def test_from_the_share_of_the_policy_on_enough_is_known(shipped: Ruleset) -> None:
    (partnership,) = load_cases(EXAMPLES / "taboe-onderwerp.yaml", shipped.vocabulary)
    whole = Adviser(shipped).assess(partnership)
    assert (whole.known.answered, whole.known.asked, whole.known.enough) == (41, 92, True)
    assert whole.known.missing_from == ("migrantenorganisatie",)
    left = ["startdatum", "fase", "dragers_mo", "dragers_gemeente", "vervanger_geregeld"]
    below = partnership.changed({(fact, None): None for fact in left})
    assert not Adviser(shipped).assess(below).known.enough


def test_the_conditions_count_answers_as_the_whole_does(shipped: Ruleset) -> None:
    (partnership,) = load_cases(EXAMPLES / "taboe-onderwerp.yaml", shipped.vocabulary)
    first_look = {"fase": "uitvoering", "scan_draagvlak": {"gemeente": 3}, "scan_flexibiliteit": {"gemeente": 2}}
    without = [fact for fact in shipped.vocabulary.facts.values() if fact.condition is None]
    for facts in (partnership, first_look, {}):
        assessment = Adviser(shipped).assess(facts, reference_date=None if facts is partnership else DATE)
        loose = {fact.id for fact in without if fact.id in assessment.facts}
        assert sum(each.answered for each in assessment.conditions) + len(loose) == assessment.known.answered
        assert sum(each.asked for each in assessment.conditions) + len(without) == assessment.known.asked


def test_a_first_look_at_a_condition_no_longer_counts_once_something_else_of_it_is_known(shipped: Ruleset) -> None:
    look: dict[str, object] = {"scan_spreiding": {"gemeente": 4, "migrantenorganisatie": 4}}
    shares = [
        next(
            (each.answered, each.asked) for each in Adviser(shipped).assess(facts, DATE).conditions if each.number == 7
        )
        for facts in ({}, look, {**look, "dragers_mo": 3})
    ]
    assert shares == [(0, 7), (2, 7), (1, 5)]


def test_without_questions_to_each_party_no_party_is_missing(tmp_path: Path) -> None:
    text = """\
bronnen: {eigen: Eigen keuze}
feiten:
  veilig: {soort: ja_nee, wie: samen, label: de veiligheid, vraag: Veilig?, ja: het is veilig, nee: het is onveilig}
""" + rules(een="veilig = nee")
    assert Adviser(ruleset_from(tmp_path, text)).assess({}, DATE).known.missing_from == ()


def test_every_advice_but_the_last_says_why_it_stands_above_the_next(adviser: Adviser) -> None:
    (partnership,) = load_cases(EXAMPLES / "buurtvaders.yaml", adviser.ruleset.vocabulary)
    *others, last = adviser.assess(partnership).advice
    assert all(advice.above_next for advice in others)
    assert last.above_next == ""


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"rank": "1"}, "rank"),
        ({"rank": True}, "rank"),
        ({"extra": 1}, "extra"),
        ({"severity": "erg"}, "severity"),
        ({"steps": "een"}, "steps"),
        ({"because": [{"text": "x", "value": [1]}]}, "because"),
        ({"because": [{"text": "x", "value": {"stad": 1}}]}, "expected gemeente or migrantenorganisatie"),
    ],
)
def test_json_that_is_no_assessment_is_refused_with_its_place(
    adviser: Adviser, change: dict[str, object], reason: str
) -> None:
    source = adviser.assess({"dragers_mo": 1}, DATE).to_dict()
    source["advice"][0] |= change
    with pytest.raises(InvalidAssessmentError) as caught:
        Assessment.from_dict(source)
    assert reason in str(caught.value)


@pytest.mark.parametrize("source", ["", "[", "[]", "{}", "null", "NaN", '{"schema": "other"}', "[" * 100_000])
def test_text_that_is_no_assessment_is_refused(source: str) -> None:
    with pytest.raises(InvalidAssessmentError):
        Assessment.from_json(source)


def test_facts_may_come_as_a_partnership_a_case_or_a_mapping(adviser: Adviser) -> None:
    vocabulary = adviser.ruleset.vocabulary
    plain = adviser.assess({"dragers_mo": 1}, DATE)
    case = adviser.assess({"peildatum": DATE, "feiten": {"dragers_mo": 1}})
    known = adviser.assess(Partnership.from_facts({"dragers_mo": 1}, vocabulary, reference_date="2020-05-05"), DATE)
    assert plain == case == known


def test_a_missing_reference_date_is_told(adviser: Adviser) -> None:
    with pytest.raises(InvalidFactsError, match="CASUS05"):
        adviser.assess({"dragers_mo": 1})
    with pytest.raises(InvalidFactsError, match="CASUS05"):
        adviser.assess({"feiten": {}})


def test_what_is_no_mapping_is_told(adviser: Adviser) -> None:
    with pytest.raises(InvalidFactsError) as caught:
        adviser.assess([1])  # type: ignore[arg-type]
    assert [problem.code for problem in caught.value.problems] == ["CASUS03"]
    assert "'[1]'" in str(caught.value)


def test_an_unknown_language_is_told(shipped: Ruleset) -> None:
    with pytest.raises(UsageError, match="choose one of nl, en"):
        Adviser(shipped, language="fr")


def test_an_adviser_answers_many_threads_at_once(adviser: Adviser) -> None:
    partnerships = [load_cases(path, adviser.ruleset.vocabulary)[0] for path in CASES]
    wanted = [adviser.assess(partnership) for partnership in partnerships]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(adviser.assess, partnerships * 25))
    assert found == wanted * 25


def test_a_dict_holds_plain_values_only(adviser: Adviser) -> None:
    def types(value: object) -> set[type]:
        if isinstance(value, dict):
            return {dict}.union(*map(types, value), *map(types, value.values()))
        return {list}.union(*map(types, value)) if isinstance(value, list) else {type(value)}

    (partnership,) = load_cases(CASES[0], adviser.ruleset.vocabulary)
    assert types(adviser.assess(partnership).to_dict()) <= {dict, list, str, int, float, bool, type(None)}


def test_an_assessment_can_be_pickled(adviser: Adviser) -> None:
    assessment = adviser.assess({"dragers_mo": 1}, DATE)
    assert pickle.loads(pickle.dumps(assessment)) == assessment


def test_advisers_by_the_same_rules_share_all_that_depends_on_these_alone(shipped: Ruleset) -> None:
    one, other, english = Adviser(shipped), Adviser(shipped), Adviser(shipped, language="en")
    assert (one._engine, one._assembly) == (other._engine, other._assembly)
    assert one._engine is english._engine
    assert one._assembly is not english._assembly


def test_evidence_is_kept_within_bounds_and_told_again_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expressions = {"een": "mensen <= 5", "twee": "cijfer <= 3 of maanden_sinds(start) > 1"}
    adviser, again = (Adviser(small_ruleset(tmp_path, **expressions), "reference") for _ in range(2))
    cases: list[dict[str, object]] = [
        {"mensen": mensen, "cijfer": mensen, "start": f"202{mensen}-01-01"} for mensen in (1, 2, 3)
    ]
    first = [adviser.assess(facts, DATE) for facts in cases]
    monkeypatch.setattr(evidence, "MOST_KEPT", 2)
    assert [again.assess(facts, DATE) for facts in [*cases, *cases]] == first * 2
    reasons = again._assembly._reasons
    assert max(len(reasons._kept), len(reasons._whys)) <= 2
    before = {"start": "2026-01-15"}
    assert [adviser.assess(before, day).findings for day in (DATE, "2026-06-30")] == [(), ("twee",)]


def test_a_day_is_told_as_past_or_to_come_by_the_reference_date(tmp_path: Path) -> None:
    adviser = Adviser(small_ruleset(tmp_path, een="maanden_tot(start) < 6"), "reference")
    told = [adviser.assess({"start": "2026-03-01"}, day).advice[0].because[0].text for day in (DATE, "2026-04-01")]
    assert told == ["de start is op 1 maart 2026", "de start was op 1 maart 2026"]
