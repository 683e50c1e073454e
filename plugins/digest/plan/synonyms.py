"""The curators' file of region words: what one region calls 软件 and another 軟體 is one word to a searcher."""

from __future__ import annotations

from typing import Any

from digest.files.findings import Finding
from digest.files.yaml_lines import CuratedFile
from digest.zh.folding import fold

_EXAMPLE = "- [软件, 軟體]   or   - {專案: 项目}"
_ALLOWED = (
    "a list of two or more phrases that mean the same, or {typed: found as well}, each phrase of two characters or more"
)

Synonyms = dict[str, tuple[str, ...]]
"""What else a phrase finds: folded phrase -> folded phrases, longest key first."""


def read_synonyms(file: str, text: str) -> tuple[Synonyms, list[Finding]]:
    """Read the curators' file: a list of groups; entries that are none are findings.

    A group is a list of phrases each of which finds the others, or a mapping of a phrase to the one (or a list
    of those) that it finds as well but that does not find it. A phrase may be in several groups.
    """
    document, found = CuratedFile("synonyms-yaml", _ALLOWED, _EXAMPLE).read(file, text)
    if document is None:
        return {}, found
    pairs: dict[tuple[str, str], int] = {}
    for number, group in enumerate(document.data):
        line = document.line_of([number])
        drawn = _pairs(group)
        if drawn is None:
            found.append(Finding(file, line, "synonym-form", f"{group!r} came", _ALLOWED, _EXAMPLE))
            continue
        for typed, meant in drawn:
            found += _faults(file, line, typed, meant, pairs.get((fold(typed), fold(meant))))
            pairs.setdefault((fold(typed), fold(meant)), line)
    return _by_phrase([pair for pair in pairs if pair[0] != pair[1]]), sorted(set(found))


def _pairs(group: Any) -> list[tuple[str, str]] | None:
    """Which phrase finds which; ``None`` where ``group`` is no group."""
    if isinstance(group, list) and len(group) > 1 and all(map(_is_phrase, group)):
        return [(one, other) for one in group for other in group if one is not other]
    if isinstance(group, dict) and group:
        meant = {typed: value if isinstance(value, list) else [value] for typed, value in group.items()}
        if all(_is_phrase(phrase) for typed, others in meant.items() for phrase in (typed, *others)):
            return [(typed, other) for typed, others in meant.items() for other in others]
    return None


def _is_phrase(value: Any) -> bool:
    # A single character stands inside too many words to mean one thing.
    return isinstance(value, str) and len(value.strip()) > 1


def _faults(file: str, line: int, typed: str, meant: str, first: int | None) -> list[Finding]:
    if fold(typed) == fold(meant):
        return [
            Finding(
                file,
                line,
                "synonym-same",
                f"{typed} and {meant} are one word in two scripts",
                "words that differ in more than their script: the search knows both scripts",
                _EXAMPLE,
            )
        ]
    if first is not None:
        return [
            Finding(
                file,
                line,
                "synonym-doubled",
                f"{typed} finds {meant} by line {first} already",
                "each pair once",
                _EXAMPLE,
            )
        ]
    return []


def _by_phrase(pairs: list[tuple[str, str]]) -> Synonyms:
    found: dict[str, list[str]] = {}
    for typed, meant in pairs:
        found.setdefault(typed, []).append(meant)
    return {typed: tuple(found[typed]) for typed in sorted(found, key=lambda phrase: (-len(phrase), phrase))}
