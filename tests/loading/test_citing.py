"""A source may say what it is and where it can be read; reports list what the rules behind them rest on."""

from pathlib import Path

import pytest

from building import DECLARED_IN_ENGLISH, FACTS, RULE, ruleset_from
from samenwerkadvies import Adviser, Assessment, InvalidAssessmentError, InvalidRulesetError, Ruleset
from samenwerkadvies.advising import Citation
from samenwerkadvies.citations import is_link
from samenwerkadvies.outputs import explain_rule, to_markdown

LINK = "https://voorbeeld.nl/lees?deel=1&taal=nl"
SOURCES = (
    f"bronnen:\n  eigen: {{titel: 'Ons [werk]', wat: eigen keuze}}\n  boek: {{titel: Het <boek>, link: '{LINK}'}}\n"
)
TEXT = (
    FACTS.replace("bronnen:\n  eigen: Eigen uitwerking\n", SOURCES)
    + "regels:\n  een:\n    als: veilig = nee\n"
    + RULE.replace("[eigen]", "[boek, eigen]")
)
STRANGE = Citation("Het <boek>", link=LINK)
OURS = Citation("Ons [werk]", about="eigen keuze")


def assessed(ruleset: Ruleset, language: str = "nl", **facts: object) -> Assessment:
    return Adviser(ruleset, language=language, engine="reference").assess(facts, "2026-01-01", thinking_along=True)


def test_an_assessment_lists_what_its_rules_rest_on_in_the_order_in_which_they_name_it(tmp_path: Path) -> None:
    made = ruleset_from(tmp_path, TEXT)
    assert assessed(made, veilig=False).sources == (STRANGE, OURS)
    assert assessed(made, veilig=True).sources == ()
    assert "sources" not in assessed(made, veilig=True).to_dict()
    assert made.credits(made.rules["een"], "nl") == ("Het <boek>", "Ons [werk]")


def test_an_explained_rule_says_what_its_sources_are_and_where_they_can_be_read(tmp_path: Path) -> None:
    made = ruleset_from(tmp_path, TEXT)
    told = explain_rule(made.rules["een"], made, "nl")
    assert f"Bronnen:\n  - Het <boek>: {LINK}\n  - Ons [werk] (eigen keuze)\n" in told


def test_a_page_and_markdown_show_links_as_such_and_all_else_as_text(tmp_path: Path) -> None:
    found = assessed(ruleset_from(tmp_path, TEXT), veilig=False)
    page = found.to_html()
    assert f'<a href="{LINK.replace("&", "&amp;")}" rel="noreferrer">Het &lt;boek&gt;</a>' in page
    assert "<li>Ons [werk] (eigen keuze)</li>" in page
    assert f"- [Het \\<boek\\>](<{LINK}>)\n- Ons \\[werk\\] (eigen keuze)\n" in to_markdown(found)


def test_what_a_source_is_is_translated_and_its_link_stays(tmp_path: Path, shipped: Ruleset) -> None:
    (psat,) = (shipped.sources[language]["psat"] for language in ("en",))
    assert psat == Citation("Program Sustainability Assessment Tool", "questionnaire", "https://sustaintool.org/")
    translation = f"{DECLARED_IN_ENGLISH}bronnen:\n  eigen: Our work\n  boek: [no title]\n"
    with pytest.raises(InvalidRulesetError) as found:
        ruleset_from(tmp_path, TEXT, vertalingen__en=translation)
    told = [problem.message for problem in found.value.problems]
    assert "vertaling in 'en' ontbreekt: 'wat' van bron 'eigen'" in told
    assert "hier staat een lijst" in told


def test_a_source_of_the_extended_set_keeps_what_it_is_where_a_set_only_names_it_again(tmp_path: Path) -> None:
    again = "breidt_uit: samenwerkadvies\nbronnen: {eigen: Eigen uitwerking van samenwerkadvies}\n"
    made = ruleset_from(tmp_path, again, vertalingen__en="taal: en\nbronnen: {eigen: Our own elaboration}\n")
    assert made.sources["nl"]["eigen"].about == "eigen keuze"
    assert made.sources["en"]["eigen"] == Citation("Our own elaboration", "a choice of our own")


@pytest.mark.parametrize(
    ("text", "is_safe"),
    [
        ("https://doi.org/10.1093/jopart/mum032", True),
        ("https://voorbeeld.nl", True),
        ("https://voorbeeld.nl#deel", True),
        ("http://voorbeeld.nl", False),
        ("https://naam:woord@voorbeeld.nl", False),
        ("https://voorbeeld", False),
        ("https://voorbeeld.nl/een pad", False),
        ("https://voorbeeld.nl/'", False),
        ("javascript:alert(1)//https://voorbeeld.nl", False),
        ("https://voorbeeld.nl\n", False),
        ("https://vóórbeeld.nl", False),
        (f"https://voorbeeld.nl/{'a' * 500}", False),
    ],
)
def test_a_link_is_plain_https_to_a_whole_host(text: str, is_safe: bool) -> None:
    assert is_link(text) is is_safe


def test_a_link_in_json_is_held_to_the_same(shipped: Ruleset) -> None:
    plain = assessed(shipped, dragers_mo=1).to_dict()
    assert Assessment.from_dict(plain).to_dict() == plain
    plain["sources"][0]["link"] = "javascript:alert(1)"
    with pytest.raises(InvalidAssessmentError, match=r"sources\[0\]\.link: expected a link that begins with https://"):
        Assessment.from_dict(plain)
