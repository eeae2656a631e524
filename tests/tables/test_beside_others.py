"""One partnership beside those in a file: its place on each condition, and never a single other one."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from samenwerkadvies import Adviser, Ruleset
from samenwerkadvies.cli import app
from samenwerkadvies.frames.others import Beside
from samenwerkadvies.loading.cases import load_cases
from samenwerkadvies.meaning.standing import Status
from samenwerkadvies.tables.beside import beside_file

PLACE = 7
"""The condition of the facts below."""


def call(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "casus.yaml"
    path.write_text("naam: Vaders\npeildatum: 2026-01-31\nfeiten: {dragers_mo: 1}\n", "utf-8")
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "jaar.csv"
    rows = [f"t{number};2026-01-31;{number % 2};taal\n" for number in range(12)]
    rows += ["Vaders;2026-01-31;0;taal\n", "z1;2026-01-31;1;zorg\n", "z2;2026-01-31;;\n", "fout;2026-01-31;-1;taal\n"]
    path.write_text("naam;peildatum;dragers_mo;thema\n" + "".join(rows), "utf-8")
    return path


def beside(case: Path, source: Path, ruleset: Ruleset, **chosen: object) -> Beside:
    own = Adviser(ruleset, "reference").assess(load_cases(case, ruleset.vocabulary)[0])
    return beside_file(own, source, ruleset, **{"minimum": 10, **chosen})  # type: ignore[arg-type]  # choices


@pytest.mark.parametrize("chosen", [{"by": "thema"}, {}, {"by": "thema", "value": "taal"}])
def test_its_own_row_and_rows_that_do_not_fit_are_no_others(
    case: Path, source: Path, shipped: Ruleset, chosen: dict[str, str]
) -> None:
    number, unknown = (12, 0) if chosen else (14, 1)
    found = beside(case, source, shipped, **chosen)
    assert (found.partnership, found.number, found.is_few) == ("Vaders", number, False)
    here = found.conditions[PLACE - 1]
    assert here.status is Status.RISK
    assert here.others[Status.RISK] + here.others[Status.UNKNOWN] == number
    assert here.others[Status.UNKNOWN] == unknown
    assert here.place == (0, number - unknown, 0)
    assert found.conditions[0].place is None


@pytest.mark.parametrize(("value", "said"), [("zorg", "Er is maar 1 andere"), ("iets", "Er zijn geen andere")])
def test_few_others_are_not_shown(case: Path, source: Path, shipped: Ruleset, value: str, said: str) -> None:
    assert beside(case, source, shipped, by="thema", value=value).conditions == ()
    result = call("advise", case, "--beside", source, "--by", f"thema={value}")
    assert result.exit_code == 0
    assert f"{said} samenwerking" in result.stdout
    assert "Zo zie je niet hoe één andere samenwerking ervoor staat." in result.stdout
    assert "risico" not in result.stdout


def test_it_is_a_text_a_page_markdown_or_json(case: Path, source: Path, tmp_path: Path) -> None:
    asked = ("advise", case, "--beside", source, "--by", "thema")
    text = call(*asked).stdout
    assert text.startswith(
        "Vaders naast andere samenwerkingen\nVergeleken met 12 andere samenwerkingen met thema: taal.\n"
    )
    assert "0 beter, 12 gelijk, 0 slechter" in text
    assert call(*asked, "--output", tmp_path / "naast.html").exit_code == 0
    page = (tmp_path / "naast.html").read_text("utf-8")
    assert "<h1>Vaders naast andere samenwerkingen</h1>" in page
    assert "| 7 | " in call(*asked, "--format", "markdown").stdout
    found = json.loads(call(*asked, "--format", "json").stdout)
    assert (found["number"], found["value"], found["is_few"]) == (12, "taal", False)
    assert found["conditions"][PLACE - 1]["others"]["risk"] == 12
    assert "t3" not in text + page + json.dumps(found)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--beside", "jaar.csv", "--by", "wijk"], "er is geen kolom 'wijk'"),
        (["--by", "thema"], "--by hoort bij --beside TABEL"),
        (["--beside", "jaar.csv", "--set", "dragers_mo=2"], "kies --beside of --set, niet allebei"),
        (["--beside", "jaar.csv", "--output", "plan.xlsx"], "hier hoort geen actieplan bij"),
    ],
)
def test_what_does_not_go_together_is_refused(case: Path, source: Path, more: list[str], said: str) -> None:
    more = [str(source.with_name(word)) if "." in word else word for word in more]
    result = call("advise", case, *more)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_group_that_cannot_be_known_is_asked_for(case: Path, source: Path) -> None:
    rows = source.read_text("utf-8")
    source.write_text(rows + "Vaders;2026-01-31;1;zorg\n", "utf-8")
    result = call("advise", case, "--beside", source, "--by", "thema")
    assert result.exit_code == 2
    assert "TABEL08 'Vaders' staat er vaker in, met een andere waarde" in result.stderr
    source.write_text(rows.replace("Vaders", "Anders"), "utf-8")
    result = call("advise", case, "--beside", source, "--by", "thema")
    assert "TABEL08 'Vaders' staat niet in deze tabel" in result.stderr
    assert "--by thema=…" in result.stderr
