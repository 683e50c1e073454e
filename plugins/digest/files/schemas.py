"""Values held against a JSON Schema: every fault with where it is, what came, what is allowed and an example.

Most values plainly fit; asking the validator of those takes its start and a hundred times as long.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from digest.files.findings import nearest

if TYPE_CHECKING:
    from jsonschema import ValidationError


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TYPES = {"string": str, "array": list, "object": dict, "boolean": bool, "integer": int}
# Keywords that forbid nothing.
_SAYING = frozenset(("$schema", "title", "description", "examples"))


def fits(schema: Mapping[str, Any], value: object) -> bool:
    """Whether ``value`` certainly fits. What is not known here, a keyword or a kind of value, is not certain."""
    # A loop of its own: each value of each file passes here.
    for keyword, asked in schema.items():
        if keyword not in _SAYING and not (keyword in _FITS and _FITS[keyword](asked, value, schema)):
            return False
    return True


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


@dataclass(frozen=True)
class Fault:
    """``kind`` is unknown (a key), missing (a key) or value; ``path`` leads to the value, ``said`` is what came.

    A part of the schema says what is ``allowed`` in its ``description`` and gives one of its ``examples``.
    """

    kind: str
    path: tuple[str | int, ...]
    said: str
    allowed: str
    example: str

    def message(self, whole: str) -> str:
        """What came, in a sentence; ``whole`` is what the values are called together."""
        if self.kind == "unknown":
            return f"unknown key {self.path[-1]}{self.said}"
        return f"{'.'.join(map(str, self.path)) or whole} {self.said}"


def faults(schema: Mapping[str, Any], data: Any) -> list[Fault]:
    """Every fault of ``data`` against ``schema``, in the order in which the validator meets them."""
    if fits(schema, data):
        return []
    # Imported here: where nothing is wrong nobody waits for its start.
    from jsonschema import Draft202012Validator, FormatChecker

    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [fault for error in validator.iter_errors(data) for fault in _faults(schema, error)]


def _faults(schema: Mapping[str, Any], error: ValidationError) -> Iterator[Fault]:
    if error.validator == "additionalProperties":
        yield from _unknown_keys(error)
    elif error.validator == "required":
        yield _missing_key(error)
    else:
        yield _wrong_value(schema, error)


def _properties(error: ValidationError) -> Mapping[str, Any]:
    """The keys that there may be where the fault is, each with its part of the schema."""
    return error.schema.get("properties", {}) if isinstance(error.schema, Mapping) else {}


def _unknown_keys(error: ValidationError) -> Iterator[Fault]:
    known, came = _properties(error), error.instance
    for key in came if isinstance(came, Mapping) else ():
        if str(key) not in known:
            guess = nearest(str(key), known)
            said = f" (did you mean {guess}?)" if guess else ""
            yield Fault("unknown", (*error.absolute_path, str(key)), said, ", ".join(known), "")


def _missing_key(error: ValidationError) -> Fault:
    # The validator tells one missing key an error, and which one only in its words.
    required: Any = error.validator_value
    missing = next((key for key in required if repr(key) in error.message), required[0])
    part = _properties(error).get(missing, {})
    example = f"{missing}: {_example(part)}"
    return Fault("missing", tuple(error.absolute_path), f"has no {missing}", part.get("description", ""), example)


def _wrong_value(schema: Mapping[str, Any], error: ValidationError) -> Fault:
    path = tuple(error.absolute_path)
    part = _described(schema, error)
    example = _example(part)
    return Fault(
        "value",
        path,
        f"is {error.instance!r}",
        part.get("description", error.message),
        f"{_key(path)}: {example}" if example else "",
    )


def _key(path: Sequence[str | int]) -> str | int:
    """The key that a value stands under: the innermost one, not the number of an entry in a list."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _described(schema: Mapping[str, Any], error: ValidationError) -> dict[str, Any]:
    """The innermost part of the schema around the fault that says what is allowed."""
    part: Any = schema
    described: dict[str, Any] = {}
    for step in error.absolute_schema_path:
        if isinstance(part, dict) and "description" in part:
            described = part
        part = part[step]
    return described


def _example(part: dict[str, Any]) -> str:
    examples = part.get("examples")
    return json.dumps(examples[0], ensure_ascii=False) if examples else ""
