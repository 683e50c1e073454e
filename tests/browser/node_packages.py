"""The packages of package-lock.json that check pages."""

from __future__ import annotations

from pathlib import Path

from building import PROJECT


def package(path: str) -> Path:
    """A file of a package; without the packages the test that needs it fails, and says what to do."""
    found = PROJECT / "node_modules" / path
    assert found.exists(), f"{found} is missing; make lint installs the packages of package-lock.json"
    return found
