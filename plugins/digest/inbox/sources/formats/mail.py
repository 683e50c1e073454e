"""Mail: the newsletters in an mbox or EML file, each as the page that it shows."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from html import escape

from digest.inbox.sources.formats.stretch import Stretch
from digest.inbox.sources.raw_page import BYTES_MOST, Pages, RawPage, Unread, too_large

_FROM = re.compile(rb"^From \S+")
_MARK = re.compile(rb"\n\r?\n(From \S)")
# So much is read of a line at once: a file without line ends is no message.
_LINE_MOST = 1_000_000


def to_message(stretch: Stretch, until: int) -> bool:
    """Go to the next message that begins before ``until``; whether there is one."""
    return stretch.at == 0 or stretch.find(_MARK, until, bool, _LINE_MOST // 1000)


def mbox_pages(place: str, stretch: Stretch, until: int | None = None) -> Pages:
    """The messages of an mbox file that begin before ``until`` (none: all), one at a time. Where the stretch ends up is
    where the next one begins."""
    lines: list[bytes] = []
    begins, size, is_in, is_blank = stretch.at, 0, False, True
    while line := stretch.readline(_LINE_MOST):
        if is_blank and _FROM.match(line):
            yield from _message(f"{place}@{begins}", lines, size)
            begins, lines, size, is_in = stretch.at - len(line), [], 0, True
            if until is not None and begins >= until:
                stretch.back(line)
                return
        elif is_in:
            size += len(line)
            if size <= BYTES_MOST:
                lines.append(line.removeprefix(b">") if line.startswith(b">From ") else line)
        is_blank = not line.strip()
    if not is_in:
        yield Unread(place, "no message came", "an mbox file, in which every message begins with a line From ...")
    yield from _message(f"{place}@{begins}", lines, size)


def _message(place: str, lines: list[bytes], size: int) -> Pages:
    if size > BYTES_MOST:
        yield too_large(place, size)
    elif lines:
        yield from mail_pages(place, b"".join(lines))


def mail_pages(place: str, data: bytes) -> Pages:
    """The page of one message."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        page = _page(message)
    except (ValueError, LookupError, KeyError, TypeError, AttributeError) as fault:
        yield Unread(place, f"a message that cannot be read ({fault})", "mail with a text or HTML part")
        return
    if page:
        yield RawPage(place, "message.html", page)
    else:
        yield Unread(place, "a message without a text", "mail with a text or HTML part")


def _page(message: EmailMessage) -> bytes:
    """The message as an HTML page that says subject, sender and day as web pages do."""
    body = message.get_body(("html", "plain"))
    text = str(body.get_content()) if body else ""
    if body is None or not text.strip():
        return b""
    if body.get_content_subtype() == "plain":
        text = "".join(f"<p>{escape(part)}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())
    sender = str(message.get("From", "")).partition("<")[0].strip(' "')
    return page_of(str(message.get("Subject", "")), text, sender, _day(str(message.get("Date", "")))).encode("utf-8")


def _day(date: str) -> str:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (ValueError, TypeError):
        return ""


def page_of(title: str, body: str, author: str = "", day: str = "", address: str = "") -> str:
    """A page of ``body`` (HTML) that says in its head what is known of it."""
    head = [f"<title>{escape(title)}</title>"]
    if author:
        head.append(f'<meta name="author" content="{escape(author)}">')
    if day:
        head.append(f'<meta property="article:published_time" content="{escape(day)}">')
    if address:
        head.append(f'<link rel="canonical" href="{escape(address)}">')
    return (
        f'<!doctype html><html><head><meta charset="utf-8">{"".join(head)}</head>'
        f"<body><article><h1>{escape(title)}</h1>{body}</article></body></html>"
    )
