"""Values that stand in many others and show themselves by a hash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cached_property
from hashlib import blake2b
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


def hashed(value: object) -> str:
    """A short text that is another one where ``value``, which shows all of itself as text, is."""
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Stamped:
    """For a frozen dataclass (``repr=False``): its text is the hash of all of its fields, made once."""

    @cached_property
    def stamp(self) -> str:
        """The hash of everything that the value says."""
        names = [field.name for field in fields(self)]  # type: ignore[arg-type]  # every heir is a dataclass
        return hashed(tuple(getattr(self, name) for name in names))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.stamp})"


class StampedText(str):
    """A long text that stands in several others: it shows itself by its hash, made once."""

    @cached_property
    def stamp(self) -> str:
        """The hash of the text."""
        return blake2b(self.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.stamp})"


class Derived(Generic[Value]):
    """What ``make`` makes of ``inputs`` and of nothing else: shown as text by these, and made when it is asked for."""

    def __init__(self, make: Callable[..., Value], *inputs: Any) -> None:
        self._make, self._inputs = make, inputs

    def __repr__(self) -> str:
        return f"{self._make.__module__}.{self._make.__qualname__}{self._inputs!r}"

    def __call__(self) -> Value:
        """The value."""
        return self._make(*self._inputs)
