"""Moves the docs folder's pages into one tree a variant."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from digest.articles.article import Article
from digest.checks.published_files import not_published
from digest.edition.edition import Edition
from digest.files import front_matter
from digest.files.docs_folder import NOT_ARTICLES
from digest.files.findings import Finding
from digest.files.settings import SiteOptions
from digest.mkdocs_adapter.tree.markdown import Rendering
from digest.mkdocs_adapter.tree.pages import OriginalPage, TwinPage
from digest.plan.site_plan import is_data_file
from digest.zh.script import Script, VariantTexts
from digest.zh.variants import VARIANTS, Variant


@dataclass(frozen=True)
class PageSource:
    """A text to publish: ``uri`` is its page in the docs folder, ``edit_uri`` the file that it is written in.

    ``lang`` is its script; ``variants`` are those that are made from it (a variant written by hand is a source of
    its own); ``terms`` are its own, by a variant's tag; ``converted`` is false where every variant shows it as it is
    written.
    """

    uri: str
    edit_uri: str
    lang: str
    markdown: str
    meta: dict[str, Any]
    variants: tuple[Variant, ...]
    terms: Callable[[str], Mapping[str, str]]
    titles: dict[str, str]
    converted: bool = True

    def reading(self, script: Script, variant: Variant) -> VariantTexts:
        """How the variant reads it."""
        if not self.converted:
            return script.as_written.reading(self.lang, self.lang, self.terms(variant.tag))
        own = script.terms_of(self.markdown, self.lang, variant.tag, self.terms(variant.tag))
        return script.reading(self.lang, variant.tag, own)

    def meta_in(self, variant: Variant, script: Script) -> dict[str, Any]:
        """The metadata for the variant's page, in its script; a title that markup gives for it wins."""
        text = self.reading(script, variant).text
        meta = {key: text(value) if isinstance(value, str) else value for key, value in self.meta.items()}
        if self.titles.get(variant.tag):
            meta["title"] = self.titles[variant.tag]
        # The theme writes them into the page as they are.
        return {key: escape(value) if isinstance(value, str) else value for key, value in meta.items()}


def keep_off(files: Files, config: MkDocsConfig, options: SiteOptions) -> list[Finding]:
    """Take the files out of the build that are not published as they are; why, for each.

    Those that the site's options name stay, and what the theme and other plugins bring.
    """
    scripts = [getattr(script, "path", script) for script in config.extra_javascript]
    theme = [config.theme.get("logo"), config.theme.get("favicon")]
    named = [name for name in (*options.allow_files, *config.extra_css, *scripts, *theme) if name]
    own = [
        file.src_uri
        for file in files
        if file.src_dir == config.docs_dir
        and file.inclusion.value >= InclusionLevel.DRAFT.value
        and options.is_ours(file.src_uri)
    ]
    found = not_published(Path(config.docs_dir), own, named)
    for name in found:
        files.remove(files.src_uris[name])
    return list(found.values())


def read_sources(files: Files, edition: Edition, templates: Collection[str]) -> list[PageSource]:
    """Every text of the docs folder that is the digest's, which its file then is no more; those of the articles' folder
    from the plan, the others from their files.

    ``templates`` are those that a page may ask for.
    """
    plan, variants, options, found = edition.plan, edition.variants, edition.options, files.documentation_pages()
    sources: list[PageSource] = [] if options.has_whole_site else [_home(edition)]
    for file in found:
        slug = _slug(file, options.articles)
        if slug is None and options.has_whole_site:
            sources += _plain(file, options.lang, variants, templates)
        elif slug is not None and slug in plan.articles:
            sources += _of_article(file, plan.articles[slug], variants)
    for file in list(files):
        is_page = file.is_documentation_page() and (options.has_whole_site or _slug(file, options.articles) is not None)
        if is_page or is_data_file(file.src_uri):
            files.remove(file)
    return sources


def _home(edition: Edition) -> PageSource:
    """The first page of each tree, where the docs folder's own is that of the site."""
    meta = {"title": edition.site.name, "template": "home.html", "hide": ["navigation", "toc"]}
    return PageSource("index.md", "", edition.options.lang, "", meta, edition.variants, lambda tag: {}, {})


def _slug(file: File, folder: str) -> str | None:
    parent, _, name = file.src_uri.rpartition("/")
    stem = name.removesuffix(".md")
    return stem if parent == folder and stem not in NOT_ARTICLES else None


def _of_article(file: File, article: Article, variants: Sequence[Variant]) -> list[PageSource]:
    made: dict[str, list[Variant]] = {}
    for variant in variants:
        made.setdefault(article.in_variant(variant).file, []).append(variant)
    texts = {each.file: each for each in (article, *article.by_hand.values())}
    return [_article(file, texts[name], article.slug, tuple(served)) for name, served in made.items()]


def read_again(page: OriginalPage, article: Article, script: Script) -> None:
    """Give ``page`` what its ``article`` says by now."""
    source = _article(page.file, article, article.slug, (page.variant,))
    page.take_source(source.markdown, source.meta_in(page.variant, script))


def _article(file: File, article: Article, slug: str, variants: tuple[Variant, ...]) -> PageSource:
    meta = {
        "title": article.title,
        "description": article.summary.text,
        "author": "、".join(article.authors),
        "template": "article.html",
        "slug": slug,
        # A navigation that lists articles stands on every page; they are reached from the home page. The headings
        # stand beside the text, in the article's own template.
        "hide": ["navigation", "toc"],
    }
    edit_uri = file.src_uri.rpartition("/")[0] + "/" + article.file.rpartition("/")[2]
    return PageSource(
        file.src_uri,
        edit_uri,
        article.lang,
        article.body,
        meta,
        variants,
        article.terms_in,
        dict(article.titles),
        article.converted,
    )


def _plain(file: File, lang: str, variants: tuple[Variant, ...], templates: Collection[str]) -> list[PageSource]:
    """A page that is no article; none where it cannot be read, which the plan has said."""
    try:
        front, _ = front_matter.read(file.src_uri, file.content_string)
    except (OSError, UnicodeDecodeError):
        return []
    own = front.data.get("lang", lang)
    return [
        PageSource(
            file.src_uri,
            file.src_uri,
            own if own in VARIANTS else lang,
            front.body,
            _own_values(front.data, templates),
            variants,
            lambda tag: {},
            {},
        )
    ]


def _own_values(data: Mapping[str, Any], templates: Collection[str]) -> dict[str, Any]:
    """What a page says of itself that the theme is given: of texts and lists of texts, what the theme shows."""
    kept: dict[str, Any] = {
        key: str(data[key]) for key in ("title", "description", "author", "lang", "status") if data.get(key)
    }
    if isinstance(data.get("hide"), list):
        kept["hide"] = [str(part) for part in data["hide"]]
    if isinstance(data.get("template"), str) and data["template"] in templates:
        kept["template"] = data["template"]
    return kept


@dataclass(frozen=True)
class PageMaking:
    """What every page of a build is made with: how its texts are read, and how its Markdown is rendered."""

    script: Script
    config: MkDocsConfig
    rendering: Rendering


def plant(sources: Sequence[PageSource], files: Files, factory: PageMaking) -> None:
    """Give each source one page a variant, originals first: a twin needs its original rendered."""
    twins = []
    for source in sources:
        own = next((variant for variant in source.variants if variant.tag == source.lang), None)
        if own is None:
            # Nothing is published as it is written: each variant is made from what is written, none from another.
            for variant in source.variants:
                files.append(_original(source, variant, factory, converted=True).file)
            continue
        original = _original(source, own, factory, converted=False)
        files.append(original.file)
        twins += [_twin(source, variant, original, factory) for variant in source.variants if variant != own]
    for twin in twins:
        files.append(twin.file)


def _original(source: PageSource, variant: Variant, factory: PageMaking, converted: bool) -> OriginalPage:
    changes = converted or (source.converted and factory.script.quotes)
    reading = source.reading(factory.script, variant) if changes else None
    return OriginalPage(
        _file(source, variant, factory.config),
        factory.config,
        variant,
        source.markdown,
        source.meta_in(variant, factory.script),
        reading,
        factory.rendering,
    )


def _twin(source: PageSource, variant: Variant, original: OriginalPage, factory: PageMaking) -> TwinPage:
    return TwinPage(
        _file(source, variant, factory.config),
        factory.config,
        variant,
        original,
        source.meta_in(variant, factory.script),
        source.reading(factory.script, variant),
        factory.rendering,
    )


def _file(source: PageSource, variant: Variant, config: MkDocsConfig) -> File:
    # Not in the navigation of the host: the plugin makes one navigation a variant.
    file = File.generated(
        config, f"{variant.path}/{source.uri}", content=source.markdown, inclusion=InclusionLevel.NOT_IN_NAV
    )
    file.edit_uri = source.edit_uri or None
    return file
