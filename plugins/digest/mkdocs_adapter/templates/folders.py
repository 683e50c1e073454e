"""The folders that templates and files of the theme come from: the digest's among the host's."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from digest.mkdocs_adapter.templates.render import FINISHED

THEME = Path(__file__).parents[2] / "theme"


def put_before(config: MkDocsConfig) -> None:
    """Put the digest's templates before the theme's, behind the site's own: all pages are the digest's."""
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    config.theme.static_templates.update({"index.html", "sitemap.xml"})


class _Listed(FileSystemLoader):
    """The theme's folders as the host lists them: folders whose names begin with a dot, it leaves out itself."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in map(Path, self.searchpath):
            for folder, inside, names in os.walk(top, followlinks=self.followlinks):
                inside[:] = [name for name in inside if not name.startswith(".")]
                found.update((Path(folder) / name).relative_to(top).as_posix() for name in names)
        return sorted(found)


def list_without_icons(config: MkDocsConfig) -> None:
    """Spare the host the list of the theme's icons, which it makes in each build to use none of it: Material has
    14,600, a tenth of the time of a small build. Templates have them as before."""
    made = config.theme.get_env

    def get_env() -> Environment:
        env = made()
        if type(env.loader) is FileSystemLoader:
            env.loader = _Listed(env.loader.searchpath, env.loader.encoding, env.loader.followlinks)
        return env

    config.theme.get_env = get_env  # type: ignore[method-assign]


def folders(config: MkDocsConfig) -> list[str]:
    """The folders in which the digest's pages find what they are made of, the first first.

    On a site that has other pages these are the digest's and the theme's: the site's own templates are written for its
    own pages.
    """
    found = list(config.theme.dirs)
    if str(THEME) in found:
        return found
    return [str(THEME), *(folder for folder in found if folder != config.theme.custom_dir)]


def has_own_templates(config: MkDocsConfig) -> bool:
    """Whether templates of the site's own have a say in the digest's pages."""
    return config.theme.custom_dir in folders(config)


def add_files(config: MkDocsConfig, files: Files) -> None:
    """Give the files of the digest's theme a place on a site whose theme is another."""
    for path in sorted((THEME / "assets").rglob("*")):
        name = path.relative_to(THEME).as_posix()
        if path.is_file() and name not in files.src_uris:
            files.append(File(name, str(THEME), config.site_dir, config.use_directory_urls))


def own_environment(env: Environment, config: MkDocsConfig) -> Environment:
    """An environment for the digest's pages beside the host's, which shows them as they were rendered in it."""
    own = env.overlay(loader=FileSystemLoader(folders(config)))
    own.filters, own.globals, own.tests = dict(env.filters), dict(env.globals), dict(env.tests)
    shows = DictLoader({FINISHED: (THEME / FINISHED).read_text(encoding="utf-8")})
    env.loader = ChoiceLoader([shows, *([env.loader] if env.loader else [])])
    return own
