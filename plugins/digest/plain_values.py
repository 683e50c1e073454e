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
    if dataclasses.is_dataclass(value):
        return [plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    return value


def restored(kind: type[Value], value: Any) -> Value:
    """The value of the type ``kind`` whose plain form is ``value``."""
    return _restore(kind)(value)


@cache
def _restore(kind: Any) -> Any:
    """A function that makes values of ``kind``: found once, it is called for thousands of them."""
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        [inner] = [each for each in arguments if each is not type(None)]
        make = _restore(inner)
        return lambda value: None if value is None else make(value)
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            make = _restore(arguments[0])
            return lambda value: tuple(map(make, value))
        parts = [_restore(each) for each in arguments]
        return lambda value: tuple(make(each) for make, each in zip(parts, value, strict=True))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        make = _restore(arguments[1])
        return lambda value: {key: make(each) for key, each in value.items()}
    return lambda value: value


def _dataclass(kind: Any) -> Any:
    makers: list[Any] = []

    def make(value: list[Any]) -> Any:
        # Not before it is asked for: a dataclass may have fields of its own kind.
        if not makers:
            hints = get_type_hints(kind)
            makers.extend(_restore(hints[field.name]) for field in dataclasses.fields(kind))
        return kind(*(each(part) for each, part in zip(makers, value, strict=True)))

    return make
