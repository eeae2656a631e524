"""Where advice goes: on the screen, or in a file that is called so."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from samenwerkadvies.cli import app

ROOT = Path(__file__).parents[2]
CASE = str(ROOT / "examples/sleutelpersonen.yaml")


def call(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.mark.parametrize(
    ("name", "begin"),
    [("a.html", "<!doctype html>"), ("a.md", "# Advies voor"), ("a.txt", "Advies voor"), ("a.json", "{")],
)
def test_the_name_of_a_file_says_what_stands_in_it(tmp_path: Path, name: str, begin: str) -> None:
    result = call("advise", CASE, "--output", tmp_path / name)
    assert (result.exit_code, result.stdout) == (0, f"Dit staat nu in {tmp_path / name}.\n")
    assert (tmp_path / name).read_text("utf-8").startswith(begin)
    assert (tmp_path / name).read_text("utf-8") == call(
        "advise", CASE, "-f", {".md": "markdown", ".txt": "text"}.get(Path(name).suffix, Path(name).suffix[1:])
    ).stdout


def test_a_plan_is_filled_in_and_comes_back_in_a_comparison(tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text("Regel;Stap;Wie;Gedaan?\nerkenning_tekort;Noem de organisatie.;Jan;ja\n", "utf-8")
    later = tmp_path / "later.yaml"
    later.write_text(Path(CASE).read_text("utf-8").replace("2026-01-01", "2026-06-01"), "utf-8")
    result = call("compare", CASE, later, "--plan", plan)
    assert result.exit_code == 0
    assert ": noem de organisatie (Jan). Gedaan. Dit punt speelt nog." in result.stdout
    html = call("compare", CASE, later, "--plan", plan, "-f", "html").stdout
    assert "Wat jullie hadden afgesproken" in html
    made = call("advise", CASE, "-o", tmp_path / "plan.xlsx")
    assert made.stdout.startswith(f"Het actieplan staat in {tmp_path / 'plan.xlsx'}.")


@pytest.mark.parametrize("name", ["verloop.html", "verloop.md", "verloop.txt", "verloop.json"])
def test_a_course_goes_to_a_file_as_well(tmp_path: Path, name: str) -> None:
    result = call("compare", CASE, CASE, CASE, "-o", tmp_path / name)
    assert result.exit_code == 0
    assert "Draagvlak" in (tmp_path / name).read_text("utf-8")
    if name.endswith("json"):
        assert len(json.loads((tmp_path / name).read_text("utf-8"))["moments"]) == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("advise", CASE, "-o", "advies.pdf"), "wat moet er in een bestand op '.pdf'?"),
        (("advise", CASE, "-f", "xlsx"), "kies: --output actieplan.xlsx"),
        (("advise", CASE, CASE, "-o", "plan.xlsx"), "in een actieplan past één samenwerking, dit zijn er 2"),
        (("advise", CASE, "--set", "dragers_mo=2", "-o", "plan.xlsx"), "hier hoort geen actieplan bij"),
        (("compare", CASE, CASE, CASE, "-o", "plan.xlsx"), "hier hoort geen actieplan bij"),
        (("compare", CASE, CASE, CASE, "--plan", "plan.xlsx"), "een actieplan hoort bij twee momenten"),
        (("advise", CASE, "-o", "/niet/daar/a.html"), "dat lukt niet"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_does_not_go_is_told_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = call(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert list(tmp_path.iterdir()) == []
