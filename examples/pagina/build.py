"""Build the page into a folder: a static site that any file server can host, and that asks nobody for anything.

    python examples/pagina/build.py OUT

Pyodide comes from npm, the dependencies from PyPI, the library from this checkout. Needs pip, node and npm.
"""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

from serve import POLICY

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PYODIDE = "314.0.7"
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
DIRECT = ("attrs", "cattrs", "jinja2", "lark", "lazy_loader", "PyYAML", "rich")
"""What the page loads of what the library depends on; ``msgspec`` stands beside this file, in plain Python."""
BELOW = ("markupsafe", "typing_extensions")
"""What those need in turn."""
SOURCE = ("src", "rules", "pyproject.toml", "setup.py", "README.md", "LICENSE", "MANIFEST.in")
UNUSED = ("cli", "frames", "plots", "sql", "tables")
"""Rooms of the library that no page enters."""
WORKBENCH = ("editing", "scenarios")
"""Rooms that only the workbench enters: they come with it, and so does what they need."""
GHERKIN = "gherkin-official"
TEXTS = ("features/beleid", "examples")
"""Folders of scenarios and cases that the workbench shows."""


def main(out: Path) -> None:
    """Build everything."""
    if out.exists():
        if any(out.iterdir()) and not (out / "files.json").exists():
            sys.exit(f"{out} holds something else: choose an empty folder")
        shutil.rmtree(out)
    shutil.copytree(HERE / "site", out)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        fetch_pyodide(work, out / "pyodide")
        gather(work, work / "lib")
        run("node", HERE / "compile.mjs", out / "pyodide", work / "lib")
        pack(work / "lib", out / "library.zip", lambda path: not is_of_workbench(path))
        pack(work / "lib", out / "workbench.zip", is_of_workbench)
        bundle_editor(work / "editor", out / "editor.js")
        declare_types(work / "editor", out)
        for page in out.glob("*.html"):
            fill(page, {"/* POLICY */": POLICY})
        style = next((ROOT / "src").rglob("outputs/templates/style.css"))
        shutil.copy(style, out / "report.css")
    list_files(out)
    size = sum(each.stat().st_size for each in out.rglob("*") if each.is_file())
    print(f"The page stands in {out} ({size / 1e6:.1f} MB). Open it with: python examples/pagina/serve.py {out}")


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a command that must succeed, and return what it says."""
    program = shutil.which(command[0]) or sys.exit(f"{command[0]} is needed to build the page")
    done = subprocess.run([program, *command[1:]], cwd=cwd, check=False, text=True, capture_output=True)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def fetch_pyodide(work: Path, into: Path) -> None:
    """Fetch Pyodide and keep what a browser needs of it."""
    packed = run("npm", "pack", f"pyodide@{PYODIDE}", "--silent", cwd=work).split()[-1]
    with tarfile.open(work / packed) as found:
        found.extractall(work / "pyodide", filter="data")
    into.mkdir()
    for name in RUNTIME:
        shutil.copy(work / "pyodide/package" / name, into)


def bundle_editor(work: Path, into: Path) -> None:
    """Fetch the parts of the editor of the workbench, and make one file of them, with their licences beside it."""
    shutil.copytree(HERE / "editor", work, ignore=shutil.ignore_patterns("node_modules"))
    run("npm", "install", "--silent", "--no-audit", "--no-fund", cwd=work)
    run("npm", "run", "bundle", "--silent", cwd=work)
    shutil.copy(work / "bundled.js", into)
    licences = {path.read_text("utf-8") for path in (work / "node_modules").rglob("LICENSE")}
    into.with_suffix(".licences.txt").write_text("\n".join(sorted(licences)), "utf-8")


def declare_types(work: Path, out: Path) -> None:
    """Write the types of the modules that others use in pages of their own."""
    modules = (out.resolve() / each for each in ("adviser.js", "workbench.js"))
    run("npm", "run", "declare", "--silent", "--", *modules, "--outDir", out.resolve(), cwd=work)


def gather(work: Path, lib: Path) -> None:
    """Gather the library, what it needs and the page's own modules: Python alone, nothing that was compiled."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [each for each in project["dependencies"] if re.split(r"\W", each)[0] in DIRECT]
    needed += [each for each in project["optional-dependencies"]["features"] if each.startswith(GHERKIN)]
    checkout = work / "checkout"
    checkout.mkdir()
    for name in SOURCE:
        found = ROOT / name
        if found.is_dir():
            shutil.copytree(found, checkout / name, ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
        else:
            shutil.copy(found, checkout)
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    install = (*pip, "install", "--no-deps", "--no-compile", "--target", lib)
    run(*install, "--only-binary=:all:", *needed, *BELOW)
    run(*pip, "wheel", "--no-deps", "--wheel-dir", work, checkout)
    run(*install, next(work.glob("*.whl")))
    for each in UNUSED:
        shutil.rmtree(lib / "samenwerkadvies" / each)
    shutil.copytree(HERE / "msgspec", lib / "msgspec", ignore=shutil.ignore_patterns("__pycache__"))
    for each in ("bridge", "workbench"):
        shutil.copy(HERE / f"{each}.py", lib / f"samenwerkadvies_{each}.py")
    for each in TEXTS:
        for found in (ROOT / each).rglob("*"):
            if found.suffix in {".yaml", ".feature"}:
                into = lib / "workbench" / found.relative_to(ROOT)
                into.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(found, into)


def pack(lib: Path, into: Path, wanted: Callable[[Path], bool]) -> None:
    """Pack the wanted files of a folder, the same bytes for the same files."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as packed:
        found = (each for each in lib.rglob("*") if each.is_file() and is_used(each.relative_to(lib)))
        for path in sorted(each for each in found if wanted(each.relative_to(lib))):
            entry = zipfile.ZipInfo(path.relative_to(lib).as_posix())
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())


def is_used(path: Path) -> bool:
    """Say whether a file is read in the browser: no sources, no metadata, nothing for another system."""
    return (
        path.suffix in {".pyc", ".lark", ".html", ".css", ".json", ".yaml", ".feature"}
        and "__pycache__" not in path.parts
        and ".dist-info" not in str(path)
    )


def is_of_workbench(path: Path) -> bool:
    """Say whether a file is read by the workbench alone."""
    return (
        path.suffix == ".feature"
        or path.parts[0] in {"gherkin", "workbench"}
        or path.stem == "samenwerkadvies_workbench"
        or (path.parts[0] == "samenwerkadvies" and path.parts[1] in WORKBENCH)
    )


def list_files(out: Path) -> None:
    """Write which files there are, with their hashes: the service worker keeps these and no others."""
    files = {
        path.relative_to(out).as_posix(): "sha256-"
        + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name != "service-worker.js"
    }
    text = json.dumps(files, indent=2)
    (out / "files.json").write_text(text + "\n", "utf-8")
    version = hashlib.sha256(text.encode()).hexdigest()[:12]
    fill(out / "service-worker.js", {"/* FILES */ {}": text, "/* VERSION */": version, "/* POLICY */": POLICY})


def fill(page: Path, values: dict[str, str]) -> None:
    """Fill in what is known only when the page is built."""
    text = page.read_text("utf-8")
    for place, value in values.items():
        text = text.replace(place, value)
    page.write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
