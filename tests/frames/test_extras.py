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


def test_the_core_imports_no_frames() -> None:
    heavy = "{'narwhals', 'polars', 'pandas', 'pyarrow', 'duckdb', 'pyspark'}"
    assert told(f"import sys, samenwerkadvies, samenwerkadvies.cli; print({heavy} & set(sys.modules))") == "set()"


def test_a_missing_extra_is_one_sentence_with_the_command() -> None:
    script = """
import sys
sys.modules["narwhals"] = None
try:
    import samenwerkadvies.frames
except ImportError as error:
    print(type(error).__name__, error)
"""
    assert told(script) == "MissingDependencyError frames need more: pip install 'samenwerkadvies[frames]'"


def test_a_pandas_frame_needs_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pd.DataFrame({"naam": ["a"]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingDependencyError, match="pandas frames need pyarrow: pip install pyarrow"):
        opened(frame)
