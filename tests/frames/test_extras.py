"""What frames need beside the core stays with those who ask for it."""

import subprocess
import sys

import pandas as pd
import pytest

from samenwerkadvies import MissingDependencyError
from samenwerkadvies.frames.kinds import opened


def told(script: str) -> str:
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return result.stdout.strip()


EXTRAS = (
    "narwhals",
    "polars",
    "pandas",
    "pyarrow",
    "duckdb",
    "pyspark",
    "fastexcel",
    "xlsxwriter",
    "sqlglot",
    "matplotlib",
)


def test_the_core_imports_no_extras() -> None:
    assert told(f"import sys, samenwerkadvies, samenwerkadvies.cli; print(set({EXTRAS}) & set(sys.modules))") == "set()"


WITHOUT = """
import sys
sys.modules[{library!r}] = None
try:
    import {module}
except ImportError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize(
    ("library", "module", "sentence"),
    [
        ("polars", "samenwerkadvies.tables", "tables in files need more: pip install 'samenwerkadvies[frames]'"),
        ("sqlglot", "samenwerkadvies.sql", "SQL needs more: pip install 'samenwerkadvies[sql]'"),
        ("matplotlib", "samenwerkadvies.plots", "pictures need more: pip install 'samenwerkadvies[plots]'"),
    ],
)
def test_a_missing_extra_is_one_sentence_with_the_command(library: str, module: str, sentence: str) -> None:
    assert told(WITHOUT.format(library=library, module=module)) == f"MissingDependencyError {sentence}"


@pytest.mark.parametrize(
    ("library", "command", "sentence"),
    [
        ("polars", "['batch', 'a.csv', 'b.csv']", "tables in files need more: pip install 'samenwerkadvies[frames]'"),
        ("sqlglot", "['sql']", "SQL needs more: pip install 'samenwerkadvies[sql]'"),
    ],
)
def test_so_it_is_on_the_command_line(library: str, command: str, sentence: str) -> None:
    script = f"import sys; sys.modules[{library!r}] = None; sys.argv[1:] = {command}; "
    script += "sys.stderr = sys.stdout; from samenwerkadvies.cli import app; app(standalone_mode=False)"
    assert told(script) == sentence


def test_a_pandas_frame_needs_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pd.DataFrame({"naam": ["a"]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingDependencyError, match="pandas frames need pyarrow: pip install pyarrow"):
        opened(frame)
