"""Puts the bill of materials into each wheel that is built (``.dist-info/sboms/``): whoever has a release has it."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_FILE = "sbom/sbom.cdx.json"


class SbomHook(BuildHookInterface):  # type: ignore[type-arg]  # the host's own is not needed here
    """Called by hatchling before it packs a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the bill and name it, but for an editable install, which nobody gets."""
        if version == "editable":
            return
        if run_path(str(Path(self.root, ".ci", "sbom.py")))["main"](Path(self.root, _FILE)):
            raise RuntimeError("no bill of materials; the line above says why")
        build_data["sbom_files"].append(_FILE)
