"""An article, its claims and what meets them, as plain values in the script of a page; and how to cite it
(GB/T 7714-2015 for an electronic source)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from digest.articles.article import Article
from digest.text.sentences import balanced
from digest.text.stamped import Stamped


@dataclass(frozen=True, repr=False)
class LinkView(Stamped):
    """Another article's claim, seen from a claim: ``label`` names the kind and direction for the labels file.

    ``ref`` is the other claim's (slug#c1), ``slug`` its article's; ``page`` is the address of a dispute's own page.
    """

    ref: str
    slug: str
    kind: str
    label: str
    text: str
    holder: str
    quote: str
    reason: str
    title: str
    date: str
    url: str
    changed_mind: bool
    page: str = ""


@dataclass(frozen=True, repr=False)
class ClaimView(Stamped):
    """A claim with its links, for the list on the article's page; ``computed`` are those that nobody drew.

    ``number`` is what it is shown under: claims are counted in the order of their sentences.
    """

    id: str
    number: int
    text: str
    holder: str
    by_author: bool
    quote: str
    links: tuple[LinkView, ...]
    computed: tuple[LinkView, ...] = ()

    @property
    def disputes(self) -> int:
        """How many of the links are disputes."""
        return sum(link.kind == "disputes" for link in self.links)


@dataclass(frozen=True, repr=False)
class ArticleView(Stamped):
    """An article's head, summary and claims. ``url`` is relative to the site's root; ``length`` in characters.

    ``publish`` is ``full`` or ``digest``: whether the page has the whole text or its marked sentences only.
    """

    slug: str
    url: str
    title: str
    authors: tuple[str, ...]
    date: str
    site: str
    source_url: str
    via_name: str
    via_url: str
    rights: str
    image_credit: str
    author_note: str
    summary: str
    summary_origin: str
    lead: str
    tags: tuple[str, ...]
    people: tuple[str, ...]
    companies: tuple[str, ...]
    length: int
    publish: str
    claims: tuple[ClaimView, ...]

    @property
    def minutes(self) -> int:
        """How long it takes to read: 400 characters a minute, as adults read Chinese prose silently."""
        return max(1, round(self.length / 400))


def texts_shown(article: Article) -> Iterator[str]:
    """The texts of an article that its view and its page's head show, its body apart."""
    yield from (article.title, article.summary.text, article.lead, "、".join(article.authors))
    yield from (article.site, article.rights, article.image_credit, article.author_note, article.via.get("name", ""))
    yield from (*article.authors, *article.tags, *article.people, *article.companies)
    for claim in article.claims:
        yield from (claim.text, claim.holder, claim.quote, balanced(claim.quote))


# The standard names three authors and says 等 for the rest.
_NAMED = 3


@dataclass(frozen=True)
class Citation:
    """A citation in two parts: between them stands the day on which it is read, which only the reader knows."""

    before: str
    after: str


def citation(
    authors: Sequence[str], title: str, outlet: str, date: str, address: str, collection: str, words: Mapping[str, Any]
) -> Citation:
    """The citation. ``collection`` is the work that the article is read in, where its own address is not known.

    ``words`` are the interface words of a variant; ``date`` is an ISO day, all but ``title`` may be empty.
    """
    named = ", ".join([*authors[:_NAMED], *([words["and_others"]] if len(authors) > _NAMED else [])])
    head = f"{named or words['anonymous']}. {title}[EB/OL]{f'//{collection}' if collection else ''}. "
    published = f"({date})" if date else ""
    return Citation(f"{head}{f'{outlet}, ' if outlet else ''}{published}[", f"].{f' {address}.' if address else ''}")
