"""What a check of the built page needs: a server, a real browser, what a visitor does, and what is seen of it."""

import contextlib
import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
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
FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"

SHOWN = "return [...document.querySelectorAll(arguments[0])].filter(each => each.getClientRects().length)"
WITH_WORDS = SHOWN + ".find(each => each.innerText.trim() === arguments[1])"


class Visit:
    """A browser on the built page, with what can be done there."""

    def __init__(self, browser: Any, served: Any, downloads: Path) -> None:
        self.browser, self.served, self.downloads = browser, served, downloads
        self.address = f"http://127.0.0.1:{served.server_port}/"

    def unplug(self) -> None:
        """Stop the server: from now on there is no network."""
        self.served.shutdown()
        self.served.server_close()

    def forbid_keeping(self) -> None:
        """Let the browser keep nothing, from the next page on."""
        self.browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": FORBIDDEN})

    def all(self, selector: str) -> list[WebElement]:
        """Return what is shown."""
        return list(self.browser.execute_script(SHOWN, selector))

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
        return self.wait(words, lambda: self.browser.execute_script(WITH_WORDS, found, words))

    def press(self, words: str, within: str = "") -> None:
        """Press a button."""
        self.button(words, within).click()

    def saved(self, name: str) -> Path:
        """Wait for a file that the page saves, by its name with wildcards."""

        def whole() -> Path | None:
            return next((each for each in self.downloads.glob(name) if each.stat().st_size), None)

        return Path(self.wait(f"a saved file {name}", whole))

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


@contextlib.contextmanager
def visiting(site: Path) -> Iterator[Visit]:
    """Open a browser on a built page; see afterwards that it did not complain and asked for its own files alone."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "net.json")
        served = server(str(site))
        threading.Thread(target=served.serve_forever, daemon=True).start()
        browser = open_browser(f"--log-net-log={log}")
        visit = Visit(browser, served, Path(folder, "downloads"))
        behaviour = {"behavior": "allow", "downloadPath": str(visit.downloads)}
        try:
            browser.execute_cdp_cmd("Browser.setDownloadBehavior", behaviour)
            yield visit
            errors = [each["message"] for each in browser.get_log("browser") if each["level"] == "SEVERE"]
        finally:
            browser.quit()
            visit.unplug()
        asked = asked_for(log, visit.address)
    assert not errors, f"the browser complains: {errors}"
    assert f"{visit.address}library.zip" in asked, "the log does not tell what the page asked for"
    others = [each for each in asked if not each.startswith((visit.address, f"blob:{visit.address}"))]
    assert not others, f"something else was asked for: {others}"


def in_each_way(visit: Visit, where: str, axe: str, ways: Iterable[str] = WAYS) -> Iterator[str]:
    """Yield what is wrong with the screen that is shown, in each of the ways to look at it."""
    for way in ways:
        look(visit.browser, way)
        yield from (f"{where}, {way}: {found}" for found in faults(visit.browser, axe))
    look(visit.browser, "wide")
