"""How a link to a page looks where it is shared: the Open Graph and card properties of the page's head."""

from __future__ import annotations

from dataclasses import dataclass

from digest.exports.imprint import Imprint

_LOCALES = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW", "zh-Hant-TW": "zh_TW", "zh-Hant-HK": "zh_HK"}

DESCRIPTION_LIMIT = 200
"""Characters of a description: Facebook, LinkedIn and WeChat show fewer, the rest is weight."""


@dataclass(frozen=True)
class Picture:
    """A card's full address, its size in pixels, what it says to those who do not see it."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Property:
    """``<meta key="name" content="...">``: ``key`` is ``property`` for Open Graph and ``name`` for others."""

    key: str
    name: str
    content: str


def preview(
    imprint: Imprint,
    title: str,
    description: str,
    url: str,
    article_date: str | None = None,
    picture: Picture | None = None,
    square: Picture | None = None,
) -> list[Property]:
    """The properties of one page. ``article_date`` is that of an article (maybe empty), ``None`` for another page.

    Open Graph knows full addresses only: where ``url`` is empty the site does not know its own, and neither page nor
    picture is named. ``square`` is for those who crop the first one to a square.
    """
    own = _LOCALES[imprint.variant.tag]
    pairs = [
        ("og:type", "website" if article_date is None else "article"),
        ("og:title", title),
        ("og:site_name", imprint.name),
        ("og:description", shortened(description)),
        ("og:locale", own),
    ]
    locales = dict.fromkeys(_LOCALES[variant.tag] for variant in imprint.others)
    pairs += [("og:locale:alternate", locale) for locale in locales if locale != own]
    pairs += [("og:url", url), ("article:published_time", article_date or "")]
    for each in (picture, square) if url else ():
        pairs += _image(each) if each else []
    found = [Property("property", name, content) for name, content in pairs if content]
    return [*found, Property("name", "twitter:card", "summary_large_image" if picture and url else "summary")]


def _image(picture: Picture) -> list[tuple[str, str]]:
    return [
        ("og:image", picture.url),
        ("og:image:type", "image/png"),
        ("og:image:width", str(picture.width)),
        ("og:image:height", str(picture.height)),
        ("og:image:alt", picture.alt),
    ]


def shortened(text: str, limit: int = DESCRIPTION_LIMIT) -> str:
    """``text`` in one line of at most ``limit`` characters, cut at the end of a sentence where one is near."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    end = max(line.rfind(mark, limit // 2, limit) for mark in "。！？")
    return line[: end + 1] if end > 0 else line[: limit - 1] + "…"
