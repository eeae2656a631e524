"""Use the library in a page of one's own, as docs/pagina.md shows it: the page runs in a browser, and its types hold.

    python .ci/embedded.py SITE MODULES

SITE is what ``examples/pagina/build.py`` made; MODULES is a ``node_modules`` with typescript.
"""

import functools
import re
import subprocess
import sys
import tempfile
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from pages import open_browser

DOCS = Path(__file__).parents[1] / "docs/pagina.md"
PATIENCE = 60
SETTINGS = ("--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler")
MISTAKES = {"adviser.assess(found)": "adviser.asses(found)", "peildatum:": "datum:"}
"""What the types must notice."""


def types_hold(script: str, folder: Path, modules: Path) -> bool:
    """Say whether TypeScript finds nothing wrong with a script."""
    file = folder / "own.mts"
    file.write_text(script, "utf-8")
    command = [modules.resolve() / ".bin/tsc", *SETTINGS, file]
    return not subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, as any server does."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def shown(folder: Path, words: str) -> str:
    """Return the text of the page in a folder, once certain words are there."""
    served = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=served.serve_forever, daemon=True).start()
    browser = open_browser()
    try:
        browser.get(f"http://127.0.0.1:{served.server_port}/")
        until = time.monotonic() + PATIENCE
        while words not in (text := browser.execute_script("return document.body.innerText")):
            assert time.monotonic() < until, f"never came: {words}; there is: {text[:600]}"
            time.sleep(0.1)
        errors = [each["message"] for each in browser.get_log("browser") if each["level"] == "SEVERE"]
    finally:
        browser.quit()
        served.shutdown()
        served.server_close()
    assert not [each for each in errors if "favicon" not in each], f"the browser complains: {errors}"
    return str(text)


def main(site: Path, modules: Path) -> None:
    """Do as the documentation tells."""
    pages = re.findall(r"```html\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert len(pages) == 1, "docs/pagina.md shows one page of one's own"
    script = re.search(r'<script type="module">\n(.*?)</script>', pages[0], re.DOTALL)
    assert script, "the page has no script"
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "pagina").symlink_to(site.resolve())
        (folder / "index.html").write_text(f'<!doctype html>\n<meta charset="utf-8">\n{pages[0]}', "utf-8")
        assert types_hold(script[1], folder, modules), "the types do not fit what docs/pagina.md shows"
        for right, wrong in MISTAKES.items():
            assert right in script[1]
            assert not types_hold(script[1].replace(right, wrong), folder, modules), f"the types pass over {wrong}"
        text = shown(folder, "Gespreksblad")
    assert "Taalhuis" in text
    print(f"The page of docs/pagina.md shows advice, and its types hold; {len(MISTAKES)} mistakes are noticed.")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
