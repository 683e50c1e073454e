"""An article as plain Markdown for programs: who wrote it and where, its summary, its claims, its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urljoin

from digest.exports.imprint import Imprint
from digest.exports.markdown.plain_markdown import body_markdown, in_one_line
from digest.pages.article_view import ArticleView, ClaimView, LinkView

_SIGNS = r"[\[\]`\\]"
NAME = "index.md"
"""The file's name, beside the page's own: every relative link of the text holds in both."""


def article_text(imprint: Imprint, article: ArticleView, html: str) -> str:
    """The file. ``html`` is the text as it is published: of an article published as a digest its marked sentences."""
    words = imprint.labels
    page = imprint.url(article.slug)

    def link(address: str) -> str:
        return urljoin(page, address) if imprint.root else address

    parts = [f"# {in_one_line(article.title)}", "\n".join(_facts(imprint, article))]
    if article.summary:
        parts += [
            f"## {words['summary']}",
            in_one_line(article.summary),
            f"{words['summary']}：{words['origin_' + article.summary_origin]}",
        ]
    if article.claims:
        parts += [f"## {words['claims_of']}", "\n".join(_claims(imprint, article))]
    parts += [
        f"## {words['text']}",
        *([words["digest_only"]] if article.publish == "digest" else []),
        body_markdown(html, link),
    ]
    return "\n\n".join(parts) + "\n"


def _facts(imprint: Imprint, article: ArticleView) -> Iterator[str]:
    words = imprint.labels
    via = f"{article.via_name} {article.via_url}".strip()
    for key, text in (
        ("author", "、".join(article.authors) or words["unsigned"]),
        ("outlet", article.site or words["no_outlet"]),
        ("date", article.date or words["undated"]),
        ("original", article.source_url),
        ("via", via),
        ("rights", article.rights),
        ("tags", "、".join(article.tags)),
        ("page", imprint.url(article.slug) if imprint.root else ""),
    ):
        if text:
            yield f"- {words[key]}：{_address(text) if key in ('original', 'page') else in_one_line(text)}"


def _address(address: str) -> str:
    if re.search(r"[\s<>]", address):
        return in_one_line(address)
    # Some readers of Markdown look for links and code inside of an address, too.
    return f"<{re.sub(_SIGNS, lambda found: quote(found[0]), address)}>"


def _claims(imprint: Imprint, article: ArticleView) -> Iterator[str]:
    for number, claim in enumerate(article.claims, 1):
        yield f"{number}. {in_one_line(claim.text)}{_said_by(claim)}"
        for link in claim.links:
            yield f"    - {_link(imprint, link)}"


def _said_by(claim: ClaimView) -> str:
    return f"（{in_one_line(claim.holder)}）" if claim.holder and not claim.by_author else ""


def _link(imprint: Imprint, link: LinkView) -> str:
    """Another article's claim; the page's address is from the site's root, three folders above this file."""
    address = imprint.absolute(link.url) if imprint.root else f"../../../{link.url}"
    holder = in_one_line(link.holder or imprint.labels["unsigned"])
    text = f"[{in_one_line(link.text)}]({address})（{holder}，《{in_one_line(link.title)}》）"
    reason = f"{imprint.labels['reason']}：{in_one_line(link.reason)}" if link.reason else ""
    return f"{imprint.labels[link.label]}：{text}{reason}"
