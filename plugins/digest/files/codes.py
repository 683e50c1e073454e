"""The list of all codes of findings: how grave each is, what it means, what mends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LISTED = Path(__file__).with_name("codes.yml")


@dataclass(frozen=True)
class Code:
    """``level`` is error or warning; ``en`` and ``zh`` say what is wrong, ``mend`` is what puts it right."""

    name: str
    level: str
    en: str
    zh: str
    mend: str

    def __str__(self) -> str:
        return f"{self.name} ({self.level})\n    {self.en}\n    {self.zh}\n    right: {self.mend}"


@cache
def codes() -> Mapping[str, Code]:
    """Every code by its name, in the order of the list."""
    # Imported here: most of a command's start is reading modules.
    import yaml

    # The reader in C is there wherever PyYAML is a wheel.
    listed = yaml.load(LISTED.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return {name: Code(name, **{key: str(value) for key, value in about.items()}) for name, about in listed.items()}
