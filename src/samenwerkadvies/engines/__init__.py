"""Engines: each decides every rule of a ruleset for one partnership, all with the same meaning."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Protocol

from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.errors import MissingDependencyError, UsageError
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import Ruleset

ENGINES = ("auto", "durable", "reference")

Outcomes = Mapping[str, bool | None]
"""Per rule, in file order: whether it holds; None where missing facts leave it undecided."""


class Engine(Protocol):
    """What decides rules; safe to use from many threads at once."""

    @property
    def name(self) -> str:
        """The name that an assessment states."""

    def decide(self, partnership: Partnership) -> Outcomes:
        """Decide every rule for one partnership."""


def make_engine(name: str, ruleset: Ruleset) -> Engine:
    """Return the engine of that name; ``auto`` is durable, or reference (with a warning) where durable cannot load.

    Raises:
        UsageError: for an unknown name.
        MissingDependencyError: when durable is asked for by name and cannot be loaded.
    """
    if name not in ENGINES:
        raise UsageError(f"unknown engine {name!r}: choose one of {', '.join(ENGINES)}")
    if name == "reference":
        return ReferenceEngine(ruleset)
    from samenwerkadvies.engines.durable import DurableEngine  # noqa: PLC0415 - loads a C module: only when it is used

    try:
        return DurableEngine(ruleset)
    except MissingDependencyError as error:
        if name == "durable":
            raise
        warnings.warn(f"{error}; the reference engine answers instead", RuntimeWarning, stacklevel=3)
        return ReferenceEngine(ruleset)
