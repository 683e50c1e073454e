"""The stages in order: text of a page in, Markdown of an article out. No files are touched here."""

from __future__ import annotations

import re
from dataclasses import replace

from convert.blocks.spans import trimmed_block, visible, with_links_of_readers
from convert.clean.below import cut_bare_headings, cut_linked_headings
from convert.clean.boilerplate import remove_boilerplate
from convert.clean.checking import check, doubts, keeps_enough
from convert.clean.headings.header import banner, without_subtitle
from convert.clean.headings.marking import mark_headings
from convert.clean.repeats import remove_bylines
from convert.clean.selection import Selection
from convert.clean.surroundings import surroundings
from convert.clean.typography import is_spaced, repair_block, repair_text
from convert.errors import ConvertError, NoArticle
from convert.evidence.fields.authors import SURE, account_beside_day, authors
from convert.evidence.fields.dates import days
from convert.evidence.fields.names import is_person
from convert.evidence.fields.outlet import outlets
from convert.evidence.fields.ranking import of_article, ranked
from convert.evidence.fields.window import CRUMBS
from convert.formats.detect import parse
from convert.formats.unpack import unpack
from convert.page import Conversion, Draft, Evidence, Hint, Metadata
from convert.text.address import page_address, safe_address
from convert.text.characters import letters, script_of
from convert.write.markdown import to_markdown

# Titles of 29 pages measured have up to 37 characters.
LONGEST_TITLE = 60
# The rooms of the formats put the best title first; it is by far worth more than the others, which lost to it there.
TITLE_RANK = 90
OTHER_TITLES_RANK = 60
TITLE_SOURCES = {"meta": "<meta>", "data": "data of the page", "file": "data of the file", "": "data of the page"}


def convert_file(data: bytes, raw: str) -> Conversion:
    """The article in the bytes of the raw page at `raw` (its path in the project).

    Raises:
        ConvertError: There is no article in them, or they are of a format that holds none.
    """
    page = unpack(data)
    return convert(page.text, raw, page.hints)


def convert(text: str, raw: str, hints: tuple[Hint, ...] = ()) -> Conversion:
    """The article in `text`; `hints` are what the file around it says.

    Raises:
        ConvertError: There is no article in it.
    """
    if not text.strip():
        raise ConvertError("the page is empty", allowed="a page with an article in it")
    draft = parse(text, hints)
    draft = replace(draft, blocks=tuple(trimmed_block(block) for block in draft.blocks))
    titles = _titles(draft)
    title = str(titles[0].value)
    selection = remove_boilerplate(draft.blocks, title, draft.source == "text", titled=draft.titled)
    if not keeps_enough(selection):
        # All that no line of its own speaks against.
        selection = remove_boilerplate(draft.blocks, title, gently=True)
    evidence = (*titles, *_evidence(draft, selection, title))
    if (names := _best(evidence, "author")) and (names.rank >= SURE or all(map(is_person, names.value))):
        remove_bylines(selection, tuple(names.value), names.rank >= SURE)
    if draft.source == "html":
        cut_linked_headings(selection)
    cut_bare_headings(selection, draft.removed)
    site = _best(evidence, "site")
    selection.remove(banner(selection.kept, str(site.value) if site else ""), "outlet")
    pairs, captions = mark_headings(without_subtitle(selection.kept, selection.removed), draft.source == "text")
    selection.removed += captions
    kept = (block for _, block in pairs if block.kind != "image" or block.has_image)
    blocks = tuple(map(with_links_of_readers, kept))
    check(blocks, selection, title)
    spaced = is_spaced(block.text for block in blocks)
    blocks = tuple(repair_block(block, spaced) for block in blocks)
    metadata = _metadata(draft, selection, title, raw, spaced, evidence)
    removed = tuple(sorted((*draft.removed, *selection.removed), key=lambda r: r.index))
    doubted = doubts(draft, blocks, selection.removed, title)
    return Conversion(to_markdown(metadata, blocks), metadata, blocks, removed, evidence, doubted, draft.outside)


def _titles(draft: Draft) -> tuple[Evidence, ...]:
    """What the page says its title is, the best first; never empty.

    Raises:
        NoArticle: The page has no line that may be a title.
    """
    given = [h for h in draft.hints if h.key == "title" and visible(h.value).strip()]
    given.sort(key=lambda hint: hint.origin != "front matter")
    if given:
        ranks = (TITLE_RANK, *range(OTHER_TITLES_RANK, 0, -1))
        return ranked(
            Evidence("title", visible(hint.value).strip(), TITLE_SOURCES.get(hint.origin, hint.origin), rank)
            for hint, rank in zip(given, ranks, strict=False)
        )
    texts = [b for b in draft.blocks if b.text and not CRUMBS.search(b.text)]
    opening = next((b.text for b in texts[:1] if b.kind == "paragraph" and len(b.text) <= LONGEST_TITLE), "")
    first = opening or next((b.text for b in texts if b.kind == "heading"), "")
    first = first or next((b.text for b in texts if len(b.text) <= LONGEST_TITLE), "")
    if not visible(first).strip():
        raise NoArticle("the page has no title", allowed="a heading or a short first line")
    return (Evidence("title", visible(first).strip(), "first line", OTHER_TITLES_RANK),)


def _evidence(draft: Draft, selection: Selection, title: str) -> tuple[Evidence, ...]:
    """What speaks for authors, day and outlet, the strongest of each field first."""
    around = of_article(surroundings(draft, selection), title)
    note = selection.fields.get("author_note", "")
    around = replace(around, closing=(*around.closing, note) if note else around.closing)
    account = account_beside_day(around, title)
    account = "" if letters(account) in around.heads else account
    return (
        *ranked(authors(around, draft.hints, title)),
        *ranked(days(around, draft.hints, draft.hint_values("url"))),
        *ranked(outlets(around, draft.hints, _on_one_line(selection.fields.get("rights", "")), account)),
    )


def _best(evidence: tuple[Evidence, ...], name: str) -> Evidence | None:
    return next((each for each in evidence if each.name == name), None)


def _metadata(
    draft: Draft, selection: Selection, title: str, raw: str, spaced: bool, evidence: tuple[Evidence, ...]
) -> Metadata:
    fields = {name: repair_text(_on_one_line(value), spaced) for name, value in selection.fields.items()}
    via_name, via_url = _via(selection.fields.get("via", ""))
    body = "".join(block.text for block in selection.kept.values())
    if draft.own is not None:
        return Metadata(title=repair_text(title, spaced=True), lang=script_of(title + body), raw=raw, **draft.own)
    names, day, site = (_best(evidence, name) for name in ("author", "date", "site"))
    return Metadata(
        title=repair_text(title, spaced=True),
        lang=script_of(title + body),
        author=tuple(repair_text(name, spaced=True) for name in names.value) if names else (),
        date=str(day.value) if day else "",
        site=str(site.value) if site else "",
        source_url=via_url or next(map(page_address, draft.hint_values("url")), ""),
        via_name=via_name,
        via_url=via_url,
        rights=fields.get("rights", ""),
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
