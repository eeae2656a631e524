"""JSON as msgspec writes it."""

from __future__ import annotations

import datetime
import enum
import json
from collections.abc import Mapping
from typing import Any

import attrs

import msgspec


def encode(value: object) -> bytes:
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()


def decode(text: bytes | str) -> Any:
    return json.loads(text)


def format(text: bytes, *, indent: int = 2) -> bytes:  # noqa: A001 - its name in msgspec
    return json.dumps(json.loads(text), ensure_ascii=False, indent=indent).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        omits = type(value).omits_defaults
        fields = ((name, field, getattr(value, name)) for name, field in type(value).__struct_fields__.items())
        return {name: _plain(found) for name, field, found in fields if not (omits and _is_default(found, field))}
    if attrs.has(type(value)):
        return {each.name: _plain(getattr(value, each.name)) for each in attrs.fields(type(value))}
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Mapping):
        return {_plain(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def _is_default(found: object, field: msgspec.Field) -> bool:
    """Say whether msgspec leaves a value out: it is the default itself, or as empty as a default of the same kind."""
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory in (list, dict, set) and type(found) is field.default_factory and not found
    return found is field.default or (type(found) is type(field.default) and not found and not field.default)
