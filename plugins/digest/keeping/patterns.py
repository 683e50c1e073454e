"""Regular expressions as Python compiled them, kept for the next run of a command.

Compiling is half of what a short command costs: Python puts a class of Chinese characters together character by
character, up to seven milliseconds each, and a command has some four hundred patterns. What comes of a pattern depends
on its text, its flags and the version of Python alone. Python has no public way to keep it; where the one used here
does not give the same, nothing is kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from digest.keeping.tables import read_table, table_file, write_table

Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""A compiled pattern: its flags, its code (as the bytes of its numbers: hardly a command asks for all that are kept),
the number of its groups, and their names by number and back."""

Class = tuple[list[Any], bool]
"""A class of characters as it is compiled, and whether case counts in it."""

# A check of five articles has 900, most of them the curators' own; of thousands of articles the first are enough.
MOST = 3000
# So small a part of new ones, as texts bring with them, is not worth a file written anew.
NEW_SHARE = 0.1
# What is kept of a pattern; another form has another name.
_FORM = b"code as bytes"
_PROBE = "(?P<a>[a-z]+)|(?i:b)\\b"


class _Compiler:
    """Compiles as Python does, from what is ``kept``; ``asked`` are the patterns that were wanted."""

    def __init__(self, module: Any, kept: dict[tuple[str, int], Made]) -> None:
        self._own, self._parse, self._code = module.compile, module._parser.parse, module._code
        self.charset = _once_each(module._optimize_charset)
        self._debug: int = module.SRE_FLAG_DEBUG
        self._load = import_module("_sre").compile
        self.kept, self.asked, self.new = kept, dict[tuple[str, int], Made](), 0

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        if type(pattern) is not str or flags & self._debug:
            return self._own(pattern, flags)
        key = (pattern, int(flags))
        made = self.kept.get(key)
        if made is None:
            made = self._made(*key)
            self.new += 1
        if len(self.asked) < MOST:
            self.asked[key] = made
        flags, code, *groups = made
        return self._load(pattern, flags, memoryview(code).cast("I").tolist(), *groups)

    def _made(self, pattern: str, flags: int) -> Made:
        parsed = self._parse(pattern, flags)
        names: dict[str, int] = dict(parsed.state.groupdict)
        by_number = {number: name for name, number in names.items()}
        groups: int = parsed.state.groups
        code = array("I", self._code(parsed, flags)).tobytes()
        return int(flags | parsed.state.flags), code, groups - 1, names, tuple(map(by_number.get, range(groups)))


def _once_each(put_together: Callable[..., Class]) -> Callable[..., Class]:
    """Put each class of characters together once: most patterns with Chinese in them have the same."""
    done: dict[tuple[object, ...], Class] = {}

    def once(charset: list[Any], *of_case: object) -> Class:
        # In which way case counts is said by functions and a table of Python's own, which stay.
        key = (repr(charset), *map(id, of_case))
        if key not in done:
            done[key] = put_together(charset, *of_case)
        return done[key]

    return once


@contextmanager
def kept_patterns(command: str) -> Iterator[None]:
    """Within it Python takes what an earlier run of ``command`` compiled, and compiles the rest for the next."""
    file = table_file(f"patterns-{command}", [_FORM])
    if not file:
        yield
        return
    module: Any = import_module("re._compiler")
    compiler = _compiler(module, read_table(file) or {})
    if not compiler:
        yield
        return
    own, of_class = module.compile, module._optimize_charset
    module.compile, module._optimize_charset = compiler.compile, compiler.charset
    try:
        yield
    finally:
        module.compile, module._optimize_charset = own, of_class
        if compiler.new > NEW_SHARE * len(compiler.kept):
            write_table(file, compiler.asked)


def _compiler(module: Any, kept: dict[tuple[str, int], Made]) -> _Compiler | None:
    """What compiles from ``kept``; nothing where this Python compiles in another way."""
    try:
        compiler = _Compiler(module, kept)
        same: bool = _Compiler(module, {}).compile(_PROBE) == module.compile(_PROBE, 0)
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return None
    return compiler if same else None
