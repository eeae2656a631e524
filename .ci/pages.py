"""Look at every kind of page in a real browser: nothing for axe to find, no scrolling sideways, valid HTML, no network.

    python .ci/pages.py FOLDER MODULES

FOLDER holds pages (``*.html``); MODULES is a ``node_modules`` with axe-core and html-validate. Each page is opened
wide, at 320 pixels, at 200 per cent, in light and in dark. Prints what is wrong, and how much was looked at.
"""

import itertools
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

WAYS = {
    "wide": (1280, 1, "light"),
    "wide and dark": (1280, 1, "dark"),
    "320 pixels": (320, 1, "light"),
    "200 per cent": (640, 2, "light"),
    "320 pixels and dark": (320, 1, "dark"),
}
BROWSERS = 2
RUN_AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(
  found => done(found.violations.map(each => each.id + ": " + each.nodes.map(node => node.html).slice(0, 3).join(" | "))
    .concat(found.passes.length ? [] : ["axe looked at nothing"])));
"""
OVERFLOW = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
REQUESTED = "return performance.getEntriesByType('resource').map(entry => entry.name)"


def open_browser(*more: str) -> webdriver.Chrome:
    """Open the browser that the system has."""
    options = Options()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", *more):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def look(browser: Any, way: str) -> None:
    """Look at what is shown in one of the ways."""
    width, scale, colours = WAYS[way]
    size = {"width": width, "height": 900, "deviceScaleFactor": scale, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = {"features": [{"name": "prefers-color-scheme", "value": colours}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", scheme)


def faults(browser: Any, axe: str) -> Iterator[str]:
    """Yield what is wrong with what is shown."""
    browser.execute_script("document.querySelectorAll('details').forEach(each => each.open = true)")
    if (over := browser.execute_script(OVERFLOW)) > 0:
        yield f"scrolls sideways by {over} pixels"
    if browser.execute_script("return !window.axe"):
        browser.execute_script(axe)
    yield from browser.execute_async_script(RUN_AXE)


def problems(browser: Any, page: Path, axe: str) -> Iterator[str]:
    """Yield what is wrong with a page, in each of the ways to look at it."""
    for way in WAYS:
        look(browser, way)
        browser.get(page.resolve().as_uri())
        if asked := browser.execute_script(REQUESTED):
            yield f"{page.name}, {way}: asks for {asked}"
        for found in faults(browser, axe):
            yield f"{page.name}, {way}: {found}"


def all_problems(pages: Iterable[Path], axe: str) -> list[str]:
    """Return what is wrong with pages, in a browser of their own."""
    browser = open_browser()
    try:
        return [problem for page in pages for problem in problems(browser, page, axe)]
    finally:
        browser.quit()


def main(folder: Path, modules: Path) -> int:
    """Look at all pages; return 1 where something is wrong, or there are none."""
    pages = sorted(folder.rglob("*.html"))
    axe = (modules / "axe-core/axe.min.js").read_text("utf-8")
    with ThreadPoolExecutor(BROWSERS) as pool:
        each = pool.map(lambda first: all_problems(pages[first::BROWSERS], axe), range(BROWSERS))
        found = sorted(itertools.chain.from_iterable(each))
    settings = Path(__file__).with_name("html-validate.json")
    valid = subprocess.run(
        [modules / ".bin/html-validate", "--config", settings, "--formatter", "text", *pages], check=False
    )
    print("\n".join(found), end="\n" if found else "")
    print(
        f"{len(pages)} pages in {len(WAYS)} ways: {len(found)} problems; html-validate ended with {valid.returncode}."
    )
    return 1 if found or valid.returncode or not pages else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
