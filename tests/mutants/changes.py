"""The small changes of a module's functions, as mutmut makes them, and the module with all of them in it: which of them
is made is said by a variable of the environment while it runs."""

from __future__ import annotations

import ast
import difflib
import importlib.util
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

from mutmut.mutation.file_mutation import mutate_file_contents

# Where mutmut's modules look for the change that is made, and what stands there while they note which functions run.
MADE, NOTING = "MUTANT_UNDER_TEST", "stats"


@dataclass(frozen=True)
class Change:
    """A change of one function. ``was`` and ``now`` are the lines without indentation, ``named`` is what mutmut calls
    it, and what it calls its function before the last two underlines."""

    file: str
    function: str
    was: str
    now: str
    named: str

    def __str__(self) -> str:
        return f"{self.file}: {self.function}\n  - {self.was}\n  + {self.now}"

    @property
    def module(self) -> str:
        return self.named.rpartition(".")[0]

    @property
    def of(self) -> str:
        """The function by mutmut's name."""
        return self.named.partition("__mutmut_")[0]


class _Changed(SourceFileLoader):
    """Reads a module from what mutmut made of it."""

    def __init__(self, name: str, path: str, code: str) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._code, self.path, "exec", dont_inherit=True)


class Modules(MetaPathFinder):
    """The modules of a room with all their changes, found before those on the disk, where they stay as they are."""

    def __init__(self, project: Path, room: str, tree: str) -> None:
        self.changes: list[Change] = []
        self._loaders: dict[str, _Changed] = {}
        for path in [project / room] if room.endswith(".py") else sorted((project / room).rglob("*.py")):
            parts = path.relative_to((project / tree).parent).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            made = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
            self._loaders[name] = _Changed(name, str(path), made.code)
            self.changes += _changes(path.relative_to(project).as_posix(), name, made.code, list(made.mutant_names))
        known = [name for name in self._loaders if name in sys.modules]
        if known:
            raise SystemExit(f"mutants: imported before a change was made: {known}")
        sys.meta_path.insert(0, self)

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        loader = self._loaders.get(name)
        return importlib.util.spec_from_file_location(name, loader.path, loader=loader) if loader else None


def _changes(file: str, module: str, code: str, names: list[str]) -> list[Change]:
    lines = code.split("\n")
    functions = [each for each in ast.walk(ast.parse(code)) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]
    texts = {each.name: "\n".join(lines[each.lineno - 1 : each.end_lineno]) for each in functions}
    found = []
    for name in names:
        mangled = name.partition("__mutmut_")[0]
        plain = mangled.removeprefix("x_").replace("xǁ", "").replace("ǁ", ".")
        both = (
            texts[each].replace(f"def {each}", f"def {plain}", 1).split("\n")
            for each in (f"{mangled}__mutmut_orig", name)
        )
        differ = list(difflib.unified_diff(*both, lineterm="", n=0))[2:]
        was, now = (" ".join(line[1:].strip() for line in differ if line.startswith(sign)) for sign in ("-", "+"))
        found.append(Change(file, plain, was, now, f"{module}.{name}"))
    return found
