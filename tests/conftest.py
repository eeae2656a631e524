"""Fixtures that many tests share."""

import pytest

from samenwerkadvies import Ruleset


@pytest.fixture(scope="session")
def shipped() -> Ruleset:
    return Ruleset.load()
