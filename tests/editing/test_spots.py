"""Whatever stands under the cursor is told: what it means, where it comes from, what it is part of, where it stands."""

from pathlib import Path

import pytest

from marked import MARK, marked, place_of
from samenwerkadvies import Ruleset, load_ruleset
from samenwerkadvies.editing.outline import Declared
from samenwerkadvies.editing.packing import write_files
from samenwerkadvies.editing.spots import Spot, spot_at
from samenwerkadvies.loading.sources import shipped_sources
from samenwerkadvies.scenarios.starting import start_files

CHANGED = """\
breidt_uit: samenwerkadvies
regelset: {naam: onze regels, versie: "1", herkomst: Eigen aanvulling}
gemiddelden:
  hoe_het_gaat:
    als: gemiddelde(erkenning, gelijkwaardigheid)
    label: hoe het gaat
regels:
  leunt_op_een_persoon_mo:
    ernst: kritiek
  uitgeput_en_alleen:
    als: signaal(leunt_op_een_persoon_mo) en vergoeding_inzet in [geen, onkosten] en laagste(hoe_het_gaat) < 3
    ernst: hoog
    soort: herstel
    voorwaarden: [7, 5]
    bevinding: De fase is zwaar voor één persoon.
    advies: Zoek er iemand bij.
    stappen: [Vraag wie er meer kan doen.]
    bron: [eigen]
feiten:
  erkenning:
    vraag: Wordt de inzet gezien?
"""
FEATURE = """\
# language: nl
Functionaliteit: Eigen
  Regel: uitgeput_en_alleen
    Scenario: Alleen
      Gegeven een samenwerking
      En de vergoeding voor mensen van de migrantenorganisatie is geen vergoeding
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel leunt_op_een_persoon_mo: onbekend
"""
SHIPPED = {source.shown: source.text for source in shipped_sources()}
FILES = {
    "vertalingen/en.yaml": "taal: en\nregels:\n  uitgeput_en_alleen:\n",
    "regels.yaml": CHANGED,
    "regels.feature": FEATURE,
    **SHIPPED,
}


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    folder = tmp_path_factory.mktemp("eigen")
    (folder / "regels.yaml").write_text(CHANGED, "utf-8")
    return load_ruleset(folder)


def spot(ruleset: Ruleset, file: str, place: str) -> Spot | None:
    return spot_at(ruleset, *marked(FILES, file, place.replace(MARK, ""), place))


def known(ruleset: Ruleset, file: str, place: str) -> Spot:
    found = spot(ruleset, file, place)
    assert found is not None
    return found


def test_a_rule_is_told_as_a_sentence_with_all_that_it_is_made_of(ruleset: Ruleset) -> None:
    found = known(ruleset, "regels.yaml", "  uitgeput▮_en_alleen:")
    assert (found.kind, found.id, found.title) == ("rule", "uitgeput_en_alleen", "De fase is zwaar voor één persoon.")
    assert found.sentence.startswith("Deze regel geldt als: ")
    assert found.uses == ("vergoeding_inzet", "hoe_het_gaat", "leunt_op_een_persoon_mo")
    assert (found.origin.partition("\n")[0], found.changed) == ("Eigen aanvulling", None)
    assert found.where == Declared("regels.yaml", 10)
    other = known(ruleset, "regels.yaml", "signaal(leunt▮_op_een_persoon_mo)")
    assert (other.id, other.part_of) == ("leunt_op_een_persoon_mo", ("continuiteit_in_gevaar", "uitgeput_en_alleen"))
    assert other.changed == "ernst: kritiek (was: hoog)"
    assert other.where == Declared("regels.yaml", 8)
    assert known(ruleset, "rules/20-samengesteld.yaml", "signaal(leunt▮_op_een_persoon_mo)") == other


def test_a_fact_is_told_by_its_question_and_an_average_by_its_parts(ruleset: Ruleset) -> None:
    found = known(ruleset, "regels.yaml", "en vergoeding_inzet▮ in [")
    assert (found.kind, found.title) == ("fact", "de vergoeding voor mensen van de migrantenorganisatie")
    assert found.uses == ("geen", "onkosten", "vrijwilligersvergoeding", "betaald")
    assert "uitgeput_en_alleen" in found.part_of
    assert found.where == Declared("rules/05-gelijkwaardigheid.yaml", 36)
    own = known(ruleset, "regels.yaml", "▮erkenning:\n")
    assert own.changed is not None
    assert own.changed.startswith("vraag: Wordt de inzet gezien? (was: ")
    average = known(ruleset, "regels.yaml", "laagste(hoe▮_het_gaat)")
    assert average.sentence == "Het gemiddelde van de waardering voor de migrantenorganisatie en de gelijkwaardigheid."
    assert (average.part_of, average.uses) == (("uitgeput_en_alleen",), ("erkenning", "gelijkwaardigheid"))


def test_an_option_is_told_where_it_is_compared_and_where_it_is_declared(ruleset: Ruleset) -> None:
    for place in ("[geen▮, onkosten]", "[geen, onkosten▮]"):
        found = known(ruleset, "regels.yaml", place)
        assert (found.kind, found.where) == ("option", Declared("rules/05-gelijkwaardigheid.yaml", 36))
    assert found.sentence == "Mensen van de migrantenorganisatie krijgen alleen hun onkosten terug."
    assert known(ruleset, "rules/05-gelijkwaardigheid.yaml", "      onkosten▮:").id == "onkosten"


def test_thresholds_conditions_and_parties_are_told(ruleset: Ruleset) -> None:
    text = SHIPPED["rules/12-monitoring.yaml"]
    assert "{" in text
    threshold = next(iter(ruleset.thresholds.values()))
    found = spot_at(ruleset, *marked(FILES, "regels.yaml", "bij.\n", f"bij {{{threshold.id}{MARK}}}.\n"))
    assert found is not None
    assert (found.kind, found.id, found.changed) == ("threshold", threshold.id, None)
    assert found.title.startswith(f"{threshold.id} = ")
    condition = known(ruleset, "regels.yaml", "[7, 5▮]")
    assert (condition.kind, condition.title) == ("condition", "5. Gelijkwaardigheid en erkenning")
    assert "uitgeput_en_alleen" in condition.part_of
    assert condition.where == Declared("rules/05-gelijkwaardigheid.yaml", 2)
    party = known(ruleset, "rules/07-spreiding.yaml", "wie: migrantenorganisatie▮")
    assert (party.kind, party.sentence) == ("party", "de migrantenorganisatie")


def test_where_no_name_stands_it_is_what_the_place_is_part_of(ruleset: Ruleset) -> None:
    assert known(ruleset, "regels.yaml", "De fase▮ is zwaar").id == "uitgeput_en_alleen"
    assert known(ruleset, "regels.yaml", "< 3▮").id == "uitgeput_en_alleen"
    assert known(ruleset, "regels.yaml", ") ▮< 3").id == "uitgeput_en_alleen"
    assert known(ruleset, "regels.yaml", "label: hoe▮ het gaat").id == "hoe_het_gaat"
    assert spot(ruleset, "regels.yaml", "naam: onze▮") is None
    for old, new in (("[7, 5]", "[7, 66▮]"), ("[geen, onkosten]", "[gratis▮, onkosten]")):
        found = spot_at(ruleset, *marked(FILES, "regels.yaml", old, new))
        assert found is not None
        assert found.id == "uitgeput_en_alleen"


def test_a_feature_is_told_by_names_labels_and_the_rule_above(ruleset: Ruleset) -> None:
    assert known(ruleset, "regels.feature", "regel leunt_op▮_een").id == "leunt_op_een_persoon_mo"
    assert known(ruleset, "regels.feature", "En de vergoeding▮ voor").id == "vergoeding_inzet"
    assert known(ruleset, "regels.feature", "Scenario▮: Alleen").id == "uitgeput_en_alleen"
    assert spot(ruleset, "regels.feature", "Functionaliteit▮") is None


@pytest.mark.parametrize("place", [(0, 1), (99, 1)])
def test_a_place_outside_a_file_holds_nothing(ruleset: Ruleset, place: tuple[int, int]) -> None:
    assert spot_at(ruleset, FILES, "regels.yaml", *place) is None
    assert spot_at(ruleset, FILES, "weg.yaml", *place) is None


def test_what_is_being_written_is_told_as_far_as_the_rules_know_it(tmp_path: Path) -> None:
    write_files(start_files(extends=False), tmp_path)
    ruleset = load_ruleset(tmp_path)
    text, line, column = place_of("regels:\n  nieuw:\n    als: stilte▮ >")
    assert spot_at(ruleset, {"regels.yaml": text}, "regels.yaml", line, column) is None
    fact = next(iter(ruleset.vocabulary.facts))
    text, line, column = place_of(f"regels:\n  nieuw:\n    als: >-\n      stilte\n\n      {fact}▮ >")
    found = spot_at(ruleset, {"regels.yaml": text}, "regels.yaml", line, column)
    assert found is not None
    assert (found.id, found.where) == (fact, None)
