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
from samenwerkadvies.tables.plans import read_plan

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
    first = called(bridge, "answer", case=case, at=["erkenning", "gemeente", ""], value=4, remark=" Goed \n zo ")
    assert first["case"]["toelichting"] == {"erkenning": {"gemeente": "Goed zo"}}
    assert first["known"] == [["erkenning", "gemeente", "", 4]]
    other = called(bridge, "answer", case=first["case"], at=["dragers_mo", "migrantenorganisatie", ""], value=None)
    assert other["case"]["feiten"] == {"erkenning": {"gemeente": 4}, "dragers_mo": "onbekend"}
    assert other["unknown"] == [["dragers_mo", None, ""]]
    assert "dragers_mo" not in [fact for fact, *_ in other["open"]]
    both = called(bridge, "answer", case=other["case"], at=["erkenning", "migrantenorganisatie", ""], value=2)
    said = called(bridge, "note", case=both["case"], at=["oud_zeer", "gemeente", ""], remark="Later.")
    assert said["case"]["toelichting"]["oud_zeer"] == {"gemeente": "Later."}
    assert said["case"]["feiten"] == both["case"]["feiten"]
    kept = called(bridge, "clear", case=both["case"], at=["erkenning", "gemeente", ""], remark="Toch")
    assert kept["case"]["toelichting"] == {"erkenning": {"gemeente": "Toch"}}
    less = called(bridge, "clear", case=both["case"], at=["erkenning", "gemeente", ""])
    assert less["case"]["feiten"]["erkenning"] == {"migrantenorganisatie": 2}
    assert "toelichting" not in less["case"]
    bare = called(bridge, "clear", case=less["case"], at=["dragers_mo", "migrantenorganisatie", ""])
    assert bare["case"]["feiten"] == {"erkenning": {"migrantenorganisatie": 2}}


def test_a_case_file_comes_back_as_it_went(bridge: Any) -> None:
    text = (EXAMPLES / "sleutelpersonen.yaml").read_text("utf-8")
    found = called(bridge, "read", text=text, name="casus.yaml")["case"]
    again = called(bridge, "read", text=called(bridge, "write", case=found), name="casus.yml")["case"]
    assert again == found
    assert found["toelichting"].startswith("Verzonnen voorbeeld")
    kept = called(bridge, "answer", case=found, at=["dragers_mo", "migrantenorganisatie", ""], value=3, remark="x")
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
        state = called(bridge, "answer", case=case, at=[fact, None, ""], value=value)
        case = state["case"]
    assert case["feiten"] == {"uren_precies": 2.5, "kanalen": ["post"]}
    assert called(bridge, "look", case=case)["known"] == [
        ["uren_precies", None, "", 2.5],
        ["kanalen", None, "", ["post"]],
    ]
    asked = {each["fact"]: each for each in called(bridge, "catalogue")["questions"]}
    assert (asked["uren_precies"]["decimals"], asked["kanalen"]["kind"]) == (1, "meerkeuze")


def test_the_quick_scan_asks_the_first_looks_first(bridge: Any) -> None:
    case = {"peildatum": "2026-01-01", "feiten": {}}
    asked = called(bridge, "look", case=case, quick=True)["open"]
    assert len({fact for fact, *_ in asked}) == called(bridge, "catalogue")["quick"] == 13
    one, *_ = asked
    left = called(bridge, "answer", case=case, at=one[:3], value=None, quick=True)["open"]
    assert left == asked[1:]


def test_what_does_not_fit_is_told_with_its_place_and_way_out(bridge: Any) -> None:
    (wrong,) = called(bridge, "read", text="peildatum: 2026-01-01\nfeiten:\n  dragers: 2\n", name="mijn.yaml")
    assert (wrong["code"], wrong["line"], wrong["hint"]) == ("FEIT01", 3, "dragers_mo")
    (letter,) = called(bridge, "read", "en", text="Beste Noor", name="brief.yaml")
    assert "brief.yaml" in letter["place"] or letter["line"] == 1
    case = {"peildatum": "2026-01-01", "feiten": {}}
    (half,) = called(bridge, "answer", "en", case=case, at=["dragers_mo", "migrantenorganisatie", ""], value=2.5)
    assert half["expected"].startswith("a whole number")


def test_what_nests_too_deep_is_refused_before_it_ends_the_python_of_a_browser(bridge: Any) -> None:
    told = json.loads(bridge.call("look", '{"case":' * 900 + "}" * 900, "nl"))
    assert [problem["message"] for problem in told["problems"]] == ["te veel niveaus in elkaar"]


def test_the_report_and_what_would_change_are_parts_of_a_page(bridge: Any) -> None:
    case = {"peildatum": "2026-01-01", "feiten": {"dragers_mo": 1}}
    assert called(bridge, "report", case=case).startswith('<div class="samenwerkadvies" lang="nl">')
    assert "</div>" in called(bridge, "what_if", "en", case=case, changes={"dragers_mo": 3})
    assert called(bridge, "assess", case=case)["findings"] == ["leunt_op_een_persoon_mo"]


SEVERAL = """
breidt_uit: samenwerkadvies
partijen:
  migrantenorganisatie: {meermaals: ja}
"""


def test_each_of_several_organisations_is_asked_and_says_something_of_its_own(
    bridge: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "eigen.yaml").write_text(SEVERAL, "utf-8")
    own = Adviser(load_ruleset(tmp_path), engine="reference")
    monkeypatch.setattr(bridge, "adviser_in", lambda _: own)
    assert [party["several"] for party in called(bridge, "catalogue")["parties"]] == [False, True]
    names = {"migrantenorganisatie": ["Stichting A", "Vereniging B"]}
    case: dict[str, Any] = {"peildatum": "2026-01-01", "organisaties": names, "feiten": {}}
    open_ones = [at[:3] for at in called(bridge, "look", case=case)["open"]]
    asked = ["erkenning", "migrantenorganisatie", "Stichting A"]
    assert {name for _, party, name in open_ones if party} == {"", "Stichting A", "Vereniging B"}
    assert asked in open_ones
    first = called(bridge, "answer", case=case, at=asked, value=2, remark="Zij zien ons niet")
    assert first["known"] == [[*asked, 2]]
    nobody = called(
        bridge, "answer", case=first["case"], at=["dragers_mo", "migrantenorganisatie", "Vereniging B"], value=None
    )
    assert nobody["unknown"] == [["dragers_mo", None, "Vereniging B"]]
    assert nobody["case"]["toelichting"] == {
        "erkenning": {"migrantenorganisatie": {"Stichting A": "Zij zien ons niet"}}
    }
    bare = called(bridge, "clear", case=first["case"], at=asked)["case"]
    assert bare == case
    theirs = {**case, "organisaties": {"migrantenorganisatie": ["Vereniging B", "Club C"]}}
    both = called(bridge, "join", case=first["case"], text=json.dumps(theirs), name="a.json")["case"]
    assert both["organisaties"] == {"migrantenorganisatie": ["Stichting A", "Vereniging B", "Club C"]}


def test_a_part_of_a_case_holds_what_one_party_says_and_nothing_else(bridge: Any) -> None:
    whole = {
        "naam": "Taalhuis",
        "peildatum": "2026-01-01",
        "feiten": {"erkenning": {"gemeente": 4, "migrantenorganisatie": 2}, "dragers_mo": 1, "thema_gevoelig": True},
        "respondenten": {"gemeente": [{"steun": 2}], "migrantenorganisatie": [{"steun": 3}]},
        "toelichting": {"erkenning": {"gemeente": "Wij"}, "dragers_mo": "Een."},
    }
    assert called(bridge, "part", case=whole, party="gemeente") == {
        "naam": "Taalhuis",
        "peildatum": "2026-01-01",
        "feiten": {"erkenning": {"gemeente": 4}},
        "respondenten": {"gemeente": [{"steun": 2}]},
        "toelichting": {"erkenning": {"gemeente": "Wij"}},
    }
    noted = {**whole, "toelichting": "Eén tekst"}
    assert called(bridge, "part", case=noted, party="migrantenorganisatie") == {
        "naam": "Taalhuis",
        "peildatum": "2026-01-01",
        "feiten": {"erkenning": {"migrantenorganisatie": 2}, "dragers_mo": 1},
        "respondenten": {"migrantenorganisatie": [{"steun": 3}]},
    }


def test_people_of_both_parties_come_together(bridge: Any) -> None:
    mine, theirs = (
        {"peildatum": "2026-01-01", "feiten": {}, "respondenten": {party: [{"erkenning": score}]}}
        for party, score in (("gemeente", 2), ("migrantenorganisatie", 3))
    )
    found = called(bridge, "join", case=mine, text=json.dumps(theirs), name="a.json")
    assert found["case"]["respondenten"] == {**mine["respondenten"], **theirs["respondenten"]}  # type: ignore[dict-item]
    assert found["differs"] == []


def test_what_changed_is_told_by_the_days_and_says_what_became_of_the_plan(bridge: Any) -> None:
    now = {"naam": "Taalhuis", "peildatum": "2026-01-01", "feiten": {"dragers_mo": 2}}
    then = json.dumps({"naam": "Huis", "peildatum": "2025-01-01", "feiten": {"dragers_mo": 1}})
    step = {
        "rule": "leunt_op_een_persoon_mo",
        "place": 0,
        "title": "",
        "step": "?",
        "who": "Fatma",
        "when": "",
        "done": True,
    }
    found = called(bridge, "compare", case=now, text=then, name="toen.json", plan=[step])
    assert (found["name"], found["days"]) == ("Huis", ["2025-01-01", "2026-01-01"])
    assert "(Fatma). Gedaan." in found["html"]
    again = called(bridge, "compare", case=json.loads(then), text=json.dumps(now), name="nu.json", plan=[])
    assert again["days"] == found["days"]


def test_a_plan_goes_out_as_the_command_line_reads_it_and_comes_back_in_any_language(
    bridge: Any, tmp_path: Path
) -> None:
    case = {"peildatum": "2026-01-01", "feiten": {"dragers_mo": 1}}
    rule = "leunt_op_een_persoon_mo"
    plan = [
        {"rule": rule, "place": 1, "title": "x", "step": "x", "who": "Fatma", "when": "maart", "done": None},
        {"rule": "van_toen", "place": -1, "title": "Toen", "step": "Bel.", "who": "", "when": "", "done": False},
    ]
    text = called(bridge, "plan_file", "en", case=case, plan=plan)
    (tmp_path / "plan.csv").write_text(text, "utf-8")
    assert [(each.rule, each.who, each.done) for each in read_plan(tmp_path / "plan.csv")] == [
        (rule, "Fatma", None),
        ("van_toen", "", False),
    ]
    back = called(bridge, "read_plan", text=text, name="plan.csv")
    assert [(each["place"], each["title"]) for each in back] == [(1, back[0]["title"]), (-1, "Toen")]
    assert back[0]["title"] not in ("x", "")
    (wrong,) = called(bridge, "read_plan", "en", text="Beste Noor", name="brief.csv")
    assert wrong["message"] == "this is no action plan"
