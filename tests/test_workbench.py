"""The workbench: rules and scenarios of one's own, looked at in a browser as on a command line."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from marked import marked
from page_modules import PAGE, called, loaded
from samenwerkadvies.cli import app

STARTS = [True, False]
IN_THE_BROWSER = """
import json, sys
sys.modules["yaml._yaml"] = sys.modules["durable_rules_engine"] = None  # are compiled
import workbench
call = lambda name, **given: json.loads(workbench.call(name, json.dumps(given), "nl"))["result"]
files = call("start", extends=True)["files"]
print(call("test", files=files)["summary"])
third = {name.split(".")[0] for name in sys.modules} - {*sys.stdlib_module_names, "__main__", "workbench"}
rooms = {name.split(".")[1] for name in sys.modules if name.startswith("samenwerkadvies.")}
import build
print(json.dumps([sorted(third), sorted(rooms), [*build.DIRECT, *build.BELOW], build.UNUSED, build.WORKBENCH]))
"""
MOOD = """
  sfeer:
    soort: schaal
    wie: ieder
    label: de sfeer
    vraag: Hoe is de sfeer?
    schaal_1: slecht
    schaal_5: goed
"""
Files = dict[str, str]


@pytest.fixture(scope="module")
def bench() -> Any:
    """Return what stands between the workbench and the library."""
    return loaded("workbench")


def started(bench: Any, *, extends: bool = True) -> Files:
    files: Files = called(bench, "start", extends=extends)["files"]
    return files


def on_disk(files: Files, folder: Path) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def changed(files: Files, name: str, old: str, new: str) -> Files:
    assert old in files[name]
    return files | {name: files[name].replace(old, new)}


def test_it_loads_no_more_than_the_build_brings() -> None:
    environment = {**os.environ, "PYTHONPATH": str(PAGE)}
    ran = subprocess.run(
        [sys.executable, "-c", IN_THE_BROWSER], env=environment, capture_output=True, text=True, check=True
    )
    summary, modules = ran.stdout.splitlines()
    assert summary == "8 scenario's: 8 goed, 0 fout."
    third, rooms, brought, unused, own = json.loads(modules)
    of_this = {
        "samenwerkadvies",
        "samenwerkadvies_pytest",
        "msgspec",
        "attr",
        "cattr",
        "yaml",
        "gherkin",
        "durable_rules_engine",
    }
    assert [name for name in third if name not in of_this and name not in brought and not name.startswith("_")] == []
    assert set(rooms).isdisjoint(unused)
    assert set(rooms) >= set(own)


def test_what_is_packed_for_the_interview_has_nothing_of_the_workbench(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(PAGE)
    build = loaded("build")
    apart = [
        "samenwerkadvies/scenarios/steps.pyc",
        "samenwerkadvies/editing/spots.pyc",
        "gherkin/gherkin-languages.json",
        "samenwerkadvies_workbench.pyc",
        "workbench/features/beleid/01-draagvlak.feature",
        "workbench/examples/opvoedsteun.yaml",
    ]
    together = [
        "samenwerkadvies/priority.pyc",
        "samenwerkadvies/rules/__init__.pyc",
        "samenwerkadvies/rules/bronnen.yaml",
        "samenwerkadvies/rules/prepared.json",
        "samenwerkadvies_bridge.pyc",
    ]
    found = [path for path in (*apart, *together) if build.is_of_workbench(Path(path))]
    assert found == apart
    assert all(build.is_used(Path(path)) for path in (*apart, *together))


def test_the_shipped_rules_and_features_are_there_to_read(bench: Any) -> None:
    files = called(bench, "shipped")["files"]
    assert files["rules/05-gelijkwaardigheid.yaml"].startswith("voorwaarde:")
    assert files["features/beleid/01-draagvlak.feature"].startswith("# language: nl")


@pytest.mark.parametrize("extends", STARTS)
def test_a_start_is_what_the_command_line_writes_and_holds(bench: Any, tmp_path: Path, *, extends: bool) -> None:
    files = started(bench, extends=extends)
    CliRunner().invoke(app, ["new", str(tmp_path / "eigen"), *(["--extends"] if extends else [])])
    assert files == {path.name: path.read_text("utf-8") for path in (tmp_path / "eigen").iterdir()}
    found = called(bench, "check", files=files)
    assert found["problems"] == []
    assert found["counts"]["scenarios"] > 3
    assert bool(found["changes"]) is extends


def test_what_is_wrong_is_told_as_the_command_line_tells_it(
    bench: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = changed(started(bench), "regels.yaml", "reistijd >= lange_reis", "reistijdd >= lange_reis")
    monkeypatch.chdir(on_disk(files, tmp_path))
    told = json.loads(CliRunner().invoke(app, ["check", ".", "--format", "json"]).stdout)["problems"]
    found = called(bench, "check", files=files)
    assert [{**each, "warning": False} for each in told] == found["problems"]
    assert (found["problems"][0]["file"], found["problems"][0]["hint"]) == ("regels.yaml", "reistijd")
    assert found["counts"] is None


def test_a_wrong_feature_and_wrong_rules_are_told_at_once_each_once(bench: Any) -> None:
    files = started(bench)
    moved = {"regels/eigen.yaml": files["regels.yaml"], "scenarios/eigen.feature": files["regels.feature"]}
    assert called(bench, "check", files=moved)["problems"] == []
    wrong = changed(moved, "scenarios/eigen.feature", "Scenario: Wie", "Scenaro: Wie")
    (only,) = called(bench, "check", files=wrong)["problems"]
    assert (only["file"], only["line"]) == ("scenarios/eigen.feature", 24)
    beside = wrong | {"andere/regels.yaml": "regels: 3\n"}
    assert {each["file"] for each in called(bench, "check", files=beside)["problems"]} == {
        "scenarios/eigen.feature",
        "andere/regels.yaml",
    }


def test_a_doubt_is_a_warning_and_the_rules_work(bench: Any) -> None:
    text = started(bench)["regels.yaml"].replace("dichterbij.\n", "dichterbij #nu.\n")
    found = called(bench, "check", files={"eigen.yaml": text})
    assert [(each["file"], each["code"], each["warning"]) for each in found["problems"]] == [
        ("eigen.yaml", "LET02", True)
    ]


def test_scenarios_say_what_the_command_line_says(bench: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = started(bench)
    assert called(bench, "test", files=files)["summary"] == "8 scenario's: 8 goed, 0 fout."
    red = changed(files, "regels.yaml", "waarde: 45", "waarde: 50")
    monkeypatch.chdir(on_disk(red, tmp_path))
    told = CliRunner().invoke(app, ["test", "."]).stdout
    found = called(bench, "test", files=red)
    assert told.endswith(found["summary"] + "\n")
    assert found["summary"] == "8 scenario's: 7 goed, 1 fout."
    (feature,) = found["features"]
    assert (feature["file"], feature["name"]) == ("regels.feature", "Onze eigen aanvullingen")
    (failed,) = [each for each in feature["scenarios"] if not each["passed"]]
    assert failed["told"] in told
    assert failed["line"] == 21


def test_features_without_rules_are_about_the_shipped_ones(bench: Any) -> None:
    shipped = called(bench, "shipped")["files"]
    found = called(bench, "test", files={"a.feature": shipped["features/beleid/07-spreiding.feature"]})
    assert found["summary"].endswith(" 0 fout.")
    assert called(bench, "check", files={})["counts"]["scenarios"] == 0


def told_by_test(folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> list[str]:
    monkeypatch.chdir(folder)
    return CliRunner().invoke(app, ["test", ".", *options]).stdout.splitlines()


@pytest.mark.parametrize("extends", STARTS)
def test_coverage_and_slips_are_told_as_the_command_line_tells_them(
    bench: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, extends: bool
) -> None:
    files = started(bench, extends=extends)
    _, rows, after = files["regels.feature"].partition("        | 45       |")
    if rows:
        files["regels.feature"] = files["regels.feature"].replace(rows + after.partition("\n")[0] + "\n", "")
    told = told_by_test(on_disk(files, tmp_path), monkeypatch, "--coverage", "--mutate")
    covered, slipped = called(bench, "coverage", files=files)["lines"], called(bench, "slips", files=files)
    assert covered[0].startswith("Dekking: ")
    assert told[2:] == [*covered, *slipped["lines"]]
    assert slipped["left"] == 0
    assert any("merkte geen scenario het" in line for line in slipped["lines"]) is extends


def test_slips_are_looked_for_as_long_as_there_is_time_and_never_while_a_scenario_fails(bench: Any) -> None:
    files = started(bench)
    assert called(bench, "slips", files=files, seconds=0)["left"] == 4
    red = changed(files, "regels.yaml", "waarde: 45", "waarde: 50")
    assert called(bench, "slips", files=red)["lines"][0].startswith("Vergissingen: niet geprobeerd")


def test_cases_to_try_are_ones_own_and_the_examples_that_fit(bench: Any) -> None:
    case = "naam: Kookgroep\npeildatum: 2026-07-01\nfeiten: {reistijd: 50}\n"
    files = started(bench) | {"casussen/kookgroep.yaml": case}
    found = called(bench, "cases", files=files)
    assert found[0] == {
        "name": "Kookgroep",
        "case": {"naam": "Kookgroep", "peildatum": "2026-07-01", "feiten": {"reistijd": 50}},
    }
    assert len(found) > 4
    assert called(bench, "check", files=files)["problems"] == []


def test_where_no_example_fits_the_rules_are_tried_on_what_the_scenarios_are_about(bench: Any) -> None:
    files = started(bench, extends=False)
    first = called(bench, "cases", files=files)[0]
    assert first["name"].startswith("Zonder vast moment zijn 6 overleggen")
    assert first["case"]["feiten"] == {"vast_moment": False, "overleggen_per_jaar": 5}
    assert called(bench, "try_on", files=files, case=first["case"])["html"]
    assert called(bench, "cases", files={"regels.yaml": files["regels.yaml"]}) == []


def test_a_case_of_ones_own_that_does_not_fit_is_told_with_its_file(bench: Any) -> None:
    files = started(bench) | {"casussen/kookgroep.yaml": "peildatum: 2026-07-01\nfeiten: {reistijdd: 50}\n"}
    (problem,) = called(bench, "check", files=files)["problems"]
    assert (problem["file"], problem["line"], problem["hint"]) == ("casussen/kookgroep.yaml", 2, "reistijd")


def test_a_case_is_tried_on_ones_own_rules_and_on_the_shipped_ones(bench: Any) -> None:
    files = started(bench)
    case = {"peildatum": "2026-07-01", "feiten": {"reistijd": 50, "dragers_mo": 1}}
    found = called(bench, "try_on", files=files, case=case)
    assert found["html"].startswith('<div class="samenwerkadvies" lang="nl">')
    assert (found["compared"], found["gone"], found["same"]) == (True, [], 1)
    assert found["appeared"] == ["De plek waar de partijen elkaar zien, is ver weg."]
    off = changed(
        files, "regels.yaml", "regels:\n", "regels:\n  leunt_op_een_persoon_mo:\n    uit: ja\n    waarom: Proef.\n\n"
    )
    assert len(called(bench, "try_on", files=off, case=case)["gone"]) == 1
    whole = started(bench, extends=False)
    alone = called(bench, "try_on", files=whole, case={"peildatum": "2026-07-01", "feiten": {}})
    assert (alone["compared"], alone["appeared"], alone["gone"]) == (False, [], [])
    (wrong,) = called(bench, "try_on", files=whole, case=case | {"feiten": {"dragers": 1}})
    assert wrong["place"] == "feiten.dragers"


def test_a_case_that_the_shipped_rules_do_not_take_is_not_compared(bench: Any) -> None:
    files = changed(started(bench), "regels.yaml", "feiten:\n", f"feiten:\n{MOOD}")
    case = {"peildatum": "2026-07-01", "feiten": {}, "respondenten": {"gemeente": [{"sfeer": 4}]}}
    found = called(bench, "try_on", files=files, case=case)
    assert (found["compared"], found["appeared"], found["same"]) == (False, [], 0)


def test_files_go_into_a_zip_and_come_back(bench: Any) -> None:
    files = started(bench)
    data = called(bench, "pack", files=files)["data"]
    assert called(bench, "unpack", data=data) == {"files": files, "left": []}
    (wrong,) = called(bench, "unpack", data="x")
    assert wrong["code"] == "LEES03"
    (outside,) = called(bench, "check", files={"../regels.yaml": ""})
    assert outside["code"] == "LEES01"


def test_what_stands_somewhere_and_what_could_stand_there_are_told(bench: Any) -> None:
    files, file, line, column = marked(started(bench), "regels.yaml", "als: reistijd", "als: reistijd▮")
    found = called(bench, "at", files=files, file=file, line=line, column=column)
    assert (found["kind"], found["where"], found["part_of"]) == (
        "fact",
        {"file": "regels.yaml", "line": 28},
        ["ver_van_elkaar"],
    )
    offered = called(bench, "complete", files=files, file=file, line=line, column=column)
    assert offered["from"] == column - len("reistijd")
    assert {"label": "reistijd", "kind": "fact", "detail": "de reistijd"} in offered["items"]
    shipped = called(bench, "shipped")["files"]["rules/07-spreiding.yaml"].splitlines()
    rule = shipped.index("  leunt_op_een_persoon_mo:") + 1
    told = called(bench, "at", files=files, file="rules/07-spreiding.yaml", line=rule, column=5)
    assert (told["id"], told["where"]) == ("leunt_op_een_persoon_mo", {"file": "rules/07-spreiding.yaml", "line": rule})
    whole = started(bench, extends=False)
    assert called(bench, "at", files=whole, file="rules/07-spreiding.yaml", line=rule, column=5)["id"] == told["id"]
    assert called(bench, "at", files=files, file="regels.yaml", line=1, column=1) is None


def test_while_rules_are_broken_those_that_held_last_are_told(bench: Any) -> None:
    files = changed(started(bench), "regels.yaml", "waarde: 45", "waarde: 52")
    broken, file, line, column = marked(files, "regels.yaml", ">= lange_reis", ">= lange▮")
    new = {"nieuw/regels.yaml": broken["regels.yaml"]}
    place = {"line": line, "column": column}
    shipped = called(bench, "complete", files=new, file="nieuw/regels.yaml", **place)["items"]
    assert {"label": "lange_reis", "kind": "threshold", "detail": ""} in shipped
    assert called(bench, "check", files=files)["problems"] == []
    offered = called(bench, "complete", files=broken, file=file, **place)["items"]
    assert {"label": "lange_reis", "kind": "threshold", "detail": "52 minuten"} in offered
    scenario = called(bench, "complete", files={"a.feature": "# language: nl\n"}, file="a.feature", line=2, column=1)
    assert scenario["items"][0]["label"] == "Functionaliteit:"
