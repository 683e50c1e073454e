"""Finished pages: what a template made of a page, kept for the next build.

A page is kept under the hash of every value that its template was given, together with what the template asked of
the whole digest: the next build puts the same questions. A template that looks at the list of all pages or at the
time is rendered every time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from digest.mkdocs_adapter.edition import Edition
from digest.mkdocs_adapter.pages import VariantPage
from digest.mkdocs_adapter.rendering import FINISHING_EVENTS, is_alone, plain_toc
from digest.mkdocs_adapter.watched import Watched, answers_hold

TEMPLATE = "finished.html"
"""Shows what was kept, else the page with its own template."""

_UNKEPT = ("pages", "build_date_utc")
_BY_PLACE = re.compile(r"<[^<>]* at 0x[0-9a-f]+>")


def prepare(files: Files, config: MkDocsConfig, plugin: BasePlugin) -> None:
    """Before the pages are built: let those be kept that show the digest's values and no other plugin's."""
    if not is_alone(config, plugin, FINISHING_EVENTS):
        return
    for file in files.documentation_pages():
        page = file.page
        if isinstance(page, VariantPage):
            page.own_template = page.meta.get("template", "main.html")
            page.meta["template"] = TEMPLATE


def values(edition: Edition, page: VariantPage, context: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """What ``TEMPLATE`` is given: the finished page where an earlier build made it, else ``own`` and the host's."""
    if page.own_template is None:
        return dict(own)
    parts = str(_parts(edition, page, own))
    # What shows itself by its place in memory cannot be told from another that lies there in another build.
    page.kept_as = None if _BY_PLACE.search(parts) else edition.cache.key("page", parts)
    finished = _finished(page.kept_as and edition.cache.get(page.kept_as), own["digest"])
    if finished is not None:
        page.kept_as = None
        return {"finished": finished}
    page.watched = {"digest": Watched(own["digest"]), **{name: Watched(context.get(name)) for name in _UNKEPT}}
    return {**own, **page.watched, "finished": None, "own_template": page.own_template}


def keep(edition: Edition, page: Page, output: str) -> None:
    """Keep ``output``, the finished page, for the next build."""
    if not isinstance(page, VariantPage) or not page.kept_as:
        return
    asked = page.watched["digest"].asked
    if asked is not None and not any(page.watched[name].asked != [] for name in _UNKEPT):
        head = json.dumps(asked, ensure_ascii=False)
        edition.cache.put(page.kept_as, f"{head}\n{output}".encode("utf-8", "surrogatepass"))


def _finished(kept: bytes | None, digest: Any) -> str | None:
    """The page as it was kept, if what its template asked of the digest has the same answers still."""
    if kept is None:
        return None
    head, _, output = kept.decode("utf-8", "surrogatepass").partition("\n")
    return output if answers_hold(digest, json.loads(head)) else None


def _parts(edition: Edition, page: VariantPage, own: Mapping[str, Any]) -> list[Any]:
    """Everything that the page's template may show."""
    shared = edition.shared(page.variant)
    beside = [(each.title, each.url, each.canonical_url) for each in (page.previous_page, page.next_page) if each]
    given = {name: value for name, value in own.items() if name not in shared}
    return [
        page.variant.tag, page.own_template, edition.nav_stamps[page.variant.tag], page.title, page.url,
        page.canonical_url, page.edit_url, page.is_homepage, sorted(page.meta.items()), page.content, page.markdown,
        plain_toc(page.toc), page.previous_page is None, beside, sorted(given.items()),
    ]
