"""One line: whether it may be a heading by its words, and what it is without the marks of one."""

from __future__ import annotations

import re

from convert.blocks.spans import edited
from convert.clean.headings.captions import says_caption
from convert.evidence.fields.names import is_person
from convert.evidence.lines import SPEAKER
from convert.page import Block, Span
from convert.text.characters import HANZI, ends_sentence, hanzi_count, letters

# Longest heading in characters: the longest of the 60 printed headings measured has 31.
HEADING_MOST = 40
# Without bold or a number a heading must be shorter to be told from a paragraph.
LONGEST_PLAIN = 32
# A sentence that somebody says closes inside its quotation marks.
CLOSED = re.compile(r"^\d{1,3}(?:,\d{3})+$|[。，；：,;:、~～]$|[。，；…][”」』]$|(?<![0-9.])[.]$")
# A question in an interview, or the time of an entry in a live report.
SPOKEN = re.compile(rf"{SPEAKER.pattern}|^\d{{1,3}}[:：]\d\d", re.I)
# Who said it (—— 某某, （某大学教授）), and what the site asks of its readers.
ATTRIBUTED = re.compile(r"^(——?|--|―+)\s*\S|^[（(](?![一二三四五六七八九十\d]{1,3}[）)])[^（）()]*[）)]$")
MARKED = re.compile(r"(#{1,6})\s+(?=\S)")  # as Markdown has it
# What names a section, with a colon behind it (报名方式：); other lines with one announce a list, a picture or what
# somebody says.
LABEL = re.compile(
    r"(?![图圖表](?:[一二三四五六七八九十\d]|[:：])|以下|下[面列]|比如|例如|如[下图圖]|另外|[这這那答问問]|所谓|所謂)"
    rf"(?=.*[{HANZI}])[^，。！？!?:：]{{2,18}}(?<![是为為的下了有到])[:：]"
)
CALL = re.compile(
    "^(点击|點擊|戳|扫码|掃碼|扫一扫|掃一掃|长按|長按|识别|識別)|(关注|關注|订阅|訂閱|加入|下载|下載)(我们|我們|本号|公众号|公眾號|客户端)"
    "|^[欢歡]迎(?:关注|關注|观看|觀看|收看|收听|收聽|订阅|訂閱|加入|报名|報名|点击|點擊|扫码|掃碼)"
)
# What a figure, a table or a listing is called with its number; pages mark that as they mark headings.
NUMBERED = re.compile(r"(?:[图圖表]|(?:代码|代碼|程序|程式)?(?:清单|清單))\s?\d+(?:[-–.]\d+)?\s?(?:[.．:：、]\s?|\s)\S")
# What a link that fills its line calls to; others name what the section below is about.
CALLED = re.compile(
    "下载|下載|点击|點擊|戳|查看|留言|报名|報名|购买|購買|订阅|訂閱|[详詳]情|更多|[阅閱][读讀](?:全文|原文)|去看|[这這]里|[这這]裡"
)
CLOSED_SENTENCE = re.compile(r"[，。；].*[。！？…][”」』）)\"]?$", re.S)


def may_head(block: Block, longest: int = HEADING_MOST) -> bool:
    """True for a line that is no longer than a heading, and closes, speaks and calls as none does."""
    text = block.text.strip()
    if block.kind not in ("paragraph", "heading") or not text or len(text) > longest or block.has_image or block.inside:
        return False
    if block.kind == "paragraph" and _leads_on(block):
        return False
    if CLOSED.search(text) or SPOKEN.search(text) or ATTRIBUTED.search(text) or CALL.search(text):
        return False
    if NUMBERED.match(text):
        return False
    # Some mark their captions so, and others what they set in bold above each section.
    said = block.text.strip().lstrip("■□▌▍ ") if block.bold else block.text
    return not says_caption(block.but(spans=(Span(said),)) if said != block.text else block)


def _leads_on(block: Block) -> bool:
    """True for a line that is nothing but a link to another page and calls to go there."""
    shown = [span for span in block.spans if letters(span.text)]
    away = all(span.href and span.href[0] != "#" for span in shown)
    return bool(shown) and away and CALLED.search(block.text) is not None


def as_label(block: Block) -> Block | None:
    """A bold line that closes in a colon without that, if it names what stands below it."""
    text = block.text.strip()
    if not block.bold or block.kind != "paragraph" or not LABEL.fullmatch(text) or is_person(text[:-1]):
        return None
    return block.but(spans=(Span(text[:-1], bold=True),))


def as_marked(block: Block) -> Block:
    """A line with the marks of a Markdown heading, pasted into a page as they are, made a heading."""
    found = MARKED.match(block.text)
    if not found or block.kind != "paragraph" or len(block.text) > HEADING_MOST or not hanzi_count(block.text):
        return block
    heading = block.but(spans=edited(block.spans, [(0, found.end(), "")]), kind="heading", level=len(found[1]))
    return heading if may_head(heading) else block


def unless_told(block: Block, longest: int) -> Block:
    """A paragraph of whole sentences that the page sets as a heading, longer than `longest`, made a paragraph, and what
    is so long that it is one in any case; and the caption of a figure with its number."""
    long = block.kind == "heading" and len(block.text) > longest
    told = long and (hanzi_count(block.text) > 2 * longest or CLOSED_SENTENCE.search(block.text.strip()))
    told = told or (block.kind == "heading" and NUMBERED.match(block.text.strip()))
    return block.but(kind="paragraph", level=0) if told else block


def opens_section(blocks: list[tuple[int, Block]], at: int) -> bool:
    """True if a paragraph follows, pictures in between left out, or a list, table or quotation."""
    below = next((b for _, b in blocks[at + 1 :] if b.kind != "image"), None)
    if below is None or below.kind in ("heading", "caption"):
        return False
    return below.kind != "paragraph" or ends_sentence(below.text) or len(below.text) > HEADING_MOST
