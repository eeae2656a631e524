"""Whatever can stand under the cursor is offered, with what it means; what is there already is not."""

import pytest

from marked import MARK, place_of
from samenwerkadvies import Ruleset, load_ruleset
from samenwerkadvies.editing.choices import Choice, Choices, choices_at

RULES = """\
breidt_uit: samenwerkadvies
regelset:
  naam: onze regels
grenzen:
  lange_reis:
    waarde: 45
feiten:
  reistijd:
    soort: aantal
    opties:
      ver:
        label: ver
regels:
  ver_weg:
    als: reistijd >= lange_reis
    soort: opbouw
    geldig:
      vanaf: 2026-01-01
    bron:
      - eigen
"""
FEATURE = """\
# language: nl
Functionaliteit: Eigen
  Scenario: Ver weg
    Gegeven een samenwerking
"""


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load_ruleset()


def choices(ruleset: Ruleset, text: str, file: str = "regels.yaml") -> Choices:
    text, line, column = place_of(text)
    return choices_at(ruleset, {file: text}, file, line, column)


def labels(ruleset: Ruleset, text: str, file: str = "regels.yaml") -> list[str]:
    return [each.label for each in choices(ruleset, text, file).items]


def behind(ruleset: Ruleset, old: str, new: str) -> list[str]:
    assert old in RULES
    return labels(ruleset, RULES.replace(old, new))


def step(ruleset: Ruleset, written: str, head: str = FEATURE) -> Choices:
    return choices(ruleset, f"{head}    {written}{MARK}", "eigen.feature")


def test_in_an_expression_come_facts_averages_parties_and_the_words_of_the_language(ruleset: Ruleset) -> None:
    found = choices(ruleset, RULES.replace("als: reistijd >=", "als: reis▮ >="))
    assert found.start == len("    als: ") + 1
    assert Choice("dragers_mo", "fact", ruleset.vocabulary.facts["dragers_mo"].texts["nl"].label) in found.items
    assert {"reistijd", "gemeente", "laagste", "signaal", "en"} <= {each.label for each in found.items}
    assert {*ruleset.vocabulary.averages} <= {each.label for each in found.items}
    assert "gemiddelde" not in {each.label for each in found.items}
    text = RULES.replace("als: reistijd >= lange_reis", "als: >-\n      fase = verkenning\n      en ▮")
    assert "dragers_mo" in labels(ruleset, text)


def test_behind_a_comparison_come_the_options_of_its_fact_or_the_thresholds(ruleset: Ruleset) -> None:
    options = ["geen", "onkosten", "vrijwilligersvergoeding", "betaald"]
    for line in ("vergoeding_inzet = ▮", "vergoeding_inzet in [geen, ▮]", "niet vergoeding_inzet != ge▮"):
        assert behind(ruleset, "reistijd >= lange_reis", line) == options
    assert behind(ruleset, "reistijd >= lange_reis", "thema_gevoelig = ▮") == ["ja", "nee"]
    numbers = [*ruleset.thresholds, "lange_reis"]
    for line in ("dragers_mo >= ▮", "reistijd < l▮", "dragers_mo = ▮", "onbekende = ▮"):
        assert behind(ruleset, "reistijd >= lange_reis", line) == numbers
    rules = behind(ruleset, "reistijd >= lange_reis", "niet signaal(▮")
    assert rules == [*ruleset.rules, *ruleset.checks, "ver_weg"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("soort: opbouw", "soort: ▮", ["poort", "termijn", "herstel", "opbouw", "borging", "controle"]),
        ("soort: aantal", "soort: a▮", ["ja_nee", "aantal", "schaal", "keuze", "meerkeuze", "datum"]),
        ("soort: opbouw", "maakt_voorlopig: ▮", ["ja", "nee"]),
        ("soort: opbouw", "wijkt_voor: ▮", ["voorwaarde"]),
        ("soort: aantal", "wie: ▮", ["samen", "ieder", "gemeente", "migrantenorganisatie"]),
        ("breidt_uit: samenwerkadvies", "breidt_uit: ▮", ["samenwerkadvies"]),
        ("soort: opbouw", "bevinding: Het is ▮", []),
        ("soort: opbouw", "zelfbedacht: ▮", []),
        ("naam: onze regels", "naam: ▮", []),
    ],
)
def test_behind_a_key_come_the_words_that_it_takes(ruleset: Ruleset, old: str, new: str, expected: list[str]) -> None:
    assert behind(ruleset, old, new) == expected


def test_behind_a_key_come_the_names_that_it_takes(ruleset: Ruleset) -> None:
    assert behind(ruleset, "      - eigen", "      - ei▮") == [*ruleset.sources["nl"]]
    assert behind(ruleset, "soort: opbouw", "voorwaarden: [▮]") == [*map(str, ruleset.conditions)]
    assert behind(ruleset, "soort: opbouw", "vervangt: [▮]")[-1] == "ver_weg"
    assert behind(ruleset, "soort: opbouw", "bevinding: Meer dan {▮")[-1] == "lange_reis"


def test_where_a_key_belongs_come_those_that_are_not_there_yet(ruleset: Ruleset) -> None:
    assert labels(ruleset, MARK + RULES) == [
        "breidt_uit",
        "partijen",
        "bronnen",
        "voorwaarde",
        "gemiddelden",
        "prioriteit",
    ]
    assert behind(ruleset, "  naam: onze regels\n", "  naam: onze regels\n  ▮\n") == ["versie", "herkomst", "let_op"]
    found = choices(ruleset, RULES.replace("    soort: opbouw", "    ▮\n    soort: opbouw"))
    assert found.start == 5
    assert found.items[0] == Choice("ernst", "key", "hoort erbij")
    assert Choice("toelichting", "key", "mag erbij") in found.items
    assert not {"als", "soort", "geldig", "bron"} & {each.label for each in found.items}
    assert behind(ruleset, "      vanaf: 2026-01-01\n", "      ▮vanaf: 2026-01-01\n") == ["vanaf", "tot"]
    assert behind(ruleset, "        label: ver\n", "        label: ver\n        z▮\n") == ["zin", "niet"]
    assert behind(ruleset, "      ver:\n", "      ▮\n") == []


def test_where_a_name_belongs_come_those_that_can_be_changed(ruleset: Ruleset) -> None:
    assert behind(ruleset, "  lange_reis:\n", "  lange_reis:\n    waarde: 3\n  ▮\n") == [*ruleset.thresholds]
    assert labels(ruleset, "partijen:\n  ▮") == ["gemeente", "migrantenorganisatie"]
    assert labels(ruleset, "bronnen:\n  ▮") == []


def test_a_translation_has_keys_of_its_own(ruleset: Ruleset) -> None:
    text = "taal: en\nregels:\n  geen_evaluatie:\n    bevinding: None.\n    ▮\n"
    found = labels(ruleset, text, "regels/vertalingen/en.yaml")
    assert found == ["advies", "stappen", "beslissing", "geen_uitweg", "toelichting"]
    assert "bron" in labels(ruleset, text, "regels/en.yaml")
    assert "geen_evaluatie" in labels(ruleset, "regels:\n  ▮", "vertalingen/en.yaml")


def test_a_step_is_offered_by_its_keyword_with_what_it_does(ruleset: Ruleset) -> None:
    found = step(ruleset, "En de pei")
    assert found.start == len("    En ") + 1
    assert found.items[0] == Choice("een samenwerking", "step", "Begin met een samenwerking waarvan je nog niets weet.")
    assert any(each.kind == "fact" for each in found.items)
    asked = step(ruleset, "Als ")
    assert {each.kind for each in asked.items} == {"step"}
    assert "om advies wordt gevraagd" in {each.label for each in asked.items}
    then = step(ruleset, "En ", FEATURE + "    Dan is er geen advies\n\n")
    assert then.items[0].label.startswith(("is ", "staat ", "heeft ", "zijn "))
    assert step(ruleset, "En ", "# language: nl\n") == step(ruleset, "En ", "# language: nl\n\n")


def test_behind_a_fact_come_its_answers_and_behind_a_rule_the_names(ruleset: Ruleset) -> None:
    fact = ruleset.vocabulary.facts["vergoeding_inzet"].texts["nl"]
    answers = [texts.label for texts in fact.options.values()]
    found = step(ruleset, f"En {fact.label} is al")
    assert found.start == len(f"    En {fact.label} is ") + 1
    assert [each.label for each in found.items] == [*answers, "onbekend"]
    rule = step(ruleset, "Dan is de uitkomst van regel leunt")
    assert (rule.start, rule.items[0].kind) == (len("    Dan is de uitkomst van regel ") + 1, "rule")
    above = step(ruleset, "Regel: ")
    assert (above.start, above.items) == (len("    Regel: ") + 1, rule.items)


def test_in_a_table_come_facts_and_then_their_answers(ruleset: Ruleset) -> None:
    label = ruleset.vocabulary.facts["thema_gevoelig"].texts["nl"].label
    assert step(ruleset, "| een gev").items[2] == Choice(label, "fact", "thema_gevoelig")
    assert step(ruleset, "| een gev").start == len("    | ") + 1
    for first in (label, "thema_gevoelig"):
        assert [each.label for each in step(ruleset, f"| {first} | ").items] == ["ja", "nee", "onbekend"]
    assert step(ruleset, "| iets anders | ").items == ()


def test_elsewhere_come_the_words_of_the_language_of_the_feature(ruleset: Ruleset) -> None:
    assert step(ruleset, "Sc").items[3] == Choice("Scenario:", "word")
    assert step(ruleset, "Sc").start == 5
    english = "# language: en\nFeature: Own\n"
    assert "Given" in {each.label for each in step(ruleset, "", english).items}
    past = next(fact for fact in ruleset.vocabulary.facts.values() if fact.may_be_never)
    said = step(ruleset, f"Given {past.texts['en'].label} is ", english).items
    assert [each.label for each in said] == ["never", "unknown"]


def test_outside_a_file_nothing_is_offered(ruleset: Ruleset) -> None:
    assert choices_at(ruleset, {}, "weg.yaml", 2, 3) == Choices(3)
