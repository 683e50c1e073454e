"""The functions of data classes as Python compiled them, kept for the next run of a command.

Python writes them as text and compiles it whenever a class is made: half a millisecond a class, and a command has some
sixty. What comes of a text depends on it and the version of Python alone.
"""

from __future__ import annotations

import builtins
import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType
from typing import Any

from digest.keeping.tables import read_table, table_file, write_table

# So small a part of new ones is not worth a file written anew.
_NEW_SHARE = 0.1


@contextmanager
def kept_data_classes(command: str) -> Iterator[None]:
    """Within it Python takes the functions that an earlier run of ``command`` compiled, and compiles the rest for the
    next."""
    file = table_file(f"classes-{command}")
    if not file:
        yield
        return
    kept: dict[str, CodeType] = read_table(file) or {}
    asked: dict[str, CodeType] = {}

    def execute(text: str, *names: Any) -> None:
        asked[text] = kept.get(text) or compile(text, "<string>", "exec")
        builtins.exec(asked[text], *names)  # noqa: S102 - what ``dataclasses`` wrote

    module: Any = dataclasses
    # A name of the module goes before the one that is built in.
    module.exec = execute
    try:
        yield
    finally:
        del module.exec
        if len(asked.keys() - kept.keys()) > _NEW_SHARE * len(kept):
            write_table(file, asked)
