"""What templates call: addresses as they hold on a page (a tree's own at a tenth of the cost of the host's filter),
entries of lists, the theme's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from digest.mkdocs_adapter.templates.page_view import PageView
from digest.mkdocs_adapter.tree.pages import VariantPage
from digest.pages.made.entry_markup import Entries, data
from digest.pages.made.lists import ListedClaim
from digest.pages.title_words import broken
from digest.text.openings import is_bare_number
from digest.zh.variants import Variant


def put_into(env: Environment) -> None:
    """Give the templates of ``env`` what they call.

    The filters ``url``, ``in_tree`` (a path of the variant's tree as an address from the site's root) and ``titled``
    (a title that breaks between its words); the test ``a_heading`` (more than a number);
    ``claim_entry`` and ``claim_data`` for the entries of lists; ``people_links`` and ``concept_links`` for names that
    lead to their pages where they have one.
    """
    of_host = env.filters["url"]

    @pass_context
    def url(context: Context, value: Any) -> str:
        page = context.get("page")
        if isinstance(page, (VariantPage, PageView)) and isinstance(value, str) and value.startswith(page.way.root):
            return page.way.to(value)
        address: str = of_host(context, value)
        return address

    env.filters.update(url=url, in_tree=_in_tree, titled=_titled)
    env.tests["a_heading"] = lambda title: not is_bare_number(title)
    env.globals.update(
        claim_entry=_claim_entry, claim_data=_claim_data, people_links=_people_links, concept_links=_concept_links
    )


def _titled(title: str) -> Markup:
    return Markup(broken(title))  # noqa: S704 - escaped there


@pass_context
def _in_tree(context: Context, path: str) -> str:
    return f"{context['variant'].path}/{path}/"


@pass_context
def _claim_entry(context: Context, each: ListedClaim, **shown: Any) -> Markup:
    return Markup(Entries(context["labels"], context["page"].way.to).claim(each, **shown))  # noqa: S704 - escaped there


def _claim_data(each: ListedClaim) -> Markup:
    return Markup(data(each))  # noqa: S704 - escaped there


@pass_context
def _people_links(context: Context, names: Iterable[str]) -> Markup:
    return _links(context, names, context["addresses"]["people"])


@pass_context
def _concept_links(context: Context, names: Iterable[str]) -> Markup:
    return _links(context, names, context["addresses"]["concepts"])


def _links(context: Context, names: Iterable[str], pages: Mapping[str, str]) -> Markup:
    to = context["page"].way.to
    addresses = ((name, pages[name]) for name in names)
    return Markup("、").join(
        Markup('<a href="{}">{}</a>').format(to(address), name) if address else escape(name)
        for name, address in addresses
    )


_FALLBACK = "en"


def theme_words(env: Environment, variant: Variant, mended: Mapping[str, str]) -> Callable[[str], str]:
    """Gives the word of a key: what the labels file mends, then the theme's own, then its English one.

    A page asks for some sixty; the theme's template makes its whole list anew for each.
    """

    def own(language: str, key: str) -> str:
        words = env.get_template(f"partials/languages/{language}.html").module
        # The macro of the theme's file.
        return str(getattr(words, "t")(key))  # noqa: B009 - a module of a template has no attributes that types know

    @cache
    def word(key: str) -> str:
        if key == "language":
            return variant.tag
        return mended.get(key) or own(variant.theme_language, key) or own(_FALLBACK, key) or key

    return word
