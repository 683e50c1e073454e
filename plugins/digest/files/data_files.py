"""The project's own data files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

# Reads the same language several times as fast; it is there wherever PyYAML is a wheel.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def data_file(path: Path) -> Any:
    """What the YAML file at ``path`` says, as plain values."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe one
