"""Values of the digest as plain ones (what JSON has), and back."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def plain(value: Any) -> Any:
    """``value`` (dataclasses, tuples, mappings with text keys, texts, numbers) as plain lists and dictionaries."""
    kind: Any = type(value)
    if kind is str or kind is int:
        return value
    if names := _names(kind):
        return [plain(getattr(value, name)) for name in names]
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def restored(kind: type[Value], value: Any) -> Value:
    """The value of the type ``kind`` whose plain form is ``value``."""
    shape: Any = kind
    made: Value = _restore(shape)(value)
    return made


def _same(value: Any) -> Any:
    return value


@cache
def _restore(kind: Any) -> Any:
    """A function that makes values of ``kind``, ``_same`` where their plain form is one: asked for once, used often."""
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        [inner] = [each for each in arguments if each is not type(None)]
        make = _restore(inner)
        return lambda value: None if value is None else make(value)
    if origin is tuple and arguments[-1] is Ellipsis:
        make = _restore(arguments[0])
        return tuple if make is _same else lambda value: tuple(map(make, value))
    if origin is tuple:
        parts = [_restore(each) for each in arguments]
        return lambda value: tuple(make(each) for make, each in zip(parts, value, strict=True))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        make = _restore(arguments[1])
        return _same if make is _same else lambda value: {key: make(each) for key, each in value.items()}
    return _same


def _dataclass(kind: Any) -> Any:
    makers: list[tuple[int, Any]] = []
    count = 0

    def make(value: list[Any]) -> Any:
        nonlocal count
        # Not before it is asked for: a dataclass may have fields of its own kind.
        if not count:
            hints, fields = get_type_hints(kind), dataclasses.fields(kind)
            found = [_restore(hints[field.name]) for field in fields]
            makers.extend((place, each) for place, each in enumerate(found) if each is not _same)
            count = len(fields)
        if len(value) != count:
            raise ValueError(f"{len(value)} values came for the {count} of a {kind.__name__}")
        given = list(value)
        for place, each in makers:
            given[place] = each(given[place])
        return kind(*given)

    return make
