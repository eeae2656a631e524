"""What rules of one's own begin with: a rule file and a feature that hold, to be changed by who writes policy."""

from __future__ import annotations

import string
from importlib import resources

from samenwerkadvies.loading.prepared import load_ruleset

START_FILES = ("regels.yaml", "regels.feature")
_LARGE = 10
"""A threshold below it mostly lies on a short scale, where a smaller number may mean nothing."""


def start_files(*, extends: bool) -> dict[str, str]:
    """Return the files to begin with, by name: a set that extends the shipped one, or a whole set of one's own."""
    start, values = ("uitbreiding", _changed_threshold()) if extends else ("eigen", {})
    folder = resources.files("samenwerkadvies.scenarios") / "start" / start
    return {name: string.Template((folder / name).read_text("utf-8")).substitute(values) for name in START_FILES}


def _changed_threshold() -> dict[str, str]:
    """Return a threshold of the shipped rules that can well be a third smaller, to show how one is changed."""
    numbers = {found.id: found.value for found in load_ruleset().thresholds.values()}
    name, value = next((name, value) for name, value in numbers.items() if isinstance(value, int) and value >= _LARGE)
    return {"grens": name, "was": str(value), "wordt": str(value * 2 // 3)}
