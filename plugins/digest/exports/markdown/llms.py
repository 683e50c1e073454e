"""llms.txt: what there is to read here, for programs that read text: a bounded list, and where it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.exports.imprint import Imprint
from digest.exports.markdown.plain_markdown import in_one_line
from digest.exports.preview import shortened
from digest.pages.article_view import ArticleView
from digest.pages.views import Views

NAME = "llms.txt"
"""The list's file, at the site's root and in each tree."""

A_FILE = 200
"""Articles a file: two hundred with their summaries are some 100 kB, which one request of a program takes whole."""


def llms_files(imprint: Imprint, slugs: Sequence[str], views: Views, text: str) -> Iterator[tuple[str, str]]:
    """A tree's files as (name, text): ``llms.txt`` begins, ``llms-2.txt`` and so on continue.

    ``text`` is the name of an article's text in its folder; empty where it has its page alone.
    """
    count = max(1, -(-len(slugs) // A_FILE))
    for number in range(1, count + 1):
        part = slugs[(number - 1) * A_FILE : number * A_FILE]
        lines = _head(imprint) if number == 1 else [f"# {in_one_line(imprint.name)} {number}"]
        lines += ["", f"## {imprint.labels['articles']}", ""]
        lines += [_line(imprint, views.article(slug), text) for slug in part]
        if number == 1 and count > 1:
            lines += ["", f"## {imprint.labels['more']}", ""]
            lines += [
                f"- [{imprint.labels['articles']} {each}]({_here(imprint, _name(each))})"
                for each in range(2, count + 1)
            ]
        yield _name(number), "\n".join(lines) + "\n"


def llms_root(imprints: Sequence[Imprint]) -> str:
    """The file at the site's root: where each script's list is, and the open data."""
    first = imprints[0]
    lines = [*_head(first), ""]
    lines += [
        f"- [{in_one_line(each.name)}（{each.variant.name}）]({each.absolute(each.variant.path + '/' + NAME)})"
        for each in imprints
    ]
    return "\n".join([*lines, f"- [digest.json]({first.absolute('digest.json')})"]) + "\n"


def _head(imprint: Imprint) -> list[str]:
    described = ["", f"> {in_one_line(imprint.description)}"] if imprint.description else []
    return [f"# {in_one_line(imprint.name)}", *described]


def _line(imprint: Imprint, article: ArticleView, text: str) -> str:
    address = _here(imprint, f"{imprint.folder}/{article.slug}/{text}")
    words = imprint.labels
    signed = "，".join(("、".join(article.authors) or words["unsigned"], article.date or words["undated"]))
    return (
        f"- [{in_one_line(article.title)}]({address}): {in_one_line(shortened(article.summary))}"
        f"（{in_one_line(signed)}）"
    )


def _here(imprint: Imprint, name: str) -> str:
    """The address of a file of this tree: full, or from the tree's own folder."""
    return imprint.absolute(f"{imprint.variant.path}/{name}") if imprint.root else name


def _name(number: int) -> str:
    return NAME if number == 1 else f"llms-{number}.txt"
