"""An article's page as linked data (JSON-LD, the vocabulary of schema.org): only what the digest knows to be true."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from digest.articles.article import Article
from digest.exports.imprint import Imprint, web_address
from digest.pages.article_view import ArticleView, ClaimView
from digest.zh.variants import Variant

# In a script element an article's text could otherwise end the script; the last two end lines in older JavaScript.
_ESCAPED = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


@dataclass(frozen=True)
class Origin:
    """Where a variant of an article comes from: the script that it is written in, and whether it is converted.

    ``lang`` and ``converted`` are those of the text that the variant is made from, the other two of the article.
    """

    lang: str
    converted: bool
    source_lang: str
    source_converted: bool

    @classmethod
    def of(cls, source: Article, variant: Variant) -> Origin:
        """The origin of ``variant`` of the article ``source``."""
        written = source.in_variant(variant)
        return cls(written.lang, written.converted, source.lang, source.converted)


def linked_data(imprint: Imprint, article: ArticleView, origin: Origin) -> str:
    """The article and its claims as a JSON document to stand in a script element.

    Nothing rates a claim: each says who holds it and where it stands, and no more. What the front matter does not say
    is left out. Without the site's address the ids are relative to the page.
    """
    page = imprint.url(article.slug) if imprint.root else ""
    lang = imprint.variant.tag if origin.converted else origin.lang
    work = _work(imprint, article, lang, page) | _translations(imprint, article.slug, origin)
    claims = [_claim(claim, article, lang, work["@id"], imprint) for claim in article.claims]
    document = {"@context": "https://schema.org", "@graph": [work, *claims]}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _work(imprint: Imprint, article: ArticleView, lang: str, page: str) -> dict[str, Any]:
    return _said(
        {
            "@type": "Article",
            "@id": f"{page}#article",
            "url": page,
            "headline": article.title,
            "inLanguage": lang,
            "author": [_agent(name, article) for name in article.authors],
            "datePublished": article.date,
            "abstract": article.summary,
            "copyrightNotice": article.rights,
            "keywords": list(article.tags),
            "mentions": [{"@type": "Person", "name": name} for name in article.people]
            + [{"@type": "Thing", "name": name} for name in article.companies],
            "isBasedOn": _original(article),
            "isPartOf": _said({"@type": "WebSite", "name": imprint.name, "url": imprint.root}),
        }
    )


def _original(article: ArticleView) -> dict[str, Any]:
    """The work as its outlet published it."""
    outlet = {"@type": "Organization", "name": article.site} if article.site else {}
    known = _said({"url": web_address(article.source_url), "publisher": outlet})
    return {"@type": "Article"} | known if known else {}


def _translations(imprint: Imprint, slug: str, origin: Origin) -> dict[str, Any]:
    """The same article in the other scripts: what is made from what, where one of them is in the text's own."""
    if not imprint.root or not origin.source_converted:
        return {}
    tags = {
        variant.tag: {"@type": "Article", "@id": f"{imprint.url(slug, variant)}#article", "inLanguage": variant.tag}
        for variant in imprint.variants
    }
    if origin.source_lang == imprint.variant.tag:
        return {"workTranslation": [each for tag, each in tags.items() if tag != origin.source_lang]}
    return {"translationOfWork": tags[origin.source_lang]} if origin.source_lang in tags else {}


def _claim(claim: ClaimView, article: ArticleView, lang: str, work: str, imprint: Imprint) -> dict[str, Any]:
    # Curators write 作者 where nobody signed the article: a word for a person, no name.
    unsigned = claim.holder in ("", imprint.labels["author"])
    names = article.authors if claim.by_author or unsigned else (claim.holder,)
    return _said(
        {
            "@type": "Claim",
            "@id": f"{work.partition('#')[0]}#{claim.id}",
            "text": claim.text,
            "inLanguage": lang,
            "author": [_agent(name, article) for name in names],
            "appearance": {"@id": work},
        }
    )


def _agent(name: str, article: ArticleView) -> dict[str, str]:
    """Somebody who says something: an organization where the article itself names it as one."""
    organizations = (article.site, article.via_name, *article.companies)
    return {"@type": "Organization" if name in organizations else "Person", "name": name}


def _said(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties that say something."""
    return {key: value for key, value in properties.items() if value not in ("", [], {}, None)}
