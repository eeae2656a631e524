"""Thresholds: numbers with a name, that rules compare with and texts quote, and that an extension changes in a line."""

from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from building import FACTS, RULE, rules, ruleset_from
from samenwerkadvies import InvalidRulesetError, Problem, Ruleset
from samenwerkadvies.grammar.printer import to_text

EXTENDS = "breidt_uit: samenwerkadvies\n"
NAMED = """\
grenzen:
  genoeg_mensen: {waarde: 3, eenheid: mensen, uitleg: Vanaf hier is het genoeg., bron: [eigen]}
  zwak: {waarde: "2,5", eenheid: punten, uitleg: Daaronder is het zwak., bron: [eigen]}
  termijn: {waarde: 10000, eenheid: dagen, uitleg: Alleen in een tekst., bron: [eigen]}
"""


def named(*, finding: str = "Er is iets gevonden.") -> str:
    made = FACTS + NAMED + rules(te_weinig="mensen < genoeg_mensen", zwakke_band="laagste(band) < zwak")
    return made.replace("Er is iets gevonden.", finding).replace(
        "[Begin vandaag.]", '["Begin binnen {termijn} dagen."]'
    )


def refused(folder: Path, text: str, **files: str) -> tuple[Problem, ...]:
    with pytest.raises(InvalidRulesetError) as caught:
        ruleset_from(folder, text, **files)
    return caught.value.problems


def test_a_rule_means_the_number_and_is_printed_with_the_name(tmp_path: Path) -> None:
    made = ruleset_from(tmp_path / "naam", named())
    plain = ruleset_from(tmp_path / "getal", FACTS + rules(te_weinig="mensen < 3", zwakke_band="laagste(band) < 2,5"))
    assert made.cores == plain.cores
    assert to_text(made.rules["te_weinig"].expression) == "mensen < genoeg_mensen"
    assert made.rules["zwakke_band"].thresholds == ("zwak",)


def test_a_text_says_the_number_as_people_write_it(tmp_path: Path) -> None:
    texts = (
        ruleset_from(tmp_path, named(finding='"Minder dan {genoeg_mensen}, of dan {zwak}."')).rules["te_weinig"].texts
    )
    assert texts["nl"].finding == "Minder dan 3, of dan 2,5."
    assert texts["nl"].steps == ("Begin binnen 10.000 dagen.",)


ENGLISH = """\
taal: en
grenzen:
  genoeg_mensen: {eenheid: people, uitleg: Enough.}
  zwak: {eenheid: points, uitleg: Weak.}
  termijn: {eenheid: days, uitleg: In a text.}
regels:
  te_weinig: {bevinding: Few., advies: Act., stappen: ["Begin within {termijn} days."]}
  zwakke_band: {bevinding: "Less than { zwak }.", advies: Act., stappen: [Begin.]}
"""


def translated(folder: Path, english: str) -> tuple[Problem, ...]:
    return tuple(
        problem
        for problem in refused(folder, named(), vertalingen__en=english)
        if "grens" in problem.message or "taal" in problem.message
    )


def test_a_translation_says_the_number_as_people_of_that_language_write_it(tmp_path: Path, shipped: Ruleset) -> None:
    text = EXTENDS + FACTS.partition("feiten:")[0].replace("eigen:", "onze:") + "regels:\n"
    text += "  onze_regel:\n    als: subsidie_per_jaar <= kleine_subsidie\n" + RULE.replace("[eigen]", "[onze]")
    english = "taal: en\nbronnen: {onze: Ours}\nregels:\n  onze_regel: "
    english += (
        '{bevinding: "At most {kleine_subsidie}, {groot_verschil_in_vertrouwen}.", advies: Act., stappen: [Go.]}\n'
    )
    made = ruleset_from(tmp_path, text, vertalingen__en=english)
    assert made.rules["onze_regel"].texts["en"].finding == "At most 10,000, 1.5."
    assert made.thresholds["kleine_subsidie"].texts["en"].unit == "euros a year"


def test_a_threshold_needs_a_translation_too(tmp_path: Path) -> None:
    (problem,) = translated(tmp_path, ENGLISH.replace("  zwak: {eenheid: points, uitleg: Weak.}\n", ""))
    assert (problem.code, problem.message) == ("VORM07", "vertaling in 'en' ontbreekt: grens 'zwak'")


def test_an_unknown_threshold_in_a_translation_is_told_there(tmp_path: Path) -> None:
    (problem,) = translated(tmp_path, ENGLISH.replace("{ zwak }", "{zwaak}"))
    assert (problem.code, problem.hint) == ("VORM11", "{zwak}")
    assert problem.location is not None
    assert problem.location.file == str(tmp_path / "vertalingen" / "en.yaml")


def test_an_unknown_language_is_told_once_where_texts_quote_thresholds(tmp_path: Path) -> None:
    (problem,) = translated(tmp_path, ENGLISH.replace("taal: en", "taal: fy"))
    assert (problem.code, problem.message) == ("VORM04", "onbekende taal 'fy'")


def test_a_text_alone_may_use_a_threshold(tmp_path: Path) -> None:
    made = ruleset_from(tmp_path, named())
    assert made.comparing_with["termijn"] == ()


# --- what an extension changes ---


def test_one_line_changes_a_number_in_every_rule_and_text(tmp_path: Path, shipped: Ruleset) -> None:
    made = ruleset_from(tmp_path, EXTENDS + "grenzen:\n  lang_niet_geevalueerd: 12\n")
    users = {rule.id for rule in shipped.comparing_with["lang_niet_geevalueerd"]}
    assert {name for name, core in made.cores.items() if core != shipped.cores[name]} == users
    notes = {made.rules[name].texts["nl"].note for name in users}
    assert notes == {shipped.rules[name].texts["nl"].note.replace("18", "12") for name in users}
    assert made.replacements == ()
    assert made.inherited == frozenset(shipped.with_checks.rules)


def test_a_changed_threshold_says_who_changed_it_and_what_it_was(tmp_path: Path, shipped: Ruleset) -> None:
    text = EXTENDS + "regelset: {naam: onze regels, versie: '1'}\ngrenzen:\n  groot_verschil_in_vertrouwen: 2,0\n"
    made = ruleset_from(tmp_path, text).thresholds
    before = shipped.thresholds["groot_verschil_in_vertrouwen"]
    after = {"value": 2, "changed_by": "onze regels", "was": Decimal("1.5"), "texts": {"nl": before.texts["nl"]}}
    assert made["groot_verschil_in_vertrouwen"] == attrs.evolve(before, **after)
    assert made["laag_cijfer"].is_inherited
    assert not shipped.thresholds["laag_cijfer"].is_inherited


def test_an_extension_changes_only_the_keys_that_it_writes(tmp_path: Path, shipped: Ruleset) -> None:
    text = EXTENDS + "bronnen: {onze: Besluit}\ngrenzen:\n  laag_cijfer: {uitleg: Bij ons., bron: [onze]}\n"
    made = ruleset_from(tmp_path, text).thresholds["laag_cijfer"]
    assert (made.value, made.texts["nl"].unit) == (2, shipped.thresholds["laag_cijfer"].texts["nl"].unit)
    assert (made.texts["nl"].explanation, made.sources) == ("Bij ons.", ("onze",))


def test_an_extension_may_declare_thresholds_of_its_own(tmp_path: Path) -> None:
    text = (
        EXTENDS
        + NAMED.split("  zwak", maxsplit=1)[0]
        + "regels:\n  klein:\n    als: dragers_mo < genoeg_mensen\n"
        + RULE
    )
    made = ruleset_from(tmp_path / "onze", text).thresholds["genoeg_mensen"]
    assert (made.declared_by, made.changed_by, made.is_inherited) == ("onze", "", False)


def test_an_unused_threshold_of_the_shipped_set_is_nothing_to_tell_a_set_that_replaces_its_rule(
    tmp_path: Path, shipped: Ruleset
) -> None:
    (user,) = shipped.comparing_with["bijna_al_het_geld"]
    text = EXTENDS + f"regels:\n  {user.id}:\n    als: aandeel_grootste_geldgever >= 90\n" + RULE
    assert ruleset_from(tmp_path / "eigen", text).comparing_with["bijna_al_het_geld"] == ()


def test_a_fact_that_is_called_as_a_shipped_threshold_is_told_at_the_fact(tmp_path: Path) -> None:
    fact = "feiten:\n  laag_cijfer: {soort: ja_nee, wie: samen, label: laag, vraag: Zo?, ja: zo, nee: niet zo}\n"
    (problem,) = [each for each in refused(tmp_path, EXTENDS + fact) if each.code == "SET11"]
    assert (problem.location and problem.location.file) == str(tmp_path / "regels.yaml")


def test_a_threshold_that_could_not_be_read_is_not_told_as_unknown_too(tmp_path: Path) -> None:
    text = named(finding='"Minder dan {genoeg_mensen}."').replace("waarde: 3", "waarde: drie")
    (problem,) = refused(tmp_path, text)
    assert (problem.code, problem.hint) == ("VORM03", "3")


def test_a_comma_between_braces_is_told_for_what_it_is(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, named().replace('"2,5"', "2,5"))
    assert (problem.code, problem.hint) == ("LEES04", "waarde: 2.5")
