"""Fixtures that many tests share, and what happens to a test where something that it needs is missing."""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

from building import ENGINES
from samenwerkadvies import Ruleset, load_ruleset

NOTHING_MISSING = "SAMENWERKADVIES_NOTHING_MISSING"
"""Where this is set, as in CI, a test that would be skipped fails: durable-rules, Java and a database are there."""


settings.register_profile("untimed", deadline=None)  # no test is timed: a busy machine is no fault
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def shipped() -> Ruleset:
    return load_ruleset()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "durable" not in ENGINES and item.get_closest_marker("durable"):
            item.add_marker(pytest.mark.skip(reason="needs durable-rules: docs/installing.md"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and os.environ.get(NOTHING_MISSING):
        report.outcome = "failed"
        report.longrepr = f"skipped, where {NOTHING_MISSING} is set: {report.longrepr}"
    return report
