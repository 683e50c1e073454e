"""What ``digest check`` says of concepts: in how many articles each shows, and which of its patterns in none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from digest.articles.article import Article
from digest.plan.concepts import Concept
from digest.plan.site_plan import SitePlan
from digest.text.spoken import in_chinese
from digest.zh.folding import fold


def words_of(article: Article) -> str:
    """All in which a concept may show: title, text and claims, as they are written. Marked sentences are wrapped in it;
    no pattern of words finds the wrapping."""
    return "\n".join((article.title, article.body, *(claim.text for claim in article.claims)))


def listed_concepts(plan: SitePlan) -> Iterator[str]:
    """A line a concept of the curators' list."""
    texts = [fold(words_of(article)) for article in plan.articles.values()]
    for concept in plan.concepts:
        count = sum(concept.expression.search(text) is not None for text in texts)
        idle = [pattern for pattern in concept.patterns if not _shows(replace(concept, patterns=(pattern,)), texts)]
        yield _said(concept.name, count, "、".join(idle))


def _shows(concept: Concept, texts: list[str]) -> bool:
    return any(concept.expression.search(text) for text in texts)


def _said(name: str, count: int, idle: str) -> str:
    if in_chinese():
        return f"{name}：{count} 篇" + (f"；哪篇里都找不到：{idle}" if idle else "")
    return f"{name}: {count} {'article' if count == 1 else 'articles'}" + (f"; in none: {idle}" if idle else "")
