"""Finished pages: what a template made of a page, kept for the next build.

A page is kept under the hash of everything that its template's values are made from, together with what the template
asked of the whole digest: the next build puts the same questions. A template that looks at the list of all pages or
at the time is rendered every time.
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
from digest.mkdocs_adapter.page_values import alternates_of, page_values
from digest.mkdocs_adapter.pages import VariantPage
from digest.mkdocs_adapter.rendering import FINISHING_EVENTS, is_alone, plain_toc
from digest.mkdocs_adapter.watched import Watched, answers_hold
from digest.pages.views import Views

TEMPLATE = "finished.html"
"""Shows the page as it was finished."""

# Of these a template shows a part only; what it asks of them is kept with the page, and asked again.
_ASKED = "digest"
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


def finished(edition: Edition, env: Environment, page: VariantPage, context: Mapping[str, Any]) -> dict[str, Any]:
    """What ``TEMPLATE`` is given: the page as an earlier build finished it, else as its own template does.

    ``context`` is what the host gives to the page's template.
    """
    made_from = page.made_from(edition.outlines)
    own = None if made_from else page_values(edition, page)
    key = _key(edition, page, made_from or str(sorted(own.items())))
    views = edition.views[page.variant.tag]
    kept = _kept(edition.cache.get(key), views, page.content or "") if key else None
    if kept is not None:
        return {"finished": kept}
    watched = {_ASKED: Watched(views), **{name: Watched(context.get(name)) for name in _UNKEPT}}
    # Not by the host: each template that includes another hands on every piece of it.
    output = env.get_template(page.own_template).render(
        {**context, **edition.shared(page.variant), **(own or page_values(edition, page)), **watched}
    )
    asked = watched[_ASKED].asked
    if key and asked is not None and all(watched[name].asked == [] for name in _UNKEPT):
        edition.cache.put(key, _to_keep(output, asked, page.content or ""))
    return {"finished": output}


def _to_keep(output: str, asked: list[Any], content: str) -> bytes:
    """A finished page without its ``content``, half of it, which is kept already."""
    before, found, after = output.partition(content) if content else (output, "", "")
    head = json.dumps([asked, len(before) if found else None], ensure_ascii=False)
    return f"{head}\n{before}{after}".encode("utf-8", "surrogatepass")


def _kept(kept: bytes | None, views: Views, content: str) -> str | None:
    """The page as it was kept, if what its template asked has the same answers still."""
    if kept is None:
        return None
    head, _, output = kept.decode("utf-8", "surrogatepass").partition("\n")
    asked, place = json.loads(head)
    if not answers_hold(views, asked):
        return None
    return output if place is None else output[:place] + content + output[place:]


def _key(edition: Edition, page: VariantPage, made_from: str) -> bytes | None:
    """The key of everything that the page's template may show beside what it asks; none where that cannot be told."""
    beside = [(each.title, each.url, each.canonical_url) for each in (page.previous_page, page.next_page) if each]
    parts = str(
        [
            page.variant.tag,
            page.own_template,
            page.title,
            page.url,
            page.canonical_url,
            page.edit_url,
            page.is_homepage,
            sorted(page.meta.items()),
            plain_toc(page.toc),
            page.previous_page is None,
            beside,
            edition.changes.get(page.file.edit_uri or ""),
            [each["url"] for each in alternates_of(edition, page)],
        ]
    )
    # What shows itself by its place in memory cannot be told from another that lies there in another build.
    if _BY_PLACE.search(parts) or _BY_PLACE.search(made_from):
        return None
    return edition.cache.key(
        "page", edition.shared_stamps[page.variant.tag], parts, made_from, page.content_stamp, page.markdown or ""
    )
