"""Whether a value plainly fits a JSON Schema: most do, and asking the validator takes its start and a hundred times as
long."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TYPES = {"string": str, "array": list, "object": dict, "boolean": bool, "integer": int}
# Keywords that forbid nothing.
_SAYING = frozenset(("$schema", "title", "description", "examples"))


def fits(schema: Mapping[str, Any], value: object) -> bool:
    """Whether ``value`` certainly fits. What is not known here, a keyword or a kind of value, is not certain."""
    return all(
        keyword in _SAYING or (keyword in _FITS and _FITS[keyword](asked, value, schema))
        for keyword, asked in schema.items()
    )


def _one_of(asked: list[Any], value: object, _: Mapping[str, Any]) -> bool:
    # True is no 1 here.
    return any(type(each) is type(value) and each == value for each in asked)


def _is_unlike(asked: Mapping[str, Any], value: object, _: Mapping[str, Any]) -> bool:
    """``not`` is certain where all that is asked is a pattern."""
    return set(asked) == {"pattern"} and isinstance(value, str) and not re.search(asked["pattern"], value)


def _is_formed(asked: str, value: object, _: Mapping[str, Any]) -> bool:
    if asked != "date" or not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _are_unique(asked: bool, value: object, _: Mapping[str, Any]) -> bool:
    return not asked or (
        isinstance(value, list) and all(type(each) is str for each in value) and len(set(value)) == len(value)
    )


def _has_keys(asked: object, value: object, schema: Mapping[str, Any]) -> bool:
    """``additionalProperties``: of the keys that are not named, none is there, or each value fits what is asked."""
    named = schema.get("properties", {})
    others = [each for key, each in value.items() if key not in named] if isinstance(value, dict) else [None]
    return not others or (isinstance(asked, dict) and all(fits(asked, each) for each in others))


_FITS: dict[str, Callable[[Any, Any, Mapping[str, Any]], bool]] = {
    "type": lambda asked, value, _: type(value) is _TYPES.get(str(asked)),
    "enum": _one_of,
    "minimum": lambda asked, value, _: type(value) is int and value >= asked,
    "maximum": lambda asked, value, _: type(value) is int and value <= asked,
    "minLength": lambda asked, value, _: isinstance(value, str) and len(value) >= asked,
    "pattern": lambda asked, value, _: isinstance(value, str) and bool(re.search(asked, value)),
    "format": _is_formed,
    "not": _is_unlike,
    "items": lambda asked, value, _: isinstance(value, list) and all(fits(asked, each) for each in value),
    "minItems": lambda asked, value, _: isinstance(value, list) and len(value) >= asked,
    "uniqueItems": _are_unique,
    "required": lambda asked, value, _: isinstance(value, dict) and all(key in value for key in asked),
    "properties": lambda asked, value, _: (
        isinstance(value, dict) and all(fits(asked[key], each) for key, each in value.items() if key in asked)
    ),
    "propertyNames": lambda asked, value, _: isinstance(value, dict) and all(fits(asked, key) for key in value),
    "additionalProperties": _has_keys,
}
