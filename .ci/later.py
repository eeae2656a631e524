"""What comes after the answers: another answer tried, a plan filled in, last time beside now."""

import csv
import json
from pathlib import Path
from typing import Any

from browser import Visit
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select
from sides import given, kept, open_file

FIRST_STEP = ".agreed details"
WITHOUT_PLAN = "localStorage.samenwerkadvies = JSON.stringify({...JSON.parse(localStorage.samenwerkadvies), plan: []})"


def what_if(visit: Visit) -> None:
    """Try another answer: the case stays as it is, until the answer is kept."""
    visit.go("wat-als", "Wat als")
    before = given(visit)
    Select(visit.browser.find_element(By.ID, "welke")).select_by_value("dragers_mo")
    number = visit.wait("the question", lambda: visit.all("input[type=number]"))[0]
    visit.press("Kijk wat er verandert")
    visit.says("Dit antwoord staat er nu al.")
    number.clear()
    number.send_keys("4")
    visit.press("Kijk wat er verandert")
    visit.says("Wat er verandert voor Taalhuis")
    visit.press("Laat alles zoals het was")
    assert given(visit) == before, "trying an answer changed the case"
    number = visit.wait("the question again", lambda: visit.all("input[type=number]"))[0]
    assert number.get_attribute("value") == "1", "the answer that was tried is still there"
    number.clear()
    number.send_keys("4")
    visit.press("Kijk wat er verandert")
    visit.press("Houd dit antwoord")
    visit.says("Je antwoord is veranderd.")
    assert given(visit)["feiten"]["dragers_mo"] == 4  # noqa: PLR2004 - as typed
    change_back(visit, "1")


def change_back(visit: Visit, value: str) -> None:
    """Give the number of the question that is shown, and keep it."""
    number = visit.all("input[type=number]")[0]
    number.clear()
    number.send_keys(value)
    visit.press("Kijk wat er verandert")
    visit.press("Houd dit antwoord")
    visit.wait("the answer of before", lambda: str(given(visit)["feiten"]["dragers_mo"]) == value)


def plan_filled_in(visit: Visit, folder: Path) -> None:
    """Fill in the plan, see it kept, printed, saved, forgotten and opened again."""
    visit.go("advies", "Het advies")
    visit.wait("the plan", lambda: visit.all(FIRST_STEP))
    visit.all(f"{FIRST_STEP} summary")[0].click()
    who, when = visit.all(f"{FIRST_STEP} input")[:2]
    who.send_keys("=Fatma")
    when.send_keys("1 maart")
    Select(visit.all(f"{FIRST_STEP} select")[0]).select_by_value("ja")
    visit.wait("the plan is kept", lambda: kept(visit)["plan"] and kept(visit)["plan"][0]["done"])
    agreed = kept(visit)["plan"]
    assert (agreed[0]["who"], agreed[0]["when"]) == ("=Fatma", "1 maart"), f"the plan is kept as another: {agreed}"
    visit.press("Sla het actieplan op")
    saved = visit.saved("*actieplan*.csv")
    rows = list(csv.DictReader(saved.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert (rows[0]["Wie"], rows[0]["Gedaan?"]) == ("'=Fatma", "ja"), "the saved plan is another"
    visit.browser.refresh()
    visit.wait("the plan again", lambda: visit.all(FIRST_STEP))
    visit.says("=Fatma, 1 maart. Gedaan")
    visit.all(f"{FIRST_STEP} summary")[0].click()
    assert visit.all(f"{FIRST_STEP} input")[0].get_attribute("value") == "=Fatma", "a reload lost the plan"
    paper = visit.browser.execute_script("return document.querySelector('.plan tbody').textContent")
    assert "=Fatma" in paper, "the plan is not on paper"
    assert "1 maart. Gedaan" in paper, "the plan is not on paper"
    visit.browser.execute_script(WITHOUT_PLAN)
    visit.browser.refresh()
    visit.go("overzicht", "Taalhuis")
    open_file(visit, saved)
    visit.says("Het actieplan is geopend.")
    assert [(each["rule"], each["place"], each["who"]) for each in kept(visit)["plan"]] == [
        (each["rule"], each["place"], each["who"]) for each in agreed
    ], "a saved plan comes back as another"
    (folder / "brief.csv").write_text("Beste Noor,\n", "utf-8")
    open_file(visit, folder / "brief.csv")
    visit.says("dit is geen actieplan")


def last_year(visit: Visit, folder: Path) -> None:
    """Open the case of last year, and see what changed and what became of the plan."""
    then: dict[str, Any] = given(visit) | {"peildatum": "2024-05-01", "naam": "Het andere huis"}
    then["feiten"] = {**then["feiten"], "dragers_mo": 5}
    (folder / "toen.json").write_text(json.dumps(then), "utf-8")
    before = given(visit)
    visit.go("vergelijk", "Wat is er veranderd?")
    visit.browser.find_element(By.ID, "toen").send_keys(str(folder / "toen.json"))
    visit.says("dit bestand heet ‘Het andere huis’")
    visit.says("2024")
    visit.says("(=Fatma, 1 maart). Gedaan.")
    assert given(visit) == before, "comparing changed the case"
    (folder / "brief.json").write_text("Beste Noor", "utf-8")
    visit.browser.find_element(By.ID, "toen").send_keys(str(folder / "brief.json"))
    visit.says("Deze antwoorden passen hier niet.")
