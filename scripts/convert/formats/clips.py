"""What browsers and clippers add to a page: its address, its data above the text, lines that are no text of it."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from convert.evidence.lines import is_prose
from convert.page import Block, Hint
from convert.rules.tables import rule_for
from convert.text.address import safe_address
from convert.text.characters import letters
from convert.text.notes import without_links_to_notes

# Comments of browsers and SingleFile at the top of a saved page.
SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(?P<browser>https?://[!-~]+)|<!--\s*Page saved with SingleFile\s+url:\s*(?P<file>https?://[!-~]+)",
    re.I,
)
# A publishing system of newspapers writes what it knows of an article into a comment in front of it, a field a tag.
RECORD = "<!--enpproperty"
RECORD_FIELD = re.compile(r"<(?P<name>url|date|author)>(?P<value>[^<>]{2,300})</(?P=name)>")
RECORD_MOST = 8000
# Joplin ends a note with a block of its own fields.
JOPLIN = re.compile(r"(?:\n|\A)(?P<fields>id: [0-9a-f]{32}\n(?:[a-z_]+:[^\n]*\n)*type_: \d+\n?)\s*\Z")
JOPLIN_FIELDS = {"source_url": "url", "author": "author"}
# SimpRead says so before or behind the text, with the address of the page or without it.
SIMPREAD = re.compile(
    r"(?:^|(?<=\s))>?[ \t]*(?:\[![a-z]{1,20}\][ \t]*)?(?:参考原文链接[:：][ \t]*(?P<before>https?://\S+)\s+)?本文由\s*\[?(?:简悦|簡悅)[^\n]{0,40}?(?:\([^)\n]*\))?\s*(?:转码|轉碼)[，,。]?\s*(?:原文地址\s*(?:\[[^\]\n]*\]\((?P<link>[^)\s]+)\)|(?P<bare>https?://\S+)))?[^\n]*\n?",
    re.M,
)
# How far from its beginning or end a text may have the line of a clipper.
NEAR = 2000
# YAML above a text.
FRONT = re.compile(r"\s*---[ \t]*\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.S)

# What clippers write between the title and the text: a field a line, some in a list, some with two colons.
FIELD = re.compile(
    r"(?:[-*>]\s+)?(?P<name>[A-Za-z\u4e00-\u9fff][A-Za-z\u4e00-\u9fff ]{0,15}?)\s{0,3}(?:::|[:：])\s*(?P<value>.*)"
)
NAMES = {
    **dict.fromkeys(("title", "full title", "标题", "標題"), "title"),
    **dict.fromkeys(
        ("url", "url source", "source", "source url", "link", "来源", "來源", "来自", "來自", "链接"), "url"
    ),
    **dict.fromkeys(
        ("連結", "网址", "網址", "原文", "原文链接", "原文鏈接", "原文連結", "原文地址", "原文網址"), "url"
    ),
    **dict.fromkeys(("author", "作者"), "author"),
    **dict.fromkeys(
        ("published", "published time", "date published", "发布时间", "發佈時間", "发布日期", "日期"), "date"
    ),
    **dict.fromkeys(("created", "saved", "date saved", "创建时间", "建立時間", "更新时间", "更新時間", "剪藏时间"), ""),
    **dict.fromkeys(("category", "tags", "document tags", "标签", "標籤", "markdown content", "document note"), ""),
}
LINKED = re.compile(r"<?(https?://[^\s<>)]+)>?|\[[^\]\n]*\]\((https?://[^)\s]+)\)")
# Links of a clipper to the page and to its own copy of it, each on a line.
OWN_LINK = re.compile(r"\[(?:Read (?:in|on) \w+|Read Original|View Original|阅读原文|查看原文)\]\((https?://[^)\s]+)\)")
ORIGINAL = re.compile(r"\[(?:Read Original|View Original|阅读原文|查看原文)\]")
ADDRESS = re.compile(
    r"(?P<label>(?:本文|原文|文章|网页|網頁)?(?:链接|連結|鏈接|地址|网址|網址|来源|來源|出处|出處)|原文|source|url|link)?"
    r"(?(label)\s?[:：]\s?|)<?(?P<address>https?://[^\s<>]+?)>?",
    re.I,
)
# A note of rights with the address of a page has no more lines.
BELOW_MOST = 8
EXCERPT = "> ## Excerpt"
OWN_LINE = re.compile(
    r"#{1,2} (?:Metadata|Full Document)|> ## Excerpt|#[A-Z]\w{2,20}|!\[rw-book-cover\]\([^)\s]*\)|-{3,}"
)
# So many rows of a table say what a clipper says of a page.
ROWS_LEAST = 2
# More lines than these stand above no text.
CARD_MOST = 30
OTHER_MOST = 2


def printed_address(blocks: tuple[Block, ...]) -> tuple[Hint, ...]:
    """The address of the page that a copy prints: by itself or behind a label above the text, else behind one below
    it."""
    prose = [at for at, block in enumerate(blocks) if is_prose(block.text) and not rule_for(block.text)] or [0]
    above, below = blocks[: prose[0]], blocks[prose[-1] + 1 :][:BELOW_MOST]
    found = [m for block in above if (m := ADDRESS.fullmatch(block.text.strip()))]
    found += [m for block in below if (m := ADDRESS.fullmatch(block.text.strip())) and m["label"]]
    titled = next((s.href for b in above if b.kind == "heading" and b.level == 1 for s in b.spans if s.href), "")
    address = titled or next((safe_address(m["address"]) for m in found), "")
    return (Hint("url", address, "printed"),) if address else ()


def saved_from(text: str) -> tuple[Hint, ...]:
    """The address that a browser or SingleFile notes at the top of a page it saves."""
    found = SAVED_FROM.search(text[:4000])
    address = safe_address(found["browser"] or found["file"]) if found else ""
    return (Hint("url", address, "file"),) if address else ()


def of_record(text: str) -> tuple[Hint, ...]:
    """Address, day and writer in the comment of a newspaper's publishing system; the writer is often its editor and
    counts where the page prints him as well."""
    start = text.find(RECORD)
    end = text.find("-->", start, start + RECORD_MOST)
    fields = (
        {m["name"]: m["value"].strip() for m in RECORD_FIELD.finditer(text, start, end)} if 0 <= start < end else {}
    )
    address = safe_address(fields.pop("url", ""))
    hints = [Hint(name, value, "meta") for name, value in fields.items() if value and value != "null"]
    return (*hints, *([Hint("url", address, "meta")] if address else []))


def fields_in_table(root: HtmlElement) -> tuple[HtmlElement | None, tuple[Hint, ...]]:
    """The table above a text in which an editor of notes (Evernote, Notion) puts what it knows of the page, a label and
    a value in each row, and what it says; None and nothing for any other first table."""
    first = next(root.iter("table"), None)
    cells = [row.findall("./th") + row.findall("./td") for row in first.iter("tr")] if first is not None else []
    if first is None or any(len(row) != 2 for row in cells):
        return None, ()
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in cells]
    said = [_field(f"{label.rstrip(':： ')}: {value}") for label, value in rows]
    hints = tuple(hint for found in said for hint in found)
    # A notice has a table of its author and day, too; when a page was put into notes only notes say.
    told = any(not hint.key or hint.key == "url" for hint in hints)
    return (first, tuple(h for h in hints if h.key)) if told and sum(map(bool, said)) >= ROWS_LEAST else (None, ())


def without_clipper(text: str) -> tuple[str, tuple[Hint, ...]]:
    """A clipping without the clipper's own lines, and what they say."""
    hints: list[Hint] = []
    joplin = JOPLIN.search(text)
    if joplin:
        for line in joplin["fields"].splitlines():
            name, _, value = line.partition(": ")
            if name in JOPLIN_FIELDS and value.strip():
                hints.append(Hint(JOPLIN_FIELDS[name], value.strip(), "front matter"))
        text = text[: joplin.start("fields")]
    for simpread in (SIMPREAD.search(text[:NEAR]), SIMPREAD.search(text, max(0, len(text) - NEAR // 5))):
        if simpread and text[simpread.start() : simpread.end()] == simpread[0]:
            address = safe_address(simpread["link"] or simpread["bare"] or simpread["before"] or "")
            hints += [Hint("url", address, "front matter")] if address else []
            text = f"{text[: simpread.start()].rstrip(' ')}\n{text[simpread.end() :]}"
    front = FRONT.match(text)
    head = front[0] if front else ""
    body, said = _without_card(text[len(head) :])
    return head + body, (*hints, *said)


def _without_card(text: str) -> tuple[str, tuple[Hint, ...]]:
    """The text without what a clipper writes between its title and it: fields, links, an excerpt. Nothing is taken
    where none of them leads to the page or is an excerpt."""
    lines = text.split("\n")
    hints: list[Hint] = []
    other: list[tuple[int, str]] = []
    end, signed = 0, False
    for at, line in enumerate(lines[:CARD_MOST]):
        bare = line.strip()
        said = _said(bare)
        if said or OWN_LINE.fullmatch(bare) or (signed and bare.startswith(">")):
            hints += said
            signed = signed or bare == EXCERPT or any(h.key in ("url", "copy") for h in said)
            end = at + 1
        elif bare:
            other.append((at, bare))
            # The title, and one line that the clipper takes for a summary.
            if len(other) > OTHER_MOST:
                break
    if not signed:
        return text, ()
    above = _above([bare for at, bare in other if at < end], lines[end:])
    return "\n\n".join((*above, "\n".join(lines[end:]))), tuple(h for h in hints if h.key not in ("", "copy"))


def _above(lines: list[str], below: list[str]) -> list[str]:
    """Those of the clipper's other lines that the text does not say again: it repeats an excerpt, and its own title
    where the clipper has that with the name of the site."""
    said = letters("\n".join(below))
    own = next((letters(line) for line in below if line.strip()), "")
    return [
        line for line in lines if letters(line.rstrip("….")) not in said and not (own and letters(line).startswith(own))
    ]


def _said(line: str) -> list[Hint]:
    """What a line of a clipper's data or links says, a hint without a key where that is nothing about the article;
    empty for other lines."""
    if link := OWN_LINK.fullmatch(line):
        return [Hint("url" if ORIGINAL.match(line) else "copy", link[1], "front matter")]
    return _field(line)


def _field(line: str) -> list[Hint]:
    """What a line of a clipper's data says, a hint without a key where that is nothing about the article; empty for
    other lines."""
    found = FIELD.fullmatch(line)
    key = NAMES.get(found["name"].lower()) if found else None
    if found is None or key is None:
        return []
    value = without_links_to_notes(found["value"]).strip()
    if key == "url":
        address = LINKED.fullmatch(value)
        return [Hint("url", address[1] or address[2], "front matter")] if address else []
    return [Hint(key if value else "", value, "front matter")]
