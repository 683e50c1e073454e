"""Addresses as they hold on a page."""

from __future__ import annotations


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
