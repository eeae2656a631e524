"""Rules of a school, a sports club and a municipality: from rules to questionnaire, table, advice and scenarios."""

import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from building import RULE, ruleset_from
from samenwerkadvies import Adviser, Assessment, Interview, Ruleset
from samenwerkadvies.cli import app
from samenwerkadvies.frames import assess_frame
from samenwerkadvies.outputs import to_markdown, to_text

RULES = f"""\
regelset: {{naam: sport na school, versie: '1'}}
partijen:
  school: {{naam: school, met_lidwoord: de school}}
  sportclub: {{naam: vrije sportclub De Bal, met_lidwoord: de vrije sportclub De Bal, kort: club}}
  gemeente: {{naam: gemeente, met_lidwoord: de gemeente}}
bronnen: {{eigen: Eigen keuze}}
feiten:
  sfeer: {{soort: schaal, wie: ieder, label: de sfeer, vraag: Hoe is de sfeer?}}
  door: {{soort: ja_nee, wie: ieder, beter: ja, label: doorgaan, vraag: Wil je door?, ja: we willen door, nee: we willen stoppen}}
  zaal: {{soort: ja_nee, wie: sportclub, beter: ja, label: de zaal, vraag: Is er een zaal?, ja: er is een zaal, nee: er is geen zaal}}
regels:
  sfeer_verschilt:
    als: verschil(sfeer) >= 3
{RULE}  niet_iedereen_wil_door:
    als: iedereen(door) = nee
{RULE}  geen_zaal:
    als: zaal = nee
{RULE}"""  # noqa: E501 - one fact a line is easier to read
DAY = "2026-03-01"
FACTS = {"sfeer": {"school": 5, "gemeente": 2}, "door": {"sportclub": False}, "zaal": False}
FEATURE = """\
# language: nl
Functionaliteit: Sport na school
  Achtergrond:
    Gegeven een samenwerking

  Regel: sfeer_verschilt
    Scenario: Twee van de drie zeggen genoeg
      Gegeven de sfeer is volgens de school 5
      En de sfeer is volgens de gemeente 2
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel sfeer_verschilt: geldt

  Regel: niet_iedereen_wil_door
    Scenario: Wie wil stoppen, zegt het
      Gegeven doorgaan is volgens de vrije sportclub De Bal nee
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel niet_iedereen_wil_door: geldt

    Scenario: Wil iedereen door, dan is er niets
      Gegeven doorgaan is volgens alle partijen ja
      Als om advies wordt gevraagd
      Dan is de uitkomst van regel niet_iedereen_wil_door: geldt niet
"""


@pytest.fixture
def ruleset(tmp_path: Path) -> Ruleset:
    return ruleset_from(tmp_path / "regels", RULES)


def test_advice_speaks_of_the_three_parties_only(ruleset: Ruleset) -> None:
    made = Adviser(ruleset).assess(FACTS, DAY, thinking_along=True)
    assert set(made.findings) == {"sfeer_verschilt", "niet_iedereen_wil_door", "geen_zaal"}
    assert [party.id for party in made.parties] == ["school", "sportclub", "gemeente"]
    shown = (to_text(made), to_markdown(made), made.to_html(), made.to_json())
    assert [text for text in shown if "migrantenorganisatie" in text] == []
    assert "de school geeft een 5 en de gemeente een 2 voor de sfeer" in " ".join(to_text(made).split()).replace(
        "De school", "de school"
    )
    assert Assessment.from_json(made.to_json()) == made


def test_a_table_has_a_column_for_each_party(ruleset: Ruleset) -> None:
    frame = pl.DataFrame({"naam": ["a"], "sfeer.school": [5], "sfeer.gemeente": [2], "door.sportclub": [False]})
    outcomes = assess_frame(frame, ruleset, DAY).outcomes.to_dicts()[0]
    assert (outcomes["sfeer_verschilt"], outcomes["niet_iedereen_wil_door"]) == (True, True)


def test_an_interview_is_with_each_party_and_then_with_all(ruleset: Ruleset) -> None:
    interview = Interview.start(Adviser(ruleset), {"peildatum": DAY, "feiten": {}})
    assert interview.parties == ("school", "sportclub", "gemeente", None)


def test_the_command_line_goes_from_questions_to_advice_and_passing_scenarios(
    tmp_path: Path, ruleset: Ruleset, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "regels" / "sport.feature").write_text(FEATURE, "utf-8")
    (tmp_path / "casus.json").write_text(json.dumps({"naam": "a", "peildatum": DAY, "feiten": FACTS}), "utf-8")
    monkeypatch.chdir(tmp_path)
    commands = (
        "check regels",
        "test regels",
        "template vragen.csv --rules regels",
        "advise casus.json --rules regels",
        "explain niet_iedereen_wil_door --rules regels",
    )
    for command in commands:
        done = CliRunner().invoke(app, command.split())
        assert done.exit_code == 0, (command, done.output)
        assert "migrantenorganisatie" not in done.output
    asked = (tmp_path / "vragen.csv").read_text("utf-8-sig")
    assert "sportclub" in asked
    answers = {"school;sfeer": 5, "gemeente;sfeer": 2, "sportclub;door": "nee", "sportclub;zaal": "nee"}
    answers |= {"samen;naam": "Sport in de buurt", "samen;peildatum": DAY}
    filled = [line.split(";") for line in asked.splitlines()]
    lines = [";".join([row[0], str(answers.get(";".join(row[3:5]), row[1])), *row[2:]]) for row in filled]
    (tmp_path / "vragen.csv").write_text("\n".join(lines), "utf-8")
    (tmp_path / "rijen.csv").write_text(
        "naam;peildatum;Sfeer (school);sfeer, gemeente;doorgaan vrije sportclub De Bal;door.school\n"
        "a;2026-3-1;5;2;nee;ja\n",
        "utf-8",
    )
    (tmp_path / "lang.csv").write_text("naam;partij;feit;antwoord\na;De Vrije Sportclub De Bal;door;nee\n", "utf-8")
    for source, found in (("vragen", 3), ("rijen", 2), ("lang", 1)):
        command = f"batch {source}.csv uit-{source}.csv --rules regels --table advice --texts --date {DAY}"
        done = CliRunner().invoke(app, command.split())
        assert done.exit_code == 0, (command, done.output)
        advice = (tmp_path / f"uit-{source}.csv").read_text("utf-8-sig")
        assert len(advice.splitlines()) == 1 + found
        assert "migrantenorganisatie" not in done.output + asked + advice
