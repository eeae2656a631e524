"""What importing the library costs the application that embeds it."""

import ast
import importlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import samenwerkadvies

ROOT = Path(__file__).parents[1]

HEAVY = ["typer", "rich", "click", "durable", "durable_rules_engine", "polars", "narwhals", "pandas", "pytest"]


def test_importing_loads_no_command_line_and_starts_no_thread() -> None:
    script = (
        "import json, sys, threading, samenwerkadvies; samenwerkadvies.load_ruleset();"
        f"print(json.dumps([[name for name in {HEAVY!r} if name in sys.modules], threading.active_count()]))"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert json.loads(result.stdout) == [[], 1]


def test_assessing_starts_no_thread() -> None:
    script = (
        "import threading; from samenwerkadvies import Adviser;"
        "Adviser().assess({'dragers_mo': 1}, '2026-01-01'); print(threading.active_count())"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout == "1\n"


def test_importing_alone_imports_nothing_else() -> None:
    script = "import sys, samenwerkadvies; print([name for name in sys.modules if name.startswith('samenwerkadvies.')])"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def test_type_checkers_are_told_what_is_public_and_where_it_stands() -> None:
    stub = ast.parse((ROOT / "src/samenwerkadvies/__init__.pyi").read_text("utf-8"))
    told = {
        each.name: importlib.import_module(f"samenwerkadvies.{found.module}")
        for found in stub.body
        if isinstance(found, ast.ImportFrom)
        for each in found.names
    }
    assert sorted(told) == sorted(samenwerkadvies.__all__)
    for name, home in told.items():
        assert getattr(samenwerkadvies, name) is getattr(home, name)


def test_it_runs_from_a_zip(tmp_path: Path) -> None:
    package = shutil.copytree(ROOT / "src/samenwerkadvies", tmp_path / "all/samenwerkadvies")
    shutil.copytree(ROOT / "rules", package / "rules")
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path / "all")
    script = (
        f"import sys; sys.path.insert(0, {packed!r}); import samenwerkadvies; print(samenwerkadvies.__file__);"
        "print(*samenwerkadvies.Adviser().assess({'dragers_mo': 1}, '2026-01-01').findings)"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines() == [f"{packed}/samenwerkadvies/__init__.py", "leunt_op_een_persoon_mo"]
