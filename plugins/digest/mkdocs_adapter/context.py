"""What a template is given beside what the host gives it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

from digest.mkdocs_adapter.pages import VariantPage
from digest.zh.engine import engine_named
from digest.zh.script import Converter
from digest.zh.variants import Variant

THEME = Path(__file__).parent.parent / "theme"
LABELS = Path(__file__).parent.parent / "labels"


def labels(variant: Variant) -> dict[str, str]:
    """The interface words of a variant, written for it by a person; a region has those of its parent and its own."""
    words: dict[str, str] = {}
    for tag in filter(None, (variant.parent, variant.tag)):
        words |= yaml.safe_load((LABELS / f"{tag}.yml").read_text(encoding="utf-8"))
    return words


def engine(named: str | None) -> Callable[[str], Converter]:
    """The factory ``package.module:name``, or the digest's own engine where none is named."""
    try:
        return engine_named(named)
    except ValueError as fault:
        raise PluginError(str(fault)) from fault


def in_script(config: MkDocsConfig, to_script: Callable[[str], str]) -> MkDocsConfig:
    """A copy of the host's configuration with the texts that a reader sees in one script."""
    copied = copy.copy(config)
    copied.data = dict(config.data)
    for name in ("site_name", "site_description", "copyright"):
        if config.data.get(name):
            copied.data[name] = to_script(config.data[name])
    return copied


def tree_root(page: VariantPage) -> str:
    """The root of a page's tree as seen from the page: where the theme looks for index and sitemap."""
    return get_relative_url(f"{page.variant.path}/", page.url)


def alternates(page: VariantPage, variants: Sequence[Variant], files: Files) -> list[dict[str, Any]]:
    """The same page in every variant, this one too: variant, address from the site's root, absolute address."""
    name = page.file.src_uri.removeprefix(f"{page.variant.path}/")
    found = []
    for variant in variants:
        file = files.get_file_from_path(f"{variant.path}/{name}")
        if file and file.page:
            found.append(
                {
                    "variant": variant,
                    "url": file.page.url,
                    "canonical_url": file.page.canonical_url,
                    "current": variant == page.variant,
                }
            )
    return found
