"""The door for pytest: collects feature files about partnerships; imports nothing until there is one."""

from __future__ import annotations

import fnmatch
from importlib import util
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one setting."""
    parser.addini("samenwerkadvies_rules", "Folder with rule files for feature files (default: the nearest, or ours).")


@pytest.hookimpl(tryfirst=True)
def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take a folder of features without tests in Python for a folder: what stands in `__init__.py` is not run."""
    if not (path / "__init__.py").is_file() or not any(path.glob("*.feature")):
        return None
    patterns = parent.config.getini("python_files")
    if any(fnmatch.fnmatch(file.name, pattern) for file in path.glob("*.py") for pattern in patterns):
        return None
    folder: pytest.Dir = pytest.Dir.from_parent(parent, path=path)
    return folder


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a feature file of ours; leave those of others alone."""
    if file_path.suffix.lower() != ".feature" or util.find_spec("pytest_bdd") is None:
        return None
    from samenwerkadvies.scenarios import plugin  # noqa: PLC0415 - costs nothing where there are no features

    return plugin.collect(file_path, parent)
