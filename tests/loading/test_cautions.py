"""What readers must know of rules is said by those rules, on the page and in JSON, and by no others."""

from pathlib import Path

import pytest

from building import FACTS, rules, ruleset_from
from samenwerkadvies import Adviser, Assessment, InvalidRulesetError, Ruleset

OWN = "breidt_uit: samenwerkadvies\nregelset: {naam: onze regels, versie: '1'LINE}\n"
SAID = ", let_op: We proberen dit uit."
SHIPPED = {
    "nl": "Deze regels zijn nog niet in de praktijk getoetst.",
    "en": "These rules have not been tested in practice yet.",
}


def assessed(ruleset: Ruleset, language: str = "nl") -> Assessment:
    return Adviser(ruleset, language=language, engine="reference").assess(
        {"peildatum": "2026-01-01", "feiten": {}}, thinking_along=True
    )


@pytest.mark.parametrize("language", SHIPPED)
def test_the_shipped_rules_say_at_the_foot_of_a_page_that_they_are_untested(shipped: Ruleset, language: str) -> None:
    made = assessed(shipped, language)
    assert made.caution == SHIPPED[language]
    assert f"<p>{SHIPPED[language]}</p>" in made.to_html()
    assert Assessment.from_json(made.to_json()) == made


def test_rules_that_say_nothing_have_nothing_of_the_kind_anywhere(tmp_path: Path) -> None:
    made = assessed(ruleset_from(tmp_path, FACTS + rules(een="veilig = nee")))
    assert "caution" not in made.to_dict()
    assert "getoetst" not in made.to_html()


def test_a_set_that_extends_says_its_own_and_else_what_it_extends(tmp_path: Path) -> None:
    silent = ruleset_from(tmp_path, OWN.replace("LINE", ""))
    saying = ruleset_from(tmp_path, OWN.replace("LINE", SAID), vertalingen__en="taal: en\nlet_op: We try this.\n")
    assert silent.cautions == {"nl": SHIPPED["nl"]}
    assert saying.cautions == {"nl": "We proberen dit uit.", "en": "We try this."}


def test_what_readers_must_know_needs_a_translation(tmp_path: Path) -> None:
    with pytest.raises(InvalidRulesetError) as found:
        ruleset_from(tmp_path, OWN.replace("LINE", SAID), vertalingen__en="taal: en\n")
    (problem,) = found.value.problems
    assert (problem.code, problem.message) == ("VORM07", "vertaling in 'en' ontbreekt: de regel 'let_op'")
