"""The articles that are built: made of the clauses of the repository's own, each article different from every other."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from digest.articles.article import Article
from digest.articles.reading import read_article
from digest.text.visible_text import paragraphs
from digest.zh.script import Script

_SEED = 20211130
# The lengths of the repository's articles in characters.
_LENGTHS = (2100, 2600, 3000, 3400, 8900)
_PARAGRAPH = 130
_HEADING_EVERY = 5
# What an article of the repository has: some twelve claims, and two and a half relations a claim. Half of that is
# what an article gets that a curator has not read for hours.
CLAIMS = 6
RELATIONS = 6

_CLAUSE = re.compile(r"[^，。！？；：“”「」]+[，。！？；：]?")


@dataclass(frozen=True)
class Text:
    """A generated article: ``parts`` are its headings (with ``## ``) and paragraphs, ``claims`` (text, sentence)."""

    slug: str
    title: str
    author: str
    date: str
    parts: tuple[str, ...]
    claims: tuple[tuple[str, str], ...]


def texts(project: Path, number: int) -> Iterator[Text]:
    """``number`` articles in Simplified script, the same at every run."""
    chance = random.Random(_SEED)  # noqa: S311 - a corpus, not a secret
    clauses = _clauses(project)
    for count in range(number):
        parts, claims = _body(chance, clauses, chance.choice(_LENGTHS))
        title = f"{''.join(chance.sample(clauses, 2)).strip('，。！？；：')[:24]}（{count + 1}）"
        day = f"20{10 + count % 12}-{1 + count % 12:02}-{1 + count % 28:02}"
        yield Text(f"text-{count:05}", title, f"作者{count % 50}", day, parts, claims)


def _clauses(project: Path) -> list[str]:
    script = Script()
    found: dict[str, None] = {}
    for path in sorted((project / "docs" / "articles").glob("*.md")):
        article, _ = read_article(path.name, path.stem, path.read_text(encoding="utf-8"))
        if isinstance(article, Article):
            for paragraph in paragraphs(re.sub(r"<[^>]*>", "", article.body)):
                read = script.convert(paragraph, article.lang, "zh-Hans")
                found.update(dict.fromkeys(clause for clause in _CLAUSE.findall(read) if 4 < len(clause) < 40))
    return list(found)


def _body(
    chance: random.Random, clauses: list[str], length: int
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    parts: list[str] = []
    claims: list[tuple[str, str]] = []
    while sum(map(len, parts)) < length:
        sentences: list[str] = []
        while sum(map(len, sentences)) < _PARAGRAPH:
            sentences.append("".join(chance.sample(clauses, 3)).rstrip("，。！？；：") + "。")
        if len(parts) % _HEADING_EVERY == _HEADING_EVERY - 1:
            parts.append(f"## {chance.choice(clauses).rstrip('，。！？；：')}")
        if len(claims) < CLAIMS:
            claims.append((sentences[0][:40], sentences[0]))
        parts.append("".join(sentences))
    return tuple(parts), tuple(claims)


def write_plain(made: list[Text], docs: Path, to: str = "zh-Hans") -> None:
    """The articles as any site of Markdown has them, under ``docs``/articles, in the script ``to``."""
    script = Script()
    (docs / "articles").mkdir(parents=True, exist_ok=True)
    (docs / "index.md").write_text(script.convert("# 文摘\n\n文章的索引。\n", "zh-Hans", to), encoding="utf-8")
    for text in made:
        parts = "\n\n".join([f"# {text.title}", *text.parts])
        (docs / "articles" / f"{text.slug}.md").write_text(
            script.convert(f"---\ntitle: {text.title}\n---\n\n{parts}\n", "zh-Hans", to), encoding="utf-8"
        )


def write_digest(made: list[Text], docs: Path, claims: bool = True) -> None:
    """The same articles as ours, with their ``claims`` marked and relations between them, or without."""
    (docs / "articles").mkdir(parents=True, exist_ok=True)
    (docs / "index.md").write_text("---\ntemplate: home.html\n---\n\n# 文摘\n\n文章的索引。\n", encoding="utf-8")
    for text in made:
        marked = text.claims if claims else ()
        entries = "".join(f'  - {{id: c{place}, text: "{wording}"}}\n' for place, (wording, _) in enumerate(marked, 1))
        body = "\n\n".join(text.parts)
        for place, (_, sentence) in enumerate(marked, 1):
            body = body.replace(sentence, f"{sentence}<!--c{place}-->", 1)
        listed = f"claims:\n{entries}" if entries else ""
        (docs / "articles" / f"{text.slug}.md").write_text(
            f"---\ntitle: {text.title}\nlang: zh-Hans\nauthor: [{text.author}]\ndate: {text.date}\n"
            f"{listed}---\n\n{body}\n",
            encoding="utf-8",
        )
    if claims:
        (docs / "relations.yml").write_text("".join(_relations(made)), encoding="utf-8")


def _relations(made: list[Text]) -> Iterator[str]:
    chance = random.Random(_SEED)  # noqa: S311 - as above
    drawn = set()
    for place, text in enumerate(made):
        for number in range(RELATIONS // 2 if len(made) > 1 else 0):
            other = made[(place + 1 + chance.randrange(len(made) - 1)) % len(made)]
            a, b = f"{text.slug}#c{1 + number}", f"{other.slug}#c{1 + chance.randrange(CLAIMS)}"
            if frozenset((a, b)) not in drawn:
                drawn.add(frozenset((a, b)))
                yield f"- {a} {chance.choice(('supports', 'disputes', 'extends'))} {b}: 两句话说的是同一件事\n"
