"""What of a page is not the article: each block removed here keeps its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from convert.byline import biography
from convert.chinese import ends_sentence, is_ordinary, letters
from convert.edges import densest, header_furniture, is_menu, link_runs, tail_start
from convert.matching import is_label, lead_label, rule_for
from convert.page import Block, Removed
from convert.spans import without_prefix
from convert.title import TAG

# A box or the rest of a page behind a label may be cut whole if it holds at most this share of the prose
# before the label. A choice: a summary or two behind a label are less, the second half of an article is more.
CUT_SHARE = 0.35
# Notes at the edges: as in metadata.py.
HEAD_BLOCKS = 6
TAIL_BLOCKS = 12
# Shorter lines repeat by chance (是的。).
REPEAT_LETTERS = 20
ENDINGS = {"end mark", "editor on duty", "disclaimer", "rights notice", "repost notice", "original title"}


@dataclass
class Sorting:
    """Blocks on their way: index -> block still kept, what was removed, and lines for the front matter."""

    kept: dict[int, Block]
    removed: list[Removed] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)

    def remove(self, index: int, reason: str) -> None:
        """Take the block out for `reason`; a block already out stays as it was."""
        block = self.kept.pop(index, None)
        if block is not None:
            self.removed.append(Removed(block, reason, index))

    def note(self, name: str, value: str) -> None:
        """Keep a line for the front matter; the first one stays, a biography may grow."""
        if name == "author_note" and self.fields.get(name):
            self.fields[name] += " " + value.strip()
        else:
            self.fields.setdefault(name, value.strip())


def sort_blocks(blocks: tuple[Block, ...], title: str, text_copy: bool = False) -> Sorting:
    """Remove what is not the article from `blocks` (all with trimmed text).

    `text_copy`: there was no container, so the lines at the edges are judged by their shape, too.
    """
    sorting = Sorting(dict(enumerate(blocks)))
    for step in (_before_title, _titles, _comments, _related, _leads, _biographies, _lines, _after_end):
        step(sorting, title)
    if text_copy:
        _edges(sorting)
    for index in link_runs(_texts(sorting)):
        sorting.remove(index, "list of links")
    for step in (_repeats, _empty):
        step(sorting, title)
    return sorting


def _texts(sorting: Sorting) -> list[tuple[int, Block]]:
    return [(i, b) for i, b in sorting.kept.items() if b.kind not in ("image", "code", "table")]


def _prose(blocks: list[tuple[int, Block]]) -> int:
    """Characters in running paragraphs, cut teasers and items of lists left out."""
    return sum(len(b.text) for _, b in blocks if _is_prose(b))


def _is_prose(block: Block) -> bool:
    teaser = re.search(r"(\.{3}|…)\s*$", block.text)
    linked = block.spans and all(s.href for s in block.spans if s.text.strip())
    return block.kind in ("paragraph", "quote") and is_ordinary(block.text) and not teaser and not linked


def _before_title(sorting: Sorting, title: str) -> None:
    """Everything above the title, when the title stands before the first running paragraph."""
    key = letters(title)
    for index, block in _texts(sorting):
        if _is_prose(block):
            return
        if key and letters(block.text) == key:
            for earlier in [i for i in sorting.kept if i < index]:
                rule = rule_for(sorting.kept[earlier].text, tail=False)
                sorting.remove(earlier, rule.reason if rule else "before the title")
            return


def _titles(sorting: Sorting, title: str) -> None:
    key = letters(title)
    first = True
    for index, block in _texts(sorting):
        if key and letters(TAG.sub("", block.text)) in (key, letters(TAG.sub("", title))):
            sorting.remove(index, "title, kept in the front matter" if first else "title repeated")
            first = False


def _comments(sorting: Sorting, title: str) -> None:
    texts = _texts(sorting)
    for place, (index, block) in enumerate(texts):
        if is_label(block.text, "comments") and _prose(texts[:place]):
            for later in [i for i in sorting.kept if i >= index]:
                sorting.remove(later, "comments")
            return


def _related(sorting: Sorting, title: str) -> None:
    for index, block in _texts(sorting):
        strict = is_label(block.text, "related")
        if index not in sorting.kept or (not strict and not is_label(block.text, "loose_related")):
            continue
        texts = _texts(sorting)
        before = _prose([t for t in texts if t[0] < index])
        after = [t for t in texts if t[0] > index]
        if not before:
            sorting.remove(index, "related articles")
            continue
        prose = _prose(after)
        whole = prose <= CUT_SHARE * before if strict else prose == 0
        if not strict and after and _is_prose(after[0][1]):
            continue
        sorting.remove(index, "related articles")
        for later, other in list(sorting.kept.items()):
            if later < index:
                continue
            if not whole and _is_prose(other):
                break
            if not _is_note(other):
                sorting.remove(later, "related articles")


def _is_note(block: Block) -> bool:
    """A line for the front matter, which may stand behind a related box."""
    rule = rule_for(block.text)
    return bool(rule and rule.action != "remove") or bool(biography(block.text))


def _leads(sorting: Sorting, title: str) -> None:
    """The editor's abstract goes to the front matter, once, in the copy that is not cut off."""
    found: list[str] = []
    for index, block in _texts(sorting)[:HEAD_BLOCKS]:
        label = lead_label(block.text)
        text = "".join(s.text for s in without_prefix(block.spans, label)) if label else block.text
        if (label and len(text) >= 8) or (block.kind == "lead" and len(text) >= 20):
            found.append(text)
            sorting.remove(index, "editor's lead, kept in the front matter" if len(found) == 1 else "lead repeated")
    if not found:
        return
    whole = [text for text in found if ends_sentence(text)]
    lead = max(whole or found, key=len)
    sorting.note("lead", lead)
    key = letters(lead)
    for index, block in _texts(sorting)[:HEAD_BLOCKS]:
        if len(key) >= REPEAT_LETTERS and _same_start(letters(block.text), key):
            sorting.remove(index, "lead repeated")


def _same_start(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 0.9 * len(longer) and longer.startswith(shorter)


def _biographies(sorting: Sorting, title: str) -> None:
    for index, block in _texts(sorting)[HEAD_BLOCKS:][-TAIL_BLOCKS:]:
        if biography(block.text):
            sorting.note("author_note", block.text)
            sorting.remove(index, "author's note, kept in the front matter")


def _lines(sorting: Sorting, title: str) -> None:
    texts = _texts(sorting)
    # A disclaimer is as long as a paragraph and closes like one.
    prose = [place for place, (_, block) in enumerate(texts) if _is_prose(block) and not rule_for(block.text)]
    first, last = (prose[0], prose[-1]) if prose else (0, len(texts))
    for place, (index, block) in enumerate(texts):
        head = place < max(first, HEAD_BLOCKS)
        tail = place > last or place >= len(texts) - TAIL_BLOCKS
        rule = rule_for(block.text, head, tail, outside=not first < place < last)
        if rule is None:
            if place < first and block.kind == "paragraph" and is_menu(block.text) and not ends_sentence(block.text):
                sorting.remove(index, "menu of the site")
            continue
        if rule.reason == "date or counter" and _signs(texts, place):
            continue
        # A long sentence in the middle that only speaks of copyright or of comments is text.
        if not head and not tail and _is_prose(block):
            continue
        if rule.action != "remove":
            sorting.note(rule.action, block.text)
        sorting.remove(index, rule.reason)


def _signs(texts: list[tuple[int, Block]], place: int) -> bool:
    """True for the day below the name of an office: how a public notice is signed."""
    above = texts[place - 1][1].text.strip() if place else ""
    day = re.fullmatch(r"(19|20)\d\d年\d{1,2}月\d{1,2}日", texts[place][1].text.strip())
    return bool(day) and 4 <= len(above) <= 40 and not ends_sentence(above) and rule_for(above) is None


def _after_end(sorting: Sorting, title: str) -> None:
    """What stands behind the editor's name, an end mark or a disclaimer, if it is little."""
    ends = [r.index for r in sorting.removed if r.reason in ENDINGS]
    texts = _texts(sorting)
    for end in sorted(ends):
        before = _prose([t for t in texts if t[0] < end])
        after = [t for t in texts if t[0] > end]
        if before and after and _prose(after) <= CUT_SHARE * before / 2:
            for index in [i for i in sorting.kept if i > end]:
                sorting.remove(index, "after the end of the article")
            return


def _edges(sorting: Sorting) -> None:
    texts = _texts(sorting)
    start = max((r.index for r in sorting.removed if r.reason == "title, kept in the front matter"), default=-1)
    taken = {r.index for r in sorting.removed if r.index > start}
    first = next((i for i, b in texts if i > start and _is_prose(b)), -1)
    for index in header_furniture(texts, first, taken):
        sorting.remove(index, "between title and text")
    texts = _texts(sorting)
    _, end = densest(texts)
    over = tail_start(texts, end, taken)
    before = _prose([t for t in texts if t[0] <= end])
    if 0 <= end < over and _prose([t for t in texts if t[0] > over]) <= CUT_SHARE * before:
        for index in [i for i in sorting.kept if i > over or i == over]:
            sorting.remove(index, "after the end of the article")


def _repeats(sorting: Sorting, title: str) -> None:
    seen: set[str] = set()
    for index, block in _texts(sorting):
        key = letters(block.text)
        if len(key) >= REPEAT_LETTERS and key in seen:
            sorting.remove(index, "paragraph repeated")
        seen.add(key)


def _empty(sorting: Sorting, title: str) -> None:
    for index, block in _texts(sorting):
        if not letters(block.text):
            sorting.remove(index, "no letter in it")
