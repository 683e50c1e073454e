"""Curated relations between claims of different articles, one line each in the curators' file.

The file is a YAML list; a line reads ``- slug#c1 supports slug#c2: the reason``. The order is the order shown. With
``unrelated`` in the place of a kind it keeps two claims apart: they are never suggested or related by computing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.files.findings import Finding, nearest
from digest.files.yaml_lines import CuratedFile, YamlDocument

KINDS = ("supports", "disputes", "extends", "same-topic")
APART = "unrelated"
COMPUTED = "computed"
"""What stands in the place of a kind: of two claims kept apart by a curator, and of a relation that nobody drew."""
EXAMPLE = "- one-article#c1 disputes other-article#c4: 一方说赋能须有中心，一方说赋能要化整为零"

_LINE = re.compile(r"(\S+)\s+(\S+)\s+(\S+)")
_REF = re.compile(r"([^#\s]+)#(c[1-9]\d*)")


@dataclass(frozen=True)
class Relation:
    """``a`` KIND ``b``: claim refs (slug#c1), ``reason`` in one line, in the digest's own language.

    A computed relation has its concepts for a reason and a ``score`` below that of a curator's word, 1.
    """

    a: str
    b: str
    kind: str
    reason: str
    line: int = 0
    score: float = 1.0


def read_relations(
    file: str, text: str, claims: Mapping[str, object], unread: Collection[str] = ()
) -> tuple[list[Relation], list[Finding]]:
    """Read the curators' file against the digest's claims (a mapping whose keys are refs), those kept apart too.

    ``unread`` are the slugs of articles that could not be read: that has been said, and is not said again of
    every relation that they are part of.
    """
    document, found = _document(file, text)
    if document is None:
        return [], found
    relations: list[Relation] = []
    drawn: dict[frozenset[str], Relation] = {}
    for number, entry in enumerate(document.data):
        line = document.line_of([number])
        relation, faults = _relation(file, line, entry, claims)
        found += [fault for fault in faults if not _of(entry, unread)]
        if relation is None:
            continue
        first = drawn.setdefault(frozenset((relation.a, relation.b)), relation)
        if first is relation:
            relations.append(relation)
            found += reason(file, line, f"{relation.a} and {relation.b}", relation.reason)
        else:
            found.append(_again(file, relation, first))
    found += circles(file, [(each.a, each.b, each.line) for each in relations if each.kind == "extends"])
    return relations, found


def _document(file: str, text: str) -> tuple[YamlDocument | None, list[Finding]]:
    """The file as a list; none where it is not one, and what is wrong with it as YAML."""
    allowed = "one relation a line; a reason with a half-width colon or # in quotes"
    document, found = CuratedFile("relations-yaml", allowed, EXAMPLE).read(file, text)
    if document is None:
        return None, found
    found = [
        Finding(file, line, "relation-doubled", f"{key} stands twice in one entry", "one relation a line", EXAMPLE)
        for key, line in document.doubled_keys()
    ]
    quoted = '- a#c1 disputes b#c4: "他说 #1 不对"'
    found += [
        Finding(file, line, "relation-cut", f"{rest!r} is cut off as a comment", "the whole reason in quotes", quoted)
        for rest, line in document.cut_off()
    ]
    return document, found


def _relation(
    file: str, line: int, entry: object, claims: Mapping[str, object]
) -> tuple[Relation | None, list[Finding]]:
    if not isinstance(entry, dict) or len(entry) != 1:
        return None, [Finding(file, line, "relation-form", f"{entry!r} came", "slug#c1 kind slug#c2: reason", EXAMPLE)]
    [(head, reason)] = entry.items()
    match = _LINE.fullmatch(str(head).strip())
    if not match or not isinstance(reason, str) or not reason.strip():
        return None, [
            Finding(file, line, "relation-form", f"{head}: {reason!r} came", "slug#c1 kind slug#c2: reason", EXAMPLE)
        ]
    a, kind, b = match.groups()
    found = [fault for ref in (a, b) if (fault := _unknown(file, line, ref, claims))]
    if kind not in (*KINDS, APART):
        found.append(
            Finding(file, line, "relation-kind", f"the kind {kind!r} came", ", ".join((*KINDS, APART)), EXAMPLE)
        )
    if a.partition("#")[0] == b.partition("#")[0]:
        found.append(
            Finding(
                file,
                line,
                "relation-own",
                f"{a} and {b} are of one article",
                "claims of two different articles",
                EXAMPLE,
            )
        )
    return (None if found else Relation(a, b, kind, " ".join(reason.split()), line)), found


def _again(file: str, relation: Relation, first: Relation) -> Finding:
    """A pair that stands on two lines: drawn twice, or drawn and kept apart."""
    pair = f"{relation.a} and {relation.b}"
    if APART in (relation.kind, first.kind) and relation.kind != first.kind:
        drawn, apart = sorted((relation, first), key=lambda each: each.kind == APART)
        return Finding(
            file,
            relation.line,
            "relation-apart",
            f"{pair} are drawn on line {drawn.line} and kept apart on line {apart.line}",
            "one of the two",
        )
    return Finding(
        file, relation.line, "relation-doubled", f"{pair} are related on line {first.line} already", "one a pair"
    )


def _of(entry: object, unread: Collection[str]) -> bool:
    """Whether a relation is with one of the articles ``unread``."""
    heads = entry if isinstance(entry, dict) else ()
    return any(word.partition("#")[0] in unread for head in heads for word in str(head).split())


def _unknown(file: str, line: int, ref: str, claims: Mapping[str, object]) -> Finding | None:
    if ref in claims:
        return None
    if not _REF.fullmatch(ref):
        return Finding(file, line, "relation-form", f"{ref!r} is not a claim's address", "slug#c1", EXAMPLE)
    guess = nearest(ref, claims)
    return Finding(
        file,
        line,
        "relation-unknown",
        f"there is no claim {ref}",
        f"a claim of an article; nearest: {guess}" if guess else "a claim of an article",
        EXAMPLE,
    )


def reason(file: str, line: int, pair: str, said: str) -> Iterator[Finding]:
    """A finding where the reason of the relation of ``pair`` has no word in it."""
    if not any(sign.isalnum() for sign in said):
        yield Finding(
            file,
            line,
            "relation-reason",
            f"the reason of {pair} is {said!r}",
            "one line that says why the two meet, for readers",
            EXAMPLE,
        )


def circles(file: str, steps: Sequence[tuple[str, str, int]]) -> Iterator[Finding]:
    """A finding for each line by which claims that go further (a, than b, line) come back to where they began."""
    further: dict[str, set[str]] = {}
    for one, other, line in steps:
        way = _way(further, other, one)
        if way:
            yield Finding(
                file,
                line,
                "relation-circle",
                f"{one} goes further than {' than '.join(way)}: a circle",
                "one direction; or same-topic where neither goes further",
                f"- {one} same-topic {other}: 都谈同一件事",
            )
        else:
            further.setdefault(one, set()).add(other)


def _way(further: dict[str, set[str]], start: str, goal: str) -> list[str]:
    """The claims from ``start`` on by which ``goal`` is reached, itself the last; empty where it is not."""
    paths: list[list[str]] = [[start]]
    seen = {start}
    while paths:
        path = paths.pop(0)
        if path[-1] == goal:
            return path
        following: Iterable[str] = sorted(further.get(path[-1], set()) - seen)
        seen.update(following)
        paths += [[*path, each] for each in following]
    return []
