"""Addresses of links and images: only harmless ones pass, and without the proxy they came through."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urljoin, urlsplit

NESTED = re.compile(
    r"^https?://[^?#]*\?(?:(?:[\w.-]+=[^&]*&)*(?:url|u|src|target|to|link|image|img|imgurl|q)=)?(https?(?::|%3a)(?:/|%2f){2}.+)$",
    re.I,
)
GOOGLE = re.compile(r"https?://www\.google\.[a-z.]{2,6}/url\?", re.I)
TRACKING = re.compile(r"&(?:amp;)?(?:sa|source|ust|usg|ved|cd|rct|esrc)=")
# A copy that an archive of the web or a search engine keeps has the page's own address behind the moment or its word.
KEPT = re.compile(
    r"https?://[^/?#]+/(?:[^/?#]+/){0,3}\d{4,14}(?:[a-z]{2}_)?/(?=https?:/)"
    r"|https?://[^/?#]+/[^?#]*\?q=cache:(?:[\w-]{1,20}:)?(?=https?:/)",
    re.I,
)
HOST = re.compile(r"https?://[\w.-]{1,253}(?=[/?#:]|$)", re.I)
# Longer ones carry data, and no browser of the time followed them.
LONGEST = 4000
SAFE = "/:?&=#%~+,;@!$'*-._"


def safe_address(address: str, base: str = "", schemes: tuple[str, ...] = ("http", "https")) -> str:
    """The absolute address, or an empty string if it has no address of an allowed scheme.

    A relative address needs `base`. An address that a proxy carries in its query
    (`https://proxy.example/?https://real.example/a.jpg`) is taken out of it.
    """
    if len(address) > LONGEST:
        return ""
    address = re.sub(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff]", "", address)
    if address.startswith("//"):
        address = "https:" + address
    try:
        address = urljoin(base, address) if base else address
        parts = urlsplit(_unwrapped(address))
    except ValueError:
        return ""
    if parts.scheme.lower() not in schemes or (not parts.netloc and parts.scheme != "mailto"):
        return ""
    return quote(parts.geturl(), safe=SAFE, errors="replace")


def page_address(address: str) -> str:
    """The safe address of a page itself, where `address` is that of a copy somebody keeps of it."""
    kept = KEPT.match(address)
    return safe_address(re.sub(r"^(https?:/)(?!/)", r"\1/", address[kept.end() :]) if kept else address)


def leads_away(own: str, address: str) -> bool:
    """True for the address of a page on another site than that of the page at `own`; both say on which they are."""
    hosts = [urlsplit(each).netloc for each in (own, address) if HOST.match(each)]
    return len(hosts) > 1 and len({tuple(host.lower().split(".")[-2:]) for host in hosts}) > 1


def _unwrapped(address: str) -> str:
    found = NESTED.match(address)
    if not found:
        return address
    inner = found[1]
    if "%2f" in inner.lower()[:12]:
        return unquote(inner.split("&")[0])
    # A redirecting service writes signs of the address as it does those of its own, and adds more behind it.
    return unquote(TRACKING.split(inner)[0]) if GOOGLE.match(address) else inner
