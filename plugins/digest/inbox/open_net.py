"""Where a request may go: to the host that somebody named, and wherever that one leads in the open net."""

from __future__ import annotations

import http.client
import socket
import urllib.request
from ipaddress import ip_address
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from digest.text.harmless.escaping import plain

OFFLINE = "save the page in a browser and give the file; example: digest new saved.html"
"""What to do where a page cannot be fetched."""


class FetchError(Exception):
    """A page that cannot be had; the message says what came, what is allowed, and an example. What a server said stands
    in it so that it does nothing to a terminal. ``status`` is what the server answered, 0 where it did not."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(plain(message))
        self.status = status


def checked(address: str) -> str:
    """The address with what is not ASCII encoded.

    Raises:
        FetchError: it is no address of a web page.
    """
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
    path, query = (quote(part, safe, errors="replace") for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, host + port, path, query, ""))


class Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http and https, to the host that was asked and to hosts of the open net only."""

    max_redirections = 5

    def __init__(self, asked: str) -> None:
        self._asked = asked

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """The next request. Raises FetchError where it may not be made."""
        try:
            parts = urlsplit(newurl)
            # Read here, so that a wrong port is found here.
            to, _ = parts.hostname or "", parts.port
        except ValueError as fault:
            raise FetchError(f"{req.full_url}: it leads on to {newurl}, which is no address; {OFFLINE}") from fault
        if parts.scheme not in ("http", "https") or not to:
            raise FetchError(f"{req.full_url}: it leads on to {newurl}; allowed: http and https; {OFFLINE}")
        if parts.netloc != self._asked and is_local(to):
            raise FetchError(f"{req.full_url}: it leads on to {newurl}; allowed: hosts of the open net; {OFFLINE}")
        following = super().redirect_request(req, fp, code, msg, headers, checked(newurl))
        if following is not None and parts.netloc != self._asked:
            lead(following)
        return following


def lead(request: urllib.request.Request) -> None:
    """Mark a request that another host led to: it may go to the open net only."""
    request.add_unredirected_header(_ABROAD, "1")


# Marks a request that another host led to; it is taken off before anything is sent.
_ABROAD = "X-digest-led-on"


def is_local(host: str) -> bool:
    """Whether ``host`` is this machine, its net or a service of its cloud, by name or however its number is written."""
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        # Also 2130706433, 0x7f.1 and 127.1, which are addresses to the system.
        number = socket.inet_ntoa(socket.inet_aton(name))
    except (OSError, ValueError):
        number = name.partition("%")[0]
    try:
        return not _is_open(number)
    except ValueError:
        return False


def _is_open(number: str) -> bool:
    address = ip_address(number)
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return address.is_global and not address.is_multicast and (inner is None or inner.is_global)


def _met(connection: http.client.HTTPConnection) -> None:
    """Refuse a host whose name leads to this machine's net: looked at once connected, before anything is sent."""
    peer = str(connection.sock.getpeername()[0]).partition("%")[0]
    if not _is_open(peer):
        connection.close()
        raise FetchError(f"{connection.host}: it leads on to {peer}; allowed: hosts of the open net; {OFFLINE}")


class _PlainAbroad(http.client.HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _met(self)


class _SecureAbroad(http.client.HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _met(self)


def _led_on(request: urllib.request.Request) -> bool:
    """Whether another host led to this request, and no proxy stands between."""
    led = request.unredirected_hdrs.pop(_ABROAD, None) is not None
    return led and not request.has_proxy()


class Plain(urllib.request.HTTPHandler):
    """Looks at where a redirect ends."""

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """The answer. Raises FetchError."""
        kind = _PlainAbroad if _led_on(req) else http.client.HTTPConnection
        return self.do_open(kind, req)


class Secure(urllib.request.HTTPSHandler):
    """Looks at where a redirect ends."""

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """The answer. Raises FetchError."""
        kind = _SecureAbroad if _led_on(req) else http.client.HTTPSConnection
        return self.do_open(kind, req)
