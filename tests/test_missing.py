"""A test that needs what is not here is skipped and says so, and fails where all must be here, as in CI."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import NOTHING_MISSING

ENGINES = Path(__file__).parent / "engines"
SCRIPT = """
import sys, pytest
sys.modules["durable_rules_engine"] = None
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "--no-cov", sys.argv[1], "-k", "threads or truth or same_text"]))
"""


@pytest.mark.parametrize(("setting", "code", "word"), [("", 0, "skipped"), ("1", 1, "errors")])
def test_a_missing_durable_skips_its_tests_or_fails_them(setting: str, code: int, word: str) -> None:
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(ENGINES)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTEST_ADDOPTS": "", NOTHING_MISSING: setting},
    )
    closing = result.stdout.splitlines()[-1]
    assert result.returncode == code, result.stdout
    assert f"3 {word}" in closing
    assert "19 passed" in closing
    assert "needs durable-rules: docs/installing.md" in result.stdout
