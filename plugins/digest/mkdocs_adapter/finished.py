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

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from digest.mkdocs_adapter.edition import Edition
from digest.mkdocs_adapter.pages import VariantPage
from digest.mkdocs_adapter.rendering import FINISHING_EVENTS, is_alone, plain_toc
from digest.mkdocs_adapter.watched import Watched, answers_hold

TEMPLATE = "finished.html"
"""Shows the page as it was finished."""

# Of these a template shows a part only; what it asks of them is kept with the page, and asked again.
_ASKED = ("digest", "newer", "older")
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


def finished(
    edition: Edition, env: Environment, page: VariantPage, context: Mapping[str, Any], own: Mapping[str, Any]
) -> dict[str, Any]:
    """What ``TEMPLATE`` is given: the page as an earlier build finished it, else as its own template does.

    ``context`` is what the host gives to the page's template, ``own`` what the digest gives.
    """
    asked = {name: own[name] for name in _ASKED if own.get(name) is not None}
    parts = str(_parts(edition, page, own, asked))
    # What shows itself by its place in memory cannot be told from another that lies there in another build.
    key = None if _BY_PLACE.search(parts) else edition.cache.key("page", parts)
    kept = _kept(edition.cache.get(key), asked) if key else None
    if kept is not None:
        return {"finished": kept}
    watched = {name: Watched(value) for name, value in (*asked.items(), *((n, context.get(n)) for n in _UNKEPT))}
    # Not by the host: each template that includes another hands on every piece of it.
    values = page.values() if "made_from" in own else {}
    output = env.get_template(page.own_template).render({**context, **own, **values, **watched})
    notes = {name: each.asked for name, each in watched.items() if name not in _UNKEPT}
    if key and None not in notes.values() and all(watched[name].asked == [] for name in _UNKEPT):
        head = json.dumps(notes, ensure_ascii=False)
        edition.cache.put(key, f"{head}\n{output}".encode("utf-8", "surrogatepass"))
    return {"finished": output}


def _kept(kept: bytes | None, asked: Mapping[str, Any]) -> str | None:
    """The page as it was kept, if what its template asked has the same answers still."""
    if kept is None:
        return None
    head, _, output = kept.decode("utf-8", "surrogatepass").partition("\n")
    return output if all(answers_hold(asked[name], each) for name, each in json.loads(head).items()) else None


def _parts(
    edition: Edition, page: VariantPage, own: Mapping[str, Any], asked: Mapping[str, Any]
) -> list[Any]:
    """Everything that the page's template may show beside what it asks."""
    shared = edition.shared(page.variant)
    beside = [(each.title, each.url, each.canonical_url) for each in (page.previous_page, page.next_page) if each]
    given = {name: value for name, value in own.items() if name not in shared and name not in asked}
    return [
        page.variant.tag, page.own_template, edition.nav_stamps[page.variant.tag], page.title, page.url,
        page.canonical_url, page.edit_url, page.is_homepage, sorted(page.meta.items()), page.content, page.markdown,
        plain_toc(page.toc), page.previous_page is None, beside, sorted(given.items()), sorted(asked),
    ]
