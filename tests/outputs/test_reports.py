"""Reports for people: the parts, in order, in Dutch and English."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from building import CONDITIONS, FACTS, rules, ruleset_from, scanned_ruleset, small_ruleset
from samenwerkadvies import Adviser, Assessment, Ruleset, load_cases, load_ruleset
from samenwerkadvies.advising.contents import parties_of
from samenwerkadvies.outputs import to_markdown, to_text
from samenwerkadvies.outputs.reports import warnings

EXAMPLES = Path(__file__).parents[2] / "examples"
HEADINGS = {
    "nl": ["BEGIN HIERMEE", "LATER", "DE VOORWAARDEN IN ÉÉN OOGOPSLAG", "WAT NOG NIET BEKEND IS"],
    "en": ["START HERE", "LATER", "THE CONDITIONS AT A GLANCE", "WHAT IS NOT KNOWN YET"],
}


@pytest.mark.parametrize("language", HEADINGS)
def test_a_text_has_its_parts_in_order_and_fits_the_width(shipped: Ruleset, language: str) -> None:
    (partnership,) = load_cases(EXAMPLES / "buurtvaders.yaml", shipped.vocabulary)
    assessment = Adviser(shipped, language=language).assess(partnership)
    text = to_text(assessment)
    places = [text.index(f"\n{heading}\n") for heading in HEADINGS[language]]
    assert places == sorted(places)
    assert max(map(len, text.splitlines())) <= 100
    assert "\x1b" not in text
    for advice in assessment.advice:
        assert f"{advice.rank}. {advice.title}" in " ".join(text.split())
    for advice in assessment.advice[:3]:
        assert all(" ".join(step.split()) in " ".join(text.split()) for step in advice.steps)


@pytest.mark.parametrize("language", HEADINGS)
def test_markdown_has_a_table_of_all_conditions(shipped: Ruleset, language: str) -> None:
    (partnership,) = load_cases(EXAMPLES / "taboe-onderwerp.yaml", shipped.vocabulary)
    markdown = to_markdown(Adviser(shipped, language=language).assess(partnership))
    assert markdown.startswith("# ")
    assert markdown.count("\n| ") == len(shipped.conditions) + 2
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "Let op: dit beeld is voorlopig, want veel antwoorden van de migrantenorganisatie ontbreken nog."),
        (
            "en",
            "Please note: this picture is provisional, as many answers of the migrant organisation are still missing.",
        ),
    ],
)
def test_a_one_sided_picture_says_at_the_top_whose_answers_are_missing(
    shipped: Ruleset, language: str, told: str
) -> None:
    (partnership,) = load_cases(EXAMPLES / "taboe-onderwerp.yaml", shipped.vocabulary)
    assessment = Adviser(shipped, language=language).assess(partnership)
    assert " ".join(to_text(assessment).splitlines()[1:3]).startswith(told)
    assert to_markdown(assessment).splitlines()[2] == f"**{told}**"


def test_a_picture_that_another_rule_calls_provisional_is_so_without_a_name(tmp_path: Path) -> None:
    text = FACTS + rules(een="veilig = nee").replace("ernst:", "maakt_voorlopig: ja\n    ernst:")
    both = {"gemeente": 3, "migrantenorganisatie": 3}
    pain = {"gemeente": False, "migrantenorganisatie": False}
    adviser = Adviser(ruleset_from(tmp_path, text))
    facts = {"veilig": False, "steun": both, "moed": both, "jaren": both, "pijn": pain}
    told = to_text(adviser.assess(facts, "2026-01-01"))
    assert "voorlopig, want belangrijke antwoorden ontbreken nog." in told
    told = " ".join(to_text(adviser.assess({"veilig": False}, "2026-01-01")).split())
    assert "want veel antwoorden van de gemeente en de migrantenorganisatie ontbreken nog." in told


NEWS = ("niets gevonden dat advies", "in orde", "Nothing was found", "nothing was found", "in order")


@pytest.mark.parametrize("language", HEADINGS)
@pytest.mark.parametrize("facts", [{}, {"fase": "uitvoering"}, {"erkenning": {"gemeente": 5}}], ids=str)
def test_a_case_of_which_little_is_known_never_reads_as_good_news(
    shipped: Ruleset, language: str, facts: dict[str, object]
) -> None:
    assessment = Adviser(shipped, language=language).assess(facts, "2026-01-01")
    for told in (to_text(assessment), to_markdown(assessment)):
        assert [news for news in NEWS if news in told] == []
        warning = next(line for line in told.splitlines()[1:] if line)
        assert warning.lstrip("*").startswith({"nl": "Let op: er is nog ", "en": "Please note: "}[language])
        unknown, standing = HEADINGS[language][3].lower(), HEADINGS[language][2].lower()
        assert 0 < told.lower().index(unknown) < told.lower().index(standing)


FIRST_LOOK = {
    "nl": ["Let op: dit is een eerste indruk.", "Van de 13 antwoorden zijn er nog maar 4.", "is er nog maar 1."],
    "en": ["Please note: this is a first look.", "Of 13 answers only 4 are there.", "only 1 is there."],
}
LOOKS = {name: {"gemeente": 4, "migrantenorganisatie": 3} for name in ("scan_geld", "scan_tijd")}


def in_language(assessment: Assessment, language: str) -> Assessment:
    """Return an assessment with what is said by itself, and the parties, in a language."""
    return replace(assessment, language=language, parties=parties_of(load_ruleset(), language))


@pytest.mark.parametrize("language", HEADINGS)
def test_advice_from_a_first_look_says_so_once(tmp_path: Path, language: str) -> None:
    adviser = Adviser(scanned_ruleset(tmp_path))
    start, many, one = FIRST_LOOK[language]
    told = warnings(in_language(adviser.assess(LOOKS, "2026-01-01"), language))
    assert told == [f"{start} {many}"]
    told_of_one, missing = warnings(in_language(adviser.assess({"scan_geld": {"gemeente": 4}}, "2026-01-01"), language))
    assert (told_of_one.startswith(start), told_of_one.endswith(one)) == (True, True)
    both = {
        "nl": "van de gemeente en de migrantenorganisatie",
        "en": "of the municipality and the migrant organisation",
    }
    assert both[language] in missing
    gives_way = rules(scan="cijfer <= 2") + "    wijkt_voor: voorwaarde\n"
    only = Adviser(ruleset_from(tmp_path / "alleen", CONDITIONS + FACTS + gives_way))
    assert warnings(only.assess({"cijfer": 4}, "2026-01-01")) == [FIRST_LOOK["nl"][0]]
    one_sided = {name: {"gemeente": 5} for name in LOOKS}
    assert adviser.assess({**one_sided, "scan_plek": {"gemeente": 5}}, "2026-01-01").known.missing_from[-1:] == (
        "migrantenorganisatie",
    )


@pytest.mark.parametrize("language", HEADINGS)
def test_the_table_of_conditions_has_the_first_look_of_each_party_only_when_there_is_one(
    tmp_path: Path, language: str
) -> None:
    adviser = Adviser(scanned_ruleset(tmp_path))
    heads = {"nl": ("Gemeente", "Organisatie", "verschil"), "en": ("Municipality", "Organisation", "gap")}[language]
    facts = {"scan_geld": {"gemeente": 5, "migrantenorganisatie": 3}, "scan_tijd": {"migrantenorganisatie": 3}}
    told = in_language(adviser.assess(facts, "2026-01-01"), language)
    lines = to_text(told).splitlines()
    head = next(number for number, line in enumerate(lines) if heads[0] in line)
    assert lines[head].split()[-2:] == [*heads[:2]]
    assert [line.split()[-3:] for line in lines[head + 1 : head + 4]] == [
        ["5", "3", f"({heads[2]})"],
        [lines[head + 2].split()[-3], "–", "3"],
        [lines[head + 3].split()[-3], "–", "–"],
    ]
    markdown = to_markdown(told)
    assert f"| {heads[0]} | {heads[1]} |\n| ---: | --- | --- | --- | --- | --- |\n" in markdown
    assert f"| 5 | 3 ({heads[2]}) |" in markdown
    assert markdown.count(f"'{heads[2]}'") == to_text(told).count(f"'{heads[2]}'") == 1
    near = in_language(adviser.assess({"scan_geld": {"gemeente": 4}}, "2026-01-01"), language)
    assert heads[2] not in to_text(near)
    without = replace(adviser.assess({"geld_hier": True}, "2026-01-01"), language=language)
    assert [word for word in heads for each in (to_text(without), to_markdown(without)) if f" {word} " in each] == []


def test_a_first_look_is_told_whatever_its_kind(tmp_path: Path) -> None:
    gives_way = rules(scan="een_van_beide(pijn) = ja en cijfer <= 2") + "    wijkt_voor: voorwaarde\n"
    adviser = Adviser(ruleset_from(tmp_path, CONDITIONS + FACTS + gives_way))
    facts = {"pijn": {"gemeente": True, "migrantenorganisatie": False}, "cijfer": 1}
    assert "| 3 van 15 | ja | nee |" in to_markdown(adviser.assess(facts, "2026-01-01"))


def test_how_little_is_known_is_said_in_numbers(shipped: Ruleset) -> None:
    adviser = Adviser(shipped)
    said = [
        to_text(adviser.assess(facts, "2026-01-01")).splitlines()[1]
        for facts in ({}, {"fase": "uitvoering"}, {"fase": "uitvoering", "dragers_mo": 3})
    ]
    assert said == [
        "Let op: er is nog niets bekend. Er is nog geen enkel antwoord.",
        "Let op: er is nog veel onbekend. Van de 118 antwoorden is er nog maar 1.",
        "Let op: er is nog veel onbekend. Van de 116 antwoorden zijn er nog maar 2.",
    ]


def test_a_good_first_look_of_both_parties_says_so(shipped: Ruleset) -> None:
    adviser = Adviser(shipped)
    all_well = {fact: {"gemeente": 5, "migrantenorganisatie": 4} for fact, _ in shipped.quick_scan}
    told = " ".join(to_text(adviser.assess(all_well, "2026-01-01")).split())
    assert (
        "De eerste indruk is goed: uit de antwoorden die er zijn, blijkt nergens dat het wringt. Dat is een begin."
        in (told)
    )
    assert "kun je nu nog niet zeggen" not in told
    one_sided = {fact: {"gemeente": 5} for fact in all_well}
    told = " ".join(to_text(adviser.assess(one_sided, "2026-01-01")).split())
    assert "want veel antwoorden van de migrantenorganisatie ontbreken nog" in told
    assert "kun je nu nog niet zeggen" in told


def test_a_finding_in_little_that_is_known_comes_after_how_little_it_is(shipped: Ruleset) -> None:
    told = to_text(Adviser(shipped).assess({"dragers_mo": 1}, "2026-01-01"))
    assert told.splitlines()[1].startswith("Let op: er is nog veel onbekend.")
    assert told.index("BEGIN HIERMEE") < told.index("DE VOORWAARDEN") < told.index("WAT NOG NIET BEKEND IS")


def test_where_enough_is_known_and_nothing_found_it_first_says_what_is_still_open(tmp_path: Path) -> None:
    adviser = Adviser(small_ruleset(tmp_path, een="mensen <= 1", twee="cijfer <= 2"))
    known = {fact.id for fact in adviser.ruleset.vocabulary.facts.values() if fact.is_perception}
    both = {"gemeente": 3, "migrantenorganisatie": 3}
    facts = {name: both for name in known if name != "pijn"} | {"veilig": True}
    told = " ".join(to_text(adviser.assess({"mensen": 5, **facts}, "2026-01-01")).split())
    assert (
        "Over 1 punt is nog niets te zeggen, omdat er antwoorden ontbreken. "
        "In de antwoorden die er zijn, is niets gevonden dat advies nodig heeft." in told
    )


def test_nothing_found_and_nothing_unknown_is_said_in_so_many_words(tmp_path: Path) -> None:
    adviser = Adviser(small_ruleset(tmp_path, een="mensen <= 1"))
    text = to_text(adviser.assess({"mensen": 5}, "2026-01-01"))
    assert "Er is nu niets gevonden dat advies nodig heeft." in text
    assert "Alles wat de regels vragen, is bekend." in text
    assert "Over 1 punt is nog niets te zeggen" in to_text(adviser.assess({}, "2026-01-01"))


def test_text_from_a_case_cannot_change_the_form_of_a_report(tmp_path: Path) -> None:
    adviser = Adviser(small_ruleset(tmp_path, een="mensen <= 1"))
    case = {"naam": "[bold]a | b[/bold] # c", "peildatum": "2026-01-01", "feiten": {"mensen": 1}}
    assert to_markdown(adviser.assess(case)).startswith("# Advies voor \\[bold\\]a \\| b\\[/bold\\] \\# c\n")
    assert "[bold]a | b[/bold]" in to_text(adviser.assess(case))


def test_more_than_five_questions_to_a_party_are_counted(shipped: Ruleset) -> None:
    text = to_text(Adviser(shipped).assess({}, "2026-01-01", thinking_along=True))
    assert "vragen" in text.split("Vraag aan de gemeente:")[1]


def test_each_advice_says_what_makes_it_go_away_or_that_nothing_does(tmp_path: Path) -> None:
    text = FACTS.replace("veilig: {soort", "veilig: {vast: ja, soort") + rules(
        een="mensen <= 1",
        twee="mensen <= 2 en (cijfer <= 2 of vorm = geen) en (procent >= 80 of jaren_laag = ja)".replace(
            " of jaren_laag = ja", " of gemeente(steun) <= 2"
        ),
        drie="veilig = nee",
        vier="veilig = nee of veilig = nee en mensen <= 4",
        vijf="gemeente(steun) <= 2 en procent >= 80",
    )
    text = text.replace("als: 'veilig = nee'\n", "als: veilig = nee\n    geen_uitweg: Zo is het nu eenmaal.\n")
    facts = {"mensen": 1, "cijfer": 1, "vorm": "geen", "procent": 90, "veilig": False, "steun": {"gemeente": 1}}
    assessment = Adviser(ruleset_from(tmp_path, text)).assess(facts, "2026-01-31", thinking_along=True)
    told = " ".join(to_text(assessment).split())
    assert "Dit punt gaat over als dit lukt: - Er zijn minstens 2 mensen." in told
    assert "Zo merk je dat het gelukt is. Eén van deze dingen is genoeg: - Er zijn minstens 3 mensen." in told
    assert told.count("Zo is het nu eenmaal.") == 1
    assert (
        "Zo merk je dat het gelukt is: de gemeente geeft minstens een 3 voor de steun. Of: minder dan 80 procent"
        in (told.replace("het deel is minder dan 80 procent", "minder dan 80 procent"))
    )
    markdown = to_markdown(assessment)
    assert markdown.count("Zo is het nu eenmaal.") == 1
    assert "\n- Er zijn minstens 2 mensen.\n" in markdown


def test_more_ways_than_are_shown_are_counted(shipped: Ruleset) -> None:
    (partnership,) = load_cases(EXAMPLES / "sleutelpersonen.yaml", shipped.vocabulary)
    assessment = Adviser(shipped).assess(partnership, thinking_along=True)
    for told in (to_text(assessment), to_markdown(assessment)):
        assert "Er is nog 1 andere manier." in told
        assert "Er zijn nog 5 andere manieren." in told


def test_a_strength_is_not_something_to_get_rid_of(shipped: Ruleset) -> None:
    perceptions = ("afspraken_nagekomen", "open_over_problemen", "zelfde_doel", "gelijkwaardigheid", "kritiek_veilig")
    facts = {fact: {"gemeente": 5, "migrantenorganisatie": 5} for fact in perceptions}
    assessment = Adviser(shipped).assess(facts, "2026-01-01", thinking_along=True)
    assert [advice.severity.value for advice in assessment.advice] == ["strength"]
    for told in (to_text(assessment), to_markdown(assessment)):
        assert assessment.advice[0].title in told
        assert "erdwijn" not in told


def told_of(shipped: Ruleset, language: str = "nl", **facts: object) -> str:
    assessment = Adviser(shipped, language=language).assess(facts, "2026-01-01", thinking_along=True)
    return " ".join(to_text(assessment).split())


def test_a_reason_that_says_what_the_finding_says_is_left_out(shipped: Ruleset) -> None:
    told = told_of(shipped, plan_mag_veranderen=False)
    assert told.count("Het plan mag tussendoor niet veranderen.") == 1
    assert "Waarom:" not in told


def test_a_way_out_that_goes_without_saying_is_left_out(shipped: Ruleset) -> None:
    told = told_of(shipped, plan_mag_veranderen=False)
    assert "verdwijnt" not in told
    assessment = Adviser(shipped).assess({"plan_mag_veranderen": False}, "2026-01-01", thinking_along=True)
    assert "verdwijnt" not in to_markdown(assessment)
    assert assessment.advice[0].resolved_when


def test_a_report_leaves_out_what_was_not_asked_for(shipped: Ruleset) -> None:
    (partnership,) = load_cases(EXAMPLES / "buurtvaders.yaml", shipped.vocabulary)
    found = to_markdown(Adviser(shipped).assess(partnership)).splitlines()
    whole = to_markdown(Adviser(shipped).assess(partnership, thinking_along=True)).splitlines()
    more = [line for line in whole if line not in found]
    assert [line for line in found if line not in whole] == []
    assert more[0] == "Dit punt gaat over als één van deze dingen lukt:"
    assert more[-1] == "Daarna zijn er nog 52 vragen die iets kunnen veranderen."


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("language", HEADINGS)
def test_no_piece_of_advice_says_a_sentence_twice(shipped: Ruleset, path: Path, language: str) -> None:
    assessment = Adviser(shipped, language=language).assess(*load_cases(path, shipped.vocabulary))
    lines = [line.lstrip("- ") for line in to_markdown(assessment).split("\n## ")[1].splitlines()]
    for advice in "\n".join(lines).split("\n### ")[1:]:
        sentences = [line for line in advice.splitlines() if line]
        assert len(sentences) == len(set(sentences))


def test_later_advice_says_which_of_two_things_is_the_case(shipped: Ruleset) -> None:
    first = {"bestuurlijk_opdrachtgever": False, "opgenomen_in_beleid": "geen", "fase": "uitvoering"}
    risks = {"vaste_contactpersoon": False, "dragers_mo": 1, "erkenning": {"gemeente": 4, "migrantenorganisatie": 2}}
    told = told_of(shipped, **first, **risks, bezoeken_op_locatie_12m=0)
    later = told[told.index("LATER") :]
    assert "Waarom: De gemeente kwam het afgelopen jaar niet bij de migrantenorganisatie langs." in later
    question = "bij de vraag of de kennis en inzet van de migrantenorganisatie worden gezien en gewaardeerd"
    assert f"Waarom: De gemeente geeft een 4 en de migrantenorganisatie een 2 {question}." in later
    assert "beide partijen geven minstens een 3 bij deze vraag." in later


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("nl", "De antwoorden van de twee partijen op deze vraag liggen minder dan 2 punten uit elkaar."),
        ("en", "The answers of the two parties to this question are less than 2 points apart."),
    ],
)
def test_a_question_that_was_just_read_is_not_said_again(shipped: Ruleset, language: str, way: str) -> None:
    assert way in told_of(shipped, language, haalbaar_voor_mo={"gemeente": 5, "migrantenorganisatie": 3})


def test_after_many_reasons_the_question_is_said_in_full(shipped: Ruleset) -> None:
    (partnership,) = load_cases(EXAMPLES / "sleutelpersonen.yaml", shipped.vocabulary)
    told = " ".join(to_text(Adviser(shipped).assess(partnership, thinking_along=True)).split())
    assert "De migrantenorganisatie geeft minstens een 3 bij de vraag of het werk haalbaar is voor de mensen" in told


def test_where_safety_is_not_arranged_it_says_whom_to_call(shipped: Ruleset) -> None:
    for language in HEADINGS:
        told = told_of(shipped, language, thema_gevoelig=True, afspraken_privacy_veiligheid="ontbreekt")
        assert "112" in told
        assert "Veilig Thuis" in told
        assert "0800-2000" in told
