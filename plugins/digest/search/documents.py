"""What the search knows of an article in one variant: the text in its parts, to be indexed and to be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntFlag
from functools import cached_property
from itertools import accumulate
from typing import Any

import numpy
from numpy.typing import NDArray

from digest.pages.article_view import ArticleView
from digest.search.conversion_tables import telling
from digest.search.tokens import beginnings, folded, tokens
from digest.text.html_tokens import Passage, passages
from digest.zh.phrases import PART


class Zone(IntFlag):
    """The part of an article that a token stands in."""

    TITLE = 1
    CLAIM = 2
    HEADING = 4
    BODY = 8


@dataclass(frozen=True)
class SearchDocument:
    """An article in one variant.

    ``url`` is relative to the site's root. ``about`` are the facts of its head as (label key, text); ``claims``
    are (id, text, holder, the sentence that says it). ``passages`` are its paragraphs, items and headings.
    ``names`` are those of people and companies, ``stances`` the codes of what its claims take (for, against).
    """

    url: str
    title: str
    date: str
    about: tuple[tuple[str, str], ...]
    claims: tuple[tuple[str, str, str, str], ...]
    passages: tuple[Passage, ...]
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()

    @cached_property
    def zoned(self) -> list[tuple[Zone, str, str]]:
        """Its texts: the zone each stands in, the text, and the text folded."""
        texts = [(Zone.TITLE, self.title)]
        texts += [(Zone.HEADING if key in _NAMES else Zone.BODY, text) for key, text in self.about]
        texts += [(Zone.CLAIM, part) for _, text, holder, _ in self.claims for part in (text, holder)]
        texts += [(Zone.HEADING if each.is_heading else Zone.BODY, each.text) for each in self.passages]
        together = folded("".join(text for _, text in texts))
        ends = accumulate(len(text) for _, text in texts)
        return [(zone, text, together[end - len(text) : end]) for (zone, text), end in zip(texts, ends, strict=True)]


# Names are looked for as headings are; the rest of the head is prose.
_NAMES = ("author", "tags", "people", "companies")


def described(view: ArticleView, stances: Sequence[str] = ()) -> SearchDocument:
    """What a document has of an article's view, and the codes of its claims' stances: all but the passages."""
    facts = (
        ("author", "、".join(view.authors)),
        ("outlet", view.site),
        ("date", view.date),
        ("tags", "、".join(view.tags)),
        ("people", "、".join(view.people)),
        ("companies", "、".join(view.companies)),
        ("summary", view.summary),
        ("origin_lead", view.lead if view.summary_origin != "lead" else ""),
        ("author_note", view.author_note),
        ("via", view.via_name),
        ("image_credit", view.image_credit),
    )
    return SearchDocument(
        view.url,
        view.title,
        view.date,
        tuple(fact for fact in facts if fact[1]),
        tuple((claim.id, claim.text, "" if claim.by_author else claim.holder, claim.quote) for claim in view.claims),
        (),
        view.tags,
        view.authors,
        (*view.people, *view.companies),
        tuple(stances),
    )


def document(described: SearchDocument, html: str) -> SearchDocument:
    """The document of an article from what describes it and its page's HTML."""
    return replace(described, passages=tuple(passages(html)))


# How often a token stands in an article, in two bits: once, twice, up to five times, more.
_OFTEN = numpy.array((0, 0, 1, 2, 2, 2, 3), dtype=numpy.uint8)
_COUNT_SHIFT = 4


@dataclass(frozen=True)
class FoundTokens:
    """The tokens of an article in any of its variants, each once.

    ``pairs`` are codes in order, ``marks`` what is said of each: its zones in the low bits, how often above them.
    ``words`` has the same marks for what has no code.
    """

    pairs: NDArray[numpy.uint32]
    marks: NDArray[numpy.uint8]
    words: dict[str, int]


def found_in(variants: Sequence[SearchDocument]) -> FoundTokens:
    """The tokens of an article; a text that is the same in another script counts once."""
    texts = list(dict.fromkeys((zone, plain) for each in variants for zone, _, plain in each.zoned))
    own = tokens(PART.join(plain for _, plain in texts))
    zones = numpy.repeat(
        numpy.array([zone for zone, _ in texts], dtype=numpy.uint8), [len(plain) + len(PART) for _, plain in texts]
    )
    words: dict[str, int] = {}
    for word, place in own.words:
        words[word] = words.get(word, 0) | int(zones[place])
    often = Counter(word for word, _ in own.words)
    for told in telling(text for each in variants for _, text, _ in each.zoned):
        words[told] = int(Zone.BODY)
        often[told] = 1
    pairs, marks = _together(own.pairs, zones[own.places])
    return FoundTokens(pairs, marks, {word: words[word] | _count(often[word]) for word in sorted(words)})


def _together(
    codes: NDArray[numpy.uint32], zones: NDArray[numpy.uint8]
) -> tuple[NDArray[numpy.uint32], NDArray[numpy.uint8]]:
    """Each code once, in order, with its marks."""
    zoned = codes.astype(numpy.uint64) << numpy.uint64(8) | zones
    zoned.sort()
    codes = (zoned >> numpy.uint64(8)).astype(numpy.uint32)
    firsts = numpy.flatnonzero(beginnings(codes))
    counts = numpy.diff(numpy.append(firsts, len(codes)))
    often = _OFTEN[numpy.minimum(counts, len(_OFTEN) - 1)]
    return codes[firsts], numpy.bitwise_or.reduceat(zoned.astype(numpy.uint8), firsts) | often << _COUNT_SHIFT


def _count(often: int) -> int:
    return int(_OFTEN[min(often, len(_OFTEN) - 1)]) << _COUNT_SHIFT


def shown(document: SearchDocument, others: Sequence[SearchDocument]) -> dict[str, Any]:
    """What a browser needs to check a candidate and to show it, as plain values for JSON.

    A passage is [anchor, text] or, a heading, [anchor, text, 1]. ``also`` are the texts of the ``others`` that
    are not this one's in another script: a curator's term made a different word of it.
    """
    own = {plain for _, _, plain in document.zoned}
    also = {text: None for other in others for _, text, plain in other.zoned if plain not in own}
    return {
        "url": document.url,
        "title": document.title,
        "date": document.date,
        "about": document.about,
        "claims": document.claims,
        "also": list(also),
        "text": [
            [each.anchor, each.text, 1] if each.is_heading else [each.anchor, each.text] for each in document.passages
        ],
    }
