"""A digest in which everything that anybody may write is hostile: raw pages, articles, pages, the curators' files.

The content policy is off and the findings of the checks are passed over, as by a site that builds without --strict:
what is left is what the pages themselves do.
"""

from __future__ import annotations

import html
import json
import shutil
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from payloads import payloads

from convert.errors import ConvertError
from convert.pipeline import convert

CONFIG = """\
site_name: 桥
site_url: https://example.org/d/
theme: {name: material, language: zh, font: false}
markdown_extensions: [toc, tables, attr_list, md_in_html, footnotes, def_list, admonition, abbr, fenced_code]
plugins: [{digest: {content_policy: false, reserved_rights: full, card_font: bars.ttf}}]
"""
FILLER = "村口的石桥是三十年前修起来的，那时候全村每一户都出了一个劳力，从山里把石头一块一块地抬下来，走了整整两个月。"
# So many texts of a page that is converted: what one does to the next would show, too.
TEXTS_A_PAGE = 12
NAMES = (
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onclick='alert(1)",
    "a<b",
    "桥`桥",
    "桥{{ config }}",
)


def write(root: Path, every: int = 1) -> None:
    """Write the project's files into ``root``, with every so many of the hostile texts."""
    docs = root / "docs"
    (docs / "articles").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    texts = payloads()[::every]
    for name, text in articles(texts):
        (docs / "articles" / f"{name}.md").write_text(text, encoding="utf-8", errors="replace")
    for path, text in _pages(texts):
        (docs / path).parent.mkdir(exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8", errors="replace")
    for path, text in _lists(texts):
        (docs / path).write_text(text, encoding="utf-8", errors="replace")
    (docs / "evil.js").write_text("alert(1)", encoding="utf-8")
    shutil.copy(Path(__file__).parent.parent / "unit" / "fonts" / "bars.ttf", root)


def articles(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Name and Markdown of each article: a text in the head, in a raw page as markup, and as a contributor's own;
    then raw pages that hold texts as texts."""
    for number, payload in enumerate(texts):
        yield f"own-{number}", f"{_head(number, payload)}\n{FILLER}<!--c1-->\n\n{_converted(payload)}\n\n{payload}\n"
    for start in range(0, len(texts), TEXTS_A_PAGE):
        yield f"text-{start}", convert(_as_texts(texts[start : start + TEXTS_A_PAGE]), "").markdown


def _head(number: int, payload: str) -> str:
    said = json.dumps(payload, ensure_ascii=False)
    return (
        f"---\ntitle: {json.dumps(f'桥{number}' + payload, ensure_ascii=False)}\nlang: zh-Hans\nauthor: [{said}]\ndate: 2020-05-01\n"
        f"site: {said}\nsource_url: {json.dumps('https://example.org/' + payload, ensure_ascii=False)}\n"
        f"via: {{name: {said}, url: {said}}}\nsummary: {said}\nrights: {said}\nlead: {said}\nimage_credit: {said}\n"
        f"author_note: {said}\ntags: [{said}]\npeople: [{said}]\ncompanies: [{said}]\n"
        f"claims: [{{id: c1, text: {said}, holder: {said}}}]\ndefinitions: [{{id: d1, term: {said}, holder: {said}}}]\n"
        f"terms: {{石桥: {said}}}\n---\n"
    )


def _converted(payload: str) -> str:
    """The body that a raw page becomes which has the payload as markup; empty where such a page is refused."""
    page = f"<p>{FILLER}</p><div>{payload}</div><p>{FILLER}</p>"
    try:
        article = convert(f"<!doctype html><title>桥怎样修</title><article><h1>桥怎样修</h1>{page}</article>", "")
    except ConvertError:
        return ""
    return article.markdown.split("---\n", 2)[2]


def _as_texts(some: Sequence[str]) -> str:
    shapes = "".join(
        f"<p>{FILLER}</p><p>{text}</p><pre>{text}</pre><ul><li>{text}</li></ul><h2>{text}</h2>"
        f'<p>看这里：<code>{text}`</code>和<a href="{text}" title="{text}">{text}</a></p>'
        f'<figure><img src="{text}" alt="{text}"><figcaption>{text}</figcaption></figure>'
        f"<table><tr><th>甲</th></tr><tr><td>{text}</td></tr></table>"
        for text in map(html.escape, some)
    )
    title = html.escape(some[0])
    return (
        f'<!doctype html><html lang="zh"><meta property="og:title" content="桥{title}"><title>桥{title}</title>'
        f'<meta name="author" content="{title}"><article><h1>桥{title}</h1>{shapes}</article>'
    )


def _pages(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pages that are no articles: what they say of themselves, their headings, and their names."""
    yield "index.md", "# 桥\n"
    for number, payload in enumerate(texts[::10]):
        said = json.dumps(payload, ensure_ascii=False)
        heads = "".join(f"{key}: {value}\n" for key in ("title", "author", "subtitle", "icon") for value in [said])
        heads += f"description: [{said}]\nstatus: {said}\nhide: [{said}]\ncanonical_url: {said}\ntemplate: [{said}]\n"
        yield f"page-{number}.md", f"---\n{heads}---\n\n# {payload}\n\n## {payload}\n\n{payload}\n"
    for number, name in enumerate(NAMES):
        yield f"{name}.md", "桥。\n"
        yield f"folder {name}/page.md", "桥。\n"
        yield f"articles/{name}{number}.md", f"---\ntitle: 桥\nlang: zh-Hans\n---\n\n{FILLER}\n"


def _lists(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The curators' files."""
    said = [json.dumps(text, ensure_ascii=False) for text in texts]
    kinds = ("supports", "disputes", "extends", "same-topic")
    pairs = enumerate(pairwise(range(len(texts))))
    yield (
        "relations.yml",
        "".join(f"- own-{a}#c1 {kinds[number % 4]} own-{b}#c1: {said[number]}\n" for number, (a, b) in pairs),
    )
    yield "concepts.yml", "".join(f"{each}: [石桥{number}]\n" for number, each in enumerate(said[::10]))
    yield "aliases.yml", "".join(f"{a}: [{b}]\n" for a, b in zip(said[::7], said[3::7], strict=False))
    yield "synonyms.yml", "".join(f"- [石桥{number}, {each}]\n" for number, each in enumerate(said[::20]))
    yield "terms.yml", "zh-Hant:\n" + "".join(f"  石桥{number}: {each}\n" for number, each in enumerate(said[::20]))
