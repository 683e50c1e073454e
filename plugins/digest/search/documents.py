"""What the search knows of an article in one variant: the text in its parts, to be indexed and to be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntFlag
from typing import Any

from digest.markup import Passage, passages
from digest.search.tokens import folded, tokens
from digest.views import ArticleView


class Zone(IntFlag):
    """The part of an article that a token stands in."""

    TITLE = 1
    CLAIM = 2
    HEADING = 4
    BODY = 8


@dataclass(frozen=True)
class Document:
    """An article in one variant.

    ``url`` is relative to the site's root. ``about`` are the facts of its head as (label key, text); ``claims``
    are (id, text, holder, the sentence that says it). ``passages`` are its paragraphs, items and headings.
    """

    url: str
    title: str
    date: str
    about: tuple[tuple[str, str], ...]
    claims: tuple[tuple[str, str, str, str], ...]
    passages: tuple[Passage, ...]
    tags: tuple[str, ...] = ()


# Names are looked for as headings are; the rest of the head is prose.
_NAMES = ("author", "tags", "people", "companies")


def document(view: ArticleView, html: str) -> Document:
    """The document of an article's view and its page's HTML."""
    facts = (
        ("author", "、".join(view.authors)), ("outlet", view.site), ("date", view.date), ("tags", "、".join(view.tags)),
        ("people", "、".join(view.people)), ("companies", "、".join(view.companies)), ("summary", view.summary),
        ("origin_lead", view.lead if view.summary_origin != "lead" else ""), ("author_note", view.author_note),
        ("via", view.via_name), ("image_credit", view.image_credit),
    )
    return Document(
        view.url, view.title, view.date, tuple(fact for fact in facts if fact[1]),
        tuple((claim.id, claim.text, "" if claim.by_author else claim.holder, claim.quote) for claim in view.claims),
        tuple(passages(html)), view.tags,
    )


def zones(variants: Sequence[Document]) -> dict[str, tuple[int, int]]:
    """For each token of an article, in any of its ``variants``: the zones it stands in and how often."""
    texts: dict[tuple[Zone, str], None] = {}
    for each in variants:
        texts.update(dict.fromkeys((zone, folded(text)) for zone, text in _zoned(each)))
    counted: dict[Zone, Counter[str]] = {}
    for zone, text in texts:
        counted.setdefault(zone, Counter()).update(tokens(text))
    found: dict[str, tuple[int, int]] = {}
    for zone, counter in counted.items():
        bit = int(zone)
        for token, count in counter.items():
            marks, often = found.get(token, (0, 0))
            found[token] = (marks | bit, often + count)
    return found


def _zoned(document: Document) -> list[tuple[Zone, str]]:
    found = [(Zone.TITLE, document.title)]
    found += [(Zone.HEADING if key in _NAMES else Zone.BODY, text) for key, text in document.about]
    found += [(Zone.CLAIM, part) for _, text, holder, _ in document.claims for part in (text, holder)]
    found += [(Zone.HEADING if each.is_heading else Zone.BODY, each.text) for each in document.passages]
    return found


def shown(document: Document, others: Sequence[Document]) -> dict[str, Any]:
    """What a browser needs to check a candidate and to show it, as plain values for JSON.

    A passage is [anchor, text] or, a heading, [anchor, text, 1]. ``also`` are the texts of the ``others`` that
    are not this one's in another script: a curator's term made a different word of it.
    """
    own = {folded(text) for _, text in _zoned(document)}
    also = {text: None for other in others for _, text in _zoned(other) if folded(text) not in own}
    return {
        "url": document.url, "title": document.title, "date": document.date, "about": document.about,
        "claims": document.claims, "also": list(also),
        "text": [[each.anchor, each.text, 1] if each.is_heading else [each.anchor, each.text]
                 for each in document.passages],
    }
