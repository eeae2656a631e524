"""The door for pytest: collects feature files about partnerships; imports nothing until there is one."""

from __future__ import annotations

from importlib import util
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one setting."""
    parser.addini("samenwerkadvies_rules", "Folder with rule files for feature files (default: the nearest, or ours).")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a feature file of ours; leave those of others alone."""
    if file_path.suffix != ".feature" or util.find_spec("pytest_bdd") is None:
        return None
    from samenwerkadvies.scenarios import plugin  # noqa: PLC0415 - costs nothing where there are no features

    return plugin.collect(file_path, parent)
