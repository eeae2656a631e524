"""The page of groups: what cannot wait on top, and what is not known beside everything."""

import re

import attrs
import polars as pl
import pytest

from samenwerkadvies import Ruleset
from samenwerkadvies.frames import GroupComparison, Share, assess_frame, compare_groups
from samenwerkadvies.outputs.groups import Told, groups_to_html

UNSAFE = {"thema_gevoelig": "ja", "afspraken_privacy_veiligheid": "ontbreekt"}


def compared(shipped: Ruleset, sizes: dict[str, int], language: str = "nl", **answers: object) -> GroupComparison:
    rows = [
        {"naam": f"{name} {number}", "regio": name, **(answers if name != "regio Stil" else {})}
        for name, size in sizes.items()
        for number in range(size)
    ]
    frame = pl.DataFrame(rows, infer_schema_length=None)
    assessment = assess_frame(frame, shipped, "2026-01-01", metadata=["regio"], language=language)
    return compare_groups(assessment, "regio")


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<(style|svg).*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL))


def test_it_begins_with_what_cannot_wait_and_who_is_silent(shipped: Ruleset) -> None:
    sizes = {"regio Noord": 12, "regio Stil": 12, "regio Klein": 3, "regio Mini": 8}
    text = text_of(groups_to_html(compared(shipped, sizes, **UNSAFE)))
    assert "35 samenwerkingen, 3 groepen" in text
    assert "Let op: er ontbreken veel antwoorden bij" in text
    assert "Groepen met minder dan 10 samenwerkingen staan bij elkaar, onder ‘kleine groepen samen’." in text
    assert "Bij ‘kleine groepen samen’ horen: regio Klein en regio Mini." in text
    assert text.index("Dit kan niet wachten") < text.index("De groepen") < text.index("Per voorwaarde")


def test_a_silent_group_is_told_to_be_silent_wherever_it_stands(shipped: Ruleset) -> None:
    comparison = compared(shipped, {"regio Noord": 12, "regio Stil": 12}, dragers_mo=1)
    page = groups_to_html(comparison)
    (row,) = re.findall(r"<tr><th scope=\"row\">\s*regio Stil.*?</tr>", page.partition('class="cells"')[2], re.DOTALL)[
        :1
    ]
    assert "weinig bekend" in row
    assert row.count("0–100%") == len(shipped.conditions)
    assert "Hier ontbreken veel antwoorden. Vraag die eerst op." in page


def test_what_nobody_answered_says_so(shipped: Ruleset) -> None:
    comparison = compared(shipped, {"regio Stil": 12})
    text = text_of(groups_to_html(comparison))
    assert "Bij 0 van de 12 samenwerkingen is er iets dat niet kan wachten." in text
    assert "Bij 12 andere kun je dat nog niet zeggen" in text
    assert "Er is niets gevonden dat niet kan wachten." in text
    assert "Er is geen advies gevonden." in text


def test_it_speaks_english(shipped: Ruleset) -> None:
    page = groups_to_html(compared(shipped, {"regio Noord": 12}, "en", dragers_mo=1))
    assert '<html lang="en">' in page
    assert "Partnerships by regio" in page
    assert "niet" not in text_of(page)


def test_names_are_text(shipped: Ruleset) -> None:
    page = groups_to_html(compared(shipped, {"<b>Noord</b>": 12}, dragers_mo=1))
    assert "&lt;b&gt;Noord" in page
    assert "<b>" not in page


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Share(0, 0, 300), "0%"),
        (Share(1, 0, 300), "<1%"),
        (Share(299, 0, 300), ">99%"),
        (Share(300, 0, 300), "100%"),
        (Share(60, 30, 300), "20–30%"),
        (Share(0, 1, 300), "0–<1%"),
    ],
)
def test_next_to_none_is_not_none(shipped: Ruleset, share: Share, said: str) -> None:
    told = Told(compared(shipped, {"regio Noord": 1}, dragers_mo=1))
    assert told.share(share) == said


def test_what_cannot_wait_names_the_groups_in_which_it_is_found(shipped: Ruleset) -> None:
    comparison = compared(shipped, {"regio Noord": 12, "regio Stil": 12}, **UNSAFE)
    told = Told(comparison)
    (first, *_) = told.urgent
    assert first[0].cannot_wait
    assert first[1] == "regio Noord: 12 van 12"
    assert told.by_risk(0)[0].conditions[0].risk.known == 0


def test_where_all_is_known_nothing_else_is_said(shipped: Ruleset) -> None:
    comparison = compared(shipped, {"regio Noord": 12}, dragers_mo=1)
    total = attrs.evolve(comparison.total, urgent=Share(3, 0, 12))
    told = Told(attrs.evolve(comparison, groups=(), total=total))
    assert told.opening == ["Bij 3 van de 12 samenwerkingen is er iets dat niet kan wachten."]
    assert told.small == ""
