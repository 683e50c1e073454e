"""Golden cases: YAML files of named inputs and what must come of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml


def cases(name: str) -> list[Any]:
    """The cases of ``golden/<name>.yml`` as pytest parameters, each under its own name."""
    listed = yaml.safe_load((Path(__file__).parent / "golden" / f"{name}.yml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in listed]
