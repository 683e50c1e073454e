"""The plugin's options in mkdocs.yml: what each may be, and what the file says, for the build and every command."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any

from digest.files.configuration import Configuration, File, HostsOwn, Steps, read_configuration
from digest.files.findings import Finding
from digest.files.schemas import Fault, faults

SCHEMA_FILE = Path(__file__).with_name("site_options.schema.json")


@dataclass(frozen=True)
class SiteOptions:
    """The options with their defaults; site_options.schema.json says what each may be."""

    variants: tuple[str, ...] = ("zh-Hans", "zh-Hant")
    """The variants to publish, by tag; the first is the one for readers whose language says nothing."""

    lang: str = "zh-Hans"
    """The script of the curators' files, of ``site_name`` and of pages that do not say theirs."""

    articles: str = "articles"
    """The folder of the articles, under the docs folder."""

    reserved_rights: str = "digest"
    """How an article is published whose rights notice forbids reposting and whose front matter does not say."""

    hotlink_pictures: bool = False
    """Whether pictures of other hosts are loaded from there; else a link stands in their place."""

    content_policy: bool = True
    """Whether the pages carry a Content-Security-Policy, and the site a file ``_headers`` with it."""

    cards: bool | str = "auto"
    """Whether pages get a picture for links to them. ``auto``: where the machine has Chinese fonts."""

    card_font: str | None = None
    """The font file of the pictures, from mkdocs.yml's folder, instead of the system's Chinese fonts."""

    epub: bool = True
    """Whether each variant has a book of its newest articles."""

    offline: bool = True
    """Whether browsers keep what was read, to be shown without a network: a manifest and a service worker."""

    article_files: bool = True
    """Whether an article's Markdown and its map are files beside its page; else the map is drawn in the page."""

    computed_links: bool = False
    """Whether a claim shows, after the relations that somebody drew, the one computed relation that is sure enough."""

    engine: str | None = None
    """Another engine, as ``package.module:factory``: the factory makes the converter of an OpenCC configuration."""

    quote_marks: bool = False
    """Whether a text gets the quote marks of its variant, also in its own script: “” Simplified, 「」 Traditional."""

    term_groups: tuple[str, ...] = ()
    """The shared groups of terms, files in docs/terms/, that the whole site has."""

    allow_html: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Elements, with their attributes, that texts, a contributor's too, may hold beside those on the list."""

    allow_files: tuple[str, ...] = ()
    """Files of the docs folder, or patterns of them, that are published, too: they are no pictures and no data."""

    workers: int | None = None
    """How many processes build; where it does not say, one for a small digest, and all cores for a large one."""

    cache: str = ".cache/digest"
    """The folder, beside mkdocs.yml, where a build keeps what the next one need not make again; empty for none."""

    pages: str = "all"
    """Which pages are the digest's: ``all``; or ``articles`` of a site whose others stay where and as they are."""

    @property
    def has_whole_site(self) -> bool:
        """Whether every page of the site is the digest's."""
        return self.pages == "all"

    def is_ours(self, path: str) -> bool:
        """Whether a file of the docs folder is the digest's, not the rest of the site's."""
        return self.has_whole_site or path.startswith(f"{self.articles}/")


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says of the digest.

    An option with a wrong value is as if it were not given; ``findings`` names all that are. ``extensions`` are those
    of Python-Markdown that the site is rendered with, by name, with their options; options whose value is a tag of the
    host's own are left out. ``files`` are those of the docs folder that the file names: scripts, styles, the logo, and
    what ``allow_files`` lets through; ``custom_dir`` is the folder of its own templates; ``excluded`` patterns of files
    that are not on the site.
    """

    options: SiteOptions = field(default_factory=SiteOptions)
    extensions: Mapping[str, Mapping[str, Any]] = field(default_factory=Configuration(()).extensions)
    files: tuple[str, ...] = ()
    custom_dir: str = ""
    findings: tuple[Finding, ...] = ()
    excluded: str = ""


def read_settings(config: Path) -> Settings:
    """The settings in the file ``config``, and in those that it inherits from; the defaults where it is not there."""
    configuration, found = read_configuration(config)
    given = _given(configuration, found)
    wrong = _faults(given)
    found += [_finding(*_place(configuration, fault.path, config.name), fault) for fault in wrong]
    found += _flat_addresses(configuration)
    options = _options(given, wrong)
    found += _missing_font(config, options.card_font)
    theme = next((value for value, _ in configuration.values("theme")), None)
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    return Settings(
        options,
        configuration.extensions(),
        named_files(configuration, options),
        custom if isinstance(custom, str) else "",
        tuple(sorted(set(found))),
        next((str(value) for value, _ in configuration.values("exclude_docs") if isinstance(value, str)), ""),
    )


def findings(config: Path, given: Mapping[str, Any]) -> list[tuple[str, Finding]]:
    """Every fault of the options ``given``, which the host read from the file ``config`` or was told of otherwise, with
    the option's name."""
    configuration, _ = read_configuration(config)
    found = [
        (str(fault.path[0]), _finding(*_place(configuration, fault.path, config.name), fault))
        for fault in _faults(given)
    ]
    found += [("card_font", each) for each in _missing_font(config, given.get("card_font"))]
    return list(dict.fromkeys(found))


def _missing_font(config: Path, font: object) -> list[Finding]:
    missing = isinstance(font, str) and font and not (config.parent / font).is_file()
    return [option_finding(config, "card_font", f"there is no file {font}")] if missing else []


def option_finding(config: Path, option: str, what: str) -> Finding:
    """A fault of an option that shows only where it is used; ``what`` says it."""
    file, line = _place(read_configuration(config)[0], (option,), config.name)
    part = schema()["properties"][option]
    said, example = f"digest: {option}: {what}", f"{option}: {part['examples'][0]}"
    return Finding(file, line, "settings-value", said, part["description"], example)


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of the plugin's options."""
    return dict(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def _faults(given: Mapping[str, Any]) -> list[Fault]:
    """The faults of ``given``; an option without a value, or with one that only the host can read, is not given."""
    kept = {name: value for name, value in given.items() if value is not None and not isinstance(value, HostsOwn)}
    return faults(schema(), kept)


def _finding(file: str, line: int, fault: Fault) -> Finding:
    what = (f"digest: {fault.message('the options')}", fault.allowed, fault.example)
    if fault.kind == "unknown":
        return Finding(file, line, "settings-unknown", *what)
    return Finding(file, line, "settings-value", *what)


def _options(given: Mapping[str, Any], wrong: list[Fault]) -> SiteOptions:
    """The options as they hold: a wrong item leaves its list, any other wrong value the options."""
    items = {fault.path for fault in wrong}
    spoilt = {path[0] for path in items if len(path) != 2 or not isinstance(path[1], int)}
    held: dict[str, Any] = {}
    for option in fields(SiteOptions):
        value: Any = given.get(option.name)
        if isinstance(value, list):
            value = tuple(each for number, each in enumerate(value) if (option.name, number) not in items)
        if value in (None, ()) or isinstance(value, HostsOwn) or option.name in spoilt:
            continue
        held[option.name] = value.strip("/") if option.name == "articles" else value
    return SiteOptions(**held)


def _given(configuration: Configuration, found: list[Finding]) -> dict[str, Any]:
    """The options as the host reads them."""
    merged: dict[str, Any] = {}
    for given, file, path in configuration.plugin("digest"):
        if isinstance(given, dict):
            merged = {str(key): value for key, value in given.items()} | merged
        elif given is not None and not isinstance(given, HostsOwn):
            found.append(_no_options(file, path, f"digest is {given!r}"))
        found += _beside(file, path) if len(path) == 3 else []
    return merged


def _beside(file: File, path: Steps) -> list[Finding]:
    """Options beside the plugin's name instead of below it: the host would stop at them."""
    beside = [str(key) for key in file.document.data["plugins"][path[1]] if key != "digest"]
    return [_no_options(file, path, f"{', '.join(beside)} stands beside digest, not below it")] if beside else []


def _no_options(file: File, path: Steps, what: str) -> Finding:
    allowed = "the options as `key: value`, indented below digest"
    return Finding(file.name, file.line_of(path), "settings-value", what, allowed, "- digest: {lang: zh-Hans}")


def _place(configuration: Configuration, path: Steps, unknown: str) -> tuple[str, int]:
    """The file and line of a value of the plugin's options; of one that stands in no file, the first line."""
    for given, file, where in configuration.plugin("digest"):
        if isinstance(given, dict) and path[:1] and path[0] in given:
            return file.name, file.line_of((*where, *path))
    return unknown, 1


def _flat_addresses(configuration: Configuration) -> list[Finding]:
    """The one option of the host's on which the digest's addresses (zh-hans/articles/name/) depend."""
    name, said = "use_directory_urls", ("settings-value", "use_directory_urls is False", "true")
    return [
        Finding(file.name, file.line_of((name,)), *said, f"{name}: true")
        for value, file in configuration.values(name)[:1]
        if value is False
    ]


def named_files(configuration: Configuration, options: SiteOptions) -> tuple[str, ...]:
    """The files of the docs folder that the configuration names."""
    named: list[object] = list(options.allow_files)
    for key in ("extra_css", "extra_javascript"):
        for listed, _ in configuration.values(key)[:1]:
            for entry in listed if isinstance(listed, list) else []:
                named.append(entry.get("path") if isinstance(entry, dict) else entry)
    for theme, _ in configuration.values("theme")[:1]:
        named += [theme.get("logo"), theme.get("favicon")] if isinstance(theme, dict) else []
    return tuple(name for name in named if isinstance(name, str))
