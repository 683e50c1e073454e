"""What a page shows of the digest, as values in that page's own script."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from functools import cache, partial
from typing import Any

from digest.articles.article import Article
from digest.articles.claims import Claim
from digest.articles.marks import numbers
from digest.pages.article_view import ArticleView, ClaimView, LinkView, texts_shown
from digest.pages.quotation import dispute_pages, dispute_path
from digest.plan.site_plan import Link, SitePlan
from digest.text.sentences import balanced
from digest.zh import html_script
from digest.zh.dictionaries import written_in
from digest.zh.script import Script, VariantTexts
from digest.zh.variants import Variant

# Texts read as one are cut by a tag that no phrase ends at, and end with one that every phrase ends at.
_CUT, _END, _RUN = "<wbr>", "<hr>", "run "


class Views:
    """Makes the views of one variant. ``lang`` is the script that the curators' files are written in."""

    def __init__(self, plan: SitePlan, script: Script, variant: Variant, lang: str, folder: str) -> None:
        self.plan, self._script, self._variant, self._lang, self._folder = plan, script, variant, lang, folder
        self._made: dict[str, ArticleView] = {}
        self._readings: dict[str, tuple[Article, VariantTexts]] = {}
        # What lists across articles show of each claim, by ref: several pages show the same.
        self.listed: dict[str, Any] = {}
        # A reason stands beside each of its two claims.
        self._curated = cache(partial(script.curated, lang=lang, target=variant.tag))
        # A name in the vocabulary of a region (软件, 軟體) leads to its page by what the article calls it.
        self._written: dict[str, str] = {}
        self._dispute_pages = dispute_pages(plan.relations)
        self._slugs = tuple(plan.articles)
        self._places = {slug: place for place, slug in enumerate(self._slugs)}

    def article(self, slug: str) -> ArticleView:
        """The view of one article: made once, for its own page, the home page and the search."""
        if slug not in self._made:
            self._made[slug] = self._article(slug)
        return self._made[slug]

    def forget(self, slug: str) -> None:
        """Make the view of an article anew when it is asked for: it was read again."""
        self._made.pop(slug, None)

    def _article(self, slug: str) -> ArticleView:
        article = self.plan.articles[slug].in_variant(self._variant)

        def read(text: str) -> str:
            return self.text(text, article)

        def name(written: str) -> str:
            shown = read(written)
            if shown != written:
                self._written[shown] = written
            return shown

        shown = numbers(article.body)
        in_order = sorted(article.claims, key=lambda claim: shown.get(claim.id, len(shown) + int(claim.id[1:])))
        return ArticleView(
            slug=slug,
            url=self.url(slug),
            title=self._title(article),
            authors=tuple(map(name, article.authors)),
            date=article.date,
            site=read(article.site),
            source_url=article.source_url,
            via_name=read(article.via.get("name", "")),
            via_url=article.via.get("url", ""),
            rights=read(article.rights),
            image_credit=read(article.image_credit),
            author_note=read(article.author_note),
            summary=read(article.summary.text),
            summary_origin=article.summary.origin,
            lead=read(article.lead),
            tags=tuple(map(name, article.tags)),
            people=tuple(map(name, article.people)),
            companies=tuple(map(name, article.companies)),
            length=article.length,
            publish=article.publish or "full",
            claims=tuple(self._claim(article, claim, number) for number, claim in enumerate(in_order, 1)),
        )

    def articles(self) -> list[ArticleView]:
        """The views of all articles, in reading order."""
        return [self.article(slug) for slug in self.plan.articles]

    def convert_ahead(self) -> None:
        """Convert what the views of all articles show, together: text by text it takes many times as long."""
        by_way: dict[tuple[str, tuple[tuple[str, str], ...]], list[str]] = {}
        for article in self.plan.articles.values():
            own = article.in_variant(self._variant)
            if own.converted:
                terms = self._reading(own).terms
                by_way.setdefault((own.lang, tuple(terms.items())), []).extend(texts_shown(own))
        reasons = [relation.reason for relation in (*self.plan.relations, *self.plan.computed)]
        by_way.setdefault((self._lang, ()), []).extend(
            reason for reason in reasons if written_in(reason, self._lang) == self._lang
        )
        for (lang, own_terms), texts in by_way.items():
            self._script.convert_ahead(texts, lang, self._variant.tag, dict(own_terms))

    def place(self, slug: str) -> int:
        """Where an article stands in reading order, from 0."""
        return self._places[slug]

    def neighbours(self, slug: str) -> tuple[ArticleView | None, ArticleView | None]:
        """The articles before and after one in reading order: the next newer and the next older."""
        place = self._places[slug]
        around = self._slugs[max(0, place - 1) : place], self._slugs[place + 1 : place + 2]
        newer, older = (self.article(found[0]) if found else None for found in around)
        return newer, older

    def url(self, slug: str, anchor: str = "") -> str:
        """The address of an article (or a place in it) from the site's root."""
        return f"{self._variant.path}/{self._folder}/{slug}/" + (f"#{anchor}" if anchor else "")

    def concept_url(self, name: str) -> str:
        """The address of a concept's page from the site's root; empty where it has none."""
        path = self.plan.subjects.concept_path(self._written.get(name, name))
        return self.made_url(path) if path else ""

    def person_url(self, name: str) -> str:
        """The address of the page of a person or company from the site's root; empty where they have none."""
        path = self.plan.subjects.person_path(self._written.get(name, name))
        return self.made_url(path) if path else ""

    def addresses(self, articles: Iterable[ArticleView]) -> dict[str, dict[str, str]]:
        """The pages of those whom ``articles`` name: ``people`` and ``concepts``, addresses by name as shown here."""
        people: dict[str, str] = {}
        concepts: dict[str, str] = {}
        for article in articles:
            for name in (*article.authors, *article.people, *article.companies):
                people[name] = self.person_url(name)
            for name in article.tags:
                concepts[name] = self.concept_url(name)
        return {"people": people, "concepts": concepts}

    def made_url(self, path: str) -> str:
        """The address of a made page from the site's root."""
        return f"{self._variant.path}/{path}/"

    def text(self, text: str, article: Article | None = None) -> str:
        """``text`` of an article, or of the curators' files, in this variant's script."""
        if article:
            return self._reading(article).text(text)
        return self._curated(text)

    def run(self, parts: Sequence[str], article: Article) -> list[str]:
        """The parts of one text of an article, read as one: a quotation may begin in one and end in the next."""
        if any("-{" in part for part in parts):
            return [self.text(part, article) for part in parts]
        reading, whole = self._reading(article), _whole(parts)
        read = self._script.done.of(_RUN + reading.way, whole, lambda: self._run([whole], reading)[0])
        return [html.unescape(part) for part in read.split(_CUT)]

    def runs_ahead(self, runs: Iterable[tuple[Sequence[str], Article]]) -> None:
        """Convert what ``run`` will be asked for, together."""
        by_way: dict[str, tuple[VariantTexts, list[str]]] = {}
        for parts, article in runs:
            reading = self._reading(article)
            if not any("-{" in part for part in parts):
                by_way.setdefault(reading.way, (reading, []))[1].append(_whole(parts))
        for way, (reading, wholes) in by_way.items():
            self._script.done.together(_RUN + way, wholes, partial(self._run, reading=reading))

    def _run(self, wholes: Sequence[str], reading: VariantTexts) -> list[str]:
        return html_script.convert(_END.join(wholes), reading.pieces, self._variant.tag).split(_END)

    def _reading(self, article: Article) -> VariantTexts:
        # Asked for each of the hundred texts that a view shows; another article of the name was read again.
        if (known := self._readings.get(article.slug)) and known[0] is article:
            return known[1]
        tag, reading = self._variant.tag, self._script.as_written.reading(article.lang, article.lang)
        if article.converted:
            terms = self._script.terms_of(article.body, article.lang, tag, article.terms_in(tag))
            reading = self._script.reading(article.lang, tag, terms)
        self._readings[article.slug] = article, reading
        return reading

    def _title(self, article: Article) -> str:
        return article.titles.get(self._variant.tag) or self.text(article.title, article)

    def _claim(self, article: Article, claim: Claim, number: int) -> ClaimView:
        links, computed = (
            tuple(map(self._link, found)) for found in (self.plan.links_of(claim.ref), self.plan.computed_of(claim.ref))
        )
        by_author = bool(article.authors) and claim.holder in ("", *article.authors)
        return ClaimView(
            claim.id,
            number,
            self.text(claim.text, article),
            self._holder(article, claim),
            by_author,
            self.text(claim.quote, article),
            links,
            computed,
        )

    def own(self, article: Article) -> Article:
        """The article as this variant is made from it: what a person wrote for the variant, where one did."""
        return article.in_variant(self._variant)

    def title(self, slug: str) -> str:
        """The title of an article."""
        return self._title(self.own(self.plan.articles[slug]))

    def here(self, article: Article, claim: Claim) -> tuple[Article, Claim]:
        """A claim as this variant has it: in the words of the person who wrote the variant, where one did."""
        own = self.own(article)
        return next(((own, each) for each in own.claims if each.id == claim.id), (article, claim))

    def _holder(self, article: Article, claim: Claim) -> str:
        return self.text(claim.holder or "、".join(article.authors), article)

    def _link(self, link: Link) -> LinkView:
        other_article, other = self.here(*self.plan.claims[link.other])
        kind, path = link.relation.kind, dispute_path(link.relation)
        return LinkView(
            ref=link.other,
            slug=other_article.slug,
            kind=kind,
            label=kind if link.outgoing or kind != "extends" else "extended-by",
            text=self.text(other.text, other_article),
            holder=self._holder(other_article, other),
            quote=self.text(balanced(other.quote), other_article),
            reason=self.text(link.relation.reason),
            title=self._title(other_article),
            date=other_article.date,
            url=self.url(other_article.slug, other.id),
            changed_mind=self.plan.changed_mind(link.relation),
            page=self.made_url(path) if kind == "disputes" and path in self._dispute_pages else "",
        )


def _whole(parts: Sequence[str]) -> str:
    return _CUT.join(html.escape(part, quote=False) for part in parts)
