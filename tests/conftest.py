"""Fixtures that many tests share, and what happens to a test where something that it needs is missing."""

import os
from collections.abc import Generator, Sequence

import pytest
from hypothesis import HealthCheck, settings

from building import ENGINES
from samenwerkadvies import Ruleset, load_ruleset

NOTHING_MISSING = "SAMENWERKADVIES_NOTHING_MISSING"
"""Where this is set, as in CI, a test that would be skipped fails: durable-rules, Java and a database are there."""


EACH_RUN = settings(
    deadline=None, derandomize=True, max_examples=20, suppress_health_check=[*HealthCheck]
)  # no test is timed: a busy machine is no fault
settings.register_profile("each-run", EACH_RUN)
settings.register_profile("thorough", EACH_RUN, max_examples=60)  # CI, once: --hypothesis-profile=thorough
settings.register_profile("seldom", EACH_RUN, max_examples=5)  # in Pyodide, which is slow
settings.register_profile("exploring", EACH_RUN, max_examples=1_000, derandomize=False)  # after a change of a meaning
settings.load_profile("each-run")


@pytest.fixture(scope="session")
def shipped() -> Ruleset:
    return load_ruleset()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and "duckdb" in _parameters(item):
            item.add_marker(pytest.mark.duckdb)
        if "durable" not in ENGINES and item.get_closest_marker("durable"):
            item.add_marker(pytest.mark.skip(reason="needs durable-rules: docs/installing.md"))
        for outside in ("spark", "postgres"):  # started once, by the one process that has all its tests
            if item.get_closest_marker(outside):
                item.add_marker(pytest.mark.xdist_group(outside))


def _parameters(item: pytest.Function) -> Sequence[object]:
    return (
        [each for each in item.callspec.params.values() if isinstance(each, str)] if hasattr(item, "callspec") else []
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and os.environ.get(NOTHING_MISSING):
        report.outcome = "failed"
        report.longrepr = f"skipped, where {NOTHING_MISSING} is set: {report.longrepr}"
    return report
