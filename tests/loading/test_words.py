"""Words in another language: complete, without anything unknown, and told by name when they are not."""

from pathlib import Path

import pytest

from building import DECLARED_IN_ENGLISH, ruleset_from
from samenwerkadvies import InvalidRulesetError, Problem
from samenwerkadvies.errors import MOST_PROBLEMS

DUTCH = """\
regelset: {naam: proef, versie: '1', herkomst: 'Voorwaarde {nummer}'}
bronnen: {eigen: Eigen uitwerking}
voorwaarde: {nummer: 7, id: veiligheid, titel: Veiligheid, uitleg: Zonder veiligheid gaat het niet.}
feiten:
  veilig: {soort: ja_nee, wie: samen, label: de veiligheid, vraag: Is het veilig?, ja: het is veilig, nee: het is niet veilig}
  mensen: {soort: aantal, wie: samen, label: het aantal, vraag: Hoeveel?, eenheid: mensen, zin: "er zijn {aantal} mensen"}
  steun: {soort: schaal, wie: ieder, label: de steun, vraag: Hoe?, schaal_1: geen, schaal_5: veel}
  moed: {soort: schaal, wie: ieder, label: de moed, vraag: Hoe?}
  laatst: {soort: datum, wie: samen, label: het gesprek, vraag: Wanneer?, nooit: er was nooit een gesprek}
  vorm:
    soort: keuze
    wie: samen
    label: de vorm
    vraag: Welke?
    opties:
      geen: {label: geen, zin: er is niets, niet: er is iets}
      papier: {label: papier, zin: het is op papier, niet: het is niet op papier}
gemiddelden:
  band: {als: "gemiddelde(steun, moed)", label: de band}
regels:
  onveilig:
    als: veilig = nee
    ernst: hoog
    soort: poort
    bevinding: Het is niet veilig.
    advies: Stop.
    stappen: [Eerst dit., Dan dat.]
    bron: [eigen]
    geen_uitweg: Dat blijft.
    toelichting: Eigen keuze.
"""  # noqa: E501 - one fact a line is easier to read
ENGLISH = """\
taal: en
herkomst: 'Condition {nummer}'
bronnen: {eigen: Our own choice}
voorwaarden:
  7: {titel: Safety, uitleg: Nothing works without safety.}
feiten:
  veilig: {label: safety, vraag: Safe?, ja: it is safe, nee: it is not safe}
  mensen: {label: the number, vraag: How many?, eenheid: people, zin: "there are {aantal} people"}
  steun: {label: support, vraag: How?, schaal_1: none, schaal_5: much}
  moed: {label: courage, vraag: How?}
  laatst: {label: the talk, vraag: When?, nooit: there never was a talk}
  vorm:
    label: the form
    vraag: Which?
    opties:
      geen: {label: none, zin: there is nothing, niet: there is something}
      papier: {label: paper, zin: it is on paper, niet: it is not on paper}
gemiddelden:
  band: {label: the bond}
regels:
  onveilig: {bevinding: Not safe., advies: Stop., stappen: [First this., Then that.], geen_uitweg: It stays, toelichting: Our own choice.}
"""  # noqa: E501 - one rule a line is easier to read


ENGLISH_OF_ALL = DECLARED_IN_ENGLISH + ENGLISH.removeprefix("taal: en\n")


def refused(folder: Path, english: str, dutch: str = DUTCH) -> tuple[Problem, ...]:
    with pytest.raises(InvalidRulesetError) as caught:
        ruleset_from(folder, dutch, vertalingen__en=english)
    return caught.value.problems


def test_all_words_are_there_in_both_languages(tmp_path: Path) -> None:
    made = ruleset_from(tmp_path, DUTCH, vertalingen__en=ENGLISH)
    assert made.languages == ("nl", "en")
    assert made.conditions[7].texts["en"].title == "Safety"
    assert made.conditions[7].texts["en"].explanation == "Nothing works without safety."
    assert made.vocabulary.averages["band"].labels == {"nl": "de band", "en": "the bond"}
    assert made.rules["onveilig"].texts["en"].steps == ("First this.", "Then that.")
    assert made.vocabulary.facts["vorm"].texts["en"].options["papier"].holds_not == "it is not on paper"
    assert made.vocabulary.facts["steun"].texts["en"].highest == "much"
    assert made.credits(made.rules["onveilig"], "en") == ("Condition 7", "Our own choice", "Our own choice.")
    assert made.credits(made.rules["onveilig"], "nl") == ("Voorwaarde 7", "Eigen uitwerking", "Eigen keuze.")


@pytest.mark.parametrize(
    ("before", "after", "code", "named"),
    [
        ("bronnen: {eigen: Our own choice}\n", "", "VORM07", "bron 'eigen'"),
        ("  7: {titel: Safety, uitleg: Nothing works without safety.}\n", "  {}\n", "VORM07", "voorwaarde '7'"),
        ("  moed: {label: courage, vraag: How?}\n", "", "VORM07", "feit 'moed'"),
        ("  band: {label: the bond}\n", "  {}\n", "VORM07", "gemiddelde 'band'"),
        (", nooit: there never was a talk", "", "VORM07", "'nooit' van feit 'laatst'"),
        (", schaal_5: much", "", "VORM07", "van feit 'steun'"),
        ("vraag: How?, schaal_1: none, schaal_5: much", "vraag: How?", "VORM07", "van feit 'steun'"),
        (
            "      papier: {label: paper, zin: it is on paper, niet: it is not on paper}\n",
            "      geel: {label: yellow, zin: it is yellow, niet: it is not yellow}\n",
            "VORM07",
            "optie 'papier' van feit 'vorm'",
        ),
        (", Then that.]", "]", "VORM07", "2 stappen van regel 'onveilig'"),
        (", Then that.]", ", Then that., And so.]", "VORM07", "2 stappen van regel 'onveilig'"),
        (", toelichting: Our own choice.", "", "VORM07", "'toelichting' van regel 'onveilig'"),
        (", geen_uitweg: It stays", "", "VORM07", "'geen_uitweg' van regel 'onveilig'"),
        ("regels:\n  onveilig: {", "regels:\n  onvelig: {", "VORM07", "regel 'onveilig'"),
        ("regels:\n  onveilig: {", "regels:\n  onvelig: {", "VORM08", "regel 'onvelig'"),
        ("  moed: {", "  moet: {", "VORM08", "feit 'moet'"),
        ("  band: {", "  bant: {", "VORM08", "gemiddelde 'bant'"),
        ("  7: {", "  8: {", "VORM08", "voorwaarde '8'"),
        ("      papier: {", "      pampier: {", "VORM08", "optie 'pampier'"),
        (
            "bronnen: {eigen: Our own choice}",
            "bronnen: {eigen: Our own choice, anders: Other}",
            "VORM08",
            "bron 'anders'",
        ),
        (", nee: it is not safe", "", "VORM02", "'nee'"),
        ("eenheid: people, ", "", "VORM02", "'eenheid'"),
        ("vraag: Safe?", "vraag: Safe?, nooit: never", "VORM01", "'nooit'"),
        ("there are {aantal} people", "there are people", "VORM10", "{aantal}"),
        ("label: the bond", "lable: the bond", "VORM01", "'lable'"),
        ("advies: Stop., ", "", "VORM02", "'advies'"),
        ("herkomst: 'Condition {nummer}'\n", "", "VORM07", "herkomst"),
    ],
)
def test_what_is_missing_or_unknown_is_named(tmp_path: Path, before: str, after: str, code: str, named: str) -> None:
    assert before in ENGLISH
    problems = refused(tmp_path, ENGLISH.replace(before, after))
    assert [problem for problem in problems if problem.code == code and named in problem.message]


def test_each_missing_text_is_told_once(tmp_path: Path) -> None:
    problems = refused(tmp_path, "taal: en\n")
    messages = [problem.message for problem in problems if problem.code == "VORM07"]
    assert len(messages) == len(set(messages))
    assert len(messages) >= 10


def test_a_translation_into_an_unknown_language_is_refused(tmp_path: Path) -> None:
    problems = refused(tmp_path, ENGLISH_OF_ALL.replace("taal: en", "taal: fr"))
    assert [(problem.code, problem.expected) for problem in problems] == [("VORM04", "en")]


def test_a_translation_that_names_no_language_is_refused(tmp_path: Path) -> None:
    problems = refused(tmp_path, ENGLISH.replace("taal: en\n", ""))
    assert [(problem.code, problem.message) for problem in problems] == [("VORM02", "hier ontbreekt 'taal'")]


def test_a_translation_may_stand_in_more_files(tmp_path: Path) -> None:
    first, second = ENGLISH.split("gemiddelden:")
    made = ruleset_from(tmp_path, DUTCH, vertalingen__en_1=first, vertalingen__en_2=f"taal: en\ngemiddelden:{second}")
    assert made.rules["onveilig"].texts["en"].title == "Stop."


def test_a_translation_is_not_asked_of_a_fact_that_is_wrong(tmp_path: Path) -> None:
    problems = refused(tmp_path, ENGLISH, DUTCH.replace("wie: ieder, label: de moed", "wie: iedr, label: de moed"))
    assert [problem.code for problem in problems] == ["VORM04"]


def test_a_clause_for_one_is_translated_where_there_is_one(tmp_path: Path) -> None:
    dutch = DUTCH.replace("eenheid: mensen", 'eenheid: mensen, zin_een: "er is {aantal} mens"')
    problems = refused(tmp_path, ENGLISH, dutch)
    assert [problem.code for problem in problems] == ["VORM07"]


def test_a_clause_for_none_is_kept_in_both_languages(tmp_path: Path) -> None:
    dutch = DUTCH.replace("eenheid: mensen", "eenheid: mensen, zin_geen: er is niemand")
    english = ENGLISH.replace("eenheid: people", "eenheid: people, zin_geen: there is nobody")
    texts = ruleset_from(tmp_path, dutch, vertalingen__en=english).vocabulary.facts["mensen"].texts
    assert (texts["nl"].clause_none, texts["en"].clause_none) == ("er is niemand", "there is nobody")


def test_a_clause_for_none_is_translated_where_there_is_one(tmp_path: Path) -> None:
    problems = refused(tmp_path, ENGLISH, DUTCH.replace("eenheid: mensen", "eenheid: mensen, zin_geen: er is niemand"))
    assert [(problem.code, "'zin_geen'" in problem.message) for problem in problems] == [("VORM07", True)]


LABELS = {"steun": ("label: de steun", "label: support"), "laatst": ("label: het gesprek", "label: the talk")}


@pytest.mark.parametrize(
    ("fact", "dutch", "english"),
    [
        ("steun", "bij_de_vraag: of er steun is", "bij_de_vraag: whether there is support"),
        ("laatst", '"zin": "er is een gesprek {wanneer}"', '"zin": "we talk {wanneer}"'),
        ("laatst", '"zin_voorbij": "er was {wanneer} een gesprek"', '"zin_voorbij": "we talked {wanneer}"'),
    ],
)
def test_a_question_or_a_moment_in_a_sentence_stands_in_both_languages_or_in_none(
    tmp_path: Path, fact: str, dutch: str, english: str
) -> None:
    in_dutch, in_english = LABELS[fact]
    with_dutch, with_english = (
        text.replace(label, f"{label}, {added}")
        for text, label, added in ((DUTCH, in_dutch, dutch), (ENGLISH, in_english, english))
    )
    assert ruleset_from(tmp_path / "both", with_dutch, vertalingen__en=with_english).languages == ("nl", "en")
    for text, translation in ((with_dutch, ENGLISH), (DUTCH, with_english)):
        (problem,) = refused(tmp_path / str(len(text)), translation, text)
        assert (problem.code, f"van feit '{fact}'" in problem.message) == ("VORM07", True)


def test_very_many_unknown_names_end_in_a_bounded_number_of_problems(tmp_path: Path) -> None:
    unknown = "".join(f"  naam_{number}: {{label: x, vraag: x}}\n" for number in range(2000))
    problems = refused(tmp_path, ENGLISH.replace("gemiddelden:\n", f"{unknown}gemiddelden:\n"))
    assert len(problems) <= 3 * MOST_PROBLEMS
