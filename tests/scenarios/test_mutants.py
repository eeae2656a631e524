"""The small changes that are tried, and the proof that some of them change nothing."""

from pathlib import Path

import pytest

from building import CONDITIONS, FACTS, rules, ruleset_from, small_ruleset
from samenwerkadvies.cli.scenario_lines import survivor_sentence
from samenwerkadvies.scenarios.mutants import Mutant, mutants
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
        "een_van_beide(pijn) = nee; een_van_beide(pijn) != ja; gemeente(pijn) = ja; migrantenorganisatie(pijn) = ja"
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
