"""What a pipeline reads of a run: `junit.xml` and `cucumber.json`, the same for the same features."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.etree import ElementTree

from samenwerkadvies.scenarios.running import Played


def write_for_pipeline(folder: Path, played: Sequence[Played]) -> None:
    """Write both files into a folder that is there."""
    (folder / "junit.xml").write_bytes(_junit(played))
    text = json.dumps(_cucumber(played), ensure_ascii=False, indent=1)
    (folder / "cucumber.json").write_text(f"{text}\n", "utf-8", newline="\n")


def _junit(played: Sequence[Played]) -> bytes:
    failures = str(sum(bool(each.failure) for each in played))
    counts = {"tests": str(len(played)), "failures": failures, "errors": "0", "skipped": "0"}
    root = ElementTree.Element("testsuites", {"name": "samenwerkadvies test", **counts})
    suite = ElementTree.SubElement(root, "testsuite", {"name": "scenario's", **counts})
    for each in played:
        scenario = each.scenario
        file = _uri(scenario.file)
        names = {"classname": file, "name": scenario.title, "file": file, "line": str(scenario.line)}
        case = ElementTree.SubElement(suite, "testcase", names)
        if each.failure:
            step = scenario.steps[each.done]
            ElementTree.SubElement(case, "failure", {"message": str(step)}).text = each.failure
    ElementTree.indent(root)
    made: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return made


def _cucumber(played: Iterable[Played]) -> list[dict[str, object]]:
    """Return the features with their scenarios, a row of an outline as a scenario of its own."""
    groups: dict[str, list[Played]] = {}
    for each in played:
        groups.setdefault(each.scenario.file, []).append(each)
    return [
        {
            "keyword": "Functionaliteit",
            "uri": _uri(file),
            "id": _uri(file),
            "name": group[0].scenario.feature,
            "elements": [_element(each) for each in group],
        }
        for file, group in groups.items()
    ]


def _element(played: Played) -> dict[str, object]:
    scenario = played.scenario
    return {
        "keyword": "Scenario",
        "type": "scenario",
        "id": f"{_uri(scenario.file)}:{scenario.line}",
        "name": scenario.title,
        "line": scenario.line,
        "tags": [{"name": f"@{tag}"} for tag in scenario.tags],
        "steps": [
            {
                "keyword": f"{step.keyword} ",
                "name": step.text,
                "line": step.line,
                "match": {"location": ""},
                "result": _result(number, played),
            }
            for number, step in enumerate(scenario.steps)
        ],
    }


def _result(number: int, played: Played) -> dict[str, object]:
    if number < played.done:
        return {"status": "passed", "duration": 0}
    if number == played.done:
        return {"status": "failed", "duration": 0, "error_message": played.failure}
    return {"status": "skipped"}


def _uri(file: str) -> str:
    """Return how a file is called on every system."""
    return file.replace("\\", "/")
