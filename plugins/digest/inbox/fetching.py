"""Fetching one page, on the machine of the contributor who asks for it."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from queue import Empty, Queue
from urllib.parse import urlsplit

from digest import __version__
from digest.inbox.open_net import OFFLINE, FetchError, Plain, Redirects, Secure, checked, is_local, lead

USER_AGENT = f"zh-article-digest/{__version__} (one page, asked for by a person)"
# The largest of 43 saved pages has 1.1 MB; ten times that is no article.
BYTES_MOST = 10_000_000
SECONDS_MOST = 30
_TEXTS = ("text/", *(f"application/{kind}" for kind in ("xhtml", "xml", "rss", "atom", "rdf", "feed+json", "json")))


@dataclass(frozen=True)
class Fetched:
    """The page's bytes as they came, and the address that they came from after all redirects; ``tag`` and ``modified``
    are what the server says of this state of the page. ``is_unchanged``: it is as it was, nothing was sent."""

    data: bytes
    address: str
    tag: str = ""
    modified: str = ""
    is_unchanged: bool = False


@dataclass(frozen=True)
class Request:
    """What is asked: who asks, the state that is known (``tag``, ``modified``), and the host that led there, if any:
    from a host of the open net the way leads to hosts of the open net only."""

    address: str
    agent: str = USER_AGENT
    tag: str = ""
    modified: str = ""
    led_from: str = ""


def is_address(text: str) -> bool:
    """Whether ``text`` is meant as an address and not as the name of a file."""
    return "://" in text


def fetch(asked: str | Request, seconds: float = SECONDS_MOST) -> Fetched:
    """The page at an http or https address, within so many seconds from the first look at the host's name to the last
    byte. Raises FetchError."""
    wanted = asked if isinstance(asked, Request) else Request(asked)
    answers: Queue[Fetched | BaseException] = Queue()

    def ask() -> None:
        try:
            answers.put(_fetched(wanted))
        except BaseException as fault:
            answers.put(fault)

    # A server may keep each single step short and never end: only a clock beside it all can tell.
    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise FetchError(f"{wanted.address}: it took more than {seconds:g} seconds; try again, or {OFFLINE}") from None
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _fetched(wanted: Request) -> Fetched:
    address = wanted.address
    request = _request(wanted)
    asked = urlsplit(request.full_url)
    opener = urllib.request.build_opener(Redirects(asked.netloc), Plain, Secure)
    try:
        with opener.open(request, timeout=SECONDS_MOST) as answer:
            kind = answer.headers.get_content_type()
            if not kind.startswith(_TEXTS):
                message = f"{address}: {kind} came; allowed: a page (HTML, a feed, plain text); {OFFLINE}"
                raise FetchError(message, answer.status)
            data = _whole(answer, address)
            unpacked = _unpacked(data, answer.headers.get("Content-Encoding", ""), address)
            tag, modified = (answer.headers.get(name) or "" for name in ("ETag", "Last-Modified"))
            return Fetched(unpacked, answer.url, tag, modified)
    except urllib.error.HTTPError as fault:
        if fault.code == http.HTTPStatus.NOT_MODIFIED:
            return Fetched(b"", address, wanted.tag, wanted.modified, is_unchanged=True)
        message = f"{address}: the server answered {fault.code} {fault.reason}; allowed: a page that can be "
        raise FetchError(f"{message}read without logging in; otherwise {OFFLINE}", fault.code) from fault
    except (urllib.error.URLError, OSError, http.client.HTTPException, ValueError) as fault:
        raise FetchError(f"{address}: {_reason(fault)}; check the address and the connection, or {OFFLINE}") from fault


def _request(wanted: Request) -> urllib.request.Request:
    headers = {
        "User-Agent": wanted.agent,
        "Accept": "text/html, text/*;q=0.9, */*;q=0.1",
        "Accept-Encoding": "identity",
        "If-None-Match": wanted.tag,
        "If-Modified-Since": wanted.modified,
    }
    request = urllib.request.Request(  # noqa: S310 - the scheme is checked
        checked(wanted.address), headers={name: value for name, value in headers.items() if value}
    )
    to = urlsplit(request.full_url)
    if wanted.led_from and to.netloc != wanted.led_from:
        if is_local(to.hostname or ""):
            raise FetchError(f"{wanted.address}: {wanted.led_from} leads there; allowed: hosts of the open net")
        lead(request)
    return request


def _whole(answer: http.client.HTTPResponse, address: str) -> bytes:
    """All that comes. Raises FetchError where its end is missing or its length is none."""
    data = _limited(answer, address)
    said = answer.headers.get("Content-Length")
    if said is not None and answer.length and not answer.chunked:
        raise FetchError(f"{address}: the answer ended {answer.length} bytes early; try again, or {OFFLINE}")
    if said is not None and not said.strip().isdecimal():
        raise FetchError(f"{address}: a length of {said[:40]} came; {OFFLINE}")
    return data


def _limited(answer: http.client.HTTPResponse, address: str) -> bytes:
    data = b""
    while piece := answer.read1(65536):
        data += piece
        if len(data) > BYTES_MOST:
            raise FetchError(
                f"{address}: more than {BYTES_MOST // 1_000_000} MB came; allowed: a page of one article; {OFFLINE}"
            )
    return data


def _unpacked(data: bytes, encoding: str, address: str) -> bytes:
    """What the server packed for the way although it was asked not to."""
    if encoding.lower() not in ("gzip", "x-gzip", "deflate"):
        return data
    packed = zlib.decompressobj(wbits=47)
    try:
        unpacked = packed.decompress(data, BYTES_MOST + 1)
    except zlib.error as fault:
        raise FetchError(f"{address}: it came packed and cannot be unpacked ({fault}); {OFFLINE}") from fault
    if len(unpacked) > BYTES_MOST:
        raise FetchError(f"{address}: more than {BYTES_MOST // 1_000_000} MB came; {OFFLINE}")
    if not packed.eof:
        raise FetchError(f"{address}: it came packed, and its end is missing; try again, or {OFFLINE}")
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
