"""The address of a picture in HTML: lazy loading, sets of sizes, and pictures that show nothing."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from convert.rules.tables import table
from convert.text.address import safe_address

PLACEHOLDER = re.compile(
    r"^data:|^about:|(^|[/_-])(blank|placeholder|loading|lazy|spacer|1x1|gr[ea]y|pixel|transparent|white_?dot|default_?img)"
    r"[\w-]{0,12}\.(gif|png|svg|jpg)",
    re.I,
)
PICTURE = re.compile(
    r"(?:https?:)?//[^\s\"'<>]{4,500}\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[?!@][^\s\"'<>]{0,200})?", re.I
)
# A picture declared smaller than a line of text is high (in pixels) is an icon or counts visits.
TINY = 20
# Written by clippers and editors where there is no alternative text: a file's name, a number, a word for pictures.
NO_ALT = re.compile(
    r"(?:image|img|图片|圖片|图像|插图|photo|picture|\d{0,4})\W*|[\w-]{1,80}\.(?:jpe?g|png|gif|webp)", re.I
)
# A face in the middle of a line, drawn as a picture: its text is the sign itself, or the name that hosts give it.
FACE = re.compile(r"\[[\u4e00-\u9fff]{1,4}\]|[^\w\s\x00-\x7f\u2000-\u206e\u3000-\u30ff\uff00-\uffef]{1,8}")


def image_source(element: HtmlElement, base: str) -> tuple[str, str]:
    """(address as given, address to use) of an <img>; the second is empty if the first is no good."""
    given = ""
    known = table("html")["image_attributes"]
    # Each script for lazy loading has a name of its own for the address.
    others = (name for name, value in element.items() if name not in known and PICTURE.fullmatch(value.strip()))
    for attribute in (*known, *others):
        value = (element.get(attribute) or "").strip()
        if attribute.endswith("srcset"):
            value = _largest(value)
        if not value or PLACEHOLDER.search(value):
            continue
        source = safe_address(value, base)
        if source:
            return value, source
        given = given or value
    return given, ""


def only_in_noscript(element: HtmlElement, base: str) -> list[HtmlElement]:
    """The pictures that a page shows where scripts are off: those in a <noscript> that do not also stand as an element
    right beside it or around it."""
    parent = element.getparent()
    around = parent.iter("img") if parent is not None else ()
    beside = [image for image in around if next(image.iterancestors("noscript"), None) is None]
    shown = {source for image in beside for _, source in [image_source(image, base)] if source}
    if shown and len(beside) <= len(list(element.iter("img"))) + 1:
        # One lazy picture and the same for readers without scripts, in whatever size.
        return []
    return [image for image in element.iter("img") if image_source(image, base)[1] not in shown]


def _largest(srcset: str) -> str:
    """The address with the largest size in a srcset."""
    best, most = "", -1.0
    for part in re.split(r",\s+|,(?=https?:|//)", srcset):
        words = part.split()
        size = re.fullmatch(r"([\d.]{1,8})[wx]", words[1]) if len(words) > 1 else None
        value = float(size[1]) if size and size[1].count(".") < 2 and size[1] != "." else 0.0
        if words and value > most:
            best, most = words[0], value
    return best


def is_tiny(element: HtmlElement) -> bool:
    """True if the page declares the picture no higher and no wider than an icon."""
    sizes = [re.match(r"\d{1,5}", element.get(name) or "") for name in ("width", "height")]
    given = [int(size[0]) for size in sizes if size]
    return bool(given) and (max(given) <= TINY if len(given) == 2 else given[0] <= 1)


def words_of(alt: str) -> str:
    """The alternative text of a picture; nothing where it says no more than that it is one."""
    return "" if NO_ALT.fullmatch(alt.strip()) else alt


def is_face(alt: str) -> bool:
    """True for the text of a picture that stands for a sign of the line it is in."""
    return FACE.fullmatch(alt) is not None
