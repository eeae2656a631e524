"""Write rules in the built page as people do, in a real browser: a rule broken and mended, a scenario red and green.

    python .ci/workbench.py SITE MODULES

SITE is what ``examples/pagina/build.py`` made; MODULES is a ``node_modules`` with axe-core. Prints what was measured,
and stops at the first thing that is not as it should be.
"""

import json
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

from browser import Visit, in_each_way, memory, visiting
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

WITHIN = "const editor = document.querySelector('.desk .editor').shadowRoot; "
ROW = "        | nee      | 6      | geldt niet |"
AFTER_THE_NUMBER = len(ROW) - ROW.index("6") - 1
WHOLE, ONE_FAILS = "22 scenario's: 22 goed, 0 fout.", "22 scenario's: 21 goed, 1 fout."


def kept(visit: Visit) -> dict[str, Any]:
    """Return what the browser keeps of the workbench."""
    found = visit.browser.execute_script("return localStorage['samenwerkadvies werkplaats']")
    return dict(json.loads(found)) if found else {}


def own(visit: Visit) -> dict[str, str]:
    """Return the writer's own files, as the browser keeps them."""
    return dict((kept(visit).get("own") or {}).get("files", {}))


def marked(visit: Visit) -> list[str]:
    """Return the texts in the editor that are marked as wrong."""
    found = "return [...editor.querySelectorAll('.cm-lintRange-error')].map(each => each.textContent)"
    return list(visit.browser.execute_script(WITHIN + found))


def focus(visit: Visit) -> None:
    """Begin to write at the top of the text."""
    visit.browser.execute_script(WITHIN + "editor.querySelector('.cm-content').focus()")


def step(visit: Visit, number: int) -> None:
    """Wait for a step of the tour."""
    visit.says(f"Rondleiding, stap {number} van 7")


def tour(visit: Visit) -> float:
    """Take the tour, by the keyboard where something is to be typed; return how soon a change is answered, in s."""
    visit.press("Begin met de rondleiding")
    step(visit, 1)
    visit.says(WHOLE)
    visit.press("Laat zien waar")
    step(visit, 2)
    visit.says("Deze regel geldt als: er is geen vast moment voor overleg")
    visit.press("Laat zien waar")
    visit.type(Keys.BACKSPACE)
    start = time.monotonic()
    visit.wait("what is wrong", lambda: visit.all("#fouten li"))
    answered = time.monotonic() - start
    told = visit.all("#fouten li")[0].text
    assert told.startswith("regels.yaml, regel 135: "), f"the place is not told: {told}"
    assert "Bedoelde je: vast_moment?" in told, f"the way out is not told: {told}"
    assert marked(visit) == ["vast_momen"], f"something else is marked: {marked(visit)}"
    step(visit, 3)
    visit.type("t")
    step(visit, 4)
    assert not marked(visit), "what is mended is still marked"
    visit.press("Laat zien waar")
    visit.type(Keys.BACKSPACE, "8")
    step(visit, 5)
    visit.says(ONE_FAILS)
    visit.says("Verwacht: regel weinig_overleg geldt niet.")
    before = kept(visit)["tour"]
    visit.browser.refresh()
    step(visit, 5)
    assert kept(visit)["tour"] == before, "a reload lost something"
    visit.says(ONE_FAILS)
    visit.press("Ga erheen", "#scenarios")
    step(visit, 6)
    visit.type(Keys.END, *[Keys.LEFT] * AFTER_THE_NUMBER, Keys.BACKSPACE, "8")
    step(visit, 7)
    visit.says(WHOLE)
    visit.press("Probeer het op een samenwerking")
    options = "#casus option:not([value=''])"
    visit.wait("a scenario", lambda: visit.browser.find_elements(By.CSS_SELECTOR, options))[0].click()
    visit.wait("its advice", lambda: visit.all("#geprobeerd .beside h1, #geprobeerd .beside h2"))
    visit.press("Klaar: terug naar het begin")
    visit.button("Begin met een eigen set")
    return answered


def forget(visit: Visit) -> None:
    """Forget everything."""
    visit.press("Vergeet mijn bestanden")
    visit.press("Ja, vergeet mijn bestanden", "dialog")
    visit.says("Je bestanden zijn hier weg.")
    assert not kept(visit), "something is still kept"


def zipped(visit: Visit, folder: Path) -> None:
    """Add to the shipped rules, take the folder away as a zip, forget everything, and bring it back."""
    visit.press("Begin met een aanvulling")
    visit.says("Alles klopt.")
    focus(visit)
    visit.type("# van ons", Keys.ENTER)
    visit.wait("the change is kept", lambda: any("# van ons" in text for text in own(visit).values()))
    before = own(visit)
    visit.type(Keys.TAB)
    inside = visit.browser.execute_script("return document.activeElement.matches('.editor')")
    assert not inside, "the keyboard does not leave the editor"
    visit.press("Download je map als zip")
    saved = visit.saved("*.zip")
    forget(visit)
    other = folder / "brief.zip"
    other.write_text("Beste Noor,\n", "utf-8")
    chooser = visit.browser.find_element(By.CSS_SELECTOR, "input[accept='.zip']")
    chooser.send_keys(str(other))
    visit.says("Deze zip past hier niet.")
    around = folder / "ingepakt.zip"
    with zipfile.ZipFile(saved) as found, zipfile.ZipFile(around, "w") as made:
        for each in found.namelist():
            made.writestr(f"onze regels/{each}", found.read(each))
    chooser.send_keys(str(around))
    visit.says("Je map is geopend.")
    assert own(visit) == before, "the zip lost something"
    visit.says("Alles klopt.")


def looked_at(visit: Visit) -> None:
    """See which words fit, try the rules on a case, count what the scenarios see, and read a shipped rule."""
    focus(visit)
    visit.type(Keys.ENTER, Keys.UP, "part")
    offered = "return [...editor.querySelectorAll('.cm-tooltip-autocomplete li')].map(each => each.textContent)"
    visit.wait(
        "words that fit", lambda: any("partijen" in each for each in visit.browser.execute_script(WITHIN + offered))
    )
    visit.type("ijen")
    time.sleep(0.5)  # a choice is taken by Enter only after a while
    visit.type(Keys.ENTER)
    visit.wait("a new line", lambda: any(text.startswith("partijen\n") for text in own(visit).values()))
    visit.type(*[Keys.BACKSPACE] * len("partijen\n"), Keys.DELETE)
    visit.press("Probeer het op een samenwerking")
    options = "#casus option:not([value=''])"
    visit.wait("a case", lambda: visit.browser.find_elements(By.CSS_SELECTOR, options))[0].click()
    visit.wait("before and after", lambda: visit.all("#geprobeerd p"))
    visit.press("Een bestand maken of verwijderen")
    visit.browser.find_element(By.ID, "nieuw").send_keys("brief.docx")
    visit.press("Maak het")
    visit.wait("what is wrong with the name", lambda: visit.all("#nieuw-fout p"))
    visit.browser.find_element(By.ID, "nieuw").clear()
    visit.browser.find_element(By.ID, "nieuw").send_keys("casussen/wijk.yaml")
    visit.press("Maak het")
    visit.wait("a case of one's own", lambda: own(visit).get("casussen/wijk.yaml", "").startswith("naam: Onze wijk"))
    visit.says("Alles klopt.")
    visit.press("Zien de scenario's alles?")
    visit.press("Tel de dekking")
    visit.says("Dekking: ")
    visit.press("De meegeleverde regels")
    shown = "return document.querySelector('.side .editor').shadowRoot.querySelector('.cm-content').innerText"
    visit.wait("a shipped rule", lambda: "feiten:" in visit.browser.execute_script(shown))


def two_tabs(visit: Visit) -> None:
    """Write in another tab, and see it in the first."""
    first = visit.browser.current_window_handle
    visit.browser.switch_to.new_window("tab")
    visit.browser.get(f"{visit.address}werkplaats.html")
    visit.says("Jouw bestanden")
    focus(visit)
    visit.type("# hiernaast", Keys.ENTER)
    visit.wait("the change is kept", lambda: any("# hiernaast" in text for text in own(visit).values()))
    visit.browser.close()
    visit.browser.switch_to.window(first)
    visit.says("Je hebt in een ander tabblad iets veranderd.")
    shown = visit.browser.execute_script(WITHIN + "return editor.querySelector('.cm-content').innerText")
    assert shown.startswith("# hiernaast"), "the first tab shows something else"


def accessible(visit: Visit, axe: str) -> list[str]:
    """Return what is wrong with each screen, in each way to look at it; in the editor something is broken."""
    visit.type(Keys.ESCAPE)
    focus(visit)
    visit.type("regel zonder iets", Keys.ENTER)
    visit.wait("what is wrong", lambda: visit.all("#fouten li"))
    found = list(in_each_way(visit, "files", axe))
    visit.press("English")
    visit.says("Your files")
    found += in_each_way(visit, "files in English", axe, ["320 pixels"])
    visit.press("Nederlands")
    forget(visit)
    visit.press("Begin met de rondleiding")
    step(visit, 1)
    found += in_each_way(visit, "the tour", axe, ["wide", "320 pixels and dark"])
    visit.press("Stop de rondleiding")
    visit.button("Begin met een eigen set")
    return [*found, *in_each_way(visit, "the beginning", axe)]


def offline(visit: Visit) -> None:
    """Stop the server, and go on; also where a browser keeps nothing."""
    visit.says("Deze pagina werkt nu ook zonder internet.")
    visit.unplug()
    visit.forbid_keeping()
    visit.browser.get(f"{visit.address}werkplaats.html")
    visit.press("Begin met een eigen set")
    visit.says("Alles klopt.")
    focus(visit)
    visit.type("# even", Keys.ENTER)
    visit.says("Deze browser kan je bestanden niet bewaren.")
    visit.button("Sla dit bestand op")
    visit.browser.get("about:blank")


def main(site: Path, modules: Path) -> None:
    """Do all of it."""
    axe = (modules / "axe-core/axe.min.js").read_text("utf-8")
    with visiting(site) as visit:
        start = time.monotonic()
        visit.browser.get(visit.address)
        visit.press("Naar de werkplaats")
        visit.says("Je hoeft niet te kunnen programmeren.")
        words = time.monotonic() - start
        answered = tour(visit)
        visit.downloads.mkdir(exist_ok=True)
        zipped(visit, visit.downloads)
        looked_at(visit)
        two_tabs(visit)
        used = memory(visit.browser)
        found = accessible(visit, axe)
        offline(visit)
    print(
        f"First words after {words:.1f} s; what is wrong is told {answered:.1f} s after a change; {used} MB of memory."
    )
    print("\n".join(found), end="\n" if found else "")
    assert not found, "a screen is not as it should be"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
