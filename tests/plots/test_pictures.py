"""Pictures say in words what they show, tell nothing by colour alone, and fit on their paper."""

import io
import itertools
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import polars as pl
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from PIL import Image

from samenwerkadvies import Adviser, Assessment, Course, Ruleset, UsageError, course, load_cases
from samenwerkadvies.plots import Picture, plot_conditions, plot_course, plot_groups, plot_perspectives
from samenwerkadvies.plots.pictures import PARTY_MARKS, STATUS_MARKS

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
LANGUAGES = ("nl", "en")
SVG = "{http://www.w3.org/2000/svg}"
VIEWS = {
    "erkenning": {"gemeente": 4, "migrantenorganisatie": 1},
    "gelijkwaardigheid": {"gemeente": 3, "migrantenorganisatie": 3},
    "zelfde_doel": {"gemeente": 5},
}
GROUPS: list[dict[str, object]] = [
    {"group": name, "part": part, "condition": 7, "title": "Het werk verdeeld"}
    | {"partnerships": number, "least": least, "most": most, "low": least / 2, "high": (1 + most) / 2}
    for name, part, number, least, most in (
        ("Noord", "group", 60, 0.4, 0.45),
        ("Een groep met een heel lange naam die niet past", "group", 44, 0.1, 0.9),
        ("Zuid", "group", 50, 0.2, 0.2),
        (None, "group", 12, 0.25, 0.5),
        (None, "together", 14, 0.0, 1.0),
        (None, "total", 180, 0.25, 0.42),
    )
]
FORTY: list[dict[str, object]] = [
    {"group": f"Gemeente {place}", "condition": condition, "title": f"Titel {condition}", "partnerships": 10 + place}
    | {"least": place / 80, "most": place / 40}
    for place in range(40)
    for condition in range(1, 14)
]
YEARS = (1, 2, 4, 2, 1)
"""How many people carry the work, each year."""


def assessed(ruleset: Ruleset, facts: dict[str, object], language: str = "nl") -> Assessment:
    return Adviser(ruleset, language=language).assess(facts, "2026-01-01", thinking_along=True)


def moments(ruleset: Ruleset, many: int, language: str = "nl") -> Course:
    adviser = Adviser(ruleset, language=language)
    facts = [{"dragers_mo": number, "dragers_gemeente": 2, "vervanger_geregeld": "beide"} for number in YEARS[:many]]
    return course([adviser.assess(each, f"{2026 + year}-01-01") for year, each in enumerate(facts)])


def drawn(ruleset: Ruleset) -> Iterator[Picture]:
    for language in LANGUAGES:
        for case in EXAMPLES:
            (partnership,) = load_cases(case, ruleset.vocabulary)
            assessment = Adviser(ruleset, language=language).assess(partnership, thinking_along=True)
            yield from (plot_conditions(assessment), plot_perspectives(assessment))
        yield from (plot_course(moments(ruleset, many, language)) for many in (2, 3, 5))
        yield plot_groups(GROUPS, 7, language)
    yield plot_groups(FORTY)


def texts(picture: Picture) -> list[str]:
    return [text.get_text() for text in picture.findobj(Text) if text.get_text()]


def shapes(picture: Picture) -> list[str]:
    """Return the marks that are drawn in the axes, in order."""
    lines = [line for line in picture.axes[0].lines if line.get_marker() != "None"]
    return [str(line.get_marker()) for line in lines]


def saved(picture: Picture, form: str) -> bytes:
    found = io.BytesIO()
    picture.savefig(found, format=form)
    return found.getvalue()


def test_nothing_falls_off_the_paper_or_over_another_text(shipped: Ruleset) -> None:
    for picture in drawn(shipped):
        picture.draw_without_rendering()  # type: ignore[no-untyped-call]
        boxes = [
            (text.get_text(), text.get_window_extent())
            for text in picture.findobj(Text)
            if text.get_text() and text.get_visible()
        ]
        paper = picture.bbox
        assert [text for text, box in boxes if box.x0 < 0 or box.x1 > paper.x1 or box.y0 < 0 or box.y1 > paper.y1] == []
        upright = [(text, box) for text, box in boxes if not re.fullmatch(r"\d{4}-\d\d-\d\d", text)]
        assert [
            (one, other) for (one, box), (other, its) in itertools.combinations(upright, 2) if box.overlaps(its)
        ] == []


def test_names_are_written_as_they_stand_and_cut_where_they_do_not_fit(shipped: Ruleset) -> None:
    name = "$x^2$ en \\frac " + "een heel lange naam " * 9
    assessment = Adviser(shipped).assess({"naam": name, "peildatum": "2026-01-01", "feiten": {}})
    picture = plot_conditions(assessment)
    saved(picture, "png")
    assert f"{name[:69].rstrip()}…, 1 januari 2026" in texts(picture)
    groups = [{**GROUPS[0], "group": f"$a_$ {'x' * 40}"}]
    assert "$a_$ xxxxxxxxxxxxxxxxxxxxxx… (60)" in texts(plot_groups(groups, 7))


def test_the_conditions_are_told_by_shape_and_word_and_the_unknown_counts(shipped: Ruleset) -> None:
    assessment = assessed(shipped, {"dragers_mo": 1, "dragers_gemeente": 2, "vervanger_geregeld": "niemand"})
    picture = plot_conditions(assessment)
    assert picture.heading == "De 13 voorwaarden: 1 risico, 12 nog onbekend"
    assert picture.alt_text.startswith(f"{picture.heading}. 1. Draagvlak bij de gemeente: nog onbekend, 0 van 9 vragen")
    assert "7. Niet afhankelijk van één persoon of partij: risico, 3 van 5 vragen beantwoord." in picture.alt_text
    shown = texts(picture)
    assert all(condition.short_title in " ".join(shown).replace("\n", " ") for condition in assessment.conditions)
    assert (shown.count("risico"), shown.count("nog onbekend")) == (1, 12)
    assert shapes(picture) == ["o"] * 6 + ["^"] + ["o"] * 6
    assert len({(mark.shape, mark.is_open) for mark in STATUS_MARKS.values()}) == 4


def test_both_views_stand_beside_each_other_the_widest_gap_on_top(shipped: Ruleset) -> None:
    picture = plot_perspectives(assessed(shipped, VIEWS))
    assert picture.heading == "Bij 1 van de 2 vragen liggen de antwoorden ver uit elkaar"
    first, second, third = re.findall(r"[^.?]+\? [^.]+\.", picture.alt_text.removeprefix(f"{picture.heading}."))
    assert first.endswith("gezien en gewaardeerd? Gemeente: 4, Organisatie: 1.")
    assert second.endswith("Gemeente: 3, Organisatie: 3.")
    assert third.endswith("Gemeente: 5, Organisatie: geen antwoord te zien.")
    assert shapes(picture) == ["o", "s", "o", "s", "o"]
    assert "ver uit elkaar" in texts(picture)
    assert len({mark.shape for mark in PARTY_MARKS}) == len(PARTY_MARKS) == 8


def test_as_many_views_are_shown_as_are_asked_for(shipped: Ruleset) -> None:
    picture = plot_perspectives(assessed(shipped, VIEWS), most=1)
    assert picture.heading == "Bij 1 van de 2 vragen liggen de antwoorden ver uit elkaar"
    assert picture.alt_text.count("?") == 1


@pytest.mark.parametrize(
    ("facts", "heading"),
    [
        ({}, "Er zijn nog geen antwoorden om naast elkaar te zetten"),
        ({"zelfde_doel": {"gemeente": 5}}, "Er zijn nog geen antwoorden om naast elkaar te zetten"),
        ({"zelfde_doel": {"gemeente": 5, "migrantenorganisatie": 4}}, "Nergens liggen de antwoorden ver uit elkaar"),
        (
            {name: {"gemeente": 5, "migrantenorganisatie": 1} for name in ("zelfde_doel", "erkenning")},
            "Bij 2 van de 2 vragen liggen de antwoorden ver uit elkaar",
        ),
    ],
)
def test_the_heading_says_what_the_views_come_down_to(shipped: Ruleset, facts: dict[str, object], heading: str) -> None:
    assert plot_perspectives(assessed(shipped, facts)).heading == heading


def test_views_have_to_be_asked_for(shipped: Ruleset) -> None:
    with pytest.raises(UsageError, match="thinking_along=True"):
        plot_perspectives(Adviser(shipped).assess({}, "2026-01-01"))


def test_a_course_tells_what_moved_and_what_is_no_longer_known(shipped: Ruleset) -> None:
    picture = plot_course(moments(shipped, 2))
    assert picture.heading == "De voorwaarden van 1 januari 2026 tot 1 januari 2027: 1 niet meer bekend, 12 hetzelfde"
    assert "1 januari 2026: risico, 1 januari 2027: nog onbekend." in picture.alt_text
    assert shapes(picture).count("^") == 1
    assert "niet meer bekend" in texts(picture)
    many = plot_course(moments(shipped, 5, "en"))
    assert many.heading == "The conditions from 1 January 2026 to 1 January 2030: 13 the same"
    assert shapes(many).count("^") == 2
    assert texts(many).count("risk") == 1  # below the picture


def test_silence_stands_hatched_beside_what_was_found(shipped: Ruleset) -> None:
    picture = plot_groups(GROUPS, 7)
    assert picture.heading == "7. Het werk verdeeld: zo vaak is er risico"
    assert "Noord (60): 40% tot 45%, met toeval 20% tot 72%." in picture.alt_text
    assert "Een groep met een heel lang… (44): 10% tot 90%" in picture.alt_text
    assert "Zuid (50): 20%, met toeval" in picture.alt_text
    for name in ("geen groep (12)", "Kleine groepen samen (14)", "Alle samen (180)"):
        assert f"{name}: " in picture.alt_text
    open_ones = [bar for bar in picture.axes[0].patches if isinstance(bar, Rectangle) and bar.get_hatch()]
    assert [round(bar.get_width(), 2) for bar in open_ones] == [0.05, 0.8, 0, 0.25, 1, 0.17]
    assert [round(bar.get_x(), 2) for bar in open_ones] == [0.4, 0.1, 0.2, 0.25, 0, 0.25]


def test_groups_may_come_without_chance_and_without_parts(shipped: Ruleset) -> None:
    names = ("group", "condition", "title", "partnerships", "least", "most")
    frame = pl.DataFrame([{name: row[name] for name in names} for row in GROUPS[:3]])
    picture = plot_groups(frame.iter_rows(named=True), 7, "en")
    assert picture.alt_text.endswith("Zuid (50): 20%.")
    assert "what chance may change" not in texts(picture)
    assert "what chance may change" in texts(plot_groups(GROUPS, 7, "en"))
    with pytest.raises(UsageError, match="no rows about condition 8"):
        plot_groups(GROUPS, 8)


def test_without_a_condition_all_stand_beside_each_other_the_groups_most_at_risk_on_top() -> None:
    picture = plot_groups(FORTY)
    assert picture.heading == "Zo vaak is er risico, per groep en voorwaarde"
    names = [text for text in texts(picture) if text.startswith("Gemeente ")]
    assert names == [f"Gemeente {place} ({10 + place})" for place in reversed(range(40))]
    assert list(dict.fromkeys(filter(str.isdigit, texts(picture)))) == [str(number) for number in range(1, 14)]
    assert "13. Titel 13" in texts(picture)
    assert f"{picture.heading}. 1. Titel 1: Gemeente 39 (49): 49% tot 98%. Gemeente 38 " in picture.alt_text
    assert picture.get_size_inches()[1] < 12


def test_all_together_stand_last_and_a_group_may_miss_a_condition() -> None:
    more = {**GROUPS[0], "condition": 8, "title": "Iets anders"}
    picture = plot_groups([*reversed(GROUPS), more], language="en")
    names = [text for text in texts(picture) if text.endswith(")") and "(" in text]
    assert names[0] == "Noord (60)"
    assert names[-2:] == ["Small groups together (14)", "All together (180)"]
    assert picture.alt_text.endswith("8. Iets anders: Noord (60): 40% to 45%.")
    with pytest.raises(UsageError, match=r"there are no rows$"):
        plot_groups([])


def test_a_drawing_says_in_words_what_it_shows_wherever_it_is_written(shipped: Ruleset, tmp_path: Path) -> None:
    picture = plot_conditions(assessed(shipped, {}))
    picture.alt_text = "Alles <is> & blijft"
    as_bytes, as_text = io.BytesIO(), io.StringIO()
    picture.savefig(tmp_path / "a.svg")
    picture.savefig(as_bytes, format="svg")
    picture.savefig(as_text, format="svg")
    written = (tmp_path / "a.svg").read_bytes()
    assert written == as_bytes.getvalue() == as_text.getvalue().encode()
    root = ElementTree.fromstring(written)
    title, told = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", picture.heading)
    assert (told.tag, told.text) == (f"{SVG}desc", "Alles <is> & blijft")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"


def test_a_picture_is_a_figure_that_can_be_changed(shipped: Ruleset) -> None:
    picture = plot_conditions(assessed(shipped, {}))
    assert isinstance(picture, Figure)
    picture.axes[0].add_line(Line2D([0, 1], [0, 1]))
    picture.axes[0].set_title("Eigen titel")
    picture.alt_text = "Een eigen <tekst>"
    assert 'alt="Een eigen &lt;tekst&gt;"' in picture._repr_html_()


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_an_equal_picture_gives_equal_bytes(shipped: Ruleset, form: str) -> None:
    one, other = (saved(plot_conditions(assessed(shipped, {"dragers_mo": 1})), form) for _ in range(2))
    assert one == other


def test_what_a_picture_shows_stands_in_its_file(shipped: Ruleset, tmp_path: Path) -> None:
    picture = plot_perspectives(assessed(shipped, VIEWS))
    picture.savefig(tmp_path / "views.png")
    with Image.open(tmp_path / "views.png") as image:
        assert image.info["Description"] == picture.alt_text
        assert image.info["Title"] == picture.heading
    picture.savefig(tmp_path / "views.svg", metadata={"Title": "Eigen titel"})
    written = (tmp_path / "views.svg").read_text("utf-8")
    assert re.findall("<title [^>]*>([^<]*)</title>", written) == ["Eigen titel"]
    assert "<title>" not in written
    assert "Organisatie: geen antwoord te zien." in written
    assert saved(picture, "jpg")


def test_drawing_leaves_what_the_user_draws_alone() -> None:
    script = (
        "import sys; from samenwerkadvies import Adviser; from samenwerkadvies.plots import plot_conditions;"
        "import io, matplotlib; settings = set(matplotlib.rcParams) - {'backend'};"  # to ask for that one loads pyplot
        "before = [str(matplotlib.rcParams[each]) for each in settings];"
        "plot_conditions(Adviser().assess({}, '2026-01-01')).savefig(io.BytesIO(), format='svg');"
        "print('matplotlib.pyplot' in sys.modules, before == [str(matplotlib.rcParams[each]) for each in settings])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout == "False True\n"
