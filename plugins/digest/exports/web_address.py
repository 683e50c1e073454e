"""Addresses of the web in the form that every program accepts."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

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
