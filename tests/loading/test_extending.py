"""A set of one's own changes as little as it wants of the set that it extends; the rest stays as it is there."""

from pathlib import Path

import attrs
import polars as pl
import pytest

from building import RULE, ruleset_from
from samenwerkadvies import Adviser, Assessment, InvalidRulesetError, Problem, Ruleset, Severity
from samenwerkadvies.extension import Change, KeyChange, Part
from samenwerkadvies.frames import assess_frame
from samenwerkadvies.grammar.printer import to_text
from samenwerkadvies.outputs import to_markdown
from samenwerkadvies.outputs import to_text as report

EXTENDS = "breidt_uit: samenwerkadvies\nregelset: {naam: onze regels, versie: '1'}\n"
OFF = "  leunt_op_een_persoon_mo: {uit: ja, waarom: Dat weten we al.}\n"
ENGLISH = "taal: en\n"


def made(folder: Path, text: str, **files: str) -> Ruleset:
    return ruleset_from(folder, EXTENDS + text, **files)


def refused(folder: Path, text: str, **files: str) -> tuple[Problem, ...]:
    with pytest.raises(InvalidRulesetError) as caught:
        made(folder, text, **files)
    return caught.value.problems


# --- a rule a little different ---


def test_of_a_rule_only_the_keys_that_are_written_change(tmp_path: Path, shipped: Ruleset) -> None:
    found = made(tmp_path, "regels:\n  geen_evaluatie: {ernst: hoog, stappen: [Bel ons.]}\n")
    before, after = shipped.rules["geen_evaluatie"], found.rules["geen_evaluatie"]
    texts = attrs.evolve(before.texts["nl"], steps=("Bel ons.",))
    assert after == attrs.evolve(before, severity=Severity.HIGH, texts={"nl": texts}, origin=after.origin)
    assert [*found.rules] == [*shipped.rules]
    assert found.inherited == {*shipped.with_checks.rules} - {"geen_evaluatie"}
    assert found.replacements == ()


def test_what_changed_is_known_beside_what_it_was(tmp_path: Path) -> None:
    found = made(tmp_path, "regels:\n  geen_evaluatie: {soort: borging, ernst: hoog, geen_uitweg: Later.}\n")
    keys = (KeyChange("ernst", "midden", "hoog"), KeyChange("geen_uitweg", None, "Later."))
    assert found.changes == (Change(Part.RULE, "geen_evaluatie", f"{tmp_path}/regels.yaml:4", keys),)


def test_what_is_written_as_it_was_is_no_change(tmp_path: Path) -> None:
    assert made(tmp_path, "regels:\n  geen_evaluatie: {ernst: midden}\n").changes == ()


def test_what_one_set_changes_the_next_does_not_see(tmp_path: Path, shipped: Ruleset) -> None:
    text = f"regels:\n  geen_evaluatie: {{ernst: hoog}}\n{OFF}feiten:\n  fase: {{label: hoe ver jullie zijn}}\n"
    first, again = made(tmp_path, text), made(tmp_path, text)
    assert (first.rules, first.vocabulary, first.off) == (again.rules, again.vocabulary, again.off)
    bare = made(tmp_path, "")
    assert (bare.changes, bare.off) == ((), {})
    assert bare.vocabulary.facts["fase"].texts["nl"] == shipped.vocabulary.facts["fase"].texts["nl"]
    assert bare.rules["geen_evaluatie"].severity is shipped.rules["geen_evaluatie"].severity
    assert bare.inherited == {*shipped.with_checks.rules}


def test_the_condition_of_a_changed_rule_stays(tmp_path: Path, shipped: Ruleset) -> None:
    found = made(tmp_path, "regels:\n  geen_evaluatie: {als: fase = uitvoering en evaluatie_samen = nee}\n")
    assert to_text(found.rules["geen_evaluatie"].expression) == "fase = uitvoering en evaluatie_samen = nee"
    assert found.rules["geen_evaluatie"].conditions == shipped.rules["geen_evaluatie"].conditions


def test_a_rule_that_is_written_as_a_whole_replaces_the_other(tmp_path: Path) -> None:
    found = made(tmp_path, "regels:\n  geen_evaluatie:\n    als: evaluatie_samen = nee\n" + RULE)
    (change,) = found.changes
    assert (change.is_whole, found.rules["geen_evaluatie"].texts["nl"].note) == (True, "")
    assert "toelichting" in {key.key for key in change.keys if key.became is None}
    assert [each.rule for each in found.replacements] == ["geen_evaluatie"]


def test_a_threshold_that_is_changed_and_used_no_more_is_told(tmp_path: Path) -> None:
    text = "grenzen: {bijna_al_het_geld: 95}\nregels:\n  een_geldgever:\n    als: aandeel_grootste_geldgever >= 90\n"
    (problem,) = refused(tmp_path, text + RULE)
    assert (problem.code, problem.location and problem.location.line) == ("SET12", 3)


def test_a_mistake_in_a_changed_key_is_told_there(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, "regels:\n  geen_evaluatie: {als: fas = uitvoering}\n")
    assert (problem.code, problem.location and problem.location.line) == ("TAAL02", 4)


def test_a_rule_that_is_no_group_of_keys_is_told_there(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, "regels:\n  geen_evaluatie: hoog\n")
    assert (problem.code, problem.location and problem.location.line) == ("VORM03", 4)


def test_a_new_rule_that_lacks_a_key_is_no_change_of_another(tmp_path: Path) -> None:
    text = "regels:\n  geen_evaluaties:\n    als: evaluatie_samen = nee\n" + RULE.replace("    ernst: midden\n", "")
    (problem,) = refused(tmp_path, text)
    assert (problem.code, problem.message) == ("VORM02", "hier ontbreekt 'ernst'")


# --- facts and priority ---


def test_a_fact_may_have_other_texts(tmp_path: Path, shipped: Ruleset) -> None:
    text = "feiten:\n  fase: {vraag: Waar zijn jullie?, opties: {uitvoering: {label: we doen het}}}\n"
    found = made(tmp_path, text)
    before, after = shipped.vocabulary.facts["fase"], found.vocabulary.facts["fase"]
    assert after.texts["nl"].question == "Waar zijn jullie?"
    assert after.texts["nl"].options["uitvoering"].label == "we doen het"
    assert after.texts["nl"].options["uitvoering"].holds == before.texts["nl"].options["uitvoering"].holds
    assert attrs.evolve(after, texts=before.texts) == before
    assert [*found.vocabulary.facts] == [*shipped.vocabulary.facts]
    assert [(key.key, key.became) for change in found.changes for key in change.keys] == [
        ("vraag", "Waar zijn jullie?"),
        ("opties.uitvoering.label", "we doen het"),
    ]


def test_a_new_fact_that_lacks_a_key_is_no_change_of_another(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, "feiten:\n  fasen: {soort: ja_nee, wie: samen, label: de fasen}\n")
    assert (problem.code, problem.message) == ("VORM02", "hier ontbreekt 'vraag'")


def test_options_that_are_no_group_of_keys_are_told(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, "feiten:\n  fase: {opties: geen}\n")
    assert problem.code == "VORM03"


def test_a_part_of_the_priority_may_differ(tmp_path: Path, shipped: Ruleset) -> None:
    found = made(tmp_path, "prioriteit: {eerst_tonen: 5}\n")
    assert found.policy == attrs.evolve(shipped.policy, shown_first=5)
    assert [change.part for change in found.changes] == [Part.PRIORITY]


# --- a rule that is off ---


def test_a_rule_that_is_off_takes_no_part(tmp_path: Path, shipped: Ruleset) -> None:
    found = made(tmp_path, f"regels:\n{OFF}")
    name = "leunt_op_een_persoon_mo"
    assert [*found.rules] == [rule for rule in shipped.rules if rule != name]
    assert (found.off[name].why, found.off[name].findings["nl"]) == (
        "Dat weten we al.",
        shipped.rules[name].texts["nl"].finding,
    )
    assert name not in found.inherited


def test_a_rule_that_uses_one_that_is_off_goes_by_what_is_left(tmp_path: Path) -> None:
    found = made(tmp_path, f"regels:\n{OFF}")
    compound = found.rules["continuiteit_in_gevaar"]
    assert to_text(compound.expression).startswith("signaal(leunt_op_een_ambtenaar) en vervanger_geregeld != beide")
    assert compound.misses == ("leunt_op_een_persoon_mo",)


OWN = "  eigen_regel:\n    als: {}\n" + RULE


@pytest.mark.parametrize(
    ("expression", "left"),
    [
        ("niet signaal({}) en fase = uitvoering", "fase = uitvoering"),
        ("niet (signaal({}) of fase = uitvoering)", "niet fase = uitvoering"),
        (
            "signaal({}) en thema_gevoelig = ja of dragers_mo < 5 of steun_raad = nee",
            "dragers_mo < 5 of steun_raad = nee",
        ),
        ("niet (signaal({}) en bekend(fase)) en fase = uitvoering", "fase = uitvoering"),
    ],
)
def test_the_outcome_of_a_rule_that_is_off_never_holds(tmp_path: Path, expression: str, left: str) -> None:
    text = f"regels:\n{OFF}" + OWN.format(expression.format("leunt_op_een_persoon_mo"))
    assert to_text(made(tmp_path, text).rules["eigen_regel"].expression) == left


@pytest.mark.parametrize(
    ("expression", "how"),
    [
        ("niet signaal({})", "zonder 'leunt_op_een_persoon_mo' geldt regel 'eigen_regel' altijd"),
        ("signaal({}) en fase = uitvoering", "zonder 'leunt_op_een_persoon_mo' kan regel 'eigen_regel' nooit gelden"),
        ("niet signaal({}) en niet signaal({})", "zonder 'leunt_op_een_persoon_mo' geldt regel 'eigen_regel' altijd"),
    ],
)
def test_a_rule_of_which_nothing_is_left_is_told_where_the_other_is_off(
    tmp_path: Path, expression: str, how: str
) -> None:
    text = f"regels:\n{OFF}" + OWN.format(expression.replace("{}", "leunt_op_een_persoon_mo"))
    (problem,) = refused(tmp_path, text)
    assert (problem.code, problem.message, problem.location and problem.location.line) == ("SET14", how, 4)


def test_a_rule_that_is_off_is_absorbed_by_none(tmp_path: Path, shipped: Ruleset) -> None:
    (absorbed,) = shipped.rules["let_op_redelijke_termijn"].replaces
    found = made(tmp_path, f"regels:\n  {absorbed}: {{uit: ja, waarom: Zo.}}\n")
    assert found.rules["let_op_redelijke_termijn"].replaces == ()


# --- what people read of it ---


def assessed(folder: Path, language: str, **files: str) -> Assessment:
    ruleset = made(folder, f"regels:\n{OFF}", **files)
    return Adviser(ruleset, language=language).assess({"fase": "uitvoering"}, reference_date="2026-03-01")  # type: ignore[arg-type]  # never


def test_an_assessment_names_the_rules_that_are_off(tmp_path: Path, shipped: Ruleset) -> None:
    found = Adviser(made(tmp_path, f"regels:\n{OFF}")).assess({"peildatum": "2026-03-01", "feiten": {}})
    assert found.rules_off[0].rule == "leunt_op_een_persoon_mo"
    assert Assessment.from_json(found.to_json()) == found
    line = f"{shipped.rules['leunt_op_een_persoon_mo'].texts['nl'].finding} Waarom: Dat weten we al."
    assert f"## Deze regels staan uit\n\n- {line}\n" in to_markdown(found)
    assert "DEZE REGELS STAAN UIT" in report(found)


def test_the_summary_of_a_frame_names_the_rules_that_are_off(tmp_path: Path, shipped: Ruleset) -> None:
    frame = pl.DataFrame({"naam": ["een"], "peildatum": ["2026-03-01"]})
    name = "leunt_op_een_persoon_mo"
    finding = shipped.rules[name].texts["nl"].finding
    off = assess_frame(frame, made(tmp_path, f"regels:\n{OFF}")).summary.off
    assert off.rows() == [(name, finding, "Dat weten we al.")]
    assert assess_frame(frame, shipped).summary.off.rows() == []


def test_an_assessment_by_rules_that_all_take_part_says_nothing_of_it(shipped: Ruleset) -> None:
    found = Adviser(shipped).assess({"peildatum": "2026-03-01", "feiten": {}})
    assert "rules_off" not in found.to_dict()
    assert "STAAN UIT" not in report(found)


def test_a_rule_that_is_off_is_named_in_english_where_it_was_translated(tmp_path: Path, shipped: Ruleset) -> None:
    found = made(tmp_path, f"regels:\n{OFF}", vertalingen__en=ENGLISH)
    name = "leunt_op_een_persoon_mo"
    assert found.off[name].findings["en"] == shipped.rules[name].texts["en"].finding


# --- translations ---


def test_a_changed_text_needs_a_translation_and_the_others_stay(tmp_path: Path, shipped: Ruleset) -> None:
    text = "regels:\n  geen_evaluatie: {advies: Bel ons., ernst: hoog}\n"
    (problem,) = refused(tmp_path / "fout", text, vertalingen__en=ENGLISH)
    assert (problem.code, problem.message) == (
        "VORM07",
        "vertaling in 'en' ontbreekt: 'advies' van 'geen_evaluatie'",
    )
    english = ENGLISH + "regels: {geen_evaluatie: {advies: Call us.}}\n"
    found = made(tmp_path / "goed", text, vertalingen__en=english).rules["geen_evaluatie"].texts["en"]
    assert found == attrs.evolve(shipped.rules["geen_evaluatie"].texts["en"], title="Call us.")


def test_a_rule_of_which_no_text_changes_needs_no_translation(tmp_path: Path, shipped: Ruleset) -> None:
    found = made(tmp_path, "regels: {geen_evaluatie: {ernst: hoog}}\n", vertalingen__en=ENGLISH)
    assert found.rules["geen_evaluatie"].texts["en"] == shipped.rules["geen_evaluatie"].texts["en"]


def test_a_language_that_is_not_there_is_told_where_rules_are_changed(tmp_path: Path) -> None:
    text = "regels: {geen_evaluatie: {advies: Bel ons.}}\n"
    problems = refused(tmp_path, text, vertalingen__fy="taal: fy\n")
    assert "onbekende taal 'fy'" in [problem.message for problem in problems]


def test_a_translation_alone_may_be_said_otherwise(tmp_path: Path) -> None:
    found = made(
        tmp_path,
        "grenzen: {laag_cijfer: 1}\n".replace("laag_cijfer: 1", "veel_papierwerk: 9"),
        vertalingen__en=ENGLISH + "regels: {geen_evaluatie: {advies: Evaluate.}}\n",
    )
    assert found.rules["geen_evaluatie"].texts["en"].title == "Evaluate."
