"""Where a build keeps what the next one need not make again: a folder beside mkdocs.yml, safe to delete."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig

from digest.files.docs_folder import leads_out
from digest.files.settings import SiteOptions
from digest.keeping.made_folder import make_folder
from digest.keeping.store import Store
from digest.mkdocs_adapter.keeping.stamp import stamp

_FILE = "build.sqlite3"


def cache_folder(config: MkDocsConfig, options: SiteOptions) -> Path | None:
    """The folder, if the option ``cache`` names one; none where a link leads out of the project."""
    project = Path(config.config_file_path or ".").parent
    folder = project / options.cache
    return folder if options.cache and not leads_out(folder, project) else None


def open_store(config: MkDocsConfig, options: SiteOptions) -> Store:
    """The store in it. Another engine is not known by what it was made from: nothing of it is kept."""
    folder = cache_folder(config, options)
    return Store(folder / _FILE if folder and not options.engine else None, stamp(config))


def compiled_templates(config: MkDocsConfig, options: SiteOptions) -> BytecodeCache | None:
    """Where the host's templates are kept compiled, each under the hash of its text: a build compiles a hundred."""
    folder = cache_folder(config, options)
    if not folder:
        return None
    try:
        make_folder(folder)
        (folder / "templates").mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder / "templates"))
