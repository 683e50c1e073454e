"""Addresses as they hold on a page: what the host's filter gives, for a tree's own addresses at a tenth of its cost."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from digest.made.entry_markup import Entries
from digest.made.lists import ListedClaim
from digest.mkdocs_adapter.pages import VariantPage


def put_into(env: Environment) -> None:
    """Give the templates of ``env`` the filter ``url``, and ``claim_entry`` for the entries of lists."""
    of_host = env.filters["url"]

    @pass_context
    def url(context: Context, value: Any) -> str:
        page = context.get("page")
        if isinstance(page, VariantPage) and isinstance(value, str) and value.startswith(page.way.root):
            return page.way.to(value)
        return of_host(context, value)

    env.filters["url"] = url
    env.globals["claim_entry"] = _claim_entry


@pass_context
def _claim_entry(context: Context, each: ListedClaim, **shown: Any) -> Markup:
    return Markup(Entries(context["labels"], context["page"].way.to).claim(each, **shown))  # noqa: S704 - escaped there
