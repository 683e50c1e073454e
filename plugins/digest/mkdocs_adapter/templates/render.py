"""A page rendered: its template given plain values, and known by them.

Where another plugin or a template of the site's own has a say in a page, the host renders it with all that it has,
and nothing of it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment
from mkdocs.structure.files import Files

from digest.edition.site import PageStore
from digest.mkdocs_adapter.templates.page_view import NavView, PageView
from digest.mkdocs_adapter.tree.pages import VariantPage
from digest.text.stamped import Derived, hashed

FINISHED = "finished.html"
"""Shows a page that was rendered already."""

# Of what the host gives, what a template of the digest or the theme may show: all of it is part of the key.
_OF_HOST = ("base_url", "extra_css", "extra_javascript", "mkdocs_version")
_INCLUDED = re.compile(
    r"{%-?\s*(?:extends|include|import|from)\s+(\S.*?)(?:\s*-?%}|\s(?:import|as|ignore|with)\s)", re.DOTALL
)
# What shows itself by its place in memory cannot be told from another that lies there in another build.
_BY_PLACE, _AT = re.compile(r"<[^<>]* at 0x[0-9a-f]+>"), " at 0x"
_LITERAL = re.compile(r"""(["'])([^"']+)\1""")


class Renderer:
    """Renders the pages of one build. ``shared`` is what all templates of a variant are given, ``navs`` its
    navigation, ``functions`` what is given to templates and shows nothing of its own; all by tag."""

    def __init__(
        self,
        env: Environment,
        shared: Mapping[str, Mapping[str, Any]],
        navs: Mapping[str, NavView],
        functions: Mapping[str, Mapping[str, Any]],
        store: PageStore,
    ) -> None:
        self._env, self._shared, self._navs, self._functions, self._store = env, shared, navs, functions, store
        self._stamps = {tag: hashed((sorted(shared[tag].items()), navs[tag])) for tag in navs}
        source = sources(env)
        self._template = cache(lambda name: template_stamp(source, name))

    def rendered(self, page: VariantPage, template: str, context: Mapping[str, Any], values: Mapping[str, Any]) -> str:
        """The page as ``template`` shows it with ``values``, or as an earlier build rendered the same."""
        tag, view = page.variant.tag, PageView.of(page)
        given = of_host(context)
        shown = repr((sorted(given.items()), view, sorted(values.items())))

        def make() -> bytes:
            whole = {
                **self._shared[tag],
                **self._functions[tag],
                **given,
                "page": view,
                "nav": self._navs[tag].seen_from(view.url),
                **ready(values),
            }
            return self._env.get_template(template).render(whole).encode("utf-8", "surrogatepass")

        if _AT in shown and _BY_PLACE.search(shown):
            return make().decode("utf-8", "surrogatepass")
        made_from = (self._stamps[tag], self._template(template), shown)
        return self._store.made("page", made_from, make).decode("utf-8", "surrogatepass")


def show_finished(env: Environment) -> None:
    """Let ``FINISHED`` give what it shows: a context of its own for each page would take longer than all else of it."""
    # The environment keeps a template that every page asks for.
    setattr(env.get_template(FINISHED), "render", lambda given: given["finished"])  # noqa: B010 - it is one's own


def of_host(context: Mapping[str, Any]) -> dict[str, Any]:
    """What the host's ``context`` gives to the templates of the digest and the theme."""
    return {name: context.get(name) for name in _OF_HOST}


def ready(values: Mapping[str, Any]) -> dict[str, Any]:
    """``values`` for a template: those that were put off are made."""
    return {name: value() if isinstance(value, Derived) else value for name, value in values.items()}


def by_own_templates(files: Files) -> dict[str, str]:
    """Let every page of the digest be shown as it was rendered; the templates that they are rendered with, by URI."""
    found = {}
    for file in files.documentation_pages():
        if isinstance(file.page, VariantPage):
            found[file.src_uri] = file.page.meta.get("template", "main.html")
            file.page.meta["template"] = FINISHED
    return found


def sources(env: Environment) -> Callable[[str], str]:
    """Gives the text of each template of ``env``, read once: one that many include is read for all of them."""
    return cache(lambda name: env.loader.get_source(env, name)[0] if env.loader else "")


def template_stamp(source: Callable[[str], str], name: str) -> str:
    """What stands for a template and all that it includes. What is included under a computed name is the theme's,
    whose version everything depends on, or any template of the same environment that a literal name leads to."""
    texts: dict[str, str] = {}
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each not in texts:
            texts[each] = source(each)
            waiting += [
                found[1]
                for written in _INCLUDED.findall(texts[each])
                for found in _LITERAL.findall(written)
                if _LITERAL.fullmatch(written.strip())
            ]
    return hashed(sorted(texts.items()))
