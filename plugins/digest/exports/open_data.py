"""The digest as open data: one JSON document, each text in its article's own script, written so that people
can read and compare it (an item of a list is a line)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from digest.articles.article import Article
from digest.articles.claims import Claim, Definition
from digest.plan.relations import Relation
from digest.plan.site_plan import SitePlan
from digest.zh.variant_markup import resolve
from digest.zh.variants import Variant

SCHEMA_FILE = Path(__file__).parent / "digest.schema.json"
"""What the document holds, as a JSON Schema; it is published beside it."""

FORMAT = 1
"""The version of the format; it grows when a reader of the older one would break."""

# A curator's word counts in full; a computed relation carries the score it was found with.
_CURATED_SCORE = 1.0


def open_data(
    plan: SitePlan, variants: Sequence[Variant], folder: str, absolute: Callable[[str], str]
) -> dict[str, Any]:
    """The document, its lists to be gone through once: of thousands of articles they are never all there at a time.
    ``absolute`` makes an address of one that is relative to the site's root."""

    def urls(article: Article, anchor: str = "") -> dict[str, str]:
        end = f"#{anchor}" if anchor else ""
        return {variant.tag: absolute(f"{variant.path}/{folder}/{article.slug}/{end}") for variant in variants}

    def pages(path: str) -> dict[str, str]:
        return {variant.tag: absolute(f"{variant.path}/{path}/") for variant in variants}

    return {
        "$schema": absolute(SCHEMA_FILE.name),
        "format": FORMAT,
        "articles": (_article(article, urls(article)) for article in plan.articles.values()),
        "claims": (_claim(claim, article, urls(article, claim.id)) for article, claim in plan.claims.values()),
        "links": chain((_curated(relation, plan) for relation in plan.relations), map(_computed, plan.computed)),
        "definitions": (
            _definition(definition, article, urls(article, definition.id))
            for article in plan.articles.values()
            for definition in article.definitions
        ),
        "concepts": ({"name": concept.name, "patterns": list(concept.patterns)} for concept in plan.concepts),
        **_subjects(plan, pages),
    }


def _claim(claim: Claim, article: Article, url: dict[str, str]) -> dict[str, Any]:
    return {
        "id": claim.ref,
        "article": article.slug,
        "text": _read(claim.text, article),
        "holder": claim.holder or "、".join(article.authors),
        "quote": claim.quote,
        "further_quotes": list(claim.further),
        "stance": dict(claim.stance),
        "url": url,
    }


def _curated(relation: Relation, plan: SitePlan) -> dict[str, Any]:
    return {
        "from": relation.a,
        "to": relation.b,
        "relation": relation.kind,
        "origin": "curated",
        "score": _CURATED_SCORE,
        "reason": relation.reason,
        "changed_mind": plan.changed_mind(relation),
    }


def _computed(relation: Relation) -> dict[str, Any]:
    return {
        "from": relation.a,
        "to": relation.b,
        "relation": None,
        "origin": "computed",
        "score": relation.score,
        "reason": relation.reason,
    }


def _definition(definition: Definition, article: Article, url: dict[str, str]) -> dict[str, Any]:
    return {
        "id": definition.ref,
        "article": article.slug,
        "term": definition.term,
        "holder": definition.holder or "、".join(article.authors),
        "quote": definition.quote,
        "url": url,
    }


def _subjects(plan: SitePlan, pages: Callable[[str], dict[str, str]]) -> dict[str, Any]:
    """What the pages of concepts and people are made from; ``url`` is empty for those without a page."""
    found = plan.subjects
    return {
        "topics": (
            {
                "name": each.name,
                "articles": list(each.articles),
                "definitions": list(each.definitions),
                "claims": list(each.claims),
                "stances": dict(each.stances),
                "url": pages(each.path) if each.path else {},
            }
            for each in found.concepts.values()
        ),
        "holders": (
            {
                "name": each.name,
                "company": each.company,
                "authored": list(each.authored),
                "claims": list(each.claims),
                "definitions": list(each.definitions),
                "mentioned": list(each.mentioned),
                "url": pages(each.path) if each.path else {},
            }
            for each in found.people.values()
        ),
    }


def _read(text: str, article: Article) -> str:
    """A text as its own script reads it: markup for variants carried out, nothing converted."""
    return resolve(text, article.lang, str) if "-{" in text else text


def _article(article: Article, urls: dict[str, str]) -> dict[str, Any]:
    return {
        "slug": article.slug,
        "lang": article.lang,
        "author": list(article.authors),
        "title": article.titles.get(article.lang) or _read(article.title, article),
        "date": article.date or None,
        "site": article.site or None,
        "source_url": article.source_url or None,
        "rights": article.rights or None,
        "publish": article.publish or "full",
        "raw": article.raw or None,
        "url": urls,
        "summary": {"text": _read(article.summary.text, article), "origin": article.summary.origin},
        "tags": list(article.tags),
        "people": list(article.people),
        "companies": list(article.companies),
    }


def readable_json(document: Mapping[str, Any]) -> bytes:
    """``document`` as JSON: each key on a line, and each item of what is a list or to be gone through.

    What is gone through is held as text alone, which is a quarter of its values.
    """
    keys = (f" {_text(key)}: ".encode() + _value(value) for key, value in document.items())
    return b"{\n" + b",\n".join(keys) + b"\n}\n"


def _value(value: Any) -> bytes:
    if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
        return _text(value).encode()
    items = b",\n  ".join(_text(item).encode() for item in value)
    return b"[\n  " + items + b"\n ]" if items else b"[]"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
