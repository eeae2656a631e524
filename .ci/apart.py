"""Two sides apart: answers that go on in a link, and come in from one that is whole, broken, or of another page."""

import hashlib
import json
from typing import Any

from browser import Visit
from selenium.webdriver.common.by import By
from sides import given, kept

EMPTY = "localStorage.removeItem('samenwerkadvies')"


def link_of(visit: Visit, value: str) -> str:
    """Return the link that the page makes of the answers of a party; of all without a name."""
    visit.go("delen", "Antwoorden doorgeven")
    field = visit.browser.find_element(By.ID, "link")
    whole = visit.wait("a link", lambda: field.get_attribute("value"))
    if not value:
        return str(whole)
    visit.browser.find_element(By.CSS_SELECTOR, f"input[value={value}]").click()
    return str(visit.wait("a link of less", lambda: field.get_attribute("value").replace(whole, "")))


def arrive(visit: Visit, address: str) -> None:
    """Follow a link to the page that is open already."""
    visit.browser.execute_script("location.hash = arguments[0]", address)


def long_link(visit: Visit, found: dict[str, Any]) -> None:
    """Hand on so much that a mail program may break the link."""
    facts = (
        "dragers_mo",
        "startdatum",
        "fase",
        "thema_gevoelig",
        "vervanger_geregeld",
        "evaluatie_samen",
        "vervolgbesluit",
    )
    told = (hashlib.sha256(bytes([place])).hexdigest() for place in range(60))
    remarks = {fact: " ".join(next(told) for _ in range(7)) for fact in facts}
    long = json.dumps({"case": {**found, "toelichting": remarks}})
    visit.browser.execute_script("localStorage.samenwerkadvies = arguments[0]", long)
    visit.browser.refresh()
    link_of(visit, "")
    visit.says("Sommige mailprogramma’s breken hem af.")
    visit.press("Kopieer de link")
    visit.says("De link is ge")


def links(visit: Visit) -> None:
    """Hand answers on as a link, open them in another browser that has nothing, and beside what is there."""
    before, everything = given(visit), kept(visit)
    every, one = link_of(visit, ""), link_of(visit, "migrantenorganisatie")
    assert len(one) < len(every), "a link of one party holds more than one of all"
    assert "antwoorden/1." in one.partition("#")[2], "the answers do not stand after the #"

    visit.browser.execute_script(EMPTY)
    visit.browser.get("about:blank")
    visit.browser.get(one)
    visit.says("De antwoorden zijn geopend.")
    part = given(visit)
    assert part["feiten"]["erkenning"] == {
        "migrantenorganisatie": before["feiten"]["erkenning"]["migrantenorganisatie"]
    }
    assert "antwoorden/" not in visit.browser.current_url, "the answers stay in the address"
    visit.go("alles/gemeente", "De gemeente")

    arrive(visit, every.partition("#")[2])
    visit.press("Zet ze erbij", "dialog")
    visit.says("De antwoorden zijn erbij gezet.")
    assert given(visit) == before, "two sides do not come together by a link"
    assert kept(visit)["plan"] == everything["plan"], "the plan does not come with all answers"

    data = every.partition("/1.")[2]
    for wrong, told in {
        f"1.{data[: len(data) // 2]}": "Deze link is niet heel.",
        f"1.{data[:40]}{'A' if data[40] != 'A' else 'B'}{data[41:]}": "Deze link is niet heel.",
        "1.": "Deze link is niet heel.",
        "": "Deze link is niet heel.",
        f"7.{data}": "nieuwere versie",
    }.items():
        visit.browser.execute_script("document.querySelector('#told').replaceChildren()")
        arrive(visit, f"/antwoorden/{wrong}")
        visit.says(told)
        assert given(visit) == before, "a broken link changed something"
    broken = f"1.{data[:70]}%20{data[70:]}%3E."
    arrive(visit, f"/antwoorden/{broken}")
    visit.press("Houd wat ik heb", "dialog")
    assert given(visit) == before, "what was kept changed"
    long_link(visit, before)
    visit.browser.execute_script("localStorage.samenwerkadvies = arguments[0]", json.dumps(everything))
    visit.browser.refresh()
