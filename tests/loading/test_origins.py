"""Where a rule comes from is true: by the file in which it was written, and with who changed it since."""

from pathlib import Path

import pytest

from building import RULE, ruleset_from
from samenwerkadvies import InvalidRulesetError, Ruleset, load_ruleset

IDENTITY = "regelset: {naam: onze regels, versie: '1', herkomst: 'LINE'}\n"
CONDITION = "voorwaarde: {nummer: 21, id: eten, titel: Samen eten, uitleg: Wie samen eet hoort erbij.}\n"
OWN_RULE = "regels:\n  eigen_regel:\n    als: dragers_mo = 5\n" + RULE
SHIPPED = "geen_evaluatie"
REPORT = "Voorwaarde 12 uit Met samenwerking aan het werk (2010); uitwerking: samenwerkadvies"


def extended(folder: Path, text: str, line: str = "", **files: str) -> Ruleset:
    identity = IDENTITY.replace("LINE", line) if line else IDENTITY.replace(", herkomst: 'LINE'", "")
    return ruleset_from(folder, f"breidt_uit: samenwerkadvies\n{identity}{text}", **files)


def origin(made: Ruleset, rule: str) -> str:
    return made.rules[rule].origin["nl"]


def test_a_line_of_ones_own_says_nothing_of_a_shipped_rule(tmp_path: Path) -> None:
    made = extended(tmp_path, OWN_RULE, "Besluit van de raad")
    assert (origin(made, "eigen_regel"), origin(made, SHIPPED)) == ("Besluit van de raad", REPORT)


def test_the_shipped_line_says_nothing_of_a_rule_of_ones_own(tmp_path: Path) -> None:
    made = extended(tmp_path, OWN_RULE + "    voorwaarden: [12]\n")
    assert origin(made, "eigen_regel") == ""
    assert made.credits(made.rules["eigen_regel"], "nl") == ("Eigen uitwerking van samenwerkadvies",)


def test_a_condition_of_ones_own_never_comes_from_the_shipped_report(tmp_path: Path) -> None:
    changed = f"  {SHIPPED}: {{voorwaarden: [21]}}\n"
    made = extended(tmp_path, CONDITION + OWN_RULE + changed)
    assert (origin(made, "eigen_regel"), origin(made, SHIPPED)) == ("", "Aangepast door onze regels")


@pytest.mark.parametrize(
    ("numbers", "line"),
    [("[21]", "Voorwaarde 21 uit ons plan"), ("[12]", ""), ("[]", "")],
    ids=["own", "shipped", "none"],
)
def test_a_line_about_conditions_is_said_of_conditions_of_the_same_set(tmp_path: Path, numbers: str, line: str) -> None:
    text = CONDITION + OWN_RULE + f"    voorwaarden: {numbers}\n"
    assert origin(extended(tmp_path, text, "Voorwaarde {nummer} uit ons plan"), "eigen_regel") == line


def test_a_changed_rule_says_who_changed_it(tmp_path: Path) -> None:
    made = extended(tmp_path, f"regels:\n  {SHIPPED}: {{ernst: hoog}}\n", "Besluit van de raad")
    assert origin(made, SHIPPED) == f"{REPORT}; aangepast door onze regels"


def test_a_replaced_rule_comes_from_who_wrote_it(tmp_path: Path) -> None:
    made = extended(tmp_path, f"regels:\n  {SHIPPED}:\n    als: dragers_mo = 5\n" + RULE, "Besluit van de raad")
    assert origin(made, SHIPPED) == "Besluit van de raad; vervangen door onze regels"


def test_a_rule_with_a_changed_threshold_says_who_changed_it(tmp_path: Path) -> None:
    made = extended(tmp_path, "grenzen: {lang_niet_geevalueerd: 12}\n", vertalingen__en="taal: en\n")
    assert origin(made, SHIPPED) == f"{REPORT}; aangepast door onze regels: 12 maanden in plaats van 18"
    assert made.rules[SHIPPED].origin["en"].endswith("; changed by onze regels: 12 months instead of 18")


def test_the_line_of_ones_own_needs_a_translation(tmp_path: Path) -> None:
    english = "taal: en\nregels: {eigen_regel: {bevinding: Found., advies: Act., stappen: [Go.]}}\n"
    with pytest.raises(InvalidRulesetError, match="vertaling in 'en' ontbreekt: de regel 'herkomst'"):
        extended(tmp_path / "fout", OWN_RULE, "Besluit", vertalingen__en=english)
    made = extended(tmp_path / "goed", OWN_RULE, "Besluit", vertalingen__en=english + "herkomst: Decision\n")
    assert made.rules["eigen_regel"].origin["en"] == "Decision"
    assert made.rules[SHIPPED].origin["en"].startswith("Condition 12 of Met samenwerking aan het werk")


def test_the_shipped_rules_come_from_the_report_as_far_as_they_have_a_condition(shipped: Ruleset) -> None:
    origins = {rule.origin["nl"] for rule in shipped.rules.values() if rule.condition is None}
    assert (origin(shipped, SHIPPED), origins) == (REPORT, {""})


# --- sources of the same short name ---


OURS = "bronnen: {eigen: Besluit van onze gemeente}\n"


def test_a_source_of_the_same_short_name_in_two_sets_stays_two(tmp_path: Path) -> None:
    english = (
        "taal: en\nbronnen: {eigen: Decision}\nregels: {eigen_regel: {bevinding: F., advies: A., stappen: [G.]}}\n"
    )
    made = extended(tmp_path, OURS + OWN_RULE, vertalingen__en=english)
    assert made.credits(made.rules["eigen_regel"], "nl") == ("Besluit van onze gemeente",)
    assert made.credits(made.rules["eigen_regel"], "en") == ("Decision",)
    assert "Eigen uitwerking van samenwerkadvies" in made.credits(made.rules[SHIPPED], "nl")


def test_a_changed_rule_keeps_its_sources_unless_it_says_others(tmp_path: Path) -> None:
    text = OURS + f"regels:\n  {SHIPPED}: {{ernst: hoog}}\n  geld_krimpt: {{bron: [eigen]}}\n"
    made = extended(tmp_path, text)
    assert made.rules[SHIPPED].sources == load_ruleset().rules[SHIPPED].sources
    assert made.sources["nl"][made.rules["geld_krimpt"].sources[0]].title == "Besluit van onze gemeente"


def test_a_source_that_says_the_same_stays_one(tmp_path: Path) -> None:
    text = "bronnen: {eigen: Eigen uitwerking van samenwerkadvies}\n" + OWN_RULE
    assert extended(tmp_path, text).rules["eigen_regel"].sources == ("eigen",)


def test_what_is_wrong_with_sources_is_told_as_ever(tmp_path: Path) -> None:
    with pytest.raises(InvalidRulesetError) as caught:
        extended(tmp_path, OURS + OWN_RULE.replace("[eigen]", "eigen") + "grenzen: {laag_cijfer: {bron: [[eigen]]}}\n")
    assert [problem.code for problem in caught.value.problems] == ["VORM03", "VORM03"]


# --- who answers for it ---


def test_a_rule_may_name_who_answers_for_it(tmp_path: Path, shipped: Ruleset) -> None:
    made = extended(tmp_path, f"regels:\n  {SHIPPED}: {{eigenaar: Team Samenleving}}\n")
    assert (made.rules[SHIPPED].owner, shipped.rules[SHIPPED].owner) == ("Team Samenleving", "")
