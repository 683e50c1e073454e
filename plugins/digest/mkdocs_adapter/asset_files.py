"""The stylesheet and the scripts that pages load, put together from files of the digest's theme and of the host's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from digest.edition.assets import theme_parts
from digest.edition.assets.bundles import Bundle, modules, script, stylesheet
from digest.edition.assets.stylesheet import without, without_colours, without_unused
from digest.mkdocs_adapter.templates.folders import folders, has_own_templates

FOLDER = "assets/digest"
# Claims are numbered in steps of this where the stylesheet names them: one more changes no file.
_STEP = 20


@dataclass(frozen=True)
class AssetBundles:
    """What a page loads, as addresses from the site's root: ``styles``, ``first`` (scripts in the head), ``palette``
    (one behind its buttons), ``page`` (scripts at the end), ``selected`` (scripts that ``page`` fetches when words are
    selected), ``search`` (the search's worker). ``host_scripts``: whether the host theme's scripts are loaded too."""

    styles: str
    first: str
    palette: str
    page: str
    selected: str
    search: str
    host_scripts: bool


def plant_bundles(config: MkDocsConfig, files: Files, claims: Iterable[str], texts: Sequence[str]) -> AssetBundles:
    """Make the bundles and give each a place in the site. ``claims`` are the refs of all (slug#c1); ``texts`` is the
    Markdown of all pages."""
    most = max((int(ref.rpartition("#c")[2]) for ref in claims), default=0)
    host = _has_host_scripts(config)
    own = theme_parts.PAGE + (() if host else theme_parts.FRAME)
    made = (
        stylesheet("pages", _styles(config, -(-most // _STEP) * _STEP, texts, host)),
        script("first", (_own(config, name) for name in theme_parts.FIRST)),
        script("palette", (_own(config, name) for name in theme_parts.PALETTE)),
        script("pages", (_own(config, name) for name in own)),
        script("selected", (_own(config, name) for name in theme_parts.SELECTED)),
        modules("search", {name: _own(config, f"search/{name}") for name in theme_parts.SEARCH}),
    )
    for each in made:
        files.append(File.generated(config, f"{FOLDER}/{each.name}", content=each.content))
    styles, first, palette, page, selected, search = (_address(each) for each in made)
    return AssetBundles(styles, first, palette, page, selected, search, host)


def _has_host_scripts(config: MkDocsConfig) -> bool:
    """Whether pages load the host theme's scripts. Templates and scripts of the site's own may make use of them."""
    if has_own_templates(config) or config.extra_javascript:
        return True
    return theme_parts.needs_host_scripts(config.theme.get("features") or (), config.markdown_extensions, config.extra)


def _address(bundle: Bundle) -> str:
    return f"{FOLDER}/{bundle.name}"


def _own(config: MkDocsConfig, name: str) -> str:
    """A file of the digest's theme, or the site's own in its place."""
    return _found(config, f"{FOLDER}/{name}")


def _found(config: MkDocsConfig, pattern: str) -> str:
    """The text of the first file that the theme's folders have for ``pattern``; empty where there is none."""
    files = (path for folder in folders(config) for path in sorted(Path(folder).glob(pattern)))
    first = next(files, None)
    return first.read_text(encoding="utf-8") if first else ""


def _styles(config: MkDocsConfig, most: int, texts: Sequence[str], has_host_scripts: bool) -> list[tuple[str, str]]:
    host = _found(config, "assets/stylesheets/main.*.min.css")
    palette = _found(config, "assets/stylesheets/palette.*.min.css") if config.theme.get("palette") else ""
    names = theme_parts.STYLES + (() if has_host_scripts else theme_parts.FRAME_STYLES)
    own = [("", _own(config, name)) for name in names]
    # Templates of the site's own may have any class of the theme.
    if not has_own_templates(config):
        features, plugins = config.theme.get("features") or (), list(config.plugins)
        beginnings = theme_parts.absent(features, config.markdown_extensions, config.extra, plugins, has_host_scripts)
        host = without(host, theme_parts.unnamed(beginnings, texts))
        palette = without_colours(palette, _is_chosen(config))
        if not config.extra_css:
            beside = palette + "".join(text for _, text in own)
            host = without_unused(host, beside)
    return [
        ("", host),
        ("", palette),
        *own,
        ("", theme_parts.arrival_rules(most)),
        ("print", _own(config, theme_parts.PRINT)),
    ]


def _is_chosen(config: MkDocsConfig) -> Callable[[str, str], bool]:
    """Says whether a colour is one of mkdocs.yml's palettes."""
    said = config.theme.get("palette") or []
    chosen = {
        (kind, str(each.get(kind, "custom")).replace(" ", "-"))
        for each in ([said] if isinstance(said, dict) else said)
        for kind in ("primary", "accent")
    }
    return lambda kind, colour: (kind, colour) in chosen
