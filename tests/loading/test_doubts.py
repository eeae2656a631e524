"""What can be loaded, but can hardly be meant."""

from pathlib import Path

import pytest

from building import FACTS, RULE, rules, ruleset_from
from samenwerkadvies.loading.documents import read_document
from samenwerkadvies.loading.doubts import doubts
from samenwerkadvies.loading.sources import shipped_sources


def told(text: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.hint) for problem in doubts(read_document(text, "regels.yaml"), text.split("\n"))]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("bevinding: Het is 3 # 4", 'bevinding: "Het is 3 # 4"'),
        ("label: 'de kok' ", None),
        ("label: de kok #2", 'label: "de kok #2"'),
        ("label: de kok\n  van #2", 'label: "de kok van #2"'),
        ("stappen:\n- Bel # 2", '- "Bel # 2"'),
        ("stappen:\n- Bel #2\n- {a: b} # c", '- "Bel #2"'),
        ("stappen: [Bel] # 2", None),
        ("bevinding: 'Het is 3' # 4", None),
        ("bevinding: 'Het is '' # 4'", None),
        ("bevinding: >- # zo\n  Het is 3 # 4", None),
        ("bevinding: C#", None),
        ("bevinding: # nog schrijven", None),
        ("als: mensen <= 3 # of 4", None),
        ("label: {nee: nee # ja\n  }", 'nee: "nee # ja"'),
    ],
)
def test_a_text_without_quotes_is_cut_at_a_hash(line: str, hint: str | None) -> None:
    assert told(line) == ([("LET02", hint)] if hint else [])


@pytest.mark.parametrize(
    ("entry", "is_told"),
    [
        ("eenheid: mensen, zin: '{aantal} mensen komen'", True),
        ("eenheid: mensen, zin: '{aantal} mensen komen', zin_een: '{aantal} mens komt'", False),
        ("eenheid: keer per jaar, zin: 'er zijn {aantal} foto''s'", True),
        ("eenheid: uur per week, zin: 'het kost {aantal} uur'", False),
        ("eenheid: mensen", False),
        ("zin: [a]", False),
    ],
)
def test_a_number_in_the_plural_wants_a_singular(entry: str, is_told: bool) -> None:
    assert told(f"a: {{soort: aantal, {entry}}}") == ([("LET03", "")] if is_told else [])


def test_only_numbers_want_a_singular() -> None:
    assert told("a: {soort: datum, eenheid: mensen, zin: '{aantal} mensen'}") == []


def test_the_shipped_files_are_beyond_doubt() -> None:
    for source in shipped_sources():
        assert list(doubts(read_document(source.text, source.shown), source.text.split("\n"))) == []


def test_warnings_stand_in_order_of_place(tmp_path: Path) -> None:
    cut = RULE.replace("Er is iets gevonden.", "Er is iets # 2")
    text = (FACTS + rules(een="veilig = nee of (mensen <= 1 en mensen >= 3)")).replace(RULE, cut)
    ruleset = ruleset_from(tmp_path, text.replace(', zin_een: "er is {aantal} mens"', ""))
    assert [problem.code for problem in ruleset.warnings] == ["LET03", "LET01", "LET02"]
