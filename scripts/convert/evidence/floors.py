"""The posts of a discussion, told by the lines that say who wrote each of them when."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable

from convert.evidence.lines import is_prose
from convert.page import Block, Span
from convert.text.characters import folded

# Three posts are a discussion.
FLOORS_LEAST = 3
LINE_MOST = 60
# Of titles with their moments fewer have a clause: one in six of those measured.
SAID_SHARE = 1 / 3
MOSTLY = 0.5
CLAUSE = re.compile("[，。]")
# The buttons below a post stand so many lines above the line of the next one, which has a name, a rank and a motto.
ABOVE_MOST = 6
BUTTONS = re.compile(r"(?:(?:引用|回复|回覆|举报|檢舉|评分|評分|道具|top|顶部|頂端|分享|收藏)\W*){2,}$", re.I)
# One of them on a line of its own.
POST_BUTTON = re.compile(r"(?:引用|回复|回覆|举报|檢舉|评分|評分|道具|分享|收藏|支持|反对|反對)\s?\d*", re.I)
# The name of who wrote a post; and what a forum says of that person above it, a line each.
NAME_MOST = 20
ABOUT_MOST = 40
AGO = (
    r"(?:(?<!\d)\d+\s?(?:秒|分钟|分鐘|小时|小時|天|周|個月|个月|月|年)前"
    r"|(?<!\d)\d+\s(?:second|minute|hour|day|week|month|year)s?\sago)"
)
# The moment of today's news.
TODAY = r"(?:今日|今天|昨日|昨天)\s?\d{1,2}:\d\d"
DAY = r"(?:19|20)?\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?"
# How forums call the first floors of a discussion.
FLOOR = r"(?:楼主|樓主|沙发|沙發|板凳|地板|地下室|\d{1,5}\s?[楼樓#])"
# The line of a post as a browser copies it where each part of it is an element of its own.
ON_FLOOR = re.compile(FLOOR)
WRITTEN = re.compile(rf"(?:发表于|發表於)\s?(?:{DAY}|{AGO}).{{0,20}}")
ONE_WRITER = re.compile(r"\W{0,2}只看(?:该作者|該作者|楼主|樓主|大图|大圖|TA)\W*", re.I)
PARTS_MOST = 3
# A line that belongs to a post whatever stands above it: it has the number of the post, or says that one was written.
NUMBERED = re.compile(
    rf"(?:^|\s)(?:#\d{{1,5}}(?:\s|$)|\d{{1,5}}\s?[楼樓#]).*(?:{AGO}|{DAY}|\d\d:\d\d)|\d\s?[楼樓]\s?(?:{DAY}|{AGO})"
    rf"|^\S{{1,16}}(?:\s\[\S{{1,6}}\])?\s*(?:[|｜].{{1,20}})?[|｜]\s*{DAY}\S{{0,6}}$"
    rf"|^[^\s:：]{{1,16}}\s+{DAY}\s+\d{{1,2}}:\d\d(?::\d\d)?$"
    rf"|^\W{{0,2}}(?:re|回复|回覆)\s?[:：].*\s{DAY}\s+\d{{1,2}}:\d\d"
    rf"|^\W{{0,2}}(?:发表于|發表於|回复于|回覆於|评论于)\W*(?:{DAY}|{AGO})"
    # As WordPress prints it above each comment.
    r"|^\S.{0,30} on [A-Z][a-z]{2,8} \d{1,2}, \d{4} at \d{1,2}:\d\d(?: [ap]m)?,? sa(?:id|ys)\W{0,2}$"
)
# How often an article was read and remarked upon stands in the line that says when it was written; of no remark.
COUNTED = re.compile(r"(?:阅读|閱讀|浏览|瀏覽|评论|評論)\W{0,3}\d", re.I)
# The first floor of a forum. Comments below an article are counted from one, too, but nobody can choose to see those of
# one writer only.
FIRST = re.compile(
    r"(?:(?<![\d.])1\s?[楼樓#]|楼主|樓主).*只看|只看(?!\s?[楼樓]主).*(?:(?<![\d.])1\s?[楼樓#]|楼主|樓主)"
)
# Below the one answer that a page is of, the label of the others; and how many there are, which the page says above.
OTHER_ANSWERS = re.compile(r"\W*(?:更多|其他|其它)(?:回答|答案)\W*")
ANSWERS = re.compile(r"\W*(?:查看)?(?:全部|所有|共)?\s?(\d+)\s?个(?:回答|答案)\W*")
# The same below a name: the moment alone.
MOMENT = re.compile(
    rf"^(?:{DAY}\s+(?:at\s+|[上下中]午|晚上|凌晨)?\d{{1,2}}:\d\d(?::\d\d)?\s*\S{{0,12}}|{AGO}"
    r"|[A-Z][a-z]{2,8} \d{1,2}, \d{4} at \d{1,2}:\d\d(?: [ap]m)?)$"
)


def with_whole_posts(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with when a post was written, its floor and the button for those of its writer on one line."""
    made: list[Block] = []
    at = 0
    while at < len(blocks):
        parts = _parts_of_post(blocks, at)
        lines = [block.text.strip() for block in blocks[at : at + parts]]
        # A word before the moment would be taken for who wrote it.
        said = " | ".join(sorted(lines, key=lambda line: not WRITTEN.fullmatch(line)))
        made.append(blocks[at].but(spans=(Span(said),)) if parts else blocks[at])
        at += parts or 1
    return tuple(made)


def _parts_of_post(blocks: tuple[Block, ...], at: int) -> int:
    """How many blocks from the place on are the line of one post; 0: none is."""
    lines = [block.text.strip() for block in blocks[at : at + PARTS_MOST + 1]]
    named = bool(lines) and bool(ON_FLOOR.fullmatch(lines[0]))
    if len(lines) <= named or not WRITTEN.fullmatch(lines[named]):
        return 0
    return next((step + 1 for step in range(named + 1, len(lines)) if ONE_WRITER.fullmatch(lines[step])), 0)


def floors(lines: list[str]) -> list[int]:
    """The places of the lines that tell when each post was written; none where these are too few for a discussion."""
    found = [at for at in range(len(lines)) if _opens_post(lines, at)]
    return found if len(found) >= FLOORS_LEAST else []


def posts_of(lines: list[str]) -> list[int]:
    """The same without those of other articles in a list."""
    found = floors(lines)
    numbered = any(NUMBERED.search(lines[at].strip()) for at in found)
    return found if numbered or not found or not _are_listed(lines, found) else []


def _are_listed(lines: list[str], found: list[int]) -> bool:
    """True for a list of other articles, each with its moment: titles between them in place of what somebody says, and
    no room for a name, or the name of one section above most. The first moment may be that of the article."""
    between = [lines[one + 1 : other] for one, other in itertools.pairwise(found[1:])]
    said = sum(any(map(CLAUSE.search, part)) for part in between)
    [(_, most)] = Counter(lines[at - 1].strip() for at in found).most_common(1)
    alone = sum(len(part) == 1 for part in between)
    return said < SAID_SHARE * len(between) and MOSTLY * len(found) <= max(most, alone + 1)


def _opens_post(lines: list[str], at: int) -> bool:
    line = lines[at].strip()
    if len(line) > LINE_MOST or is_prose(line) or COUNTED.search(line):
        return False
    above = lines[at - 1].strip() if at else ""
    named = 0 < len(above) <= NAME_MOST and not is_prose(above)
    return bool(NUMBERED.search(line)) or (named and bool(MOMENT.match(line)))


def opens_discussion(line: str) -> bool:
    """True for the line of a post that says that it is the first one, whatever a forum prints above it."""
    return bool(FIRST.search(line))


def first_post(lines: list[str]) -> int:
    """The place of the line that opens the first post; what it is may stand on the line above; -1: there is none."""
    for at, line in enumerate(lines):
        above = lines[at - 1].strip() if at else ""
        if opens_discussion(line) or ("只看" in line and above in ("楼主", "樓主")):
            return at
    return -1


def first_reply(lines: list[str]) -> int:
    """The place where the first post below the opening one begins; -1: there is none."""
    places = floors(lines)
    # The opening post has its own such line above its text.
    texts = [at for at, line in enumerate(lines) if is_prose(line.strip())]
    if places and opens_discussion(lines[places[0]]):
        texts = places[:1]
    replies = [at for at in places if texts and at > texts[0]]
    if len(replies) < FLOORS_LEAST - 1:
        return -1
    above = [at for at in range(max(0, replies[0] - ABOVE_MOST), replies[0]) if BUTTONS.match(lines[at].strip())]
    return above[-1] + 1 if above else replies[0] - min(_names_above(lines, at) for at in replies)


def heads_other_answers(label: str, lines: Iterable[str]) -> bool:
    """True for the label of more answers on a page that counts them in one of its lines."""
    return OTHER_ANSWERS.fullmatch(folded(label)) is not None and any(ANSWERS.fullmatch(folded(line)) for line in lines)


def about_writers(lines: list[str]) -> set[int]:
    """The places of what a forum says of who wrote the first post, a line each: as many as stand above each post, below
    the buttons of the one before."""
    places = posts_of(lines)
    # What stands above comments is the article.
    if not places or not opens_discussion(lines[places[0]]):
        return set()
    counts = [_names_above(lines, at, ends=POST_BUTTON) for at in places]
    return set(range(places[0] - min(counts), places[0])) if min(counts) > 1 else set()


def _names_above(lines: list[str], at: int, ends: re.Pattern[str] | None = None) -> int:
    """How many short lines stand right above the line of a post, up to one that `ends` them."""
    count = 0
    while count < at and len(line := lines[at - count - 1].strip()) <= ABOUT_MOST and not is_prose(line):
        if ends is not None and ends.fullmatch(line):
            break
        count += 1
    return count
