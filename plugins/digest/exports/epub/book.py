"""The digest of a variant as a book (EPUB 3.3, with the table of contents of EPUB 2 for older readers)."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from html import escape

from lxml import etree

from digest.exports.cards.fonts import Fonts
from digest.exports.epub.archive import archive, packed, stored
from digest.exports.epub.chapter import Chapter, ChapterPlace, chapter
from digest.exports.epub.cover import cover
from digest.exports.epub.links import Found, Pictures
from digest.exports.epub.package import navigation, ncx, package
from digest.exports.epub.written import Keep, KeptChapter, written
from digest.exports.imprint import Imprint, legal
from digest.pages.article_view import ArticleView

NAME = "digest.epub"
"""The book's file, in its variant's tree."""

LIMIT = 100
"""The articles of a book, the newest: some 350,000 characters, as two thick volumes; a larger one costs every build
more than the pages that changed."""

# Distances by direction of writing, not by side, so that a reader set to vertical lines keeps them.
_STYLE = """\
h1, h2, h3, h4 { line-height: 1.4; margin-block: 1.5em .6em; text-align: start; }
h1 { font-size: 1.5em; } h2 { font-size: 1.2em; } h3, h4 { font-size: 1em; }
a { color: inherit; text-decoration: underline dotted; }
p, li, dd { line-height: 1.8; line-break: strict; }
.byline, .note, .source { color: #5c646d; font-size: .85em; }
.summary { margin-block: 1em; padding-inline-start: .8em; border-inline-start: 3px solid #1f5673; }
.claims li { margin-block: .4em; } .claims ul { font-size: .9em; }
.text blockquote { margin-block: 1em; margin-inline: 1em 0; padding-inline-start: .8em; }
.text blockquote { border-inline-start: 2px solid #e2ded5; }
.text img { max-inline-size: 100%; max-block-size: 100%; }
.text pre { white-space: pre-wrap; } .text td, .text th { border: 1px solid #e2ded5; padding: .3em; }
.dg-claim { text-decoration: underline dotted; } .dg-mark { font-size: .6em; vertical-align: super; }
.source dt { font-weight: bold; } .source dd { margin-inline-start: 1em; overflow-wrap: anywhere; }
"""
_PAGE = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{lang}" xml:lang="{lang}">
<head><title>{title}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
{body}
</html>
"""
_CONTAINER = """\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""

# The first file says what the archive is, and is not packed: programs look for it at a fixed place.
_ENVELOPE = (("mimetype", stored(b"application/epub+zip")), ("META-INF/container.xml", packed(_CONTAINER.encode())))


def epub(
    imprint: Imprint,
    articles: Sequence[ArticleView],
    html: Callable[[str], str],
    pictures: Pictures,
    total: int,
    changed: str = "",
    keep: Keep | None = None,
    fonts: Fonts | None = None,
) -> bytes:
    """The book of ``articles``, each a chapter; ``html`` is an article's finished text by its slug.

    ``total`` is how many the digest has: where that is more, the title page says so. ``changed`` is the ISO day of
    the latest change, empty where nobody knows. The bytes depend on nothing else: no clock, no order of a set.
    ``keep`` has the chapters of earlier books, and gets those of this one. ``fonts`` are for the cover.
    """
    found: Found = {}
    chapters = _chapters(imprint, articles, html, pictures, found, keep)
    front = Chapter("title.xhtml", "", legal(imprint.name), root=_title_page(imprint, len(articles), total))
    pages = [front, *chapters]
    address = f"{imprint.root}{imprint.variant.path}/{NAME}#{imprint.name}"
    identity = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, address)}"
    media = [(name, kind) for name, kind, _ in found.values()]
    front_cover = cover(imprint, fonts)
    texts = {
        "style.css": _STYLE,
        "nav.xhtml": _page(imprint, imprint.name, navigation(imprint, pages)),
        front.file: _page(imprint, front.title, front.root),
    }
    return archive(
        [
            *_ENVELOPE,
            ("book/package.opf", packed(package(imprint, pages, media, identity, changed, front_cover))),
            (f"book/{front_cover.name}", packed(front_cover.content)),
            ("book/toc.ncx", packed(ncx(imprint, pages, identity))),
            *((f"book/{name}", packed(text.encode())) for name, text in texts.items()),
            *((f"book/{each.file}", each.content) for each in chapters),
            *((f"book/{name}", stored(content)) for name, _, content in found.values()),
        ]
    )


def _chapters(
    imprint: Imprint,
    articles: Sequence[ArticleView],
    html: Callable[[str], str],
    pictures: Pictures,
    found: Found,
    keep: Keep | None,
) -> list[KeptChapter]:
    """The chapters, each as ``keep`` has it where this book gives it the same answers."""
    files = {article.slug: f"article-{number}.xhtml" for number, article in enumerate(articles, 1)}
    keys: dict[str, bytes] = {}
    if keep is not None:
        own = keep.key("imprint", imprint)
        keys = {each.slug: keep.key("chapter", own, each, html(each.slug)) for each in articles}

    def made(article: ArticleView) -> Chapter:
        return chapter(imprint, article, html(article.slug), files[article.slug])

    def known(article: ArticleView) -> ChapterPlace:
        kept = keep.get(keys[article.slug]) if keep is not None else None
        return KeptChapter.from_bytes(kept, files[article.slug]) if kept else made(article)

    def settled(article: ArticleView) -> KeptChapter:
        place = places[article.url]
        if isinstance(place, KeptChapter) and place.holds(places, pictures, found):
            return place
        own = place if isinstance(place, Chapter) else made(article)
        done = written(imprint, own, places, pictures, found, lambda of: _page(imprint, of.title, of.root))
        if keep is not None:
            keep.put(keys[article.slug], done.to_bytes())
        return done

    places = {article.url: known(article) for article in articles}
    return [settled(article) for article in articles]


def _title_page(imprint: Imprint, count: int, total: int) -> etree._Element:
    words = imprint.labels
    lines = [
        imprint.description,
        words["book_all"].format(n=count) if count == total else words["book_newest"].format(n=count, all=total),
        imprint.rights,
    ]
    root = etree.Element("body")
    for tag, text in (("h1", imprint.name), *(("p", line) for line in lines if line)):
        etree.SubElement(root, tag).text = legal(text)
    if imprint.root:
        link = etree.SubElement(etree.SubElement(root, "p"), "a", href=imprint.home)
        link.text = imprint.home
    return root


def _page(imprint: Imprint, title: str, body: etree._Element) -> str:
    written = etree.tostring(body, encoding="unicode")
    return _PAGE.format(lang=imprint.variant.tag, title=escape(legal(title)), body=written)
