"""The links and pictures of a book's chapters: into the book where it has the target, else to the site, else gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urljoin

from lxml import etree

from digest.exports.body import unwrap
from digest.exports.epub_chapter import NOWHERE, Chapter, in_site
from digest.exports.imprint import Imprint
from digest.exports.web_address import web_address

Pictures = Callable[[str], bytes | None]
"""The address of a picture from the site's root -> the file, or nothing where the site has none there."""

_KINDS = ((b"\x89PNG\r\n\x1a\n", "png", "image/png"), (b"\xff\xd8\xff", "jpg", "image/jpeg"),
          (b"GIF87a", "gif", "image/gif"), (b"GIF89a", "gif", "image/gif"))


def settle_links(imprint: Imprint, own: Chapter, chapters: Mapping[str, Chapter]) -> None:
    """Make the links of ``own`` those of the book; ``chapters`` are all, by the address of their page."""
    for link in own.root.iter("a"):
        href = link.get("href")
        settled = _settled(imprint, own, chapters, href, link.get("class") == "outside") if href else ""
        if settled:
            link.set("href", settled)
        else:
            unwrap(link)


def _settled(imprint: Imprint, own: Chapter, chapters: Mapping[str, Chapter], href: str, outside: bool) -> str:
    """The address in the book, or in the web; empty where neither has it."""
    root = in_site(imprint, "")
    try:
        full = urljoin(root + own.page, href)
    except ValueError:
        return ""
    page, _, anchor = full.removeprefix(root).partition("#")
    target = chapters.get(page.removesuffix("index.html")) if full.startswith(root) and not outside else None
    if target is None:
        return "" if full.startswith(NOWHERE) else web_address(full)
    found = next((each for each in (anchor, f"claim-{anchor}") if each in target.ids), "")
    if target is own:
        return f"#{found}" if found else ""
    return f"{target.file}#{found}" if found else target.file


def settle_pictures(imprint: Imprint, own: Chapter, read: Pictures, files: dict[str, tuple[str, str, bytes]]) -> None:
    """Put the pictures of ``own`` into ``files`` (by address: name, media type, bytes); say others in words.

    A book must not fetch anything: a picture of another host is a link to it, one that is no picture its text.
    """
    root = in_site(imprint, "")
    for image in list(own.root.iter("img")):
        try:
            full = urljoin(root + own.page, image.get("src", ""))
        except ValueError:
            full = ""
        address = full.removeprefix(root).partition("?")[0] if full.startswith(root) else ""
        if address and address not in files and (content := read(address)) and (kind := _kind(content)):
            files[address] = (f"picture-{len(files) + 1}.{kind[0]}", kind[1], content)
        if address in files:
            image.set("src", files[address][0])
        elif not address and full.startswith(("http://", "https://")):
            _as_link(image, full)
        else:
            unwrap(image, image.get("alt", ""))


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
