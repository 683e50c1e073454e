"""The search index of one variant: what each article says, a paragraph at a time, in that variant's script."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from digest.markup import passages
from digest.script import fold_table
from digest.views import ArticleView


def search_index(pages: Sequence[tuple[ArticleView, str]], root: str) -> dict[str, Any]:
    """The index of articles given as view and page HTML; addresses are relative to ``root`` (zh-hans/).

    The first document of an article is the article itself; the others are its paragraphs and lead to them. The
    fold table goes along, so that the browser compares as the digest does.
    """
    documents = [document for view, html in pages for document in _documents(view, html, root)]
    table = fold_table()
    return {
        # The page marks the hits of ?h= itself and needs to know what parts them.
        "config": {"lang": ["zh"], "separator": r"[\s]+", "fold": ["".join(table), "".join(table.values())]},
        "docs": documents,
    }


def _documents(view: ArticleView, html: str, root: str) -> list[dict[str, str]]:
    address = view.url.removeprefix(root)
    about = [*view.authors, view.site, view.date, view.summary, view.lead, *(claim.text for claim in view.claims),
             view.author_note, view.image_credit, view.via_name]
    found = [{"location": address, "title": view.title, "text": "\n".join(part for part in about if part)}]
    for passage in passages(html):
        kind = "title" if passage.is_heading else "text"
        found.append({"location": f"{address}#{passage.anchor}", "title": passage.heading or view.title, "text": "",
                      **{kind: passage.text}})
    return found
