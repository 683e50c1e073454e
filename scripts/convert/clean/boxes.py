"""Comments, boxes of other articles and calls: parts of a page that a label, a row of buttons or a link gives away.

A label alone is not enough to take much running text: 讨论 and 拓展阅读 head sections of articles as well. What takes
more than its share needs a second sign: buttons, times and names of comments, links or short lines of teasers.
"""

from __future__ import annotations

import itertools
import re
from urllib.parse import unquote

from convert.clean.below import discussion_start, speaks_less
from convert.clean.link_lists import HEADLINE_LEAST, heads_sources
from convert.clean.selection import CUT_SHARE, TITLE_REASON, Selection, is_prose, said, text_blocks
from convert.evidence.fields.bylines import biography
from convert.evidence.floors import heads_other_answers
from convert.evidence.lines import is_prose as runs
from convert.page import Block
from convert.rules.tables import is_label, pattern, rule_for
from convert.text.characters import folded, letters

Texts = list[tuple[int, Block]]
SIGNS_LEAST = 2  # two comments show theirs twice
# When somebody wrote a comment, or on which floor of the discussion.
MOMENT = re.compile(
    r"^.{0,24}(\d{1,2}:\d\d|\d+\s?(秒|分钟|小时|天|周|个月|年)前|昨天|刚刚|\d{1,4}\s?[楼樓#]"
    r"|[ (]\d{4}-\d\d-\d\d).{0,24}$"
)
# A label that counts the comments, or asks for one; and what a form for them says.
COUNTED = re.compile(r"\d|暂无|发表|我要|参与|写下|说两句|最热|最新")
POSTED = re.compile(r"(?:posted by|评论人|留言人)\s?:? ?\S.{0,60}\d{1,2}:\d\d.{0,8}")
FORM = re.compile(
    r"登录\s?(后)?.{0,4}(参与|评论|讨论|发表|回复)|^(发\s?布|发\s?表|提\s?交|发表评论|提交评论)$"
    r"|说点什么|说两句|还可以输入\d+"
)
# So many running paragraphs are an article.
ARTICLE_LEAST = 3
# Comments have a name, a time or a button each; so many of the lines that run as text, at least.
SIGNED_SHARE = 0.5
READ_ON = re.compile(r"(继续阅读|繼續閱讀|阅读全文|閱讀全文|阅读更多|閱讀更多|read more)\W*$", re.I)
# What the law makes sites print on an advertisement.
ADVERT = re.compile(r"\W*(广告|推广|赞助|赞助商?内容|ad|advertisement|sponsored)\W*")
LABELLED = re.compile(r"\W*(广告|推广|赞助)\s|[^。]{0,80}(限时|特价|优惠|折扣|↘)[^。\d]{0,8}[$¥￥]\s?\d[\d,]*\W*$")
# Signs that point to another article.
POINTING = re.compile(r"\W*[>»→▶►▸★☆]\W*")
# Words of buttons (分享, 转发到微博) have up to eight characters.
BUTTON_MOST = 8
# Shorter titles stand in addresses by chance.
TITLE_LEAST = 4
# A page has a handful of boxes of other articles; of more labels than this, each is judged by the lines right below.
ASKED_MOST = 20
LOOKED_AT = 4
# What a notice says of a place or an event; two of four lines below a title of another article are none.
FACT, FACTS_LEAST = re.compile(r"\w{2,6}[:：]\s*\w"), 2


def comments(selection: Selection, title: str) -> None:
    """Everything from the label of the comments on, or from the first comment that shows its buttons."""
    texts = text_blocks(selection)
    # Above the title a label is a word of a menu, whatever runs as text there.
    named = next((r.index for r in selection.removed if r.reason == TITLE_REASON), -1)
    for place, (index, block) in enumerate(texts):
        label = index > named and is_label(block.text, "comments") and _text_length(texts[:place]) > 0
        # What counts the answers may be out by now.
        every = (b.text for b in itertools.chain(selection.kept.values(), (r.block for r in selection.removed)))
        others = label and heads_other_answers(block.text, every)
        if others or (label and _are_comments(block, texts[:place], texts[place + 1 :], title)):
            selection.remove_from(index, "comments")
            # Posts may stand above the form for the next one.
            texts = texts[:place]
            break
    place = discussion_start(texts)
    if _text_length(texts[: max(place, 0)]):
        selection.remove_from(texts[place][0], "comments")


def _are_comments(label: Block, before: Texts, after: Texts, title: str) -> bool:
    """True if what follows the label is too little to be a section, or looks like comments."""
    prose = _text_length([(i, b) for i, b in after if rule_for(b.text) is None])
    signs = _signs(after)
    if prose > _text_length(before) and sum(is_prose(block) for _, block in before) < ARTICLE_LEAST:
        # More than the text so far, behind a button or a label, is the article itself unless each part of it is signed,
        # or none of it speaks of what the page is called.
        signed = max(SIGNS_LEAST, SIGNED_SHARE * sum(runs(block.text) for _, block in after))
        return signs >= signed or (signs >= SIGNS_LEAST and speaks_less(title, *map(said, (before, after))))
    if not prose or COUNTED.search(folded(label.text)) or signs >= SIGNS_LEAST:
        return True
    heads = label.kind == "heading" or label.bold or is_label(label.text, "also_sections")
    # A label by which nobody heads a section may take as much as the text before it without a second sign.
    return not heads and prose <= _text_length(before)


def _signs(texts: Texts) -> int:
    buttons = pattern("html", "comment_buttons")
    lines = [folded(block.text) for _, block in texts]
    return sum(
        (len(line) <= 40 and bool(buttons.search(line) or MOMENT.search(line) or FORM.search(line)))
        or bool(POSTED.fullmatch(line))
        for line in lines
    )


def _text_length(texts: Texts) -> int:
    """Characters in lines that run as text, short ones too."""
    return sum(len(block.text) for _, block in texts if runs(block.text))


def related(selection: Selection, title: str) -> None:
    """Boxes of other articles behind their label: the rest of the page, or up to the next running paragraph."""
    texts = text_blocks(selection)
    below: list[int] = []
    again: list[int] = []
    before = asked = 0
    for place, (index, block) in enumerate(texts):
        strict = is_label(block.text, "related")
        if index not in selection.kept or (not strict and not is_label(block.text, "loose_related")):
            before += len(block.text) if index in selection.kept and runs(block.text) else 0
            continue
        following = (texts[at] for at in range(place + 1, len(texts)) if texts[at][0] in selection.kept)
        after = list(itertools.islice(following, LOOKED_AT))
        if not before:
            selection.remove(index, "related articles")
            continue
        if after and _heads_section(block, after, strict):
            continue
        below = below or _prose_below(texts)
        whole = below[place] <= CUT_SHARE * before if strict else below[place] == 0
        again = again or _said_again(texts)
        whole = whole and not _closes_section(texts[place + 1 : again[place]])
        others = False
        if not whole and strict and asked < ASKED_MOST:
            asked += 1
            kept = [[t for t in part if t[0] in selection.kept] for part in (texts[:place], texts[place + 1 :])]
            others = speaks_less(title, *map(said, kept))
        selection.remove(index, "related articles")
        _cut_box(selection, index, whole or others, "other articles" if others else "related articles")


def _said_again(texts: Texts) -> list[int]:
    """For each place the next one that says the same; its own if none does."""
    last: dict[str, int] = {}
    found = list(range(len(texts)))
    for place in range(len(texts) - 1, -1, -1):
        key = letters(texts[place][1].text)
        found[place] = last.get(key, place)
        last[key] = place
    return found


def _closes_section(texts: Texts) -> bool:
    """True if a heading with text of its own stands between a label and the same label again: round-ups have one below
    each section."""
    between = [block for _, block in texts if not _linked(block)]
    heads = [at for at, block in enumerate(between) if block.kind == "heading" or block.bold]
    return bool(heads) and any(runs(block.text) for block in between[heads[0] + 1 :])


def _prose_below(texts: Texts) -> list[int]:
    """For each place the characters of running paragraphs below it, without the summaries behind which a line calls to
    read on."""
    ends = [bool(READ_ON.search(block.text.strip())) for _, block in texts]
    found = [0] * len(texts)
    for place in range(len(texts) - 1, 0, -1):
        block = texts[place][1]
        teaser = ends[place] or any(ends[place + 1 : place + 2])
        found[place - 1] = found[place] + (len(block.text) if _goes_on(texts, place) and not teaser else 0)
    return found


def _goes_on(texts: Texts, place: int) -> bool:
    """True for a running paragraph, and for short sentences one below the other: in boxes each has its link above."""
    pair = [block for _, block in texts[place : place + 2]]
    return _is_text(pair[0]) or (len(pair) > 1 and all(map(_is_sentence, pair)))


def _is_sentence(block: Block) -> bool:
    return block.kind == "paragraph" and runs(block.text) and not _linked(block) and not rule_for(block.text)


def _is_text(block: Block) -> bool:
    """True for a running paragraph, and for an item of a list that runs as text: those of boxes are links."""
    return is_prose(block) or (block.kind == "item" and runs(block.text) and not _linked(block))


def _heads_section(label: Block, after: Texts, strict: bool) -> bool:
    """True if running text follows right below the label, or facts behind their names do, and no links."""
    below = after[0][1]
    first = is_prose(below) or (runs(below.text) and not _linked(below))
    if not strict:
        return first
    headed = label.kind == "heading" or label.bold
    facts = sum(bool(FACT.match(block.text.strip())) for _, block in after)
    return headed and (first or facts >= FACTS_LEAST) and not any(_linked(block) for _, block in after)


def _linked(block: Block) -> bool:
    return any(span.href for span in block.spans)


def _cut_box(selection: Selection, index: int, whole: bool, reason: str) -> None:
    # One behind the other: a page may have a label below each paragraph, and each box ends soon.
    texts = ((at, selection.kept[at]) for at in range(index, selection.end) if at in selection.kept)
    for text, below in itertools.pairwise(itertools.chain(texts, [None])):
        pair = [each for each in (text, below) if each is not None]
        if text is None or heads_sources(text[1]):
            break
        if not whole and (_goes_on(pair, 0) or _opens_section(selection, text[0])):
            break
        if not _is_note(text[1]):
            selection.remove(text[0], reason)


def _opens_section(selection: Selection, index: int) -> bool:
    """True for a heading, or a line in bold, that is no link, with text that is none right below it: the next section
    of the article."""
    head = selection.kept[index]
    kept = (selection.kept[i] for i in range(index + 1, selection.end) if i in selection.kept)
    sound = (head.kind == "heading" or head.bold) and not _linked(head) and not selection.text_copy
    # Right below a line in bold a short sentence is text, too.
    below = list(itertools.islice(kept, LOOKED_AT))
    return sound and (any(map(_is_text, below)) or (head.bold and any(map(_is_sentence, below[:1]))))


def _is_note(block: Block) -> bool:
    """A line for the front matter, which may stand behind a related box."""
    return bool(((rule := rule_for(block.text)) and rule.action != "remove") or biography(block.text))


def calling_link(block: Block, title: str) -> str:
    """Why the block is a call to readers, where it is one link that is labelled as an advertisement or as another
    article, or whose address hands on the title; empty for any other block."""
    visible = [span for span in block.spans if span.text.strip() and not span.image]
    # A bracket around both may close behind the link.
    visible = visible[:-1] if len(visible) > 1 and not letters(visible[-1].text) else visible
    label = "".join(span.text for span in itertools.takewhile(lambda span: not span.href, visible))
    links = list(itertools.dropwhile(lambda span: not span.href, visible))
    if not links or not all(span.href for span in links) or block.kind not in ("paragraph", "item"):
        return ""
    if label:
        headline = len(letters(links[0].text)) >= HEADLINE_LEAST
        loose = headline and (is_label(label, "loose_related") or POINTING.fullmatch(folded(label)))
        return "related articles" if loose or is_label(label, "related") else ""
    first = folded(visible[0].text)
    if ADVERT.fullmatch(first) or (len(visible) == 1 and LABELLED.match(first)):
        return "advertisement"
    key = letters(title)
    named = len(key) >= TITLE_LEAST and key in letters(unquote(visible[0].href))
    return "share bar" if named and len(block.text.strip()) <= BUTTON_MOST else ""
