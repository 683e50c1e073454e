"""Fetching one page, on the machine of the contributor who asks for it."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit

from digest import __version__

USER_AGENT = f"zh-article-digest/{__version__} (one page, asked for by a person)"
# The largest of 43 saved pages has 1.1 MB; ten times that is no article.
BYTES_MOST = 10_000_000
SECONDS_MOST = 30
_TEXTS = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/rdf")
_OFFLINE = "save the page in a browser and give the file; example: digest new saved.html"


class FetchError(Exception):
    """A page that cannot be had; the message says what came, what is allowed, and an example."""


@dataclass(frozen=True)
class Fetched:
    """The page's bytes as they came, and the address that they came from after all redirects."""

    data: bytes
    address: str


def is_address(text: str) -> bool:
    """Whether ``text`` is meant as an address and not as the name of a file."""
    return "://" in text


def fetch(address: str) -> Fetched:
    """The page at an http or https address. Raises FetchError."""
    request = urllib.request.Request(  # noqa: S310 - the scheme is checked
        _checked(address),
        headers={
            "User-Agent": USER_AGENT,
            "Accept": "text/html, text/*;q=0.9, */*;q=0.1",
            "Accept-Encoding": "identity",
        },
    )
    opener = urllib.request.build_opener(_Redirects)
    try:
        with opener.open(request, timeout=SECONDS_MOST) as answer:
            kind = answer.headers.get_content_type()
            if not kind.startswith(_TEXTS):
                raise FetchError(f"{address}: {kind} came; allowed: a page (HTML, a feed, plain text); {_OFFLINE}")
            data = _limited(answer, address)
            return Fetched(_unpacked(data, answer.headers.get("Content-Encoding", ""), address), answer.url)
    except urllib.error.HTTPError as fault:
        raise FetchError(
            f"{address}: the server answered {fault.code} {fault.reason}; allowed: a page that can be "
            f"read without logging in; otherwise {_OFFLINE}"
        ) from fault
    except (urllib.error.URLError, OSError, http.client.HTTPException) as fault:
        raise FetchError(f"{address}: {_reason(fault)}; check the address and the connection, or {_OFFLINE}") from fault


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http and https only."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise FetchError(f"{req.full_url}: it leads on to {newurl}; allowed: http and https; {_OFFLINE}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _checked(address: str) -> str:
    """The address with what is not ASCII encoded."""
    try:
        parts = urlsplit(address)
        host = parts.hostname.encode("idna").decode("ascii") if parts.hostname else ""
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as fault:
        raise FetchError(
            f"{address} is no address ({fault}); allowed: http or https; example: digest new https://example.org/a.html"
        ) from fault
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError(
            f"{address} came; allowed: an address that begins with http:// or https://; "
            "example: digest new https://example.org/a.html"
        )
    safe = "/%:=&?~#+!$,;'@()*[]"
    return urlunsplit((parts.scheme, host + port, quote(parts.path or "/", safe), quote(parts.query, safe), ""))


def _limited(answer: http.client.HTTPResponse, address: str) -> bytes:
    data, until = b"", time.monotonic() + SECONDS_MOST
    while piece := answer.read1(65536):
        data += piece
        if len(data) > BYTES_MOST:
            raise FetchError(
                f"{address}: more than {BYTES_MOST // 1_000_000} MB came; allowed: a page of one article; {_OFFLINE}"
            )
        if time.monotonic() > until:
            raise FetchError(f"{address}: it took more than {SECONDS_MOST} seconds; try again, or {_OFFLINE}")
    return data


def _unpacked(data: bytes, encoding: str, address: str) -> bytes:
    """What the server packed for the way although it was asked not to."""
    if encoding.lower() not in ("gzip", "x-gzip", "deflate"):
        return data
    try:
        unpacked = zlib.decompressobj(wbits=47).decompress(data, BYTES_MOST + 1)
    except zlib.error as fault:
        raise FetchError(f"{address}: it came packed and cannot be unpacked ({fault}); {_OFFLINE}") from fault
    if len(unpacked) > BYTES_MOST:
        raise FetchError(f"{address}: more than {BYTES_MOST // 1_000_000} MB came; {_OFFLINE}")
    return unpacked


def _reason(fault: Exception) -> str:
    inner = getattr(fault, "reason", fault)
    if isinstance(inner, TimeoutError | socket.timeout):
        return f"no answer within {SECONDS_MOST} seconds"
    if isinstance(inner, socket.gaierror):
        return "the host is not known here (no connection?)"
    if isinstance(inner, ssl.SSLError):
        return f"the connection is not safe ({inner.reason or inner})"
    return str(getattr(inner, "strerror", None) or inner) or type(inner).__name__
