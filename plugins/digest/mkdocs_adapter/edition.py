"""One build of the digest: what was read, and what all pages of a variant share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from digest.exports.card_fonts import Fonts, find_fonts
from digest.exports.content_policy import policy
from digest.exports.imprint import Imprint, noon
from digest.files.git_dates import last_changes
from digest.mkdocs_adapter import context as page_context
from digest.mkdocs_adapter.cache import Cache
from digest.mkdocs_adapter.config import DigestConfig
from digest.mkdocs_adapter.navigation import navigation
from digest.pages.views import Views
from digest.plan.outlines import Outlines, hashed
from digest.plan.site_plan import SitePlan
from digest.zh.script import Script
from digest.zh.variants import Variant


@dataclass(frozen=True)
class Edition:
    """``options`` are the plugin's, ``config`` the host's, ``nav`` its entries for the navigation.

    What is by tag is in the variant's script: ``views`` of the articles, ``labels`` of the interface, ``configs``
    with the texts that the theme shows.
    """

    plan: SitePlan
    script: Script
    variants: tuple[Variant, ...]
    options: DigestConfig
    config: MkDocsConfig
    files: Files
    nav: list[Any] | None
    cache: Cache
    serving: bool = False

    @property
    def folder(self) -> str:
        """The folder of the articles, under the docs folder and in each tree."""
        return self.options.articles

    def absolute(self, url: str) -> str:
        """The full address of one that is relative to the site's root, as far as the site knows its own."""
        return urljoin(self.config.site_url or "", url)

    def content(self, slug: str, variant: Variant) -> str:
        """The finished HTML of an article's text, as its page has it; once all pages are rendered."""
        return self.files.get_file_from_path(f"{variant.path}/{self.folder}/{slug}.md").page.content

    def content_stamp(self, slug: str, variant: Variant) -> bytes | str:
        """What stands for that HTML, the counts at its marks apart."""
        return self.files.get_file_from_path(f"{variant.path}/{self.folder}/{slug}.md").page.content_stamp

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
        return last_changes(Path(self.config.docs_dir))

    @cached_property
    def labels(self) -> dict[str, dict[str, Any]]:
        """The interface words, by tag."""
        return {variant.tag: page_context.labels(variant) for variant in self.variants}

    @cached_property
    def configs(self) -> dict[str, MkDocsConfig]:
        """The host's configuration as the pages of a variant show it, by tag."""
        return {
            variant.tag: page_context.in_script(self.config, lambda text, to=variant: self.text(text, to))
            for variant in self.variants
        }

    @cached_property
    def imprints(self) -> dict[str, Imprint]:
        """What other programs are told of each variant, by tag."""
        return {
            variant.tag: Imprint(
                variant,
                self.variants,
                config.site_name,
                config.site_description or "",
                config.copyright or "",
                self.labels[variant.tag],
                config.site_url or "",
                self.folder,
            )
            for variant, config in ((variant, self.configs[variant.tag]) for variant in self.variants)
        }

    @cached_property
    def feed_days(self) -> dict[str, str]:
        """The day of each article that a feed may name, by slug, newest first: nothing where there is no feed.

        A feed needs full addresses, and each of its entries the day of its last change. That is the article's own
        date; an article without one has the day on which its file was last changed.
        """
        if not self.config.site_url:
            return {}
        days = {
            slug: article.date if noon(article.date) else self.changes.get(f"{self.folder}/{slug}.md", "")
            for slug, article in self.plan.articles.items()
        }
        return dict(sorted(((slug, day) for slug, day in days.items() if day), key=lambda item: item[1], reverse=True))

    @property
    def has_book(self) -> bool:
        """Whether there is a book of the articles."""
        return self.options.epub and bool(self.plan.articles)

    @property
    def wants_cards(self) -> bool:
        """Whether pages get a picture for links to them: not where nobody else can reach them."""
        host = urlsplit(self.config.site_url or "").hostname
        return self.options.cards is not False and bool(host) and host not in ("localhost", "127.0.0.1", "::1")

    @cached_property
    def card_fonts(self) -> dict[str, Fonts]:
        """The fonts of the cards, by tag; none for a variant without."""
        if not self.wants_cards:
            return {}
        chosen = self.options.card_font
        file = str(Path(self.config.config_file_path).parent / chosen) if chosen else ""
        found = {variant.tag: find_fonts(variant, file) for variant in self.variants}
        return {tag: fonts for tag, fonts in found.items() if fonts}

    @cached_property
    def missing(self) -> list[str]:
        """The entries of the navigation that lead nowhere."""
        return list(dict.fromkeys(target for _, missing in self._made_navs.values() for target in missing))

    @cached_property
    def navs(self) -> dict[str, Navigation]:
        """The navigations, by tag."""
        return {tag: made for tag, (made, _) in self._made_navs.items()}

    @cached_property
    def _made_navs(self) -> dict[str, tuple[Navigation, list[str]]]:
        return {
            variant.tag: navigation(self.nav, self.files, variant, lambda text, to=variant: self.text(text, to))
            for variant in self.variants
        }

    @cached_property
    def outlines(self) -> Outlines:
        """What the pages of this digest are made from."""
        return Outlines(self.plan)

    @cached_property
    def terms_stamp(self) -> str:
        """What stands for the site's terms, on which every conversion depends."""
        return hashed(sorted((tag, sorted(terms.items())) for tag, terms in self.plan.terms.items()))

    @cached_property
    def shared_stamps(self) -> dict[str, str]:
        """What stands for everything that all pages of a variant show, where one is kept; by tag."""
        of_all = (self.terms_stamp, bool(self.feed_days), self.has_book, self.content_policy)
        return {
            tag: hashed(
                (
                    of_all,
                    self.imprints[tag],
                    self._faces(tag),
                    [(each.title, getattr(each, "url", None), each.is_section) for each in _all(nav.items)],
                )
            )
            for tag, nav in self.navs.items()
        }

    def _faces(self, tag: str) -> list[Any]:
        fonts = self.card_fonts.get(tag)
        return [fonts.title.identity, fonts.text.identity] if fonts else []

    @property
    def content_policy(self) -> str:
        """The policy that the pages carry; empty where they carry none.

        A server for editing puts a script of its own into each page, which no policy can name beforehand.
        """
        carries = self.options.content_policy and not self.serving
        return policy(self.options.hotlink_pictures) if carries else ""

    def shared(self, variant: Variant) -> dict[str, Any]:
        """What every template of a variant is given."""
        return {
            "variant": variant,
            "variants": self.variants,
            "labels": self.labels[variant.tag],
            "all_labels": self.labels,
            "config": self.configs[variant.tag],
            "nav": self.navs[variant.tag],
            "digest": self.views[variant.tag],
        }


def _all(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        yield item
        yield from _all(item.children or ())
