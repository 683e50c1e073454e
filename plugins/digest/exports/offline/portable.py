"""A built site as one that opens by a double click: addresses of folders name their page, as a browser that reads files
needs it, and nothing has to be fetched."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import unquote, urlsplit

PAGE = "index.html"
LEFT_OUT = frozenset(("404.html", "search", "sw.js", "_headers", "sitemap.xml", "sitemap.xml.gz", "robots.txt"))
"""What stands at the site's root and is of use on a server only."""

WITHOUT_SEARCH = '.md-search,label[for="__search"],[data-opens="__search"]{display:none!important}'
"""A rule for the stylesheet: the search is read from many files by a worker, which no browser starts from a file."""

_ADDRESS = re.compile(r"""(\s(?:href|action)=)("[^"]*"|'[^']*'|[^\s>"']+)""")
_POLICY = re.compile(r"""<meta http-equiv=["']?Content-Security-Policy["']?[^>]*>""")
_MANIFEST = re.compile(r"""<link rel=["']?manifest["']?[^>]*>\s*""")
_FETCHED = re.compile(r"""(<div\s[^>]*\sdata-from=["']?([^\s"'>]+)["']?[^>]*)>\s*</div>""")

Read = Callable[[str], str | None]
"""Path in the site -> the text of a file there, ``None`` where there is none."""


def portable_page(html: str, path: str, read: Read) -> str:
    """The page at ``path`` in the site, which opens from a file."""
    folder = posixpath.dirname(path)
    html = _POLICY.sub(lambda found: found[0].replace("'self'", "'self' file:"), _MANIFEST.sub("", html))
    html = _FETCHED.sub(lambda found: _filled(found, folder, read), html)
    return _ADDRESS.sub(lambda found: found[1] + _named(found[2], folder, read), html)


def _filled(found: re.Match[str], folder: str, read: Read) -> str:
    """The place of a picture that is fetched when it is asked for, with the picture in it."""
    picture = read(posixpath.normpath(posixpath.join(folder, unquote(unescape(found[2])))))
    return f'{found[1]} data-drawn="drawn">{picture}</div>' if picture else found[0]


def _named(written: str, folder: str, read: Read) -> str:
    """An attribute's value as it is written, which names the page where its address is that of a folder."""
    sign = written[0] if written[0] in "\"'" else ""
    address = unescape(written.strip("\"'") if sign else written)
    try:
        parts = urlsplit(address)
    except ValueError:
        return written
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return written
    place = posixpath.normpath(posixpath.join(folder, unquote(parts.path), PAGE))
    if place.startswith("..") or read(place) is None:
        return written
    named = parts._replace(path=f"{parts.path.rstrip('/')}/{PAGE}".removeprefix("./")).geturl()
    return f'"{escape(named)}"'
