"""Engines: each decides every rule of a ruleset for one partnership, all with the same meaning."""

from __future__ import annotations

import functools
import logging
from typing import Literal, Protocol, get_args

from samenwerkadvies.engines.decided import Outcomes
from samenwerkadvies.engines.reference import ReferenceEngine
from samenwerkadvies.errors import MissingDependencyError, UsageError
from samenwerkadvies.partnership import Partnership
from samenwerkadvies.ruleset import Ruleset

EngineName = Literal["auto", "durable", "reference"]
ENGINES: tuple[EngineName, ...] = get_args(EngineName)


class Engine(Protocol):
    """What decides rules; safe to use from many threads at once."""

    @property
    def name(self) -> str:
        """The name that an assessment states."""

    def decide(self, partnership: Partnership) -> Outcomes:
        """Decide every rule for one partnership."""


def make_engine(name: str, ruleset: Ruleset) -> Engine:
    """Return the engine of that name, one for all who ask; ``auto`` is durable where it can be loaded, else reference.

    Both give the same outcomes. That reference answers is logged, once in a process, at the level INFO.

    Raises:
        UsageError: for an unknown name.
        MissingDependencyError: when durable is asked for by name and cannot be loaded.
    """
    if name not in ENGINES:
        raise UsageError(f"unknown engine {name!r}: choose one of {', '.join(ENGINES)}")
    if name == "reference":
        return ruleset.once(ReferenceEngine)
    from samenwerkadvies.engines.durable import DurableEngine, load_module  # noqa: PLC0415 - loads a C module: only when it is used

    try:
        load_module()
        return ruleset.once(DurableEngine)
    except MissingDependencyError as error:
        if name == "durable":
            raise
        _say_once(str(error))
        return ruleset.once(ReferenceEngine)


@functools.cache
def _say_once(reason: str) -> None:
    logging.getLogger("samenwerkadvies").info("the reference engine answers, with the same outcomes: %s", reason)
