"""Pictures without words for those who do not see them."""

from __future__ import annotations

import re

from digest.checks.source import Source
from digest.files.findings import Finding

_INLINE = re.compile(r"(?<!\\)!\[(?P<alt>[^\[\]]*)\](?=[(\[])")
_TAG = re.compile(r"<img\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_ALT = re.compile(r"\salt\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'>]+))", re.IGNORECASE)
# A name that a camera, an editor or an outlet gave: no words.
_NAME = re.compile(
    r"[\w()（）+%-]+\.(?:png|jpe?g|gif|webp|svg|bmp|avif)|(?:img|image|dsc|pic|picture|photo|screenshot|wx|mmbiz|alt"
    r"|图片?|圖片?|图像|圖像|插图|插圖|配图|配圖)[\s_-]*\d*|[\da-f_-]{6,}",
    re.IGNORECASE,
)


def check(source: Source) -> list[Finding]:
    """A finding for every picture of the body whose words say nothing. ``alt=""`` marks an ornament."""
    prose, found = source.prose, []
    for match in _INLINE.finditer(prose) if "![" in prose else []:
        alt = match["alt"].strip()
        if not alt or _NAME.fullmatch(alt):
            found.append(_finding(source, match.start(), alt))
    for match in _TAG.finditer(prose) if "<" in prose else []:
        given = _ALT.search(match[0])
        alt = next((text for text in given.groups() if text), "").strip() if given else ""
        if not given or (alt and _NAME.fullmatch(alt)):
            found.append(_finding(source, match.start(), alt))
    return found


def _finding(source: Source, place: int, alt: str) -> Finding:
    came = f"the words for the picture are {alt}" if alt else "the picture has no words for those who do not see it"
    return Finding(
        source.file,
        source.line_at(place),
        "picture-alt",
        came,
        "what it shows, in a few words",
        "![江上的石桥](../images/bridge.png)",
    )
