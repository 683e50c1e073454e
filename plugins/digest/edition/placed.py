"""A page in the tree of one variant, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from digest.edition.site import PageAddress, Places
from digest.pages.made.page import MadePage
from digest.zh.variants import Variant


@dataclass(frozen=True)
class PlacedPage:
    """``path`` is its path in the tree (``articles/a.md``), ``url`` its address from the site's root.

    ``slug`` is that of the article whose page it is, empty for other pages; ``made`` is what makes it, where no file
    does. ``title`` is HTML, as the host has it. ``edited_in`` is the file that it comes from, in the docs folder.
    """

    variant: Variant
    path: str
    url: str
    canonical_url: str
    title: str
    description: str
    slug: str = ""
    edited_in: str = ""
    has_edit_url: bool = False
    made: MadePage | None = None

    @property
    def is_homepage(self) -> bool:
        """Whether it is the first page of its tree."""
        return self.url == f"{self.variant.path}/"


@dataclass(frozen=True)
class Alternate:
    """A page in one of the variants; ``current`` says that it is the one that is looked at."""

    variant: Variant
    url: str
    canonical_url: str
    current: bool


def alternates(places: Places, path: str, variants: tuple[Variant, ...], current: Variant) -> list[Alternate]:
    """The page at ``path`` in every variant that has it, that of ``current`` too."""
    found: list[Alternate] = []
    for variant in variants:
        place: PageAddress | None = places.get((variant.tag, path))
        if place:
            found.append(Alternate(variant, place.url, place.canonical_url, variant == current))
    return found
