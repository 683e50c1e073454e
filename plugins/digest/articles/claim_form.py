"""What a claim or a summary must not be: longer than anybody reads in a list, or said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import add
from typing import NamedTuple

from digest.files.findings import Finding
from digest.files.front_matter import FrontMatter
from digest.zh.folding import fold

# The longest of 102 claims worded by hand has 64 characters, and the longest of twelve summaries 113: more than twice
# as much is a paragraph of the article, not what it says in short.
CLAIM_MOST, SUMMARY_MOST = 150, 300
# Of the pairs of characters of two claims, so many are in both where the one is the other in a few other words. Of 64
# claims worded twice 57 are above it; two of one article have .19 at most (381 pairs), and .22 on seven articles that
# were not looked at for it (86 pairs). Sentences that are built alike come to about .5.
SAME_SHARE = 0.6
# A claim that has another number, or one more or less of these, says something else.
_NO_SIGN = re.compile(r"[\W_]+")
_TURNS = re.compile("[0-9]+|[不没沒无無非未否反]")


def form(file: str, front: FrontMatter) -> Iterator[Finding]:
    """Claims that are too long or stand twice in an article, and a summary that is too long."""
    yield from _summary(file, front)
    listed = front.data.get("claims")
    before: list[_Said] = []
    for number, entry in enumerate(listed if isinstance(listed, list) else []):
        text = entry.get("text") if isinstance(entry, dict) else None
        if not isinstance(text, str):
            continue
        name = str(entry.get("id"))
        if len(text) > CLAIM_MOST:
            yield Finding(
                file,
                front.line_of("claims", number),
                "claim-long",
                f"{name} has {len(text)} characters: {text[:20]}…",
                f"one sentence, {CLAIM_MOST} characters at most; the whole of it stands in the text under its mark",
                "text: 产业互联网不是新事物。",
            )
        said = _Said.of(name, text, entry.get("holder"))
        other = next((each.name for each in before if each.name != name and said.is_same(each)), "")
        if other:
            yield Finding(
                file,
                front.line_of("claims", number),
                "claim-doubled",
                f"{name} says the same as {other}: {text[:20]}",
                "each claim once; a further sentence of it is marked with +",
                f"……。<!--{other}+-->",
            )
        before.append(said)


class _Said(NamedTuple):
    """What tells one claim of an article from another: its characters in pairs, what turns it round, who holds it."""

    name: str
    pairs: frozenset[str]
    turns: tuple[str, ...]
    holder: object

    @classmethod
    def of(cls, name: str, text: str, holder: object) -> _Said:
        signs = _NO_SIGN.sub("", fold(text))
        pairs = frozenset(map(add, signs, signs[1:])) or frozenset(signs)
        return cls(name, pairs, tuple(sorted(_TURNS.findall(signs))), holder)

    def is_same(self, other: _Said) -> bool:
        """Whether both say the same, perhaps in a few other words."""
        if (self.turns, self.holder) != (other.turns, other.holder):
            return False
        shared = len(self.pairs & other.pairs)
        return shared >= SAME_SHARE * (len(self.pairs) + len(other.pairs) - shared)


def _summary(file: str, front: FrontMatter) -> Iterator[Finding]:
    summary = front.data.get("summary")
    if isinstance(summary, str) and len(summary) > SUMMARY_MOST:
        yield Finding(
            file,
            front.line_of("summary"),
            "summary-long",
            f"the summary has {len(summary)} characters: {summary[:20]}…",
            f"about 100 characters, {SUMMARY_MOST} at most",
            "summary: 产业互联网不是互联网的延续……",
        )
