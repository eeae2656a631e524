"""The guide for a conversation: one text for the page, for the documentation and for a case."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from building import FACTS, rules, ruleset_from
from samenwerkadvies import Adviser, Assessment, Ruleset
from samenwerkadvies.cli import app
from samenwerkadvies.outputs import guide_to_html, guide_to_markdown
from samenwerkadvies.wording.words import words_in

ROOT = Path(__file__).parents[2]
CASE = ROOT / "examples" / "sleutelpersonen.yaml"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


def assessed(ruleset: Ruleset, **facts: object) -> Assessment:
    case = {"naam": "Eten & praten", "peildatum": "2026-01-01", "feiten": facts}
    return Adviser(ruleset, engine="reference").assess(case, thinking_along=True)


def test_the_documentation_has_the_guide_as_the_command_shows_it() -> None:
    result = call("guide")
    assert result.stdout == (ROOT / "docs" / "gespreksleiding.md").read_text("utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_of_a_case_begins_with_where_they_differ_most(tmp_path: Path, language: str) -> None:
    target = tmp_path / "gids.html"
    assert call("guide", CASE, "--output", target, "--language", language).exit_code == 0
    page, words = target.read_text("utf-8"), words_in(language)
    assert f'<html lang="{language}">' in page
    assert page.index(words.page["differ most"]) < page.index(words.guide[1].title)
    assert "<td>4</td><td>1</td></tr>" in page[: page.index("<td>4</td><td>2</td></tr>")]
    assert "<code>samenwerkadvies ask</code>" in page
    assert not any(mark in page for mark in ("<script", "<img", 'href="http', "`"))


def test_what_people_wrote_is_text_on_the_page_and_in_markdown(tmp_path: Path) -> None:
    facts = FACTS.replace("Hoe is de steun?", "Hoe is de <steun>?")
    found = assessed(
        ruleset_from(tmp_path, facts + rules(een="laagste(steun) <= 2", twee="veilig = nee")),
        steun={"gemeente": 5, "migrantenorganisatie": 1},
        moed={"gemeente": 3},
    )
    assert "# Het gesprek leiden: Eten & praten\n" in guide_to_markdown("nl", found)
    assert "| Vraag | Gemeente | Organisatie |\n| --- | --- | --- |\n| Hoe is de \\<steun\\>? | 5 | 1 |\n" in (
        guide_to_markdown("nl", found)
    )
    assert "<title>Het gesprek leiden: Eten &amp; praten</title>" in guide_to_html("nl", found)
    assert "Hoe is de &lt;steun&gt;?" in guide_to_html("nl", found)
    assert "Is het veilig?" in guide_to_html("nl", found)


def test_where_nobody_differs_and_nothing_is_open_the_guide_says_so(tmp_path: Path) -> None:
    made = ruleset_from(tmp_path, FACTS + rules(een="veilig = nee"))
    case = {"peildatum": "2026-01-01", "feiten": {"veilig": True}}
    told = guide_to_markdown("nl", Adviser(made, engine="reference").assess(case, thinking_along=True))
    assert told.startswith("# Het gesprek leiden\n")
    assert "Er zijn geen vragen waar jullie antwoorden verschillen." in told
    assert "Drie vragen voor het volgende gesprek" not in told


def test_a_guide_is_a_page_or_markdown_about_one_conversation(tmp_path: Path) -> None:
    refused = call("guide", "--output", tmp_path / "gids.xlsx")
    assert (refused.exit_code, "verwacht: een bestand op .html of .md" in refused.stderr) == (2, True)
    many = tmp_path / "twee.yaml"
    many.write_text("".join(f"- {{naam: {name}, peildatum: 2026-01-01, feiten: {{}}}}\n" for name in "ab"), "utf-8")
    refused = call("guide", many)
    assert (refused.exit_code, "verwacht: één samenwerking voor één gesprek" in refused.stderr) == (2, True)
