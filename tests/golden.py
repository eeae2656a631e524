"""Golden files: what is said about the folders in `bad` and `good`.

Each folder in `bad` holds rule files or a case file that is wrong (with LET…: that can hardly be meant), each folder
in `good` rule files that load; `verwacht.txt` beside them holds what is said. After a change that is meant,
`python tests/golden.py` writes them again; read the difference before you keep it.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from samenwerkadvies import InvalidInputError, load_cases, load_ruleset
from samenwerkadvies.scenarios.session import gather
from samenwerkadvies.wording.sentences import Sentences

HERE = Path(__file__).parent
BAD = HERE / "bad"
GOOD = HERE / "good"
EXPECTED = "verwacht.txt"
EVERY_KIND = GOOD / "alle-vergelijkingen"
"""Its facts are those that the wrong case files are read with, unless rules stand beside them."""

SOURCE = HERE.parent / "src" / "samenwerkadvies"


def codes() -> list[str]:
    """Return every error code that stands in the source."""
    found = (re.findall(r'"([A-Z]{3,5}[0-9]{2})"', path.read_text("utf-8")) for path in SOURCE.rglob("*.py"))
    return sorted({code for each in found for code in each})


def wrong_folders() -> list[str]:
    return sorted(path.name for path in BAD.iterdir())


def right_folders() -> list[str]:
    return sorted(path.name for path in GOOD.iterdir())


def error_of(name: str) -> InvalidInputError:
    """Load a wrong folder (or the case file in it), with paths as they are seen from `bad`."""
    with _inside(BAD):
        cases = sorted(Path(name).glob("casus.*"))
        try:
            if "SCEN" in name:
                gather(Path(name), Path.cwd(), EVERY_KIND)
            elif cases:
                own = Path(name) / "regels.yaml"
                load_cases(cases[0], load_ruleset(own if own.exists() else EVERY_KIND).vocabulary)
            elif warnings := load_ruleset(name).warnings:
                return InvalidInputError(warnings)
        except InvalidInputError as error:
            return error
    raise AssertionError(f"bad/{name} is not wrong")


def told_about(name: str) -> str:
    """Return the messages about a wrong folder."""
    return f"{error_of(name)}\n"


def said_about(name: str) -> str:
    """Return the condition of each rule in a right folder as a Dutch sentence."""
    ruleset = load_ruleset(GOOD / name)
    sentences = Sentences(ruleset, "nl")
    return "".join(
        f"{name}: {sentences.condition(rule.expression)}\n" for name, rule in ruleset.with_checks.rules.items()
    )


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _write(folder: Path, names: list[str], said: Callable[[str], str]) -> None:
    for name in names:
        (folder / name / EXPECTED).write_text(said(name), "utf-8")


if __name__ == "__main__":
    _write(BAD, wrong_folders(), told_about)
    _write(GOOD, right_folders(), said_about)
