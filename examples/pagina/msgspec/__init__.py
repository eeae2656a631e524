"""What samenwerkadvies uses of msgspec, in plain Python: msgspec itself has no build for a browser.

It goes into the page only. A test holds the JSON that it writes equal to that of msgspec, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, dataclass_transform

NODEFAULT: Any = type("NoDefault", (), {"__repr__": lambda _: "NODEFAULT"})()


class Field:
    """What a struct has where its maker says nothing."""

    def __init__(self, *, default: Any = NODEFAULT, default_factory: Callable[[], Any] = NODEFAULT) -> None:
        self.default, self.default_factory = default, default_factory

    def value(self, name: str) -> Any:
        if self.default_factory is not NODEFAULT:
            return self.default_factory()
        if self.default is NODEFAULT:
            raise TypeError(f"Missing required argument '{name}'")
        return self.default


field = Field


def _annotated(namespace: Mapping[str, Any]) -> list[str]:
    """Return the names that a class body annotates; since Python 3.14 it says so in a function."""
    found = namespace.get("__annotations__")
    if found is None and (tell := namespace.get("__annotate_func__")):
        annotationlib = __import__("annotationlib")
        found = annotationlib.call_annotate_function(tell, annotationlib.Format.FORWARDREF)
    return [name for name, kind in (found or {}).items() if "ClassVar" not in str(kind)]


@dataclass_transform(field_specifiers=(Field,))
class _StructMeta(type):
    def __new__(
        cls,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        omit_defaults: bool = False,
        **_: bool,  # every struct of samenwerkadvies is frozen; keywords are taken of all
    ) -> Any:
        own: dict[str, Field] = {}
        for each in _annotated(namespace):
            stated = namespace.pop(each, NODEFAULT)
            own[each] = stated if isinstance(stated, Field) else Field(default=stated)
        namespace["__slots__"] = (*own, *namespace.get("__slots__", ()))
        made: Any = super().__new__(cls, name, bases, namespace)
        made.__struct_fields__ = {name: each for base in bases for name, each in _fields(base).items()} | own
        made.omits_defaults = omit_defaults
        return made


def _fields(base: type) -> dict[str, Field]:
    found: dict[str, Field] = getattr(base, "__struct_fields__", {})
    return found


class Struct(metaclass=_StructMeta):
    """A frozen value with named fields."""

    __struct_fields__: ClassVar[dict[str, Field]]
    omits_defaults: ClassVar[bool]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        fields = _fields(type(self))
        given = dict(zip(fields, args, strict=False)) | kwargs
        if len(args) > len(fields) or given.keys() - fields.keys():
            raise TypeError(f"{type(self).__name__} has no such arguments")
        for name, each in fields.items():
            object.__setattr__(self, name, given[name] if name in given else each.value(name))
        if after := getattr(self, "__post_init__", None):
            after()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"immutable type: '{type(self).__name__}'")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"immutable type: '{type(self).__name__}'")

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), _values(self)))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in _fields(type(self)))
        return f"{type(self).__name__}({told})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (type(self), _values(self))

    def __copy__(self) -> Struct:
        return self


def _values(made: object) -> tuple[Any, ...]:
    return tuple(getattr(made, name) for name in _fields(type(made)))


def _made(kind: type[Struct], values: tuple[Any, ...]) -> Struct:
    return kind(**dict(zip(_fields(kind), values, strict=True)))


from msgspec import json, structs  # noqa: E402 - they build on what stands above

__all__ = ["NODEFAULT", "Field", "Struct", "field", "json", "structs"]
