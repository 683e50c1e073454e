"""Stands for a value whose use is written down: what was asked of it, and what the answer was."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

_PLAIN = (str, int, type(None))


class Watched:
    """``value``, which is something, as a template uses it.

    ``asked`` collects [name, arguments or ``None``, the answer's hash] of each question that can be put again; any
    other use makes it ``None`` for good.
    """

    def __init__(self, value: Any) -> None:
        self._value = value
        self.asked: list[list[Any]] | None = []

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._value, name)
        if not callable(found):
            self._note(name, None, found)
            return found

        def called(*arguments: Any, **named: Any) -> Any:
            answer = found(*arguments, **named)
            if named or not all(isinstance(each, _PLAIN) for each in arguments):
                self.asked = None
            else:
                self._note(name, list(arguments), answer)
            return answer

        return called

    def _note(self, name: str, arguments: list[Any] | None, answer: Any) -> None:
        question = [name, arguments, _hash(answer)]
        if self.asked is not None and question not in self.asked:
            self.asked.append(question)

    def __bool__(self) -> bool:
        return bool(self._value)

    def __iter__(self) -> Iterator[Any]:
        self.asked = None
        return iter(self._value)

    def __len__(self) -> int:
        self.asked = None
        return len(self._value)

    def __getitem__(self, name: Any) -> Any:
        self.asked = None
        return self._value[name]

    def __str__(self) -> str:
        self.asked = None
        return str(self._value)


def answers_hold(value: Any, asked: list[list[Any]]) -> bool:
    """Whether ``value`` gives the same answers still."""
    for name, arguments, answer in asked:
        found = getattr(value, name, None)
        if _hash(found if arguments is None else found(*arguments) if callable(found) else None) != answer:
            return False
    return True


def _hash(answer: Any) -> str:
    return blake2b(repr(answer).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
