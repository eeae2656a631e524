"""Load a ruleset: the shipped one as a wheel holds it, or any from its files.

When a wheel is built (``setup.py``), the shipped ruleset is put into it as it was loaded and checked, so that starting
reads no rule anew. It is data, as ``as_lists`` tells, and counts only beside the very rules that it was made from: who
changes those gets theirs.
"""

from __future__ import annotations

import functools
import json
from importlib import resources
from pathlib import Path

from samenwerkadvies.loading.as_lists import from_lists, to_lists
from samenwerkadvies.loading.resting import collector_at_rest
from samenwerkadvies.loading.sources import SHIPPED, fingerprint, shipped_sources
from samenwerkadvies.ruleset import Ruleset

PREPARED = "prepared.json"
"""The file beside the shipped rules."""


def load_ruleset(path: str | Path | None = None) -> Ruleset:
    """Load and check the rule files of a folder (or one file); with None the shipped ones.

    A folder in which a file says ``breidt_uit: samenwerkadvies`` is added to the shipped rules.

    Raises:
        InvalidRulesetError: with every problem in every file (or the first many, when there is no end to them).
    """
    return _shipped() if path is None else _read(Path(path))


@functools.cache
def _shipped() -> Ruleset:
    prepared = resources.files(f"{SHIPPED}.rules") / PREPARED
    found = prepared_ruleset(prepared.read_bytes()) if prepared.is_file() else None
    return found or _read(None)


def _read(path: Path | None) -> Ruleset:
    from samenwerkadvies.loading.rulesets import read_ruleset  # noqa: PLC0415 - reading takes more than all else here

    return read_ruleset(path)


def prepared_ruleset(written: str | bytes) -> Ruleset | None:
    """Return a ruleset that was prepared; None where it does not fit the rules or the code that are here."""
    try:
        document = json.loads(written)
        if document["fingerprint"] != fingerprint(shipped_sources()):
            return None
        with collector_at_rest():
            ruleset: Ruleset = from_lists(document["ruleset"])
    except ValueError:  # of another version, or damaged
        return None
    return ruleset


def prepare(ruleset: Ruleset) -> str:
    """Return what a wheel holds of a ruleset, to be the shipped one there: JSON, the same for the same rules."""
    document = {"fingerprint": fingerprint(shipped_sources()), "ruleset": to_lists(ruleset)}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
