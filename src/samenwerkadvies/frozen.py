"""Mappings that never change: values made of them can be shared, hashed and kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn, Self, TypeVar

K = TypeVar("K")
V = TypeVar("V")


def _refuse(*_: object, **__: object) -> NoReturn:
    raise TypeError("this mapping never changes: make a dict of it first")


class FrozenDict(dict[K, V]):
    """A dict that refuses changes, all that is in it too; equal to a dict with the same content.

    It is a dict, so that reading it is as fast, and everything that takes a dict takes it.
    """

    __slots__ = ()

    def __init__(self, *content: Any) -> None:
        """Copy a mapping, and every mapping in it."""
        super().__init__(*content)
        for key, value in self.items():
            if isinstance(value, (dict, tuple)) and not isinstance(value, FrozenDict):
                super().__setitem__(key, frozen_value(value))

    @classmethod
    def of_frozen(cls, content: Mapping[K, V]) -> Self:
        """Return the same for content in which nothing can change: copied without looking into it."""
        made = cls.__new__(cls)
        dict.update(made, content)
        return made

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[FrozenDict[K, V]], tuple[dict[K, V]]]:
        """Travel between processes, and be copied, by its content."""
        return type(self), (dict(self),)


def frozen(content: Mapping[Any, Any]) -> FrozenDict[Any, Any]:
    """Return a mapping that never changes, with the same content."""
    return content if type(content) is FrozenDict else FrozenDict(content)


def frozen_value(value: Any) -> Any:
    """Return a value as it is, or, if it is a dict or a tuple with dicts, one that never changes."""
    if isinstance(value, dict) and not isinstance(value, FrozenDict):
        return FrozenDict(value)
    return tuple(map(frozen_value, value)) if type(value) is tuple else value
