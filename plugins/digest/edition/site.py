"""What an edition knows of the site that it stands in, and of the pages that the site has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from digest.exports.epub.written import Keep
from digest.exports.offline.worker import WrittenFile


@dataclass(frozen=True)
class Site:
    """The site as mkdocs.yml describes it. ``url`` is its address, empty where it does not know its own.

    ``docs`` is the docs folder and ``folder`` that of mkdocs.yml. ``repository`` is the name of the host where files
    are edited. ``serving`` says that it is shown to be edited, not published.
    """

    name: str
    description: str
    copyright: str
    url: str
    docs: Path
    folder: Path
    repository: str = ""
    serving: bool = False


@dataclass(frozen=True)
class PageAddress:
    """Where a page stands: its address from the site's root, and its full one where the site knows its own."""

    url: str
    canonical_url: str


Places = Mapping[tuple[str, str], PageAddress]
"""The places of all pages by the tag of their variant and their path in the variant's tree (``articles/a.md``)."""


@dataclass(frozen=True)
class Built:
    """The site as it stands once all pages are there.

    ``content`` gives the HTML of an article's text by its slug and the path of a variant, ``file`` the bytes of a
    file of the site, ``None`` where there is none (or where the address leads out of the site). ``search_script`` is
    the path of the search's worker, ``written`` are the files that were written beside the pages so far, by path.
    """

    content: Callable[[str, str], str]
    file: Callable[[str], bytes | None]
    search_script: str = ""
    written: dict[str, WrittenFile] = field(default_factory=dict)


class PageStore(Keep, Protocol):
    """What earlier builds made, by everything that it was made from."""

    def made(self, kind: str, made_from: tuple[object, ...], make: Callable[[], bytes]) -> bytes:
        """What ``make`` gives, or gave an earlier build; ``made_from`` shows as text all that it depends on."""
