"""Features and rules written in the test that uses them."""

from pathlib import Path
from textwrap import dedent, indent

from typer.testing import CliRunner, Result

from building import FACTS, rules
from samenwerkadvies import load_ruleset
from samenwerkadvies.cli import app
from samenwerkadvies.scenarios.reading import read_feature
from samenwerkadvies.scenarios.running import play_one
from samenwerkadvies.scenarios.scene import Stage

RULES = FACTS + rules(
    weinig_mensen="mensen <= 1",
    weinig_steun="laagste(steun) <= 2",
    lang_geleden="maanden_sinds(start) > 6",
    samen_zwak="signaal(weinig_mensen) en vorm = geen",
)
"""Invented rules over the invented facts."""


def write(folder: Path, scenarios: str, *, language: str = "nl", rules: str = RULES) -> Path:
    """Write a feature, with its rules beside it, and return its file."""
    (folder / "regels").mkdir(exist_ok=True)
    (folder / "regels" / "regels.yaml").write_text(rules, "utf-8")
    title = "Functionaliteit: Proef" if language == "nl" else "Feature: Trial"
    file = folder / "proef.feature"
    file.write_text(f"# language: {language}\n{title}\n\n{indent(dedent(scenarios), '  ')}\n", "utf-8")
    return file


def scenario(*steps: str, name: str = "Een proef") -> str:
    """Return a scenario that begins with an empty partnership."""
    return f"Scenario: {name}\n  Gegeven een samenwerking\n" + "".join(f"  {step}\n" for step in steps)


def call(*arguments: object) -> Result:
    """Run `samenwerkadvies test`."""
    return CliRunner().invoke(app, ["test", *map(str, arguments)])


def story(folder: Path, *steps: str) -> str:
    """Play one scenario and return what is told, from the empty line after its steps on."""
    file = write(folder, scenario(*steps))
    ruleset = load_ruleset(folder / "regels")
    (played,) = read_feature(file, file.name, ruleset)
    return play_one(played, Stage(ruleset)).failure.partition("\n\n")[2].partition("\n\n")[2]
