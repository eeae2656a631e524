"""Values that cost time, worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Later(Generic[T]):
    """A value that is worked out once, when it is called for; equal values make equal ``Later``s."""

    __slots__ = ("_make", "_value")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make

    def __call__(self) -> T:
        """Return the value."""
        make = self._make
        if make is not None:
            self._value = make()
            self._make = None  # what the value was made of can go
        return self._value

    @classmethod
    def done(cls, value: T) -> Later[T]:
        """Return a value that is there already."""
        return cls(lambda: value)

    def __eq__(self, other: object) -> bool:
        return self() == other() if isinstance(other, Later) else NotImplemented

    def __hash__(self) -> int:
        return hash(self())

    def __repr__(self) -> str:
        return repr(self())

    def __reduce__(self) -> tuple[Callable[[T], Later[T]], tuple[T]]:
        """Travel between processes as the value itself."""
        return Later.done, (self(),)
