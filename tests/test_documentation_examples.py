"""What the documentation shows, works."""

import json
import re
import shlex
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
from _pytest.mark import ParameterSet
from typer.testing import CliRunner

from building import DECLARED, ENGINES, RULE, ruleset_from
from samenwerkadvies import Adviser, InvalidInputError, Ruleset, load_cases, load_ruleset
from samenwerkadvies.cli import app
from samenwerkadvies.scenarios.running import play_one
from samenwerkadvies.scenarios.scene import Stage
from samenwerkadvies.scenarios.session import gather

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SCHEMA = json.loads(resources.files("samenwerkadvies.outputs").joinpath("assessment-2.json").read_text("utf-8"))


def blocks(language: str) -> list[ParameterSet]:
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
    assert ruleset_from(tmp_path, text).rules


@pytest.mark.parametrize("text", blocks("yaml casus"))
def test_cases_in_the_documentation_load(tmp_path: Path, shipped: Ruleset, text: str) -> None:
    (tmp_path / "casus.yaml").write_text(text, "utf-8")
    assert load_cases(tmp_path / "casus.yaml", shipped.vocabulary)


@pytest.mark.parametrize("text", blocks("json"))
def test_json_in_the_documentation_fits_the_schema(text: str) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(text))


@pytest.mark.parametrize("text", blocks("json"))
def test_json_in_the_documentation_is_what_the_code_says(text: str) -> None:
    shown = json.loads(text)
    case = {"naam": shown["partnership"], "feiten": {"dragers_mo": 1}}
    adviser = Adviser(language=shown["language"])
    made = adviser.assess(case, reference_date=shown["reference_date"], thinking_along=True).to_dict()
    for cut_short in ("undecided", "conditions", "open_questions"):
        assert [item for item in shown.pop(cut_short) if item not in made[cut_short]] == []
        del made[cut_short]
    del shown["ruleset"]["fingerprint"], made["ruleset"]["fingerprint"]
    assert (shown.pop("engine"), made.pop("engine")) == ("durable", ENGINES[0])
    assert shown == made


@pytest.mark.parametrize("text", [block for block in blocks("gherkin") if "language:" in str(block.values)])
def test_features_in_the_documentation_hold(tmp_path: Path, text: str) -> None:
    (tmp_path / "proef.feature").write_text(text, "utf-8")
    (suite,) = gather(tmp_path, tmp_path)
    assert suite.scenarios
    assert [play_one(scenario, Stage(suite.ruleset)).failure for scenario in suite.scenarios] == [""] * len(
        suite.scenarios
    )


TOLD = ["casus-schrijven.md", "meedenken-nl.md"]
"""Pages of which every command is given, in a folder with the cases that they name in a first line."""


def commands_of(page: Path) -> list[ParameterSet]:
    found = re.findall(r"```sh\n(.*?)```(?:\n\n```text\n(.*?)```)?", page.read_text("utf-8"), re.DOTALL)
    given = [(command, shown) for block, shown in found for command in block.splitlines()]
    return [pytest.param(page, *each, id=f"{page.stem}-{number}") for number, each in enumerate(given, 1)]


@pytest.mark.parametrize(
    ("page", "command", "shown"), [each for name in TOLD for each in commands_of(ROOT / "docs" / name)]
)
def test_commands_in_the_documentation_do_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: Path, command: str, shown: str
) -> None:
    for text in re.findall(r"```yaml casus\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
        named = re.match(r"# (\S+\.yaml)\n", text)
        if named:
            (tmp_path / named[1]).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    program, *words = shlex.split(command)
    assert program == "samenwerkadvies"
    result = CliRunner().invoke(app, words, input="q\n")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(shown)


def test_the_pages_about_cases_give_commands() -> None:
    assert all(len(commands_of(ROOT / "docs" / name)) > 4 for name in TOLD)


def parts_of(schema: object) -> list[dict[str, object]]:
    """Return a schema and every schema inside it."""
    if isinstance(schema, list):
        return [part for inner in schema for part in parts_of(inner)]
    if not isinstance(schema, dict):
        return []
    return [schema, *(part for inner in schema.values() for part in parts_of(inner))]


def fields_of(schema: object) -> dict[str, list[dict[str, object]]]:
    """Return per field name every schema that describes it."""
    fields: dict[str, list[dict[str, object]]] = {}
    for part in parts_of(schema):
        if part.get("type") == "object":
            for name, field in part.get("properties", {}).items():  # type: ignore[attr-defined]  # an object with its fields
                fields.setdefault(name, []).append(field)
    return fields


def test_the_schema_describes_every_field_and_leaves_no_object_open() -> None:
    assert [
        name for name, found in fields_of(SCHEMA).items() if not all("description" in field for field in found)
    ] == []
    assert [
        part for part in parts_of(SCHEMA) if part.get("type") == "object" and "additionalProperties" not in part
    ] == []
    assert not [part for part in parts_of(SCHEMA) if part.get("additionalProperties") is True]


def test_the_page_about_json_names_every_field_of_the_schema() -> None:
    page = (ROOT / "docs" / "json.md").read_text("utf-8")
    assert [name for name in fields_of(SCHEMA) if not re.search(rf"[`\"]{name}[`\"]", page)] == []


def translated_blocks() -> list[object]:
    found = []
    for page in PAGES:
        pairs = re.findall(
            r"```yaml\n((?:(?!```).)*)```(?:(?!```).)*```yaml vertaling\n(.*?)```", page.read_text("utf-8"), re.DOTALL
        )
        found += [pytest.param(*pair, id=f"{page.stem}-{number}") for number, pair in enumerate(pairs, 1)]
    return found


@pytest.mark.parametrize(("rules", "translation"), translated_blocks())
def test_translations_in_the_documentation_fit_the_rule_file_before_them(
    tmp_path: Path, rules: str, translation: str
) -> None:
    (tmp_path / "regels.yaml").write_text(rules, "utf-8")
    (tmp_path / "vertalingen").mkdir()
    (tmp_path / "vertalingen" / "en.yaml").write_text(translation, "utf-8")
    assert load_ruleset(tmp_path).languages == ("nl", "en")


def code_examples(area: str) -> list[object]:
    """Return the wrong and the right example of each error code of an area; prose (without backticks) left out."""
    page = (ROOT / "docs" / "foutcodes.md").read_text("utf-8")
    found = re.findall(
        rf"^## ({area}\d\d)$(?:(?!^## ).)*?^- Fout: `([^`]*)`\n- Goed: `([^`]*)`$", page, re.DOTALL | re.MULTILINE
    )
    return [pytest.param(*example, id=example[0]) for example in found]


FACTS = (
    DECLARED
    + """\
bronnen: {eigen: Eigen uitwerking}
feiten:
  contact: {soort: ja_nee, wie: samen, label: het contact, vraag: Is er contact?, ja: wel contact, nee: geen contact}
  mensen: {soort: aantal, wie: samen, label: de mensen, vraag: Hoeveel?, eenheid: mensen, zin: "{aantal} mensen"}
  dragers: {soort: aantal, wie: samen, label: de dragers, vraag: Hoeveel?, eenheid: mensen, zin: "{aantal} dragers"}
  steun: {soort: schaal, wie: ieder, label: de steun, vraag: Hoe is de steun?}
  vergoeding:
    soort: keuze
    wie: samen
    label: de vergoeding
    vraag: Welke vergoeding is er?
    opties:
      geen: {label: geen, zin: er is geen vergoeding, niet: er is een vergoeding}
      uren: {label: per uur, zin: uren worden betaald, niet: uren worden niet betaald}
  middelen:
    soort: meerkeuze
    wie: samen
    label: de middelen
    vraag: Welke middelen zijn er?
    opties:
      geld: {label: geld, zin: er is geld, niet: er is geen geld}
      ruimte: {label: een ruimte, zin: er is een ruimte, niet: er is geen ruimte}
grenzen:
  genoeg_mensen: {waarde: 3, eenheid: mensen, uitleg: Vanaf hier is het genoeg., bron: [eigen]}
"""
)


USES = "contact = nee en mensen < genoeg_mensen"


def load_rules(folder: Path, expression: str) -> Ruleset:
    text = f"{FACTS}regels:\n  geen_evaluatie:\n    als: {USES}\n{RULE}  deze:\n    als: {expression!r}\n{RULE}"
    (folder / "regels.yaml").write_text(text, "utf-8")
    return load_ruleset(folder)


@pytest.mark.parametrize(("code", "wrong", "right"), code_examples("TAAL"))
def test_examples_of_codes_about_the_language_are_true(tmp_path: Path, code: str, wrong: str, right: str) -> None:
    assert load_rules(tmp_path, right).rules
    with pytest.raises(InvalidInputError) as refused:
        load_rules(tmp_path, wrong)
    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize(("code", "wrong", "right"), code_examples("FEIT"))
def test_examples_of_codes_about_facts_are_true(tmp_path: Path, code: str, wrong: str, right: str) -> None:
    vocabulary = load_rules(tmp_path, "contact = ja").vocabulary
    case = tmp_path / "casus.yaml"
    case.write_text(f"peildatum: 2026-01-01\nfeiten: {{{right}}}\n", "utf-8")
    assert load_cases(case, vocabulary)
    case.write_text(f"peildatum: 2026-01-01\nfeiten: {{{wrong}}}\n", "utf-8")
    with pytest.raises(InvalidInputError) as refused:
        load_cases(case, vocabulary)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_the_examples_of_codes_that_can_be_tried_are_tried() -> None:
    assert len(code_examples("TAAL")) == 12
    assert len(code_examples("FEIT")) == 7
    assert len(translated_blocks()) == 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
