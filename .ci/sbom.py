"""Writes what a release is built and tested with, as the lock has it, in CycloneDX: names, versions, hashes of files.

    python .ci/sbom.py sbom/sbom.cdx.json

Asks nobody, and writes the same for the same lock. Exit codes: 0 written, 1 the lock has nothing that can be read.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.txt"
_LOCKED = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<where>[^\\\n]+?))?\s*(?P<hashes>(?:\\\n\s+--hash=\S+\s*)*)$",
    re.MULTILINE,
)


def components(lock: str) -> list[dict[str, Any]]:
    """Every locked package as a component, in the order of the lock."""
    found = []
    for match in _LOCKED.finditer(lock):
        name, version = match["name"].lower(), match["version"]
        digests = re.findall(r"--hash=sha256:([0-9a-f]{64})", match["hashes"])
        purl = f"pkg:pypi/{name}@{version}"
        each: dict[str, Any] = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}
        each["hashes"] = [{"alg": "SHA-256", "content": digest} for digest in digests]
        if match["where"]:
            each["properties"] = [{"name": "environment marker", "value": match["where"]}]
        found.append(each)
    return found


def bill(lock: str, version: str) -> dict[str, Any]:
    """The whole bill of materials of this package at ``version``."""
    listed = components(lock)
    own = {"type": "application", "bom-ref": "zh-article-digest", "name": "zh-article-digest", "version": version}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": own},
        "components": listed,
        "dependencies": [{"ref": own["bom-ref"], "dependsOn": sorted(each["bom-ref"] for each in listed)}],
    }


def main(out: Path) -> int:
    """Write it to ``out``; the exit code."""
    package = (ROOT / "plugins" / "digest" / "__init__.py").read_text(encoding="utf-8")
    said = re.search(r'^__version__ = "([^"]+)"', package, re.MULTILINE)
    made = bill(LOCK.read_text(encoding="utf-8"), said[1] if said else "")
    if not made["components"]:
        print(f"error: {LOCK.name} names no package; allowed: what make lock writes", file=sys.stderr)
        return 1
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{out}: {len(made['components'])} packages", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
