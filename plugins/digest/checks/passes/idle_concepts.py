"""Concepts of the curators' list that show in no article: they bring nothing together."""

from __future__ import annotations

from collections.abc import Iterable

from digest.checks.passes.kept import packed, unpacked
from digest.checks.telling.concepts_overview import words_of
from digest.files.findings import Finding
from digest.keeping.store import Store
from digest.plan.concepts import Concept
from digest.plan.site_plan import SitePlan
from digest.zh.folding import fold

FEW = 20
"""In a digest of fewer articles a list is ahead of what is collected: of 73 concepts that were drawn up around five
articles six show in none of them, and one in none of twelve. Single patterns are only listed when somebody asks
(``digest check --concepts``): synonyms are written out for articles to come."""


def check(file: str, plan: SitePlan, store: Store) -> list[Finding]:
    """A finding for every concept of the list, ``file`` as shown, that shows in no article of the plan.

    What was found is kept in ``store`` until an article or the list is another.
    """
    if len(plan.articles) < FEW or not plan.concepts:
        return []
    texts = [words_of(article) for article in plan.articles.values()]
    listed = [(concept, concept.line) for concept in plan.concepts]
    return unpacked(store.made("idle", (file, listed, texts), lambda: packed(_found(file, plan.concepts, texts))))


def _found(file: str, concepts: Iterable[Concept], texts: Iterable[str]) -> list[Finding]:
    left = list(concepts)
    for text in texts:
        if not left:
            break
        folded = fold(text)
        left = [concept for concept in left if not concept.expression.search(folded)]
    return [
        Finding(
            file,
            concept.line,
            "concept-idle",
            f"{concept.name}: {'、'.join(concept.patterns)} shows in no article",
            "patterns of which an article has one",
            f"{concept.name}: [{concept.name}]",
        )
        for concept in left
    ]
