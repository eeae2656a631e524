"""Run the library's own tests in the Python of a browser: Pyodide, under node.

    python .ci/pyodide.py [an argument of pytest]...

A file of tests runs where all that it and its helpers import is in a browser; the others are named, with what is
missing. What is marked ``durable`` stays out too, and what measures memory, which is slow. Needs pip, node and npm.
"""

import ast
import functools
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "examples/pagina"))
from build import PYODIDE, fetch_pyodide, gather, run  # noqa: E402 - stands beside the page

PLACES = [ROOT / "tests", ROOT / "tests/frames", ROOT / "tests/scenarios"]
"""Where tests find their helpers, as in pyproject.toml."""
OUTSIDE = {"concurrent", "pwd", "signal", "socket", "subprocess", "threading"}
"""What of the standard library a browser does not have."""
TOOLS = ("pytest", "hypothesis", "narwhals")
ROOM = "samenwerkadvies/frames"
"""What no page enters, and full reports speak of."""
WHEELS = ("--platform", "pyemscripten_2026_0_wasm32", "--python-version", "3.14", "--only-binary=:all:")
OPTIONS = ["-q", "-p", "no:cacheprovider", "-o", "addopts=", "--strict-markers", "--hypothesis-profile=seldom"]
PROCESSES, SHARES = 2, 4
"""Each process takes the next share of the files when it is ready."""
FEWEST = 3_000
"""So many tests must pass: fewer means that something stays out unseen."""


def imported(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports, and for ``from a import b`` also ``a.b``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names):
                yield from (each.name for each in names)
            case ast.ImportFrom(str(module), names):
                yield from (module, *(f"{module}.{each.name}" for each in names))


def missing(path: Path, library: Path) -> set[str]:
    """Return what a file of tests and its helpers import and a browser does not have."""

    @functools.cache
    def lacks(name: str) -> frozenset[str]:
        top = name.partition(".")[0]
        if helper := next((each for place in PLACES if (each := place / f"{top}.py").exists()), None):
            return frozenset().union(*(lacks(each) for each in imported(helper)))
        if top in sys.stdlib_module_names:
            return frozenset({top} & OUTSIDE)
        written = [Path(*name.split(".")), Path(*name.split(".")).with_suffix(".py")]
        own = [each for each in written if (ROOT / "src" / each).exists()]
        return (
            frozenset()
            if all((library / each).exists() for each in own or [top])
            else frozenset({name if own else top})
        )

    return set().union(*(lacks(each) for each in imported(path)))


def main(*given: str) -> int:
    """Run them; return 1 where a test fails, or too few were run."""
    with tempfile.TemporaryDirectory() as folder:
        work, library = Path(folder), Path(folder, "library")
        fetch_pyodide(work, work / "runtime")
        gather(work, library)
        shutil.copytree(ROOT / "src" / ROOM, library / ROOM)
        run(sys.executable, "-m", "pip", "--quiet", "install", "--no-compile", "--target", library, *WHEELS, *TOOLS)
        without = {each: missing(each, library) for each in sorted((ROOT / "tests").rglob("test_*.py"))}
        for each, names in without.items():
            if names:
                print(f"not in a browser: {each.relative_to(ROOT)} ({', '.join(sorted(names))})")
        chosen = [each.relative_to(ROOT).as_posix() for each, names in without.items() if not names]
        command = [shutil.which("node") or "node", Path(__file__).with_suffix(".mjs"), work / "runtime", library, ROOT]

        def tried(first: int) -> subprocess.CompletedProcess[str]:
            some = [*command, *OPTIONS, "-m", "not durable", "-k", "not bounded_memory", *given, *chosen[first::SHARES]]
            return subprocess.run(some, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)

        with ThreadPoolExecutor(PROCESSES) as pool:
            done = list(pool.map(tried, range(SHARES)))
    print(*(each.stdout for each in done), sep="\n", end="")
    closing = [re.search(r"(\d+) passed", each.stdout.rstrip().rpartition("\n")[2]) for each in done]
    passed = sum(int(found[1]) for found in closing if found)
    failed = any(each.returncode for each in done)
    print(f"Python of Pyodide {PYODIDE}: {passed} tests passed, of at least {FEWEST}")
    return int(failed or passed < FEWEST)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
