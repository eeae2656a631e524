"""The living documentation: complete, accessible, and the same for the same input."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playing import RULES, call, scenario, write

from building import RULE

ASK = "Als om advies wordt gevraagd"
CONDITION = "voorwaarde: {nummer: 3, id: proef, titel: Proef & meer, uitleg: Een proef.}\n"
LOOSE = f"regels:\n  los:\n    als: veilig = nee\n{RULE.replace('Er is iets', 'Er is <b>niets</b>')}"
SCENARIOS = """\
Regel: weinig_mensen

  Scenario: Te weinig <& mensen
    Gegeven een samenwerking
    En de volgende feiten:
      | feit   | antwoord |
      | mensen | 1        |
    Als om advies wordt gevraagd
    Dan geldt regel weinig_mensen

  Abstract Scenario: De grens
    Gegeven een samenwerking
    En de volgende feiten:
      | mensen | <mensen> |
    Als om advies wordt gevraagd
    Dan is de uitkomst van regel weinig_mensen: <uitkomst>

    Voorbeelden:
      | mensen   | uitkomst   |
      | 2        | geldt niet |
      | 3        | geldt      |
      | onbekend | onbekend   |

""" + scenario("En mensen is 1", ASK, "Dan is het aantal adviezen 1", name="Een verhaal").replace("\n", "\n  ").rstrip()


class Page(HTMLParser):
    """What a reader's software sees of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.tags: list[str] = []
        self.language: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.links += [str(found["href"])] if "href" in found else []
        self.ids += [str(found["id"])] if "id" in found else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag == "html":
            self.language = found["lang"]


def report(folder: Path) -> dict[str, str]:
    """Play the features in a folder and return the pages of the report."""
    result = call(folder, "--report", folder / "verslag")
    assert result.exit_code in (0, 1), result.output
    return {path.name: path.read_text("utf-8") for path in sorted((folder / "verslag").glob("*.html"))}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("map")
    write(folder, SCENARIOS, rules=CONDITION + RULES)
    (folder / "regels" / "los.yaml").write_text(LOOSE, "utf-8")
    other = folder / "tweede"
    other.mkdir()
    write(other, scenario("En mensen is 1", ASK, "Dan geldt regel weinig_mensen"))
    return folder


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, str]:
    return report(folder)


def test_there_is_a_page_for_each_condition_and_for_what_stands_apart(pages: dict[str, str]) -> None:
    assert sorted(pages) == [
        "index.html",
        "overig.html",
        "regelset-2-overig.html",
        "regelset-2-verhalen.html",
        "voorwaarde-03.html",
    ]


def test_every_link_leads_somewhere(pages: dict[str, str]) -> None:
    seen = {name: Page(text) for name, text in pages.items()}
    for name, page in seen.items():
        for link in page.links:
            file, _, anchor = link.partition("#")
            assert (file or name) in seen
            assert not anchor or anchor in seen[file or name].ids
    assert {link for link in seen["index.html"].links if not link.startswith("#")} == set(pages)


def test_pages_can_be_heard_as_well_as_seen(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        page = Page(text)
        assert page.language == "nl"
        assert page.headings.count(1) == 1, name
        assert all(later - earlier <= 1 for earlier, later in zip(page.headings, page.headings[1:], strict=False)), name
        assert {"title", "header", "nav", "main", "footer"} <= set(page.tags)
        assert "script" not in page.tags
        assert "//" not in "".join(page.links)
        assert len(page.ids) == len(set(page.ids))


def test_texts_are_shown_as_they_are(pages: dict[str, str]) -> None:
    assert "Er is &lt;b&gt;niets&lt;/b&gt; gevonden." in pages["overig.html"]
    assert "Te weinig &lt;&amp; mensen" in pages["voorwaarde-03.html"]
    assert "Proef &amp; meer" in pages["voorwaarde-03.html"]


def test_a_rule_is_told_with_its_sentence_sources_and_coverage(pages: dict[str, str]) -> None:
    text = pages["voorwaarde-03.html"]
    assert '<p class="when">Er is hoogstens 1 mens.</p>' in text
    assert "<li>Eigen uitwerking</li>" in text
    assert "<li>geen scenario kijkt naar deze regel</li>" in text
    assert "Er zijn geen scenario's die bij deze regel staan." in text.replace("&#39;", "'")


def test_an_outline_is_one_scenario_with_its_rows(pages: dict[str, str]) -> None:
    text = pages["voorwaarde-03.html"]
    assert "De grens (3 voorbeelden)" in text
    assert '<th scope="col">klopt het?</th>' in text
    assert len(re.findall(r'<td><span class="wrong">✗ fout</span>', text.replace("\n", ""))) == 1
    assert len(re.findall(r'<td><span class="good">✓ goed</span>', text.replace("\n", ""))) == 2


def test_what_fails_is_told_first_and_at_its_place(pages: dict[str, str]) -> None:
    assert "Wat niet klopt" in pages["index.html"]
    for name in ("index.html", "voorwaarde-03.html"):
        assert "Maar: de regel geldt niet." in pages[name]
    assert "<details open>" in pages["voorwaarde-03.html"]


def test_equal_input_gives_equal_bytes(folder: Path, pages: dict[str, str]) -> None:
    assert report(folder) == pages


def test_when_all_is_well_it_says_so(tmp_path: Path) -> None:
    rules = RULES.replace("regels:", "regels:\n", 1)
    complete = """\
    Regel: weinig_mensen

      Abstract Scenario: De grens
        Gegeven een samenwerking
        En mensen is <mensen>
        Als om advies wordt gevraagd
        Dan is de uitkomst van regel weinig_mensen: <uitkomst>

        Voorbeelden:
          | mensen   | uitkomst   |
          | 1        | geldt      |
          | 2        | geldt niet |
          | onbekend | onbekend   |
    """
    write(tmp_path, complete, rules=rules)
    (tmp_path / "regels" / "leeg.yaml").write_text(CONDITION, "utf-8")
    pages = report(tmp_path)
    assert "Wat niet klopt" not in pages["index.html"]
    assert '3 scenario\'s: <span class="good">3 goed</span>, 0 fout.' in pages["index.html"].replace("&#39;", "'")
    assert "✓ Helemaal</span>: elke uitkomst" in pages["overig.html"]
    assert "Bij deze voorwaarde staan geen regels." in pages["voorwaarde-03.html"]


def test_without_loose_rules_there_is_no_page_for_them(tmp_path: Path) -> None:
    write(tmp_path, scenario("En mensen is 1", ASK, "Dan geldt regel weinig_mensen"), rules=CONDITION + RULES)
    assert sorted(report(tmp_path)) == ["index.html", "verhalen.html", "voorwaarde-03.html"]
