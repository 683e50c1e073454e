"""The file of suggestions: what the tool found and a curator has yet to decide, and what was refused for good.

A YAML list. An entry ``suggest`` has a line ``decide``, empty until a person writes a word into it; an entry
``refused`` is a decision kept, so that the same is never suggested again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from digest.files.findings import Finding, nearest
from digest.files.yaml_lines import CuratedFile, YamlDocument
from digest.plan.relations import KINDS, Relation
from digest.zh.folding import fold

FILE = "suggestions.yml"
REVERSED = "extended-by"
"""The word for ``extends`` where the second claim is the one that goes further."""

_CLAIM_WORDS = {"yes": "yes", "true": "yes", "要": "yes", "采纳": "yes"}
_NO_WORDS = {"no": "no", "false": "no", "不要": "no", "不采纳": "no"}
_KIND_WORDS = {kind: kind for kind in KINDS} | {
    REVERSED: REVERSED,
    "印证": "supports",
    "相左": "disputes",
    "推进": "extends",
    "后续": REVERSED,
    "同题": "same-topic",
}
_EXAMPLE = "- suggest: one-article#c1 ? other-article#c4"
_FIELDS = (
    "suggest",
    "refused",
    "decide",
    "reason",
    "score",
    "concepts",
    "first",
    "maybe",
    "because",
    "one",
    "other",
    "text",
    "holder",
    "sentence",
)


@dataclass(frozen=True)
class SuggestionEntry:
    """One entry on lines ``line`` to ``end`` of the file.

    ``claims`` are the two refs of a relation, or empty; ``article`` is the slug that a claim was found in, or empty.
    ``decision`` is empty, ``no``, ``yes`` (a claim) or the kind of a relation; an entry ``refused`` has ``no``.
    """

    line: int
    end: int
    refused: bool
    decision: str
    claims: tuple[str, ...] = ()
    article: str = ""
    sentence: str = ""
    text: str = ""
    holder: str = ""
    reason: str = ""

    @property
    def pair(self) -> frozenset[str]:
        """The claims of a relation, whichever way round."""
        return frozenset(self.claims)

    @property
    def key(self) -> object:
        """What it is about: equal for two entries that say the same."""
        return self.pair or (self.article, bare(self.sentence))


@dataclass(frozen=True)
class Suggestions:
    """All entries, in the file's order."""

    entries: tuple[SuggestionEntry, ...] = ()

    @cached_property
    def refused_pairs(self) -> frozenset[frozenset[str]]:
        """The pairs of claims that are not to be suggested, or shown, again."""
        return frozenset(entry.pair for entry in self.entries if entry.decision == "no" and entry.pair)

    @property
    def decided(self) -> list[SuggestionEntry]:
        """Entries that somebody has written a decision into and that are not carried out yet."""
        return [entry for entry in self.entries if entry.decision and not entry.refused]


def read_suggestions(
    file: str,
    text: str,
    claims: Mapping[str, object],
    articles: Mapping[str, object],
    drawn: Iterable[Relation] = (),
    unread: Collection[str] = (),
) -> tuple[Suggestions, list[Finding]]:
    """Read the file against the digest's claims (by ref), articles (by slug) and the relations that are drawn.

    ``unread`` are the slugs of articles that could not be read, of which nothing is said again here.
    """
    document, found = _document(file, text)
    if document is None:
        return Suggestions(), found
    listed = document.data or []
    lines = text.splitlines()
    entries: dict[object, SuggestionEntry] = {}
    begins = [document.line_of([number]) for number in range(len(listed))]
    for raw, line, following in zip(listed, begins, [*begins[1:], len(lines) + 1], strict=False):
        entry, faults = _entry(file, line, _end(lines, line, following), raw, claims, articles)
        found += [fault for fault in faults if fault.code != "suggestion-unknown" or not _of(raw, unread)]
        if entry and (first := entries.setdefault(entry.key, entry)) is not entry:
            found.append(
                Finding(
                    file, line, "suggestion-doubled", f"the same stands on line {first.line}", "each suggestion once"
                )
            )
    return Suggestions(tuple(entries.values())), found + _drawn(file, entries.values(), drawn)


def _document(file: str, text: str) -> tuple[YamlDocument | None, list[Finding]]:
    """The file as a list; none where it is not one, and what is wrong with it as YAML."""
    curated = CuratedFile("suggestions-yaml", "the list that `digest suggest` writes", _EXAMPLE)
    document, found = curated.read(file, text)
    return document, found + [
        Finding(file, line, "suggestion-doubled", f"{key} stands twice in one entry", "each key once")
        for key, line in (document.doubled_keys() if document else ())
    ]


def _of(raw: Any, unread: Collection[str]) -> bool:
    """Whether an entry is of one of the articles ``unread``."""
    return any(ref.partition("#")[0] in unread for ref in str(raw.get("suggest", raw.get("refused"))).split(" ? "))


def _drawn(file: str, entries: Iterable[SuggestionEntry], drawn: Iterable[Relation]) -> list[Finding]:
    """Pairs that are refused here and stand among the relations all the same."""
    lines = {frozenset((relation.a, relation.b)): relation.line for relation in drawn}
    return [
        Finding(
            file,
            entry.line,
            "suggestion-drawn",
            f"{' and '.join(entry.claims)} are refused here and drawn on line {lines[entry.pair]} of relations.yml",
            "one of the two",
        )
        for entry in entries
        if entry.decision == "no" and entry.pair in lines
    ]


def _end(lines: list[str], line: int, following: int) -> int:
    """The last line of an entry that begins on ``line``: comments and blank lines before the next are not its own."""
    end = following - 1
    while end > line and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _entry(
    file: str, line: int, end: int, raw: Any, claims: Mapping[str, object], articles: Mapping[str, object]
) -> tuple[SuggestionEntry | None, list[Finding]]:
    head = raw.get("suggest", raw.get("refused")) if isinstance(raw, dict) else None
    if not isinstance(head, str) or ("suggest" in raw) == ("refused" in raw):
        allowed = "suggest: or refused:, then two claims or an article"
        return None, [Finding(file, line, "suggestion-form", f"{raw!r} came", allowed, _EXAMPLE)]
    found = [
        Finding(file, line, "suggestion-form", f"unknown key {key}", ", ".join(_FIELDS), _EXAMPLE)
        for key in map(str, raw)
        if key not in _FIELDS
    ]
    texts = {
        key: " ".join(str(raw[key]).split())
        for key in ("sentence", "text", "holder", "reason")
        if isinstance(raw.get(key), str | int | float)
    }
    refs = tuple(head.split(" ? ")) if " ? " in head else ()
    found += _unknown(file, line, refs or (head,), claims if refs else articles)
    if (refs and len(refs) != 2) or (not refs and not texts.get("sentence")):
        allowed = "two claims with ? between them, or an article with its sentence"
        found.append(Finding(file, line, "suggestion-form", f"{head!r} came", allowed, _EXAMPLE))
    refused = "refused" in raw
    decision, faults = _decision(file, line, raw.get("decide"), bool(refs))
    entry = SuggestionEntry(line, end, refused, "no" if refused else decision, refs, "" if refs else head, **texts)
    return (None if found else entry), found + ([] if refused else faults)


def _unknown(file: str, line: int, names: tuple[str, ...], known: Mapping[str, object]) -> list[Finding]:
    found = []
    for name in names:
        if name not in known:
            guess = nearest(name, known)
            found.append(
                Finding(
                    file,
                    line,
                    "suggestion-unknown",
                    f"there is no {name}",
                    f"what is in the digest; nearest: {guess}" if guess else "what is in the digest",
                    _EXAMPLE,
                )
            )
    return found


def _decision(file: str, line: int, value: Any, is_relation: bool) -> tuple[str, list[Finding]]:
    if value is None or not str(value).strip():
        return "", []
    words = _NO_WORDS | (_KIND_WORDS if is_relation else _CLAIM_WORDS)
    # YAML reads yes and no as true and false; a curator may write either script.
    decided = {fold(word): meant for word, meant in words.items()}.get(fold(str(value)).strip())
    if decided:
        return decided, []
    return "", [
        Finding(
            file,
            line,
            "suggestion-decide",
            f"decide: {value} came",
            ", ".join(words),
            "decide: supports" if is_relation else "decide: yes",
        )
    ]


def bare(sentence: str) -> str:
    """A sentence without its script, width and punctuation: two that say the same are equal."""
    return "".join(character for character in fold(sentence) if character.isalnum())
