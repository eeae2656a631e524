"""Use the built page as people do, in a real browser: two sides, from nothing to shared advice.

    python .ci/site.py SITE MODULES

SITE is what ``examples/pagina/build.py`` made; MODULES is a ``node_modules`` with axe-core. Prints what was measured,
and stops at the first thing that is not as it should be.
"""

import contextlib
import functools
import gzip
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pages import WAYS, faults, look, open_browser
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "examples/pagina"))
from serve import server  # noqa: E402 - stands beside the page

PATIENCE = 30
FIRST_LOOKS = 13
REMARKED = 'form:has([data-question="erkenning.gemeente"])'
FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
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


class Visit:
    """A browser on the page, with what can be done there."""

    def __init__(self, browser: Any, address: str) -> None:
        self.browser, self.address = browser, address

    def all(self, selector: str) -> list[WebElement]:
        """Return what is shown."""
        return [each for each in self.browser.find_elements(By.CSS_SELECTOR, selector) if each.is_displayed()]

    def wait(self, what: str, found: Callable[[], Any]) -> Any:
        """Wait until something is there."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with contextlib.suppress(StaleElementReferenceException):
                if seen := found():
                    return seen
            time.sleep(0.02)
        shown = " | ".join(self.text().split("\n"))
        raise AssertionError(f"never came: {what}; there is: {shown[:600]}")

    def text(self) -> str:
        """Return the text of the whole page."""
        return str(self.browser.execute_script("return document.body.innerText"))

    def says(self, words: str) -> None:
        """Wait for words."""
        self.wait(words, lambda: words in self.text())

    def button(self, words: str, within: str = "") -> WebElement:
        """Return a button or link, by its words."""
        found = f"{within} :is(button, a, summary)"
        return self.wait(words, lambda: next((each for each in self.all(found) if each.text == words), None))

    def press(self, words: str, within: str = "") -> None:
        """Press a button."""
        self.button(words, within).click()

    def go(self, where: str, heading: str) -> None:
        """Go to a screen."""
        self.browser.get(f"{self.address}#/{where}")
        self.wait(heading, lambda: heading in self.browser.find_element(By.TAG_NAME, "h1").text)

    def type(self, *keys: str) -> None:
        """Press keys, and nothing but keys."""
        ActionChains(self.browser).send_keys(*keys).perform()

    def tab_to(self, selector: str) -> None:
        """Move on by the keyboard until something has the focus."""
        for _ in range(40):
            self.type(Keys.TAB)
            if self.browser.execute_script("return document.activeElement.matches(arguments[0])", selector):
                return
        raise AssertionError(f"the keyboard never comes to {selector}")

    def question(self) -> str:
        """Return which question is asked now."""
        asked = self.wait("a question", lambda: self.all("fieldset.answers"))
        return str(asked[0].get_attribute("data-question"))

    def answer(self, choose: Callable[[], None]) -> None:
        """Answer the question that is asked now, and see the next."""
        before = self.question()
        choose()
        self.wait("the next question", lambda: self.question() != before)

    def left(self) -> int:
        """Return how many questions the overview has for the first party."""
        found = re.search(r"Nog hoogstens (\d+)", self.text())
        return int(found[1]) if found else 0

    def given(self) -> dict[str, Any]:
        """Return the case as the browser keeps it."""
        kept = self.browser.execute_script("return localStorage.samenwerkadvies")
        return json.loads(kept)["case"] if kept else {}

    def pick(self, fact: str, value: str) -> None:
        """Answer a question on the page with all of them, and see that it is kept."""
        within = f'fieldset[data-question="{fact}"]'
        before = self.given()
        for each in self.browser.find_elements(By.CSS_SELECTOR, f"{within} input"):
            if each.get_attribute("type") in ("number", "date"):
                self.browser.execute_script(FILLED_IN, each, value)
            elif each.get_attribute("value") == value:
                self.browser.execute_script("arguments[0].click()", each)
        self.wait(f"{fact} is kept", lambda: self.given() != before)

    def open_file(self, path: Path) -> None:
        """Open a case file."""
        self.browser.find_element(By.ID, "bestand").send_keys(str(path.resolve()))


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
    visit.answer(lambda: visit.press("Overslaan"))
    visit.answer(lambda: visit.press("Terug"))
    assert visit.question() == asked, "going back shows another question"
    visit.press("Volgende")
    visit.says("Kies eerst een antwoord.")
    visit.press("Wil je er iets bij zeggen?")
    visit.all("textarea")[0].send_keys("Dit zoeken we nog uit.")
    visit.answer(lambda: visit.press("Weet ik niet"))

    before = visit.given()
    assert "Dit zoeken we nog uit." in str(before["toelichting"]), "a remark was lost"
    visit.browser.refresh()
    visit.question()
    assert visit.given() == before, "a reload lost something"


def on_one_page(visit: Visit) -> None:
    """Answer as the other party, and together: what was given is kept and shown as it was given."""
    visit.go("alles/migrantenorganisatie", "De migrantenorganisatie")
    for fact, value in (
        ("erkenning.migrantenorganisatie", "2"),
        ("dragers_mo", "1"),
        ("haalbaar_voor_mo.migrantenorganisatie", "1"),
    ):
        visit.pick(fact, value)
    visit.go("alles/gemeente", "De gemeente")
    visit.pick("erkenning.gemeente", "4")
    visit.button("Wil je er iets bij zeggen?", REMARKED).click()
    visit.all(f"{REMARKED} textarea")[0].send_keys("Wij zien wat ze doen.", Keys.TAB)
    visit.wait("the remark is kept", lambda: "Wij zien" in str(visit.given()["toelichting"]))
    visit.go("alles/samen", "Samen")
    given = {
        "vervanger_geregeld": "niemand",
        "startdatum": "2023-03-01",
        "datum_evaluatie": "nooit",
        "thema_gevoelig": "true",
        "evaluatie_samen": "false",
    }
    for fact, value in given.items():
        visit.pick(fact, value)
    facts = visit.given()["feiten"]
    kept = {fact: facts[fact] for fact in given}
    assert kept == {**given, "thema_gevoelig": True, "evaluatie_samen": False}, f"answers are kept as others: {kept}"
    visit.go("overzicht", "Taalhuis")
    visit.go("alles/samen", "Samen")
    shown = 'return [...document.querySelectorAll("input:checked")].map(each => [each.name, each.value])'
    wanted = [["thema_gevoelig", "true"], ["evaluatie_samen", "false"], ["vervanger_geregeld", "niemand"]]
    checked = visit.browser.execute_script(shown)
    assert all(each in checked for each in wanted), f"answers are shown as others: {checked}"
    numbers = (facts["erkenning"], facts["dragers_mo"])
    assert numbers == ({"gemeente": 4, "migrantenorganisatie": 2}, 1), f"answers are kept as others: {numbers}"


def the_same_advice(visit: Visit, downloads: Path) -> Path:
    """See the advice, save the case, and see that the command line says exactly the same of it."""
    visit.go("advies", "Het advies")
    visit.says("Gespreksblad")
    visit.says("Wij zien wat ze doen.")
    visit.says("Wat er nog te vragen is")
    visit.press("Sla op als bestand")
    saved: Path = visit.wait("the saved file", lambda: next(downloads.glob("*.yaml"), None))
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
    before = visit.given()
    for name, text in {
        "brief.yaml": "Beste Noor,\n",
        "nieuwer.yaml": "peildatum: 2026-01-01\nfeiten: {nieuw_feit: 2}\n",
    }.items():
        (folder / name).write_text(text, "utf-8")
        visit.browser.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
        visit.open_file(folder / name)
        visit.press("Vervang alles", "dialog")
        visit.says("Dit bestand past hier niet. Er is niets veranderd")
        assert visit.given() == before, "a wrong file changed something"
    visit.press("Vergeet alles")
    visit.press("Ja, vergeet alles", "dialog")
    visit.says("Alles is vergeten.")
    assert visit.browser.execute_script("return localStorage.length") == 0, "something is still kept"
    visit.open_file(saved)
    visit.says("Je bestand is geopend.")
    assert visit.given() == before, "the saved file lost something"
    other = "naam: Taalhuis\npeildatum: 2026-01-01\nfeiten:\n  dragers_mo: 3\n  oud_zeer: {migrantenorganisatie: nee}\n"
    (folder / "ander.yaml").write_text(other, "utf-8")
    visit.browser.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
    visit.open_file(folder / "ander.yaml")
    visit.press("Zet het erbij", "dialog")
    visit.says("Bespreek ze samen")
    facts = visit.given()["feiten"]
    assert facts == {**before["feiten"], "oud_zeer": {"migrantenorganisatie": False}}, "two files do not come together"
    every = visit.left()
    visit.browser.find_element(By.ID, "snel").click()
    visit.wait("the quick scan", lambda: visit.left() < every)
    assert visit.left() <= FIRST_LOOKS, "the quick scan asks too much"
    visit.browser.find_element(By.ID, "snel").click()
    visit.wait("every question again", lambda: visit.left() == every)


def two_tabs(visit: Visit) -> None:
    """Answer in another tab, and see it in the first."""
    first = visit.browser.current_window_handle
    visit.browser.switch_to.new_window("tab")
    visit.go("alles/gemeente", "De gemeente")
    visit.pick("zelfde_doel.gemeente", "5")
    visit.browser.close()
    visit.browser.switch_to.window(first)
    visit.says("Je hebt in een ander tabblad iets veranderd.")
    before = visit.given()
    visit.go("alles/gemeente", "De gemeente")
    visit.pick("oud_zeer.gemeente", "false")
    facts = visit.given()["feiten"]
    assert facts["zelfde_doel"] == {"gemeente": 5}, "what the other tab answered was lost"
    assert facts.keys() >= before["feiten"].keys(), "something was lost between two tabs"


def offline(visit: Visit, served: Any) -> None:
    """Stop the server, and go on."""
    visit.says("Deze pagina werkt nu ook zonder internet.")
    served.shutdown()
    served.server_close()
    visit.browser.refresh()
    visit.go("alles/gemeente", "De gemeente")
    visit.pick("gelijkwaardigheid.gemeente", "3")
    visit.go("advies", "Het advies")
    visit.says("Gespreksblad")


def accessible(visit: Visit, axe: str) -> Iterator[str]:
    """Yield what is wrong with each screen, in each way to look at it, in both languages."""
    screens = ("overzicht", "vragen/gemeente", "alles/samen", "advies")
    for language in ("nl", "en"):
        for where in screens:
            visit.browser.get(f"{visit.address}#/{where}")
            shown = "[data-ready]" if where == "advies" else "main :is(form, .cards)"
            visit.wait(where, functools.partial(visit.all, shown))
            for way in WAYS if language == "nl" else ("320 pixels",):
                look(visit.browser, way)
                yield from (f"{where} in {language}, {way}: {found}" for found in faults(visit.browser, axe))
        look(visit.browser, "wide")
        visit.press("English" if language == "nl" else "Nederlands")
        visit.button("Nederlands" if language == "nl" else "English")


def forbidden(visit: Visit) -> None:
    """Use the page where a browser keeps nothing."""
    visit.browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": FORBIDDEN})
    visit.browser.get(f"{visit.address}?nothing")
    visit.press("Begin")
    visit.says("Deze browser kan je antwoorden niet bewaren.")
    visit.browser.get("about:blank")


def memory(browser: Any) -> int:
    """Return what the page uses, with the library, in MB: the greatest share of the processes that show pages."""
    ours, sizes = {browser.service.process.pid}, [0]
    for stated in sorted(Path("/proc").glob("[0-9]*/stat"), key=lambda each: int(each.parent.name)):
        with contextlib.suppress(OSError):
            if int(stated.read_text("utf-8").rpartition(")")[2].split()[1]) in ours:
                ours.add(int(stated.parent.name))
                if "--type=renderer" in stated.with_name("cmdline").read_text("utf-8"):
                    sizes.append(
                        int(stated.with_name("smaps_rollup").read_text("utf-8").partition("Pss:")[2].split()[0])
                    )
    return max(sizes) // 1000


def asked_for(log: Path, address: str) -> set[str]:
    """Return every address that the page asked for, in any of its workers, without the browser's own errands."""
    events = json.loads(log.read_text("utf-8"))["events"]
    asked = [each["params"] for each in events if "url" in each.get("params", {})]
    return {each["url"] for each in asked if str(each.get("initiator", "")).startswith(address.rstrip("/"))}


def first_question(visit: Visit, where: str) -> float:
    """Return how long it takes until the first question is there, in seconds."""
    start = time.monotonic()
    visit.browser.get(f"{visit.address}{where}")
    visit.question()
    return time.monotonic() - start


def main(site: Path, modules: Path) -> None:
    """Do all of it."""
    axe = (modules / "axe-core/axe.min.js").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        downloads, log = Path(folder, "downloads"), Path(folder, "net.json")
        served = server(str(site))
        threading.Thread(target=served.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{served.server_port}/"
        browser = open_browser(f"--log-net-log={log}")
        try:
            visit = Visit(browser, address)
            behaviour = {"behavior": "allow", "downloadPath": str(downloads)}
            browser.execute_cdp_cmd("Browser.setDownloadBehavior", behaviour)
            start = time.monotonic()
            browser.get(address)
            visit.says("Alles blijft op dit apparaat.")
            words = time.monotonic() - start
            visit.press("Begin")
            visit.says("Wie beantwoordt nu vragen?")
            cold = time.monotonic() - start
            visit.says("Deze pagina werkt nu ook zonder internet.")
            warm = first_question(visit, "?again#/vragen/gemeente")
            visit.go("advies", "Het advies")
            visit.says("Gespreksblad")
            used = memory(browser)
            browser.execute_script("localStorage.clear()")
            browser.get(address)
            one_by_one(visit)
            on_one_page(visit)
            saved = the_same_advice(visit, downloads)
            files(visit, saved, Path(folder))
            two_tabs(visit)
            answer = browser.execute_async_script(TIMED)
            offline(visit, served)
            found = list(accessible(visit, axe))
            forbidden(visit)
            errors = [each["message"] for each in browser.get_log("browser") if each["level"] == "SEVERE"]
        finally:
            browser.quit()
        asked = asked_for(log, address)
    wire = sum(len(gzip.compress(each.read_bytes(), 6)) for each in site.rglob("*") if each.is_file())
    print(f"First words after {words:.1f} s; the first question after {cold:.1f} s, the second time {warm:.1f} s.")
    print(f"An answer takes {answer:.0f} ms. {wire / 1e6:.1f} MB compressed, {used} MB of memory.")
    print("\n".join(found + errors))
    assert not found, "a screen is not as it should be"
    assert not errors, "the browser complains"
    assert f"{address}library.zip" in asked, "the log does not tell what the page asked for"
    others = [each for each in asked if not each.startswith((address, f"blob:{address}"))]
    assert not others, f"something else was asked for: {others}"


TIMED = """
const done = arguments[arguments.length - 1];
(async () => {
  const {Adviser} = await import("./adviser.js");
  const adviser = new Adviser();
  const found = JSON.parse(localStorage.samenwerkadvies).case;
  const {questions} = await adviser.catalogue();
  const question = questions.find(each => each.kind === "schaal");
  await adviser.look(found);
  const start = performance.now();
  for (const value of [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]) await adviser.answer(found, question, value);
  return (performance.now() - start) / 10;
})().then(done);
"""

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
