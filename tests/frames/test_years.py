"""Two years beside each other: each partnership as by itself, and what could not be matched is told."""

from collections import Counter
from pathlib import Path

import polars as pl
import pytest

from building import small_ruleset
from samenwerkadvies import Adviser, Movement, Ruleset, UsageError, compare
from samenwerkadvies.frames import FrameAssessment, Unmatched, assess_frame, compare_frames
from samenwerkadvies.frames.years import compare_by_name


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return small_ruleset(tmp_path_factory.mktemp("years"), druk="mensen < 3", zorg="veilig = nee")


def assessed(ruleset: Ruleset, date: str, **rows: tuple[int | None, bool | None]) -> FrameAssessment:
    names = [name.rstrip("_") for name in rows]
    mensen, veilig = zip(*rows.values(), strict=True)
    frame = pl.DataFrame({"naam": names, "mensen": mensen, "veilig": veilig})
    return assess_frame(frame, ruleset, date)


@pytest.fixture(scope="module")
def before(small: Ruleset) -> FrameAssessment:
    return assessed(
        small, "2025-01-01", a=(5, True), b=(1, False), c=(1, True), weg=(1, True), d=(2, True), d_=(5, True)
    )


@pytest.fixture(scope="module")
def after(small: Ruleset) -> FrameAssessment:
    return assessed(small, "2026-01-01", nieuw=(1, True), c=(None, True), b=(4, False), a=(2, True), d=(1, True))


def test_each_partnership_is_compared_as_by_itself(
    before: FrameAssessment, after: FrameAssessment, small: Ruleset
) -> None:
    found = compare_frames(before, after)
    adviser = Adviser(small, "reference")
    older = {each.partnership: each for each in before.assessments()}
    newer = {each.partnership: each for each in after.assessments()}
    assert adviser.language == "nl"
    assert found.comparisons == tuple(compare(older[name], newer[name]) for name in "cba")
    assert [(row["partnership"], row["rule"], row["movement"]) for row in found.rows()] == [
        ("c", "druk", "no_longer_known"),
        ("b", "druk", "resolved"),
        ("a", "druk", "new"),
    ]
    assert [found.count(movement) for movement in (Movement.NEW, Movement.RESOLVED, Movement.WORSE)] == [1, 1, 0]
    assert found.rows()[0]["after"] is None
    assert len(found.condition_rows()) == 3 * len(small.conditions)
    assert {row["movement"] for row in found.condition_rows()} <= {movement.value for movement in Movement}


def test_what_could_not_be_matched_is_told(before: FrameAssessment, after: FrameAssessment) -> None:
    found = compare_frames(before, after)
    assert [(each.name, each.why, each.before, each.after) for each in found.unmatched] == [
        ("weg", Unmatched.ONLY_BEFORE, 1, 0),
        ("d", Unmatched.TWICE, 2, 1),
        ("nieuw", Unmatched.ONLY_AFTER, 0, 1),
    ]
    assert found.names(Unmatched.TWICE) == ("d",)


def test_a_row_that_was_set_aside_is_no_partnership_that_is_gone(
    before: FrameAssessment, after: FrameAssessment
) -> None:
    aside_before, aside_after = Counter({"nieuw": 1, "e": 1, "a": 1}), Counter({"weg": 1, "e": 1})
    found = compare_by_name(before.assessments(), after.assessments(), aside_before, aside_after)
    assert [(each.name, each.why) for each in found.unmatched] == [
        ("a", Unmatched.TWICE),
        ("weg", Unmatched.ASIDE_AFTER),
        ("d", Unmatched.TWICE),
        ("nieuw", Unmatched.ASIDE_BEFORE),
        ("e", Unmatched.ASIDE_BEFORE),
    ]
    names = len(found.comparisons)
    assert names + sum(each.before for each in found.unmatched) == before.number + 3
    assert names + sum(each.after for each in found.unmatched) == after.number + 2


def test_other_rules_are_refused(before: FrameAssessment, tmp_path: Path) -> None:
    other = small_ruleset(tmp_path, druk="mensen < 4", zorg="veilig = nee")
    with pytest.raises(UsageError, match="assessed by different rules"):
        compare_frames(before, assessed(other, "2026-01-01", a=(5, True)))
