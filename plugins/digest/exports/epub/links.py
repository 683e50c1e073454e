"""The links and pictures of a book's chapters: into the book where it has the target, else to the site, else gone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import urljoin

from lxml import etree

from digest.exports.epub.chapter import NOWHERE, Chapter, ChapterPlace, in_site
from digest.exports.imprint import Imprint, web_address
from digest.exports.markdown.body import unwrap

Pictures = Callable[[str], bytes | None]
"""The address of a picture from the site's root -> the file, or nothing where the site has none there."""

_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"GIF87a", "gif", "image/gif"),
    (b"GIF89a", "gif", "image/gif"),
)


Found = dict[str, tuple[str, str, bytes]]
"""The pictures of a book by their address from the site's root: name in the book, media type, bytes."""

_OWN = re.compile(r"#[\w-]+", re.ASCII)


def settle_links(imprint: Imprint, own: Chapter, places: Mapping[str, ChapterPlace]) -> list[tuple[str, str, str]]:
    """Make the links of ``own`` those of the book; ``places`` are all chapters', by the address of their page.

    Returns what was asked of them: page, anchor, and the answer as ``in_book`` gives it.
    """
    asked: list[tuple[str, str, str]] = []
    for link in own.root.iter("a"):
        href = link.get("href")
        settled = _settled(imprint, own, places, href, link.get("class") == "outside", asked) if href else ""
        if settled:
            link.set("href", settled)
        else:
            unwrap(link)
    return asked


def _settled(
    imprint: Imprint,
    own: ChapterPlace,
    places: Mapping[str, ChapterPlace],
    href: str,
    outside: bool,
    asked: list[tuple[str, str, str]],
) -> str:
    """The address in the book, or in the web; empty where neither has it."""
    if _OWN.fullmatch(href) and not outside:
        return _inside(own, href[1:])
    root = in_site(imprint, "")
    try:
        full = urljoin(root + own.page, href)
    except ValueError:
        return ""
    page, _, anchor = full.removeprefix(root).partition("#")
    page = page.removesuffix("index.html")
    if full.startswith(root) and not outside:
        if page == own.page:
            return _inside(own, anchor)
        asked.append((page, anchor, in_book(places, page, anchor)))
        if asked[-1][2]:
            return asked[-1][2]
    return "" if full.startswith(NOWHERE) else web_address(full)


def in_book(places: Mapping[str, ChapterPlace], page: str, anchor: str) -> str:
    """Where a place of the site is in the book; empty where it is not in it."""
    return places[page].file + _inside(places[page], anchor) if page in places else ""


def _inside(place: ChapterPlace, anchor: str) -> str:
    found = next((each for each in (anchor, f"claim-{anchor}") if each in place.ids), "")
    return f"#{found}" if found else ""


def settle_pictures(imprint: Imprint, own: Chapter, read: Pictures, found: Found) -> list[tuple[str, str]]:
    """Make the pictures of ``own`` those of the book, collected in ``found``; say others in words.

    A book must not fetch anything: a picture of another host is a link to it, one that is no picture its text.
    Returns what was asked: each picture's address, and its name in the book or nothing.
    """
    root = in_site(imprint, "")
    asked = []
    for image in list(own.root.iter("img")):
        try:
            full = urljoin(root + own.page, image.get("src", ""))
        except ValueError:
            full = ""
        address = full.removeprefix(root).partition("?")[0] if full.startswith(root) else ""
        name = name_in_book(address, read, found) if address else ""
        asked += [(address, name)] if address else []
        if name:
            image.set("src", name)
        elif not address and full.startswith(("http://", "https://")):
            _as_link(image, full)
        else:
            unwrap(image, image.get("alt", ""))
    return asked


def name_in_book(address: str, read: Pictures, found: Found) -> str:
    """The name of the site's picture in the book, in which it is from now on; empty where it is none."""
    if address not in found and (content := read(address)) and (kind := _kind(content)):
        found[address] = (f"picture-{len(found) + 1}.{kind[0]}", kind[1], content)
    return found[address][0] if address in found else ""


def _kind(content: bytes) -> tuple[str, str] | None:
    """What a picture is by its first bytes, whatever its name says."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp", "image/webp"
    return next(((ending, media) for start, ending, media in _KINDS if content.startswith(start)), None)


def _as_link(image: etree._Element, address: str) -> None:
    text = image.get("alt") or address
    unwrap(image, text)
    if not any(each.tag == "a" for each in image.iterancestors()):
        image.tag = "a"
        image.set("href", address)
