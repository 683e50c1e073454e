"""What stands alone on its line as a heading does and heads nothing: captions of pictures, also of those that a copy
lost, the subtitle below a title, and the quotations that a writer sets as mottos of the sections."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from convert.blocks.spans import edited
from convert.clean.selection import Selection
from convert.evidence.fields.names import is_outlet, is_person
from convert.evidence.fields.unlabelled import bare_name
from convert.evidence.lines import SPEAKER, is_prose
from convert.page import Block, Removed, Span
from convert.rules.tables import pattern, rule_for
from convert.text.characters import HANZI, ends_sentence, hanzi_count, is_ordinary, letters
from convert.text.days import iso_day

# On pages whose pictures have captions 0.88 and more of them have a short line below; where the short lines
# are headings, under 0.67.
CAPTION_SHARE = 0.8
# A caption may be twice as long as a heading.
LONGEST = 80
# What is said beside a title and below its subtitle.
HEADER_REASONS = {"date or counter", "byline", "outlet", "share bar"}
# Longest heading in characters: the longest of the 60 printed headings measured has 31.
HEADING_MOST = 40
# Without a mark of its own a head is shorter, and heads of one text are of a length; subtitles are longer.
PLAIN_MOST, LIKE_MOST = 32, 2
# A copy of an article alone has title, day and names above its first head; of a whole page, menus and buttons.
CLEAN_MOST = 4
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
# The number of a smaller section, and the marks of speech: no caption has them.
NO_CAPTION = re.compile(r"^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|\d{1,2}(?:\.\d|[.、]))|[？！?!”」』]$")
# What hosts append to the address of a picture to have it in another size.
SIZE = re.compile(r"[?!@].*$|[-_]\d{2,4}x\d{2,4}(?=\.\w+$)|/\d{2,4}$")
# A name of a section, with the blank before it.
SECTION_MOST = 9
# A writer shows one or two again.
AGAIN_LEAST = 3
# So many headings on top of each other that the page has again are its table of contents.
CONTENTS_LEAST = 3

Indexed = list[tuple[int, Block]]


def are_captions(blocks: Indexed, chosen: set[int]) -> bool:
    """True if nearly each picture with text right below it has one of the chosen lines there."""
    hits = [index in chosen for index in below_pictures(blocks)]
    return bool(hits) and sum(hits) >= CAPTION_SHARE * len(hits)


def below_pictures(blocks: Indexed) -> set[int]:
    """Indices of the blocks right below a picture, other pictures left out."""
    pairs = itertools.pairwise(blocks)
    return {lower[0] for upper, lower in pairs if upper[1].kind == "image" != lower[1].kind}


def usual_gap(blocks: Indexed) -> int:
    """From how many lines to how many the paragraphs of a copy follow each other, mostly; 0 where all do so alike."""
    gaps = Counter(lower.line - upper.line for (_, upper), (_, lower) in itertools.pairwise(blocks))
    return max(gaps, key=gaps.__getitem__) if len(gaps) > 1 else 0


def cut_pictures_again(selection: Selection) -> None:
    """Behind the last words of the text, pictures that it shows already, in whatever size: those of a viewer that
    opens over the page."""
    last = max((i for i, block in selection.kept.items() if block.text.strip()), default=-1)
    shown = {key for i, block in selection.kept.items() if i < last for key in _pictures(block)}
    behind = [i for i, block in selection.kept.items() if i > last and block.has_image]
    again = [i for i in behind if _pictures(selection.kept[i]) <= shown]
    for index in again if len(again) >= AGAIN_LEAST else []:
        selection.remove(index, "picture repeated")


def _pictures(block: Block) -> set[str]:
    """The addresses of the pictures in a block, without what tells their size."""
    return {SIZE.sub("", SIZE.sub("", span.image)) for span in block.spans if span.image}


def is_picture_between(selection: Selection, above: int, below: int) -> bool:
    """True if a picture stands between two blocks; in a copy, if a caption or a wider gap tells of one."""
    if any(selection.kept[i].kind == "image" for i in range(above, below) if i in selection.kept):
        return True
    if not selection.text_copy or not {above, below} <= selection.kept.keys():
        return False
    texts = sorted(selection.kept.items())
    wider = 0 < usual_gap(texts) < selection.kept[below].line - selection.kept[above].line
    return wider or says_caption(selection.kept[below])


def says_caption(block: Block) -> bool:
    """True for a line that says of itself that it belongs to a picture."""
    return len(block.text) <= LONGEST and bool(pattern("captions", "captions").search(block.text.strip()))


def without_subtitle(selection: Selection) -> list[tuple[int, Block]]:
    """The kept blocks in order; a heading between title and byline heads no section."""
    pairs = sorted(selection.kept.items())
    first = next(((at, i, b) for at, (i, b) in enumerate(pairs) if b.text), None)
    lines = [r.index for r in selection.removed if r.reason in HEADER_REASONS]
    if first and first[2].kind == "heading":
        at, index, heading = first
        below = next((i for i, b in pairs if i > index and is_ordinary(b.text)), index)
        if any(each in range(index, below) for each in lines):
            pairs[at] = (index, heading.but(kind="paragraph", level=0))
    return pairs


def cut_banner(selection: Selection, site: str) -> None:
    """Take out the heading above all text that is the name of the site with that of a section behind it."""
    texts = [(i, b) for i, b in selection.kept.items() if b.text.strip()]
    index, block = texts[0] if site and texts else (0, Block(""))
    text = " ".join(block.text.split())
    if block.kind == "heading" and text.startswith(f"{site} ") and len(text) <= len(site) + SECTION_MOST:
        selection.remove(index, "outlet")


def may_head(block: Block, longest: int = HEADING_MOST) -> bool:
    """True for a line that is no longer than a heading, and closes, speaks and calls as none does."""
    text = block.text.strip()
    if block.kind not in ("paragraph", "heading") or not text or len(text) > longest or block.has_image or block.inside:
        return False
    if CLOSED.search(text) or SPOKEN.search(text) or ATTRIBUTED.search(text) or CALL.search(text):
        return False
    # Some mark their captions so, and others what they set in bold above each section.
    said = block.text.strip().lstrip("■□▌▍ ") if block.bold else block.text
    return not says_caption(block.but(spans=(Span(said),)) if said != block.text else block)


def first_of_heads(texts: list[tuple[int, Block]]) -> set[int]:
    """The index of the line right above the first paragraph of a copy, where two or more lines further down stand alone
    between paragraphs, as heads do, and none of them is so much shorter; empty for a name."""
    first = next((at for at, (_, block) in enumerate(texts) if is_prose(block.text)), 0)
    between = zip(texts[first:], texts[first + 1 :], texts[first + 2 :], strict=False)
    heads = [b for (_, a), (_, b), (_, c) in between if _is_open_ended(b) and is_prose(a.text) and is_prose(c.text)]
    if first < 1 or len(heads) < 2:
        return set()
    index, line = texts[first - 1]
    is_other = bare_name(line.text) or is_outlet(line.text.strip()) or rule_for(line.text) is not None
    alike = len(line.text) <= LIKE_MOST * max(len(block.text) for block in heads)
    return {index} if index <= CLEAN_MOST and _is_open_ended(line) and alike and not is_other else set()


def _is_open_ended(block: Block) -> bool:
    text = block.text.strip()
    open_ended = len(text) > 1 and "，" not in text and not ends_sentence(text) and not iso_day(text)
    return block.kind == "paragraph" and open_ended and may_head(block, PLAIN_MOST)


def as_label(block: Block) -> Block | None:
    """A bold line that closes in a colon without that, if it names what stands below it."""
    text = block.text.strip()
    if not block.bold or block.kind != "paragraph" or not LABEL.fullmatch(text) or is_person(text[:-1]):
        return None
    return block.but(spans=(Span(text[:-1], bold=True),))


def unless_idle(blocks: Indexed) -> Indexed:
    """The blocks with headings that head nothing as other text: a label behind all text, and the entries of a table of
    contents, headings on top of each other that are all said again below."""
    last = {letters(block.text): at for at, (_, block) in enumerate(blocks) if block.kind == "heading"}
    idle = {len(blocks) - 1} if blocks and blocks[-1][1].text.rstrip().endswith((":", "：")) else set()
    for is_heading, run in itertools.groupby(range(len(blocks)), lambda at: blocks[at][1].kind == "heading"):
        again = [at for at in run if is_heading and last[letters(blocks[at][1].text)] > at]
        idle.update(again if len({blocks[at][1].text for at in again}) >= CONTENTS_LEAST else [])
    told = {at for at in idle if blocks[at][1].kind == "heading"}
    return [(i, b.but(kind="paragraph", level=0) if at in told else b) for at, (i, b) in enumerate(blocks)]


def with_quotes(blocks: Indexed) -> Indexed:
    """Paragraphs right below a heading that are nothing but a quotation, if two sections open so."""
    quoted: list[int] = []
    sections = 0
    opening = False
    for index, block in blocks:
        if block.kind == "heading":
            opening = True
            continue
        if (
            opening
            and block.kind == "paragraph"
            and re.fullmatch(r"「[^「」]{2,80}」|“[^“”]{2,80}”|『[^『』]{2,80}』", block.text.strip())
        ):
            sections += 1
            quoted.append(index)
            continue
        opening = False
    if sections < 2:
        return blocks
    return [(i, b.but(kind="quote") if i in quoted else b) for i, b in blocks]


def without_captions(blocks: Indexed, plain_text: bool) -> tuple[Indexed, list[Removed]]:
    """In a text copy whose headings are numbered, a line that is neither number nor sentence is a caption."""
    if not plain_text:
        return blocks, []
    kept, removed = [], []
    usual = usual_gap(blocks)
    for at, (index, block) in enumerate(blocks):
        inside = 0 < at < len(blocks) - 1 and _is_running(blocks[at - 1][1]) and blocks[at + 1][1].kind == "paragraph"
        # A lost picture leaves more blank lines than stand between paragraphs.
        below = not usual or block.line - blocks[at - 1][1].line > usual
        if (
            inside
            and below
            and block.kind == "paragraph"
            and may_head(block)
            and not NO_CAPTION.search(block.text.strip())
        ):
            removed.append(Removed(block, "caption of a lost picture", index))
        else:
            kept.append((index, block))
    # Where they are more than the heads, the writer breaks lines.
    many = len(removed) > sum(block.kind == "heading" for _, block in blocks)
    return (blocks, []) if many else (kept, removed)


def _is_running(block: Block) -> bool:
    return block.kind in ("paragraph", "quote") and is_ordinary(block.text)


def as_marked(block: Block) -> Block:
    """A line with the marks of a Markdown heading, pasted into a page as they are, made a heading."""
    found = MARKED.match(block.text)
    if not found or block.kind != "paragraph" or len(block.text) > HEADING_MOST or not hanzi_count(block.text):
        return block
    heading = block.but(spans=edited(block.spans, [(0, found.end(), "")]), kind="heading", level=len(found[1]))
    return heading if may_head(heading) else block
