"""What notebooks show of a value, and its short text."""

from pathlib import Path

import polars as pl
import pytest

from building import small_ruleset
from samenwerkadvies import Adviser, Ruleset, compare, course
from samenwerkadvies.frames import FrameAssessment, assess_frame
from samenwerkadvies.showing import to_html

DAYS = ("2026-01-01", "2027-01-01")
ROWS = {"naam": ["Een", "Twee"], "dragers_mo": [1, 4], "vervanger_geregeld": ["niemand", "niemand"]}
URGENT = {"vervolgbesluit": ["geen", None], "einddatum_financiering": ["2026-03-01", None]}


def many(frame: pl.DataFrame | pl.LazyFrame, language: str = "nl") -> FrameAssessment:
    return assess_frame(frame, reference_date=DAYS[0], on_error="set_aside", language=language)


def words(shown: str) -> str:
    """Return what stands in a part of a page, without its style."""
    return shown.split("</style>")[1]


def test_every_value_shows_itself_in_a_notebook_as_a_part_of_a_page(shipped: Ruleset) -> None:
    moments = [Adviser(shipped).assess({"dragers_mo": number}, day) for number, day in zip((1, 2), DAYS, strict=True)]
    for value, title in (
        (moments[0], "Advies voor een samenwerking"),
        (compare(*moments), "Wat er is veranderd voor een samenwerking"),
        (course(moments), "Het verloop van een samenwerking"),
        (shipped, "Regels: samenwerkadvies 1.0"),
        (many(pl.DataFrame(ROWS)), "2 samenwerkingen beoordeeld"),
    ):
        shown = value._repr_html_()
        assert shown.startswith('<div class="samenwerkadvies" lang="nl">')
        assert f"<h2>{title}</h2>" in shown
        assert "<h1" not in shown
        assert to_html(value).startswith("<!doctype html>")


def test_every_value_has_a_short_text(shipped: Ruleset) -> None:
    moments = [Adviser(shipped).assess({"dragers_mo": number}, day) for number, day in zip((1, 2), DAYS, strict=True)]
    assert repr(compare(*moments)) == "<Comparison of '' at 2026-01-01 and 2027-01-01: 1 findings have moved>"
    assert repr(course(moments)) == "<Course of '' from 2026-01-01 to 2027-01-01: 2 assessments>"
    frame = pl.DataFrame(ROWS)
    assert repr(many(frame)) == "<FrameAssessment of 2 partnerships by samenwerkadvies 1.0>"
    assert repr(many(frame.lazy())) == "<FrameAssessment of a lazy frame by samenwerkadvies 1.0>"


def test_what_cannot_wait_stands_above_how_conditions_stand() -> None:
    shown = words(many(pl.DataFrame(ROWS | URGENT))._repr_html_())
    assert "bij 1 van de 2</li>" in shown
    assert shown.index("Dit kan niet wachten") < shown.index("De voorwaarden in één oogopslag")
    assert '<th scope="row">Niet afhankelijk van één persoon of partij</th><td>1</td>' in shown
    assert "‘Nog onbekend’ is iets anders dan ‘in orde’" in shown


def test_rows_that_do_not_count_are_told() -> None:
    frame = pl.DataFrame(ROWS | {"dragers_mo": ["1", "veel"]})
    shown = words(many(frame, "en")._repr_html_())
    assert "1 partnership assessed" in shown
    assert "1 row is not right and does not count" in shown
    assert "This cannot wait" not in shown


def test_a_lazy_frame_is_not_read_to_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assessment = many(pl.DataFrame(ROWS).lazy())
    monkeypatch.setattr(pl.LazyFrame, "collect", None)
    assert "Veel samenwerkingen, nog niet gelezen" in words(assessment._repr_html_())


def test_what_cannot_show_itself_is_refused() -> None:
    with pytest.raises(TypeError, match="nothing shows int"):
        to_html(1)


def test_rules_without_conditions_are_shown_without_a_table(tmp_path: Path) -> None:
    shown = words(small_ruleset(tmp_path, een="veilig = nee")._repr_html_())
    assert "<p>1 regel, 11 vragen</p>" in shown
    assert "<table>" not in shown
