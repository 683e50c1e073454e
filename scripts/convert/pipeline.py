"""The stages in order: text of a page in, Markdown of an article out. No files are touched here."""

from __future__ import annotations

import re
from dataclasses import replace

from convert.blocks.spans import trimmed_block, visible
from convert.clean.boilerplate import remove_boilerplate
from convert.clean.headings import mark_headings
from convert.clean.selection import Selection
from convert.clean.typography import is_spaced, repair_block, repair_text
from convert.errors import ConvertError, NoArticle
from convert.evidence.byline import biography
from convert.evidence.metadata import TAIL_BLOCKS, find_authors, find_date, find_site
from convert.formats.feed import is_feed, read_xml
from convert.formats.front_matter import has_front_matter, read_feed
from convert.formats.html import read_html
from convert.formats.markdown import looks_like_markdown, read_mixed
from convert.formats.plain_text import read_text
from convert.page import Article, Block, Draft, Metadata
from convert.text.address import safe_address
from convert.text.characters import is_ordinary, letters, script_of
from convert.write.markdown import to_markdown

# A body shorter than this (letters) is a menu or a notice. The shortest of 29 articles measured has 350.
LEAST_LETTERS = 60
# If so little is kept of what was judged line by line, the wrong part was taken; on 29 pages and their text
# copies the lowest share is 0.74.
LEAST_SHARE = 0.15
# Titles of 29 pages measured have up to 37 characters.
LONGEST_TITLE = 60
# Whole parts of a page that say nothing about how well the rest was judged.
WHOLESALE = {"comments", "related articles", "before the title", "after the end of the article"}
HEADER_REASONS = {"date or counter", "byline", "outlet", "share bar"}
TITLE_REASON = "title, kept in the front matter"


def convert(text: str, raw: str) -> Article:
    """The article in `text`, the content of the raw page at `raw` (its path in the project).

    Raises ConvertError if there is no article in it.
    """
    if not text.strip():
        raise ConvertError("the page is empty", allowed="a page with an article in it")
    draft = parse(text)
    draft = replace(draft, blocks=tuple(trimmed_block(block) for block in draft.blocks))
    title = _title(draft)
    selection = remove_boilerplate(draft.blocks, title, text_copy=draft.source == "text")
    pairs, captions = mark_headings(_without_subtitle(selection), draft.source == "text")
    selection.removed += captions
    blocks = tuple(block for _, block in pairs if block.kind != "image" or block.has_image)
    _check(blocks, selection)
    spaced = is_spaced(block.text for block in blocks)
    blocks = tuple(repair_block(block, spaced) for block in blocks)
    metadata = _metadata(_near(draft, selection), selection, title, raw, spaced)
    removed = tuple(sorted((*draft.removed, *selection.removed), key=lambda r: r.index))
    return Article(to_markdown(metadata, blocks), metadata, blocks, removed)


def parse(text: str) -> Draft:
    """The draft of a page, by what it looks like."""
    if has_front_matter(text):
        return read_feed(text)
    if is_feed(text):
        return read_xml(text)
    if re.search(r"<(?:!doctype|html|head|body)\b", text[:5000], re.I) or _tags(text) >= 3:
        return read_html(text)
    return read_mixed(text) if looks_like_markdown(text) else read_text(text)


def _tags(text: str) -> int:
    return len(re.findall(r"<(?:p|div|br|span|h[1-6]|article|section)(?:\s[^<>]*)?/?>", text, re.I))


def _title(draft: Draft) -> str:
    given = draft.hint_values("title", "front matter") + draft.hint_values("title")
    if given:
        return visible(given[0]).strip()
    texts = [b for b in draft.blocks if b.text]
    opening = next((b.text for b in texts[:1] if b.kind == "paragraph" and len(b.text) <= LONGEST_TITLE), "")
    first = opening or next((b.text for b in texts if b.kind == "heading"), "")
    first = first or next((b.text for b in texts if len(b.text) <= LONGEST_TITLE), "")
    if not first:
        raise NoArticle("the page has no title", allowed="a heading or a short first line")
    return visible(first).strip()


def _check(blocks: tuple[Block, ...], selection: Selection) -> None:
    kept = sum(len(letters(block.text)) for block in blocks)
    whole = kept + sum(len(letters(r.block.text)) for r in selection.removed if r.reason not in WHOLESALE)
    if kept < LEAST_LETTERS:
        raise NoArticle(
            f"nothing of an article is left: {kept} of {whole} letters",
            allowed=f"a page with at least {LEAST_LETTERS} letters of running text",
        )
    if kept < LEAST_SHARE * whole:
        raise NoArticle(
            f"only {kept} of {whole} letters would be kept ({100 * kept // whole} %)",
            allowed=f"at least {int(100 * LEAST_SHARE)} %: the page may be a list of articles",
        )


def _without_subtitle(selection: Selection) -> list[tuple[int, Block]]:
    """The kept blocks in order; a heading between title and byline heads no section."""
    pairs = sorted(selection.kept.items())
    first = next(((at, i, b) for at, (i, b) in enumerate(pairs) if b.text), None)
    lines = [r.index for r in selection.removed if r.reason in HEADER_REASONS]
    if first and first[2].kind == "heading" and any(first[1] < index for index in lines):
        below = next((i for i, b in pairs[first[0] + 1 :] if is_ordinary(b.text)), 0)
        if any(first[1] < index < below for index in lines):
            pairs[first[0]] = (first[1], first[2].but(kind="paragraph", level=0))
    return pairs


def _near(draft: Draft, selection: Selection) -> Draft:
    """The draft with the blocks from the title to a little behind the text: further off, names are others'."""
    title = max((r.index for r in selection.removed if r.reason == TITLE_REASON), default=-1)
    last = max((i for i, b in selection.kept.items() if is_ordinary(b.text)), default=len(draft.blocks))
    return replace(draft, blocks=draft.blocks[title + 1 : last + 1 + TAIL_BLOCKS])


def _metadata(draft: Draft, selection: Selection, title: str, raw: str, spaced: bool) -> Metadata:
    fields = {name: repair_text(_on_one_line(value), spaced) for name, value in selection.fields.items()}
    via_name, via_url = _via(selection.fields.get("via", ""))
    rights = fields.get("rights", "")
    body = "".join(block.text for block in selection.kept.values())
    authors = biography(selection.fields.get("author_note", "")) or find_authors(draft)
    return Metadata(
        title=repair_text(title, spaced=True),
        lang=script_of(title + body),
        author=tuple(repair_text(name) for name in authors),
        date=find_date(draft),
        site=find_site(draft, rights),
        source_url=via_url or next((safe_address(url) for url in draft.hint_values("url")), ""),
        via_name=via_name,
        via_url=via_url,
        rights=rights,
        lead=fields.get("lead", ""),
        image_credit=fields.get("image_credit", ""),
        author_note=fields.get("author_note", ""),
        raw=raw,
    )


def _on_one_line(text: str) -> str:
    return " ".join(visible(text).split())


def _via(notice: str) -> tuple[str, str]:
    """Name and address of the reposter in its notice."""
    name = re.search(
        r"作者\s*[:：]\s*([^,，。;；\s]{2,20})|本文由\s*([^,，。;；\s]{2,20}?)\s*(?:转载|整理|发布|收录|搬运)", notice
    )
    address = re.search(r"https?://[!-~]+", notice)
    return (name[1] or name[2]) if name else "", safe_address(address[0]) if address else ""
