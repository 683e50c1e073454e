"""A page and its navigation as the templates see them: plain values, of which nothing can be asked but what they show.

A finished page is kept under all values that its template was given. The host's own pages would let a template ask
for what no value says; a template of the digest or of the theme is given these instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import AnchorLink

from digest.edition.placed import Way
from digest.mkdocs_adapter.tree.pages import VariantPage


@dataclass(frozen=True)
class TocItem:
    """A heading of a page with those below it."""

    title: str
    id: str
    level: int
    children: tuple[TocItem, ...]

    @property
    def url(self) -> str:
        """Its address on the page."""
        return f"#{self.id}"

    @classmethod
    def of(cls, item: AnchorLink) -> TocItem:
        """The host's item as a value."""
        return cls(item.title, item.id, item.level, tuple(map(cls.of, item.children)))


@dataclass(frozen=True, eq=False)
class NavItem:
    """A page, section or link of the navigation, as the page at ``here`` shows it."""

    title: str
    url: str | None
    kind: str
    meta: Mapping[str, Any]
    children: tuple[NavItem, ...] | None
    is_homepage: bool = False
    here: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it is a page."""
        return self.kind == "page"

    @property
    def is_section(self) -> bool:
        """Whether it is a section."""
        return self.kind == "section"

    @property
    def is_link(self) -> bool:
        """Whether it leads out of the site."""
        return self.kind == "link"

    @property
    def active(self) -> bool:
        """Whether it is the page that shows it, or has that below it."""
        return (self.is_page and self.url == self.here) or any(child.active for child in self.children or ())

    def __eq__(self, other: object) -> bool:
        # Templates ask whether an item of the navigation is the page that they render.
        return isinstance(other, (NavItem, PageView)) and self.is_page and self.url == other.url

    def __hash__(self) -> int:
        return hash((self.kind, self.url))

    def seen_from(self, url: str) -> NavItem:
        """The same, as the page at ``url`` shows it."""
        below = None if self.children is None else tuple(child.seen_from(url) for child in self.children)
        return NavItem(self.title, self.url, self.kind, self.meta, below, self.is_homepage, url)


@dataclass(frozen=True)
class NavView:
    """The navigation of a variant: ``items`` are its tree, ``pages`` its pages in order."""

    items: tuple[NavItem, ...]
    pages: tuple[NavItem, ...]

    @classmethod
    def of(cls, nav: Navigation) -> NavView:
        """The host's navigation as values, seen from no page."""
        return cls(tuple(map(_item, nav.items)), tuple(map(_item, nav.pages)))

    @cached_property
    def homepage(self) -> NavItem | None:
        """The first page of the tree, where the navigation has it."""
        return next((page for page in self.pages if page.is_homepage), None)

    def seen_from(self, url: str) -> NavView:
        """The same, as the page at ``url`` shows it."""
        return NavView(*(tuple(item.seen_from(url) for item in items) for items in (self.items, self.pages)))

    def __iter__(self) -> Iterator[NavItem]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True)
class PageView:
    """A page: ``content`` is its HTML, ``title`` too; ``ancestors`` are the sections it is in, the nearest first."""

    title: str
    meta: Mapping[str, Any]
    toc: tuple[TocItem, ...]
    content: str
    url: str
    canonical_url: str | None
    edit_url: str | None
    is_homepage: bool
    previous_page: NavItem | None
    next_page: NavItem | None
    ancestors: tuple[NavItem, ...]
    root: str = field(repr=False)
    is_page = True
    is_section = is_link = False
    children = None
    active = True

    @classmethod
    def of(cls, page: VariantPage) -> PageView:
        """The host's page as a value."""
        return cls(
            page.title or "",
            page.meta,
            tuple(map(TocItem.of, page.toc)),
            page.content or "",
            page.url,
            page.canonical_url,
            page.edit_url,
            page.is_homepage,
            _item(page.previous_page) if page.previous_page else None,
            _item(page.next_page) if page.next_page else None,
            tuple(_item(each).seen_from(page.url) for each in page.ancestors),
            f"{page.variant.path}/",
        )

    @property
    def parent(self) -> NavItem | None:
        """The section it is in."""
        return self.ancestors[0] if self.ancestors else None

    @cached_property
    def way(self) -> Way:
        """The way to other pages of the tree."""
        return Way(self.url, self.root)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (NavItem, PageView)) and other.is_page and self.url == other.url

    def __hash__(self) -> int:
        return hash(self.url)


def _item(item: Any) -> NavItem:
    """An item of the host's navigation as a value, seen from no page."""
    kind = "page" if item.is_page else "section" if item.is_section else "link"
    children = None if item.children is None else tuple(map(_item, item.children))
    meta = dict(item.meta) if item.is_page else {}
    return NavItem(
        item.title or "", getattr(item, "url", None), kind, meta, children, kind == "page" and item.is_homepage
    )
