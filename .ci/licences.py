"""Looks at the licence of every locked package: what this project builds on must go with its own, MIT.

Exit codes: 0 all of them do, 1 one does not or says nothing.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

LOCK = Path(__file__).parent.parent / "requirements.txt"

# Permissive ones, by the names that packages give them; and those whose terms hold for their own files only.
ALLOWED = frozenset(
    (
        "mit",
        "mit license",
        "mit no attribution license (mit-0)",
        "mit-cmu",
        "bsd",
        "bsd license",
        "bsd-2-clause",
        "bsd-3-clause",
        "0bsd",
        "apache-2.0",
        "apache 2.0",
        "apache license 2.0",
        "apache software license",
        "isc",
        "zlib",
        "psf-2.0",
        "unlicense",
        "cc0-1.0",
        "python software foundation license",
        "blueoak-1.0.0",
        "bsl-1.0",
        "hpnd",
        "mpl-2.0",
        "mozilla public license 2.0 (mpl 2.0)",
    )
)
# Each with the reason why it may be used all the same.
EXCEPTIONS = {
    "chardet": "LGPL; readability-lxml imports it unchanged, and nothing of it is in this project's package",
    "hjson": "its classifiers name MIT and AFL, of which one may choose; only a plugin in tests asks for it",
}


def stated(name: str) -> str:
    """What a package says of its licence: the expression, else the classifiers, else the text. Raises
    PackageNotFoundError."""
    about = metadata(name)
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or []
        if line.startswith("License :: ") and not line.endswith("OSI Approved")
    ]
    return about.get("License-Expression") or " AND ".join(classifiers) or about.get("License") or ""


def goes_with_ours(licence: str) -> bool:
    """Whether a licence, as stated, goes with MIT: of alternatives one, of several that hold together all."""
    if "Permission is hereby granted" in licence and "without restriction" in licence:
        return True
    whole = licence.strip()
    if whole.startswith("(") and whole.endswith(")"):
        whole = whole[1:-1]
    return any(
        all(part.strip().lower() in ALLOWED for part in re.split(r"\s+AND\s+", each))
        for each in re.split(r"\s+OR\s+", whole)
    )


def faults(names: list[str]) -> list[str]:
    """What is wrong, a line a package. Packages of other systems, which are not installed here, are passed over."""
    found = []
    for name in names:
        try:
            licence = stated(name)
        except PackageNotFoundError:
            continue
        if name not in EXCEPTIONS and not goes_with_ours(licence):
            came = licence.splitlines()[0][:80] if licence else "no licence"
            found.append(f"requirements.txt: {name}: {came} came; allowed: a permissive licence; example: MIT")
    return found


if __name__ == "__main__":
    locked = re.findall(r"^([A-Za-z0-9][\w.-]*)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    wrong = faults(locked)
    print("\n".join(wrong or [f"{len(locked)} locked packages, every licence goes with MIT"]))
    sys.exit(1 if wrong else 0)
