"""Which lines of a text copy may be its title, and which say who wrote it when."""

from __future__ import annotations

import re

from convert.evidence.density import is_menu, is_of_another
from convert.evidence.fields.names import is_outlet
from convert.evidence.fields.window import CRUMBS, SEPARATOR, without_site
from convert.evidence.floors import AGO, TODAY
from convert.evidence.lines import SPEAKER, is_prose
from convert.page import Block
from convert.rules.tables import is_label, lead_label, rule_for
from convert.text.characters import HANZI, hanzi_count, letters
from convert.text.code import is_code_line, is_of_code
from convert.text.days import iso_day

TITLE_MOST = 80
# A line that gives a day and is longer than this is text.
BYLINE_MOST = 100
# The number under which an office keeps a notice, and what else the row of a register says.
RECORD_NUMBER = re.compile(r"[A-Z\d]{6,}[/-]\S*\s")
# An index of the exchange, with its points and how they changed.
QUOTED = re.compile(r"\S.*\d\.\d+%?\s+[+-]?\d[\d,]*\.\d+%?")
# Buttons in brackets side by side, and the day of the week.
BUTTONS = re.compile(r"(?:\s*[\[【［][^\[\]【】［］]{1,8}[\]】］]){2,}|(?:星期|周|週|禮拜|礼拜)[一二三四五六日天]")
ADDRESS = re.compile(r"https?:/|www\.|@\w+\.")
# How many liked what was written, or answered: below an answer, not below a title.
COUNTED = re.compile(
    r"^\W*[\d,.]+\s?[万萬kK]?\s?(?:人|次|个|個|条|條)?\s?(?:赞同|贊同|喜欢|喜歡|点赞|按讚|评论|評論|回答|关注|關注)"
)
AGO_ALONE = re.compile(rf"{AGO}(\s|$)|^{TODAY}(?:\s|$)")
# How sites of one writer are called, and a row of tags: short words side by side.
SITE = re.compile(r"(?:blog|博客|部落格|小站|小屋|[的の][窝窩])\W*$", re.I)
# A site's name with what it says of itself; the parts of a title are longer.
SLOGAN = re.compile(rf"[{HANZI}A-Za-z\d]{{2,8}}\s[-–—|｜]\s[^\s，。：]{{4,20}}")
TAGS = re.compile(
    r"(?:[\w.+#]{1,4}[ ·•|]+){3,}[\w.+#]{1,4}|(?:[A-Z][A-Z \d]*[·•|] ?){2,}[A-Z][A-Z \d]*"
    r"|(?:(?:[a-z][a-z\d.+#-]*|[A-Z]{2,4}) +){2,}(?:[a-z][a-z\d.+#-]*|[A-Z]{2,4})"
)
# The mark of a note behind a title, and which of several pages or pictures this one is.
NOTE = re.compile(r"\s*(?:[\[［]\d{1,2}[\]］]|[(（]\d{1,3}/\d{1,3}[)）])$")
# The name of a record, as offices print it above their notices.
RECORD = re.compile(r"^(?:信息|文件|公文)名[称稱]\s*[:：]\s*")
# A line that says that it is the title, or what kind of post it heads.
TITLED = re.compile(
    rf"{RECORD.pattern}|^(?:正在阅读|正在閱讀|当前阅读)\s*[:：]\s*|^[现現]正[阅閱][读讀]\s*[:：]?\s*"
    r"|^(?:原创|原創|转载|轉載|置顶|置頂)\s+(?=\S{6})|^[标標]\s*[题題]\s*(?:[:：]\s*(?=\S)|(?=[\[［【]))"
)
# How many read it, and answered.
COUNTERS = re.compile(r"\d[\d,.]*(?:\s+\d[\d,.]*)+")
DAY_LABEL = re.compile(r"(?:发表|發表|发布|發布|發佈|posted|published)\s?(?:于|於|on)\s?[:：]?", re.I)
LABELLED = re.compile(r"^[标標][题題](?=\S)")
PROGRESS = re.compile(r"已经?读了?\s*\d+\s*%")
# What a title is not, whatever its place: one fact of something, whose pages these are, who posted it, a line that
# closes.
NO_TITLE = re.compile(
    r"(?:朝代|年代|农历|農曆|公历|体裁|體裁|类型|類型|类别|類別|等级|等級|编号|編號|字数|字數|状态|狀態|语言|語言|格式)[:：].*"
    r"|\S{2,20}\s?的(?:个人|個人)?(?:博客|主页|主頁|部落格|空间|空間)"
    rf"|(?:posted|written|published)(?: by .{{1,20}})? on|.*[{HANZI}][.]"
    # How long the text is and how long it takes, who wrote how much, where and when it was put.
    r"|\W{0,2}[凡共约約]?\s?\d[\d,.]*k?\s?(?:words?|字)\W{1,3}\D{0,8}\d[\d,.]*\s?(?:mins?|minutes?|分[钟鐘]).*|写了\s?\d+\s?字.*"
    r"|.{2,12}\s?(?:收录|收錄)[于於]\s.{1,16}|.{1,16}(?:发布|發布|發佈|发表|發表)[于於]?\s?20\d\d-\d\d-\d\d.*",
    re.I,
)
# Heads of sections, and topics.
NUMBERED = re.compile(r"\d{1,2}[.、](?!\d)|(?:\d{1,2}\.){2,}|[一二三四五六七八九十]{1,3}、|#[^#]+#|#\d")


def goes_on_in_code(blocks: tuple[Block, ...], at: int) -> bool:
    """True for a line that a command above goes on in, whatever it looks like by itself."""
    above = blocks[at - 1].text.rstrip() if at else ""
    return above.endswith("\\") and is_of_code(above.strip())


def is_byline(line: str) -> bool:
    """True if the line gives a day or a name."""
    if len(line) >= BYLINE_MOST:
        return False
    rule = rule_for(line)
    named = rule is not None and rule.reason in ("byline", "date or counter")
    told = bool(iso_day(line)) or (bool(AGO_ALONE.search(line)) and not is_prose(line))
    key = letters(line)
    counted = bool(COUNTED.search(line))
    return told or (named and len(key) > 4 and not key.isdigit() and not counted)


def opens_byline(line: str, below: str) -> bool:
    """True for a label of a day alone on its line, above that."""
    return bool(DAY_LABEL.fullmatch(line.strip())) and bool(iso_day(below)) and len(below) < BYLINE_MOST


def may_title(block: Block) -> bool:
    """True for a line that a title may be."""
    plain = block.text.strip()
    if block.kind == "code" or not 2 <= len(plain) <= TITLE_MOST or not letters(plain) or lead_label(plain):
        return False
    if iso_day(plain) and len(plain) < 40:
        # A title may speak of a day, but no short line that gives one is a title.
        return False
    if plain[0] in "·•>»-—|" or is_label(plain, "related") or is_label(plain, "comments"):
        return False
    if (
        ADDRESS.search(plain)
        or PROGRESS.search(plain)
        or NUMBERED.match(plain)
        or AGO_ALONE.search(plain)
        or BUTTONS.fullmatch(plain)
        or QUOTED.fullmatch(plain)
        or COUNTERS.fullmatch(plain)
        or RECORD_NUMBER.match(plain)
        or NO_TITLE.fullmatch(plain)
        or is_code_line(plain)
        or (is_of_code(plain) and not hanzi_count(plain))
        or CRUMBS.search(plain)
        or SPEAKER.match(plain)
        or (iso_day(plain) and is_of_another(plain))
    ):
        return False
    return (
        (rule_for(plain) is None or bool(TITLED.match(plain)))
        and not is_menu(plain)
        and not plain.endswith(("。", "，", "；", "：", ":"))
    )


def ends_a_crumb(blocks: tuple[Block, ...], at: int) -> bool:
    """True if the line at the place is the title, which some forums print below the line that opens a post."""
    key = letters(blocks[at].text) if at < len(blocks) else ""
    return bool(key) and any(CRUMBS.search(b.text) and letters(b.text).endswith(key) for b in blocks[:at])


def whole_title(title: str, lines: list[str]) -> str:
    """The title without labels, marks of notes and a site's name behind it, where the page or the name itself tells
    that it is one."""
    title = NOTE.sub("", TITLED.sub("", title))
    # A board sets the label and the title side by side; the copy has nothing between them.
    if (unlabelled := LABELLED.sub("", title)) in lines:
        return unlabelled
    bare = without_site(title)
    return bare if bare != title and (bare in lines or is_outlet(SEPARATOR.split(title)[-1])) else title
