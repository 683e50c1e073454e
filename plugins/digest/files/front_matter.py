"""The head of an article's file: split off, read with line numbers, checked against the schema."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from digest.files.findings import Finding, nearest
from digest.files.yaml_lines import Document, YamlFault

SCHEMA_FILE = Path(__file__).with_name("front_matter.schema.json")

# The texts that a reader sees.
_PROSE = ("title", "site", "rights", "lead", "image_credit", "author_note", "summary")

_FENCED = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class FrontMatter:
    """``data`` is the mapping as written, ``body`` the Markdown after it, which starts on ``body_line``."""

    data: dict[str, Any]
    body: str
    body_line: int
    document: Document | None = None

    def line_of(self, *path: str | int) -> int:
        """The line in the file (from 1) of the value at ``path``."""
        return 1 + self.document.line_of(path) if self.document else 1


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of an article's front matter."""
    return json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def read(file: str, text: str) -> tuple[FrontMatter, list[Finding]]:
    """Split ``text`` into head and body. A head that cannot be read is a finding and an empty mapping."""
    text = text.replace("\r\n", "\n")
    match = _FENCED.match(text)
    if not match:
        return _unfenced(file, text)
    body, body_line = text[match.end() :], text[: match.end()].count("\n") + 1
    try:
        document = Document(match[1])
    except YamlFault as fault:
        found = Finding(
            file,
            fault.line + 1,
            "front-matter-yaml",
            f"the front matter is not YAML: {fault}",
            "one `key: value` a line; values with a colon or a # in quotes",
            'title: "甲：乙"',
        )
        return FrontMatter({}, body, body_line), [found]
    data = document.data if document.data is not None else {}
    if not isinstance(data, dict):
        found = Finding(
            file,
            2,
            "front-matter-yaml",
            f"the front matter is a {type(data).__name__}",
            "one `key: value` a line",
            "title: 产业互联网是个烟雾弹",
        )
        return FrontMatter({}, body, body_line), [found]
    front = FrontMatter({str(key): value for key, value in data.items()}, body, body_line, document)
    return front, [
        Finding(file, line + 1, "front-matter-doubled", f"the key {key!r} stands twice", "each key once")
        for key, line in document.doubled_keys()
    ]


def cut_off(file: str, front: FrontMatter) -> list[Finding]:
    """Texts that lost their end to a comment: in the texts that a reader sees a ``#`` is hardly ever one."""
    prose = {front.line_of(key) for key in _PROSE if key in front.data}
    return [
        Finding(
            file,
            line + 1,
            "front-matter-cut",
            f"{rest!r} is cut off as a comment",
            "the whole text in quotes",
            'title: "谈 C #1"',
        )
        for rest, line in (front.document.cut_off() if front.document else [])
        if line + 1 in prose
    ]


def _unfenced(file: str, text: str) -> tuple[FrontMatter, list[Finding]]:
    if not text.lstrip("\ufeff").startswith("---"):
        return FrontMatter({}, text, 1), []
    found = Finding(
        file,
        1,
        "front-matter-open",
        "the front matter is not closed",
        "a line of three hyphens before and after it",
        "---",
    )
    return FrontMatter({}, text, 1), [found]


def check(file: str, front: FrontMatter) -> list[Finding]:
    """Every fault of an article's front matter against the schema, in the order of the file."""
    errors = _validator().iter_errors(front.data)
    found = [finding for error in errors for finding in _findings(file, front, error)]
    return sorted({(each.line, each.code, each.message): each for each in found}.values())


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema(), format_checker=FormatChecker())


def _findings(file: str, front: FrontMatter, error: ValidationError) -> list[Finding]:
    if error.validator == "additionalProperties":
        return _unknown_keys(file, front, error)
    return [_missing_key(file, front, error) if error.validator == "required" else _wrong_value(file, front, error)]


def _name(error: ValidationError) -> str:
    return ".".join(str(step) for step in error.absolute_path) or "front matter"


def _unknown_keys(file: str, front: FrontMatter, error: ValidationError) -> list[Finding]:
    known = error.schema.get("properties", {})
    found = []
    for key in error.instance:
        if str(key) not in known:
            guess = nearest(str(key), known)
            found.append(
                Finding(
                    file,
                    front.line_of(*error.absolute_path, str(key)),
                    "front-matter-unknown",
                    f"unknown key {key}" + (f" (did you mean {guess}?)" if guess else ""),
                    ", ".join(known),
                )
            )
    return found


def _missing_key(file: str, front: FrontMatter, error: ValidationError) -> Finding:
    # The validator tells one missing key an error, and which one only in its words.
    missing = next((key for key in error.validator_value if repr(key) in error.message), error.validator_value[0])
    part = error.schema.get("properties", {}).get(missing, {})
    return Finding(
        file,
        front.line_of(*error.absolute_path),
        "front-matter-missing",
        f"{_name(error)} has no {missing}",
        part.get("description", ""),
        f"{missing}: {_example(part)}",
    )


def _wrong_value(file: str, front: FrontMatter, error: ValidationError) -> Finding:
    path = list(error.absolute_path)
    part = _described(error)
    example = _example(part)
    return Finding(
        file,
        front.line_of(*path),
        "front-matter-value",
        f"{_name(error)} is {error.instance!r}",
        part.get("description", error.message),
        f"{path[0] if path else ''}: {example}" if example else "",
    )


def _described(error: ValidationError) -> dict[str, Any]:
    """The innermost part of the schema around the fault that says what is allowed."""
    part: Any = schema()
    described: dict[str, Any] = {}
    for step in error.absolute_schema_path:
        if isinstance(part, dict) and "description" in part:
            described = part
        part = part[step] if isinstance(part, dict | list) else {}
    return described


def _example(part: dict[str, Any]) -> str:
    examples = part.get("examples")
    return json.dumps(examples[0], ensure_ascii=False) if examples else ""
