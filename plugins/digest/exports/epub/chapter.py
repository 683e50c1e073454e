"""An article as a chapter of a book: its head, summary, claims, text and source, with links that hold in the book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.builder import E

from digest.exports.imprint import Imprint, legal
from digest.exports.markdown.body import read_body
from digest.pages.article_view import ArticleView, ClaimView, LinkView


@dataclass(frozen=True)
class ChapterPlace:
    """``file`` is a chapter's name in the book, ``page`` its page's address from the site's root."""

    file: str
    page: str
    title: str
    ids: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Chapter(ChapterPlace):
    """``root`` is its content."""

    root: etree._Element = field(kw_only=True)


def chapter(imprint: Imprint, article: ArticleView, html: str, file: str) -> Chapter:
    """The chapter of ``article``, whose finished text is ``html``. Its links are still those of its page."""
    words = imprint.labels
    authors = "、".join(article.authors) or words["unsigned"]
    byline = "　".join((authors, article.site or words["no_outlet"], article.date or words["undated"]))
    root = E.body(_text("h1", article.title), _text("p", byline, "byline"))
    if article.summary:
        root.append(
            E.div(
                {"class": "summary"},
                _text("p", article.summary),
                _text("p", f"{words['summary']}：{words['origin_' + article.summary_origin]}", "note"),
            )
        )
    if article.publish == "digest":
        root.append(_text("p", words["digest_only"], "note"))
    body = read_body(html, [f"claim-{claim.id}" for claim in article.claims])
    body.set("class", "text")
    for mark in body.iterfind(".//a[@data-n]"):
        mark.text = mark.attrib.pop("data-n")
    root.append(body)
    if article.claims:
        items = E.ol(*(_claim(imprint, claim) for claim in article.claims))
        root.append(E.div({"class": "claims"}, _text("h2", words["claims_of"]), items))
    root.append(_source(imprint, article))
    ids = frozenset(found for each in root.iter() if (found := each.get("id")))
    return Chapter(file, article.url, legal(article.title), ids, root=root)


def _text(tag: str, text: str, name: str = "") -> etree._Element:
    element = E(tag, legal(text))
    if name:
        element.set("class", name)
    return element


def _claim(imprint: Imprint, claim: ClaimView) -> etree._Element:
    line = E.p(E.a({"href": f"#{claim.id}"}, legal(claim.text)))
    if claim.holder and not claim.by_author:
        line.append(_text("span", f"（{claim.holder}）", "note"))
    item = E.li({"id": f"claim-{claim.id}"}, line)
    if claim.links:
        item.append(E.ul(*(E.li(*_link(imprint, link)) for link in claim.links)))
    return item


def _link(imprint: Imprint, link: LinkView) -> Iterator[str | etree._Element]:
    """Another article's claim; addresses of the site are full here, and become the book's where it has the article."""
    words = imprint.labels
    yield f"{words[link.label]}："
    yield E.a({"href": in_site(imprint, link.url)}, legal(link.text))
    yield legal(f"（{link.holder or words['unsigned']}，《{link.title}》）")
    if link.reason:
        yield legal(f"{words['reason']}：{link.reason}")


def _source(imprint: Imprint, article: ArticleView) -> etree._Element:
    words = imprint.labels
    rows: list[tuple[str, list[str | etree._Element]]] = [
        (key, [legal(text)])
        for key, text in (
            ("author", "、".join(article.authors) or words["unsigned"]),
            ("author_note", article.author_note),
            ("outlet", article.site or words["no_outlet"]),
            ("date", article.date or words["undated"]),
        )
        if text
    ]
    if article.source_url:
        rows.append(("original", [E.a({"href": legal(article.source_url)}, legal(article.source_url))]))
    if article.via_name:
        name = legal(article.via_name)
        rows.append(("via", [E.a({"href": legal(article.via_url)}, name) if article.via_url else name]))
    rows += [
        (key, [legal(text)])
        for key, text in (
            ("rights", article.rights),
            ("image_credit", article.image_credit),
            ("tags", "、".join(article.tags)),
        )
        if text
    ]
    if imprint.root:
        page = imprint.url(article.slug)
        rows.append(("page", [E.a({"href": page, "class": "outside"}, page)]))
    listed = E.dl(*(part for key, found in rows for part in (E.dt(words[key]), E.dd(*found))))
    return E.div({"class": "source"}, _text("h2", words["source"]), listed)


NOWHERE = "https://site.invalid/"
"""The root of a site that does not know its own: only to tell its addresses from others."""


def in_site(imprint: Imprint, url: str) -> str:
    """The full address of one of the site, also where the site does not know its own."""
    return (imprint.root or NOWHERE) + url
