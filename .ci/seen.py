"""Every screen of the page in every way to look at it, in both languages."""

import functools
import json
from collections.abc import Iterator
from pathlib import Path

from browser import Visit, in_each_way, visiting
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

SCREENS = {
    "overzicht": ".cards",
    "vragen/gemeente": "form",
    "alles/samen": "form",
    "advies": "[data-ready]",
    "wat-als": "#welke",
    "vergelijk": "#toen",
    "delen": "#link",
}
"""With what is shown once they are ready."""
KEPT = {
    "case": {
        "naam": "Taalhuis",
        "peildatum": "2026-01-01",
        "feiten": {"dragers_mo": 1, "vervanger_geregeld": "niemand", "erkenning": {"gemeente": 4}},
    },
    "plan": [
        {"rule": "weg", "place": -1, "title": "Toen", "step": "Bel.", "who": "Noor", "when": "mei", "done": True},
    ],
}


def all_faults(site: Path, axe: str) -> list[str]:
    """Return what is wrong with the screens, in a browser of their own."""
    with visiting(site) as visit:
        return [found for language in ("nl", "en") for found in _faults(visit, axe, language)]


def _faults(visit: Visit, axe: str, language: str) -> Iterator[str]:
    visit.browser.get(visit.address)
    visit.browser.execute_script("localStorage.clear()")
    visit.browser.get(f"{visit.address}?{language}")
    yield from in_each_way(visit, f"the beginning in {language}", axe)
    visit.browser.execute_script(
        "localStorage.samenwerkadvies = arguments[0]", json.dumps({**KEPT, "language": language})
    )
    visit.browser.get(f"{visit.address}?kept")
    for where, shown in SCREENS.items():
        visit.browser.execute_script("location.hash = arguments[0]", f"#/{where}")
        visit.wait(where, functools.partial(visit.all, f"main :is({shown})"))
        if where == "wat-als":
            try_out(visit)
        if where == "vergelijk":
            compare(visit)
        yield from in_each_way(visit, f"{where} in {language}", axe)


def try_out(visit: Visit) -> None:
    """Try another answer."""
    Select(visit.browser.find_element(By.ID, "welke")).select_by_value("dragers_mo")
    number = visit.all("input[type=number]")[0]
    number.clear()
    number.send_keys("4")
    visit.all("form button")[0].click()
    visit.wait("what changes", lambda: visit.all("article"))


def compare(visit: Visit) -> None:
    """Compare with another time."""
    then = visit.downloads.parent / "toen.json"
    then.write_text(json.dumps({**KEPT["case"], "naam": "Huis"}), "utf-8")
    visit.browser.find_element(By.ID, "toen").send_keys(str(then))
    visit.wait("what changed", lambda: visit.all("article"))
