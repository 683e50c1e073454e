"""A page in the tree of one variant, as plain values, and the way from it to others of the tree."""

from __future__ import annotations

from dataclasses import dataclass

from digest.edition.site import PageAddress, Places
from digest.pages.made.page import MadePage
from digest.zh.variants import Variant


class Way:
    """From the page at ``url`` (which ends with a slash) to others of its tree, whose addresses begin with ``root``."""

    def __init__(self, url: str, root: str) -> None:
        self.root = root
        folders = url.split("/")[:-1]
        # The longest first: what an address has in common with the page's need not be said.
        self._ups = [
            ("/".join(folders[:depth]) + "/", "../" * (len(folders) - depth)) for depth in range(len(folders), 0, -1)
        ]

    def to(self, address: str) -> str:
        """The address, from the site's root, of a place in the tree, as it holds on the page."""
        for folder, up in self._ups:
            if address.startswith(folder):
                return up + address[len(folder) :] or "./"
        return "../" * len(self._ups) + address


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
