"""Parts that are the same on many pages (the header, the navigation, the scripts): rendered once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context


class SameParts:
    """Given to templates as ``once``: ``{% call once("scripts") %}...{% endcall %}``.

    What stands between is rendered for the first page of a folder and taken for the others, from which the same
    addresses lead to the same places; further arguments name what else it depends on. A page that has pages of the
    navigation below it is rendered by itself. ``kept`` is false where templates that are not the digest's own, or
    values of other plugins, may show a page itself in it: then it is rendered for each.
    """

    def __init__(self, kept: bool) -> None:
        self._kept = kept
        self._parts: dict[tuple[Any, ...], str] = {}

    @pass_context
    def __call__(self, context: Context, name: str, *depends_on: object, caller: Callable[[], str]) -> str:
        """What ``caller`` renders for the page of ``context``, or rendered for one that does not differ here."""
        page = context.get("page")
        if not self._kept or not page or any(each.url.startswith(page.url) for each in context["nav"].pages):
            return caller()
        folder = page.url.rstrip("/").rpartition("/")[0]
        key = (name, folder, *map(str, depends_on))
        if key not in self._parts:
            self._parts[key] = caller()
        return self._parts[key]
