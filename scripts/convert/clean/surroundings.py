"""The lines around the text of an article, where names, days and sources stand."""

from __future__ import annotations

import itertools
import re

from convert.clean.boxes import ADVERT
from convert.clean.link_lists import ADDRESS, is_headline
from convert.clean.selection import TITLE_REASON, Selection, ends, is_prose, recurs, shapes_of
from convert.evidence.density import is_menu
from convert.evidence.fields.bylines import dispatch, labelled, of_pictures, reporters
from convert.evidence.fields.dates import is_dated, is_row
from convert.evidence.fields.ranking import Surroundings, heads_of
from convert.evidence.fields.unlabelled import bare_name, before_role, name_and_outlet
from convert.evidence.lines import is_prose as runs
from convert.page import Block, Draft
from convert.rules.tables import rule_for
from convert.text.characters import ends_sentence, folded, hanzi_count, letters
from convert.text.days import iso_day

# Bylines, credits and notes stand among these many blocks. A choice: wide enough for every page in the tests, and
# narrow enough that a name in the middle of the text is nobody's byline.
ABOVE_BLOCKS = 12
BELOW_BLOCKS = 12
PARAGRAPHS = 3
# Between a title and the same title again stand a byline and a picture; more than these is another article.
BETWEEN_MOST = 6
# So many paragraphs open a text: a medium that speaks of itself does so early, but not always at once.
OPENING = 6
# Below a lead, too, a line that begins so says who wrote the article.
LABELLED = re.compile(r"\W?(?:(?:本文|文章)?作者|(?:Post a|A)uthor)\s?[:：]")
# Bylines with day, outlet, editor and counters on one line; longer lines are text.
BYLINE_MOST = 100
# A sentence that is not the last one of its line.
GOES_ON = re.compile(r"[^。]{8}。[^。]{8}")
# Notes stand among so many first and last blocks.
HEAD_BLOCKS, TAIL_BLOCKS = 6, 12
# Words of buttons and boxes have up to four characters; a line of a poem five and more.
WORD_MOST = 6
LINE_LEAST = 5
# A closed sentence of so many clauses that neither begins with a call nor offers something tells of an app; it calls
# nobody to it.
CLAUSES_LEAST = 3
OFFERS = re.compile("快来|快來|福利|专享|專享|优惠|優惠|尽在|盡在|免费|免費|领取|領取|敬请|敬請|欢迎|歡迎")
CALL = re.compile(
    r"^\W*(?:欢迎|歡迎|敬请|敬請|[请請想搜加扫掃点點若]|关注|關注|长按|長按|识别|識別|添加|如果|喜欢|喜歡|觉得|覺得|更多|回复|回覆|回復|诚征|誠徵"
    r"|在?(?:公众号|微信|后台)|下载|下載|打开|打開|登[录陆錄陸]|本文|我们|我們|今日|今天)"
)
# The article before or behind this one; titles of other articles are no longer than this.
TURN = re.compile("(?:[往向]下滑.{0,3}?)?(?:上|下|前|后|後)一?(?:篇|页|頁|則|则)|(?:previous|next)\\b", re.I)
# Readers are told to go on to another article right below.
TO_NEXT = re.compile("[往向]下滑.{0,3}下一?[篇則则]")
NEIGHBOUR_MOST = 60
OF_OTHERS = {"related articles", "another article"}
# Somebody, and what happened: no notice has these. (为了, 侵犯了 and 他人 are words of notices.)
TOLD = re.compile(
    r"[她]|(?<!其)他(?![人方])|(?<![为除犯不])了(?!解)|后来|後來|那[天年时些個个]|曾|当时|當時|从前|從前|谁|誰"
)
CLAUSE = re.compile("[，；：]")
CLOSED = re.compile(r"[。：:？?]\W*$")
CALL_MOST = 30
# Who is spoken to, outside what others are quoted with.
READER = re.compile("[你您妳]")
QUOTED = re.compile("“[^”]*”|「[^」]*」")
NAMING = {"byline", "outlet"}
BYLINES = {*NAMING, "date or counter", "editor on duty"}
# The hour at which something begins, which no site prints of its article: with minutes, bylines have it, too.
EVENT = re.compile(
    r"(?:上午|中午|下午|晚上|傍晚)\s*\d{1,2}\s?[点點時时](?!\s?\d)"
    r"|(?:\d\s?[点點時时]|\d[:：]\d\d).{0,8}(?:开始|開始|举行|舉行|结束|結束|截止|开场|開場|入场|入場)"
)


def surroundings(draft: Draft, selection: Selection) -> Surroundings:
    """What stands before, above, in the first and last paragraphs of, and below the text that `selection` keeps."""
    title = max((r.index for r in selection.removed if r.reason == TITLE_REASON), default=-1)
    # What code says is nobody's byline.
    shown = [(i, b) for i, b in enumerate(draft.blocks) if i > title and b.text.strip() and b.kind != "code"]
    texts = [(i, b) for i, b in shown if runs(b.text) or not EVENT.search(b.text)]
    said = {letters(value) for value in draft.hint_values("title")}
    # Of two equal titles the first is above the byline.
    top = next((i for i, b in enumerate(draft.blocks[: max(title, 0)]) if letters(b.text) in said), title)
    between = [_line(b) for b in draft.blocks[top + 1 : max(title, 0)] if b.text.strip()]
    prose = [i for i, b in texts if i in selection.kept and runs(b.text) and not (rule_for(b.text) or is_row(b.text))]
    first = prose[0] if prose else texts[min(len(texts), ABOVE_BLOCKS // 2) - 1][0] if texts else 0
    # Below a lead, too, may stand who wrote the article and when.
    lead = {r.index for r in selection.removed if r.reason in BYLINES and prose[:1] < [r.index] < prose[1:2]}
    last = prose[-1] if prose else first
    closing = _closing(selection, shown, prose, first)
    # Of a page without running text nothing may be left but comments.
    closes = min(closing, default=last)
    return Surroundings(
        above=(
            *draft.header,
            *between[:BETWEEN_MOST],
            *_beside_buttons(draft, title, first),
            *(_line(b) for i, b in texts[:ABOVE_BLOCKS] if i < first or i in lead or LABELLED.match(b.text)),
            *(_line(b) for i, b in texts if [first] < [i] < prose[1:2] and reporters(b.text)),
        ),
        before=(*draft.before, *(_line(b) for b in draft.blocks[: max(top, 0)] if b.text.strip())),
        opening=tuple(_line(b) for i, b in texts if i in prose[:OPENING]),
        closing=tuple(_line(b) for i, b in texts if i in closing or (closes < i < last and _is_byline(b))),
        below=draft.footer,
        heads=heads_of(b for _, b in shown) if draft.source == "html" else frozenset(),
    )


def _closing(selection: Selection, shown: list[tuple[int, Block]], prose: list[int], first: int) -> set[int]:
    """The indices of the last paragraphs (of `prose`) and of what may say below them who wrote the article."""
    last = prose[-1] if prose else first
    replies = {r.index for r in selection.removed if r.reason == "comments"}
    closing = {*prose[-PARAGRAPHS:]} if len(prose) > PARAGRAPHS else {*prose[-1:]}
    # What only says who wrote it may stand between the text and a note of the site.
    closing |= {r.index for r in selection.removed if r.reason in NAMING and first < r.index < last}
    # Below the last paragraph the captions of pictures may run as text, too.
    closing |= {*range(last + 1, last + BELOW_BLOCKS + 1)} - replies
    # However far below the text, where its address follows.
    signed = ((i, b.text, c.text) for (i, b), (_, c) in itertools.pairwise(shown) if i > last)
    return closing | {i for i, said, below in signed if LABELLED.match(said) and ADDRESS.search(below)} - replies


def _beside_buttons(draft: Draft, title: int, first: int) -> tuple[str, ...]:
    """Lines with day or source that a page has in one box with the buttons above its text."""
    boxes = (r.block for r in draft.removed if r.reason.startswith("widget") and title <= r.index <= first + 1)
    return tuple(_line(b) for b in boxes if len(b.text) <= BYLINE_MOST and (iso_day(b.text) or _is_of_byline(b.text)))


def _is_byline(block: Block) -> bool:
    return len(block.text) <= BYLINE_MOST and bool(labelled(block.text))


def _line(block: Block) -> str:
    return " ".join(block.text.split())


def above_text(texts: list[tuple[int, Block]], place: int) -> str:
    """What a line between the title and the first paragraph is, by its shape: a menu, or who wrote when; else empty."""
    line = texts[place][1].text
    sentence = (ends_sentence(line) and not is_dated(line)) or GOES_ON.search(line)
    if sentence or len(line) > BYLINE_MOST or EVENT.search(line):
        return ""
    if is_menu(line):
        return "menu of the site"
    # A name alone says who wrote it where the day stands right above or below.
    days = [iso_day(block.text) for _, block in texts[max(place - 1, 0) : place + 2] if len(block.text) <= BYLINE_MOST]
    beside = any(days) and bool(bare_name(line))
    ways = (dispatch, labelled, of_pictures, before_role, lambda said: name_and_outlet(said)[0])
    named = any(way(line) for way in ways)
    return "byline" if iso_day(line) or named or beside else ""


def below_lead(texts: list[tuple[int, Block]], first: int) -> int:
    """The place of the paragraph below the byline, where a lead (at `first`) stands above it; else `first`. Lines that
    have their like further down head sections."""
    second = next((p for p in range(first + 1, len(texts)) if is_prose(texts[p][1])), first)
    between = [block for _, block in texts[first + 1 : second]]
    if not between or len(between) > BETWEEN_MOST:
        return first
    shapes = shapes_of(texts)
    return second if any(_is_of_byline(b.text) and not recurs(b, shapes) for b in between) else first


def _is_of_byline(line: str) -> bool:
    rule = rule_for(line)
    return len(line) <= BYLINE_MOST and bool(is_dated(line) or labelled(line) or (rule and rule.reason in BYLINES))


def middle_of(selection: Selection, texts: list[tuple[int, Block]]) -> range:
    """The places of an HTML page's container that have running text, closed or not, on both sides, and are none of its
    first and last, of a short one its first and last quarter: of instructions few lines close as sentences do. A copy
    has other articles beside its own."""
    if selection.text_copy:
        return range(0)
    first, last = ends(texts, lambda block: runs(block.text) and not rule_for(block.text)) or (0, 0)
    first = below_lead(texts, first)
    head, tail = (min(most, len(texts) // 4) for most in (HEAD_BLOCKS, TAIL_BLOCKS))
    return range(max(head, first + 1), min(len(texts) - tail, last))


def tells(block: Block) -> bool:
    """True for a sentence of several clauses, closed as a sentence, that begins with no call and
    offers nothing."""
    text = block.text.strip()
    clauses = len(re.findall("[，,；;。]", text))
    calls = CALL.match(text) or OFFERS.search(text)
    return is_prose(block) and ends_sentence(text) and clauses >= CLAUSES_LEAST and not calls


def narrates(block: Block) -> bool:
    """True for a closed sentence of two clauses that speaks of somebody, or of what happened: notices of sites speak to
    the reader, and of what may be."""
    text = block.text.strip()
    calls = CALL.match(text) or OFFERS.search(text) or READER.search(QUOTED.sub("", text))
    return runs(text) and ends_sentence(text) and bool(CLAUSE.search(text)) and bool(TOLD.search(text)) and not calls


def calls_within(texts: list[tuple[int, Block]], place: int) -> bool:
    """True for a short line that is no sentence and no heading between two closed sentences, as calls within articles
    are; steps of instructions stand one below the other."""
    block = texts[place][1]
    beside = [other.text for _, other in texts[max(0, place - 1) : place + 2] if other is not block]
    between = len(beside) > 1 and all(runs(text) and ends_sentence(text) for text in beside)
    short = len(block.text) <= CALL_MOST and not CLOSED.search(block.text)
    return between and short and block.kind == "paragraph" and (not block.bold or bool(CALL.match(block.text)))


def goes_on_box(selection: Selection, index: int, block: Block) -> str:
    """Why a link goes, where the line right above it was taken for another one to an article, or for its label."""
    above = selection.removed[-1] if selection.removed else None
    linked = all(span.href for span in block.spans if span.text.strip())
    if above is None or above.index != index - 1 or not linked:
        return ""
    if ADVERT.fullmatch(folded(above.block.text)):
        return "advertisement"
    turned = TURN.fullmatch(above.block.text.strip()) and len(block.text) <= NEIGHBOUR_MOST
    return "related articles" if turned or (above.reason in OF_OTHERS and is_headline(block)) else ""


def is_line(text: str) -> bool:
    """True for a line that a poem may have, and no site."""
    return hanzi_count(text) >= LINE_LEAST and not rule_for(text) and not is_dated(text)


def heads(texts: list[tuple[int, Block]], place: int) -> bool:
    """True for a word of the site (评论, 推荐) that is set as a heading and has running text right below it."""
    block = texts[place][1]
    below = texts[place + 1][1] if place + 1 < len(texts) else block
    told = is_prose(below) or runs(below.text)
    return (block.kind == "heading" or block.bold) and len(block.text) <= WORD_MOST and told


def signs(texts: list[tuple[int, Block]], place: int) -> bool:
    """True for the day below the name of an office: how a public notice is signed."""
    above = texts[place - 1][1].text.strip() if place else ""
    day = re.fullmatch(r"(19|20)\d\d年\d{1,2}月\d{1,2}日", texts[place][1].text.strip())
    return bool(day) and 4 <= len(above) <= 40 and not ends_sentence(above) and rule_for(above) is None
