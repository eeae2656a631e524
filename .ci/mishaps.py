"""What goes wrong on a device: a full disk, nothing kept at all, a reload, two tabs, answers to other questions."""

import json

from browser import Visit
from sides import REMARKED, given, kept, pick

FULL = """
let filled = "";
for (let size = 4 << 20; size >= 1; size >>= 1) {
  try {
    localStorage.setItem("vol", filled + "x".repeat(size));
    filled += "x".repeat(size);
  } catch {}
}
"""
ROOM = "localStorage.removeItem('vol')"


def full_disk(visit: Visit) -> None:
    """Write where nothing more can be kept: it is said, a file has it, and later it is kept after all."""
    visit.go("alles/gemeente", "De gemeente")
    before = given(visit)
    visit.browser.execute_script(FULL)
    visit.all(f"{REMARKED} textarea")[0].send_keys("Hier is geen plek meer voor. " * 10)
    visit.says("Deze browser kan je antwoorden niet bewaren.")
    assert given(visit) == before, "half of an answer was kept"
    for each in visit.downloads.glob("*.yaml"):
        each.unlink()
    visit.browser.execute_script("location.hash = '#/overzicht'")
    visit.press("Sla op als bestand")
    saved = visit.saved("*.yaml")
    assert "geen plek meer" in saved.read_text("utf-8"), "what could not be kept is not in the file"
    visit.browser.execute_script(ROOM)
    visit.browser.execute_script("location.hash = '#/alles/gemeente'")
    visit.wait("the questions", lambda: visit.all(REMARKED))
    pick(visit, "kritiek_veilig.gemeente", "2")
    assert "geen plek meer" in str(given(visit)["toelichting"]), "what could not be kept was lost"


def reloads(visit: Visit) -> None:
    """Load the page again before it is ready, and while somebody types; go elsewhere and back."""
    before = given(visit)
    for _ in range(3):
        visit.browser.refresh()
    visit.go("alles/gemeente", "De gemeente")
    assert given(visit) == before, "a reload lost something"
    visit.all(f"{REMARKED} textarea")[0].send_keys(" Nog niet klaar")
    visit.wait("what is typed is kept", lambda: "Nog niet klaar" in str(given(visit)["toelichting"]))
    visit.browser.refresh()
    field = visit.wait("the remark", lambda: visit.all(f"{REMARKED} textarea"))[0]
    assert "Nog niet klaar" in field.get_attribute("value"), "a reload lost what was typed"
    visit.browser.get(f"{visit.address}?elsewhere")
    visit.says("Wie beantwoordt nu vragen?")
    visit.browser.back()
    visit.wait("the questions", lambda: visit.all(REMARKED))
    pick(visit, "kritiek_veilig.gemeente", "4")


def other_rules(visit: Visit) -> None:
    """Open a page whose questions no longer fit what was kept: it can be saved, and is not thrown away."""
    before = kept(visit)
    newer = {**before, "case": {**before["case"], "feiten": {**before["case"]["feiten"], "nieuw_feit": 2}}}
    visit.browser.execute_script("localStorage.samenwerkadvies = arguments[0]", json.dumps(newer))
    visit.browser.get(f"{visit.address}?newer")
    visit.says("Je bewaarde antwoorden passen niet bij de vragen van nu.")
    visit.press("Sla op als bestand")
    saved = visit.saved("*.json")
    assert json.loads(saved.read_text("utf-8")) == newer["case"], "what was kept is saved as another"
    visit.press("Begin")
    visit.press("Houd wat ik heb", "dialog")
    assert kept(visit) == newer, "what was kept is gone"
    visit.browser.execute_script("localStorage.samenwerkadvies = arguments[0]", json.dumps(before))
    visit.browser.get(f"{visit.address}?older")


def two_tabs(visit: Visit) -> None:
    """Answer in another tab, and see it in the first."""
    first = visit.browser.current_window_handle
    visit.browser.switch_to.new_window("tab")
    visit.go("alles/gemeente", "De gemeente")
    pick(visit, "zelfde_doel.gemeente", "5")
    visit.browser.close()
    visit.browser.switch_to.window(first)
    visit.says("Je hebt in een ander tabblad iets veranderd.")
    before = given(visit)
    visit.go("alles/gemeente", "De gemeente")
    pick(visit, "oud_zeer.gemeente", "false")
    facts = given(visit)["feiten"]
    assert facts["zelfde_doel"] == {"gemeente": 5}, "what the other tab answered was lost"
    assert facts.keys() >= before["feiten"].keys(), "something was lost between two tabs"


def forbidden(visit: Visit) -> None:
    """Use the page where a browser keeps nothing."""
    visit.forbid_keeping()
    visit.browser.get(f"{visit.address}?nothing")
    visit.press("Begin")
    visit.says("Deze browser kan je antwoorden niet bewaren.")
    visit.browser.get("about:blank")
