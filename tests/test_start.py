"""What importing the library costs the application that embeds it."""

import json
import subprocess
import sys

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
