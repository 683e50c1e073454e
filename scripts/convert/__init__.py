"""Turn raw pages (saved HTML, feed dumps, text copies) into Markdown articles that people edit."""

from collections.abc import Callable, Iterable
from typing import Any


def _made(name: str, made_from: Iterable[bytes], make: Callable[[], Any]) -> Any:
    return make()


keep: Callable[[str, Iterable[bytes], Callable[[], Any]], Any] = _made
"""What a function makes of some bytes, under a name; who has a place to keep plain values puts another here."""


def _said(library: str) -> str:
    # Imported here: who knows the versions does without.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(library)
    except PackageNotFoundError:
        return ""


version: Callable[[str], str] = _said
"""The version of a library, empty for one that is not installed; who knows it in less time puts that here."""
