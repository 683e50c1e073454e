"""What the project and its tests remember while they run: functions that note what they said, dictionaries that make up a
value when it is first asked for, and those of a module that a function fills. What was made before a change would not show it, and a test that finds it made
does not come by the function that makes it."""

from __future__ import annotations

import gc
import os
import sys
from functools import _lru_cache_wrapper
from pathlib import Path
from types import ModuleType

PROJECT = Path(__file__).resolve().parents[2]
# The tables that commands keep on the disk are known by files, which no change here touches.
_TABLES = "DIGEST_TABLES"


def without_tables() -> None:
    """From now on each table is made where it is asked for."""
    os.environ[_TABLES] = ""


class Remembered:
    """What may come by the modules that are ``changed``, themselves or by what they import; the tables of the rules
    take long to read, and most changes are of modules that they know nothing of."""

    def __init__(self, changed: set[str]) -> None:
        coming = _coming(changed)
        self._functions, self._values = [], []
        for each in gc.get_objects():
            if isinstance(each, _lru_cache_wrapper) and each.__module__ in coming:
                self._functions.append(each)
            elif isinstance(each, dict) and "__missing__" in vars(type(each)) and type(each).__module__ in coming:
                self._values.append((each, dict(each)))
        for name in coming & sys.modules.keys():
            own = (value for key, value in vars(sys.modules[name]).items() if not key.startswith("__"))
            self._values += [(each, dict(each)) for each in own if type(each) is dict]

    def forget(self) -> None:
        """All of it is as it was when this was made."""
        for function in self._functions:
            function.cache_clear()
        for values, before in self._values:
            values.clear()
            values.update(before)


def _coming(changed: set[str]) -> set[str]:
    """Those modules, and all of the project's that import one that comes by them."""
    own = {
        name: module
        for name, module in list(sys.modules.items())
        if (file := getattr(module, "__file__", None)) and PROJECT in (path := Path(file)).parents
        if ".venv" not in path.parts
    }
    uses = {
        name: {
            each.__name__ if isinstance(each, ModuleType) else getattr(each, "__module__", None)
            for each in vars(module).values()
        }
        for name, module in own.items()
    }
    coming = set(changed)
    while more := {name for name, used in uses.items() if name not in coming and used & coming}:
        coming |= more
    return coming
