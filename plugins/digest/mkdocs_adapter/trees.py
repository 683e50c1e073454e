"""Moves the docs folder's pages into one tree a variant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from digest import front_matter
from digest.findings import Finding
from digest.mkdocs_adapter.pages import TwinPage, VariantPage
from digest.site_plan import DATA_FILES, SitePlan
from digest.variants import VARIANTS, Variant


@dataclass(frozen=True)
class Source:
    """A page to publish: ``uri`` in the docs folder, its text and metadata, the script it is written in."""

    uri: str
    lang: str
    markdown: str
    meta: dict[str, Any]
    convert: Callable[[str, str], str]
    """From this page's script: text, target tag -> text."""


def read_sources(
    files: Files, plan: SitePlan, folder: str, lang: str, convert: Callable[..., str]
) -> tuple[list[Source], list[Finding]]:
    """Every page of the docs folder; those of the articles' folder from the plan, the others from their files."""
    sources, found = [], []
    for file in files.documentation_pages():
        slug = _slug(file, folder)
        if slug is None:
            source, faults = _plain(file, lang, convert)
            sources.append(source)
            found += faults
        elif slug in plan.articles:
            sources.append(_article(file, plan, slug, convert))
    return sources, found


def _slug(file: File, folder: str) -> str | None:
    parent, _, name = file.src_uri.rpartition("/")
    return name.removesuffix(".md") if parent == folder and name != "index.md" else None


def _article(file: File, plan: SitePlan, slug: str, convert: Callable[..., str]) -> Source:
    article = plan.articles[slug]
    # The theme writes description and author into attributes as they are.
    meta = {
        "title": article.title, "description": escape(article.summary.text),
        "author": escape("、".join(article.authors)),
        "template": "article.html", "slug": slug,
        # A navigation that lists articles stands on every page; they are reached from the home page.
        "hide": ["navigation"],
    }
    return Source(file.src_uri, article.lang, article.body, meta,
                  lambda text, tag: convert(text, article.lang, tag, article.terms))


def _plain(file: File, lang: str, convert: Callable[..., str]) -> tuple[Source, list[Finding]]:
    front, found = front_matter.read(f"docs/{file.src_uri}", file.content_string)
    own = front.data.get("lang", lang)
    own = own if own in VARIANTS else lang
    source = Source(file.src_uri, own, front.body, dict(front.data), lambda text, tag: convert(text, own, tag))
    return source, found


def plant(sources: Sequence[Source], variants: Sequence[Variant], files: Files, config: MkDocsConfig) -> None:
    """Replace the source files by one page a variant, originals first: a twin needs its original rendered."""
    for file in [*files.documentation_pages(), *(files.get_file_from_path(name) for name in DATA_FILES)]:
        if file:
            files.remove(file)
    twins = []
    for source in sources:
        first = next((variant for variant in variants if variant.tag == source.lang), None)
        original = _original(source, first or variants[0], config, converted=first is None)
        files.append(original.file)
        twins += [_twin(source, variant, original, config) for variant in variants if variant != original.variant]
    for twin in twins:
        files.append(twin.file)


def _original(source: Source, variant: Variant, config: MkDocsConfig, converted: bool) -> VariantPage:
    if converted:
        # No variant is in this page's own script: what is published is a conversion of its Markdown.
        source = replace(source, markdown=source.convert(source.markdown, variant.tag),
                         meta={key: source.convert(value, variant.tag) if isinstance(value, str) else value
                               for key, value in source.meta.items()})
    return VariantPage(_file(source, variant, config), config, variant, source.markdown, source.meta)


def _twin(source: Source, variant: Variant, original: VariantPage, config: MkDocsConfig) -> TwinPage:
    return TwinPage(_file(source, variant, config), config, variant, original,
                    lambda text: source.convert(text, variant.tag))


def _file(source: Source, variant: Variant, config: MkDocsConfig) -> File:
    # Not in the navigation of the host: the plugin makes one navigation a variant.
    file = File.generated(config, f"{variant.path}/{source.uri}", content=source.markdown,
                          inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = source.uri
    return file
