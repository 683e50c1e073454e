"""One variant of the digest as other programs are told of it: its name, its addresses, its words; and texts, days and
addresses in the form that every program accepts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from digest.text.stamped import Stamped
from digest.zh.variants import Variant

# What XML 1.0 does not allow in a text, however it is written.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, repr=False)
class Imprint(Stamped):
    """``variant`` is what is published here, ``variants`` are all that are, this one too.

    ``name``, ``description``, ``rights`` are the site's and ``labels`` the interface words, in this script; ``root``
    is the site's address, empty where it does not know its own; ``folder`` is that of the articles in each tree.
    """

    variant: Variant
    variants: tuple[Variant, ...]
    name: str
    description: str
    rights: str
    labels: Mapping[str, Any]
    root: str
    folder: str

    def absolute(self, url: str) -> str:
        """The full address of one that is relative to the site's root, as far as the site knows its own."""
        return urljoin(self.root, url)

    @property
    def home(self) -> str:
        """The address of this variant's tree."""
        return self.absolute(f"{self.variant.path}/")

    def url(self, slug: str, variant: Variant | None = None) -> str:
        """The full address of an article, in this variant or in another."""
        return self.absolute(f"{(variant or self.variant).path}/{self.folder}/{slug}/")

    @property
    def others(self) -> tuple[Variant, ...]:
        """The other variants."""
        return tuple(variant for variant in self.variants if variant != self.variant)


def legal(text: str) -> str:
    """``text`` without the characters that XML cannot hold: YAML lets them through, an XML writer stops at them."""
    return _ILLEGAL.sub("", text)


def noon(day: str) -> str:
    """An article's day as a moment (RFC 3339); empty where it is none.

    Articles say a day and no hour. At noon UTC it is that same day from UTC-12 to UTC+11, so that a program which
    shows it in its reader's time shows the day that was printed.
    """
    try:
        return f"{date.fromisoformat(day).isoformat()}T12:00:00Z" if day else ""
    except ValueError:
        return ""


_SAFE = "/:@!$&'()*+,;=%~"
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?")


def web_address(address: str) -> str:
    """``address`` (http, https or mailto) with what no address may hold written as codes; empty where it is none."""
    try:
        parts = urlsplit(address.strip())
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except ValueError:
        return ""
    if parts.scheme == "mailto":
        return f"mailto:{quote(parts.path, safe='@.+-_')}" if "@" in parts.path else ""
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return ""
    # A per cent sign that begins no code is one itself.
    path, query, fragment = (
        quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part), safe=_SAFE + extra)
        for part, extra in ((parts.path, ""), (parts.query, "?"), (parts.fragment, "?"))
    )
    return urlunsplit((parts.scheme, host, path, query, fragment))
