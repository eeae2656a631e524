"""The page: the library as a browser has it, and what stands between the two."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from page_modules import PAGE, called, loaded
from samenwerkadvies import Adviser, load_cases, load_ruleset

EXAMPLES = Path(__file__).parents[1] / "examples"
CASES = sorted([*EXAMPLES.glob("*.yaml"), *EXAMPLES.glob("gepubliceerd/casus-*.yaml")])
IN_THE_BROWSER = """
import json, sys
sys.modules["yaml._yaml"] = None  # is compiled
import bridge
for path in sys.argv[1:]:
    text = open(path, encoding="utf-8").read()
    case = json.loads(bridge.call("read", json.dumps({"text": text, "name": path}), "nl"))["result"]["case"]
    assessment = bridge.adviser_in("nl").assess(case, thinking_along=True)
    assert type(assessment).from_json(assessment.to_json()) == assessment
    print(assessment.to_json())
assert "</article>" in json.loads(bridge.call("report", json.dumps({"case": case}), "en"))["result"]
third = {name.split(".")[0] for name in sys.modules} - {*sys.stdlib_module_names, "__main__", "bridge"}
rooms = {name.split(".")[1] for name in sys.modules if name.startswith("samenwerkadvies.")}
import build
own = sys.modules["msgspec"].__file__
print(json.dumps([sorted(third), sorted(rooms), [*build.DIRECT, *build.BELOW], [*build.UNUSED, *build.WORKBENCH], own]))
"""

OWN = """
breidt_uit: samenwerkadvies
feiten:
  uren_precies:
    soort: aantal
    decimalen: 1
    eenheid: uur
    wie: samen
    label: de uren
    vraag: Hoeveel uur?
    zin: "er zijn {aantal} uur"
  kanalen:
    soort: meerkeuze
    wie: samen
    label: de kanalen
    vraag: Hoe houden jullie contact?
    opties:
      bel: {label: bellen, zin: zij bellen, niet: zij bellen niet}
      post: {label: brieven, zin: er is post, niet: er is geen post}
"""


@pytest.fixture(scope="module")
def bridge() -> Any:
    """Return what stands between the page and the library, on the msgspec that is installed."""
    return loaded("bridge")


def test_with_its_own_msgspec_the_page_writes_the_same_json_and_loads_no_more_than_it_brings() -> None:
    shipped = Adviser(engine="reference")
    ran = subprocess.run(
        [sys.executable, "-c", IN_THE_BROWSER, *map(str, CASES)],
        env={**os.environ, "PYTHONPATH": str(PAGE)},
        capture_output=True,
        text=True,
        check=True,
    )
    *told, modules = ran.stdout.splitlines()
    cases = [case for path in CASES for case in load_cases(path, shipped.ruleset.vocabulary)]
    assert told == [shipped.assess(case, thinking_along=True).to_json() for case in cases]
    third, rooms, brought, unused, msgspec = json.loads(modules)
    of_this = {"samenwerkadvies", "samenwerkadvies_pytest", "msgspec", "attr", "cattr", "yaml"}
    assert [name for name in third if name not in of_this and name not in brought and not name.startswith("_")] == []
    assert set(rooms).isdisjoint(unused)
    assert msgspec == str(PAGE / "msgspec" / "__init__.py")


def test_every_question_comes_with_what_a_form_needs(bridge: Any) -> None:
    found = called(bridge, "catalogue", "en")
    assert [party["id"] for party in found["parties"]] == ["gemeente", "migrantenorganisatie"]
    asked = {(each["fact"], each["party"]): each for each in found["questions"]}
    seen = asked["erkenning", "migrantenorganisatie"]
    assert (seen["kind"], seen["own"], seen["lowest"], seen["highest"]) == ("schaal", True, 1, 5)
    assert asked["dragers_mo", "migrantenorganisatie"]["own"] is False
    assert {each["kind"] for each in found["questions"]} <= {"ja_nee", "aantal", "schaal", "keuze", "datum"}
    assert len(found["conditions"]) == 13


def test_an_answer_its_remark_and_what_nobody_knows_stand_in_the_case_until_they_are_taken_away(bridge: Any) -> None:
    case: dict[str, Any] = {"peildatum": "2026-01-01", "feiten": {}}
    first = called(bridge, "answer", case=case, fact="erkenning", party="gemeente", value=4, remark=" Goed \n zo ")
    assert first["case"]["toelichting"] == {"erkenning": {"gemeente": "Goed zo"}}
    assert first["known"] == [["erkenning", "gemeente", 4]]
    other = called(bridge, "answer", case=first["case"], fact="dragers_mo", party="migrantenorganisatie", value=None)
    assert other["case"]["feiten"] == {"erkenning": {"gemeente": 4}, "dragers_mo": "onbekend"}
    assert other["unknown"] == [["dragers_mo", None]]
    assert "dragers_mo" not in [fact for fact, *_ in other["open"]]
    both = called(bridge, "answer", case=other["case"], fact="erkenning", party="migrantenorganisatie", value=2)
    less = called(bridge, "clear", case=both["case"], fact="erkenning", party="gemeente")
    assert less["case"]["feiten"]["erkenning"] == {"migrantenorganisatie": 2}
    assert "toelichting" not in less["case"]
    bare = called(bridge, "clear", case=less["case"], fact="dragers_mo", party="migrantenorganisatie")
    assert bare["case"]["feiten"] == {"erkenning": {"migrantenorganisatie": 2}}


def test_a_case_file_comes_back_as_it_went(bridge: Any) -> None:
    text = (EXAMPLES / "sleutelpersonen.yaml").read_text("utf-8")
    found = called(bridge, "read", text=text, name="casus.yaml")["case"]
    again = called(bridge, "read", text=called(bridge, "write", case=found), name="casus.yml")["case"]
    assert again == found
    assert found["toelichting"].startswith("Verzonnen voorbeeld")
    kept = called(bridge, "answer", case=found, fact="dragers_mo", party="migrantenorganisatie", value=3, remark="x")
    assert kept["case"]["toelichting"] == found["toelichting"]
    assert called(bridge, "read", text=json.dumps(found), name="casus.json")["case"] == found


def test_the_file_of_the_other_party_comes_beside_what_is_there_and_takes_nothing_away(bridge: Any) -> None:
    mine = {
        "naam": "Taalhuis",
        "peildatum": "2026-01-01",
        "feiten": {"erkenning": {"gemeente": 4}, "dragers_mo": 1, "thema_gevoelig": "onbekend", "fase": "uitvoering"},
        "toelichting": {"erkenning": {"gemeente": "Wij wel"}, "dragers_mo": "Een."},
    }
    theirs = {
        "peildatum": "2026-02-01",
        "feiten": {
            "erkenning": {"migrantenorganisatie": 2},
            "dragers_mo": 3,
            "thema_gevoelig": True,
            "fase": "onbekend",
        },
        "toelichting": {"erkenning": {"migrantenorganisatie": "Wij niet"}, "dragers_mo": "Drie."},
    }
    found = called(bridge, "join", case=mine, text=json.dumps(theirs), name="ander.json")
    assert found["case"] == {
        "naam": "Taalhuis",
        "peildatum": "2026-01-01",
        "feiten": {
            "fase": "uitvoering",
            "thema_gevoelig": True,
            "erkenning": {"gemeente": 4, "migrantenorganisatie": 2},
            "dragers_mo": 1,
        },
        "toelichting": {
            "erkenning": {"gemeente": "Wij wel", "migrantenorganisatie": "Wij niet"},
            "dragers_mo": "Een. Drie.",
        },
    }
    assert (found["differs"], found["remarks"], found["name"]) == ([["dragers_mo"]], True, "")
    texts = called(bridge, "join", case={**mine, "toelichting": "Eén tekst"}, text=json.dumps(theirs), name="a.json")
    assert (texts["remarks"], texts["case"]["toelichting"]) == (False, "Eén tekst")


def test_numbers_with_decimals_and_several_options_go_there_and_back(
    bridge: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "eigen.yaml").write_text(OWN, "utf-8")
    own = Adviser(load_ruleset(tmp_path), engine="reference")
    monkeypatch.setattr(bridge, "adviser_in", lambda _: own)
    case: dict[str, Any] = {"peildatum": "2026-01-01", "feiten": {}}
    for fact, value in (("uren_precies", 2.5), ("kanalen", ["post"])):
        state = called(bridge, "answer", case=case, fact=fact, party=None, value=value)
        case = state["case"]
    assert case["feiten"] == {"uren_precies": 2.5, "kanalen": ["post"]}
    assert called(bridge, "look", case=case)["known"] == [["uren_precies", None, 2.5], ["kanalen", None, ["post"]]]
    asked = {each["fact"]: each for each in called(bridge, "catalogue")["questions"]}
    assert (asked["uren_precies"]["decimals"], asked["kanalen"]["kind"]) == (1, "meerkeuze")


def test_the_quick_scan_asks_the_first_looks_first(bridge: Any) -> None:
    case = {"peildatum": "2026-01-01", "feiten": {}}
    asked = called(bridge, "look", case=case, quick=True)["open"]
    assert len({fact for fact, *_ in asked}) == called(bridge, "catalogue")["quick"] == 13
    one, *_ = asked
    left = called(bridge, "answer", case=case, fact=one[0], party=one[1], value=None, quick=True)["open"]
    assert left == asked[1:]


def test_what_does_not_fit_is_told_with_its_place_and_way_out(bridge: Any) -> None:
    (wrong,) = called(bridge, "read", text="peildatum: 2026-01-01\nfeiten:\n  dragers: 2\n", name="mijn.yaml")
    assert (wrong["code"], wrong["line"], wrong["hint"]) == ("FEIT01", 3, "dragers_mo")
    (letter,) = called(bridge, "read", "en", text="Beste Noor", name="brief.yaml")
    assert "brief.yaml" in letter["place"] or letter["line"] == 1
    case = {"peildatum": "2026-01-01", "feiten": {}}
    (half,) = called(bridge, "answer", "en", case=case, fact="dragers_mo", party="migrantenorganisatie", value=2.5)
    assert half["expected"].startswith("a whole number")


def test_the_report_and_what_would_change_are_parts_of_a_page(bridge: Any) -> None:
    case = {"peildatum": "2026-01-01", "feiten": {"dragers_mo": 1}}
    assert called(bridge, "report", case=case).startswith('<div class="samenwerkadvies" lang="nl">')
    assert "</div>" in called(bridge, "what_if", "en", case=case, changes={"dragers_mo": 3})
    assert called(bridge, "assess", case=case)["findings"] == ["leunt_op_een_persoon_mo"]
