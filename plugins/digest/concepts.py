"""The curators' list of concepts: a name each, and the patterns by which it shows in Simplified text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.findings import Finding
from digest.yaml_lines import Document, YamlFault

_EXAMPLE = "赋能: [赋能]"


@dataclass(frozen=True)
class Concept:
    """``patterns`` are regular expressions over folded (Simplified) text."""

    name: str
    patterns: tuple[str, ...]


def read_concepts(file: str, text: str) -> tuple[list[Concept], list[Finding]]:
    """Read the curators' file: a mapping of a name to a list of patterns."""
    try:
        document = Document(text)
    except YamlFault as fault:
        return [], [Finding(file, fault.line, "concepts-yaml", f"not YAML: {fault}", "name: [patterns]", _EXAMPLE)]
    listed = document.data or {}
    if not isinstance(listed, dict):
        return [], [Finding(file, 1, "concepts-yaml", f"a {type(listed).__name__} came", "a mapping", _EXAMPLE)]
    concepts = []
    found = [Finding(file, line, "concept-doubled", f"{name!r} stands twice", "each concept once")
             for name, line in document.doubled_keys()]
    for name, patterns in listed.items():
        line = document.line_of([name])
        if not isinstance(patterns, list) or not patterns or not all(isinstance(item, str) for item in patterns):
            found.append(Finding(file, line, "concept-form", f"{name}: {patterns!r} came",
                                 "a list of patterns", _EXAMPLE))
            continue
        found += [fault for item in patterns if (fault := _fault(file, line, str(name), item))]
        concepts.append(Concept(str(name), tuple(patterns)))
    return concepts, found


def _fault(file: str, line: int, name: str, pattern: str) -> Finding | None:
    try:
        re.compile(pattern)
    except re.error as fault:
        return Finding(file, line, "concept-pattern", f"{name}: {pattern!r} does not compile: {fault}",
                       "a regular expression", "(?<!去)中心化")
    return None
