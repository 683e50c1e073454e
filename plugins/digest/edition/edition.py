"""One edition of the digest: what was read, and what all pages of a variant share, the interface words among it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from digest.edition.site import Site
from digest.exports.cards.fonts import Fonts, find_fonts
from digest.exports.content_policy import policy
from digest.exports.imprint import Imprint, noon
from digest.files.git_dates import last_changes
from digest.files.settings import SiteOptions
from digest.keeping.tables import kept_yaml
from digest.pages.quotation import dispute_pages
from digest.pages.views import Views
from digest.plan.relations import Relation
from digest.plan.site_plan import SitePlan
from digest.zh.script import Script
from digest.zh.variants import Variant


@dataclass(frozen=True)
class Edition:
    """The plan, published in some variants on one site.

    What is by tag is in the variant's script: ``views`` of the articles, ``labels`` of the interface, ``imprints``.
    """

    plan: SitePlan
    script: Script
    variants: tuple[Variant, ...]
    options: SiteOptions
    site: Site

    @property
    def folder(self) -> str:
        """The folder of the articles, under the docs folder and in each tree."""
        return self.options.articles

    def absolute(self, url: str) -> str:
        """The full address of one that is relative to the site's root, as far as the site knows its own."""
        return urljoin(self.site.url, url)

    def text(self, text: str, variant: Variant) -> str:
        """A text of the curators' files or of mkdocs.yml in the variant's script."""
        return self.script.curated(text, self.options.lang, variant.tag)

    @cached_property
    def views(self) -> dict[str, Views]:
        """What the pages show of the articles, by tag."""
        return {
            variant.tag: Views(self.plan, self.script, variant, self.options.lang, self.folder)
            for variant in self.variants
        }

    @cached_property
    def changes(self) -> Mapping[str, str]:
        """The day on which each file of the docs folder was last changed, where git knows it."""
        return last_changes(self.site.docs)

    @cached_property
    def labels(self) -> dict[str, dict[str, Any]]:
        """The interface words, by tag."""
        return {variant.tag: labels(variant) for variant in self.variants}

    @cached_property
    def imprints(self) -> dict[str, Imprint]:
        """What other programs are told of each variant, by tag."""
        return {variant.tag: self._imprint(variant) for variant in self.variants}

    def _imprint(self, variant: Variant) -> Imprint:
        own = (self.site.name, self.site.description, self.site.copyright)
        name, description, rights = (self.text(each, variant) if each else "" for each in own)
        words = self.labels[variant.tag]
        return Imprint(variant, self.variants, name, description, rights, words, self.site.url, self.folder)

    @cached_property
    def feed_days(self) -> dict[str, str]:
        """The day of each article that a feed may name, by slug, newest first: nothing where there is no feed.

        A feed needs full addresses, and each of its entries the day of its last change. That is the article's own
        date; an article without one has the day on which its file was last changed.
        """
        if not self.site.url:
            return {}
        days = {
            slug: article.date if noon(article.date) else self.changes.get(f"{self.folder}/{slug}.md", "")
            for slug, article in self.plan.articles.items()
        }
        return dict(sorted(((slug, day) for slug, day in days.items() if day), key=lambda item: item[1], reverse=True))

    @cached_property
    def disputes(self) -> dict[str, Relation]:
        """The disputes that have a page of their own, by its path under each tree."""
        return dispute_pages(self.plan.relations)

    @property
    def has_book(self) -> bool:
        """Whether there is a book of the articles."""
        return self.options.epub and bool(self.plan.articles)

    @property
    def keeps_offline(self) -> bool:
        """Whether browsers keep what was read: not while the site is edited, where each page is to be the newest, nor
        on a site whose other pages they would keep, too."""
        return self.options.offline and self.options.has_whole_site and not self.site.serving

    @property
    def wants_cards(self) -> bool:
        """Whether pages get a picture for links to them: not where nobody else can reach them."""
        host = urlsplit(self.site.url).hostname
        return self.options.cards is not False and bool(host) and host not in ("localhost", "127.0.0.1", "::1")

    @cached_property
    def card_fonts(self) -> dict[str, Fonts]:
        """The fonts of the cards, by tag; none for a variant without."""
        if not self.wants_cards:
            return {}
        chosen = self.options.card_font
        file = str(self.site.folder / chosen) if chosen else ""
        found = {variant.tag: find_fonts(variant, file) for variant in self.variants}
        return {tag: fonts for tag, fonts in found.items() if fonts}

    @property
    def content_policy(self) -> str:
        """The policy that the pages carry; empty where they carry none.

        A server for editing puts a script of its own into each page, which no policy can name beforehand.
        """
        carries = self.options.content_policy and not self.site.serving
        return policy(self.options.hotlink_pictures) if carries else ""

    def shared(self, variant: Variant) -> dict[str, Any]:
        """What every template of a variant is given."""
        return {
            "variant": variant,
            "variants": self.variants,
            "labels": self.labels[variant.tag],
            "all_labels": self.labels,
            "content_policy": self.content_policy,
            "articles_folder": self.folder,
            "keeps_offline": self.keeps_offline,
        }


LABELS = Path(__file__).parent.parent / "labels"


def labels(variant: Variant) -> dict[str, Any]:
    """The interface words of a variant, written for it by a person; a region has those of its parent and its own."""
    words: dict[str, Any] = {}
    for tag in filter(None, (variant.parent, variant.tag)):
        words |= kept_yaml(LABELS / f"{tag}.yml")
    return words
