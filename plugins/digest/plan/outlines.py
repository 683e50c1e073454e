"""What pages are made from, hashed: a page whose hash is as it was need not be made again.

An article shows itself elsewhere by its outline (head, claims, definitions) only: an edit of its text changes its own
pages and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import blake2b

from digest.articles.article import Article
from digest.plan.site_plan import Link, SitePlan


class Outlines:
    """The hashes of a plan. Each is a text; what is converted depends on the site's terms beside it."""

    def __init__(self, plan: SitePlan) -> None:
        self._plan = plan
        self._slugs = tuple(plan.articles)
        self._places = {slug: place for place, slug in enumerate(self._slugs)}

    @cached_property
    def of_articles(self) -> dict[str, str]:
        """What other pages show of each article, by slug."""
        return {slug: hashed(_outline(article)) for slug, article in self._plan.articles.items()}

    @cached_property
    def whole(self) -> str:
        """What pages across articles are made from: every outline, relation and concept."""
        plan = self._plan
        return hashed((self.of_articles, plan.relations, plan.computed, plan.concepts))

    @cached_property
    def pages(self) -> dict[str, str]:
        """What the pages of each article are made from, by slug: the article, and what others say to its claims."""
        return {slug: hashed(tuple(self._page(article))) for slug, article in self._plan.articles.items()}

    def _page(self, article: Article) -> Iterator[object]:
        yield article
        met = set()
        for claim in article.claims:
            links = [*self._plan.links_of(claim.ref), *self._plan.computed_of(claim.ref)]
            yield [self._link(link) for link in links]
            met |= {_slug(link) for link in links}
        # What meets the article stands in reading order.
        yield sorted(met, key=self._places.__getitem__)
        place = self._places[article.slug]
        yield [_heading(self._plan.articles[slug]) for slug in self._around(place)]
        yield [place == 0, place == len(self._slugs) - 1]

    def _around(self, place: int) -> Iterable[str]:
        return self._slugs[max(0, place - 1) : place] + self._slugs[place + 1 : place + 2]

    def _link(self, link: Link) -> tuple[object, ...]:
        return (link.relation, link.outgoing, self._plan.changed_mind(link.relation), self.of_articles[_slug(link)])


def _slug(link: Link) -> str:
    return link.other.partition("#")[0]


def _heading(article: Article) -> tuple[object, ...]:
    by_hand = [_heading(each) for _, each in sorted(article.by_hand.items())]
    return (
        article.slug,
        article.lang,
        article.title,
        sorted(article.titles.items()),
        article.converted,
        sorted(article.terms.items()),
        by_hand,
    )


def _outline(article: Article) -> tuple[object, ...]:
    by_hand = [_outline(each) for _, each in sorted(article.by_hand.items())]
    return (
        _heading(article),
        article.authors,
        article.date,
        article.site,
        article.tags,
        article.people,
        article.companies,
        article.claims,
        article.definitions,
        by_hand,
    )


def hashed(value: object) -> str:
    """A short text that is another one where ``value``, which shows all of itself as text, is."""
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
