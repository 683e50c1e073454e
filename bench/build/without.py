"""Builds a site as ``mkdocs build`` does, without one of the devices that make builds fast.

python without.py DEVICE, in the folder of mkdocs.yml.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from mkdocs.__main__ import cli  # noqa: TID251 - the command that is measured

from digest.keeping.store import Store
from digest.mkdocs_adapter import build as digest_build
from digest.mkdocs_adapter import last_site, plugin
from digest.mkdocs_adapter.templates import functions
from digest.mkdocs_adapter.templates.same_parts import SameParts


def _parts() -> None:
    setattr(digest_build, "SameParts", lambda kept: SameParts(False))  # noqa: B010 - what the build looks up


def _store() -> None:
    setattr(plugin, "open_store", lambda config, options: Store(None, ""))  # noqa: B010


def _compiled() -> None:
    setattr(plugin, "compiled_templates", lambda config, options: None)  # noqa: B010


def _addresses() -> None:
    before = functions.put_into

    def put_into(env: Environment) -> None:
        of_host = env.filters["url"]
        before(env)
        env.filters["url"] = of_host

    setattr(functions, "put_into", put_into)  # noqa: B010


def _icons() -> None:
    setattr(plugin, "list_without_icons", lambda config: None)  # noqa: B010


def _collector() -> None:
    def nothing() -> None:
        """Everything stays in the collector's hands."""

    gc.freeze = nothing


def _old_site() -> None:
    def nothing(*_: Any) -> None:
        """The host deletes the last build's site."""

    setattr(last_site.LastSite, "put_aside", nothing)  # noqa: B010


DEVICES: dict[str, tuple[str, Callable[[], None]]] = {
    "parts": ("header, navigation and scripts rendered for each page", _parts),
    "store": ("nothing kept for the next build", _store),
    "compiled": ("the host's templates compiled in each build", _compiled),
    "addresses": ("addresses made by the host's filter", _addresses),
    "icons": ("the theme's icons listed by the host", _icons),
    "collector": ("what stays until the end looked through for what can go", _collector),
    "old-site": ("the last build's site deleted before the new one is written", _old_site),
}
"""What each leaves out: what a build then does, and how it is left out."""

if __name__ == "__main__":
    DEVICES[sys.argv[1]][1]()
    cli(["build", "--quiet"])
