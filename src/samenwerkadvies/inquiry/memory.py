"""What is remembered of what was worked out before, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar, TypeVarTuple

V = TypeVar("V")
Ts = TypeVarTuple("Ts")


class Memory(Generic[V]):
    """Values by key; all are forgotten when they are too many. Threads may work out the same value twice."""

    def __init__(self, most: int) -> None:
        """Remember so many at most."""
        self._most = most
        self._values: dict[Hashable, V] = {}

    def of(self, key: Hashable, make: Callable[[*Ts], V], *given: *Ts) -> V:
        """Return a value that was made before with this key, or make it of what is given."""
        try:
            return self._values[key]
        except KeyError:
            pass
        value = make(*given)
        if len(self._values) >= self._most:
            self._values.clear()
        self._values[key] = value
        return value
