"""A plain-text copy of a page to a draft: its lines as blocks, its table of contents left out, its title told."""

from __future__ import annotations

from convert.blocks.copied_lines import copied_blocks
from convert.evidence.copies.beside import with_headings_beside
from convert.evidence.copies.contents import LISTED, contents
from convert.evidence.copies.edited import with_edited_heads, without_link_buttons
from convert.evidence.copies.likely import RECORD, is_byline, may_title, whole_title
from convert.evidence.copies.start import BYLINE_WITHIN, head_end
from convert.evidence.copies.title import title_place
from convert.evidence.floors import with_whole_posts
from convert.evidence.lines import is_prose
from convert.page import Block, Draft, Hint, Removed
from convert.text.characters import letters
from convert.text.days import iso_day

# Notices above a title are few; of a page whose line in the middle was taken for one, a section stands above.
SENTENCES_MOST = 1


def read_text(text: str) -> Draft:
    """The draft of a text copy: one block a paragraph, with line numbers."""
    blocks, buttons = with_edited_heads(without_link_buttons(with_whole_posts(copied_blocks(text))))
    blocks, listed = _without_contents(blocks)
    end = head_end(blocks)
    at = title_place(blocks, end, [each.block.line for each in listed])
    lines = [block.text.strip() for block in blocks[:end] if may_title(block)]
    title = whole_title(blocks[at].text.strip(), lines) if at >= 0 else ""
    hints = (Hint("title", title, "printed"),) if title else ()
    said = [letters(RECORD.sub("", block.text)) for block in blocks[:end]]
    after = next((place + 1 for place, key in enumerate(said) if key == letters(title)), 0)
    header = tuple(" ".join(block.text.split()) for block in blocks[after:end])
    titled = after - 1 if _is_sure(blocks, after - 1) else -1
    return Draft("text", with_headings_beside(blocks, after), hints, header, removed=(*buttons, *listed), titled=titled)


def _is_sure(blocks: tuple[Block, ...], title: int) -> bool:
    """True if less runs as text above the title than below, and a day stands near below or right above, or hardly a
    sentence above. What a site says of itself again and again is said once."""
    above, below = (
        sum(map(len, {b.text for b in part if is_prose(b.text)})) for part in (blocks[:title], blocks[title:])
    )
    beside = (*blocks[max(0, title - 1) : max(0, title)], *blocks[title + 1 : title + 1 + BYLINE_WITHIN])
    dated = any(is_byline(b.text) and iso_day(b.text) for b in beside)
    hardly = len({b.text for b in blocks[:title] if b.text.rstrip().endswith("。")}) <= SENTENCES_MOST
    return title >= 0 and (dated or hardly) and above < below


def _without_contents(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Removed, ...]]:
    """The blocks without the table of contents, and the heads that it names marked as such."""
    heads = contents(blocks)
    removed = tuple(Removed(blocks[at], "table of contents", at) for at in heads)
    kept = (
        block.but(kind="heading", level=2, hint=LISTED) if at in heads.values() and block.kind == "paragraph" else block
        for at, block in enumerate(blocks)
        if at not in heads
    )
    return tuple(kept), removed
