"""MHTML and EML: a page as a mail. The body is the HTML part, else the text; addresses and days stand in headers."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convert.errors import ConvertError
from convert.evidence.fields.names import is_person
from convert.formats.charset import decode, python_charset
from convert.page import Draft, Hint, Removed

if TYPE_CHECKING:
    from email.message import EmailMessage

HEADER = re.compile(
    rb"\A(?:[ \t]*\r?\n)*(?:From|Return-Path|Received|MIME-Version|Subject|Date|Message-ID|Content-Type|Delivered-To"
    rb"|To|Reply-To|Snapshot-Content-Location|X-[\w-]+|DKIM-Signature|ARC-[\w-]+)[ \t]*:",
    re.I,
)
# What mails have and front matter has not.
MIME = re.compile(rb"^(?:MIME-Version|Content-Type|Content-Transfer-Encoding|Message-ID)[ \t]*:", re.I | re.M)
# A page is this deep in a mail at the most: forwarded, in alternatives, in related parts.
DEPTH_MOST = 8
# What programs put before the subject of a mail that is handed on, and lists before those of theirs.
FORWARDED = re.compile(
    r"^(?:\s*(?:fwd?|re|转发|轉寄|回复|回覆|答复|答覆)\s?[:：])*\s*(?:\[[a-z][\w.-]{0,19}\]\s+)?"
    r"(?:\s*(?:fwd?|re|转发|轉寄|回复|回覆|答复|答覆)\s?[:：])*\s*",
    re.I,
)
# Above a signature and above the note of a list, of which both have a few lines.
RULE = re.compile(r"--\s?|_{20,}\s*")
RULED_MOST = 12
# What a program writes below a mail, and above what the mail answers.
SENT = re.compile(r"(?:sent from|发自|發自|寄自|從我的|从我的)\s?.{2,30}", re.I)
# What it writes above a mail that is handed on: a line of its own, and what the first mail said of itself.
HANDED_ON = re.compile(
    r"(?:begin |开始)?\W*(?:(?:原始|[转轉][发發寄])的?(?:邮件|郵件|信件|訊息)|(?:forwarded|original) message)\W*", re.I
)
HEAD = re.compile(
    r"\W{0,2}(?:(?P<sender>发件人|寄件者|寄件人|from)|(?P<date>发送时间|发送日期|寄件日期|傳送日期|日期|date|sent)"
    r"|(?P<title>主题|主題|主旨|subject)|(?P<other>收件人|收件者|抄送|副本|to|cc))\s?[:：]\s*(?P<value>.*?)[;；]?\s*",
    re.I,
)
QUOTED = re.compile(r"^>\s?")
HEAD_MOST = 16
WROTE = re.compile(r".*(?:写道|寫道|wrote)\s?[:：]\s*", re.I)


def is_mail(data: bytes) -> bool:
    """True for MHTML and mails: header lines first, those of MIME among them."""
    head = re.split(rb"\r?\n[ \t]*\r?\n", data[:65536].lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    return bool(HEADER.match(head)) and bool(MIME.search(head))


def read_mail(data: bytes) -> tuple[str, tuple[Hint, ...]]:
    """(text of the page, what its headers say).

    Raises:
        ConvertError: No part of it is text.
    """
    # Imported here: most pages do without.
    import email
    import email.policy

    message = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=email.policy.default)
    part = _main_part(message, str(message.get("Snapshot-Content-Location", "") or "").strip())
    if part is None:
        raise ConvertError("no part of the mail is HTML or text", allowed="a mail or MHTML file with a page in it")
    text = decode(_declared(_content(part), part))
    if part.get_content_type() == "text/plain":
        return _own(text), _hints(message, part)
    return _linked(text), _hints(message, part)


def _own(text: str) -> str:
    """The text of a mail without what stands below it: a signature, the note of a list or of a program, and the mail
    that it answers."""
    lines = text.splitlines()
    handed_on = next((at for at, line in enumerate(lines) if HANDED_ON.fullmatch(line.strip())), None)
    if handed_on is not None:
        # Some quote all of a mail that they hand on.
        lines[handed_on + 1 :] = [QUOTED.sub("", line) for line in lines[handed_on + 1 :]]
    start = max(0, len(lines) - RULED_MOST)
    end = next((at for at in range(start, len(lines)) if RULE.fullmatch(lines[at])), len(lines))
    is_quoted = False
    while end and (not (last := lines[end - 1].strip()) or last.startswith(">") or SENT.fullmatch(last)):
        is_quoted |= last.startswith(">")
        end -= 1
    if is_quoted and end and WROTE.fullmatch(lines[end - 1]):
        end -= 1
    return "\n".join(lines[:end]) if end else text


def without_head_of_forwarded(draft: Draft) -> tuple[Draft, tuple[Hint, ...]]:
    """The draft of a mail without the head of the one that it hands on, and what that says; both as they were where
    there is none with a sender and a subject."""
    said: dict[str, str] = {}
    around = set()
    for line in (*draft.before, *draft.header):
        around |= {line} if _read_head([line], said) else set()
    head = set()
    for at, block in enumerate(draft.blocks[:HEAD_MOST]):
        head |= {at} if _read_head(block.text.strip().split("\n"), said) else set()
    if not {"sender", "title"} <= said.keys():
        return draft, ()
    blocks = tuple(block for at, block in enumerate(draft.blocks) if at not in head)
    removed = (*draft.removed, *(Removed(draft.blocks[at], "head of a forwarded mail", at) for at in sorted(head)))
    before, header = (tuple(x for x in lines if x not in around) for lines in (draft.before, draft.header))
    draft = replace(draft, blocks=blocks, removed=removed, before=before, header=header, titled=-1)
    return draft, _said(said["title"], said["sender"], said.get("date", ""), "front matter")


def _read_head(lines: list[str], said: dict[str, str]) -> bool:
    """True for lines of such a head, whose values are then in `said`."""
    found = [HEAD.fullmatch(line.strip()) for line in lines]
    for each in filter(None, found):
        name = next(name for name in ("sender", "date", "title", "other") if each[name])
        said.setdefault(name, each["value"])
    return all(each or HANDED_ON.fullmatch(line.strip()) for each, line in zip(found, lines, strict=True))


def _main_part(message: EmailMessage, location: str) -> EmailMessage | None:
    """The HTML part with the page's own address, else the first of a saved page, else the longest; else the longest
    text."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    pages = [p for p in parts if p.get_content_type() in ("text/html", "application/xhtml+xml")]
    own = [p for p in pages if location and str(p.get("Content-Location", "")).strip() == location]
    if message.get_content_type() == "multipart/related" and any(p.get("Content-Location") for p in pages):
        # Behind the page stand the frames in it, of which one may be longer.
        own = own or pages[:1]
    texts = [p for p in parts if p.get_content_type() == "text/plain"]
    for group in (own, pages, texts):
        if group:
            return max(group, key=lambda p: len(_content(p)))
    return None


def _content(part: EmailMessage) -> bytes:
    # As text it would be read by whatever codec the part names.
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _declared(content: bytes, part: EmailMessage) -> bytes:
    """The content, with the charset that the part's header gives where the content itself gives none."""
    charset = python_charset(part.get_content_charset() or "")
    if charset in ("", "utf-8", "cp1252"):
        return content
    try:
        return content.decode(charset).encode("utf-8")
    except UnicodeError:
        return content


def _linked(text: str) -> str:
    """Addresses of parts (cid:) work in the file only."""
    return re.sub(r"""(?i)(\b(?:src|href)\s*=\s*["']?)cid:""", r"\1about:cid-", text)


def _hints(message: EmailMessage, part: EmailMessage) -> tuple[Hint, ...]:
    """A saved page has the address it was saved from; a mail has a subject, a sender and a day."""
    location = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    saved = bool(re.match("https?:", location)) or "saved by" in str(message.get("From", "")).lower()
    if saved:
        return (Hint("url", location, "file"),) if re.match("https?:", location) else ()
    # A mail of text alone has no other title than its subject.
    own = "front matter" if part.get_content_type() == "text/plain" else "mail"
    return _said(str(message.get("Subject", "")), str(message.get("From", "")), str(message.get("Date", "")), own)


def _said(subject: str, sender: str, date: str, origin: str) -> tuple[Hint, ...]:
    # Imported here, as above.
    from email.utils import parseaddr

    name, address = parseaddr(sender)
    name = name or ("" if "@" in address else address)
    given = {
        "title": FORWARDED.sub("", subject),
        "author" if is_person(name) else "site": name or address,
        "date": date,
    }
    return tuple(Hint(key, html.unescape(" ".join(v.split())), origin) for key, v in given.items() if v.strip())
