"""The page: what it begins with, what it shows, and that nothing in it is code."""

import itertools
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from building import CONDITIONS, FACTS, rules, ruleset_from
from samenwerkadvies import Adviser, Assessment, Ruleset, compare, course, load_cases
from samenwerkadvies.outputs import comparison_to_html, course_to_html, to_html, to_markdown, to_text
from samenwerkadvies.outputs.opening import opening
from samenwerkadvies.outputs.page import Reason, nested

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
LANGUAGES = ("nl", "en")


class Read(HTMLParser):
    """What stands in a page: its elements, their ids, the headings, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: list[str] = []
        self.ids: list[str] = []
        self.levels: list[int] = []
        self.pointed: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.open.append(tag)
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.pointed += (found.get("aria-labelledby") or "").split()
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


def assessed(ruleset: Ruleset, case: Path, language: str = "nl") -> Assessment:
    (partnership,) = load_cases(case, ruleset.vocabulary)
    return Adviser(ruleset, language=language).assess(partnership, thinking_along=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: case.stem)
def test_a_page_says_all_that_the_assessment_says_and_asks_nobody_for_anything(
    shipped: Ruleset, case: Path, language: str
) -> None:
    assessment = assessed(shipped, case, language)
    page = to_html(assessment)
    read = Read(page)
    assert page == to_html(Assessment.from_json(assessment.to_json())) == assessment.to_html()
    assert f'<html lang="{language}">' in page
    for advice in assessment.advice:
        assert all(said in read.words for said in (advice.title, advice.finding, *advice.steps, *advice.sources))
    for question in assessment.open_questions or ():
        assert question.question in read.words
    for views in assessment.views or ():
        assert views.question in read.words
    assert all(condition.short_title in read.words for condition in assessment.conditions)
    assert all(line in read.words for line in opening(assessment))
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(read.names)
    assert set(re.findall(r"(?:src|href)=\"([^#\"]*)\"", page)) == {found.link for found in assessment.sources} - {""}
    assert not re.findall(r"url\(|@import", page)
    assert len(read.ids) == len(set(read.ids))
    assert set(read.pointed) <= set(read.ids)


def test_headings_go_down_one_level_at_a_time(shipped: Ruleset) -> None:
    told = [assessed(shipped, case) for case in EXAMPLES]
    for page, top in ((to_html(told[0]), 1), (to_html(*told), 1), (to_html(told[0], fragment=True), 2)):
        levels = Read(page).levels
        assert levels[0] == top
        assert levels.count(top) == 1
        assert all(below - above <= 1 for above, below in itertools.pairwise(levels))


def test_several_assessments_stand_below_each_other_with_names_of_their_own(shipped: Ruleset) -> None:
    told = [assessed(shipped, case) for case in EXAMPLES]
    read = Read(to_html(*told))
    assert f"Adviezen voor {len(told)} samenwerkingen" in read.words
    assert len(read.ids) == len(set(read.ids))
    assert read.text.index(told[0].partnership) < read.text.index(told[1].partnership)


def test_a_fragment_goes_into_a_page_of_somebody_else(shipped: Ruleset) -> None:
    fragment = assessed(shipped, EXAMPLES[0]).to_html(fragment=True)
    assert not {"html", "head", "body", "meta"} & set(Read(fragment).names)
    style = fragment[fragment.index("<style>") : fragment.index("</style>")]
    selectors = re.findall(r"(?m)^\s*([^@/{}\n-][^{}\n]*)\{", style)
    assert selectors
    assert [found for found in selectors if not re.match(r"(body)?\.samenwerkadvies", found)] == []
    assert assessed(shipped, EXAMPLES[0])._repr_html_() == fragment


def test_what_a_case_says_is_text_on_a_page_and_never_code(shipped: Ruleset) -> None:
    plain = Adviser(shipped).assess({"dragers_mo": 1}, "2026-01-01", thinking_along=True)
    hostile = "<script>alert(1)</script>\"'{{ 7 * 7 }}&"
    (advice,) = plain.advice
    changed = replace(plain, partnership=hostile, advice=(replace(advice, title=hostile, steps=(hostile,)),))
    read = Read(to_html(changed))
    assert "script" not in read.names
    assert read.text.count(hostile) >= 4


def test_the_page_of_a_case_of_which_nothing_is_known_says_so_and_asks(shipped: Ruleset) -> None:
    read = Read(to_html(Adviser(shipped).assess({}, "2026-01-01", thinking_along=True)))
    assert "Let op: er is nog niets bekend." in read.words
    assert "Er zijn nog geen antwoorden met een cijfer." in read.words
    assert "Er is nu niets om af te spreken." in read.words
    assert "Drie vragen voor het volgende gesprek" in read.words


def test_without_thinking_along_there_is_a_page_too(shipped: Ruleset) -> None:
    read = Read(to_html(Adviser(shipped).assess({"dragers_mo": 1}, "2026-01-01")))
    assert "Er zijn geen vragen meer die iets kunnen veranderen." not in read.words


def test_both_views_are_two_marks_and_never_an_average(shipped: Ruleset) -> None:
    facts = {"erkenning": {"gemeente": 5, "migrantenorganisatie": 2}, "gelijkwaardigheid": {"migrantenorganisatie": 4}}
    page = to_html(Adviser(shipped).assess(facts, "2026-01-01", thinking_along=True))
    drawn = re.findall(r'<svg class="scale".*?</svg>', page, re.DOTALL)
    marks = [re.findall(r'class="mark-(\d)"', each) for each in drawn]
    assert marks == [["0", "1"], ["1"]]  # the widest gap first
    assert "Gemeente: 5, Organisatie: 2</desc>" in drawn[0]
    assert "3,5" not in page


def test_views_that_too_few_people_gave_are_not_on_the_page(shipped: Ruleset) -> None:
    hidden = {
        "peildatum": "2026-01-01",
        "feiten": {"erkenning": {"migrantenorganisatie": 4}},
        "respondenten": {"gemeente": [{"erkenning": 2}, {"erkenning": 3}]},
    }
    assessment = Adviser(shipped).assess(hidden, thinking_along=True)
    assert [dict(found.answers) for found in assessment.views or ()] == [{"migrantenorganisatie": 4}]
    assert "Van de gemeente gaven minder dan 3 mensen antwoord." in Read(to_html(assessment)).words


def test_reasons_stand_below_the_reasons_that_they_are_of() -> None:
    lines = [(0, "a"), (1, "b"), (2, "c"), (1, "d"), (0, "e")]
    assert nested(lines) == [Reason("a", [Reason("b", [Reason("c")]), Reason("d")]), Reason("e")]


def test_the_first_sentences_say_what_cannot_wait_and_until_when(shipped: Ruleset) -> None:
    (case,) = [case for case in EXAMPLES if case.stem == "taboe-onderwerp"]
    first, day, decision, unknown = opening(assessed(shipped, case))
    assert first == "Dit kan niet wachten: maak eerst afspraken over veiligheid en privacy."
    assert day == "Let op deze datum: het geld stopt op 1 september 2026."
    assert decision == "Deze beslissing is nodig: beide partijen besluiten samen wie wat doet als het onveilig wordt."
    assert unknown.startswith("Over ")
    for tell in (to_text, to_markdown):
        assert first in " ".join(tell(assessed(shipped, case)).split())


def test_where_nothing_is_urgent_the_first_sentence_says_where_to_begin(tmp_path: Path) -> None:
    adviser = Adviser(ruleset_from(tmp_path, CONDITIONS + FACTS + rules(een="veilig = nee")))
    assert opening(adviser.assess({"veilig": False}, "2026-01-01"))[0] == ("Begin met dit punt: doe er iets aan.")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: case.stem)
def test_the_brief_text_is_at_most_a_screen_and_a_half(shipped: Ruleset, case: Path, language: str) -> None:
    assessment = assessed(shipped, case, language)
    brief, full = to_text(assessment, brief=True), to_text(assessment)
    assert len(brief.splitlines()) <= 66 < len(full.splitlines())
    assert all(advice.title in " ".join(brief.split()) for advice in assessment.advice)
    assert "--full" in brief
    assert "--full" not in full


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_and_a_course_are_pages_too(shipped: Ruleset, language: str) -> None:
    adviser = Adviser(shipped, language=language)
    moments = [
        adviser.assess({"dragers_mo": number}, day)
        for number, day in ((1, "2026-01-01"), (2, "2027-01-01"), (1, "2028-01-01"))
    ]
    one = compare(*moments[:2])
    page = comparison_to_html(one, compare(*moments[1:]))
    read = Read(page)
    assert read.words.count(one.of(one.findings[0].movement)[0].finding) >= 1
    assert page.count("<h1>") == 2
    course_page = course_to_html(course(moments), language)
    cells = Read(course_page)
    assert cells.names.count("tr") == 14
    assert cells.names.count("h1") == 1
    assert all(day in cells.words for day in ("2026-01-01", "2027-01-01", "2028-01-01"))
