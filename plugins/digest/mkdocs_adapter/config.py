"""The plugin's options as the host takes them: what each may be, and its faults, come from the reader of settings.

And the plugins that cannot stand beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from mkdocs.config.base import BaseConfigOption, Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.plugins import BasePlugin

from digest.checks.telling.reporting import told
from digest.files.settings import SiteOptions, findings

_Value = TypeVar("_Value")
_DEFAULT = SiteOptions()


class _Option(BaseConfigOption[_Value], Generic[_Value]):
    """An option that is what the file says, or ``default``."""

    def __init__(self, default: _Value) -> None:
        super().__init__()
        self.default = default

    def run_validation(self, value: object) -> object:
        """The value, whatever it is: ``DigestConfig.validate`` finds what is wrong with all of them."""
        return self.default if value is None else value


class DigestConfig(Config):  # type: ignore[no-untyped-call]  # the host's own __init_subclass__ has no types
    """Options of the plugin ``digest``; ``SiteOptions`` says what each is for."""

    variants = _Option(_DEFAULT.variants)
    lang = _Option(_DEFAULT.lang)
    pages = _Option(_DEFAULT.pages)
    hotlink_pictures = _Option(_DEFAULT.hotlink_pictures)
    content_policy = _Option(_DEFAULT.content_policy)
    reserved_rights = _Option(_DEFAULT.reserved_rights)
    cards = _Option(_DEFAULT.cards)
    card_font = _Option(_DEFAULT.card_font)
    epub = _Option(_DEFAULT.epub)
    offline = _Option(_DEFAULT.offline)
    article_files = _Option(_DEFAULT.article_files)
    computed_links = _Option(_DEFAULT.computed_links)
    engine = _Option(_DEFAULT.engine)
    quote_marks = _Option(_DEFAULT.quote_marks)
    term_groups = _Option(_DEFAULT.term_groups)
    articles = _Option(_DEFAULT.articles)
    allow_html = _Option(_DEFAULT.allow_html)
    allow_files = _Option(_DEFAULT.allow_files)
    workers = _Option(_DEFAULT.workers)
    cache = _Option(_DEFAULT.cache)

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Every fault with its place in the file; a key that nothing knows is a warning, as the host has it."""
        # A folder's name may look like a day, which the host reads as one.
        days = {name: str(value) for name, value in self.data.items() if isinstance(value, date)}
        self.data.update(days)
        given = {name: value for name, value in self.data.items() if value is not getattr(_DEFAULT, name, None)}
        failed, warnings = super().validate()
        known = {name for name, _ in self._schema}
        warnings = [each for each in warnings if each[0] in known]
        for name, finding in findings(Path(self.config_file_path or "mkdocs.yml"), given):
            if finding.code == "settings-unknown":
                warnings.append((name, told(finding)))
            else:
                failed.append((name, ValidationError(told(finding))))
        if not failed:
            self.articles = self.articles.strip("/")
        return failed, warnings

    @property
    def options(self) -> SiteOptions:
        """The options as plain values."""
        given = {field.name: self[field.name] for field in fields(SiteOptions)}
        return SiteOptions(**{**given, "variants": tuple(dict.fromkeys(given["variants"]))})


# By the plugin's own name: why, and what does the same for a digest.
_APART = {
    "i18n": "both give every page a tree a language; the option variants does so",
    "offline": "it turns use_directory_urls off, which the digest's addresses (zh-hans/articles/name/) need; "
    "each variant has a book (digest.epub)",
}
# Where every page of the site has a place in each variant's tree, and none elsewhere.
_APART_WHOLE = {
    "blog": "its posts and views are found by places that no page of a digest has; pages: articles leaves them there, "
    "or put the posts among the articles, which have lists and feeds",
    "rss": "it asks for the file of each page, which made pages have not; pages: articles leaves it the others, or "
    "take each variant's own feed (feed.xml)",
}


def apart(plugins: Mapping[str, BasePlugin[Any]], whole_site: bool) -> str:
    """One sentence that says which of ``plugins`` cannot stand beside the digest, and why; empty where all can.
    ``whole_site`` says that all pages are the digest's."""
    reasons = {**_APART, **(_APART_WHOLE if whole_site else {})}
    found = []
    for name, plugin in plugins.items():
        plain = name.rpartition("/")[2].partition(" #")[0]
        if plain in reasons and dict(plugin.config).get("enabled", True):
            found.append(f"{plain} ({reasons[plain]})")
    return f"mkdocs.yml: plugins: digest cannot stand beside {' nor '.join(found)}" if found else ""
