"""A made page: where it stands, and what its template is given when it is rendered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from digest.pages.views import Views

# Two on each side fit beside the first and the last on a phone.
_NEAR = 2

Words = Mapping[str, Any]
"""The interface words of a variant, from its labels file."""


def _nothing(views: Views, words: Words) -> str:
    return ""


@dataclass(frozen=True)
class MadePage:
    """One page, the same in the tree of each variant.

    ``path`` is its address under the tree, without slashes at its ends and of ASCII only ("claims/2"); one without
    a slash is a page of the top and stands in the navigation where mkdocs.yml gives none. ``template`` is a file of
    the theme. ``title``, ``description`` (a line for search engines and feeds) and ``values`` (what the template is
    given beside what all are given) are asked once a variant, when the page is rendered, with the variant's views
    and interface words; all are plain text, nothing is escaped. ``edited_in`` is the file of the docs folder that
    the page comes from, for the link to edit it, and ``line`` the line of it (from 1); empty and 0 where there is
    none. Values show all of themselves as text: a page of equal values is not made again.
    """

    path: str
    template: str
    title: Callable[[Views, Words], str]
    values: Callable[[Views, Words], Mapping[str, Any]]
    description: Callable[[Views, Words], str] = _nothing
    edited_in: str = ""
    line: int = 0


@dataclass(frozen=True)
class Part:
    """One page of a list that is too long for one: ``number`` counts from 1, ``paths`` are those of all parts."""

    number: int
    paths: tuple[str, ...]
    items: tuple[Any, ...]

    @property
    def path(self) -> str:
        """Its own path."""
        return self.paths[self.number - 1]

    def way(self, url: Callable[[str], str]) -> list[tuple[int, str]]:
        """The parts that this one leads to, with their addresses (``url`` gives that of a path): itself, the first,
        the last and those near it (a list of thousands must not stand on each of its pages); none where it is the only
        one."""
        last = len(self.paths)
        near = range(max(1, self.number - _NEAR), min(last, self.number + _NEAR) + 1)
        shown = sorted({1, *near, last}) if last > 1 else []
        return [(number, url(self.paths[number - 1])) for number in shown]


def parts(path: str, items: Sequence[Any], size: int) -> list[Part]:
    """``items`` in pages of ``size``: the first at ``path``, the others at ``path``/2 and so on; at least one."""
    count = max(1, -(-len(items) // size))
    paths = (path, *(f"{path}/{number}" for number in range(2, count + 1)))
    return [Part(number, paths, tuple(items[(number - 1) * size : number * size])) for number in range(1, count + 1)]
