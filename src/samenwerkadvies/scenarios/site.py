"""Living documentation: web pages with conditions, rules, and the scenarios that prove them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from samenwerkadvies.scenarios.plugin import Played
from samenwerkadvies.scenarios.session import Suite


def write_site(folder: Path, suites: Sequence[tuple[Suite, Sequence[Played]]]) -> None:
    """Write the pages into a folder that is there."""
