"""What mkdocs.yml says of the plugin, for commands that run without the host."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from digest.plan.publication import WAYS
from digest.zh.variants import SCRIPTS, VARIANTS

# The host adds these to whatever the file lists.
_ALWAYS = ("toc", "tables", "fenced_code")


class _Lenient(yaml.SafeLoader):
    """Reads what it knows: a host's own tags (``!ENV``) are nothing to a command."""


_Lenient.add_multi_constructor("", lambda loader, suffix, node: None)


@dataclass(frozen=True)
class SiteOptions:
    """The plugin's options of the same names; each is what the plugin takes where the file does not say."""

    variants: tuple[str, ...] = SCRIPTS
    lang: str = SCRIPTS[0]
    articles: str = "articles"
    reserved_rights: str = "digest"
    quote_marks: bool = False
    engine: str = ""


def site_options(config: Path) -> SiteOptions:
    """The options that the file gives; what the plugin would not take counts as not given."""
    given = _options(_document(config))
    listed, folder, engine = given.get("variants"), given.get("articles"), given.get("engine")
    tags = tuple(tag for tag in listed if tag in VARIANTS) if isinstance(listed, list) else ()
    folder = folder.strip("/") if isinstance(folder, str) else ""
    return SiteOptions(
        tags or SiteOptions.variants,
        _one_of(given.get("lang"), SCRIPTS, SiteOptions.lang),
        folder or SiteOptions.articles,
        _one_of(given.get("reserved_rights"), WAYS, SiteOptions.reserved_rights),
        given.get("quote_marks") is True,
        engine if isinstance(engine, str) else "",
    )


def reserved_rights(config: Path) -> str:
    """The option ``reserved_rights``."""
    return site_options(config).reserved_rights


def markdown_extensions(config: Path) -> dict[str, dict[str, Any]]:
    """The extensions of Python-Markdown that the site is rendered with, by name, with their options.

    Options whose value is a tag of the host's own are left out.
    """
    document = _document(config)
    listed = document.get("markdown_extensions") if isinstance(document, dict) else None
    found: dict[str, dict[str, Any]] = {name: {} for name in _ALWAYS}
    for entry in [listed] if isinstance(listed, dict) else listed if isinstance(listed, list) else []:
        for name, given in entry.items() if isinstance(entry, dict) else [(entry, None)]:
            options = given.items() if isinstance(given, dict) else ()
            found[str(name)] = {str(key): value for key, value in options if value is not None}
    return found


def _document(config: Path) -> Any:
    """The file's content; nothing where it cannot be read, which the host says at the next build."""
    try:
        return yaml.load(config.read_text(encoding="utf-8"), Loader=_Lenient)  # noqa: S506 (a safe loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return None


def _one_of(value: Any, allowed: tuple[str, ...], default: str) -> str:
    return value if value in allowed else default


def _options(document: Any) -> dict[str, Any]:
    plugins = document.get("plugins") if isinstance(document, dict) else None
    entries = plugins if isinstance(plugins, list) else [plugins]
    found = (entry.get("digest") for entry in entries if isinstance(entry, dict) and "digest" in entry)
    options = next(found, None)
    return options if isinstance(options, dict) else {}
