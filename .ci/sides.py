"""Two sides on the page: from nothing to shared advice, apart and together, with files, tabs and no network."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from browser import Visit
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

FIRST_LOOKS = 13
REMARKED = 'form:has([data-question="erkenning.gemeente"])'
FILLED_IN = """
const [input, value] = arguments;
input.value = value;
input.dispatchEvent(new Event("change", {bubbles: true}));
"""
ASSESSED = """
const done = arguments[arguments.length - 1];
import("./adviser.js").then(({Adviser}) => new Adviser().assess(JSON.parse(localStorage.samenwerkadvies).case))
  .then(found => done(JSON.stringify(found)));
"""
"""What a developer does in a page of their own."""


def left(visit: Visit) -> int:
    """Return how many questions the overview has for the first party."""
    found = re.search(r"Nog hoogstens (\d+)", visit.text())
    return int(found[1]) if found else 0


def kept(visit: Visit) -> dict[str, Any]:
    """Return all that the browser keeps."""
    return json.loads(visit.browser.execute_script("return localStorage.samenwerkadvies ?? '{}'"))


def given(visit: Visit) -> dict[str, Any]:
    """Return the case as the browser keeps it."""
    return kept(visit).get("case") or {}


def pick(visit: Visit, fact: str, value: str) -> None:
    """Answer a question on the page with all of them, and see that it is kept."""
    within = f'fieldset[data-question="{fact}"]'
    before = given(visit)
    for each in visit.browser.find_elements(By.CSS_SELECTOR, f"{within} input"):
        if each.get_attribute("type") in ("number", "date"):
            visit.browser.execute_script(FILLED_IN, each, value)
        elif each.get_attribute("value") == value:
            visit.browser.execute_script("arguments[0].click()", each)
    visit.wait(f"{fact} is kept", lambda: given(visit) != before)


def open_file(visit: Visit, path: Path) -> None:
    """Open a case file."""
    visit.browser.find_element(By.ID, "bestand").send_keys(str(path.resolve()))


def one_by_one(visit: Visit) -> None:
    """Answer as one party: by keyboard alone; go back, skip, and come back after a reload."""
    visit.wait("a place for the name", lambda: visit.all("#naam"))
    visit.tab_to("#naam")
    visit.type("Taalhuis", Keys.ENTER)
    visit.says("Wie beantwoordt nu vragen?")
    visit.tab_to("a[href='#/vragen/gemeente']")
    visit.type(Keys.ENTER)

    def by_keyboard() -> None:
        if visit.all("fieldset input[type=radio]"):
            visit.tab_to("fieldset input")
            visit.type(Keys.SPACE, Keys.ENTER)
        else:
            visit.tab_to("button[type=submit] + button")
            visit.type(Keys.ENTER)

    for _ in range(3):
        visit.answer(by_keyboard)
    asked = visit.question()
    visit.browser.execute_script("document.querySelector('.skip').click()")
    assert visit.browser.execute_script("return document.activeElement.tagName") == "MAIN", "nothing is skipped"
    assert visit.question() == asked, "the skip link leads away"
    visit.press("Wil je er iets bij zeggen?")
    visit.all("textarea")[0].send_keys("Nu even niet.")
    visit.answer(lambda: visit.press("Overslaan"))
    visit.wait("the remark on what was skipped", lambda: "Nu even niet." in str(given(visit).get("toelichting")))
    visit.answer(lambda: visit.press("Terug"))
    assert visit.question() == asked, "going back shows another question"
    visit.press("Volgende")
    visit.says("Kies eerst een antwoord.")
    visit.all("textarea")[0].send_keys(" Dit zoeken we nog uit.")
    visit.answer(lambda: visit.press("Weet ik niet"))

    before = given(visit)
    assert "Nu even niet. Dit zoeken we nog uit." in str(before["toelichting"]), "a remark was lost"
    visit.browser.refresh()
    visit.question()
    assert given(visit) == before, "a reload lost something"


def on_one_page(visit: Visit) -> None:
    """Answer as the other party, and together: what was given is kept and shown as it was given."""
    visit.go("alles/migrantenorganisatie", "De migrantenorganisatie")
    for fact, value in (
        ("erkenning.migrantenorganisatie", "2"),
        ("dragers_mo", "1"),
        ("haalbaar_voor_mo.migrantenorganisatie", "1"),
    ):
        pick(visit, fact, value)
    visit.go("alles/gemeente", "De gemeente")
    pick(visit, "erkenning.gemeente", "4")
    visit.button("Wil je er iets bij zeggen?", REMARKED).click()
    visit.all(f"{REMARKED} textarea")[0].send_keys("Wij zien wat ze doen.", Keys.TAB)
    visit.wait("the remark is kept", lambda: "Wij zien" in str(given(visit)["toelichting"]))
    unanswered = 'form:has([data-question="kritiek_veilig.gemeente"])'
    visit.button("Wil je er iets bij zeggen?", unanswered).click()
    visit.all(f"{unanswered} textarea")[0].send_keys("Hier denken we over na.", Keys.TAB)
    visit.wait("a remark without an answer is kept", lambda: "denken we" in str(given(visit)["toelichting"]))
    visit.go("alles/samen", "Samen")
    wanted = {
        "vervanger_geregeld": "niemand",
        "startdatum": "2023-03-01",
        "datum_evaluatie": "nooit",
        "thema_gevoelig": "true",
        "evaluatie_samen": "false",
    }
    for fact, value in wanted.items():
        pick(visit, fact, value)
    facts = given(visit)["feiten"]
    kept = {fact: facts[fact] for fact in wanted}
    assert kept == {**wanted, "thema_gevoelig": True, "evaluatie_samen": False}, f"answers are kept as others: {kept}"
    visit.go("overzicht", "Taalhuis")
    visit.go("alles/samen", "Samen")
    shown = 'return [...document.querySelectorAll("input:checked")].map(each => [each.name, each.value])'
    shows = [["thema_gevoelig", "true"], ["evaluatie_samen", "false"], ["vervanger_geregeld", "niemand"]]
    checked = visit.browser.execute_script(shown)
    assert all(each in checked for each in shows), f"answers are shown as others: {checked}"
    numbers = (facts["erkenning"], facts["dragers_mo"])
    assert numbers == ({"gemeente": 4, "migrantenorganisatie": 2}, 1), f"answers are kept as others: {numbers}"


def the_same_advice(visit: Visit) -> Path:
    """See the advice, save the case, and see that the command line says exactly the same of it."""
    visit.go("advies", "Het advies")
    visit.says("Gespreksblad")
    visit.says("Wij zien wat ze doen.")
    visit.says("Wat er nog te vragen is")
    visit.press("Sla op als bestand")
    saved = visit.saved("*.yaml")
    command = [sys.executable, "-m", "samenwerkadvies", "advise", saved, "--engine", "reference", "--format", "json"]
    said = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    shown = json.loads(visit.browser.execute_async_script(ASSESSED))
    assert said["findings"], "the case says nothing"
    differs = [key for key in {**shown, **said} if json.dumps(shown.get(key)) != json.dumps(said.get(key))]
    assert not differs, f"the page and the command line do not say the same: {differs}"
    return saved


def files(visit: Visit, saved: Path, folder: Path) -> None:
    """Open files: one of something else, one of newer rules, and the saved one after all was forgotten."""
    visit.go("overzicht", "Taalhuis")
    before = given(visit)
    for name, text in {
        "brief.yaml": "Beste Noor,\n",
        "nieuwer.yaml": "peildatum: 2026-01-01\nfeiten: {nieuw_feit: 2}\n",
    }.items():
        (folder / name).write_text(text, "utf-8")
        visit.browser.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
        open_file(visit, folder / name)
        visit.press("Vervang alles", "dialog")
        visit.says("Deze antwoorden passen hier niet. Er is niets veranderd")
        assert given(visit) == before, "a wrong file changed something"
    visit.press("Vergeet alles")
    visit.press("Ja, vergeet alles", "dialog")
    visit.says("Alles is vergeten.")
    assert visit.browser.execute_script("return localStorage.length") == 0, "something is still kept"
    open_file(visit, saved)
    visit.says("De antwoorden zijn geopend.")
    assert given(visit) == before, "the saved file lost something"
    other = "naam: Taalhuis\npeildatum: 2026-01-01\nfeiten:\n  dragers_mo: 3\n  oud_zeer: {migrantenorganisatie: nee}\n"
    (folder / "ander.yaml").write_text(other, "utf-8")
    visit.browser.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
    open_file(visit, folder / "ander.yaml")
    visit.press("Zet ze erbij", "dialog")
    visit.says("Bespreek ze samen")
    facts = given(visit)["feiten"]
    assert facts == {**before["feiten"], "oud_zeer": {"migrantenorganisatie": False}}, "two files do not come together"
    every = left(visit)
    visit.browser.find_element(By.ID, "snel").click()
    visit.wait("the quick scan", lambda: left(visit) < every)
    assert left(visit) <= FIRST_LOOKS, "the quick scan asks too much"
    visit.browser.find_element(By.ID, "snel").click()
    visit.wait("every question again", lambda: left(visit) == every)


def offline(visit: Visit) -> None:
    """Stop the server, and go on."""
    visit.says("Deze pagina werkt nu ook zonder internet.")
    visit.unplug()
    visit.browser.refresh()
    visit.go("alles/gemeente", "De gemeente")
    pick(visit, "gelijkwaardigheid.gemeente", "3")
    visit.go("advies", "Het advies")
    visit.says("Gespreksblad")
