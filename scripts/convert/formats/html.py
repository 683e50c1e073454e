"""A saved HTML page to a draft: container, blocks, and what the page says about itself."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from convert.blocks.exported import as_written, comments_of_reviewers, parts_of_programs
from convert.blocks.maths import with_written_formulas
from convert.blocks.styles import text_between_paragraphs
from convert.blocks.title_elements import title_elements, window_title
from convert.blocks.walk import Walk
from convert.errors import ConvertError
from convert.evidence.answers import around_answers, other_answers, with_answers_alone
from convert.evidence.container.element import body_of, find_container
from convert.evidence.embedded import unread_text, with_embedded_pages, with_odd_text
from convert.evidence.fields.declared import account_hints, entry_hints, signed_hints
from convert.evidence.fields.frame import days_told_once, owner_hints
from convert.evidence.fields.title import choose_title
from convert.evidence.fields.window import Titles, parts_of
from convert.evidence.lines import is_prose
from convert.evidence.page_data import article_in_data, hints_beside, page_hints
from convert.evidence.parts.another import other_articles
from convert.evidence.parts.hidden import hidden_parts
from convert.evidence.parts.lead_figure import take_in_lead_figures
from convert.evidence.repeated import repeated_parts
from convert.formats.clips import fields_in_table, of_record, saved_from
from convert.page import Block, Draft, Hint, Removed
from convert.text.address import safe_address
from convert.text.characters import letters, with_tags_as_they_are, without_unreadable, without_unreadable_references

# A choice with room: bylines stand right below the title, with buttons and counters between.
HEADER_LINES = 30
FOOTER_LINES = 20
OPENING_LINES = 6
# A page that shows fewer characters than this shows no article: its data may hold one.
DATA_BELOW = 60
# Browsers go on behind these, wherever they stand; the parser may stop, and lose what follows without a word.
END_OF_PAGE = re.compile(r"</(?:html|body)\s*>", re.I)
OUTSIDE = "outside the main content"
OF_HEAD = frozenset(("title", "meta", "link", "base", "script", "style", "noscript", "template", "basefont", "bgsound"))
# What pages have and the text of an article has not: their own frame, menus, and fields to write into.
OF_PAGE = re.compile(r"<(?:html|body|nav|select|textarea)\b", re.I)

# Data that hold this many times what the page shows, and this share of what it shows, hold the whole article.
MORE_IN_DATA = 1.2
SHARED_WITH_DATA = 0.6

Lines = list[str]
Blocks = tuple[Block, ...]
Read = tuple[Blocks, tuple[Removed, ...]]


def read_html(text: str, base: str = "") -> Draft:
    """The draft of an HTML page; `base` is its address, if it does not say that itself.

    Raises:
        ConvertError: There is no text in it.
    """
    root = _parsed(text)
    unread = with_embedded_pages(root)
    # lxml makes a Python object each time it meets an element; while these are held, each is made once only.
    held = list(root.iter())
    draft = _page(root, unread, base)
    held.clear()
    return replace(draft, hints=saved_from(text) + draft.hints + of_record(text))


def _page(root: HtmlElement, embedded: str, address: str) -> Draft:
    as_written(root)
    with_written_formulas(root)
    unread = f"{embedded}{with_odd_text(root)}"
    answers = with_answers_alone(root)
    hints, window = page_hints(root), window_title(root)
    base = _base(root, hints) or address
    foreign, post = _foreign(root)
    notes, said = fields_in_table(root)
    hints, foreign = said + hints, foreign | ({notes: "data of a clipper"} if notes is not None else {})
    data = article_in_data(root)
    found = find_container(root, foreign, data, post)
    container = around_answers(answers, found.element)
    for above in (container, *container.iterancestors()):
        foreign.pop(above, None)
    take_in_lead_figures(root, container, foreign)
    shown, removed = _read(container, base, foreign)
    blocks, removed = _or_from_data(shown, removed, data, base)
    hints += hints_beside(root, data) if blocks is not shown else ()
    before, after, outside = _around(root, container, foreign, len(blocks))
    lines = (*before, *_opening_lines(blocks, window))
    found_title = choose_title(Titles(window, *title_elements(root, foreign), hints, lines, tuple(after)))
    title = str(found_title.value) if found_title else ""
    hints = (*([Hint("title", title, found_title.source)] if found_title else []), *hints, Hint("window", window))
    hints += account_hints(root, container, foreign) + entry_hints(root)
    hints += signed_hints(root, hints, foreign) + owner_hints(root, window) + days_told_once(root, container, foreign)
    start = _below_title(before, title, blocks)
    return Draft(
        "html",
        blocks,
        hints,
        header=tuple(before[start:][:HEADER_LINES]),
        footer=tuple(after[:FOOTER_LINES]),
        removed=removed,
        before=tuple(before[:start]),
        doubt=found.doubt or unread_text(unread, blocks),
        outside=outside,
    )


def _read(container: HtmlElement, base: str, foreign: Mapping[HtmlElement, str]) -> Read:
    """The blocks of the container, text in boxes that are named as none included."""
    whole = len("".join(container.text_content().split()))
    walk = Walk(base, whole, foreign=foreign)
    blocks, removed = walk.run(container)
    if spared := text_between_paragraphs(walk.widgets, blocks):
        return Walk(base, whole, foreign=foreign, spared=spared).run(container)
    return blocks, removed


def read_entry(text: str, hints: tuple[Hint, ...]) -> Draft:
    """The draft of what a feed or a dump gives of an article: its text, or the whole page around that.

    `hints` are what stands beside it: its address, and the title that tells the article from the rest of the page.
    """
    base, title = (next((h.value for h in hints if h.key == key), "") for key in ("url", "title"))
    if not OF_PAGE.search(text):
        return read_fragment(text, base)
    return read_html(text if "<title" in text else f"<title>{html.escape(title)}</title>{text}", base)


def read_fragment(text: str, base: str = "") -> Draft:
    """The draft of a piece of HTML that is all article (the body of a feed entry)."""
    text = re.sub(r"^\s*(?:<\?xml[^>]*\?>|<!doctype[^>]*>|\s)*", "", text, flags=re.I)
    root = _parsed(f"<html><body>{text}</body></html>")
    unread = with_embedded_pages(root)
    body = body_of(root)
    whole = len("".join(body.text_content().split()))
    blocks, removed = Walk(base, whole, foreign=_foreign(root)[0]).run(body)
    return Draft("fragment", blocks, removed=removed, doubt=unread_text(unread, blocks))


def _foreign(root: HtmlElement) -> tuple[dict[HtmlElement, str], HtmlElement | None]:
    """Element -> reason, for what belongs to no article wherever it stands; and the first post of a discussion."""
    body = body_of(root)
    repeated = repeated_parts(body)
    return {
        **repeated.parts,
        **hidden_parts(body),
        **other_articles(body, window_title(root)),
        **other_answers(body),
        **comments_of_reviewers(body),
        **parts_of_programs(body),
    }, repeated.post


def _base(root: HtmlElement, hints: tuple[Hint, ...]) -> str:
    """The address that relative ones are told from: <base>, else the page's own; empty if it does not say."""
    own = next((h.value for h in hints if h.key == "url"), "")
    given = next((e.get("href", "") for e in root.iter("base")), "")
    return safe_address(given, own) or own


def _or_from_data(blocks: Blocks, removed: tuple[Removed, ...], data: str, base: str) -> Read:
    """The blocks, or those of the page's data where these hold the same text and more of it: a page that opens the
    rest when somebody clicks, or shows nothing before its scripts run."""
    shown = [letters(block.text) for block in blocks]
    size = sum(map(len, shown))
    if not data or size * MORE_IN_DATA >= len(data):
        return blocks, removed
    text = data if "<" in data else "".join(f"<p>{html.escape(line)}</p>" for line in data.splitlines())
    draft = read_fragment(text, base)
    whole = "".join(letters(block.text) for block in draft.blocks)
    shared = sum(len(key) for key in shown if key in whole)
    more = len(whole) > MORE_IN_DATA * size and shared >= SHARED_WITH_DATA * size
    return (draft.blocks, (*removed, *draft.removed)) if size < DATA_BELOW or more else (blocks, removed)


def _parsed(text: str) -> HtmlElement:
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    text = END_OF_PAGE.sub("", without_unreadable_references(without_unreadable(with_tags_as_they_are(text))))
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    # One class for all elements: to choose one for each of a page takes longer than to parse it.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except etree.ParserError as error:
        raise ConvertError(f"the HTML holds nothing ({error})", allowed="a page with text") from error
    if any("depth" in entry.message for entry in parser.error_log):
        # The parser stops there, and what follows would be lost without a word.
        raise ConvertError("the HTML is nested too deep", allowed="at most 250 elements inside each other")
    _move_out_of_head(root)
    return root


def _move_out_of_head(root: HtmlElement) -> None:
    """Put into the body what stands in the head and is none of it, as browsers do.

    The parser does not know that an <article> or <main> ends the head of a page that names neither head nor body.
    """
    head, body = root.find("head"), root.find("body")
    first = next((child for child in head if child.tag not in OF_HEAD), None) if head is not None else None
    if head is None or first is None:
        return
    if body is None:
        body = etree.SubElement(root, "body")
    moved = list(head)[head.index(first) :]
    moved[-1].tail = (moved[-1].tail or "") + (body.text or "")
    body.text = None
    for place, child in enumerate(moved):
        body.insert(place, child)


def _around(
    root: HtmlElement, container: HtmlElement, foreign: Mapping[HtmlElement, str], inside: int
) -> tuple[list[str], list[str], tuple[Removed, ...]]:
    """The lines before and after the container, and all that stands around it, as removed from before and after its
    `inside` blocks."""
    blocks, removed = Walk(stop=container, foreign=foreign).run(root)
    mark = next((i for i, block in enumerate(blocks) if block.kind == "mark"), 0)
    lines = [" ".join(block.text.split()) for block in blocks]
    around = [Removed(block, OUTSIDE, i) for i, block in enumerate(blocks) if i != mark and block.text.strip()]
    placed = (replace(r, index=0 if r.index <= mark else inside) for r in (*around, *removed))
    return (
        [line for line in lines[:mark] if line],
        [line for line in lines[mark + 1 :] if line],
        tuple(sorted(placed, key=lambda r: (r.index, r.block.line))),
    )


def _opening_lines(blocks: Blocks, window: str) -> tuple[str, ...]:
    """The short lines before the text (the title, in a table), without those that break off a name of the window."""
    first = next((at for at, block in enumerate(blocks) if is_prose(block.text)), 0)
    lines = [" ".join(b.text.split()) for b in blocks[:first] if b.kind in ("heading", "paragraph") and b.text.strip()]
    parts = [letters(part) for part in parts_of(window)]
    broken = {line for line in lines if any(p.startswith(letters(line)) and p != letters(line) for p in parts)}
    return tuple(line for line in lines if line not in broken)[:OPENING_LINES]


def _below_title(before: list[str], title: str, blocks: Blocks) -> int:
    """Where in the lines before the body those below the title begin: at their end, where it stands in the body; the
    last few where it stands in neither."""
    at = max((i for i, line in enumerate(before) if title and title in line), default=-1)
    if at < 0 and any(letters(block.text) == letters(title) for block in blocks[:HEADER_LINES]):
        return len(before)
    return at + 1 if at >= 0 else max(0, len(before) - HEADER_LINES // 2)
