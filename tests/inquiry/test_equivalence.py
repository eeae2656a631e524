"""The proof that a changed rule is still the same."""

from pathlib import Path

import attrs
import pytest

from building import FACTS, rules, ruleset_from, small_ruleset
from samenwerkadvies.grammar.parser import parse
from samenwerkadvies.inquiry import diagrams
from samenwerkadvies.inquiry.equivalence import is_equivalent

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
    ("bekend(mensen) of bekend(mensen) en bekend(vorm)", "bekend(mensen)", True),
    ("signaal(weinig) of signaal(geen)", "signaal(weinig)", True),
    ("signaal(weinig) en signaal(geen)", "signaal(weinig)", False),
    ("signaal(weinig) en mensen <= 2", "signaal(weinig)", True),
    ("signaal(boven) en veilig = ja", "signaal(weinig) en veilig = ja", True),
    ("signaal(druk)", "signaal(druk) en (bekend(vorm) of niet bekend(vorm))", True),
    ("signaal(druk) of signaal(drukker)", "signaal(druk)", True),
    ("signaal(druk) en signaal(drukker)", "signaal(druk)", False),
    ("aandeel_beantwoord(gemeente) >= 0,5", "aandeel_beantwoord(gemeente) > 0,5", True),
    ("aandeel_beantwoord(gemeente) >= 0,5", "aandeel_beantwoord(gemeente) > 0,4", False),
    ("maanden_sinds(start) = 2", "maanden_sinds(start) = 1", False),
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


def test_what_is_too_large_to_work_out_is_not_proved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ruleset = small_ruleset(tmp_path, een="laagste(band) <= 2 en mensen <= 1")
    rule = ruleset.rules["een"]
    assert is_equivalent(rule, rule, ruleset)
    for limit in (4, 40):
        monkeypatch.setattr(diagrams, "MOST_NODES", limit)
        assert not is_equivalent(rule, rule, ruleset)


def test_another_severity_is_never_the_same(tmp_path: Path) -> None:
    ruleset = small_ruleset(tmp_path, een="mensen <= 1", twee="mensen <= 1")
    assert not is_equivalent(ruleset.rules["een"], ruleset.rules["twee"], ruleset)
