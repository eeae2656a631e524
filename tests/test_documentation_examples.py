"""What the documentation shows, works."""

import json
import re
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from samenwerkadvies import Ruleset

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(language: str) -> list[object]:
    found = []
    for page in PAGES:
        for number, text in enumerate(re.findall(rf"```{language}\n(.*?)```", page.read_text("utf-8"), re.DOTALL), 1):
            found.append(pytest.param(text, id=f"{page.stem}-{number}"))
    return found


@pytest.mark.parametrize("text", blocks("python"))
def test_python_in_the_documentation_runs(text: str) -> None:
    exec(compile(text, "documentation", "exec"), {})


@pytest.mark.parametrize("text", blocks("yaml"))
def test_rule_files_in_the_documentation_load(tmp_path: Path, text: str) -> None:
    (tmp_path / "regels.yaml").write_text(text, "utf-8")
    assert Ruleset.load(tmp_path).rules


@pytest.mark.parametrize("text", blocks("json"))
def test_json_in_the_documentation_fits_the_schema(text: str) -> None:
    schema = json.loads(resources.files("samenwerkadvies.outputs").joinpath("assessment-1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
