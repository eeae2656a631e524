"""Use the built page as people do, in a real browser: two sides, from nothing to shared advice.

    python .ci/site.py SITE MODULES

SITE is what ``examples/pagina/build.py`` made; MODULES is a ``node_modules`` with axe-core. Prints what was measured,
and stops at the first thing that is not as it should be.
"""

import gzip
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from apart import links
from browser import Visit, memory, visiting
from later import last_year, plan_filled_in, what_if
from mishaps import forbidden, full_disk, other_rules, reloads, two_tabs
from seen import all_faults
from several import several
from sides import files, offline, on_one_page, one_by_one, the_same_advice

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


def first_question(visit: Visit, where: str) -> float:
    """Return how long it takes until the first question is there, in seconds."""
    start = time.monotonic()
    visit.browser.get(f"{visit.address}{where}")
    visit.question()
    return time.monotonic() - start


def main(site: Path, modules: Path) -> None:
    """Do all of it."""
    axe = (modules / "axe-core/axe.min.js").read_text("utf-8")
    with ThreadPoolExecutor(1) as pool, visiting(site) as visit, tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        visit.browser.get(visit.address)
        visit.says("Alles blijft op dit apparaat.")
        words = time.monotonic() - start
        visit.press("Begin")
        visit.says("Wie beantwoordt nu vragen?")
        cold = time.monotonic() - start
        visit.says("Deze pagina werkt nu ook zonder internet.")
        visit.go("advies", "Het advies")
        visit.says("Gespreksblad")
        used = memory(visit.browser)
        warm = first_question(visit, "?again#/vragen/gemeente")
        used_again = memory(visit.browser)
        looking = pool.submit(all_faults, site, axe)
        together = pool.submit(several, site)
        visit.browser.execute_script("localStorage.clear()")
        visit.browser.get(visit.address)
        one_by_one(visit)
        on_one_page(visit)
        files(visit, the_same_advice(visit), Path(folder))
        what_if(visit)
        plan_filled_in(visit, Path(folder))
        last_year(visit, Path(folder))
        links(visit)
        two_tabs(visit)
        full_disk(visit)
        reloads(visit)
        other_rules(visit)
        answer = visit.browser.execute_async_script(TIMED)
        offline(visit)
        forbidden(visit)
        found = looking.result()
        together.result()
    wire = sum(len(gzip.compress(each.read_bytes(), 6)) for each in site.rglob("*") if each.is_file())
    print(f"First words after {words:.1f} s; the first question after {cold:.1f} s, the second time {warm:.1f} s.")
    print(f"An answer takes {answer:.0f} ms. {wire / 1e6:.1f} MB compressed.")
    print(f"{used} MB of memory, {used_again} MB when loaded again.")
    print("\n".join(found))
    assert not found, "a screen is not as it should be"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
