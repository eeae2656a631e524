"""Several organisations of one kind: each answers for itself, the rules see one answer, and no name is lost."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from building import RULE, ruleset_from
from samenwerkadvies import (
    Adviser,
    Assessment,
    Interview,
    InvalidAssessmentError,
    InvalidFactsError,
    Partnership,
    Ruleset,
    UsageError,
)
from samenwerkadvies.advising import course
from samenwerkadvies.changing import with_changes
from samenwerkadvies.cli import app
from samenwerkadvies.known import by_slot
from samenwerkadvies.outputs import comparison_to_text, course_to_text, guide_to_markdown, to_markdown, to_text
from samenwerkadvies.vocabulary import Answer, Combination, Kind
from samenwerkadvies.wording.words import words_in

DAY = "2026-03-01"
WEIDE, LINDE, BRUG = NAMES = ("Vereniging Zonneweide", "Buurtclub De Linde", "Stichting #1: Brug")
RULES = f"""\
regelset: {{naam: buurt, versie: '1'}}
partijen:
  gemeente: {{naam: gemeente, met_lidwoord: de gemeente}}
  club: {{naam: club, met_lidwoord: de club, meermaals: ja}}
bronnen: {{eigen: Eigen keuze}}
voorwaarde: {{nummer: 1, id: sfeer, titel: Sfeer, kort: Sfeer, uitleg: Dat is nodig.}}
feiten:
  sfeer: {{soort: schaal, wie: ieder, label: de sfeer, vraag: Hoe is de sfeer?}}
  pijn: {{soort: ja_nee, wie: ieder, beter: nee, label: de pijn, vraag: Is er pijn?, ja: er is pijn, nee: er is geen pijn}}
  zaal: {{soort: ja_nee, wie: club, beter: ja, label: de zaal, vraag: Is er een zaal?, ja: er is een zaal, nee: er is geen zaal}}
  lening: {{soort: ja_nee, wie: club, label: de lening, vraag: Is er een lening?, ja: er is een lening, nee: er is geen lening}}
  leden: {{soort: aantal, wie: club, beter: meer, samenvoegen: mediaan, label: de leden, vraag: Hoeveel leden?, eenheid: leden, zin: "er zijn {{aantal}} leden"}}
  buren: {{soort: aantal, wie: ieder, beter: minder, hoogstens: 9, label: de buren, vraag: Hoeveel buren?, eenheid: buren, zin: "er zijn {{aantal}} buren"}}
  feest: {{soort: datum, wie: club, beter: later, toekomst: nee, label: het feest, vraag: Wanneer was het feest?, zin_voorbij: "het feest was {{wanneer}}", nooit: er was nooit feest}}
  einde: {{soort: datum, wie: club, label: het einde, vraag: Wanneer is het einde?, zin: "het einde is {{wanneer}}"}}
  veilig: {{soort: ja_nee, wie: samen, label: het is veilig, vraag: Is het veilig?, ja: het is veilig, nee: onveilig}}
  rol:
    soort: keuze
    wie: club
    beter: klein < groot
    label: de rol
    vraag: Welke rol?
    opties:
      klein: {{label: klein, zin: de rol is klein, niet: de rol is niet klein}}
      groot: {{label: groot, zin: de rol is groot, niet: de rol is niet groot}}
  kleur:
    soort: keuze
    wie: club
    beter: groen < rood
    label: de kleur
    vraag: Welke kleur?
    opties:
      rood: {{label: rood, zin: het is rood, niet: het is niet rood}}
      groen: {{label: groen, zin: het is groen, niet: het is niet groen}}
regels:
  slechte_sfeer:
    als: laagste(sfeer) <= 2
{RULE}  sfeer_verschilt:
    als: verschil(sfeer) >= 3
{RULE}  geen_zaal:
    als: zaal = nee
{RULE}  lang_geleden:
    als: maanden_sinds(feest) > 12 en leden < 10
{RULE}"""  # noqa: E501 - one fact a line is easier to read


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return ruleset_from(tmp_path_factory.mktemp("regels"), RULES)


@pytest.fixture(scope="module")
def adviser(rules: Ruleset) -> Adviser:
    return Adviser(rules)


def case(names: tuple[str, ...] = NAMES, /, **facts: object) -> dict[str, object]:
    return {"naam": "Proef", "peildatum": DAY, "organisaties": {"club": [*names]}, "feiten": facts}


def said(*answers: Answer | None) -> dict[str, Answer]:
    return {name: answer for name, answer in zip(NAMES, answers, strict=False) if answer is not None}


@pytest.mark.parametrize(
    ("fact", "how"),
    [
        ("sfeer", Combination.LOWEST),
        ("pijn", Combination.HIGHEST),
        ("zaal", Combination.LOWEST),
        ("lening", Combination.ANY),
        ("leden", Combination.MEDIAN),
        ("buren", Combination.HIGHEST),
        ("feest", Combination.LOWEST),
        ("einde", Combination.MEDIAN),
        ("rol", Combination.LOWEST),
        ("kleur", Combination.HIGHEST),
    ],
)
def test_the_worst_answer_counts_unless_the_rules_say_otherwise(rules: Ruleset, fact: str, how: Combination) -> None:
    assert rules.vocabulary.facts[fact].between == {"club": how}


def test_a_party_says_what_counts_for_every_fact_that_does_not(tmp_path: Path) -> None:
    made = ruleset_from(tmp_path, RULES.replace("meermaals: ja", "meermaals: ja, samenvoegen: hoogste"))
    assert made.vocabulary.facts["sfeer"].between == {"club": Combination.HIGHEST}
    assert made.vocabulary.facts["leden"].between == {"club": Combination.MEDIAN}


@pytest.mark.parametrize(
    ("fact", "answers", "counts"),
    [
        ("zaal", (True, False, None), False),
        ("zaal", (True, True, None), None),
        ("zaal", (True, True, True), True),
        ("lening", (None, True, None), True),
        ("leden", (3, 9, 4), 4),
        ("leden", (7, 7, None), 7),
        ("leden", (7, 8, None), None),
        ("leden", (0, None, None), None),
        ("rol", ("klein", None, None), "klein"),
        ("kleur", ("rood", "groen", None), "groen"),
        ("kleur", ("rood", None, None), None),
        ("feest", ("nooit", "2026-01-01", None), "nooit"),
        ("feest", ("2025-01-01", "2026-01-01", None), None),
        ("feest", ("2025-01-01", "2026-01-01", "2024-01-01"), "2024-01-01"),
        ("einde", ("2027-01-01", "2027-01-01", None), "2027-01-01"),
    ],
)
def test_an_answer_counts_once_no_silent_organisation_can_change_it(
    adviser: Adviser, fact: str, answers: tuple[Answer | None, ...], counts: object
) -> None:
    made = adviser.partnership(case(**{fact: said(*answers)}))
    found = made.answer(fact)
    assert (found.isoformat() if hasattr(found, "isoformat") else found) == counts
    assert [*made.organisations.said[fact, None]] == [*said(*answers)]


def test_a_perception_is_put_together_beside_that_of_the_other_party(adviser: Adviser) -> None:
    made = adviser.partnership(
        case(sfeer={"gemeente": 5, "club": said(1, None, 4)}, buren={"club": said(9)}, veilig=True)
    )
    assert made.answers == {"sfeer": {"gemeente": 5, "club": 1}, "buren": {"club": 9}, "veilig": True}
    assert set(adviser.assess(made).findings) == {"slechte_sfeer", "sfeer_verschilt"}
    nobody = adviser.partnership(case(sfeer={"gemeente": 5, "club": "onbekend"}, zaal=None))
    assert nobody.known == {("sfeer", "gemeente"): 5}


def test_people_of_one_organisation_count_for_it_and_few_of_them_are_never_shown(adviser: Adviser) -> None:
    stated = case(sfeer={"club": {LINDE: 5}}, zaal=said(True, False)) | {
        "respondenten": {
            "gemeente": [{"sfeer": 4}] * 3,
            "club": {WEIDE: [{"sfeer": 2}, {"sfeer": 3}], BRUG: [{"sfeer": 1}, {"sfeer": 5}, {"sfeer": 4}]},
        },
        "toelichting": {
            "sfeer": {"gemeente": "Goed.", "club": {WEIDE: "Stil!", LINDE: "Fijn."}},
            "zaal": {LINDE: "Duur."},
        },
    }
    made = adviser.partnership(stated)
    assert made.answer("sfeer", "club") == 2
    assert made.to_case() == stated
    assert adviser.partnership(made.to_case()) == made
    assert adviser.partnership(made, "2026-04-01").organisations == made.organisations
    assessment = adviser.assess(made, thinking_along=True)
    (sfeer, zaal) = assessment.organisations
    assert (sfeer.answers, sfeer.silent, sfeer.is_divided, sfeer.remarks) == (
        {LINDE: 5, BRUG: 4},
        (),
        True,
        {LINDE: "Fijn."},
    )
    assert sfeer.text == (
        f"{LINDE} geeft een 5 en {BRUG} een 4 voor de sfeer; {WEIDE} heeft antwoord gegeven over de sfeer"
    )
    assert (
        zaal.text == f"{WEIDE} zegt: “Er is een zaal” en {LINDE} zegt: “Er is geen zaal”; nog geen antwoord van {BRUG}"
    )
    assert assessment.facts["sfeer"] == {"gemeente": 4}
    told = to_text(assessment)
    assert f"Van {WEIDE} gaven minder dan 3 mensen antwoord." in " ".join(told.split())
    assert f"3 mensen van {BRUG} zijn verdeeld over de sfeer" in " ".join(told.split())
    assert 'Toelichting van Buurtclub De Linde: "Duur."' in " ".join(told.split())
    assert "Stil!" not in assessment.to_json() + told


def test_every_output_tells_what_each_organisation_says(adviser: Adviser) -> None:
    assessment = adviser.assess(case(sfeer={"gemeente": 5, "club": said(2, 5)}), thinking_along=True)
    line = f"{WEIDE} geeft een 2 en {LINDE} een 5 voor de sfeer; nog geen antwoord van {BRUG}."
    assert line not in to_text(assessment)  # broken over lines
    assert assessment.facts["sfeer"] == {"gemeente": 5}
    assert line in " ".join(to_text(assessment).split())
    assert f"- {line.replace('#', chr(92) + '#')}" in to_markdown(assessment)
    assert assessment.to_html().count(line) == 2  # on the talk sheet, and within one party
    assert f"Hoe is de sfeer? (nog geen antwoord van {BRUG})" in " ".join(to_text(assessment).split())
    assert "Is er een zaal? (elke organisatie)" in assessment.to_html()
    question = next(each for each in assessment.open_questions or () if each.fact == "sfeer")
    assert (question.party, question.organisations) == ("club", (BRUG,))
    english = Adviser(adviser.ruleset).assess(case(sfeer={"club": said(1)}))
    assert english.findings == ("slechte_sfeer",)


def test_an_assessment_with_organisations_goes_through_json(adviser: Adviser) -> None:
    stated = case(sfeer={"gemeente": 5, "club": said(2, 5, 5)}, zaal=said(True), feest=said("2025-01-01", "nooit"))
    stated["toelichting"] = {"sfeer": {"club": {WEIDE: "Stil."}}, "zaal": {LINDE: "Wij huren."}}
    made = adviser.assess(stated, thinking_along=True)
    assert Assessment.from_json(made.to_json()) == made
    schema = json.loads(resources.files("samenwerkadvies.outputs").joinpath("assessment-2.json").read_text("utf-8"))
    jsonschema.validate(made.to_dict(), schema)
    assert made.to_dict()["parties"][1]["organisations"] == [*NAMES]
    other = Adviser(attrs.evolve(adviser.ruleset, version="2", fingerprint="sha256:" + "0" * 64))
    again = other.reassessed(made)
    assert (again.facts, again.organisations) == (made.facts, made.organisations)


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("parties", 1, "organisations"), [WEIDE, WEIDE], "parties: expected each organisation once"),
        (("parties", 1, "full"), "a\nb", "parties: expected names on one line"),
        *(
            (("parties", 1, "organisations", 0), name, "parties: expected as each organisation a name on one line, of")
            for name in ("a\nb", "x" * 201)
        ),
        (
            ("organisations", 0, "silent"),
            ["Iemand"],
            "organisations[0]: expected organisations of this party, each once",
        ),
        (("organisations", 0, "party"), "stad", "organisations[0].party: expected gemeente or club"),
        (("organisations", 0, "fact"), "A", "organisations[0].fact: expected ids, each once"),
        (("organisations", 0, "remarks", WEIDE), "", "organisations[0].remarks: expected a remark on one line"),
        (("open_questions", 0, "organisations"), [1], "expected str, found int @ $.open_questions.organisations"),
        (
            ("open_questions", 0, "organisations"),
            ["X"],
            "open_questions[0]: expected organisations of this party, each once",
        ),
    ],
)
def test_json_in_which_organisations_do_not_fit_is_refused(
    adviser: Adviser, path: tuple[Any, ...], value: object, told: str
) -> None:
    stated = case(sfeer={"gemeente": 5, "club": said(2, 5)}) | {"toelichting": {"sfeer": {"club": {WEIDE: "Stil."}}}}
    made: Any = adviser.assess(stated, thinking_along=True).to_dict()
    made["open_questions"].sort(key=lambda question: question["party"] != "club")
    place = made
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(InvalidAssessmentError) as raised:
        Assessment.from_dict(made)
    assert told in str(raised.value)


def test_what_if_all_of_them_said_so(adviser: Adviser) -> None:
    stated = case(sfeer={"club": said(1, 5)}) | {"respondenten": {"club": {BRUG: [{"sfeer": 1, "pijn": True}]}}}
    changed = adviser.partnership(stated).changed({("sfeer", "club"): 4, ("zaal", None): None})
    assert changed.to_case()["feiten"] == {"sfeer": {"club": said(4, 4, 4)}}
    assert changed.to_case()["respondenten"] == {"club": {BRUG: [{"pijn": True}]}}
    assert adviser.partnership(changed.to_case()) == changed
    assert [each.after for each in adviser.what_if(stated, {"sfeer": {"club": 4, "gemeente": 4}}).findings] == [False]
    assert changed.changed({("sfeer", "club"): None}).known == {("pijn", "club"): True}


def test_what_if_one_of_them_said_so(adviser: Adviser) -> None:
    stated = adviser.partnership(case(sfeer={"gemeente": 5, "club": said(1, 3, 5)}, zaal=said(True, False, True)))
    vocabulary = adviser.ruleset.vocabulary
    changes = {"sfeer": {"gemeente": 4, "club": {WEIDE: 4}}, "zaal": {LINDE: None}, "veilig": True}
    assert with_changes(stated, changes, vocabulary).to_case()["feiten"] == {
        "sfeer": {"gemeente": 4, "club": said(4, 3, 5)},
        "veilig": True,
        "zaal": {WEIDE: True, BRUG: True},
    }
    assert with_changes(stated, {"pijn": {"club": {BRUG: True}}}, vocabulary).answer("pijn", "club") is True
    moved = {each.rule: each.after for each in adviser.what_if(stated, {"sfeer": {"club": {WEIDE: 4}}}).findings}
    assert moved == {"slechte_sfeer": False, "sfeer_verschilt": False, "geen_zaal": True}
    wrong = {"sfeer": {"club": {"X": 4}, "gemeente": 9}, "zaal": {LINDE: 3}, "veilig": {"a": True}, "moed": 1}
    with pytest.raises(InvalidFactsError) as raised:
        adviser.what_if(stated, wrong)
    assert sorted(each.code for each in raised.value.problems) == ["FEIT01", "FEIT02", "FEIT02", "FEIT03", "FEIT09"]


def test_who_joined_and_who_left_is_told_by_name(adviser: Adviser) -> None:
    before = adviser.assess(case((WEIDE, LINDE), sfeer={"club": {WEIDE: 2}}))
    after = adviser.assess(case((LINDE, BRUG), sfeer={"club": {LINDE: 2}}))
    compared = adviser.compare(before, after)
    assert [(each.name, each.has_joined) for each in compared.organisations] == [(BRUG, True), (WEIDE, False)]
    assert not compared.is_empty
    for told in (comparison_to_text(compared), course_to_text(course([before, after]), "nl")):
        assert f"{BRUG} doet nu ook mee." in told
        assert f"{WEIDE} doet niet meer mee." in told


def test_an_interview_is_with_each_organisation(adviser: Adviser) -> None:
    facts = {"sfeer": {"gemeente": 5, "club": {WEIDE: "onbekend", LINDE: 4}}, "leden": "onbekend"}
    interview = Interview.start(adviser, case(**facts), parties=["club"])
    seen: list[tuple[str, str]] = []
    while question := interview.next():
        seen.append((question.organisation, question.fact))
        answer = {Kind.SCALE: 4, Kind.YES_NO: True, Kind.DATE: "2024-01-01"}[question.kind]
        interview = interview.answer(question, None if question.fact == "feest" else answer)
    assert seen == [
        *((WEIDE, fact) for fact in ("zaal", "feest")),
        *((LINDE, fact) for fact in ("zaal", "feest")),
        *((BRUG, fact) for fact in ("sfeer", "zaal", "feest")),
    ]
    assert interview.to_case()["feiten"] == {
        "sfeer": {"gemeente": 5, "club": {LINDE: 4, BRUG: 4, WEIDE: "onbekend"}},
        "zaal": said(True, True, True),
        "leden": dict.fromkeys(NAMES, "onbekend"),
        "feest": dict.fromkeys(NAMES, "onbekend"),
    }
    before = interview.back().back()
    assert before.partnership.organisations.said["zaal", None] == said(True, True)
    assert before.to_case()["organisaties"] == {"club": [*NAMES]}
    assert Interview.start(adviser, interview.to_case()).not_known == interview.not_known


def test_an_interview_can_be_with_one_organisation(adviser: Adviser) -> None:
    for started in (case(), adviser.partnership(case())):
        interview = Interview.start(adviser, started, parties=["club", "gemeente"], organisation=LINDE)
        assert {each.organisations for each in interview.open_questions} == {(LINDE,), ()}
        with pytest.raises(UsageError, match=f"unknown organisation 'X': choose of '{WEIDE}', '{LINDE}', '{BRUG}'"):
            Interview.start(adviser, started, organisation="X")


def test_a_quick_interview_asks_each_organisation_the_first_looks(tmp_path: Path) -> None:
    text = RULES.replace("als: laagste(sfeer) <= 2\n", "als: laagste(sfeer) <= 2\n    wijkt_voor: voorwaarde\n")
    text = text.replace("verschil(sfeer)", "verschil(buren)")
    interview = Interview.start(Adviser(ruleset_from(tmp_path, text)), case(sfeer={"club": said(1)}), quick=True)
    assert [each.organisations for each in interview.first_looks] == [(), (LINDE,), (BRUG,)]


def test_the_interview_in_the_terminal_writes_each_answer_below_a_name(tmp_path: Path) -> None:
    (tmp_path / "regels").mkdir()
    (tmp_path / "regels" / "regels.yaml").write_text(RULES, "utf-8")
    kept = tmp_path / "casus.yaml"
    kept.write_text(
        f"naam: Proef\npeildatum: {DAY}\norganisaties:\n"
        f'  club: ["{BRUG}", {LINDE}]\nfeiten:\n  sfeer: {{gemeente: 4}}\n',
        "utf-8",
    )
    called = ["ask", str(kept), "--rules", str(tmp_path / "regels"), "--party", "club"]
    done = CliRunner().invoke(app, called, input="3\n<\n4\n?\nq\n")
    assert done.exit_code == 0, done.output
    heading = words_in("nl").interview["with party"]
    assert heading.format(BRUG) in done.output
    linde = CliRunner().invoke(app, [*called[:-1], LINDE], input="q\n")
    assert linde.exit_code == 0, linde.output
    assert heading.format(LINDE) in linde.output
    assert heading.format(BRUG) not in linde.output
    wrong = CliRunner().invoke(app, [*called[:-1], "Buurtclub De Lind"])
    assert wrong.exit_code == 2
    assert f"bedoelde je: {LINDE}" in wrong.stderr
    assert kept.read_text("utf-8").endswith(
        f'  sfeer: {{gemeente: 4, club: {{"{BRUG}": 4}}}}\n  zaal: {{"{BRUG}": onbekend}}\n'
    )


def test_a_set_that_extends_lets_several_take_part(tmp_path: Path) -> None:
    text = "breidt_uit: samenwerkadvies\nregelset: {naam: proef, versie: '1'}\n"
    made = ruleset_from(tmp_path, text + "partijen: {migrantenorganisatie: {meermaals: ja}}\n")
    assert [party.is_several for party in made.vocabulary.declared.values()] == [False, True]
    stated = {"peildatum": DAY, "organisaties": {"migrantenorganisatie": [WEIDE]}, "feiten": {"dragers_mo": {WEIDE: 1}}}
    assert Partnership.from_case(stated, made.vocabulary).answer("dragers_mo") == 1
    assert Adviser(made).assess(stated).parties[1].organisations == (WEIDE,)
    stated = {
        "peildatum": DAY,
        "organisaties": {"migrantenorganisatie": [WEIDE, LINDE]},
        "feiten": {"gelijkwaardigheid": {"gemeente": 1, "migrantenorganisatie": {WEIDE: 1, LINDE: 5}}},
    }
    assessment = Adviser(made).assess(stated, thinking_along=True)
    told = " ".join(to_text(assessment).split())
    assert f"partners samenwerken. {WEIDE} geeft een 1 en {LINDE} een 5 bij deze vraag." in told
    guide = " ".join(guide_to_markdown("nl", assessment).split())
    assert f"{WEIDE} geeft een 1 en {LINDE} een 5 bij de vraag of" in guide


def test_a_scenario_begins_with_what_counts_for_the_party(tmp_path: Path) -> None:
    (tmp_path / "regels.yaml").write_text(RULES, "utf-8")
    people = {"respondenten": {"club": {WEIDE: [{"sfeer": 1}, {"sfeer": 2}, {"sfeer": 2}]}}}
    (tmp_path / "c.json").write_text(json.dumps(case((WEIDE, LINDE), sfeer={"club": {LINDE: 5}}) | people), "utf-8")
    (tmp_path / "buurt.feature").write_text(
        """\
# language: nl
Functionaliteit: Buurt
  Scenario: De sfeer is bij één club slecht
    Gegeven de samenwerking "c.json"
    Als om advies wordt gevraagd
    Dan is de uitkomst van regel slechte_sfeer: geldt
""",
        "utf-8",
    )
    done = CliRunner().invoke(app, ["test", str(tmp_path)])
    assert done.exit_code == 0, done.output


def test_facts_without_a_case_have_no_organisations(adviser: Adviser) -> None:
    for facts in ({"sfeer": {"club": {WEIDE: 4}}}, {"zaal": {WEIDE: True}}):
        with pytest.raises(InvalidFactsError) as raised:
            adviser.assess(facts, DAY)
        assert [problem.code for problem in raised.value.problems] == ["FEIT10"]


def test_an_answer_in_two_places_is_told_with_the_organisation(adviser: Adviser) -> None:
    stated = case(sfeer={"club": {WEIDE: 4}}) | {"respondenten": {"club": {WEIDE: [{"sfeer": 4}]}}}
    with pytest.raises(InvalidFactsError, match=f"staat voor {WEIDE} onder 'feiten' en onder 'respondenten'"):
        adviser.partnership(stated)


def test_what_is_wrong_is_told_within_bounds(adviser: Adviser) -> None:
    wrong = {f"organisatie {number}": 4 for number in range(2000)}
    stated = case(sfeer={"club": wrong}) | {"organisaties": {"club": [*NAMES], **wrong}}
    with pytest.raises(InvalidFactsError) as raised:
        adviser.partnership(stated)
    assert 100 <= len(raised.value.problems) <= 300
    with pytest.raises(InvalidFactsError) as raised:
        adviser.partnership(case() | {"respondenten": wrong})
    assert {problem.code for problem in raised.value.problems} == {"FEIT06", "MEER"}
    stated = case(sfeer={"club": dict.fromkeys(NAMES, 9)}) | {"organisaties": {"club": [*NAMES], **wrong}}
    with pytest.raises(InvalidFactsError) as raised:
        adviser.partnership(stated)
    assert {problem.code for problem in raised.value.problems} == {"FEIT06", "MEER"}


# --- laws ---

_ANSWERS: dict[str, st.SearchStrategy[Answer]] = {
    "sfeer": st.integers(1, 5),
    "pijn": st.booleans(),
    "zaal": st.booleans(),
    "leden": st.integers(0, 3) | st.integers(0, 20),
    "feest": st.sampled_from(["nooit", "2024-01-01", "2025-02-28", "2025-03-01", "2026-01-01"]),
    "rol": st.sampled_from(["klein", "groot"]),
}
_TOLD = st.lists(
    st.sampled_from(sorted(_ANSWERS)).flatmap(
        lambda fact: st.tuples(st.just(fact), st.sampled_from(NAMES), _ANSWERS[fact])
    ),
    max_size=14,
    unique_by=lambda told: told[:2],
)


def stated_by(told: list[tuple[str, str, Answer]], names: tuple[str, ...] = NAMES) -> dict[str, object]:
    facts: dict[str, Any] = {"sfeer": {"gemeente": 4}}
    for fact, name, answer in told:
        place = facts.setdefault(fact, {})
        (place.setdefault("club", {}) if fact in ("sfeer", "pijn") else place)[name] = answer
    return case(names, **facts)


@given(_TOLD)
def test_one_more_answer_overturns_nothing_that_was_decided(
    adviser: Adviser, told: list[tuple[str, str, Answer]]
) -> None:
    known, outcomes = {}, {}
    for number in range(len(told) + 1):
        made = adviser.partnership(stated_by(told[:number]))
        assert known.items() <= made.known.items()
        known = by_slot(made.answers)
        assessment = adviser.assess(made)
        now = {rule: rule in assessment.findings for rule in adviser.ruleset.rules if rule not in assessment.undecided}
        assert outcomes.items() <= now.items()
        outcomes = now


@given(_TOLD, st.permutations(NAMES), st.randoms())
def test_the_order_of_organisations_and_of_their_answers_does_not_matter(
    adviser: Adviser, told: list[tuple[str, str, Answer]], names: list[str], chance: Any
) -> None:
    other = [*told]
    chance.shuffle(other)
    first, second = (adviser.partnership(each) for each in (stated_by(told), stated_by(other, tuple(names))))
    assert first.known == second.known
    assert adviser.assess(first).findings == adviser.assess(second).findings


@given(_TOLD)
def test_a_case_and_a_partnership_are_one(adviser: Adviser, told: list[tuple[str, str, Answer]]) -> None:
    made = adviser.partnership(stated_by(told))
    assert adviser.partnership(made.to_case()) == made
    one_by_one = adviser.partnership(stated_by([]))
    for fact, name, _ in told:
        slot = (fact, "club" if fact in ("sfeer", "pijn") else None)
        read = made.organisations.said[slot][name]
        one_by_one = one_by_one.with_answer_of(name, slot, read, adviser.ruleset.vocabulary)
    assert (one_by_one.answers, one_by_one.organisations) == (made.answers, made.organisations)
