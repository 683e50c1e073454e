"""A document as JSON that people can read and compare: an item of a list is a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any


def readable_json(document: Mapping[str, Any]) -> bytes:
    """``document`` as JSON: each key on a line, and each item of what is a list or to be gone through.

    What is gone through is held as text alone, which is a quarter of its values.
    """
    keys = (f" {_text(key)}: ".encode() + _value(value) for key, value in document.items())
    return b"{\n" + b",\n".join(keys) + b"\n}\n"


def _value(value: Any) -> bytes:
    if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
        return _text(value).encode()
    items = b",\n  ".join(_text(item).encode() for item in value)
    return b"[\n  " + items + b"\n ]" if items else b"[]"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
