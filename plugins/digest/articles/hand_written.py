"""Variants that a person wrote (``slug.zh-hant.md``): they win over conversion and must say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from digest.articles.article import Article
from digest.files.findings import Finding
from digest.zh.variants import VARIANTS

_HEADING = re.compile(r"^ {0,3}(#{1,6})\s", re.MULTILINE)


def parted(stem: str) -> tuple[str, str]:
    """The slug of a file's stem and the tag of the variant that it is written for (empty: for none)."""
    slug, dot, path = stem.rpartition(".")
    tag = next((variant.tag for variant in VARIANTS.values() if variant.path == path.lower()), "")
    return (slug, tag) if dot and tag else (stem, "")


def joined(
    articles: Mapping[str, Article], written: Mapping[tuple[str, str], Article]
) -> tuple[dict[str, Article], list[Finding]]:
    """The articles with their hand-written variants (by slug and tag), and what does not agree."""
    found = []
    by_slug: dict[str, dict[str, Article]] = {}
    for (slug, tag), variant in written.items():
        base = articles.get(slug)
        if base is None:
            found.append(
                Finding(
                    variant.file,
                    1,
                    "variant-alone",
                    f"there is no article {slug}.md beside it",
                    "a variant of an article that is there",
                    f"{slug}.md",
                )
            )
            continue
        found += _disagreements(base, variant, tag)
        by_slug.setdefault(slug, {})[tag] = variant
    return {
        slug: replace(article, by_hand=by_slug[slug]) if slug in by_slug else article
        for slug, article in articles.items()
    }, found


def _disagreements(base: Article, variant: Article, tag: str) -> list[Finding]:
    found = []
    script = VARIANTS[tag].parent or tag
    if variant.lang != script:
        found.append(
            Finding(
                variant.file,
                1,
                "variant-lang",
                f"lang is {variant.lang}",
                f"the script that the file name says: {script}",
                f"lang: {script}",
            )
        )
    ids = [{claim.id for claim in article.claims} for article in (base, variant)]
    if ids[0] != ids[1]:
        found.append(
            Finding(
                variant.file,
                1,
                "variant-claims",
                f"claims {', '.join(sorted(ids[0] ^ ids[1]))} stand in one of the two files only",
                f"the claims of {base.file}",
            )
        )
    levels = [[len(level) for level in _HEADING.findall(article.body)] for article in (base, variant)]
    if levels[0] != levels[1]:
        found.append(
            Finding(
                variant.file,
                1,
                "variant-headings",
                f"{len(levels[1])} headings where {base.file} has {len(levels[0])}",
                "the same headings, at the same levels",
            )
        )
    return found
