"""The reference engine, which is the meaning: case by case."""

from pathlib import Path

import pytest

from building import ENGINES, small_ruleset
from samenwerkadvies import Partnership
from samenwerkadvies.engines import make_engine

Y, N, U = True, False, None
G, M = "gemeente", "migrantenorganisatie"


def outcome(folder: Path, expression: str, facts: dict[str, object], date: str = "2026-01-01") -> bool | None:
    ruleset = small_ruleset(folder, regel=expression)
    partnership = Partnership.from_facts(facts, ruleset.vocabulary, reference_date=date)
    found = {make_engine(name, ruleset).decide(partnership)["regel"] for name in ENGINES}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("expression", "facts", "wanted"),
    [
        ("mensen <= 1", {"mensen": 1}, Y),
        ("mensen <= 1", {"mensen": 2}, N),
        ("mensen <= 1", {}, U),
        ("mensen != 1", {}, U),
        ("niet mensen <= 1", {"mensen": 2}, Y),
        ("niet mensen <= 1", {}, U),
        ("mensen = 1 en veilig = ja", {"mensen": 2}, N),
        ("mensen = 1 en veilig = ja", {"mensen": 1}, U),
        ("mensen = 1 of veilig = ja", {"mensen": 1}, Y),
        ("mensen = 1 of veilig = ja", {"mensen": 2}, U),
        ("veilig = nee", {"veilig": False}, Y),
        ("vorm in [geen, papier]", {"vorm": "papier"}, Y),
        ("vorm in [geen, papier]", {"vorm": "mondeling"}, N),
        ("niet vorm in [geen]", {}, U),
        ("bekend(vorm)", {"vorm": "geen"}, Y),
        ("niet bekend(vorm)", {}, Y),
        ("bekend(gemeente(steun))", {"steun": {M: 1}}, N),
        ("bekend(gemeente(band))", {"steun": {G: 1}}, N),
        ("bekend(gemeente(band))", {"steun": {G: 1}, "moed": {G: 1}}, Y),
    ],
)
def test_truth_has_three_values(tmp_path: Path, expression: str, facts: dict[str, object], wanted: bool | None) -> None:
    assert outcome(tmp_path, expression, facts) is wanted


@pytest.mark.parametrize(
    ("expression", "answers", "wanted"),
    [
        ("laagste(steun) <= 2", {M: 2}, Y),
        ("laagste(steun) <= 2", {G: 4}, U),
        ("laagste(steun) >= 4", {G: 3}, N),
        ("laagste(steun) >= 4", {G: 4}, U),
        ("laagste(steun) >= 4", {G: 4, M: 5}, Y),
        ("laagste(steun) = 1", {G: 1}, Y),
        ("laagste(steun) != 3", {G: 2}, Y),
        ("hoogste(steun) >= 2", {G: 2}, Y),
        ("hoogste(steun) < 3", {G: 2}, U),
        ("hoogste(steun) = 5", {M: 5}, Y),
        ("verschil(steun) >= 2", {G: 4}, U),
        ("verschil(steun) >= 2", {G: 4, M: 2}, Y),
        ("verschil(steun) >= 2", {G: 2, M: 3}, N),
        ("gemeente(steun) = 4", {G: 4}, Y),
        ("gemeente(steun) = 4", {M: 4}, U),
        ("laagste(steun) <= 2", {}, U),
    ],
)
def test_a_missing_answer_of_a_party_is_never_ignored(
    tmp_path: Path, expression: str, answers: dict[str, int], wanted: bool | None
) -> None:
    assert outcome(tmp_path, expression, {"steun": answers}) is wanted


@pytest.mark.parametrize(
    ("expression", "answers", "wanted"),
    [
        ("een_van_beide(pijn) = ja", {G: True}, Y),
        ("een_van_beide(pijn) = ja", {G: False}, U),
        ("een_van_beide(pijn) = ja", {G: False, M: False}, N),
        ("een_van_beide(pijn) = nee", {G: False, M: False}, Y),
        ("een_van_beide(pijn) = nee", {M: True}, N),
    ],
)
def test_either_means_some_party(
    tmp_path: Path, expression: str, answers: dict[str, bool], wanted: bool | None
) -> None:
    assert outcome(tmp_path, expression, {"pijn": answers}) is wanted


@pytest.mark.parametrize(
    ("expression", "steun", "moed", "wanted"),
    [
        ("laagste(band) < 3", {G: 2, M: 4}, {G: 3, M: 4}, Y),
        ("laagste(band) < 3", {G: 2}, {M: 1}, U),
        ("verschil(band) >= 1,5", {G: 4, M: 2}, {G: 4, M: 3}, Y),
        ("verschil(band) > 1,5", {G: 4, M: 2}, {G: 4, M: 3}, N),
        ("gemeente(band) = 2,5", {G: 2}, {G: 3}, Y),
    ],
)
def test_an_average_is_exact_and_needs_all_its_parts(
    tmp_path: Path, expression: str, steun: dict[str, int], moed: dict[str, int], wanted: bool | None
) -> None:
    assert outcome(tmp_path, expression, {"steun": steun, "moed": moed}) is wanted


@pytest.mark.parametrize(
    ("expression", "facts", "wanted"),
    [
        ("aandeel_beantwoord(gemeente) >= 0,5", {"steun": {G: 1}, "moed": {G: 1}}, Y),
        ("aandeel_beantwoord(gemeente) > 0,5", {"steun": {G: 1}, "moed": {G: 1}}, N),
        ("aandeel_beantwoord(gemeente) < 0,25", {}, Y),
        ("aandeel_beantwoord(migrantenorganisatie) = 0,25", {"pijn": {M: False}}, Y),
    ],
)
def test_the_share_answered_is_always_known(
    tmp_path: Path, expression: str, facts: dict[str, object], wanted: bool
) -> None:
    assert outcome(tmp_path, expression, facts) is wanted


@pytest.mark.parametrize(
    ("expression", "start", "reference", "wanted"),
    [
        ("maanden_sinds(start) >= 1", "2026-01-31", "2026-02-28", Y),
        ("maanden_sinds(start) > 1", "2026-01-31", "2026-02-28", N),
        ("maanden_sinds(start) > 1", "2026-01-31", "2026-03-01", Y),
        ("maanden_sinds(start) = 1", "2026-01-31", "2026-02-28", Y),
        ("maanden_sinds(start) != 1", "2026-01-31", "2026-02-27", Y),
        ("maanden_sinds(start) >= 1", "2024-01-31", "2024-02-28", N),
        ("maanden_sinds(start) >= 1", "2024-01-31", "2024-02-29", Y),
        ("maanden_sinds(start) < 1", "2027-05-05", "2026-02-28", Y),
        ("maanden_sinds(start) >= 0", "2026-02-28", "2026-02-28", Y),
        ("maanden_sinds(start) < 0", "2026-03-01", "2026-02-28", Y),
        ("maanden_tot(start) <= 6", "2026-07-01", "2026-01-01", Y),
        ("maanden_tot(start) < 6", "2026-07-01", "2026-01-01", N),
        ("maanden_tot(start) > 6", "2026-07-02", "2026-01-01", Y),
        ("maanden_tot(start) <= 1", "2026-02-28", "2026-01-31", Y),
        ("maanden_tot(start) <= 0", "2020-01-01", "2026-01-31", Y),
        ("maanden_tot(start) <= 1200", "2200-12-31", "2200-01-01", Y),
        ("maanden_sinds(start) >= 1200", "2200-12-31", "2200-12-31", N),
    ],
)
def test_months_go_by_the_calendar(tmp_path: Path, expression: str, start: str, reference: str, wanted: bool) -> None:
    assert outcome(tmp_path, expression, {"start": start}, reference) is wanted


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("maanden_sinds(evaluatie) > 1200", Y),
        ("maanden_sinds(evaluatie) <= 18", N),
        ("maanden_tot(evaluatie) <= 1200", N),
        ("maanden_tot(evaluatie) > 3", Y),
        ("evaluatie = nooit", Y),
        ("evaluatie != nooit", N),
    ],
)
def test_never_is_infinitely_far_on_both_sides(tmp_path: Path, expression: str, wanted: bool) -> None:
    assert outcome(tmp_path, expression, {"evaluatie": "nooit"}) is wanted


def test_a_date_that_came_is_not_never(tmp_path: Path) -> None:
    assert outcome(tmp_path, "evaluatie = nooit", {"evaluatie": "2025-01-01"}) is False


def test_a_signal_carries_all_three_values_also_negated(tmp_path: Path) -> None:
    ruleset = small_ruleset(
        tmp_path,
        een="mensen <= 1",
        twee="niet signaal(een)",
        drie="signaal(twee) of veilig = ja",
        vier="niet signaal(drie)",
    )
    engines = [make_engine(name, ruleset) for name in ENGINES]

    def decide(**facts: object) -> list[bool | None]:
        partnership = Partnership.from_facts(facts, ruleset.vocabulary, reference_date="2026-01-01")
        first, *others = (list(engine.decide(partnership).values()) for engine in engines)
        assert others in ([], [first])
        return first

    assert decide() == [U, U, U, U]
    assert decide(mensen=1) == [Y, N, U, U]
    assert decide(mensen=2) == [N, Y, Y, N]
    assert decide(mensen=1, veilig=False) == [Y, N, N, Y]
    assert decide(veilig=True) == [U, U, Y, N]
