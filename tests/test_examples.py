"""Every example runs, and prints what it should."""

import json
import subprocess
import sys
from pathlib import Path

from building import ENGINES
from samenwerkadvies import Assessment

EXAMPLES = Path(__file__).parents[1] / "examples"


def run(script: str, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(EXAMPLES / script), *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", check=False)


def test_advise_one_prints_the_advice_in_rank_order() -> None:
    result = run("advise_one.py", str(EXAMPLES / "taboe-onderwerp.yaml"))
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert [line.split("]")[0] for line in lines] == [
        "1. [critical",
        "2. [high",
        "3. [medium",
        "4. [medium",
        "5. [medium",
        "6. [low",
    ]


def test_advise_one_has_a_case_of_its_own() -> None:
    assert len(run("advise_one.py").stdout.splitlines()) == 7


def test_embed_answers_a_good_request_with_an_assessment() -> None:
    request = {"peildatum": "2026-01-01", "feiten": {"dragers_mo": 1}}
    result = run("embed.py", given=json.dumps(request))
    assert result.returncode == 0
    assert Assessment.from_json(result.stdout).findings == ("leunt_op_een_persoon_mo",)


def test_embed_answers_a_bad_request_with_every_problem() -> None:
    request = {"peildatum": "2026-01-01", "feiten": {"dragers_mo": "1", "erkenning": 4}}
    result = run("embed.py", given=json.dumps(request))
    assert result.returncode == 2
    assert [error["code"] for error in json.loads(result.stdout)["errors"]] == ["FEIT02", "FEIT05"]
    assert run("embed.py", given="{").returncode == 2


def test_embed_shows_both_kinds_of_request_by_itself() -> None:
    result = run("embed.py")
    assert result.stdout.startswith(f"{ENGINES[0]}: leunt_op_een_persoon_mo\nfeiten.dragers_mo: ")
    assert result.returncode == 0
