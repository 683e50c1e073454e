"""Everything of one state of a digest that is read, sentence by sentence, in each script that it is published in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from html import escape
from pathlib import Path
from typing import Any

from markdown import Markdown

from digest.articles.article import Article
from digest.articles.reading import read_article
from digest.articles.taken_out import must_end
from digest.files import front_matter
from digest.files.docs_folder import NOT_ARTICLES, LeftOut, nothing, read_text, shown
from digest.files.findings import Finding
from digest.plan.publication import choice
from digest.plan.site_plan import ReadArticle, SitePlan, read_site_plan
from digest.text.harmless.renderer import renderer
from digest.text.html_tokens import passages
from digest.text.sentences import sentences
from digest.zh import html_script
from digest.zh.engine import Converter, Engine
from digest.zh.script import Script
from digest.zh.shipped import digest_script
from digest.zh.variants import SCRIPTS, VARIANTS, Variant

BODY = "body"
"""The place of what stands in the text itself; other places are keys of the front matter and ids of claims."""

_FIELDS = ("title", "site", "date", "source_url", "rights", "lead", "summary", "image_credit", "author_note", "raw")
_LISTS = ("authors", "tags", "people", "companies")


@dataclass(frozen=True)
class ReadSentence:
    """A sentence of a source: its ``place``, the ``text`` as written, and its ``readings`` by tag of a variant."""

    place: str
    text: str
    readings: Mapping[str, str]


@dataclass(frozen=True)
class ReadText:
    """One file that is published: ``key`` is its path under the docs folder, ``url`` its address in a tree.

    ``fields`` are the values of its head by place, ``terms`` its own phrases by tag of a variant. Two texts are equal
    where a reader sees no difference.
    """

    key: str
    url: str
    title: str
    lang: str
    body: str
    fields: tuple[tuple[str, str], ...] = ()
    terms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    targets: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.url.rstrip("/").rpartition("/")[2]

    @cached_property
    def plain(self) -> str:
        """All its words without the signs of Markdown, to look phrases up in."""
        body = re.sub(r"<[^>]*>|[*_`\[\]\\\n]", "", self.body)
        return "\n".join((body, *(value for _, value in self.fields)))


@dataclass(frozen=True)
class Publishing:
    """How a docs folder is published: the plugin's options of these names, and the extensions of Python-Markdown.

    ``engine`` makes the converter of a configuration, ``extensions`` are by name, with their options. ``left_out`` says
    which paths in the docs folder are no part of the digest.
    """

    variants: Sequence[str] = SCRIPTS
    lang: str = "zh-Hans"
    articles: str = "articles"
    reserved_rights: str = "digest"
    quote_marks: bool = False
    term_groups: Sequence[str] = ()
    engine: Callable[[str], Converter] = Engine
    # What the host renders with where mkdocs.yml asks for nothing else.
    extensions: Mapping[str, Mapping[str, Any]] = field(
        default_factory=lambda: {name: {} for name in ("toc", "tables", "fenced_code")}
    )
    left_out: LeftOut = nothing


_AS_EVER = Publishing()


@dataclass(frozen=True)
class DigestState:
    """A digest at one time: what was read of it, its texts by key, and how they are converted."""

    plan: SitePlan
    texts: Mapping[str, ReadText]
    script: Script
    variants: tuple[Variant, ...]
    lang: str
    render: Callable[[str], str]
    faults: tuple[Finding, ...] = ()

    def sentences(self, text: ReadText) -> list[ReadSentence]:
        """The sentences of ``text`` in order, those of its head first."""
        # Addresses, dates and names of files read the same in every variant.
        found = [
            ReadSentence(
                place, value, {tag: self._read(value, text, tag) for tag in text.targets if not value.isascii()}
            )
            for place, value in text.fields
        ]
        return found + list(self._body(text))

    def reading(self, value: str, tag: str) -> str:
        """A text of the curators' files as the variant ``tag`` shows it."""
        return self.script.curated(value, self.lang, tag)

    def _read(self, value: str, text: ReadText, tag: str) -> str:
        return self.script.convert(value, text.lang, tag, self.terms(text, tag))

    def terms(self, text: ReadText, tag: str) -> Mapping[str, str]:
        """What all of ``text`` is converted with for the variant ``tag``: its own terms and its names."""
        return self.script.terms_of(text.body, text.lang, tag, text.terms.get(tag, {}))

    def _body(self, text: ReadText) -> Iterator[ReadSentence]:
        html = self.render(text.body)
        own = [passage.text for passage in passages(html)]
        read = {tag: self._passages(html, text, tag) for tag in text.targets}
        if any(len(each) != len(own) for each in read.values()):
            # Markup for one variant made a passage come or go: what is left to compare is the whole.
            own, read = ["\n".join(own)], {tag: ["\n".join(each)] for tag, each in read.items()}
        for number, passage in enumerate(own):
            yield from _split(passage, {tag: each[number] for tag, each in read.items()})

    def _passages(self, html: str, text: ReadText, tag: str) -> list[str]:
        reading = self.script.reading(text.lang, tag, self.terms(text, tag))
        return [passage.text for passage in passages(html_script.convert(html, reading.pieces, tag))]


def _split(passage: str, readings: Mapping[str, str]) -> Iterator[ReadSentence]:
    """The sentences of a passage; all of it as one where a variant ends its sentences elsewhere."""
    spans = sentences(passage)
    parts = {tag: [read[start:end] for start, end in sentences(read)] for tag, read in readings.items()}
    if any(len(each) != len(spans) for each in parts.values()):
        yield ReadSentence(BODY, passage, readings)
        return
    for number, (start, end) in enumerate(spans):
        yield ReadSentence(BODY, passage[start:end], {tag: each[number] for tag, each in parts.items()})


def read_state(docs: Path, how: Publishing = _AS_EVER, read_one: ReadArticle = read_article) -> DigestState:
    """Read the docs folder, to be published as ``how`` says; ``read_one`` may know articles already."""
    plan, found = read_site_plan(docs, how.articles, read_one, left_out=how.left_out, term_groups=how.term_groups)
    served = tuple(VARIANTS[tag] for tag in dict.fromkeys(how.variants))
    listed = [*_articles(plan, how.articles, served, how.reserved_rights), *_pages(docs, how, served)]
    script = digest_script(plan.terms, how.engine, how.quote_marks)
    return DigestState(
        plan,
        {text.key: text for text in sorted(listed, key=lambda text: text.key)},
        script,
        served,
        how.lang,
        partial(_rendered, renderer(how.extensions)),
        tuple(sorted(found)),
    )


def _rendered(own: Markdown, text: str) -> str:
    """The HTML of a text; of one that cannot be rendered what a build publishes of it: the text."""
    try:
        must_end(text)
        html: str = own.reset().convert(text)
    except RecursionError:
        return f"<pre>{escape(text, quote=False)}</pre>"
    return html


def _articles(plan: SitePlan, folder: str, variants: Iterable[Variant], reserved: str) -> Iterator[ReadText]:
    for slug, article in plan.articles.items():
        way = choice(article, reserved).way
        for written in (article, *article.by_hand.values()):
            served = [variant.tag for variant in variants if article.in_variant(variant) is written]
            name = written.file.rpartition("/")[2]
            yield ReadText(
                f"{folder}/{name}",
                f"{folder}/{slug}/",
                written.title,
                written.lang,
                written.body,
                (*_fields(written), ("publish", way)),
                {tag: written.terms_in(tag) for tag in served},
                tuple(tag for tag in served if tag != written.lang) if written.converted else (),
            )


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    for name in _FIELDS:
        value = article.summary.text if name == "summary" else getattr(article, name)
        # A summary that is the lead or an extract changes with what it is taken from.
        if value and (name != "summary" or article.summary.origin == "curator"):
            yield name, value
    for name in _LISTS:
        if getattr(article, name):
            yield name, "、".join(getattr(article, name))
    for claim in article.claims:
        yield claim.id, claim.text
    for definition in article.definitions:
        yield definition.id, definition.term


def _pages(docs: Path, how: Publishing, variants: Iterable[Variant]) -> Iterator[ReadText]:
    """The pages that are no articles."""
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs)
        if any(part.startswith(".") for part in name.parts) or how.left_out(name.as_posix()):
            continue
        if path.parent == docs / how.articles and path.stem not in NOT_ARTICLES:
            continue
        source = read_text(path, docs, [])
        if source is not None:
            yield _page(name, front_matter.read(shown(path, docs), source)[0], how.lang, variants)


def _page(name: Path, front: front_matter.FrontMatter, lang: str, variants: Iterable[Variant]) -> ReadText:
    data = front.data
    own = data["lang"] if data.get("lang") in SCRIPTS else lang
    address = name.with_suffix("").as_posix()
    address = address.removesuffix("index") if name.stem in NOT_ARTICLES else f"{address}/"
    fields = tuple((key, data[key]) for key in ("title", "description") if isinstance(data.get(key), str))
    return ReadText(
        name.as_posix(),
        address.removesuffix("README"),
        str(data.get("title") or name.stem),
        own,
        front.body,
        fields,
        {},
        tuple(variant.tag for variant in variants if variant.tag != own),
    )
