"""The small changes that are tried, and the proof that some of them change nothing."""

from pathlib import Path

import pytest

from building import CONDITIONS, FACTS, rules, ruleset_from, small_ruleset
from samenwerkadvies import Rule, load_ruleset
from samenwerkadvies.grammar.printer import to_text
from samenwerkadvies.grammar.tree import Compared, Expression, leaves
from samenwerkadvies.scenarios.lines import mutation_lines, survivor_sentence
from samenwerkadvies.scenarios.mutants import Mutant, moved, mutants
from samenwerkadvies.scenarios.mutation import Mutation
from samenwerkadvies.wording.sentences import Sentences


def changes(folder: Path, expression: str) -> list[Mutant]:
    """Return the mutants of a rule with an expression."""
    ruleset = small_ruleset(folder, een=expression, ander="mensen <= 1")
    return list(mutants(ruleset.rules["een"], ruleset, Sentences(ruleset, "nl")))


EXPRESSIONS = {
    "mensen <= 3": "mensen > 3; mensen < 3; mensen <= 2; mensen <= 4",
    "mensen = 3": "mensen = 2; mensen = 4; mensen != 3",
    "procent > 98": "procent >= 98; procent > 97; procent > 99; procent <= 98",
    "veilig = ja": "veilig = nee; veilig != ja",
    "vorm = geen": "vorm = mondeling; vorm = papier; vorm != geen",
    "vorm in [geen, papier]": "vorm in [papier]; vorm in [geen]; niet vorm in [geen, papier]",
    "vorm in [geen]": "vorm in [geen, mondeling]; vorm in [geen, papier]; niet vorm in [geen]",
    "bekend(mensen)": "niet bekend(mensen)",
    "niet bekend(mensen)": "bekend(mensen)",
    "bekend(gemeente(steun))": "niet bekend(gemeente(steun)); bekend(migrantenorganisatie(steun))",
    "een_van_beide(pijn) = ja": (
        "een_van_beide(pijn) = nee; een_van_beide(pijn) != ja; gemeente(pijn) = ja; iedereen(pijn) = ja; "
        "migrantenorganisatie(pijn) = ja"
    ),
    "laagste(band) < 2,5": (
        "laagste(band) <= 2,5; laagste(band) < 2,0; laagste(band) < 3,0; laagste(band) >= 2,5; "
        "hoogste(band) < 2,5; verschil(band) < 2,5; gemeente(band) < 2,5; migrantenorganisatie(band) < 2,5"
    ),
    "aandeel_beantwoord(gemeente) >= 0,5": (
        "aandeel_beantwoord(gemeente) > 0,5; aandeel_beantwoord(gemeente) >= 0,25; "
        "aandeel_beantwoord(gemeente) >= 0,75; aandeel_beantwoord(gemeente) < 0,5; "
        "aandeel_beantwoord(migrantenorganisatie) >= 0,5"
    ),
    "maanden_sinds(start) > 6": (
        "maanden_sinds(start) >= 6; maanden_sinds(start) > 5; maanden_sinds(start) > 7; maanden_sinds(start) <= 6; "
        "maanden_tot(start) > 6"
    ),
    "signaal(ander)": "niet signaal(ander)",
    "signaal(ander) en signaal(ander)": (
        "signaal(ander) of signaal(ander); signaal(ander); niet signaal(ander) en signaal(ander); "
        "signaal(ander) en niet signaal(ander)"
    ),
    "bekend(mensen) en bekend(vorm) en bekend(start)": (
        "bekend(mensen) of bekend(vorm) of bekend(start); bekend(vorm) en bekend(start); "
        "bekend(mensen) en bekend(start); bekend(mensen) en bekend(vorm); "
        "niet bekend(mensen) en bekend(vorm) en bekend(start); "
        "bekend(mensen) en niet bekend(vorm) en bekend(start); "
        "bekend(mensen) en bekend(vorm) en niet bekend(start)"
    ),
    "bekend(mensen) of bekend(vorm) en bekend(start)": (
        "bekend(mensen) en (bekend(vorm) en bekend(start)); bekend(vorm) en bekend(start); bekend(mensen); "
        "niet bekend(mensen) of bekend(vorm) en bekend(start); bekend(mensen) of (bekend(vorm) of bekend(start)); "
        "bekend(mensen) of (niet bekend(vorm) of niet bekend(start)); bekend(mensen) of bekend(start); "
        "bekend(mensen) of bekend(vorm); bekend(mensen) of niet bekend(vorm) en bekend(start); "
        "bekend(mensen) of bekend(vorm) en niet bekend(start)"
    ),
    "minstens 2 van (bekend(mensen), bekend(vorm), bekend(start))": (
        "bekend(mensen) of bekend(vorm) of bekend(start); bekend(mensen) en bekend(vorm) en bekend(start); "
        "bekend(vorm) en bekend(start); bekend(mensen) en bekend(start); bekend(mensen) en bekend(vorm); "
        "minstens 2 van (niet bekend(mensen), bekend(vorm), bekend(start)); "
        "minstens 2 van (bekend(mensen), niet bekend(vorm), bekend(start)); "
        "minstens 2 van (bekend(mensen), bekend(vorm), niet bekend(start))"
    ),
}


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_every_slip_in_an_expression_is_tried_once(tmp_path: Path, expression: str) -> None:
    found = [each.line for each in changes(tmp_path, expression) if each.line]
    assert sorted(found) == sorted(EXPRESSIONS[expression].split("; "))


def test_severity_kind_and_what_is_absorbed_are_changed_too(tmp_path: Path) -> None:
    text = (
        FACTS
        + CONDITIONS
        + rules(een="mensen <= 1", twee="mensen <= 2").replace(
            "bron: [eigen]",
            "bron: [eigen]\n    vervangt: [twee]\n    maakt_voorlopig: ja\n    voorwaarden: [1]\n"
            "    wijkt_voor: voorwaarde",
            1,
        )
    )
    text = text.removesuffix("\n") + "\n    voorwaarden: []\n"
    ruleset = ruleset_from(tmp_path, text)
    found = [
        survivor_sentence(each)
        for each in mutants(ruleset.rules["een"], ruleset, Sentences(ruleset, "nl"))
        if not each.line
    ]
    assert found == [
        "Als 'ernst: midden' 'ernst: kritiek' was, merkte geen scenario het.",
        "Als 'ernst: midden' 'ernst: hoog' was, merkte geen scenario het.",
        "Als 'ernst: midden' 'ernst: laag' was, merkte geen scenario het.",
        "Als 'ernst: midden' 'ernst: sterk' was, merkte geen scenario het.",
        "Als 'soort: opbouw' 'soort: poort' was, merkte geen scenario het.",
        "Als 'soort: opbouw' 'soort: termijn' was, merkte geen scenario het.",
        "Als 'soort: opbouw' 'soort: herstel' was, merkte geen scenario het.",
        "Als 'soort: opbouw' 'soort: borging' was, merkte geen scenario het.",
        "Als 'vervangt: twee' er niet stond, merkte geen scenario het.",
        "Als 'wijkt_voor: voorwaarde' er niet stond, merkte geen scenario het.",
        "Als 'maakt_voorlopig: ja' 'maakt_voorlopig: nee' was, merkte geen scenario het.",
    ]


def test_of_a_check_only_the_line_is_changed(tmp_path: Path) -> None:
    check = "    soort: controle\n    bevinding: Dit klopt niet.\n    bron: [eigen]\n"
    ruleset = ruleset_from(tmp_path, f"{FACTS}regels:\n  vreemd:\n    als: veilig = nee\n{check}")
    found = list(mutants(ruleset.checks["vreemd"], ruleset, Sentences(ruleset, "nl")))
    assert found
    assert all(each.line for each in found)


GRENZEN = """\
grenzen:
  weinig: {waarde: 2, eenheid: mensen, uitleg: Tot hier is het weinig., bron: [eigen]}
  zwak: {waarde: "2,5", eenheid: punten, uitleg: Daaronder is het zwak., bron: [eigen]}
  top: {waarde: 4, eenheid: punten, uitleg: Daarboven is het de top., bron: [eigen]}
"""


def moves(folder: Path, threshold: str, **expressions: str) -> list[tuple[str, str, list[str]]]:
    """Return each move of a threshold: what it was, what it became, and the rules with it."""
    ruleset = ruleset_from(folder, FACTS + GRENZEN + rules(**expressions))
    found = moved(ruleset.thresholds[threshold], ruleset)
    return [(each.was, each.became, [to_text(with_number(rule)) for rule in each.rules]) for each in found]


def with_number(rule: Rule) -> Expression:
    (leaf,) = (leaf for leaf in leaves(rule.expression) if isinstance(leaf, Compared))
    return leaf.with_literal(leaf.literal)


OTHERS = {"twee": "laagste(band) < zwak", "drie": "cijfer > top"}


def test_a_threshold_is_moved_by_one_for_all_rules_at_once(tmp_path: Path) -> None:
    assert moves(tmp_path, "weinig", een="mensen <= weinig", ook="laagste(steun) <= weinig", **OTHERS) == [
        ("weinig: 2", "weinig: 1", ["mensen <= 1", "laagste(steun) <= 1"]),
        ("weinig: 2", "weinig: 3", ["mensen <= 3", "laagste(steun) <= 3"]),
    ]


def test_a_threshold_with_decimals_is_moved_by_the_step_of_what_it_is_compared_with(tmp_path: Path) -> None:
    found = moves(tmp_path, "zwak", een="mensen <= weinig", **OTHERS)
    assert [became for _, became, _ in found] == ["zwak: 2,0", "zwak: 3,0"]


def test_a_threshold_is_not_moved_to_where_no_rule_can_use_it(tmp_path: Path) -> None:
    found = moves(tmp_path, "top", een="mensen <= weinig", **OTHERS)
    assert [became for _, became, _ in found] == ["top: 3"]


def test_a_moved_threshold_that_no_scenario_notices_is_told_by_its_name() -> None:
    rule = load_ruleset().rules["geen_evaluatie"]
    survivor = Mutant((rule,), "te_lang: 18", "te_lang: 19", threshold="te_lang")
    told = [*mutation_lines(Mutation(noticed=0, equivalent=0, survivors=(survivor,), untouched=()))]
    assert told[1:] == ["  grens te_lang", "    - Als 'te_lang: 18' 'te_lang: 19' was, merkte geen scenario het."]
