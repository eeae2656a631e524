"""The page with rules by which several organisations of one party take part: each is asked, by its name."""

import shutil
import tempfile
import zipfile
from pathlib import Path

from browser import ROOT, Visit, visiting
from build import list_files
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select
from sides import given

from samenwerkadvies import load_ruleset
from samenwerkadvies.loading.prepared import PREPARED, prepare

RULES = "breidt_uit: samenwerkadvies\npartijen:\n  migrantenorganisatie: {meermaals: ja}\n"
PARTY, NAMES = "migrantenorganisatie", ["Stichting A & B", "Vereniging 'C'"]
FACT = "erkenning"


def with_rules(site: Path, folder: Path) -> Path:
    """Return the built page with other rules in it."""
    (folder / "rules").mkdir()
    (folder / "rules/eigen.yaml").write_text(RULES, "utf-8")
    rules = prepare(load_ruleset(folder / "rules"))
    out = shutil.copytree(site, folder / "site")
    with zipfile.ZipFile(site / "library.zip") as old, zipfile.ZipFile(out / "library.zip", "w") as new:
        for name in old.namelist():
            new.writestr(name, rules if name.endswith(PREPARED) else old.read(name))
    shutil.copy(ROOT / "examples/pagina/site/service-worker.js", out)
    (out / "files.json").unlink()
    list_files(out)
    return out


def several(site: Path) -> None:
    """Name two organisations, answer as one of them, and see who said what."""
    with tempfile.TemporaryDirectory() as folder, visiting(with_rules(site, Path(folder))) as visit:
        visit.browser.get(visit.address)
        visit.press("Begin")
        visit.press("Naam en peildatum aanpassen")
        visit.all(f"#wie-van-{PARTY}")[0].send_keys("\n".join(NAMES))
        visit.press("Bewaar")
        visit.wait("the names", lambda: given(visit).get("organisaties") == {PARTY: NAMES})
        visit.go(f"vragen/{PARTY}", "")
        visit.says(NAMES[0])
        visit.go(f"alles/{PARTY}", "De migrantenorganisatie")
        choose(visit, NAMES[0], "2")
        choose(visit, NAMES[1], "4")
        assert given(visit)["feiten"][FACT] == {PARTY: dict(zip(NAMES, (2, 4), strict=True))}, (
            "who said what is mixed up"
        )
        visit.go("wat-als", "Wat als")
        options = [each.text for each in Select(visit.browser.find_element(By.ID, "welke")).options]
        assert sum(NAMES[0] in each for each in options) == sum(NAMES[1] in each for each in options) > 0
        visit.go("advies", "Het advies")
        visit.says(NAMES[1])


def choose(visit: Visit, name: str, score: str) -> None:
    """Give an answer in the name of an organisation."""
    before = given(visit)
    legend = f"({name})"
    for field in visit.all(f"fieldset[data-question^='{FACT}.']"):
        if legend in field.text:
            field.find_element(By.CSS_SELECTOR, f"input[value='{score}']").click()
    visit.wait("the answer is kept", lambda: given(visit) != before)
