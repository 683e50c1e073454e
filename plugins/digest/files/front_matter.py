"""The head of an article's file: split off, read with line numbers, checked against the schema."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from digest.files.findings import Finding
from digest.files.schemas import Fault, faults
from digest.files.yaml_lines import YamlDocument, YamlFault

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
    document: YamlDocument | None = None

    def line_of(self, *path: str | int) -> int:
        """The line in the file (from 1) of the value at ``path``."""
        return 1 + self.document.line_of(path) if self.document else 1

    def texts(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Every text in it, also those of its claims and definitions, with its path."""
        found: list[tuple[tuple[str | int, ...], str]] = [
            ((key,), value) for key, value in self.data.items() if isinstance(value, str)
        ]
        for key in ("claims", "definitions"):
            entries = self.data.get(key)
            found += [
                ((key, number, name), value)
                for number, entry in enumerate(entries if isinstance(entries, list) else [])
                if isinstance(entry, dict)
                for name, value in entry.items()
                if isinstance(value, str)
            ]
        return found


# A key of an article's head, also with a full-width colon.
_KEY = re.compile(
    r"[ \t]*(?:title|lang|author|date|site|source_url|via|rights|publish|lead|image_credit|author_note|raw|summary|tags"
    r"|people|companies|claims|definitions|convert|terms|term_groups)[ \t]*[:：]"
)
# What is taken for the line before a head: hyphens of any number or width, other rules, the beginning of code.
_RULE = re.compile(
    r"\s*(?:[-\u2010-\u2015\u2500\uff0d_*+=~.]{2,}|[—－]+|`{3,}\s*ya?ml|~{3,}\s*ya?ml)\s*", re.IGNORECASE
)


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of an article's front matter."""
    read: dict[str, Any] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    return read


def read(file: str, text: str) -> tuple[FrontMatter, list[Finding]]:
    """Split ``text`` into head and body. A head that cannot be read is a finding and an empty mapping."""
    front, found = _read(file, text)
    return front, list(found)


# A file is read for what it says, and then for what is wrong with it.
@lru_cache(maxsize=2)
def _read(file: str, text: str) -> tuple[FrontMatter, list[Finding]]:
    text = text.replace("\r\n", "\n")
    match = _FENCED.match(text)
    if not match:
        return _unfenced(file, text)
    body, body_line = text[match.end() :], text[: match.end()].count("\n") + 1
    try:
        document = YamlDocument(match[1])
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
    prose = next((str(key) for key in data if not str(key).isascii()), None)
    if prose is not None:
        line = document.line_of((prose,)) + 1
        return FrontMatter({}, body, body_line), [_open(file, line, f"{prose[:20]} stands in the front matter")]
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
    """A file without a head, or with one that would be published as text: not closed, or not where a head begins."""
    fault = _stray_head(text)
    if fault is None:
        return FrontMatter({}, text, 1), []
    return FrontMatter({}, text, 1), [_open(file, *fault)]


def _open(file: str, line: int, what: str) -> Finding:
    allowed = "a line of three hyphens as the file's first line, and another after the last key"
    return Finding(file, line, "front-matter-open", what, allowed, "---")


def _stray_head(text: str) -> tuple[int, str] | None:
    """The line where something that was meant as a head begins, and what is wrong with it."""
    text = text.lstrip("\ufeff")
    start = text[: len(text) - len(text.lstrip())].count("\n") + 1
    first, _, rest = text.lstrip().partition("\n")
    if text.startswith("---") and not first.strip("- \t"):
        return 1, "the front matter is not closed"
    if _RULE.fullmatch(first) and _KEY.match(rest.lstrip()):
        if text[:1].isspace() and first.strip() == "---":
            return start, "blanks or blank lines stand before the front matter"
        return start, f"{first.strip()[:20]} stands where the front matter begins"
    if _KEY.match(first) and (_KEY.match(rest) or re.match(r"(?:.*\n){0,40}?---[ \t]*(?:\n|\Z)", rest)):
        return start, "no line of three hyphens stands before the front matter"
    return None


def check(file: str, front: FrontMatter) -> list[Finding]:
    """Every fault of an article's front matter against the schema, in the order of the file."""
    found = [_finding(file, front.line_of(*fault.path), fault) for fault in faults(schema(), front.data)]
    return sorted({(each.line, each.code, each.message): each for each in found}.values())


def _finding(file: str, line: int, fault: Fault) -> Finding:
    what = (fault.message("front matter"), fault.allowed, fault.example)
    if fault.kind == "unknown":
        return Finding(file, line, "front-matter-unknown", *what)
    if fault.kind == "missing":
        return Finding(file, line, "front-matter-missing", *what)
    return Finding(file, line, "front-matter-value", *what)
