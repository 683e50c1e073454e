"""Parts that are the same on many pages (the header, the navigation, the scripts): rendered once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

# A variant's tree and, in it, the lists that the header and the search lead to.
_LEVELS = 2


class SameParts:
    """Given to templates as ``once``: ``{% call once("scripts") %}...{% endcall %}``.

    What stands between is rendered for one page and taken for the others from which the same addresses lead to the same
    places: those at the same depth in the same folder, or in folders of it that no page of the navigation stands in;
    further arguments name what else it depends on. A page that has pages of the navigation below it is rendered by
    itself. ``kept`` is false where templates that are not the digest's own, or
    values of other plugins, may show a page itself in it: then it is rendered for each.
    """

    def __init__(self, kept: bool) -> None:
        self._kept = kept
        self._parts: dict[tuple[Any, ...], str] = {}
        self._places: dict[str, tuple[str, int]] = {}

    @pass_context
    def __call__(self, context: Context, name: str, *depends_on: object, caller: Callable[[], str]) -> str:
        """What ``caller`` renders for the page of ``context``, or rendered for one that does not differ here."""
        page = context.get("page")
        if not self._kept or not page or any(each.url.startswith(page.url) for each in context["nav"].pages):
            return caller()
        folder = page.url.rstrip("/").rpartition("/")[0]
        if folder not in self._places:
            self._places[folder] = _place(folder, [each.url for each in context["nav"].pages])
        key = (name, self._places[folder], *map(str, depends_on))
        if key not in self._parts:
            self._parts[key] = caller()
        return self._parts[key]


def _place(folder: str, linked: Sequence[str]) -> tuple[str, int]:
    """What addresses depend on from a page in ``folder`` to the pages ``linked``, and to those of each tree's first
    two levels: the folder above it that one of them may stand in, and its own depth."""
    above = folder.split("/")
    depth = len(above)
    while len(above) > _LEVELS and not any(url.startswith("/".join(above) + "/") for url in linked):
        above.pop()
    return "/".join(above), depth
