"""What can be done with structs."""

from __future__ import annotations

import typing
from typing import Any, NamedTuple

import msgspec

S = typing.TypeVar("S", bound=msgspec.Struct)


class FieldInfo(NamedTuple):
    name: str
    encode_name: str
    type: Any
    default: Any
    default_factory: Any

    @property
    def required(self) -> bool:
        return self.default is msgspec.NODEFAULT and self.default_factory is msgspec.NODEFAULT


def replace(made: S, **changes: Any) -> S:
    return type(made)(**{name: getattr(made, name) for name in type(made).__struct_fields__} | changes)


def force_setattr(made: msgspec.Struct, name: str, value: object) -> None:
    object.__setattr__(made, name, value)


def fields(wanted: type[msgspec.Struct]) -> tuple[FieldInfo, ...]:
    hints = typing.get_type_hints(wanted)
    return tuple(
        FieldInfo(name, name, hints[name], each.default, each.default_factory)
        for name, each in wanted.__struct_fields__.items()
    )
