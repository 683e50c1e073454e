"""The reference of the files' format as a page: made from what the program checks by, so that it cannot be stale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from digest.files.codes import codes
from digest.files.front_matter import schema
from digest.files.yaml_lines import YamlDocument
from digest.plan.relations import KINDS
from digest.zh.variants import VARIANTS

_NOTES = Path(__file__).with_name("format_notes.yml")


@cache
def notes() -> Mapping[str, Any]:
    """What the page says in Chinese of each key, written by hand."""
    written: Mapping[str, Any] = yaml.safe_load(_NOTES.read_text(encoding="utf-8"))
    return written


def keys(part: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Mapping[str, Any], bool]]:
    """Every key of a part of the schema, its parts after it: name (``claims.id``), definition, whether it must be."""
    for name, value in part.get("properties", {}).items():
        yield before + name, value, name in part.get("required", ())
        yield from keys(value.get("items", value), f"{before}{name}.")


def reference() -> str:
    """The page in Markdown, in Simplified Chinese."""
    said = notes()
    pieces = [
        f"# {said['title']}",
        said["head"],
        said["front"],
        _table(said["columns"], _rows(said)),
        said["marks"].strip(),
        said["relations"].strip(),
        _table(said["kind_columns"], ((f"`{kind}`", said["kinds"][kind]) for kind in KINDS)),
        said["data"].strip(),
        _table(said["kind_columns"], ((f"`{tag}`", said["variants"][tag]) for tag in VARIANTS)),
        said["synonyms"].strip(),
        said["aliases"].strip(),
        said["feeds"].strip(),
        said["options"].strip(),
        said["faults"].strip(),
        # One table a level: a single one would be longer than what the checks compare in one piece.
        *(part for level in said["levels"] for part in _faults_of(level, said)),
    ]
    return "\n\n".join(pieces) + "\n"


def _faults_of(level: str, said: Mapping[str, Any]) -> tuple[str, str]:
    """The codes of a level under its heading."""
    rows = ((f"`{code.name}`", code.zh) for code in codes().values() if code.level == level)
    return f"### {said['levels'][level]}", _table(said["fault_columns"], rows)


def _rows(said: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name, part, required in keys(schema()):
        allowed = _allowed(part)
        about = said["keys"][name]
        if allowed:
            about += f"{said['one_of']} {'、'.join(f'`{value}`' for value in allowed)}。"
        yield f"`{name}`", (said["required"] if required else "") + about, f"`{_example(name, part)}`"


def _allowed(part: Mapping[str, Any]) -> Sequence[str]:
    """The values that a key may have, where they are listed; of a mapping, those of its entries."""
    inner = part.get("additionalProperties")
    return part.get("enum") or (inner.get("enum") if isinstance(inner, dict) else None) or ()


def _example(name: str, part: Mapping[str, Any]) -> str:
    """One way to write it, on one line of YAML; a list of claims would need more, and its parts have their own."""
    key = name.rpartition(".")[2]
    if not part.get("examples"):
        return f"{key}: …"
    value = part["examples"][0]
    if isinstance(value, str) and YamlDocument(f"{key}: {value}").data == {key: value}:
        return f"{key}: {value}"
    written = yaml.safe_dump({key: value}, allow_unicode=True, default_flow_style=True, width=10**6, sort_keys=False)
    return written.strip()[1:-1]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
