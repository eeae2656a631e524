"""The small changes that are tried, and the proof that some of them change nothing."""

from pathlib import Path

import attrs
import pytest

from building import FACTS, rules, ruleset_from, small_ruleset
from samenwerkadvies.language.parser import parse
from samenwerkadvies.scenarios.domain import is_equivalent
from samenwerkadvies.scenarios.mutants import Mutant, mutants
from samenwerkadvies.scenarios.reasons import sentences_of
from samenwerkadvies.scenarios.reporting import survivor_sentence


def changes(folder: Path, expression: str) -> list[Mutant]:
    """Return the mutants of a rule with an expression."""
    ruleset = small_ruleset(folder, een=expression, ander="mensen <= 1")
    return list(mutants(ruleset.rules["een"], ruleset, sentences_of(ruleset)))


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
    text = FACTS + rules(een="mensen <= 1", twee="mensen <= 2").replace(
        "bron: [eigen]", "bron: [eigen]\n    vervangt: [twee]\n    maakt_voorlopig: ja", 1
    )
    ruleset = ruleset_from(tmp_path, text)
    found = [
        survivor_sentence(each)
        for each in mutants(ruleset.rules["een"], ruleset, sentences_of(ruleset))
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
        "Als 'maakt_voorlopig: ja' 'maakt_voorlopig: nee' was, merkte geen scenario het.",
    ]


PAIRS = [
    ("mensen <= 1", "mensen < 2", True),
    ("mensen <= 1", "mensen <= 2", False),
    ("veilig = ja", "niet veilig = nee", True),
    ("vorm in [geen, mondeling]", "vorm != papier", True),
    ("laagste(steun) <= 2", "gemeente(steun) <= 2 of migrantenorganisatie(steun) <= 2", True),
    ("laagste(steun) <= 2", "hoogste(steun) <= 2", False),
    ("verschil(jaren) >= 2", "verschil(jaren) > 1", True),
    ("verschil(band) >= 1,4", "verschil(band) > 1,1", True),
    ("maanden_sinds(start) > 6", "niet maanden_sinds(start) <= 6", True),
    ("maanden_sinds(start) > 6", "maanden_sinds(start) >= 6", False),
    ("maanden_sinds(evaluatie) > 6", "maanden_sinds(evaluatie) > 6 of evaluatie = nooit", True),
    ("bekend(mensen) of niet bekend(mensen)", "bekend(vorm) of niet bekend(vorm)", True),
    ("signaal(weinig) of signaal(geen)", "signaal(weinig)", True),
    ("signaal(weinig) en signaal(geen)", "signaal(weinig)", False),
    ("signaal(weinig) en mensen <= 2", "signaal(weinig)", True),
    ("signaal(boven) en veilig = ja", "signaal(weinig) en veilig = ja", True),
    ("signaal(druk)", "signaal(druk) en (bekend(vorm) of niet bekend(vorm))", True),
    ("signaal(druk) of signaal(drukker)", "signaal(druk)", False),
]


@pytest.mark.parametrize(("first", "second", "same"), PAIRS)
def test_two_rules_are_proved_the_same_or_not(tmp_path: Path, first: str, second: str, same: bool) -> None:
    busy = " en ".join(f"{each}(x{number}) >= 2" for number in range(5) for each in ("laagste",))
    scales = "".join(
        f"  x{number}: {{soort: schaal, wie: ieder, label: x{number}, vraag: Hoe?}}\n" for number in range(5)
    )
    text = FACTS.replace("gemiddelden:", f"{scales}gemiddelden:")
    ruleset = ruleset_from(
        tmp_path,
        text
        + rules(
            een=first,
            weinig="mensen <= 1",
            geen="mensen < 1",
            boven="signaal(weinig)",
            druk=busy,
            drukker=f"{busy} en mensen <= 2",
        ),
    )
    rule = ruleset.rules["een"]
    assert is_equivalent(rule, attrs.evolve(rule, expression=parse(second)), ruleset) is same


def test_what_counts_answers_is_never_proved_the_same(tmp_path: Path) -> None:
    share = "aandeel_beantwoord(gemeente) >= 0,5"
    ruleset = small_ruleset(tmp_path, een=share, twee="signaal(een)")
    for name in ("een", "twee"):
        assert not is_equivalent(ruleset.rules[name], ruleset.rules[name], ruleset)


def test_too_many_answers_prove_nothing(tmp_path: Path) -> None:
    facts = [f"x{number}" for number in range(8)]
    scales = "".join(f"  {name}: {{soort: schaal, wie: samen, label: {name}, vraag: Hoe?}}\n" for name in facts)
    text = FACTS.replace("gemiddelden:", f"{scales}gemiddelden:")
    ruleset = ruleset_from(tmp_path, text + rules(een=" en ".join(f"{name} >= 2" for name in facts)))
    assert not is_equivalent(ruleset.rules["een"], ruleset.rules["een"], ruleset)


def test_another_severity_is_never_the_same(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="mensen <= 1", twee="mensen <= 1")
    assert not is_equivalent(ruleset.rules["een"], ruleset.rules["twee"], ruleset)
