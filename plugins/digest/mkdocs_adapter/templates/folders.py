"""The folders that templates and files of the theme come from: the digest's among the host's."""

from __future__ import annotations

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
