"""The feed of a variant (Atom, RFC 4287): the newest articles with their summaries, and the newest disputes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.builder import ElementMaker

from digest.exports.imprint import Imprint, legal, noon, web_address
from digest.pages.article_view import ArticleView
from digest.zh.variants import Variant

NAME = "feed.xml"
"""The feed's file, in its variant's tree."""

LIMIT = 50
"""The articles that a feed names: readers ask for it every hour, and fifty summaries are some 40 kB."""

DISPUTES_LIMIT = 20
"""The disputes that a feed names: a new article may bring dozens, which must not push articles out."""

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"
_make = ElementMaker(namespace=_ATOM, nsmap={None: _ATOM})


@dataclass(frozen=True)
class Quarrel:
    """A dispute as a feed names it: ``path`` is that of its page under each tree, ``day`` that of the later of its two
    articles, ``sides`` are (who, claim)."""

    path: str
    title: str
    day: str
    sides: tuple[tuple[str, str], tuple[str, str]]


def feed(imprint: Imprint, articles: Sequence[tuple[ArticleView, str]], disputes: Sequence[Quarrel] = ()) -> bytes:
    """The feed of ``articles`` (newest first, ``LIMIT`` at most), each with the ISO day of its last change, and of
    ``disputes`` (``DISPUTES_LIMIT`` at most), which have a category of their own.

    Ids are the articles' addresses, which never change. An entry says when it was published only where the article
    does; the clock of the build is nowhere in it.
    """
    root = _make.feed({f"{{{_XML}}}lang": imprint.variant.tag}, *_head(imprint, noon(articles[0][1])))
    dated = [(day, _entry(imprint, article, noon(day))) for article, day in articles]
    dated += [(each.day, _dispute(imprint, each)) for each in disputes]
    root.extend(entry for _, entry in sorted(dated, key=lambda item: item[0], reverse=True))
    etree.indent(root, " ")
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def feed_url(imprint: Imprint, path: str) -> str:
    """The full address of the feed in the tree ``path``."""
    return imprint.absolute(f"{path}/{NAME}")


def _head(imprint: Imprint, newest: str) -> list[etree._Element]:
    own = imprint.variant
    others = [
        _link("alternate", feed_url(imprint, each.path), each.tag, "application/atom+xml") for each in imprint.others
    ]
    head = [_text("id", imprint.home), _text("title", imprint.name)]
    head += [_text("subtitle", imprint.description)] if imprint.description else []
    head += [
        _text("updated", newest),
        _make.author(_text("name", imprint.name)),
        _link("self", feed_url(imprint, own.path), own.tag, "application/atom+xml"),
        _link("alternate", imprint.home, own.tag),
        *others,
    ]
    return head + ([_text("rights", imprint.rights)] if imprint.rights else [])


def _entry(imprint: Imprint, article: ArticleView, moment: str) -> etree._Element:
    address = imprint.url(article.slug)
    # Where nobody signed it, the feed's own author would count: the outlet, where one is known, is nearer.
    signed = article.authors or ((article.site,) if article.site else ())
    parts = [_text("id", address), _text("title", article.title), _text("updated", moment)]
    parts += [_text("published", noon(article.date))] if noon(article.date) else []
    parts += [_make.author(_text("name", name)) for name in signed]
    parts += [_link("alternate", address, imprint.variant.tag)]
    parts += [_link("alternate", imprint.url(article.slug, each), each.tag) for each in imprint.others]
    original = web_address(article.source_url)
    parts += [_make.link(rel="via", href=original)] if original else []
    parts += [_make.category(term=legal(tag)) for tag in article.tags if legal(tag)]
    parts += [_text("summary", article.summary)] if article.summary else []
    parts += [_text("rights", article.rights)] if article.rights else []
    return _make.entry(*parts)


def _dispute(imprint: Imprint, quarrel: Quarrel) -> etree._Element:
    def address(variant: Variant) -> str:
        return imprint.absolute(f"{variant.path}/{quarrel.path}/")

    own, (one, other) = imprint.variant, quarrel.sides
    kind = imprint.labels["disputes"]
    return _make.entry(
        _text("id", address(own)),
        _text("title", f"{kind}：{quarrel.title}"),
        _text("updated", noon(quarrel.day)),
        *(_make.author(_text("name", who)) for who in dict.fromkeys((one[0], other[0]))),
        _link("alternate", address(own), own.tag),
        *(_link("alternate", address(each), each.tag) for each in imprint.others),
        _make.category(term="disputes", label=kind),
        _text("summary", "\n".join(f"{who}：{claim}" for who, claim in quarrel.sides)),
    )


def _text(name: str, text: str) -> etree._Element:
    """An element of plain text: without a type it is text, never markup."""
    return _make(name, legal(text))


def _link(rel: str, href: str, lang: str, kind: str = "text/html") -> etree._Element:
    return _make.link(rel=rel, type=kind, hreflang=lang, href=href)
