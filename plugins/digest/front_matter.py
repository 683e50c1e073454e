"""The head of an article's file: split off, read with line numbers, checked against the schema."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from digest.findings import Finding, nearest
from digest.yaml_lines import Document, YamlFault

SCHEMA_FILE = Path(__file__).with_name("front_matter.schema.json")

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
        found = Finding(file, fault.line + 1, "front-matter-yaml", f"the front matter is not YAML: {fault}",
                        "one `key: value` a line; values with a colon or a # in quotes", 'title: "甲：乙"')
        return FrontMatter({}, body, body_line), [found]
    data = document.data if document.data is not None else {}
    if not isinstance(data, dict):
        found = Finding(file, 2, "front-matter-yaml", f"the front matter is a {type(data).__name__}",
                        "one `key: value` a line", "title: 产业互联网是个烟雾弹")
        return FrontMatter({}, body, body_line), [found]
    front = FrontMatter(data, body, body_line, document)
    return front, [
        Finding(file, line + 1, "front-matter-doubled", f"the key {key!r} stands twice", "each key once")
        for key, line in document.doubled_keys()
    ]


def _unfenced(file: str, text: str) -> tuple[FrontMatter, list[Finding]]:
    if not text.lstrip("\ufeff").startswith("---"):
        return FrontMatter({}, text, 1), []
    found = Finding(file, 1, "front-matter-open", "the front matter is not closed",
                    "a line of three hyphens before and after it", "---")
    return FrontMatter({}, text, 1), [found]


def check(file: str, front: FrontMatter) -> list[Finding]:
    """Every fault of an article's front matter against the schema, in the order of the file."""
    errors = Draft202012Validator(schema()).iter_errors(front.data)
    return sorted(_finding(file, front, error) for error in errors)


def _finding(file: str, front: FrontMatter, error: ValidationError) -> Finding:
    path = list(error.absolute_path)
    name = ".".join(str(step) for step in path) or "front matter"
    part = error.schema if isinstance(error.schema, dict) else {}
    allowed, example = part.get("description", ""), _example(part)
    if error.validator == "additionalProperties":
        known = part.get("properties", {})
        unknown = sorted(set(error.instance) - set(known))
        guess = nearest(unknown[0], known)
        return Finding(file, front.line_of(*path, unknown[0]), "front-matter-unknown",
                       f"unknown key {', '.join(unknown)}" + (f" (did you mean {guess}?)" if guess else ""),
                       ", ".join(known))
    if error.validator == "required":
        missing = next(key for key in error.validator_value if key not in error.instance)
        part = part.get("properties", {}).get(missing, {})
        return Finding(file, front.line_of(*path), "front-matter-missing", f"{name} has no {missing}",
                       part.get("description", ""), f"{missing}: {_example(part)}")
    return Finding(file, front.line_of(*path), "front-matter-value", f"{name} is {error.instance!r}",
                   allowed or error.message, f"{path[-1] if path else ''}: {example}" if example else "")


def _example(part: dict[str, Any]) -> str:
    examples = part.get("examples")
    return json.dumps(examples[0], ensure_ascii=False) if examples else ""
